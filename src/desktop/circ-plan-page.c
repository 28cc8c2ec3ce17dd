/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-plan-actions.h"
#include "circ-plan-filter-words.h"
#include "circ-plan-item.h"
#include "circ-settings.h"
#include "circ-wrap-layout.h"

static void circ_plan_page_page_init (CircPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CircPlanPage, circ_plan_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CIRC_TYPE_PAGE, circ_plan_page_page_init))

static CircStore *
get_store (CircPlanPage *self)
{
  return circ_session_get_store (self->session);
}

static gboolean
is_draft (CircRecord *item)
{
  return item != NULL && circ_record_get_id (item) <= 0;
}

/* Whether the file has no item of any year, archived or not. */
static gboolean
is_empty (CircPlanPage *self)
{
  return !circ_store_has_more (get_store (self), CIRC_KIND_PLAN_ITEM, 0);
}

/* What is said in the place of a table without rows. */
static void
update_nothing (CircPlanPage *self,
                gboolean empty)
{
  gboolean filtering = circ_plan_filter_is_filtering (self->filter);

  gtk_widget_set_visible (self->clear_button, filtering);
  gtk_widget_set_visible (self->every_year_button, !filtering && !empty);
  if (filtering)
    {
      adw_status_page_set_title (self->nothing, _ ("Nothing Found"));
      adw_status_page_set_description (self->nothing, _ ("No item of the plan answers to all of these conditions."));
    }
  else if (empty)
    {
      adw_status_page_set_title (self->nothing, _ ("The First Item"));
      adw_status_page_set_description (self->nothing, _ ("What you write beside this is saved as you write."));
    }
  else
    {
      g_autofree char *year = circ_plan_filter_dup_year_title (self->session, CIRC_PLAN_VIEW_THIS_YEAR);
      g_autofree char *title = NULL;

      /* translators: %s is a year such as 2026–27 */
      title = g_strdup_printf (_ ("No Items in %s"), year);
      adw_status_page_set_title (self->nothing, title);
      adw_status_page_set_description (self->nothing, _ ("The plan has items in other years, or in the archive."));
    }
  adw_status_page_set_icon_name (self->nothing, filtering ? "edit-find-symbolic" : "circ-plan-symbolic");
}

/* The keyboard has to be somewhere for a letter to arrive. */
static void
keep_focus (CircPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      circ_plan_table_get_n_rows (self->table) > 0)
    circ_plan_table_focus (self->table);
}

/* Which of its three faces the page shows: the plan, nothing found, nothing there yet. */
static void
update_body (CircPlanPage *self)
{
  gboolean rows = circ_plan_table_get_n_rows (self->table) > 0 || circ_plan_table_is_busy (self->table);
  gboolean empty = !rows && is_empty (self);

  if (!rows)
    update_nothing (self, empty);
  empty = empty && circ_plan_details_get_item (self->details) == NULL;
  gtk_stack_set_visible_child_name (self->body, empty ? "empty" : "plan");
  gtk_stack_set_visible_child_name (self->table_stack, rows ? "table" : "nothing");
  circ_plan_filter_update_count (self->filter);
  keep_focus (self);
}

static void
save_view (CircPlanPage *self)
{
  g_autofree char *view = circ_plan_view_serialise (circ_plan_filter_get_view (self->filter));

  circ_settings_set ("plan-view", g_variant_new ("(ss)", circ_store_get_path (get_store (self)), view));
}

/* The ids in a remembered view mean something in its own file only. */
static void
load_view (CircPlanPage *self)
{
  g_autoptr (GVariant) value = circ_settings_dup ("plan-view");
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  const char *path, *text;

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE ("(ss)")))
    return;
  g_variant_get (value, "(&s&s)", &path, &text);
  if (g_strcmp0 (path, circ_store_get_path (get_store (self))) == 0 && circ_plan_view_parse (view, text))
    circ_plan_filter_set_view (self->filter, view);
}

static void
filter_changed_cb (CircPlanPage *self)
{
  const CircPlanView *view = circ_plan_filter_get_view (self->filter);

  circ_plan_page_show_search (self, view->search);
  circ_plan_table_set_view (self->table, view);
  circ_plan_details_set_year (self->details, view->year);
  save_view (self);
}

static void
look (CircPlanPage *self)
{
  if (self->looked_at)
    return;
  self->looked_at = TRUE;
  filter_changed_cb (self);
}

