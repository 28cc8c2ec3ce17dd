# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program as a person without a display would, and prints TAP."""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

TODAY = '2026-11-21'

PLAN = '''What needs to be communicated,To whom,How,By whom,When\r
"Lantern bulletin - new, and old
with the calendar
and prices","Staff
To all lamplighters for further dissemination","E mail
Notice in the square",Clerk of the square,"Monthly,
before dusk"\r
Papers for the evening meeting,Members of the evening meeting,Email,"Clerk
Chair",One week before each meeting\r
"=HYPERLINK(""http://x"")",,Website,,\r
"العربية 🙂 – Ünïcode",Parents,,,As required\r
'''
MATRIX = '''How,Staff,Lamplighters,"The market,
on Fridays",All parents\r
Notice in the square,X,yes,\u2013,\r
E mail,x,planned,1,\u25cf\r
"=Bell, rung",,on request,no,\u2713\r
Drum,,-,0,not used\r
'''
COLUMNS = ('What needs to be communicated', 'To whom', 'How', 'By whom', 'When')


class Result:
    def __init__(self, process, arguments):
        self.status = process.returncode
        self.out = process.stdout.decode('utf-8')
        self.err = process.stderr.decode('utf-8')
        self.what = 'circulate ' + ' '.join(map(str, arguments))

    def __str__(self):
        return '%s: status %d\n%s%s' % (self.what, self.status, self.out, self.err)


class Place:
    """A folder of its own, with a home in it."""

    def __init__(self, program):
        self.program = program
        self.temporary = tempfile.TemporaryDirectory(prefix='circ-commands-')
        self.path = pathlib.Path(self.temporary.name)

    def run(self, *arguments, today=TODAY, stdout=subprocess.PIPE, **variables):
        environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        environment.update(HOME=str(self.path), XDG_DATA_HOME=str(self.path / 'data'), CIRC_TODAY=today, **variables)
        process = subprocess.run([self.program, *(a if isinstance(a, bytes) else str(a) for a in arguments)], cwd=self.path, env=environment,
                                 stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, timeout=120, check=False)
        if process.stdout is None:
            process.stdout = b''
        return Result(process, arguments)

    def done(self, *arguments, **options):
        result = self.run(*arguments, **options)
        assert result.status == 0, result
        assert result.err == '', result
        return result

    def failed(self, status, *arguments, **options):
        result = self.run(*arguments, **options)
        assert result.status == status, result
        assert result.out.strip() == '' or status == 1, result
        assert len(result.err.splitlines()) == 1 and result.err.endswith('\n'), result
        assert result.err.startswith('circulate: ') and len(result.err) > 25, result
        return result

    def write(self, name, text, encoding='utf-8'):
        (self.path / name).write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return name

    def state(self):
        """What every file in the folder holds; backups are an addition, not a change."""
        return {str(p.relative_to(self.path)): hashlib.sha256(p.read_bytes()).hexdigest()
                for p in self.path.rglob('*') if p.is_file() and 'backups' not in str(p)}


def main(tests):
    program = os.path.abspath(sys.argv[1])
    failed = 0
    print('1..%d' % len(tests))
    for number, test in enumerate(tests, 1):
        place = Place(program)
        try:
            test(place)
            print('ok %d - %s' % (number, test.__name__))
        except Exception:
            failed += 1
            print('not ok %d - %s' % (number, test.__name__))
            for line in traceback.format_exc().splitlines():
                print('# ' + line)
        finally:
            place.temporary.cleanup()
    sys.exit(1 if failed else 0)
