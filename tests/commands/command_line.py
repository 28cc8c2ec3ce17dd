#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line promises: each command, what it prints and what is in the file afterwards."""
import csv
import io
import json
import os
import pathlib
import zipfile

import circ_run
from circ_run import COLUMNS, MATRIX, PLAN

KEYS = ['ref', 'what', 'what_notes', 'to_whom', 'how', 'by_whom', 'when_text']
KINDS = ['plan', 'occurrences', 'audiences', 'methods', 'agencies', 'contacts', 'groups', 'lists', 'messages', 'evidence']


def items(place, *options, database='p.circulate'):
    return json.loads(place.done('--database', database, 'list', 'plan', '--json', *options).out)


def words(text):
    return text.split()


def entries(item, key):
    return words(' '.join(entry['text'] for entry in item[key]))


def assert_words(rows, found):
    """Every word of every cell, in order."""
    assert len(found) == len(rows), (len(found), len(rows))
    for row, item in zip(rows, found):
        assert list(item)[:len(KEYS)] == KEYS, list(item)
        assert words(item['what'] + ' ' + item['what_notes']) == words(row[COLUMNS[0]]), item
        assert entries(item, 'to_whom') == words(row['To whom']), item
        assert entries(item, 'how') == words(row['How']), item
        assert entries(item, 'by_whom') == words(row['By whom']), item
        assert words(item['when_text']) == words(row['When']), item
        for entry in item['to_whom'] + item['how'] + item['by_whom']:
            assert set(entry) >= {'text'} and ('kind' in entry) == ('name' in entry), entry
            assert set(entry) <= {'text', 'kind', 'name', 'purpose', 'part'}, entry
    refs = [item['ref'] for item in found]
    assert refs == sorted(refs) and len(set(refs)) == len(refs), refs


def import_story(place, path, text):
    rows = list(csv.DictReader(io.StringIO(text.lstrip('\ufeff'), newline='')))
    place.done('create', 'p.circulate', '--template', 'starter')
    first = place.done('--database', 'p.circulate', 'import', 'plan', path)
    assert '%d items added.' % len(rows) in first.out, first
    found = items(place)
    assert_words(rows, found)
    again = place.done('--database', 'p.circulate', 'import', 'plan', path)
    assert '0 items added.' in again.out and '%d rows are there already.' % len(rows) in again.out, again
    for item in found:
        assert 'is there already as %s.' % item['ref'] in again.out, again
    assert items(place) == found
    more = place.done('import', 'plan', path, '--again', '--database', 'p.circulate')
    assert '%d items added.' % len(rows) in more.out, more
    assert len(items(place)) == 2 * len(rows)
    undone = place.done('--database', 'p.circulate', 'undo')
    assert 'Taken back: Imported %d items' % len(rows) in undone.out, undone
    assert items(place) == found
    return found


def test_import(place):
    found = import_story(place, place.write('lanterns.csv', PLAN), PLAN)
    assert found[0]['what'] == 'Lantern bulletin - new, and old', found[0]
    assert found[0]['to_whom'][0] == {'text': 'Staff', 'kind': 'audience', 'name': 'Staff'}, found[0]
    assert found[0]['to_whom'][1]['purpose'] == 'for_further_dissemination', found[0]
    assert found[0]['how'][0]['kind'] == 'method', found[0]
    assert 'kind' not in found[0]['how'][1], found[0]
    assert found[2]['what'] == '=HYPERLINK("http://x")' and found[2]['state'] == 'nothing', found[2]


def shared_file(name):
    shared = os.environ.get('CIRC_SHARED') or os.path.join(os.environ.get('CIRC_SOURCE_DIR', '.'), '..', 'shared')
    return pathlib.Path(shared).resolve() / 'reference' / name


def test_reference(place):
    path = shared_file('stockport-circulation-plan.csv')
    if not path.exists():
        print('# the reference plan is not here; test_import has one of ours')
        return
    assert len(import_story(place, path, path.read_text(encoding='utf-8-sig'))) == 17


