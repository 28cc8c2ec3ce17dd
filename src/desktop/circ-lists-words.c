/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-campaign.h"
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-date.h"
#include "circ-format-request.h"
#include "circ-group.h"
#include "circ-holiday.h"
#include "circ-key-message.h"
#include "circ-measure.h"
#include "circ-meeting.h"
#include "circ-method.h"
#include "circ-partner-site.h"
#include "circ-plan-rules.h"
#include "circ-priority.h"
#include "circ-theme-day.h"
#include "circ-trigger.h"

static const CircListsWords words[CIRC_N_KINDS] = {
  [CIRC_KIND_AUDIENCE] = {
    N_ ("No Audiences"), N_ ("An audience is a group of people that a message is for."), N_ ("Add Audience"),
    N_ ("Name of the new audience"),
  },
  [CIRC_KIND_METHOD] = {
    N_ ("No Methods"), N_ ("A method is a way of reaching people: a newsletter, a briefing, a website."),
    N_ ("Add Method"), N_ ("Name of the new method"),
  },
  [CIRC_KIND_CIRCULATION_LIST] = {
    N_ ("No Circulation Lists"), N_ ("A circulation list names the people and groups that something is sent to."),
    N_ ("Add Circulation List"), N_ ("Name of the new circulation list"),
  },
  [CIRC_KIND_GROUP] = {
    N_ ("No Groups"), N_ ("A group is a board, sub-group or forum with its members."), N_ ("Add Group"),
    N_ ("Name of the new group"),
  },
  [CIRC_KIND_AGENCY] = {
    N_ ("No Agencies"), N_ ("An agency is an organisation that takes part in the partnership or is spoken to by it."),
    N_ ("Add Agency"), N_ ("Name of the new agency"),
  },
  [CIRC_KIND_CONTACT] = {
    N_ ("No Contacts"), N_ ("A contact is a person, a shared mailbox or a journalist."), N_ ("Add Contact"),
    N_ ("Name or e-mail address of the new contact"),
  },
  [CIRC_KIND_KEY_MESSAGE] = {
    N_ ("No Key Messages"), N_ ("A key message is what is to be said, to whom, and what the hearer can do."),
    N_ ("Add Key Message"), N_ ("The new key message"),
  },
  [CIRC_KIND_MEETING] = {
    N_ ("No Meetings"), N_ ("What hangs on a meeting, such as its papers, gets its dates from here."), N_ ("Add Meetings"),
    N_ ("Title of the new meeting"),
  },
  [CIRC_KIND_THEME_DAY] = {
    N_ ("No Theme Days"), N_ ("A theme day is a day or week of a year that others keep too."), N_ ("Add Theme Day"),
    N_ ("Name of the new theme day"),
  },
  [CIRC_KIND_TRIGGER] = {
    N_ ("Nothing Recorded"),
    N_ ("Items that wait for something, such as a new course, get their date when it is recorded here."),
    N_ ("Record What Happened"), N_ ("What happened"),
  },
  [CIRC_KIND_HOLIDAY] = {
    N_ ("No Days Added"),
    N_ ("The published bank holidays are known already. Add days when your office is closed, and any that were proclaimed "
        "since."),
    N_ ("Add Holiday or Closure"), N_ ("Name of the new holiday or closure"),
  },
  [CIRC_KIND_FORMAT_REQUEST] = {
    N_ ("No Format Requests"),
    N_ ("When somebody asks for large print, Easy Read, audio or a translation, it is kept here until it is supplied."),
    N_ ("Add Format Request"), N_ ("Document that is asked for"),
  },
  [CIRC_KIND_PARTNER_SITE] = {
    N_ ("No Partner Websites"),
    N_ ("The websites and intranets of partners: whether they lead to ours, and when somebody last looked."),
    N_ ("Add Partner Website"), N_ ("Address of the new website"),
  },
  [CIRC_KIND_CAMPAIGN] = {
    N_ ("No Campaigns"), N_ ("A campaign is several messages with one objective, planned together and looked back on."),
    N_ ("Add Campaign"), N_ ("Title of the new campaign"),
  },
  [CIRC_KIND_MEASURE] = {
    N_ ("No Measures"), N_ ("A measure is a figure that is read again and again, to see what the messages came to."),
    N_ ("Add Measure"), N_ ("Name of the new measure"),
  },
  [CIRC_KIND_PRIORITY] = {
    N_ ("No Priorities"),
    N_ ("Priorities, objectives and the results that are wanted: items, campaigns and measures say which of them they serve."),
    N_ ("Add Priority or Objective"), N_ ("Name of the new priority or objective"),
  },
};

const CircListsWords *
circ_lists_words_get (CircKindId kind)
{
  g_return_val_if_fail (kind < CIRC_N_KINDS && words[kind].none != NULL, NULL);

  return &words[kind];
}

char *
circ_lists_words_capitalise (const char *phrase)
{
  gunichar first = g_utf8_get_char (phrase);
  GString *text = g_string_new (NULL);

  if (*phrase == '\0')
    return g_string_free (text, FALSE);
  g_string_append_unichar (text, g_unichar_toupper (first));
  g_string_append (text, g_utf8_next_char (phrase));
  return g_string_free (text, FALSE);
}

