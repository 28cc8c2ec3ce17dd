/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-today-list-private.h"

#include <glib/gi18n-lib.h>

#include "circ-today-line.h"
#include "circ-today-row.h"

/* A menu of the keyboard hangs from its row, this far from the start. */
#define INDENT 24
/* Rows that are built before the first frame, as many as most windows show, and with each that follows. */
#define FIRST 16
#define STEP 8

enum {
  CHOSEN,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CircTodayList, circ_today_list, GTK_TYPE_WIDGET)

static gboolean
is_heading (gpointer row)
{
  return CIRC_IS_TODAY_ROW (row) && circ_today_row_is_heading (row);
}

/* The item of the list view that @place is in. */
static GtkListItem *
find_list_item (CircTodayList *self,
                GtkWidget *place)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    {
      GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (list_item));

      if (row == place || gtk_widget_is_ancestor (place, row))
        return list_item;
    }
  return NULL;
}

static GtkWidget *
find_row (CircTodayList *self,
          guint position)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    if (gtk_list_item_get_position (list_item) == position)
      return gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  return NULL;
}

static GtkWidget *
get_focus (CircTodayList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root == NULL ? NULL : gtk_root_get_focus (root);
}

static gboolean
has_focus (CircTodayList *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && (focus == GTK_WIDGET (self->view) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)));
}

static void
update (CircTodayList *self,
        GtkListItem *list_item)
{
  GObject *row = gtk_list_item_get_item (list_item);
  CircTodayLine *line = CIRC_TODAY_LINE (gtk_list_item_get_child (list_item));
  gboolean heading = is_heading (row);

  if (row == NULL)
    return;
  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  if (heading)
    {
      CircTodayGroup group = circ_today_row_get_group (CIRC_TODAY_ROW (row));

      circ_today_line_show_heading (line, circ_today_group_get_title (group),
                                    circ_today_model_get_count (self->model, group));
    }
  else
    circ_today_line_show (line, row);
}

static void
update_bound (CircTodayList *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    if (self->stale || is_heading (gtk_list_item_get_item (list_item)))
      update (self, list_item);
  self->stale = FALSE;
}

static void
acted_cb (GtkListItem *list_item,
          CircTodayLine *line)
{
  CircTodayList *self = CIRC_TODAY_LIST (gtk_widget_get_ancestor (GTK_WIDGET (line), CIRC_TYPE_TODAY_LIST));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  g_signal_emit (self, signals[OPENED], 0);
}

static void
bind_cb (CircTodayList *self,
         GtkListItem *list_item)
{
  g_hash_table_add (self->bound, list_item);
  update (self, list_item);
}

static void
unbind_cb (CircTodayList *self,
           GtkListItem *list_item)
{
  g_hash_table_remove (self->bound, list_item);
}

