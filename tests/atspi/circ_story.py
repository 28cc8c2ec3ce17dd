# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories of the window share: the hands of somebody without a mouse, and a second process that asks the file."""
import contextlib
import json
import os
import re
import subprocess

from circ_atspi import wait_for
from gi.repository import GLib

TODAY = '2026-11-21'


def run(program, database, *arguments):
    """What a process of its own prints, that looks at the same file."""
    environment = {k: v for k, v in os.environ.items() if k != 'G_DEBUG'}
    environment['CIRC_TODAY'] = TODAY
    done = subprocess.run([program, '--database', database, *arguments], env=environment, capture_output=True,
                          timeout=60, check=True)
    return done.stdout.decode()


def tell(tap, app, steps):
    """Each step is a point; what comes after the end of the program is not tried."""
    for name, step in steps:
        with tap.point(name):
            step()
        if app.process.poll() not in (None, 0):
            print(f'# the program ended with {app.process.returncode}: {app.said()!r}')
            break


class Hands:
    def __init__(self, app, program, database):
        self.app, self.program, self.database = app, program, database
        self.answers = {}

    def marks(self):
        """Other marks than before say that the file or its log was written to."""
        marks = []
        for path in (self.database, self.database + '-wal'):
            with contextlib.suppress(FileNotFoundError):
                found = os.stat(path)
                marks.append((path, found.st_ino, found.st_size, found.st_mtime_ns))
        return marks

    def listed(self, kind, *options):
        """A process is started only where the file may have another answer by now: stories ask until it has."""
        marks, (known, answer) = self.marks(), self.answers.get((kind, options), (None, None))
        if marks != known:
            answer = run(self.program, self.database, 'list', kind, '--json', *options)
            self.answers[kind, options] = (marks, answer)
        return json.loads(answer)

    def items(self):
        return self.listed('plan')

    def on(self, role, name=''):
        """The focused widget if it is of this role and name; on 4.8 a name may stand twice."""
        with contextlib.suppress(GLib.Error):
            focus = self.app.focus
            if focus is not None and focus.has('focused') and role in (None, focus.role) and re.search(name, focus.name):
                return focus
        return None

    def tab_to(self, role, name, key='Tab', most=40):
        """Presses Tab until the focus is there, as somebody without a mouse would."""
        for _ in range(most):
            if self.on(role, name):
                return self.on(role, name)
            self.app.press(key)
            self.app.settle()
        raise AssertionError(f'{most} times {key} did not reach {role} {name!r}; the focus is on {self.app.focus!r}')

    def press_button(self, name, key='Tab'):
        self.tab_to('button', name, key)
        self.app.press('space')

    def choose_file(self, title, path, save=False):
        """The real file chooser: its entry takes a path. To save, the focus is on its entry for the name from the start."""
        chooser = self.app.window(title)
        if save:
            entry = chooser.find('text', re.compile('^Name'))
            wait_for(lambda: entry.has('focused'), 'focus on the entry for the name')
        else:
            self.app.press('<Control>l')
            entry = wait_for(lambda: self.on('text') or self.on('entry'), 'location entry')
        self.app.press('<Control>a')
        self.app.type_text(str(path))
        wait_for(lambda: entry.text == str(path), f'{path} in the chooser, not {entry.text!r}')
        self.app.press('Return')
        wait_for(lambda: chooser not in self.app.windows(), 'end of the file chooser')

    def focus_table(self):
        """F6 goes from pane to pane."""
        for _ in range(6):
            if self.on('table row'):
                return
            self.app.press('F6')
            self.app.settle()
        raise AssertionError(f'F6 did not reach the table; the focus is on {self.app.focus!r}')
