# SPDX-License-Identifier: GPL-3.0-or-later
"""What all parts of the sample are written with: records by their keys, and dates within a reporting year."""
import datetime
import json
import pathlib

HERE = pathlib.Path(__file__).parent.parent
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
