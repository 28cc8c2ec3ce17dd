/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan has for a pair, and what was done. */
#include "config.h"

#include "circ-matrix-pane-private.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-evidence.h"
#include "circ-label.h"
#include "circ-look.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-plan-view.h"
#include "circ-window.h"

/* As many of each as are of use beside a grid; the label says how many there are. */
#define MANY 20

static CircStore *
get_store (CircMatrixPane *self)
{
  return circ_session_get_store (self->session);
}

static GtkWidget *
new_section (GtkLabel **label,
             GtkWidget **list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *label = GTK_LABEL (circ_label_new ("", "dim-label"));
  *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (*list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (*list, "boxed-list");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*label));
  gtk_box_append (GTK_BOX (box), *list);
  return box;
}

/* @record: what is opened by the row. */
static void
append_row (GtkWidget *list,
            CircRecord *record,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  /* translators: read aloud: the name of a record, then what is said of it */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "circ-record", g_object_ref (record), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
empty (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static void
item_cb (CircMatrixPane *self,
         GtkListBoxRow *row)
{
  CircRecord *item = g_object_get_data (G_OBJECT (row), "circ-record");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (CIRC_IS_WINDOW (root))
    circ_window_show_record (CIRC_WINDOW (root), circ_record_get_id (item));
}

static void
done_cb (CircMatrixPane *self,
         GtkListBoxRow *row)
{
  CircRecord *occurrence = g_object_get_data (G_OBJECT (row), "circ-record");
  g_autoptr (CircRecord) item = circ_store_get (get_store (self), circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM), NULL);

  if (item != NULL)
    circ_occurrence_window_present (self->session, GTK_WIDGET (self), item, occurrence);
}

GtkWidget *
circ_matrix_pane_new_items (CircMatrixPane *self)
{
  GtkWidget *box = new_section (&self->items_label, &self->items);
  GtkWidget *button = gtk_button_new_with_label (_ ("Add a Plan Item for This Pair"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "pane.add-item");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_object (self->items, "row-activated", G_CALLBACK (item_cb), self, G_CONNECT_SWAPPED);
  return box;
}

GtkWidget *
circ_matrix_pane_new_done (CircMatrixPane *self)
{
  GtkWidget *box = new_section (&self->done_label, &self->done);

  g_signal_connect_object (self->done, "row-activated", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
fill_items (CircMatrixPane *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = circ_matrix_find_items (get_store (self), &self->pair, &error);
  g_autofree char *text = NULL;

  empty (self->items);
  if (items == NULL)
    g_debug ("the items of a pair cannot be read: %s", error->message);
  for (guint i = 0; items != NULL && i < MIN (items->len, MANY); i++)
    {
      g_autofree char *title = circ_record_dup_title (items->pdata[i]);
      const char *ref = circ_record_get_text (items->pdata[i], CIRC_PLAN_ITEM_REF);
      const char *when = circ_record_get_text (items->pdata[i], CIRC_PLAN_ITEM_WHEN_TEXT);
      /* translators: the reference of a plan item, and when it goes out, in the words of the plan */
      g_autofree char *subtitle = when != NULL ? g_strdup_printf (_ ("%1$s · %2$s"), ref, when) : g_strdup (ref);

      append_row (self->items, items->pdata[i], title, subtitle);
    }
  gtk_widget_set_visible (self->items, items != NULL && items->len > 0);
  text = items == NULL || items->len == 0
           ? g_strdup (_ ("No item of the plan uses this method for this audience."))
           : g_strdup_printf (ngettext ("%u item of the plan uses this method for this audience.",
                                        "%u items of the plan use this method for this audience.", items->len), items->len);
  gtk_label_set_label (self->items_label, text);
}

/* "Fri 6 Nov · Copy of the message, Sent items" */
static char *
dup_done_words (CircMatrixPane *self,
                CircRecord *occurrence)
{
  g_autofree char *day = circ_date_format_short (circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON),
                                                 circ_session_get_today (self->session));
  g_autoptr (GPtrArray) evidence =
    circ_store_find_parts (get_store (self), circ_record_get_id (occurrence), CIRC_KIND_EVIDENCE, NULL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      g_autofree char *title = circ_record_dup_title (evidence->pdata[i]);

      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", title);
    }
  if (titles->len == 0)
    /* translators: the day on which something was done */
    return g_strdup_printf (_ ("%s · no evidence yet"), day);
  /* translators: the day on which something was done, and the evidence of it */
  return g_strdup_printf (_ ("%1$s · evidence: %2$s"), day, titles->str);
}

static void
fill_done (CircMatrixPane *self)
{
  const CircPeriod *shown = circ_matrix_model_get_use_period (self->model);
  CircPeriod period = shown != NULL ? *shown : circ_period_of_year (circ_matrix_model_get_year (self->model));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) done = circ_matrix_find_done (get_store (self), &period, &self->pair, &error);
  g_autofree char *when = circ_store_dup_period_title (get_store (self), &period);
  g_autofree char *text = NULL;
  guint n = done != NULL ? done->len : 0;

  empty (self->done);
  if (done == NULL)
    g_debug ("what was done for a pair cannot be read: %s", error->message);
  for (guint i = 0; i < MIN (n, MANY); i++)
    {
      g_autofree char *title = circ_session_dup_title (self->session,
                                                       circ_record_get_int (done->pdata[i], CIRC_OCCURRENCE_ITEM));
      g_autofree char *subtitle = dup_done_words (self, done->pdata[i]);

      append_row (self->done, done->pdata[i], title, subtitle);
    }
  gtk_widget_set_visible (self->done, n > 0);
  if (n == 0)
    /* translators: %s is a reporting year, or a period: April to September 2026 */
    text = g_strdup_printf (_ ("%s: nothing was recorded for this pair."), when);
  else
    /* translators: a reporting year or another period (April to September 2026), and how often something was recorded as done */
    text = g_strdup_printf (ngettext ("%1$s: recorded %2$u time.", "%1$s: recorded %2$u times.", n), when, n);
  gtk_label_set_label (self->done_label, text);
}

void
circ_matrix_pane_fill_rows (CircMatrixPane *self)
{
  fill_items (self);
  fill_done (self);
}
