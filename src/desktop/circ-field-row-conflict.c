/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people at one field: what the other one has written is shown, and the person says which it is to be. A saved record
 * is in conflict by itself, when it changes under an edit; a draft is offered what its window has found. */
#include "config.h"

#include "circ-field-row-private.h"

#include <glib/gi18n-lib.h>

#include "circ-value-words.h"

gboolean
circ_field_row_has_conflict (CircFieldRow *self)
{
  return circ_record_get_id (self->record) > 0
         && !circ_value_equal (circ_record_get (self->record, self->field), self->base);
}

/* The button that was pressed goes away, and the keyboard with it but for this. */
static void
take_cb (CircFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->input));
  if (self->offered)
    {
      g_autoptr (GVariant) theirs = g_steal_pointer (&self->theirs);

      self->offered = FALSE;
      circ_record_set (self->record, self->field, theirs);
    }
  circ_field_row_restore (self);
}

static void
keep_cb (CircFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->input));
  if (self->offered)
    {
      circ_field_row_end_offer (self);
      return;
    }
  self->pending = FALSE;
  circ_field_row_begin_edit (self);
  circ_field_row_commit (self);
}

/* Several fields may ask at once: a reader hears of which one it is. */
static void
add_answer (CircFieldRow *self,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  circ_field_get_title (circ_field_row_get_catalogue (self)), -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->answers), button);
}

/* Beneath the sentence, which is there already. */
static void
show_answers (CircFieldRow *self)
{
  if (self->answers == NULL)
    {
      self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      add_answer (self, _ ("Keep Mine"), G_CALLBACK (keep_cb));
      add_answer (self, _ ("Take Theirs"), G_CALLBACK (take_cb));
      gtk_box_append (GTK_BOX (self->box), self->answers);
    }
  gtk_widget_set_visible (self->answers, TRUE);
}

void
circ_field_row_show_conflict (CircFieldRow *self)
{
  const CircField *field = circ_field_row_get_catalogue (self);
  g_autofree char *text = self->offered
                            ? circ_value_dup_offer (self->session, field, self->theirs)
                            : circ_value_dup_conflict (self->session, field, circ_record_get (self->record, self->field));

  circ_field_row_set_own_problem (self, text);
  show_answers (self);
}

void
circ_field_row_offer (CircFieldRow *self,
                      GVariant *theirs)
{
  g_return_if_fail (CIRC_IS_FIELD_ROW (self));
  g_return_if_fail (self->record != NULL && circ_record_get_id (self->record) <= 0);

  g_clear_pointer (&self->theirs, g_variant_unref);
  self->theirs = theirs != NULL ? g_variant_ref (theirs) : NULL;
  self->offered = TRUE;
  circ_field_row_show_conflict (self);
}

void
circ_field_row_end_offer (CircFieldRow *self)
{
  g_return_if_fail (CIRC_IS_FIELD_ROW (self));

  if (!self->offered)
    return;
  self->offered = FALSE;
  g_clear_pointer (&self->theirs, g_variant_unref);
  circ_field_row_set_own_problem (self, NULL);
}

gboolean
circ_field_row_is_offered (CircFieldRow *self)
{
  g_return_val_if_fail (CIRC_IS_FIELD_ROW (self), FALSE);
  return self->offered;
}
