/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-when-input.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-when-menu.h"
#include "circ-when-row.h"
#include "circ-wrap-layout.h"

struct _CircWhenInput {
  CircInput parent_instance;

  GtkWidget *list;
  GtkWidget *add_button;
  GtkWidget *read_button;
};

G_DEFINE_FINAL_TYPE (CircWhenInput, circ_when_input, CIRC_TYPE_INPUT)

/* A theme day has one rule, of the days of a year; a plan item has words besides, and any rules. */
static gboolean
is_yearly (CircWhenInput *self)
{
  return circ_input_get_field (CIRC_INPUT (self))->limit == 1;
}

static CircStore *
get_store (CircWhenInput *self)
{
  return circ_session_get_store (circ_input_get_session (CIRC_INPUT (self)));
}

/* (nullable) */
static CircRecord *
get_item (CircWhenInput *self)
{
  CircRecord *record = circ_input_get_record (CIRC_INPUT (self));

  return record != NULL && circ_record_get_kind (record)->id == CIRC_KIND_PLAN_ITEM ? record : NULL;
}

static gint64
get_item_id (CircWhenInput *self)
{
  CircRecord *item = get_item (self);

  return item != NULL ? circ_record_get_id (item) : 0;
}

static guint
count_rows (CircWhenInput *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static gboolean
is_blank (const CircTiming *timing)
{
  return timing->kind == CIRC_TIMING_UNSPECIFIED && circ_timing_is_understood (timing);
}

/* What is in the rows, also what cannot be kept: for the numbers, and to compare. */
static GPtrArray *
list_rules (CircWhenInput *self)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rules, circ_plan_rule_new (circ_when_row_get_number (CIRC_WHEN_ROW (row)),
                                                circ_timing_copy (circ_when_row_get_timing (CIRC_WHEN_ROW (row)))));
  return rules;
}

static gboolean
same_rules (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CircPlanRule *one = a->pdata[i], *other = b->pdata[i];

      if (one->number != other->number || !circ_timing_equal (one->timing, other->timing) ||
          g_strcmp0 (one->timing->source_text, other->timing->source_text) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
update (CircWhenInput *self)
{
  guint n = count_rows (self);

  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->add_button, !is_yearly (self) || n == 0);
  gtk_widget_set_visible (self->read_button, get_item (self) != NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    circ_when_row_set_removable (CIRC_WHEN_ROW (row), n > 1 || !is_blank (circ_when_row_get_timing (CIRC_WHEN_ROW (row))));
}

static void
row_changed_cb (CircWhenInput *self)
{
  update (self);
  circ_input_emit_changed (CIRC_INPUT (self));
}

static void
row_commit_cb (CircWhenInput *self)
{
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void remove_cb (CircWhenInput *self,
                       GtkWidget *row);

static GtkWidget *
append_row (CircWhenInput *self,
            guint number,
            const CircTiming *timing)
{
  GtkWidget *row = circ_when_row_new (circ_input_get_session (CIRC_INPUT (self)), number, timing, is_yearly (self));

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "commit", G_CALLBACK (row_commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), row);
  return row;
}

static void
show_rules (CircWhenInput *self,
            GPtrArray *rules)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), row);
  for (guint i = 0; i < rules->len; i++)
    {
      const CircPlanRule *rule = rules->pdata[i];

      append_row (self, rule->number, rule->timing);
    }
  update (self);
}

/* A number names a rule for good, so that its occurrences stay with it; where it cannot be found out nothing is added. */
static gboolean
find_number (CircWhenInput *self,
             guint *number)
{
  g_autoptr (GPtrArray) rules = list_rules (self);
  g_autoptr (GError) error = NULL;

  *number = circ_plan_rules_find_last (get_store (self), get_item_id (self), rules, &error) + 1;
  if (error != NULL)
    circ_session_report (circ_input_get_session (CIRC_INPUT (self)), error);
  return error == NULL;
}

static void
emit_done (CircWhenInput *self)
{
  update (self);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
remove_cb (CircWhenInput *self,
           GtkWidget *row)
{
  guint number;

  if (!find_number (self, &number))
    return;
  gtk_widget_grab_focus (self->add_button);
  gtk_box_remove (GTK_BOX (self->list), row);
  /* No value at all would mean that the words are still to be read. */
  if (get_item (self) != NULL && count_rows (self) == 0)
    {
      g_autoptr (CircTiming) none = circ_timing_new (CIRC_TIMING_UNSPECIFIED);

      append_row (self, number, none);
    }
  emit_done (self);
}

static void
add_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  CircWhenInput *self = CIRC_WHEN_INPUT (widget);
  g_autoptr (CircTiming) timing = NULL;
  CircTimingKind kind;
  GtkWidget *row;
  guint number;

  if (!circ_timing_kind_from_token (g_variant_get_string (parameter, NULL), &kind) || !find_number (self, &number))
    return;
  timing = circ_timing_new (kind);
  for (GtkWidget *next, *old = gtk_widget_get_first_child (self->list); old != NULL; old = next)
    {
      next = gtk_widget_get_next_sibling (old);
      if (is_blank (circ_when_row_get_timing (CIRC_WHEN_ROW (old))))
        gtk_box_remove (GTK_BOX (self->list), old);
    }
  row = append_row (self, number, timing);
  emit_done (self);
  gtk_widget_grab_focus (circ_when_row_get_focus (CIRC_WHEN_ROW (row)));
}

