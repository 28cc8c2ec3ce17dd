/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would do, and doing it: one change. */
#include "config.h"

#include "circ-plan-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-entry.h"
#include "circ-plan-import-private.h"
#include "circ-plan-item.h"

/* Not one that was saved by this import before. */
static gboolean
is_wanted (CircPlanImport *self,
           const CircImportRow *row)
{
  return row->item != NULL && circ_record_get_id (row->item) <= 0 && !row->skip &&
         (row->state != CIRC_IMPORT_ROW_PRESENT || self->again);
}

/* What words that nothing was recognised in are to become, by their normalised form: made once, used by every row. */
typedef struct {
  CircPlanImport *import;
  CircChange *change; /* (nullable): NULL to count only */
  GHashTable *made[CIRC_N_KINDS];
  GHashTable *counted; /* (element-type GVariant): lists that were looked through; rows share them */
} Missing;

/* Returns: the (still negative) id of a new audience or method called @words; 0 when counting, or when they cannot name
 * one. */
static gint64
make_missing (Missing *missing,
              CircKindId kind,
              const char *words)
{
  const CircKind *catalogue = circ_kind_get (kind);
  g_autofree char *key = circ_matcher_normalise (missing->import->reader.names, words);
  g_autoptr (CircRecord) record = NULL;
  gint64 *known;

  if (*key == '\0' || g_utf8_strlen (words, -1) > (glong) catalogue->fields[catalogue->title_field].limit)
    return 0;
  known = g_hash_table_lookup (missing->made[kind], key);
  if (known != NULL)
    return *known;
  known = g_new0 (gint64, 1);
  if (missing->change != NULL)
    {
      record = circ_record_new (kind);
      circ_record_set_text (record, (guint) catalogue->title_field, words);
      circ_change_insert (missing->change, record);
      *known = circ_record_get_id (record);
    }
  g_hash_table_insert (missing->made[kind], g_steal_pointer (&key), known);
  return *known;
}

static void
link_missing (Missing *missing,
              CircRecord *item,
              guint field_index,
              CircKindId kind)
{
  const CircField *field = &circ_plan_item_kind.fields[field_index];
  GVariant *before = circ_record_get (item, field_index);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GVariant) value = NULL;

  if (before == NULL || (missing->change == NULL && !g_hash_table_add (missing->counted, before)))
    return;
  entries = circ_entries_from_value (field, before);
  for (guint i = 0; i < entries->len; i++)
    {
      CircEntry *entry = entries->pdata[i];
      g_autoptr (GArray) candidates = NULL;

      if (entry->link != 0)
        continue;
      /* Words that may mean one of several records are for a person to decide, not a reason to make another. */
      circ_matcher_match (missing->import->reader.names, entry->text, NULL, &candidates);
      if (candidates != NULL && candidates->len > 0)
        continue;
      entry->link = make_missing (missing, kind, entry->text);
    }
  if (missing->change == NULL)
    return;
  value = circ_entries_to_value (field, entries);
  circ_record_set (item, field_index, value);
}

/* Makes (or only counts, without @change) the audiences and methods that the words of @items need. */
static guint
add_missing_records (CircPlanImport *self,
                     CircChange *change,
                     GPtrArray *items)
{
  Missing missing = { .import = self, .change = change };
  guint n;

  if (!self->add_missing)
    return 0;
  missing.counted = g_hash_table_new (NULL, NULL);
  missing.made[CIRC_KIND_AUDIENCE] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  missing.made[CIRC_KIND_METHOD] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < items->len; i++)
    {
      link_missing (&missing, items->pdata[i], CIRC_PLAN_ITEM_TO_WHOM, CIRC_KIND_AUDIENCE);
      link_missing (&missing, items->pdata[i], CIRC_PLAN_ITEM_HOW, CIRC_KIND_METHOD);
    }
  n = g_hash_table_size (missing.made[CIRC_KIND_AUDIENCE]) + g_hash_table_size (missing.made[CIRC_KIND_METHOD]);
  g_hash_table_unref (missing.made[CIRC_KIND_AUDIENCE]);
  g_hash_table_unref (missing.made[CIRC_KIND_METHOD]);
  g_hash_table_unref (missing.counted);
  return n;
}

/* The items of the wanted rows. To save, when records are made on the way, these are copies: should saving fail, the
 * preview must not be left with links to what was never made. */
static GPtrArray *
list_wanted (CircPlanImport *self,
             gboolean copy)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CircImportRow *row = self->rows->pdata[i];

      if (is_wanted (self, row))
        g_ptr_array_add (items, copy ? circ_record_copy (row->item) : g_object_ref (row->item));
    }
  return items;
}

