/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* What the measurements of windows share: the main loop by hand, the work of each frame, and what is printed. */

extern gint64 bench_longest;     /* microseconds: the longest time for which it would not have answered a key */
extern GArray *bench_frame_work; /* (element-type double): milliseconds, of each frame of the windows that are watched */

/* Call after gtk_init(). */
void bench_frames_init (void);
void bench_turn (void);
/* @window is realized. */
void bench_watch_frames (GtkWindow *window);
/* Until it has painted once more, all of it asked for. */
void bench_wait_frame (GtkWindow *window);
/* Until what has been asked for already is painted. */
void bench_next_frame (void);
/* Milliseconds. */
double bench_since (gint64 begin);
/* @hundredth: 50 for the median. Sorts @numbers. */
double bench_quantile (GArray *numbers,
                       guint hundredth);
void bench_tell (const char *name,
                 double ours,
                 double peer);
GtkWidget *bench_find_type (GtkWidget *widget,
                            GType type);
