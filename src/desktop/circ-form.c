/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-label.h"

/* A banner above, a section that unfolds and a sentence beneath the field need so long to find their place. */
#define REVEAL_MILLISECONDS 300
#define REVEAL_FRAMES 4 /* at least, where a frame takes long */
#define REVEAL_MARGIN 12

struct _CircForm {
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkWidget *box;

  CircSession *session;  /* (owned) */
  CircRecord *record;    /* (owned) (nullable) */
  const CircKind *kind;  /* (borrowed) */
  CircFieldRow **rows;   /* (owned) one per field of the kind, NULL where the form has none; rows are children */
  GtkWidget **expanders; /* (owned) the folded section that a field stands in, or NULL */
  gboolean *left;        /* (owned) the fields that the person has written in and then left */
  gboolean fresh;        /* the record was new when it came here */
  gulong record_handler;
  guint check_source;
  guint reveal_tick;
  gint64 reveal_until; /* monotonic µs */
  guint reveal_frames;
};

G_DEFINE_FINAL_TYPE (CircForm, circ_form, GTK_TYPE_WIDGET)

static void
check (CircForm *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree const char **messages = g_new0 (const char *, self->kind->n_fields);

  if (self->record != NULL)
    problems = circ_record_check (self->record, circ_session_get_today (self->session));
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const CircProblem *problem = g_ptr_array_index (problems, i);
      gboolean missing = (self->kind->fields[problem->field].flags & CIRC_FIELD_NEEDED) &&
                         circ_record_get (self->record, problem->field) == NULL;

      /* Who is still on the way through a new record has not forgotten what is further down. */
      if (missing && self->fresh && !self->left[problem->field])
        continue;
      if (messages[problem->field] == NULL)
        messages[problem->field] = problem->message;
    }
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      circ_field_row_set_problem (self->rows[i], messages[i]);
}

static gboolean
check_cb (gpointer user_data)
{
  CircForm *self = user_data;

  self->check_source = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

/* Many fields may change in one go; they are checked once. */
static void
queue_check (CircForm *self)
{
  if (self->check_source == 0)
    self->check_source = g_idle_add (check_cb, self);
}

static void
left_cb (CircForm *self,
         CircFieldRow *row)
{
  self->left[circ_field_row_get_field (row)] = TRUE;
  queue_check (self);
}

static void
circ_form_dispose (GObject *object)
{
  CircForm *self = CIRC_FORM (object);

  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);
  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->expanders, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_form_parent_class)->dispose (object);
}

static gboolean
circ_form_grab_focus (GtkWidget *widget)
{
  CircForm *self = CIRC_FORM (widget);

  if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return FALSE; /* see circ-chip.c */
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->rows[i])))
      return gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));
  return FALSE;
}

static void
circ_form_class_init (CircFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_form_dispose;
  widget_class->grab_focus = circ_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
circ_form_init (CircForm *self)
{
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), CIRC_FORM_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), CIRC_FORM_WIDTH);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->box, "circ-form");
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->box);
}

