-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 6: the matrix. Which audience is reached by which method, version by version.
-- Once it has been released this file is never edited: a change to the schema is a new file.

PRAGMA user_version = 6;

CREATE TABLE matrix (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "title" TEXT,
  "period_from" TEXT,
  "period_to" TEXT,
  "status" TEXT,
  "approved_on" TEXT,
  "approved_by" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

-- One cell for a pair is kept by what follows from a change, not by an index here: when two methods are merged, each may
-- have a cell for the same audience for as long as the change is being written.
CREATE TABLE matrix_cell (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "matrix" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "method" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "audience" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "value" TEXT,
  "note" TEXT,
  "owner" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX matrix_cell_by_matrix ON matrix_cell ("matrix")
  WHERE "matrix" IS NOT NULL;
CREATE INDEX matrix_cell_by_method ON matrix_cell ("method")
  WHERE "method" IS NOT NULL;
CREATE INDEX matrix_cell_by_audience ON matrix_cell ("audience")
  WHERE "audience" IS NOT NULL;
