/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking the whole file over. Each problem is a sentence; the check itself changes nothing. */
#include "config.h"

#include "circ-link.h"
#include "circ-schema.h"
#include "circ-search.h"
#include "circ-write.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#define MAX_PROBLEMS 100 /* of one sort: more of the same tell nothing new */

G_GNUC_PRINTF (2, 3)
static void
add_problem (GPtrArray *problems,
             const char *format,
             ...)
{
  va_list arguments;

  if (problems->len >= MAX_PROBLEMS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
check_integrity (CircStore *self,
                 GPtrArray *problems,
                 GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, "PRAGMA integrity_check (20)", error);
  CircStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    if (g_strcmp0 (circ_statement_get_text (statement, 0), "ok") != 0)
      add_problem (problems, _ ("The file is damaged: %s"), circ_statement_get_text (statement, 0));
  return step == CIRC_STEP_DONE;
}

static gboolean
check_references (CircStore *self,
                  GPtrArray *problems,
                  GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, "SELECT \"table\", rowid FROM pragma_foreign_key_check",
                                                     error);
  CircStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    add_problem (problems, _ ("%s %lld refers to a record that is not there."),
                 circ_statement_get_text (statement, 0), (long long) circ_statement_get_int (statement, 1));
  return step == CIRC_STEP_DONE;
}

/* Reports each row of @sql, whose columns are an id and a kind. */
static gboolean
report_rows (CircStore *self,
             const char *sql,
             const char *format,
             GPtrArray *problems,
             GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_prepare (self->db, sql, error);
  CircStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    if (problems->len < MAX_PROBLEMS)
      {
        g_autofree char *where = g_strdup_printf ("%s %lld", circ_statement_get_text (statement, 1),
                                                  (long long) circ_statement_get_int (statement, 0));

        g_ptr_array_add (problems, g_strdup_printf ("%s: %s", where, format));
      }
  return step == CIRC_STEP_DONE;
}

/* The registry and the table of each kind name the same records. */
static gboolean
check_registry (CircStore *self,
                const CircKind *kind,
                GPtrArray *problems,
                GError **error)
{
  g_autofree char *lost = g_strdup_printf ("SELECT t.id, '%s' FROM %s AS t LEFT JOIN record AS r ON r.id = t.id"
                                           " WHERE r.kind IS NOT '%s'",
                                           kind->name, kind->table, kind->name);
  g_autofree char *empty = g_strdup_printf ("SELECT r.id, r.kind FROM record AS r LEFT JOIN %s AS t ON t.id = r.id"
                                            " WHERE r.kind = '%s' AND t.id IS NULL",
                                            kind->table, kind->name);

  return report_rows (self, lost, _ ("the record is missing from the list of records."), problems, error)
         && report_rows (self, empty, _ ("the list of records names a record that is not there."), problems, error);
}

/* Compares what a record refers to with what the index says, and its words with the search index. */
typedef struct {
  CircStore *store;
  GPtrArray *problems;
  CircStatement *links;
  CircStatement *words;
} CircRecordCheck;

static const CircLink *
find_link (GArray *links,
           const CircKind *kind,
           CircStatement *statement)
{
  for (guint i = 0; i < links->len; i++)
    {
      const CircLink *reference = &g_array_index (links, CircLink, i);

      if (reference->target == circ_statement_get_int (statement, 2)
          && reference->position == circ_statement_get_int (statement, 1)
          && g_strcmp0 (kind->fields[reference->field].name, circ_statement_get_text (statement, 0)) == 0)
        return reference;
    }
  return NULL;
}

