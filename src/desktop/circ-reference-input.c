/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-reference-input.h"

#include <glib/gi18n-lib.h>

#include "circ-chooser-popover.h"

struct _CircReferenceInput {
  CircInput parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *clear_button;
  GtkWidget *popover; /* (owned) by the button; made when it is first opened */

  gint64 id;
  CircRecord *fresh; /* (owned) (nullable): added by typing, saved with the value */
};

G_DEFINE_FINAL_TYPE (CircReferenceInput, circ_reference_input, CIRC_TYPE_INPUT)

static void
update (CircReferenceInput *self)
{
  const CircField *field = circ_input_get_field (CIRC_INPUT (self));
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *clear = NULL;
  gboolean set = self->fresh != NULL || self->id != 0;

  if (self->fresh != NULL)
    title = circ_record_dup_title (self->fresh);
  else
    title = set ? circ_session_dup_title_and_state (circ_input_get_session (CIRC_INPUT (self)), self->id) : g_strdup (_ ("None"));
  gtk_label_set_text (GTK_LABEL (self->label), title);
  if (set && !circ_session_is_put_away (circ_input_get_session (CIRC_INPUT (self)), self->id))
    gtk_widget_remove_css_class (self->label, "dim-label");
  else
    gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_visible (self->clear_button, set);

  name = g_strdup_printf (_ ("%s: %s"), circ_field_get_title (field), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* translators: a button that empties a field; %s is the label of the field */
  clear = g_strdup_printf (_ ("Clear %s"), circ_field_get_title (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  gtk_widget_set_tooltip_text (self->clear_button, clear);
}

static void
choose (CircReferenceInput *self,
        gint64 id,
        CircRecord *fresh)
{
  self->id = id;
  g_set_object (&self->fresh, fresh);
  update (self);
  gtk_widget_grab_focus (self->button);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
chosen_cb (CircReferenceInput *self,
           gint64 id)
{
  choose (self, id, NULL);
}

static void
add_cb (CircReferenceInput *self,
        int kind,
        const char *words)
{
  g_autoptr (CircRecord) fresh =
    circ_session_new_record (circ_input_get_session (CIRC_INPUT (self)), kind, words);

  choose (self, 0, fresh);
}

static void
clear_cb (CircReferenceInput *self)
{
  choose (self, 0, NULL);
}

/* A form may have dozens of these; a chooser is made for those that are opened. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer user_data)
{
  CircReferenceInput *self = user_data;
  g_autoptr (GArray) excluded = NULL;

  if (self->popover == NULL)
    {
      self->popover = circ_chooser_popover_new (circ_input_get_session (CIRC_INPUT (self)));
      circ_chooser_popover_set_kinds (CIRC_CHOOSER_POPOVER (self->popover),
                                      circ_input_get_field (CIRC_INPUT (self))->targets);
      g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->popover, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->popover);
    }
  excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (excluded, self->id);
  circ_chooser_popover_set_excluded (CIRC_CHOOSER_POPOVER (self->popover), excluded);
}

static void
circ_reference_input_set_value (CircInput *input,
                                GVariant *value)
{
  CircReferenceInput *self = CIRC_REFERENCE_INPUT (input);

  self->id = value != NULL ? g_variant_get_int64 (value) : 0;
  g_clear_object (&self->fresh);
  update (self);
}

static GVariant *
circ_reference_input_dup_value (CircInput *input,
                                GError **error)
{
  CircReferenceInput *self = CIRC_REFERENCE_INPUT (input);
  gint64 id = self->fresh != NULL ? circ_record_get_id (self->fresh) : self->id;

  return id != 0 ? g_variant_ref_sink (g_variant_new_int64 (id)) : NULL;
}

static void
circ_reference_input_prepare (CircInput *input,
                              CircChange *change)
{
  CircReferenceInput *self = CIRC_REFERENCE_INPUT (input);

  if (self->fresh != NULL && circ_record_get_id (self->fresh) <= 0)
    circ_change_insert (change, self->fresh);
}

static GtkWidget *
circ_reference_input_get_focus (CircInput *input)
{
  return CIRC_REFERENCE_INPUT (input)->button;
}

static void
circ_reference_input_dispose (GObject *object)
{
  g_clear_object (&CIRC_REFERENCE_INPUT (object)->fresh);

  G_OBJECT_CLASS (circ_reference_input_parent_class)->dispose (object);
}

static void
circ_reference_input_constructed (GObject *object)
{
  G_OBJECT_CLASS (circ_reference_input_parent_class)->constructed (object);
  g_signal_connect_object (circ_session_get_store (circ_input_get_session (CIRC_INPUT (object))), "changed",
                           G_CALLBACK (update), object, G_CONNECT_SWAPPED);

  update (CIRC_REFERENCE_INPUT (object));
}

static void
circ_reference_input_class_init (CircReferenceInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_reference_input_constructed;
  object_class->dispose = circ_reference_input_dispose;
  input_class->set_value = circ_reference_input_set_value;
  input_class->dup_value = circ_reference_input_dup_value;
  input_class->prepare = circ_reference_input_prepare;
  input_class->get_focus = circ_reference_input_get_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-reference-input.ui");
  gtk_widget_class_bind_template_child (widget_class, CircReferenceInput, button);
  gtk_widget_class_bind_template_child (widget_class, CircReferenceInput, label);
  gtk_widget_class_bind_template_child (widget_class, CircReferenceInput, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
circ_reference_input_init (CircReferenceInput *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button puts what it holds in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->label), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
}
