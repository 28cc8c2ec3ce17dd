-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 7: what it all is for. Priorities and objectives as tags, measures with their readings, and campaigns;
-- and the websites of partners.
-- Once it has been released this file is never edited: a change to the schema is a new file.

PRAGMA user_version = 7;

CREATE TABLE priority (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "level" TEXT,
  "description" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX priority_by_title ON priority (archived_on, title_key);

CREATE TABLE measure (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "code" TEXT,
  "type" TEXT,
  "unit" TEXT,
  "direction" TEXT,
  "definition" TEXT,
  "source_system" TEXT,
  "frequency" TEXT,
  "evaluation_level" TEXT,
  "priorities" TEXT,
  "baseline" INTEGER,
  "baseline_note" TEXT,
  "target" INTEGER,
  "target_on" TEXT,
  "audience" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "archived_on" TEXT
) STRICT;
CREATE INDEX measure_by_title ON measure (archived_on, title_key);
CREATE INDEX measure_by_audience ON measure ("audience")
  WHERE "audience" IS NOT NULL;

CREATE TABLE measure_reading (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "measure" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "period_from" TEXT,
  "period_to" TEXT,
  "value" INTEGER,
  "narrative" TEXT,
  "numerator" INTEGER,
  "denominator" INTEGER,
  "quality" TEXT,
  "recorded_on" TEXT,
  "recorded_by" TEXT,
  "source_note" TEXT,
  "evidence" TEXT,
  "supersedes" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT
) STRICT;
CREATE INDEX measure_reading_by_measure ON measure_reading ("measure")
  WHERE "measure" IS NOT NULL;
CREATE INDEX measure_reading_by_supersedes ON measure_reading ("supersedes")
  WHERE "supersedes" IS NOT NULL;

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "ref" TEXT,
  "title" TEXT,
  "state" TEXT,
  "mode" TEXT,
  "objective" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "lead" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "priorities" TEXT,
  "audiences" TEXT,
  "vulnerable_group" TEXT,
  "theme_days" TEXT,
  "who_needs_to_know" TEXT,
  "who_could_help" TEXT,
  "what_they_need_to_know" TEXT,
  "what_they_can_tell_us" TEXT,
  "when_they_need_to_know" TEXT,
  "when_we_need_views" TEXT,
  "best_way_to_receive" TEXT,
  "who_should_communicate" TEXT,
  "how_success_is_evaluated" TEXT,
  "diversity_note" TEXT,
  "feedback_built_in" TEXT,
  "feedback_note" TEXT,
  "measures" TEXT,
  "estimate" INTEGER,
  "estimate_note" TEXT,
  "approval_state" TEXT,
  "approval_by" TEXT,
  "approval_on" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX campaign_by_title ON campaign (archived_on, title_key);
CREATE INDEX campaign_by_lead ON campaign ("lead")
  WHERE "lead" IS NOT NULL;

CREATE TABLE partner_site (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "address" TEXT,
  "kind" TEXT,
  "agency" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "links_to_us" TEXT,
  "checked_on" TEXT,
  "note" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX partner_site_by_title ON partner_site (archived_on, title_key);
CREATE INDEX partner_site_by_agency ON partner_site ("agency")
  WHERE "agency" IS NOT NULL;

-- What an item serves, and the campaign that it is part of.
ALTER TABLE plan_item ADD COLUMN "campaign" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE plan_item ADD COLUMN "priorities" TEXT;
CREATE INDEX plan_item_by_campaign ON plan_item ("campaign")
  WHERE "campaign" IS NOT NULL;