static gboolean
check_links (CircRecordCheck *check,
             CircRecord *record,
             GArray *links,
             GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  gboolean agree = TRUE;
  guint n = 0;
  CircStep step;

  circ_statement_bind_int (check->links, 1, circ_record_get_id (record));
  for (; (step = circ_statement_step (check->links, error)) == CIRC_STEP_ROW; n++)
    agree = agree && find_link (links, kind, check->links) != NULL;
  circ_statement_reset (check->links);
  if (step == CIRC_STEP_ERROR)
    return FALSE;
  if (!agree || n != links->len)
    add_problem (check->problems, _ ("%s %lld: the index of references does not agree with the record."),
                 kind->name, (long long) circ_record_get_id (record));
  return TRUE;
}

static gboolean
check_words (CircRecordCheck *check,
             CircRecord *record,
             const CircRowValues *values,
             GError **error)
{
  CircStep step;

  circ_statement_bind_int (check->words, 1, circ_record_get_id (record));
  step = circ_statement_step (check->words, error);
  if (step == CIRC_STEP_ERROR)
    return FALSE;
  if (step != CIRC_STEP_ROW || g_strcmp0 (circ_statement_get_text (check->words, 0), values->title_words) != 0
      || g_strcmp0 (circ_statement_get_text (check->words, 1), values->other_words->str) != 0)
    add_problem (check->problems, _ ("%s %lld: the search index does not agree with the record."),
                 circ_record_get_kind (record)->name, (long long) circ_record_get_id (record));
  circ_statement_reset (check->words);
  return TRUE;
}

static gboolean
check_records (CircStore *self,
               const CircKind *kind,
               GPtrArray *problems,
               GError **error)
{
  CircRowSql *row_sql = circ_store_get_row_sql (self, kind);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s AS t ORDER BY t.id", row_sql->columns, kind->table);
  g_autoptr (CircStatement) rows = circ_db_prepare (self->db, sql, error);
  g_autoptr (CircStatement) links
    = circ_db_get (self->db, "SELECT field, position, target FROM link WHERE source = $1", error);
  g_autoptr (CircStatement) words = circ_db_get (self->db, "SELECT title, body FROM search WHERE rowid = $1", error);
  CircRecordCheck check = { self, problems, links, words };
  CircStep step;

  if (rows == NULL || links == NULL || words == NULL)
    return FALSE;
  while ((step = circ_statement_step (rows, error)) == CIRC_STEP_ROW)
    {
      g_autoptr (CircRecord) record = circ_record_new (kind->id);

      g_auto (CircRowValues) values = { NULL };

      circ_row_read_record (rows, record);
      circ_row_values_init (&values, record);
      if (!check_links (&check, record, values.links, error) || !check_words (&check, record, &values, error))
        return FALSE;
    }
  return step == CIRC_STEP_DONE;
}

/* One number that two counts of the file must share. */
static gboolean
check_counts (CircStore *self,
              GPtrArray *problems,
              CircCheckCounts *counts,
              GError **error)
{
  gint64 stray_links = 0;
  gint64 words = 0;
  gint64 records = 0;

  if (!circ_db_query_int (self->db,
                          "SELECT count (*) FROM link AS l WHERE NOT EXISTS"
                          " (SELECT 1 FROM record AS r WHERE r.id = l.source)",
                          &stray_links, error)
      || !circ_db_query_int (self->db, "SELECT count (*) FROM search", &words, error)
      || !circ_db_query_int (self->db, "SELECT count (*) FROM record", &records, error))
    return FALSE;
  counts->n_records = records;
  if (stray_links > 0)
    add_problem (problems, _ ("The index of references has %lld entries of records that are gone."),
                 (long long) stray_links);
  if (words != records)
    add_problem (problems, _ ("The search index has %lld records and the file %lld."), (long long) words,
                 (long long) records);
  return TRUE;
}

static gboolean
check_all (CircStore *self,
           GPtrArray *problems,
           CircCheckCounts *counts,
           GError **error)
{
  if (!check_integrity (self, problems, error) || !check_references (self, problems, error)
      || !circ_schema_compare (self->db, problems, error) || !check_counts (self, problems, counts, error))
    return FALSE;
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    if (!check_registry (self, circ_kind_get ((CircKindId) i), problems, error)
        || !check_records (self, circ_kind_get ((CircKindId) i), problems, error))
      return FALSE;
  return circ_check_history (self, problems, counts, error);
}

