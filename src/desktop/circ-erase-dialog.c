/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-erase-dialog.h"

#include <glib/gi18n-lib.h>

#include "circ-backups.h"
#include "circ-dialogs.h"
#include "circ-settings.h"
#include "circ-store-thread.h"

/* What is asked, kept until the answer comes. */
typedef struct {
  CircSession *session; /* (owned) */
  CircRecord *record;   /* (owned) */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->session);
  g_object_unref (question->record);
  g_free (question);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* What a worker erases. */
typedef struct {
  GArray *ids; /* (owned) of gint64 */
  gboolean swept;
} Erasure;

static void
erasure_free (gpointer data)
{
  Erasure *erasure = data;

  g_array_unref (erasure->ids);
  g_free (erasure);
}

static gboolean
erase (CircStore *store,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  Erasure *erasure = data;
  /* translators: the title of a change in the history, which names nobody */
  gboolean erased = circ_store_erase (store, erasure->ids, _ ("Erased for retention"), error);

  erasure->swept = circ_store_is_swept (store);
  return erased;
}

static void
erased_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  const Erasure *erasure = g_task_get_task_data (G_TASK (result));
  GApplication *application = g_application_get_default ();

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    circ_session_fail (question->session, error);
  else
    {
      /* It looks by itself before long: that it cannot just now is no matter. */
      circ_store_look (circ_session_get_store (question->session), NULL);
      circ_session_tell (question->session,
                         erasure->swept ? _ ("Erased. The history shows that it was there, and not what it said.")
                                        : _ ("Erased, but traces are still in unused places of the file. They go as soon "
                                             "as there is room on the disk for a copy of it."));
    }
  if (application != NULL)
    g_application_release (application);
}

/* By a worker: the file is written anew, which takes a while when it is large. The program does not end before. */
static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autofree char *answer = circ_ask_finish (result);
  CircStore *store = circ_session_get_store (question->session);
  gint64 id = circ_record_get_id (question->record);
  GApplication *application = g_application_get_default ();
  g_autoptr (GTask) task = NULL;
  Erasure *erasure;

  if (!g_str_equal (answer, "erase"))
    return;
  erasure = g_new0 (Erasure, 1);
  erasure->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (erasure->ids, id);
  if (application != NULL)
    g_application_hold (application);
  task = g_task_new (NULL, NULL, erased_cb, g_steal_pointer (&question));
  g_task_set_source_tag (task, circ_erase_ask);
  g_task_set_task_data (task, erasure, erasure_free);
  circ_store_run_in_thread (task, circ_store_get_path (store), CIRC_STORE_OPEN_DEFAULT, circ_store_get_person (store), erase);
}

/* What goes, what does not, and what is out of reach. */
static char *
dup_body (CircSession *session,
          CircRecord *record)
{
  CircStore *store = circ_session_get_store (session);
  gint64 uses = circ_store_count_uses (store, circ_record_get_id (record), NULL);
  guint n_backups;
  g_autoptr (GString) body = g_string_new (
    _ ("All that it says, and all that the history kept of it, is overwritten in this file. That it was there, who "
       "changed it and when stays in the history. This cannot be undone. In a large file it takes a moment."));

  if (uses > 0)
    g_string_append_printf (body,
                            ngettext ("\n\nIt is used in %lld place. The words that were typed there stay: look at them too.",
                                      "\n\nIt is used in %lld places. The words that were typed there stay: look at them too.",
                                      (gulong) uses),
                            (long long) uses);
  circ_settings_use_backup_folder ();
  n_backups = circ_backups_count (circ_store_get_path (store));
  if (n_backups > 0)
    g_string_append_printf (body,
                            ngettext ("\n\n%u backup still holds it, until newer ones have taken its place. If it must go "
                                      "sooner, delete that backup yourself.",
                                      "\n\n%u backups still hold it, until newer ones have taken their place. If it must go "
                                      "sooner, delete those backups yourself.",
                                      n_backups),
                            n_backups);
  g_string_append (body, _ ("\n\nDocuments that were exported are not changed either."));
  return g_string_free (g_steal_pointer (&body), FALSE);
}

void
circ_erase_ask (CircSession *session,
                GtkWidget *parent,
                CircRecord *record)
{
  const CircAnswer answers[] = {
    { "cancel", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "erase", _ ("_Erase for Good"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL },
  };
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  Question *question;

  g_return_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (record));

  name = circ_record_dup_title (record);
  /* translators: the heading of a question; %s is the name of a record */
  heading = g_strdup_printf (_ ("Erase the Data of “%s”?"), name);
  body = dup_body (session, record);
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->record = g_object_ref (record);
  circ_ask_async (parent, heading, body, answers, NULL, answered_cb, question);
}
