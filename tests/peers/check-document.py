#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-document.py FILE... [--expect-words WORDS]

Opens documents of ours with other programs and speaks TAP. WORDS is a file with the words that must be in each,
divided by spaces or lines. With --make PROGRAM the documents are those that PROGRAM FOLDER writes, each with its
own FILE.words beside it."""

import argparse
import glob
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

import peer_checks


def read_words(path):
    if path is None or not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as file:
        return file.read().split()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('files', nargs='*')
    parser.add_argument('--expect-words')
    parser.add_argument('--make', nargs='+', help='a program that writes documents, and what follows FOLDER')
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix='circ-peers-') as work:
        todo = [(path, read_words(options.expect_words)) for path in options.files]
        if options.make:
            folder = os.path.join(work, 'made')
            subprocess.run([options.make[0], folder] + options.make[1:], check=True, stdout=subprocess.DEVNULL)
            for path in sorted(glob.glob(os.path.join(folder, '*.xlsx')) + glob.glob(os.path.join(folder, '*.pdf'))):
                todo.append((path, read_words(os.path.splitext(path)[0] + '.words')))
        points = [(path, words, check) for path, words in todo
                  for check in peer_checks.CHECKS[os.path.splitext(path)[1]]]
        print('1..%d' % len(points))
        failed = 0
        for n, (path, words, check) in enumerate(points, 1):
            name = '%s %s' % (os.path.basename(path), check.__name__.replace('check_', ''))
            place = os.path.join(work, str(n))
            os.makedirs(place)
            try:
                check(path, place, words)
                print('ok %d %s' % (n, name), flush=True)
            except Exception as error:
                failed += 1
                print('not ok %d %s' % (n, name))
                print('# ' + str(error)[:2000].replace('\n', '\n# '), flush=True)
        return 1 if failed or not points else 0


if __name__ == '__main__':
    sys.exit(main())
