/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-sheet.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
#define COLUMN 480

static gboolean
save_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer user_data)
{
  gtk_widget_activate_action (widget, "sheet.save", NULL);
  return TRUE;
}

void
circ_sheet_class_init (GtkWidgetClass *widget_class,
                       GtkWidgetActionActivateFunc save)
{
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* A button means itself, and what has popped up is not done yet. */
static gboolean
enter_cb (GtkWidget *widget,
          GVariant *args,
          gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));

  if (!(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) || gtk_widget_get_native (focus) != GTK_NATIVE (widget))
    return FALSE;
  return save_key_cb (widget, args, user_data);
}

/* Before a text view can make a new line of it. */
static void
add_key (GtkWidget *window,
         const char *trigger,
         GtkShortcutFunc callback)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_callback_action_new (callback, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

GtkWidget *
circ_sheet_set_up (AdwWindow *self,
                   GtkWidget *parent,
                   const char *title,
                   GtkWidget *save_button)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, 680);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save_button), "sheet.save");
  gtk_widget_add_css_class (save_button, "suggested-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save_button);
  gtk_box_append (GTK_BOX (outer), header);

  gtk_widget_set_margin_top (column, 18);
  gtk_widget_set_margin_bottom (column, 24);
  gtk_widget_set_margin_start (column, 18);
  gtk_widget_set_margin_end (column, 18);
  gtk_widget_add_css_class (column, "circ-sheet");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_box_append (GTK_BOX (outer), scrolled);
  adw_window_set_content (self, outer);
  add_key (GTK_WIDGET (self), "<Control>Return|<Control>KP_Enter", save_key_cb);
  return column;
}

void
circ_sheet_save_on_enter (AdwWindow *self)
{
  add_key (GTK_WIDGET (self), "Return|KP_Enter", enter_cb);
}
