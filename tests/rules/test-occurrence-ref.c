/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-ref.h"

/* They are written to files, so each comes back as it was, and nothing else is read as one. */
static void
test_refs (void)
{
  static const char *const good[] = {
    "event:12", "year:2027", "series:0", "theme:5:2027", "trigger:9", "waiting", "by-hand", "event:12/via:2",
    "theme:5:2027/via:1002",
  };
  static const char *const bad[] = {
    "", "event", "event:", "event:x", "event:-1", "event:1:2", "year:", "theme:5", "theme:5:2027:1", "waiting:1",
    "meeting:1", "event:1/via:", "event:1/via:0", "event:1/via:x", "event:99999999999999999999",
  };
  CircOccurrenceRef ref;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (circ_occurrence_ref_from_text (good[i], &ref));
      text = circ_occurrence_ref_dup_text (&ref);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (circ_occurrence_ref_from_text (bad[i], &ref));
  g_assert_true (circ_occurrence_ref_from_text (NULL, &ref));
  g_assert_cmpint (ref.source, ==, CIRC_SOURCE_BY_HAND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/occurrence-ref/text", test_refs);
  return g_test_run ();
}
