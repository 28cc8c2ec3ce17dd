/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "circ-document-error.h"

G_BEGIN_DECLS

/**
 * CircIcsEvent:
 * @uid: the same each time that the same thing is written, so that importing twice updates
 * @sequence: rises with each change of it
 * @summary: one line
 * @description: (nullable)
 * @location: (nullable)
 * @category: (nullable)
 * @from: ISO date: the first day, or the day of a time of day
 * @to: ISO date: the last day
 * @starts_at: seconds since 1970 UTC, or 0 for whole days
 * @ends_at: the same; 0 where it is not known
 * @cancelled: calendars that have it take it out
 * @tentative: its day is not certain yet
 *
 * An entry of a calendar. Free with circ_ics_event_free().
 */
typedef struct {
  char *uid;
  gint64 sequence;
  char *summary;
  char *description;
  char *location;
  char *category;
  char from[11];
  char to[11];
  gint64 starts_at;
  gint64 ends_at;
  gboolean cancelled;
  gboolean tentative;
} CircIcsEvent;

void circ_ics_event_free (CircIcsEvent *self);

gboolean circ_ics_write (GPtrArray *events,
                         const char *name,
                         gint64 now,
                         GFile *target,
                         GError **error);

G_END_DECLS
