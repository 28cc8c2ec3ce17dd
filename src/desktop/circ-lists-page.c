/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-lists-actions.h"
#include "circ-lists-add.h"
#include "circ-lists-details.h"
#include "circ-lists-empty.h"
#include "circ-lists-rows.h"
#include "circ-lists-words.h"
#include "circ-record-list.h"

struct _CircListsPage {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *side;
  GtkWidget *separator;
  GtkEditable *search;
  GtkMenuButton *add_button;
  GtkWidget *window_button;
  GtkWidget *scopes;
  GtkToggleButton *in_use_button;
  GtkToggleButton *retired_button;
  GtkStack *stack;
  GtkListView *view;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;

  CircListsAdd *add; /* (owned by the widget tree) */
  CircListsDetails *details;

  CircSession *session;          /* (owned) */
  CircRecordList *list;          /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  CircRecord *chosen;            /* (owned) (nullable) */
  const CircKind *kind;
  guint position;    /* where the chosen one stood, so that its neighbour can follow it */
  gint64 successor;  /* chosen when the chosen one goes: what it was merged into */
  gboolean changing; /* the model is in the middle of a change: what the selection says then is not the person's wish */
  gboolean had_focus; /* the list, or what stands there while it is empty */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (CircListsPage, circ_lists_page, GTK_TYPE_WIDGET)

static gboolean
is_searching (CircListsPage *self)
{
  return *gtk_editable_get_text (self->search) != '\0';
}

static gboolean
shows_retired (CircListsPage *self)
{
  return gtk_toggle_button_get_active (self->retired_button);
}

static void
select_chosen (CircListsPage *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->chosen == NULL || !circ_record_list_find (self->list, circ_record_get_id (self->chosen), &position))
    position = GTK_INVALID_LIST_POSITION;
  else
    self->position = position;
  gtk_single_selection_set_selected (self->selection, position);
}

static void
update_actions (CircListsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = !circ_session_get_read_only (self->session);
  gboolean retires = self->kind->archived_field >= 0;
  gboolean retired = self->chosen != NULL && circ_record_is_archived (self->chosen);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), editable);
  gtk_widget_action_set_enabled (widget, "entries.add", editable);
  gtk_widget_action_set_enabled (widget, "entries.add-named", editable);
  gtk_widget_action_set_enabled (widget, "entries.retire", editable && self->chosen != NULL && retires && !retired);
  gtk_widget_action_set_enabled (widget, "entries.restore", editable && retired);
  gtk_widget_action_set_enabled (widget, "entries.delete", editable && self->chosen != NULL);
  gtk_widget_action_set_enabled (widget, "entries.merge", editable && self->chosen != NULL && retires && !retired);
}

/* FALSE when what is being edited cannot be saved; it then stays chosen. */
static gboolean
choose (CircListsPage *self,
        CircRecord *record)
{
  gboolean done = circ_lists_details_set_record (self->details, record);

  if (done)
    g_set_object (&self->chosen, record);
  self->successor = 0;
  self->changing = TRUE;
  select_chosen (self);
  self->changing = FALSE;
  update_actions (self);

  return done;
}

static void
choose_id (CircListsPage *self,
           gint64 id)
{
  g_autoptr (CircRecord) record = id == 0 ? NULL : circ_store_get (circ_session_get_store (self->session), id, NULL);

  choose (self, record);
}

