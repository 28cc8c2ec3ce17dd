/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-reading-window.h"

#include <glib/gi18n-lib.h>

#include "circ-banner.h"
#include "circ-dialogs.h"
#include "circ-draft.h"
#include "circ-form.h"
#include "circ-label.h"
#include "circ-measure-reading.h"
#include "circ-measure-series.h"
#include "circ-measure.h"
#include "circ-period.h"
#include "circ-readings.h"
#include "circ-sheet.h"

#define NONE G_MININT64

/* So many periods back a figure may still be missing; before that nobody kept them. */
#define LOOK_BACK 4

struct _CircReadingWindow {
  AdwWindow parent_instance;

  CircBanner *banner; /* (owned by the widget tree) */
  CircForm *form;     /* (owned by the widget tree) */

  CircSession *session; /* (owned) */
  CircRecord *measure;  /* (owned) */
  CircRecord *wrong;    /* (owned) (nullable): what is corrected */
  CircRecord *draft;    /* (owned) */
  CircRecord *before;   /* (owned): the draft as it began */
  gboolean asking;
  gint64 worked_out;    /* the percentage that was put into the figure; what a person wrote there stays */
};

G_DEFINE_FINAL_TYPE (CircReadingWindow, circ_reading_window, ADW_TYPE_WINDOW)

static const CircFormSection sections[] = {
  { NULL, NULL,
    (const int[]) { CIRC_MEASURE_READING_PERIOD_FROM, CIRC_MEASURE_READING_PERIOD_TO, CIRC_MEASURE_READING_NUMERATOR,
                    CIRC_MEASURE_READING_DENOMINATOR, CIRC_MEASURE_READING_VALUE, CIRC_MEASURE_READING_NARRATIVE,
                    CIRC_MEASURE_READING_REASON, -1 },
    FALSE },
  { N_ ("Where it comes from"), NULL,
    (const int[]) { CIRC_MEASURE_READING_QUALITY, CIRC_MEASURE_READING_SOURCE_NOTE, CIRC_MEASURE_READING_EVIDENCE,
                    CIRC_MEASURE_READING_RECORDED_BY, CIRC_MEASURE_READING_RECORDED_ON, -1 },
    TRUE },
  { NULL, NULL, NULL, FALSE },
};

static gboolean
has_type (CircReadingWindow *self,
          const char *type)
{
  return g_strcmp0 (circ_record_get_text (self->measure, CIRC_MEASURE_TYPE), type) == 0;
}

/* A percentage follows from the two numbers, to one decimal; NONE while they are not there. */
static gint64
work_out (CircReadingWindow *self)
{
  const gint64 of = circ_record_get_int (self->draft, CIRC_MEASURE_READING_DENOMINATOR);
  const gint64 part = circ_record_get_int (self->draft, CIRC_MEASURE_READING_NUMERATOR);

  if (!has_type (self, "percentage") || of <= 0 || part < 0 || part > of ||
      circ_record_get (self->draft, CIRC_MEASURE_READING_NUMERATOR) == NULL)
    return NONE;
  return (part * 1000 / of + (part * 1000 % of * 2 >= of)) * (CIRC_DECIMAL_ONE / 10);
}

static void
draft_notify_cb (CircReadingWindow *self)
{
  GVariant *value = circ_record_get (self->draft, CIRC_MEASURE_READING_VALUE);
  const gint64 percent = work_out (self);

  if (value != NULL && g_variant_get_int64 (value) != self->worked_out)
    return;
  self->worked_out = percent;
  if (percent == NONE && value != NULL)
    circ_record_set (self->draft, CIRC_MEASURE_READING_VALUE, NULL);
  else if (percent != NONE && (value == NULL || g_variant_get_int64 (value) != percent))
    circ_record_set_int (self->draft, CIRC_MEASURE_READING_VALUE, percent);
}

