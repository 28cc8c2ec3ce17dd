# SPDX-License-Identifier: GPL-3.0-or-later
"""peer_csv.py DATABASE CSV: fills the tables that `circulate import plan` fills, with Python's csv and sqlite3.

DATABASE was made by `circulate create`. It writes what the import writes for each row, and nothing less: the registry,
the item, the links of the words that name an audience or a method, the search entry, and the history with its hash
chain (`circulate check` passes), in one transaction as durable as ours.
"""
import csv
import datetime
import getpass
import hashlib
import json
import os
import sqlite3
import struct
import sys

NOW = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
YEAR = int(NOW[:4])
BY = getpass.getuser()
STARTED = {'category': 'newsletter_bulletin', 'mode': 'proactive', 'direction': 'outgoing',
           'evidence_policy': 'required', 'marking': 'official',
           'active_from': f'{YEAR - (NOW[5:7] < "04")}-04-01'}
COLUMNS = ['ref', 'what', 'what_notes', 'to_whom', 'how', 'by_whom', 'when_text', 'when', *STARTED]
# What our import works out of the words; the script is told.
MEANT = {'parents': 'parents, carers and families', 'email': 'e-mail'}
RULES = {'Within one week of each meeting':
         '{"kind":"after_event","anchor":{"entity":"meeting"},"offset":1,"unit":"week","bound":"within",'
         '"roll":"previous_working_day"}'}
QUOTED = ', '.join(f'"{name}"' for name in COLUMNS)
INSERT = ('INSERT INTO plan_item (id, version, created_at, created_by, updated_at, updated_by, title_key,'
          f" {QUOTED}) VALUES (?, 1, ?, ?, ?, ?, ?{', ?' * len(COLUMNS)})")


def number(value):
    return struct.pack('<q', value)


def text(value):
    if value is None:
        return number(-1)
    data = value.encode()
    return number(len(data)) + data


def dumps(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'))


def when(words):
    rule = RULES.get(words)
    return dumps([{'text': words, 'rule': 1, 'timing': rule}]) if rule else None


def seal(old, new):
    """The salt and the digest that stand in the hash chain for values."""
    salt = os.urandom(16)
    return salt, hashlib.blake2b(salt + text(old) + text(new), digest_size=32).digest()


class Peer:
    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute('PRAGMA synchronous = FULL')
        self.db.execute('PRAGMA foreign_keys = ON')
        self.names = {}
        for table in ('audience', 'method'):
            for name, record in self.db.execute(f'SELECT name, id FROM {table} WHERE archived_on IS NULL'):
                self.names[table, name.casefold()] = record

    def entries(self, cell, table, links, field):
        """The stored text of a cell's lines; adds the words to none and the links to @links."""
        lines = [line.strip() for line in cell.splitlines() if line.strip()]
        rows = []
        for line in lines:
            row = {'text': line}
            record = self.names.get((table, MEANT.get(line.casefold(), line.casefold())))
            if record is not None:
                links.append((field, sum(field == other for other, _, _ in links), record))
                row['link'] = record
            if table is None and len(lines) == 1:
                row['part'] = 'lead'
            rows.append(row)
        return dumps(rows) if rows else None, lines

    def start(self, n_rows, name):
        self.change, previous = self.db.execute('SELECT id + 1, hash FROM change ORDER BY id DESC LIMIT 1').fetchone()
        title = f'Imported {n_rows} items from {name}'
        salt, digest = seal(None, title)
        self.db.execute('INSERT INTO change (id, title, at, by, kind, hash, title_salt, title_digest)'
                        " VALUES (?, ?, ?, ?, 'do', x'', ?, ?)", (self.change, title, NOW, BY, salt, digest))
        self.chain = hashlib.blake2b(previous + number(self.change) + digest + text(NOW) + text(BY) + text('do')
                                     + number(0), digest_size=32)

    def add(self, position, row):
        execute = self.db.execute
        links = []
        what, _, notes = row['What needs to be communicated'].strip().partition('\n')
        to_whom, to_lines = self.entries(row['To whom'], 'audience', links, 'to-whom')
        how, how_lines = self.entries(row['How'], 'method', links, 'how')
        by_whom, by_lines = self.entries(row['By whom'], None, links, 'by-whom')
        values = {'ref': f'CP-{YEAR}-{position + 1:03}', 'what': what, 'what_notes': notes or None, 'to_whom': to_whom,
                  'how': how, 'by_whom': by_whom, 'when_text': row['When'].strip() or None,
                  'when': when(row['When'].strip()), **STARTED}
        record = execute("INSERT INTO record (kind, title) VALUES ('plan-item', ?)", (what,)).lastrowid
        execute(INSERT, (record, NOW, BY, NOW, BY, what.casefold(), *values.values()))
        words = [values['ref'], notes, *to_lines, *how_lines, *by_lines, values['when_text']]
        execute('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)',
                (record, what, '\n'.join(word for word in words if word)))
        for field, place, target in links:
            execute('INSERT INTO link (source, field, position, target) VALUES (?, ?, ?, ?)',
                    (record, field, place, target))
        stored = dumps({name.replace('_', '-'): value for name, value in values.items() if value})
        salt, digest = seal(None, stored)
        self.chain.update(number(position) + number(record) + text('plan-item') + number(0) + text('insert')
                          + text(None) + digest)
        execute('INSERT INTO change_part (change_id, position, record_id, record_kind, action, new_value, salt, digest)'
                " VALUES (?, ?, ?, 'plan-item', 'insert', ?, ?, ?)",
                (self.change, position, record, stored, salt, digest))

    def fill(self, path):
        with open(path, newline='', encoding='utf-8-sig') as file:
            rows = list(csv.DictReader(file))
        self.db.execute('BEGIN IMMEDIATE')
        self.start(len(rows), os.path.basename(path))
        for position, row in enumerate(rows):
            self.add(position, row)
        self.db.execute('UPDATE change SET hash = ? WHERE id = ?', (self.chain.digest(), self.change))
        self.db.execute("INSERT INTO counter (prefix, year, last) VALUES ('CP', ?, ?)", (YEAR, len(rows)))
        self.db.execute('COMMIT')
        self.db.close()


Peer(sys.argv[1]).fill(sys.argv[2])
