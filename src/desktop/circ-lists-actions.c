/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-actions.h"

#include <glib/gi18n-lib.h>

#include "circ-calendar-actions.h"
#include "circ-dialogs.h"
#include "circ-meetings-window.h"
#include "circ-trigger-window.h"

/* What is asked, kept until the answer comes. */
typedef struct {
  CircSession *session;
  CircRecord *record;
  CircRecord *into;
} CircListsQuestion;

static CircListsQuestion *
circ_lists_question_new (CircSession *session,
                         CircRecord *record,
                         CircRecord *into)
{
  CircListsQuestion *self = g_new0 (CircListsQuestion, 1);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->into = into != NULL ? g_object_ref (into) : NULL;

  return self;
}

static void
circ_lists_question_free (CircListsQuestion *self)
{
  g_object_unref (self->session);
  g_object_unref (self->record);
  g_clear_object (&self->into);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircListsQuestion, circ_lists_question_free)

/* @format is translated and has one %s for the name of @record. (transfer full) */
static CircChange *
new_change (CircRecord *record,
            const char *format)
{
  g_autofree char *name = circ_record_dup_title (record);
  g_autoptr (GString) title = g_string_new (format);

  g_string_replace (title, "%s", name, 1);

  return circ_change_new (title->str);
}

CircRecord *
circ_lists_insert (CircSession *session,
                   CircKindId kind,
                   const char *name,
                   GError **error)
{
  g_autoptr (CircRecord) record = NULL;
  g_autoptr (CircChange) change = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);

  record = circ_session_new_record (session, kind, name);
  /* translators: the title of a change in the history; %s is the name of an entry of a list */
  change = new_change (record, _ ("Added: %s"));
  circ_change_insert (change, record);
  if (!circ_session_try (session, change, error))
    return NULL;

  return g_steal_pointer (&record);
}

gboolean
circ_lists_has_window (CircKindId kind)
{
  return kind == CIRC_KIND_MEETING || kind == CIRC_KIND_TRIGGER;
}

void
circ_lists_add_in_window (CircSession *session,
                          GtkWidget *parent,
                          CircKindId kind)
{
  if (kind == CIRC_KIND_MEETING)
    circ_meetings_window_present (session, parent, 0);
  else
    circ_trigger_window_present (session, parent);
}

gboolean
circ_lists_retire (CircSession *session,
                   CircRecord *record)
{
  g_autoptr (CircChange) change = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (record), FALSE);

  /* translators: the title of a change in the history; %s is the name of an entry of a list */
  change = new_change (record, _ ("Retired: %s"));
  circ_change_set_text (change, record, (guint) circ_record_get_kind (record)->archived_field,
                        circ_session_get_today (session));

  return circ_session_apply (session, change);
}

gboolean
circ_lists_restore (CircSession *session,
                    CircRecord *record)
{
  g_autoptr (CircChange) change = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (record), FALSE);

  /* translators: the title of a change in the history; %s is the name of an entry of a list */
  change = new_change (record, _ ("Brought back: %s"));
  circ_change_set (change, record, (guint) circ_record_get_kind (record)->archived_field, NULL);

  return circ_session_apply (session, change);
}

static void
removal_answered_cb (GObject *source,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (CircListsQuestion) question = user_data;
  g_autofree char *answer = circ_ask_finish (result);

  if (g_str_equal (answer, "retire"))
    {
      circ_lists_retire (question->session, question->record);
    }
  else if (g_str_equal (answer, "delete"))
    {
      /* translators: the title of a change in the history; %s is the name of an entry of a list */
      g_autoptr (CircChange) change = new_change (question->record, _ ("Deleted: %s"));

      circ_change_remove (change, question->record);
      circ_session_apply (question->session, change);
    }
}

