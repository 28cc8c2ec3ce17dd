/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matcher.h"

typedef struct {
  const char *kind;
  gint64 id;
  const char *names; /* one a line */
} Known;

/* A partnership that never was: short name "WSP". */
static const Known table[] = {
  { "audience", 1, "Parents and carers\nFamilies" },
  { "audience", 2, "Staff\nPractitioners" },
  { "audience", 3, "Children and young people" },
  { "audience", 4, "Partner organisations\nAll partners" },
  { "audience", 5, "All staff of schools" },
  { "group", 10, "Publicity and Events Sub-group" },
  { "group", 11, "Training Group" },
  { "group", 12, "Workforce Group\nTraining Group" }, /* the same name twice */
  { "agency", 20, "National Health Service\nNHS" },
  { "agency", 21, "Wrenshire Police" },
  { "method", 30, "Email\nE-mail alert" },
  { "method", 31, "Website\nWSP website" },
  { "method", 32, "Children’s centre display" },
  { "method", 33, "Newsletter" },
  { "method", 34, "Families" },
  { "contact", 40, "Business manager" },
};

typedef struct {
  const char *words;
  gint64 id; /* 0: nobody */
} Case;

static const Case cases[] = {
  /* Exactly, then in another case or with other spaces. */
  { "Parents and carers", 1 }, { "PARENTS  and\tcarers ", 1 }, { "Practitioners", 2 }, { "nhs", 20 },
  { "NHS", 20 },
  /* Spelling: hyphens, signs, plural and singular, "&". */
  { "E mail", 30 }, { "e-mail", 30 }, { "Emails", 30 }, { "E-Mail", 30 }, { "E mail alerts", 30 },
  { "Web site", 31 }, { "web-sites", 31 }, { "Website.", 31 }, { "“Website”", 31 }, { "Parents & carers", 1 },
  { "Parent and carer", 1 }, { "Publicity and events subgroup", 10 }, { "Publicity & Events Sub Group", 10 },
  { "Publicity and Events Sub-groups", 10 }, { "Childrens centre displays", 32 }, { "Family", 1 },
  { "Partner organisation", 4 }, { "Newsletters", 33 },
  /* What may stand around a name. */
  { "To parents and carers", 1 }, { "To all staff", 2 }, { "All staff", 2 }, { "To the Wrenshire Police", 21 },
  { "All partners via their press offices", 4 }, { "Staff via their managers", 2 }, { "WSP business manager", 40 },
  { "wsp Newsletter", 33 }, { "WSP Website", 31 }, { "All partner", 4 },
  /* Never a likeness, and never only a part. */
  { "Parents", 0 }, { "Carers", 0 }, { "Staff of the council", 0 }, { "Newsletter for staff", 0 },
  { "Press offices", 0 }, { "Police", 0 }, { "Wrenshire", 0 }, { "Young people", 0 }, { "", 0 }, { "…", 0 },
  { "to", 0 }, { "all", 0 }, { "WSP", 0 }, { "via email", 0 }, { "Stuff", 0 }, { "Staffs", 2 },
  /* Ambiguous: nobody. */
  { "Training Group", 0 }, { "training groups", 0 },
};

static CircMatcher *
new_matcher (void)
{
  CircMatcher *matcher = circ_matcher_new ("WSP");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    circ_matcher_add_lines (matcher, table[i].kind, table[i].id, table[i].names);
  return matcher;
}

static void
test_cases (void)
{
  static const char *const kinds[] = { "audience", "group", "agency", "method", "contact", NULL };
  g_autoptr (CircMatcher) matcher = new_matcher ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* "Families" is an audience's other name and a method; this table asks about audiences. */
      const char *const *asked = g_str_has_prefix (cases[i].words, "Famil") ? (const char *const[]) { "audience", NULL }
                                                                            : kinds;

      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpint (circ_matcher_match (matcher, cases[i].words, asked, NULL), ==, cases[i].id);
    }
}

