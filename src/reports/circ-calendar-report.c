/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year's occurrences, meetings and theme days, as a calendar file and as a document. */
#include "config.h"

#include "circ-calendar-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date-facts.h"
#include "circ-date.h"
#include "circ-due-list.h"
#include "circ-entry.h"
#include "circ-ics-writer.h"
#include "circ-meeting.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-plan-front.h"
#include "circ-plan-item.h"

/* What tells this file's entries from those of another: when and by whom it was made never changes. */
static char *
dup_identity (CircRecord *partnership)
{
  const CircRecordMeta *meta = circ_record_get_meta (partnership);
  g_autofree char *text = g_strdup_printf ("%s\n%s", meta->created_at != NULL ? meta->created_at : "",
                                           meta->created_by != NULL ? meta->created_by : "");
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%.16s.circulate", digest);
}

static gboolean
is_within (const char *day,
           const char *from,
           const char *to)
{
  return day != NULL && strcmp (day, from) >= 0 && strcmp (day, to) <= 0;
}

/* An occurrence that no rule gives is known by its own id, the others by what they come from: the same whether they are
 * recorded yet or not. */
static char *
dup_line_uid (const CircDueLine *line,
              const char *identity)
{
  const char *ref = circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_ANCHOR_REF);
  g_autofree char *plain = g_strdelimit (g_strdup (ref != NULL ? ref : ""), ":/", '-');

  if (ref == NULL)
    return g_strdup_printf ("occurrence-%" G_GINT64_FORMAT "@%s", circ_record_get_id (line->occurrence), identity);
  return g_strdup_printf ("due-%" G_GINT64_FORMAT "-%u-%s@%s", circ_record_get_id (line->item), line->rule, plain, identity);
}

/* @format: of @value; no line when there is none */
static void
add_line (GString *text,
          const char *format,
          const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || *value == '\0')
    return;
  line = g_strdup_printf (format, value);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static CircIcsEvent *
new_due (CircStore *store,
         const CircDueLine *line,
         const char *uid)
{
  gint64 anchor = circ_due_line_get_anchor (line);
  g_autofree char *name = anchor != 0 ? circ_store_dup_title (store, anchor) : NULL;
  CircIcsEvent *event = g_new0 (CircIcsEvent, 1);
  const char *due_on = circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON);
  const char *plan_by = circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_PLAN_BY);
  const CircField *whom = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autofree char *by = circ_entries_join (whom, circ_record_get (line->item, CIRC_PLAN_ITEM_BY_WHOM), ", ");
  g_autofree char *aim = circ_date_format_long (plan_by);
  g_autoptr (GString) text = g_string_new (NULL);

  event->uid = g_strdup (uid);
  event->sequence = MAX (circ_record_get_version (line->occurrence) - 1, 0);
  event->summary = circ_record_dup_title (line->item);
  add_line (text, "%s", circ_record_get_text (line->item, CIRC_PLAN_ITEM_REF));
  add_line (text, "%s", circ_occurrence_state_get_title (line->state));
  /* translators: a line of an entry in a calendar; %s is a day */
  add_line (text, _ ("Aim for: %s"), aim);
  /* translators: a line of an entry in a calendar; %s is people or roles */
  add_line (text, _ ("By: %s"), by);
  add_line (text, "%s", name);
  event->description = g_string_free (g_steal_pointer (&text), FALSE);
  event->category = g_strdup (_ ("Circulation plan"));
  g_strlcpy (event->from, due_on, sizeof event->from);
  g_strlcpy (event->to, due_on, sizeof event->to);
  event->cancelled = line->state == CIRC_OCCURRENCE_STATE_CANCELLED || line->state == CIRC_OCCURRENCE_STATE_NOT_REQUIRED;
  event->tentative = line->provisional;
  return event;
}

static CircIcsEvent *
new_meeting (CircStore *store,
             CircRecord *meeting,
             const char *identity)
{
  CircIcsEvent *event = g_new0 (CircIcsEvent, 1);
  const char *date = circ_record_get_text (meeting, CIRC_MEETING_DATE);
  const char *title = circ_record_get_text (meeting, CIRC_MEETING_TITLE);
  g_autofree char *group = circ_store_dup_title (store, circ_record_get_int (meeting, CIRC_MEETING_GROUP));
  CircDay day = circ_day_from_iso (date);

  event->uid = g_strdup_printf ("meeting-%" G_GINT64_FORMAT "@%s", circ_record_get_id (meeting), identity);
  event->sequence = MAX (circ_record_get_version (meeting) - 1, 0);
  if (title != NULL)
    event->summary = g_strdup (title);
  else
    /* translators: %s is the name of a group */
    event->summary = g_strdup_printf (_ ("Meeting: %s"), group != NULL ? group : "");
  event->description = g_strdup (circ_record_get_text (meeting, CIRC_MEETING_LINK));
  event->location = g_strdup (circ_record_get_text (meeting, CIRC_MEETING_PLACE));
  event->category = g_strdup (_ ("Meetings"));
  g_strlcpy (event->from, date, sizeof event->from);
  g_strlcpy (event->to, date, sizeof event->to);
  event->starts_at = circ_date_facts_get_moment (day, circ_record_get_text (meeting, CIRC_MEETING_STARTS_AT));
  event->ends_at = circ_date_facts_get_moment (day, circ_record_get_text (meeting, CIRC_MEETING_ENDS_AT));
  event->cancelled = g_strcmp0 (circ_record_get_text (meeting, CIRC_MEETING_STATUS), "cancelled") == 0;
  event->tentative = g_strcmp0 (circ_record_get_text (meeting, CIRC_MEETING_STATUS), "planned") == 0;
  return event;
}