/* Every row, and every list in its order: what a window would come across. */
gboolean
circ_check_readable (CircStore *self,
                     GError **error)
{
  gint64 sum = 0;

  if (!circ_db_query_int (self->db, "SELECT sum (length (kind) + length (title)) FROM record", &sum, error)
      || !circ_db_query_int (self->db, "SELECT sum (length (field) + target) FROM link", &sum, error))
    return FALSE;
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    {
      const CircKind *kind = circ_kind_get ((CircKindId) i);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s AS t NOT INDEXED",
                                              circ_store_get_row_sql (self, kind)->columns, kind->table);
      g_autoptr (CircStatement) rows = circ_db_prepare (self->db, sql, error);
      g_autoptr (CircQuery) query = circ_query_new (kind->id);
      g_autoptr (GArray) ids = NULL;
      CircStep step = CIRC_STEP_ERROR;

      while (rows != NULL && (step = circ_statement_step (rows, error)) == CIRC_STEP_ROW)
        {
          g_autoptr (CircRecord) record = circ_record_new (kind->id);

          circ_row_read_record (rows, record);
        }
      if (step == CIRC_STEP_DONE)
        ids = circ_store_find_ids (self, query, error);
      if (ids == NULL)
        return FALSE;
    }
  return TRUE;
}

/* FTS5 compares its index with the words that it finds. In name only, that writes: it cannot run inside the snapshot, and
 * takes a connection of its own when ours may not write. @looked: (out): whether this could be done, which it cannot
 * where nothing can be written. */
static gboolean
check_search_index (CircStore *self,
                    GPtrArray *problems,
                    gboolean *looked,
                    GError **error)
{
  g_autoptr (CircDb) own = NULL;
  g_autoptr (GError) local = NULL;

  *looked = FALSE;
  if (self->damaged)
    return TRUE;
  if (self->read_only)
    {
      own = circ_db_open (self->path, CIRC_DB_READ_WRITE, NULL);
      if (own == NULL)
        return TRUE;
      circ_db_keep_wal (own, TRUE);
    }
  *looked = TRUE;
  if (circ_search_check (own != NULL ? own : self->db, &local))
    return TRUE;
  if (g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CORRUPT))
    {
      add_problem (problems, _ ("The search index is damaged."));
      return TRUE;
    }
  *looked = FALSE;
  if (own != NULL && g_error_matches (local, CIRC_STORE_ERROR, CIRC_STORE_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * circ_store_check:
 * @problems: (element-type utf8): made with g_free(); gets a sentence for each problem
 *
 * Reads the whole file as of one moment: integrity, references, the registry, the indexes, the history's chain, and
 * the schema against the catalogues.
 */
gboolean
circ_store_check (CircStore *self,
                  GPtrArray *problems,
                  GError **error)
{
  CircCheckCounts counts;

  return circ_store_check_counting (self, problems, &counts, error);
}

/**
 * circ_store_check_counting:
 * @counts: (out): what was looked at, for a person who wants to know what “in order” stands on
 */
gboolean
circ_store_check_counting (CircStore *self,
                           GPtrArray *problems,
                           CircCheckCounts *counts,
                           GError **error)
{
  gboolean looked;
  gboolean checked;

  g_return_val_if_fail (CIRC_IS_STORE (self) && problems != NULL, FALSE);
  if (!check_search_index (self, problems, &looked, error))
    return FALSE;
  if (!circ_db_begin_read (self->db, error))
    return FALSE;
  *counts = (CircCheckCounts) { .search_index = looked };
  checked = check_all (self, problems, counts, error);
  circ_db_rollback (self->db);
  return checked;
}
