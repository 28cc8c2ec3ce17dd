/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-approve-window.h"

#include <glib/gi18n-lib.h>

#include "circ-form.h"
#include "circ-label.h"
#include "circ-matrix-edit.h"
#include "circ-matrix-version.h"
#include "circ-sheet.h"

struct _CircApproveWindow {
  AdwWindow parent_instance;

  CircForm *form;
  GtkWidget *problem;

  CircSession *session; /* (owned) */
  CircRecord *version;  /* (owned) */
  CircRecord *draft;    /* (owned): what is filled in */
};

G_DEFINE_FINAL_TYPE (CircApproveWindow, circ_approve_window, ADW_TYPE_WINDOW)

static const CircFormSection sections[] = {
  { NULL, NULL, (const int[]) { CIRC_MATRIX_VERSION_APPROVED_ON, CIRC_MATRIX_VERSION_APPROVED_BY, -1 }, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static void
show_problem (CircApproveWindow *self,
              const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem);
  gtk_widget_set_visible (self->problem, TRUE);
}

static const char *
find_problem (CircApproveWindow *self)
{
  const char *on = circ_record_get_text (self->draft, CIRC_MATRIX_VERSION_APPROVED_ON);

  if (on == NULL)
    return _ ("Say when it was approved.");
  if (g_strcmp0 (on, circ_session_get_today (self->session)) > 0)
    return _ ("This day is still to come.");
  if (circ_record_get (self->draft, CIRC_MATRIX_VERSION_APPROVED_BY) == NULL)
    return _ ("Say who approved it.");
  return NULL;
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircApproveWindow *self = CIRC_APPROVE_WINDOW (widget);
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (!circ_form_commit (self->form))
    return;
  if (find_problem (self) != NULL)
    {
      show_problem (self, find_problem (self));
      return;
    }
  change = circ_matrix_approve_change (circ_session_get_store (self->session), self->version,
                                       circ_record_get_text (self->draft, CIRC_MATRIX_VERSION_APPROVED_ON),
                                       circ_record_get_int (self->draft, CIRC_MATRIX_VERSION_APPROVED_BY), &error);
  if (change == NULL || !circ_session_try (self->session, change, &error))
    show_problem (self, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
circ_approve_window_dispose (GObject *object)
{
  CircApproveWindow *self = CIRC_APPROVE_WINDOW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->version);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_approve_window_parent_class)->dispose (object);
}

static void
circ_approve_window_class_init (CircApproveWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_approve_window_dispose;
  circ_sheet_class_init (GTK_WIDGET_CLASS (klass), save_action);
}

static void
circ_approve_window_init (CircApproveWindow *self)
{
}

void
circ_approve_window_present (CircSession *session,
                             GtkWidget *parent,
                             CircRecord *version)
{
  CircApproveWindow *self = g_object_new (CIRC_TYPE_APPROVE_WINDOW, NULL);
  GtkWidget *column = circ_sheet_set_up (ADW_WINDOW (self), parent, _ ("Approve the Draft"),
                                         gtk_button_new_with_mnemonic (_ ("_Approve")));

  self->session = g_object_ref (session);
  self->version = g_object_ref (version);
  self->draft = circ_record_new (CIRC_KIND_MATRIX);
  circ_record_set_text (self->draft, CIRC_MATRIX_VERSION_APPROVED_ON, circ_session_get_today (session));
  self->form = CIRC_FORM (circ_form_new (session, &circ_matrix_version_kind, sections));
  circ_form_set_record (self->form, self->draft);
  self->problem = circ_label_new ("", "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (column),
                  circ_label_new (_ ("From then on it stays as it is, and what was approved for the same time before it is "
                                     "superseded. A change is made in a new draft."), NULL));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_window_present (GTK_WINDOW (self));
  circ_form_focus_field (self->form, CIRC_MATRIX_VERSION_APPROVED_BY);
}
