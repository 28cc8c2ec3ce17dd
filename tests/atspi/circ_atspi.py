# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program from outside, through the accessibility tree and real keys, as a user with a screen reader would.

    with Program([circulate, '--database', path]) as app, Tap() as tap:
        with tap.point('adds an item'):
            app.press('<Control>n')
            app.find('text', 'What').set_text('Papers')
            wait_for(lambda: app.find('label', '1 item'), 'the count')

Nothing sleeps: each question is asked again until it is answered or its time is over. GTK 4.8 has its limits: a check button
has no action unless the program gives it one, pages that are hidden look like those that are shown (name what you look for,
or look within the page), only the built rows of a long table exist, and a file chooser has the role "filler".
"""
import contextlib
import os
import re
import subprocess
import tempfile

from circ_keys import Keyboard
from circ_node import ROWS, SECONDS, Atspi, GLib, Node, turn, wait_for
from circ_tap import Tap

__all__ = ['Node', 'Program', 'Tap', 'lint_names', 'wait_for']

CLASS_NAME = re.compile(r'^(Gtk|Adw|Circ)[A-Z]\w+$')
# Widgets of GTK's own that take focus for scrolling or hold what has a name.
CONTAINERS = ('scroll pane', 'table row', 'list', 'list box', 'table', 'tree table', 'tree', 'viewport', 'filler', 'panel')


class Program:
    """The program under test. At the end it must have said nothing on standard error and, if closed, have ended with 0."""

    def __init__(self, arguments, env=None, silent=True):
        self.arguments, self.silent, self.focus = [str(argument) for argument in arguments], silent, None
        self.errors = tempfile.TemporaryFile()
        self.listener = Atspi.EventListener.new(self.focus_cb)
        self.listener.register('object:state-changed:focused')
        self.process = subprocess.Popen(self.arguments, stderr=self.errors,
                                        env={**os.environ, 'G_DEBUG': 'fatal-criticals', **(env or {})})
        self.application = wait_for(self.appear, f'program {self.arguments[0]} on the accessibility bus', 60)
        # Reading what libatspi remembers, instead of asking, shows yesterday's tree.
        self.application.accessible.set_cache_mask(Atspi.Cache.NONE)
        self.keyboard = Keyboard(self.settle)
        wait_for(self.windows, 'window', 60)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.listener.deregister('object:state-changed:focused')

    def appear(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}: {self.said()}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return Node(child)
        return None

    def focus_cb(self, event):
        if event.detail1:
            self.focus = Node(event.source)

    def settle(self):
        """Returns when the program has handled the events that it had: it answers the bus from the same loop, after them."""
        for _ in range(5):
            self.application.accessible.get_child_count()
            turn(10)

    def said(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors='replace')

    def windows(self):
        return self.application.children()

    def window(self, name=None, role=None):
        """The newest window, of the name and role if given."""
        def look():
            for window in reversed(self.windows()):
                if name in (None, window.name) and role in (None, window.role):
                    return window
            return None
        return wait_for(look, f'{role or "window"} {name!r} among {self.windows()!r}')

    def find(self, role=None, name=None, seconds=SECONDS, rows=ROWS):
        return self.application.find(role, name, seconds, rows)

    def look(self, role=None, name=None, rows=ROWS):
        return self.application.look(role, name, rows)

    def gone(self, role=None, name=None, seconds=SECONDS):
        self.application.gone(role, name, seconds)

    def press(self, *accelerators):
        for accelerator in accelerators:
            self.keyboard.press(accelerator)

    def type_text(self, text):
        self.keyboard.type_text(text)

    def focused(self, role=None, name=None, seconds=SECONDS):
        """The focused widget, once it is of the given role and name."""
        def look():
            if self.focus is None or not self.focus.has('focused'):
                return None
            fits = role in (None, self.focus.role) and name in (None, self.focus.name)
            return self.focus if fits else None
        return wait_for(look, f'focus on {role or "object"} {name!r}; it is on {self.focus!r}', seconds)

    def close(self, seconds=SECONDS):
        self.window(role='frame').act('window.close')
        return self.ended(seconds)

    def ended(self, seconds=SECONDS):
        """Waits for the end of the program that something else has asked for."""
        wait_for(lambda: self.process.poll() is not None, 'end of the program', seconds)
        assert self.process.returncode == 0, f'the program ended with {self.process.returncode}: {self.said()}'
        assert not self.silent or not self.said(), f'the program said: {self.said()}'


def lint_names(frame, rows=12, ignore=()):
    """Focusable visible widgets that a screen reader cannot name: without a name, or on 4.8 named after their class."""
    wrong = []
    for node in frame.walk(rows):
        with contextlib.suppress(GLib.Error):
            if node.role in CONTAINERS or node.role in ignore or not (node.has('focusable') and node.has('visible')):
                continue
            if not node.name.strip() or CLASS_NAME.match(node.name):
                wrong.append(f'{node!r} in {node.parent!r}')
    return wrong
