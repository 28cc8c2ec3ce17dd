/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-text-input.h"

/* Wide enough for the largest number or amount that is likely. */
#define NUMBER_WIDTH_CHARS 12

struct _CircTextInput {
  CircInput parent_instance;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (CircTextInput, circ_text_input, CIRC_TYPE_INPUT)

static void
circ_text_input_forget_undo (CircInput *input)
{
  CircTextInput *self = CIRC_TEXT_INPUT (input);

  /* Turning undo off is what empties the history. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
}

static void
circ_text_input_set_value (CircInput *input,
                           GVariant *value)
{
  CircTextInput *self = CIRC_TEXT_INPUT (input);
  g_autofree char *text = circ_field_format (circ_input_get_field (input), value);

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) == 0)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  circ_text_input_forget_undo (input);
}

static GVariant *
circ_text_input_dup_value (CircInput *input,
                           GError **error)
{
  CircTextInput *self = CIRC_TEXT_INPUT (input);
  CircSession *session = circ_input_get_session (input);

  return circ_field_parse (circ_input_get_field (input), gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                           circ_session_get_today (session), error);
}

static GtkWidget *
circ_text_input_get_focus (CircInput *input)
{
  return CIRC_TEXT_INPUT (input)->entry;
}

static void
circ_text_input_set_editable (CircInput *input,
                              gboolean editable)
{
  CircTextInput *self = CIRC_TEXT_INPUT (input);

  /* Still focusable: what may not be changed may be read and copied. */
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  if (editable)
    gtk_widget_remove_css_class (self->entry, "circ-fixed");
  else
    gtk_widget_add_css_class (self->entry, "circ-fixed");
}

static void
circ_text_input_constructed (GObject *object)
{
  CircTextInput *self = CIRC_TEXT_INPUT (object);
  const CircField *field = circ_input_get_field (CIRC_INPUT (self));

  G_OBJECT_CLASS (circ_text_input_parent_class)->constructed (object);

  if (field->kind == CIRC_FIELD_INTEGER || field->kind == CIRC_FIELD_MONEY || field->kind == CIRC_FIELD_DECIMAL)
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), NUMBER_WIDTH_CHARS);
      gtk_widget_set_halign (self->entry, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->entry, "numeric");
    }
  else
    {
      /* A field may get narrow; what does not fit scrolls inside it. */
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
    }
}

static void
circ_text_input_class_init (CircTextInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_text_input_constructed;
  input_class->set_value = circ_text_input_set_value;
  input_class->dup_value = circ_text_input_dup_value;
  input_class->get_focus = circ_text_input_get_focus;
  input_class->forget_undo = circ_text_input_forget_undo;
  input_class->set_editable = circ_text_input_set_editable;
}

static void
circ_text_input_init (CircTextInput *self)
{
  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (circ_input_emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (circ_input_emit_commit), self, G_CONNECT_SWAPPED);
}
