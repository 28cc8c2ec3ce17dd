/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-today-words.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "circ-anchor-words.h"
#include "circ-cascade-return.h"
#include "circ-date.h"
#include "circ-due-words.h"
#include "circ-entry.h"
#include "circ-format-request.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-return-actions.h"
#include "circ-return-state.h"
#include "circ-return-words.h"
#include "circ-today-row.h"

/* The id of the plan item that a record of the list is about, 0 for none. */
static gint64
find_item (CircStore *store,
           CircRecord *record)
{
  g_autoptr (CircRecord) occurrence = NULL;

  switch (circ_record_get_kind (record)->id)
    {
    case CIRC_KIND_FORMAT_REQUEST:
      return circ_record_get_int (record, CIRC_FORMAT_REQUEST_ITEM);
    case CIRC_KIND_CASCADE_RETURN:
      occurrence = circ_store_get (store, circ_record_get_int (record, CIRC_CASCADE_RETURN_OCCURRENCE), NULL);
      return occurrence != NULL ? circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM) : 0;
    default:
      return circ_record_get_int (record, CIRC_OCCURRENCE_ITEM);
    }
}

CircRecord *
circ_today_dup_item (CircSession *session,
                     GObject *row)
{
  CircStore *store = circ_session_get_store (session);
  gint64 id = CIRC_IS_TODAY_ROW (row) ? circ_today_row_get_item (CIRC_TODAY_ROW (row)) : find_item (store, CIRC_RECORD (row));

  return id > 0 ? circ_store_get (store, id, NULL) : NULL;
}

/* "Staff +2" */
static char *
dup_entries (CircRecord *item,
             guint field)
{
  g_autoptr (GPtrArray) entries =
    circ_entries_from_value (&circ_plan_item_kind.fields[field], circ_record_get (item, field));
  const CircEntry *first = entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;

  if (first == NULL)
    return NULL;
  if (entries->len == 1)
    return g_strdup (first->text);
  /* translators: the first of several, and how many more there are: Staff +2 */
  return g_strdup_printf (_ ("%s +%u"), first->text, entries->len - 1);
}

/* @format: "To %s"; some write that word themselves. Takes @text. */
static char *
with_word (const char *format,
           char *text)
{
  g_autofree char *taken = text;
  gsize word = strcspn (format, "%");

  if (text == NULL)
    return NULL;
  return g_ascii_strncasecmp (text, format, word) == 0 ? g_strdup (text) : g_strdup_printf (format, text);
}

static char *
dup_who (CircRecord *item)
{
  /* translators: to whom something goes */
  g_autofree char *to_whom = with_word (_ ("To %s"), dup_entries (item, CIRC_PLAN_ITEM_TO_WHOM));
  /* translators: by whom something is done */
  g_autofree char *by_whom = with_word (_ ("By %s"), dup_entries (item, CIRC_PLAN_ITEM_BY_WHOM));

  if (to_whom == NULL || by_whom == NULL)
    return g_strdup (to_whom != NULL ? to_whom : by_whom != NULL ? by_whom : "");
  return g_strconcat (to_whom, " · ", by_whom, NULL);
}

/* "Wed 10 Jun late", in short and in full. */
static void
set_day (CircTodayWords *words,
         CircSession *session,
         const char *day)
{
  words->due = circ_due_words (day, circ_session_get_today (session));
  words->day = day != NULL ? circ_date_format_long (day) : g_strdup ("");
}

/* Before the people: what it hangs on, and the day to aim for. */
static void
lead_in (CircTodayWords *words,
         char *text)
{
  g_autofree char *who = words->who;
  g_autofree char *taken = text;

  words->who = text == NULL ? g_steal_pointer (&who) : g_strconcat (text, *who != '\0' ? " · " : "", who, NULL);
}

static void
fill_occurrence (CircTodayWords *words,
                 CircSession *session,
                 CircRecord *occurrence)
{
  CircOccurrenceState state =
    circ_occurrence_state_of (occurrence, 0, CIRC_EVIDENCE_POLICY_NONE, circ_session_get_today (session));
  gboolean provisional = state != CIRC_OCCURRENCE_STATE_OVERDUE &&
                         circ_record_get_bool (occurrence, CIRC_OCCURRENCE_PROVISIONAL);

  set_day (words, session, circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON));
  lead_in (words, circ_aim_words (session, occurrence));
  lead_in (words, circ_anchor_words (session, occurrence));
  words->icon = circ_occurrence_state_get_icon (state);
  /* translators: a state: the day that something is to be done on may still change */
  words->state = provisional ? _ ("Provisional") : circ_occurrence_state_get_title (state);
  words->overdue = state == CIRC_OCCURRENCE_STATE_OVERDUE;
  words->step = _ ("Record…");
}

