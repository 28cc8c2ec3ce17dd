/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-field-row.h"

#include <glib/gi18n-lib.h>

#define SAVE_DELAY_SECONDS 2

struct _CircFieldRow {
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *needed;
  GtkWidget *place;
  GtkWidget *help;
  GtkWidget *error_box;
  GtkWidget *error;
  GtkWidget *keep_button;
  GtkWidget *take_button;
  GtkWidget *problem;

  CircSession *session; /* (owned) */
  const CircKind *kind;
  guint field;
  CircInput *input;            /* (borrowed) child of place */
  CircRecord *record;          /* (owned) (nullable) */
  GSignalGroup *record_signals; /* (owned) */
  GVariant *base;              /* (owned) (nullable): what the record said when the edit began */
  gboolean pending;
  gboolean saving;
  guint save_source;
};

G_DEFINE_FINAL_TYPE (CircFieldRow, circ_field_row, GTK_TYPE_WIDGET)

enum {
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const CircField *
get_field (CircFieldRow *self)
{
  return &self->kind->fields[self->field];
}

/* Drafts are records that no change has put into the store. */
static gboolean
is_draft (CircFieldRow *self)
{
  return circ_record_get_id (self->record) <= 0;
}

/* The help and what is wrong are read out with the field. */
static void
update_description (CircFieldRow *self)
{
  g_autoptr (GString) text = g_string_new (circ_field_get_help (get_field (self)));
  GtkWidget *const lines[] = { self->error_box, self->problem, self->needed };
  GtkWidget *const labels[] = { self->error, self->problem, self->needed };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (gtk_widget_get_visible (lines[i]))
      {
        if (text->len > 0)
          g_string_append_c (text, ' ');
        g_string_append (text, gtk_label_get_text (GTK_LABEL (labels[i])));
      }
  gtk_accessible_update_property (GTK_ACCESSIBLE (circ_input_get_focus (self->input)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
show_error (CircFieldRow *self,
            const char *message,
            gboolean conflict)
{
  gtk_label_set_text (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error_box, message != NULL);
  gtk_widget_set_visible (self->keep_button, conflict);
  gtk_widget_set_visible (self->take_button, conflict);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->input), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->input), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (circ_input_get_focus (self->input)), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  update_description (self);
}

static void
set_base (CircFieldRow *self)
{
  g_clear_pointer (&self->base, g_variant_unref);
  self->base = circ_record_get (self->record, self->field);
}

/* Shows what the record says, and forgets what was typed. */
static void
show_record (CircFieldRow *self)
{
  g_autoptr (GVariant) value = self->record != NULL ? circ_record_get (self->record, self->field) : NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->pending = FALSE;
  circ_input_set_value (self->input, value);
  circ_input_forget_undo (self->input);
  show_error (self, NULL, FALSE);
}

static void
show_conflict (CircFieldRow *self)
{
  g_autofree char *theirs = circ_record_format (self->record, self->field);
  g_autofree char *message = NULL;

  /* translators: %s is the value that another window or person gave the field while it was being edited here */
  message = g_strdup_printf (_ ("Meanwhile this was changed elsewhere to “%s”."), theirs != NULL ? theirs : "");
  show_error (self, message, TRUE);
}

static gboolean
save_draft (CircFieldRow *self,
            GError **error)
{
  g_autoptr (CircChange) change = circ_change_new (_ ("Added while filling in a form"));
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) problem = NULL;

  /* What was added by typing is saved at once, because the draft can only refer to what is there. */
  circ_input_prepare (self->input, change);
  if (circ_change_get_n_parts (change) > 0 && !circ_session_apply_quietly (self->session, change, error))
    return FALSE;
  value = circ_input_dup_value (self->input, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  circ_record_set (self->record, self->field, value);

  return TRUE;
}

static gboolean
save_stored (CircFieldRow *self,
             GError **error)
{
  g_autofree char *title = circ_session_dup_field_title (self->session, self->record, self->field);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) old = circ_record_get (self->record, self->field);
  g_autoptr (GError) problem = NULL;

  circ_input_prepare (self->input, change);
  value = circ_input_dup_value (self->input, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (circ_value_equal (old, value))
    return TRUE;
  circ_change_set (change, self->record, self->field, value);

  return circ_session_apply_quietly (self->session, change, error);
}

static gboolean
has_conflict (CircFieldRow *self)
{
  g_autoptr (GVariant) now = circ_record_get (self->record, self->field);

  return !circ_value_equal (now, self->base);
}

static gboolean
commit (CircFieldRow *self)
{
  g_autoptr (CircFieldRow) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->pending || self->record == NULL || self->saving)
    return TRUE;
  if (!is_draft (self) && has_conflict (self))
    {
      show_conflict (self);
      return FALSE;
    }

  self->saving = TRUE;
  saved = is_draft (self) ? save_draft (self, &error) : save_stored (self, &error);
  self->saving = FALSE;
  if (!saved)
    {
      if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_CONFLICT))
        show_conflict (self);
      else
        show_error (self, error->message, FALSE);
      return FALSE;
    }
  show_record (self);
  g_signal_emit (self, signals[SAVED], 0);

  return TRUE;
}

