/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-edit.h"

#include <glib/gi18n-lib.h>

#include "circ-entry.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-version.h"
#include "circ-plan-actions.h"
#include "circ-plan-item.h"

/* Returns: (transfer full): a draft for @year */
static CircRecord *
new_version (const CircReportYear *year)
{
  CircRecord *version = circ_record_new (CIRC_KIND_MATRIX);

  circ_record_set_text (version, CIRC_MATRIX_VERSION_TITLE, _ ("Audiences and methods"));
  circ_record_set_text (version, CIRC_MATRIX_VERSION_PERIOD_FROM, year->from);
  circ_record_set_text (version, CIRC_MATRIX_VERSION_PERIOD_TO, year->to);
  circ_record_set_text (version, CIRC_MATRIX_VERSION_STATUS, "draft");
  return version;
}

/**
 * circ_matrix_new_cell:
 *
 * Returns: (transfer full): a cell for a pair that has none, of no version yet: see circ_matrix_cell_change()
 */
CircRecord *
circ_matrix_new_cell (const CircMatrixPair *pair)
{
  CircRecord *cell = circ_record_new (CIRC_KIND_MATRIX_CELL);

  circ_record_set_int (cell, CIRC_MATRIX_CELL_METHOD, pair->method);
  circ_record_set_int (cell, CIRC_MATRIX_CELL_AUDIENCE, pair->audience);
  circ_record_set_text (cell, CIRC_MATRIX_CELL_VALUE, circ_matrix_value_get_token (CIRC_MATRIX_NOT_USED));
  return cell;
}

static CircRecord *
new_cell (CircRecord *version,
          const CircMatrixPair *pair,
          CircMatrixValue value)
{
  CircRecord *cell = circ_matrix_new_cell (pair);

  circ_record_set_int (cell, CIRC_MATRIX_CELL_MATRIX, circ_record_get_id (version));
  circ_record_set_text (cell, CIRC_MATRIX_CELL_VALUE, circ_matrix_value_get_token (value));
  return cell;
}

/**
 * circ_matrix_cell_change:
 * @year: that of the draft that is made where there is no version yet
 * @cell: from circ_matrix_new_cell(), with what was said of the pair
 *
 * Returns: (transfer full): adds the cell to the version in @source, which is a draft or none
 */
CircChange *
circ_matrix_cell_change (CircStore *store,
                         CircMatrixSource *source,
                         const CircReportYear *year,
                         CircRecord *cell)
{
  g_autofree char *method = circ_store_dup_title (store, circ_record_get_int (cell, CIRC_MATRIX_CELL_METHOD));
  g_autofree char *audience = circ_store_dup_title (store, circ_record_get_int (cell, CIRC_MATRIX_CELL_AUDIENCE));
  /* translators: what was done, in the history: something was said of a method and an audience */
  g_autofree char *title = g_strdup_printf (_ ("Changed %1$s, %2$s"), method != NULL ? method : "",
                                            audience != NULL ? audience : "");
  CircChange *change = circ_change_new (title);
  g_autoptr (CircRecord) version = source->version != NULL ? g_object_ref (source->version) : new_version (year);

  if (source->version == NULL)
    circ_change_insert (change, version);
  circ_record_set_int (cell, CIRC_MATRIX_CELL_MATRIX, circ_record_get_id (version));
  circ_change_insert (change, cell);
  return change;
}

static gboolean
differs (CircMatrixSource *source,
         const CircMatrixPair *pair,
         CircMatrixValue value)
{
  return circ_matrix_get (source->matrix, pair->method, pair->audience) != value;
}

static char *
dup_fill_title (CircStore *store,
                CircMatrixSource *source,
                GArray *pairs,
                CircMatrixValue value)
{
  const char *word = circ_matrix_value_get_word (value);
  const CircMatrixPair *only = NULL;
  g_autofree char *method = NULL;
  g_autofree char *audience = NULL;
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    if (differs (source, &g_array_index (pairs, CircMatrixPair, i), value))
      {
        only = &g_array_index (pairs, CircMatrixPair, i);
        n++;
      }
  if (n != 1)
    /* translators: what was done, in the history: a number of cells of the matrix, and what they say now: used, planned … */
    return g_strdup_printf (ngettext ("Audiences: %1$u cell made “%2$s”", "Audiences: %1$u cells made “%2$s”", n), n, word);
  method = circ_store_dup_title (store, only->method);
  audience = circ_store_dup_title (store, only->audience);
  /* translators: what was done, in the history: a method, an audience, and whether it is used, planned … */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), method != NULL ? method : "", audience != NULL ? audience : "", word);
}

