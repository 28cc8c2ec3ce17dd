-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5: what comes back. Agencies confirm that they passed something on, and people ask for a document in a format
-- that they can read.
-- Once it has been released this file is never edited: a change to the schema is a new file.

PRAGMA user_version = 5;

CREATE TABLE cascade_return (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "occurrence" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "agency" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "requested_on" TEXT,
  "due_on" TEXT,
  "chased" INTEGER,
  "chased_on" TEXT,
  "returned_on" TEXT,
  "returned_by" TEXT,
  "method_used" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "reach" INTEGER,
  "comment" TEXT,
  "issues_raised" TEXT,
  "not_applicable_reason" TEXT
) STRICT;
CREATE INDEX cascade_return_by_occurrence ON cascade_return ("occurrence")
  WHERE "occurrence" IS NOT NULL;
CREATE INDEX cascade_return_by_agency ON cascade_return ("agency")
  WHERE "agency" IS NOT NULL;
CREATE INDEX cascade_return_by_method_used ON cascade_return ("method_used")
  WHERE "method_used" IS NOT NULL;
-- What is waited for, each morning.
CREATE INDEX cascade_return_by_due_on ON cascade_return ("due_on")
  WHERE "returned_on" IS NULL AND "not_applicable_reason" IS NULL;

CREATE TABLE format_request (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "document" TEXT,
  "format" TEXT,
  "language" TEXT,
  "received_on" TEXT,
  "needed_by" TEXT,
  "requester" TEXT,
  "item" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT,
  "supplied_on" TEXT,
  "reason" TEXT,
  "cost" INTEGER,
  "note" TEXT
) STRICT;
CREATE INDEX format_request_by_item ON format_request ("item")
  WHERE "item" IS NOT NULL;
CREATE INDEX format_request_by_needed_by ON format_request ("needed_by");
