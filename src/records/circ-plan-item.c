/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-item.h"

#include "circ-choices.h"
#include "circ-entry.h"
#include "circ-timing-row.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircPlanItem, circ_plan_item, CIRC_KIND_PLAN_ITEM)

static const CircChoice category_choices[] = {
  { "essential_information", N_ ("Essential information") },
  { "meeting_papers", N_ ("Meeting papers") },
  { "subgroup_information", N_ ("Sub-group information") },
  { "online_safety", N_ ("Online safety") },
  { "policy_procedure", N_ ("Policy and procedure") },
  { "training_programme", N_ ("Training programme") },
  { "training_materials", N_ ("Training materials") },
  { "participation_good_practice", N_ ("Participation and good practice") },
  { "audit", N_ ("Audit") },
  { "learning_from_reviews", N_ ("Learning from reviews") },
  { "theme_event", N_ ("Theme event") },
  { "campaign", N_ ("Campaign") },
  { "government_publication", N_ ("Government publication") },
  { "regional_project", N_ ("Regional project") },
  { "partner_message", N_ ("Partner message") },
  { "newsletter_bulletin", N_ ("Newsletter or bulletin") },
  { "annual_report", N_ ("Annual report") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const CircChoice mode_choices[] = {
  { "proactive", N_ ("Proactive: planned") },
  { "reactive", N_ ("Reactive: in response to an event") },
  { NULL, NULL },
};

static const CircChoice direction_choices[] = {
  { "outgoing", N_ ("Outgoing: we tell them") },
  { "incoming", N_ ("Incoming: they tell us") },
  { NULL, NULL },
};

static const CircChoice approval_needed_choices[] = {
  { "none", N_ ("None") },
  { "business_manager", N_ ("Business manager") },
  { "chair", N_ ("Chair") },
  { "executive", N_ ("Executive") },
  { NULL, NULL },
};

static const CircChoice approval_state_choices[] = {
  { "requested", N_ ("Requested") },
  { "approved", N_ ("Approved") },
  { "rejected", N_ ("Rejected") },
  { NULL, NULL },
};

static const CircChoice evidence_policy_choices[] = {
  { "required", N_ ("Required") },
  { "recommended", N_ ("Recommended") },
  { "none", N_ ("Not needed") },
  { NULL, NULL },
};

static const CircChoice quality_choices[] = {
  { "relevant", N_ ("Relevant and necessary") },
  { "right_audience", N_ ("Right audience") },
  { "clear", N_ ("Clear and easily understood") },
  { "timely", N_ ("Timely and up to date") },
  { "accurate", N_ ("Accurate") },
  { "accessible", N_ ("Accessible") },
  { "branded", N_ ("Branded and recognisable") },
  { "best_value", N_ ("Best value") },
  { "open_honest", N_ ("Open and honest") },
  { "data_protection", N_ ("Data protection checked") },
  { NULL, NULL },
};

static const CircChoice purpose_choices[] = {
  { "for_information", N_ ("For information") },
  { "for_action", N_ ("For action") },
  { "for_further_dissemination", N_ ("For further dissemination") },
  { NULL, NULL },
};

static const CircChoice part_choices[] = {
  { "lead", N_ ("Lead") },
  { "support", N_ ("Support") },
  { NULL, NULL },
};

const CircField circ_plan_item_to_whom_row[] = {
  { .name = "text", .title = N_ ("Words"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = CIRC_LIMIT_MEDIUM },
  { .name = "link", .title = N_ ("Means"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "audience", "circulation-list", "group", "agency", "contact", NULL } },
  { .name = "purpose", .title = N_ ("Purpose"), .kind = CIRC_FIELD_CHOICE,
    .choices = purpose_choices },
  { .name = NULL },
};

const CircField circ_plan_item_how_row[] = {
  { .name = "text", .title = N_ ("Words"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = CIRC_LIMIT_MEDIUM },
  /* The strategies mix recipients into this cell, so the words may also mean one. */
  { .name = "link", .title = N_ ("Means"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "method", "audience", "circulation-list", "group", "agency", NULL } },
  { .name = NULL },
};

const CircField circ_plan_item_by_whom_row[] = {
  { .name = "text", .title = N_ ("Words"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = CIRC_LIMIT_MEDIUM },
  { .name = "link", .title = N_ ("Means"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", "group", "agency", NULL } },
  { .name = "part", .title = N_ ("Part"), .kind = CIRC_FIELD_CHOICE, .choices = part_choices },
  { .name = NULL },
};

/* Returns: (transfer full) (nullable): the entry of "by whom" that leads; one alone leads without saying so. */
CircEntry *
circ_plan_item_dup_lead (CircRecord *item)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autoptr (GPtrArray) entries = circ_entries_from_value (field, circ_record_get (item, CIRC_PLAN_ITEM_BY_WHOM));

  for (guint i = 0; i < entries->len; i++)
    {
      const CircEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (entry->part, "lead") == 0 || entries->len == 1)
        return circ_entry_copy (entry);
    }
  return NULL;
}

static guint
count_leads (CircRecord *record)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autoptr (GPtrArray) entries = circ_entries_from_value (field, circ_record_get (record, CIRC_PLAN_ITEM_BY_WHOM));
  guint leads = 0;

  for (guint i = 0; i < entries->len; i++)
    leads += g_strcmp0 (((const CircEntry *) g_ptr_array_index (entries, i))->part, "lead") == 0;
  /* One alone leads without saying so. */
  return leads == 0 && entries->len == 1 ? 1 : leads;
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *from = circ_record_get_text (record, CIRC_PLAN_ITEM_ACTIVE_FROM);
  const char *to = circ_record_get_text (record, CIRC_PLAN_ITEM_ACTIVE_TO);
  const char *direction = circ_record_get_text (record, CIRC_PLAN_ITEM_DIRECTION);
  const char *approval = circ_record_get_text (record, CIRC_PLAN_ITEM_APPROVAL_STATE);

  if (circ_record_get (record, CIRC_PLAN_ITEM_BY_WHOM) != NULL && count_leads (record) != 1)
    circ_problem_add (problems, CIRC_PLAN_ITEM_BY_WHOM, _ ("Choose exactly one who leads, so that nobody waits for somebody else."));
  if (from != NULL && to != NULL && g_strcmp0 (to, from) < 0)
    circ_problem_add (problems, CIRC_PLAN_ITEM_ACTIVE_TO, _ ("It ends before it begins."));
  if (g_strcmp0 (direction, "incoming") == 0 && circ_record_get (record, CIRC_PLAN_ITEM_INCOMING_FROM) == NULL)
    circ_problem_add (problems, CIRC_PLAN_ITEM_INCOMING_FROM, _ ("Say who the message came from."));
  if ((g_strcmp0 (approval, "approved") == 0 || g_strcmp0 (approval, "rejected") == 0) &&
      (circ_record_get (record, CIRC_PLAN_ITEM_APPROVAL_BY) == NULL || circ_record_get (record, CIRC_PLAN_ITEM_APPROVAL_ON) == NULL))
    circ_problem_add (problems, CIRC_PLAN_ITEM_APPROVAL_BY, _ ("A decision needs who decided and on which day."));
}

static const CircField fields[] = {
  [CIRC_PLAN_ITEM_REF] = {
    .name = "ref", .title = N_ ("Reference"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE | CIRC_FIELD_READ_ONLY, .limit = 30,
  },
  [CIRC_PLAN_ITEM_WHAT] = {
    .name = "what", .title = N_ ("What needs to be communicated"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = 500,
  },
  [CIRC_PLAN_ITEM_WHAT_NOTES] = {
    .name = "what-notes", .title = N_ ("Details and examples"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_PLAN_ITEM_TO_WHOM] = {
    .name = "to-whom", .title = N_ ("To whom"), .kind = CIRC_FIELD_ROWS,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = 500,
    .rows = circ_plan_item_to_whom_row,
    .help = N_ ("Keep the words of the strategy; link them to an audience, list, group or agency when you can."),
  },
  [CIRC_PLAN_ITEM_HOW] = {
    .name = "how", .title = N_ ("How"), .kind = CIRC_FIELD_ROWS,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = 500,
    .rows = circ_plan_item_how_row,
  },
  [CIRC_PLAN_ITEM_BY_WHOM] = {
    .name = "by-whom", .title = N_ ("By whom"), .kind = CIRC_FIELD_ROWS,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = 500,
    .rows = circ_plan_item_by_whom_row,
  },
  [CIRC_PLAN_ITEM_WHEN_TEXT] = {
    .name = "when-text", .title = N_ ("When"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
    .help = N_ ("In the words of the strategy."),
  },
  [CIRC_PLAN_ITEM_WHEN] = {
    .name = "when", .title = N_ ("Dates"), .kind = CIRC_FIELD_ROWS, .limit = 100, .rows = circ_timing_row,
    .help = N_ ("The rules that its dates come from."),
  },
  [CIRC_PLAN_ITEM_CATEGORY] = {
    .name = "category", .title = N_ ("Category"), .kind = CIRC_FIELD_CHOICE,
    .choices = category_choices,
  },
  [CIRC_PLAN_ITEM_MODE] = {
    .name = "mode", .title = N_ ("Mode"), .kind = CIRC_FIELD_CHOICE, .choices = mode_choices,
  },
  [CIRC_PLAN_ITEM_DIRECTION] = {
    .name = "direction", .title = N_ ("Direction"), .kind = CIRC_FIELD_CHOICE,
    .choices = direction_choices,
  },
  [CIRC_PLAN_ITEM_INCOMING_FROM] = {
    .name = "incoming-from", .title = N_ ("Received from"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("For a message that comes to us: who sent it."),
  },
  [CIRC_PLAN_ITEM_INCOMING_RESPONSE] = {
    .name = "incoming-response", .title = N_ ("What we did with it"),
    .kind = CIRC_FIELD_LONG_TEXT, .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_PLAN_ITEM_CAMPAIGN] = {
    .name = "campaign", .title = N_ ("Campaign"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "campaign", NULL },
  },
  [CIRC_PLAN_ITEM_PRIORITIES] = {
    .name = "priorities", .title = N_ ("Priorities and objectives"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "priority", NULL },
  },
  [CIRC_PLAN_ITEM_KEY_MESSAGES] = {
    .name = "key-messages", .title = N_ ("Key messages"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "key-message", NULL },
  },
  [CIRC_PLAN_ITEM_FORMATS_NEEDED] = {
    .name = "formats-needed", .title = N_ ("Formats needed"), .kind = CIRC_FIELD_SET,
    .choices = circ_format_choices,
  },
  [CIRC_PLAN_ITEM_APPROVAL_NEEDED] = {
    .name = "approval-needed", .title = N_ ("Approval by"), .kind = CIRC_FIELD_CHOICE,
    .choices = approval_needed_choices,
  },
  [CIRC_PLAN_ITEM_APPROVAL_STATE] = {
    .name = "approval-state", .title = N_ ("Approval"), .kind = CIRC_FIELD_CHOICE,
    .choices = approval_state_choices,
  },
  [CIRC_PLAN_ITEM_APPROVAL_REQUESTED_ON] = {
    .name = "approval-requested-on", .title = N_ ("Approval requested on"),
    .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PLAN_ITEM_APPROVAL_BY] = {
    .name = "approval-by", .title = N_ ("Decided by"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_PLAN_ITEM_APPROVAL_ON] = {
    .name = "approval-on", .title = N_ ("Decided on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PLAN_ITEM_APPROVAL_NOTE] = {
    .name = "approval-note", .title = N_ ("Note on approval"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_PLAN_ITEM_QUALITY_CHECKS] = {
    .name = "quality-checks", .title = N_ ("Checked before issue"), .kind = CIRC_FIELD_SET,
    .choices = quality_choices,
  },
  [CIRC_PLAN_ITEM_QUALITY_CHECKED_BY] = {
    .name = "quality-checked-by", .title = N_ ("Checked by"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_PLAN_ITEM_QUALITY_CHECKED_ON] = {
    .name = "quality-checked-on", .title = N_ ("Checked on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PLAN_ITEM_EVIDENCE_POLICY] = {
    .name = "evidence-policy", .title = N_ ("Evidence"), .kind = CIRC_FIELD_CHOICE,
    .choices = evidence_policy_choices,
  },
  [CIRC_PLAN_ITEM_CASCADE_EXPECTED] = {
    .name = "cascade-expected", .title = N_ ("Cascade expected"), .kind = CIRC_FIELD_BOOLEAN,
    .help = N_ ("Agencies pass it on inside and report that they did."),
  },
  [CIRC_PLAN_ITEM_MARKING] = {
    .name = "marking", .title = N_ ("Marking"), .kind = CIRC_FIELD_CHOICE,
    .choices = circ_marking_choices,
  },
  [CIRC_PLAN_ITEM_ACTIVE_FROM] = {
    .name = "active-from", .title = N_ ("In the plan from"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PLAN_ITEM_ACTIVE_TO] = {
    .name = "active-to", .title = N_ ("In the plan until"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PLAN_ITEM_ROLLED_FROM] = {
    .name = "rolled-from", .title = N_ ("Carried over from"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_READ_ONLY, .targets = (const char *const[]) { "plan-item", NULL },
  },
  [CIRC_PLAN_ITEM_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_PLAN_ITEM_N_FIELDS);

const CircKind circ_plan_item_kind = {
  .id = CIRC_KIND_PLAN_ITEM,
  .name = "plan-item",
  .table = "plan_item",
  .title = N_ ("Plan item"),
  .title_plural = N_ ("Plan items"),
  .ref_prefix = "CP",
  .ref_field = CIRC_PLAN_ITEM_REF,
  .title_field = CIRC_PLAN_ITEM_WHAT,
  .owner_field = -1,
  .archived_field = CIRC_PLAN_ITEM_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_PLAN_ITEM_N_FIELDS,
  .get_type = circ_plan_item_get_type,
  .check = check,
};
