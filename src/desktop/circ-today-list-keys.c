/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From row to row by the keyboard. A list view stops at a row that cannot be chosen, and the headings of groups are such. */
#include "config.h"

#include "circ-today-list-private.h"

#include "circ-today-row.h"

#define PAGE 10
#define ALL 1000000

static gboolean
is_row (CircTodayList *self,
        guint position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  return row != NULL && !(CIRC_IS_TODAY_ROW (row) && circ_today_row_is_heading (CIRC_TODAY_ROW (row)));
}

/* The row that lies @step rows from @from, headings left out, or the last one on the way there. */
static guint
find_target (CircTodayList *self,
             guint from,
             int step)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  int direction = step < 0 ? -1 : 1;
  guint target = from;
  int left = ABS (step);

  for (int i = (int) from + direction; i >= 0 && i < n && left > 0; i += direction)
    if (is_row (self, (guint) i))
      {
        target = (guint) i;
        left--;
      }
  return target;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  CircTodayList *self = CIRC_TODAY_LIST (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    return GDK_EVENT_PROPAGATE;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, find_target (self, selected, g_variant_get_int32 (arguments)));
  circ_today_list_focus (self);
  return GDK_EVENT_STOP;
}

void
circ_today_list_add_keys (CircTodayList *self)
{
  static const struct {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_Up, -1 },        { GDK_KEY_KP_Up, -1 },
    { GDK_KEY_Down, 1 },       { GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Page_Up, -PAGE },  { GDK_KEY_KP_Page_Up, -PAGE },
    { GDK_KEY_Page_Down, PAGE }, { GDK_KEY_KP_Page_Down, PAGE },
    { GDK_KEY_Home, -ALL },    { GDK_KEY_KP_Home, -ALL },
    { GDK_KEY_End, ALL },      { GDK_KEY_KP_End, ALL },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the list view does. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, 0),
                                                               gtk_callback_action_new (move_cb, NULL, NULL), "i",
                                                               keys[i].step);

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
