/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At @position, @removed ids go and @added come, which are those at @source of the new array. */
typedef struct {
  guint position;
  guint removed;
  guint added;
  guint source;
} CircIdStep;

/* The steps from @before to @after (element-type gint64), each to be done on the result of the one before it: few and
 * small ones where a few rows came, went or moved, else everything between what is common at both ends in two steps,
 * first out and then in. (transfer full) (element-type CircIdStep) */
GArray *circ_id_diff (GArray *before,
                      GArray *after);

G_END_DECLS
