# SPDX-License-Identifier: GPL-3.0-or-later
"""One object of the accessibility tree, and waiting for it to come, go or change."""
import collections
import contextlib
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

SECONDS = 15
ROWS = 20
LONG = ('list', 'list box', 'table', 'tree table', 'tree')

roles = {}

# libatspi remarks on objects that went while it asked; the program's own standard error is what counts.
GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)


def turn(milliseconds=20):
    """Handles what comes from the bus in the given time."""
    loop = GLib.MainLoop()
    GLib.timeout_add(milliseconds, loop.quit)
    loop.run()


def wait_for(condition, what, seconds=SECONDS):
    """What condition returned, as soon as that is true. Objects that went while it looked mean: not yet."""
    end = time.monotonic() + seconds
    pause = 20
    while True:
        with contextlib.suppress(GLib.Error):
            answer = condition()
            if answer:
                return answer
        if time.monotonic() > end:
            raise AssertionError(f'within {seconds} s there was no {what}')
        turn(pause)
        # What takes long is not made quicker by asking the window for all of its objects all the time.
        pause = min(pause * 3 // 2, 150)


def clean(name):
    """On 4.8 a button with a mnemonic is called "_Delete Delete"."""
    words = name.split(' ')
    half = len(words) // 2
    if '_' in name and len(words) % 2 == 0 and ' '.join(words[:half]).replace('_', '') == ' '.join(words[half:]):
        return ' '.join(words[half:])
    return name


class Node:
    """One object of the tree. Equal nodes are the same widget."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def __repr__(self):
        with contextlib.suppress(GLib.Error):
            return f'{self.role} {self.name!r}'
        return 'an object that is gone'

    @property
    def role(self):
        """It never changes, and is asked of each object on every walk: so it is asked for once."""
        role = roles.get(self.accessible)
        if role is None:
            role = self.accessible.get_role_name()
            role = roles[self.accessible] = 'button' if role == 'push button' else role
        return role

    @property
    def name(self):
        return clean(self.accessible.get_name() or '')

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def text(self):
        """What an entry or text view holds, or the words of a label."""
        interface = self.accessible.get_text_iface()
        return interface.get_text(0, interface.get_character_count()) if interface else self.name

    @property
    def parent(self):
        return Node(self.accessible.get_parent())

    def has(self, state):
        """has('focused'), has('checked'), has('sensitive'), ..."""
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def shown(self):
        """Whether it was ever given room: on 4.8 all that tells a page not opened yet, or a closed menu, from an open one."""
        room = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return room.width > 0 and room.height > 0

    def children(self, most=None):
        count = self.accessible.get_child_count()
        found = (self.accessible.get_child_at_index(i) for i in range(count if most is None else min(count, most)))
        return [Node(child) for child in found if child is not None]

    def walk(self, rows=ROWS):
        """All that is within, nearest first; of a long list only the first rows."""
        waiting = collections.deque([self])
        while waiting:
            node = waiting.popleft()
            try:
                role = node.role
                children = node.children(rows if role in LONG else None)
            except GLib.Error:
                continue
            yield node
            waiting.extend(children)

    def look(self, role=None, name=None, rows=ROWS):
        """The first node of this role and name that is there now, or None. The name is a string or a compiled pattern."""
        for node in self.walk(rows):
            with contextlib.suppress(GLib.Error):
                if role is not None and node.role != role:
                    continue
                own = node.name
                if name is None or own == name or (hasattr(name, 'search') and name.search(own)):
                    return node
        return None

    def find(self, role=None, name=None, seconds=SECONDS, rows=ROWS):
        return wait_for(lambda: self.look(role, name, rows), f'{role or "object"} called {name!r} in {self!r}', seconds)

    def gone(self, role=None, name=None, seconds=SECONDS):
        wait_for(lambda: self.look(role, name) is None, f'end of {role or "object"} {name!r}', seconds)

    def labels(self, rows=ROWS):
        """The words that can be read within, in order."""
        return [node.text for node in self.walk(rows) if node.role in ('label', 'text', 'entry') and node.text]

    def cells(self):
        """The texts of a table row, cell by cell."""
        return [' '.join(cell.labels()) or cell.name for cell in self.children()]

    def actions(self):
        interface = self.accessible.get_action_iface()
        return [Atspi.Action.get_action_name(interface, i) for i in range(interface.get_n_actions())] if interface else []

    def act(self, *names):
        """Does the first of the named actions that the widget has."""
        wait_for(lambda: any(name in self.actions() for name in names), f'action {" or ".join(names)} on {self!r}')
        there = self.actions()
        index = there.index(next(name for name in names if name in there))
        # A window that closes may be gone before it answers.
        with contextlib.suppress(GLib.Error):
            Atspi.Action.do_action(self.accessible.get_action_iface(), index)

    def click(self):
        wait_for(lambda: self.has('sensitive'), f'sensitive {self!r}')
        self.act('click', 'check.toggle', 'toggle', 'activate')

    def set_text(self, text):
        Atspi.EditableText.set_text_contents(self.accessible.get_editable_text_iface(), text)
        wait_for(lambda: self.text == text, f'{text!r} in {self!r}')

    def select(self, index):
        Atspi.Selection.select_child(self.accessible.get_selection_iface(), index)

    def tree(self, rows=5, depth=0, lines=None):
        lines = [] if lines is None else lines
        lines.append('  ' * depth + repr(self))
        for child in self.children(rows if self.role in LONG else None):
            child.tree(rows, depth + 1, lines)
        return lines
