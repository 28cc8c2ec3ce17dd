/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-trigger-window.h"

#include <glib/gi18n-lib.h>

#include "circ-calendar-actions.h"
#include "circ-drop-down.h"
#include "circ-due-list.h"
#include "circ-form.h"
#include "circ-label.h"
#include "circ-lists-words.h"
#include "circ-sheet.h"
#include "circ-store-thread.h"
#include "circ-timing-sentence.h"
#include "circ-trigger.h"

struct _CircTriggerWindow {
  AdwWindow parent_instance;

  GtkWidget *what;
  GtkWidget *own;
  GtkWidget *follows;
  GtkWidget *problem;
  CircForm *form;

  CircSession *session;   /* (owned) */
  CircRecord *draft;      /* (owned) */
  GHashTable *waiting;    /* (owned) (nullable) (element-type utf8 guint): how many rules wait for what as it opens */
  GCancellable *counting; /* (owned) (nullable) of the worker */
};

/* What is counted, by a worker in a long plan. */
typedef struct {
  char *today;
  GHashTable *waiting;
} Count;

G_DEFINE_FINAL_TYPE (CircTriggerWindow, circ_trigger_window, ADW_TYPE_WINDOW)

static const CircFormSection sections[] = {
  { NULL, NULL,
    (const int[]) { CIRC_TRIGGER_DATE, CIRC_TRIGGER_AT, CIRC_TRIGGER_NOTE, CIRC_TRIGGER_ITEM, -1 }, FALSE },
  { NULL, NULL, NULL, FALSE },
};

/* Behind those that ship come the partnership's own words, and then what has no trigger at all. */
static guint
get_own (void)
{
  return g_strv_length ((char **) circ_triggers_get_tokens ());
}

/* (transfer full) (nullable): the token or the words; NULL when it was asked for, or a date was agreed */
static char *
dup_trigger (CircTriggerWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->what));

  if (chosen < get_own ())
    return g_strdup (circ_triggers_get_tokens ()[chosen]);
  return chosen == get_own () ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own)))) : NULL;
}

static guint
get_waiting (CircTriggerWindow *self,
             const char *trigger)
{
  return self->waiting != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->waiting, trigger)) : 0;
}

static char *
dup_follows (CircTriggerWindow *self,
             const char *trigger)
{
  guint n = get_waiting (self, trigger);

  if (self->counting != NULL)
    return g_strdup (_ ("Looking for the rules that wait for this…"));
  if (n == 0)
    return g_strdup (_ ("No rule of the plan waits for this, so nothing becomes due."));
  return g_strdup_printf (ngettext ("%u rule of the plan waits for this.", "%u rules of the plan wait for this.", n), n);
}

/* What will follow, before it is recorded: words that no rule has would be recorded for nothing. Nothing is said of what
 * could not be read. */
static void
update_follows (CircTriggerWindow *self)
{
  g_autofree char *trigger = dup_trigger (self);
  gboolean known = self->waiting != NULL || self->counting != NULL;
  g_autofree char *text = trigger != NULL ? dup_follows (self, trigger) : NULL;

  gtk_label_set_label (GTK_LABEL (self->follows), text);
  gtk_widget_set_visible (self->follows, known && trigger != NULL && *trigger != '\0');
}

static void
count_line (const CircDueLine *line,
            gpointer data)
{
  GHashTable *waiting = data;

  if (line->waiting == CIRC_WAITING_TRIGGER && line->trigger != NULL)
    g_hash_table_replace (waiting, g_strdup (line->trigger),
                          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (waiting, line->trigger)) + 1));
}

static gboolean
count (CircStore *store,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  Count *job = data;

  return circ_due_list_find_waiting (store, job->today, count_line, job->waiting, cancellable, error);
}

static void
count_free (gpointer data)
{
  Count *job = data;

  g_hash_table_unref (job->waiting);
  g_free (job->today);
  g_free (job);
}

static void
take_count (CircTriggerWindow *self,
            Count *job,
            const GError *error)
{
  if (error == NULL)
    self->waiting = g_hash_table_ref (job->waiting);
  else
    g_debug ("What waits could not be counted: %s", error->message);
}

/* What is chosen stays as it is: somebody may have looked at it already. */
static void
counted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Count *job = g_task_get_task_data (G_TASK (result));
  CircTriggerWindow *self;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  g_clear_object (&self->counting);
  take_count (self, job, error);
  update_follows (self);
}

static void
begin_count (CircTriggerWindow *self)
{
  CircStore *store = circ_session_get_store (self->session);
  Count *job = g_new0 (Count, 1);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;

  job->today = g_strdup (circ_session_get_today (self->session));
  job->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (circ_store_has_more (store, CIRC_KIND_PLAN_ITEM, CIRC_WAITING_MANY))
    {
      self->counting = g_cancellable_new ();
      task = g_task_new (NULL, self->counting, counted_cb, self);
      g_task_set_task_data (task, job, count_free);
      circ_store_run_in_thread (task, circ_store_get_path (store), CIRC_STORE_OPEN_READ_ONLY,
                                circ_store_get_person (store), count);
      return;
    }
  count (store, job, NULL, &error);
  take_count (self, job, error);
  count_free (job);
}