def test_spreadsheets(place):
    """The same plan as the spreadsheets of this world write it."""
    for name, text in (
            ('bom.csv', b'\xef\xbb\xbf' + PLAN.encode()),
            ('semicolon.csv', 'What;When\r\n"Bulletin; old";Now\r\n'.encode()),
            ('tab.csv', 'What\tWhen\nBulletin\tNow\n'.encode('utf-16')),
            ('cp1252.csv', 'What,When\nCafé – “open”,Now\n'.encode('cp1252')),
            ('mac.csv', b'What,When\rBulletin,Now\r')):
        place.write(name, text)
        result = place.done('create', name + '.circulate')
        result = place.done('--database', name + '.circulate', 'import', 'plan', name)
        assert '0 items added' not in result.out, result
        found = items(place, database=name + '.circulate')
        assert found[0]['what'] in ('Lantern bulletin - new, and old', 'Bulletin; old', 'Bulletin', 'Café – “open”'), found


def test_dry_run(place):
    place.done('create', 'p.circulate')
    before = place.state()
    place.write('lanterns.csv', PLAN)
    result = place.done('--database', 'p.circulate', 'import', 'plan', 'lanterns.csv', '--dry-run')
    assert '4 items would be added.' in result.out and 'Line 2: New: Lantern bulletin' in result.out, result
    after = place.state()
    after.pop('lanterns.csv')
    assert after == before
    place.done('--database', 'p.circulate', 'import', 'plan', 'lanterns.csv')
    result = place.done('--database', 'p.circulate', 'import', 'plan', '--dry-run', 'lanterns.csv')
    assert '0 items would be added.' in result.out and 'Already there' in result.out, result


def test_bad_rows(place):
    place.done('create', 'p.circulate')
    place.write('bad.csv', 'What,When\nGood,Now\nToo,many,cells\n,Without what\n"Never closed,Now\n')
    before = place.state()
    refused = place.failed(1, '--database', 'p.circulate', 'import', 'plan', 'bad.csv')
    assert '3 rows cannot be read' in refused.err and '--skip-bad-rows' in refused.err, refused
    for line in ('Line 3', 'Line 4', 'Line 5'):
        assert line in refused.out, refused
    assert place.state() == before
    place.failed(1, '--database', 'p.circulate', 'import', 'plan', 'bad.csv', '--dry-run')
    taken = place.done('--database', 'p.circulate', 'import', 'plan', 'bad.csv', '--skip-bad-rows')
    assert '1 item added.' in taken.out and '3 rows cannot be read.' in taken.out, taken
    assert [item['what'] for item in items(place)] == ['Good']


def test_holidays(place):
    """A newer list of bank holidays: a year more, in which a day was proclaimed. One undo takes it back."""
    source = pathlib.Path(os.environ['CIRC_SOURCE_DIR']) / 'data' / 'rules' / 'bank-holidays.json'
    newer = json.loads(source.read_text(encoding='utf-8'))
    day = '2027-01-04'
    for division in newer.values():
        division['events'].append({'title': 'A wedding', 'date': day, 'notes': '', 'bunting': True})
    place.write('newer.json', json.dumps(newer))
    place.write('plan.csv', 'What,When\nLamps,Every year on 4 January\n')
    place.done('create', 'p.circulate')
    place.done('--database', 'p.circulate', 'import', 'plan', 'plan.csv')

    def aim():
        found = json.loads(place.done('--database', 'p.circulate', 'list', 'occurrences', '--json').out)
        return next(one['plan_by'] for one in found if one['due_on'] == day)

    assert aim() == day
    same = place.done('--database', 'p.circulate', 'import', 'holidays', source)
    assert same.out == 'This list says nothing new: bank holidays are known until Sunday 31 December 2028.\n', same
    before = place.state()
    dry = place.done('--database', 'p.circulate', 'import', 'holidays', 'newer.json', '--dry-run')
    assert dry.out == 'Bank holidays would be known until Sunday 31 December 2028.\n' and place.state() == before, dry
    done = place.done('--database', 'p.circulate', 'import', 'holidays', 'newer.json')
    assert done.out == 'Bank holidays are known until Sunday 31 December 2028.\n1 date has moved.\n', done
    assert aim() == '2026-12-31'
    place.done('--database', 'p.circulate', 'check')
    undone = place.done('--database', 'p.circulate', 'undo')
    assert 'Imported a newer list of bank holidays' in undone.out, undone
    assert aim() == day