/* Meetings and what happened are told apart by their day. */
char *
circ_lists_words_dup_title (CircRecord *record)
{
  const char *trigger;

  switch (circ_record_get_kind (record)->id)
    {
    case CIRC_KIND_MEETING:
      if (circ_record_get (record, CIRC_MEETING_TITLE) == NULL && circ_record_get (record, CIRC_MEETING_DATE) != NULL)
        return circ_date_format_long (circ_record_get_text (record, CIRC_MEETING_DATE));
      return circ_record_dup_title (record);
    case CIRC_KIND_TRIGGER:
      trigger = circ_record_get_text (record, CIRC_TRIGGER_TRIGGER);
      if (trigger == NULL)
        return g_strdup (_ ("Asked for, or a date was agreed"));
      return circ_lists_words_capitalise (circ_trigger_get_title (trigger) != NULL ? circ_trigger_get_title (trigger) : trigger);
    default:
      return circ_record_dup_title (record);
    }
}

guint
circ_lists_words_get_order (CircKindId kind,
                            gboolean *descending)
{
  *descending = kind == CIRC_KIND_TRIGGER || kind == CIRC_KIND_FORMAT_REQUEST;
  switch (kind)
    {
    case CIRC_KIND_MEETING:
      return CIRC_MEETING_DATE;
    case CIRC_KIND_TRIGGER:
      return CIRC_TRIGGER_DATE;
    case CIRC_KIND_HOLIDAY:
      return CIRC_HOLIDAY_STARTS_ON;
    case CIRC_KIND_FORMAT_REQUEST:
      return CIRC_FORMAT_REQUEST_RECEIVED_ON;
    default:
      return (guint) circ_kind_get (kind)->title_field;
    }
}

/* "Large print, received" */
static char *
dup_format (CircRecord *record)
{
  g_autofree char *format = circ_record_format (record, CIRC_FORMAT_REQUEST_FORMAT);
  g_autofree char *state = circ_record_format (record, CIRC_FORMAT_REQUEST_STATE);

  if (circ_record_get (record, CIRC_FORMAT_REQUEST_FORMAT) == NULL)
    return g_steal_pointer (&state);
  if (circ_record_get (record, CIRC_FORMAT_REQUEST_STATE) == NULL)
    return g_steal_pointer (&format);
  return g_strconcat (format, " · ", state, NULL);
}

/* NULL for a kind that is like the others. */
static char *
dup_dated (CircRecord *record,
           gint64 *reference)
{
  g_autoptr (GPtrArray) rules = NULL;

  switch (circ_record_get_kind (record)->id)
    {
    case CIRC_KIND_MEETING:
      *reference = circ_record_get_int (record, CIRC_MEETING_GROUP);
      if (g_strcmp0 (circ_record_get_text (record, CIRC_MEETING_STATUS), "cancelled") == 0)
        return circ_record_format (record, CIRC_MEETING_STATUS);
      return g_strdup ("");
    case CIRC_KIND_TRIGGER:
      return circ_date_format_long (circ_record_get_text (record, CIRC_TRIGGER_DATE));
    case CIRC_KIND_HOLIDAY:
      return circ_date_format_long (circ_record_get_text (record, CIRC_HOLIDAY_STARTS_ON));
    case CIRC_KIND_FORMAT_REQUEST:
      return dup_format (record);
    case CIRC_KIND_THEME_DAY:
      rules = circ_plan_rules_from_value (circ_record_get (record, CIRC_THEME_DAY_RULE));
      if (rules->len == 0)
        return g_strdup (_ ("Announced each year"));
      return circ_timing_dup_sentence (((CircPlanRule *) rules->pdata[0])->timing, NULL);
    default:
      return NULL;
    }
}

char *
circ_lists_words_dup_subtitle (CircRecord *record,
                               gint64 *reference)
{
  static const guint fields[CIRC_N_KINDS] = {
    [CIRC_KIND_AUDIENCE] = CIRC_AUDIENCE_SIDE,
    [CIRC_KIND_METHOD] = CIRC_METHOD_CATEGORY,
    [CIRC_KIND_CIRCULATION_LIST] = CIRC_CIRCULATION_LIST_PURPOSE,
    [CIRC_KIND_GROUP] = CIRC_GROUP_KIND,
    [CIRC_KIND_AGENCY] = CIRC_AGENCY_CATEGORY,
    [CIRC_KIND_CONTACT] = CIRC_CONTACT_AGENCY,
    [CIRC_KIND_KEY_MESSAGE] = CIRC_KEY_MESSAGE_STATUS,
    [CIRC_KIND_CAMPAIGN] = CIRC_CAMPAIGN_STATE,
    [CIRC_KIND_PARTNER_SITE] = CIRC_PARTNER_SITE_AGENCY,
    [CIRC_KIND_MEASURE] = CIRC_MEASURE_FREQUENCY,
    [CIRC_KIND_PRIORITY] = CIRC_PRIORITY_LEVEL,
  };
  const CircKind *kind = circ_record_get_kind (record);
  guint field = fields[kind->id];
  char *text;

  *reference = 0;
  text = dup_dated (record, reference);
  if (text != NULL)
    return text;
  if (circ_record_get (record, field) == NULL)
    return g_strdup ("");
  if (kind->fields[field].kind == CIRC_FIELD_REFERENCE)
    {
      *reference = circ_record_get_int (record, field);
      return g_strdup ("");
    }
  text = circ_record_format (record, field);

  return g_strdelimit (text, "\r\n", ' ');
}