static void
update (CircTriggerWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->what));

  gtk_widget_set_visible (self->own, chosen == get_own ());
  update_follows (self);
  circ_drop_down_update_name (GTK_DROP_DOWN (self->what), _ ("What happened"));
  gtk_widget_set_visible (self->problem, FALSE);
}

static void
show_problem (CircTriggerWindow *self,
              const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem);
  gtk_widget_set_visible (self->problem, TRUE);
}

static const char *
find_problem (CircTriggerWindow *self,
              const char *trigger)
{
  const char *date = circ_record_get_text (self->draft, CIRC_TRIGGER_DATE);

  if (trigger != NULL && *trigger == '\0')
    return _ ("Say what happened.");
  if (trigger == NULL && circ_record_get (self->draft, CIRC_TRIGGER_ITEM) == NULL)
    return _ ("Choose the plan item that was asked for.");
  if (date == NULL)
    return _ ("Say when it happened.");
  if (trigger != NULL && g_strcmp0 (date, circ_session_get_today (self->session)) > 0)
    return _ ("This day is still to come.");
  return NULL;
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircTriggerWindow *self = CIRC_TRIGGER_WINDOW (widget);
  CircStore *store = circ_session_get_store (self->session);
  g_autofree char *trigger = dup_trigger (self);
  g_autoptr (GError) error = NULL;

  if (!circ_form_commit (self->form))
    return;
  if (find_problem (self, trigger) != NULL)
    {
      show_problem (self, find_problem (self, trigger));
      return;
    }
  if (!circ_calendar_record_trigger (store, circ_record_get_int (self->draft, CIRC_TRIGGER_ITEM), trigger,
                                     circ_record_get_text (self->draft, CIRC_TRIGGER_DATE),
                                     circ_record_get_text (self->draft, CIRC_TRIGGER_AT),
                                     circ_record_get_text (self->draft, CIRC_TRIGGER_NOTE), &error))
    {
      circ_session_note_failure (self->session, error);
      show_problem (self, error->message);
      return;
    }
  circ_session_announce (self->session, circ_store_get_undo_title (store));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
circ_trigger_window_dispose (GObject *object)
{
  CircTriggerWindow *self = CIRC_TRIGGER_WINDOW (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_trigger_window_parent_class)->dispose (object);
}

static void
circ_trigger_window_class_init (CircTriggerWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_trigger_window_dispose;
  circ_sheet_class_init (GTK_WIDGET_CLASS (klass), save_action);
}

static void
circ_trigger_window_init (CircTriggerWindow *self)
{
}

static GtkWidget *
new_choice (CircTriggerWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *const *tokens = circ_triggers_get_tokens ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("What happened"));

  for (guint i = 0; tokens[i] != NULL; i++)
    gtk_string_list_take (titles, circ_lists_words_capitalise (circ_trigger_get_title (tokens[i])));
  gtk_string_list_append (titles, _ ("Something else"));
  gtk_string_list_append (titles, _ ("An item was asked for, or its date was agreed"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "circ-field-title");
  self->what = circ_drop_down_new ();
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->what), G_LIST_MODEL (titles));
  self->own = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("In your words"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->own), _ ("In your words, as in the rules of the plan"));
  g_signal_connect_object (self->what, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->what);
  g_signal_connect_object (self->own, "changed", G_CALLBACK (update_follows), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->own);
  self->follows = circ_label_new (NULL, "caption");
  gtk_widget_add_css_class (self->follows, "dim-label");
  gtk_box_append (GTK_BOX (box), self->follows);
  return box;
}

/* The first thing that something waits for: the top of the list is no better than any other. */
static guint
find_first (CircTriggerWindow *self)
{
  const char *const *tokens = circ_triggers_get_tokens ();

  for (guint i = 0; tokens[i] != NULL; i++)
    if (get_waiting (self, tokens[i]) > 0)
      return i;
  return 0;
}

void
circ_trigger_window_present (CircSession *session,
                             GtkWidget *parent)
{
  CircTriggerWindow *self = g_object_new (CIRC_TYPE_TRIGGER_WINDOW, NULL);
  GtkWidget *column = circ_sheet_set_up (ADW_WINDOW (self), parent, _ ("Record What Happened"),
                                         gtk_button_new_with_mnemonic (_ ("_Record")));

  self->session = g_object_ref (session);
  self->draft = circ_record_new (CIRC_KIND_TRIGGER);
  circ_record_set_text (self->draft, CIRC_TRIGGER_DATE, circ_session_get_today (session));
  begin_count (self);
  self->form = CIRC_FORM (circ_form_new (session, &circ_trigger_kind, sections));
  circ_form_set_record (self->form, self->draft);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_box_append (GTK_BOX (column), new_choice (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->what), find_first (self));
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->what);
}