def matrix(place, database):
    found = json.loads(place.done('--database', database, 'list', 'matrix', '--json').out)
    assert list(found)[-3:] == ['methods', 'audiences', 'cells'], list(found)
    pairs = [(cell['method'], cell['audience']) for cell in found['cells']]
    assert pairs == [(m['name'], a['name']) for m in found['methods'] for a in found['audiences']], pairs
    assert all(set(cell) == {'method', 'audience', 'value', 'note'} for cell in found['cells']), found['cells']
    return found


def sums(found):
    """How many methods are used for each audience."""
    return [sum(cell['value'] == 'used' for cell in found['cells'] if cell['audience'] == audience['name'])
            for audience in found['audiences']]


def test_matrix(place):
    place.done('create', 'p.circulate')
    path = place.write('lamps.csv', MATRIX)
    dry = place.done('--database', 'p.circulate', 'import', 'matrix', path, '--dry-run').out
    assert '8 cells would be changed.' in dry and 'New method: E mail' in dry and 'New audience: Staff' in dry, dry
    assert matrix(place, 'p.circulate')['cells'] == []
    assert 'nothing to list' in place.done('--database', 'p.circulate', 'list', 'matrix').out
    said = place.done('--database', 'p.circulate', 'import', 'matrix', path).out
    assert '8 cells changed.' in said and 'New audience: The market, on Fridays' in said, said
    found = matrix(place, 'p.circulate')
    assert [one['name'] for one in found['methods']] == ['Notice in the square', 'E mail', '=Bell, rung', 'Drum'], found
    assert found['status'] == 'draft' and found['period_from'] == '2026-04-01', found
    assert sums(found) == [2, 1, 1, 2], found
    assert [cell['value'] for cell in found['cells'][8:12]] == ['not_used', 'on_request', 'not_used', 'used'], found
    table = place.done('--database', 'p.circulate', 'list', 'matrix').out.splitlines()
    assert len(table) == 6 and table[-1].split() == ['Total', '2', '1', '1', '2', '6'], table
    again = place.done('--database', 'p.circulate', 'import', 'matrix', path).out
    assert 'there already' in again and 'changed' not in again, again
    assert matrix(place, 'p.circulate') == found
    assert 'Taken back: Imported the matrix from lamps.csv' in place.done('--database', 'p.circulate', 'undo').out
    assert matrix(place, 'p.circulate')['methods'] == []
    # Lists that are there know some of the names by others.
    place.done('create', 's.circulate', '--template', 'starter')
    before = matrix(place, 's.circulate')
    said = place.done('--database', 's.circulate', 'import', 'matrix', path).out
    assert 'New audience: Lamplighters' in said and 'New method: Drum' in said, said
    assert 'New audience: Staff' not in said and 'mail' not in said, said
    assert 'Now a column of the matrix: Parents, carers and families' in said, said
    found = matrix(place, 's.circulate')
    assert len(found['methods']) == len(before['methods']) + 3, found['methods']
    assert len(found['audiences']) == len(before['audiences']) + 3, found['audiences']
    assert sum(sums(found)) == 6, sums(found)


def same_matrix(found):
    return found['methods'], found['audiences'], found['cells']


