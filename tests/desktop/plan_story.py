#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan from a Word table to the board's desk, by the keyboard alone, as a screen reader sees it.

plan_story.py CIRCULATE: imports the reference plan (an invented one where that is not there), finds a row by typing, edits
all five parts, adds an audience from the chooser, records an occurrence with evidence, undoes and redoes all of it and
exports. What is in the file is asked of a second process.
"""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from circ_atspi import Program, Tap, lint_names, wait_for
from circ_story import TODAY, Hands, tell

CIRCULATE = os.path.abspath(sys.argv[1])
WORDS = re.compile
INVENTED = pathlib.Path(__file__).with_name('invented-plan.csv')


def reference():
    shared = pathlib.Path(os.environ.get('CIRC_SOURCE_DIR', '.')).parent / 'shared' / 'reference'
    plan = shared / 'stockport-circulation-plan.csv'
    return plan if plan.exists() else INVENTED


class Story(Hands):
    def __init__(self, app, database, folder):
        super().__init__(app, CIRCULATE, database)
        self.folder = folder

    def item(self, ref):
        return next(item for item in self.items() if item['ref'] == ref)

    def import_plan(self):
        plan = reference()
        self.app.press('<Control>i')
        window = self.app.window('Import a Plan')
        self.press_button('Choose a File')
        self.choose_file('Choose a Plan to Import', plan)
        button = wait_for(lambda: window.look('button', WORDS('^_?Import [0-9]+ Items?')), 'Import button')
        wait_for(lambda: button.has('sensitive'), 'sensitive Import button')
        assert lint_names(window) == [], lint_names(window)
        assert self.items() == [], 'something was imported before it was asked for'
        self.press_button('^_?Import [0-9]+ Items?')
        wait_for(lambda: window not in self.app.windows(), 'end of the import window')
        rows = len(list(csv.reader(open(plan, newline='', encoding='utf-8-sig')))) - 1
        wait_for(lambda: len(self.items()) == rows, f'{rows} items')

    def row_with_a_word_of_its_own(self):
        """The last item that can be found by one word, and the word."""
        every = re.findall('[a-z]+', json.dumps(self.items()).lower())
        for item in reversed(self.items()):
            for word in re.findall('[A-Za-z]{6,}', item['what']):
                if sum(other.startswith(word.lower()) for other in every) == 1:
                    return item['ref'], word
        raise AssertionError('no item has a word of its own')

    def find_row(self):
        """Typing anywhere in the table searches; no key is lost."""
        self.focus_table()
        self.ref, self.word = self.row_with_a_word_of_its_own()
        word = self.word
        self.app.type_text(word)
        entry = self.app.find('entry', 'Search the plan')
        wait_for(lambda: entry.text == word, f'{word!r} in the search entry')
        frame = self.app.window(role='frame')
        what = self.item(self.ref)['what']
        wait_for(lambda: frame.look('label', what), f'row {self.ref}')
        wait_for(lambda: frame.look('label', WORDS(r'^1 of [0-9]+ items')), 'count of what was found')
        self.app.press('Down')
        wait_for(lambda: self.on('table row'), 'focus in the table')
        self.app.press('Return')
        wait_for(lambda: self.on('text', '^What needs'), 'focus on What')

    def edit(self):
        before = self.item(self.ref)
        self.app.press('<Control>a')
        what = f'Guidance on {self.word} – “new” 🙂'  # the search still finds it
        self.app.type_text(what)
        self.tab_to('text', '^To whom')
        self.app.type_text('Night school pupils')
        self.app.find(None, WORDS('Add “Night school pupils” as a new audience'))
        self.choose_addition('Add “Night school pupils” as a new audience')
        self.tab_to('text', '^How')
        self.app.type_text('Town crier\n')
        self.tab_to('text', '^By whom')
        self.app.type_text('The clerk\n')
        self.tab_to('text', '^When')
        self.app.press('<Control>a')
        self.app.type_text('Every full moon')
        self.focus_table()

        def saved():
            item = self.item(self.ref)
            return (item['what'] == what and item['when_text'] == 'Every full moon'
                    and item['how'][-1]['text'] == 'Town crier' and item['by_whom'][-1]['text'] == 'The clerk'
                    and item['to_whom'][-1].get('kind') == 'audience')
        wait_for(saved, 'all five parts in the file')
        after = self.item(self.ref)
        assert after['to_whom'][:-1] == before['to_whom'] and after['how'][:-1] == before['how']
        assert after['to_whom'][-1]['name'] == 'Night school pupils'
        assert any(a['name'] == 'Night school pupils' for a in self.listed('audiences'))

    def choose_addition(self, name):
        for _ in range(20):
            row = self.app.look('list item', name) or self.app.look(None, name)
            if row is not None and row.has('selected'):
                break
            self.app.press('Down')
            self.app.settle()
        self.app.press('Return')

    def record(self):
        self.app.press('<Control>r')
        window = self.app.window('Record an Occurrence')
        assert lint_names(window) == [], lint_names(window)
        self.tab_to('text', '^Done by')
        self.app.press('<Control>a')
        self.app.type_text('The clerk')
        self.press_button('Add [Ee]vidence')
        self.tab_to('text', '^Title')
        self.app.press('<Control>a')
        self.app.type_text('Entry in the book')
        self.tab_to('text', '^Reference')
        self.app.type_text('Page 7')
        self.app.press('<Control>Return')
        wait_for(lambda: window not in self.app.windows(), 'end of the occurrence window')
        wait_for(lambda: [o['done_by'] for o in self.listed('occurrences') if o.get('completed_on')] == ['The clerk'],
                 'occurrence in the file')
        evidence = self.listed('evidence')
        assert [(e['title'], e['reference']) for e in evidence] == [('Entry in the book', 'Page 7')], evidence

    def state(self):
        return (self.items(), self.listed('occurrences'), self.listed('evidence'), self.listed('audiences'))

    def undo_and_redo(self):
        def plain(state):
            """Without what tells only when something was saved."""
            return json.dumps(state, sort_keys=True)
        last = plain(self.state())
        count = 0
        frame = self.app.window(role='frame')
        self.focus_table()
        while self.items():
            before = plain(self.state())
            self.app.press('<Control>z')
            wait_for(lambda known=before: plain(self.state()) != known, 'effect of undo')
            count += 1
            assert count < 40
        assert count > 5, count
        for _ in range(count):
            before = plain(self.state())
            self.app.press('<Control><Shift>z')
            wait_for(lambda known=before: plain(self.state()) != known, 'effect of redo')
        assert plain(self.state()) == last, 'redoing all of it did not give what was there'
        assert frame in self.app.windows()

    def export(self):
        """The plan as PDF is offered first; a spreadsheet and the progress report are one choice further."""
        for name, title, choice in (('plan.pdf', 'Save the Plan', None), ('plan.xlsx', 'Save the Plan', '^Excel'),
                                    ('progress.pdf', 'Save the Progress Report', '^Progress')):
            target = self.folder / name
            self.app.press('<Control>e')
            window = self.app.window('Export the Plan')
            if choice is not None:
                self.tab_to(None, choice)
                self.app.press('space')
            assert lint_names(window) == [], lint_names(window)
            self.app.press('<Control>s')
            self.choose_file(title, target, save=True)
            wait_for(target.exists, target.name, 60)
            wait_for(lambda: target.stat().st_size > 1000, f'content of {target.name}')
            if window in self.app.windows():
                self.app.press('Escape')
                wait_for(lambda known=window: known not in self.app.windows(), 'end of the export window')

    def lint(self):
        frame = self.app.window(role='frame')
        assert lint_names(frame) == [], (lint_names(frame), frame.tree(3))
        for key, title in (('<Control>comma', 'Preferences'), ('<Control>l', 'Reference Lists')):
            self.app.press(key)
            window = self.app.window(title)
            assert lint_names(window) == [], (title, lint_names(window), window.tree(3))
            self.app.press('Escape')
            wait_for(lambda known=window: known not in self.app.windows(), f'end of {title}')


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'story.circulate')
        subprocess.run([CIRCULATE, 'create', database, '--template', 'starter'], check=True, stdout=subprocess.DEVNULL)
        environment = {'CIRC_TEST': '1', 'CIRC_TODAY': TODAY}
        with Program([CIRCULATE, '--database', database], env=environment) as app, Tap() as tap:
            story = Story(app, database, pathlib.Path(folder))
            steps = [('imports the plan with the real file chooser', story.import_plan),
                     ('finds a row by typing', story.find_row),
                     ('edits all five parts and adds an audience from the chooser', story.edit),
                     ('records an occurrence with evidence', story.record),
                     ('undoes and redoes all of it', story.undo_and_redo),
                     ('exports as PDF and as a spreadsheet', story.export),
                     ('names every widget that takes the focus', story.lint),
                     ('says nothing on standard error and ends well', app.close)]
            tell(tap, app, steps)


if __name__ == '__main__':
    main()
