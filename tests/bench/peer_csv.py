# SPDX-License-Identifier: GPL-3.0-or-later
"""peer_csv.py DATABASE CSV: fills the tables that `circulate import plan` fills, with Python's csv and sqlite3.

DATABASE was made by `circulate create`. It writes what the import writes for each row: the registry, the item, its
history and its search entry, in one transaction.
"""
import csv
import hashlib
import json
import os
import sqlite3
import sys

NOW = '2026-11-21T09:00:00Z'


def entries(text):
    rows = [{'text': line.strip()} for line in text.splitlines() if line.strip()]
    return json.dumps(rows, ensure_ascii=False, separators=(',', ':')) if rows else None


def main():
    db = sqlite3.connect(sys.argv[1], isolation_level=None)
    db.execute('PRAGMA synchronous=FULL')
    db.execute('BEGIN IMMEDIATE')
    columns = [row[1] for row in db.execute('PRAGMA table_info (change_part)')]
    db.execute("INSERT INTO change (title, at, by, kind) VALUES ('Imported', ?, 'Peer', 'do')", (NOW,))
    change = db.execute('SELECT max(id) FROM change').fetchone()[0]
    position = 0
    with open(sys.argv[2], newline='', encoding='utf-8-sig') as file:
        for row in csv.DictReader(file):
            lines = row['What needs to be communicated'].splitlines() or ['']
            values = {'what': lines[0], 'what_notes': '\n'.join(lines[1:]) or None, 'to_whom': entries(row['To whom']),
                      'how': entries(row['How']), 'by_whom': entries(row['By whom']), 'when_text': row['When'] or None}
            title = lines[0][:120]
            record = db.execute("INSERT INTO record (kind, title, title_key) VALUES ('plan-item', ?, ?)",
                                (title, title.casefold())).lastrowid
            ref = f'CP-2026-{position + 1:03}'
            db.execute('INSERT INTO plan_item (id, version, created_at, created_by, updated_at, updated_by, ref, what,'
                       ' what_notes, to_whom, how, by_whom, when_text) VALUES (?,1,?,?,?,?,?,?,?,?,?,?,?)',
                       (record, NOW, 'Peer', NOW, 'Peer', ref, values['what'], values['what_notes'], values['to_whom'],
                        values['how'], values['by_whom'], values['when_text']))
            body = '\n'.join(v for v in (ref, *values.values()) if v)
            db.execute('INSERT INTO search (rowid, title, body) VALUES (?,?,?)', (record, title, body))
            stored = json.dumps({'ref': ref, **{k: v for k, v in values.items() if v}}, ensure_ascii=False)
            salt = os.urandom(16)
            digest = hashlib.blake2b(salt + stored.encode(), digest_size=32).digest()
            part = {'change_id': change, 'position': position, 'record_id': record, 'record_kind': 'plan-item',
                    'action': 'insert', 'new_value': stored, 'salt': salt, 'digest': digest}
            part = {name: value for name, value in part.items() if name in columns}
            db.execute(f"INSERT INTO change_part ({','.join(part)}) VALUES ({','.join('?' * len(part))})",
                       tuple(part.values()))
            position += 1
    db.execute('COMMIT')


main()
