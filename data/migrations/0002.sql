-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: a plan of a million items is read in each of its orders, and in each of its states, from an index alone.
-- Once it has been released this file is never edited: a change to the schema is a new file.

PRAGMA user_version = 2;

-- What the plan is sorted by, with all that its usual conditions ask: whether an item is in use, and in which years. The
-- id is named so that ties are in order too, in both directions. These take the place of indexes that led with
-- archived_on, which were of no use to "all" and sent every other condition to the rows themselves.
DROP INDEX plan_item_in_use;
DROP INDEX plan_item_by_when;
DROP INDEX plan_item_by_category;
DROP INDEX plan_item_by_active_from;
DROP INDEX plan_item_by_title;
CREATE INDEX plan_item_by_id ON plan_item (id, archived_on, "active_from", "active_to");
CREATE INDEX plan_item_by_title ON plan_item (title_key, id, archived_on, "active_from", "active_to");
CREATE INDEX plan_item_by_to_whom ON plan_item ("to_whom" COLLATE NOCASE, id, archived_on, "active_from", "active_to");
CREATE INDEX plan_item_by_how ON plan_item ("how" COLLATE NOCASE, id, archived_on, "active_from", "active_to");
CREATE INDEX plan_item_by_by_whom ON plan_item ("by_whom" COLLATE NOCASE, id, archived_on, "active_from", "active_to");
CREATE INDEX plan_item_by_when ON plan_item ("when_text" COLLATE NOCASE, id, archived_on, "active_from", "active_to");

-- What is open and what is done, by day: the few that are overdue are found without looking at the many that are not.
CREATE INDEX occurrence_open ON occurrence ("due_on", "item", "completed_on", "cancelled_on", "not_required_reason")
  WHERE "completed_on" IS NULL AND "cancelled_on" IS NULL AND "not_required_reason" IS NULL;
DROP INDEX occurrence_by_completed_on;
CREATE INDEX occurrence_by_completed_on ON occurrence ("completed_on", "item", "cancelled_on", "not_required_reason")
  WHERE "completed_on" IS NOT NULL;