def test_matrix_export(place):
    place.done('create', 'p.circulate')
    place.write('lamps.csv', MATRIX)
    place.done('--database', 'p.circulate', 'import', 'matrix', 'lamps.csv')
    for name, magic in (('xlsx', b'PK'), ('pdf', b'%PDF-'), ('csv', b'\xef\xbb\xbfMethod,')):
        said = place.done('--database', 'p.circulate', 'export', 'matrix', '--format', name, '--output', 'out.' + name)
        assert 'out.' + name in said.out, said
        assert (place.path / ('out.' + name)).read_bytes().startswith(magic), name
        place.done('export', 'matrix', '--database', 'p.circulate', '--output', 'out.' + name, '--year', '2026')
    with zipfile.ZipFile(place.path / 'out.xlsx') as book:
        sheets = book.read('xl/workbook.xml').decode()
    assert 'Audiences and methods' in sheets and 'Use and gaps' in sheets, sheets
    # Into another file it is the same matrix.
    place.done('create', 'q.circulate')
    place.done('--database', 'q.circulate', 'import', 'matrix', 'out.csv')
    assert same_matrix(matrix(place, 'q.circulate')) == same_matrix(matrix(place, 'p.circulate'))
    place.done('--database', 'q.circulate', 'export', 'matrix', '--output', 'again.csv')
    assert (place.path / 'again.csv').read_bytes() == (place.path / 'out.csv').read_bytes()
    assert 'there already' in place.done('--database', 'p.circulate', 'import', 'matrix', 'out.csv').out
    # A file without one has something to write as well.
    place.done('create', 'none.circulate')
    for name in ('xlsx', 'pdf', 'csv'):
        place.done('--database', 'none.circulate', 'export', 'matrix', '--output', 'none.' + name)


def test_matrix_period(place):
    place.done('create', 'p.circulate', '--template', 'sample')
    year = ('--from', '2026-04-01', '--to', '2027-03-31')
    line = ('--database', 'p.circulate', 'list', 'matrix')

    def recorded(*period):
        found = json.loads(place.done(*line, '--json', *period).out)
        assert (found['recorded_from'], found['recorded_to']) == (period[1], period[3]), found
        plain = matrix(place, 'p.circulate')
        assert [{k: v for k, v in cell.items() if k != 'recorded'} for cell in found['cells']] == plain['cells']
        return sum(cell['recorded'] for cell in found['cells'])

    half = recorded('--from', '2026-04-01', '--to', '2026-09-30')
    rest = recorded('--from', '2026-10-01', '--to', '2027-03-31')
    assert recorded(*year) == half + rest > rest > 0, (half, rest)
    assert recorded('--from', '2031-01-01', '--to', '2031-01-01') == 0
    table = place.done(*line, *year).out
    assert '(' in table and '(' not in place.done(*line).out, table
    place.done('--database', 'p.circulate', 'export', 'matrix', '--output', 'out.xlsx', '--from', '2026-04-01', '--to',
               '2026-09-30')
    with zipfile.ZipFile(place.path / 'out.xlsx') as book:
        words = b''.join(book.read(name) for name in book.namelist() if name.startswith('xl/')).decode()
    assert 'Times recorded, April to September 2026' in words


def test_matrix_rows(place):
    """A mark that means nothing is named, and stops everything unless the rest is asked for."""
    place.done('create', 'p.circulate')
    place.write('bad.csv', ',Staff,Market\nBell,x,\nDrum,x,maybe\nWhistle,2,\n')
    before = place.state()
    refused = place.failed(1, '--database', 'p.circulate', 'import', 'matrix', 'bad.csv')
    assert '2 rows cannot be read' in refused.err and '--skip-bad-rows' in refused.err, refused
    assert 'Line 3, column 3: “maybe” (Market)' in refused.out and 'Line 4, column 2: “2” (Staff)' in refused.out, refused
    assert place.state() == before
    place.failed(1, '--database', 'p.circulate', 'import', 'matrix', 'bad.csv', '--dry-run')
    taken = place.done('--database', 'p.circulate', 'import', 'matrix', 'bad.csv', '--skip-bad-rows')
    assert '1 cell changed.' in taken.out and '2 rows cannot be read.' in taken.out, taken
    assert [one['name'] for one in matrix(place, 'p.circulate')['methods']] == ['Bell']


