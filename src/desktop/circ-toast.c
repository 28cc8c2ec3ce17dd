/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-toast.h"

#include <glib/gi18n-lib.h>

/* libadwaita 1.2 gives the button that closes a toast a picture and no name, so that a screen reader says "button". */
static void
name_close_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_button_get_icon_name (GTK_BUTTON (child)) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close Message"), -1);
      name_close_buttons (child);
    }
}

void
circ_toast_show (AdwToastOverlay *overlay,
                 AdwToast *toast)
{
  adw_toast_overlay_add_toast (overlay, toast);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
      name_close_buttons (child);
}
