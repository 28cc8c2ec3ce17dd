/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar file, RFC 5545, for Outlook and the like. */
#include "config.h"

#include "circ-ics-writer.h"

#include <libical/ical.h>
#include <string.h>

#include "circ-atomic-file.h"

void
circ_ics_event_free (CircIcsEvent *self)
{
  g_free (self->uid);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->location);
  g_free (self->category);
  g_free (self);
}

/* Only line breaks and tabs are allowed of the control characters (RFC 5545, 3.1). */
static char *
dup_clean (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static struct icaltimetype
get_moment (gint64 moment)
{
  return icaltime_from_timet_with_zone ((time_t) moment, 0, icaltimezone_get_utc_timezone ());
}

static struct icaltimetype
get_date (const char *iso,
          int days)
{
  GDate date;
  struct icaltimetype time = icaltime_null_date ();

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_ascii_strtoull (iso + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoull (iso + 5, NULL, 10), (GDateYear) g_ascii_strtoull (iso, NULL, 10));
  if (days > 0)
    g_date_add_days (&date, (guint) days);
  time.year = g_date_get_year (&date);
  time.month = (int) g_date_get_month (&date);
  time.day = g_date_get_day (&date);
  time.is_date = 1;
  return time;
}

static void
add_text (icalcomponent *component,
          icalproperty *(*new_property) (const char *),
          const char *text)
{
  g_autofree char *clean = text != NULL ? dup_clean (text) : NULL;

  if (clean != NULL && *clean != '\0')
    icalcomponent_add_property (component, new_property (clean));
}

static icalcomponent *
new_event (const CircIcsEvent *event,
           gint64 now)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (get_moment (now)));
  icalcomponent_add_property (component, icalproperty_new_sequence ((int) CLAMP (event->sequence, 0, G_MAXINT)));
  if (event->starts_at != 0)
    {
      icalcomponent_add_property (component, icalproperty_new_dtstart (get_moment (event->starts_at)));
      if (event->ends_at > event->starts_at)
        icalcomponent_add_property (component, icalproperty_new_dtend (get_moment (event->ends_at)));
    }
  else
    {
      /* The end is the first day that is no longer part of it. */
      icalcomponent_add_property (component, icalproperty_new_dtstart (get_date (event->from, 0)));
      icalcomponent_add_property (component, icalproperty_new_dtend (get_date (event->to, 1)));
      icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
    }
  add_text (component, icalproperty_new_summary, event->summary);
  add_text (component, icalproperty_new_description, event->description);
  add_text (component, icalproperty_new_location, event->location);
  add_text (component, icalproperty_new_categories, event->category);
  icalcomponent_add_property (
    component, icalproperty_new_status (event->cancelled ? ICAL_STATUS_CANCELLED
                                        : event->tentative ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED));
  return component;
}

/**
 * circ_ics_write:
 * @events: (element-type CircIcsEvent)
 * @name: what the calendar is called
 * @now: seconds since 1970 UTC: when it was made
 * @target: appears whole or not at all
 */
gboolean
circ_ics_write (GPtrArray *events,
                const char *name,
                gint64 now,
                GFile *target,
                GError **error)
{
  g_autoptr (CircAtomicFile) file = circ_atomic_file_new (target, error);
  icalcomponent *calendar;
  icalproperty *called;
  char *text;
  gboolean written;

  if (file == NULL)
    return FALSE;
  calendar = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                                  icalproperty_new_prodid ("-//Circulate//Circulate " CIRC_VERSION "//EN"),
                                  icalproperty_new_calscale ("GREGORIAN"),
                                  (void *) 0);
  called = icalproperty_new_x (name);
  icalproperty_set_x_name (called, "X-WR-CALNAME");
  icalcomponent_add_property (calendar, called);
  for (guint i = 0; i < events->len; i++)
    icalcomponent_add_component (calendar, new_event (events->pdata[i], now));
  text = icalcomponent_as_ical_string_r (calendar);
  icalcomponent_free (calendar);
  written = circ_atomic_file_write (file, text, strlen (text), error) && circ_atomic_file_commit (file, error);
  icalmemory_free_buffer (text);
  return written;
}
