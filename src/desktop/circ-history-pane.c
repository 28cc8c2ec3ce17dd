/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-history-pane.h"

#include "circ-date.h"
#include "circ-label.h"
#include "circ-value-words.h"

#include <glib/gi18n-lib.h>

#define FIRST_LINES 20        /* as many as are looked at; the rest when asked for */
#define ALL_LINES 1000
#define SHOWN_CHARACTERS 200  /* of a long text; the whole is in the tooltip */

struct _CircHistoryPane {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *empty;

  CircSession *session; /* (owned) */
  CircRecord *record;   /* (owned) (nullable) */
  GPtrArray *lines;     /* (owned) (element-type CircHistoryLine): those that are shown */
  guint limit;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (CircHistoryPane, circ_history_pane, GTK_TYPE_WIDGET)

static void
put_back_cb (GtkButton *button,
             CircHistoryPane *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "circ-line"));
  const CircHistoryLine *line = g_ptr_array_index (self->lines, index);
  CircStore *store = circ_session_get_store (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircRecord) record = circ_store_get (store, line->record, &error);
  g_autoptr (CircChange) change = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    {
      circ_session_report (self->session, error);
      return;
    }
  if (circ_value_equal (circ_record_get (record, (guint) line->field), line->old_value))
    {
      circ_session_tell (self->session, _ ("It has this value already."));
      return;
    }
  name = circ_record_dup_title (record);
  /* translators: the title of a change in the history: which field of which record got an earlier value again */
  title = g_strdup_printf (_ ("Put back “%s” of %s"), circ_field_get_title (&line->kind->fields[line->field]), name);
  change = circ_change_new (title);
  circ_change_set (change, record, (guint) line->field, line->old_value);
  circ_session_apply (self->session, change);
}

static GtkWidget *
new_put_back (CircHistoryPane *self,
              guint index)
{
  const CircHistoryLine *line = g_ptr_array_index (self->lines, index);
  const char *field = circ_field_get_title (&line->kind->fields[line->field]);
  GtkWidget *button = gtk_button_new_with_label (_ ("Put Back"));
  /* translators: read aloud for a button; %s is the title of a field */
  g_autofree char *name = g_strdup_printf (_ ("Put back the earlier value of %s"), field);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "circ-line", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (put_back_cb), self, 0);
  return button;
}

/* "When: nothing → Within one week", for a field that was set. */
static void
append_values (CircHistoryPane *self,
               GtkWidget *box,
               guint index)
{
  const CircHistoryLine *line = g_ptr_array_index (self->lines, index);
  const CircField *field = &line->kind->fields[line->field];
  g_autofree char *before = circ_value_dup_words (self->session, field, line->old_value);
  g_autofree char *after = circ_value_dup_words (self->session, field, line->new_value);
  g_autofree char *before_short = circ_value_shorten (before, SHOWN_CHARACTERS);
  g_autofree char *after_short = circ_value_shorten (after, SHOWN_CHARACTERS);
  /* translators: a line of the history: title of a field, its value before and after */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s → %s"), circ_field_get_title (field), before_short, after_short);
  GtkWidget *label = circ_label_new (text, NULL);

  if (g_utf8_strlen (before, -1) > SHOWN_CHARACTERS)
    gtk_widget_set_tooltip_text (label, before);
  gtk_box_append (GTK_BOX (box), label);
  if (!(field->flags & CIRC_FIELD_READ_ONLY) && !circ_session_get_read_only (self->session))
    gtk_box_append (GTK_BOX (box), new_put_back (self, index));
}

static void
append_line (CircHistoryPane *self,
             guint index,
             gboolean first_of_change)
{
  const CircHistoryLine *line = g_ptr_array_index (self->lines, index);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  if (first_of_change)
    {
      g_autofree char *at = circ_instant_format (line->at);
      /* translators: who made a change, and when */
      g_autofree char *who = g_strdup_printf (_ ("%s, %s"), line->by, at);

      gtk_box_append (GTK_BOX (box), circ_label_new (line->title, "circ-history-title"));
      gtk_box_append (GTK_BOX (box), circ_label_new (who, "dim-label"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
    }
  if (line->action == CIRC_PART_SET && line->field >= 0)
    append_values (self, box, index);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
clear (CircHistoryPane *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

static void
update (CircHistoryPane *self)
{
  CircStore *store = circ_session_get_store (self->session);
  gint64 id = self->record != NULL ? circ_record_get_id (self->record) : 0;
  g_autoptr (GError) error = NULL;
  gint64 change = 0;

  clear (self);
  if (id > 0)
    self->lines = circ_store_history (store, id, self->limit + 1, &error);
  gtk_label_set_label (GTK_LABEL (self->empty),
                       error != NULL ? error->message : _ ("Every change will be listed here: who, when, from what, to what."));
  for (guint i = 0; self->lines != NULL && i < MIN (self->lines->len, self->limit); i++)
    {
      const CircHistoryLine *line = g_ptr_array_index (self->lines, i);

      /* A removed or added part of the record is told by the title of its change. */
      if (change == line->change && line->action != CIRC_PART_SET)
        continue;
      append_line (self, i, change != line->change);
      change = line->change;
    }
  gtk_widget_set_visible (self->list, change != 0);
  gtk_widget_set_visible (self->empty, change == 0);
  gtk_widget_set_visible (self->more, self->lines != NULL && self->lines->len > self->limit);
}

static gboolean
update_cb (gpointer user_data)
{
  CircHistoryPane *self = user_data;

  self->update_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* After what is being saved now has been shown. */
static void
queue_update (CircHistoryPane *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
more_cb (CircHistoryPane *self)
{
  self->limit = ALL_LINES;
  update (self);
}

static void
circ_history_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (circ_history_pane_parent_class)->map (widget);
  queue_update (CIRC_HISTORY_PANE (widget));
}

static void
circ_history_pane_dispose (GObject *object)
{
  CircHistoryPane *self = CIRC_HISTORY_PANE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_history_pane_parent_class)->dispose (object);
}

static void
circ_history_pane_class_init (CircHistoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_history_pane_dispose;
  widget_class->map = circ_history_pane_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
circ_history_pane_init (CircHistoryPane *self)
{
  self->limit = FIRST_LINES;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->empty = circ_label_new (_ ("Every change will be listed here: who, when, from what, to what."), "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->empty);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("History"), -1);
  gtk_box_append (GTK_BOX (self->box), self->list);
  self->more = gtk_button_new_with_label (_ ("Show Earlier Changes"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->more);
}

GtkWidget *
circ_history_pane_new (CircSession *session)
{
  CircHistoryPane *self = g_object_new (CIRC_TYPE_HISTORY_PANE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
circ_history_pane_set_record (CircHistoryPane *self,
                              CircRecord *record)
{
  g_return_if_fail (CIRC_IS_HISTORY_PANE (self));

  if (!g_set_object (&self->record, record))
    return;
  self->limit = FIRST_LINES;
  queue_update (self);
}
