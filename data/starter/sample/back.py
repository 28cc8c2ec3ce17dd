# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes back: cascade returns, and requests for a format."""
import datetime

from .base import add, date, index


def later(day, days):
    """'Y0:06-29' and 14 -> 'Y0:07-13'; within one year, and never on a weekend of 2026."""
    year, rest = day.split(':')
    real = datetime.date(2026, *map(int, rest.split('-'))) + datetime.timedelta(days)
    while real.weekday() > 4:
        real += datetime.timedelta(1)
    return '%s:%02d-%02d' % (year, real.month, real.day)


COMMENTS = ('Read out at the team meetings.', 'On the front page of the intranet for a week.', None,
            'Sent to all managers, with a line to confirm.', None, 'Put into the staff newsletter.', None)
ISSUES = {4: 'Staff ask for a version that can be printed on one page.', 9: 'Night teams say that they see it too late.'}


def returns(occurrence, number):
    """One for each agency that a communications lead speaks for; most of them answer."""
    done = index[occurrence]['completed-on']
    agencies = []
    for key in index['list.comms-leads']['members']:
        contact = index[key]
        if contact.get('agency') in agencies:
            continue
        agencies.append(contact['agency'])
        place = len(agencies) + number
        fields = {}
        if place % 11 == 7:
            fields = dict(chased=2, chased_on=later(done, 21))
            if done.startswith('Y-1'):
                fields['returned_on'] = later(done, 30)
        elif place % 11 == 3:
            fields = dict(chased=1, chased_on=later(done, 15), returned_on=later(done, 17))
        elif place % 13 == 5:
            fields = dict(not_applicable_reason='Has no staff in the area this message is about')
        else:
            fields = dict(returned_on=later(done, 2 + place * 5 % 9))
        if 'returned_on' in fields:
            fields.update(returned_by=' '.join(filter(None, (contact.get('given-name'), contact.get('family-name')))),
                          method_used=('method.email', 'method.partner-newsletters', 'method.website')[place % 3],
                          reach=40 + place * 137 % 900, comment=COMMENTS[place % len(COMMENTS)], issues_raised=ISSUES.get(place))
        add('cascade-return', '%s.%d' % (occurrence.replace('occurrence', 'return'), len(agencies)), occurrence=occurrence,
            agency=contact['agency'], requested_on=done, due_on=later(done, 14), **fields)


for number, key in enumerate(('meeting-summary.1', 'meeting-summary.2', 'meeting-summary.5', 'meeting-summary.6')):
    returns('occurrence.' + key, number)

for number, (document, form, received, needed, supplied, state, more) in enumerate((
        ('Annual report: the year in two pages', 'large_print', 'p1020', 'p1103', 'p1029', 'supplied', {'cost': 1800}),
        ('Who to tell when you are worried', 'easy_read', 'p0212', 'p0227', 'p0224', 'supplied', {}),
        ('Private fostering leaflet', 'translation', 'c0527', 'c0617', 'c0616', 'supplied', {'language': 'Polish', 'cost': 9400}),
        ('Procedures, chapter on self-neglect', 'braille', 'c0914', None, None, 'cannot_supply',
         {'reason': 'Changes every quarter; an audio version was offered and taken'}),
        ('Briefing on self-neglect', 'audio', 'c1109', 'c1127', None, 'in_production', {}),
        ('A warm home and a clear way out', 'translation', 'c1118', 'c1202', None, 'received', {'language': 'Romanian'}))):
    add('format-request', 'request.%d' % (number + 1), document=document, format=form, received_on=date(received),
        needed_by=needed and date(needed), supplied_on=supplied and date(supplied), state=state, **more)
