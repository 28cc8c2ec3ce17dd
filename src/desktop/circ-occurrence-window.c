/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-occurrence-window-private.h"

#include <glib/gi18n-lib.h>

#include "circ-anchor-words.h"
#include "circ-date.h"
#include "circ-draft.h"
#include "circ-occurrence-state.h"
#include "circ-occurrence.h"
#include "circ-plan-actions.h"
#include "circ-plan-item.h"
#include "circ-waiting-chooser.h"

G_DEFINE_FINAL_TYPE (CircOccurrenceWindow, circ_occurrence_window, ADW_TYPE_WINDOW)

static const int done_fields[] = {
  CIRC_OCCURRENCE_COMPLETED_ON, CIRC_OCCURRENCE_DUE_ON, CIRC_OCCURRENCE_LATE_REASON, CIRC_OCCURRENCE_DONE_BY,
  CIRC_OCCURRENCE_METHODS_USED, CIRC_OCCURRENCE_LISTS_USED, -1,
};

static const int sent_fields[] = {
  CIRC_OCCURRENCE_DOCUMENT, CIRC_OCCURRENCE_RECIPIENTS, CIRC_OCCURRENCE_NOTES, -1,
};

static const int rest_fields[] = {
  CIRC_OCCURRENCE_NOT_REQUIRED_REASON, CIRC_OCCURRENCE_CANCELLED_ON, CIRC_OCCURRENCE_CANCELLED_REASON,
  CIRC_OCCURRENCE_RESPONSIBLE, -1,
};

/* What is asked for when something on the list of the day was done; all else may be said too. */
static const int brief_fields[] = {
  CIRC_OCCURRENCE_COMPLETED_ON, CIRC_OCCURRENCE_LATE_REASON, CIRC_OCCURRENCE_METHODS_USED, CIRC_OCCURRENCE_LISTS_USED, -1,
};

static const int brief_rest_fields[] = {
  CIRC_OCCURRENCE_DONE_BY, CIRC_OCCURRENCE_DOCUMENT, CIRC_OCCURRENCE_RECIPIENTS, CIRC_OCCURRENCE_NOTES,
  CIRC_OCCURRENCE_NOT_REQUIRED_REASON, CIRC_OCCURRENCE_CANCELLED_ON, CIRC_OCCURRENCE_CANCELLED_REASON, -1,
};

static const CircFormSection brief_sections[] = {
  { NULL, NULL, brief_fields, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static const CircFormSection brief_rest_sections[] = {
  { N_ ("More about it"), NULL, brief_rest_fields, TRUE },
  { NULL, NULL, NULL, FALSE },
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

/* Where only what was done is asked for, these are there when somebody has filled them in. */
static void
update (CircOccurrenceWindow *self)
{
  static const guint undoing[] = {
    CIRC_OCCURRENCE_NOT_REQUIRED_REASON, CIRC_OCCURRENCE_CANCELLED_ON, CIRC_OCCURRENCE_CANCELLED_REASON,
  };

  circ_form_set_field_visible (self->form, CIRC_OCCURRENCE_LATE_REASON,
                               is_late (self) || circ_record_get (self->draft, CIRC_OCCURRENCE_LATE_REASON) != NULL);
  for (guint i = 0; self->brief && i < G_N_ELEMENTS (undoing); i++)
    circ_form_set_field_visible (self->rest, undoing[i], circ_record_get (self->draft, undoing[i]) != NULL);
  circ_evidence_rows_set_day (self->evidence, circ_record_get_text (self->draft, CIRC_OCCURRENCE_COMPLETED_ON));
}

static gboolean
is_not_done (CircOccurrenceWindow *self)
{
  return circ_record_get (self->draft, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) != NULL ||
         circ_record_get (self->draft, CIRC_OCCURRENCE_CANCELLED_ON) != NULL;
}

gboolean
circ_occurrence_window_is_both (CircOccurrenceWindow *self)
{
  return circ_record_get (self->draft, CIRC_OCCURRENCE_COMPLETED_ON) != NULL && is_not_done (self);
}

void
circ_occurrence_window_settle_start (CircOccurrenceWindow *self)
{
  for (guint i = 0; i < circ_occurrence_kind.n_fields; i++)
    {
      GVariant *theirs = circ_record_get (self->before, i);

      if (!circ_value_equal (theirs, circ_record_get (self->opened, i)) &&
          circ_value_equal (theirs, circ_record_get (self->draft, i)))
        circ_record_set (self->start, i, theirs);
    }
}

/* Today stands there only because most people record what they have just done. */
static void
draft_notify_cb (CircOccurrenceWindow *self)
{
  if (self->recording && !self->undone && is_not_done (self) && !circ_draft_is_following (self->draft) &&
      circ_record_get (self->before, CIRC_OCCURRENCE_COMPLETED_ON) == NULL)
    {
      self->undone = TRUE;
      circ_record_set (self->draft, CIRC_OCCURRENCE_COMPLETED_ON, NULL);
    }
  update (self);
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

  /* The forms go later, and put what is being typed into it. */
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->start);
  g_clear_object (&self->opened);
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
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, evidence_section);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, evidence_help);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, returns_bin);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, rest_place);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, CircOccurrenceWindow, delete_button);
}

