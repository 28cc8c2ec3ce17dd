/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-window.h"

#include <glib/gi18n-lib.h>

#include "circ-banner.h"
#include "circ-dialogs.h"
#include "circ-draft.h"
#include "circ-evidence-rows.h"
#include "circ-form.h"
#include "circ-occurrence.h"
#include "circ-plan-actions.h"
#include "circ-plan-item.h"
#include "circ-waiting-chooser.h"

struct _CircOccurrenceWindow {
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkButton *save_button;
  CircBanner *banner;
  GtkLabel *heading;
  GtkBox *place;
  GtkBox *evidence_box;
  GtkBox *rest_place;
  GtkButton *add_button;
  GtkButton *delete_button;

  CircForm *form; /* (owned by the widget tree) */
  CircForm *rest; /* (owned by the widget tree) what is seldom needed */
  CircEvidenceRows *evidence;

  CircSession *session; /* (owned) */
  CircRecord *item;     /* (owned) */
  CircRecord *saved;    /* (owned) (nullable): NULL while it is new */
  CircRecord *before;   /* (owned): what @saved said when the draft was made of it, or @start */
  CircRecord *start;    /* (owned): what the draft started with */
  CircRecord *draft;    /* (owned) */
  gboolean recording;   /* opened to say that it was done, not to see one that is there */
  gboolean asking;
  gboolean undone; /* "done on" was emptied because a reason says that it was not */
};

G_DEFINE_FINAL_TYPE (CircOccurrenceWindow, circ_occurrence_window, ADW_TYPE_WINDOW)

static const int done_fields[] = {
  CIRC_OCCURRENCE_COMPLETED_ON, CIRC_OCCURRENCE_DUE_ON, CIRC_OCCURRENCE_LATE_REASON, CIRC_OCCURRENCE_DONE_BY,
  CIRC_OCCURRENCE_METHODS_USED, CIRC_OCCURRENCE_LISTS_USED, -1,
};

static const int sent_fields[] = {
  CIRC_OCCURRENCE_DOCUMENT, CIRC_OCCURRENCE_RECIPIENTS, CIRC_OCCURRENCE_NOTES, -1,
};

static const int rest_fields[] = {
  CIRC_OCCURRENCE_NOT_REQUIRED_REASON, CIRC_OCCURRENCE_CANCELLED_ON, CIRC_OCCURRENCE_RESPONSIBLE, -1,
};