static void
scroll_to_chosen (CircListsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
update_empty (CircListsPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  if (empty)
    circ_lists_empty_say (self->empty_page, self->empty_button, self->kind->id, is_searching (self),
                          shows_retired (self));
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

/* Whether the chosen entry has gone from this list for good, and not only from what is searched for. */
static gboolean
has_gone (CircListsPage *self)
{
  CircStore *store = circ_session_get_store (self->session);

  return circ_store_is_removed (store, circ_record_get_id (self->chosen))
         || circ_record_is_archived (self->chosen) != shows_retired (self);
}

/* Everything that a change of the model set off has happened. */
static gboolean
settle_cb (gpointer user_data)
{
  CircListsPage *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position;

  self->settle_source = 0;
  update_empty (self);
  if (self->chosen == NULL || has_gone (self))
    {
      position = n == 0 ? 0 : MIN (self->position, n - 1);
      if (self->successor != 0)
        circ_record_list_find (self->list, self->successor, &position);
      choose_id (self, n == 0 ? 0 : circ_record_list_get_id (self->list, position));
      scroll_to_chosen (self);
    }
  if (self->had_focus)
    circ_lists_page_focus (self);
  self->had_focus = FALSE;
  self->successor = 0;
  update_actions (self);

  return G_SOURCE_REMOVE;
}

static void
settle_soon (CircListsPage *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

/* Connected before the selection is made, so it runs before the selection hears of the change … */
static void
before_change_cb (CircListsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  self->changing = TRUE;
  self->had_focus |= focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
}

/* … and this one after. */
static void
after_change_cb (CircListsPage *self)
{
  select_chosen (self);
  self->changing = FALSE;
  settle_soon (self);
}

static void
selected_cb (CircListsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->changing)
    return;
  choose_id (self, position == GTK_INVALID_LIST_POSITION ? 0 : circ_record_list_get_id (self->list, position));
}

static CircQuery *
new_query (CircListsPage *self)
{
  CircQuery *query = circ_query_new (self->kind->id);
  gboolean descending;
  guint order = circ_lists_words_get_order (self->kind->id, &descending);

  circ_query_set_scope (query, shows_retired (self) ? CIRC_QUERY_ARCHIVED : CIRC_QUERY_IN_USE);
  circ_query_search (query, gtk_editable_get_text (self->search));
  circ_query_sort (query, order, descending);

  return query;
}

static void
update_query (CircListsPage *self)
{
  g_autoptr (CircQuery) query = new_query (self);

  circ_record_list_set_query (self->list, query);
  settle_soon (self);
}

static void
search_activate_cb (CircListsPage *self)
{
  update_query (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    choose_id (self, circ_record_list_get_id (self->list, 0));
  circ_lists_page_focus (self);
}

/* Escape empties the search; with nothing in it, it closes the window as everywhere else. */
static void
stop_search_cb (CircListsPage *self)
{
  if (is_searching (self))
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static gboolean
search_key_cb (CircListsPage *self,
               guint keyval,
               guint keycode,
               GdkModifierType modifiers)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    search_activate_cb (self); /* what is in the details is not among what was found */
  circ_lists_page_focus (self);
  return GDK_EVENT_STOP;
}

static void
activate_cb (CircListsPage *self,
             guint position)
{
  circ_lists_details_focus (self->details);
}

static void
empty_cb (CircListsPage *self)
{
  if (is_searching (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "entries.clear", NULL);
  else if (shows_retired (self))
    gtk_toggle_button_set_active (self->in_use_button, TRUE);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "entries.add", NULL);
}

/* What is being edited is the older change. */
static gboolean
before_add_cb (CircListsPage *self)
{
  return !circ_lists_details_commit (self->details);
}

static void
added_cb (CircListsPage *self,
          CircRecord *record)
{
  circ_lists_page_show_record (self, record);
  circ_lists_details_focus (self->details);
}

static void
merge_cb (CircListsPage *self,
          gint64 id)
{
  g_autoptr (CircRecord) into = circ_store_get (circ_session_get_store (self->session), id, NULL);

  if (into == NULL || self->chosen == NULL || !circ_lists_details_commit (self->details))
    return;
  self->successor = id;
  circ_lists_ask_merge (self->session, GTK_WIDGET (self), self->chosen, into);
}

static void
entries_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircListsPage *self = CIRC_LISTS_PAGE (widget);

  if (g_str_equal (action, "entries.add") && circ_lists_has_window (self->kind->id))
    circ_lists_add_in_window (self->session, widget, self->kind->id);
  else if (g_str_equal (action, "entries.add"))
    gtk_menu_button_popup (self->add_button);
  else if (g_str_equal (action, "entries.add-named"))
    circ_lists_add_name (self->add, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (action, "entries.search"))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else if (g_str_equal (action, "entries.clear"))
    gtk_editable_set_text (self->search, "");
  else if (self->chosen == NULL || !circ_lists_details_commit (self->details))
    return;
  else if (g_str_equal (action, "entries.retire"))
    circ_lists_retire (self->session, self->chosen);
  else if (g_str_equal (action, "entries.restore"))
    circ_lists_restore (self->session, self->chosen);
  else if (g_str_equal (action, "entries.delete"))
    circ_lists_ask_remove (self->session, widget, self->chosen);
  else if (g_str_equal (action, "entries.merge"))
    circ_lists_details_choose_merge (self->details);
}

static void
circ_lists_page_dispose (GObject *object)
{
  CircListsPage *self = CIRC_LISTS_PAGE (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_LISTS_PAGE);
  if (self->details != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->details)));
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->chosen);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_lists_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-lists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, side);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, separator);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, search);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, window_button);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, scopes);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, in_use_button);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, retired_button);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, view);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CircListsPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, update_query);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
}

