/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"
#include "circ-timing.h"

G_BEGIN_DECLS

#define CIRC_TYPE_WHEN_ROW (circ_when_row_get_type ())
G_DECLARE_FINAL_TYPE (CircWhenRow, circ_when_row, CIRC, WHEN_ROW, GtkWidget)

/**
 * CircWhenRow:
 *
 * One rule of a "when" as an English sentence with choosers in it.
 *
 * Signals: "changed" and "commit" as of CircInput; "remove": the person wants it gone.
 */
GtkWidget *circ_when_row_new (CircSession *session,
                              guint number,
                              const CircTiming *timing,
                              gboolean yearly);
guint circ_when_row_get_number (CircWhenRow *self);
/* What is in the row, whether it can be kept or not. (transfer none) */
const CircTiming *circ_when_row_get_timing (CircWhenRow *self);
/* What it says; NULL with @error, which is shown in the row too, when that can give no date. (transfer full) */
CircTiming *circ_when_row_dup_timing (CircWhenRow *self,
                                      GError **error);
/* As circ_input_prepare(). */
void circ_when_row_prepare (CircWhenRow *self,
                            CircChange *change);
/* The first control of the sentence. */
GtkWidget *circ_when_row_get_focus (CircWhenRow *self);
void circ_when_row_set_removable (CircWhenRow *self,
                                  gboolean removable);

G_END_DECLS