static void
fill_waiting (CircTodayWords *words,
              CircRecord *item,
              CircTodayRow *row)
{
  CircOccurrenceState state = circ_today_row_get_state (row);
  const char *when = item != NULL ? circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT) : NULL;

  lead_in (words, g_strdup (when));
  words->icon = circ_occurrence_state_get_icon (state);
  words->state = circ_occurrence_state_get_title (state);
  if (circ_today_row_is_late (row))
    {
      /* translators: how something stands: its day should have been agreed by now */
      words->state = _ ("Still no date");
      words->icon = circ_occurrence_state_get_icon (CIRC_OCCURRENCE_STATE_OVERDUE);
      words->overdue = TRUE;
    }
  if (circ_today_row_wants_event (row))
    {
      gboolean meeting = circ_today_row_wants_meeting (row, NULL);

      words->state = meeting ? _ ("No meeting entered") : _ ("No date entered");
      words->step = meeting ? _ ("Add Meetings…") : _ ("Open");
    }
  else if (state == CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER)
    words->step = _ ("It Happened…");
  else
    words->step = state == CIRC_OCCURRENCE_STATE_DATE_NEEDED ? _ ("Set a Date…") : _ ("Open");
}

/* The agency is what is looked for; what it was to pass on stands below. */
static void
fill_return (CircTodayWords *words,
             CircSession *session,
             CircRecord *cascade_return)
{
  const char *today = circ_session_get_today (session);
  CircReturnState state = circ_return_state_of (cascade_return, today);
  g_autofree char *what = g_steal_pointer (&words->what);
  g_autofree char *standing = circ_return_words_dup_standing (cascade_return, today);
  g_autofree char *advice = circ_return_dup_advice (circ_session_get_store (session), cascade_return);

  g_free (words->who);
  words->what = circ_session_dup_title (session, circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_AGENCY));
  words->who = g_strconcat (what, " · ", advice != NULL ? advice : standing, NULL);
  set_day (words, session, circ_record_get_text (cascade_return, CIRC_CASCADE_RETURN_DUE_ON));
  words->icon = circ_return_state_get_icon (state);
  words->state = circ_return_state_get_title (state);
  words->overdue = state == CIRC_RETURN_STATE_OVERDUE;
  words->step = _ ("Returned…");
}

static void
fill_request (CircTodayWords *words,
              CircSession *session,
              CircRecord *request)
{
  const char *needed_by = circ_record_get_text (request, CIRC_FORMAT_REQUEST_NEEDED_BY);
  g_autofree char *format = circ_record_format (request, CIRC_FORMAT_REQUEST_FORMAT);
  const char *language = circ_record_get_text (request, CIRC_FORMAT_REQUEST_LANGUAGE);
  const char *state = circ_record_get_text (request, CIRC_FORMAT_REQUEST_STATE);

  g_free (words->what);
  g_free (words->who);
  words->what = circ_record_dup_title (request);
  words->who = g_strconcat (format, language != NULL ? ", " : NULL, language, NULL);
  set_day (words, session, needed_by);
  words->overdue = needed_by != NULL && strcmp (needed_by, circ_session_get_today (session)) < 0;
  words->icon = words->overdue ? circ_occurrence_state_get_icon (CIRC_OCCURRENCE_STATE_OVERDUE) : "content-loading-symbolic";
  words->state = state == NULL ? "" : circ_field_get_choice_title (&circ_format_request_kind.fields[CIRC_FORMAT_REQUEST_STATE], state);
  words->step = _ ("Open");
}

static void
fill_record (CircTodayWords *words,
             CircSession *session,
             CircRecord *record)
{
  switch (circ_record_get_kind (record)->id)
    {
    case CIRC_KIND_CASCADE_RETURN:
      fill_return (words, session, record);
      break;
    case CIRC_KIND_FORMAT_REQUEST:
      fill_request (words, session, record);
      break;
    default:
      fill_occurrence (words, session, record);
      break;
    }
}

void
circ_today_words_init (CircTodayWords *words,
                       CircSession *session,
                       GObject *row)
{
  g_autoptr (CircRecord) item = circ_today_dup_item (session, row);

  *words = (CircTodayWords) { 0 };
  words->what = item != NULL ? circ_record_dup_title (item) : g_strdup ("");
  words->who = item != NULL ? dup_who (item) : g_strdup ("");
  if (CIRC_IS_TODAY_ROW (row))
    fill_waiting (words, item, CIRC_TODAY_ROW (row));
  else
    fill_record (words, session, CIRC_RECORD (row));
  /* One line each. */
  g_strdelimit (words->who, "\r\n\t", ' ');
  g_strdelimit (words->what, "\r\n\t", ' ');
}

void
circ_today_words_clear (CircTodayWords *words)
{
  g_free (words->what);
  g_free (words->who);
  g_free (words->due);
  g_free (words->day);
}
