/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-figures-window.h"

#include <glib/gi18n-lib.h>

#include "circ-banner.h"
#include "circ-dialogs.h"
#include "circ-draft.h"
#include "circ-drop-down.h"
#include "circ-input.h"
#include "circ-label.h"
#include "circ-measure-reading.h"
#include "circ-measure-series.h"
#include "circ-measure.h"
#include "circ-readings.h"
#include "circ-sheet.h"

/* What is read for one measure. */
typedef struct {
  CircRecord *measure; /* (owned) */
  CircInput *input;    /* (owned by the widget tree) (nullable): there is a figure already */
  GtkWidget *problem;  /* (owned by the widget tree) */
  guint field;
} Line;

struct _CircFiguresWindow {
  AdwWindow parent_instance;

  CircBanner *banner; /* (owned by the widget tree) */
  GtkWidget *save_button;
  GtkWidget *frequency;
  GtkWidget *period_label;
  GtkWidget *lines_box;

  CircSession *session; /* (owned) */
  CircPeriod period;
  GPtrArray *lines; /* (owned) of Line */
  gboolean asking;
  int step;         /* what to do once the person has agreed to lose what is typed: 1 later, -1 earlier, 0 close */
};

G_DEFINE_FINAL_TYPE (CircFiguresWindow, circ_figures_window, ADW_TYPE_WINDOW)

static const char *const frequencies[] = { CIRC_READ_MONTHLY, CIRC_READ_QUARTERLY, CIRC_READ_YEARLY };

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->measure);
  g_free (line);
}

static const char *
get_frequency (CircFiguresWindow *self)
{
  return frequencies[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->frequency)), G_N_ELEMENTS (frequencies) - 1)];
}

