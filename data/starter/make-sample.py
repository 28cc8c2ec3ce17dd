#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sample.json, the invented partnership of the first start, from starter.json and the parts in sample/.

Everybody and everything in it is invented; telephone numbers come from the ranges that Ofcom keeps for drama, and
addresses from the reserved domain .example. The output is the same on every run.

The file holds, for each kind of record, an array of objects with the field names of the catalogues and a "key" by which
others refer to them, also before they come (agencies name their contacts and the other way round: create first, link
second). Plan items stand in the order of their references; "logo" names a resource beside the file.

Dates are ISO dates, or month and day within a reporting year (April to March): "Y0:06-12" is 12 June of the reporting
year in which the sample is opened, "Y-1:06-12" the year before. There they are written "c0612" and "p0612", and a
weekend of 2025-27 moves to the Friday before. Whoever loads the sample leaves out what has not yet happened on the day
it is opened: of an occurrence whose "completed-on" (or "due-on", where it was never done) is later, all but item, due-on
and responsible, and all of it when it has no due-on; and every piece of evidence with a later date, and every reading recorded later.

An object with the key of a starter object replaces the fields it names, so that "Police" becomes "Wrenshire Police".
"""
import json

from sample import partnership, plan, done, back, matrix, results  # noqa: F401 each adds its records, and needs those before it
from sample.base import HERE, data

order = ('partnership', 'agency', 'contact', 'group', 'circulation-list', 'audience', 'method', 'key-message', 'plan-item',
         'occurrence', 'evidence', 'cascade-return', 'format-request', 'matrix', 'matrix-cell', 'priority', 'measure',
         'measure-reading', 'campaign', 'partner-site')


def compact(kind):
    return ',\n'.join('    ' + json.dumps(o, ensure_ascii=False) for o in data[kind])


(HERE / 'sample.json').write_text(
    '{\n' + ',\n'.join('  "%s": [\n%s\n  ]' % (k, compact(k)) for k in order) + '\n}\n', encoding='utf-8')
print({k: len(data[k]) for k in order})