/**
 * circ_matrix_fill_change:
 * @year: that of the draft that is made where there is no version yet
 * @pairs: (element-type CircMatrixPair):
 *
 * Returns: (transfer full) (nullable): all of @pairs made @value in one change; %NULL when they all are already, or when the
 *   version is no draft
 */
CircChange *
circ_matrix_fill_change (CircStore *store,
                         CircMatrixSource *source,
                         const CircReportYear *year,
                         GArray *pairs,
                         CircMatrixValue value)
{
  g_autofree char *title = dup_fill_title (store, source, pairs, value);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (CircRecord) version = source->version != NULL ? g_object_ref (source->version) : NULL;
  gboolean changed = FALSE;

  if (version != NULL && !circ_matrix_source_is_draft (source))
    return NULL;
  if (version == NULL)
    {
      version = new_version (year);
      circ_change_insert (change, version);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const CircMatrixPair *pair = &g_array_index (pairs, CircMatrixPair, i);
      CircRecord *cell = circ_matrix_source_get_cell (source, pair->method, pair->audience);

      if (!differs (source, pair, value))
        continue;
      changed = TRUE;
      if (cell != NULL)
        circ_change_set_text (change, cell, CIRC_MATRIX_CELL_VALUE, circ_matrix_value_get_token (value));
      else
        {
          g_autoptr (CircRecord) added = new_cell (version, pair, value);

          circ_change_insert (change, added);
        }
    }
  return changed ? g_steal_pointer (&change) : NULL;
}

/**
 * circ_matrix_draft_change:
 * @source: the version that the draft begins as; one without a version gives an empty draft
 *
 * Returns: (transfer full): a new draft for @year, with notes and owners
 */
CircChange *
circ_matrix_draft_change (CircMatrixSource *source,
                          const CircReportYear *year)
{
  g_autofree char *period = circ_report_year_dup_title (year);
  /* translators: what was done, in the history: a draft of the matrix; %s is a reporting year */
  g_autofree char *title = g_strdup_printf (_ ("New draft of the audiences for %s"), period);
  CircChange *change = circ_change_new (title);
  g_autoptr (CircRecord) version = new_version (year);
  GHashTableIter iter;
  const CircMatrixPair *pair;
  CircRecord *before;

  if (source->version != NULL)
    circ_record_set (version, CIRC_MATRIX_VERSION_TITLE, circ_record_get (source->version, CIRC_MATRIX_VERSION_TITLE));
  circ_change_insert (change, version);
  g_hash_table_iter_init (&iter, source->cells);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pair, (gpointer *) &before))
    {
      g_autoptr (CircRecord) cell = new_cell (version, pair, circ_matrix_get (source->matrix, pair->method, pair->audience));

      circ_record_set (cell, CIRC_MATRIX_CELL_NOTE, circ_record_get (before, CIRC_MATRIX_CELL_NOTE));
      circ_record_set (cell, CIRC_MATRIX_CELL_OWNER, circ_record_get (before, CIRC_MATRIX_CELL_OWNER));
      circ_change_insert (change, cell);
    }
  return change;
}

/* Adds to @change that what was approved for a part of the same period holds no more. */
static gboolean
supersede (CircStore *store,
           CircRecord *version,
           CircChange *change,
           GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MATRIX);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, CIRC_MATRIX_VERSION_STATUS, g_variant_new_string ("approved"));
  circ_query_where_between (query, CIRC_MATRIX_VERSION_PERIOD_FROM, NULL,
                            circ_record_get_text (version, CIRC_MATRIX_VERSION_PERIOD_TO));
  circ_query_where_between (query, CIRC_MATRIX_VERSION_PERIOD_TO,
                            circ_record_get_text (version, CIRC_MATRIX_VERSION_PERIOD_FROM), NULL);
  found = circ_store_find (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (circ_record_get_id (found->pdata[i]) != circ_record_get_id (version))
      circ_change_set_text (change, found->pdata[i], CIRC_MATRIX_VERSION_STATUS, "superseded");
  return found != NULL;
}

