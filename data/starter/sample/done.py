# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done, with its evidence."""
from .base import SITE, add, date
from .item import LEADS

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
