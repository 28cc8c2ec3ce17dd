/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-import-preview.h"

#include <glib/gi18n-lib.h>

#include "circ-import-details.h"
#include "circ-import-row.h"

/* Of the list at first, and of either side at least. */
#define LIST_WIDTH 460
#define MIN_WIDTH 260

struct _CircImportPreview {
  GtkWidget parent_instance;

  GtkWidget *paned; /* (owned by the widget tree) */
  GtkWidget *stack;
  GtkWidget *list;
  GtkLabel *none;
  CircImportDetails *details;

  CircPlanImport *import; /* (owned) (nullable) */
  gulong handler;
  GListStore *lines; /* (owned) (element-type CircImportLine) */
  GtkSingleSelection *selection; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CircImportPreview, circ_import_preview, GTK_TYPE_WIDGET)

/* Returns: the row of the file at @row or beneath it that has something in it; the number of rows when there is none. */
static guint
find_row (CircImportPreview *self,
          guint row)
{
  guint n = self->import != NULL ? circ_plan_import_get_n_rows (self->import) : 0;

  while (row < n && circ_plan_import_get_row (self->import, row)->state == CIRC_IMPORT_ROW_EMPTY)
    row++;
  return MIN (row, n);
}

static GPtrArray *
list_rows (CircImportPreview *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->import != NULL ? circ_plan_import_get_n_rows (self->import) : 0;

  for (guint i = find_row (self, 0); i < n; i = find_row (self, i + 1))
    g_ptr_array_add (rows, circ_import_line_new (i));
  return rows;
}

/* Whether the list has the rows of the file as they are now: a tick in one of them changes none. */
static gboolean
is_shown (CircImportPreview *self)
{
  guint n = self->import != NULL ? circ_plan_import_get_n_rows (self->import) : 0;
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  guint row = find_row (self, 0);

  for (guint i = 0; i < n_lines; i++, row = find_row (self, row + 1))
    {
      g_autoptr (CircImportLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (row == n || circ_import_line_get_row (line) != row)
        return FALSE;
    }
  return row == n;
}

static void
show_chosen (CircImportPreview *self)
{
  CircImportLine *line = gtk_single_selection_get_selected_item (self->selection);

  if (line == NULL || self->import == NULL)
    circ_import_details_show (self->details, NULL, 0);
  else
    circ_import_details_show (self->details, self->import, circ_import_line_get_row (line));
}

/* Which rows are empty depends on the columns. All go and all come: in one step GTK would look for every old row among
 * the new ones. */
static void
update (CircImportPreview *self)
{
  gboolean any = self->import != NULL && find_row (self, 0) < circ_plan_import_get_n_rows (self->import);
  g_autoptr (GPtrArray) rows = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "rows" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->details), any);
  gtk_label_set_label (self->none, self->import == NULL || circ_plan_import_is_ready (self->import)
                                     ? _ ("There is nothing beneath the headings of this file.")
                                     : _ ("Choose which column says what needs to be communicated."));
  if (is_shown (self))
    return;
  rows = list_rows (self);
  g_list_store_remove_all (self->lines);
  g_list_store_splice (self->lines, 0, 0, rows->pdata, rows->len);
  gtk_single_selection_set_selected (self->selection, any ? 0 : GTK_INVALID_LIST_POSITION);
  show_chosen (self);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, circ_import_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item,
         CircImportPreview *self)
{
  CircImportLine *line = gtk_list_item_get_item (item);

  circ_import_row_bind (CIRC_IMPORT_ROW (gtk_list_item_get_child (item)), self->import, circ_import_line_get_row (line));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (child != NULL)
    circ_import_row_bind (CIRC_IMPORT_ROW (child), NULL, 0);
}

static GtkWidget *
get_focus (CircImportPreview *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Return or a double click on a row: either gives it the focus. */
static void
activate_cb (CircImportPreview *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (self->list);
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  if (row != NULL)
    circ_import_row_toggle (CIRC_IMPORT_ROW (row));
}

/* GTK's own space only chooses the row, which the arrows have done already. */
static gboolean
key_cb (GtkEventControllerKey *keys,
        guint key,
        guint code,
        GdkModifierType state,
        CircImportPreview *self)
{
  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      GTK_IS_CHECK_BUTTON (get_focus (self)))
    return GDK_EVENT_PROPAGATE;
  activate_cb (self);
  return GDK_EVENT_STOP;
}

