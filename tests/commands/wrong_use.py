#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input and bad days: one clear line, the right exit status, and every file as it was."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

import circ_run
from circ_run import MATRIX, PLAN

# What is typed, and what the line must say. D stands for --database p.circulate.
USAGE = [
    (['--nonsense'], '--nonsense'),
    (['list', 'plan', '--nonsense'], '--nonsense'),
    (['frobnicate'], 'frobnicate'),
    (['List', 'plan'], 'List'),
    (['--json'], '--json'),
    (['--search', 'x'], '--search'),
    (['--database'], '--database'),
    (['create'], 'create'),
    (['create', 'a', 'b'], 'b'),
    (['create', 'a', '--database', 'b'], 'once'),
    (['create', 'q.circulate', '--template', 'full'], 'full'),
    (['create', 'q.circulate', '--template'], '--template'),
    (['create', 'q.circulate', '--json'], '--json'),
    (['D', 'import'], 'import'),
    (['D', 'import', 'plan'], 'import'),
    (['D', 'import', 'potatoes', 'lanterns.csv'], 'potatoes'),
    (['D', 'import', 'plan', 'lanterns.csv', 'more.csv'], 'more.csv'),
    (['D', 'import', 'holidays'], 'import'),
    (['D', 'import', 'holidays', 'lanterns.csv', '--again'], '--again'),
    (['D', 'import', 'holidays', 'lanterns.csv', '--skip-bad-rows'], '--skip-bad-rows'),
    (['D', 'import', 'plan', 'lanterns.csv', '--format', 'csv'], '--format'),
    (['D', 'import', 'matrix'], 'import'),
    (['D', 'import', 'matrix', 'lanterns.csv', '--again'], '--again'),
    (['D', 'list'], 'list'),
    (['D', 'list', 'matrix', '--search', 'x'], '--search'),
    (['D', 'list', 'potatoes'], 'potatoes'),
    (['D', 'list', 'plan', 'audiences'], 'audiences'),
    (['D', 'list', 'plan', '--on', '21/11/2026'], '21/11/2026'),
    (['D', 'list', 'plan', '--on', '2026-02-30'], '2026-02-30'),
    (['D', 'list', 'plan', '--on', ''], '--on'),
    (['D', 'list', 'plan', '--year', '26'], '26'),
    (['D', 'list', 'plan', '--year', '2026-27'], '2026-27'),
    (['D', 'list', 'audiences', '--year', '2026'], '--year'),
    (['D', 'list', 'plan', '--output', 'x'], '--output'),
    (['D', 'export'], 'export'),
    (['D', 'export', 'plan'], '--output'),
    (['D', 'export', 'plan', '--format', 'pdf'], '--output'),
    (['D', 'export', 'plan', '--output', 'x'], 'xlsx'),
    (['D', 'export', 'plan', '--format', 'odt', '--output', 'kept.pdf'], 'odt'),
    (['D', 'export', 'plan', '--format', '', '--output', 'kept.pdf'], 'xlsx'),
    (['D', 'export', 'potatoes', '--format', 'pdf', '--output', 'kept.pdf'], 'potatoes'),
    (['D', 'export', 'plan', '--format', 'pdf', '--output', 'kept.pdf', '--again'], '--again'),
    (['D', 'export', 'plan', '--output', 'x.csv', '--on', '2026-01-01'], '--on'),
    (['D', 'export', 'occurrences', '--output', 'x.csv', '--on', '2026-01-01'], '--on'),
    (['D', 'export', 'occurrences', '--output', 'x.csv', '--search', 'lantern'], '--search'),
    (['D', 'export', 'progress'], '--output'),
    (['D', 'export', 'progress', '--output', 'x'], 'xlsx'),
    (['D', 'export', 'progress', '--output', 'x.ics'], 'ics'),
    (['D', 'export', 'progress', '--output', 'x.csv', '--year', '2026-27'], '2026-27'),
    (['D', 'export', 'progress', '--output', 'x.csv', '--on', '21/11/2026'], '21/11/2026'),
    (['D', 'export', 'progress', 'plan', '--output', 'x.csv'], 'plan'),
    (['D', 'export', 'matrix'], '--output'),
    (['D', 'export', 'matrix', '--output', 'x.ics'], 'ics'),
    (['D', 'export', 'matrix', '--output', 'x.csv', '--search', 'bell'], '--search'),
    (['D', 'export', 'matrix', '--output', 'x.csv', '--on', '2026-01-01'], '--on'),
    (['D', 'export', 'matrix', '--output', 'x.csv', '--from', '2026-01-01'], '--to'),
    (['D', 'export', 'matrix', '--output', 'x.csv', '--to', '2026-01-01'], '--from'),
    (['D', 'export', 'matrix', '--output', 'x.csv', '--from', '1/4/2026', '--to', '2026-09-30'], '1/4/2026'),
    (['D', 'export', 'matrix', '--output', 'x.csv', '--from', '2026-04-01', '--to', '2026-09-31'], '2026-09-31'),
    (['D', 'list', 'matrix', '--json', '--from', '2026-04-02', '--to', '2026-04-01'], 'before'),
    (['D', 'list', 'plan', '--from', '2026-04-01', '--to', '2026-04-01'], '--from'),
    (['D', 'export', 'plan', '--output', 'x.csv', '--from', '2026-04-01', '--to', '2026-04-01'], '--from'),
    (['D', 'check', '--from', '2026-04-01'], '--from'),
    (['D', 'list', 'plan', '--search', b'\xff\xfe'], '--search'),
    (['D', 'check', 'it'], 'it'),
    (['D', 'check', '--json'], '--json'),
    (['D', 'backup'], 'backup'),
    (['D', 'restore'], 'restore'),
    (['D', 'undo', 'everything'], 'everything'),
]