/* NULL: nothing is wrong with it. */
static void
show_problem (const Line *line,
              const char *problem)
{
  GtkAccessible *input = GTK_ACCESSIBLE (circ_input_get_focus (line->input));

  gtk_label_set_label (GTK_LABEL (line->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (line->problem, problem != NULL);
  if (problem != NULL)
    {
      gtk_accessible_update_state (input, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
      return;
    }
  gtk_accessible_reset_state (input, GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Returns: (transfer full) (nullable): what is typed in @line; NULL with @error when it is no value */
static GVariant *
dup_typed (const Line *line,
           GError **error)
{
  return line->input != NULL ? circ_input_dup_value (line->input, error) : NULL;
}

static guint
count_typed (CircFiguresWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = dup_typed (self->lines->pdata[i], &error);

      n += value != NULL || error != NULL;
    }
  return n;
}

static void
update (CircFiguresWindow *self)
{
  const guint n = count_typed (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Save %u Figure", "_Save %u Figures", n), n);

  gtk_button_set_label (GTK_BUTTON (self->save_button), n > 0 ? label : _ ("_Save"));
  gtk_widget_set_sensitive (self->frequency, n == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", n > 0 && !circ_session_get_read_only (self->session));
}

/* "October 2026: 2370 visitors" */
static char *
dup_last (GPtrArray *readings,
          CircRecord *measure)
{
  g_autoptr (GPtrArray) current = circ_measure_series_get_current (readings);
  CircRecord *newest = current->len > 0 ? current->pdata[current->len - 1] : NULL;
  g_autofree char *period = NULL, *figure = NULL;

  if (newest == NULL)
    return g_strdup (_ ("There is no figure yet."));
  period = circ_measure_reading_dup_period (newest);
  figure = circ_measure_dup_reading (measure, newest);
  /* translators: a month or other period, and the last figure that was read */
  return g_strdup_printf (_ ("Last: %1$s, %2$s"), period, figure);
}

static void
add_input (CircFiguresWindow *self,
           Line *line,
           GtkWidget *box,
           const char *name)
{
  const char *unit = circ_record_get_text (line->measure, CIRC_MEASURE_UNIT);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* translators: for a screen reader: a measure, and what its figure counts */
  g_autofree char *label = unit != NULL ? g_strdup_printf (_ ("%1$s, in %2$s"), name, unit) : g_strdup (name);

  line->field = g_strcmp0 (circ_record_get_text (line->measure, CIRC_MEASURE_TYPE), "qualitative") == 0 ? CIRC_MEASURE_READING_NARRATIVE
                                                                                                       : CIRC_MEASURE_READING_VALUE;
  line->input = circ_input_new_for_field (self->session, &circ_measure_reading_kind.fields[line->field]);
  line->problem = circ_label_new (NULL, "error");
  gtk_widget_set_visible (line->problem, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (line->input), line->field == CIRC_MEASURE_READING_NARRATIVE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (circ_input_get_focus (line->input)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (line->input));
  if (unit != NULL)
    gtk_box_append (GTK_BOX (row), circ_label_new (unit, "dim-label"));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), line->problem);
  g_signal_connect_object (line->input, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
add_line (CircFiguresWindow *self,
          CircRecord *measure)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (GPtrArray) readings = circ_readings_find (circ_session_get_store (self->session), circ_record_get_id (measure), NULL);
  CircRecord *there = readings != NULL ? circ_measure_series_find (readings, self->period.from, self->period.to) : NULL;
  g_autofree char *name = circ_record_dup_title (measure);
  g_autofree char *said = NULL;

  line->measure = g_object_ref (measure);
  g_ptr_array_add (self->lines, line);
  gtk_box_append (GTK_BOX (box), circ_label_new (name, "heading"));
  if (there != NULL)
    {
      g_autofree char *figure = circ_measure_dup_reading (measure, there);

      /* translators: %s is a figure that was recorded before */
      said = g_strdup_printf (_ ("Recorded: %s"), figure);
      gtk_box_append (GTK_BOX (box), circ_label_new (said, NULL));
    }
  else
    {
      GtkWidget *last;

      said = readings != NULL ? dup_last (readings, measure) : NULL;
      last = circ_label_new (said, "caption");
      gtk_widget_add_css_class (last, "dim-label");
      gtk_box_append (GTK_BOX (box), last);
      add_input (self, line, box, name);
    }
  gtk_box_append (GTK_BOX (self->lines_box), box);
}

static void
focus_first (CircFiguresWindow *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      if (line->input != NULL && gtk_widget_grab_focus (circ_input_get_focus (line->input)))
        return;
    }
}

static void
rebuild (CircFiguresWindow *self)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_MEASURE);
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = circ_period_dup_title (&self->period, NULL);
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (self->lines_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines_box), child);
  gtk_label_set_label (GTK_LABEL (self->period_label), title);
  circ_query_where_equal (query, CIRC_MEASURE_FREQUENCY, g_variant_new_string (get_frequency (self)));
  circ_query_sort (query, CIRC_MEASURE_NAME, FALSE);
  measures = circ_store_find (circ_session_get_store (self->session), query, &error);
  circ_banner_set_title (self->banner, error != NULL ? error->message : NULL);
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    add_line (self, measures->pdata[i]);
  if (measures != NULL && measures->len == 0)
    gtk_box_append (GTK_BOX (self->lines_box),
                    circ_label_new (_ ("No measure is read this often. A measure says under “How often” when it is."), "dim-label"));
  update (self);
}

static void
init_period (CircFiguresWindow *self)
{
  circ_readings_init_period (circ_session_get_store (self->session), get_frequency (self),
                             circ_session_get_today (self->session), &self->period);
}

static void
go_on (CircFiguresWindow *self)
{
  if (self->step == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  circ_period_step (&self->period, self->step);
  rebuild (self);
}

static void
discard_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (CircFiguresWindow) self = user_data;
  g_autofree char *answer = circ_ask_finish (result);

  self->asking = FALSE;
  if (self->session != NULL && g_str_equal (answer, "discard"))
    go_on (self);
}

/* What is typed is nobody's until it is saved: it is not lost without a question. */
static void
leave (CircFiguresWindow *self,
       int step)
{
  if (self->asking)
    return;
  self->step = step;
  if (count_typed (self) == 0)
    {
      go_on (self);
      return;
    }
  self->asking = TRUE;
  circ_draft_ask_discard (GTK_WIDGET (self), discard_cb, g_object_ref (self));
}

static void
step_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  leave (CIRC_FIGURES_WINDOW (widget), g_str_equal (action, "figures.later") ? 1 : -1);
}

static gboolean
close_request_cb (CircFiguresWindow *self)
{
  if (count_typed (self) == 0)
    return FALSE;
  leave (self, 0);
  return TRUE;
}

static void
frequency_cb (CircFiguresWindow *self)
{
  circ_drop_down_update_name (GTK_DROP_DOWN (self->frequency), _ ("How often they are read"));
  init_period (self);
  rebuild (self);
}

/* Returns: (transfer full) (nullable): the readings that are typed; NULL when one of them is no figure, which has the focus */
static GPtrArray *
read_lines (CircFiguresWindow *self)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *person = NULL;

  g_object_get (circ_session_get_store (self->session), "person", &person, NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = dup_typed (line, &error);
      CircRecord *reading;

      if (line->input != NULL)
        show_problem (line, error != NULL ? error->message : NULL);
      if (error != NULL)
        {
          gtk_widget_grab_focus (circ_input_get_focus (line->input));
          return NULL;
        }
      if (value == NULL)
        continue;
      reading = circ_reading_new (line->measure, self->period.from, self->period.to, person,
                                  circ_session_get_today (self->session));
      circ_record_set (reading, line->field, value);
      circ_record_set_text (reading, CIRC_MEASURE_READING_SOURCE_NOTE,
                            circ_record_get_text (line->measure, CIRC_MEASURE_SOURCE_SYSTEM));
      g_ptr_array_add (readings, reading);
    }
  return g_steal_pointer (&readings);
}