static gboolean
add_meetings (GPtrArray *events,
              CircStore *store,
              const char *from,
              const char *to,
              const char *identity,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEETING);
  g_autoptr (GPtrArray) meetings = NULL;

  circ_query_where_between (query, CIRC_MEETING_DATE, from, to);
  circ_query_sort (query, CIRC_MEETING_DATE, FALSE);
  meetings = circ_store_find (store, query, error);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    g_ptr_array_add (events, new_meeting (store, meetings->pdata[i], identity));
  return meetings != NULL;
}

static void
add_theme_day (GPtrArray *events,
               const CircThemeDay *theme_day,
               int year,
               const char *from,
               const char *to,
               const char *identity)
{
  CircIcsEvent *event;
  CircDay first, last;
  gboolean provisional;
  char iso[11];

  if (!circ_theme_day_in_year (theme_day, year, &first, &last, &provisional))
    return;
  circ_day_to_iso (first, iso);
  if (!is_within (iso, from, to))
    return;
  event = g_new0 (CircIcsEvent, 1);
  event->uid = g_strdup_printf ("theme-%" G_GINT64_FORMAT "-%d@%s", theme_day->id, year, identity);
  /* translators: %s is a theme day whose date its organiser has not confirmed */
  event->summary = provisional ? g_strdup_printf (_ ("%s (provisional)"), theme_day->name) : g_strdup (theme_day->name);
  event->category = g_strdup (_ ("Theme days"));
  event->tentative = provisional;
  event->sequence = theme_day->revision;
  g_strlcpy (event->from, iso, sizeof event->from);
  circ_day_to_iso (last, event->to);
  g_ptr_array_add (events, event);
}

static gboolean
add_theme_days (GPtrArray *events,
                CircStore *store,
                const char *from,
                const char *to,
                const char *identity,
                GError **error)
{
  g_autoptr (CircDateFacts) dates = circ_date_facts_new (store, error);
  int last = circ_day_get_year (circ_day_from_iso (to));

  for (guint i = 0; dates != NULL && i < dates->theme_days->len; i++)
    for (int year = circ_day_get_year (circ_day_from_iso (from)); year <= last; year++)
      add_theme_day (events, dates->theme_days->pdata[i], year, from, to, identity);
  return dates != NULL;
}

/**
 * circ_calendar_list_events:
 * @from, @to: ISO dates: what falls on a day between them
 * @today: ISO date
 *
 * Returns: (transfer full) (element-type CircIcsEvent): occurrences by day, then meetings, then theme days; %NULL with @error
 */
GPtrArray *
circ_calendar_list_events (CircStore *store,
                           const char *from,
                           const char *to,
                           const char *today,
                           GError **error)
{
  g_autoptr (CircRecord) partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  g_autofree char *identity = partnership != NULL ? dup_identity (partnership) : NULL;
  g_autoptr (GPtrArray) lines = identity != NULL ? circ_due_list_new (store, from, to, today, error) : NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_ics_event_free);
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const CircDueLine *line = lines->pdata[i];
      const char *due_on = circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON);
      g_autofree char *uid = dup_line_uid (line, identity);

      /* Of a series that was changed, two may have one number: the later goes by its day as well. */
      if (due_on != NULL && g_hash_table_contains (uids, uid))
        {
          g_autofree char *plain = g_steal_pointer (&uid);

          uid = g_strconcat (due_on, "-", plain, NULL);
        }
      if (is_within (due_on, from, to))
        g_ptr_array_add (events, new_due (store, line, uid));
      g_hash_table_add (uids, g_steal_pointer (&uid));
    }
  if (lines == NULL || !add_meetings (events, store, from, to, identity, error) ||
      !add_theme_days (events, store, from, to, identity, error))
    return NULL;
  return g_steal_pointer (&events);
}

gboolean
circ_calendar_export_ics (CircStore *store,
                          const char *from,
                          const char *to,
                          const char *today,
                          GFile *target,
                          GError **error)
{
  g_autoptr (GPtrArray) events = circ_calendar_list_events (store, from, to, today, error);

  return events != NULL &&
         circ_ics_write (events, _ ("Circulation plan"), g_get_real_time () / G_USEC_PER_SEC, target, error);
}

