/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-pane-private.h"

#include <glib/gi18n-lib.h>

#include "circ-forms.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-edit.h"
#include "circ-window.h"

G_DEFINE_FINAL_TYPE (CircMatrixPane, circ_matrix_pane, GTK_TYPE_WIDGET)

enum {
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const int pair_fields[] = { CIRC_MATRIX_CELL_VALUE, CIRC_MATRIX_CELL_NOTE, CIRC_MATRIX_CELL_OWNER, -1 };

static const CircFormSection pair_sections[] = {
  { NULL, NULL, pair_fields, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static gboolean
is_nothing (CircMatrixPane *self)
{
  return self->row == CIRC_MATRIX_HEAD && self->column == CIRC_MATRIX_HEAD;
}

static CircPaneKind
get_kind (CircMatrixPane *self)
{
  return self->column == CIRC_MATRIX_HEAD ? CIRC_PANE_METHOD
         : self->row == CIRC_MATRIX_HEAD  ? CIRC_PANE_AUDIENCE
                                          : CIRC_PANE_PAIR;
}

/* Something was put into a pair of which nothing was said before: now there is a record to hold it. */
static void
saved_cb (CircMatrixPane *self)
{
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (self->cell == NULL || circ_record_get_id (self->cell) > 0 || !circ_matrix_model_is_editable (self->model))
    return;
  change = circ_matrix_cell_change (circ_session_get_store (self->session), circ_matrix_model_get_source (self->model),
                                    circ_matrix_model_get_year (self->model), self->cell);
  if (!circ_session_apply_quietly (self->session, change, &error))
    circ_session_report (self->session, error);
}

static CircForm *
make_pair_form (CircMatrixPane *self)
{
  CircForm *form = CIRC_FORM (circ_form_new (self->session, &circ_matrix_cell_kind, pair_sections));

  for (const int *field = pair_fields; *field >= 0; field++)
    g_signal_connect_object (circ_form_get_row (form, (guint) *field), "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  circ_form_add_section (form, _ ("In the plan"), circ_matrix_pane_new_items (self));
  circ_form_add_section (form, _ ("What was done"), circ_matrix_pane_new_done (self));
  return form;
}

static CircForm *
ensure_form (CircMatrixPane *self,
             CircPaneKind kind)
{
  static const CircKindId kinds[] = {
    [CIRC_PANE_PAIR] = CIRC_KIND_MATRIX_CELL,
    [CIRC_PANE_METHOD] = CIRC_KIND_METHOD,
    [CIRC_PANE_AUDIENCE] = CIRC_KIND_AUDIENCE,
  };

  if (self->form[kind] != NULL)
    return self->form[kind];
  self->form[kind] = kind == CIRC_PANE_PAIR
                       ? make_pair_form (self)
                       : CIRC_FORM (circ_form_new (self->session, circ_kind_get (kinds[kind]), circ_forms_get_entry (kinds[kind])));
  gtk_stack_add_named (self->forms, GTK_WIDGET (self->form[kind]), circ_kind_get (kinds[kind])->name);
  return self->form[kind];
}

static void
show_pair (CircMatrixPane *self)
{
  CircMatrixSource *source = circ_matrix_model_get_source (self->model);
  CircMatrixPair pair = circ_matrix_model_get_pair (self->model, self->row, self->column);
  CircRecord *saved = circ_matrix_source_get_cell (source, pair.method, pair.audience);
  CircForm *form = ensure_form (self, CIRC_PANE_PAIR);
  gboolean same = self->cell != NULL && circ_matrix_pair_equal (&pair, &self->pair);
  g_autoptr (CircRecord) cell = NULL;

  /* What is only being typed stays where it is; the record that it becomes is the one that is saved. */
  if (saved != NULL)
    cell = g_object_ref (saved);
  else if (same && circ_record_get_id (self->cell) <= 0)
    cell = g_object_ref (self->cell);
  else
    cell = circ_matrix_new_cell (&pair);
  if (!circ_form_set_record (form, cell))
    return;
  self->pair = pair;
  g_set_object (&self->cell, cell);
  for (const int *field = pair_fields; *field >= 0; field++)
    circ_input_set_editable (circ_field_row_get_input (circ_form_get_row (form, (guint) *field)),
                             circ_matrix_model_is_editable (self->model));
  circ_matrix_pane_fill_rows (self);
}

static void
show_words (CircMatrixPane *self)
{
  CircRecord *method = self->row != CIRC_MATRIX_HEAD ? circ_matrix_model_get_method (self->model, self->row) : NULL;
  CircRecord *audience = self->column != CIRC_MATRIX_HEAD ? circ_matrix_model_get_audience (self->model, self->column) : NULL;
  g_autofree char *first = method != NULL ? circ_record_dup_title (method) : NULL;
  g_autofree char *second = audience != NULL ? circ_record_dup_title (audience) : NULL;
  g_autofree char *title = NULL;

  if (first != NULL && second != NULL)
    /* translators: a method, and the audience that is reached by it */
    title = g_strdup_printf (_ ("%1$s, %2$s"), first, second);
  gtk_label_set_label (self->name_label, title != NULL ? title : first != NULL ? first : second);
  if (title == NULL)
    gtk_label_set_label (self->state_label, first != NULL ? circ_matrix_model_get_row_group (self->model, self->row)
                                                          : circ_matrix_model_get_column_group (self->model, self->column));
  else
    gtk_label_set_label (self->state_label, circ_matrix_model_is_editable (self->model)
                                              ? "" : _ ("What was approved stays as it is."));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *gtk_label_get_label (self->state_label) != '\0');
}

static void
update (CircMatrixPane *self)
{
  CircPaneKind kind = get_kind (self);

  gtk_widget_set_visible (self->content, !is_nothing (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.add-item",
                                 !is_nothing (self) && kind == CIRC_PANE_PAIR && !circ_session_get_read_only (self->session));
  if (is_nothing (self) || circ_matrix_model_get_source (self->model) == NULL)
    return;
  if (kind == CIRC_PANE_PAIR)
    show_pair (self);
  else if (!circ_form_set_record (ensure_form (self, kind), kind == CIRC_PANE_METHOD
                                                              ? circ_matrix_model_get_method (self->model, self->row)
                                                              : circ_matrix_model_get_audience (self->model, self->column)))
    return;
  show_words (self);
  gtk_stack_set_visible_child (self->forms, GTK_WIDGET (self->form[kind]));
}

static gboolean
update_cb (gpointer user_data)
{
  CircMatrixPane *self = user_data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Who runs through the grid does not wait for a form at every step, and nobody for one that is not seen. */
static void
update_soon (CircMatrixPane *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add_full (G_PRIORITY_LOW - 10, update_cb, self, NULL);
}

static void
add_item_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  CircMatrixPane *self = CIRC_MATRIX_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (CircRecord) item = NULL;

  if (self->cell == NULL || !circ_matrix_pane_commit (self) || !CIRC_IS_WINDOW (root))
    return;
  item = circ_matrix_new_item (circ_session_get_store (self->session), circ_session_get_today (self->session), &self->pair);
  circ_window_show_new (CIRC_WINDOW (root), item);
}

static void
back_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  g_signal_emit (widget, signals[BACK], 0);
}

static void
circ_matrix_pane_dispose (GObject *object)
{
  CircMatrixPane *self = CIRC_MATRIX_PANE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_MATRIX_PANE);
  g_clear_object (&self->cell);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_matrix_pane_parent_class)->dispose (object);
}

static void
circ_matrix_pane_class_init (CircMatrixPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_matrix_pane_dispose;
  signals[BACK] = g_signal_new ("back", CIRC_TYPE_MATRIX_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-matrix-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CircMatrixPane, content);
  gtk_widget_class_bind_template_child (widget_class, CircMatrixPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, CircMatrixPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, CircMatrixPane, state_label);
  gtk_widget_class_bind_template_child (widget_class, CircMatrixPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, CircMatrixPane, forms);
  gtk_widget_class_install_action (widget_class, "pane.add-item", NULL, add_item_action);
  gtk_widget_class_install_action (widget_class, "pane.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pane.back", NULL);
  /* Before the border between the two takes it for something else. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "page.next-pane", NULL);
}

static void
circ_matrix_pane_init (CircMatrixPane *self)
{
  self->row = self->column = CIRC_MATRIX_HEAD;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_matrix_pane_new (CircMatrixModel *model)
{
  CircMatrixPane *self = g_object_new (CIRC_TYPE_MATRIX_PANE, NULL);
  CircStore *store = circ_session_get_store (circ_matrix_model_get_session (model));

  self->model = g_object_ref (model);
  self->session = g_object_ref (circ_matrix_model_get_session (model));
  g_signal_connect_object (model, "reset", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  /* Items and occurrences are of no account to the model, but are listed here. */
  g_signal_connect_object (store, "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update_soon), NULL);
  update (self);
  return GTK_WIDGET (self);
}

void
circ_matrix_pane_choose (CircMatrixPane *self,
                         int row,
                         int column)
{
  g_return_if_fail (CIRC_IS_MATRIX_PANE (self));

  self->row = row;
  self->column = column;
  update_soon (self);
}

gboolean
circ_matrix_pane_commit (CircMatrixPane *self)
{
  gboolean committed = TRUE;

  g_return_val_if_fail (CIRC_IS_MATRIX_PANE (self), FALSE);

  for (guint i = 0; i < CIRC_N_PANES; i++)
    if (self->form[i] != NULL && !circ_form_commit (self->form[i]))
      committed = FALSE;
  return committed;
}

void
circ_matrix_pane_focus (CircMatrixPane *self)
{
  g_return_if_fail (CIRC_IS_MATRIX_PANE (self));

  if (is_nothing (self))
    return;
  g_clear_handle_id (&self->update_source, g_source_remove);
  update (self);
  if (get_kind (self) == CIRC_PANE_PAIR)
    circ_form_focus_field (self->form[CIRC_PANE_PAIR], CIRC_MATRIX_CELL_NOTE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->form[get_kind (self)]));
}

void
circ_matrix_pane_set_back_visible (CircMatrixPane *self,
                                   gboolean visible)
{
  gtk_widget_set_visible (self->back_button, visible);
}
