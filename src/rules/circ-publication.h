/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-rule-pack.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_REVIEW_CSPR, /* child safeguarding practice review */
  CIRC_REVIEW_SAR,  /* safeguarding adults review */
  CIRC_REVIEW_LLR,  /* local learning review */
  CIRC_N_REVIEW_TYPES,
} CircReviewType;

/* What has to happen round the publication of a review, in the order of DOMAIN 4.3. */
typedef enum {
  CIRC_MILESTONE_FAMILY_TOLD,
  CIRC_MILESTONE_PRACTITIONERS_INFORMED,
  CIRC_MILESTONE_COMMS_PARTNERS_INFORMED,
  CIRC_MILESTONE_ORGANISATIONS_INFORMED,
  CIRC_MILESTONE_STATUTORY_NOTICE,
  CIRC_MILESTONE_STATEMENT_APPROVED,
  CIRC_MILESTONE_MEMBERS_INFORMED,
  CIRC_MILESTONE_BRIEFINGS_AVAILABLE,
  CIRC_MILESTONE_PUBLISHED,
  CIRC_MILESTONE_PRESS_RELEASE,
  CIRC_MILESTONE_NATIONAL_REPOSITORY,
  CIRC_MILESTONE_LEARNING_EVENT,
  CIRC_MILESTONE_AVAILABILITY_END,
  CIRC_N_MILESTONES,
} CircMilestone;

/**
 * CircMilestoneDate:
 * @milestone: which
 * @due_on: its deadline
 * @plan_by: the working day to aim for, never after @due_on
 * @seven_days_before: statutory notice only: the date by calendar days, kept to be shown beside the other
 * @notice_before: statutory notice only: the date by the rule pack's own unit; the earlier of the two is due
 * @optional: the type of review leaves it open
 */
typedef struct {
  CircMilestone milestone;
  CircDay due_on;
  CircDay plan_by;
  CircDay seven_days_before;
  CircDay notice_before;
  gboolean optional;
} CircMilestoneDate;

/**
 * CircNotice:
 * @given: how many units lie between the notice and the publication
 * @needed: how many there must be
 * @unit: of both
 * @met: whether the notice is long enough, by the calendar days of the statutory notice too
 *
 * A notice that was given, held against a day of publication.
 */
typedef struct {
  int given;
  int needed;
  CircUnit unit;
  gboolean met;
} CircNotice;

gboolean circ_review_type_from_token (const char *token,
                                      CircReviewType *type);
const char *circ_milestone_get_token (CircMilestone milestone);
const char *circ_milestone_get_title (CircMilestone milestone);
gboolean circ_milestone_is_statutory (CircMilestone milestone,
                                      CircReviewType type);

GArray *circ_publication_timeline (CircWorkingDays *working_days,
                                   const CircRulePack *pack,
                                   CircReviewType type,
                                   CircDay planned_on);
CircDay circ_publication_earliest (CircWorkingDays *working_days,
                                   const CircRulePack *pack,
                                   CircReviewType type,
                                   CircDay today,
                                   guint done);
CircNotice circ_publication_check_notice (CircWorkingDays *working_days,
                                          const CircRulePack *pack,
                                          CircMilestone milestone,
                                          CircDay given_on,
                                          CircDay planned_on);

G_END_DECLS