static void
add_row (CircReportTable *table,
         CircStore *store,
         const CircDueLine *line)
{
  CircRecord *occurrence = line->occurrence;
  const CircField *whom = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  gint64 anchor = circ_due_line_get_anchor (line);
  g_autofree char *name_anchor = anchor != 0 ? circ_store_dup_title (store, anchor) : NULL;
  gint64 responsible = circ_record_get_int (occurrence, CIRC_OCCURRENCE_RESPONSIBLE);
  g_autofree char *name = responsible > 0 ? circ_store_dup_title (store, responsible) : NULL;
  g_autofree char *by = circ_entries_join (whom, circ_record_get (line->item, CIRC_PLAN_ITEM_BY_WHOM), "\n");
  const char *const cells[] = {
    circ_record_get_text (line->item, CIRC_PLAN_ITEM_REF),
    circ_record_get_text (line->item, CIRC_PLAN_ITEM_WHAT),
    circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON),
    circ_record_get_text (occurrence, CIRC_OCCURRENCE_PLAN_BY),
    circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON),
    name != NULL ? name : by,
    circ_occurrence_state_get_title (line->state),
    name_anchor,
    line->provisional ? _ ("Provisional") : NULL,
  };
  const char *filled[G_N_ELEMENTS (cells) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    filled[i] = cells[i] != NULL ? cells[i] : "";
  circ_report_table_add_row (table, filled);
}

static void
add_table (CircReport *report,
           CircStore *store,
           GPtrArray *lines)
{
  CircReportTable *table = circ_report_add_table (report, _ ("Occurrences"));

  circ_report_table_add_column (table, _ ("Reference"), CIRC_CELL_TEXT, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("What needs to be communicated"), CIRC_CELL_TEXT, 4, CIRC_COLUMN_ROW_HEADER);
  circ_report_table_add_column (table, _ ("Due on"), CIRC_CELL_DATE, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("Aim for"), CIRC_CELL_DATE, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("Done on"), CIRC_CELL_DATE, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("By whom"), CIRC_CELL_TEXT, 3, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("State"), CIRC_CELL_TEXT, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("For"), CIRC_CELL_TEXT, 2, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("Note"), CIRC_CELL_TEXT, 1, CIRC_COLUMN_NARROW);
  circ_report_table_set_label_column (table, 1);
  circ_report_table_set_empty_text (table, _ ("Nothing is due."));
  for (guint i = 0; i < lines->len; i++)
    add_row (table, store, lines->pdata[i]);
}

static void
add_figures (CircReport *report,
             GPtrArray *lines)
{
  static const CircOccurrenceState shown[] = {
    CIRC_OCCURRENCE_STATE_OVERDUE, CIRC_OCCURRENCE_STATE_DUE, CIRC_OCCURRENCE_STATE_SCHEDULED, CIRC_OCCURRENCE_STATE_DONE,
    CIRC_OCCURRENCE_STATE_DONE_LATE, CIRC_OCCURRENCE_STATE_EVIDENCE_MISSING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      guint n = 0;

      for (guint j = 0; j < lines->len; j++)
        n += ((const CircDueLine *) lines->pdata[j])->state == shown[i];
      circ_report_add_count (report, circ_occurrence_state_get_title (shown[i]), n);
    }
}

/**
 * circ_calendar_report_new:
 *
 * Returns: (transfer full): what is due between two days, or %NULL with @error
 */
CircReport *
circ_calendar_report_new (CircStore *store,
                          const char *from,
                          const char *to,
                          const char *today,
                          GError **error)
{
  g_autoptr (CircRecord) partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  g_autoptr (GPtrArray) all = partnership != NULL ? circ_due_list_new (store, from, to, today, error) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (CircReport) report = NULL;
  g_autofree char *first = circ_date_format_long (from);
  g_autofree char *last = circ_date_format_long (to);
  g_autofree char *period = NULL;
  CircMarking marking = CIRC_MARKING_OFFICIAL;

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const CircDueLine *line = all->pdata[i];

      if (is_within (circ_record_get_text (line->occurrence, CIRC_OCCURRENCE_DUE_ON), from, to))
        g_ptr_array_add (lines, all->pdata[i]);
    }
  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (circ_record_get_text (((CircDueLine *) lines->pdata[i])->item, CIRC_PLAN_ITEM_MARKING),
                   "official_sensitive") == 0)
      marking = CIRC_MARKING_OFFICIAL_SENSITIVE;
  report = circ_report_new (_ ("Calendar of the circulation plan"));
  /* translators: two dates in full */
  period = g_strdup_printf (_ ("%s to %s"), first, last);
  circ_report_take_partnership (report, partnership, marking, today);
  circ_report_set_period (report, period);
  add_figures (report, lines);
  add_table (report, store, lines);
  return g_steal_pointer (&report);
}
