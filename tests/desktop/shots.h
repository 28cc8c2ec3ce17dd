/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-window.h"

G_BEGIN_DECLS

/* GTK has no window manager here: a size that is asked for later is taken over too. */
#define NARROW_WIDTH 480

/* Writes the picture NAME.png into the folder that was named at the start. */
void shoot (gpointer widget,
            const char *name);
void set_dark (gboolean dark);
void set_scale (int percent);
void resize (CircTestWindow *test,
             int width,
             int height);
/* The item of the sample for which most was recorded. (transfer full) */
CircRecord *find_busy_item (CircTestWindow *test);
/* Shows it in the details. */
void choose (CircTestWindow *test,
             CircRecord *item);

/* Scrolls the form of the chosen item down by that part of its length. */
void scroll_details (CircTestWindow *test,
                     double part);

/* shots-when.c: rules as sentences, and the calendar. */
void shots_add_when (void);
/* shots-keep.c: what keeps a record safe. */
void shots_add_keep (void);
/* shots-matrix.c: the page of audiences. */
void shots_add_matrix (void);
/* shots-results.c: campaigns, measures and their readings. */
void shots_add_results (void);
/* shots-today.c: the list of the day, and what is said of its rows. */
void shots_add_today (void);

G_END_DECLS
