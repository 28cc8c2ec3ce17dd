/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-item-state.h"

#define TODAY "2026-11-21"

/* One occurrence of an item, seen from a year: what it makes of the item. */
typedef struct {
  int year; /* in which the reporting year begins; 0 for all time */
  CircOccurrenceFacts occurrence;
  CircItemState state;
} Case;

static const Case cases[] = {
  /* Done in the year, with its evidence and without. */
  { 2026, { NULL, "2026-04-01", NULL, FALSE, 1, 0 }, CIRC_ITEM_STATE_DONE },
  { 2026, { NULL, "2027-03-31", NULL, FALSE, 1, 0 }, CIRC_ITEM_STATE_DONE },
  { 2026, { NULL, "2026-05-01", NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_EVIDENCE_MISSING },
  { 2026, { NULL, "2026-03-31", NULL, FALSE, 1, 0 }, CIRC_ITEM_STATE_NOTHING },
  { 2025, { NULL, "2026-03-31", NULL, FALSE, 1, 0 }, CIRC_ITEM_STATE_DONE },
  { 0, { NULL, "1999-03-31", NULL, FALSE, 1, 0 }, CIRC_ITEM_STATE_DONE },
  /* Overdue from the day after, also over the end of a year, but not in a year to come. */
  { 2026, { "2026-11-20", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_OVERDUE },
  { 2026, { "2025-11-20", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_OVERDUE },
  { 2025, { "2025-11-20", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_OVERDUE },
  { 2025, { "2026-11-20", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_NOTHING },
  { 2027, { "2026-11-20", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_NOTHING },
  { 0, { "2025-11-20", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_OVERDUE },
  /* Due on the day itself and in the week after. */
  { 2026, { TODAY, NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_DUE },
  { 2026, { "2026-11-28", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_DUE },
  { 2026, { "2026-11-29", NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_NOTHING },
  { 2025, { TODAY, NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_NOTHING },
  /* What will not happen is neither. */
  { 2026, { "2026-01-01", NULL, "2026-02-01", FALSE, 0, 0 }, CIRC_ITEM_STATE_NOTHING },
  { 2026, { "2026-01-01", NULL, NULL, TRUE, 0, 0 }, CIRC_ITEM_STATE_NOTHING },
  { 2026, { NULL, NULL, NULL, FALSE, 0, 0 }, CIRC_ITEM_STATE_NOTHING },
};

static void
init_windows (CircItemWindows *windows,
              int start)
{
  CircReportYear year;

  if (start != 0)
    circ_report_year_init_start (&year, "financial", start);
  circ_item_windows_init (windows, start != 0 ? &year : NULL, TODAY);
}

static void
test_occurrences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircItemWindows windows;
      CircItemFacts facts = { FALSE };

      g_test_message ("case %u", i);
      init_windows (&windows, cases[i].year);
      circ_item_facts_add_occurrence (&facts, &windows, &cases[i].occurrence);
      g_assert_cmpint (circ_item_state (&facts, &windows), ==, cases[i].state);
    }
}

/* When several hold, the most pressing is the state. */
static void
test_order (void)
{
  CircItemWindows windows;
  CircItemFacts facts = { .n_overdue = 1, .n_due = 1, .n_done = 2, .n_done_bare = 1, .active_to = "2026-06-30" };

  init_windows (&windows, 2026);
  facts.archived = TRUE;
  g_assert_cmpint (circ_item_state (&facts, &windows), ==, CIRC_ITEM_STATE_ARCHIVED);
  facts.archived = FALSE;
  g_assert_cmpint (circ_item_state (&facts, &windows), ==, CIRC_ITEM_STATE_OVERDUE);
  facts.n_overdue = 0;
  g_assert_cmpint (circ_item_state (&facts, &windows), ==, CIRC_ITEM_STATE_DUE);
  facts.n_due = 0;
  g_assert_cmpint (circ_item_state (&facts, &windows), ==, CIRC_ITEM_STATE_EVIDENCE_MISSING);
  facts.policy = CIRC_EVIDENCE_POLICY_RECOMMENDED;
  g_assert_cmpint (circ_item_state (&facts, &windows), ==, CIRC_ITEM_STATE_DONE);
  facts.n_done = facts.n_done_bare = 0;
  g_assert_cmpint (circ_item_state (&facts, &windows), ==, CIRC_ITEM_STATE_ENDED);
  facts.active_to = NULL;
  g_assert_cmpint (circ_item_state (&facts, &windows), ==, CIRC_ITEM_STATE_NOTHING);
}

/* An item that ran to a year's last day had not ended in that year. */
static void
test_ended (void)
{
  static const struct {
    int year;
    const char *active_to;
    CircItemState state;
  } ends[] = {
    { 2025, "2026-03-31", CIRC_ITEM_STATE_NOTHING }, { 2026, "2026-03-31", CIRC_ITEM_STATE_ENDED },
    { 2025, "2026-03-30", CIRC_ITEM_STATE_ENDED },   { 2026, "2026-11-20", CIRC_ITEM_STATE_ENDED },
    { 2026, TODAY, CIRC_ITEM_STATE_NOTHING },        { 2027, "2027-03-31", CIRC_ITEM_STATE_ENDED },
    { 2027, "2027-04-01", CIRC_ITEM_STATE_NOTHING }, { 0, "2026-11-20", CIRC_ITEM_STATE_ENDED },
    { 0, "", CIRC_ITEM_STATE_NOTHING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      CircItemWindows windows;
      CircItemFacts facts = { .active_to = ends[i].active_to };

      g_test_message ("case %u", i);
      init_windows (&windows, ends[i].year);
      g_assert_cmpint (circ_item_state (&facts, &windows), ==, ends[i].state);
    }
}

static void
test_words (void)
{
  for (guint i = 0; i < CIRC_N_ITEM_STATES; i++)
    {
      CircItemState back = CIRC_N_ITEM_STATES;

      g_assert_true (circ_item_state_from_token (circ_item_state_get_token (i), &back));
      g_assert_cmpint (back, ==, i);
      g_assert_cmpstr (circ_item_state_get_title (i), !=, "");
      g_assert_true (g_str_has_suffix (circ_item_state_get_icon (i), "-symbolic"));
      g_assert_true (circ_item_state_answers (i, i));
    }
  g_assert_true (circ_item_state_answers (CIRC_ITEM_STATE_EVIDENCE_MISSING, CIRC_ITEM_STATE_DONE));
  g_assert_false (circ_item_state_answers (CIRC_ITEM_STATE_DONE, CIRC_ITEM_STATE_EVIDENCE_MISSING));
  g_assert_false (circ_item_state_from_token ("finished", &(CircItemState) { 0 }));
  g_assert_false (circ_item_state_from_token (NULL, &(CircItemState) { 0 }));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-state/occurrences", test_occurrences);
  g_test_add_func ("/item-state/order", test_order);
  g_test_add_func ("/item-state/ended", test_ended);
  g_test_add_func ("/item-state/words", test_words);
  return g_test_run ();
}