static const CircFormSection main_sections[] = {
  { NULL, NULL, done_fields, FALSE },
  { NULL, NULL, sent_fields, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static const CircFormSection rest_sections[] = {
  { N_ ("If it was not needed or cancelled"), NULL, rest_fields, TRUE },
  { NULL, NULL, NULL, FALSE },
};

static gboolean
is_late (CircOccurrenceWindow *self)
{
  const char *done = circ_record_get_text (self->draft, CIRC_OCCURRENCE_COMPLETED_ON);
  const char *due = circ_record_get_text (self->draft, CIRC_OCCURRENCE_DUE_ON);

  return done != NULL && due != NULL && g_strcmp0 (done, due) > 0;
}

static void
update (CircOccurrenceWindow *self)
{
  circ_form_set_field_visible (self->form, CIRC_OCCURRENCE_LATE_REASON,
                               is_late (self) || circ_record_get (self->draft, CIRC_OCCURRENCE_LATE_REASON) != NULL);
  circ_evidence_rows_set_day (self->evidence, circ_record_get_text (self->draft, CIRC_OCCURRENCE_COMPLETED_ON));
}

/* Today stands there only because most people record what they have just done. */
static void
draft_notify_cb (CircOccurrenceWindow *self)
{
  gboolean not_done = circ_record_get (self->draft, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) != NULL ||
                      circ_record_get (self->draft, CIRC_OCCURRENCE_CANCELLED_ON) != NULL;

  if (self->recording && not_done && !self->undone)
    {
      self->undone = TRUE;
      circ_record_set (self->draft, CIRC_OCCURRENCE_COMPLETED_ON, NULL);
    }
  update (self);
}

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

/* Returns: (transfer full) (nullable): what somebody else wrote into a field that was changed here too. */
static char *
follow (CircOccurrenceWindow *self)
{
  int field = self->saved == NULL ? -1 : circ_draft_follow (self->draft, self->before, self->saved);
  g_autofree char *theirs = NULL;

  if (field < 0)
    return circ_evidence_rows_follow (self->evidence);
  theirs = circ_record_format (self->saved, (guint) field);
  circ_form_focus_field (circ_form_get_row (self->form, (guint) field) != NULL ? self->form : self->rest, (guint) field);
  /* translators: the title of a field, and what somebody else wrote there meanwhile */
  return g_strdup_printf (_ ("“%s” was changed elsewhere meanwhile, to “%s”. Save again to keep yours."),
                          circ_field_get_title (&circ_occurrence_kind.fields[field]), theirs != NULL ? theirs : "");
}

static gboolean
commit (CircOccurrenceWindow *self)
{
  const char *obstacle;
  g_autofree char *conflict = NULL;

  circ_banner_set_title (self->banner, NULL);
  if (!circ_form_commit (self->form) || !circ_form_commit (self->rest) || !circ_evidence_rows_commit (self->evidence))
    return FALSE;
  obstacle = find_obstacle (self);
  if (obstacle != NULL)
    {
      circ_banner_set_title (self->banner, obstacle);
      circ_form_focus_field (self->form, CIRC_OCCURRENCE_COMPLETED_ON);
      return FALSE;
    }
  conflict = follow (self);
  if (conflict != NULL)
    circ_banner_set_title (self->banner, conflict);
  return conflict == NULL;
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
  if (circ_change_get_n_parts (change) > 0)
    {
      if (!circ_session_apply_quietly (self->session, change, &error))
        {
          circ_banner_set_title (self->banner, error->message);
          return;
        }
      circ_session_announce (self->session, circ_change_get_title (change));
    }
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
circ_occurrence_window_close_request (GtkWindow *window)
{
  CircOccurrenceWindow *self = CIRC_OCCURRENCE_WINDOW (window);
  const CircAnswer answers[] = {
    { "keep", _ ("_Keep Editing"), CIRC_ANSWER_PLAIN },
    { "discard", _ ("_Discard"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };

  if (self->asking)
    return GDK_EVENT_STOP;
  if (!is_changed (self))
    return GDK_EVENT_PROPAGATE;
  self->asking = TRUE;
  circ_ask_async (GTK_WIDGET (self), _ ("Discard What You Have Written?"),
                  _ ("It is not recorded yet, and cannot be brought back."), answers, NULL, discard_cb,
                  g_object_ref (self));
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
  if (!circ_session_apply_quietly (self->session, change, &error))
    {
      circ_banner_set_title (self->banner, error->message);
      return;
    }
  circ_session_announce (self->session, title);
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

static void
emptied_cb (CircOccurrenceWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static void
circ_occurrence_window_dispose (GObject *object)
{
  CircOccurrenceWindow *self = CIRC_OCCURRENCE_WINDOW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->start);
  g_clear_object (&self->before);
  g_clear_object (&self->saved);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_occurrence_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CIRC_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/plan/circ-occurrence-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, place);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, rest_place);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, delete_button);
}

static void
circ_occurrence_window_class_init (CircOccurrenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_occurrence_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = circ_occurrence_window_close_request;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "occurrence.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "occurrence.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "occurrence.add-evidence", NULL, add_evidence_action);
  gtk_widget_class_install_action (widget_class, "occurrence.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "occurrence.cancel", NULL);
}

static void
circ_occurrence_window_init (CircOccurrenceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (transfer full): what a draft of self->saved starts with */
static CircRecord *
create_start (CircOccurrenceWindow *self)
{
  CircStore *store = circ_session_get_store (self->session);
  CircRecord *start;

  if (!self->recording)
    return circ_record_copy (self->saved);
  start = circ_plan_draft_occurrence (store, self->item, self->saved, circ_session_get_today (self->session));
  if (circ_record_get (start, CIRC_OCCURRENCE_DONE_BY) == NULL)
    circ_record_set_text (start, CIRC_OCCURRENCE_DONE_BY, circ_store_get_person (store));
  return start;
}

static void
set_saved (CircOccurrenceWindow *self,
           CircRecord *saved)
{
  g_autoptr (CircRecord) start = NULL;

  g_set_object (&self->saved, saved);
  start = create_start (self);
  g_clear_object (&self->before);
  self->before = circ_record_copy (saved != NULL ? saved : start);
  if (self->draft == NULL)
    {
      self->start = g_steal_pointer (&start);
      self->draft = circ_record_copy (self->start);
      return;
    }
  /* What the person has written stays; all else becomes what the other one says. */
  circ_draft_follow (self->draft, self->start, start);
  circ_evidence_rows_load (self->evidence, saved);
  update (self);
}

static void
waiting_chosen_cb (CircOccurrenceWindow *self,
                   GParamSpec *pspec,
                   CircWaitingChooser *chooser)
{
  CircRecord *chosen = circ_waiting_chooser_get_chosen (chooser);

  if (chosen == self->saved)
    return;
  circ_form_commit (self->form);
  circ_form_commit (self->rest);
  set_saved (self, chosen);
}

/* What waits to be done comes first: otherwise it would stay open beside a second record of the same thing. */
static void
offer_waiting (CircOccurrenceWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = circ_plan_find_waiting (circ_session_get_store (self->session), self->item, &error);
  GtkWidget *chooser;

  if (waiting == NULL)
    circ_banner_set_title (self->banner, error->message);
  if (waiting == NULL || waiting->len == 0)
    {
      set_saved (self, NULL);
      return;
    }
  chooser = circ_waiting_chooser_new (self->session, waiting);
  g_signal_connect_object (chooser, "notify::chosen", G_CALLBACK (waiting_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->place, chooser);
  set_saved (self, circ_waiting_chooser_get_chosen (CIRC_WAITING_CHOOSER (chooser)));
}

static void
build (CircOccurrenceWindow *self)
{
  g_autofree char *what = circ_record_dup_title (self->item);
  const char *name = self->recording ? _ ("Record an Occurrence") : _ ("Occurrence");
  gboolean editable = !circ_session_get_read_only (self->session);

  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, circ_record_get_text (self->item, CIRC_PLAN_ITEM_REF));
  gtk_label_set_label (self->heading, what);
  gtk_button_set_label (self->save_button, self->recording ? _ ("_Record") : _ ("_Save"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->recording ? _ ("Record") : _ ("Save"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), !self->recording);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "occurrence.save", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "occurrence.add-evidence", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "occurrence.delete", editable && !self->recording);

  self->form = CIRC_FORM (circ_form_new (self->session, &circ_occurrence_kind, main_sections));
  self->rest = CIRC_FORM (circ_form_new (self->session, &circ_occurrence_kind, rest_sections));
  self->evidence = CIRC_EVIDENCE_ROWS (circ_evidence_rows_new (self->session));
  gtk_box_append (self->evidence_box, GTK_WIDGET (self->evidence));
  gtk_box_append (self->rest_place, GTK_WIDGET (self->rest));
  g_signal_connect_object (self->evidence, "emptied", G_CALLBACK (emptied_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
circ_occurrence_window_new (CircSession *session,
                            CircRecord *item,
                            CircRecord *occurrence)
{
  CircOccurrenceWindow *self;

  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);
  g_return_val_if_fail (CIRC_IS_RECORD (item) && circ_record_get_id (item) > 0, NULL);

  self = g_object_new (CIRC_TYPE_OCCURRENCE_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->recording = occurrence == NULL;
  build (self);
  if (self->recording)
    offer_waiting (self);
  else
    set_saved (self, occurrence);
  gtk_box_append (self->place, GTK_WIDGET (self->form));
  circ_form_set_record (self->form, self->draft);
  circ_form_set_record (self->rest, self->draft);
  circ_evidence_rows_load (self->evidence, self->saved);
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (draft_notify_cb), self, G_CONNECT_SWAPPED);
  update (self);
  circ_form_focus_field (self->form, CIRC_OCCURRENCE_COMPLETED_ON);

  return GTK_WIDGET (self);
}

CircOccurrenceWindow *
circ_occurrence_window_present (CircSession *session,
                                GtkWidget *parent,
                                CircRecord *item,
                                CircRecord *occurrence)
{
  CircOccurrenceWindow *self = CIRC_OCCURRENCE_WINDOW (circ_occurrence_window_new (session, item, occurrence));
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
