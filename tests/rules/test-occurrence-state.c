/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-state.h"

#include "circ-occurrence.h"

#define TODAY "2026-11-21"

typedef struct {
  CircOccurrenceFacts facts;
  CircOccurrenceState state;
} Case;

#define REQUIRED CIRC_EVIDENCE_POLICY_REQUIRED
#define RECOMMENDED CIRC_EVIDENCE_POLICY_RECOMMENDED
#define NONE CIRC_EVIDENCE_POLICY_NONE

/* DOMAIN 4.4, a case on each side of every edge. */
static const Case cases[] = {
  { { "2026-01-01", NULL, "2026-02-01", FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_CANCELLED },
  { { NULL, "2026-01-01", "2026-02-01", TRUE, 3, REQUIRED }, CIRC_OCCURRENCE_STATE_CANCELLED },
  { { "2026-01-01", NULL, NULL, TRUE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_NOT_REQUIRED },
  { { "2026-01-01", "2026-01-01", NULL, TRUE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_NOT_REQUIRED },
  { { "2026-01-10", "2026-01-10", NULL, FALSE, 1, REQUIRED }, CIRC_OCCURRENCE_STATE_DONE },
  { { "2026-01-10", "2026-01-11", NULL, FALSE, 1, REQUIRED }, CIRC_OCCURRENCE_STATE_DONE_LATE },
  { { NULL, "2026-01-11", NULL, FALSE, 1, REQUIRED }, CIRC_OCCURRENCE_STATE_DONE },
  { { "2026-01-10", "2026-01-09", NULL, FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING },
  { { "2026-01-10", "2026-01-11", NULL, FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING },
  { { "2026-01-10", "2026-01-11", NULL, FALSE, 0, RECOMMENDED }, CIRC_OCCURRENCE_STATE_DONE_LATE },
  { { "2026-01-10", "2026-01-10", NULL, FALSE, 0, NONE }, CIRC_OCCURRENCE_STATE_DONE },
  { { NULL, NULL, NULL, FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_DATE_NEEDED },
  { { "", "", "", FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_DATE_NEEDED },
  { { "2026-11-20", NULL, NULL, FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_OVERDUE },
  { { "2026-11-20", "", "", FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_OVERDUE },
  { { TODAY, NULL, NULL, FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_DUE },
  { { "2026-11-28", NULL, NULL, FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_DUE },
  { { "2026-11-29", NULL, NULL, FALSE, 0, REQUIRED }, CIRC_OCCURRENCE_STATE_SCHEDULED },
  { { "2027-01-01", NULL, NULL, FALSE, 2, REQUIRED }, CIRC_OCCURRENCE_STATE_SCHEDULED },
  { { "2027-01-01", NULL, NULL, FALSE, 0, REQUIRED, TODAY }, CIRC_OCCURRENCE_STATE_DUE },
  { { "2026-11-23", NULL, NULL, FALSE, 0, REQUIRED, "2026-11-22" }, CIRC_OCCURRENCE_STATE_SCHEDULED },
  { { "2026-11-20", NULL, NULL, FALSE, 0, REQUIRED, "2026-11-13" }, CIRC_OCCURRENCE_STATE_OVERDUE },
  { { NULL, NULL, NULL, FALSE, 0, REQUIRED, NULL, CIRC_WAITING_TRIGGER }, CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER },
  { { NULL, NULL, NULL, FALSE, 0, REQUIRED, NULL, CIRC_WAITING_DATE }, CIRC_OCCURRENCE_STATE_DATE_NEEDED },
  { { NULL, NULL, NULL, FALSE, 0, REQUIRED, NULL, CIRC_WAITING_TIMING }, CIRC_OCCURRENCE_STATE_NO_TIMING },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (circ_occurrence_state (&cases[i].facts, TODAY), ==, cases[i].state);
    }
}

static void
test_record (void)
{
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_OCCURRENCE);

  g_assert_cmpint (circ_occurrence_state_of (record, 0, REQUIRED, TODAY), ==, CIRC_OCCURRENCE_STATE_DATE_NEEDED);
  circ_record_set_text (record, CIRC_OCCURRENCE_DUE_ON, "2026-11-01");
  g_assert_cmpint (circ_occurrence_state_of (record, 0, REQUIRED, TODAY), ==, CIRC_OCCURRENCE_STATE_OVERDUE);
  circ_record_set_text (record, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-02");
  g_assert_cmpint (circ_occurrence_state_of (record, 0, REQUIRED, TODAY), ==, CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING);
  g_assert_cmpint (circ_occurrence_state_of (record, 1, REQUIRED, TODAY), ==, CIRC_OCCURRENCE_STATE_DONE_LATE);
  circ_record_set_text (record, CIRC_OCCURRENCE_NOT_REQUIRED_REASON, "The meeting did not take place.");
  g_assert_cmpint (circ_occurrence_state_of (record, 1, REQUIRED, TODAY), ==, CIRC_OCCURRENCE_STATE_NOT_REQUIRED);
  circ_record_set_text (record, CIRC_OCCURRENCE_CANCELLED_ON, "2026-11-03");
  g_assert_cmpint (circ_occurrence_state_of (record, 1, REQUIRED, TODAY), ==, CIRC_OCCURRENCE_STATE_CANCELLED);
}

/* Tokens are written to files: they never change, and no two are the same. */
static void
test_words (void)
{
  static const char *const tokens[] = {
    "cancelled", "not_required", "done", "done_late", "evidence_missing", "awaiting_trigger", "date_needed",
    "no_timing", "overdue", "due", "scheduled",
  };

  g_assert_cmpuint (G_N_ELEMENTS (tokens), ==, CIRC_N_OCCURRENCE_STATES);
  for (guint i = 0; i < CIRC_N_OCCURRENCE_STATES; i++)
    {
      g_assert_cmpstr (circ_occurrence_state_get_token (i), ==, tokens[i]);
      g_assert_cmpstr (circ_occurrence_state_get_title (i), !=, "");
      g_assert_true (g_str_has_suffix (circ_occurrence_state_get_icon (i), "-symbolic"));
    }
  g_assert_cmpint (circ_evidence_policy_from_token (NULL), ==, REQUIRED);
  g_assert_cmpint (circ_evidence_policy_from_token ("required"), ==, REQUIRED);
  g_assert_cmpint (circ_evidence_policy_from_token ("recommended"), ==, RECOMMENDED);
  g_assert_cmpint (circ_evidence_policy_from_token ("none"), ==, NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/occurrence-state/cases", test_cases);
  g_test_add_func ("/occurrence-state/record", test_record);
  g_test_add_func ("/occurrence-state/words", test_words);
  return g_test_run ();
}
