/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-differences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-label.h"
#include "circ-matrix-version.h"

char *
circ_matrix_version_dup_words (CircRecord *version)
{
  g_autofree char *title = circ_record_dup_title (version);
  g_autofree char *status = circ_record_format (version, CIRC_MATRIX_VERSION_STATUS);
  const char *approved = circ_record_get_text (version, CIRC_MATRIX_VERSION_APPROVED_ON);
  g_autofree char *on = approved != NULL ? circ_date_format_long (approved) : NULL;
  g_autofree char *from = circ_date_format_long (circ_record_get_text (version, CIRC_MATRIX_VERSION_PERIOD_FROM));

  if (on != NULL)
    /* translators: a version of the matrix: its status (Approved, Superseded), the day of approval, and its name */
    return g_strdup_printf (_ ("%1$s, of %2$s: %3$s"), status, on, title);
  /* translators: a version of the matrix: its status (Draft), the first day that it is for, and its name */
  return g_strdup_printf (_ ("%1$s, from %2$s: %3$s"), status, from, title);
}

static void
append_row (GtkWidget *list,
            CircStore *store,
            const CircMatrixDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *method = circ_store_dup_title (store, difference->pair.method);
  g_autofree char *audience = circ_store_dup_title (store, difference->pair.audience);
  /* translators: a method, and the audience that is reached by it */
  g_autofree char *title = g_strdup_printf (_ ("%1$s, %2$s"), method != NULL ? method : "", audience != NULL ? audience : "");
  /* translators: what two versions of the matrix say of a pair: used, planned … */
  g_autofree char *subtitle = g_strdup_printf (_ ("%1$s → %2$s"), circ_matrix_value_get_word (difference->before),
                                               circ_matrix_value_get_word (difference->after));
  /* translators: read aloud: a pair, and what was said of it and is said now */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: was %2$s, is %3$s"), title, circ_matrix_value_get_word (difference->before),
                                           circ_matrix_value_get_word (difference->after));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_close_key (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

static GtkWidget *
create_column (CircSession *session,
               CircMatrixSource *before,
               CircMatrixSource *after)
{
  g_autoptr (GArray) differences = circ_matrix_compare (before->matrix, after->matrix);
  g_autofree char *first = circ_matrix_version_dup_words (before->version);
  g_autofree char *second = circ_matrix_version_dup_words (after->version);
  g_autofree char *count = g_strdup_printf (ngettext ("They differ in %u pair.", "They differ in %u pairs.", differences->len),
                                            differences->len);
  /* translators: the two versions of the matrix that are compared, each with its status and day */
  g_autofree char *text = g_strdup_printf (_ ("%1$s\n→ %2$s"), first, second);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < differences->len; i++)
    append_row (list, circ_session_get_store (session), &g_array_index (differences, CircMatrixDifference, i));
  gtk_widget_set_visible (list, differences->len > 0);
  gtk_box_append (GTK_BOX (column), circ_label_new (text, NULL));
  gtk_box_append (GTK_BOX (column), circ_label_new (differences->len > 0 ? count : _ ("They say the same of every pair."),
                                                    "heading"));
  gtk_box_append (GTK_BOX (column), list);
  return column;
}

void
circ_matrix_differences_present (CircSession *session,
                                 GtkWidget *parent,
                                 CircMatrixSource *before,
                                 CircMatrixSource *after)
{
  GtkWidget *window = adw_window_new ();
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = create_column (session, before, after);

  gtk_window_set_title (GTK_WINDOW (window), _ ("What Changed"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_set_margin_top (column, 18);
  gtk_widget_set_margin_bottom (column, 24);
  gtk_widget_set_margin_start (column, 18);
  gtk_widget_set_margin_end (column, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), scrolled);
  adw_window_set_content (ADW_WINDOW (window), outer);
  add_close_key (window);
  gtk_window_present (GTK_WINDOW (window));
}
