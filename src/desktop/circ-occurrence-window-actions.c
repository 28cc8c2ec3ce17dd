/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window of an occurrence does: save it all, ask before what was written goes, delete. */
#include "config.h"

#include "circ-occurrence-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-dialogs.h"
#include "circ-draft.h"
#include "circ-occurrence.h"
#include "circ-plan-actions.h"

static gboolean
is_changed (CircOccurrenceWindow *self)
{
  return circ_draft_is_pending (self->form) || circ_draft_is_pending (self->rest) ||
         !circ_draft_equal (self->draft, self->start) || circ_evidence_rows_is_changed (self->evidence);
}

/* What makes no sense to keep; all else may be filled in later, and is said beside its field. */
static const char *
find_obstacle (CircOccurrenceWindow *self)
{
  const char *done = circ_record_get_text (self->draft, CIRC_OCCURRENCE_COMPLETED_ON);

  if (g_strcmp0 (done, circ_session_get_today (self->session)) > 0)
    return _ ("The day it was done is still to come. Give it as “Planned for”, or choose another day.");
  if (done == NULL && circ_record_get (self->draft, CIRC_OCCURRENCE_DUE_ON) == NULL &&
      circ_record_get (self->draft, CIRC_OCCURRENCE_CANCELLED_ON) == NULL &&
      circ_record_get (self->draft, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) == NULL)
    return _ ("Say when it was done or is planned, or why it was not needed.");
  return NULL;
}

/* Returns: (transfer full) (nullable): what somebody else changed that does not go with what was changed here */
static char *
follow (CircOccurrenceWindow *self)
{
  CircConflicts conflicts = { 0 };
  gboolean both = circ_occurrence_window_is_both (self);

  if (self->saved != NULL)
    circ_conflicts_add (&conflicts, self->draft, self->before, self->saved, self->form, self->rest);
  circ_occurrence_window_settle_start (self);
  circ_evidence_rows_follow (self->evidence, &conflicts);
  /* It may be so, but nobody has said it. */
  if (circ_occurrence_window_is_both (self) && (self->contradicts || !both))
    {
      circ_conflicts_add_sentence (&conflicts, self->rest,
                                   circ_record_get (self->draft, CIRC_OCCURRENCE_CANCELLED_ON) != NULL
                                     ? CIRC_OCCURRENCE_CANCELLED_ON : CIRC_OCCURRENCE_NOT_REQUIRED_REASON,
                                   _ ("With what was recorded elsewhere meanwhile, this is both done and not needed or"
                                      " cancelled. Save again if both are true, or empty one of them."));
      self->undone = TRUE;
    }
  self->contradicts = FALSE;
  return circ_conflicts_show (&conflicts);
}

static gboolean
commit (CircOccurrenceWindow *self)
{
  const char *obstacle;
  g_autofree char *conflict = NULL;

  circ_banner_set_title (self->banner, NULL);
  if (!circ_form_commit (self->form) || !circ_form_commit (self->rest) || !circ_evidence_rows_commit (self->evidence))
    return FALSE;
  conflict = follow (self);
  if (conflict != NULL)
    {
      circ_banner_set_title (self->banner, conflict);
      return FALSE;
    }
  obstacle = find_obstacle (self);
  if (obstacle != NULL)
    {
      circ_banner_set_title (self->banner, obstacle);
      circ_form_focus_field (self->form, CIRC_OCCURRENCE_COMPLETED_ON);
    }
  return obstacle == NULL;
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircOccurrenceWindow *self = CIRC_OCCURRENCE_WINDOW (widget);
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;

  if (!commit (self))
    return;
  added = circ_evidence_rows_list_new (self->evidence);
  change = circ_plan_occurrence_change (self->item, self->saved, self->draft, added);
  circ_evidence_rows_add_changes (self->evidence, change);
  if (circ_change_get_n_parts (change) > 0 && !circ_session_try (self->session, change, &error))
    circ_banner_set_title (self->banner, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
discard_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (CircOccurrenceWindow) self = user_data;
  g_autofree char *answer = circ_ask_finish (result);

  self->asking = FALSE;
  if (g_strcmp0 (answer, "discard") == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
close_request (GtkWindow *window)
{
  CircOccurrenceWindow *self = CIRC_OCCURRENCE_WINDOW (window);

  if (self->asking)
    return GDK_EVENT_STOP;
  if (!is_changed (self))
    return GDK_EVENT_PROPAGATE;
  self->asking = TRUE;
  circ_draft_ask_discard (GTK_WIDGET (self), discard_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

static void
cancel_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
add_evidence_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  CircOccurrenceWindow *self = CIRC_OCCURRENCE_WINDOW (widget);

  /* The methods may just have been chosen. */
  circ_form_commit (self->form);
  circ_evidence_rows_add (self->evidence, self->draft);
}

static void
delete_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (CircOccurrenceWindow) self = user_data;
  g_autofree char *answer = circ_ask_finish (result);
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;

  self->asking = FALSE;
  if (g_strcmp0 (answer, "delete") != 0)
    return;
  what = circ_record_dup_title (self->item);
  /* translators: the title of a change in the history; %s is what is communicated */
  title = g_strdup_printf (_ ("Deleted an occurrence of: %s"), what);
  change = circ_change_new (title);
  circ_change_remove (change, self->saved);
  if (!circ_session_try (self->session, change, &error))
    circ_banner_set_title (self->banner, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircOccurrenceWindow *self = CIRC_OCCURRENCE_WINDOW (widget);
  const CircAnswer answers[] = {
    { "keep", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "delete", _ ("_Delete"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };

  if (self->recording || self->asking)
    return;
  self->asking = TRUE;
  circ_ask_async (widget, _ ("Delete This Occurrence?"),
                  _ ("What was recorded goes, and its evidence with it. Undo brings both back."), answers, NULL,
                  delete_cb, g_object_ref (self));
}

void
circ_occurrence_window_install_actions (GtkWidgetClass *widget_class)
{
  GTK_WINDOW_CLASS (widget_class)->close_request = close_request;
  gtk_widget_class_install_action (widget_class, "occurrence.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "occurrence.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "occurrence.add-evidence", NULL, add_evidence_action);
  gtk_widget_class_install_action (widget_class, "occurrence.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "occurrence.cancel", NULL);
}