static void
add_table_section (CircForm *self,
                   const CircFormSection *section)
{
  const char *title = section->title != NULL ? g_dgettext (GETTEXT_PACKAGE, section->title) : NULL;
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *expander = NULL;

  if (section->folded && title != NULL)
    {
      expander = gtk_expander_new (NULL);
      gtk_expander_set_label_widget (GTK_EXPANDER (expander), circ_label_new (title, "heading"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_widget_set_margin_top (fields, 12);
      gtk_expander_set_child (GTK_EXPANDER (expander), fields);
      gtk_box_append (GTK_BOX (outer), expander);
    }
  else
    {
      if (title != NULL)
        gtk_box_append (GTK_BOX (outer), circ_label_new (title, "heading"));
      if (section->description != NULL)
        gtk_box_append (GTK_BOX (outer), circ_label_new (g_dgettext (GETTEXT_PACKAGE, section->description), "dim-label"));
      gtk_box_append (GTK_BOX (outer), fields);
    }
  for (const int *field = section->fields; *field >= 0; field++)
    {
      GtkWidget *row = circ_field_row_new (self->session, self->kind, (guint) *field);

      self->rows[*field] = CIRC_FIELD_ROW (row);
      g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
      self->expanders[*field] = expander;
      gtk_box_append (GTK_BOX (fields), row);
    }
  gtk_box_append (GTK_BOX (self->box), outer);
}

GtkWidget *
circ_form_new (CircSession *session,
               const CircKind *kind,
               const CircFormSection *sections)
{
  CircForm *self = g_object_new (CIRC_TYPE_FORM, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->rows = g_new0 (CircFieldRow *, kind->n_fields);
  self->expanders = g_new0 (GtkWidget *, kind->n_fields);
  self->left = g_new0 (gboolean, kind->n_fields);
  for (const CircFormSection *section = sections; section->fields != NULL; section++)
    add_table_section (self, section);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
circ_form_set_record (CircForm *self,
                      CircRecord *record)
{
  gboolean gone, lost = FALSE;

  g_return_val_if_fail (CIRC_IS_FORM (self), FALSE);

  if (self->record == record)
    return TRUE;
  /* A removed record has version 0 beside an id that was given: nothing can be saved to it any more. */
  gone = self->record != NULL && circ_record_get_id (self->record) > 0 && circ_record_get_version (self->record) == 0;
  if (!gone && !circ_form_commit (self))
    return FALSE;
  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);
  g_set_object (&self->record, record);
  self->fresh = record != NULL && circ_record_get_id (record) <= 0;
  memset (self->left, 0, self->kind->n_fields * sizeof (gboolean));
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      {
        if (gone)
          {
            lost = lost || circ_field_row_is_pending (self->rows[i]);
            circ_field_row_restore (self->rows[i]);
          }
        circ_field_row_set_record (self->rows[i], record);
      }
  if (lost)
    circ_session_tell (self->session, _ ("This record was removed elsewhere. What was being written in it could not be saved."));
  if (record != NULL)
    self->record_handler = g_signal_connect_swapped (record, "notify", G_CALLBACK (queue_check), self);
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
  int refused = -1;

  g_return_val_if_fail (CIRC_IS_FORM (self), FALSE);

  /* All that can be saved is saved, also when the first cannot. */
  for (guint i = 0; self->rows != NULL && i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL && !circ_field_row_commit (self->rows[i]) && refused < 0)
      refused = (int) i;
  if (refused >= 0)
    {
      circ_form_focus_field (self, (guint) refused);
      circ_form_reveal_focus (self);
    }
  return refused < 0;
}

/* Of a row with more to it than there is room for, the top; @whole: then it is left where it is. */
static void
scroll_to (GtkWidget *row,
           gboolean whole)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double margin = whole ? REVEAL_MARGIN : 0;
  double top;

  if (scrolled == NULL || !gtk_widget_compute_bounds (row, scrolled, &bounds))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (whole && bounds.size.height > gtk_adjustment_get_page_size (adjustment))
    return;
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top - margin, top + bounds.size.height + margin);
}

static void
unfold (CircForm *self,
        guint field)
{
  if (self->expanders[field] != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (self->expanders[field]), TRUE);
}

void
circ_form_offer (CircForm *self,
                 guint field,
                 GVariant *theirs)
{
  g_return_if_fail (CIRC_IS_FORM (self));
  g_return_if_fail (field < self->kind->n_fields && self->rows[field] != NULL);

  circ_field_row_offer (self->rows[field], theirs);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[field]), TRUE);
  unfold (self, field);
}

void
circ_form_focus_field (CircForm *self,
                       guint field)
{
  g_return_if_fail (CIRC_IS_FORM (self));
  g_return_if_fail (field < self->kind->n_fields && self->rows[field] != NULL);

  unfold (self, field);
  scroll_to (GTK_WIDGET (self->rows[field]), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[field]));
}

/* What is in sight is left where it is, and so is what a popover points at. */
static gboolean
reveal_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  CircForm *self = CIRC_FORM (widget);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, CIRC_TYPE_FIELD_ROW) : NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) &&
      gtk_widget_get_native (focus) == gtk_widget_get_native (row))
    scroll_to (row, TRUE);
  if (self->reveal_frames > 0)
    self->reveal_frames--;
  if (self->reveal_frames > 0 || gdk_frame_clock_get_frame_time (clock) < self->reveal_until)
    return G_SOURCE_CONTINUE;
  self->reveal_tick = 0;
  return G_SOURCE_REMOVE;
}

void
circ_form_reveal_focus (CircForm *self)
{
  g_return_if_fail (CIRC_IS_FORM (self));

  self->reveal_frames = REVEAL_FRAMES;
  self->reveal_until = g_get_monotonic_time () + REVEAL_MILLISECONDS * G_TIME_SPAN_MILLISECOND;
  if (self->reveal_tick == 0)
    self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

CircFieldRow *
circ_form_get_row (CircForm *self,
                   guint field)
{
  g_return_val_if_fail (CIRC_IS_FORM (self), NULL);

  return field < self->kind->n_fields ? self->rows[field] : NULL;
}

void
circ_form_add_section (CircForm *self,
                       const char *title,
                       GtkWidget *content)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_return_if_fail (CIRC_IS_FORM (self));

  if (title != NULL)
    gtk_box_append (GTK_BOX (outer), circ_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (outer), content);
  gtk_box_append (GTK_BOX (self->box), outer);
}

void
circ_form_set_field_visible (CircForm *self,
                             guint field,
                             gboolean visible)
{
  CircFieldRow *row = circ_form_get_row (self, field);

  if (row != NULL)
    gtk_widget_set_visible (GTK_WIDGET (row), visible || circ_field_row_is_offered (row));
}

void
circ_form_end_offers (CircForm *self)
{
  g_return_if_fail (CIRC_IS_FORM (self));

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->rows[i] != NULL)
      circ_field_row_end_offer (self->rows[i]);
}
