/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-schema.h"

#include "circ-statement.h"
#include "circ-store-resources.h"

#include <glib/gi18n-lib.h>

#define RESOURCE_FOLDER "/io/github/circulate/Circulate/migrations/"

static const CircMigration migrations[] = {
  { 1, "0001.sql", NULL },
  { 2, "0002.sql", NULL },
  { 3, "0003.sql", circ_schema_seal_titles },
  { 4, "0004.sql", NULL },
  { 5, "0005.sql", NULL },
  { 6, "0006.sql", NULL },
  { 7, "0007.sql", NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == CIRC_SCHEMA_VERSION);

gboolean
circ_schema_get_version (CircDb *db,
                         int *version,
                         GError **error)
{
  gint64 number = 0;
  gboolean read = circ_db_query_int (db, "PRAGMA user_version", &number, error);

  *version = (int) number;
  return read;
}

static gboolean
run_script (CircDb *db,
            int version,
            const char *sql,
            CircMigrationFunc finish,
            GError **error)
{
  int found = 0;

  if (!circ_db_script (db, sql, error) || (finish != NULL && !finish (db, error))
      || !circ_schema_get_version (db, &found, error))
    return FALSE;
  if (found == version)
    return TRUE;
  /* A step that forgets to say its version would be run again and again. */
  g_set_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_FAILED,
               _ ("The file could not be brought up to date. Nothing was changed; please report this."));
  return FALSE;
}

/**
 * circ_schema_run_step:
 * @version: what the file has afterwards; @sql sets it
 * @finish: (nullable): what is not to be said in SQL
 *
 * Runs one step in a transaction of its own: all of it or nothing. Does nothing when another process was quicker.
 */
gboolean
circ_schema_run_step (CircDb *db,
                      int version,
                      const char *sql,
                      CircMigrationFunc finish,
                      GError **error)
{
  int found = 0;

  if (!circ_db_begin (db, error))
    return FALSE;
  if (circ_schema_get_version (db, &found, error))
    {
      if (found >= version)
        {
          circ_db_rollback (db);
          return TRUE;
        }
      if (run_script (db, version, sql, finish, error))
        return circ_db_commit (db, error);
    }
  circ_db_rollback (db);
  return FALSE;
}

static gboolean
run_steps (CircDb *db,
           int version,
           GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (migrations); i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, migrations[i].resource, NULL);
      g_autoptr (GBytes) sql = NULL;

      if (migrations[i].version <= version)
        continue;
      /* Through its own function: a static library drops a resource that nothing refers to. */
      sql = g_resource_lookup_data (circ_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (sql == NULL
          || !run_script (db, migrations[i].version, g_bytes_get_data (sql, NULL), migrations[i].finish, error))
        return FALSE;
    }
  return TRUE;
}

/* Brings the file to our version, by all the steps that it lacks or by none. A new file has version 0. */
gboolean
circ_schema_migrate (CircDb *db,
                     GError **error)
{
  int version = 0;

  if (!circ_db_begin (db, error))
    return FALSE;
  if (circ_schema_get_version (db, &version, error) && run_steps (db, version, error))
    return circ_db_commit (db, error);
  circ_db_rollback (db);
  return FALSE;
}

static const char *
column_type (const CircField *field)
{
  switch (field->kind)
    {
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_BOOLEAN:
    case CIRC_FIELD_REFERENCE:
      return "INTEGER";
    case CIRC_FIELD_IMAGE:
      return "BLOB";
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    case CIRC_FIELD_SET:
    case CIRC_FIELD_REFERENCES:
    case CIRC_FIELD_ROWS:
    default:
      return "TEXT";
    }
}

/* Returns: (transfer full) (nullable): name -> type of the columns of @table. */
static GHashTable *
read_columns (CircDb *db,
              const char *table,
              GError **error)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CircStatement) statement = circ_db_get (db, "SELECT name, type FROM pragma_table_info ($1)", error);
  CircStep step;

  if (statement == NULL)
    return NULL;
  circ_statement_bind_text (statement, 1, table);
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    g_hash_table_insert (columns, g_strdup (circ_statement_get_text (statement, 0)),
                         g_strdup (circ_statement_get_text (statement, 1)));
  return step == CIRC_STEP_DONE ? g_steal_pointer (&columns) : NULL;
}

static void
expect_column (GHashTable *columns,
               const char *table,
               const char *name,
               const char *type,
               GPtrArray *problems)
{
  const char *found = g_hash_table_lookup (columns, name);

  if (g_strcmp0 (found, type) != 0)
    g_ptr_array_add (problems, g_strdup_printf (_ ("The column %s.%s is %s and should be %s."), table, name,
                                                found != NULL ? found : _ ("missing"), type));
  g_hash_table_remove (columns, name);
}

static gboolean
compare_kind (CircDb *db,
              const CircKind *kind,
              GPtrArray *problems,
              GError **error)
{
  static const char *const own[][2] = {
    { "id", "INTEGER" },      { "version", "INTEGER" }, { "created_at", "TEXT" }, { "created_by", "TEXT" },
    { "updated_at", "TEXT" }, { "updated_by", "TEXT" }, { "title_key", "TEXT" },
  };
  g_autoptr (GHashTable) columns = read_columns (db, kind->table, error);
  GHashTableIter iter;
  gpointer name;

  if (columns == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    expect_column (columns, kind->table, own[i][0], own[i][1], problems);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *column = circ_field_dup_column (&kind->fields[i]);

      if (!(kind->fields[i].flags & CIRC_FIELD_SEALED))
        expect_column (columns, kind->table, column, column_type (&kind->fields[i]), problems);
    }
  g_hash_table_iter_init (&iter, columns);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (problems, g_strdup_printf (_ ("The column %s.%s belongs to no field."), kind->table,
                                                (const char *) name));
  return TRUE;
}

gboolean
circ_schema_compare (CircDb *db,
                     GPtrArray *problems,
                     GError **error)
{
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    if (!compare_kind (db, circ_kind_get ((CircKindId) i), problems, error))
      return FALSE;
  return TRUE;
}
