/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-check-button.h"

struct _CircCheckButton {
  GtkCheckButton parent_instance;
};

G_DEFINE_FINAL_TYPE (CircCheckButton, circ_check_button, GTK_TYPE_CHECK_BUTTON)

static void
toggle_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (widget);

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static void
circ_check_button_class_init (CircCheckButtonClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "check.toggle", NULL, toggle_cb);
}

static void
circ_check_button_init (CircCheckButton *self)
{
}

GtkWidget *
circ_check_button_new (const char *label)
{
  return g_object_new (CIRC_TYPE_CHECK_BUTTON, "label", label, NULL);
}
