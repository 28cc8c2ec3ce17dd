# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILD: the performance table of DESIGN 10, each row measured beside its peer in one run.

Every pair is run in turn (A B A B ...), and what is printed is the median of the ratios pair by pair: absolute times
wander with the machine, ratios do not. Memory is the largest resident set of the process, as the kernel counted it.
"""
import contextlib
import csv
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = os.path.abspath(sys.argv[1])
HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = '/usr/bin/python3'
os.environ.setdefault('CIRC_TODAY', '2026-11-21')  # the day of make-scale
ROUNDS = int(os.environ.get('CIRC_BENCH_ROUNDS', '5'))


def run(command):
    """Seconds of wall time, MiB of peak memory, and what it printed."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    printed = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f'{command[0]} ended with {child.returncode}')
    return time.monotonic() - begin, usage.ru_maxrss / 1024, printed


def pair(name, ours, peer, budget, peer_name, faster=False, rounds=ROUNDS, printed=False, note=''):
    """ours and peer: functions that return a command. Prints one line, with what bounds it when the budget is missed.
    faster: the budget is peer / ours at least."""
    times, peers, ratios, memory = [], [], [], 0
    try:
        for turn in range(rounds + 1):
            a = run(ours())
            b = run(peer())
            if turn == 0:
                continue  # the first of each warms the caches
            seconds = (float(a[2]), float(b[2])) if printed else (a[0], b[0])
            times.append(seconds[0])
            peers.append(seconds[1])
            ratios.append(seconds[1] / seconds[0] if faster else seconds[0] / seconds[1])
            memory = max(memory, a[1])
    except (OSError, RuntimeError) as error:
        print(f'{name:<44} {peer_name:<34} not measured: {error}', flush=True)
        return
    ratio = statistics.median(ratios)
    met = ratio >= budget if faster else ratio <= budget
    sign = 'x faster' if faster else 'x'
    print(f'{name:<44} {peer_name:<34} {statistics.median(times):8.3f} s {statistics.median(peers):8.3f} s '
          f'{ratio:6.2f}{sign:<9} {"at least" if faster else "at most"} {budget:<5} {"met" if met else "MISSED":<7} '
          f'{memory:5.0f} MiB{"" if met else " " + note}', flush=True)


def write_csv(path, rows):
    with open(path, 'w', newline='', encoding='utf-8') as file:
        out = csv.writer(file)
        out.writerow(['What needs to be communicated', 'To whom', 'How', 'By whom', 'When'])
        for i in range(rows):
            out.writerow([f'Item {i}: the newsletter of group {i % 97}\nDetails and examples', 'Staff\nParents',
                          'Email\nWebsite', f'Administrator {i % 13}', 'Within one week of each meeting'])


def write_html(path, rows):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<!DOCTYPE html><meta charset="utf-8"><style>td{font:9pt sans-serif}</style><table>\n')
        for i in range(rows):
            cells = ''.join(f'<td>Part {column} of the newsletter for group {i % 97}' for column in range(10))
            file.write(f'<tr>{cells}\n')


