/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an occurrence comes from. The token is part of circ_occurrence_ref_dup_text(). */
typedef enum {
  CIRC_SOURCE_EVENT,    /* a meeting, a publication ...: its id */
  CIRC_SOURCE_YEAR,     /* a day of the year: the year */
  CIRC_SOURCE_SERIES,   /* a regular one: which of the series */
  CIRC_SOURCE_THEME,    /* a theme day: its id and the year */
  CIRC_SOURCE_TRIGGER,  /* something that happened: its id */
  CIRC_SOURCE_WAITING,  /* nothing yet: it waits for a trigger or a date */
  CIRC_SOURCE_BY_HAND,  /* recorded by hand; planning leaves it alone */
  CIRC_N_SOURCES,
} CircSource;

/**
 * CircOccurrenceRef:
 * @source: what the occurrence comes from
 * @id: of the event, the theme day or the trigger
 * @number: the year, or which of a series
 * @via: for one that follows another item, the rules that it was followed through, else 0
 *
 * Which occurrence of a rule this is, whatever day it falls on: a meeting that moves keeps its occurrence. With item and
 * rule it names an occurrence for good; of a series that was changed, together with the day that is recorded. A plain value.
 */
typedef struct {
  CircSource source;
  gint64 id;
  int number;
  gint64 via;
} CircOccurrenceRef;

guint circ_occurrence_ref_hash (const CircOccurrenceRef *self);
gboolean circ_occurrence_ref_equal (const CircOccurrenceRef *self,
                                    const CircOccurrenceRef *other);
char *circ_occurrence_ref_dup_text (const CircOccurrenceRef *self);
gboolean circ_occurrence_ref_from_text (const char *text,
                                        CircOccurrenceRef *self);

G_END_DECLS
