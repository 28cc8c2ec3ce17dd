/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-window.h"

#include <glib/gi18n-lib.h>

#include "circ-label.h"
#include "circ-lists-page.h"
#include "circ-lists-words.h"
#include "circ-look.h"
#include "circ-preferences.h"
#include "circ-toast.h"
#include "circ-window.h"

struct _CircListsWindow {
  AdwWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkListBox *sidebar;
  GtkStack *stack;

  CircSession *session; /* (owned) */
  AdwToast *toast;      /* (nullable) the one on show, weak */
  guint count_source;
  CircFormsSet set;
};

G_DEFINE_FINAL_TYPE (CircListsWindow, circ_lists_window, ADW_TYPE_WINDOW)

/* A toast waits five seconds behind another, so the one on show goes first. */
static void
show_toast (CircListsWindow *self,
            const char *text,
            gboolean undo)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "lists.undo");
    }
  circ_toast_show (self->toasts, toast);
}

static void
done_cb (CircListsWindow *self,
         const char *title)
{
  if (circ_session_get_place (self->session) == self)
    show_toast (self, title, TRUE);
}

static void
message_cb (CircListsWindow *self,
            const char *text)
{
  if (circ_session_get_place (self->session) == self)
    show_toast (self, text, FALSE);
}

static void
active_cb (CircListsWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    circ_session_set_place (self->session, self);
}

static void
unmap_cb (CircListsWindow *self)
{
  if (self->session != NULL && circ_session_get_place (self->session) == self)
    circ_session_set_place (self->session, NULL);
}

static void
present (CircListsWindow *self)
{
  circ_session_set_place (self->session, self);
  gtk_window_present (GTK_WINDOW (self));
}

static CircListsPage *
get_page (CircListsWindow *self)
{
  return (CircListsPage *) gtk_stack_get_visible_child (self->stack);
}

/* A list is read when it is first looked at. */
static CircListsPage *
ensure_page (CircListsWindow *self,
             const CircKind *kind)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, kind->name);

  if (page == NULL)
    {
      page = circ_lists_page_new (self->session, kind->id);
      gtk_stack_add_named (self->stack, page, kind->name);
    }

  return CIRC_LISTS_PAGE (page);
}

static const CircKind *
get_row_kind (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "circ-kind");
}

static GtkListBoxRow *
find_row (CircListsWindow *self,
          CircKindId kind)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (get_row_kind (row)->id == kind)
      return row;

  return NULL;
}

/* FALSE, and the list on show stays, when what is being edited in it cannot be saved. */
static gboolean
show_kind (CircListsWindow *self,
           const CircKind *kind)
{
  CircListsPage *before = get_page (self);
  CircListsPage *page = ensure_page (self, kind);
  const char *shown;

  if (before != NULL && before != page && !circ_lists_page_commit (before))
    {
      shown = gtk_stack_get_visible_child_name (self->stack);
      gtk_list_box_select_row (self->sidebar, find_row (self, circ_kind_find (shown)->id));
      return FALSE;
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  adw_window_title_set_title (self->title, circ_kind_get_title_plural (kind));
  gtk_list_box_select_row (self->sidebar, find_row (self, kind->id));

  return TRUE;
}

static void
row_selected_cb (CircListsWindow *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && (get_page (self) == NULL
                      || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), get_row_kind (row)->name) != 0))
    show_kind (self, get_row_kind (row));
}

static void
row_activated_cb (CircListsWindow *self,
                  GtkListBoxRow *row)
{
  if (show_kind (self, get_row_kind (row)))
    circ_lists_page_focus (get_page (self));
}

