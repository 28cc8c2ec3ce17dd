/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-table-menu.h"

#include <glib/gi18n-lib.h>

/* A menu under the pointer hangs from it; one of the keyboard from its row, this far from the start. */
#define INDENT 24

static void
pop_up (GtkPopover *menu,
        int x,
        int y)
{
  gtk_popover_set_pointing_to (menu, &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (menu);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            GtkPopover *menu)
{
  GtkWidget *table = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *place = gtk_widget_pick (table, x, y, GTK_PICK_DEFAULT);

  if (place == NULL || circ_plan_table_choose_row (CIRC_PLAN_TABLE (table), place) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (menu, x, y);
}

static gboolean
key_cb (GtkWidget *table,
        GVariant *arguments,
        gpointer menu)
{
  GtkRoot *root = gtk_widget_get_root (table);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *row = focus == NULL ? NULL : circ_plan_table_choose_row (CIRC_PLAN_TABLE (table), focus);
  graphene_rect_t bounds;
  gboolean right = gtk_widget_get_direction (table) == GTK_TEXT_DIR_RTL;

  if (row == NULL || !gtk_widget_compute_bounds (row, table, &bounds))
    return FALSE;
  pop_up (menu, right ? gtk_widget_get_width (table) - INDENT : INDENT, bounds.origin.y + bounds.size.height);

  return TRUE;
}

/* What was chosen in the menu may have moved the keyboard on already. */
static void
closed_cb (CircPlanTable *table,
           GtkWidget *menu)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (table));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (root != NULL && (focus == NULL || focus == menu || gtk_widget_is_ancestor (focus, menu)))
    circ_plan_table_focus (table);
}

GtkWidget *
circ_plan_table_menu_new (CircPlanTable *table,
                          GMenuModel *model)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger =
    gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                 gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Menu of the item"), -1);
  gtk_widget_set_parent (menu, GTK_WIDGET (table));
  g_signal_connect_object (menu, "closed", G_CALLBACK (closed_cb), table, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), menu, 0);
  gtk_widget_add_controller (GTK_WIDGET (table), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, menu, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (table), keys);

  return menu;
}
