/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("circ-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.circulate", NULL);
  fixture->store = circ_store_open (fixture->path, CIRC_STORE_OPEN_CREATE, "Ada", &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  /* The last one to close leaves nothing beside the file. */
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

char *
fixture_dup_path (Fixture *fixture,
                  const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

CircStore *
fixture_open (Fixture *fixture,
              const char *person)
{
  g_autoptr (GError) error = NULL;
  CircStore *store = circ_store_open (fixture->path, CIRC_STORE_OPEN_DEFAULT, person, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static CircRecord *
insert (CircStore *store,
        CircRecord *record,
        const char *title)
{
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (GError) error = NULL;

  circ_change_insert (change, record);
  circ_store_apply (store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (circ_record_get_id (record), >, 0);
  return record;
}

CircRecord *
new_item (CircStore *store,
          const char *what)
{
  CircRecord *record = circ_record_new (CIRC_KIND_PLAN_ITEM);

  circ_record_set_text (record, CIRC_PLAN_ITEM_WHAT, what);
  return insert (store, record, what);
}

CircRecord *
new_audience (CircStore *store,
              const char *name)
{
  CircRecord *record = circ_record_new (CIRC_KIND_AUDIENCE);

  circ_record_set_text (record, CIRC_AUDIENCE_NAME, name);
  return insert (store, record, name);
}

CircRecord *
new_occurrence (CircStore *store,
                CircRecord *item,
                const char *completed_on)
{
  CircRecord *record = circ_record_new (CIRC_KIND_OCCURRENCE);

  circ_record_set_int (record, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  circ_record_set_text (record, CIRC_OCCURRENCE_COMPLETED_ON, completed_on);
  return insert (store, record, "occurrence");
}

CircRecord *
new_evidence (CircStore *store,
              CircRecord *occurrence,
              const char *title)
{
  CircRecord *record = circ_record_new (CIRC_KIND_EVIDENCE);

  circ_record_set_int (record, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (occurrence));
  circ_record_set_text (record, CIRC_EVIDENCE_TITLE, title);
  return insert (store, record, title);
}

gboolean
try_set_text (CircStore *store,
              CircRecord *record,
              guint field,
              const char *text,
              GError **error)
{
  g_autoptr (CircChange) change = circ_change_new (text != NULL ? text : "cleared");

  circ_change_set_text (change, record, field, text);
  return circ_store_apply (store, change, error);
}

void
set_text (CircStore *store,
          CircRecord *record,
          guint field,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  try_set_text (store, record, field, text, &error);
  g_assert_no_error (error);
}

void
remove_record (CircStore *store,
               CircRecord *record)
{
  g_autoptr (CircChange) change = circ_change_new ("removed");
  g_autoptr (GError) error = NULL;

  circ_change_remove (change, record);
  circ_store_apply (store, change, &error);
  g_assert_no_error (error);
}

GVariant *
entry (const char *text,
       gint64 link)
{
  GVariantBuilder rows;

  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_open (&rows, G_VARIANT_TYPE_VARDICT);
  /* Not in the catalogue's order: the order of the keys means nothing. */
  if (link != 0)
    g_variant_builder_add (&rows, "{sv}", "link", g_variant_new_int64 (link));
  g_variant_builder_add (&rows, "{sv}", "text", g_variant_new_string (text));
  g_variant_builder_close (&rows);
  return g_variant_builder_end (&rows);
}

GVariant *
id_list (gint64 first,
         gint64 second)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  g_variant_builder_add (&ids, "x", first);
  if (second != 0)
    g_variant_builder_add (&ids, "x", second);
  return g_variant_builder_end (&ids);
}

void
undo (CircStore *store)
{
  g_autoptr (GError) error = NULL;

  circ_store_undo (store, NULL, &error);
  g_assert_no_error (error);
}

void
redo (CircStore *store)
{
  g_autoptr (GError) error = NULL;

  circ_store_redo (store, NULL, &error);
  g_assert_no_error (error);
}

void
assert_undo_error (CircStore *store,
                   int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (circ_store_undo (store, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, code);
}

char *
dump (CircStore *store)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < CIRC_N_KINDS; i++)
    {
      g_autoptr (CircQuery) query = circ_query_new ((CircKindId) i);
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GError) error = NULL;

      circ_query_set_scope (query, CIRC_QUERY_ALL);
      records = circ_store_find (store, query, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < records->len; j++)
        {
          CircRecord *record = g_ptr_array_index (records, j);
          const CircKind *kind = circ_record_get_kind (record);
          const CircRecordMeta *meta = circ_record_get_meta (record);

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s %s\n", kind->name, meta->id, meta->created_at,
                                  meta->created_by);
          for (guint field = 0; field < kind->n_fields; field++)
            {
              g_autofree char *value = circ_field_to_stored (&kind->fields[field], circ_record_get (record, field));

              if (value != NULL)
                g_string_append_printf (text, "  %s: %s\n", kind->fields[field].name, value);
            }
        }
    }
  return g_string_free (text, FALSE);
}

void
assert_sound (CircStore *store)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  circ_store_check (store, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