# Every command that opens a file, for files that cannot be opened.
OPENERS = [
    ['list', 'plan'], ['list', 'plan', '--json'], ['list', 'audiences'], ['check'], ['undo'],
    ['import', 'plan', 'lanterns.csv'], ['import', 'plan', 'lanterns.csv', '--dry-run'],
    ['import', 'matrix', 'lamps.csv'], ['list', 'matrix', '--json'],
    ['import', 'holidays', 'lanterns.csv'], ['import', 'holidays', 'lanterns.csv', '--dry-run'],
    ['export', 'plan', '--format', 'pdf', '--output', 'kept.pdf'],
    ['export', 'plan', '--format', 'xlsx', '--output', 'new.xlsx'],
    ['export', 'progress', '--output', 'kept.pdf'], ['export', 'matrix', '--output', 'kept.pdf'],
    ['backup', 'new-backup'],
]


def prepare(place):
    place.done('create', 'p.circulate', '--template', 'starter')
    place.write('lanterns.csv', PLAN)
    place.write('lamps.csv', MATRIX)
    place.write('kept.pdf', 'This was here before.')


def test_usage(place):
    prepare(place)
    before = place.state()
    for arguments, says in USAGE:
        full = []
        for word in arguments:
            full += ['--database', 'p.circulate'] if word == 'D' else [word]
        result = place.failed(2, *full)
        assert says in result.err, result
        assert place.state() == before, result


def newer(place):
    data = bytearray((place.path / 'p.circulate').read_bytes())
    data[60:64] = (4711).to_bytes(4, 'big')
    return bytes(data)


def foreign(place):
    path = place.path / 'other.db'
    with sqlite3.connect(path) as connection:
        connection.execute('CREATE TABLE plan (what TEXT)')
    connection.close()
    data = path.read_bytes()
    path.unlink()
    return data


def test_files(place):
    """Junk, empty, foreign, newer and cut-off files, a directory and nothing at all."""
    prepare(place)
    whole = (place.path / 'p.circulate').read_bytes()
    bad = {
        'junk': b'\x00\x01 this is not a database ' * 100,
        'empty': b'',
        'text': 'Dear diary\n'.encode(),
        'plan.csv': PLAN.encode(),
        'foreign': foreign(place),
        'newer': newer(place),
        'header': whole[:100],
    }
    for name, data in bad.items():
        place.write(name, data)
    (place.path / 'folder').mkdir()
    before = place.state()
    for name in [*bad, 'folder', 'missing', 'missing/deeper']:
        for command in OPENERS:
            result = place.failed(1, '--database', name, *command)
            assert place.state() == before, result
    assert 'newer' in place.failed(1, '--database', 'newer', 'list', 'plan').err


def test_window_program(place):
    """The program that opens the window lies beside this one; without it, or without a display, one line says so."""
    alone = shutil.copy(place.program, place.path / 'circulate')
    place.program, program = alone, place.program
    assert 'circulate-window' in place.failed(1).err
    assert place.done('--version').out.startswith('Circulate ')
    place.program = program
    assert 'display' in place.failed(1).err


def test_holidays(place):
    """What is no list of bank holidays, or one from before, is said in one line and changes nothing."""
    prepare(place)
    whole = (pathlib.Path(os.environ['CIRC_SOURCE_DIR']) / 'data' / 'rules' / 'bank-holidays.json').read_text(encoding='utf-8')
    older = json.loads(whole)
    for division in older.values():
        division['events'] = [event for event in division['events'] if event['date'] < '2026']
    bad = {
        'empty.json': '', 'text.json': 'Dear diary', 'list.json': '[]', 'other.json': '{"a": 1}', 'cut.json': whole[:9000],
        'deep.json': '[' * 500000, 'zero.json': whole[:500] + '\0' + whole[500:], 'long.json': whole + ' ' * 2000000,
        'date.json': whole.replace('2027-01-01', '2027-02-30', 1), 'older.json': json.dumps(older),
    }
    for name, text in bad.items():
        place.write(name, text)
    (place.path / 'folder').mkdir()
    before = place.state()
    for name in [*bad, 'folder', 'missing.json', 'lanterns.csv', 'p.circulate']:
        for options in ([], ['--dry-run']):
            result = place.failed(1, '--database', 'p.circulate', 'import', 'holidays', name, *options)
            assert place.state() == before, result
    assert 'Sunday 31 December 2028' in place.failed(1, '--database', 'p.circulate', 'import', 'holidays', 'older.json').err


