# SPDX-License-Identifier: GPL-3.0-or-later
"""How an item of the plan is written: its entries a line each, with a bar before what they mean."""
from .base import add, date, index

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
