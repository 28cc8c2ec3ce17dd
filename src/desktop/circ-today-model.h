/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"
#include "circ-today-view.h"

G_BEGIN_DECLS

#define CIRC_TYPE_TODAY_MODEL (circ_today_model_get_type ())
G_DECLARE_FINAL_TYPE (CircTodayModel, circ_today_model, CIRC, TODAY_MODEL, GObject)

/* From how many occurrences on a worker reads the first rows too: what is due is in an index of what is open, and there in a
 * few milliseconds. */
#define CIRC_TODAY_THRESHOLD 200000

/**
 * CircTodayModel:
 *
 * The list of the day: for each group with something in it a heading (CircTodayRow) and its rows, which are CircRecords of
 * kind occurrence where there is a date, else CircTodayRows. Follows the store and the day.
 *
 * Signals: "counted": a group has other rows than before, or is read; "failed" (GError): what waits could not be read.
 */
CircTodayModel *circ_today_model_new (CircSession *session);
/* Rows are read from now on: a page that nobody looks at costs the start of the window nothing. */
void circ_today_model_begin (CircTodayModel *self);
/* What waits is read from now on: all items and their rules, while the rows of days come from an index. */
void circ_today_model_read_waiting (CircTodayModel *self);
/* Copied. */
void circ_today_model_set_view (CircTodayModel *self,
                                const CircTodayView *view);
/* For tests, from the next reading on. */
void circ_today_model_set_threshold (CircTodayModel *self,
                                     guint threshold);
GListModel *circ_today_model_get_rows (CircTodayModel *self);
guint circ_today_model_get_count (CircTodayModel *self,
                                  CircTodayGroup group);
/* Whether rows are on their way. */
gboolean circ_today_model_is_busy (CircTodayModel *self);

G_END_DECLS