static void
ask_delete (CircSession *session,
            GtkWidget *parent,
            CircRecord *record,
            const char *name)
{
  static const CircAnswer retired[] = {
    { "cancel", N_ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "delete", N_ ("_Delete"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };
  static const CircAnswer in_use[] = {
    { "cancel", N_ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "retire", N_ ("_Retire"), CIRC_ANSWER_PLAIN },
    { "delete", N_ ("_Delete"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };
  gboolean last = circ_record_is_archived (record) || circ_record_get_kind (record)->archived_field < 0;
  const CircAnswer *answers = last ? retired : in_use;
  CircAnswer translated[G_N_ELEMENTS (in_use)];
  guint n = 0;
  /* translators: the heading of a question; %s is the name of an entry of a list */
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), name);

  do
    {
      translated[n] = answers[n];
      if (answers[n].label != NULL)
        translated[n].label = _ (answers[n].label);
    }
  while (answers[n++].id != NULL);
  circ_ask_async (parent, heading,
                  last
                    ? _ ("Nothing refers to it. You can undo this.")
                    : _ ("Nothing refers to it. Retire it instead to keep it out of the choosers without losing it."),
                  translated, NULL, removal_answered_cb, circ_lists_question_new (session, record, NULL));
}

static void
ask_retire (CircSession *session,
            GtkWidget *parent,
            CircRecord *record,
            const char *name,
            gint64 uses)
{
  CircAnswer answers[] = {
    { "cancel", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "retire", _ ("_Retire"), CIRC_ANSWER_SUGGESTED },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };
  /* translators: the heading of a question; %s is the name of an entry of a list */
  g_autofree char *heading = g_strdup_printf (_ ("Retire “%s”?"), name);
  g_autofree char *body =
    g_strdup_printf (ngettext ("It is used in %d place, so it is not deleted. It stays there, and is no longer offered "
                               "anywhere else.",
                               "It is used in %d places, so it is not deleted. It stays there, and is no longer offered "
                               "anywhere else.",
                               (gulong) uses),
                     (int) uses);

  circ_ask_async (parent, heading, body, answers, NULL, removal_answered_cb,
                  circ_lists_question_new (session, record, NULL));
}

/* How many other records need it; -1 with @error. */
static gint64
count_uses (CircStore *store,
            CircRecord *record,
            GError **error)
{
  gint64 uses = circ_store_count_uses (store, circ_record_get_id (record), error);
  gint64 recorded;

  if (uses < 0 || !circ_lists_has_window (circ_record_get_kind (record)->id))
    return uses;
  recorded = circ_calendar_count_recorded (store, record, error);
  return recorded < 0 ? -1 : uses + recorded;
}

void
circ_lists_ask_remove (CircSession *session,
                       GtkWidget *parent,
                       CircRecord *record)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  gint64 uses;

  g_return_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (record));

  uses = count_uses (circ_session_get_store (session), record, &error);
  if (uses < 0)
    {
      circ_session_report (session, error);
      return;
    }
  name = circ_record_dup_title (record);
  if (uses == 0)
    ask_delete (session, parent, record, name);
  else if (circ_record_get_kind (record)->archived_field < 0)
    {
      /* translators: the heading of a message; %s is a meeting, or what happened, and its date */
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be deleted"), name);

      circ_alert (parent, heading, _ ("What was planned or recorded for it needs it to stay. A meeting that does not take "
                                      "place can be cancelled instead, in its status."));
    }
  else if (!circ_record_is_archived (record))
    ask_retire (session, parent, record, name, uses);
  else
    {
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be deleted"), name);

      circ_alert (parent, heading, _ ("It is retired, and what refers to it needs it to stay. Merge it into another "
                                      "entry if it was a double."));
    }
}

static void
merge_answered_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (CircListsQuestion) question = user_data;
  g_autofree char *answer = circ_ask_finish (result);
  g_autoptr (GError) error = NULL;
  CircStore *store = circ_session_get_store (question->session);

  if (!g_str_equal (answer, "merge"))
    return;
  if (circ_store_merge (store, question->record, question->into, circ_session_get_today (question->session), &error))
    circ_session_announce (question->session, circ_store_get_undo_title (store));
  else
    circ_session_fail (question->session, error);
}

void
circ_lists_ask_merge (CircSession *session,
                      GtkWidget *parent,
                      CircRecord *from,
                      CircRecord *into)
{
  CircAnswer answers[] = {
    { "cancel", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "merge", _ ("_Merge"), CIRC_ANSWER_SUGGESTED },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };
  g_autofree char *from_name = NULL;
  g_autofree char *into_name = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (CIRC_IS_SESSION (session) && CIRC_IS_RECORD (from) && CIRC_IS_RECORD (into));

  from_name = circ_record_dup_title (from);
  into_name = circ_record_dup_title (into);
  /* translators: the heading of a question; both are names of entries of the same list */
  heading = g_strdup_printf (_ ("Merge “%s” into “%s”?"), from_name, into_name);
  /* translators: both are names of entries; the first is the one that goes, the second takes its place */
  body = g_strdup_printf (_ ("Wherever “%s” is used, “%s” takes its place. The words that were typed stay as they are."),
                          from_name, into_name);
  circ_ask_async (parent, heading, body, answers, NULL, merge_answered_cb,
                  circ_lists_question_new (session, from, into));
}