def documents(scratch):
    program = os.path.join(BUILD, 'tests', 'bench', 'bench-documents')

    def write(what, rows, ending):
        return lambda: [program, what, str(rows), os.path.join(scratch, what + ending)]

    office = ['soffice', '--headless', f'-env:UserInstallation=file://{scratch}/office', '--convert-to']
    pair('XLSX, 100,000 rows x 10', write('xlsx', 100000, '.xlsx'), write('bare-xlsx', 100000, '.xlsx'), 1.25,
         'bare libxlsxwriter, constant memory', note='bound by measuring the text for the heights of the rows')
    pair('XLSX, 100,000 rows x 10', write('xlsx', 100000, '.xlsx'),
         lambda: [PYTHON, os.path.join(HERE, 'peer_xlsx.py'), '100000', os.path.join(scratch, 'peer.xlsx')], 2.5,
         'python3-xlsxwriter', faster=True, rounds=3)
    run(write('csv', 100000, '.csv')())
    pair('XLSX, 100,000 rows x 10', write('xlsx', 100000, '.xlsx'),
         lambda: [*office, 'xlsx', '--outdir', os.path.join(scratch, 'lo'), os.path.join(scratch, 'csv.csv')], 4,
         'LibreOffice from CSV', faster=True, rounds=1)
    pair('PDF, 10,000 rows x 10, tagged, PDF/A', write('pdf', 10000, '.pdf'), write('naive-pdf', 10000, '.pdf'), 1.0,
         'naive cairo, a layout per cell')
    run(write('xlsx', 10000, '.xlsx')())
    page = os.path.join(scratch, 'table.html')
    write_html(page, 10000)
    pair('PDF, 10,000 rows x 10, tagged, PDF/A', write('pdf', 10000, '.pdf'),
         lambda: ['wkhtmltopdf', '--quiet', '--orientation', 'Landscape', page, os.path.join(scratch, 'peer.pdf')], 1,
         'wkhtmltopdf from an HTML table', faster=True, rounds=1)
    pair('PDF, 10,000 rows x 10, tagged, PDF/A', write('pdf', 10000, '.pdf'),
         lambda: [*office, 'pdf', '--outdir', os.path.join(scratch, 'lo'), os.path.join(scratch, 'xlsx.xlsx')], 1,
         'LibreOffice from XLSX', faster=True, rounds=1)
    run(write('xlsx', 17, '.xlsx')())
    pair('PDF, 17 rows', write('pdf', 17, '.pdf'),
         lambda: [*office, 'pdf', '--outdir', os.path.join(scratch, 'lo'), os.path.join(scratch, 'xlsx.xlsx')], 20,
         'LibreOffice from XLSX', faster=True, rounds=3)


def store(scratch):
    program = os.path.join(BUILD, 'tests', 'bench', 'bench-store')
    circulate = os.path.join(BUILD, 'src', 'circulate')
    turn = iter(range(1000000))

    def save(what):
        return lambda: [program, what, '1000', os.path.join(scratch, f'{what}-{next(turn)}.db')]

    pair('one saved change (1,000 of them)', save('change'), save('bare'), 2.5, 'bare INSERT with FTS5, WAL, FULL',
         printed=True)

    empty = os.path.join(scratch, 'empty.circulate')
    rows = os.path.join(scratch, 'rows.csv')
    run([circulate, 'create', empty, '--template', 'starter'])  # so that words link
    write_csv(rows, 100000)

    def fresh():
        path = os.path.join(scratch, f'import-{next(turn)}.circulate')
        shutil.copy(empty, path)
        return path

    pair('CSV in, 100,000 rows to saved items',
         lambda: [circulate, '--database', fresh(), 'import', 'plan', rows],
         lambda: [PYTHON, os.path.join(HERE, 'peer_csv.py'), fresh(), rows], 2, 'Python csv + sqlite3', faster=True,
         rounds=3, note='SQLite is half of it; the rest finds rows that are there and what words mean, which the script does not')


def start(scratch):
    """Process start to the first painted frame; both programs end themselves after it (see first-frame.c)."""
    circulate = os.path.join(BUILD, 'src', 'circulate')
    window = f'{circulate}-window'  # what the desktop starts
    bare = os.path.join(BUILD, 'tests', 'bench', 'bare-window')
    shim = os.path.join(BUILD, 'tests', 'bench', 'libfirst-frame.so')
    sample = os.path.join(scratch, 'sample.circulate')
    run([circulate, 'create', sample, '--template', 'sample'])
    preload = ['env', f'LD_PRELOAD={shim}', 'CIRC_TEST=1']
    pair('start to first frame, sample partnership', lambda: [*preload, window, '--database', sample],
         lambda: [*preload, bare], 2.5, 'bare AdwApplicationWindow', rounds=9, note='bound by the building of the window')
    pair('start to first frame, sample partnership', lambda: [*preload, window, '--database', sample],
         lambda: [*preload, bare, sample], 1.2, 'bare window, column view of labels', rounds=9,
         note='bound by the widgets and icons around the table, which the peer has not: filters, menus, panes')


def line(name, beside, ours, peer, unit, budget, note, ratio=True):
    """One measurement of bench-window: against a peer's of the same run, or against a limit."""
    value = ours / peer if ratio else ours
    met = value <= budget
    shown = f'{peer:8.1f} {unit}' if ratio else f'{"":8} {"":{len(unit)}}'
    result = f'{value:6.2f}x' if ratio else f'{"":7}'
    print(f'{name:<44} {beside:<34} {ours:8.1f} {unit} {shown} {result:<15} at most {budget:<5} '
          f'{"met" if met else "MISSED":<7}{"" if met else " " + note}', flush=True)


