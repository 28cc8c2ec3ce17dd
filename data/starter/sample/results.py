# SPDX-License-Identifier: GPL-3.0-or-later
"""What it is all for, and what it came to: priorities, two years of readings, and campaigns."""
from .base import add, data

data.update({'priority': [], 'measure-reading': [], 'campaign': [], 'partner-site': []})

# --- Priorities ------------------------------------------------------------------------------------------------------

add('priority', 'priority.neglect', name='Neglect and self-neglect', level='priority', starts_on='Y-1:04-01', ends_on='Y0:03-31',
    description='Seen early, named plainly, and acted on together.')
add('priority', 'priority.exploitation', name='Exploitation of children and adults', level='priority', starts_on='Y-1:04-01',
    ends_on='Y0:03-31', description='In the family, in the street and online.')
add('priority', 'priority.domestic-abuse', name='Domestic abuse: the whole family', level='priority', starts_on='Y0:04-01',
    description='Every child in the house is counted, and every adult.')
add('priority', 'priority.reach', name='Every practitioner hears of what was learned', level='objective', starts_on='Y-1:04-01',
    description='Learning from reviews reaches every team within six weeks, and somebody confirms that it did.')
add('priority', 'priority.public', name='Residents know what to do when they are worried', level='objective', starts_on='Y-1:04-01')
add('priority', 'priority.confidence', name='People who were helped say that they were listened to', level='intended_result',
    starts_on='Y-1:04-01')

SERVES = {
    'sixteen-days': ['domestic-abuse', 'public'], 'exploitation-day': ['exploitation'], 'cuckooing-campaign': ['exploitation', 'public'],
    'sleep-campaign': ['public'], 'winter-campaign': ['neglect', 'public'], 'bus-campaign': ['neglect'],
    'seven-minute-briefings': ['reach'], 'learning-events': ['reach'], 'bulletin': ['reach'], 'meeting-summary': ['reach'],
    'young-voices': ['confidence'], 'in-voices': ['confidence'], 'contact-card': ['public'],
}
for key, names in SERVES.items():
    add('plan-item', 'plan.' + key, priorities=['priority.' + n for n in names])

# --- Measures and their readings ---------------------------------------------------------------------------------------

MONTHS = ['04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30', '12-31', '01-31', '02-28', '03-31']


def target(key, value, on=None, baseline=None, note=None):
    add('measure', 'measure.' + key, target=value, target_on=on, baseline=baseline, baseline_note=note)


target('website-visitors', 2400, 'Y0:03-31', 1450, 'Mean of the year before')
target('page-visits', 7500, 'Y0:03-31', 4800, 'Mean of the year before')
target('attendance', 160, 'Y0:03-31', 95, 'Mean of four quarters')
target('evaluations', 75, 'Y0:03-31', 52.5, 'Mean of four quarters')
target('dedicated-number-calls', 120, 'Y0:03-31', 78, 'Mean of the year before')
target('partner-contributions', 20, 'Y0:03-31', 8, 'First count')
target('telephone-survey', 60, 'Y0:03-31', 41.5, '400 people rung, first survey')
add('measure', 'measure.attendance', priorities=['priority.reach'])
add('measure', 'measure.practitioner-feedback', priorities=['priority.reach'])
add('measure', 'measure.telephone-survey', priorities=['priority.public'])
add('measure', 'measure.dedicated-number-calls', priorities=['priority.public'])
add('measure', 'measure.service-user-feedback', priorities=['priority.confidence'])


def reading(measure, year, first, last, recorded, key='', **fields):
    """A reading of a period within a year; it is recorded on a day that may lie in the next one."""
    name = '%s.%s.%s%s' % (measure, 'last' if year == 'Y-1' else 'this', last, key)
    add('measure-reading', 'measure-reading.' + name, measure='measure.' + measure, period_from='%s:%s' % (year, first),
        period_to='%s:%s' % (year, last), recorded_on=recorded, quality=fields.pop('quality', 'actual'), **fields)


def monthly(measure, source, figures):
    for year, row in figures.items():
        for i, value in enumerate(row):
            month = MONTHS[i][:2]
            after = MONTHS[(i + 1) % 12][:2]
            recorded_year = year if i < 11 else {'Y-1': 'Y0'}.get(year)
            if recorded_year is None:
                continue
            reading(measure, year, month + '-01', MONTHS[i], '%s:%s-04' % (recorded_year, after), value=value,
                    recorded_by='Imran Chowdhary', source_note=source)


