/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-rename-window.h"

#include <glib/gi18n-lib.h>

#include "circ-draft.h"
#include "circ-label.h"
#include "circ-matrix-edit.h"
#include "circ-matrix-version.h"
#include "circ-sheet.h"

struct _CircRenameWindow {
  AdwWindow parent_instance;

  CircForm *form;
  GtkWidget *problem;

  CircSession *session; /* (owned) */
  CircRecord *version;  /* (owned) */
  CircRecord *draft;    /* (owned): what is filled in */
  CircRecord *before;   /* (owned): what the version was then */
};

G_DEFINE_FINAL_TYPE (CircRenameWindow, circ_rename_window, ADW_TYPE_WINDOW)

static const CircFormSection sections[] = {
  { NULL, NULL, (const int[]) { CIRC_MATRIX_VERSION_TITLE, -1 }, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static void
show_problem (CircRenameWindow *self,
              const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem);
  gtk_widget_set_visible (self->problem, TRUE);
  circ_form_focus_field (self->form, CIRC_MATRIX_VERSION_TITLE);
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircRenameWindow *self = CIRC_RENAME_WINDOW (widget);
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *conflict = NULL;
  CircConflicts conflicts = { 0 };
  const char *title;

  gtk_widget_set_visible (self->problem, FALSE);
  if (!circ_form_commit (self->form))
    return;
  title = circ_record_get_text (self->draft, CIRC_MATRIX_VERSION_TITLE);
  if (title == NULL)
    {
      show_problem (self, _ ("Say what it is called."));
      return;
    }
  circ_conflicts_add (&conflicts, self->draft, self->before, self->version, self->form, NULL);
  conflict = circ_conflicts_show (&conflicts);
  if (conflict != NULL)
    {
      show_problem (self, conflict);
      return;
    }
  change = circ_matrix_rename_change (self->version, title);
  if (change != NULL && !circ_session_try (self->session, change, &error))
    show_problem (self, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
circ_rename_window_dispose (GObject *object)
{
  CircRenameWindow *self = CIRC_RENAME_WINDOW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->before);
  g_clear_object (&self->version);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_rename_window_parent_class)->dispose (object);
}

static void
circ_rename_window_class_init (CircRenameWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_rename_window_dispose;
  circ_sheet_class_init (GTK_WIDGET_CLASS (klass), save_action);
}

static void
circ_rename_window_init (CircRenameWindow *self)
{
}

void
circ_rename_window_present (CircSession *session,
                            GtkWidget *parent,
                            CircRecord *version)
{
  CircRenameWindow *self = g_object_new (CIRC_TYPE_RENAME_WINDOW, NULL);
  GtkWidget *column = circ_sheet_set_up (ADW_WINDOW (self), parent, _ ("Rename the Version"),
                                         gtk_button_new_with_mnemonic (_ ("_Rename")));

  self->session = g_object_ref (session);
  self->version = g_object_ref (version);
  self->draft = circ_record_copy (version);
  self->before = circ_record_copy (version);
  self->form = CIRC_FORM (circ_form_new (session, &circ_matrix_version_kind, sections));
  circ_form_set_record (self->form, self->draft);
  self->problem = circ_label_new ("", "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column), self->problem);
  circ_sheet_save_on_enter (ADW_WINDOW (self));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 360);
  gtk_window_present (GTK_WINDOW (self));
  circ_form_focus_field (self->form, CIRC_MATRIX_VERSION_TITLE);
}
