/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-input.h"

G_BEGIN_DECLS

#define CIRC_TYPE_FIELD_ROW (circ_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CircFieldRow, circ_field_row, CIRC, FIELD_ROW, GtkWidget)

/**
 * CircFieldRow:
 *
 * One field of one record: label above, control, help and error beneath, all from the catalogue. Saves on leaving the
 * field, on Enter, on a choice, and two seconds after the last keystroke in long text; Escape puts the saved value back.
 * What cannot be saved stays in the control with the reason beneath. Follows the record (undo, another window) unless
 * it is being edited.
 *
 * A record that was never saved (id 0) is a draft: its values are set on the record at once and nothing is stored;
 * insert it with a change when the dialog is confirmed, after circ_form_commit().
 *
 * Signals: "saved": the record carries the value that is shown; "left": the keyboard goes on to something else after
 * something was written here.
 */
GtkWidget *circ_field_row_new (CircSession *session,
                               const CircKind *kind,
                               guint field);
/* NULL: empty and insensitive. Commits what is pending for the record before; a text that cannot be saved is lost
 * only then, so ask circ_field_row_commit() first where the person can still mend it. */
void circ_field_row_set_record (CircFieldRow *self,
                                CircRecord *record);
CircRecord *circ_field_row_get_record (CircFieldRow *self);
guint circ_field_row_get_field (CircFieldRow *self);
/* The control inside, for a caller that needs more of it. (transfer none) */
CircInput *circ_field_row_get_input (CircFieldRow *self);
/* Saves what is pending. FALSE when it could not be saved: the text stays, the reason is shown. */
gboolean circ_field_row_commit (CircFieldRow *self);
/* Puts the record's value back into the control. */
void circ_field_row_restore (CircFieldRow *self);
gboolean circ_field_row_is_pending (CircFieldRow *self);
/* For a draft: says beside the field what the file says there (NULL: nothing), for the person to keep what is here or to take
 * it. An answer, another value or another record ends it. @theirs: (transfer none), not floating */
void circ_field_row_offer (CircFieldRow *self,
                           GVariant *theirs);
void circ_field_row_end_offer (CircFieldRow *self);
gboolean circ_field_row_is_offered (CircFieldRow *self);
/* A sentence beside the field that is not the control's own (from circ_record_check()); NULL takes it away. */
void circ_field_row_set_problem (CircFieldRow *self,
                                 const char *problem);

G_END_DECLS