static void
activated_cb (CircTodayList *self,
              guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
selected_cb (CircTodayList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  circ_gradual_list_keep (self->shown, position);
  if (position != GTK_INVALID_LIST_POSITION)
    self->position = position;
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Everything that a change of the rows set off has happened. */
static gboolean
settle_cb (gpointer user_data)
{
  CircTodayList *self = user_data;

  self->settle_source = 0;
  update_bound (self);
  /* GTK looks for another place for it, anywhere in the window, when its row goes. */
  if (self->had_focus)
    circ_today_list_focus (self);
  else if (!self->filled && g_list_model_get_n_items (circ_today_model_get_rows (self->model)) > 0)
    /* The groups of a long file come in any order, and GTK stays with what it had first. */
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  self->filled |= !circ_today_model_is_busy (self->model);
  self->had_focus = FALSE;

  return G_SOURCE_REMOVE;
}

static void
settle_soon (CircTodayList *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

static void
changed_cb (CircTodayList *self)
{
  self->stale = TRUE;
  settle_soon (self);
}

/* Begins with the frame after the one that shows the first of them. */
static gboolean
grow_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  CircTodayList *self = CIRC_TODAY_LIST (widget);
  gboolean painted = self->painted;

  self->painted = TRUE;
  if (!painted)
    return G_SOURCE_CONTINUE;
  circ_today_model_read_waiting (self->model);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0 && circ_gradual_list_grow (self->shown))
    return G_SOURCE_CONTINUE;
  self->grow_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
grow_soon (CircTodayList *self)
{
  self->painted = FALSE;
  if (self->grow_tick == 0)
    self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* Connected before the selection is made, so that the keyboard is still where it was. */
static void
before_change_cb (CircTodayList *self)
{
  self->had_focus |= has_focus (self);
  grow_soon (self);
  settle_soon (self);
}

/* What was chosen in the menu may have moved the keyboard on already. */
static void
menu_closed_cb (CircTodayList *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus == NULL || focus == self->menu || gtk_widget_is_ancestor (focus, self->menu))
    circ_today_list_focus (self);
}

/* Some thirty widgets that the start of the program need not wait for. */
static void
create_menu (CircTodayList *self)
{
  self->menu = gtk_popover_menu_new_from_model (self->menu_model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Menu of the row"), -1);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
pop_up (CircTodayList *self,
        int x,
        int y)
{
  if (self->menu == NULL)
    create_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
choose_at (CircTodayList *self,
           GtkWidget *place)
{
  GtkListItem *list_item = place == NULL ? NULL : find_list_item (self, place);

  if (list_item == NULL || is_heading (gtk_list_item_get_item (list_item)))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  return TRUE;
}

static void
pressed_cb (CircTodayList *self,
            int n_press,
            double x,
            double y,
            GtkGesture *gesture)
{
  if (self->menu_model == NULL || !choose_at (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT)))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (self, x, y);
}

/* The menu of a row hangs from its button. */
static void
more_cb (GtkListItem *list_item,
         GtkWidget *button,
         CircTodayLine *line)
{
  CircTodayList *self = CIRC_TODAY_LIST (gtk_widget_get_ancestor (GTK_WIDGET (line), CIRC_TYPE_TODAY_LIST));
  graphene_rect_t bounds;

  if (self->menu_model == NULL || !gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    return;
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  pop_up (self, bounds.origin.x, bounds.origin.y + bounds.size.height);
}

static void
setup_cb (CircTodayList *self,
          GtkListItem *list_item)
{
  GtkWidget *line = circ_today_line_new (self->session);

  g_signal_connect_object (line, "acted", G_CALLBACK (acted_cb), list_item, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "more", G_CALLBACK (more_cb), list_item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, line);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  CircTodayList *self = CIRC_TODAY_LIST (widget);
  GtkWidget *row;
  graphene_rect_t bounds;
  gboolean right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->menu_model == NULL || !choose_at (self, get_focus (self)))
    return FALSE;
  row = find_row (self, gtk_single_selection_get_selected (self->selection));
  if (row == NULL || !gtk_widget_compute_bounds (row, widget, &bounds))
    return FALSE;
  pop_up (self, right ? gtk_widget_get_width (widget) - INDENT : INDENT, bounds.origin.y + bounds.size.height);

  return TRUE;
}

/* Before its children are seen: the first frame has the first rows. */
static void
circ_today_list_map (GtkWidget *widget)
{
  circ_today_model_begin (CIRC_TODAY_LIST (widget)->model);
  GTK_WIDGET_CLASS (circ_today_list_parent_class)->map (widget);
}

static void
circ_today_list_dispose (GObject *object)
{
  CircTodayList *self = CIRC_TODAY_LIST (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->menu_model);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_today_list_parent_class)->dispose (object);
}

static void
circ_today_list_finalize (GObject *object)
{
  g_hash_table_unref (CIRC_TODAY_LIST (object)->bound);

  G_OBJECT_CLASS (circ_today_list_parent_class)->finalize (object);
}

static void
circ_today_list_class_init (CircTodayListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_today_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = circ_today_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CIRC_TYPE_TODAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", CIRC_TYPE_TODAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->map = circ_today_list_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
circ_today_list_init (CircTodayList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->bound = g_hash_table_new (NULL, NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "circ-today");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is to be done"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  circ_today_list_add_keys (self);
}

GtkWidget *
circ_today_list_new (CircSession *session)
{
  CircTodayList *self = g_object_new (CIRC_TYPE_TODAY_LIST, NULL);
  GListModel *rows;

  self->session = g_object_ref (session);
  self->model = circ_today_model_new (session);
  rows = circ_today_model_get_rows (self->model);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (before_change_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "counted", G_CALLBACK (settle_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->shown = circ_gradual_list_new (rows, FIRST, STEP);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  grow_soon (self);

  return GTK_WIDGET (self);
}

CircTodayModel *
circ_today_list_get_model (CircTodayList *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_LIST (self), NULL);
  return self->model;
}

GObject *
circ_today_list_dup_chosen (CircTodayList *self)
{
  gpointer row;

  g_return_val_if_fail (CIRC_IS_TODAY_LIST (self), NULL);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row == NULL || is_heading (row) ? NULL : g_object_ref (row);
}

void
circ_today_list_focus (CircTodayList *self)
{
  GListModel *rows;
  guint n_rows, position;
  GtkWidget *row;

  g_return_if_fail (CIRC_IS_TODAY_LIST (self));

  rows = G_LIST_MODEL (self->shown);
  n_rows = g_list_model_get_n_items (rows);
  position = gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION && n_rows > 0)
    {
      g_autoptr (GObject) there = NULL;

      position = MIN (self->position, n_rows - 1);
      there = g_list_model_get_item (rows, position);
      /* Rows follow every heading. */
      if (is_heading (there))
        position++;
      gtk_single_selection_set_selected (self->selection, position);
    }
  if (n_rows > 0)
    {
      g_autoptr (GObject) above = position > 0 ? g_list_model_get_item (rows, position - 1) : NULL;

      /* The first row of a group is read with its heading. */
      if (above != NULL && is_heading (above))
        gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position - 1);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
    }
  /* The list alone would take the keyboard without a row, or with the row that had it last. */
  row = n_rows > 0 ? find_row (self, position) : NULL;
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
circ_today_list_set_menu (CircTodayList *self,
                          GMenuModel *model)
{
  g_return_if_fail (CIRC_IS_TODAY_LIST (self));

  g_set_object (&self->menu_model, model);
}
