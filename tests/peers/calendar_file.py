#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar file, read by python3-icalendar: its dates are those of the list, and its names the same each time."""
import datetime
import json
import pathlib
import sys

import icalendar

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'commands'))
import circ_run

PLAN = """What needs to be communicated,When
Newsletter,Monthly
"Policy, procedures","1 week before Harbour Board meeting"
Internet day,2nd day of 2nd week of 2nd month
Programme,Publication of course programme in June each year
National theme events,As per calendar of events and links to safeguarding priorities
"""
ON = '2026-11-21'


def entries(path):
    found = icalendar.Calendar.from_ical(path.read_bytes()).walk('VEVENT')
    assert len({str(event['UID']) for event in found}) == len(found)
    return found


def dates_equal_the_list(place):
    (place.path / 'plan.csv').write_text(PLAN, encoding='utf-8')
    place.done('create', 'p.circulate', '--template', 'empty')
    place.done('--database', 'p.circulate', 'import', 'plan', 'plan.csv')
    listed = json.loads(place.done('--database', 'p.circulate', 'list', 'occurrences', '--json', '--on', ON).out)
    place.done('--database', 'p.circulate', 'export', 'occurrences', '--format', 'ics', '--output', 'p.ics')
    first = entries(place.path / 'p.ics')
    due = [event for event in first if str(event['UID']).startswith('due-')]
    assert due and all(type(event['DTSTART'].dt) is datetime.date for event in due)
    days = sorted((str(event['SUMMARY']), event['DTSTART'].dt.isoformat()) for event in due)
    last = max(day for _, day in days)
    wanted = sorted((row['item']['name'], row['due_on']) for row in listed if row['due_on'] and row['due_on'] <= last)
    assert set(wanted) <= set(days), set(wanted) - set(days)
    place.done('--database', 'p.circulate', 'export', 'occurrences', '--output', 'again.ics')
    assert {str(e['UID']) for e in entries(place.path / 'again.ics')} == {str(e['UID']) for e in first}


circ_run.main([dates_equal_the_list])
