/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_RETURN_ROWS (circ_return_rows_get_type ())
G_DECLARE_FINAL_TYPE (CircReturnRows, circ_return_rows, CIRC, RETURN_ROWS, GtkWidget)

/**
 * CircReturnRows:
 *
 * The cascade returns of an occurrence under a heading, each a row that opens its window. Follows the store. Hidden while
 * there are none.
 */
GtkWidget *circ_return_rows_new (CircSession *session);
/* @occurrence: saved, or NULL */
void circ_return_rows_set_occurrence (CircReturnRows *self,
                                      CircRecord *occurrence);

G_END_DECLS