def quarterly(measure, by, source, figures):
    ends = [('04-01', '06-30', '07-08'), ('07-01', '09-30', '10-07'), ('10-01', '12-31', '01-09'), ('01-01', '03-31', '04-08')]
    for year, row in figures.items():
        for (first, last, on), fields in zip(ends, row):
            recorded_year = year if last != '03-31' else {'Y-1': 'Y0'}.get(year)
            if recorded_year is not None:
                reading(measure, year, first, last, '%s:%s' % (recorded_year, on), recorded_by=by, source_note=source, **fields)


monthly('website-visitors', 'Website statistics', {
    'Y-1': [1490, 1530, 1720, 1410, 1280, 1890, 1940, 2310, 1650, 1780, 2120, 1960],
    'Y0': [1850, 1930, 2240, 1690, 1540, 2280, 2370, 2790, 2050, 2180, 2460]})
monthly('page-visits', 'Website statistics', {
    'Y-1': [4910, 5060, 5700, 4620, 4180, 6200, 6340, 7480, 5350, 5820, 6890, 6410],
    'Y0': [6020, 6270, 7210, 5480, 5010, 7390, 7650, 8920, 6600, 7040, 7930]})
monthly('dedicated-number-calls', 'Contact centre', {
    'Y-1': [74, 81, 86, 70, 66, 92, 97, 131, 88, 94, 103, 96],
    'Y0': [91, 99, 104, 85, 82, 108, 117, 149, 101, 112, 121]})
quarterly('attendance', 'Bronagh Tully', 'Attendance sheets', {
    'Y-1': [dict(value=102, narrative='84 from partners, 18 from the public.'), dict(value=88), dict(value=141), dict(value=119)],
    'Y0': [dict(value=134, narrative='106 from partners, 28 from the public.'), dict(value=127), dict(value=171)]})
quarterly('evaluations', 'Bronagh Tully', 'Evaluation forms', {
    'Y-1': [dict(value=54.9, numerator=56, denominator=102), dict(value=58, numerator=51, denominator=88),
            dict(value=66, numerator=93, denominator=141), dict(value=68.9, numerator=82, denominator=119)],
    'Y0': [dict(value=70.9, numerator=95, denominator=134), dict(value=74, numerator=94, denominator=127),
           dict(value=76, numerator=130, denominator=171)]})
quarterly('partner-contributions', 'Imran Chowdhary', 'Newsletter file', {
    'Y-1': [dict(value=9), dict(value=7), dict(value=14), dict(value=12)],
    'Y0': [dict(value=15), dict(value=11), dict(value=18)]})
quarterly('practitioner-feedback', 'Bronagh Tully', 'Evaluation forms and team meetings', {
    'Y-1': [dict(narrative='The one-page summaries are read; the long reports are not.'),
            dict(narrative='Night staff ask for recordings.'),
            dict(narrative='The seven-minute briefings are used in team meetings.'),
            dict(narrative='Teams want examples from adults’ services too.')],
    'Y0': [dict(narrative='The recordings are watched: 212 times in the quarter.'),
           dict(narrative='Schools ask for one page before the summer holidays.')]})
reading('telephone-survey', 'Y-1', '03-02', '03-13', 'Y-1:03-20', value=48.5, numerator=194, denominator=400,
        recorded_by='Imran Chowdhary', source_note='Survey, 400 people rung')
# Somebody counted the staff of the council too; the corrected figure stands beside the first.
reading('website-visitors', 'Y-1', '09-01', '09-30', 'Y-1:10-21', key='.corrected', value=1760, recorded_by='Imran Chowdhary',
        source_note='Website statistics, our own network left out', reason='The first count included our own network.',
        supersedes='measure-reading.website-visitors.last.09-30')

# --- Campaigns ---------------------------------------------------------------------------------------------------------

