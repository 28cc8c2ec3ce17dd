#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A matrix from its first mark to its approval, by the keyboard alone, as a screen reader sees it.

matrix_story.py CIRCULATE: marks a cell, a column and a cell that is only read, puts a note to one, adds an item of the plan for
it, approves the draft, makes another, and compares the two. What is in the file is asked of a second process.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

from circ_atspi import Program, Tap, lint_names, wait_for
from circ_story import TODAY, Hands, run, tell

CIRCULATE = os.path.abspath(sys.argv[1])
WHAT = 'Lantern evening'


class Story(Hands):
    def __init__(self, app, database):
        super().__init__(app, CIRCULATE, database)
        self.group = self.listed('groups')[0]['name']

    def matrix(self):
        return json.loads(run(CIRCULATE, self.database, 'list', 'matrix', '--json'))

    def cell(self, method, audience):
        return next(c for c in self.matrix()['cells'] if (c['method'], c['audience']) == (method, audience))

    def count(self, audience):
        return sum(c['value'] == 'used' for c in self.matrix()['cells'] if c['audience'] == audience)

    def on_cell(self, name):
        """The focus is on what is called so, and nothing more."""
        return wait_for(lambda: self.on(None, '^' + re.escape(name) + '$'), f'focus on {name!r}')

    def open(self):
        self.app.press('<Control>3')
        self.on_cell('Service user feedback, Partner organisations, not used')
        frame = self.app.window()
        assert lint_names(frame, rows=0) == [], lint_names(frame, rows=0)

    def move(self):
        self.app.press('Right', 'Down')
        self.on_cell('Meetings of the partnership and its groups, Staff, not used')
        self.app.press('<Control>End')
        self.on_cell('Outdoor and cinema advertising, Wider community, not used')
        self.app.press('<Control>Home', 'Right')
        self.on_cell('Service user feedback, Staff, not used')

    def mark(self):
        self.app.press('space')
        self.on_cell('Service user feedback, Staff, used')
        assert self.cell('Service user feedback', 'Staff')['value'] == 'used'
        self.app.press('p')
        self.on_cell('Service user feedback, Staff, planned')
        self.app.press('x')
        self.on_cell('Service user feedback, Staff, used')

    def fill(self):
        """A whole column, and back in one step."""
        self.app.press('Up')
        self.on_cell('Staff, Internal, 1 method used')
        self.app.press('space')
        self.on_cell('Staff, Internal, 32 methods used')
        assert self.count('Staff') == 32, self.count('Staff')
        self.app.press('<Control>z')
        self.on_cell('Staff, Internal, 1 method used')
        assert self.count('Staff') == 1

    def mark_from_afar(self):
        """What has not the focus is read too, and can be marked."""
        cell = self.app.find(None, 'Website, Wider community, not used', rows=10000)
        cell.act('cell.toggle')
        wait_for(lambda: self.cell('Website', 'Wider community')['value'] == 'used', 'the mark in the file')
        self.on_cell('Website, Wider community, used')

    def note(self):
        self.app.press('F2')
        wait_for(lambda: self.on('text', '^Note'), 'focus on the note')
        self.app.type_text('On the front page')
        self.app.press('F6')
        self.on_cell('Website, Wider community, used, with a note')
        assert self.cell('Website', 'Wider community')['note'] == 'On the front page'

    def add_item(self):
        self.app.press('F6')
        wait_for(lambda: self.on('text', '^Note'), 'focus on the note')
        self.press_button('^Add a Plan Item for This Pair')
        wait_for(lambda: self.on('text', '^What needs'), 'focus on What')
        self.app.type_text(WHAT)
        self.app.press('Tab')
        item = wait_for(lambda: next(iter(self.items()), None), 'the item in the file')
        assert item['what'] == WHAT, item
        assert [e['text'] for e in item['to_whom']] == ['Wider community'], item
        assert [e['text'] for e in item['how']] == ['Website'], item
        self.app.press('<Control>3')
        self.on_cell('Website, Wider community, used, with a note')

    def down_to(self, name):
        """In a menu."""
        for _ in range(12):
            self.app.settle()
            if self.on('menu item', name):
                self.app.press('Return')
                return
            self.app.press('Down')
        raise AssertionError(f'Down did not reach {name!r}; the focus is on {self.app.focus!r}')

    def menu(self, name):
        self.tab_to(None, '^Version', '<Shift>Tab')
        self.app.press('space')
        self.app.find('menu item', re.compile(name))
        self.down_to(name)

    def approve(self):
        self.menu('^Approve')
        window = self.app.window('Approve the Draft')
        assert lint_names(window) == [], lint_names(window)
        self.tab_to(None, '^Approved by')
        self.app.press('space')
        wait_for(lambda: self.on('text') or self.on('entry'), 'entry of the chooser')
        self.app.type_text(self.group)
        self.app.find(None, re.compile('^' + re.escape(self.group)))
        self.app.press('Return')
        self.app.settle()
        self.app.press('<Control>Return')
        wait_for(lambda: window not in self.app.windows(), 'end of the window')
        wait_for(lambda: self.matrix()['status'] == 'approved', 'the approval in the file')

    def change(self):
        """What was approved stays; a new draft is changed."""
        self.menu('^New Draft')
        self.tab_to(None, '^Website, Wider community, ')
        self.app.press('r')
        self.on_cell('Website, Wider community, on request, with a note')
        assert self.cell('Website', 'Wider community')['value'] == 'used'

    def compare(self):
        self.menu('^Compare With')
        self.down_to('^Approved')
        window = self.app.window('What Changed')
        assert lint_names(window) == [], lint_names(window)
        window.find(None, re.compile('Website, Wider community: was used, is on request'))
        self.app.press('Escape')
        wait_for(lambda: window not in self.app.windows(), 'end of the window')


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'story.circulate')
        subprocess.run([CIRCULATE, 'create', database, '--template', 'starter'], check=True, stdout=subprocess.DEVNULL)
        with Program([CIRCULATE, '--database', database], env={'CIRC_TEST': '1', 'CIRC_TODAY': TODAY}) as app, Tap() as tap:
            story = Story(app, database)
            tell(tap, app, [('opens the audiences', story.open),
                            ('moves in the grid', story.move),
                            ('marks a cell', story.mark),
                            ('fills a column and takes it back', story.fill),
                            ('marks a cell that has not the focus', story.mark_from_afar),
                            ('puts a note to a pair', story.note),
                            ('adds an item of the plan for the pair', story.add_item),
                            ('approves the draft', story.approve),
                            ('changes a new draft', story.change),
                            ('compares the two', story.compare),
                            ('says nothing on standard error and ends well', app.close)])


if __name__ == '__main__':
    main()
