/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-measure-readings.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-chart.h"
#include "circ-figures-window.h"
#include "circ-label.h"
#include "circ-measure-reading.h"
#include "circ-measure-series.h"
#include "circ-measure.h"
#include "circ-reading-window.h"
#include "circ-readings.h"

/* A year of months; the rest is asked for. */
#define FEW 12

struct _CircMeasureReadings {
  GtkWidget parent_instance;

  GtkWidget *box; /* (owned by the widget tree) */
  GtkWidget *standing;
  GtkWidget *chart;
  GtkWidget *key;
  GtkWidget *list;
  GtkWidget *more_button;
  GtkWidget *add_button;
  GtkWidget *figures_button;

  CircSession *session;   /* (owned) */
  CircRecord *measure;    /* (owned) (nullable) */
  GPtrArray *readings;    /* (owned) (nullable) of CircRecord */
  gulong notify_handler;
  char *shown;            /* (owned) (nullable): what the rows were made of */
  guint update_source;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (CircMeasureReadings, circ_measure_readings, GTK_TYPE_WIDGET)

static double
get_number (CircRecord *record,
            guint field)
{
  if (circ_record_get (record, field) == NULL)
    return NAN;
  return (double) circ_record_get_int (record, field) / CIRC_DECIMAL_ONE;
}

/* "Estimate · Website statistics", "Corrected from 1890 visitors: our own network was counted" */
static char *
dup_note (CircMeasureReadings *self,
          CircRecord *reading)
{
  const char *source = circ_record_get_text (reading, CIRC_MEASURE_READING_SOURCE_NOTE);
  const char *reason = circ_record_get_text (reading, CIRC_MEASURE_READING_REASON);
  const char *words = circ_record_get_text (reading, CIRC_MEASURE_READING_NARRATIVE);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 wrong_id = circ_record_get_int (reading, CIRC_MEASURE_READING_SUPERSEDES);

  if (g_strcmp0 (circ_record_get_text (reading, CIRC_MEASURE_READING_QUALITY), "estimate") == 0)
    g_ptr_array_add (parts, circ_record_format (reading, CIRC_MEASURE_READING_QUALITY));
  if (words != NULL && circ_record_get (reading, CIRC_MEASURE_READING_VALUE) != NULL)
    g_ptr_array_add (parts, g_strdup (words));
  for (guint i = 0; i < self->readings->len; i++)
    if (circ_record_get_id (self->readings->pdata[i]) == wrong_id)
      {
        g_autofree char *figure = circ_measure_dup_reading (self->measure, self->readings->pdata[i]);

        /* translators: a figure that was wrong, and why */
        g_ptr_array_add (parts, g_strdup_printf (_ ("Corrected from %1$s: %2$s"), figure, reason != NULL ? reason : ""));
      }
  if (source != NULL)
    g_ptr_array_add (parts, g_strdup (source));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
correct_cb (CircMeasureReadings *self,
            GtkWidget *button)
{
  circ_reading_window_present (self->session, GTK_WIDGET (self), self->measure,
                               g_object_get_data (G_OBJECT (button), "circ-reading"));
}

static GtkWidget *
new_row (CircMeasureReadings *self,
         CircRecord *reading)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *period = circ_measure_reading_dup_period (reading);
  g_autofree char *figure = circ_measure_dup_reading (self->measure, reading);
  g_autofree char *note = dup_note (self, reading);
  /* translators: how a screen reader says a reading: the month, what was read, and notes */
  g_autofree char *name = *note != '\0' ? g_strdup_printf (_ ("%1$s: %2$s. %3$s"), period, figure, note)
                                        : g_strdup_printf (_ ("%1$s: %2$s"), period, figure);
  g_autofree char *action = g_strdup_printf (_ ("Correct %s"), period);
  gboolean number = circ_record_get (reading, CIRC_MEASURE_READING_VALUE) != NULL;
  GtkWidget *value = circ_label_new (figure, number ? "numeric" : NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), circ_label_new (period, NULL));
  if (!number)
    gtk_box_append (GTK_BOX (words), value);
  if (*note != '\0')
    {
      GtkWidget *label = circ_label_new (note, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_box_append (GTK_BOX (box), words);
  if (number)
    {
      gtk_widget_set_valign (value, GTK_ALIGN_START);
      gtk_label_set_wrap (GTK_LABEL (value), FALSE);
      gtk_box_append (GTK_BOX (box), value);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Correct this figure"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
  gtk_widget_set_sensitive (button, !circ_session_get_read_only (self->session));
  g_object_set_data_full (G_OBJECT (button), "circ-reading", g_object_ref (reading), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_chart (CircMeasureReadings *self,
            GPtrArray *current)
{
  CircChart *chart = CIRC_CHART (self->chart);
  const double baseline = get_number (self->measure, CIRC_MEASURE_BASELINE);
  const double target = get_number (self->measure, CIRC_MEASURE_TARGET);
  g_autofree char *measure = circ_record_dup_title (self->measure);
  g_autofree char *first = NULL, *last = NULL, *name = NULL;
  guint n = 0;

  circ_chart_clear (chart);
  for (guint i = 0; i < current->len; i++)
    {
      const double value = get_number (current->pdata[i], CIRC_MEASURE_READING_VALUE);
      g_autofree char *period = circ_measure_reading_dup_period (current->pdata[i]);
      g_autofree char *figure = circ_measure_dup_reading (self->measure, current->pdata[i]);
      /* translators: a month or other period, and what was read then */
      g_autofree char *label = g_strdup_printf (_ ("%1$s: %2$s"), period, figure);

      if (isnan (value))
        continue;
      circ_chart_add_point (chart, circ_record_get_text (current->pdata[i], CIRC_MEASURE_READING_PERIOD_TO), value, label);
      if (n++ == 0)
        first = g_steal_pointer (&period);
      g_free (last);
      last = period != NULL ? g_steal_pointer (&period) : g_strdup (first);
    }
  circ_chart_set_marks (chart, baseline, target);
  gtk_widget_set_visible (self->chart, n > 1);
  gtk_widget_set_visible (self->key, n > 1 && (!isnan (baseline) || !isnan (target)));
  if (n <= 1)
    return;
  /* translators: how a screen reader says a chart: a measure, how many readings, the first and the last month */
  name = g_strdup_printf (ngettext ("Line chart of %1$s: %2$u reading, from %3$s to %4$s", "Line chart of %1$s: %2$u readings, from %3$s to %4$s", n),
                          measure, n, first, last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
say_key (CircMeasureReadings *self)
{
  g_autofree char *baseline = NULL, *target = NULL, *both = NULL;

  if (circ_record_get (self->measure, CIRC_MEASURE_BASELINE) != NULL)
    {
      g_autofree char *figure = circ_measure_dup_figure (self->measure, circ_record_get_int (self->measure, CIRC_MEASURE_BASELINE));

      /* translators: under a chart, what its dotted line is */
      baseline = g_strdup_printf (_ ("Dotted: baseline, %s"), figure);
    }
  if (circ_record_get (self->measure, CIRC_MEASURE_TARGET) != NULL)
    {
      g_autofree char *figure = circ_measure_dup_figure (self->measure, circ_record_get_int (self->measure, CIRC_MEASURE_TARGET));

      /* translators: under a chart, what its dashed line is */
      target = g_strdup_printf (_ ("Dashed: target, %s"), figure);
    }
  both = baseline != NULL && target != NULL ? g_strconcat (baseline, " · ", target, NULL) : NULL;
  gtk_label_set_label (GTK_LABEL (self->key), both != NULL ? both : baseline != NULL ? baseline : target != NULL ? target : "");
}

/* What the rows show; readings are not edited, so which ones there are says what they say. */
static char *
dup_state (CircMeasureReadings *self,
           GPtrArray *readings)
{
  GString *state = g_string_new (NULL);

  g_string_printf (state, "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, self->all, circ_record_get_id (self->measure),
                   circ_record_get_version (self->measure));
  for (guint i = 0; i < readings->len; i++)
    g_string_append_printf (state, " %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, circ_record_get_id (readings->pdata[i]),
                            circ_record_get_version (readings->pdata[i]));
  return g_string_free (state, FALSE);
}

/* Returns: the row that has the focus, or -1 */
static int
get_focused_row (CircMeasureReadings *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || gtk_widget_get_parent (row) != self->list)
    return -1;
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* Whoever edits elsewhere does not cost this list its rows, nor anybody in it the focus. */
static gboolean
read_again (CircMeasureReadings *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = circ_readings_find (circ_session_get_store (self->session), circ_record_get_id (self->measure), &error);
  g_autofree char *state = readings != NULL ? dup_state (self, readings) : NULL;

  if (readings == NULL)
    {
      circ_session_report (self->session, error);
      return FALSE;
    }
  if (g_strcmp0 (state, self->shown) == 0)
    return FALSE;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  self->readings = g_steal_pointer (&readings);
  return TRUE;
}

static void
rebuild (CircMeasureReadings *self)
{
  const int focused = get_focused_row (self);
  g_autoptr (GPtrArray) current = NULL;
  g_autofree char *standing = NULL;
  GtkListBoxRow *row;
  guint shown;

  if (self->measure == NULL || !read_again (self))
    return;
  if (focused >= 0)
    gtk_widget_grab_focus (self->add_button);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  current = circ_measure_series_get_current (self->readings);
  standing = circ_measure_dup_standing (self->measure, current->len > 0 ? current->pdata[current->len - 1] : NULL);
  gtk_label_set_label (GTK_LABEL (self->standing), standing);
  say_key (self);
  show_chart (self, current);
  shown = self->all ? current->len : MIN (FEW, current->len);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, current->pdata[current->len - 1 - i]));
  gtk_widget_set_visible (self->list, current->len > 0);
  gtk_widget_set_visible (self->more_button, shown < current->len);
  gtk_widget_set_sensitive (self->add_button, !circ_session_get_read_only (self->session));
  gtk_widget_set_sensitive (self->figures_button, !circ_session_get_read_only (self->session));
  row = focused >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), focused) : NULL;
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static gboolean
update_cb (gpointer user_data)
{
  CircMeasureReadings *self = user_data;

  self->update_source = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

static void
update_soon (CircMeasureReadings *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (update_cb, self);
}

static void
add_cb (CircMeasureReadings *self)
{
  circ_reading_window_present (self->session, GTK_WIDGET (self), self->measure, NULL);
}

static void
figures_cb (CircMeasureReadings *self)
{
  circ_figures_window_present (self->session, GTK_WIDGET (self), circ_record_get_text (self->measure, CIRC_MEASURE_FREQUENCY));
}

static void
more_cb (CircMeasureReadings *self)
{
  GtkListBoxRow *row;

  self->all = TRUE;
  rebuild (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), FEW);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
circ_measure_readings_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (circ_measure_readings_parent_class)->map (widget);
  update_soon (CIRC_MEASURE_READINGS (widget));
}

static void
circ_measure_readings_dispose (GObject *object)
{
  CircMeasureReadings *self = CIRC_MEASURE_READINGS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->measure != NULL)
    g_clear_signal_handler (&self->notify_handler, self->measure);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->measure);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_measure_readings_parent_class)->dispose (object);
}

static void
circ_measure_readings_class_init (CircMeasureReadingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_measure_readings_dispose;
  GTK_WIDGET_CLASS (klass)->map = circ_measure_readings_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_button (CircMeasureReadings *self,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
circ_measure_readings_init (CircMeasureReadings *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->standing = circ_label_new (NULL, NULL);
  self->chart = circ_chart_new ();
  self->key = circ_label_new (NULL, "caption");
  self->list = gtk_list_box_new ();
  self->add_button = new_button (self, _ ("_Add Figure…"), G_CALLBACK (add_cb));
  self->figures_button = new_button (self, _ ("_Figures of Several Measures…"), G_CALLBACK (figures_cb));
  self->more_button = new_button (self, _ ("_Show All"), G_CALLBACK (more_cb));
  gtk_widget_add_css_class (self->key, "dim-label");
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Readings"), -1);
  gtk_box_append (GTK_BOX (buttons), self->add_button);
  gtk_box_append (GTK_BOX (buttons), self->figures_button);
  gtk_box_append (GTK_BOX (self->box), self->standing);
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_box_append (GTK_BOX (self->box), self->chart);
  gtk_box_append (GTK_BOX (self->box), self->key);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->more_button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
circ_measure_readings_new (CircSession *session)
{
  CircMeasureReadings *self = g_object_new (CIRC_TYPE_MEASURE_READINGS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
circ_measure_readings_set_measure (CircMeasureReadings *self,
                                   CircRecord *measure)
{
  g_return_if_fail (CIRC_IS_MEASURE_READINGS (self));

  if (self->measure != NULL)
    g_clear_signal_handler (&self->notify_handler, self->measure);
  /* A row that goes with the focus in it would let GTK look for another place for it, later. */
  if (get_focused_row (self) >= 0)
    gtk_widget_grab_focus (self->add_button);
  g_set_object (&self->measure, measure);
  self->all = FALSE;
  if (measure != NULL)
    self->notify_handler = g_signal_connect_swapped (measure, "notify", G_CALLBACK (update_soon), self);
  rebuild (self);
}
