/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* DESIGN 6: lines of a form are no longer than this. */
#define WIDTH_MAX 640
#define SECTION_SPACING 24
#define FIELD_SPACING 18

struct _CircForm {
  GtkWidget parent_instance;

  GtkWidget *box;

  CircSession *session; /* (owned) */
  const CircKind *kind;
  GPtrArray *rows;              /* (owned) CircFieldRow: borrowed from the sections */
  CircRecord *record;           /* (owned) (nullable) */
  GSignalGroup *record_signals; /* (owned) */
  guint check_source;
};

G_DEFINE_FINAL_TYPE (CircForm, circ_form, GTK_TYPE_WIDGET)

static void
check (CircForm *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (self->record == NULL)
    return;
  problems = circ_record_check (self->record, circ_session_get_today (self->session));
  for (guint i = 0; i < self->rows->len; i++)
    {
      CircFieldRow *row = g_ptr_array_index (self->rows, i);
      const char *message = NULL;

      for (guint j = 0; j < problems->len && message == NULL; j++)
        {
          CircProblem *problem = g_ptr_array_index (problems, j);

          if (problem->field == circ_field_row_get_field (row))
            message = problem->message;
        }
      circ_field_row_set_problem (row, message);
    }
}

static gboolean
check_cb (gpointer user_data)
{
  CircForm *self = user_data;

  self->check_source = 0;
  check (self);

  return G_SOURCE_REMOVE;
}

/* One change may notify many fields; all of them are looked at once. */
static void
record_changed_cb (CircForm *self)
{
  if (self->check_source == 0)
    self->check_source = g_idle_add (check_cb, self);
}

static GtkWidget *
new_section_box (const char *title,
                 const char *description,
                 gboolean folded,
                 GtkWidget *content)
{
  GtkWidget *box;
  GtkWidget *label;

  if (folded)
    {
      GtkWidget *expander = gtk_expander_new (title);

      gtk_widget_add_css_class (expander, "circ-section");
      gtk_widget_set_margin_top (content, FIELD_SPACING);
      gtk_expander_set_child (GTK_EXPANDER (expander), content);
      return expander;
    }
  if (title == NULL && description == NULL)
    return content;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  if (title != NULL)
    {
      label = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (description != NULL)
    {
      label = gtk_label_new (description);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), content);

  return box;
}

static void
append_section (CircForm *self,
                const CircFormSection *section)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, FIELD_SPACING);

  for (const int *field = section->fields; *field >= 0; field++)
    {
      GtkWidget *row = circ_field_row_new (self->session, self->kind, *field);

      g_ptr_array_add (self->rows, row);
      gtk_box_append (GTK_BOX (content), row);
    }
  gtk_box_append (GTK_BOX (self->box),
                  new_section_box (section->title != NULL ? _ (section->title) : NULL,
                                   section->description != NULL ? _ (section->description) : NULL,
                                   section->folded, content));
}

static gboolean
circ_form_grab_focus (GtkWidget *widget)
{
  CircForm *self = CIRC_FORM (widget);

  return self->rows->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
circ_form_dispose (GObject *object)
{
  CircForm *self = CIRC_FORM (object);
  GtkWidget *child;

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (circ_form_parent_class)->dispose (object);
}

static void
circ_form_finalize (GObject *object)
{
  g_ptr_array_unref (CIRC_FORM (object)->rows);

  G_OBJECT_CLASS (circ_form_parent_class)->finalize (object);
}

static void
circ_form_class_init (CircFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = circ_form_dispose;
  object_class->finalize = circ_form_finalize;
  widget_class->grab_focus = circ_form_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
circ_form_init (CircForm *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = g_ptr_array_new ();
  self->record_signals = g_signal_group_new (CIRC_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (record_changed_cb), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SECTION_SPACING);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_MAX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH_MAX);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_widget_set_parent (clamp, GTK_WIDGET (self));
}

GtkWidget *
circ_form_new (CircSession *session,
               const CircKind *kind,
               const CircFormSection *sections)
{
  CircForm *self;

  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);

  self = g_object_new (CIRC_TYPE_FORM, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  for (const CircFormSection *section = sections; section->fields != NULL; section++)
    append_section (self, section);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

gboolean
circ_form_set_record (CircForm *self,
                      CircRecord *record)
{
  g_return_val_if_fail (CIRC_IS_FORM (self), FALSE);

  if (self->record == record)
    return TRUE;
  if (!circ_form_commit (self))
    return FALSE;
  g_signal_group_set_target (self->record_signals, record);
  g_set_object (&self->record, record);
  for (guint i = 0; i < self->rows->len; i++)
    circ_field_row_set_record (g_ptr_array_index (self->rows, i), record);
  check (self);

  return TRUE;
}

CircRecord *
circ_form_get_record (CircForm *self)
{
  g_return_val_if_fail (CIRC_IS_FORM (self), NULL);

  return self->record;
}

gboolean
circ_form_commit (CircForm *self)
{
  gboolean saved = TRUE;

  g_return_val_if_fail (CIRC_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CircFieldRow *row = g_ptr_array_index (self->rows, i);

      if (circ_field_row_commit (row))
        continue;
      /* The first that stays behind is shown to the person. */
      if (saved)
        circ_form_focus_field (self, circ_field_row_get_field (row));
      saved = FALSE;
    }

  return saved;
}

static void
unfold (GtkWidget *row)
{
  GtkWidget *expander = gtk_widget_get_ancestor (row, GTK_TYPE_EXPANDER);

  if (expander != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
}

void
circ_form_focus_field (CircForm *self,
                       guint field)
{
  CircFieldRow *row;

  g_return_if_fail (CIRC_IS_FORM (self));

  row = circ_form_get_row (self, field);
  if (row == NULL)
    return;
  unfold (GTK_WIDGET (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

CircFieldRow *
circ_form_get_row (CircForm *self,
                   guint field)
{
  g_return_val_if_fail (CIRC_IS_FORM (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (circ_field_row_get_field (g_ptr_array_index (self->rows, i)) == field)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

void
circ_form_add_section (CircForm *self,
                       const char *title,
                       GtkWidget *content)
{
  g_return_if_fail (CIRC_IS_FORM (self));

  gtk_box_append (GTK_BOX (self->box), new_section_box (title, NULL, FALSE, content));
}

void
circ_form_set_field_visible (CircForm *self,
                             guint field,
                             gboolean visible)
{
  CircFieldRow *row;

  g_return_if_fail (CIRC_IS_FORM (self));

  row = circ_form_get_row (self, field);
  if (row != NULL)
    gtk_widget_set_visible (GTK_WIDGET (row), visible);
}