def test_matrix_reference(place):
    path = shared_file('dudley-audience-method-matrix.csv')
    if not path.exists():
        print('# the reference matrix is not here; test_matrix has one of ours')
        return
    for template in ('empty', 'starter'):
        name = template + '.circulate'
        place.done('create', name, '--template', template)
        said = place.done('--database', name, 'import', 'matrix', path).out
        assert '75 cells changed.' in said, said
        found = matrix(place, name)
        assert len(found['audiences']) == 7 and sums(found) == [9, 9, 13, 13, 12, 9, 10], sums(found)
        assert template != 'empty' or len(found['methods']) == 14, found['methods']
        assert ('New method' in said) == (template == 'empty'), said
        assert 'there already' in place.done('--database', name, 'import', 'matrix', path).out
        place.done('--database', name, 'check')
        place.done('--database', name, 'export', 'matrix', '--output', 'out.csv')
        other = 'from-' + name
        place.done('create', other)
        place.done('--database', other, 'import', 'matrix', 'out.csv')
        assert [cell['value'] for cell in matrix(place, other)['cells']] == [cell['value'] for cell in found['cells']]


def test_export(place):
    place.done('create', 'p.circulate', '--template', 'starter')
    place.write('lanterns.csv', PLAN)
    place.done('--database', 'p.circulate', 'import', 'plan', 'lanterns.csv')
    for name, magic in (('xlsx', b'PK'), ('pdf', b'%PDF-'), ('csv', b'\xef\xbb\xbfRef,')):
        place.done('--database', 'p.circulate', 'export', 'plan', '--format', name, '--output', 'out.' + name)
        first = (place.path / ('out.' + name)).read_bytes()
        assert first.startswith(magic), first[:20]
        # Over a file that is there, and with the format told by the name.
        place.done('export', 'plan', '--database', 'p.circulate', '--output', 'out.' + name)
    table = list(csv.DictReader(io.StringIO((place.path / 'out.csv').read_text(encoding='utf-8-sig'), newline='')))
    rows = list(csv.DictReader(io.StringIO(PLAN, newline='')))
    assert len(table) == len(rows)
    for row, line in zip(rows, table):
        for column in COLUMNS:
            assert words(line[column].lstrip("'")) == words(row[column]), (column, line)
    # What was exported comes in again as what is there already.
    again = place.done('--database', 'p.circulate', 'import', 'plan', 'out.csv')
    assert '0 items added.' in again.out, again
    place.done('--database', 'p.circulate', 'export', 'plan', '--output', 'some.csv', '--search', 'lantern')
    assert len((place.path / 'some.csv').read_text(encoding='utf-8-sig').split('CP-')) == 2
    place.done('--database', 'p.circulate', 'export', 'plan', '--output', 'before.csv', '--year', '2025')
    assert 'CP-' not in (place.path / 'before.csv').read_text(encoding='utf-8-sig')


def test_progress(place):
    """The rows add up to the figures, and each to what the list of occurrences says."""
    place.done('create', 'p.circulate', '--template', 'sample')
    for name, magic in (('xlsx', b'PK'), ('pdf', b'%PDF-'), ('csv', b'\xef\xbb\xbfLead,')):
        said = place.done('--database', 'p.circulate', 'export', 'progress', '--format', name, '--output', 'out.' + name)
        assert 'out.' + name in said.out, said
        assert (place.path / ('out.' + name)).read_bytes().startswith(magic), name

    def rows(*options):
        place.done('export', 'progress', '--database', 'p.circulate', '--output', 'rows.csv', *options)
        return list(csv.DictReader(io.StringIO((place.path / 'rows.csv').read_text(encoding='utf-8-sig'), newline='')))

    found = rows()
    assert {row['Ref'] for row in found} == {item['ref'] for item in items(place)}
    assert {row['State'] for row in found} >= {'Done', 'Done late', 'Overdue', 'Planned', 'Not needed'}, found
    assert found == rows('--year', '2026') and found != rows('--year', '2025')
    listed = json.loads(place.done('--database', 'p.circulate', 'list', 'occurrences', '--json', '--year', '2026').out)
    for word, states in (('Done', ('done', 'done_late', 'evidence_missing')), ('Planned', ('scheduled',)), ('Due', ('due',))):
        assert sum(row['State'].split()[0] == word for row in found) == sum(one['state'] in states for one in listed), word
    assert sum(row['Evidence'] == 'Missing' for row in found) == sum(one['state'] == 'evidence_missing' for one in listed)
    early = rows('--on', '2026-09-01')
    assert sum(row['State'] == 'Overdue' for row in early) < sum(row['State'] == 'Overdue' for row in found)
    some = rows('--search', 'newsletter')
    assert 0 < len(some) < len(found)
    with zipfile.ZipFile(place.path / 'out.xlsx') as book:
        sheets = book.read('xl/workbook.xml').decode()
    assert 'Summary by lead' in sheets and '"Items"' in sheets, sheets