/**
 * circ_matrix_approve_change:
 * @on: ISO date
 * @by: a group or a contact
 *
 * Exactly one version is approved for a day: what was approved for a part of the same period is superseded with it.
 *
 * Returns: (transfer full) (nullable): %NULL with @error
 */
CircChange *
circ_matrix_approve_change (CircStore *store,
                            CircRecord *version,
                            const char *on,
                            gint64 by,
                            GError **error)
{
  g_autofree char *name = circ_record_dup_title (version);
  /* translators: what was done, in the history; %s is what the matrix is called */
  g_autofree char *title = g_strdup_printf (_ ("Approved: %s"), name);
  g_autoptr (CircChange) change = circ_change_new (title);

  if (!supersede (store, version, change, error))
    return NULL;
  circ_change_set_text (change, version, CIRC_MATRIX_VERSION_STATUS, "approved");
  circ_change_set_text (change, version, CIRC_MATRIX_VERSION_APPROVED_ON, on);
  circ_change_set (change, version, CIRC_MATRIX_VERSION_APPROVED_BY, g_variant_new_int64 (by));
  return g_steal_pointer (&change);
}

/**
 * circ_matrix_rename_change:
 *
 * Returns: (transfer full) (nullable): @version called @title; %NULL when it is already
 */
CircChange *
circ_matrix_rename_change (CircRecord *version,
                           const char *title)
{
  const char *before = circ_record_get_text (version, CIRC_MATRIX_VERSION_TITLE);
  g_autofree char *done = NULL;
  CircChange *change;

  if (g_strcmp0 (before, title) == 0)
    return NULL;
  /* translators: what was done, in the history: what the matrix was called, and what it is called now */
  done = g_strdup_printf (_ ("Renamed “%1$s” to “%2$s”"), before, title);
  change = circ_change_new (done);
  circ_change_set_text (change, version, CIRC_MATRIX_VERSION_TITLE, title);
  return change;
}

/**
 * circ_matrix_delete_change:
 *
 * Returns: (transfer full) (nullable): takes @version away with all of its cells; %NULL when it is no draft
 */
CircChange *
circ_matrix_delete_change (CircRecord *version)
{
  g_autofree char *name = circ_record_dup_title (version);
  /* translators: what was done, in the history; %s is what the draft of the matrix is called */
  g_autofree char *title = g_strdup_printf (_ ("Deleted the draft “%s”"), name);
  CircChange *change;

  if (g_strcmp0 (circ_record_get_text (version, CIRC_MATRIX_VERSION_STATUS), "draft") != 0)
    return NULL;
  change = circ_change_new (title);
  circ_change_remove (change, version);
  return change;
}

static void
set_entry (CircStore *store,
           CircRecord *item,
           guint field,
           gint64 link)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autofree char *title = circ_store_dup_title (store, link);
  g_autoptr (GVariant) value = NULL;

  g_ptr_array_add (entries, circ_entry_new (title != NULL ? title : "", link, NULL));
  value = circ_entries_to_value (&circ_plan_item_kind.fields[field], entries);
  circ_record_set (item, field, value);
}

/**
 * circ_matrix_new_item:
 * @today: ISO date
 *
 * Returns: (transfer full): an unsaved plan item for the audience, by the method
 */
CircRecord *
circ_matrix_new_item (CircStore *store,
                      const char *today,
                      const CircMatrixPair *pair)
{
  CircRecord *item = circ_plan_item_new (store, today);

  set_entry (store, item, CIRC_PLAN_ITEM_TO_WHOM, pair->audience);
  set_entry (store, item, CIRC_PLAN_ITEM_HOW, pair->method);
  return item;
}
