/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-when-row-private.h"

#include <glib/gi18n-lib.h>

#include "circ-label.h"
#include "circ-plan-rules.h"
#include "circ-problem-label.h"
#include "circ-when-menu.h"
#include "circ-wrap-layout.h"

#define SPACING 6

G_DEFINE_FINAL_TYPE (CircWhenRow, circ_when_row, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  COMMIT,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* What a screen reader hears of the row before it goes into it. */
static void
update_names (CircWhenRow *self)
{
  CircPlanRule rule = { self->number, self->timing };
  g_autofree char *sentence = circ_plan_rule_dup_sentence (circ_session_get_store (self->session), &rule);
  g_autofree char *remove = NULL;
  g_autofree char *more = NULL;
  g_autofree char *kind = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  /* translators: for a screen reader; %s is a rule such as: Within 1 week after each meeting of the Board */
  remove = g_strdup_printf (_ ("Remove the rule: %s"), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  /* translators: for a screen reader; %s is a rule such as: Within 1 week after each meeting of the Board */
  more = g_strdup_printf (_ ("More about the rule: %s"), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  /* translators: for a screen reader; %s is the kind of a rule, such as: Before an event */
  kind = g_strdup_printf (_ ("Kind of rule: %s"), gtk_menu_button_get_label (GTK_MENU_BUTTON (self->kind_button)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->kind_button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, kind, -1);
}

static void
update_roll (CircWhenRow *self)
{
  /* A day so many working days before is one that is worked on. */
  if (self->roll != NULL)
    gtk_widget_set_visible (self->roll, self->timing->lead_days == 0);
}

/* Words that no rule could be made of stay, and are not taken for one. */
static void
show_note (CircWhenRow *self)
{
  const char *words = self->timing->source_text;
  g_autofree char *text = NULL;

  if (!circ_timing_is_understood (self->timing))
    /* translators: %s is what a strategy says of when something is sent */
    text = g_strdup_printf (_ ("“%s” is not understood, so it gives no dates. Choose above how it is meant."), words);
  else if (self->timing->kind == CIRC_TIMING_UNSPECIFIED)
    text = g_strdup (_ ("Nothing says when, so it gives no dates."));
  else if ((circ_timing_uses (self->timing->kind) & CIRC_PARAMETER_ANCHOR) != 0 && self->timing->kind != CIRC_TIMING_LINKED &&
           self->timing->anchor == CIRC_ANCHOR_MEETING && self->timing->anchor_id == 0)
    text = g_strdup (_ ("The meetings of every group count. “Each meeting of” lets you choose one group."));
  gtk_label_set_label (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

static void
take_record (CircWhenRow *self)
{
  g_autoptr (GVariant) value = self->record != NULL ? circ_input_dup_value (self->record, NULL) : NULL;

  if (self->record != NULL)
    self->timing->anchor_id = value != NULL ? g_variant_get_int64 (value) : 0;
}

void
circ_when_row_touch (CircWhenRow *self,
                     gboolean now)
{
  if (self->building)
    return;
  take_record (self);
  update_roll (self);
  show_note (self);
  self->dirty = !now;
  g_signal_emit (self, signals[CHANGED], 0);
  if (now)
    g_signal_emit (self, signals[COMMIT], 0);
}

static gboolean
says_more (CircWhenRow *self)
{
  g_autoptr (CircTiming) plain = circ_timing_new (self->timing->kind);

  return self->timing->lead_days != plain->lead_days || self->timing->roll != plain->roll ||
         (self->timing->kind == CIRC_TIMING_AGREED_DATE && self->timing->target_days != plain->target_days);
}

static void
build (CircWhenRow *self)
{
  CircTimingKind kind = self->timing->kind;
  g_autoptr (GPtrArray) pieces = circ_timing_dup_pieces (kind);
  g_autoptr (GPtrArray) further = circ_timing_dup_further_pieces (kind);

  self->building = TRUE;
  self->record = self->date = NULL;
  self->roll = NULL;
  self->way = circ_timing_get_way (self->timing);
  empty (self->sentence);
  empty (self->further);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->kind_button), circ_timing_is_understood (self->timing)
                               ? circ_timing_kind_get_title (kind) : _ ("Not understood"));
  for (guint i = 0; kind != CIRC_TIMING_UNSPECIFIED && i < pieces->len; i++)
    circ_when_row_add_piece (self, self->sentence, pieces->pdata[i]);
  for (guint i = 0; i < further->len; i++)
    circ_when_row_add_piece (self, self->further, further->pdata[i]);
  gtk_widget_set_visible (self->sentence, kind != CIRC_TIMING_UNSPECIFIED);
  gtk_widget_set_visible (self->more_button, further->len > 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->more_button), further->len > 0 && says_more (self));
  show_note (self);
  circ_problem_label_set (self->problem, NULL, TRUE);
  update_roll (self);
  update_names (self);
  self->building = FALSE;
}

/* What the two kinds have in common is kept: "before" becomes "after" the same meeting. */
static void
kind_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircWhenRow *self = CIRC_WHEN_ROW (widget);
  CircTimingKind kind;
  CircParameters both;
  CircTiming *timing, *old = self->timing;

  if (!circ_timing_kind_from_token (g_variant_get_string (parameter, NULL), &kind) || kind == old->kind)
    return;
  timing = circ_timing_new (kind);
  both = circ_timing_uses (kind) & circ_timing_uses (old->kind);
  if ((both & CIRC_PARAMETER_ANCHOR) != 0 && timing->kind != CIRC_TIMING_LINKED && old->kind != CIRC_TIMING_LINKED)
    {
      timing->anchor = old->anchor;
      timing->anchor_id = old->anchor_id;
      timing->anchor_held = old->anchor_held;
    }
  if ((both & CIRC_PARAMETER_OFFSET) != 0)
    {
      timing->offset = ABS (old->offset);
      timing->unit = old->unit;
    }
  if ((both & CIRC_PARAMETER_MONTH) != 0)
    timing->month = old->month;
  timing->source_text = g_strdup (old->source_text);
  self->timing = timing;
  circ_timing_free (old);
  build (self);
  gtk_widget_grab_focus (circ_when_row_get_focus (self));
  circ_when_row_touch (self, TRUE);
}

static void
remove_cb (CircWhenRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
circ_when_row_dispose (GObject *object)
{
  CircWhenRow *self = CIRC_WHEN_ROW (object);

  self->building = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_when_row_parent_class)->dispose (object);
}

static void
circ_when_row_finalize (GObject *object)
{
  circ_timing_free (CIRC_WHEN_ROW (object)->timing);

  G_OBJECT_CLASS (circ_when_row_parent_class)->finalize (object);
}

static void
circ_when_row_class_init (CircWhenRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = circ_when_row_dispose;
  object_class->finalize = circ_when_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", CIRC_TYPE_WHEN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMMIT] = g_signal_new ("commit", CIRC_TYPE_WHEN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", CIRC_TYPE_WHEN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "rule.kind", "s", kind_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_flow (void)
{
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (flow, circ_wrap_layout_new (SPACING));
  return flow;
}

static GtkWidget *
new_words (const char *css_class)
{
  GtkWidget *label = circ_label_new (NULL, css_class);

  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
circ_when_row_init (CircWhenRow *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "circ-row");

  self->kind_button = gtk_menu_button_new ();
  gtk_widget_set_halign (self->kind_button, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->kind_button, TRUE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->kind_button), FALSE);
  gtk_widget_set_tooltip_text (self->kind_button, _ ("Choose Another Kind of Rule"));
  gtk_widget_add_css_class (self->kind_button, "circ-rule-kind");
  self->more_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->more_button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->more_button, _ ("Working Days and Preparation"));
  gtk_widget_add_css_class (self->more_button, "flat");
  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (self->remove_button, _ ("Remove This Rule"));
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_box_append (GTK_BOX (header), self->kind_button);
  gtk_box_append (GTK_BOX (header), self->more_button);
  gtk_box_append (GTK_BOX (header), self->remove_button);
  gtk_box_append (GTK_BOX (self->box), header);

  self->sentence = new_flow ();
  gtk_box_append (GTK_BOX (self->box), self->sentence);
  self->further = new_flow ();
  gtk_box_append (GTK_BOX (self->box), self->further);
  g_object_bind_property (self->more_button, "active", self->further, "visible", G_BINDING_SYNC_CREATE);
  self->note = new_words ("dim-label");
  gtk_box_append (GTK_BOX (self->box), self->note);
  self->problem = circ_problem_label_new ();
  gtk_box_append (GTK_BOX (self->box), self->problem);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
circ_when_row_new (CircSession *session,
                   guint number,
                   const CircTiming *timing,
                   gboolean yearly)
{
  CircWhenRow *self = g_object_new (CIRC_TYPE_WHEN_ROW, NULL);
  g_autoptr (GMenuModel) menu = circ_when_menu_new ("rule.kind", yearly);

  self->session = g_object_ref (session);
  self->number = number;
  self->timing = circ_timing_copy (timing);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->kind_button), menu);
  build (self);
  return GTK_WIDGET (self);
}