def test_list(place):
    place.done('create', 'p.circulate', '--template', 'sample')
    for kind in KINDS:
        found = json.loads(place.done('--database', 'p.circulate', 'list', kind, '--json').out)
        assert isinstance(found, list) and len(found) > 2 and all(isinstance(one, dict) for one in found), kind
        lines = place.done('list', kind, '--database', 'p.circulate').out.splitlines()
        assert len(lines) == len(found) + 1, (kind, len(lines), len(found))
    plan = items(place)
    some = items(place, '--search', 'newsletter')
    assert 0 < len(some) < len(plan)
    years = {year: json.loads(place.done('--database', 'p.circulate', 'list', 'occurrences', '--json', '--year', year).out)
             for year in ('2025', '2026', '1999')}
    assert years['2025'] and years['2026'] and years['1999'] == []
    states = {one['state'] for one in years['2025'] + years['2026']}
    assert states >= {'done', 'done_late', 'overdue', 'evidence_missing', 'scheduled', 'not_required'}, states
    early = items(place, '--on', '2026-04-02')
    assert {one['ref']: one['state'] for one in early} != {one['ref']: one['state'] for one in plan}
    assert place.done('list', 'plan', '--search', 'no such words', '--database', 'p.circulate').out.strip() != ''
    assert items(place, '--search', 'no such words') == []


def test_terminal(place):
    """What was typed into a record cannot move a terminal's cursor."""
    place.done('create', 'p.circulate')
    place.write('nasty.csv', 'What,When\n"\x1b[31mred\x07\nsecond line",Now\n')
    place.done('--database', 'p.circulate', 'import', 'plan', 'nasty.csv')
    for result in (place.done('--database', 'p.circulate', 'list', 'plan'),
                   place.done('--database', 'p.circulate', 'import', 'plan', 'nasty.csv', '--dry-run')):
        assert '\x1b' not in result.out and '\x07' not in result.out and 'red' in result.out, result
    # But nothing of it is lost.
    assert items(place)[0]['what'] == '\x1b[31mred\x07', items(place)[0]


def test_locale(place):
    """UTF-8 goes in and comes out whatever the locale of a scheduled task is."""
    place.done('create', 'p.circulate', LC_ALL='C')
    place.write('lanterns.csv', PLAN)
    place.done('--database', 'p.circulate', 'import', 'plan', 'lanterns.csv', LC_ALL='C')
    out = place.done('--database', 'p.circulate', 'list', 'plan', '--json', LC_ALL='C').out
    assert 'العربية 🙂 – Ünïcode' in out, out
    for locale in ('C', 'C.UTF-8'):
        assert 'العربية' in place.done('--database', 'p.circulate', 'list', 'plan', '--search', 'ünïcode', LC_ALL=locale).out
    name = 'plän-🙂.csv'
    assert name in place.done('--database', 'p.circulate', 'export', 'plan', '--output', name, LC_ALL='C.UTF-8').out
    assert (place.path / name).exists()