static gboolean
save_cb (gpointer user_data)
{
  CircFieldRow *self = user_data;

  self->save_source = 0;
  commit (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (CircFieldRow *self)
{
  if (self->record == NULL || self->saving)
    return;
  if (!self->pending)
    set_base (self);
  self->pending = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (get_field (self)->kind == CIRC_FIELD_LONG_TEXT)
    self->save_source = g_timeout_add_seconds (SAVE_DELAY_SECONDS, save_cb, self);
}

static void
commit_cb (CircFieldRow *self)
{
  commit (self);
}

static void
keep_cb (CircFieldRow *self)
{
  set_base (self);
  commit (self);
}

static void
take_cb (CircFieldRow *self)
{
  show_record (self);
}

static void
record_changed_cb (CircFieldRow *self)
{
  if (self->saving)
    return;
  if (!self->pending)
    show_record (self);
  else if (has_conflict (self))
    show_conflict (self);
}

static gboolean
escape_binding (GtkWidget *widget,
                GVariant *args,
                gpointer user_data)
{
  CircFieldRow *self = CIRC_FIELD_ROW (widget);

  if (!self->pending)
    return FALSE;
  show_record (self);

  return TRUE;
}

static void
create_input (CircFieldRow *self)
{
  const CircField *field = get_field (self);
  const char *help = circ_field_get_help (field);

  gtk_label_set_text (GTK_LABEL (self->title), circ_field_get_title (field));
  gtk_label_set_text (GTK_LABEL (self->help), help != NULL ? help : "");
  gtk_widget_set_visible (self->help, help != NULL);

  self->input = circ_input_new_for_field (self->session, field);
  gtk_widget_set_hexpand (GTK_WIDGET (self->input), TRUE);
  if (field->kind == CIRC_FIELD_BOOLEAN)
    {
      /* A switch belongs at the end of the line of its words. */
      gtk_widget_set_hexpand (GTK_WIDGET (self->input), FALSE);
      gtk_widget_remove_css_class (self->title, "caption-heading");
      gtk_box_append (GTK_BOX (self->header), GTK_WIDGET (self->input));
      gtk_widget_set_visible (self->place, FALSE);
    }
  else
    {
      gtk_box_append (GTK_BOX (self->place), GTK_WIDGET (self->input));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (circ_input_get_focus (self->input)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, circ_field_get_title (field), -1);
  if (circ_session_get_read_only (self->session))
    circ_input_set_editable (self->input, FALSE);
  g_signal_connect_object (self->input, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  update_description (self);
}

static gboolean
circ_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CIRC_FIELD_ROW (widget)->input));
}

static void
circ_field_row_unmap (GtkWidget *widget)
{
  /* A page that is turned away from or a window that closes may not take a half-typed word with it. */
  commit (CIRC_FIELD_ROW (widget));

  GTK_WIDGET_CLASS (circ_field_row_parent_class)->unmap (widget);
}

static void
circ_field_row_dispose (GObject *object)
{
  CircFieldRow *self = CIRC_FIELD_ROW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_clear_pointer (&self->base, g_variant_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CIRC_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (circ_field_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, header);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, title);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, needed);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, place);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, help);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, error_box);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, error);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, keep_button);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, take_button);
  gtk_widget_class_bind_template_child (widget_class, CircFieldRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
circ_field_row_class_init (CircFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_field_row_dispose;
  widget_class->grab_focus = circ_field_row_grab_focus;
  widget_class->unmap = circ_field_row_unmap;

  signals[SAVED] = g_signal_new ("saved", CIRC_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_binding, NULL);
}

static void
circ_field_row_init (CircFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record_signals = g_signal_group_new (CIRC_TYPE_RECORD);
}

GtkWidget *
circ_field_row_new (CircSession *session,
                    const CircKind *kind,
                    guint field)
{
  CircFieldRow *self;
  g_autofree char *notify = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);
  g_return_val_if_fail (field < kind->n_fields, NULL);

  self = g_object_new (CIRC_TYPE_FIELD_ROW, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->field = field;
  notify = g_strdup_printf ("notify::%s", kind->fields[field].name);
  g_signal_group_connect_swapped (self->record_signals, notify, G_CALLBACK (record_changed_cb), self);
  g_signal_connect_object (session, "retry", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  create_input (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  return GTK_WIDGET (self);
}

void
circ_field_row_set_record (CircFieldRow *self,
                           CircRecord *record)
{
  g_return_if_fail (CIRC_IS_FIELD_ROW (self));
  g_return_if_fail (record == NULL || circ_record_get_kind (record) == self->kind);

  if (self->record == record)
    return;
  commit (self);
  g_signal_group_set_target (self->record_signals, record);
  g_set_object (&self->record, record);
  circ_field_row_set_problem (self, NULL);
  show_record (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), record != NULL);
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
circ_field_row_set_title (CircFieldRow *self,
                          const char *title)
{
  g_return_if_fail (CIRC_IS_FIELD_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (circ_input_get_focus (self->input)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

gboolean
circ_field_row_commit (CircFieldRow *self)
{
  g_return_val_if_fail (CIRC_IS_FIELD_ROW (self), FALSE);

  return commit (self);
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
  g_autoptr (GVariant) value = NULL;
  gboolean blank;

  g_return_if_fail (CIRC_IS_FIELD_ROW (self));

  value = self->record != NULL ? circ_record_get (self->record, self->field) : NULL;
  /* What is still to be filled in is said in a quiet word beside the label: a new record is full of it. */
  blank = problem != NULL && value == NULL && (get_field (self)->flags & CIRC_FIELD_NEEDED);
  gtk_widget_set_visible (self->needed, blank);
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL && !blank);
  update_description (self);
}