/* Returns: (transfer full) (nullable): that there is a figure of this period already */
static char *
dup_clash (CircReadingWindow *self,
           GError **error)
{
  const char *from = circ_record_get_text (self->draft, CIRC_MEASURE_READING_PERIOD_FROM);
  const char *to = circ_record_get_text (self->draft, CIRC_MEASURE_READING_PERIOD_TO);
  g_autoptr (GPtrArray) readings = circ_readings_find (circ_session_get_store (self->session),
                                                       circ_record_get_id (self->measure), error);
  CircRecord *other = readings != NULL ? circ_measure_series_find (readings, from, to) : NULL;
  g_autofree char *period = NULL, *figure = NULL;

  if (readings != NULL && self->wrong != NULL && circ_measure_series_find_correction (readings, self->wrong) != NULL)
    return g_strdup (_ ("This figure was corrected elsewhere meanwhile. Close this, and look at the figure that stands now."));
  if (other == NULL || other == self->wrong)
    return NULL;
  period = circ_measure_reading_dup_period (self->draft);
  figure = circ_measure_dup_reading (self->measure, other);
  /* translators: a month or other period, and the figure that was recorded for it */
  return g_strdup_printf (_ ("%1$s has a figure already: %2$s. If it is wrong, close this and correct that one."), period, figure);
}