add('campaign', 'campaign.sleep', ref=None, title='A clear cot, every night', state='live', mode='proactive',
    objective='Every family with a new baby has been shown safer sleep by somebody it trusts, before the first night away from home.',
    starts_on='Y-1:10-06', ends_on='Y0:03-31', lead='contact.kettle', audiences=['audience.parents', 'audience.carer-family'],
    vulnerable_group='Parents in temporary accommodation', priorities=['priority.public'],
    who_needs_to_know='Parents of babies under one, grandparents and others who look after them now and then.',
    who_could_help='Midwives, health visitors, family hub workers, owners of holiday lets.',
    what_they_need_to_know='Where a baby sleeps safest on an ordinary night, and on the night that is not ordinary.',
    what_they_can_tell_us='What makes it hard: cold rooms, no cot, a journey.',
    when_they_need_to_know='Before the birth, at the first visit, and before the summer holidays.',
    when_we_need_views='By the middle of February.',
    best_way_to_receive='Shown in the home by somebody they know, with a card that stays beside the bed.',
    who_should_communicate='The midwife first, then the health visitor.',
    how_success_is_evaluated='What health visitors see at the six-week visit; visits to the page.',
    diversity_note='The card in four languages; pictures that need no words.',
    feedback_built_in='yes', feedback_note='Two questions at the six-week visit.', measures=['measure.website-visitors'],
    estimate=90000, estimate_note='Cards and translation', approval_state='approved', approval_by='Executive', approval_on='Y-1:09-16')
add('campaign', 'campaign.cuckooing', title='Whose front room is it?', state='evaluating', mode='proactive',
    objective='More early reports of cuckooing from neighbours and housing staff: a third more calls in the three months after.',
    starts_on='Y0:05-11', ends_on='Y0:07-10', lead='contact.sallow',
    audiences=['audience.community', 'audience.residents-groups', 'audience.partner-org'],
    vulnerable_group='Adults who live alone and have been befriended by people who use their home',
    priorities=['priority.exploitation', 'priority.public'],
    who_needs_to_know='Residents of three neighbourhoods in Northmoor; repairs teams who see the inside of homes.',
    who_could_help='Tenants’ groups, couriers, the Friday lunch clubs.',
    what_they_need_to_know='That new faces and closed curtains may mean somebody is not safe in their own home, and whom to ring.',
    what_they_can_tell_us='Which streets, and what stops people from ringing.',
    when_they_need_to_know='Before the long evenings.', when_we_need_views='While the teams are in each neighbourhood.',
    best_way_to_receive='On the door, from somebody in a uniform they know.',
    who_should_communicate='The neighbourhood police team with the housing officer.',
    how_success_is_evaluated='Calls to the front doors for two months before and three months after.',
    diversity_note='Easy Read door hanger; the talk without slides.',
    feedback_built_in='yes', feedback_note='Each visit ends with two questions, noted on the sheet.',
    measures=['measure.dedicated-number-calls'],
    estimate=240000, estimate_note='Print and translation; Alderbeck Homes adds £600', approval_state='approved',
    approval_by='Executive', approval_on='Y-1:03-19')
add('campaign', 'campaign.bus', title='Neglect on the way to work', state='cancelled', mode='proactive',
    objective='Passers-by know three signs of neglect.', audiences=['audience.community'], priorities=['priority.neglect'],
    feedback_built_in='no', feedback_note='Nobody waits long enough to be asked.', estimate=580000, estimate_note='Sixteen shelters, four weeks',
    approval_state='rejected', approval_by='Executive', approval_on='Y-1:01-22')

for key, campaign in (('sleep-campaign', 'sleep'), ('cuckooing-campaign', 'cuckooing'), ('bus-campaign', 'bus')):
    add('plan-item', 'plan.' + key, campaign='campaign.' + campaign)

# --- Websites of partners ------------------------------------------------------------------------------------------------

for key, address, kind, agency, links, checked, note in (
        ('council', 'www.wrenshire.example/safeguarding', 'website', 'local-authority', 'yes', 'Y-1:09-08', None),
        ('council-staff', 'Staff pages, “Keeping people safe”', 'intranet', 'local-authority', 'yes', 'Y-1:09-08',
         'Changes through the council’s web team, five working days.'),
        ('police', 'www.wrenshirepolice.example/advice', 'website', 'police', 'out_of_date', 'Y-1:09-10',
         'Leads to the old address. Asked for a change on the day.'),
        ('hospital', 'www.wrenshirehospitals.example/patients', 'website', 'hospital-trust', 'no', 'Y-1:09-10', None),
        ('community-trust', 'Trust intranet, safeguarding hub', 'intranet', 'community-trust', 'yes', 'Y-1:10-02', None),
        ('voluntary', 'www.wrenshirevoices.example', 'website', 'voluntary', 'yes', 'Y-1:10-02', None)):
    add('partner-site', 'partner-site.' + key, address=address, agency='agency.' + agency, links_to_us=links, checked_on=checked,
        note=note, kind=kind)
