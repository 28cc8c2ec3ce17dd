-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: what a history says of a record can be erased when its retention ends.
-- Once it has been released this file is never edited: a change to the schema is a new file.

PRAGMA user_version = 3;

-- A title names records, so the chain covers it only through its digest: it can be erased, with its salt, together with
-- the values. Filled in for the changes that are there by circ_schema_seal_titles(). 'setup' is also the kind of a
-- change that erased values: neither can be undone.
ALTER TABLE change ADD COLUMN title_salt BLOB;
ALTER TABLE change ADD COLUMN title_digest BLOB NOT NULL DEFAULT x'';

-- What is still to be done to the file itself: 'sweep' while its unused places may hold what was erased.
CREATE TABLE chore (
  name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