static void
circ_occurrence_window_class_init (CircOccurrenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_occurrence_window_dispose;

  bind_template (widget_class);
  circ_occurrence_window_install_actions (widget_class);
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
  g_autofree char *sentence = NULL;
  CircConflicts conflicts = { 0 };
  gboolean both;

  if (self->draft != NULL)
    circ_occurrence_window_settle_start (self);
  g_set_object (&self->saved, saved);
  start = create_start (self);
  g_clear_object (&self->opened);
  g_clear_object (&self->before);
  self->opened = circ_record_copy (saved != NULL ? saved : start);
  self->before = circ_record_copy (self->opened);
  if (self->draft == NULL)
    {
      self->start = g_steal_pointer (&start);
      self->draft = circ_record_copy (self->start);
      return;
    }
  /* What the person has written stays; all else becomes what the other one says. */
  circ_form_end_offers (self->form);
  circ_form_end_offers (self->rest);
  both = circ_occurrence_window_is_both (self);
  circ_conflicts_add (&conflicts, self->draft, self->start, start, self->form, self->rest);
  self->contradicts = !both && circ_occurrence_window_is_both (self);
  circ_evidence_rows_load (self->evidence, saved);
  circ_return_rows_set_occurrence (self->returns, saved);
  update (self);
  sentence = circ_conflicts_show (&conflicts);
  circ_banner_set_title (self->banner, sentence == NULL ? NULL
    : _ ("The one you chose says something else where you have written. Choose which it is to be, or record yours."));
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

/* Whether the item asks for evidence is said where it is given. */
static void
show_policy (CircOccurrenceWindow *self)
{
  CircEvidencePolicy policy =
    circ_evidence_policy_from_token (circ_record_get_text (self->item, CIRC_PLAN_ITEM_EVIDENCE_POLICY));

  gtk_widget_set_visible (GTK_WIDGET (self->evidence_help), self->brief);
  gtk_widget_set_visible (self->evidence_section, !self->brief || policy != CIRC_EVIDENCE_POLICY_NONE);
  gtk_label_set_label (self->evidence_help, policy == CIRC_EVIDENCE_POLICY_REQUIRED
                                              ? _ ("The plan asks for evidence of this.")
                                              : _ ("Evidence is recommended for this."));
}

static const char *
get_name (CircOccurrenceWindow *self)
{
  if (!self->recording)
    return _ ("Occurrence");
  return self->brief ? _ ("Record as Done") : _ ("Record an Occurrence");
}

/* Which of them it is, where there are several: the day it is due, and what it hangs on. */
static void
show_title (CircOccurrenceWindow *self,
            CircRecord *occurrence)
{
  const char *ref = circ_record_get_text (self->item, CIRC_PLAN_ITEM_REF);
  const char *due = self->brief ? circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON) : NULL;
  g_autofree char *day = due == NULL ? NULL : circ_date_format_short (due, circ_session_get_today (self->session));
  g_autofree char *anchor = self->brief ? circ_anchor_words (self->session, occurrence) : NULL;
  g_autofree char *subtitle = NULL;

  gtk_window_set_title (GTK_WINDOW (self), get_name (self));
  adw_window_title_set_title (self->title, get_name (self));
  if (day != NULL)
    /* translators: the reference of an item of the plan, and a day such as Fri 4 Dec */
    subtitle = g_strdup_printf (_ ("%s, due %s"), ref, day);
  if (anchor != NULL)
    {
      g_autofree char *due_words = g_steal_pointer (&subtitle);

      subtitle = g_strconcat (due_words != NULL ? due_words : ref, " · ", anchor, NULL);
    }
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : ref);
}

