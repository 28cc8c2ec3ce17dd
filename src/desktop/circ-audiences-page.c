/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-audiences-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-lists-window.h"
#include "circ-matrix-version.h"
#include "circ-plan-view.h"
#include "circ-wrap-layout.h"

static void circ_audiences_page_page_init (CircPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CircAudiencesPage, circ_audiences_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CIRC_TYPE_PAGE, circ_audiences_page_page_init))

static char *
dup_period (CircAudiencesPage *self,
            CircRecord *version)
{
  CircPeriod period = { 0 };

  if (!circ_period_init (&period, circ_record_get_text (version, CIRC_MATRIX_VERSION_PERIOD_FROM),
                         circ_record_get_text (version, CIRC_MATRIX_VERSION_PERIOD_TO)))
    return g_strdup ("");
  return circ_store_dup_period_title (circ_session_get_store (self->session), &period);
}

/* "Draft for 2026–27" */
static char *
dup_version_words (CircAudiencesPage *self,
                   CircRecord *version)
{
  g_autofree char *status = circ_record_format (version, CIRC_MATRIX_VERSION_STATUS);
  g_autofree char *period = dup_period (self, version);
  const char *approved = circ_record_get_text (version, CIRC_MATRIX_VERSION_APPROVED_ON);
  g_autofree char *on = approved != NULL ? circ_date_format (approved) : NULL;
  g_autofree char *by = circ_session_dup_title (self->session, circ_record_get_int (version, CIRC_MATRIX_VERSION_APPROVED_BY));

  if (on == NULL)
    /* translators: the status of a version of the matrix (Draft), and the year that it is for */
    return g_strdup_printf (_ ("%1$s for %2$s"), status, period);
  /* translators: the status of a version of the matrix (Approved), the year that it is for, and who approved it and when */
  return g_strdup_printf (_ ("%1$s for %2$s by %3$s on %4$s"), status, period, by, on);
}

static void
update_words (CircAudiencesPage *self)
{
  CircMatrixSource *source = circ_matrix_model_get_source (self->model);
  guint n_rows = circ_matrix_model_get_n_rows (self->model);
  guint n_columns = circ_matrix_model_get_n_columns (self->model);
  g_autofree char *version = NULL;
  g_autofree char *count = NULL;

  if (source == NULL)
    return;
  version = source->version != NULL ? dup_version_words (self, source->version)
                                    : g_strdup (_ ("Nothing is marked yet: the first mark begins a draft."));
  gtk_label_set_label (self->version_label, version);
  /* translators: the numbers of rows and columns of the matrix, and of pairs of the two that are used */
  count = g_strdup_printf (_ ("Methods: %1$u, audiences: %2$u, pairs used: %3$u"), n_rows, n_columns,
                           circ_matrix_count (source->matrix));
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (self->outlined, circ_matrix_model_get_use (self->model) != NULL);
  gtk_stack_set_visible_child_name (self->body, n_rows > 0 && n_columns > 0 ? "grid" : "nothing");
}

static void
reset_cb (CircAudiencesPage *self)
{
  circ_audiences_page_update_versions (self);
  update_words (self);
}

static gboolean
words_cb (gpointer user_data)
{
  CircAudiencesPage *self = user_data;

  self->words_source = 0;
  update_words (self);
  return G_SOURCE_REMOVE;
}

/* A mark is seen at once; the words above it, for which the window is laid out anew, follow with the next frame. */
static void
changed_cb (CircAudiencesPage *self)
{
  if (self->words_source == 0)
    self->words_source = g_idle_add_full (G_PRIORITY_LOW - 10, words_cb, self, NULL);
}

static void
map_cb (CircAudiencesPage *self)
{
  circ_matrix_model_set_active (self->model, TRUE);
}

static void
unmap_cb (CircAudiencesPage *self)
{
  circ_matrix_model_set_active (self->model, FALSE);
}

static void
lists_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  circ_lists_window_present (CIRC_AUDIENCES_PAGE (widget)->session, widget,
                             g_str_equal (action, "audiences.methods") ? CIRC_KIND_METHOD : CIRC_KIND_AUDIENCE);
}

