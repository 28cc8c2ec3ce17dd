#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the starter lists and the sample partnership against the catalogues in src/records.

Usage: check-content.py [SOURCE_DIR]; without it, CIRC_SOURCE_DIR or the tree this file stands in.
Prints what is wrong, a line each, then the counts; exit status 1 when anything was wrong.
"""
import csv
import datetime
import json
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get('CIRC_SOURCE_DIR') or pathlib.Path(__file__).parents[2])
STARTER = ROOT / 'data' / 'starter'
LIMITS = {'CIRC_LIMIT_SHORT': 200, 'CIRC_LIMIT_MEDIUM': 2000, 'CIRC_LIMIT_LONG': 50000}
KINDS = ('partnership', 'agency', 'contact', 'group', 'circulation-list', 'audience', 'method', 'key-message', 'plan-item',
         'occurrence', 'evidence', 'cascade-return', 'format-request', 'matrix', 'matrix-cell', 'priority', 'measure',
         'measure-reading', 'campaign', 'partner-site')
AVOID = re.compile(r'\b(victims?|fail(ed|ings?)|domestic violence|child prostitution|committed suicide|vulnerable adults?|'
                   r'hard[- ]to[- ]reach|illegals?|lorem|ipsum|TODO|LSCB|LAC)\b', re.I)
AMERICAN = re.compile(r'\b(organization|program|center|color|behavior|recogniz|analyz|judgment|mom)\w*', re.I)
PHONE = re.compile(r'(?<![\w./#-])(?:\+44|0)[\d ]{8,}\d')
DRAMA = re.compile(r'^(01632960\d{3}|07700900\d{3})$')
HOST = re.compile(r'(?:https?://|@|\bwww\.)([\w.-]+\w)')

problems = []


def wrong(where, message):
    problems.append('%s: %s' % (where, message))


# --- The catalogues --------------------------------------------------------------------------------------------------

def split_entries(body):
    """The { ... } entries of an array at its first level, as text."""
    depth, start = 0, None
    for place, letter in enumerate(body):
        if letter == '{':
            depth += 1
            if depth == 1:
                start = place
        elif letter == '}':
            depth -= 1
            if depth == 0:
                yield body[start:place + 1]


def array_body(text, place):
    depth, begin = 0, text.index('{', place)
    for at in range(begin, len(text)):
        depth += {'{': 1, '}': -1}.get(text[at], 0)
        if depth == 0:
            return text[begin + 1:at]
    raise ValueError('an array without an end')


def read_catalogues():
    texts = {p.name: re.sub(r'/\*.*?\*/', '', p.read_text(encoding='utf-8'), flags=re.S)
             for p in sorted((ROOT / 'src' / 'records').glob('circ-*.c'))}
    shared, catalogues = {}, {}

    def arrays(text, declaration):
        return {m.group(1): array_body(text, m.end()) for m in re.finditer(declaration + r'\s+(\w+)\[\]\s*=', text)}

    for text in texts.values():
        shared.update({n: set(re.findall(r'\{ "([^"]+)",', b)) for n, b in arrays(text, r'(?<!static )const CircChoice').items()})
    shared_rows = arrays(texts['circ-timing-row.c'], r'const CircField')
    for text in texts.values():
        name = re.search(r'^\s*\.name = "([^"]+)",\s*\.table = ', text, re.M)
        if not name:
            continue
        choices = dict(shared)
        choices.update({n: set(re.findall(r'\{ "([^"]+)",', b)) for n, b in arrays(text, r'static const CircChoice').items()})
        row_arrays = {**shared_rows, **arrays(text, r'const CircField')}

        def fields(body):
            found = {}
            for entry in split_entries(body):
                field_name = re.search(r'\.name = "([^"]+)"', entry)
                if not field_name:
                    continue
                limit = re.search(r'\.limit = (\w+)', entry)
                targets = re.search(r'\.targets = \(const char \*const\[\]\) \{([^}]*)\}', entry)
                chosen = re.search(r'\.choices = (\w+)', entry)
                rows = re.search(r'\.rows = (\w+)', entry)
                found[field_name.group(1)] = {
                    'kind': re.search(r'\.kind = CIRC_FIELD_(\w+)', entry).group(1),
                    'needed': 'CIRC_FIELD_NEEDED' in entry,
                    'unique': 'CIRC_FIELD_UNIQUE' in entry,
                    'limit': LIMITS.get(limit.group(1)) or int(limit.group(1)) if limit else 0,
                    'targets': re.findall(r'"([^"]+)"', targets.group(1)) if targets else [],
                    'choices': choices[chosen.group(1)] if chosen else set(),
                    'rows': fields(row_arrays[rows.group(1)]) if rows else {},
                }
            return found

        catalogues[name.group(1)] = fields(array_body(text, re.search(r'static const CircField fields\[\] =', text).end()))
        if 'CIRC_ARCHIVED_ON_FIELD' in text:
            catalogues[name.group(1)]['archived-on'] = {'kind': 'DATE', 'needed': False, 'unique': False, 'limit': 0,
                                                        'targets': [], 'choices': set(), 'rows': {}}
    return catalogues


# --- Values ----------------------------------------------------------------------------------------------------------

def real_date(text):
    """The date, with Y0 read as the reporting year 2026-27."""
    relative = re.fullmatch(r'Y(0|-1):(\d\d)-(\d\d)', text)
    if relative:
        month, day = int(relative.group(2)), int(relative.group(3))
        if (month, day) == (2, 29):
            raise ValueError('29 February is not in every year')
        return datetime.date(2026 + int(relative.group(1)) + (month < 4), month, day)
    if not re.fullmatch(r'\d{4}-\d\d-\d\d', text):
        raise ValueError('neither 2026-11-21 nor Y0:11-21 nor Y-1:11-21')
    return datetime.date.fromisoformat(text)


def check_words(where, text):
    for found in AVOID.finditer(text):
        wrong(where, 'house style avoids "%s"' % found.group())
    for found in AMERICAN.finditer(text):
        if not re.match(r'programme|centre', found.group(), re.I):
            wrong(where, 'not British spelling: "%s"' % found.group())
    for found in PHONE.finditer(text):
        if not DRAMA.match(re.sub(r'\D', '', found.group())):
            wrong(where, 'telephone number outside the ranges kept for drama: %s' % found.group())
    for host in HOST.findall(text):
        if not re.search(r'(^|\.)example(\.org|\.com|\.net)?$', host):
            wrong(where, 'address outside the reserved domains: %s' % host)
    if text != text.strip() or '  ' in text or '"' in text or "'" in text:
        wrong(where, 'stray space, or a straight quotation mark: %r' % text[:60])


def check_value(where, field, value, index):
    kind = field['kind']
    if kind in ('TEXT', 'LONG_TEXT', 'IMAGE'):
        if not isinstance(value, str) or not value:
            return wrong(where, 'is not text')
        if kind == 'TEXT' and '\n' in value:
            wrong(where, 'a line break in a field of one line')
        if field['limit'] and len(value) > field['limit']:
            wrong(where, '%d characters, more than %d' % (len(value), field['limit']))
        if kind == 'IMAGE':
            if not (STARTER / value).is_file():
                wrong(where, 'no such file: %s' % value)
        elif not where.endswith('other-names'):
            check_words(where, value)
    elif kind in ('INTEGER', 'MONEY'):
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            wrong(where, 'is not a number of nought or more')
    elif kind == 'DECIMAL':
        if isinstance(value, bool) or not isinstance(value, (int, float)) or round(value * 1000) != value * 1000:
            wrong(where, 'is not a number of at most three decimals')
    elif kind == 'BOOLEAN':
        if not isinstance(value, bool):
            wrong(where, 'is neither true nor false')
    elif kind == 'DATE':
        try:
            real_date(value)
        except (ValueError, TypeError) as error:
            wrong(where, 'date %r: %s' % (value, error))
    elif kind == 'CHOICE':
        if value not in field['choices']:
            wrong(where, 'no such choice: %r' % (value,))
    elif kind == 'SET':
        for token in value:
            if token not in field['choices']:
                wrong(where, 'no such choice: %r' % (token,))
        if len(set(value)) != len(value):
            wrong(where, 'a choice twice')
    elif kind in ('REFERENCE', 'REFERENCES'):
        keys = [value] if kind == 'REFERENCE' else value
        if len(set(keys)) != len(keys):
            wrong(where, 'the same record twice')
        for key in keys:
            if key not in index:
                wrong(where, 'no such record: %s' % key)
            elif index[key][0] not in field['targets']:
                wrong(where, '%s is a %s; allowed: %s' % (key, index[key][0], ', '.join(field['targets'])))
    elif kind == 'ROWS':
        for number, row in enumerate(value, 1):
            check_fields('%s[%d]' % (where, number), field['rows'], row, index)
            for name, cell in field['rows'].items():
                if cell['needed'] and name not in row:
                    wrong('%s[%d]' % (where, number), 'needs %s' % name)
    else:
        wrong(where, 'the content cannot give a field of kind %s' % kind)


def check_fields(where, catalogue, values, index):
    for name, value in values.items():
        if name == 'key':
            continue
        if name not in catalogue:
            wrong(where, 'no such field: %s' % name)
        else:
            check_value('%s %s' % (where, name), catalogue[name], value, index)


# --- One file --------------------------------------------------------------------------------------------------------

def check_names(file_name, kind, catalogue, records):
    for name, field in catalogue.items():
        if field['unique']:
            seen = {}
            for record in records:
                value = str(record.get(name, '')).casefold()
                if value in seen and 'archived-on' not in record:
                    wrong('%s %s' % (file_name, record['key']), '%s is also the %s of %s' % (name, name, seen[value]))
                seen[value] = record['key']
    if 'other-names' not in catalogue:
        return
    known = {r['name'].casefold(): r['key'] for r in records}
    for record in records:
        where = '%s %s other-names' % (file_name, record['key'])
        for line in record.get('other-names', '').split('\n'):
            word = line.casefold()
            if line != line.strip() or (not line and 'other-names' in record):
                wrong(where, 'an empty line or a stray space')
            if word and word in known:
                wrong(where, '"%s" already means %s' % (line, known[word]))
            known[word] = record['key']


def check_sense(file_name, data):
    items = {r['key']: r for r in data.get('plan-item', [])}
    evidenced = {r.get('occurrence') for r in data.get('evidence', [])}
    occurrences = {r['key']: r for r in data.get('occurrence', [])}
    for record in data.get('plan-item', []):
        where = '%s %s' % (file_name, record['key'])
        leads = [r for r in record.get('by-whom', []) if r.get('part') == 'lead']
        if len(leads) != 1:
            wrong(where, '%d leads instead of one' % len(leads))
        if record.get('approval-state') in ('approved', 'rejected') and not {'approval-by', 'approval-on'} <= set(record):
            wrong(where, 'a decision without who and when')
        if record.get('direction') == 'incoming' and not {'incoming-from', 'incoming-response'} <= set(record):
            wrong(where, 'an incoming message without who sent it and what was done')
        for name in ('approval-requested-on', 'approval-on', 'quality-checked-on'):
            if name in record and record[name].startswith('Y0'):
                wrong(where, '%s may lie after the day the sample is opened' % name)
    for record in data.get('occurrence', []):
        where = '%s %s' % (file_name, record['key'])
        due, done = record.get('due-on'), record.get('completed-on')
        if done and due:
            late = real_date(done) > real_date(due)
            if late != ('late-reason' in record):
                wrong(where, 'late without a reason' if late else 'a reason for being late, but it was not')
        if done and not (record.get('methods-used') and record.get('done-by') and record.get('document')):
            wrong(where, 'done, but not by whom, how and with what')
        if done and ('not-required-reason' in record or 'cancelled-on' in record):
            wrong(where, 'both done and not done')
        if not done and record['key'] in evidenced:
            wrong(where, 'evidence of what was not done')
        if record.get('item') in items and done and 'active-to' in items[record['item']] and \
                real_date(done) > real_date(items[record['item']]['active-to']):
            wrong(where, 'done after its plan item had ended')
    for record in data.get('evidence', []):
        where = '%s %s' % (file_name, record['key'])
        if 'link' not in record and 'reference' not in record:
            wrong(where, 'neither a link nor a reference')
        owner = occurrences.get(record.get('occurrence'))
        if owner and 'completed-on' in owner and real_date(record['date']) < real_date(owner['completed-on']):
            wrong(where, 'older than what it proves')
    for record in data.get('cascade-return', []):
        where = '%s %s' % (file_name, record['key'])
        owner = occurrences.get(record.get('occurrence'), {})
        if record.get('requested-on') != owner.get('completed-on'):
            wrong(where, 'asked for on another day than it was sent')
        if 'returned-on' in record and real_date(record['returned-on']) < real_date(record['requested-on']):
            wrong(where, 'returned before it was asked for')


def check_file(path, catalogues):
    def no_twins(pairs):
        names = [name for name, _ in pairs]
        for name in {n for n in names if names.count(n) > 1}:
            wrong(path.name, 'the name %s twice in one object' % name)
        return dict(pairs)

    data = json.loads(path.read_text(encoding='utf-8'), object_pairs_hook=no_twins)
    index = {}
    for kind, records in data.items():
        if kind not in KINDS:
            wrong(path.name, 'no such kind: %s' % kind)
        for record in records:
            key = record.get('key', '')
            if not re.fullmatch(r'[a-z-]+\.[a-z0-9.-]+', key):
                wrong(path.name, 'not a key: %r' % key)
            if key in index:
                wrong(path.name, 'the key %s twice' % key)
            index[key] = (kind, record)
    for kind, records in data.items():
        catalogue = catalogues.get(kind, {})
        for record in records:
            check_fields('%s %s' % (path.name, record.get('key')), catalogue, record, index)
        check_names(path.name, kind, catalogue, records)
    if not any(' date ' in problem for problem in problems):
        check_sense(path.name, data)
    return data, index


def needed_gaps(data, catalogues):
    """Needed fields that are empty: allowed in the starter lists, few in the sample."""
    gaps = {}
    for kind, records in data.items():
        for record in records:
            for name, field in catalogues[kind].items():
                if field['needed'] and name not in record:
                    gaps.setdefault('%s.%s' % (kind, name), []).append(record['key'])
    return gaps


def main():
    catalogues = read_catalogues()
    for kind in KINDS:
        if len(catalogues.get(kind, {})) < 5:
            wrong('src/records', 'could not read the catalogue of %s' % kind)
    starter, _ = check_file(STARTER / 'starter.json', catalogues)
    sample, _ = check_file(STARTER / 'sample.json', catalogues)
    mine = {r['key']: r for r in sample['audience'] + sample['method']}
    for record in starter['audience'] + starter['method']:
        kept = {n: v for n, v in mine.get(record['key'], {}).items() if n in record}
        if kept != record:
            wrong('sample.json %s' % record['key'], 'differs from the starter: run make-sample.py')
    with open(STARTER / 'plan-template.csv', encoding='utf-8-sig', newline='') as file:
        headings = next(csv.reader(file))
    titles = re.findall(r'\.title = N_ \("([^"]+)"\)', (ROOT / 'src' / 'records' / 'circ-plan-item.c').read_text(encoding='utf-8'))
    for heading in headings:
        if heading not in titles:
            wrong('plan-template.csv', 'no field is called %s' % heading)

    for problem in problems:
        print(problem)
    for name, data in (('starter', starter), ('sample', sample)):
        print('%s: %s' % (name, ', '.join('%d %s' % (len(data[k]), k) for k in KINDS if k in data)))
    for gap, keys in needed_gaps(sample, catalogues).items():
        print('sample, needed and empty: %s (%d): %s' % (gap, len(keys), ', '.join(keys[:4])))
    rows = [r for i in sample['plan-item'] for n in ('to-whom', 'how', 'by-whom') for r in i.get(n, [])]
    print('sample: %d entries, %d only words' % (len(rows), sum('link' not in r for r in rows)))
    for kind, name in (('plan-item', 'category'), ('plan-item', 'approval-state'), ('plan-item', 'direction'), ('evidence', 'kind')):
        used = [r.get(name) for r in sample[kind]]
        unused = catalogues[kind][name]['choices'] - set(used)
        print('sample, %s %s: %s%s' % (kind, name, ', '.join('%s %d' % (t, used.count(t)) for t in sorted(set(filter(None, used)))),
                                        '; not used: ' + ', '.join(sorted(unused)) if unused else ''))
    occurrences = sample['occurrence']
    evidenced = {r['occurrence'] for r in sample['evidence']}
    done = [o for o in occurrences if 'completed-on' in o]
    print('sample, occurrences: %d done (%d late, %d without evidence), %d not required, %d cancelled, %d open' % (
        len(done), sum('late-reason' in o for o in done), sum(o['key'] not in evidenced for o in done),
        sum('not-required-reason' in o for o in occurrences), sum('cancelled-on' in o for o in occurrences),
        sum(not {'completed-on', 'not-required-reason', 'cancelled-on'} & set(o) for o in occurrences)))
    print('%d problems' % len(problems))
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
