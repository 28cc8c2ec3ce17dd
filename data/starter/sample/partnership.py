# SPDX-License-Identifier: GPL-3.0-or-later
"""The partnership, its agencies, people, groups and lists."""
from .base import add, date, index

add('partnership', 'partnership.main', name='Wrenshire Safeguarding Partnership', short_name='WSP', kind='joint',
    areas='Wrenshire\nNorthmoor',
    legal_basis='The arrangements for children are made under the Children Act 2004, those for adults under the Care '
                'Act 2014. The partners publish both together and report on both every year.',
    host_agency='agency.local-authority',
    address='Business unit, Wrenshire Safeguarding Partnership\nAlder House\n4 Market Row\nWrenbridge',
    telephone='01632 960140', website='www.wrenshiresafeguarding.example',
    generic_inbox='businessunit@wrenshiresafeguarding.example',
    secure_inbox='secure@wrenshiresafeguarding.example', review_subgroup_name='Case Review Group',
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
