/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-period-window.h"

#include <glib/gi18n-lib.h>

#include "circ-form.h"
#include "circ-label.h"
#include "circ-matrix-version.h"
#include "circ-sheet.h"

struct _CircPeriodWindow {
  AdwWindow parent_instance;

  CircForm *form;
  GtkWidget *problem;

  CircRecord *draft; /* (owned): never saved; a version of the matrix has the two fields that are asked for */
};

G_DEFINE_FINAL_TYPE (CircPeriodWindow, circ_period_window, ADW_TYPE_WINDOW)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const CircFormSection sections[] = {
  { NULL, NULL, (const int[]) { CIRC_MATRIX_VERSION_PERIOD_FROM, CIRC_MATRIX_VERSION_PERIOD_TO, -1 }, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static void
show_problem (CircPeriodWindow *self,
              const char *problem,
              guint field)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem);
  gtk_widget_set_visible (self->problem, TRUE);
  circ_form_focus_field (self->form, field);
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircPeriodWindow *self = CIRC_PERIOD_WINDOW (widget);
  const char *from;
  const char *to;
  CircPeriod period;

  gtk_widget_set_visible (self->problem, FALSE);
  if (!circ_form_commit (self->form))
    return;
  from = circ_record_get_text (self->draft, CIRC_MATRIX_VERSION_PERIOD_FROM);
  to = circ_record_get_text (self->draft, CIRC_MATRIX_VERSION_PERIOD_TO);
  if (from == NULL)
    show_problem (self, _ ("Say on which day it begins."), CIRC_MATRIX_VERSION_PERIOD_FROM);
  else if (to == NULL)
    show_problem (self, _ ("Say on which day it ends."), CIRC_MATRIX_VERSION_PERIOD_TO);
  else if (!circ_period_init (&period, from, to))
    circ_form_focus_field (self->form, CIRC_MATRIX_VERSION_PERIOD_TO); /* the form says why */
  else
    {
      g_signal_emit (self, signals[CHOSEN], 0, period.from, period.to);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
circ_period_window_dispose (GObject *object)
{
  g_clear_object (&CIRC_PERIOD_WINDOW (object)->draft);

  G_OBJECT_CLASS (circ_period_window_parent_class)->dispose (object);
}

static void
circ_period_window_class_init (CircPeriodWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_period_window_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", CIRC_TYPE_PERIOD_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_STRING);
  circ_sheet_class_init (GTK_WIDGET_CLASS (klass), save_action);
}

static void
circ_period_window_init (CircPeriodWindow *self)
{
}

CircPeriodWindow *
circ_period_window_present (CircSession *session,
                            GtkWidget *parent,
                            const CircPeriod *period)
{
  CircPeriodWindow *self = g_object_new (CIRC_TYPE_PERIOD_WINDOW, NULL);
  GtkWidget *column = circ_sheet_set_up (ADW_WINDOW (self), parent, _ ("Another Period"),
                                         gtk_button_new_with_mnemonic (_ ("_Show")));

  self->draft = circ_record_new (CIRC_KIND_MATRIX);
  circ_record_set_text (self->draft, CIRC_MATRIX_VERSION_PERIOD_FROM, period->from);
  circ_record_set_text (self->draft, CIRC_MATRIX_VERSION_PERIOD_TO, period->to);
  self->form = CIRC_FORM (circ_form_new (session, &circ_matrix_version_kind, sections));
  circ_form_set_record (self->form, self->draft);
  self->problem = circ_label_new ("", "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (column), circ_label_new (_ ("What was done is counted from the first of these days to the last."), NULL));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column), self->problem);
  circ_sheet_save_on_enter (ADW_WINDOW (self));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 360);
  gtk_window_present (GTK_WINDOW (self));
  circ_form_focus_field (self->form, CIRC_MATRIX_VERSION_PERIOD_FROM);
  return self;
}