guint
circ_when_row_get_number (CircWhenRow *self)
{
  g_return_val_if_fail (CIRC_IS_WHEN_ROW (self), 0);
  return self->number;
}

const CircTiming *
circ_when_row_get_timing (CircWhenRow *self)
{
  g_return_val_if_fail (CIRC_IS_WHEN_ROW (self), NULL);
  return self->timing;
}

/* A number that is still being typed counts as well. */
static void
take_typed (GtkWidget *box)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SPIN_BUTTON (child))
      gtk_spin_button_update (GTK_SPIN_BUTTON (child));
}

static gboolean
take_inputs (CircWhenRow *self,
             GError **error)
{
  GError *local = NULL;

  take_record (self);
  if (self->date != NULL)
    {
      g_autoptr (GVariant) value = circ_input_dup_value (self->date, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      self->timing->anchor_date = value != NULL ? circ_day_from_iso (g_variant_get_string (value, NULL)) : CIRC_DAY_NONE;
    }
  return TRUE;
}

CircTiming *
circ_when_row_dup_timing (CircWhenRow *self,
                          GError **error)
{
  g_autoptr (CircTiming) timing = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (CIRC_IS_WHEN_ROW (self), NULL);

  self->building = TRUE;
  take_typed (self->sentence);
  take_typed (self->further);
  self->building = FALSE;
  if (!take_inputs (self, &local) || !circ_timing_check (self->timing, &local))
    {
      circ_problem_label_set (self->problem, local->message, TRUE);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  circ_problem_label_set (self->problem, NULL, TRUE);
  update_names (self);
  timing = circ_timing_copy (self->timing);
  circ_timing_normalise (timing);
  return g_steal_pointer (&timing);
}

void
circ_when_row_prepare (CircWhenRow *self,
                       CircChange *change)
{
  g_return_if_fail (CIRC_IS_WHEN_ROW (self));
  if (self->record != NULL)
    circ_input_prepare (self->record, change);
}

GtkWidget *
circ_when_row_get_focus (CircWhenRow *self)
{
  g_return_val_if_fail (CIRC_IS_WHEN_ROW (self), NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (self->sentence); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_LABEL (child))
      return child;
  return self->kind_button;
}

void
circ_when_row_set_removable (CircWhenRow *self,
                             gboolean removable)
{
  g_return_if_fail (CIRC_IS_WHEN_ROW (self));
  gtk_widget_set_visible (self->remove_button, removable);
}
