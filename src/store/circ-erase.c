/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing what records say when its retention ends. The history goes on to show that something was there, when and by
 * whom: the chain covers values and titles through their digests, which stay. */
#include "config.h"

#include "circ-write.h"

#include "circ-search.h"

#include <glib/gi18n-lib.h>

/* A record and everything that was ever made as part of it, whether it is still there or not. */
static const char family_of[] =
  "WITH RECURSIVE family (id) AS (SELECT cast ($1 AS INTEGER) UNION"
  " SELECT q.record_id FROM change_part AS q JOIN family ON q.owner_id = family.id) SELECT id FROM family";

static gboolean
collect_family (CircStore *self,
                gint64 id,
                GArray *family,
                GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, family_of, error);
  CircStep step;

  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, id);
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    {
      gint64 member = circ_statement_get_int (statement, 0);

      g_array_append_val (family, member);
    }
  return step == CIRC_STEP_DONE;
}

/* What says where the record belongs stays, and what other records call it by. */
static gboolean
is_kept (const CircKind *kind,
         guint field)
{
  return (int) field == kind->ref_field || (int) field == kind->owner_field || (int) field == kind->archived_field
         || !circ_field_is_stored (&kind->fields[field]);
}

/* An erased record is told from one that was never filled in by its name. */
static GVariant *
new_blank (const CircKind *kind,
           guint field)
{
  gboolean is_name = (int) field == kind->title_field
                     && (kind->fields[field].kind == CIRC_FIELD_TEXT || kind->fields[field].kind == CIRC_FIELD_LONG_TEXT);

  /* translators: stands in the place of the name of a record whose data was erased */
  return is_name ? g_variant_ref_sink (g_variant_new_string (_ ("Erased"))) : NULL;
}

/* Nobody is to choose it any more. */
static gboolean
archive (CircWrite *write,
         CircRecord *record,
         GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *today = NULL;
  g_autoptr (GVariant) value = NULL;

  if (kind->archived_field < 0 || circ_record_is_archived (record))
    return TRUE;
  at = g_date_time_new_from_iso8601 (write->at, NULL);
  local = at != NULL ? g_date_time_to_local (at) : g_date_time_new_now_local ();
  today = g_date_time_format (local, "%Y-%m-%d");
  value = g_variant_ref_sink (g_variant_new_string (today));
  return circ_write_set (write, kind, circ_record_get_id (record), (guint) kind->archived_field, NULL, value, error);
}

static gboolean
blank (CircWrite *write,
       gint64 id,
       GError **error)
{
  g_autoptr (GError) local = NULL;
  const CircKind *kind = circ_store_get_kind_of (write->store, id, &local);
  CircRecord *record;

  /* One that was removed lives on in the history alone. */
  if (g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (kind == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  record = circ_write_get (write, kind, id, error);
  if (record == NULL || !archive (write, record, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GVariant) now = circ_record_get (record, i);
      g_autoptr (GVariant) value = new_blank (kind, i);

      if (now == NULL)
        continue;
      g_variant_ref (now);
      if (!is_kept (kind, i) && !circ_write_set (write, kind, id, i, now, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run (CircWrite *write,
     const char *sql,
     gint64 first,
     gint64 second,
     GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (write->db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (first != 0)
    circ_statement_bind_int (statement, 1, first);
  if (second != 0)
    circ_statement_bind_int (statement, 2, second);
  return circ_statement_run (statement, error);
}

/* Titles name the record. Those of undoing and doing again repeat the title of what they are of. */
static gboolean
erase_history (CircWrite *write,
               GArray *family,
               GError **error)
{
  for (guint i = 0; i < family->len; i++)
    {
      gint64 id = g_array_index (family, gint64, i);

      if (!run (write, "UPDATE change_part SET old_value = NULL, new_value = NULL, salt = NULL WHERE record_id = $1", id,
                0, error)
          || !run (write,
                   "UPDATE change SET title = '', title_salt = NULL WHERE id <> $2 AND title_salt IS NOT NULL"
                   " AND id IN (SELECT change_id FROM change_part WHERE record_id = $1)",
                   id, write->change, error))
        return FALSE;
    }
  return run (write,
              "UPDATE change SET title = '', title_salt = NULL WHERE title_salt IS NOT NULL"
              " AND \"of\" IN (SELECT id FROM change WHERE title_salt IS NULL)",
              0, 0, error);
}

static gboolean
erase_all (CircWrite *write,
           GArray *family,
           GError **error)
{
  for (guint i = 0; i < family->len; i++)
    if (!blank (write, g_array_index (family, gint64, i), error))
      return FALSE;
  return circ_write_note (write, error) && circ_sweep_note (write->store, error) && circ_write_settle (write, error)
         && erase_history (write, family, error) && circ_search_optimize (write->db, error)
         && circ_write_commit (write, error);
}

/**
 * circ_store_erase:
 * @ids: (element-type gint64): records, which may have been removed before
 * @title: what the history says of it; names nobody
 *
 * Overwrites what the records say, what belongs to them says, and what the history kept of both. Their references,
 * and that they changed, when and by whom, stay; the history's chain still holds. Cannot be undone, and undo leaves
 * out the changes that it took the values of. Where another program reads the file just then, its log is cleared as
 * soon as that program lets go.
 */
gboolean
circ_store_erase (CircStore *self,
                  GArray *ids,
                  const char *title,
                  GError **error)
{
  g_autoptr (CircWrite) write = NULL;
  g_autoptr (GArray) family = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (CIRC_IS_STORE (self) && ids != NULL && title != NULL, FALSE);
  write = circ_write_begin (self, title, CIRC_WRITE_ERASE, error);
  if (write == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!collect_family (self, g_array_index (ids, gint64, i), family, error))
      return FALSE;
  if (!erase_all (write, family, error))
    return FALSE;
  self->sweep = CIRC_SWEEP_FILE;
  circ_sweep_go_on (self);
  circ_write_publish (write, NULL);
  return TRUE;
}
