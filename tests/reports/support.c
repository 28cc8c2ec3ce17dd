/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"

#include <glib/gstdio.h>

#include "circ-entry.h"
#include "circ-occurrence.h"
#include "circ-seed.h"

void
test_open (TestFile *file,
           const char *template)
{
  g_autoptr (GError) error = NULL;

  file->folder = g_dir_make_tmp ("circ-reports-XXXXXX", &error);
  g_assert_no_error (error);
  file->path = g_build_filename (file->folder, "test.circulate", NULL);
  file->store = circ_seed_create (file->path, template, TEST_TODAY, "Tester", &error);
  g_assert_no_error (error);
  g_assert_true (CIRC_IS_STORE (file->store));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

void
test_close (TestFile *file)
{
  g_assert_finalize_object (file->store);
  remove_folder (file->folder);
  g_free (file->folder);
  g_free (file->path);
}

CircRecord *
test_add (TestFile *file,
          CircRecord *record)
{
  g_autoptr (CircChange) change = circ_change_new ("Added for a test");
  g_autoptr (GError) error = NULL;

  circ_change_insert (change, record);
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (circ_record_get_id (record), >, 0);
  return record;
}

void
test_set_entries (CircRecord *item,
                  guint field,
                  const char *entries)
{
  g_auto (GStrv) pieces = g_strsplit (entries, "|", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (list, circ_entry_new (pieces[i], 0, NULL));
  value = circ_entries_to_value (&circ_plan_item_kind.fields[field], list);
  circ_record_set (item, field, value);
}

char *
test_entries (CircRecord *item,
              guint field)
{
  return circ_entries_join (&circ_plan_item_kind.fields[field], circ_record_get (item, field), "|");
}

CircRecord *
test_add_item (TestFile *file,
               const char *what,
               const char *to_whom,
               const char *how,
               const char *by_whom,
               const char *when)
{
  CircRecord *item = circ_record_new (CIRC_KIND_PLAN_ITEM);

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
  test_set_entries (item, CIRC_PLAN_ITEM_TO_WHOM, to_whom);
  test_set_entries (item, CIRC_PLAN_ITEM_HOW, how);
  test_set_entries (item, CIRC_PLAN_ITEM_BY_WHOM, by_whom);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, when);
  return test_add (file, item);
}

CircRecord *
test_add_occurrence (TestFile *file,
                     CircRecord *item,
                     const char *due_on,
                     const char *completed_on)
{
  CircRecord *occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, due_on);
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON, completed_on);
  return test_add (file, occurrence);
}

gint64
test_count (TestFile *file,
            CircKindId kind)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GError) error = NULL;
  gint64 n;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  n = circ_store_count (file->store, query, &error);
  g_assert_no_error (error);
  return n;
}

CircRecord *
test_find_by_what (TestFile *file,
                   const char *what)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  circ_query_where_equal (query, CIRC_PLAN_ITEM_WHAT, g_variant_new_string (what));
  found = circ_store_find (file->store, query, NULL);
  g_assert_nonnull (found);
  return found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

void
test_set_text (TestFile *file,
               CircRecord *record,
               guint field,
               const char *text)
{
  g_autoptr (CircChange) change = circ_change_new ("Edited");
  g_autoptr (GError) error = NULL;

  circ_change_set_text (change, record, field, text);
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
}
