# SPDX-License-Identifier: GPL-3.0-or-later
"""Test points as TAP, which ./dev test counts one by one."""
import contextlib
import os
import subprocess
import sys
import traceback


class Tap:
    """What fails inside point() is reported, with a picture if CIRC_BUILD_DIR is set, and the story goes on."""

    def __init__(self):
        self.count = self.failed = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None and kind is not SystemExit:
            self.report(False, 'the story itself', ''.join(traceback.format_exception(kind, error, trace)))
        print(f'1..{self.count}', flush=True)
        sys.exit(1 if self.failed or not self.count else 0)

    def report(self, good, name, why=''):
        self.count += 1
        self.failed += not good
        print(f'{"ok" if good else "not ok"} {self.count} - {name}', flush=True)
        for line in why.splitlines():
            print('#', line, flush=True)

    @contextlib.contextmanager
    def point(self, name):
        try:
            yield
        except Exception:  # noqa: BLE001 - whatever went wrong is what the point reports
            self.report(False, name, traceback.format_exc())
            if os.environ.get('CIRC_BUILD_DIR'):
                story = os.path.splitext(os.path.basename(sys.argv[0]))[0]
                picture = os.path.join(os.environ['CIRC_BUILD_DIR'], f'failed-{story}-{self.count}.png')
                subprocess.run(['import', '-silent', '-window', 'root', picture], check=False)
                print('# picture:', picture, flush=True)
        else:
            self.report(True, name)
