/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-return-state.h"

#include "circ-cascade-return.h"

#define TODAY "2026-11-21"

typedef struct {
  const char *due_on;
  const char *returned_on;
  const char *reason;
  CircReturnState state;
} Case;

/* DOMAIN 3.7 and 4.5, a case on each side of every edge. */
static const Case cases[] = {
  { "2026-11-22", NULL, NULL, CIRC_RETURN_STATE_AWAITED },
  { TODAY, NULL, NULL, CIRC_RETURN_STATE_AWAITED },
  { "2026-11-20", NULL, NULL, CIRC_RETURN_STATE_OVERDUE },
  { NULL, NULL, NULL, CIRC_RETURN_STATE_AWAITED },
  { "2026-11-20", "2026-11-21", NULL, CIRC_RETURN_STATE_RETURNED },
  { "2026-11-22", "2026-11-21", NULL, CIRC_RETURN_STATE_RETURNED },
  { "2026-11-20", NULL, "Has no staff here", CIRC_RETURN_STATE_NOT_APPLICABLE },
  { "2026-11-20", "2026-11-21", "Has no staff here", CIRC_RETURN_STATE_NOT_APPLICABLE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_CASCADE_RETURN);

      g_test_message ("case %u", i);
      circ_record_set_text (record, CIRC_CASCADE_RETURN_DUE_ON, cases[i].due_on);
      g_assert_false (circ_return_is_touched (record));
      circ_record_set_text (record, CIRC_CASCADE_RETURN_RETURNED_ON, cases[i].returned_on);
      circ_record_set_text (record, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, cases[i].reason);
      g_assert_cmpint (circ_return_state_of (record, TODAY), ==, cases[i].state);
      g_assert_cmpint (circ_return_is_touched (record), ==, cases[i].returned_on != NULL || cases[i].reason != NULL);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/return-state/cases", test_cases);
  return g_test_run ();
}