/* Somebody else may have recorded one of them while this was being written. */
static char *
dup_obstacle (CircFiguresWindow *self,
              GPtrArray *readings,
              GError **error)
{
  for (guint i = 0; i < readings->len; i++)
    {
      gint64 id = circ_record_get_int (readings->pdata[i], CIRC_MEASURE_READING_MEASURE);
      g_autoptr (GPtrArray) others = circ_readings_find (circ_session_get_store (self->session), id, error);
      g_autofree char *name = circ_session_dup_title (self->session, id);

      if (others == NULL)
        return NULL;
      if (circ_measure_series_find (others, self->period.from, self->period.to) != NULL)
        /* translators: %s is a measure */
        return g_strdup_printf (_ ("“%s” was recorded elsewhere meanwhile. Empty its field here, or close this and correct it."), name);
    }
  if (g_strcmp0 (self->period.from, circ_session_get_today (self->session)) > 0)
    return g_strdup (_ ("This period is still to come."));
  return NULL;
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircFiguresWindow *self = CIRC_FIGURES_WINDOW (widget);
  g_autoptr (GPtrArray) readings = read_lines (self);
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;

  circ_banner_set_title (self->banner, NULL);
  if (readings == NULL || readings->len == 0)
    return;
  obstacle = dup_obstacle (self, readings, &error);
  if (obstacle != NULL || error != NULL)
    {
      circ_banner_set_title (self->banner, obstacle != NULL ? obstacle : error->message);
      return;
    }
  change = circ_readings_record_change (circ_session_get_store (self->session), readings);
  if (!circ_session_try (self->session, change, &error))
    circ_banner_set_title (self->banner, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
circ_figures_window_dispose (GObject *object)
{
  CircFiguresWindow *self = CIRC_FIGURES_WINDOW (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_figures_window_parent_class)->dispose (object);
}

static void
circ_figures_window_class_init (CircFiguresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_figures_window_dispose;
  circ_sheet_class_init (widget_class, save_action);
  gtk_widget_class_install_action (widget_class, "figures.earlier", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "figures.later", NULL, step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "figures.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "figures.later", NULL);
}

static void
circ_figures_window_init (CircFiguresWindow *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
}

static GtkWidget *
new_step_button (const char *icon,
                 const char *action,
                 const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
new_choosers (CircFiguresWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("Monthly figures"));
  gtk_string_list_append (choices, _ ("Quarterly figures"));
  gtk_string_list_append (choices, _ ("Yearly figures"));
  self->frequency = circ_drop_down_new ();
  gtk_widget_set_halign (self->frequency, GTK_ALIGN_START);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->frequency), G_LIST_MODEL (choices));
  self->period_label = circ_label_new (NULL, "title-4");
  gtk_widget_set_hexpand (self->period_label, TRUE);
  gtk_box_append (GTK_BOX (steps), self->period_label);
  gtk_box_append (GTK_BOX (steps), new_step_button ("go-previous-symbolic", "figures.earlier", _ ("The period before")));
  gtk_box_append (GTK_BOX (steps), new_step_button ("go-next-symbolic", "figures.later", _ ("The period after")));
  gtk_box_append (GTK_BOX (box), self->frequency);
  gtk_box_append (GTK_BOX (box), steps);
  return box;
}

void
circ_figures_window_present (CircSession *session,
                             GtkWidget *parent,
                             const char *frequency)
{
  CircFiguresWindow *self = g_object_new (CIRC_TYPE_FIGURES_WINDOW, NULL);
  GtkBox *column;

  self->session = g_object_ref (session);
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  column = GTK_BOX (circ_sheet_set_up (ADW_WINDOW (self), parent, _ ("Enter Figures"), self->save_button));
  self->banner = CIRC_BANNER (circ_banner_new ());
  self->lines_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (column, GTK_WIDGET (self->banner));
  gtk_box_append (column, new_choosers (self));
  gtk_box_append (column, self->lines_box);
  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (g_strcmp0 (frequencies[i], frequency) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->frequency), i);
  g_signal_connect_object (self->frequency, "notify::selected", G_CALLBACK (frequency_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "close-request", G_CALLBACK (close_request_cb), self, 0);
  frequency_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  focus_first (self);
}
