/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-return-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-cascade-return.h"
#include "circ-return-state.h"
#include "circ-return-window.h"
#include "circ-return-words.h"

struct _CircReturnRows {
  GtkWidget parent_instance;

  GtkWidget *box;  /* (owned by the widget tree) */
  GtkWidget *list; /* (owned by the widget tree) */

  CircSession *session;   /* (owned) */
  CircRecord *occurrence; /* (owned) (nullable) */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (CircReturnRows, circ_return_rows, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (CircReturnRows *self,
            CircRecord *cascade_return)
{
  const char *today = circ_session_get_today (self->session);
  CircReturnState state = circ_return_state_of (cascade_return, today);
  g_autofree char *agency =
    circ_session_dup_title (self->session, circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_AGENCY));
  g_autofree char *standing = circ_return_words_dup_standing (cascade_return, today);
  g_autofree char *name = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (circ_return_state_get_title (state));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), agency);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), standing);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (circ_return_state_get_icon (state)));
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "circ-return", g_object_ref (cascade_return), g_object_unref);
  /* translators: read aloud: an agency, a state, and since when it stands so */
  name = g_strdup_printf (_ ("%s, %s, %s"), agency, circ_return_state_get_title (state), standing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
update (CircReturnRows *self)
{
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  if (self->occurrence != NULL)
    returns = circ_store_find_parts (circ_session_get_store (self->session), circ_record_get_id (self->occurrence),
                                     CIRC_KIND_CASCADE_RETURN, &error);
  if (error != NULL)
    circ_session_report (self->session, error);
  for (guint i = 0; returns != NULL && i < returns->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, returns->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), returns != NULL && returns->len > 0);
}

static gboolean
update_cb (gpointer user_data)
{
  CircReturnRows *self = user_data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CircReturnRows *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
row_activated_cb (CircReturnRows *self,
                  GtkListBoxRow *row)
{
  circ_return_window_present (self->session, GTK_WIDGET (self), g_object_get_data (G_OBJECT (row), "circ-return"));
}

static void
circ_return_rows_dispose (GObject *object)
{
  CircReturnRows *self = CIRC_RETURN_ROWS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->occurrence);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_return_rows_parent_class)->dispose (object);
}

static void
circ_return_rows_class_init (CircReturnRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_return_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
circ_return_rows_init (CircReturnRows *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Cascade Returns"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->list = gtk_list_box_new ();
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cascade Returns"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
circ_return_rows_new (CircSession *session)
{
  CircReturnRows *self = g_object_new (CIRC_TYPE_RETURN_ROWS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
circ_return_rows_set_occurrence (CircReturnRows *self,
                                 CircRecord *occurrence)
{
  g_return_if_fail (CIRC_IS_RETURN_ROWS (self));

  g_set_object (&self->occurrence, occurrence);
  update (self);
}