static void
count_rows (CircPlanImport *self,
            CircImportCounts *counts)
{
  memset (counts, 0, sizeof *counts);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CircImportRow *row = self->rows->pdata[i];

      if (row->state == CIRC_IMPORT_ROW_EMPTY)
        continue;
      if (row->state == CIRC_IMPORT_ROW_UNREADABLE)
        counts->n_unreadable++;
      else if (row->state == CIRC_IMPORT_ROW_PRESENT)
        counts->n_present++;
      if (row->skip)
        counts->n_skipped++;
      else if (is_wanted (self, row))
        counts->n_added++;
    }
}

void
circ_plan_import_count (CircPlanImport *self,
                        CircImportCounts *counts)
{
  g_autoptr (GPtrArray) items = NULL;

  count_rows (self, counts);
  if (!self->add_missing)
    return;
  items = list_wanted (self, FALSE);
  counts->n_new_records = add_missing_records (self, NULL, items);
}

/* Rows that cannot be read and that nobody has left out by hand. */
static guint
count_bad (CircPlanImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CircImportRow *row = self->rows->pdata[i];

      n += row->state == CIRC_IMPORT_ROW_UNREADABLE && !row->skip;
    }
  return n;
}

static gboolean
check_may_apply (CircPlanImport *self,
                 GError **error)
{
  guint n_bad = count_bad (self);

  if (!circ_plan_import_is_ready (self))
    {
      g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED,
                   /* translators: the name of a file, and the heading that one of its columns should have */
                   _ ("No column of %s could be matched. Give one the heading “%s”."), self->name,
                   circ_import_column_get_title (CIRC_IMPORT_COLUMN_WHAT));
      return FALSE;
    }
  if (n_bad == 0 || self->skip_bad_rows)
    return TRUE;
  g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED,
               ngettext ("%u row of %s cannot be read, so nothing was imported. Mend it, or leave it out.",
                         "%u rows of %s cannot be read, so nothing was imported. Mend them, or leave them out.", n_bad),
               n_bad, self->name);
  return FALSE;
}

/* The rows that were wanted are saved, and are there already from now on. */
static void
note_saved (CircPlanImport *self,
            GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CircImportRow *row = self->rows->pdata[i];

      if (n == items->len)
        break;
      if (self->add_missing ? !is_wanted (self, row) : row->item != items->pdata[n])
        continue;
      g_set_object (&row->item, items->pdata[n++]);
      row->state = CIRC_IMPORT_ROW_PRESENT;
      row->existing = circ_record_get_id (row->item);
      g_free (row->existing_ref);
      row->existing_ref = g_strdup (circ_record_get_text (row->item, CIRC_PLAN_ITEM_REF));
    }
}

/* @store: of the thread that saves. @title: (out) (optional): that of the change; %NULL when nothing was to be saved */
gboolean
circ_plan_import_apply_to (CircPlanImport *self,
                           CircStore *store,
                           CircImportCounts *counts,
                           char **title,
                           GError **error)
{
  CircImportCounts done;
  g_autofree char *words = NULL;
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (!check_may_apply (self, error))
    return FALSE;
  count_rows (self, &done);
  words = g_strdup_printf (
    /* translators: the title of a change in the history: how many items came from which file */
    ngettext ("Imported %u item from %s", "Imported %u items from %s", done.n_added), done.n_added, self->name);
  change = circ_change_new (words);
  items = list_wanted (self, self->add_missing);
  done.n_new_records = add_missing_records (self, change, items);
  for (guint i = 0; i < items->len; i++)
    circ_change_insert (change, items->pdata[i]);
  if (items->len > 0 && !circ_store_apply (store, change, error))
    return FALSE;
  note_saved (self, items);
  if (counts != NULL)
    *counts = done;
  if (title != NULL)
    *title = items->len > 0 ? g_steal_pointer (&words) : NULL;
  return TRUE;
}

/**
 * circ_plan_import_apply:
 * @counts: (out) (optional): what was done
 *
 * Saves the wanted rows as one change that one undo takes back. Refuses, saving nothing, while rows cannot be read and
 * nobody said to leave them out. The items of the saved rows are the saved records afterwards; applied again, it adds
 * nothing.
 */
gboolean
circ_plan_import_apply (CircPlanImport *self,
                        CircImportCounts *counts,
                        GError **error)
{
  g_return_val_if_fail (CIRC_IS_PLAN_IMPORT (self), FALSE);
  return circ_plan_import_apply_to (self, self->store, counts, NULL, error);
}