static void
circ_lists_page_class_init (CircListsPageClass *klass)
{
  static const char *const actions[] = { "entries.add",     "entries.search", "entries.clear", "entries.retire",
                                         "entries.restore", "entries.delete", "entries.merge" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_lists_page_dispose;
  bind_template (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, entries_action);
  gtk_widget_class_install_action (widget_class, "entries.add-named", "s", entries_action);
}

static void
circ_lists_page_init (CircListsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_widgets (CircListsPage *self)
{
  const CircListsWords *words = circ_lists_words_get (self->kind->id);

  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !circ_lists_has_window (self->kind->id));
  gtk_widget_set_visible (self->window_button, circ_lists_has_window (self->kind->id));
  gtk_widget_set_visible (self->scopes, self->kind->archived_field >= 0);
  gtk_widget_set_tooltip_text (self->window_button, _ (words->add));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->window_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (words->add), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), _ (words->add));
  /* The part of a menu button that takes the focus is the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->add_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ (words->add), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  circ_kind_get_title_plural (self->kind), -1);
}

static void
set_up_list (CircListsPage *self)
{
  g_autoptr (CircQuery) query = new_query (self);
  g_autoptr (GtkListItemFactory) factory = circ_lists_rows_new (self->session);

  self->list = circ_record_list_new (circ_session_get_store (self->session), query);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (before_change_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (after_change_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
circ_lists_page_new (CircSession *session,
                     CircKindId kind)
{
  CircListsPage *self = g_object_new (CIRC_TYPE_LISTS_PAGE, NULL);

  self->session = g_object_ref (session);
  self->kind = circ_kind_get (kind);
  self->details = CIRC_LISTS_DETAILS (circ_lists_details_new (session, kind));
  gtk_widget_set_hexpand (GTK_WIDGET (self->details), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->details), GTK_WIDGET (self));
  self->add = CIRC_LISTS_ADD (circ_lists_add_new (session, kind));
  gtk_menu_button_set_popover (self->add_button, GTK_WIDGET (self->add));
  g_signal_connect_object (self->add, "before", G_CALLBACK (before_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "merge", G_CALLBACK (merge_cb), self, G_CONNECT_SWAPPED);

  set_up_list (self);
  name_widgets (self);
  settle_soon (self);
  return GTK_WIDGET (self);
}

gboolean
circ_lists_page_show_record (CircListsPage *self,
                             CircRecord *record)
{
  gboolean retired;

  g_return_val_if_fail (CIRC_IS_LISTS_PAGE (self) && CIRC_IS_RECORD (record), FALSE);

  if (!circ_lists_details_commit (self->details))
    return FALSE;
  retired = circ_record_is_archived (record);
  gtk_editable_set_text (self->search, "");
  gtk_toggle_button_set_active (retired ? self->retired_button : self->in_use_button, TRUE);
  update_query (self);
  if (!choose (self, record))
    return FALSE;
  scroll_to_chosen (self);

  return TRUE;
}

gboolean
circ_lists_page_commit (CircListsPage *self)
{
  g_return_val_if_fail (CIRC_IS_LISTS_PAGE (self), FALSE);

  return circ_lists_details_commit (self->details);
}

void
circ_lists_page_focus (CircListsPage *self)
{
  g_return_if_fail (CIRC_IS_LISTS_PAGE (self));

  scroll_to_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
