/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grid and pane of the page of audiences. */
#include "config.h"

#include "circ-audiences-page-private.h"

#include "circ-settings.h"
#include "circ-text-scale.h"

/* Narrower than this, in pixels at normal text, a grid and a form beside each other are of no use to anybody. */
#define WIDE_PIXELS 900
#define PANE_PIXELS 320

static gboolean
is_narrow (CircAudiencesPage *self,
           int width)
{
  return width < WIDE_PIXELS * circ_text_scale_get (GTK_WIDGET (self));
}

static void
arrange (CircAudiencesPage *self)
{
  gboolean only_pane = self->narrow && self->pane_shown;

  gtk_widget_set_visible (self->top, !only_pane);
  gtk_widget_set_visible (self->grid_box, !only_pane);
  gtk_widget_set_visible (GTK_WIDGET (self->pane_bin), !self->narrow || only_pane);
  circ_matrix_pane_set_back_visible (self->pane, self->narrow);
}

static gboolean
arrange_cb (gpointer user_data)
{
  CircAudiencesPage *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean narrow = is_narrow (self, width);

  self->arrange_source = 0;
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      /* Who is typing goes on typing. */
      self->pane_shown = narrow && (gtk_widget_get_state_flags (GTK_WIDGET (self->pane)) & GTK_STATE_FLAG_FOCUS_WITHIN);
      arrange (self);
    }
  if (!narrow && !self->placed)
    {
      self->placed = TRUE;
      gtk_paned_set_position (self->paned, MAX (0, width - (int) (PANE_PIXELS * circ_text_scale_get (GTK_WIDGET (self)))));
    }
  return G_SOURCE_REMOVE;
}

void
circ_audiences_page_init_panes (CircAudiencesPage *self)
{
  /* A guess, so that a narrow window does not open wide and jump. */
  self->narrow = is_narrow (self, circ_settings_get_int ("window-width", 2 * WIDE_PIXELS));
  arrange (self);
}

void
circ_audiences_page_stop_panes (CircAudiencesPage *self)
{
  g_clear_handle_id (&self->arrange_source, g_source_remove);
}

void
circ_audiences_page_before_allocate (CircAudiencesPage *self,
                                     int width)
{
  gboolean narrow = is_narrow (self, width);

  /* Children must not come and go in the middle of an allocation. */
  if ((narrow != self->narrow || (!narrow && !self->placed)) && self->arrange_source == 0)
    self->arrange_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, arrange_cb, self, NULL);
}

void
circ_audiences_page_show_pane (CircAudiencesPage *self)
{
  if (!circ_matrix_grid_get_cursor (self->grid, NULL, NULL))
    return;
  self->pane_shown = TRUE;
  arrange (self);
  circ_matrix_pane_focus (self->pane);
}

void
circ_audiences_page_show_grid (CircAudiencesPage *self)
{
  self->pane_shown = FALSE;
  arrange (self);
  circ_matrix_grid_focus (self->grid);
}
