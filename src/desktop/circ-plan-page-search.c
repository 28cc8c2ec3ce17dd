/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding by typing on the plan page. */
#include "config.h"

#include "circ-plan-page-private.h"

static gboolean
is_inside (GtkWidget *widget,
           gpointer ancestor)
{
  return widget != NULL && (widget == GTK_WIDGET (ancestor) || gtk_widget_is_ancestor (widget, GTK_WIDGET (ancestor)));
}

static void
set_last_search (CircPlanPage *self,
                 const char *search)
{
  g_autofree char *old = self->last_search;

  self->last_search = g_strdup (search);
}

static void
search_changed_cb (CircPlanPage *self)
{
  g_autoptr (CircPlanView) typed = circ_plan_view_new ();

  circ_plan_view_set_search (typed, gtk_editable_get_text (self->search));
  if (g_strcmp0 (typed->search, self->last_search) == 0)
    return;
  set_last_search (self, typed->search);
  circ_plan_filter_set_search (self->filter, typed->search);
}

/* Escape: first the words go, then the keyboard. */
static void
stop_search_cb (CircPlanPage *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    circ_plan_page_show_table (self);
}

/* On to what was found. */
static void
leave_search (CircPlanPage *self)
{
  search_changed_cb (self);
  if (circ_plan_table_get_chosen (self->table) == 0 && circ_plan_table_get_n_rows (self->table) > 0)
    {
      GtkColumnView *view = circ_plan_table_get_column_view (self->table);

      gtk_selection_model_select_item (gtk_column_view_get_model (view), 0, TRUE);
    }
  circ_plan_page_show_table (self);
}

/* Whether a key types something, or is the first of several that together do. */
static gboolean
is_typing (CircPlanPage *self,
           guint key,
           GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (key);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK))
    return FALSE;
  if (key == GDK_KEY_Multi_key || (key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_greek))
    return TRUE;
  if (key == GDK_KEY_BackSpace)
    return *gtk_editable_get_text (self->search) != '\0';

  return character > ' ' && g_unichar_isprint (character);
}

/* Typing anywhere but in the details is a search. The key goes to the entry after the focus does, so that an input
 * method or a dead key has its first key too. Key capture of GtkSearchEntry leaves the focus where it was when the
 * entry has words already, and the next space is lost. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CircPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  gunichar character = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };
  int end;

  if (is_inside (focus, self->search))
    {
      if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
        return GDK_EVENT_PROPAGATE;
      leave_search (self);
      return GDK_EVENT_STOP;
    }
  if (is_inside (focus, self->details_bin) || (focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (root))
      || !gtk_widget_get_mapped (GTK_WIDGET (self->search)) || !is_typing (self, key, state))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (self->search, -1);
  if (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller)) != NULL)
    return gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (self->search)));

  /* A key that nobody pressed, as in a test. */
  end = g_utf8_strlen (gtk_editable_get_text (self->search), -1);
  if (key == GDK_KEY_BackSpace)
    gtk_editable_delete_text (self->search, end - 1, end);
  else if (character > ' ' && g_unichar_to_utf8 (character, text) > 0)
    gtk_editable_insert_text (self->search, text, -1, &end);
  gtk_editable_set_position (self->search, -1);

  return GDK_EVENT_STOP;
}

/* Listens to the whole window: after a button of the header bar was used, the focus is still on it. */
static void
listen (CircPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->keys != NULL)
    gtk_widget_remove_controller (gtk_event_controller_get_widget (self->keys), self->keys);
  self->keys = NULL;
  if (root == NULL)
    return;
  self->keys = gtk_event_controller_key_new ();
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (root), self->keys);
}

void
circ_plan_page_init_search (CircPlanPage *self)
{
  g_signal_connect (self, "notify::root", G_CALLBACK (listen), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (leave_search), self, G_CONNECT_SWAPPED);
}

void
circ_plan_page_show_search (CircPlanPage *self,
                            const char *search)
{
  if (g_strcmp0 (search, self->last_search) == 0)
    return;
  set_last_search (self, search);
  /* The entry is emptied first and says so at once: taken for the person's wish, that would free @search on the way. */
  g_signal_handlers_block_by_func (self->search, search_changed_cb, self);
  gtk_editable_set_text (self->search, search == NULL ? "" : search);
  g_signal_handlers_unblock_by_func (self->search, search_changed_cb, self);
}

void
circ_plan_page_focus_search (CircPlanPage *self)
{
  self->details_shown = FALSE;
  circ_plan_page_show_table (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}