static void
test_kinds (void)
{
  static const char *const methods[] = { "method", NULL };
  static const char *const audiences[] = { "audience", NULL };
  g_autoptr (CircMatcher) matcher = new_matcher ();

  g_assert_cmpint (circ_matcher_match (matcher, "Families", methods, NULL), ==, 34);
  g_assert_cmpint (circ_matcher_match (matcher, "Families", audiences, NULL), ==, 1);
  g_assert_cmpint (circ_matcher_match (matcher, "Families", NULL, NULL), ==, 0);
  g_assert_cmpint (circ_matcher_match (matcher, "Website", audiences, NULL), ==, 0);
}

static gboolean
holds (GArray *ids,
       gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
test_candidates (void)
{
  g_autoptr (CircMatcher) matcher = new_matcher ();
  g_autoptr (GArray) both = NULL;
  g_autoptr (GArray) near = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) found = NULL;

  g_assert_cmpint (circ_matcher_match (matcher, "Training Group", NULL, &both), ==, 0);
  g_assert_cmpuint (both->len, >=, 2);
  g_assert_true (holds (both, 11));
  g_assert_true (holds (both, 12));

  g_assert_cmpint (circ_matcher_match (matcher, "Carers", NULL, &near), ==, 0);
  g_assert_true (holds (near, 1));
  g_assert_false (holds (near, 2));

  g_assert_cmpint (circ_matcher_match (matcher, "Submarine crews", NULL, &none), ==, 0);
  g_assert_nonnull (none);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_cmpint (circ_matcher_match (matcher, "Website", NULL, &found), ==, 31);
  g_assert_cmpuint (found->len, ==, 0);
}

/* A stricter level decides before a looser one is asked: a name of its own is not shadowed by one with "All". */
static void
test_levels (void)
{
  g_autoptr (CircMatcher) matcher = circ_matcher_new (NULL);

  circ_matcher_add (matcher, "audience", 1, "Staff");
  circ_matcher_add (matcher, "audience", 2, "All staff");
  circ_matcher_add (matcher, "audience", 3, NULL);
  circ_matcher_add (matcher, "audience", 4, " – ");
  g_assert_cmpint (circ_matcher_match (matcher, "staff", NULL, NULL), ==, 1);
  g_assert_cmpint (circ_matcher_match (matcher, "All staff", NULL, NULL), ==, 2);
  g_assert_cmpint (circ_matcher_match (matcher, "To staff", NULL, NULL), ==, 0);
  g_assert_cmpint (circ_matcher_match (matcher, "–", NULL, NULL), ==, 0);
}

/* Words of any kind are compared, never choked on. */
static void
test_any_text (void)
{
  g_autoptr (CircMatcher) matcher = circ_matcher_new ("ÄÖ & Co");
  g_autofree char *word = g_strnfill (40000, 'x');
  g_autofree char *long_words = g_strdup_printf ("To all %s", word);

  circ_matcher_add (matcher, "audience", 1, "Élèves");
  circ_matcher_add (matcher, "audience", 2, "الأسر");
  circ_matcher_add (matcher, "audience", 3, word);
  circ_matcher_add (matcher, "method", 4, "Radio");
  g_assert_cmpint (circ_matcher_match (matcher, "E\xcc\x81le\xcc\x80ves", NULL, NULL), ==, 1);
  g_assert_cmpint (circ_matcher_match (matcher, "الأسر", NULL, NULL), ==, 2);
  g_assert_cmpint (circ_matcher_match (matcher, long_words, NULL, NULL), ==, 3);
  g_assert_cmpint (circ_matcher_match (matcher, "äö and co radio", NULL, NULL), ==, 4);
  g_assert_cmpint (circ_matcher_match (matcher, "\xff\xfe", NULL, NULL), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matcher/cases", test_cases);
  g_test_add_func ("/matcher/kinds", test_kinds);
  g_test_add_func ("/matcher/candidates", test_candidates);
  g_test_add_func ("/matcher/levels", test_levels);
  g_test_add_func ("/matcher/any-text", test_any_text);
  return g_test_run ();
}
