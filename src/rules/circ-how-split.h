/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CircHowSplit:
 * @lines: the cell's lines as they stand, trimmed, blank ones left out (element-type utf8)
 * @is_role: one byte per line: 1 when it says by whom, 0 when it says how
 * @sure: whether every line was recognised and the role lines stand together at the end, as the strategies print them
 *
 * A "How, by whom" cell taken apart. Nothing is lost or reordered: each list keeps its lines in the cell's order.
 */
typedef struct {
  GPtrArray *lines;
  GByteArray *is_role;
  gboolean sure;
} CircHowSplit;

CircHowSplit *circ_how_split_new (const char *cell);
CircHowSplit *circ_how_split_copy (const CircHowSplit *self);
void circ_how_split_free (CircHowSplit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircHowSplit, circ_how_split_free)

void circ_how_split_set_role (CircHowSplit *self,
                              guint line,
                              gboolean is_role);
GPtrArray *circ_how_split_dup_list (const CircHowSplit *self,
                                    gboolean roles);

G_END_DECLS
