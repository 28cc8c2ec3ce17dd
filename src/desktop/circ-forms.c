/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-forms.h"

#include <glib/gi18n-lib.h>

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-campaign.h"
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-format-request.h"
#include "circ-group.h"
#include "circ-holiday.h"
#include "circ-key-message.h"
#include "circ-measure.h"
#include "circ-meeting.h"
#include "circ-method.h"
#include "circ-partner-site.h"
#include "circ-partnership.h"
#include "circ-priority.h"
#include "circ-theme-day.h"
#include "circ-trigger.h"

#define FIELDS(...) ((const int[]) { __VA_ARGS__, -1 })
#define LAST_SECTION { NULL, NULL, NULL, FALSE }

static const CircFormSection partnership_sections[] = {
  { N_ ("The partnership"), NULL,
    FIELDS (CIRC_PARTNERSHIP_NAME, CIRC_PARTNERSHIP_SHORT_NAME, CIRC_PARTNERSHIP_KIND, CIRC_PARTNERSHIP_AREAS,
            CIRC_PARTNERSHIP_JURISDICTION, CIRC_PARTNERSHIP_HOLIDAY_DIVISION),
    FALSE },
  { N_ ("How to reach it"), NULL,
    FIELDS (CIRC_PARTNERSHIP_ADDRESS, CIRC_PARTNERSHIP_TELEPHONE, CIRC_PARTNERSHIP_WEBSITE,
            CIRC_PARTNERSHIP_GENERIC_INBOX, CIRC_PARTNERSHIP_SECURE_INBOX),
    FALSE },
  { N_ ("Reporting"), NULL, FIELDS (CIRC_PARTNERSHIP_REPORT_YEAR), FALSE },
  { N_ ("Standing"), NULL,
    FIELDS (CIRC_PARTNERSHIP_HOST_AGENCY, CIRC_PARTNERSHIP_LEGAL_BASIS, CIRC_PARTNERSHIP_REVIEW_SUBGROUP_NAME),
    FALSE },
  LAST_SECTION,
};

static const CircFormSection brand_sections[] = {
  { N_ ("Logo"), NULL,
    FIELDS (CIRC_PARTNERSHIP_LOGO, CIRC_PARTNERSHIP_LOGO_DESCRIPTION, CIRC_PARTNERSHIP_LOGO_EVERY_PAGE), FALSE },
  { N_ ("Text"), NULL,
    FIELDS (CIRC_PARTNERSHIP_TYPEFACE, CIRC_PARTNERSHIP_BODY_SIZE_LETTER, CIRC_PARTNERSHIP_BODY_SIZE_PUBLIC), FALSE },
  { N_ ("Colour"), NULL, FIELDS (CIRC_PARTNERSHIP_ACCENT_COLOUR, CIRC_PARTNERSHIP_PRINT_BLACK), FALSE },
  { N_ ("Marking"), NULL, FIELDS (CIRC_PARTNERSHIP_DEFAULT_MARKING), FALSE },
  LAST_SECTION,
};

static const CircFormSection audience_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_AUDIENCE_NAME, CIRC_AUDIENCE_SIDE, CIRC_AUDIENCE_PARENT, CIRC_AUDIENCE_DESCRIPTION,
            CIRC_AUDIENCE_OTHER_NAMES, CIRC_AUDIENCE_MESSAGES),
    FALSE },
  { N_ ("How they read"), NULL, FIELDS (CIRC_AUDIENCE_READING_NEED, CIRC_AUDIENCE_DEFAULT_FORMATS), FALSE },
  { N_ ("In the matrix"), NULL,
    FIELDS (CIRC_AUDIENCE_MATRIX_COLUMN, CIRC_AUDIENCE_POSITION, CIRC_AUDIENCE_CODE), TRUE },
  LAST_SECTION,
};

static const CircFormSection method_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_METHOD_NAME, CIRC_METHOD_CATEGORY, CIRC_METHOD_STATUS, CIRC_METHOD_DESCRIPTION,
            CIRC_METHOD_OTHER_NAMES, CIRC_METHOD_EXPECTED_EVIDENCE),
    FALSE },
  { N_ ("Running it"), NULL,
    FIELDS (CIRC_METHOD_OWNER_AGENCY, CIRC_METHOD_FREQUENCY, CIRC_METHOD_LEAD_TIME, CIRC_METHOD_HAS_COST), FALSE },
  { N_ ("In the matrix"), NULL, FIELDS (CIRC_METHOD_POSITION, CIRC_METHOD_CODE), TRUE },
  LAST_SECTION,
};

