#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what "meson test" wrote and says how many tests passed and failed.

count.py BUILD-FOLDER LOG [NOTE]: prints the output of each test that failed, a line for each suite, the note, and as the last
line "N passed, N failed". A test that speaks TAP counts once for each of its points, any other test once. Ends with 0 only
if something ran and nothing failed.
"""
import json
import pathlib
import re
import sys

POINT = re.compile(r'^\s*(not )?ok\b\s*(\d*)\s*(?:-\s*)?([^#]*)(?:#\s*(\w+))?', re.IGNORECASE)
PLAN = re.compile(r'^\s*1\.\.\d+', re.MULTILINE)
MOST_LINES = 200


def count(test):
    """Passed, failed and skipped points of one test."""
    result = test['result']
    if result == 'SKIP':
        return 0, 0, 1
    passed = failed = skipped = 0
    text = test.get('stdout') or ''
    if PLAN.search(text):
        for line in text.splitlines():
            point = POINT.match(line)
            if point is None:
                continue
            directive = (point.group(4) or '').upper()
            if directive == 'SKIP':
                skipped += 1
            elif point.group(1):
                failed += directive != 'TODO'
            else:
                passed += 1
    good = result in ('OK', 'EXPECTEDFAIL')
    if not good and failed == 0:
        # It crashed, hung, lost its plan or failed outside any point.
        failed = 1
    if good and passed + failed + skipped == 0:
        passed = 1
    return passed, failed, skipped


def show(test):
    print(f"\n--- {test['name']}: {test['result'].lower()} after {test['duration']:.1f} s")
    for stream in ('stdout', 'stderr'):
        lines = (test.get(stream) or '').rstrip().splitlines()
        if len(lines) > MOST_LINES:
            print(f'[the last {MOST_LINES} of {len(lines)} lines]')
        for line in lines[-MOST_LINES:]:
            print(line)


def main():
    folder, log = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    note = sys.argv[3] if len(sys.argv) > 3 else None
    tests = []
    for results in sorted((folder / 'meson-logs').glob('testlog*.json')):
        with results.open(encoding='utf-8', errors='replace') as lines:
            tests += [json.loads(line) for line in lines if line.strip()]
    if not tests:
        print(log.read_text(encoding='utf-8', errors='replace'))

    total = [0, 0, 0]
    suites = {}
    for test in tests:
        numbers = count(test)
        # meson writes "project:suite+suite / test": the first suite is the folder.
        suite = re.split(r'[+/]', test['name'].split(':', 1)[-1])[0].strip()
        suites.setdefault(suite, [0, 0, 0])
        for index, number in enumerate(numbers):
            total[index] += number
            suites[suite][index] += number
        if numbers[1]:
            show(test)

    if any(suite[1] for suite in suites.values()):
        print()
    for suite, numbers in suites.items():
        print(f'{suite}: {numbers[0]} passed, {numbers[1]} failed' + (f', {numbers[2]} skipped' if numbers[2] else ''))
    if note:
        print(note)
    print(f'{total[0]} passed, {total[1]} failed')
    sys.stdout.flush()
    return 0 if total[0] and not total[1] else 1


if __name__ == '__main__':
    sys.exit(main())
