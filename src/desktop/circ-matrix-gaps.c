/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-gaps.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-label.h"
#include "circ-lists-window.h"
#include "circ-number.h"
#include "circ-plan-view.h"
#include "circ-unevidenced.h"

#define WIDTH 380
#define HEIGHT 460

struct _CircMatrixGaps {
  GtkPopover parent_instance;

  GtkWidget *few;  /* a number: fewer methods than this are a gap */
  GtkWidget *list; /* (owned by the widget tree) */

  CircMatrixModel *model; /* (owned) */
  CircUnevidenced *nothing; /* (owned) (nullable): of the period that is shown; it is read once for each look */
};

G_DEFINE_FINAL_TYPE (CircMatrixGaps, circ_matrix_gaps, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
append_heading (CircMatrixGaps *self,
                const char *title,
                guint n)
{
  /* translators: the heading of a list, and how long it is */
  g_autofree char *text = g_strdup_printf (_ ("%1$s (%2$u)"), title, n);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = circ_label_new (text, "heading");

  gtk_widget_set_margin_top (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* What was done, and what was not, is of these days. */
static void
append_period (CircMatrixGaps *self,
               const CircPeriod *period)
{
  g_autofree char *title = circ_store_dup_period_title (circ_session_get_store (circ_matrix_model_get_session (self->model)), period);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), circ_label_new (title, "dim-label"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
append_line (CircMatrixGaps *self,
             const CircMatrixPair *pair)
{
  CircStore *store = circ_session_get_store (circ_matrix_model_get_session (self->model));
  g_autofree char *method = pair->method != 0 ? circ_store_dup_title (store, pair->method) : NULL;
  g_autofree char *audience = pair->audience != 0 ? circ_store_dup_title (store, pair->audience) : NULL;
  g_autofree char *text = NULL;
  GtkWidget *row = gtk_list_box_row_new ();

  if (method != NULL && audience != NULL)
    /* translators: a method, and the audience that is reached by it */
    text = g_strdup_printf (_ ("%1$s, %2$s"), method, audience);
  else
    text = g_strdup (method != NULL ? method : audience != NULL ? audience : "");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), circ_label_new (text, NULL));
  g_object_set_data_full (G_OBJECT (row), "circ-pair", g_memdup2 (pair, sizeof *pair), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
append_pairs (CircMatrixGaps *self,
              const char *title,
              GArray *pairs)
{
  append_heading (self, title, pairs->len);
  for (guint i = 0; i < pairs->len; i++)
    append_line (self, &g_array_index (pairs, CircMatrixPair, i));
}

static void
append_heads (CircMatrixGaps *self,
              const char *title,
              GArray *ids,
              gboolean methods)
{
  append_heading (self, title, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      CircMatrixPair pair = { methods ? id : 0, methods ? 0 : id };

      append_line (self, &pair);
    }
}

/* Records that are no heads of the grid: what is chosen of them opens where it is kept. */
static void
append_records (CircMatrixGaps *self,
                const char *title,
                GPtrArray *records)
{
  append_heading (self, title, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *text = circ_record_dup_title (records->pdata[i]);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), circ_label_new (text, NULL));
      g_object_set_data_full (G_OBJECT (row), "circ-record", g_object_ref (records->pdata[i]), g_object_unref);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
append_unevidenced (CircMatrixGaps *self,
                    const CircPeriod *period)
{
  CircSession *session = circ_matrix_model_get_session (self->model);
  g_autoptr (GError) error = NULL;
  const CircUnevidenced *nothing;

  if (self->nothing == NULL)
    self->nothing = circ_unevidenced_read (circ_session_get_store (session), period, &error);
  nothing = self->nothing;
  if (nothing == NULL)
    {
      circ_session_report (session, error);
      return;
    }
  append_records (self, _ ("Audiences that nothing recorded went to"), nothing->audiences);
  append_records (self, _ ("Measures without a figure"), nothing->measures);
  append_records (self, _ ("Priorities and objectives without evidence"), nothing->priorities);
}

static void
fill (CircMatrixGaps *self)
{
  const CircPeriod *period = circ_matrix_model_get_use_period (self->model);
  CircMatrixSource *source = circ_matrix_model_get_source (self->model);
  CircMatrixUse *use = circ_matrix_model_get_use (self->model);
  guint n = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->few));
  g_autofree char *title = g_strdup_printf (ngettext ("Audiences with fewer than %u method", "Audiences with fewer than %u methods", n),
                                            n);
  g_autoptr (GArray) few = NULL;
  g_autoptr (GArray) idle = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  if (source == NULL)
    return;
  if (period != NULL)
    append_period (self, period);
  if (use != NULL)
    {
      g_autoptr (GArray) unused = circ_matrix_use_find_unused (use, source->matrix);
      g_autoptr (GArray) uncrossed = circ_matrix_use_find_uncrossed (use, source->matrix);

      append_pairs (self, _ ("Crossed but never used"), unused);
      append_pairs (self, _ ("Used but not crossed"), uncrossed);
    }
  few = circ_matrix_find_few (source->matrix, n);
  idle = circ_matrix_find_idle (source->matrix);
  append_heads (self, title, few, FALSE);
  append_heads (self, _ ("Methods with no audience"), idle, TRUE);
  if (period != NULL)
    append_unevidenced (self, period);
}

static void
look (CircMatrixGaps *self)
{
  g_clear_pointer (&self->nothing, circ_unevidenced_free);
  fill (self);
}

static void
model_changed_cb (CircMatrixGaps *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static void
refill (CircMatrixGaps *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static int
find_head (CircMatrixModel *model,
           gint64 id,
           gboolean method)
{
  int n = (int) (method ? circ_matrix_model_get_n_rows (model) : circ_matrix_model_get_n_columns (model));

  for (int i = 0; i < n; i++)
    if (circ_record_get_id (method ? circ_matrix_model_get_method (model, i) : circ_matrix_model_get_audience (model, i)) == id)
      return i;
  return CIRC_MATRIX_HEAD;
}

/* What was done for an audience that is no column is in the lists, and nowhere in the grid to go to. */
static void
activated_cb (CircMatrixGaps *self,
              GtkListBoxRow *row)
{
  const CircMatrixPair *pair = g_object_get_data (G_OBJECT (row), "circ-pair");
  CircRecord *record = g_object_get_data (G_OBJECT (row), "circ-record");
  int at_row;
  int at_column;

  if (record != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      circ_lists_window_present_record (circ_matrix_model_get_session (self->model), gtk_widget_get_parent (GTK_WIDGET (self)),
                                        record);
    }
  if (pair == NULL)
    return;
  at_row = pair->method != 0 ? find_head (self->model, pair->method, TRUE) : CIRC_MATRIX_HEAD;
  at_column = pair->audience != 0 ? find_head (self->model, pair->audience, FALSE) : CIRC_MATRIX_HEAD;
  gtk_popover_popdown (GTK_POPOVER (self));
  if (at_row != CIRC_MATRIX_HEAD || at_column != CIRC_MATRIX_HEAD)
    g_signal_emit (self, signals[CHOSEN], 0, at_row, at_column);
}

static void
circ_matrix_gaps_dispose (GObject *object)
{
  CircMatrixGaps *self = CIRC_MATRIX_GAPS (object);

  g_clear_pointer (&self->nothing, circ_unevidenced_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (circ_matrix_gaps_parent_class)->dispose (object);
}

static void
circ_matrix_gaps_class_init (CircMatrixGapsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_matrix_gaps_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", CIRC_TYPE_MATRIX_GAPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT, G_TYPE_INT);
}

static void
circ_matrix_gaps_init (CircMatrixGaps *self)
{
}

GtkWidget *
circ_matrix_gaps_new (CircMatrixModel *model)
{
  CircMatrixGaps *self = g_object_new (CIRC_TYPE_MATRIX_GAPS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = circ_label_new (_ ("Methods that an audience should have"), NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = g_object_ref (model);
  self->few = circ_number_new (1, 20, _ ("Methods that an audience should have"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->few), CIRC_MATRIX_FEW);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "circ-choices");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), self->few);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_size_request (scrolled, WIDTH, HEIGHT);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_object (self->few, "value-changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "reset", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (look), NULL);
  return GTK_WIDGET (self);
}
