/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-draft.h"

G_BEGIN_DECLS

#define CIRC_TYPE_EVIDENCE_ROWS (circ_evidence_rows_get_type ())
G_DECLARE_FINAL_TYPE (CircEvidenceRows, circ_evidence_rows, CIRC, EVIDENCE_ROWS, GtkWidget)

/**
 * CircEvidenceRows:
 *
 * The pieces of evidence of an occurrence, each a small form. Nothing is saved here: what was added, changed and taken
 * away goes into the change that the window makes.
 *
 * Signal "emptied": the last piece was taken away; the focus needs a new place.
 */
GtkWidget *circ_evidence_rows_new (CircSession *session);
/* The evidence that @occurrence (saved, or NULL) has, in the place of what another one has, which stays as it is saved. New
 * pieces stay. */
void circ_evidence_rows_load (CircEvidenceRows *self,
                              CircRecord *occurrence);
/* Another piece, with the kind that the methods of @occurrence usually leave, dated when it was done. */
void circ_evidence_rows_add (CircEvidenceRows *self,
                             CircRecord *occurrence);
/* The day of the occurrence has changed: what was dated by it follows. @day may be NULL. */
void circ_evidence_rows_set_day (CircEvidenceRows *self,
                                 const char *day);
guint circ_evidence_rows_get_n (CircEvidenceRows *self);
gboolean circ_evidence_rows_commit (CircEvidenceRows *self);
gboolean circ_evidence_rows_is_changed (CircEvidenceRows *self);
/* Follows what another window changed meanwhile; what was changed or taken away here too is added to @conflicts. */
void circ_evidence_rows_follow (CircEvidenceRows *self,
                                CircConflicts *conflicts);
/* The unsaved ones. (transfer full) (element-type CircRecord) */
GPtrArray *circ_evidence_rows_list_new (CircEvidenceRows *self);
/* What was edited and what was taken away. */
void circ_evidence_rows_add_changes (CircEvidenceRows *self,
                                     CircChange *change);

G_END_DECLS
