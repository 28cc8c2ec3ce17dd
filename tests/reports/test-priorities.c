/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Priorities that an older file keeps as lines of its settings become records, once. */
#include "config.h"

#include "circ-follow.h"
#include "circ-partnership.h"
#include "circ-priorities.h"
#include "circ-priority.h"
#include "support.h"

static void
test_older_file (void)
{
  TestFile file;
  g_autoptr (CircRecord) partnership = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Edited: priorities");
  g_autoptr (CircChange) again = circ_change_new ("Put back");
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PRIORITY);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  test_open (&file, "empty");
  partnership = circ_store_get_only (file.store, CIRC_KIND_PARTNERSHIP, &error);
  g_assert_no_error (error);
  circ_change_set (change, partnership, CIRC_PARTNERSHIP_PRIORITIES,
                   g_variant_new_parsed ("[{'title': <'Neglect'>, 'from': <'2025-04-01'>, 'to': <'2027-03-31'>},"
                                         " {'title': <'Exploitation'>}, {'title': <'exploitation '>}, {'title': <' '>}]"));
  circ_store_apply (file.store, change, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 2; i++)
    {
      circ_follow_bring_up_to_date (file.store, TEST_TODAY, &error);
      g_assert_no_error (error);
    }
  g_assert_null (circ_record_get (partnership, CIRC_PARTNERSHIP_PRIORITIES));
  circ_query_sort (query, CIRC_PRIORITY_NAME, FALSE);
  found = circ_store_find (file.store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (circ_record_get_text (found->pdata[0], CIRC_PRIORITY_NAME), ==, "Exploitation");
  g_assert_null (circ_record_get (found->pdata[0], CIRC_PRIORITY_STARTS_ON));
  g_assert_cmpstr (circ_record_get_text (found->pdata[1], CIRC_PRIORITY_STARTS_ON), ==, "2025-04-01");
  g_assert_cmpstr (circ_record_get_text (found->pdata[1], CIRC_PRIORITY_ENDS_ON), ==, "2027-03-31");
  g_assert_cmpstr (circ_record_get_text (found->pdata[1], CIRC_PRIORITY_LEVEL), ==, "priority");

  /* The lines come back from the history: what is there is not made twice. */
  circ_change_set (again, partnership, CIRC_PARTNERSHIP_PRIORITIES, g_variant_new_parsed ("[{'title': <'Neglect'>}, {'title': <'Reach'>}]"));
  circ_store_apply (file.store, again, &error);
  g_assert_no_error (error);
  circ_priorities_set_up (file.store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_count (&file, CIRC_KIND_PRIORITY), ==, 3);
  g_clear_pointer (&found, g_ptr_array_unref);
  g_clear_object (&partnership);
  test_close (&file);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/priorities/older-file", test_older_file);
  return g_test_run ();
}