static void
build (CircOccurrenceWindow *self)
{
  g_autofree char *what = circ_record_dup_title (self->item);
  gboolean editable = !circ_session_get_read_only (self->session);

  gtk_label_set_label (self->heading, what);
  gtk_button_set_label (self->save_button, self->recording ? _ ("_Record") : _ ("_Save"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->recording ? _ ("Record") : _ ("Save"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), !self->recording);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "occurrence.save", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "occurrence.add-evidence", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "occurrence.delete", editable && !self->recording);

  self->form = CIRC_FORM (circ_form_new (self->session, &circ_occurrence_kind,
                                         self->brief ? brief_sections : main_sections));
  self->rest = CIRC_FORM (circ_form_new (self->session, &circ_occurrence_kind,
                                         self->brief ? brief_rest_sections : rest_sections));
  show_policy (self);
  self->evidence = CIRC_EVIDENCE_ROWS (circ_evidence_rows_new (self->session));
  gtk_box_append (self->evidence_box, GTK_WIDGET (self->evidence));
  self->returns = CIRC_RETURN_ROWS (circ_return_rows_new (self->session));
  adw_bin_set_child (self->returns_bin, GTK_WIDGET (self->returns));
  /* Without them it leaves no gap either. */
  g_object_bind_property (self->returns, "visible", self->returns_bin, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->rest_place, GTK_WIDGET (self->rest));
  g_signal_connect_object (self->evidence, "emptied", G_CALLBACK (emptied_cb), self, G_CONNECT_SWAPPED);
}

static CircOccurrenceWindow *
create (CircSession *session,
        CircRecord *item,
        CircRecord *occurrence,
        gboolean brief)
{
  CircOccurrenceWindow *self = g_object_new (CIRC_TYPE_OCCURRENCE_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->recording = brief || occurrence == NULL;
  self->brief = brief;
  build (self);
  show_title (self, occurrence);
  if (occurrence == NULL)
    offer_waiting (self);
  else
    set_saved (self, occurrence);
  gtk_box_append (self->place, GTK_WIDGET (self->form));
  circ_form_set_record (self->form, self->draft);
  circ_form_set_record (self->rest, self->draft);
  circ_evidence_rows_load (self->evidence, self->saved);
  circ_return_rows_set_occurrence (self->returns, self->saved);
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (draft_notify_cb), self, G_CONNECT_SWAPPED);
  update (self);
  circ_form_focus_field (self->form, CIRC_OCCURRENCE_COMPLETED_ON);

  return self;
}

static CircOccurrenceWindow *
present (CircOccurrenceWindow *self,
         GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

CircOccurrenceWindow *
circ_occurrence_window_present (CircSession *session,
                                GtkWidget *parent,
                                CircRecord *item,
                                CircRecord *occurrence)
{
  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);
  g_return_val_if_fail (CIRC_IS_RECORD (item) && circ_record_get_id (item) > 0, NULL);

  return present (create (session, item, occurrence, FALSE), parent);
}

CircOccurrenceWindow *
circ_occurrence_window_present_to_record (CircSession *session,
                                          GtkWidget *parent,
                                          CircRecord *item,
                                          CircRecord *occurrence)
{
  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);
  g_return_val_if_fail (CIRC_IS_RECORD (item) && CIRC_IS_RECORD (occurrence), NULL);

  return present (create (session, item, occurrence, TRUE), parent);
}