/* Tab leaves the list, as it does from 4.12 on: a file may have a hundred thousand rows. */
static gboolean
circ_import_preview_focus_next (GtkWidget *widget,
                                GtkDirectionType direction)
{
  CircImportPreview *self = CIRC_IMPORT_PREVIEW (widget);
  GtkWidget *item = gtk_widget_get_focus_child (self->list);
  GtkWidget *focus = get_focus (self);

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD) || item == NULL || focus == NULL ||
      !gtk_widget_is_ancestor (focus, self->list))
    return GTK_WIDGET_CLASS (circ_import_preview_parent_class)->focus (widget, direction);
  if (gtk_widget_child_focus (item, direction))
    return TRUE;
  return direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (GTK_WIDGET (self->details), direction);
}

static void
circ_import_preview_dispose (GObject *object)
{
  CircImportPreview *self = CIRC_IMPORT_PREVIEW (object);

  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->import);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (circ_import_preview_parent_class)->dispose (object);
}

static void
circ_import_preview_class_init (CircImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_import_preview_dispose;
  GTK_WIDGET_CLASS (klass)->focus = circ_import_preview_focus_next;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* Also what is a line or two: a paned that is asked for its height without a width, as GTK 4.8 does, gives another answer
 * than with one when its children wrap. */
static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static GtkWidget *
create_list (CircImportPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *none = gtk_label_new (NULL);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->list, keys);
  gtk_widget_add_css_class (self->list, "rich-list");
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows of the file"), -1);
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_justify (GTK_LABEL (none), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_start (none, 18);
  gtk_widget_set_margin_end (none, 18);

  self->none = GTK_LABEL (none);
  self->stack = gtk_stack_new ();
  gtk_widget_set_size_request (self->stack, MIN_WIDTH, -1);
  gtk_stack_add_named (GTK_STACK (self->stack), scroll (none), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), scroll (self->list), "rows");
  return self->stack;
}

static void
circ_import_preview_init (CircImportPreview *self)
{
  self->lines = g_list_store_new (CIRC_TYPE_IMPORT_LINE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
}

GtkWidget *
circ_import_preview_new (CircSession *session)
{
  CircImportPreview *self = g_object_new (CIRC_TYPE_IMPORT_PREVIEW, NULL);

  self->details = CIRC_IMPORT_DETAILS (circ_import_details_new (session));
  gtk_widget_set_size_request (GTK_WIDGET (self->details), MIN_WIDTH, -1);
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_position (GTK_PANED (self->paned), LIST_WIDTH);
  gtk_paned_set_start_child (GTK_PANED (self->paned), create_list (self));
  gtk_paned_set_end_child (GTK_PANED (self->paned), GTK_WIDGET (self->details));
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (self->paned), TRUE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paned), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows and the chosen row"),
                                  -1);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
circ_import_preview_set_import (CircImportPreview *self,
                                CircPlanImport *import)
{
  g_return_if_fail (CIRC_IS_IMPORT_PREVIEW (self));

  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  /* The rows of the list belong to the old one. */
  circ_import_details_show (self->details, NULL, 0);
  g_list_store_remove_all (self->lines);
  g_set_object (&self->import, import);
  if (import != NULL)
    self->handler = g_signal_connect_swapped (import, "changed", G_CALLBACK (update), self);
  update (self);
}

void
circ_import_preview_settle (CircImportPreview *self)
{
  g_return_if_fail (CIRC_IS_IMPORT_PREVIEW (self));
  circ_import_details_settle (self->details);
}

void
circ_import_preview_focus (CircImportPreview *self)
{
  g_return_if_fail (CIRC_IS_IMPORT_PREVIEW (self));
  gtk_widget_grab_focus (self->list);
}
