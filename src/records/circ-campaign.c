/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-campaign.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircCampaign, circ_campaign, CIRC_KIND_CAMPAIGN)

static const CircChoice state_choices[] = {
  { "idea", N_ ("Idea") },
  { "planned", N_ ("Planned") },
  { "approved", N_ ("Approved") },
  { "live", N_ ("Live") },
  { "evaluating", N_ ("Being evaluated") },
  { "closed", N_ ("Closed") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

static const CircChoice mode_choices[] = {
  { "proactive", N_ ("Proactive: planned") },
  { "reactive", N_ ("Reactive: in response to an event") },
  { NULL, NULL },
};

static const CircChoice feedback_choices[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { NULL, NULL },
};

static const CircChoice approval_choices[] = {
  { "requested", N_ ("Requested") },
  { "approved", N_ ("Approved") },
  { "rejected", N_ ("Rejected") },
  { NULL, NULL },
};

static gboolean
is_decided (const char *approval)
{
  return g_strcmp0 (approval, "approved") == 0 || g_strcmp0 (approval, "rejected") == 0;
}

/* What has begun needs the approval of the Executive (DUD, section 13). */
static gboolean
has_begun (const char *state)
{
  return g_strcmp0 (state, "approved") == 0 || g_strcmp0 (state, "live") == 0 || g_strcmp0 (state, "evaluating") == 0 ||
         g_strcmp0 (state, "closed") == 0;
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *from = circ_record_get_text (record, CIRC_CAMPAIGN_STARTS_ON);
  const char *to = circ_record_get_text (record, CIRC_CAMPAIGN_ENDS_ON);
  const char *approval = circ_record_get_text (record, CIRC_CAMPAIGN_APPROVAL_STATE);
  const char *state = circ_record_get_text (record, CIRC_CAMPAIGN_STATE);

  if (from != NULL && to != NULL && g_strcmp0 (to, from) < 0)
    circ_problem_add (problems, CIRC_CAMPAIGN_ENDS_ON, _ ("It ends before it begins."));
  if (circ_record_get (record, CIRC_CAMPAIGN_FEEDBACK_BUILT_IN) != NULL &&
      circ_record_get (record, CIRC_CAMPAIGN_FEEDBACK_NOTE) == NULL)
    circ_problem_add (problems, CIRC_CAMPAIGN_FEEDBACK_NOTE, _ ("Say how people are asked, or why they are not."));
  if (is_decided (approval) && (circ_record_get (record, CIRC_CAMPAIGN_APPROVAL_BY) == NULL ||
                                circ_record_get (record, CIRC_CAMPAIGN_APPROVAL_ON) == NULL))
    circ_problem_add (problems, CIRC_CAMPAIGN_APPROVAL_BY, _ ("A decision needs who decided and on which day."));
  if (has_begun (state) && g_strcmp0 (approval, "approved") != 0)
    circ_problem_add (problems, CIRC_CAMPAIGN_APPROVAL_STATE, _ ("A campaign is approved before it begins."));
}

static const CircField fields[] = {
  [CIRC_CAMPAIGN_REF] = {
    .name = "ref", .title = N_ ("Reference"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE | CIRC_FIELD_READ_ONLY, .limit = 30,
  },
  [CIRC_CAMPAIGN_TITLE] = {
    .name = "title", .title = N_ ("Title"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CAMPAIGN_STATE] = {
    .name = "state", .title = N_ ("State"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = state_choices,
  },
  [CIRC_CAMPAIGN_MODE] = {
    .name = "mode", .title = N_ ("Mode"), .kind = CIRC_FIELD_CHOICE,
    .choices = mode_choices,
  },
  [CIRC_CAMPAIGN_OBJECTIVE] = {
    .name = "objective", .title = N_ ("Objective"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("What is to be different afterwards, and by when."),
  },
  [CIRC_CAMPAIGN_STARTS_ON] = {
    .name = "starts-on", .title = N_ ("First day"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_CAMPAIGN_ENDS_ON] = {
    .name = "ends-on", .title = N_ ("Last day"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_CAMPAIGN_LEAD] = {
    .name = "lead", .title = N_ ("Lead"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_CAMPAIGN_PRIORITIES] = {
    .name = "priorities", .title = N_ ("Priorities and objectives"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "priority", NULL },
  },
  [CIRC_CAMPAIGN_AUDIENCES] = {
    .name = "audiences", .title = N_ ("Audiences"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "audience", NULL },
  },
  [CIRC_CAMPAIGN_VULNERABLE_GROUP] = {
    .name = "vulnerable-group", .title = N_ ("Group at particular risk"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CAMPAIGN_THEME_DAYS] = {
    .name = "theme-days", .title = N_ ("Theme days"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "theme-day", NULL },
  },
  [CIRC_CAMPAIGN_WHO_NEEDS_TO_KNOW] = {
    .name = "who-needs-to-know", .title = N_ ("Who needs to know?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_WHO_COULD_HELP] = {
    .name = "who-could-help", .title = N_ ("Who could help?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_WHAT_THEY_NEED_TO_KNOW] = {
    .name = "what-they-need-to-know", .title = N_ ("What do they need to know?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_WHAT_THEY_CAN_TELL_US] = {
    .name = "what-they-can-tell-us", .title = N_ ("What can they tell us?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_WHEN_THEY_NEED_TO_KNOW] = {
    .name = "when-they-need-to-know", .title = N_ ("When do they need to know?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_WHEN_WE_NEED_VIEWS] = {
    .name = "when-we-need-views", .title = N_ ("When do we need their views?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_BEST_WAY_TO_RECEIVE] = {
    .name = "best-way-to-receive", .title = N_ ("How do they best receive, understand and act on it?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_WHO_SHOULD_COMMUNICATE] = {
    .name = "who-should-communicate", .title = N_ ("Who should tell them?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_HOW_SUCCESS_IS_EVALUATED] = {
    .name = "how-success-is-evaluated", .title = N_ ("How will we know that it worked?"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_DIVERSITY_NOTE] = {
    .name = "diversity-note", .title = N_ ("Language and diversity"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_CAMPAIGN_FEEDBACK_BUILT_IN] = {
    .name = "feedback-built-in", .title = N_ ("Consultation and feedback built in"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = feedback_choices,
  },
  [CIRC_CAMPAIGN_FEEDBACK_NOTE] = {
    .name = "feedback-note", .title = N_ ("How, or why not"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_CAMPAIGN_MEASURES] = {
    .name = "measures", .title = N_ ("Measured by"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "measure", NULL },
  },
  [CIRC_CAMPAIGN_ESTIMATE] = {
    .name = "estimate", .title = N_ ("Estimate"), .kind = CIRC_FIELD_MONEY,
    .validate = circ_validate_not_negative,
  },
  [CIRC_CAMPAIGN_ESTIMATE_NOTE] = {
    .name = "estimate-note", .title = N_ ("What it is for"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_CAMPAIGN_APPROVAL_STATE] = {
    .name = "approval-state", .title = N_ ("Approval"), .kind = CIRC_FIELD_CHOICE,
    .choices = approval_choices,
  },
  [CIRC_CAMPAIGN_APPROVAL_BY] = {
    .name = "approval-by", .title = N_ ("Decided by"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("The Executive, after considering the budget."),
  },
  [CIRC_CAMPAIGN_APPROVAL_ON] = {
    .name = "approval-on", .title = N_ ("Decided on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_CAMPAIGN_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_CAMPAIGN_N_FIELDS);

const CircKind circ_campaign_kind = {
  .id = CIRC_KIND_CAMPAIGN,
  .name = "campaign",
  .table = "campaign",
  .title = N_ ("Campaign"),
  .title_plural = N_ ("Campaigns"),
  .ref_prefix = "CA",
  .ref_field = CIRC_CAMPAIGN_REF,
  .title_field = CIRC_CAMPAIGN_TITLE,
  .owner_field = -1,
  .archived_field = CIRC_CAMPAIGN_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_CAMPAIGN_N_FIELDS,
  .get_type = circ_campaign_get_type,
  .check = check,
};
