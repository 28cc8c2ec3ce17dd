/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing that is written to standard error between the two is seen. They count, and may be called on any thread. */
void circ_hush_begin (void);
void circ_hush_end (void);

G_END_DECLS
