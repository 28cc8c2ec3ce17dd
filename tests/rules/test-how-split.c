/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-how-split.h"

typedef struct {
  const char *cell;
  const char *how;     /* lines, "|" between them */
  const char *by_whom;
  gboolean sure;
} Case;

static const Case cases[] = {
  { "Email\nWebsite\nPartnership administrator", "Email|Website", "Partnership administrator", TRUE },
  { "Item on the agenda\nE mail circular\nSub-group chair and members of the e-learning team", "Item on the agenda|E mail circular",
    "Sub-group chair and members of the e-learning team", TRUE },
  { "Newsletter\r\n\r\n  Training Manager  \r\nCo-ordinator", "Newsletter", "Training Manager|Co-ordinator", TRUE },
  { "Intranet\nTeam leads website\nLead of each agency", "Intranet|Team leads website", "Lead of each agency", TRUE },
  { "Posters in libraries and children’s centres\nHead of service", "Posters in libraries and children’s centres",
    "Head of service", TRUE },
  { "Report to the Training Group\nPerformance manager", "Report to the Training Group", "Performance manager", TRUE },
  { "• Email\n• Team leaders", "Email", "Team leaders", TRUE },
  { "- Face to face\n- Business managers", "Face to face", "Business managers", TRUE },
  { "Website\nPublicity Sub Group", "Website", "Publicity Sub Group", TRUE },
  { "Business managers’ meetings\nMeetings of the Board", "Business managers’ meetings|Meetings of the Board", "", TRUE },
  { "Chair", "", "Chair", TRUE },
  { "Email", "Email", "", TRUE },
  { "", "", "", TRUE },
  { " \n\n ", "", "", TRUE },
  /* Not sure: words that say nothing, a body of people alone, the order of the strategies turned round, both in a line. */
  { "Pigeon\nAdministrator", "Pigeon", "Administrator", FALSE },
  { "Training Group\nWebsite", "Website", "Training Group", FALSE },
  { "Administrator\nEmail", "Email", "Administrator", FALSE },
  { "Email by the administrator", "Email by the administrator", "", FALSE },
  { "Website\nAdministrator\nQuite another matter", "Website", "Administrator|Quite another matter", FALSE },
};

static char *
join (CircHowSplit *split,
      gboolean roles)
{
  g_autoptr (GPtrArray) list = circ_how_split_dup_list (split, roles);

  g_ptr_array_add (list, NULL);
  return g_strjoinv ("|", (char **) list->pdata);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CircHowSplit) split = circ_how_split_new (cases[i].cell);
      g_autofree char *how = join (split, FALSE);
      g_autofree char *by_whom = join (split, TRUE);

      g_test_message ("“%s”", cases[i].cell);
      g_assert_cmpstr (how, ==, cases[i].how);
      g_assert_cmpstr (by_whom, ==, cases[i].by_whom);
      g_assert_cmpint (split->sure, ==, cases[i].sure);
    }
}

static void
test_by_hand (void)
{
  g_autoptr (CircHowSplit) split = circ_how_split_new ("Pigeon\nAdministrator\nEmail");
  g_autoptr (CircHowSplit) copy = circ_how_split_copy (split);
  g_autofree char *how = NULL;
  g_autofree char *kept = NULL;

  circ_how_split_set_role (split, 0, TRUE);
  circ_how_split_set_role (split, 1, FALSE);
  g_assert_true (split->sure);
  g_assert_false (copy->sure);
  how = join (split, FALSE);
  g_assert_cmpstr (how, ==, "Administrator|Email");
  kept = join (copy, FALSE);
  g_assert_cmpstr (kept, ==, "Pigeon|Email");
}

static void
append_lines (GString *all,
              CircHowSplit *split)
{
  for (guint i = 0; i < split->lines->len; i++)
    g_string_append_printf (all, "%s ", (char *) split->lines->pdata[i]);
}

/* Whatever the words, each is in one of the lists, once, in the order of the cell. */
static void
test_no_word_lost (void)
{
  static const char *const words[] = { "email", "chair", "the", "Überraschung", "بريد", "group", "website", "🙂", "by", "a/b" };
  static const char *const gaps[] = { " ", "\n", "\r\n", "\v", "\n\n", "\xe2\x80\xa8", " ", " " };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GString) wanted = g_string_new (NULL);
      g_autoptr (CircHowSplit) split = NULL;
      guint n_how = 0;

      for (guint i = g_test_rand_int_range (0, 30); i > 0; i--)
        {
          const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

          g_string_append (cell, word);
          g_string_append (cell, gaps[g_test_rand_int_range (0, G_N_ELEMENTS (gaps))]);
          g_string_append_printf (wanted, "%s ", word);
        }
      split = circ_how_split_new (cell->str);
      append_lines (found, split);
      g_assert_cmpstr (found->str, ==, wanted->str);
      for (guint i = 0; i < split->lines->len; i++)
        n_how += split->is_role->data[i] == 0;
      {
        g_autoptr (GPtrArray) how = circ_how_split_dup_list (split, FALSE);
        g_autoptr (GPtrArray) by_whom = circ_how_split_dup_list (split, TRUE);

        g_assert_cmpuint (how->len, ==, n_how);
        g_assert_cmpuint (how->len + by_whom->len, ==, split->lines->len);
      }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/how-split/cases", test_cases);
  g_test_add_func ("/how-split/by-hand", test_by_hand);
  g_test_add_func ("/how-split/no-word-lost", test_no_word_lost);
  return g_test_run ();
}
