#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a meeting to what an agency says of it, by the keyboard alone, as a screen reader sees it.

dates_story.py CIRCULATE: enters a year's meetings, sees what falls due by them, records one as done with evidence, chases
the agency that is to pass it on, moves a meeting, and undoes all of it. What is in the file is asked of a second process.
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
WHAT = 'Lantern bulletin'
PLAN = '''What needs to be communicated,To whom,How,By whom,When
%s,%s,E-mail,Clerk,Within one week of each meeting
'''
MEETINGS = ('2026-11-18', '2026-12-16', '2027-01-20')
DUE = ['2026-11-25', '2026-12-23', '2027-01-27']


class Story(Hands):
    def __init__(self, app, database):
        super().__init__(app, CIRCULATE, database)
        entry = self.items()[0]['to_whom'][0]
        assert entry['kind'] == 'agency', entry
        self.agency, self.group = entry['name'], self.listed('groups')[0]['name']
        self.first = self.state()

    def state(self):
        """Without what tells only when something was saved."""
        kinds = ('plan', 'occurrences', 'evidence', 'meetings', 'cascade-returns')
        return json.dumps([self.listed(kind) for kind in kinds], sort_keys=True)

    def due(self):
        return [o['due_on'] for o in self.listed('occurrences', '--on', TODAY) if o['state'] != 'done']

    def only_return(self):
        returns = self.listed('cascade-returns')
        assert len(returns) == 1, returns
        return returns[0]

    def row(self, name, most=20):
        """Down to the row of the list of the day that is called so."""
        self.app.press('<Control>1')
        for _ in range(most):
            self.app.settle()
            if self.on('list item', name):
                return
            self.app.press('Down')
        raise AssertionError(f'{most} times Down did not reach {name!r}; the focus is on {self.app.focus!r}')

    def expect_cascade(self):
        self.app.press('<Control>2')
        self.focus_table()
        self.app.press('Down', 'Return')
        wait_for(lambda: self.on('text', '^What needs'), 'focus on What')
        for _ in range(60):
            if self.on('check box', '^Cascade expected'):
                break
            if self.on(None, '^Further details') and not self.app.focus.has('expanded'):
                self.app.press('space')
            self.app.press('Tab')
            self.app.settle()
        assert self.on('check box', '^Cascade expected'), self.app.focus
        self.app.press('space')
        wait_for(lambda: self.items()[0]['cascade_expected'], 'cascade expected in the file')

    def enter_meetings(self):
        self.app.press('<Control><Shift>l')
        calendar = self.app.window('Calendar and Requests')
        assert lint_names(calendar) == [], lint_names(calendar)
        self.app.press('<Control>n')
        window = self.app.window('Add Meetings')
        assert lint_names(window) == [], lint_names(window)
        self.tab_to(None, '^Group')
        self.app.press('space')
        wait_for(lambda: self.on('text') or self.on('entry'), 'entry of the chooser')
        self.app.type_text(self.group)
        self.app.find(None, re.compile('^' + re.escape(self.group)))
        self.app.press('Return')
        self.tab_to('text', '^Dates')
        self.app.type_text(', '.join(MEETINGS))
        self.app.press('<Control>Return')
        wait_for(lambda: window not in self.app.windows(), 'end of the window')
        wait_for(lambda: [m['date'] for m in self.listed('meetings')] == list(MEETINGS), 'meetings in the file')
        wait_for(lambda: self.on('list item', '18 November 2026'), 'the keyboard on the first of them')
        self.close_calendar(calendar)

    def close_calendar(self, calendar):
        """Not by Escape, which takes away the message with Undo first."""
        self.app.press('<Control>w')
        wait_for(lambda: calendar not in self.app.windows(), 'end of the calendar')

    def see_them(self):
        """The one that is near stands on the list of the day, the others in the file."""
        assert self.due() == DUE, self.due()
        self.row(f'^{WHAT}, .*Wednesday 25 November 2026')

    def record(self):
        self.row(f'^{WHAT}, ')
        self.app.press('Return')
        window = self.app.window('Record as Done')
        assert lint_names(window) == [], lint_names(window)
        self.tab_to(None, '^Add Evidence')
        self.app.press('space')
        wait_for(lambda: window.look('text', re.compile('^Title')), 'the form of the evidence')
        self.tab_to('text', '^Title')
        self.app.press('<Control>a')
        self.app.type_text('Copy of the message')
        self.tab_to('text', '^Reference')
        self.app.type_text('Folder 7')
        self.app.press('<Control>Return')
        wait_for(lambda: window not in self.app.windows(), 'end of the window')
        wait_for(lambda: self.due() == DUE[1:], 'the occurrence done in the file')
        assert [e['reference'] for e in self.listed('evidence')] == ['Folder 7']
        waiting = self.only_return()
        assert (waiting['requested_on'], waiting['due_on']) == (TODAY, '2026-12-04'), waiting

    def chase(self):
        self.row(f'^{re.escape(self.agency)}, Awaited')
        self.app.press('Menu')
        item = self.app.find('menu item', re.compile('Chased Today'))
        for _ in range(10):
            if item.has('focused'):
                break
            self.app.press('Down')
            self.app.settle()
        self.app.press('Return')
        wait_for(lambda: self.only_return().get('chased') == 1, 'the chase in the file')
        assert self.only_return()['chased_on'] == TODAY
        self.row(f'^{re.escape(self.agency)}, Awaited.*chased once')

    def return_it(self):
        self.row(f'^{re.escape(self.agency)}, Awaited')
        self.app.press('Return')
        window = self.app.window('Cascade Return')
        assert lint_names(window) == [], lint_names(window)
        self.tab_to('text', '^Returned by')
        self.app.type_text('Their press office')
        self.app.press('<Control>Return')
        wait_for(lambda: window not in self.app.windows(), 'end of the window')
        wait_for(lambda: self.only_return().get('returned_by') == 'Their press office', 'the return in the file')

    def move_meeting(self):
        self.app.press('<Control><Shift>l')
        calendar = self.app.window('Calendar and Requests')
        for _ in range(30):
            if self.on('list item', '16 December 2026'):
                break
            self.app.press('Down' if self.on('list item') else 'Tab')
            self.app.settle()
        assert self.on('list item', '16 December 2026'), self.app.focus
        self.app.press('Return')
        wait_for(lambda: not self.on('list item'), 'the keyboard in the form')
        self.tab_to(None, '^Date', '<Shift>Tab')
        self.app.press('<Control>a')
        self.app.type_text('15 December 2026\n')
        wait_for(lambda: self.due() == ['2026-12-22', DUE[2]], 'the occurrence moved in the file')
        moved = next(m for m in self.listed('meetings') if m['date'] == '2026-12-15')
        assert moved['moved_from'] == '2026-12-16', moved
        self.close_calendar(calendar)

    def undo_all(self):
        self.app.press('<Control>1')
        self.app.settle()
        count = 0
        while self.state() != self.first:
            before = self.state()
            self.app.press('<Control>z')
            wait_for(lambda known=before: self.state() != known, 'effect of undo')
            count += 1
            assert count < 12, self.state()
        assert count == 6, count


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'story.circulate')
        plan = os.path.join(folder, 'plan.csv')
        subprocess.run([CIRCULATE, 'create', database, '--template', 'starter'], check=True, stdout=subprocess.DEVNULL)
        agency = json.loads(run(CIRCULATE, database, 'list', 'agencies', '--json'))[0]['name']
        with open(plan, 'w', encoding='utf-8') as file:
            file.write(PLAN % (WHAT, agency))
        run(CIRCULATE, database, 'import', 'plan', plan)
        with Program([CIRCULATE, '--database', database], env={'CIRC_TEST': '1', 'CIRC_TODAY': TODAY}) as app, Tap() as tap:
            story = Story(app, database)
            tell(tap, app, [('expects the agency to pass it on', story.expect_cascade),
                            ('enters meetings', story.enter_meetings),
                            ('sees what falls due by them', story.see_them),
                            ('records one as done with evidence', story.record),
                            ('chases the cascade return', story.chase),
                            ('records what the agency says', story.return_it),
                            ('moves a meeting', story.move_meeting),
                            ('undoes all of it', story.undo_all),
                            ('says nothing on standard error and ends well', app.close)])


if __name__ == '__main__':
    main()