/* The table has another item: so shall the details, unless what is typed there cannot be saved. */
static void
chosen_cb (CircPlanPage *self)
{
  gint64 id = circ_plan_table_get_chosen (self->table);
  CircRecord *shown = circ_plan_details_get_item (self->details);
  gint64 before = shown == NULL ? 0 : circ_record_get_id (shown);
  g_autoptr (CircRecord) item = NULL;

  if (self->choosing)
    return;
  if (id != 0)
    item = circ_store_get (get_store (self), id, NULL);
  self->choosing = TRUE;
  if (!circ_plan_details_set_item (self->details, item))
    circ_plan_table_choose (self->table, MAX (before, 0));
  self->choosing = FALSE;
  circ_plan_page_update_actions (self);
}

static void
added_cb (CircPlanPage *self)
{
  CircRecord *item = circ_plan_details_get_item (self->details);

  /* While the person is on the way to another item, that one stays chosen. */
  if (!self->choosing && item != NULL)
    {
      self->choosing = TRUE;
      circ_plan_table_choose (self->table, circ_record_get_id (item));
      self->choosing = FALSE;
    }
  circ_plan_page_update_actions (self);
}

static void
back_cb (CircPlanPage *self)
{
  if (!circ_plan_details_commit (self->details))
    return;
  /* A draft with nothing in it is forgotten. */
  if (is_draft (circ_plan_details_get_item (self->details)))
    circ_plan_page_choose (self, circ_plan_table_get_chosen (self->table));
  update_body (self);
  circ_plan_page_show_table (self);
}

static void
sorted_cb (CircPlanPage *self)
{
  guint field;
  gboolean descending;

  circ_plan_table_get_sort (self->table, &field, &descending);
  circ_plan_filter_set_sort (self->filter, field, descending);
  save_view (self);
}

/* What is shown may have been removed: by an undo, in another window. */
static void
store_changed_cb (CircPlanPage *self)
{
  CircRecord *item = circ_plan_details_get_item (self->details);

  if (item != NULL && !is_draft (item) && circ_store_is_removed (get_store (self), circ_record_get_id (item))
      && circ_plan_page_choose (self, 0))
    circ_plan_page_forsake_details (self);
  circ_plan_filter_update_names (self->filter);
  circ_plan_page_update_actions (self);
  update_body (self);
}

static const char *
circ_plan_page_get_title (CircPage *page)
{
  return _ ("Plan");
}

static const char *
circ_plan_page_get_icon_name (CircPage *page)
{
  return "circ-plan-symbolic";
}

static gboolean
circ_plan_page_commit (CircPage *page)
{
  return circ_plan_details_commit (CIRC_PLAN_PAGE (page)->details);
}

/* The item that @record is, or belongs to; 0 when it is of another page. */
static gint64
find_item (CircPlanPage *self,
           CircRecord *record)
{
  g_autoptr (CircRecord) occurrence = NULL;

  switch (circ_record_get_kind (record)->id)
    {
    case CIRC_KIND_PLAN_ITEM:
      return circ_record_get_id (record);
    case CIRC_KIND_OCCURRENCE:
      return circ_record_get_int (record, CIRC_OCCURRENCE_ITEM);
    case CIRC_KIND_EVIDENCE:
      occurrence = circ_store_get (get_store (self), circ_record_get_int (record, CIRC_EVIDENCE_OCCURRENCE), NULL);
      return occurrence == NULL ? 0 : circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM);
    default:
      return 0;
    }
}

static gboolean
circ_plan_page_show_record (CircPage *page,
                            CircRecord *record)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (page);
  gint64 id = find_item (self, record);

  look (self);
  if (id <= 0 && circ_record_get_kind (record)->id == CIRC_KIND_PLAN_ITEM)
    return circ_plan_page_start (self, record);
  if (id <= 0 || !circ_plan_page_choose (self, id))
    return FALSE;
  /* Conditions that hide it give way, one after the other. */
  if (!circ_plan_table_choose (self->table, id))
    circ_plan_filter_clear (self->filter);
  if (!circ_plan_table_choose (self->table, id))
    circ_plan_page_show_every_year (self);
  circ_plan_table_choose (self->table, id);
  circ_plan_page_show_details (self);

  return TRUE;
}

static void
circ_plan_page_page_init (CircPageInterface *iface)
{
  iface->get_title = circ_plan_page_get_title;
  iface->get_icon_name = circ_plan_page_get_icon_name;
  iface->commit = circ_plan_page_commit;
  iface->show_record = circ_plan_page_show_record;
}

static void
circ_plan_page_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (CIRC_PLAN_PAGE (widget)->body), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
circ_plan_page_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (widget);

  circ_plan_page_before_allocate (self, width);
  gtk_widget_allocate (GTK_WIDGET (self->body), width, height, baseline, NULL);
  circ_plan_page_after_allocate (self);
}

static void
circ_plan_page_dispose (GObject *object)
{
  CircPlanPage *self = CIRC_PLAN_PAGE (object);

  circ_plan_page_stop_panes (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_PLAN_PAGE);
  g_clear_pointer (&self->last_search, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_plan_page_parent_class)->dispose (object);
}

