/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-session.h"

G_BEGIN_DECLS

/**
 * CircTodayWords:
 * @what: (owned): what is to be done, or who is waited for
 * @who: (owned): to whom and by whom, or what it is about; may be empty
 * @due: (owned) (nullable): "3 days late", "Fri 4 Dec"; %NULL where there is no date
 * @day: (owned) (nullable): the same day in full
 * @icon, @state: how it stands, as icon and word
 * @step: the usual next step
 *
 * What a row of the list of the day says.
 */
typedef struct {
  char *what;
  char *who;
  char *due;
  char *day;
  const char *icon;
  const char *state;
  gboolean overdue;
  const char *step;
} CircTodayWords;

/* @row: a CircRecord of kind occurrence, cascade-return or format-request, or a CircTodayRow that is no heading. */
void circ_today_words_init (CircTodayWords *words,
                            CircSession *session,
                            GObject *row);
void circ_today_words_clear (CircTodayWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CircTodayWords, circ_today_words_clear)

/* What any row of the list is about. (transfer full) (nullable): its plan item, when it has one that can be read */
CircRecord *circ_today_dup_item (CircSession *session,
                                 GObject *row);

G_END_DECLS
