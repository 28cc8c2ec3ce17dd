/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-seed.h"

#include <glib/gstdio.h>
#include <string.h>

#include "circ-document-error.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-record-json.h"
#include "support.h"

/* Everything in a file that a person could see, as text. */
static char *
dump (CircStore *store)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < CIRC_N_KINDS; i++)
    {
      g_autoptr (CircQuery) query = circ_query_new (i);
      g_autoptr (GPtrArray) records = NULL;

      circ_query_set_scope (query, CIRC_QUERY_ALL);
      records = circ_store_find (store, query, NULL);
      g_assert_nonnull (records);
      for (guint j = 0; j < records->len; j++)
        {
          g_autofree char *json = circ_record_json_new (store, records->pdata[j], NULL);
          const CircRecordMeta *meta = circ_record_get_meta (records->pdata[j]);

          g_string_append_printf (all, "%s %s %s %s %s\n", json, meta->created_at, meta->created_by, meta->updated_at,
                                  meta->updated_by);
        }
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static char *
dump_template (const char *template,
               const char *today)
{
  g_autofree char *folder = g_dir_make_tmp ("circ-seed-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "seed.circulate", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_seed_create (path, template, today, "Tester", &error);
  char *text;

  g_assert_no_error (error);
  text = dump (store);
  g_clear_object (&store);
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

static void
test_equal (void)
{
  static const char *const templates[] = { "starter", "sample" };

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *first = dump_template (templates[i], TEST_TODAY);
      g_autofree char *second = dump_template (templates[i], TEST_TODAY);

      g_assert_cmpstr (first, ==, second);
      g_assert_cmpuint (strlen (first), >, 10000);
    }
}

/* On any day of a year there is a past that was done and a future that is planned, never the other way round. */
static void
test_any_day (void)
{
  static const char *const days[] = { "2026-04-01", "2026-11-21", "2027-03-31", "2028-02-29", "2031-07-15" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("circ-seed-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "seed.circulate", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CircStore) store = circ_seed_create (path, "sample", days[i], "Tester", &error);
      g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
      g_autoptr (CircQuery) proof = circ_query_new (CIRC_KIND_EVIDENCE);
      g_autoptr (GPtrArray) occurrences = NULL;
      g_autoptr (GPtrArray) evidence = NULL;
      guint n_done = 0;

      g_assert_no_error (error);
      occurrences = circ_store_find (store, query, NULL);
      for (guint j = 0; j < occurrences->len; j++)
        {
          const char *done = circ_record_get_text (occurrences->pdata[j], CIRC_OCCURRENCE_COMPLETED_ON);

          n_done += done != NULL;
          g_assert_true (done == NULL || strcmp (done, days[i]) <= 0);
        }
      g_assert_cmpuint (n_done, >, 20);
      evidence = circ_store_find (store, proof, NULL);
      for (guint j = 0; j < evidence->len; j++)
        {
          g_autoptr (CircRecord) of =
            circ_store_get (store, circ_record_get_int (evidence->pdata[j], CIRC_EVIDENCE_OCCURRENCE), NULL);

          g_assert_nonnull (circ_record_get_text (of, CIRC_OCCURRENCE_COMPLETED_ON));
          g_assert_cmpstr (circ_record_get_text (evidence->pdata[j], CIRC_EVIDENCE_DATE), <=, days[i]);
        }
      g_assert_cmpuint (evidence->len, >, 20);
      /* What came with the file is not the user's to undo by accident. */
      g_assert_null (circ_store_get_undo_title (store));
      g_clear_pointer (&occurrences, g_ptr_array_unref);
      g_clear_pointer (&evidence, g_ptr_array_unref);
      g_clear_object (&store);
      g_unlink (path);
      g_rmdir (folder);
    }
}

static void
test_brand (void)
{
  TestFile file;
  g_autoptr (CircRecord) partnership = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  test_open (&file, "sample");
  partnership = circ_store_get_only (file.store, CIRC_KIND_PARTNERSHIP, NULL);
  g_assert_nonnull (circ_record_get (partnership, CIRC_PARTNERSHIP_NAME));
  g_assert_nonnull (circ_record_get (partnership, CIRC_PARTNERSHIP_HOST_AGENCY));
  g_assert_nonnull (circ_record_get (partnership, CIRC_PARTNERSHIP_LOGO));
  g_assert_true (circ_store_check (file.store, problems, &error));
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_object (&partnership);
  test_close (&file);
}

/* Content that is wrong in any way is not loaded, and the message names the record. */
static void
test_wrong (void)
{
  static const struct {
    const char *json;
    const char *says;
  } wrong[] = {
    { "[]", "object" },
    { "{\"audience\": 3}", "audience" },
    { "{\"no-such-kind\": []}", "no-such-kind" },
    { "{\"audience\": [{\"name\": \"Staff\"}]}", "key" },
    { "{\"audience\": [{\"key\": \"a\", \"nam\": \"Staff\"}]}", "a: " },
    { "{\"audience\": [{\"key\": \"a\", \"name\": 7}]}", "a: name" },
    { "{\"audience\": [{\"key\": \"a\", \"side\": \"sideways\"}]}", "a: side" },
    { "{\"audience\": [{\"key\": \"a\", \"position\": \"first\"}]}", "a: position" },
    { "{\"audience\": [{\"key\": \"a\", \"matrix-column\": 1}]}", "a: matrix-column" },
    { "{\"audience\": [{\"key\": \"a\", \"parent\": \"b\"}]}", "a: parent" },
    { "{\"audience\": [{\"key\": \"a\"}, {\"key\": \"a\"}]}", "a: " },
    { "{\"audience\": [{\"key\": \"a\", \"default-formats\": [\"papyrus\"]}]}", "a: default-formats" },
    { "{\"audience\": [{\"key\": \"a\", \"default-formats\": \"audio\"}]}", "a: default-formats" },
    { "{\"audience\": [{\"key\": \"a\"}], \"method\": [{\"key\": \"m\", \"owner-agency\": \"a\"}]}", "m: owner-agency" },
    { "{\"plan-item\": [{\"key\": \"p\", \"active-from\": \"Y0:02-30\"}]}", "p: " },
    { "{\"plan-item\": [{\"key\": \"p\", \"active-from\": \"soon\"}]}", "p: " },
    { "{\"plan-item\": [{\"key\": \"p\", \"how\": [{\"words\": \"Email\"}]}]}", "p: " },
    { "{\"plan-item\": [{\"key\": \"p\", \"how\": [\"Email\"]}]}", "p: how" },
    { "{\"partnership\": [{\"key\": \"x\", \"logo\": \"no-such.png\"}]}", "x: logo" },
  };
  TestFile file;

  test_open (&file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (wrong[i].json, strlen (wrong[i].json));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].json);
      g_assert_false (circ_seed_load_json (file.store, json, "Wrong", TEST_TODAY, &error));
      g_assert_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, wrong[i].says));
    }
  g_assert_cmpint (test_count (&file, CIRC_KIND_AUDIENCE), ==, 0);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PLAN_ITEM), ==, 0);
  test_close (&file);
}

static void
test_refused (void)
{
  TestFile file;
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = NULL;

  test_open (&file, NULL);
  nowhere = g_build_filename (file.folder, "no", "such", "folder.circulate", NULL);
  g_assert_null (circ_seed_create (file.path, "starter", TEST_TODAY, NULL, &error));
  g_assert_error (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (circ_seed_create (nowhere, "starter", TEST_TODAY, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  g_assert_true (circ_seed_is_known ("empty"));
  g_assert_false (circ_seed_is_known ("full"));
  g_assert_false (circ_seed_is_known (NULL));
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seed/equal", test_equal);
  g_test_add_func ("/seed/any-day", test_any_day);
  g_test_add_func ("/seed/brand", test_brand);
  g_test_add_func ("/seed/wrong", test_wrong);
  g_test_add_func ("/seed/refused", test_refused);
  return g_test_run ();
}
