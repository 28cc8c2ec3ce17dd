/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was really done, laid over the matrix for a year, and the gaps. */
#include "config.h"

#include "circ-audiences-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-drop-down.h"
#include "circ-matrix-gaps.h"

/* This year, those before it, and the one that comes. */
#define N_YEARS 6

static void
fill_years (CircAudiencesPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  CircReportYear year = circ_report_year_next (circ_matrix_model_get_year (self->model));

  for (guint i = 0; i < N_YEARS; i++)
    {
      g_autofree char *title = circ_report_year_dup_title (&year);

      gtk_string_list_append (titles, title);
      year = circ_report_year_previous (&year);
    }
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->years, 1);
}

static void
update (CircAudiencesPage *self)
{
  CircReportYear year = circ_report_year_next (circ_matrix_model_get_year (self->model));
  gboolean on = gtk_toggle_button_get_active (self->use_button);

  for (guint i = 0; i < gtk_drop_down_get_selected (self->years); i++)
    year = circ_report_year_previous (&year);
  circ_drop_down_update_name (self->years, _ ("Year of what was done"));
  gtk_widget_set_visible (GTK_WIDGET (self->years_bin), on);
  circ_matrix_model_set_use_year (self->model, on ? &year : NULL);
}

static void
toggled_cb (CircAudiencesPage *self)
{
  if (gtk_drop_down_get_model (self->years) == NULL)
    fill_years (self);
  update (self);
}

static void
year_cb (CircAudiencesPage *self)
{
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

  self->years = GTK_DROP_DOWN (circ_drop_down_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->years_bin), FALSE);
  adw_bin_set_child (self->years_bin, GTK_WIDGET (self->years));
  gtk_menu_button_set_popover (self->gaps_button, gaps);
  g_signal_connect_object (self->use_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gaps, "chosen", G_CALLBACK (gap_cb), self, G_CONNECT_SWAPPED);
}