def test_look_after(place):
    place.done('create', 'p.circulate', '--template', 'starter')
    before = place.done('--database', 'p.circulate', 'list', 'audiences', '--json').out
    checked = place.done('--database', 'p.circulate', 'check').out
    assert 'No problems found' in checked and 'unbroken chain' in checked, checked
    place.done('--database', 'p.circulate', 'backup', 'copy.circulate')
    place.write('lanterns.csv', PLAN)
    place.done('--database', 'p.circulate', 'import', 'plan', 'lanterns.csv')
    assert len(items(place)) == 4
    place.done('--database', 'p.circulate', 'restore', 'copy.circulate')
    assert items(place) == []
    assert place.done('--database', 'p.circulate', 'list', 'audiences', '--json').out == before
    # What the template brought is not there to be undone by accident.
    place.failed(1, '--database', 'p.circulate', 'undo')


def test_backups(place):
    """Before the first change of a day, and only then; the list says what is in each."""
    place.done('create', 'p.circulate')
    place.write('lanterns.csv', PLAN)
    folder = place.path / 'Circulate backups'
    assert 'no backups' in place.done('--database', 'p.circulate', 'backups').out
    place.done('--database', 'p.circulate', 'import', 'plan', 'lanterns.csv')
    assert not folder.exists()  # there was nothing to lose
    for reading in (['list', 'plan'], ['check'], ['export', 'plan', '--output', 'plan.csv'],
                    ['import', 'plan', 'lanterns.csv', '--dry-run']):
        place.done('--database', 'p.circulate', *reading)
    assert not folder.exists()
    place.done('--database', 'p.circulate', 'undo')
    found = json.loads(place.done('--database', 'p.circulate', 'backups', '--json').out)
    assert [sorted(backup) for backup in found] == [['file', 'items', 'made_at', 'newest_change', 'newest_change_at', 'size']]
    assert found[0]['items'] == 4 and 'lanterns.csv' in found[0]['newest_change'], found
    place.done('--database', 'p.circulate', 'import', 'plan', 'lanterns.csv')
    assert len(list(folder.iterdir())) == 1
    table = place.done('--database', 'p.circulate', 'backups').out
    assert os.path.basename(found[0]['file']) in table, table
    place.failed(1, '--database', 'missing.circulate', 'backups')
    # Where no backup can be written the work is done, and it is said.
    folder.rename(place.path / 'away')
    folder.write_text('in the way')
    said = place.run('--database', 'p.circulate', 'undo')
    assert said.status == 0 and 'No backup was made today' in said.out and said.err == '', said


def test_own_file(place):
    """Without --database it is the user's own file."""
    own = place.path / 'data' / 'circulate' / 'plan.circulate'
    place.failed(1, 'list', 'plan')
    assert not own.exists()
    place.done('create', 'copy.circulate')
    place.done('restore', 'copy.circulate')
    assert own.exists() and own.parent.stat().st_mode & 0o077 == 0
    assert place.done('list', 'plan', '--json').out.strip() == '[]'
    place.write('lanterns.csv', PLAN)
    place.done('import', 'plan', 'lanterns.csv')
    assert len(json.loads(place.done('list', 'plan', '--json').out)) == 4


def test_same_twice(place):
    """Two samples for the same day are the same."""
    outs = []
    for name in ('a', 'b'):
        place.done('create', name, '--template', 'sample', today='2026-11-21')
        outs.append([place.done('--database', name, 'list', kind, '--json').out for kind in KINDS])
    assert outs[0] == outs[1]


def test_help(place):
    general = place.done('--help').out
    for command in ('create', 'import', 'list', 'export', 'check', 'backup', 'backups', 'restore', 'undo'):
        assert '\n  %s ' % command in general, general
        own = place.done(command, '--help').out
        assert 'circulate' in own and '--database' in own and '--version' in own, own
    assert '--skip-bad-rows' in place.done('--help', 'import').out
    assert place.done('--version').out.startswith('Circulate ')


if __name__ == '__main__':
    circ_run.main([test_import, test_reference, test_spreadsheets, test_dry_run, test_bad_rows, test_holidays, test_matrix,
                   test_matrix_export, test_matrix_period, test_matrix_rows, test_matrix_reference, test_export, test_progress, test_list,
                   test_terminal, test_locale, test_look_after, test_backups, test_own_file, test_same_twice, test_help])
