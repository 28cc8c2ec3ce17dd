/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-chip.h"

#include <glib/gi18n-lib.h>

#include "circ-wrap-layout.h"

struct _CircChip {
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *note;
  GtkWidget *remove_button;
  char *meaning;
};

G_DEFINE_FINAL_TYPE (CircChip, circ_chip, GTK_TYPE_WIDGET)

enum {
  ACTIVATED,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_name (CircChip *self)
{
  const char *text = gtk_label_get_text (GTK_LABEL (self->label));
  g_autoptr (GString) name = g_string_new (text);
  g_autofree char *remove = NULL;

  if (gtk_widget_get_visible (self->note))
    g_string_append_printf (name, ", %s", gtk_label_get_text (GTK_LABEL (self->note)));
  if (self->meaning != NULL)
    g_string_append_printf (name, ", %s", self->meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_widget_set_tooltip_text (self->body, name->str);

  /* translators: a button that takes one entry out of a list; %s is the entry */
  remove = g_strdup_printf (_ ("Remove %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
}

static void
activated_cb (CircChip *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
remove_cb (CircChip *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
remove_binding (GtkWidget *widget,
                GVariant *args,
                gpointer user_data)
{
  CircChip *self = CIRC_CHIP (widget);

  if (!gtk_widget_get_visible (self->remove_button))
    return FALSE;
  g_signal_emit (self, signals[REMOVE], 0);

  return TRUE;
}

static gboolean
circ_chip_grab_focus (GtkWidget *widget)
{
  /* GTK asks this of what Shift+Tab is about to leave: to take it back would hold the keyboard there for good. */
  if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return FALSE;
  return gtk_widget_grab_focus (CIRC_CHIP (widget)->body);
}

static void
circ_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CIRC_TYPE_CHIP);

  G_OBJECT_CLASS (circ_chip_parent_class)->dispose (object);
}

static void
circ_chip_finalize (GObject *object)
{
  g_free (CIRC_CHIP (object)->meaning);

  G_OBJECT_CLASS (circ_chip_parent_class)->finalize (object);
}

static void
circ_chip_class_init (CircChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = circ_chip_dispose;
  object_class->finalize = circ_chip_finalize;
  widget_class->grab_focus = circ_chip_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", CIRC_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", CIRC_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, CircChip, body);
  gtk_widget_class_bind_template_child (widget_class, CircChip, icon);
  gtk_widget_class_bind_template_child (widget_class, CircChip, label);
  gtk_widget_class_bind_template_child (widget_class, CircChip, note);
  gtk_widget_class_bind_template_child (widget_class, CircChip, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, remove_binding, NULL);
}

static void
circ_chip_init (CircChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_chip_new (const char *text)
{
  CircChip *self = g_object_new (CIRC_TYPE_CHIP, NULL);

  circ_chip_set_text (self, text);

  return GTK_WIDGET (self);
}

void
circ_chip_set_text (CircChip *self,
                    const char *text)
{
  g_return_if_fail (CIRC_IS_CHIP (self));

  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  update_name (self);
}

void
circ_chip_set_meaning (CircChip *self,
                       const char *icon,
                       const char *meaning)
{
  g_return_if_fail (CIRC_IS_CHIP (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->icon, icon != NULL);
  g_free (self->meaning);
  self->meaning = g_strdup (meaning);
  update_name (self);
}

void
circ_chip_set_note (CircChip *self,
                    const char *note)
{
  g_return_if_fail (CIRC_IS_CHIP (self));

  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  update_name (self);
}

void
circ_chip_set_retired (CircChip *self,
                       gboolean retired)
{
  g_return_if_fail (CIRC_IS_CHIP (self));

  if (retired)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
}
