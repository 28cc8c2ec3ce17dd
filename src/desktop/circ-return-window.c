/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-return-window.h"

#include <glib/gi18n-lib.h>

#include "circ-banner.h"
#include "circ-cascade-return.h"
#include "circ-draft.h"
#include "circ-form.h"
#include "circ-label.h"
#include "circ-return-actions.h"
#include "circ-return-words.h"
#include "circ-sheet.h"

struct _CircReturnWindow {
  AdwWindow parent_instance;

  CircBanner *banner; /* (owned by the widget tree) */
  CircForm *form;     /* (owned by the widget tree) */
  CircForm *rest;     /* (owned by the widget tree) what is seldom needed */

  CircSession *session; /* (owned) */
  CircRecord *saved;    /* (owned) */
  CircRecord *before;   /* (owned): what @saved said when the draft was made of it */
  CircRecord *draft;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (CircReturnWindow, circ_return_window, ADW_TYPE_WINDOW)

static const CircFormSection sections[] = {
  { NULL, NULL,
    (const int[]) { CIRC_CASCADE_RETURN_RETURNED_ON, CIRC_CASCADE_RETURN_RETURNED_BY, CIRC_CASCADE_RETURN_METHOD_USED,
                    CIRC_CASCADE_RETURN_REACH, CIRC_CASCADE_RETURN_COMMENT, CIRC_CASCADE_RETURN_ISSUES_RAISED, -1 },
    FALSE },
  { NULL, NULL, NULL, FALSE },
};

static const CircFormSection rest_sections[] = {
  { N_ ("If it is late or not needed"), NULL,
    (const int[]) { CIRC_CASCADE_RETURN_DUE_ON, CIRC_CASCADE_RETURN_CHASED, CIRC_CASCADE_RETURN_CHASED_ON,
                    CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, -1 },
    TRUE },
  { NULL, NULL, NULL, FALSE },
};

static gboolean
is_both (CircRecord *record)
{
  return circ_record_get (record, CIRC_CASCADE_RETURN_RETURNED_ON) != NULL &&
         circ_record_get (record, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON) != NULL;
}

/* Today stands there only because most people record what has just come. */
static void
reason_notify_cb (CircReturnWindow *self)
{
  if (!circ_draft_is_following (self->draft) && is_both (self->draft) &&
      circ_record_get (self->before, CIRC_CASCADE_RETURN_RETURNED_ON) == NULL)
    circ_record_set (self->draft, CIRC_CASCADE_RETURN_RETURNED_ON, NULL);
}

/* Returns: (transfer full) (nullable): what stands in the way of saving */
static char *
dup_obstacle (CircReturnWindow *self)
{
  CircConflicts conflicts = { 0 };
  g_autofree char *conflict = NULL;
  const char *returned_on;

  circ_conflicts_add (&conflicts, self->draft, self->before, self->saved, self->form, self->rest);
  conflict = circ_conflicts_show (&conflicts);
  if (conflict != NULL)
    return g_steal_pointer (&conflict);
  returned_on = circ_record_get_text (self->draft, CIRC_CASCADE_RETURN_RETURNED_ON);
  if (g_strcmp0 (returned_on, circ_session_get_today (self->session)) > 0)
    return g_strdup (_ ("The day it was returned on is still to come."));
  if (is_both (self->draft) && !is_both (self->before))
    {
      circ_form_focus_field (self->rest, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON);
      return g_strdup (_ ("It cannot both have come back and not be needed. Empty one of the two."));
    }
  return NULL;
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircReturnWindow *self = CIRC_RETURN_WINDOW (widget);
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;

  circ_banner_set_title (self->banner, NULL);
  if (!circ_form_commit (self->form) || !circ_form_commit (self->rest))
    return;
  obstacle = dup_obstacle (self);
  if (obstacle != NULL)
    {
      circ_banner_set_title (self->banner, obstacle);
      return;
    }
  change = circ_return_edit_change (circ_session_get_store (self->session), self->saved, self->draft);
  if (circ_change_get_n_parts (change) > 0 && !circ_session_try (self->session, change, &error))
    circ_banner_set_title (self->banner, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
circ_return_window_dispose (GObject *object)
{
  CircReturnWindow *self = CIRC_RETURN_WINDOW (object);

  /* The forms go later, and put what is being typed into it. */
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->before);
  g_clear_object (&self->saved);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_return_window_parent_class)->dispose (object);
}

static void
circ_return_window_class_init (CircReturnWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_return_window_dispose;
  circ_sheet_class_init (GTK_WIDGET_CLASS (klass), save_action);
}

static void
circ_return_window_init (CircReturnWindow *self)
{
}

static void
add_heading (CircReturnWindow *self,
             GtkBox *column)
{
  CircStore *store = circ_session_get_store (self->session);
  g_autofree char *agency = circ_session_dup_title (self->session, circ_record_get_int (self->saved, CIRC_CASCADE_RETURN_AGENCY));
  g_autofree char *what = circ_return_words_dup_what (store, self->saved);
  g_autofree char *standing = circ_return_words_dup_standing (self->saved, circ_session_get_today (self->session));
  g_autofree char *advice = circ_return_dup_advice (store, self->saved);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), circ_label_new (agency, "title-4"));
  gtk_box_append (GTK_BOX (box), circ_label_new (what, NULL));
  gtk_box_append (GTK_BOX (box), circ_label_new (standing, "dim-label"));
  if (advice != NULL)
    gtk_box_append (GTK_BOX (box), circ_label_new (advice, "dim-label"));
  gtk_box_append (column, box);
}

static CircForm *
new_form (CircReturnWindow *self,
          GtkBox *column,
          const CircFormSection *parts)
{
  GtkWidget *form = circ_form_new (self->session, &circ_cascade_return_kind, parts);

  gtk_box_append (column, form);
  circ_form_set_record (CIRC_FORM (form), self->draft);
  return CIRC_FORM (form);
}

void
circ_return_window_present (CircSession *session,
                            GtkWidget *parent,
                            CircRecord *cascade_return)
{
  CircReturnWindow *self = g_object_new (CIRC_TYPE_RETURN_WINDOW, NULL);
  GtkWidget *save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  GtkBox *column = GTK_BOX (circ_sheet_set_up (ADW_WINDOW (self), parent, _ ("Cascade Return"), save_button));

  self->session = g_object_ref (session);
  self->saved = g_object_ref (cascade_return);
  self->before = circ_record_copy (cascade_return);
  self->draft = circ_record_copy (cascade_return);
  if (circ_record_get (self->saved, CIRC_CASCADE_RETURN_RETURNED_ON) == NULL &&
      circ_record_get (self->saved, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON) == NULL)
    circ_record_set_text (self->draft, CIRC_CASCADE_RETURN_RETURNED_ON, circ_session_get_today (session));
  self->banner = CIRC_BANNER (circ_banner_new ());
  gtk_box_append (column, GTK_WIDGET (self->banner));
  add_heading (self, column);
  self->form = new_form (self, column, sections);
  self->rest = new_form (self, column, rest_sections);
  g_signal_connect_object (self->draft, "notify::not-applicable-reason", G_CALLBACK (reason_notify_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", !circ_session_get_read_only (session));
  gtk_window_present (GTK_WINDOW (self));
  circ_form_focus_field (self->form, CIRC_CASCADE_RETURN_RETURNED_ON);
}