def play_log(path):
    """A program that was killed leaves a log beside its file, and the next to open it reads the whole file once. That is no
    start of every day."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute('PRAGMA wal_checkpoint (TRUNCATE)').fetchall()


def read_window(*arguments, program='bench-window'):
    """What bench-window prints: name -> (ours, peer), in milliseconds or MiB. It ends in the middle of its work."""
    printed = run([os.path.join(BUILD, 'tests', 'bench', program), *arguments])[2]
    play_log(arguments[0])
    return {name: (float(ours), float(peer)) for name, ours, peer in
            (row.split('\t') for row in printed.splitlines() if row.count('\t') == 2)}


def scale(scratch):
    """The window on a million items: see bench-window.c."""
    circulate = os.path.join(BUILD, 'src', 'circulate')
    long = os.environ.get('CIRC_BENCH_FILE')
    empty = os.path.join(scratch, 'short.circulate')
    sample = os.path.join(scratch, 'sample.circulate')
    run([circulate, 'create', empty])
    if long is None:
        long = os.path.join(scratch, 'long.circulate')
        begin = time.monotonic()
        run([os.path.join(BUILD, 'tests', 'bench', 'make-scale'), long, '1000000', '200000'])
        print(f'({time.monotonic() - begin:.0f} s to make a file with 1,000,000 items and 200,000 occurrences)', flush=True)
    read_window(long, 'ours')
    alone = read_window(long, 'ours')
    shortest = [read_window(empty, 'open')['open-first'][0] for _ in range(3)]
    like_it = [read_window(sample, 'open')['open-first'][0] for _ in range(3)]
    first = [read_window(long, 'open')['open-first'][0] for _ in range(3)]
    both = read_window(long)

    line('1,000,000 items: to the first rows', 'the same window, empty', statistics.median(first),
         statistics.median(shortest), 'ms', 1.25, 'bound by the rows that fill the window; an empty plan has none')
    line('1,000,000 items: to the first rows', 'the same window, the sample', statistics.median(first),
         statistics.median(like_it), 'ms', 1.25, 'the worker that reads the ids; the sample asks for them itself')
    line('  frames in which the others come, p95', 'two frames', alone['open-frames'][0], 0, 'ms', 33,
         'eight rows more with each, 205 in the end, while a worker reads the other ids', ratio=False)
    line('re-sort 1,000,000 to a painted frame', 'bare ordered ids, 205 rows rebuilt', *both['sort-first'], 'ms', 1.5,
         'bound by the rows that fill the window; the peer rebuilds all of its own')
    line('  until all of its 205 rows are built', 'bare ordered ids, 205 rows rebuilt', *both['sort-all'], 'ms', 1.5,
         'eight rows with each frame, so that a key is answered meanwhile; the peer stands still')
    line('type to search, newest 100 to a frame', 'bare FTS5 query, 100 rows rebuilt', *both['search-first'], 'ms', 1.5,
         'bound by the rows of before, which are taken away')
    for name, key in (('scrolling by 15 px, frame work, median', 'scroll-median'),
                      ('scrolling by 15 px, frame work, p95', 'scroll-p95'),
                      ('scrolling by pages, frame work, median', 'scroll-page-median'),
                      ('scrolling by pages, frame work, p95', 'scroll-page-p95')):
        line(name, 'a frame', alone[key][0], 0, 'ms', 16, 'bound by the binding of the rows that come in', ratio=False)
    line('to the last row', 'a fifth of a second', alone['scroll-end'][0], 0, 'ms', 200, '205 rows are rebuilt', ratio=False)
    line('one saved change: the window stands still', 'a frame', alone['save-blocked'][0], 0, 'ms', 16,
         'the saving itself, which is durable, and the row that moves', ratio=False)
    line('memory with the first rows', 'a limit', alone['memory-first'][0], 0, 'MiB', 120, '', ratio=False)
    line('memory after all work', 'a limit', alone['memory-last'][0], 0, 'MiB', 120,
         'what GTK keeps of the rows that were built', ratio=False)


def today(scratch):
    """The page Today of a file of 100,000 occurrences against one with nothing in it: see bench-window.c."""
    long, empty, copy = (os.path.join(scratch, f'{name}.circulate') for name in ('days', 'no-days', 'today'))
    run([os.path.join(BUILD, 'tests', 'bench', 'make-scale'), long, '10000', '100000'])
    run([os.path.join(BUILD, 'src', 'circulate'), 'create', empty])

    def opened(path):
        for ending in ('', '-wal', '-shm'):
            if os.path.exists(copy + ending):
                os.remove(copy + ending)
        shutil.copy(path, copy)
        return read_window(copy, 'today')

    pairs = [(opened(long), opened(empty)) for _ in range(ROUNDS + 1)][1:]
    more = statistics.median(ours['today-first'][0] - peer['today-first'][0] for ours, peer in pairs)
    line('Today, 100,000 occurrences: to the first rows', 'more than the same page, empty', more, 0, 'ms', 33,
         'the first rows, which an empty page has not', ratio=False)
    line('  frames in which the others come, p95', 'two frames', statistics.median(o['today-frames'][0] for o, _ in pairs), 0,
         'ms', 33, 'the painting, by software, while workers use the processors', ratio=False)


def matrix(scratch):
    """The page of audiences, 60 x 30 against 14 x 7: see bench-matrix.c."""
    def make(name, methods, audiences, marks):
        path = os.path.join(scratch, f'{name}.circulate')
        table = os.path.join(scratch, f'{name}.csv')
        with open(table, 'w', newline='', encoding='utf-8') as file:
            out = csv.writer(file)
            out.writerow(['Method', *(f'Audience {i + 1} of the office' for i in range(audiences))])
            for i in range(methods):
                out.writerow([f'Method {i + 1}, bulletins and notices', *(marks[(i + j) % len(marks)] for j in range(audiences))])
        circulate = os.path.join(BUILD, 'src', 'circulate')
        run([circulate, 'create', path])
        run([circulate, '--database', path, 'import', 'matrix', table])
        return path

    def measured(path, *mode):
        return {key: value[0] for key, value in read_window(path, *mode, program='bench-matrix').items()}

    big, small, blank = make('big', 60, 30, 'XP-X'), make('small', 14, 7, 'XP-X'), make('blank', 60, 30, '-')
    pairs = [(measured(big, 'open'), measured(small, 'open')) for _ in range(2 * ROUNDS + 1)][1:]
    ours, peers = ([one['matrix-first'] for one in side] for side in zip(*pairs))
    line('Audiences, 60 x 30: to the first frame', 'the same page, 14 x 7', statistics.median(ours), statistics.median(peers),
         'ms', 1.5, 'the cells that are seen, of which there are more')
    runs = [measured(big) for _ in range(ROUNDS)]
    for name, key, note in (('  scrolling down, frame work, median', 'matrix-down-median', 'the painting, by software'),
                            ('  scrolling down, frame work, p95', 'matrix-down-p95', 'the painting, by software'),
                            ('  scrolling across, frame work, median', 'matrix-across-median', 'the painting, by software'),
                            ('  scrolling across, frame work, p95', 'matrix-across-p95', 'the painting, by software'),
                            ('  a toggle to the frame with it, median', 'matrix-toggle', 'the saving, which is durable')):
        line(name, 'a frame', statistics.median(one[key] for one in runs), 0, 'ms', 16, note, ratio=False)
    filled = statistics.median(measured(blank, 'fill')['matrix-fill'] for _ in range(3))
    line('  1,800 cells filled at once', 'a limit', filled, 0, 'ms', 300, 'the saving of 1,800 records with their history',
         ratio=False)


def dates():
    """Milliseconds for each 1,000 occurrences of a year of 500 items x 200 meetings, of one thread: see bench-dates.c."""
    printed = run([os.path.join(BUILD, 'tests', 'bench', 'bench-dates')])[2]
    rows = dict(row.split('\t') for row in printed.splitlines())
    for key, name in (('new', '1,000 occurrences worked out'), ('recorded', '1,000 recorded ones moved')):
        line(name, 'a limit', float(rows[key]), 0, 'ms', 5, '', ratio=False)


def main():
    print(f'{"what":<44} {"beside":<34} {"ours":>10} {"peer":>10} {"ratio":>7}          budget', flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        start(scratch)
        scale(scratch)
        today(scratch)
        matrix(scratch)
        store(scratch)
        documents(scratch)
        dates()


main()
