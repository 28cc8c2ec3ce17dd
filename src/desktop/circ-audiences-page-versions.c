/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The version on show gets another title, or goes: a draft alone does. */
#include "config.h"

#include "circ-audiences-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-dialogs.h"
#include "circ-matrix-edit.h"
#include "circ-rename-window.h"

typedef struct {
  CircAudiencesPage *page; /* (owned) */
  CircRecord *version;     /* (owned) */
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->version);
  g_object_unref (self->page);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static CircMatrixSource *
get_source (CircAudiencesPage *self)
{
  return circ_matrix_model_get_source (self->model);
}

static void
rename_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);

  if (get_source (self) != NULL && get_source (self)->version != NULL && circ_matrix_pane_commit (self->pane))
    circ_rename_window_present (self->session, widget, get_source (self)->version);
}

static void
say_why (CircAudiencesPage *self)
{
  circ_alert (GTK_WIDGET (self), _ ("Only a Draft Can Be Deleted"),
              _ ("This version was approved: it stays, because it says what was agreed and when. A change is made in a "
                 "new draft."));
}

/* Somebody may have approved it in the meantime. */
static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autofree char *answer = circ_ask_finish (result);
  g_autoptr (CircChange) change = NULL;

  if (question->page->session == NULL || !g_str_equal (answer, "delete"))
    return;
  change = circ_matrix_delete_change (question->version);
  if (change != NULL)
    circ_session_apply (question->page->session, change);
  else
    say_why (question->page);
}

static void
delete_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);
  const CircAnswer answers[] = {
    { "cancel", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "delete", _ ("_Delete"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL },
  };
  Question *question;
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  if (get_source (self) == NULL || get_source (self)->version == NULL || !circ_matrix_pane_commit (self->pane))
    return;
  if (!circ_matrix_source_is_draft (get_source (self)))
    {
      say_why (self);
      return;
    }
  title = circ_record_dup_title (get_source (self)->version);
  /* translators: the heading of a question; %s is the title of a draft */
  heading = g_strdup_printf (_ ("Delete the Draft “%s”?"), title);
  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->version = g_object_ref (get_source (self)->version);
  circ_ask_async (widget, heading, _ ("Its marks, notes and owners go with it. You can undo this."), answers, NULL,
                  answered_cb, question);
}

void
circ_audiences_page_install_versions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "audiences.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "audiences.delete", NULL, delete_action);
}
