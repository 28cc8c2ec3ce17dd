/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-boolean-input.h"

struct _CircBooleanInput {
  CircInput parent_instance;

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

static void
circ_boolean_input_class_init (CircBooleanInputClass *klass)
{
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  input_class->set_value = circ_boolean_input_set_value;
  input_class->dup_value = circ_boolean_input_dup_value;
  input_class->get_focus = circ_boolean_input_get_focus;
}

static void
circ_boolean_input_init (CircBooleanInput *self)
{
  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->toggle, GTK_ALIGN_END);
  gtk_widget_set_parent (self->toggle, GTK_WIDGET (self));
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}
