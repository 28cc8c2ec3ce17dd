/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-publication.h"

#include <glib/gi18n-lib.h>

#include "circ-clocks.h"

#define CALENDAR CIRC_CALENDAR_ENGLAND_AND_WALES

#define NO_RULE CIRC_N_RULES

/* Whether a type of review has a milestone: '+' it has, 'o' it may have, '-' it has not. In the order of the types. */
typedef struct {
  const char *token;
  const char *title;
  char has[CIRC_N_REVIEW_TYPES + 1];
  char statutory[CIRC_N_REVIEW_TYPES + 1];
  CircRule rule; /* where the offset is in the rule pack; otherwise it is @n and @unit */
  int n;         /* the sign says before or after */
  CircUnit unit;
  gboolean minimum; /* a notice of at least so long: it sets the earliest day of publication */
} Row;

static const Row rows[] = {
  [CIRC_MILESTONE_FAMILY_TOLD] = {
    "family_told_and_offered_sight", N_ ("Family told and offered sight of the report"),
    "+++", "---", CIRC_RULE_PRACTITIONERS_INFORMED, -1, CIRC_UNIT_CALENDAR_DAY, FALSE
  },
  [CIRC_MILESTONE_PRACTITIONERS_INFORMED] = {
    "practitioners_informed", N_ ("Practitioners and their managers informed"),
    "+++", "---", CIRC_RULE_PRACTITIONERS_INFORMED, -1, CIRC_UNIT_CALENDAR_DAY, TRUE
  },
  [CIRC_MILESTONE_COMMS_PARTNERS_INFORMED] = {
    "comms_partners_informed", N_ ("Communications partners informed"),
    "+++", "---", CIRC_RULE_COMMS_PARTNERS_INFORMED, -1, CIRC_UNIT_CALENDAR_DAY, TRUE
  },
  [CIRC_MILESTONE_ORGANISATIONS_INFORMED] = {
    "comms_and_organisations_informed", N_ ("Related organisations informed"),
    "-+-", "---", CIRC_RULE_RELATED_ORGANISATIONS_INFORMED, -1, CIRC_UNIT_CALENDAR_DAY, TRUE
  },
  [CIRC_MILESTONE_STATUTORY_NOTICE] = {
    "statutory_notice", N_ ("Statutory notice of publication"),
    "+--", "+--", CIRC_RULE_PREPUB_NOTICE_CSPR, -1, CIRC_UNIT_WORKING_DAY, TRUE
  },
  [CIRC_MILESTONE_STATEMENT_APPROVED] = {
    "statement_and_qa_approved", N_ ("Statement, questions and answers approved"),
    "+++", "---", NO_RULE, -3, CIRC_UNIT_WORKING_DAY, FALSE
  },
  [CIRC_MILESTONE_MEMBERS_INFORMED] = {
    "elected_members_and_mp_informed", N_ ("Elected members and MP informed"),
    "++o", "---", NO_RULE, -1, CIRC_UNIT_WORKING_DAY, FALSE
  },
  [CIRC_MILESTONE_BRIEFINGS_AVAILABLE] = {
    "briefings_available", N_ ("Written briefings available"),
    "+++", "---", NO_RULE, 0, CIRC_UNIT_CALENDAR_DAY, FALSE
  },
  [CIRC_MILESTONE_PUBLISHED] = {
    "published_on_website", N_ ("Published on the website"),
    "++o", "+--", NO_RULE, 0, CIRC_UNIT_CALENDAR_DAY, FALSE
  },
  [CIRC_MILESTONE_PRESS_RELEASE] = {
    "press_release", N_ ("Press release"),
    "++o", "---", NO_RULE, 0, CIRC_UNIT_CALENDAR_DAY, FALSE
  },
  [CIRC_MILESTONE_NATIONAL_REPOSITORY] = {
    "national_repository", N_ ("Sent to the national repository"),
    "+oo", "---", NO_RULE, 10, CIRC_UNIT_WORKING_DAY, FALSE
  },
  [CIRC_MILESTONE_LEARNING_EVENT] = {
    "learning_event", N_ ("Learning event held"),
    "+++", "---", CIRC_RULE_LEARNING_EVENT, 1, CIRC_UNIT_WEEK, FALSE
  },
  [CIRC_MILESTONE_AVAILABILITY_END] = {
    "availability_end", N_ ("Report need no longer be available"),
    "+--", "+--", CIRC_RULE_REPORT_AVAILABLE_FOR, 1, CIRC_UNIT_MONTH, FALSE
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (rows) == CIRC_N_MILESTONES);

/* DOMAIN 4.3 and 9 no. 1: a statutory notice is never shorter than this, whatever the rule pack counts in. */
#define STATUTORY_CALENDAR_DAYS 7

gboolean
circ_review_type_from_token (const char *token,
                             CircReviewType *type)
{
  static const char *const tokens[] = { "cspr", "sar", "llr" };

  for (guint i = 0; token != NULL && i < G_N_ELEMENTS (tokens); i++)
    if (g_ascii_strcasecmp (token, tokens[i]) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

const char *
circ_milestone_get_token (CircMilestone milestone)
{
  g_return_val_if_fail (milestone < CIRC_N_MILESTONES, NULL);
  return rows[milestone].token;
}

const char *
circ_milestone_get_title (CircMilestone milestone)
{
  g_return_val_if_fail (milestone < CIRC_N_MILESTONES, NULL);
  return _ (rows[milestone].title);
}

gboolean
circ_milestone_is_statutory (CircMilestone milestone,
                             CircReviewType type)
{
  g_return_val_if_fail (milestone < CIRC_N_MILESTONES && type < CIRC_N_REVIEW_TYPES, FALSE);
  return rows[milestone].statutory[type] == '+';
}

static void
get_offset (const CircRulePack *pack,
            CircMilestone milestone,
            int *n,
            CircUnit *unit)
{
  const Row *row = &rows[milestone];

  *n = row->n;
  *unit = row->unit;
  if (row->rule != NO_RULE)
    {
      *n = row->n * circ_rule_pack_get_number (pack, row->rule);
      *unit = circ_rule_pack_get_unit (pack, row->rule);
    }
}

static CircMilestoneDate
date_of (CircWorkingDays *working_days,
         const CircRulePack *pack,
         CircMilestone milestone,
         CircDay planned_on)
{
  CircMilestoneDate date = { .milestone = milestone };
  CircUnit unit;
  int n;

  get_offset (pack, milestone, &n, &unit);
  date.due_on = circ_clock_add (working_days, CALENDAR, planned_on, n, unit);
  if (milestone == CIRC_MILESTONE_STATUTORY_NOTICE)
    {
      date.seven_days_before = planned_on - STATUTORY_CALENDAR_DAYS;
      date.notice_before = date.due_on;
      date.due_on = MIN (date.notice_before, date.seven_days_before);
    }
  date.plan_by = circ_working_days_previous (working_days, CALENDAR, CIRC_CLOSURES_COUNT, date.due_on);
  return date;
}

/**
 * circ_publication_timeline:
 * @working_days: the calendars
 * @pack: the settings
 * @type: of the review
 * @planned_on: the day on which it is to be published
 *
 * Returns: (transfer full) (element-type CircMilestoneDate): what has to happen, in the order of the milestones
 */
GArray *
circ_publication_timeline (CircWorkingDays *working_days,
                           const CircRulePack *pack,
                           CircReviewType type,
                           CircDay planned_on)
{
  GArray *timeline = g_array_new (FALSE, FALSE, sizeof (CircMilestoneDate));

  g_return_val_if_fail (type < CIRC_N_REVIEW_TYPES, timeline);
  g_return_val_if_fail (planned_on > CIRC_DAY_NONE, timeline);

  for (guint i = 0; i < CIRC_N_MILESTONES; i++)
    if (rows[i].has[type] != '-')
      {
        CircMilestoneDate date = date_of (working_days, pack, i, planned_on);

        date.optional = rows[i].has[type] == 'o';
        g_array_append_val (timeline, date);
      }
  return timeline;
}

/**
 * circ_publication_earliest:
 * @working_days: the calendars
 * @pack: the settings
 * @type: of the review
 * @today: when the notices that are still to be given could go out
 * @done: a bit (1 << milestone) for each that is given
 *
 * Returns: the first working day that leaves each missing notice its time
 */
CircDay
circ_publication_earliest (CircWorkingDays *working_days,
                           const CircRulePack *pack,
                           CircReviewType type,
                           CircDay today,
                           guint done)
{
  CircDay earliest = today;

  g_return_val_if_fail (type < CIRC_N_REVIEW_TYPES, CIRC_DAY_NONE);

  for (guint i = 0; i < CIRC_N_MILESTONES; i++)
    {
      CircUnit unit;
      int n;

      if (!rows[i].minimum || rows[i].has[type] == '-' || (done & 1u << i) != 0)
        continue;
      get_offset (pack, i, &n, &unit);
      earliest = MAX (earliest, circ_clock_add (working_days, CALENDAR, today, -n, unit));
      if (i == CIRC_MILESTONE_STATUTORY_NOTICE)
        earliest = MAX (earliest, today + STATUTORY_CALENDAR_DAYS);
    }
  return circ_working_days_next (working_days, CALENDAR, CIRC_CLOSURES_IGNORED, earliest);
}

/**
 * circ_publication_check_notice:
 * @working_days: the calendars
 * @pack: the settings
 * @milestone: one that is a notice
 * @given_on: when it was given
 * @planned_on: the day of publication, which may have moved since
 *
 * A notice that was long enough for one day of publication need not be so for an earlier one (DOMAIN 4.3).
 */
CircNotice
circ_publication_check_notice (CircWorkingDays *working_days,
                               const CircRulePack *pack,
                               CircMilestone milestone,
                               CircDay given_on,
                               CircDay planned_on)
{
  CircNotice notice = { 0 };
  int n;

  g_return_val_if_fail (milestone < CIRC_N_MILESTONES, notice);

  get_offset (pack, milestone, &n, &notice.unit);
  notice.needed = -n;
  notice.given = planned_on - given_on;
  if (notice.unit == CIRC_UNIT_WORKING_DAY)
    notice.given = circ_working_days_between (working_days, CALENDAR, CIRC_CLOSURES_IGNORED, given_on, planned_on);
  else if (notice.unit == CIRC_UNIT_WEEK)
    notice.given /= 7;
  notice.met = given_on <= date_of (working_days, pack, milestone, planned_on).due_on;
  return notice;
}
