-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4: dates. A plan item has rules, an occurrence says which rule and which event it comes from, and there is a
-- calendar of meetings, theme days, things that happened and days on which nobody works.
-- Once it has been released this file is never edited: a change to the schema is a new file.

PRAGMA user_version = 4;

-- Empty in a plan that is there: its words are read when the file is next brought up to date.
ALTER TABLE plan_item ADD COLUMN "when" TEXT;

-- Empty in what was recorded by hand, which no rule moves.
ALTER TABLE occurrence ADD COLUMN "rule" INTEGER;
ALTER TABLE occurrence ADD COLUMN "anchor_ref" TEXT;
ALTER TABLE occurrence ADD COLUMN "triggered_on" TEXT;
ALTER TABLE occurrence ADD COLUMN "trigger_note" TEXT;
ALTER TABLE occurrence ADD COLUMN "due_from" TEXT;
ALTER TABLE occurrence ADD COLUMN "due_at" TEXT;
ALTER TABLE occurrence ADD COLUMN "plan_by" TEXT;
ALTER TABLE occurrence ADD COLUMN "lead_from" TEXT;
ALTER TABLE occurrence ADD COLUMN "provisional" INTEGER;
ALTER TABLE occurrence ADD COLUMN "fixed" INTEGER;
ALTER TABLE occurrence ADD COLUMN "cancelled_reason" TEXT;
ALTER TABLE occurrence ADD COLUMN "withdrawn" INTEGER;
-- A meeting that moves finds its occurrences by what they come from.
CREATE INDEX occurrence_by_anchor_ref ON occurrence ("anchor_ref")
  WHERE "anchor_ref" IS NOT NULL;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "ref" TEXT,
  "group" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "date" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "place" TEXT,
  "link" TEXT,
  "status" TEXT,
  "moved_from" TEXT,
  "agenda" TEXT,
  "minutes" TEXT,
  "notes" TEXT
) STRICT;
CREATE UNIQUE INDEX meeting_by_ref ON meeting ("ref");
CREATE INDEX meeting_by_date ON meeting ("date");
CREATE INDEX meeting_by_group ON meeting ("group")
  WHERE "group" IS NOT NULL;

CREATE TABLE theme_day (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "other_names" TEXT,
  "organiser" TEXT,
  "rule" TEXT,
  "reliable" INTEGER,
  "side" TEXT,
  "tags" TEXT,
  "core" INTEGER,
  "reach" TEXT,
  "website" TEXT,
  "notes" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX theme_day_by_title ON theme_day (archived_on, title_key);

CREATE TABLE theme_day_year (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "theme_day" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "theme_text" TEXT,
  "status" TEXT,
  "source" TEXT,
  "checked_on" TEXT
) STRICT;
CREATE INDEX theme_day_year_by_theme_day ON theme_day_year ("theme_day")
  WHERE "theme_day" IS NOT NULL;

CREATE TABLE trigger_note (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "item" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "trigger" TEXT,
  "date" TEXT,
  "at" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX trigger_note_by_item ON trigger_note ("item")
  WHERE "item" IS NOT NULL;

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "title" TEXT,
  "kind" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "division" TEXT,
  "source" TEXT
) STRICT;

CREATE TABLE date_settings (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "pack" TEXT,
  "rules" TEXT,
  "verified_on" TEXT,
  "verified_by" TEXT,
  "bank_holidays" TEXT,
  "bank_holidays_on" TEXT,
  "planned_to" TEXT,
  "planned_from" TEXT
) STRICT;
