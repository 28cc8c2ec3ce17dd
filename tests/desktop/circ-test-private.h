/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-window.h"

G_BEGIN_DECLS

/* The sanitizers and a machine with other things to do make everything slower; only a test that fails waits this long. */
#if defined(__SANITIZE_ADDRESS__)
#define CIRC_TEST_SECONDS 30
#else
#define CIRC_TEST_SECONDS 10
#endif

/* When it is too late, in the time of g_get_monotonic_time(). */
gint64 circ_test_deadline (void);
/* Handles one event, or waits for one for a moment. */
void circ_test_turn (void);
/* Called for each mapped widget under a root, popovers included, outermost first; TRUE ends the walk. */
typedef gboolean (*CircTestVisit) (GtkWidget *widget,
                                   gpointer user_data);
GtkWidget *circ_test_walk (GtkWidget *root,
                           CircTestVisit visit,
                           gpointer user_data);
/* Whether a person would know @widget by @text. */
gboolean circ_test_is_called (GtkWidget *widget,
                              const char *text);

G_END_DECLS