static const CircFormSection circulation_list_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_CIRCULATION_LIST_NAME, CIRC_CIRCULATION_LIST_PURPOSE, CIRC_CIRCULATION_LIST_AUDIENCES,
            CIRC_CIRCULATION_LIST_MEMBERS),
    FALSE },
  { N_ ("Keeping it"), NULL, FIELDS (CIRC_CIRCULATION_LIST_OWNER, CIRC_CIRCULATION_LIST_LAST_CHECKED_ON), FALSE },
  { N_ ("Sending to it"), NULL,
    FIELDS (CIRC_CIRCULATION_LIST_HANDLING, CIRC_CIRCULATION_LIST_FORMATS, CIRC_CIRCULATION_LIST_CASCADE_EXPECTED),
    FALSE },
  LAST_SECTION,
};

static const CircFormSection group_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_GROUP_NAME, CIRC_GROUP_KIND, CIRC_GROUP_AGENCY, CIRC_GROUP_MEETING_PATTERN, CIRC_GROUP_NOTES), FALSE },
  { N_ ("People"), NULL, FIELDS (CIRC_GROUP_CHAIR, CIRC_GROUP_ADMINISTRATOR, CIRC_GROUP_MEMBERS), FALSE },
  { N_ ("Kept updated"), NULL, FIELDS (CIRC_GROUP_UPDATES), TRUE },
  LAST_SECTION,
};

static const CircFormSection agency_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_AGENCY_NAME, CIRC_AGENCY_ABBREVIATION, CIRC_AGENCY_CATEGORY, CIRC_AGENCY_STANDING, CIRC_AGENCY_PARENT,
            CIRC_AGENCY_ASSOCIATED_STATUTORY_PARTNER),
    FALSE },
  { N_ ("People"), NULL,
    FIELDS (CIRC_AGENCY_COMMS_LEAD, CIRC_AGENCY_SAFEGUARDING_LEAD, CIRC_AGENCY_PRESS_OFFICE_CONTACT,
            CIRC_AGENCY_SENIOR_OFFICER),
    FALSE },
  { N_ ("Budget and dates"), NULL,
    FIELDS (CIRC_AGENCY_CONTRIBUTES_BUDGET, CIRC_AGENCY_ACTIVE_FROM, CIRC_AGENCY_ACTIVE_TO, CIRC_AGENCY_SUCCESSOR),
    TRUE },
  LAST_SECTION,
};

static const CircFormSection contact_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_CONTACT_KIND, CIRC_CONTACT_HONORIFIC, CIRC_CONTACT_GIVEN_NAME, CIRC_CONTACT_FAMILY_NAME,
            CIRC_CONTACT_POST_TITLE, CIRC_CONTACT_AGENCY, CIRC_CONTACT_ROLES),
    FALSE },
  { N_ ("How to reach them"), NULL,
    FIELDS (CIRC_CONTACT_EMAIL, CIRC_CONTACT_EMAIL_IS_SECURE, CIRC_CONTACT_TELEPHONE,
            CIRC_CONTACT_OUT_OF_HOURS_TELEPHONE, CIRC_CONTACT_PREFERRED_FORMATS, CIRC_CONTACT_PREFERRED_LANGUAGE),
    FALSE },
  { N_ ("Data protection"), NULL,
    FIELDS (CIRC_CONTACT_LAWFUL_BASIS, CIRC_CONTACT_LEFT_ON, CIRC_CONTACT_DO_NOT_CONTACT,
            CIRC_CONTACT_DO_NOT_CONTACT_REASON),
    FALSE },
  LAST_SECTION,
};

static const CircFormSection key_message_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_KEY_MESSAGE_TEXT, CIRC_KEY_MESSAGE_AUDIENCES, CIRC_KEY_MESSAGE_THEME, CIRC_KEY_MESSAGE_SIGNPOST), FALSE },
  { N_ ("Approval"), NULL, FIELDS (CIRC_KEY_MESSAGE_STATUS, CIRC_KEY_MESSAGE_REVIEW_ON), FALSE },
  LAST_SECTION,
};

static const CircFormSection meeting_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_MEETING_GROUP, CIRC_MEETING_DATE, CIRC_MEETING_STATUS, CIRC_MEETING_STARTS_AT, CIRC_MEETING_ENDS_AT,
            CIRC_MEETING_PLACE, CIRC_MEETING_LINK, CIRC_MEETING_TITLE),
    FALSE },
  { N_ ("Agenda and minutes"), NULL, FIELDS (CIRC_MEETING_AGENDA, CIRC_MEETING_MINUTES, CIRC_MEETING_NOTES), TRUE },
  LAST_SECTION,
};

static const CircFormSection theme_day_sections[] = {
  { NULL, NULL, FIELDS (CIRC_THEME_DAY_NAME, CIRC_THEME_DAY_RULE, CIRC_THEME_DAY_RELIABLE), FALSE },
  { N_ ("What it is about"), NULL,
    FIELDS (CIRC_THEME_DAY_SIDE, CIRC_THEME_DAY_CORE, CIRC_THEME_DAY_TAGS, CIRC_THEME_DAY_REACH), FALSE },
  { N_ ("Organiser"), NULL,
    FIELDS (CIRC_THEME_DAY_ORGANISER, CIRC_THEME_DAY_WEBSITE, CIRC_THEME_DAY_OTHER_NAMES, CIRC_THEME_DAY_NOTES), TRUE },
  LAST_SECTION,
};

