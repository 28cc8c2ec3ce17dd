/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table and details of the plan page: side by side, or in turns where there is no room. */
#include "config.h"

#include "circ-plan-page-private.h"

#include "circ-settings.h"
#include "circ-text-scale.h"

/* Narrower than this, in pixels at normal text, a table and a form beside each other are of no use to anybody. */
#define WIDE_PIXELS 900
#define DETAILS_PIXELS 420
#define SAVE_MILLISECONDS 300

static gboolean
is_narrow (CircPlanPage *self,
           int width)
{
  return width < WIDE_PIXELS * circ_text_scale_get (GTK_WIDGET (self));
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
put_border (CircPlanPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int details = circ_settings_get_int ("details-width", DETAILS_PIXELS);

  if (width <= 0)
    return;
  self->quiet = TRUE;
  gtk_paned_set_position (self->paned, MAX (0, width - details));
  self->quiet = FALSE;
}

static void
arrange (CircPlanPage *self)
{
  gboolean only_details = self->narrow && self->details_shown;

  gtk_widget_set_visible (self->top, !only_details);
  gtk_widget_set_visible (GTK_WIDGET (self->table_stack), !only_details);
  gtk_widget_set_visible (GTK_WIDGET (self->details_bin), !self->narrow || only_details);
  circ_plan_details_set_back_visible (self->details, self->narrow);
  /* One click is enough where a click on a row has nothing else to show for itself. */
  gtk_column_view_set_single_click_activate (circ_plan_table_get_column_view (self->table), self->narrow);
}

static gboolean
arrange_cb (gpointer user_data)
{
  CircPlanPage *self = user_data;
  gboolean narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));

  self->arrange_source = 0;
  if (narrow == self->narrow)
    return G_SOURCE_REMOVE;
  self->narrow = narrow;
  /* Who is typing goes on typing. */
  if (narrow)
    self->details_shown = has_focus (GTK_WIDGET (self->details));
  else
    self->place = TRUE;
  arrange (self);

  return G_SOURCE_REMOVE;
}

static gboolean
place_cb (gpointer user_data)
{
  CircPlanPage *self = user_data;

  self->place_source = 0;
  put_border (self);

  return G_SOURCE_REMOVE;
}

static gboolean
save_cb (gpointer user_data)
{
  CircPlanPage *self = user_data;
  int details = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_paned_get_position (self->paned);

  self->save_source = 0;
  if (!self->narrow && details > 0)
    circ_settings_set ("details-width", g_variant_new_int32 (details));

  return G_SOURCE_REMOVE;
}

/* Only what the person does is remembered, not what a smaller window does to the border. */
static void
position_cb (CircPlanPage *self)
{
  if (!self->quiet && !self->narrow && self->save_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self->paned)))
    self->save_source = g_timeout_add (SAVE_MILLISECONDS, save_cb, self);
}

void
circ_plan_page_init_panes (CircPlanPage *self)
{
  /* A guess, so that a narrow window does not open wide and jump. */
  self->narrow = is_narrow (self, circ_settings_get_int ("window-width", 2 * WIDE_PIXELS));
  self->place = TRUE;
  arrange (self);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (position_cb), self, G_CONNECT_SWAPPED);
}

void
circ_plan_page_stop_panes (CircPlanPage *self)
{
  g_clear_handle_id (&self->arrange_source, g_source_remove);
  g_clear_handle_id (&self->place_source, g_source_remove);
  if (self->save_source != 0)
    {
      g_clear_handle_id (&self->save_source, g_source_remove);
      save_cb (self);
    }
}

void
circ_plan_page_before_allocate (CircPlanPage *self,
                                int width)
{
  /* Children must not come and go in the middle of an allocation. */
  if (is_narrow (self, width) != self->narrow && self->arrange_source == 0)
    self->arrange_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, arrange_cb, self, NULL);
  if (self->place && !self->narrow)
    {
      self->place = FALSE;
      put_border (self);
      /* A paned that was wider or narrower before moves its border by the difference: put it right again. */
      if (self->place_source == 0)
        self->place_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, place_cb, self, NULL);
    }
  self->quiet = TRUE;
}

void
circ_plan_page_after_allocate (CircPlanPage *self)
{
  self->quiet = FALSE;
}

void
circ_plan_page_show_details (CircPlanPage *self)
{
  if (circ_plan_details_get_item (self->details) == NULL)
    return;
  self->details_shown = TRUE;
  arrange (self);
  circ_plan_details_focus (self->details);
}

void
circ_plan_page_show_table (CircPlanPage *self)
{
  self->details_shown = FALSE;
  arrange (self);
  if (circ_plan_table_get_n_rows (self->table) > 0)
    circ_plan_table_focus (self->table);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
circ_plan_page_forsake_details (CircPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if ((self->narrow && self->details_shown) || (root != NULL && gtk_root_get_focus (root) == NULL)
      || has_focus (GTK_WIDGET (self->details)))
    circ_plan_page_show_table (self);
}

void
circ_plan_page_move_pane (CircPlanPage *self,
                          int step)
{
  enum { SEARCH, TABLE, DETAILS, N_PANES };
  int pane = has_focus (GTK_WIDGET (self->details)) ? DETAILS : has_focus (GTK_WIDGET (self->table)) ? TABLE : SEARCH;
  int next = (pane + step + N_PANES) % N_PANES;

  if (next == DETAILS && circ_plan_details_get_item (self->details) == NULL)
    next = (next + step + N_PANES) % N_PANES;
  if (next == TABLE && circ_plan_table_get_n_rows (self->table) == 0)
    next = (next + step + N_PANES) % N_PANES;
  if (next == DETAILS)
    circ_plan_page_show_details (self);
  else if (next == TABLE)
    circ_plan_page_show_table (self);
  else
    circ_plan_page_focus_search (self);
}