def test_damaged(place):
    """A file cut in the middle is said to be damaged by one command or another, and is never made worse."""
    prepare(place)
    whole = (place.path / 'p.circulate').read_bytes()
    place.write('cut', whole[:len(whole) // 2])
    before = place.state()
    result = place.failed(1, '--database', 'cut', 'check')
    assert place.state()['cut'] == before['cut'], result


def test_targets(place):
    """What cannot be written is said, and what was there stays."""
    prepare(place)
    (place.path / 'folder').mkdir()
    targets = ['folder', 'no/such/folder/x', 'kept.pdf/x']
    before = place.state()
    for target in targets:
        for name in ('xlsx', 'pdf', 'csv'):
            for what in ('plan', 'progress'):
                place.failed(1, '--database', 'p.circulate', 'export', what, '--format', name, '--output', target)
        place.failed(1, '--database', 'p.circulate', 'backup', target)
        place.failed(1, 'create', target, '--template', 'sample')
        assert place.state() == before, target
    for existing in ('p.circulate', 'kept.pdf', 'lanterns.csv'):
        place.failed(1, 'create', existing, '--template', 'starter')
        place.failed(1, '--database', 'p.circulate', 'backup', existing)
        assert place.state() == before, existing
    if os.geteuid() != 0:
        (place.path / 'folder').chmod(0o500)
        place.failed(1, '--database', 'p.circulate', 'export', 'plan', '--output', 'folder/x.pdf')
        place.failed(1, 'create', 'folder/new.circulate')
        (place.path / 'folder').chmod(0o700)
        assert place.state() == before


def test_no_document_over_a_plan(place):
    """A document replaces neither the open file nor another plan, under whatever name."""
    prepare(place)
    place.done('create', 'other.csv', '--template', 'starter')
    place.write('newer.csv', newer(place))
    (place.path / 'soft.csv').symlink_to('p.circulate')
    os.link(place.path / 'p.circulate', place.path / 'hard.csv')
    before = place.state()
    for target in ('p.circulate', 'soft.csv', 'hard.csv', 'other.csv', 'newer.csv', 'p.circulate-wal',
                   'p.circulate-shm', 'other.csv-journal'):
        for name in ('xlsx', 'pdf', 'csv'):
            result = place.failed(1, '--database', 'p.circulate', 'export', 'plan', '--format', name, '--output', target)
            assert 'Choose another name' in result.err, result
            assert place.state() == before, result


def test_sources(place):
    """What cannot be read is said, and nothing is imported."""
    prepare(place)
    (place.path / 'folder').mkdir()
    place.write('nothing.csv', '')
    place.write('binary.csv', bytes(range(256)) * 40)
    place.write('no-heading.csv', 'Bulletin,Staff\nPapers,Chair\n')
    place.write('long.csv', 'What,When\nBulletin,%s\n' % ('x' * 50001))
    before = place.state()
    for source in ('folder', 'missing.csv', 'nothing.csv', 'binary.csv', 'no-heading.csv', 'p.circulate', 'long.csv'):
        result = place.failed(1, '--database', 'p.circulate', 'import', 'plan', source)
        assert place.state() == before, result
    for source in ('folder', 'missing', 'nothing.csv', 'binary.csv', 'lanterns.csv'):
        result = place.failed(1, '--database', 'p.circulate', 'restore', source)
        assert place.state() == before, result


def test_full_disk(place):
    """/dev/full takes nothing, like a disk that is full."""
    if not os.path.exists('/dev/full'):
        return
    prepare(place)
    for command in (['list', 'audiences'], ['list', 'audiences', '--json'], ['check']):
        with open('/dev/full', 'wb') as full:
            result = place.run('--database', 'p.circulate', *command, stdout=full)
        assert result.status == 1 and len(result.err.splitlines()) == 1, result


def test_reader_gone(place):
    """A pipe that nobody reads ends the program; it does not hang or leave a trace."""
    prepare(place)
    before = place.state()
    process = subprocess.Popen([place.program, '--database', 'p.circulate', 'list', 'methods', '--json'], cwd=place.path,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert place.state() == before


def test_reading_changes_nothing(place):
    prepare(place)
    before = place.state()
    for command in (['list', 'plan'], ['list', 'contacts', '--json'], ['check'],
                    ['import', 'plan', 'lanterns.csv', '--dry-run']):
        place.done('--database', 'p.circulate', *command)
        assert place.state() == before, command


if __name__ == '__main__':
    circ_run.main([test_usage, test_files, test_window_program, test_holidays, test_damaged, test_targets,
                   test_no_document_over_a_plan, test_sources, test_full_disk, test_reader_gone, test_reading_changes_nothing])