static const CircFormSection trigger_sections[] = {
  { NULL, NULL, FIELDS (CIRC_TRIGGER_DATE, CIRC_TRIGGER_AT, CIRC_TRIGGER_ITEM, CIRC_TRIGGER_NOTE), FALSE },
  LAST_SECTION,
};

static const CircFormSection format_request_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_FORMAT_REQUEST_DOCUMENT, CIRC_FORMAT_REQUEST_FORMAT, CIRC_FORMAT_REQUEST_LANGUAGE,
            CIRC_FORMAT_REQUEST_RECEIVED_ON, CIRC_FORMAT_REQUEST_NEEDED_BY, CIRC_FORMAT_REQUEST_REQUESTER,
            CIRC_FORMAT_REQUEST_ITEM),
    FALSE },
  { N_ ("What became of it"), NULL,
    FIELDS (CIRC_FORMAT_REQUEST_STATE, CIRC_FORMAT_REQUEST_SUPPLIED_ON, CIRC_FORMAT_REQUEST_REASON,
            CIRC_FORMAT_REQUEST_COST, CIRC_FORMAT_REQUEST_NOTE),
    FALSE },
  LAST_SECTION,
};

static const CircFormSection holiday_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_HOLIDAY_TITLE, CIRC_HOLIDAY_KIND, CIRC_HOLIDAY_STARTS_ON, CIRC_HOLIDAY_ENDS_ON, CIRC_HOLIDAY_DIVISION,
            CIRC_HOLIDAY_SOURCE),
    FALSE },
  LAST_SECTION,
};

static const CircFormSection partner_site_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_PARTNER_SITE_ADDRESS, CIRC_PARTNER_SITE_KIND, CIRC_PARTNER_SITE_AGENCY, CIRC_PARTNER_SITE_LINKS_TO_US,
            CIRC_PARTNER_SITE_CHECKED_ON, CIRC_PARTNER_SITE_NOTE), FALSE },
  LAST_SECTION,
};

static const CircFormSection priority_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_PRIORITY_NAME, CIRC_PRIORITY_LEVEL, CIRC_PRIORITY_STARTS_ON, CIRC_PRIORITY_ENDS_ON,
            CIRC_PRIORITY_DESCRIPTION), FALSE },
  LAST_SECTION,
};

static const CircFormSection measure_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_MEASURE_NAME, CIRC_MEASURE_TYPE, CIRC_MEASURE_UNIT, CIRC_MEASURE_DEFINITION, CIRC_MEASURE_FREQUENCY,
            CIRC_MEASURE_SOURCE_SYSTEM), FALSE },
  { N_ ("Where it started, where it is to go"), NULL,
    FIELDS (CIRC_MEASURE_BASELINE, CIRC_MEASURE_BASELINE_NOTE, CIRC_MEASURE_TARGET, CIRC_MEASURE_TARGET_ON,
            CIRC_MEASURE_DIRECTION), FALSE },
  { N_ ("What it shows"), NULL,
    FIELDS (CIRC_MEASURE_EVALUATION_LEVEL, CIRC_MEASURE_PRIORITIES, CIRC_MEASURE_AUDIENCE, CIRC_MEASURE_CODE), TRUE },
  LAST_SECTION,
};

static const CircFormSection campaign_sections[] = {
  { NULL, NULL,
    FIELDS (CIRC_CAMPAIGN_TITLE, CIRC_CAMPAIGN_STATE, CIRC_CAMPAIGN_OBJECTIVE, CIRC_CAMPAIGN_STARTS_ON,
            CIRC_CAMPAIGN_ENDS_ON, CIRC_CAMPAIGN_LEAD, CIRC_CAMPAIGN_MODE), FALSE },
  { N_ ("Whom it is for"), NULL,
    FIELDS (CIRC_CAMPAIGN_AUDIENCES, CIRC_CAMPAIGN_VULNERABLE_GROUP, CIRC_CAMPAIGN_PRIORITIES,
            CIRC_CAMPAIGN_THEME_DAYS), FALSE },
  { N_ ("Planning questions"), NULL,
    FIELDS (CIRC_CAMPAIGN_WHO_NEEDS_TO_KNOW, CIRC_CAMPAIGN_WHO_COULD_HELP, CIRC_CAMPAIGN_WHAT_THEY_NEED_TO_KNOW,
            CIRC_CAMPAIGN_WHAT_THEY_CAN_TELL_US, CIRC_CAMPAIGN_WHEN_THEY_NEED_TO_KNOW,
            CIRC_CAMPAIGN_WHEN_WE_NEED_VIEWS, CIRC_CAMPAIGN_BEST_WAY_TO_RECEIVE,
            CIRC_CAMPAIGN_WHO_SHOULD_COMMUNICATE, CIRC_CAMPAIGN_HOW_SUCCESS_IS_EVALUATED,
            CIRC_CAMPAIGN_DIVERSITY_NOTE, CIRC_CAMPAIGN_FEEDBACK_BUILT_IN, CIRC_CAMPAIGN_FEEDBACK_NOTE), FALSE },
  { N_ ("How it is measured"), NULL,
    FIELDS (CIRC_CAMPAIGN_MEASURES), FALSE },
  { N_ ("Cost and approval"), NULL,
    FIELDS (CIRC_CAMPAIGN_ESTIMATE, CIRC_CAMPAIGN_ESTIMATE_NOTE, CIRC_CAMPAIGN_APPROVAL_STATE,
            CIRC_CAMPAIGN_APPROVAL_BY, CIRC_CAMPAIGN_APPROVAL_ON), TRUE },
  LAST_SECTION,
};

