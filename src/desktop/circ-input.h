/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_INPUT (circ_input_get_type ())
G_DECLARE_DERIVABLE_TYPE (CircInput, circ_input, CIRC, INPUT, GtkWidget)

/**
 * CircInput:
 *
 * The control in which one value of a catalogue field is edited, without label, record or saving: those are
 * CircFieldRow's. Usable alone where there is no record (a row of a table being imported, a dialog).
 *
 * Signals:
 * "changed": the value in the control is not what it was (also while half typed)
 * "commit": the person has finished (Enter, a choice made, a chip removed): save now
 */
struct _CircInputClass {
  GtkWidgetClass parent_class;

  void (*set_value) (CircInput *self,
                     GVariant *value);
  GVariant *(*dup_value) (CircInput *self,
                          GError **error);
  GtkWidget *(*get_focus) (CircInput *self);
  void (*prepare) (CircInput *self,
                   CircChange *change);
  void (*forget_undo) (CircInput *self);
  void (*set_editable) (CircInput *self,
                        gboolean editable);
};

/* The right control for @field. (transfer floating) */
CircInput *circ_input_new_for_field (CircSession *session,
                                     const CircField *field);
CircSession *circ_input_get_session (CircInput *self);
const CircField *circ_input_get_field (CircInput *self);
/* The record whose field it is, NULL where there is none: for a control that depends on more of it than its own value. */
void circ_input_set_record (CircInput *self,
                            CircRecord *record);
CircRecord *circ_input_get_record (CircInput *self);
/* Shows @value (NULL: empty) without emitting anything. */
void circ_input_set_value (CircInput *self,
                           GVariant *value);
/* The value in the control; NULL without @error when it is empty, NULL with @error when the text is not a value. */
GVariant *circ_input_dup_value (CircInput *self,
                                GError **error);
/* Adds to @change what has to be saved with the value: records the person added by typing. */
void circ_input_prepare (CircInput *self,
                         CircChange *change);
/* The widget that takes the focus, and whose accessible name is the field's. */
GtkWidget *circ_input_get_focus (CircInput *self);
/* Forgets the control's own typing history, so that Ctrl+Z goes to the window's undo. */
void circ_input_forget_undo (CircInput *self);
void circ_input_set_editable (CircInput *self,
                              gboolean editable);

/* For subclasses. */
void circ_input_emit_changed (CircInput *self);
void circ_input_emit_commit (CircInput *self);

G_END_DECLS