/* There are but two. */
static void
move_pane_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);

  if (gtk_widget_get_state_flags (GTK_WIDGET (self->pane)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    circ_audiences_page_show_grid (self);
  else
    circ_audiences_page_show_pane (self);
}

static void
chosen_cb (CircAudiencesPage *self)
{
  int row = CIRC_MATRIX_HEAD;
  int column = CIRC_MATRIX_HEAD;

  circ_matrix_grid_get_cursor (self->grid, &row, &column);
  circ_matrix_pane_choose (self->pane, row, column);
}

static const char *
circ_audiences_page_get_title (CircPage *page)
{
  return _ ("Audiences");
}

static const char *
circ_audiences_page_get_icon_name (CircPage *page)
{
  return "circ-audiences-symbolic";
}

static gboolean
circ_audiences_page_commit (CircPage *page)
{
  return circ_matrix_pane_commit (CIRC_AUDIENCES_PAGE (page)->pane);
}

/* Methods and audiences are looked at in their lists. */
static gboolean
circ_audiences_page_show_record (CircPage *page,
                                 CircRecord *record)
{
  return FALSE;
}

static void
circ_audiences_page_page_init (CircPageInterface *iface)
{
  iface->get_title = circ_audiences_page_get_title;
  iface->get_icon_name = circ_audiences_page_get_icon_name;
  iface->commit = circ_audiences_page_commit;
  iface->show_record = circ_audiences_page_show_record;
}

static gboolean
circ_audiences_page_grab_focus (GtkWidget *widget)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);

  /* Not of the page itself: where nothing in it takes the keyboard, that asks the page again. */
  if (!circ_matrix_grid_get_cursor (self->grid, NULL, NULL))
    return gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
  circ_matrix_grid_focus (self->grid);
  return TRUE;
}

static void
circ_audiences_page_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (CIRC_AUDIENCES_PAGE (widget)->content, orientation, for_size, minimum, natural, NULL, NULL);
  /* The window is as wide as its widest page wants, and this one is laid out for its width only while it is seen. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !gtk_widget_get_mapped (widget))
    *minimum = *natural = 0;
}

static void
circ_audiences_page_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);

  circ_audiences_page_before_allocate (self, width);
  gtk_widget_allocate (self->content, width, height, baseline, NULL);
}

static void
circ_audiences_page_dispose (GObject *object)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (object);

  g_clear_handle_id (&self->words_source, g_source_remove);
  circ_audiences_page_stop_panes (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_AUDIENCES_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_audiences_page_parent_class)->dispose (object);
}

static void
circ_audiences_page_class_init (CircAudiencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_audiences_page_dispose;
  widget_class->grab_focus = circ_audiences_page_grab_focus;
  widget_class->measure = circ_audiences_page_measure;
  widget_class->size_allocate = circ_audiences_page_size_allocate;

  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/plan/circ-audiences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, content);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, body);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, version_label);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, version_button);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, use_button);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, periods_bin);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, gaps_button);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, legend);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, top);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, paned);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, grid_box);
  gtk_widget_class_bind_template_child (widget_class, CircAudiencesPage, pane_bin);
  gtk_widget_class_install_action (widget_class, "audiences.methods", NULL, lists_action);
  gtk_widget_class_install_action (widget_class, "audiences.audiences", NULL, lists_action);
  circ_audiences_page_install_actions (widget_class);
  circ_audiences_page_install_import (widget_class);
  circ_audiences_page_install_versions (widget_class);
  gtk_widget_class_install_action (widget_class, "page.next-pane", NULL, move_pane_action);
  gtk_widget_class_install_action (widget_class, "page.previous-pane", NULL, move_pane_action);
}

/* What the marks mean, and the keys for them. */
static void
fill_legend (CircAudiencesPage *self)
{
  static const CircMatrixValue order[] = { CIRC_MATRIX_USED, CIRC_MATRIX_PLANNED, CIRC_MATRIX_ON_REQUEST, CIRC_MATRIX_NOT_USED };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *mark = circ_matrix_value_get_mark (order[i]);
      /* translators: the sign of a cell of the matrix and what it means: X used */
      g_autofree char *text = g_strdup_printf (_ ("%1$s  %2$s"), *mark != '\0' ? mark : "–", circ_matrix_value_get_word (order[i]));
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "circ-mark");
      gtk_widget_add_css_class (label, circ_matrix_value_get_token (order[i]));
      gtk_box_append (self->legend, label);
    }
  self->outlined = gtk_label_new (_ ("outlined: the sign and what was done do not agree"));
  gtk_label_set_wrap (GTK_LABEL (self->outlined), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->outlined), 0);
  gtk_widget_add_css_class (self->outlined, "circ-mark");
  gtk_widget_add_css_class (self->outlined, "outlined");
  gtk_widget_set_visible (self->outlined, FALSE);
  gtk_box_append (self->legend, self->outlined);
}

static void
circ_audiences_page_init (CircAudiencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_legend (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
}

GtkWidget *
circ_audiences_page_new (CircSession *session)
{
  CircAudiencesPage *self = g_object_new (CIRC_TYPE_AUDIENCES_PAGE, NULL);

  self->session = g_object_ref (session);
  self->model = circ_matrix_model_new (session);
  self->grid = CIRC_MATRIX_GRID (circ_matrix_grid_new (self->model));
  self->pane = CIRC_MATRIX_PANE (circ_matrix_pane_new (self->model));
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->grid));
  adw_bin_set_child (self->pane_bin, GTK_WIDGET (self->pane));
  circ_audiences_page_init_panes (self);
  circ_audiences_page_init_use (self);
  g_signal_connect_object (self->grid, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "opened", G_CALLBACK (circ_audiences_page_show_pane), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "back", G_CALLBACK (circ_audiences_page_show_grid), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