const CircFormSection *
circ_forms_get_partnership (void)
{
  return partnership_sections;
}

const CircFormSection *
circ_forms_get_brand (void)
{
  return brand_sections;
}

const CircFormSection *
circ_forms_get_entry (CircKindId kind)
{
  static const CircFormSection *const sections[CIRC_N_KINDS] = {
    [CIRC_KIND_AGENCY] = agency_sections,
    [CIRC_KIND_CONTACT] = contact_sections,
    [CIRC_KIND_GROUP] = group_sections,
    [CIRC_KIND_CIRCULATION_LIST] = circulation_list_sections,
    [CIRC_KIND_AUDIENCE] = audience_sections,
    [CIRC_KIND_METHOD] = method_sections,
    [CIRC_KIND_KEY_MESSAGE] = key_message_sections,
    [CIRC_KIND_MEETING] = meeting_sections,
    [CIRC_KIND_THEME_DAY] = theme_day_sections,
    [CIRC_KIND_TRIGGER] = trigger_sections,
    [CIRC_KIND_HOLIDAY] = holiday_sections,
    [CIRC_KIND_FORMAT_REQUEST] = format_request_sections,
    [CIRC_KIND_PRIORITY] = priority_sections,
    [CIRC_KIND_MEASURE] = measure_sections,
    [CIRC_KIND_CAMPAIGN] = campaign_sections,
    [CIRC_KIND_PARTNER_SITE] = partner_site_sections,
  };

  g_return_val_if_fail (kind < CIRC_N_KINDS, NULL);

  return sections[kind];
}

static const struct {
  const char *title;
  const CircKindId *kinds;
} sets[] = {
  [CIRC_FORMS_LISTS] = {
    N_ ("Reference Lists"),
    (const CircKindId[]) { CIRC_KIND_AUDIENCE, CIRC_KIND_METHOD, CIRC_KIND_CIRCULATION_LIST, CIRC_KIND_GROUP, CIRC_KIND_AGENCY,
                           CIRC_KIND_CONTACT, CIRC_KIND_KEY_MESSAGE, CIRC_KIND_PARTNER_SITE, CIRC_N_KINDS },
  },
  [CIRC_FORMS_CALENDAR] = {
    N_ ("Calendar and Requests"),
    (const CircKindId[]) { CIRC_KIND_MEETING, CIRC_KIND_THEME_DAY, CIRC_KIND_TRIGGER, CIRC_KIND_HOLIDAY,
                           CIRC_KIND_FORMAT_REQUEST, CIRC_N_KINDS },
  },
  [CIRC_FORMS_RESULTS] = {
    N_ ("Campaigns and Measures"),
    (const CircKindId[]) { CIRC_KIND_CAMPAIGN, CIRC_KIND_MEASURE, CIRC_KIND_PRIORITY, CIRC_N_KINDS },
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (sets) == CIRC_N_FORMS_SETS);

const CircKindId *
circ_forms_get_kinds (CircFormsSet set)
{
  g_return_val_if_fail (set < CIRC_N_FORMS_SETS, NULL);

  return sets[set].kinds;
}

CircFormsSet
circ_forms_find_set (CircKindId kind)
{
  for (guint i = 0; i < CIRC_N_FORMS_SETS; i++)
    for (const CircKindId *member = sets[i].kinds; *member != CIRC_N_KINDS; member++)
      if (*member == kind)
        return i;
  return CIRC_FORMS_LISTS;
}

const char *
circ_forms_get_set_title (CircFormsSet set)
{
  g_return_val_if_fail (set < CIRC_N_FORMS_SETS, NULL);

  return _ (sets[set].title);
}
