/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-boolean-input.h"

struct _CircBooleanInput {
  CircInput parent_instance;

  GtkWidget *label;
  GtkWidget *toggle;
};

G_DEFINE_FINAL_TYPE (CircBooleanInput, circ_boolean_input, CIRC_TYPE_INPUT)

static void
active_cb (CircBooleanInput *self)
{
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
circ_boolean_input_set_value (CircInput *input,
                              GVariant *value)
{
  gtk_switch_set_active (GTK_SWITCH (CIRC_BOOLEAN_INPUT (input)->toggle),
                         value != NULL && g_variant_get_boolean (value));
}

static GVariant *
circ_boolean_input_dup_value (CircInput *input,
                              GError **error)
{
  gboolean active = gtk_switch_get_active (GTK_SWITCH (CIRC_BOOLEAN_INPUT (input)->toggle));

  return g_variant_ref_sink (g_variant_new_boolean (active));
}

static GtkWidget *
circ_boolean_input_get_focus (CircInput *input)
{
  return CIRC_BOOLEAN_INPUT (input)->toggle;
}

/* The title stands beside the switch, not above it: CircFieldRow leaves it to this control. */
static void
circ_boolean_input_constructed (GObject *object)
{
  CircBooleanInput *self = CIRC_BOOLEAN_INPUT (object);

  G_OBJECT_CLASS (circ_boolean_input_parent_class)->constructed (object);

  gtk_label_set_label (GTK_LABEL (self->label), circ_field_get_title (circ_input_get_field (CIRC_INPUT (self))));
}

static void
circ_boolean_input_class_init (CircBooleanInputClass *klass)
{
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = circ_boolean_input_constructed;
  input_class->set_value = circ_boolean_input_set_value;
  input_class->dup_value = circ_boolean_input_dup_value;
  input_class->get_focus = circ_boolean_input_get_focus;
}

static void
circ_boolean_input_init (CircBooleanInput *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->toggle);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}
