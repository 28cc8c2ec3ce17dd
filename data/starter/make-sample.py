#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sample.json, the invented partnership of the first start, from starter.json and what stands below.

Everybody and everything in it is invented; telephone numbers come from the ranges that Ofcom keeps for drama, and
addresses from the reserved domain .example. The output is the same on every run.

The file holds, for each kind of record, an array of objects with the field names of the catalogues and a "key" by which
others refer to them, also before they come (agencies name their contacts and the other way round: create first, link
second). Plan items stand in the order of their references; "logo" names a resource beside the file.

Dates are ISO dates, or month and day within a reporting year (April to March): "Y0:06-12" is 12 June of the reporting
year in which the sample is opened, "Y-1:06-12" the year before. Below they are written "c0612" and "p0612", and a
weekend of 2025-27 moves to the Friday before. Whoever loads the sample leaves out what has not yet happened on the day
it is opened: of an occurrence whose "completed-on" (or "due-on", where it was never done) is later, all but item, due-on
and responsible, and all of it when it has no due-on; and every piece of evidence with a later date.

An object with the key of a starter object replaces the fields it names, so that "Police" becomes "Wrenshire Police".
"""
import datetime
import json
import pathlib

HERE = pathlib.Path(__file__).parent
SITE = 'https://www.wrenshiresafeguarding.example/'
data = json.loads((HERE / 'starter.json').read_text(encoding='utf-8'))
data.update({'contact': [], 'plan-item': [], 'occurrence': [], 'evidence': [], 'cascade-return': [], 'format-request': []})
index = {o['key']: o for kind in data.values() for o in kind}


def date(short, working=True):
    """'p0612' -> 'Y-1:06-12'; a weekend moves to the Friday before, in the years 2025-26 and 2026-27."""
    year, month, day = {'p': 2025, 'c': 2026}[short[0]], int(short[1:3]), int(short[3:])
    real = datetime.date(year + (month < 4), month, day)
    while working and real.weekday() > 4:
        real -= datetime.timedelta(1)
    return '%s:%02d-%02d' % ('Y-1' if short[0] == 'p' else 'Y0', real.month, real.day)


def add(table, key, /, **fields):
    record = {name.replace('_', '-'): value for name, value in fields.items() if value not in (None, '', [])}
    if key in index:
        index[key].update(record)
    else:
        index[key] = {'key': key, **record}
        data[table].append(index[key])


# --- The partnership -------------------------------------------------------------------------------------------------

add('partnership', 'partnership.main', name='Wrenshire Safeguarding Partnership', short_name='WSP', kind='joint',
    areas='Wrenshire\nNorthmoor',
    legal_basis='The arrangements for children are made under the Children Act 2004, those for adults under the Care '
                'Act 2014. The partners publish both together and report on both every year.',
    host_agency='agency.local-authority',
    address='Business unit, Wrenshire Safeguarding Partnership\nAlder House\n4 Market Row\nWrenbridge',
    telephone='01632 960140', website='www.wrenshiresafeguarding.example',
    generic_inbox='businessunit@wrenshiresafeguarding.example',
    secure_inbox='secure@wrenshiresafeguarding.example', review_subgroup_name='Case Review Group',
    priorities=[{'title': 'Neglect and self-neglect', 'from': 'Y-1:04-01', 'to': 'Y0:03-31'},
                {'title': 'Exploitation of children and adults', 'from': 'Y-1:04-01', 'to': 'Y0:03-31'},
                {'title': 'Domestic abuse: the whole family', 'from': 'Y0:04-01'}],
    logo='logo.png',
    logo_description='A wren under a sheltering arc, beside the words Wrenshire Safeguarding Partnership',
    accent_colour='#14606a')

# --- Agencies --------------------------------------------------------------------------------------------------------

add('agency', 'agency.local-authority', name='Wrenshire Council', abbreviation='WC', comms_lead='contact.pryor',
    safeguarding_lead='contact.adeyinka', press_office_contact='contact.wc-press', senior_officer='contact.adeyinka',
    contributes_budget=8450000, active_from='2009-04-01')
add('agency', 'agency.northmoor', name='Northmoor Borough Council', abbreviation='NBC', category='local_authority',
    standing='statutory_partner', comms_lead='contact.dhaliwal', senior_officer='contact.threlfall',
    contributes_budget=5120000, active_from='2009-04-01')
add('agency', 'agency.icb', name='Wrenshire and Northmoor Integrated Care Board', comms_lead='contact.sweeney',
    safeguarding_lead='contact.farrukh', senior_officer='contact.farrukh', contributes_budget=7200000,
    active_from='2022-07-01')
add('agency', 'agency.former-ccg', name='Wrenshire Clinical Commissioning Group', abbreviation='WCCG',
    category='other', standing='other_partner', active_from='2013-04-01', active_to='2022-06-30',
    successor='agency.icb', archived_on='2022-07-01')
add('agency', 'agency.police', name='Wrenshire Police', abbreviation='WP', comms_lead='contact.hartigan',
    safeguarding_lead='contact.strachan', press_office_contact='contact.hartigan', senior_officer='contact.strachan',
    contributes_budget=6000000, active_from='2009-04-01')
add('agency', 'agency.hospital-trust', name='Wrenvale Hospitals NHS Trust', abbreviation='WHT',
    comms_lead='contact.umarov', safeguarding_lead='contact.badru', associated_statutory_partner='agency.icb',
    active_from='2011-10-01')
add('agency', 'agency.community-trust', name='Greenlea Community and Mental Health NHS Trust', abbreviation='GCMH',
    comms_lead='contact.kettle', associated_statutory_partner='agency.icb', active_from='2014-04-01')
add('agency', 'agency.education', name='Wrenshire and Northmoor Schools Forum', comms_lead='contact.brightwell',
    safeguarding_lead='contact.brightwell', active_from='2018-09-01')
add('agency', 'agency.youth-justice', name='Wrenshire Youth Justice Service', abbreviation='YJS',
    comms_lead='contact.lamptey', active_from='2009-04-01')
add('agency', 'agency.probation', name='Probation Service, Wrenshire delivery unit', comms_lead='contact.verghese',
    associated_statutory_partner='agency.police', active_from='2021-06-26')
add('agency', 'agency.fire', name='Wrenshire Fire and Rescue Service', abbreviation='WFRS',
    comms_lead='contact.wolstencroft', associated_statutory_partner='agency.local-authority', active_from='2009-04-01')
add('agency', 'agency.housing', name='Alderbeck Homes', standing='relevant_agency', comms_lead='contact.nkemelu',
    associated_statutory_partner='agency.northmoor', active_from='2016-01-04')
add('agency', 'agency.voluntary', name='Voluntary Action Wrenshire', abbreviation='VAW', comms_lead='contact.sallow',
    active_from='2009-04-01')
add('agency', 'agency.faith', name='Wrenshire Faith Network', comms_lead='contact.darrow', active_from='2017-03-01')
add('agency', 'agency.care-providers', name='Wrenshire Care Association', comms_lead='contact.samarasinghe',
    associated_statutory_partner='agency.local-authority', active_from='2015-09-01')
add('agency', 'agency.pcc', name='Police and Crime Commissioner for Wrenshire', abbreviation='PCC')
add('agency', 'agency.public-voice', name='Wrenshire Voices', comms_lead='contact.fawley', active_from='2013-04-01')
add('agency', 'agency.health-wellbeing', name='Wrenshire Health and Wellbeing Board', abbreviation='HWB')
add('agency', 'agency.community-safety', name='Safer Wrenshire', active_from='2009-04-01')
add('agency', 'agency.local-media', name='Wrenshire Echo')
add('agency', 'agency.ambulance', name='Moor and Vale Ambulance Service')

# --- Contacts --------------------------------------------------------------------------------------------------------

telephones = iter(range(141, 199))


def person(key, given, family, post, agency, domain, roles=(), **more):
    local = (given[0] + '.' + family).lower().replace('’', '').replace(' ', '')
    more.setdefault('telephone', '01632 960%d' % next(telephones))
    more.setdefault('email', local + '@' + domain + '.example')
    add('contact', 'contact.' + key, kind='person', given_name=given, family_name=family, post_title=post,
        agency=agency, roles=[dict(zip(('role', 'group', 'from', 'to'), r)) for r in roles],
        lawful_basis=more.pop('lawful_basis', 'role_contact'), **more)
    for row in index['contact.' + key].get('roles', []):
        for name in [n for n, v in row.items() if v is None]:
            del row[name]


LA, NB, ICB, POL = 'agency.local-authority', 'agency.northmoor', 'agency.icb', 'agency.police'
UNIT = 'wrenshiresafeguarding'
LEAD = [('agency_comms_lead', None, '2023-04-01')]
person('calloway', 'Ruth', 'Calloway', 'Business manager', LA, UNIT, [('business_manager', None, '2021-09-06')])
person('chowdhary', 'Imran', 'Chowdhary', 'Partnership and communications officer', LA, UNIT,
       [('business_unit', 'group.publicity', '2022-05-16')])
person('tully', 'Bronagh', 'Tully', 'Partnership administrator', LA, UNIT,
       [('business_unit', 'group.partnership-meeting', '2019-01-14')])
person('okoro', 'Delphine', 'Okoro', 'Learning and development manager', LA, UNIT,
       [('business_unit', 'group.training', '2020-11-02')])
person('zielak', 'Piotr', 'Zielak', 'Quality and performance officer', LA, UNIT,
       [('business_unit', 'group.audit', '2023-02-20')])
person('merrick', 'Geraint', 'Merrick-Lowe', 'Independent scrutineer', None, 'merrick-lowe',
       [('independent_scrutineer', None, '2023-10-01')], telephone='07700 900216')
person('farrukh', 'Yasmin', 'Farrukh', 'Chief nurse', ICB, 'wrenshire-icb',
       [('partnership_chair', 'group.partnership-meeting', 'Y-1:04-01'), ('dsp', 'group.executive', '2022-07-01')],
       honorific='Dr', email_is_secure=True)
person('strachan', 'Callum', 'Strachan', 'Detective superintendent, public protection', POL, 'wrenshire-police',
       [('dsp', 'group.executive', '2023-06-05'), ('deputy_chair', 'group.partnership-meeting', 'Y-1:04-01')],
       email_is_secure=True, out_of_hours_telephone='07700 900217')
person('adeyinka', 'Joyce', 'Adeyinka', 'Director of children’s services', LA, 'wrenshire',
       [('dsp', 'group.executive', '2020-03-02')])
person('threlfall', 'Malcolm', 'Threlfall', 'Director of adult social care', NB, 'northmoor',
       [('dsp', 'group.executive', '2024-01-08'), ('group_chair', 'group.adults-board', '2024-01-08')])
person('mukasa', 'Patience', 'Mukasa', 'Lay member', None, 'mukasa-home', [('lay_member', 'group.partnership-meeting', '2023-04-17')],
       telephone='07700 900218', preferred_formats=['large_print'])
person('pryor', 'Tamsin', 'Pryor', 'Senior communications officer', LA, 'wrenshire', LEAD)
person('dhaliwal', 'Kiran', 'Dhaliwal', 'Communications manager', NB, 'northmoor', LEAD)
person('sweeney', 'Lorcan', 'Sweeney', 'Communications and engagement partner', ICB, 'wrenshire-icb', LEAD)
person('hartigan', 'Naomi', 'Hartigan', 'Head of corporate communications', POL, 'wrenshire-police',
       [('agency_comms_lead', None, 'Y-1:10-01'), ('press_officer', None, 'Y-1:10-01')],
       out_of_hours_telephone='07700 900219')
person('pettifer', 'Gordon', 'Pettifer', 'Head of media', POL, 'wrenshire-police',
       [('agency_comms_lead', None, '2020-04-01', 'Y-1:09-30')], left_on='Y-1:09-30')
person('umarov', 'Felicity', 'Umarov', 'Internal communications lead', 'agency.hospital-trust', 'wrenvale-hospitals', LEAD)
person('badru', 'Seun', 'Badru', 'Head of safeguarding and named nurse', 'agency.hospital-trust', 'wrenvale-hospitals',
       [('group_chair', 'group.audit', '2024-04-01')], email_is_secure=True)
person('kettle', 'Saoirse', 'Kettle', 'Safeguarding practice lead', 'agency.community-trust', 'greenlea-trust', LEAD)
person('brightwell', 'Hannah', 'Brightwell', 'Adviser, safeguarding in education', 'agency.education', 'wrenshire',
       LEAD + [('group_chair', 'group.online-safety', 'Y-1:05-01')])
person('lamptey', 'Kofi', 'Lamptey', 'Service manager', 'agency.youth-justice', 'wrenshire', LEAD)
person('verghese', 'Anjali', 'Verghese', 'Senior probation officer', 'agency.probation', 'probation-wrenshire', LEAD)
person('wolstencroft', 'Dean', 'Wolstencroft', 'Community safety manager', 'agency.fire', 'wrenshire-fire', LEAD)
person('nkemelu', 'Tobias', 'Nkemelu', 'Head of tenancy support', 'agency.housing', 'alderbeckhomes', LEAD)
person('sallow', 'Marguerite', 'Sallow', 'Chief officer', 'agency.voluntary', 'vawrenshire',
       LEAD + [('group_chair', 'group.publicity', '2024-09-02')])
person('darrow', 'Lucian', 'Darrow', 'Safeguarding coordinator', 'agency.faith', 'wrenshirefaith', LEAD, honorific='Revd')
person('samarasinghe', 'Preeti', 'Samarasinghe', 'Registered manager', 'agency.care-providers', 'wrenshirecare', LEAD)
person('fawley', 'Idris', 'Fawley', 'Engagement coordinator', 'agency.public-voice', 'wrenshirevoices', LEAD)
person('skerritt', 'Bethan', 'Skerritt', 'Participation worker', LA, 'wrenshire',
       [('group_member', 'group.young-people', '2023-09-11')])
person('achterberg', 'Winston', 'Achterberg', 'Lead member for children and families', LA, 'wrenshire', honorific='Cllr')
person('rennick', 'Asha', 'Rennick', None, None, 'rennick-post', lawful_basis='subscriber', telephone=None,
       do_not_contact=True, do_not_contact_reason='Asked by e-mail to be taken off the newsletter list')
for key, post, agency, email, phone in (
        ('unit', 'Business unit mailbox', LA, 'businessunit@wrenshiresafeguarding.example', '01632 960140'),
        ('training-desk', 'Training bookings', LA, 'training@wrenshiresafeguarding.example', '01632 960139'),
        ('wc-press', 'Press office', LA, 'pressoffice@wrenshire.example', '01632 960138')):
    add('contact', 'contact.' + key, kind='role_mailbox', post_title=post, agency=agency, email=email, telephone=phone,
        lawful_basis='role_contact',
        roles=[{'role': 'press_officer'}] if key == 'wc-press' else [{'role': 'business_unit'}])
add('contact', 'contact.echo', kind='media_contact', post_title='Newsdesk', agency='agency.local-media',
    email='newsdesk@wrenshireecho.example', telephone='01632 960137', lawful_basis='media')

# --- Groups ----------------------------------------------------------------------------------------------------------


def group(key, chair, admin, meets, people, **more):
    members = []
    for who in people.split():
        row = {'contact': 'contact.' + who.rstrip('-'), 'from': 'Y-1:04-01'}
        if who.endswith('-'):
            row.update({'from': '2020-04-01', 'to': 'Y-1:09-30'})
        members.append(row)
    add('group', 'group.' + key, chair=chair and 'contact.' + chair, administrator=admin and 'contact.' + admin,
        meeting_pattern=meets, members=members, **more)


group('partnership-meeting', 'farrukh', 'tully', 'Four times a year: June, September, December, March',
      'farrukh strachan adeyinka threlfall merrick mukasa badru kettle brightwell lamptey verghese wolstencroft '
      'nkemelu sallow darrow samarasinghe fawley achterberg calloway')
group('executive', 'farrukh', 'tully', 'Every second month', 'farrukh strachan adeyinka threlfall calloway')
group('implementation', 'strachan', 'tully', 'Six weeks before each partnership meeting',
      'strachan badru kettle brightwell sallow zielak okoro chowdhary calloway')
group('publicity', 'sallow', 'chowdhary', 'Every second month, on the first Tuesday',
      'sallow pryor dhaliwal sweeney hartigan pettifer- umarov fawley skerritt chowdhary')
group('training', 'kettle', 'okoro', 'Once a term', 'kettle brightwell verghese samarasinghe okoro')
group('audit', 'badru', 'zielak', 'Every second month', 'badru kettle lamptey strachan zielak')
group('performance', 'adeyinka', 'zielak', 'Quarterly, once the figures are in', 'adeyinka threlfall strachan zielak')
group('case-review', 'strachan', 'calloway', 'Monthly, and within days of a request',
      'strachan farrukh adeyinka badru calloway', kind='subgroup', name='Case Review Group',
      notes='Considers requests for a review and follows each review until its learning has been passed on.')
group('online-safety', 'brightwell', 'chowdhary', 'Every two months until the toolkit is finished',
      'brightwell hartigan skerritt okoro', kind='task_and_finish', name='Online Safety Task and Finish Group',
      notes='Writes the online safety toolkit for families and schools. Ends when it has been handed to the '
            'Publicity and Communication Group.')
group('young-people', None, 'skerritt', 'Monthly in term time', 'skerritt lamptey', kind='forum',
      name='Young People’s Safeguarding Forum',
      notes='Twelve to fifteen young people from both areas. Tells the partnership what it should hear, and reads '
            'every text for young people before it goes out.')
group('provider-forum', 'samarasinghe', 'chowdhary', 'Quarterly', 'samarasinghe nkemelu', kind='forum',
      name='Care Provider Forum', notes='Home care, care homes and supported living in both areas.')
group('health-wellbeing', None, None, 'Quarterly', 'farrukh adeyinka', name='Wrenshire Health and Wellbeing Board',
      updates=[{'on': 'Y-1:07-17', 'text': 'Priorities of the partnership for two years', 'by': 'Yasmin Farrukh'},
               {'on': 'Y-1:10-16', 'text': 'Annual report, with the chapter on self-neglect', 'by': 'Yasmin Farrukh'},
               {'on': 'Y-1:01-22', 'text': 'Safer sleep: figures and the plan for the spring', 'by': 'Joyce Adeyinka'}])
group('community-safety', None, None, 'Every second month', 'strachan verghese', name='Safer Wrenshire',
      updates=[{'on': 'Y-1:05-20', 'text': 'Learning about cuckooing from the multi-agency audit', 'by': 'Callum Strachan'},
               {'on': 'Y-1:11-18', 'text': 'Joint calendar for the sixteen days against gender-based violence',
                'by': 'Anjali Verghese'}])
group('adults-board', 'threlfall', 'tully', 'Quarterly', 'threlfall farrukh strachan samarasinghe fawley merrick',
      name='Wrenshire and Northmoor Safeguarding Adults Board', kind='board',
      notes='The statutory board for adults. Meets on the same day as the partnership meeting and shares its agenda '
            'where the subject concerns the whole family.')
group('regional-managers', None, None, 'Twice a year, by turns in each area', 'calloway',
      updates=[{'on': 'Y-1:09-25', 'text': 'Offered our cuckooing materials to the neighbours', 'by': 'Ruth Calloway'}])

# --- Circulation lists -----------------------------------------------------------------------------------------------


def people(words):
    return [w if '.' in w else 'contact.' + w for w in words.split()]


def circulation(key, members, checked, owner='chowdhary', **more):
    add('circulation-list', 'list.' + key, members=people(members), owner='contact.' + owner, last_checked_on=date(checked),
        **more)


circulation('comms-leads', 'pryor dhaliwal sweeney hartigan umarov kettle brightwell lamptey verghese wolstencroft nkemelu '
            'sallow darrow samarasinghe fawley', 'c0616')
circulation('all', 'group.partnership-meeting group.implementation group.publicity group.training group.audit '
            'agency.ambulance agency.gp-practices agency.cafcass', 'c0618')
circulation('papers', 'group.partnership-meeting tully', 'c0602', owner='tully')
circulation('training-pool', 'kettle brightwell verghese lamptey samarasinghe wolstencroft training-desk', 'c0605',
            owner='okoro')
circulation('designated-leads', 'brightwell agency.education', 'c0908', owner='brightwell')
circulation('newsletter', 'unit group.young-people group.provider-forum rennick', 'p0312')
circulation('press-offices', 'wc-press hartigan dhaliwal sweeney', 'c0421', owner='calloway')
circulation('elected', 'achterberg', 'p0519', owner='calloway', name='Councillors of both councils',
            purpose='Briefings for councillors, sent through the two democratic services teams.',
            audiences=['audience.elected'], handling='official', cascade_expected=False, formats=['standard'])
circulation('providers', 'group.provider-forum agency.care-providers agency.housing', 'c0611',
            name='Care and housing providers',
            purpose='Managers of care, support and housing services in both areas.',
            audiences=['audience.provider'], handling='official', cascade_expected=True, formats=['standard'])

add('key-message', 'message.not-a-referral',
    signpost='Worried about a child or an adult in Wrenshire: 01632 960101. In Northmoor: 01632 960102. In danger '
             'now: ring 999.')
add('key-message', 'message.dont-wait',
    signpost='Speak to your safeguarding lead, or ring the front door of your council: Wrenshire 01632 960101, '
             'Northmoor 01632 960102.')
for number, key in enumerate(('everyones-business', 'not-a-referral', 'dont-wait', 'safe-to-talk', 'heard', 'neglect',
                              'self-neglect', 'exploitation', 'online', 'private-fostering', 'domestic-abuse',
                              'hidden-harm', 'share', 'challenge', 'safer-sleep')):
    add('key-message', 'message.' + key, review_on=date('c%02d14' % (number % 9 + 4)))
add('method', 'method.partner-websites', frequency='As needed')
add('method', 'method.e-learning', owner_agency=LA)

# --- The plan --------------------------------------------------------------------------------------------------------

PURPOSE = {'i': 'for_information', 'a': 'for_action', 'd': 'for_further_dissemination'}
PART = {'l': 'lead', 's': 'support'}


def link(name):
    if name is None or '.' in name:
        return name
    for prefix in ('audience', 'method', 'list', 'group', 'agency', 'contact'):
        if prefix + '.' + name in index:
            return prefix + '.' + name
    raise KeyError(name)


def entries(lines, third=None, tokens=None):
    """'i Words | link' a line; without a bar the words stay words."""
    rows = []
    for line in lines.strip().splitlines():
        line = line.strip()
        token = None
        if third:
            token, line = line.split(' ', 1)
        text, _, name = line.partition(' | ')
        row = {'text': text.strip()}
        if name:
            row['link'] = name.strip() if '.' in name else link(name.strip())
        if token and token != '-':
            row[third] = tokens[token]
        rows.append(row)
    return rows


LEADS = {}


def item(key, what, notes, to, how, by, when, category, messages='', formats='standard', checks='', checked=None,
         approval=None, evidence='required', marking='official', mode='proactive', direction='outgoing', **more):
    key = 'plan.' + key
    by_rows = entries(by, 'part', PART)
    LEADS[key] = next((r.get('link') for r in by_rows if r.get('part') == 'lead'), None)
    fields = dict(what=what, what_notes=notes, to_whom=entries(to, 'purpose', PURPOSE), how=entries(how), by_whom=by_rows,
                  when_text=when, category=category, mode=mode, direction=direction,
                  key_messages=['message.' + m for m in messages.split()], formats_needed=formats.split(),
                  quality_checks=checks.split(), evidence_policy=evidence, marking=marking, cascade_expected=False,
                  active_from='Y-1:04-01')
    if checked:
        fields.update(quality_checked_by=checked[0], quality_checked_on=date(checked[1]))
    fields['approval_needed'] = 'none'
    if approval:
        needed, state, asked, by_name, on, note = approval
        fields.update(approval_needed=needed, approval_state=state, approval_requested_on=asked and date(asked),
                      approval_by=by_name, approval_on=on and date(on), approval_note=note)
    fields.update(more)
    add('plan-item', key, **fields)


BASIC = 'relevant right_audience clear timely accurate'
FULL = BASIC + ' accessible branded best_value open_honest data_protection'

item('annual-report', 'Annual report of the partnership',
     'What the partners did in the year, what difference it made and what comes next, for children and for adults. With '
     'it go a two-page summary for the public and one page written by the Young People’s Safeguarding Forum.',
     '''a Executive, to agree the final text | executive
        i All members of the partnership | partnership-meeting
        i Wrenshire Health and Wellbeing Board | group.health-wellbeing
        i Safer Wrenshire | group.community-safety
        i Councillors of both councils | list.elected
        i Residents | community
        i National bodies entitled to a copy''',
     '''Annual report and strategic plans | annual-report
        Website | website
        Presented at the boards that meet in the autumn | report-to-group
        Summary in the newsletter | newsletter
        Social media | social-media''',
     '''l Business manager | calloway
        s Partnership and communications officer | chowdhary
        s Chairs of the sub-groups''',
     'Published by 30 September each year', 'annual_report', 'everyones-business heard',
     'standard html easy_read child_friendly', FULL, ('Ruth Calloway', 'p0915'),
     ('executive', 'approved', 'p0901', 'Executive', 'p0916',
      'Agreed with two changes to the chapter on neglect. Printing limited to 60 copies.'))

item('meeting-papers', 'Papers for the partnership meeting',
     'Agenda, minutes of the last meeting, action log and reports. Late papers only with the chair’s consent.',
     '''a Members of the partnership and their deputies | list.papers
        i Independent scrutineer | merrick''',
     '''E-mail from the business unit mailbox | email
        Members’ area of the website''',
     '''l Partnership administrator | tully
        s Authors of the papers''',
     'At least one week before the meeting', 'meeting_papers', marking='official_sensitive',
     checks='relevant accurate data_protection timely', checked=('Bronagh Tully', 'p0312'))

item('meeting-decisions', 'Decisions and actions of the partnership meeting',
     'The action log with names and dates, while memory is fresh. Draft minutes follow separately.',
     '''a Members of the partnership | list.papers
        a Chairs of the sub-groups
        i Implementation Group | implementation''',
     '''E-mail | email
        Item at the next Implementation Group | agenda-item''',
     'l Partnership administrator | tully\ns Partnership chair | farrukh',
     'Within five working days of the meeting', 'essential_information')

item('meeting-summary', 'What the partnership decided: one page for teams',
     'Three to five points that change something for practitioners, each with a name to ask. Nothing about any person or case.',
     '''d All communications leads | list.comms-leads
        d Designated safeguarding leads | list.designated-leads
        i Training pool members | list.training-pool''',
     '''E-mail alert | email-alert
        Website | website
        Team meetings and supervision | supervision
        Partner intranets | partner-websites''',
     '''l Partnership and communications officer | chowdhary
        s Communications lead of each agency''',
     'Within ten working days of the meeting', 'essential_information', 'everyones-business challenge',
     checks=BASIC + ' branded', checked=('Imran Chowdhary', 'p0320'), cascade_expected=True)

item('executive-papers', 'Papers for the Executive', 'Includes estimates and campaign plans that need a decision.',
     'a Executive | executive\ni Independent scrutineer | merrick', 'E-mail, secure | email\nPaper set for the chair',
     'l Business manager | calloway\ns Partnership administrator | tully',
     'One week before each meeting', 'meeting_papers', marking='official_sensitive', evidence='recommended')

item('subgroup-progress', 'Progress of the sub-groups against the work plan',
     'One page for each group: what was done, what is late and why, what help is needed.',
     '''a Implementation Group | implementation
        i Performance Management Group | performance
        i Partnership meeting | partnership-meeting''',
     '''Report to a group | report-to-group
        Agenda planning | agenda-item''',
     'l Quality and performance officer | zielak\ns Chairs of the sub-groups',
     'Quarterly, two weeks before the Implementation Group meets', 'subgroup_information')

item('subgroup-points', 'Points from the sub-groups for agencies',
     'What members are asked to take back to their own agency.',
     '''d Members of the sub-groups | partnership-group
        d All agencies through their communications leads | list.comms-leads''',
     'E-mail | email\nAgenda item at agencies’ own safeguarding meetings',
     'l Chairs of the sub-groups\ns Partnership administrator | tully',
     'Within one week of a sub-group meeting', 'subgroup_information', evidence='recommended', cascade_expected=True)

item('online-toolkit', 'Online safety toolkit for families and schools',
     'Settings and age limits, how to talk about what happens online, where to report. Links are tested every month.',
     '''i Parents and carers | parents
        i Children and young people | children
        a Designated safeguarding leads | list.designated-leads
        d Libraries, family hubs and youth clubs''',
     '''Website, pages on online safety | website
        Displays in libraries and family hubs | display
        School newsletters | partner-newsletters
        Posts at the start of each school holiday | social-media''',
     '''l Chair of the Online Safety Task and Finish Group | brightwell
        s Participation worker | skerritt
        s Young people who tested the pages''',
     'On-going; checked every three months', 'online_safety', 'online safe-to-talk',
     'html poster child_friendly subtitled_video', FULL, ('Hannah Brightwell', 'p0623'),
     ('business_manager', 'approved', 'p0612', 'Ruth Calloway', 'p0618', 'Approved. Replace the screen pictures every term.'),
     marking='public')

item('safer-internet-day', 'Safer Internet Day',
     'Local part of the national day: an assembly plan, a quiz made by the forum and a post a day for a week.',
     '''a Schools and colleges | schools
        i Parents | parents
        i Children and young people | children
        d All communications leads | list.comms-leads''',
     '''Website | website
        Social media | social-media
        Assemblies, led by pupils
        Displays in libraries | display''',
     'l Adviser, safeguarding in education | brightwell\ns Partnership and communications officer | chowdhary',
     'The day itself, in February; materials out three weeks before', 'online_safety', 'online',
     'html poster child_friendly', FULL, ('Imran Chowdhary', 'p0116'), marking='public')

item('procedures', 'New and changed multi-agency procedures',
     'Each change with one sentence on what practitioners now do differently. The full text stays in the online manual.',
     '''a All communications leads | list.comms-leads
        a Training Group, for the training packs | group.training
        d Contracted services, through their contract managers
        i Staff | staff
        i Partnership meeting, for new procedures | partnership-meeting''',
     '''E-mail alert | email-alert
        Website, procedures manual | website
        Agenda item at the Implementation Group | agenda-item''',
     'l Quality and performance officer | zielak\ns Owner of the procedure',
     'As soon as a change is agreed; summary of all changes every quarter', 'policy_procedure', 'challenge share',
     checks=BASIC, checked=('Piotr Zielak', 'p0218'), cascade_expected=True)

item('threshold-guide', 'Guide to levels of need and asking for help',
     'Second edition, for children and families. Goes with a pocket card and a recorded talk of twelve minutes.',
     '''a Staff who work with children and families | staff
        a Designated safeguarding leads | list.designated-leads
        i GP practices | gp-practices
        i Parents and carers | parents''',
     '''Website | website
        Briefing sessions in both areas | training
        Pocket card | leaflets
        Recorded talk on the e-learning platform | e-learning''',
     'l Director of children’s services | adeyinka\ns Learning and development manager | okoro',
     'On publication of the second edition', 'policy_procedure', 'dont-wait not-a-referral',
     'standard html large_print', 'relevant right_audience clear', None,
     ('executive', 'requested', 'p0323', None, None, 'Sent to the Executive with a note on the cost of the pocket card.'))

item('training-programme', 'Multi-agency training programme',
     'All courses of the coming training year with dates, levels and how to book. Courses added later are announced one by one.',
     '''d All communications leads | list.comms-leads
        i Training pool members | training-pool
        i Voluntary and faith organisations | voluntary
        i Care and housing providers | list.providers''',
     '''Website, training calendar | website
        E-mail alert | email-alert
        Training rota | training-rota
        Newsletter | newsletter
        Notice boards in staff rooms''',
     'l Learning and development manager | okoro\ns Training bookings | training-desk',
     'Programme out by the end of June; single courses when they are added', 'training_programme', 'everyones-business',
     'standard html', BASIC + ' accessible branded best_value', ('Delphine Okoro', 'p0606'), cascade_expected=True)

item('training-places', 'Places still free on courses in the next six weeks',
     'Short list with booking links. Goes to managers too, since they release staff.',
     '''d All communications leads | list.comms-leads
        i Team managers in social care, health and the police''',
     'E-mail alert | email-alert\nPartner intranets | partner-websites',
     'l Training bookings | training-desk', 'Every second month', 'training_programme', evidence='recommended')

item('single-agency-training', 'Safeguarding training inside the agencies',
     'Dates and numbers of each agency’s own courses, so that nobody is trained twice and gaps show.',
     'a Training Group | group.training\ni Staff of the agency concerned',
     'Agencies’ own intranets | partner-websites\nReport to the Training Group | report-to-group',
     'l Safeguarding lead of each agency\ns Learning and development manager | okoro',
     'When dates are published; figures twice a year', 'training_programme', evidence='recommended')

item('training-packs', 'Updated training packs',
     'Slides, case studies and trainer’s notes, with the date of the edition on every page. Old editions are withdrawn the same day.',
     'a Training pool | list.training-pool\ni Training Group | group.training\ni Visiting trainers from neighbouring areas',
     '''E-learning platform | e-learning
        E-mail alert | email-alert
        Training pool meeting''',
     'l Learning and development manager | okoro', 'Whenever a pack is updated', 'training_materials',
     checks='relevant clear accurate timely branded', checked=('Delphine Okoro', 'p0114'))

item('dsl-briefing', 'Termly briefing for designated safeguarding leads',
     'Changes in guidance, local learning and names. Forty minutes, recorded, with two pages of notes.',
     'a Designated safeguarding leads | list.designated-leads\ni Early years settings and childminders | schools\ni School governors for safeguarding',
     'Webinar | webinar\nE-mail with notes and recording | email',
     'l Adviser, safeguarding in education | brightwell\ns Business unit | unit',
     'Once a term, in the third week', 'participation_good_practice', 'dont-wait online', cascade_expected=True)

item('good-practice', 'Good practice from teams',
     'Short accounts of work that went well, written with the team and with the family’s consent. No details that could identify anybody.',
     'i Staff | staff\nd All communications leads | list.comms-leads\ni Elected members | elected',
     '''Newsletter | newsletter
        Website | website
        Shown on screens in staff areas''',
     'l Chair of the Publicity and Communication Group | sallow\ns Partnership and communications officer | chowdhary',
     'Within the dates agreed for each newsletter', 'participation_good_practice', 'heard',
     checks='relevant clear accurate open_honest data_protection', checked=('Marguerite Sallow', 'p0225'),
     evidence='recommended', marking='public')

item('young-voices', 'What young people told us and what changed',
     'Written by the Young People’s Safeguarding Forum. Every point has an answer: done, will be done by a date, or cannot be done and why.',
     '''a Partnership meeting | partnership-meeting
        i Children and young people | children
        d Schools and colleges | schools
        d Youth clubs and sports clubs | sports''',
     '''Presented by young people at the partnership meeting | groups
        Short film with subtitles | visual-media
        Posters for schools | leaflets
        Social media | social-media''',
     'l Participation worker | skerritt\ns Members of the forum | young-people',
     'Twice a year, after the forum’s residential days', 'participation_good_practice', 'heard safe-to-talk',
     'child_friendly subtitled_video poster', FULL, ('Bethan Skerritt', 'p0305'),
     ('business_manager', 'approved', 'p0226', 'Ruth Calloway', 'p0302', 'Approved as it stands. Do not edit their words.'),
     marking='public')

item('audit-findings', 'Findings of multi-agency audits',
     'What was looked at, what is strong, what has to change and who does it by when. Findings name services, never people.',
     '''a Performance Management Group | performance
        a Safeguarding leads of the agencies audited
        i Partnership meeting | partnership-meeting
        i Staff | staff''',
     '''Report to a group | report-to-group
        Seven-minute briefing | seven-minute
        E-newsletter | e-newsletter''',
     'l Chair of the Audit Group | badru\ns Quality and performance officer | zielak',
     'As findings become available, at the latest six weeks after the audit', 'audit', 'neglect exploitation challenge',
     checks='relevant accurate open_honest data_protection', checked=('Seun Badru', 'p0127'))

item('self-assessment', 'Results of the yearly self-assessment of agencies',
     'How agencies judge their own arrangements, what the scrutineer found on visits, and the plan for the year.',
     'a Partnership meeting | partnership-meeting\ni Executive | executive\ni All agencies that took part | partner-org',
     'Report to a group | report-to-group\nWorkshop for safeguarding leads | training\nLetter to each chief officer | letter',
     'l Quality and performance officer | zielak\ns Independent scrutineer | merrick',
     'By the end of January each year', 'audit', 'share challenge',
     approval=('chair', 'approved', 'p0112', 'Yasmin Farrukh', 'p0115', 'Letters to be signed by the chair and the scrutineer together.'))

item('seven-minute-briefings', 'Seven-minute briefings on learning from reviews',
     'One page: what happened in general terms, what we learnt, three questions for the team. Only after the review is published or complete.',
     '''d All communications leads | list.comms-leads
        a Team managers, for discussion in the team
        i Training pool | list.training-pool
        i Designated safeguarding leads | list.designated-leads''',
     '''Seven-minute briefing | seven-minute
        E-mail | email
        Website | website
        Team meetings | supervision''',
     'l Learning and development manager | okoro\ns Case Review Group | case-review',
     'Within four weeks of a review being published or completed', 'learning_from_reviews', 'heard neglect challenge',
     checks=FULL, checked=('Delphine Okoro', 'p0210'), cascade_expected=True,
     approval=('business_manager', 'approved', 'p0205', 'Ruth Calloway', 'p0209', 'Each briefing is read by the author of the review first.'))

item('learning-events', 'Learning events after a review or audit',
     'Two hours, half of it in small groups. The same session twice: once in a room, once online.',
     '''a Practitioners and managers of the services concerned
        i Staff | staff
        i Training pool members | training-pool''',
     'Learning event | learning-event\nWebinar | webinar\nNotes on the website | website',
     'l Learning and development manager | okoro\ns Chair of the Case Review Group | strachan',
     'Within six weeks of publication', 'learning_from_reviews', 'heard hidden-harm')

item('prepublication', 'Telling partners that a review is about to be published',
     'Practitioners and their managers first, then communications teams, with one agreed wording. Nothing goes to the media before the day.',
     '''i Practitioners involved and their managers
        a Press offices of the partners | list.press-offices
        a Executive | executive
        i Councillors of the area concerned | elected''',
     '''Face to face, by a manager they know | face-to-face
        E-mail, secure | email
        Briefing document on the day | briefing''',
     'l Business manager | calloway\ns Chair of the Case Review Group | strachan\ns Press office of the host council | wc-press',
     'Practitioners at least 21 days before publication; communications teams 14 days before', 'learning_from_reviews',
     marking='official_sensitive', mode='reactive', evidence='required',
     approval=('executive', 'approved', 'p0413', 'Executive', 'p0428', 'Standing approval of the steps; the wording is agreed each time.'))

item('adults-week', 'Safeguarding Adults Week',
     'A theme for each day, chosen with Wrenshire Voices: self-neglect, home care, money, loneliness, speaking up.',
     '''i Adults with care and support needs | service-user
        i Carers | carer-family
        a Care and housing providers | list.providers
        d All communications leads | list.comms-leads
        i Parish councils and village halls''',
     '''Social media | social-media
        Stalls in markets and surgeries | public-events
        Readings in care homes
        Posters in Easy Read | leaflets
        Provider forum | provider-forums
        Local radio | radio''',
     'l Partnership and communications officer | chowdhary\ns Engagement coordinator, Wrenshire Voices | fawley',
     'Third week of November', 'theme_event', 'self-neglect everyones-business',
     'html easy_read poster large_print', FULL, ('Idris Fawley', 'p1024'),
     ('executive', 'approved', 'p0908', 'Executive', 'p0916', 'Agreed. £900 from the campaign budget, posters shared with the neighbours.'),
     marking='public')

item('private-fostering-day', 'Private Fostering Awareness Day',
     'Aimed at people who notice: school offices, language schools, sports coaches, faith groups.',
     '''a Schools and language schools | schools
        i Churches and faith groups | voluntary
        i Sports clubs | sports
        i The public | community''',
     'Leaflets and posters | leaflets\nWebsite | website\nArticle for school newsletters | partner-newsletters',
     'l Partnership and communications officer | chowdhary\ns Private fostering social worker',
     'First Wednesday of November', 'theme_event', 'private-fostering', 'html poster translation',
     BASIC + ' accessible', ('Imran Chowdhary', 'p1021'), marking='public')

item('sixteen-days', 'White Ribbon Day and the sixteen days that follow',
     'Joint with Safer Wrenshire, so that residents see one message and not three.',
     '''i Wider community | community
        i Businesses, above all pubs and taxi firms | businesses
        d All communications leads | list.comms-leads
        i Other partnerships | other-boards''',
     '''Social media | social-media
        Stall at the Northmoor lights switch-on | public-events
        Cards in toilets of licensed premises
        Newsletter | newsletter''',
     'l Senior probation officer | verghese\ns Head of corporate communications, police | hartigan',
     '25 November to 10 December', 'theme_event', 'domestic-abuse', 'html poster', BASIC + ' branded',
     ('Anjali Verghese', 'p1112'), marking='public')

item('exploitation-day', 'Child Exploitation Awareness Day',
     'Signs to look for, in words that do not blame the child. Hotels and taxi firms get their own card.',
     '''i Parents and carers | parents
        a Staff | staff
        a Hotels, taxi firms and shops | businesses
        i Children and young people | children''',
     'Website | website\nBriefing session over lunch | training\nCards for businesses | leaflets\nSocial media | social-media',
     'l Service manager, youth justice | lamptey\ns Partnership and communications officer | chowdhary',
     '18 March each year', 'theme_event', 'exploitation', 'html poster subtitled_video', FULL, ('Kofi Lamptey', 'p0306'),
     marking='public')

item('cuckooing-campaign', 'Campaign “Whose front room is it?” on cuckooing and the exploitation of adults',
     'Aim: more early reports from neighbours and housing staff. Calls to the front doors are counted for two months before and three months after.',
     '''i Residents of three neighbourhoods in Northmoor | community
        a Housing officers and repairs teams | housing
        i Residents’ groups | residents-groups
        d Communications leads | list.comms-leads
        i Delivery firms and couriers''',
     '''Door hangers and posters | leaflets
        Social media | social-media
        Visits with the neighbourhood police team | face-to-face
        Article for tenants’ magazines | partner-newsletters
        Talks at two Friday lunch clubs''',
     'l Chair of the Publicity and Communication Group | sallow\ns Head of tenancy support, Alderbeck Homes | nkemelu\ns Head of corporate communications, police | hartigan',
     'May to July, dates to be agreed with the police', 'campaign', 'exploitation dont-wait', 'poster html translation easy_read',
     FULL, ('Marguerite Sallow', 'p0320'),
     ('executive', 'approved', 'p0302', 'Executive', 'p0319', 'Approved with £2,400. Alderbeck Homes adds £600 and prints the door hangers.'),
     marking='public')

item('sleep-campaign', 'Campaign “A clear cot, every night” on safer sleep',
     'For parents of babies and for those who look after them now and then. Midwives and health visitors carry the message; we supply what they hand out.',
     '''i Parents of babies under one | parents
        a Midwives, health visitors and family hub workers
        i Grandparents and other carers | carer-family
        i Hotels and holiday lets | businesses
        d Baby groups in church halls''',
     'Card in the maternity pack | leaflets\nShort film in waiting rooms | visual-media\nTraining for hub workers | training',
     'l Safeguarding practice lead, community trust | kettle\ns Internal communications lead, hospitals | umarov',
     'October to March, again before the summer holidays', 'campaign', 'safer-sleep', 'poster translation subtitled_video',
     FULL, ('Saoirse Kettle', 'p0922'),
     ('executive', 'approved', 'p0901', 'Executive', 'p0916', 'Approved. The film only if the trust can lend its own crew.'),
     marking='public')

item('winter-campaign', 'Winter message on self-neglect and fire safety',
     'Joint with the fire and rescue service: what to do when a home is cold, full or unsafe.',
     '''a Home care staff and meal deliverers | provider
        i Neighbours and relatives | community
        d All communications leads | list.comms-leads''',
     'Leaflet with the home safety visit | leaflets\nLocal radio | radio\nSocial media in cold weather | social-media\nSlips with prescriptions, in pharmacies that take part',
     'l Community safety manager, fire and rescue | wolstencroft\ns Partnership and communications officer | chowdhary',
     'December to February, in cold weather', 'campaign', 'self-neglect', 'large_print easy_read html', BASIC + ' accessible best_value',
     ('Dean Wolstencroft', 'p1126'), marking='public',
     approval=('business_manager', 'approved', 'p1118', 'Ruth Calloway', 'p1120', None))

item('bus-campaign', 'Bus shelter advertising on neglect',
     'Sixteen shelters for four weeks. Estimate of £5,800 from one supplier.',
     'i Wider community | community', 'Bus shelters | outdoor\nPress release | press',
     'l Partnership and communications officer | chowdhary',
     'Spring, if agreed', 'campaign', 'neglect', 'poster', 'relevant', None,
     ('executive', 'rejected', 'p0112', 'Executive', 'p0122',
      'Not agreed: too dear for what we would learn from it. Come back with channels that partners already pay for.'),
     marking='public', evidence='none')

item('government', 'New national guidance and other government publications',
     'With half a page on what it means here and who has to do something. Long documents get a reading guide.',
     '''d All communications leads | list.comms-leads
        a Implementation Group | implementation
        i Partnership meeting | partnership-meeting''',
     'Website | website\nE-mail alert | email-alert\nReading hour for managers, online',
     'l Quality and performance officer | zielak\ns Business manager | calloway',
     'On publication, at the latest ten working days after', 'government_publication', mode='reactive', evidence='recommended',
     cascade_expected=True)

item('regional', 'Shared work with the neighbouring partnerships',
     'Common procedures, a shared trainers’ day and one calendar of campaigns. Agreed by the business managers; no timetable has been set.',
     'i Regional groups | regional\ni Executive | executive\ni Neighbouring councils | other-authorities',
     'E-mail | email\nBusiness managers’ meetings\nFace to face | face-to-face',
     'l Business manager | calloway', None, 'regional_project', evidence='recommended')

item('partner-messages', 'Messages that partners ask us to pass on',
     'We pass on what concerns safeguarding, carries the partner’s name and is needed by more than one agency. Everything else goes back with a reason.',
     '''d Circulation groups that the partner names
        i Newsletter readers | list.newsletter
        i Staff | staff''',
     'E-mail | email\nE-newsletter | e-newsletter\nWebsite | website',
     'l Business unit mailbox | unit\ns Partnership and communications officer | chowdhary',
     'As requested', 'partner_message', mode='reactive', evidence='recommended', checks='relevant right_audience')

item('newsletter', 'Partnership newsletter',
     'Four pages for everybody: one story, one face, one thing to do, dates. Easy Read version of page one.',
     '''i Newsletter subscribers | list.newsletter
        d All communications leads | list.comms-leads
        i Councillors | list.elected
        i Public libraries and surgeries''',
     'Newsletter | newsletter\nE-mail with the web version | email\nWebsite | website\nPaper copies for libraries | display\nNotice boards of churches, mosques and village halls',
     'l Partnership and communications officer | chowdhary\ns Publicity and Communication Group | publicity',
     'Quarterly: April, July, October, January', 'newsletter_bulletin', 'everyones-business not-a-referral',
     'html standard easy_read large_print', FULL, ('Imran Chowdhary', 'p0112'), marking='public')

item('bulletin', 'Safeguarding bulletin for practitioners',
     'At most six short pieces, the most important first, each with a link and a name.',
     'i Staff | staff\nd All communications leads | list.comms-leads\ni Training pool | list.training-pool\ni Care and housing providers | list.providers\ni Students on placement',
     'E-newsletter | e-newsletter\nPartner intranets | partner-websites',
     'l Partnership and communications officer | chowdhary',
     'Monthly, not in August and December', 'newsletter_bulletin', 'share challenge not-a-referral', 'html plain_text', BASIC,
     ('Imran Chowdhary', 'p0302'), cascade_expected=True)

item('councillors', 'Briefing for councillors',
     'Two pages before the summer and the winter recess: figures, priorities, what residents ask. Reminds them not to take up single cases through us.',
     'i Councillors of both councils | list.elected\ni Scrutiny committees | other-boards',
     'Briefing document | briefing\nE-mail | email\nDrop-in before full council | face-to-face',
     'l Business manager | calloway\ns Director of children’s services | adeyinka',
     'Twice a year', 'other', 'not-a-referral', checks=BASIC,
     approval=('chair', 'approved', 'p0609', 'Yasmin Farrukh', 'p0611', None))

item('contact-card', 'Card with numbers for day and night',
     'Front doors of both councils, police, out-of-hours teams and the partners’ press offices. Destroy the old edition.',
     'i Staff | staff\ni Members of the partnership | board-members\ni GP practices | gp-practices',
     'Pocket card | leaflets\nWebsite | website\nE-mail | email',
     'l Partnership administrator | tully', 'Once a year in September, and when a number changes', 'essential_information',
     'not-a-referral', 'standard large_print', 'accurate timely clear', ('Bronagh Tully', 'p0905'))

item('in-schools', 'Schools: replies from the front door take too long',
     'Raised through the Schools Forum and again at the termly briefing.',
     'a Director of children’s services | adeyinka\ni Partnership meeting | partnership-meeting',
     'Report to a group | report-to-group\nReply to schools by e-mail | email',
     'l Adviser, safeguarding in education | brightwell', 'When received; answer within one month',
     'partner_message', mode='reactive', direction='incoming', evidence='recommended',
     incoming_from='Wrenshire and Northmoor Schools Forum',
     incoming_response='Times were measured for six weeks. The front door now confirms every referral from a school by the next working day and names the worker. Schools were told in the spring briefing; measured again in the autumn.')

item('in-public', 'Comments and questions from the public',
     'What reaches the shared mailbox, the website form and the telephone. Worries about a person go to the front door the same day and are not kept here.',
     'a Agency that can answer\ni Publicity and Communication Group | publicity',
     'Reply by e-mail or letter | letter\nSummary at the group | agenda-item',
     'l Business unit mailbox | unit\ns Partnership administrator | tully', 'Answered within ten working days; summary every six months',
     'other', mode='reactive', direction='incoming', evidence='recommended', incoming_from='Members of the public',
     incoming_response='Most often asked: how to report a worry. The answer now stands at the top of every page of the website, and in the newsletter.')

item('in-voices', 'Views of people who have been through a safeguarding enquiry',
     'Collected by Wrenshire Voices in conversations, twice a year. Nobody is named.',
     'a Safeguarding Adults Board | adults-board\na Training Group | group.training\ni Service providers | provider',
     'Service user feedback | feedback\nReport to a group | report-to-group\nReading by an actor at the conference',
     'l Engagement coordinator, Wrenshire Voices | fawley\ns Director of adult social care | threlfall',
     'Spring and autumn', 'participation_good_practice', 'heard', direction='incoming', incoming_from='Wrenshire Voices',
     incoming_response='People wanted to know who would ring them next and when. Both councils now end every first visit with a name, a number and a date on paper.')

item('front-door-move', 'Move of the front door to one number',
     'Told everyone that from June there is one number for each council, for children and for adults.',
     'a Staff | staff\ni Wider community | community\na GP practices | gp-practices',
     'E-mail alert | email-alert\nPosters | leaflets\nWebsite | website',
     'l Senior communications officer | pryor\ns Communications manager, Northmoor | dhaliwal',
     'Before and during June', 'essential_information', 'dont-wait', 'html poster', BASIC, ('Tamsin Pryor', 'p0509'),
     active_to='Y-1:09-30', archived_on='Y-1:10-13', marking='public')

# --- What was done ---------------------------------------------------------------------------------------------------

NAMES = {'R': 'Ruth Calloway', 'I': 'Imran Chowdhary', 'B': 'Bronagh Tully', 'D': 'Delphine Okoro', 'P': 'Piotr Zielak',
         'T': 'Training bookings', 'H': 'Hannah Brightwell', 'M': 'Marguerite Sallow', 'K': 'Bethan Skerritt',
         'F': 'Idris Fawley', 'S': 'Seun Badru', 'V': 'Anjali Verghese', 'L': 'Kofi Lamptey', 'W': 'Dean Wolstencroft',
         'Q': 'Saoirse Kettle', 'Y': 'Tamsin Pryor', 'C': 'Callum Strachan'}
numbers = {}


def refs(words, default):
    return [w if '.' in w and w.split('.')[0] in ('audience', 'list', 'group', 'agency', 'contact', 'method')
            else default + '.' + w for w in words.split()]


def occ(plan, due, done=None, by=None, methods='', sent='', document=None, *proof, recipients=None, late=None, skip=None,
        cancelled=None, notes=None, responsible=None):
    """One occurrence. Each proof: kind, title, link or reference, quantity, method, agency, note, own date."""
    numbers[plan] = numbers.get(plan, 0) + 1
    key = 'occurrence.%s.%d' % (plan, numbers[plan])
    item_key = 'plan.' + plan
    add('occurrence', key, item=item_key, due_on=due and date(due), completed_on=done and date(done),
        done_by=by and NAMES[by], responsible=responsible or LEADS[item_key], methods_used=refs(methods, 'method'),
        lists_used=refs(sent, 'list'), recipients=recipients, document=document, late_reason=late,
        not_required_reason=skip, cancelled_on=cancelled and date(cancelled), notes=notes)
    for number, entry in enumerate(proof, 1):
        entry = tuple(entry) + (None,) * (8 - len(entry))
        kind, title, where, quantity, method, agency, note, on = entry
        place = {'link': where} if where and '://' in where else {'reference': where}
        add('evidence', '%s.%d' % (key.replace('occurrence', 'evidence'), number), occurrence=key, kind=kind, title=title,
            date=date(on or done), quantity=quantity, method=method and 'method.' + method,
            agency=agency and 'agency.' + agency, recorded_by=NAMES[by], note=note, **place)


# Partnership meetings: papers, decisions, the page for teams.
for year, rows in (('p', (('0617', '0610', '0610', None, 'threshold guide and the plan for neglect', 22, 4),
                          ('0923', '0916', '0917', 'Two reports came in after the agreed date', 'annual report and audit of home visits', 24, 6),
                          ('1209', '1202', '1202', None, 'learning from two reviews', 21, 5),
                          ('0317', '0310', '0310', None, 'priorities and budget of the coming year', 23, 7))),
                   ('c', (('0616', '0609', '0608', None, 'self-neglect and the new family help teams', 23, 5),
                          ('0922', '0915', '0915', None, 'annual report and the conference', 24, 6),
                          ('1208', '1201', '1201', None, 'exploitation of adults, one year on', 22, 5),
                          ('0316', '0309', '0309', None, 'plan and budget of the coming year', 23, 6)))):
    for number, (met, due, sent_on, late, subject, present, actions) in enumerate(rows):
        when = {'06': 'June', '09': 'September', '12': 'December', '03': 'March'}[met[:2]]
        occ('meeting-papers', year + due, year + sent_on, 'B', 'email', 'papers', 'Agenda and papers, %s meeting' % when,
            ('email_sent_copy', 'Message with the %s papers' % when, 'Sent items, partnership meeting, %s' % when, 26, 'email'),
            late=late, recipients='19 members, 5 deputies, independent scrutineer, partnership chair’s office',
            notes='Main subjects: %s.' % subject)
        d = '%s%s' % (met[:2], '%02d' % (int(met[2:]) + 6))
        occ('meeting-decisions', year + d, year + '%s%02d' % (met[:2], int(met[2:]) + (9 if (year, number) == ('p', 2) else 3)), 'B',
            'email', 'papers group.implementation', 'Decisions and actions, %s' % when,
            ('minutes_extract', 'Action log of the %s meeting' % when, 'Partnership meeting, %s, item 9' % when, actions, 'groups'),
            late='Waited for the wording of one decision from the chair' if (year, number) == ('p', 2) else None)
        page = '%s%02d' % (met[:2], min(int(met[2:]) + 13, 30))
        proof = [('email_sent_copy', 'Alert with the page for teams', 'Sent items, alert %s' % when, 15, 'email-alert')]
        if number != 1:
            proof.append(('web_page', 'What the partnership decided, %s' % when, SITE + 'decisions/%s' % when.lower(), None, 'website'))
        if (year, number) in (('p', 0), ('p', 3), ('c', 0)):
            proof.append(('supervision_record', 'Discussed in team meetings of the community trust', 'Return of the trust’s communications lead',
                          {('p', 0): 31, ('p', 3): 38, ('c', 0): 44}[year, number], 'supervision', 'community-trust', 'Number of teams'))
        if (year, number) == ('c', 1):
            proof = []
        occ('meeting-summary', year + page, year + page, 'I', 'email-alert website', 'comms-leads designated-leads',
            'What the partnership decided: %s' % subject, *proof)

for due, done, late in (('p0514', 'p0514', None), ('p0716', 'p0715', None), ('p0917', 'p0917', None), ('p1119', 'p1124', 'Estimate for printing was missing'),
                        ('p0121', 'p0121', None), ('p0318', 'p0318', None), ('c0513', 'c0513', None), ('c0715', 'c0714', None),
                        ('c0916', 'c0916', None), ('c1118', 'c1118', None), ('c0120', 'c0120', None), ('c0317', 'c0317', None)):
    occ('executive-papers', due, done, 'R', 'email', 'group.executive', 'Agenda and papers for the Executive',
        *([('email_sent_copy', 'Message with the papers', 'Secure mailbox, sent items', 6, 'email')] if due[1:3] in ('05', '09', '01') else []),
        late=late)

for due, done, by, title, item_no, late in (
        ('p0522', 'p0522', 'P', 'Progress January to March: training ahead, audit two weeks behind', 5, None),
        ('p0828', 'p0902', 'P', 'Progress April to June: online safety toolkit finished early', 4, 'Figures from one group came after the summer holidays'),
        ('p1113', 'p1112', 'P', 'Progress July to September: two tasks moved to the spring', 6, None),
        ('p0219', 'p0219', 'P', 'Progress October to December: all groups on time', 4, None),
        ('c0521', 'c0521', 'P', 'Progress January to March: neglect audit published', 5, None),
        ('c0827', 'c0827', 'P', 'Progress April to June: campaign on cuckooing under way', 4, None),
        ('c1112', 'c1112', 'P', 'Progress July to September: training places below plan', 5, None),
        ('c0218', 'c0218', 'P', 'Progress October to December', 4, None)):
    occ('subgroup-progress', due, done, by, 'report-to-group agenda-item', 'group.implementation', title,
        ('minutes_extract', 'Report received and discussed', 'Implementation Group, item %d' % item_no, None, 'report-to-group'), late=late)

for due, done, doc, proof in (
        ('p0509', 'p0507', 'Points from the Training Group: refresher courses every three years', True),
        ('p0708', 'p0708', 'Points from the Publicity and Communication Group: one logo, one footer', True),
        ('p1014', 'p1016', 'Points from the Audit Group: record who was at the visit', False),
        ('p0303', 'p0303', 'Points from the Training Group: trainers needed for hidden harm', True),
        ('c0512', 'c0512', 'Points from the Audit Group: chronologies start on the first day', True),
        ('c0707', 'c0707', 'Points from the Publicity and Communication Group: Easy Read comes out on the same day', False),
        ('c1013', None, None, False)):
    if done:
        occ('subgroup-points', due, done, 'B', 'email', 'comms-leads', doc,
            *([('email_sent_copy', 'Message to communications leads', 'Sent items, sub-group points', 15, 'email')] if proof else []),
            late='Chair was on leave' if done > due else None, responsible='contact.tully')
    else:
        occ('subgroup-points', due, responsible='contact.tully', notes='Chair has been asked twice for the wording.')

# Online safety.
for due, done, doc, hits, extra in (
        ('p0630', 'p0627', 'First edition of the toolkit', 1240, ('photograph_of_display', 'Toolkit display, Wrenbridge library', 'Picture 0627-1', 1, 'display')),
        ('p0930', 'p0930', 'Check of links; new page on group chats', 860, None),
        ('p1231', 'p1218', 'Holiday page: new phones, new games', 2015, ('social_media_post', 'Post on the first day of the holidays', SITE + 'posts/new-phones', 6400, 'social-media')),
        ('p0331', 'p0331', 'Check of links; two pages rewritten with young people', 1105, ('feedback_form', 'Comments of the forum on the drafts', 'Forum notes, March', 12, 'feedback')),
        ('c0630', 'c0630', 'Second edition of the toolkit', 1580, ('print_distribution_record', 'Posters sent to libraries and family hubs', 'Delivery note 26/118', 140, 'display')),
        ('c0930', 'c1002', 'Check of links; page on pictures made by machines', 1930, None),
        ('c1231', 'c1217', 'Holiday page', 2240, ('social_media_post', 'Post on the first day of the holidays', SITE + 'posts/holiday-online', 7100, 'social-media')),
        ('c0331', 'c0331', 'Check of links', 1200, None)):
    occ('online-toolkit', due, done, 'H', 'website' + (' display' if extra and 'display' in extra else ''), 'audience.parents audience.children', doc,
        ('page_hits', 'Visits to the online safety pages in the quarter', 'Website statistics', hits, 'website'), *([extra] if extra else []),
        late='Waited for the forum to read the new page' if done == 'c1002' else None)
occ('safer-internet-day', 'p0210', 'p0210', 'H', 'website social-media display', 'comms-leads designated-leads', 'Assembly plan and quiz',
    ('web_page', 'Page for Safer Internet Day', SITE + 'safer-internet-day', None, 'website'),
    ('page_hits', 'Downloads of the assembly plan', 'Website statistics, February', 312, 'website'),
    ('social_media_post', 'Five posts in the week, seen by', SITE + 'posts/safer-internet-week', 11850, 'social-media'),
    ('declaration', 'Schools that say they held an assembly', 'Return of the Schools Forum', 47, None, 'education'),
    recipients='All schools and colleges in both areas; 15 communications leads')
occ('safer-internet-day', 'c0209', 'c0209', 'H', 'website social-media', 'comms-leads designated-leads', 'Assembly plan and film made by the forum',
    ('web_page', 'Page for Safer Internet Day', SITE + 'safer-internet-day', None, 'website'),
    ('social_media_post', 'Posts in the week, seen by', SITE + 'posts/safer-internet-film', 14200, 'social-media'))

# Procedures and guidance.
for due, done, doc, hits, second in (
        ('p0430', 'p0429', 'Changes of the quarter: missing from home, bruising in babies', 410, 'intranet_post'),
        ('p0731', 'p0730', 'Changes of the quarter: resolving disagreement between agencies', 388, None),
        ('p1031', 'p1106', 'Changes of the quarter: self-neglect, people in positions of trust', 455, None),
        ('p0130', 'p0130', 'Changes of the quarter: pre-birth assessment', 372, 'intranet_post'),
        ('c0430', 'c0430', 'Changes of the quarter: family help, names of meetings', 690, 'intranet_post'),
        ('c0731', 'c0731', 'Changes of the quarter: children who move between areas', 430, None),
        ('c1030', 'c1030', 'Changes of the quarter: self-neglect and hoarding', 402, None),
        ('c0129', 'c0129', 'Changes of the quarter', 380, None)):
    proof = [('email_sent_copy', 'Alert on changed procedures', 'Sent items, procedures', 15, 'email-alert'),
             ('page_hits', 'Visits to the pages of the changed procedures', 'Website statistics, two weeks', hits, 'website')]
    if second:
        proof.append((second, 'Notice for officers and staff', 'https://intranet.wrenshire-police.example/notices/procedures', None, 'partner-websites', 'police'))
    occ('procedures', due, done, 'P', 'email-alert website', 'comms-leads group.training', doc, *proof,
        late='Legal advice on one paragraph came late' if done == 'p1106' else None)
occ('threshold-guide', 'c0529', notes='Text is ready. Cannot go out before the Executive has decided on the pocket card.')
occ('contact-card', 'p0912', 'p0912', 'B', 'leaflets email', 'all', 'Card with numbers, edition of September',
    ('print_distribution_record', 'Cards sent to partners’ receptions', 'Delivery note 25/204', 1800, 'leaflets'))
occ('contact-card', 'c0911', 'c0911', 'B', 'leaflets email website', 'all', 'Card with numbers, edition of September',
    ('print_distribution_record', 'Cards sent to partners’ receptions', 'Delivery note 26/171', 1650, 'leaflets'),
    ('web_page', 'Numbers for day and night', SITE + 'contacts', None, 'website'))
occ('front-door-move', 'p0601', 'p0530', 'Y', 'email-alert leaflets website', 'all agency.gp-practices', 'One number for each council',
    ('email_sent_copy', 'Alert to all agencies', 'Sent items, 30 May', 164, 'email-alert'),
    ('print_distribution_record', 'Posters to surgeries, schools and libraries', 'Delivery note 25/087', 420, 'leaflets'),
    ('declaration', 'Surgeries that changed their referral forms', 'Return of the integrated care board', 58, None, 'icb'))

# Training.
occ('training-programme', 'p0630', 'p0619', 'D', 'website email-alert training-rota', 'comms-leads training-pool providers', 'Training programme for the year from September',
    ('web_page', 'Training calendar', SITE + 'training', None, 'website'),
    ('delivery_report', 'Opened by', 'Mailing report, programme', 212, 'email-alert'),
    recipients='15 communications leads, 34 trainers, 61 providers')
occ('training-programme', 'p1020', 'p1020', 'D', 'email-alert website', 'comms-leads', 'New course: professional curiosity, half a day',
    ('email_sent_copy', 'Alert on the new course', 'Sent items, 20 October', 15, 'email-alert'))
occ('training-programme', 'c0630', 'c0626', 'D', 'website email-alert training-rota newsletter', 'comms-leads training-pool providers', 'Training programme for the year from September',
    ('web_page', 'Training calendar', SITE + 'training', None, 'website'),
    ('delivery_report', 'Opened by', 'Mailing report, programme', 238, 'email-alert'),
    ('newsletter_issue', 'Page three of the July newsletter', 'Newsletter, July', None, 'newsletter', None, None, 'c0709'))
occ('training-programme', 'c0925', 'c0925', 'D', 'email-alert website', 'comms-leads providers', 'New course: working with families that move often',
    ('email_sent_copy', 'Alert on the new course', 'Sent items, 25 September', 76, 'email-alert'))
for due, done, doc, n in (
        ('p0506', 'p0506', '14 places on four courses', 9), ('p0707', 'p0707', '22 places on six courses', 17),
        ('p0908', 'p0909', '9 places on three courses', 9), ('p1110', 'p1110', '31 places on seven courses', 20),
        ('p0112', 'p0112', '18 places on five courses', 13), ('p0309', 'p0309', '12 places on four courses', 12),
        ('c0505', 'c0505', '16 places on five courses', 11), ('c0706', 'c0706', '27 places on six courses', 18),
        ('c0907', 'c0907', '33 places on eight courses', 15), ('c1109', 'c1109', '20 places on five courses', 14),
        ('c0111', 'c0111', 'Places on courses to the end of February', 10), ('c0308', 'c0308', 'Places on courses to Easter', 8)):
    occ('training-places', due, done, 'T', 'email-alert', 'comms-leads', doc,
        *([('attendance_register', 'Places taken within two weeks', 'Booking system', n, 'training')] if done[1:3] in ('05', '07', '11') else
          [('email_sent_copy', 'Alert on free places', 'Sent items, training bookings', 15, 'email-alert')]),
        late='Booking system was down for a day' if done > due else None)
occ('single-agency-training', 'p1031', 'p1030', 'D', 'report-to-group', 'group.training', 'Courses inside the agencies, April to September',
    ('minutes_extract', 'Figures of eleven agencies noted', 'Training Group, autumn, item 3', 11, 'report-to-group'))
occ('single-agency-training', 'p0430', None, skip='Asked for together with the self-assessment, so that agencies report once')
occ('single-agency-training', 'c0430', 'c0508', 'D', 'report-to-group', 'group.training', 'Courses inside the agencies, October to March',
    ('minutes_extract', 'Figures of thirteen agencies noted', 'Training Group, summer, item 4', 13, 'report-to-group'),
    late='Two trusts sent their figures after the reminder')
occ('single-agency-training', 'c1030', notes='Nine of fourteen agencies have answered.')
for due, done, doc, proof in (
        ('p0526', 'p0523', 'Basic awareness, edition 7', ('page_hits', 'Opened by trainers', 'E-learning platform, report of packs', 29, 'e-learning')),
        ('p1114', 'p1114', 'Domestic abuse and the unborn baby, edition 3', ('page_hits', 'Opened by trainers', 'E-learning platform, report of packs', 22, 'e-learning')),
        ('p0216', 'p0213', 'Self-neglect, edition 2', ('briefing_register', 'Training pool meeting, walk through the new pack', 'Register of the pool meeting', 19, 'training')),
        ('c0518', 'c0518', 'Basic awareness, edition 8: family help', ('page_hits', 'Opened by trainers', 'E-learning platform, report of packs', 31, 'e-learning')),
        ('c1006', 'c1006', 'Exploitation of children and adults, edition 4', None),
        ('c0215', 'c0215', 'Hidden harm, edition 5', ('page_hits', 'Opened by trainers', 'E-learning platform, report of packs', 27, 'e-learning'))):
    occ('training-packs', due, done, 'D', 'e-learning email-alert', 'training-pool', doc, *([proof] if proof else []))
for due, done, doc, n, watched in (
        ('p0507', 'p0507', 'Summer term: transfers between schools', 96, 58), ('p0924', 'p0924', 'Autumn term: changes in national guidance', 131, 84),
        ('p0121', 'p0121', 'Spring term: online safety and absence', 104, 66), ('c0506', 'c0506', 'Summer term: family help and who to ring', 118, 73),
        ('c0923', 'c0923', 'Autumn term: new guidance, names and numbers', 142, 90), ('c0120', 'c0120', 'Spring term: absence from school', 110, 61)):
    occ('dsl-briefing', due, done, 'H', 'webinar email', 'designated-leads', doc,
        ('attendance_register', 'Joined the webinar', 'Register of the webinar', n, 'webinar', 'education'),
        ('page_hits', 'Recording watched', 'Video statistics, four weeks', watched, 'webinar'))

# Good practice and voices.
for due, done, doc, proof in (
        ('p0704', 'p0703', 'A health visitor and a housing officer visit together', ('newsletter_issue', 'Page two of the July newsletter', 'Newsletter, July', None, 'newsletter')),
        ('p0112', 'p0112', 'How a night shift noticed', ('newsletter_issue', 'Page two of the January newsletter', 'Newsletter, January', None, 'newsletter')),
        ('c0706', 'c0706', 'Six visits before the door opened', ('newsletter_issue', 'Page two of the July newsletter', 'Newsletter, July', None, 'newsletter')),
        ('c0111', 'c0111', 'A swimming club asks the right question', ('web_page', 'Story on the website', SITE + 'stories/swimming-club', None, 'website'))):
    occ('good-practice', due, done, 'M', 'newsletter website', 'newsletter', doc, proof)
occ('young-voices', 'p0617', 'p0617', 'K', 'groups visual-media', 'group.partnership-meeting', 'What young people told us: being believed',
    ('minutes_extract', 'Four young people spoke; seven points, each with an answer', 'Partnership meeting, June, item 2', 7, 'groups'),
    ('page_hits', 'Film watched', 'Video statistics, three months', 640, 'visual-media'))
occ('young-voices', 'p0113', 'p0123', 'K', 'leaflets social-media', 'audience.schools audience.sports', 'What young people told us: safe ways home',
    ('print_distribution_record', 'Posters to secondary schools and youth clubs', 'Delivery note 26/009', 210, 'leaflets'),
    late='The forum wanted one more look at the poster')
occ('young-voices', 'c0616', 'c0616', 'K', 'groups social-media', 'group.partnership-meeting audience.children', 'What young people told us: one worker, not six',
    ('minutes_extract', 'Points and answers', 'Partnership meeting, June, item 2', 6, 'groups'),
    ('photograph_of_display', 'Wall of answers at the youth centre in Northmoor', 'Picture 0616-4', 1, 'display'))
occ('young-voices', 'c0118', 'c0118', 'K', 'leaflets social-media', 'audience.schools', 'What young people told us: after school',
    ('print_distribution_record', 'Posters to secondary schools', 'Delivery note 27/011', 190, 'leaflets'))

# Audit and reviews.
for due, done, doc, proof in (
        ('p0530', 'p0528', 'Audit: neglect over two years or more', [('minutes_extract', 'Findings agreed, five actions', 'Performance Management Group, item 4', 5, 'report-to-group'), ('briefing_register', 'Teams that discussed the briefing', 'Returns of communications leads', 37, 'seven-minute')]),
        ('p0917', 'p0917', 'Audit: visits at home and who was seen', [('minutes_extract', 'Findings noted', 'Partnership meeting, September, item 5', 4, 'groups')]),
        ('p0130', 'p0206', 'Audit: adults who do not want help', [('minutes_extract', 'Findings agreed, four actions', 'Performance Management Group, item 3', 4, 'report-to-group'), ('newsletter_issue', 'First piece in the February bulletin', 'Bulletin, February', None, 'e-newsletter')]),
        ('c0605', 'c0604', 'Audit: chronologies', [('minutes_extract', 'Findings agreed, three actions', 'Performance Management Group, item 4', 3, 'report-to-group')]),
        ('c0930', 'c0930', 'Audit: children who are educated at home', []),
        ('c0129', 'c0129', 'Audit: cuckooing, one year on', [('minutes_extract', 'Findings agreed', 'Performance Management Group, item 3', 4, 'report-to-group')])):
    occ('audit-findings', due, done, 'S', 'report-to-group seven-minute', 'group.performance comms-leads', doc, *proof,
        late='One agency asked to check its figures again' if done == 'p0206' else None)
occ('self-assessment', 'p0130', 'p0129', 'P', 'report-to-group training letter', 'group.partnership-meeting audience.partner-org', 'Self-assessment: results and plan',
    ('letter', 'Letters to chief officers', 'File copy of 29 January', 14, 'letter'),
    ('attendance_register', 'Workshop for safeguarding leads', 'Register of the workshop', 27, 'training'),
    ('minutes_extract', 'Results and plan agreed', 'Partnership meeting, March, item 4', None, 'groups', None, None, 'p0317'))
occ('self-assessment', 'c0129', 'c0128', 'P', 'report-to-group letter', 'group.partnership-meeting', 'Self-assessment: results and plan',
    ('letter', 'Letters to chief officers', 'File copy of 28 January', 14, 'letter'))
for due, done, doc, hits, teams, agency in (
        ('p0612', 'p0610', 'Briefing 11: babies in homes with many callers', 505, 42, 'community-trust'),
        ('p1016', 'p1015', 'Briefing 12: when an adult says no', 470, 35, 'local-authority'),
        ('p0218', 'p0217', 'Briefing 13: a fall down the stairs', 388, 40, 'hospital-trust'),
        ('c0527', 'c0527', 'Briefing 14: moving from area to area', 520, 46, 'northmoor'),
        ('c0819', 'c0826', 'Briefing 15: money that goes missing', 340, None, None),
        ('c1028', 'c1028', 'Briefing 16: the quiet brother', 455, 38, 'police'),
        ('c0217', 'c0217', 'Briefing 17: alone on the ward', 400, 30, 'hospital-trust')):
    proof = [('web_page', 'Briefing on the website', SITE + 'briefings/' + doc.split(':')[0].split()[1], None, 'website'),
             ('page_hits', 'Downloads in four weeks', 'Website statistics', hits, 'seven-minute')]
    if teams:
        proof.append(('supervision_record', 'Teams that used it in supervision or a team meeting', 'Return of the communications lead', teams, 'supervision', agency))
    occ('seven-minute-briefings', due, done, 'D', 'seven-minute email website', 'comms-leads training-pool designated-leads', doc, *proof,
        late='Author of the review was away' if done == 'c0826' else None)
occ('learning-events', 'p0708', 'p0702', 'D', 'learning-event webinar', 'audience.staff', 'Babies in homes with many callers',
    ('attendance_register', 'In the room', 'Register, Alder House', 48, 'learning-event'), ('attendance_register', 'Online', 'Register of the webinar', 73, 'webinar'),
    ('feedback_form', 'Would change something in their practice', 'Evaluation forms, 66 returned', 59, 'feedback'))
occ('learning-events', 'p1124', 'p1120', 'D', 'learning-event', 'audience.staff', 'When an adult says no',
    ('attendance_register', 'In the room', 'Register, Northmoor town hall', 52, 'learning-event'),
    ('feedback_form', 'Evaluation forms returned', 'Evaluation, mean score 4.4 of 5', 41, 'feedback'))
occ('learning-events', 'c0707', 'c0701', 'D', 'learning-event webinar', 'audience.staff', 'Moving from area to area',
    ('attendance_register', 'In the room and online', 'Registers of both sessions', 109, 'learning-event'),
    ('feedback_form', 'Would change something in their practice', 'Evaluation forms, 71 returned', 64, 'feedback'))
occ('learning-events', 'c1209', 'c1203', 'D', 'learning-event', 'audience.staff', 'The quiet brother',
    ('attendance_register', 'In the room', 'Register, Alder House', 44, 'learning-event'))
occ('prepublication', 'p0506', 'p0506', 'R', 'face-to-face email', 'press-offices group.executive', 'Agreed wording for the day',
    ('declaration', 'Managers confirm that practitioners were told in person', 'Confirmations of three agencies', 9, 'face-to-face'),
    ('email_sent_copy', 'Message to press offices with the agreed wording', 'Secure mailbox, sent items', 4, 'email'))
occ('prepublication', 'c0415', 'c0414', 'R', 'face-to-face email', 'press-offices group.executive', 'Agreed wording for the day',
    ('declaration', 'Managers confirm that practitioners were told in person', 'Confirmations of two agencies', 6, 'face-to-face'),
    ('email_sent_copy', 'Message to press offices with the agreed wording', 'Secure mailbox, sent items', 4, 'email'))

# Theme days and campaigns.
occ('adults-week', 'p1117', 'p1117', 'I', 'social-media public-events leaflets provider-forums radio', 'providers comms-leads', 'Five themes, five days',
    ('social_media_post', 'Posts in the week, seen by', SITE + 'posts/adults-week', 18300, 'social-media'),
    ('broadcast_note', 'Interview with the director of adult social care', 'Wrenvale Radio, breakfast programme, 18 November', None, 'radio', 'northmoor', None, 'p1118'),
    ('photograph_of_display', 'Stall in Wrenbridge market', 'Picture 1119-2', 3, 'public-events', None, None, 'p1119'),
    ('print_distribution_record', 'Posters in Easy Read', 'Delivery note 25/260', 350, 'leaflets'))
occ('adults-week', 'c1116', 'c1116', 'I', 'social-media public-events leaflets provider-forums', 'providers comms-leads', 'Speaking up and being heard',
    ('social_media_post', 'Posts in the week, seen by', SITE + 'posts/adults-week-speaking-up', 16900, 'social-media'),
    ('print_distribution_record', 'Posters in Easy Read', 'Delivery note 26/231', 360, 'leaflets'),
    ('attendance_register', 'Provider forum on self-neglect', 'Register of the forum', 38, 'provider-forums', 'care-providers', None, 'c1118'))
occ('private-fostering-day', 'p1105', 'p1105', 'I', 'leaflets website partner-newsletters', 'designated-leads audience.voluntary', 'Does somebody else’s child live with you?',
    ('newsletter_issue', 'School newsletters that carried the article', 'Return of the Schools Forum', 29, 'partner-newsletters', 'education', None, 'p1128'),
    ('page_hits', 'Visits to the page', 'Website statistics, November', 275, 'website', None, None, 'p1128'))
occ('private-fostering-day', 'c1104', 'c1104', 'I', 'leaflets website', 'designated-leads audience.voluntary', 'Does somebody else’s child live with you?',
    ('page_hits', 'Visits to the page in the first week', 'Website statistics, November', 190, 'website', None, None, 'c1112'))
occ('sixteen-days', 'p1125', 'p1125', 'V', 'social-media public-events newsletter', 'comms-leads audience.businesses', 'Joint calendar of the sixteen days',
    ('press_cutting', 'Report on the evening in Northmoor', 'Wrenshire Echo, 28 November, page 6', None, 'press', 'local-media', None, 'p1128'),
    ('social_media_post', 'Posts of both partnerships, seen by', SITE + 'posts/sixteen-days', 22400, 'social-media', None, None, 'p1210'))
occ('sixteen-days', 'c1125', 'c1125', 'V', 'social-media public-events', 'comms-leads audience.businesses', 'Joint calendar of the sixteen days',
    ('social_media_post', 'Posts, seen by', SITE + 'posts/sixteen-days-together', 19800, 'social-media'))
occ('exploitation-day', 'p0318', 'p0318', 'L', 'website training leaflets social-media', 'comms-leads audience.businesses', 'See the child: cards and a lunch-time session',
    ('attendance_register', 'Briefing session over lunch', 'Register of the session', 83, 'training', 'youth-justice'),
    ('print_distribution_record', 'Cards handed to hotels and taxi firms', 'List of the neighbourhood teams', 265, 'leaflets', 'police'))
occ('exploitation-day', 'c0318', 'c0318', 'L', 'website training social-media', 'comms-leads', 'See the child',
    ('attendance_register', 'Briefing session over lunch', 'Register of the session', 75, 'training', 'youth-justice'))
occ('cuckooing-campaign', 'c0511', 'c0511', 'M', 'leaflets face-to-face', 'agency.housing audience.community', 'Door hangers in the first neighbourhood',
    ('print_distribution_record', 'Door hangers delivered', 'Round sheet 1, Alderbeck Homes', 1150, 'leaflets', 'housing'),
    ('photograph_of_display', 'Poster in the laundrette in Tanner Street', 'Picture 0511-3', 1, 'display'))
occ('cuckooing-campaign', 'c0608', 'c0610', 'M', 'leaflets social-media', 'agency.housing audience.community', 'Second neighbourhood, and posts',
    ('print_distribution_record', 'Door hangers delivered', 'Round sheet 2, Alderbeck Homes', 980, 'leaflets', 'housing'),
    ('social_media_post', 'Posts, seen by', SITE + 'posts/whose-front-room', 9300, 'social-media'), late='Waited for the neighbourhood police team')
occ('cuckooing-campaign', 'c0706', 'c0703', 'M', 'leaflets partner-newsletters', 'agency.housing', 'Third neighbourhood, and article for tenants',
    ('newsletter_issue', 'Article in the tenants’ magazine', 'Alderbeck Homes, summer issue, page 4', 6200, 'partner-newsletters', 'housing'))
occ('cuckooing-campaign', 'c0918', notes='Count of calls before and after is still to come from the two front doors.')
occ('sleep-campaign', 'p1006', 'p1006', 'Q', 'leaflets', 'agency.hospital-trust', 'Card for the maternity pack',
    ('print_distribution_record', 'Cards in maternity packs', 'Stock sheet of the maternity unit', 640, 'leaflets', 'hospital-trust'))
occ('sleep-campaign', 'p0114', 'p0114', 'Q', 'training', 'audience.staff', 'Session for family hub workers',
    ('attendance_register', 'Session for family hub workers', 'Register of both sessions', 57, 'training', 'community-trust'))
occ('sleep-campaign', 'p0220', None, cancelled='p0203', notes='Film in waiting rooms: the trust’s crew could not be spared. Cancelled; the card is used instead.')
occ('sleep-campaign', 'c0622', 'c0619', 'Q', 'leaflets social-media', 'audience.parents audience.businesses', 'Away from home: cots in holiday lets',
    ('social_media_post', 'Posts before the holidays, seen by', SITE + 'posts/cot-on-holiday', 8700, 'social-media'),
    ('print_distribution_record', 'Cards for hotels and holiday lets', 'Delivery note 26/120', 480, 'leaflets'))
occ('sleep-campaign', 'c1019', 'c1019', 'Q', 'leaflets training', 'agency.hospital-trust', 'New card, four languages',
    ('declaration', 'Wards that hand it out', 'Return of the trust’s communications lead', 5, 'leaflets', 'hospital-trust'))
occ('winter-campaign', 'p1208', 'p1208', 'W', 'leaflets radio social-media', 'providers comms-leads', 'A warm home and a clear way out',
    ('broadcast_note', 'Interview with the community safety manager', 'Wrenvale Radio, 9 December', None, 'radio', 'fire', None, 'p1209'),
    ('print_distribution_record', 'Leaflets with home safety visits', 'Visit records, December to February', 730, 'leaflets', 'fire', None, 'p0227'))
occ('winter-campaign', 'p0202', None, skip='The cold spell was over before the second round of posts was ready')
occ('winter-campaign', 'c1207', 'c1207', 'W', 'leaflets social-media', 'providers comms-leads', 'A warm home and a clear way out',
    ('print_distribution_record', 'Leaflets with home safety visits', 'Visit records', 640, 'leaflets', 'fire', None, 'c0226'))

# Bulletin, newsletter, government, partners.
for number, (due, title, opened) in enumerate((
        ('p0408', 'New year, three priorities', 402), ('p0513', 'Private fostering: the twenty-eight days', 431), ('p0610', 'Briefing 11 and the summer programme', 466),
        ('p0708', 'One logo, one footer, and why', 389), ('p0909', 'Back to school: names and numbers', 512), ('p1014', 'When an adult says no', 478),
        ('p1111', 'Two weeks of theme days', 455), ('p0113', 'Pre-birth assessment: what is new', 470), ('p0210', 'Findings of the audit on adults who do not want help', 492),
        ('p0310', 'Exploitation: small things worth passing on', 501), ('c0414', 'Family help: what it means on Monday morning', 640), ('c0512', 'Chronologies start on the first day', 488),
        ('c0609', 'Summer programme and the new procedures', 467), ('c0714', 'One worker, not six: from the forum', 495), ('c0908', 'Back to school: names and numbers', 560),
        ('c1013', 'Conference: what stayed with us', 530), ('c1110', 'Self-neglect: do not close the door', 520), ('c0112', 'Winter: warm homes and clear exits', 450),
        ('c0209', 'Safer Internet Day and the forum’s film', 470), ('c0309', 'Exploitation, one year on', 480))):
    late = {'p0708': ('p0711', 'Mailing service was not available'), 'c0512': ('c0514', 'Waited for the audit to be agreed')}.get(due)
    month = {'01': 'January', '02': 'February', '03': 'March', '04': 'April', '05': 'May', '06': 'June', '07': 'July', '09': 'September', '10': 'October', '11': 'November'}[due[1:3]]
    occ('bulletin', due, late[0] if late else due, 'I', 'e-newsletter', 'comms-leads training-pool providers', title,
        ('delivery_report', 'Bulletin of %s, opened by' % month, 'Mailing report', opened, 'e-newsletter'), late=late and late[1],
        recipients='%d addresses' % (962 + 17 * number))
for due, done, title, opened, paper in (
        ('p0415', 'p0415', 'Spring: who sits round the table', 710, None), ('p0710', 'p0710', 'Summer: a door that opened', 742, 260),
        ('p1009', 'p1014', 'Autumn: the year in two pages', 801, 300), ('p0115', 'p0115', 'Winter: how a night shift noticed', 765, 250),
        ('c0416', 'c0416', 'Spring: family help, in plain words', 880, 280), ('c0709', 'c0709', 'Summer: six visits', 846, 260),
        ('c1008', 'c1008', 'Autumn: what we did and what comes next', 870, None), ('c0114', 'c0114', 'Winter: the right question', 850, 240)):
    occ('newsletter', due, done, 'I', 'newsletter email website' + (' display' if paper else ''), 'newsletter comms-leads elected', title,
        ('newsletter_issue', title, SITE + 'newsletter/' + title.split(':')[0].lower(), None, 'newsletter'),
        ('delivery_report', 'Opened by', 'Mailing report', opened, 'email'),
        *([('print_distribution_record', 'Paper copies for libraries and surgeries', 'Round of the library van', paper, 'display')] if paper else []),
        late='Held for the annual report' if done == 'p1014' else None)
for due, done, doc, proof in (
        (None, 'p0522', 'Reading guide to new guidance on information sharing', True), (None, 'p0911', 'What changes for schools this September', True),
        (None, 'p0204', 'Consultation on a national body for child protection: how to answer', True), (None, 'c0403', 'Reading guide to the new national guidance', True),
        (None, 'c0513', 'The new Act: what begins when', True), (None, 'c0904', 'What changes for schools this September', False)):
    occ('government', due, done, 'P', 'website email-alert', 'comms-leads group.implementation', doc,
        *([('web_page', doc, SITE + 'guidance/' + done[1:], None, 'website'),
           ('email_sent_copy', 'Alert with half a page on what it means here', 'Sent items, guidance', 15, 'email-alert')] if proof else []))
for done, by, sent, doc, proof in (
        ('p0605', 'I', 'comms-leads', 'Integrated care board: new number for the child death team', ('email_sent_copy', 'Message passed on', 'Sent items, 5 June', 15, 'email', 'icb')),
        ('p1002', 'I', 'newsletter', 'Fire and rescue: free smoke alarms with a ramp for wheelchairs', ('newsletter_issue', 'October bulletin, fourth piece', 'Bulletin, October', None, 'e-newsletter', 'fire')),
        ('c0519', 'I', 'comms-leads providers', 'Safer Wrenshire: learning from a domestic abuse related death review', ('email_sent_copy', 'Message passed on', 'Sent items, 19 May', 76, 'email', 'community-safety')),
        ('c1021', 'I', 'all', 'Alderbeck Homes: who to ring about damp', None)):
    occ('partner-messages', None, done, by, 'email', sent, doc, *([proof] if proof else []))
occ('partner-messages', 'c0612', None, skip='Invitation to a sales day, not a safeguarding message: sent back with thanks')

# Annual report, councillors, regional, incoming.
occ('annual-report', 'p0930', 'p0929', 'R', 'annual-report website report-to-group newsletter social-media', 'elected group.health-wellbeing group.community-safety', 'Annual report, with Easy Read and young people’s page',
    ('web_page', 'Annual report and its short versions', SITE + 'annual-report', None, 'website'),
    ('page_hits', 'Downloads of the report', 'Website statistics, October to December', 418, 'annual-report', None, None, 'p1231'),
    ('minutes_extract', 'Presented and discussed', 'Wrenshire Health and Wellbeing Board, 16 October, item 7', None, 'report-to-group', 'health-wellbeing', None, 'p1016'),
    ('minutes_extract', 'Presented and discussed', 'Safer Wrenshire, 18 November, item 4', None, 'report-to-group', 'community-safety', None, 'p1118'))
occ('annual-report', 'c0930', 'c0928', 'R', 'annual-report website social-media', 'elected group.health-wellbeing group.community-safety', 'Annual report, with Easy Read and young people’s page',
    ('web_page', 'Annual report and its short versions', SITE + 'annual-report', None, 'website'),
    ('social_media_post', 'Post on publication, seen by', SITE + 'posts/annual-report', 5200, 'social-media'),
    ('minutes_extract', 'Presented and discussed', 'Wrenshire Health and Wellbeing Board, October, item 6', None, 'report-to-group', 'health-wellbeing', None, 'c1015'))
for due, done, doc, n in (('p0707', 'p0707', 'Councillors’ briefing: what residents ask', 34), ('p1208', 'p1205', 'Councillors’ briefing: figures of the half year', 27),
                          ('c0706', 'c0706', 'Councillors’ briefing: family help', 38), ('c1207', 'c1207', 'Councillors’ briefing: figures of the half year', 30)):
    occ('councillors', due, done, 'R', 'briefing email face-to-face', 'elected', doc,
        ('email_sent_copy', 'Briefing sent through democratic services', 'Sent items, councillors', 104, 'email'),
        *([('attendance_register', 'Drop-in before full council', 'List at the door', n, 'face-to-face')] if 'figures' not in doc else []))
occ('regional', None, 'p0925', 'R', 'face-to-face', 'group.regional-managers', 'Our cuckooing materials, offered to the neighbours',
    ('minutes_extract', 'Offer taken up by two partnerships', 'Business managers’ meeting, autumn, item 5', 2, 'face-to-face'))
occ('regional', None, 'c0521', 'R', 'email', 'group.regional-managers', 'Draft of one calendar of campaigns',
    ('email_sent_copy', 'Draft calendar', 'Sent items, 21 May', 7, 'email'))
occ('regional', None, notes='Shared trainers’ day: waiting for a proposal from the neighbours.')
occ('in-schools', 'p0605', 'p0604', 'H', 'report-to-group email', 'group.partnership-meeting designated-leads', 'First answer to schools',
    ('minutes_extract', 'Times to be measured for six weeks', 'Partnership meeting, June, item 7', None, 'report-to-group', 'local-authority', None, 'p0617'))
occ('in-schools', 'c0930', 'c0930', 'H', 'email', 'designated-leads', 'Measured again: nine in ten answered by the next working day',
    ('email_sent_copy', 'Message to designated safeguarding leads', 'Sent items, 30 September', 118, 'email'))
for due, done, n, doc in (('p0930', 'p0925', 61, 'Summary April to September'), ('p0331', 'p0327', 48, 'Summary October to March'), ('c0930', 'c0924', 70, 'Summary April to September')):
    occ('in-public', due, done, 'B', 'agenda-item', 'group.publicity', doc,
        ('minutes_extract', 'Summary discussed', 'Publicity and Communication Group, item 3', n, 'agenda-item', None, 'Messages in the half year'))
occ('in-public', 'c0331')
for due, done, n, doc in (('p0513', 'p0513', 14, 'Spring conversations'), ('p1028', 'p1104', 17, 'Autumn conversations'), ('c0512', 'c0512', 16, 'Spring conversations')):
    occ('in-voices', due, done, 'F', 'feedback report-to-group', 'group.adults-board', doc,
        ('feedback_form', 'Conversations', 'Notes of Wrenshire Voices, no names', n, 'feedback', 'public-voice'),
        late='Two conversations were put off because of illness' if done == 'p1104' else None)
occ('in-voices', 'c1027', notes='Conversations are done; the report is being written.')

# --- What comes back -------------------------------------------------------------------------------------------------


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

order = ('partnership', 'agency', 'contact', 'group', 'circulation-list', 'audience', 'method', 'key-message', 'plan-item', 'occurrence', 'evidence',
         'cascade-return', 'format-request')


def compact(kind):
    return ',\n'.join('    ' + json.dumps(o, ensure_ascii=False) for o in data[kind])


(HERE / 'sample.json').write_text(
    '{\n' + ',\n'.join('  "%s": [\n%s\n  ]' % (k, compact(k)) for k in order) + '\n}\n', encoding='utf-8')
print({k: len(data[k]) for k in order})