/* Returns: (transfer full) (nullable): what stands in the way of saving */
static char *
dup_obstacle (CircReadingWindow *self,
              GError **error)
{
  g_autoptr (GPtrArray) problems = circ_record_check (self->draft, circ_session_get_today (self->session));

  if (circ_record_get (self->draft, CIRC_MEASURE_READING_PERIOD_FROM) == NULL ||
      circ_record_get (self->draft, CIRC_MEASURE_READING_PERIOD_TO) == NULL)
    return g_strdup (_ ("Say of which days it is: the first and the last."));
  if (circ_record_get (self->draft, CIRC_MEASURE_READING_VALUE) == NULL &&
      circ_record_get (self->draft, CIRC_MEASURE_READING_NARRATIVE) == NULL)
    return g_strdup (_ ("Give a figure, or say it in words."));
  if (problems->len > 0)
    {
      const CircProblem *problem = problems->pdata[0];

      circ_form_focus_field (self->form, problem->field);
      return g_strdup (problem->message);
    }
  return dup_clash (self, error);
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircReadingWindow *self = CIRC_READING_WINDOW (widget);
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;

  circ_banner_set_title (self->banner, NULL);
  if (!circ_form_commit (self->form))
    return;
  obstacle = dup_obstacle (self, &error);
  if (obstacle != NULL || error != NULL)
    {
      circ_banner_set_title (self->banner, obstacle != NULL ? obstacle : error->message);
      return;
    }
  g_ptr_array_add (readings, self->draft);
  change = circ_readings_record_change (circ_session_get_store (self->session), readings);
  if (!circ_session_try (self->session, change, &error))
    circ_banner_set_title (self->banner, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
discard_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (CircReadingWindow) self = user_data;
  g_autofree char *answer = circ_ask_finish (result);

  self->asking = FALSE;
  if (g_str_equal (answer, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
close_request (GtkWindow *window)
{
  CircReadingWindow *self = CIRC_READING_WINDOW (window);

  if (!self->asking && circ_draft_equal (self->draft, self->before) && !circ_draft_is_pending (self->form))
    return GDK_EVENT_PROPAGATE;
  if (!self->asking)
    circ_draft_ask_discard (GTK_WIDGET (self), discard_cb, g_object_ref (self));
  self->asking = TRUE;
  return GDK_EVENT_STOP;
}

static void
circ_reading_window_dispose (GObject *object)
{
  CircReadingWindow *self = CIRC_READING_WINDOW (object);

  g_clear_object (&self->before);
  g_clear_object (&self->draft);
  g_clear_object (&self->wrong);
  g_clear_object (&self->measure);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_reading_window_parent_class)->dispose (object);
}

static void
circ_reading_window_class_init (CircReadingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_reading_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  circ_sheet_class_init (GTK_WIDGET_CLASS (klass), save_action);
}

static void
circ_reading_window_init (CircReadingWindow *self)
{
  self->worked_out = NONE;
}

/* The last period that is over and has no figure yet: what somebody who opens this has in hand. */
static void
find_period (CircReadingWindow *self,
             CircPeriod *period)
{
  CircStore *store = circ_session_get_store (self->session);
  g_autoptr (GPtrArray) readings = circ_readings_find (store, circ_record_get_id (self->measure), NULL);
  const char *frequency = circ_record_get_text (self->measure, CIRC_MEASURE_FREQUENCY);
  CircPeriod last;

  circ_readings_init_period (store, frequency, circ_session_get_today (self->session), &last);
  *period = last;
  for (guint i = 0; readings != NULL && i < LOOK_BACK; i++, circ_period_step (period, -1))
    if (circ_measure_series_find (readings, period->from, period->to) == NULL)
      return;
  /* All there: the one that is running. */
  *period = last;
  circ_period_step (period, 1);
}

static void
add_heading (CircReadingWindow *self,
             GtkBox *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *definition = circ_record_get_text (self->measure, CIRC_MEASURE_DEFINITION);
  g_autofree char *name = circ_record_dup_title (self->measure);
  g_autofree char *figure = self->wrong != NULL ? circ_measure_dup_reading (self->measure, self->wrong) : NULL;

  gtk_box_append (GTK_BOX (box), circ_label_new (name, "title-4"));
  if (definition != NULL)
    gtk_box_append (GTK_BOX (box), circ_label_new (definition, "dim-label"));
  if (figure != NULL)
    {
      /* translators: %s is a figure that was wrong */
      g_autofree char *text = g_strdup_printf (_ ("It said: %s. That stays in the record, marked as corrected."), figure);

      gtk_box_append (GTK_BOX (box), circ_label_new (text, NULL));
    }
  gtk_box_append (column, box);
}

static void
make_draft (CircReadingWindow *self)
{
  const char *today = circ_session_get_today (self->session);
  g_autofree char *person = NULL;
  CircPeriod period;

  g_object_get (circ_session_get_store (self->session), "person", &person, NULL);
  if (self->wrong != NULL)
    {
      self->draft = circ_reading_new_correction (self->wrong, person, today);
      return;
    }
  find_period (self, &period);
  self->draft = circ_reading_new (self->measure, period.from, period.to, person, today);
}

void
circ_reading_window_present (CircSession *session,
                             GtkWidget *parent,
                             CircRecord *measure,
                             CircRecord *reading)
{
  CircReadingWindow *self = g_object_new (CIRC_TYPE_READING_WINDOW, NULL);
  GtkWidget *save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  GtkBox *column = GTK_BOX (circ_sheet_set_up (ADW_WINDOW (self), parent, reading != NULL ? _ ("Correct a Figure") : _ ("Add a Figure"),
                                               save_button));
  gboolean words;

  self->session = g_object_ref (session);
  self->measure = g_object_ref (measure);
  self->wrong = reading != NULL ? g_object_ref (reading) : NULL;
  make_draft (self);
  self->before = circ_record_copy (self->draft);
  words = has_type (self, "qualitative");
  self->banner = CIRC_BANNER (circ_banner_new ());
  gtk_box_append (column, GTK_WIDGET (self->banner));
  add_heading (self, column);
  self->form = CIRC_FORM (circ_form_new (session, &circ_measure_reading_kind, sections));
  gtk_box_append (column, GTK_WIDGET (self->form));
  circ_form_set_record (self->form, self->draft);
  circ_form_set_field_visible (self->form, CIRC_MEASURE_READING_VALUE, !words);
  circ_form_set_field_visible (self->form, CIRC_MEASURE_READING_NUMERATOR, has_type (self, "percentage"));
  circ_form_set_field_visible (self->form, CIRC_MEASURE_READING_DENOMINATOR, has_type (self, "percentage"));
  circ_form_set_field_visible (self->form, CIRC_MEASURE_READING_REASON, reading != NULL);
  if (circ_record_get (self->draft, CIRC_MEASURE_READING_VALUE) != NULL)
    self->worked_out = work_out (self);
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (draft_notify_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", !circ_session_get_read_only (session));
  gtk_window_present (GTK_WINDOW (self));
  circ_form_focus_field (self->form, words ? CIRC_MEASURE_READING_NARRATIVE
                                           : has_type (self, "percentage") ? CIRC_MEASURE_READING_NUMERATOR : CIRC_MEASURE_READING_VALUE);
}
