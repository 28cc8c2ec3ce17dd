/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was really done, laid over the matrix for a year or any other period, and the gaps. */
#include "config.h"

#include "circ-audiences-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-drop-down.h"
#include "circ-matrix-gaps.h"
#include "circ-period-window.h"
#include "circ-plan-view.h"

/* This year, those before it, and the one that comes; then the other period, once there is one, and the wish for another. */
#define N_YEARS 6
#define THIS_YEAR 1

static gboolean
has_other (CircAudiencesPage *self)
{
  return *self->other.from != '\0';
}

static CircPeriod
get_period (CircAudiencesPage *self)
{
  CircReportYear year = circ_report_year_next (circ_matrix_model_get_year (self->model));

  if (self->period_row >= N_YEARS)
    return self->other;
  for (guint i = 0; i < self->period_row; i++)
    year = circ_report_year_previous (&year);
  return circ_period_of_year (&year);
}

static void
fill_periods (CircAudiencesPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  CircReportYear year = circ_report_year_next (circ_matrix_model_get_year (self->model));
  g_autofree char *other = has_other (self)
                             ? circ_store_dup_period_title (circ_session_get_store (self->session), &self->other) : NULL;

  for (guint i = 0; i < N_YEARS; i++)
    {
      g_autofree char *title = circ_report_year_dup_title (&year);

      gtk_string_list_append (titles, title);
      year = circ_report_year_previous (&year);
    }
  if (other != NULL)
    gtk_string_list_append (titles, other);
  gtk_string_list_append (titles, _ ("Another period…"));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->periods, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->periods, self->period_row);
  self->filling = FALSE;
}

static void
update (CircAudiencesPage *self)
{
  CircPeriod period = get_period (self);
  gboolean on = gtk_toggle_button_get_active (self->use_button);

  circ_drop_down_update_name (self->periods, _ ("Period of what was done"));
  gtk_widget_set_visible (GTK_WIDGET (self->periods_bin), on);
  circ_matrix_model_set_use_period (self->model, on ? &period : NULL);
}

static void
other_cb (CircAudiencesPage *self,
          const char *from,
          const char *to)
{
  if (!circ_period_init (&self->other, from, to))
    return;
  self->period_row = N_YEARS;
  fill_periods (self);
  update (self);
}

/* Until days are given, and when they never are, what is shown stays. */
static void
ask (CircAudiencesPage *self)
{
  CircPeriod period = get_period (self);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->periods, self->period_row);
  self->filling = FALSE;
  g_signal_connect_object (circ_period_window_present (self->session, GTK_WIDGET (self), &period), "chosen",
                           G_CALLBACK (other_cb), self, G_CONNECT_SWAPPED);
}

static void
toggled_cb (CircAudiencesPage *self)
{
  if (gtk_drop_down_get_model (self->periods) == NULL)
    fill_periods (self);
  update (self);
}

static void
selected_cb (CircAudiencesPage *self)
{
  guint row = gtk_drop_down_get_selected (self->periods);

  if (self->filling)
    return;
  if (row >= N_YEARS + (has_other (self) ? 1 : 0))
    {
      ask (self);
      return;
    }
  self->period_row = row;
  if (gtk_toggle_button_get_active (self->use_button))
    update (self);
}

static void
gap_cb (CircAudiencesPage *self,
        int row,
        int column)
{
  circ_audiences_page_show_grid (self);
  circ_matrix_grid_choose (self->grid, row, column);
}

void
circ_audiences_page_init_use (CircAudiencesPage *self)
{
  GtkWidget *gaps = circ_matrix_gaps_new (self->model);

  self->period_row = THIS_YEAR;
  self->periods = GTK_DROP_DOWN (circ_drop_down_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->periods_bin), FALSE);
  adw_bin_set_child (self->periods_bin, GTK_WIDGET (self->periods));
  gtk_menu_button_set_popover (self->gaps_button, gaps);
  g_signal_connect_object (self->use_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->periods, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gaps, "chosen", G_CALLBACK (gap_cb), self, G_CONNECT_SWAPPED);
}
