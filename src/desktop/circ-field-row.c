/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-field-row-private.h"

#include <glib/gi18n-lib.h>

#include "circ-label.h"
#include "circ-problem-label.h"

/* Long text is saved this long after the last keystroke (DESIGN 3). */
#define SAVE_AFTER_MILLISECONDS 2000
/* Who types or dictates without such a pause is saved all the same. */
#define SAVE_AT_LATEST (8 * G_TIME_SPAN_SECOND)

G_DEFINE_FINAL_TYPE (CircFieldRow, circ_field_row, GTK_TYPE_WIDGET)

enum {
  SAVED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const CircField *
circ_field_row_get_catalogue (CircFieldRow *self)
{
  return &self->kind->fields[self->field];
}

/* After the name a reader hears what is wrong, and then the help. */
static void
update_problem (CircFieldRow *self)
{
  const char *problem = self->own_problem != NULL ? self->own_problem : self->check_problem;
  const char *help = circ_field_get_help (circ_field_row_get_catalogue (self));
  g_autofree char *both = problem != NULL ? g_strjoin (" ", problem, help, NULL) : NULL;
  GtkWidget *focus = circ_input_get_focus (self->input);

  /* Most rows never need it. */
  if (problem != NULL && self->problem == NULL)
    {
      self->problem = circ_problem_label_new ();
      gtk_box_append (GTK_BOX (self->box), self->problem);
    }
  if (self->problem != NULL)
    circ_problem_label_set (self->problem, problem, self->own_problem != NULL);
  if (focus != NULL && (both != NULL || help != NULL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both != NULL ? both : help, -1);
  else if (focus != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (focus != NULL && self->own_problem != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else if (focus != NULL)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_STATE_INVALID);
}

void
circ_field_row_set_own_problem (CircFieldRow *self,
                                const char *problem)
{
  if (self->answers != NULL)
    gtk_widget_set_visible (self->answers, FALSE);
  if (g_strcmp0 (self->own_problem, problem) == 0)
    return;
  g_free (self->own_problem);
  self->own_problem = g_strdup (problem);
  update_problem (self);
}

/* The title is the name of the control. */
static void
update_names (CircFieldRow *self)
{
  GtkWidget *focus = circ_input_get_focus (self->input);
  const char *title = gtk_label_get_label (GTK_LABEL (self->title));

  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  update_problem (self);
}

static void
show_record (CircFieldRow *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->pending = self->edited = FALSE;
  circ_input_set_value (self->input, self->record != NULL ? circ_record_get (self->record, self->field) : NULL);
  if (self->offered)
    circ_field_row_show_conflict (self);
  else
    circ_field_row_set_own_problem (self, NULL);
}

void
circ_field_row_begin_edit (CircFieldRow *self)
{
  GVariant *now = self->record != NULL ? circ_record_get (self->record, self->field) : NULL;

  self->edited = TRUE;
  if (self->pending)
    return;
  g_clear_pointer (&self->base, g_variant_unref);
  self->base = now != NULL ? g_variant_ref (now) : NULL;
  self->pending = TRUE;
}

/* A draft is not in the store yet. What the person added to a list by typing is saved with a change of its own, so
 * that the draft refers to something that is there; only then is its value known. */
static gboolean
save_draft (CircFieldRow *self,
            CircChange *additions,
            GError **error)
{
  g_autoptr (GVariant) value = NULL;
  GError *local = NULL;

  if (circ_change_get_n_parts (additions) > 0 && !circ_session_apply_quietly (self->session, additions, error))
    return FALSE;
  value = circ_input_dup_value (self->input, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  circ_record_set (self->record, self->field, value);
  return TRUE;
}

static gboolean
save_value (CircFieldRow *self,
            GError **error)
{
  g_autofree char *title = circ_session_dup_field_title (self->session, self->record, self->field);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (GVariant) value = NULL;
  GError *local = NULL;

  /* First: the value refers to what is added. */
  circ_input_prepare (self->input, change);
  value = circ_input_dup_value (self->input, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (circ_record_get_id (self->record) <= 0)
    return save_draft (self, change, error);
  if (circ_change_get_n_parts (change) == 0 && circ_value_equal (circ_record_get (self->record, self->field), value))
    return TRUE;
  circ_change_set (change, self->record, self->field, value);
  return circ_session_apply_quietly (self->session, change, error);
}

gboolean
circ_field_row_commit (CircFieldRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) before = NULL;
  gboolean saved;

  g_return_val_if_fail (CIRC_IS_FIELD_ROW (self), FALSE);
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->pending || self->record == NULL || self->saving)
    return TRUE;
  if (circ_field_row_has_conflict (self))
    {
      circ_field_row_show_conflict (self);
      return FALSE;
    }

  if (circ_record_get (self->record, self->field) != NULL)
    before = g_variant_ref (circ_record_get (self->record, self->field));
  self->saving = TRUE;
  saved = save_value (self, &error);
  self->saving = FALSE;
  if (!saved)
    {
      if (circ_field_row_has_conflict (self))
        circ_field_row_show_conflict (self);
      else
        circ_field_row_set_own_problem (self, error->message);
      return FALSE;
    }
  self->pending = FALSE;
  /* Another value is an answer; the same one is none. */
  if (!circ_value_equal (circ_record_get (self->record, self->field), before))
    circ_field_row_end_offer (self);
  if (self->offered)
    circ_field_row_show_conflict (self);
  else
    circ_field_row_set_own_problem (self, NULL);
  g_signal_emit (self, signals[SAVED], 0);
  return TRUE;
}

static gboolean
save_cb (gpointer user_data)
{
  CircFieldRow *self = user_data;

  self->save_source = 0;
  circ_field_row_commit (self);
  return G_SOURCE_REMOVE;
}

static void
input_changed_cb (CircFieldRow *self)
{
  CircFieldKind kind = circ_field_row_get_catalogue (self)->kind;

  circ_field_row_begin_edit (self);
  if (self->save_source == 0)
    self->unsaved_since = g_get_monotonic_time ();
  else if (g_get_monotonic_time () - self->unsaved_since > SAVE_AT_LATEST - SAVE_AFTER_MILLISECONDS * G_TIME_SPAN_MILLISECOND)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  /* What is offered stays to be read while the two are put together. */
  if (self->offered)
    return;
  if (kind == CIRC_FIELD_LONG_TEXT || (kind == CIRC_FIELD_TEXT && self->record != NULL))
    self->save_source = g_timeout_add (SAVE_AFTER_MILLISECONDS, save_cb, self);
}

static void
input_commit_cb (CircFieldRow *self)
{
  circ_field_row_begin_edit (self);
  circ_field_row_commit (self);
}

/* Shown as it was saved: trimmed, a date in full. */
static void
focus_leave_cb (CircFieldRow *self)
{
  if (circ_field_row_commit (self) && self->record != NULL)
    circ_input_set_value (self->input, circ_record_get (self->record, self->field));
  circ_input_forget_undo (self->input);
  if (self->edited)
    g_signal_emit (self, signals[LEFT], 0);
  self->edited = FALSE;
}

static void
record_notify_cb (CircFieldRow *self)
{
  if (self->saving)
    return;
  if (!self->pending)
    show_record (self);
  else if (circ_field_row_has_conflict (self))
    circ_field_row_show_conflict (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *args,
           gpointer user_data)
{
  CircFieldRow *self = CIRC_FIELD_ROW (widget);

  if (!self->pending)
    return FALSE; /* Escape means something to the page or the dialog then */
  show_record (self);
  return TRUE;
}

static void
circ_field_row_dispose (GObject *object)
{
  CircFieldRow *self = CIRC_FIELD_ROW (object);

  if (self->record != NULL)
    {
      circ_field_row_commit (self);
      g_clear_signal_handler (&self->record_handler, self->record);
    }
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_clear_pointer (&self->base, g_variant_unref);
  g_clear_pointer (&self->theirs, g_variant_unref);
  g_clear_pointer (&self->own_problem, g_free);
  g_clear_pointer (&self->check_problem, g_free);

  G_OBJECT_CLASS (circ_field_row_parent_class)->dispose (object);
}

static gboolean
circ_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CIRC_FIELD_ROW (widget)->input));
}

static void
circ_field_row_class_init (CircFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_field_row_dispose;
  widget_class->grab_focus = circ_field_row_grab_focus;
  signals[SAVED] = g_signal_new ("saved", CIRC_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", CIRC_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
circ_field_row_init (CircFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "circ-field-row");
  self->title = circ_label_new (NULL, "circ-field-title");
  gtk_box_append (GTK_BOX (self->box), self->title);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
circ_field_row_new (CircSession *session,
                    const CircKind *kind,
                    guint field)
{
  CircFieldRow *self = g_object_new (CIRC_TYPE_FIELD_ROW, NULL);
  const CircField *catalogue = &kind->fields[field];
  const char *help = circ_field_get_help (catalogue);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->field = field;
  self->input = circ_input_new_for_field (session, catalogue);
  gtk_label_set_label (GTK_LABEL (self->title), circ_field_get_title (catalogue));
  /* A check box says its title itself. */
  gtk_widget_set_visible (self->title, catalogue->kind != CIRC_FIELD_BOOLEAN);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->input));
  if (help != NULL)
    {
      GtkWidget *label = circ_label_new (help, "dim-label");

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (self->box), label);
    }
  g_signal_connect_object (self->input, "changed", G_CALLBACK (input_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "commit", G_CALLBACK (input_commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "retry", G_CALLBACK (circ_field_row_commit), self, G_CONNECT_SWAPPED);
  update_names (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

void
circ_field_row_set_record (CircFieldRow *self,
                           CircRecord *record)
{
  g_autofree char *detail = NULL;

  g_return_if_fail (CIRC_IS_FIELD_ROW (self));
  g_return_if_fail (record == NULL || circ_record_get_kind (record) == self->kind);

  if (self->record == record)
    return;
  circ_field_row_commit (self);
  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);
  g_set_object (&self->record, record);
  circ_input_set_record (self->input, record);
  if (record != NULL)
    {
      detail = g_strconcat ("notify::", circ_field_row_get_catalogue (self)->name, NULL);
      self->record_handler = g_signal_connect_swapped (record, detail, G_CALLBACK (record_notify_cb), self);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), record != NULL);
  if (!(circ_field_row_get_catalogue (self)->flags & CIRC_FIELD_READ_ONLY))
    circ_input_set_editable (self->input, !circ_session_get_read_only (self->session));
  circ_field_row_end_offer (self);
  show_record (self);
  circ_input_forget_undo (self->input);
}

CircRecord *
circ_field_row_get_record (CircFieldRow *self)
{
  g_return_val_if_fail (CIRC_IS_FIELD_ROW (self), NULL);
  return self->record;
}

guint
circ_field_row_get_field (CircFieldRow *self)
{
  g_return_val_if_fail (CIRC_IS_FIELD_ROW (self), 0);
  return self->field;
}

CircInput *
circ_field_row_get_input (CircFieldRow *self)
{
  g_return_val_if_fail (CIRC_IS_FIELD_ROW (self), NULL);
  return self->input;
}

void
circ_field_row_restore (CircFieldRow *self)
{
  g_return_if_fail (CIRC_IS_FIELD_ROW (self));
  show_record (self);
}

gboolean
circ_field_row_is_pending (CircFieldRow *self)
{
  g_return_val_if_fail (CIRC_IS_FIELD_ROW (self), FALSE);
  return self->pending;
}

void
circ_field_row_set_problem (CircFieldRow *self,
                            const char *problem)
{
  g_return_if_fail (CIRC_IS_FIELD_ROW (self));
  if (g_strcmp0 (self->check_problem, problem) == 0)
    return;
  g_free (self->check_problem);
  self->check_problem = g_strdup (problem);
  update_problem (self);
}
