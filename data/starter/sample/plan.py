# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan."""
from .item import item, link

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
