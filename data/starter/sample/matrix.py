# SPDX-License-Identifier: GPL-3.0-or-later
"""Which audience of the sample is reached by which method: what was approved for the year, and a draft that goes on from it."""
from .base import add, data, date

data.update({'matrix': [], 'matrix-cell': []})

AUDIENCES = 'service-user carer-family partner-org staff provider community partnership-group'.split()
VALUES = {'X': 'used', 'P': 'planned', 'R': 'on_request'}

# One letter for each audience, in the order above.
APPROVED = {
    'annual-report': '--XXX-X', 'website': 'XXXXXXX', 'leaflets': 'XX-X-XR', 'feedback': 'XX-----', 'groups': '--XX--X',
    'training': '--XXX-R', 'social-media': 'XXXP-X-', 'newsletter': '--XXXPX', 'visual-media': 'PP-X-P-', 'press': '-----X-',
    'public-events': 'XX---XR', 'provider-forums': '----X--', 'supervision': '---XX--', 'conference': '--XXX-X',
    'email': '--XXX-X', 'email-alert': '--XXX--', 'partner-websites': '-RXX-R-', 'e-learning': '---XX--', 'e-newsletter': '--XXX-X',
    'briefing': '--XXR-X', 'seven-minute': '---XX--', 'display': 'XX---X-', 'agenda-item': '--XX--X', 'face-to-face': 'XX-R---',
    'report-to-group': '--X---X', 'learning-event': '--XXX--', 'letter': 'RR--R--', 'partner-newsletters': '-XXX-X-',
    'radio': '-----P-', 'webinar': '--XXP--',
}
NOTES = {
    ('social-media', 'carer-family'): 'The page for parents; questions are answered on weekdays.',
    ('leaflets', 'service-user'): 'Always with the Easy Read version beside it.',
    ('display', 'community'): 'Libraries and surgeries, changed each quarter.',
}
CHANGED = {
    ('social-media', 'staff'): 'X', ('webinar', 'provider'): 'X', ('radio', 'community'): 'X', ('letter', 'provider'): '-',
    ('visual-media', 'community'): 'X', ('training', 'partnership-group'): 'X',
}


def version(key, letters, **fields):
    add('matrix', 'matrix.' + key, title='Audiences and methods', period_from='Y0:04-01', period_to='Y0:03-31', **fields)
    for method, row in letters.items():
        for audience, letter in zip(AUDIENCES, row):
            value = VALUES.get(letter, 'not_used')
            if key == 'draft' and (method, audience) in CHANGED:
                value = VALUES.get(CHANGED[method, audience], 'not_used')
            note = NOTES.get((method, audience))
            if letter != '-' or note or value != 'not_used':
                add('matrix-cell', 'matrix-cell.%s.%s.%s' % (key, method, audience), matrix='matrix.' + key,
                    method='method.' + method, audience='audience.' + audience, value=value, note=note)


version('approved', APPROVED, status='approved', approved_on=date('p0319'), approved_by='group.partnership-meeting')
version('draft', APPROVED, status='draft')