static void
read_cb (CircWhenInput *self)
{
  CircSession *session = circ_input_get_session (CIRC_INPUT (self));
  CircRecord *item = get_item (self);
  g_autoptr (GPtrArray) before = list_rules (self);
  g_autoptr (GPtrArray) rules = NULL;
  CircRuleNames names;
  guint number;

  if (item == NULL || !find_number (self, &number))
    return;
  circ_rule_names_init (&names, NULL, circ_session_get_names (session));
  rules = circ_plan_rules_read (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT),
                                circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT),
                                circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES), &names, before, number - 1);
  if (same_rules (rules, before))
    {
      circ_session_tell (session, _ ("The rules are already what the words say."));
      return;
    }
  show_rules (self, rules);
  emit_done (self);
}

static void
circ_when_input_set_value (CircInput *input,
                           GVariant *value)
{
  CircWhenInput *self = CIRC_WHEN_INPUT (input);
  CircRecord *item = get_item (self);
  g_autoptr (GPtrArray) shown = list_rules (self);
  g_autoptr (GPtrArray) rules = NULL;

  if (value == NULL && item != NULL && get_item_id (self) > 0)
    rules = circ_plan_rules_get (get_store (self), item);
  else
    rules = circ_plan_rules_from_value (value);
  /* What was just saved is there already: building it again would take the focus away. */
  if (!same_rules (shown, rules))
    show_rules (self, rules);
  update (self);
}

static gboolean
hangs_on_itself (CircWhenInput *self,
                 const CircTiming *timing)
{
  return timing->anchor == CIRC_ANCHOR_PLAN_ITEM && timing->anchor_id != 0 && timing->anchor_id == get_item_id (self);
}

static GVariant *
circ_when_input_dup_value (CircInput *input,
                           GError **error)
{
  CircWhenInput *self = CIRC_WHEN_INPUT (input);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);
  gboolean wrong = FALSE, itself = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      CircTiming *timing = circ_when_row_dup_timing (CIRC_WHEN_ROW (row), NULL);

      wrong = wrong || timing == NULL;
      itself = itself || (timing != NULL && hangs_on_itself (self, timing));
      if (timing != NULL)
        g_ptr_array_add (rules, circ_plan_rule_new (circ_when_row_get_number (CIRC_WHEN_ROW (row)), timing));
    }
  if (wrong)
    {
      g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                           _ ("Nothing is saved here until the rule that is wrong is put right."));
      return NULL;
    }
  if (itself)
    {
      g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                           _ ("An item cannot wait for itself. Choose another plan item."));
      return NULL;
    }
  return rules->len > 0 ? circ_plan_rules_to_value (rules) : NULL;
}

static void
circ_when_input_prepare (CircInput *input,
                         CircChange *change)
{
  CircWhenInput *self = CIRC_WHEN_INPUT (input);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    circ_when_row_prepare (CIRC_WHEN_ROW (row), change);
}

static GtkWidget *
circ_when_input_get_focus (CircInput *input)
{
  return CIRC_WHEN_INPUT (input)->add_button;
}

static void
circ_when_input_constructed (GObject *object)
{
  CircWhenInput *self = CIRC_WHEN_INPUT (object);
  g_autoptr (GMenuModel) menu = NULL;

  G_OBJECT_CLASS (circ_when_input_parent_class)->constructed (object);

  menu = circ_when_menu_new ("when.add", is_yearly (self));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_button), menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->add_button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a Rule"), -1);
  update (self);
}

static void
circ_when_input_class_init (CircWhenInputClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = circ_when_input_constructed;
  input_class->set_value = circ_when_input_set_value;
  input_class->dup_value = circ_when_input_dup_value;
  input_class->get_focus = circ_when_input_get_focus;
  input_class->prepare = circ_when_input_prepare;
  gtk_widget_class_install_action (widget_class, "when.add", "s", add_action);
}

static GtkWidget *
new_label_and_icon (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Add a Rule")));
  return box;
}

static void
circ_when_input_init (CircWhenInput *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_parent (box, GTK_WIDGET (self));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "card");
  gtk_widget_add_css_class (self->list, "circ-rules");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_widget_set_layout_manager (buttons, circ_wrap_layout_new (6));
  self->add_button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->add_button), new_label_and_icon ());
  gtk_box_append (GTK_BOX (buttons), self->add_button);
  self->read_button = gtk_button_new_with_label (_ ("Read from the Words Again"));
  g_signal_connect_object (self->read_button, "clicked", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->read_button);
  gtk_box_append (GTK_BOX (box), buttons);
}