static void
circ_plan_page_class_init (CircPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_plan_page_dispose;
  widget_class->measure = circ_plan_page_measure;
  widget_class->size_allocate = circ_plan_page_size_allocate;

  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, body);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, top);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, search);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, filter_bin);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, paned);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, table_bin);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, details_bin);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, every_year_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, page_menu);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, item_menu);
  gtk_widget_class_bind_template_child (widget_class, CircPlanPage, row_menu);
  circ_plan_page_install_actions (widget_class);
}

static void
circ_plan_page_init (CircPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  circ_plan_page_init_search (self);
  g_signal_connect_object (self, "map", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (keep_focus), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  circ_plan_page_add_drop_target (self);
}

GtkWidget *
circ_plan_page_new (CircSession *session)
{
  CircPlanPage *self = g_object_new (CIRC_TYPE_PLAN_PAGE, NULL);

  self->session = g_object_ref (session);
  self->filter = CIRC_PLAN_FILTER (circ_plan_filter_new (session));
  self->table = CIRC_PLAN_TABLE (circ_plan_table_new (session));
  self->details = CIRC_PLAN_DETAILS (circ_plan_details_new (session, G_MENU_MODEL (self->item_menu)));
  adw_bin_set_child (self->filter_bin, GTK_WIDGET (self->filter));
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  adw_bin_set_child (self->details_bin, GTK_WIDGET (self->details));
  /* The menu button is not inside the table, whose actions these are. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", circ_plan_table_get_columns_actions (self->table));
  g_menu_prepend_submenu (self->page_menu, _ ("_Columns"), circ_plan_table_get_columns_menu (self->table));
  g_menu_append_section (self->row_menu, NULL, G_MENU_MODEL (self->item_menu));
  circ_plan_table_set_menu (self->table, G_MENU_MODEL (self->row_menu));

  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "opened", G_CALLBACK (circ_plan_page_show_details), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sorted", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "counted", G_CALLBACK (update_body), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "waiting", G_CALLBACK (circ_plan_filter_set_waiting), self->filter,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  circ_plan_page_init_panes (self);
  load_view (self);
  circ_plan_page_update_actions (self);
  update_body (self);

  return GTK_WIDGET (self);
}

gboolean
circ_plan_page_choose (CircPlanPage *self,
                       gint64 id)
{
  g_autoptr (CircRecord) item = id > 0 ? circ_store_get (get_store (self), id, NULL) : NULL;
  gboolean done;

  look (self);
  self->choosing = TRUE;
  done = circ_plan_details_set_item (self->details, item);
  if (done)
    circ_plan_table_choose (self->table, item == NULL ? 0 : id);
  self->choosing = FALSE;
  circ_plan_page_update_actions (self);

  return done;
}

gboolean
circ_plan_page_start (CircPlanPage *self,
                      CircRecord *item)
{
  if (circ_plan_details_get_item (self->details) != item
      && (!circ_plan_page_choose (self, 0) || !circ_plan_details_set_item (self->details, item)))
    return FALSE;
  circ_plan_page_update_actions (self);
  update_body (self);
  circ_plan_page_show_details (self);

  return TRUE;
}

void
circ_plan_page_start_item (CircPlanPage *self)
{
  const CircPlanView *view = circ_plan_filter_get_view (self->filter);
  g_autoptr (CircRecord) item = NULL;
  CircReportYear year;

  if (!circ_plan_details_commit (self->details))
    return;
  if (!is_draft (circ_plan_details_get_item (self->details)))
    {
      item = circ_plan_item_new (get_store (self), circ_session_get_today (self->session));
      /* It is to be in the plan that is looked at. */
      if (circ_plan_view_get_year (view, get_store (self), circ_session_get_today (self->session), &year))
        circ_record_set_text (item, CIRC_PLAN_ITEM_ACTIVE_FROM, year.from);
    }
  circ_plan_page_start (self, item != NULL ? item : circ_plan_details_get_item (self->details));
}

gint64
circ_plan_page_get_neighbour (CircPlanPage *self)
{
  CircRecordList *list = circ_plan_table_get_records (self->table);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint position;

  if (!circ_record_list_find (list, circ_plan_table_get_chosen (self->table), &position) || n_rows < 2)
    return 0;

  return circ_record_list_get_id (list, position + 1 < n_rows ? position + 1 : position - 1);
}

void
circ_plan_page_show_every_year (CircPlanPage *self)
{
  const CircPlanView *old = circ_plan_filter_get_view (self->filter);
  g_autoptr (CircPlanView) view = circ_plan_view_new_all ();

  view->sort = old->sort;
  view->descending = old->descending;
  circ_plan_filter_set_view (self->filter, view);
  filter_changed_cb (self);
}
