-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1. Once it has been released this file is never edited: a change to the schema is a new file.
--
-- The columns after title_key are the fields of the kind's catalogue in src/records/, in its order;
-- tests/store/test-schema.c holds the two together. Texts that are lists (sets, references, rows) are stored as
-- circ_field_to_stored() writes them.

PRAGMA application_id = 1130984035; -- "Circ"
PRAGMA user_version = 1;

-- Every record of every kind has its id here: unique across the kinds and never given twice.
CREATE TABLE record (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT;

-- The last number given in references such as CP-2026-001, per prefix and year.
CREATE TABLE counter (
  prefix TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (prefix, year)
) STRICT, WITHOUT ROWID;

-- Each reference inside a record, those inside lists and rows included. Kept by the store at every save, so that
-- "in use" is enforced by the file itself and "where used" is one look-up. Position counts from 0 within a field.
CREATE TABLE link (
  source INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  target INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (source, field, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target, field, source);

-- One row per thing a person did. 'setup' is made by the application and cannot be undone. hash chains it to the one
-- before; undone is the undo stack's own mark and no part of the evidence.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'setup')),
  "of" INTEGER REFERENCES change (id),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX change_by_person ON change ("by", kind, undone);

-- What a change did. An insert has its values in new_value, a removal in old_value, as one JSON object; owner_id is
-- the record that the inserted or removed one is part of. The chain covers a value only through its digest, so values
-- can be erased (with their salt) when their retention ends, and the chain still verifies.
CREATE TABLE change_part (
  change_id INTEGER NOT NULL REFERENCES change (id),
  position INTEGER NOT NULL,
  record_id INTEGER NOT NULL,
  record_kind TEXT NOT NULL,
  owner_id INTEGER,
  action TEXT NOT NULL CHECK (action IN ('insert', 'set', 'remove')),
  field TEXT,
  old_value TEXT,
  new_value TEXT,
  salt BLOB,
  digest BLOB NOT NULL,
  PRIMARY KEY (change_id, position)
) STRICT;
CREATE INDEX change_part_by_record ON change_part (record_id, change_id);
CREATE INDEX change_part_by_owner ON change_part (owner_id) WHERE owner_id IS NOT NULL;

-- The full-text index; rowid is the record's id. No ranks are asked for, so no sizes are kept (columnsize). hashsize
-- is how much of one transaction is gathered before it is written: with the default of 1 MB an import of 100,000 rows
-- spends most of its time merging small pieces.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);

CREATE TABLE partnership (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "short_name" TEXT,
  "kind" TEXT,
  "areas" TEXT,
  "jurisdiction" TEXT,
  "holiday_division" TEXT,
  "legal_basis" TEXT,
  "host_agency" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "address" TEXT,
  "telephone" TEXT,
  "website" TEXT,
  "generic_inbox" TEXT,
  "secure_inbox" TEXT,
  "report_year" TEXT,
  "review_subgroup_name" TEXT,
  "priorities" TEXT,
  "logo" BLOB,
  "logo_description" TEXT,
  "logo_every_page" INTEGER,
  "typeface" TEXT,
  "body_size_letter" INTEGER,
  "body_size_public" INTEGER,
  "accent_colour" TEXT,
  "print_black" INTEGER,
  "default_marking" TEXT
) STRICT;
CREATE INDEX partnership_by_host_agency ON partnership ("host_agency")
  WHERE "host_agency" IS NOT NULL;

CREATE TABLE agency (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "abbreviation" TEXT,
  "category" TEXT,
  "standing" TEXT,
  "parent" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "associated_statutory_partner" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "comms_lead" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "safeguarding_lead" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "press_office_contact" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "senior_officer" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "contributes_budget" INTEGER,
  "active_from" TEXT,
  "active_to" TEXT,
  "successor" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "archived_on" TEXT
) STRICT;
CREATE INDEX agency_by_title ON agency (archived_on, title_key);
CREATE INDEX agency_by_parent ON agency ("parent")
  WHERE "parent" IS NOT NULL;
CREATE INDEX agency_by_associated_statutory_partner ON agency ("associated_statutory_partner")
  WHERE "associated_statutory_partner" IS NOT NULL;
CREATE INDEX agency_by_comms_lead ON agency ("comms_lead")
  WHERE "comms_lead" IS NOT NULL;
CREATE INDEX agency_by_safeguarding_lead ON agency ("safeguarding_lead")
  WHERE "safeguarding_lead" IS NOT NULL;
CREATE INDEX agency_by_press_office_contact ON agency ("press_office_contact")
  WHERE "press_office_contact" IS NOT NULL;
CREATE INDEX agency_by_senior_officer ON agency ("senior_officer")
  WHERE "senior_officer" IS NOT NULL;
CREATE INDEX agency_by_successor ON agency ("successor")
  WHERE "successor" IS NOT NULL;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "kind" TEXT,
  "honorific" TEXT,
  "given_name" TEXT,
  "family_name" TEXT,
  "post_title" TEXT,
  "agency" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "email" TEXT,
  "email_is_secure" INTEGER,
  "telephone" TEXT,
  "out_of_hours_telephone" TEXT,
  "roles" TEXT,
  "preferred_formats" TEXT,
  "preferred_language" TEXT,
  "lawful_basis" TEXT,
  "do_not_contact" INTEGER,
  "do_not_contact_reason" TEXT,
  "left_on" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX contact_by_title ON contact (archived_on, title_key);
CREATE INDEX contact_by_agency ON contact ("agency")
  WHERE "agency" IS NOT NULL;

CREATE TABLE partner_group (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "agency" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "chair" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "administrator" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "members" TEXT,
  "meeting_pattern" TEXT,
  "updates" TEXT,
  "notes" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX partner_group_by_title ON partner_group (archived_on, title_key);
CREATE INDEX partner_group_by_agency ON partner_group ("agency")
  WHERE "agency" IS NOT NULL;
CREATE INDEX partner_group_by_chair ON partner_group ("chair")
  WHERE "chair" IS NOT NULL;
CREATE INDEX partner_group_by_administrator ON partner_group ("administrator")
  WHERE "administrator" IS NOT NULL;

CREATE TABLE circulation_list (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "purpose" TEXT,
  "audiences" TEXT,
  "members" TEXT,
  "owner" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "handling" TEXT,
  "cascade_expected" INTEGER,
  "last_checked_on" TEXT,
  "formats" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX circulation_list_by_title ON circulation_list (archived_on, title_key);
CREATE INDEX circulation_list_by_owner ON circulation_list ("owner")
  WHERE "owner" IS NOT NULL;

CREATE TABLE audience (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "code" TEXT,
  "position" INTEGER,
  "side" TEXT,
  "matrix_column" INTEGER,
  "parent" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "reading_need" TEXT,
  "default_formats" TEXT,
  "messages" TEXT,
  "description" TEXT,
  "other_names" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX audience_by_title ON audience (archived_on, title_key);
CREATE INDEX audience_by_parent ON audience ("parent")
  WHERE "parent" IS NOT NULL;

CREATE TABLE method (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "name" TEXT,
  "code" TEXT,
  "position" INTEGER,
  "category" TEXT,
  "status" TEXT,
  "frequency" TEXT,
  "owner_agency" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "lead_time" INTEGER,
  "expected_evidence" TEXT,
  "has_cost" INTEGER,
  "description" TEXT,
  "other_names" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX method_by_title ON method (archived_on, title_key);
CREATE INDEX method_by_owner_agency ON method ("owner_agency")
  WHERE "owner_agency" IS NOT NULL;

CREATE TABLE key_message (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "text" TEXT,
  "audiences" TEXT,
  "theme" TEXT,
  "signpost" TEXT,
  "status" TEXT,
  "review_on" TEXT,
  "archived_on" TEXT
) STRICT;
CREATE INDEX key_message_by_title ON key_message (archived_on, title_key);

CREATE TABLE plan_item (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "ref" TEXT,
  "what" TEXT,
  "what_notes" TEXT,
  "to_whom" TEXT,
  "how" TEXT,
  "by_whom" TEXT,
  "when_text" TEXT,
  "category" TEXT,
  "mode" TEXT,
  "direction" TEXT,
  "incoming_from" TEXT,
  "incoming_response" TEXT,
  "key_messages" TEXT,
  "formats_needed" TEXT,
  "approval_needed" TEXT,
  "approval_state" TEXT,
  "approval_requested_on" TEXT,
  "approval_by" TEXT,
  "approval_on" TEXT,
  "approval_note" TEXT,
  "quality_checks" TEXT,
  "quality_checked_by" TEXT,
  "quality_checked_on" TEXT,
  "evidence_policy" TEXT,
  "cascade_expected" INTEGER,
  "marking" TEXT,
  "active_from" TEXT,
  "active_to" TEXT,
  "rolled_from" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "archived_on" TEXT
) STRICT;
-- What the plan is sorted by. archived_on comes first, so that the rows in use are read in order from the index alone.
CREATE INDEX plan_item_in_use ON plan_item (archived_on);
CREATE UNIQUE INDEX plan_item_by_ref ON plan_item ("ref");
CREATE INDEX plan_item_by_when ON plan_item (archived_on, "when_text" COLLATE NOCASE);
CREATE INDEX plan_item_by_category ON plan_item (archived_on, "category");
CREATE INDEX plan_item_by_active_from ON plan_item (archived_on, "active_from");
CREATE INDEX plan_item_by_title ON plan_item (archived_on, title_key);
CREATE INDEX plan_item_by_rolled_from ON plan_item ("rolled_from")
  WHERE "rolled_from" IS NOT NULL;

CREATE TABLE occurrence (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "item" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "due_on" TEXT,
  "completed_on" TEXT,
  "done_by" TEXT,
  "responsible" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "methods_used" TEXT,
  "lists_used" TEXT,
  "recipients" TEXT,
  "document" TEXT,
  "late_reason" TEXT,
  "not_required_reason" TEXT,
  "cancelled_on" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX occurrence_by_due_on ON occurrence ("due_on");
CREATE INDEX occurrence_by_completed_on ON occurrence ("completed_on");
CREATE INDEX occurrence_by_item ON occurrence ("item")
  WHERE "item" IS NOT NULL;
CREATE INDEX occurrence_by_responsible ON occurrence ("responsible")
  WHERE "responsible" IS NOT NULL;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  title_key TEXT NOT NULL,
  "occurrence" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "title" TEXT,
  "date" TEXT,
  "link" TEXT,
  "reference" TEXT,
  "quantity" INTEGER,
  "method" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "agency" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "recorded_by" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX evidence_by_date ON evidence ("date");
CREATE INDEX evidence_by_occurrence ON evidence ("occurrence")
  WHERE "occurrence" IS NOT NULL;
CREATE INDEX evidence_by_method ON evidence ("method")
  WHERE "method" IS NOT NULL;
CREATE INDEX evidence_by_agency ON evidence ("agency")
  WHERE "agency" IS NOT NULL;