static gboolean
count_cb (gpointer user_data)
{
  CircListsWindow *self = user_data;
  CircStore *store = circ_session_get_store (self->session);
  GtkListBoxRow *row;

  self->count_source = 0;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    {
      const CircKind *kind = get_row_kind (row);
      g_autoptr (CircQuery) query = circ_query_new (kind->id);
      gint64 n = circ_store_count (store, query, NULL);
      GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
      g_autofree char *text = g_strdup_printf ("%d", (int) MAX (n, 0));
      /* translators: read aloud: a list, and how many entries it has: Audiences, 24 */
      g_autofree char *name = g_strdup_printf (_ ("%s, %s"), circ_kind_get_title_plural (kind), text);

      gtk_label_set_label (GTK_LABEL (label), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }

  return G_SOURCE_REMOVE;
}

static void
count_soon (CircListsWindow *self)
{
  if (self->count_source == 0)
    self->count_source = g_idle_add (count_cb, self);
}

static GtkWidget *
create_row (const CircKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = circ_label_new (circ_kind_get_title_plural (kind), NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (circ_look_get_kind_icon (kind->id)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "circ-kind", (gpointer) kind);

  return row;
}

/* What cannot be saved is shown beside its field; the window stays until it is mended or put back. */
static gboolean
close_request_cb (CircListsWindow *self)
{
  CircListsPage *page = get_page (self);

  return page != NULL && !circ_lists_page_commit (page);
}

static void
show_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  const CircKind *kind = circ_kind_find (g_variant_get_string (parameter, NULL));

  if (kind != NULL && circ_forms_get_entry (kind->id) != NULL)
    show_kind (CIRC_LISTS_WINDOW (widget), kind);
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircListsWindow *self = CIRC_LISTS_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (CircRecord) record = circ_store_get (circ_session_get_store (self->session), id, &error);

  if (record == NULL)
    circ_session_report (self->session, error);
  else if (circ_forms_get_entry (circ_record_get_kind (record)->id) != NULL)
    circ_lists_window_present_record (self->session, parent != NULL ? GTK_WIDGET (parent) : widget, record);
  else if (circ_record_get_kind (record)->id == CIRC_KIND_PARTNERSHIP)
    circ_preferences_present (self->session, widget);
  else if (CIRC_IS_WINDOW (parent))
    {
      circ_window_show_record (CIRC_WINDOW (parent), id);
      gtk_window_present (parent);
    }
}

static void
undo_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircListsWindow *self = CIRC_LISTS_WINDOW (widget);

  if (get_page (self) != NULL && !circ_lists_page_commit (get_page (self)))
    return;
  if (g_str_equal (action, "lists.undo"))
    circ_session_undo (self->session);
  else
    circ_session_redo (self->session);
}

/* The list on show answers the keys wherever the focus is. */
static void
forward_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircListsPage *page = get_page (CIRC_LISTS_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), g_str_equal (action, "lists.add") ? "entries.add" : "entries.search",
                                NULL);
}

static void
circ_lists_window_dispose (GObject *object)
{
  CircListsWindow *self = CIRC_LISTS_WINDOW (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_lists_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "lists.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "lists.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "lists.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "lists.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "lists.add", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "lists.search", NULL, forward_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "lists.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "lists.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "lists.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "lists.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "lists.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
circ_lists_window_class_init (CircListsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_lists_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-lists-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CircListsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CircListsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CircListsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CircListsWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  install_actions (widget_class);
}

static void
circ_lists_window_init (CircListsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CircListsWindow *
circ_lists_window_new (CircSession *session,
                       GtkWidget *parent,
                       CircFormsSet set)
{
  CircListsWindow *self = g_object_new (CIRC_TYPE_LISTS_WINDOW, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  const char *title = circ_forms_get_set_title (set);

  self->session = g_object_ref (session);
  self->set = set;
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_subtitle (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sidebar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
  for (const CircKindId *kind = circ_forms_get_kinds (set); *kind != CIRC_N_KINDS; kind++)
    gtk_list_box_append (self->sidebar, create_row (circ_kind_get (*kind)));
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (count_soon), self,
                           G_CONNECT_SWAPPED);
  count_soon (self);

  return self;
}

/* The window that this session has already, or a new one. */
static CircListsWindow *
ensure_window (CircSession *session,
               GtkWidget *parent,
               CircKindId kind)
{
  CircFormsSet set = circ_forms_find_set (kind);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (CIRC_IS_LISTS_WINDOW (window) && CIRC_LISTS_WINDOW (window)->session == session
          && CIRC_LISTS_WINDOW (window)->set == set)
        return CIRC_LISTS_WINDOW (window);
    }

  return circ_lists_window_new (session, parent, set);
}

void
circ_lists_window_present (CircSession *session,
                           GtkWidget *parent,
                           CircKindId kind)
{
  CircListsWindow *self;

  g_return_if_fail (CIRC_IS_SESSION (session));
  g_return_if_fail (circ_forms_get_entry (kind) != NULL);

  self = ensure_window (session, parent, kind);
  if (show_kind (self, circ_kind_get (kind)))
    circ_lists_page_focus (get_page (self));
  present (self);
}

void
circ_lists_window_present_record (CircSession *session,
                                  GtkWidget *parent,
                                  CircRecord *record)
{
  CircListsWindow *self;

  g_return_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (record));
  g_return_if_fail (circ_forms_get_entry (circ_record_get_kind (record)->id) != NULL);

  self = ensure_window (session, parent, circ_record_get_kind (record)->id);
  circ_lists_window_show_record (self, record);
  present (self);
}

gboolean
circ_lists_window_show_record (CircListsWindow *self,
                               CircRecord *record)
{
  const CircKind *kind;

  g_return_val_if_fail (CIRC_IS_LISTS_WINDOW (self) && CIRC_IS_RECORD (record), FALSE);

  kind = circ_record_get_kind (record);
  if (circ_forms_get_entry (kind->id) == NULL || !show_kind (self, kind)
      || !circ_lists_page_show_record (get_page (self), record))
    return FALSE;
  circ_lists_page_focus (get_page (self));

  return TRUE;
}
