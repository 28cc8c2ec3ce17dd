/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-draft.h"
#include "circ-form.h"
#include "circ-history-pane.h"
#include "circ-occurrence-window.h"
#include "circ-plan-facts.h"
#include "circ-plan-item.h"
#include "circ-plan-occurrences.h"
#include "circ-plan-view.h"

/* A draft is saved this long after the first thing is typed into it, or when its field is left. */
#define DRAFT_MILLISECONDS 1000

struct _CircPlanDetails {
  GtkWidget parent_instance;

  /* template */
  GtkStack *stack;
  GtkButton *back_button;
  GtkLabel *ref_label;
  GtkImage *state_image;
  GtkLabel *state_label;
  GtkMenuButton *menu_button;
  GtkScrolledWindow *scroller;

  /* (owned by the widget tree) (nullable): made for the first item, since the window opens with none chosen */
  CircForm *form;
  CircPlanOccurrences *occurrences;
  CircHistoryPane *history;

  CircSession *session; /* (owned) */
  CircRecord *item;     /* (owned) (nullable) */
  CircRecord *before;   /* (owned) (nullable): what a draft started with */
  int year;
  guint draft_source;
  gulong item_handler;
};

enum {
  ADDED,
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const int plan_fields[] = {
  CIRC_PLAN_ITEM_WHAT, CIRC_PLAN_ITEM_WHAT_NOTES, CIRC_PLAN_ITEM_TO_WHOM, CIRC_PLAN_ITEM_HOW, CIRC_PLAN_ITEM_BY_WHOM,
  CIRC_PLAN_ITEM_WHEN_TEXT, CIRC_PLAN_ITEM_WHEN, -1,
};

static const int further_fields[] = {
  CIRC_PLAN_ITEM_CATEGORY, CIRC_PLAN_ITEM_MODE, CIRC_PLAN_ITEM_DIRECTION, CIRC_PLAN_ITEM_INCOMING_FROM,
  CIRC_PLAN_ITEM_INCOMING_RESPONSE, CIRC_PLAN_ITEM_CAMPAIGN, CIRC_PLAN_ITEM_PRIORITIES, CIRC_PLAN_ITEM_KEY_MESSAGES,
  CIRC_PLAN_ITEM_FORMATS_NEEDED,
  CIRC_PLAN_ITEM_EVIDENCE_POLICY, CIRC_PLAN_ITEM_CASCADE_EXPECTED, CIRC_PLAN_ITEM_ACTIVE_FROM,
  CIRC_PLAN_ITEM_ACTIVE_TO, CIRC_PLAN_ITEM_MARKING, -1,
};

static const int approval_fields[] = {
  CIRC_PLAN_ITEM_APPROVAL_NEEDED, CIRC_PLAN_ITEM_APPROVAL_STATE, CIRC_PLAN_ITEM_APPROVAL_REQUESTED_ON,
  CIRC_PLAN_ITEM_APPROVAL_BY, CIRC_PLAN_ITEM_APPROVAL_ON, CIRC_PLAN_ITEM_APPROVAL_NOTE, -1,
};

static const int quality_fields[] = {
  CIRC_PLAN_ITEM_QUALITY_CHECKS, CIRC_PLAN_ITEM_QUALITY_CHECKED_BY, CIRC_PLAN_ITEM_QUALITY_CHECKED_ON, -1,
};

static const CircFormSection sections[] = {
  { NULL, NULL, plan_fields, FALSE },
  { N_ ("Further details"), NULL, further_fields, TRUE },
  { N_ ("Approval"), NULL, approval_fields, TRUE },
  { N_ ("Quality check before issue"), NULL, quality_fields, TRUE },
  { NULL, NULL, NULL, FALSE },
};

G_DEFINE_FINAL_TYPE (CircPlanDetails, circ_plan_details, GTK_TYPE_WIDGET)

static gboolean
is_draft (CircPlanDetails *self)
{
  return self->item != NULL && circ_record_get_id (self->item) <= 0;
}

/* Whether the item was removed, here or elsewhere: nothing can be saved to it any more. */
static gboolean
is_gone (CircPlanDetails *self)
{
  return self->item != NULL && circ_record_get_id (self->item) > 0 && circ_record_get_version (self->item) == 0;
}

/* Whether a person has put something into the draft: what a new item starts with does not count. */
static gboolean
is_empty (CircPlanDetails *self)
{
  return self->before != NULL && circ_draft_equal (self->item, self->before);
}

static gboolean
save_draft (CircPlanDetails *self)
{
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (!is_draft (self) || is_empty (self))
    return TRUE;

  what = circ_record_dup_title (self->item);
  /* translators: the title of a change in the history; %s is what is communicated */
  title = g_strdup_printf (_ ("Added: %s"), what);
  change = circ_change_new (title);
  circ_change_insert (change, self->item);
  if (!circ_session_apply_quietly (self->session, change, &error))
    {
      circ_session_report (self->session, error);
      return FALSE;
    }
  circ_plan_occurrences_set_item (self->occurrences, self->item);
  circ_history_pane_set_record (self->history, self->item);
  g_signal_emit (self, signals[ADDED], 0);

  return TRUE;
}

static gboolean
save_draft_cb (gpointer user_data)
{
  CircPlanDetails *self = user_data;

  self->draft_source = 0;
  save_draft (self);

  return G_SOURCE_REMOVE;
}

static void
update_state (CircPlanDetails *self)
{
  const char *today = circ_session_get_today (self->session);
  CircStore *store = circ_session_get_store (self->session);
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (GError) error = NULL;
  CircReportYear year;
  CircItemFacts facts = { 0 };
  CircItemWindows windows;
  CircItemState state;
  g_autofree char *year_title = NULL;
  g_autofree char *text = NULL;

  view->year = self->year;
  if (!circ_plan_view_get_year (view, store, today, &year))
    circ_store_get_report_year (store, today, &year);
  if (!circ_plan_facts_read (store, self->item, &year, today, &facts, &error))
    {
      g_debug ("the state cannot be read: %s", error->message);
      return;
    }
  circ_item_windows_init (&windows, &year, today);
  state = circ_item_state (&facts, &windows);
  gtk_image_set_from_icon_name (self->state_image, circ_item_state_get_icon (state));
  year_title = circ_report_year_dup_title (&year);
  if (state == CIRC_ITEM_STATE_NOTHING)
    /* translators: %s is a year such as 2026–27 */
    text = g_strdup_printf (_ ("Nothing recorded yet in %s"), year_title);
  else if (state != CIRC_ITEM_STATE_ARCHIVED)
    /* translators: the state of an item in a year, such as: Overdue · 2026–27 */
    text = g_strdup_printf (_ ("%s · %s"), circ_item_state_get_title (state), year_title);
  gtk_label_set_label (self->state_label, text != NULL ? text : circ_item_state_get_title (state));
}

static void
update (CircPlanDetails *self)
{
  gboolean saved = self->item != NULL && !is_draft (self);
  gboolean editable = saved && !circ_session_get_read_only (self->session);
  gboolean incoming;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.record", editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), editable);
  gtk_stack_set_visible_child_name (self->stack, self->item == NULL ? "none" : "item");
  if (self->item == NULL)
    return;

  incoming = g_strcmp0 (circ_record_get_text (self->item, CIRC_PLAN_ITEM_DIRECTION), "incoming") == 0;
  circ_form_set_field_visible (self->form, CIRC_PLAN_ITEM_INCOMING_FROM, incoming);
  circ_form_set_field_visible (self->form, CIRC_PLAN_ITEM_INCOMING_RESPONSE, incoming);
  gtk_label_set_label (self->ref_label, saved ? circ_record_get_text (self->item, CIRC_PLAN_ITEM_REF) : _ ("New item"));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->state_label)), saved);
  if (saved)
    update_state (self);
}

static void
item_notify_cb (CircPlanDetails *self)
{
  if (is_draft (self) && self->draft_source == 0 && !is_empty (self))
    self->draft_source = g_timeout_add (DRAFT_MILLISECONDS, save_draft_cb, self);
  update (self);
}

static void
record_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  CircPlanDetails *self = CIRC_PLAN_DETAILS (widget);

  if (circ_plan_details_commit (self) && self->item != NULL && !is_draft (self))
    circ_occurrence_window_present (self->session, widget, self->item, NULL);
}

static void
back_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  g_signal_emit (widget, signals[BACK], 0);
}

static void
circ_plan_details_dispose (GObject *object)
{
  CircPlanDetails *self = CIRC_PLAN_DETAILS (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_PLAN_DETAILS);
  g_clear_object (&self->item);
  g_clear_object (&self->before);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_plan_details_parent_class)->dispose (object);
}

static void
circ_plan_details_class_init (CircPlanDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_plan_details_dispose;
  signals[ADDED] = g_signal_new ("added", CIRC_TYPE_PLAN_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", CIRC_TYPE_PLAN_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-plan-details.ui");
  gtk_widget_class_bind_template_child (widget_class, CircPlanDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, CircPlanDetails, back_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanDetails, ref_label);
  gtk_widget_class_bind_template_child (widget_class, CircPlanDetails, state_image);
  gtk_widget_class_bind_template_child (widget_class, CircPlanDetails, state_label);
  gtk_widget_class_bind_template_child (widget_class, CircPlanDetails, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanDetails, scroller);
  gtk_widget_class_install_action (widget_class, "details.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "details.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "details.back", NULL);
}

static void
circ_plan_details_init (CircPlanDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
ensure_form (CircPlanDetails *self)
{
  if (self->form != NULL)
    return;

  self->form = CIRC_FORM (circ_form_new (self->session, circ_kind_get (CIRC_KIND_PLAN_ITEM), sections));
  self->occurrences = CIRC_PLAN_OCCURRENCES (circ_plan_occurrences_new (self->session));
  self->history = CIRC_HISTORY_PANE (circ_history_pane_new (self->session));
  circ_form_add_section (self->form, _ ("Occurrences"), GTK_WIDGET (self->occurrences));
  circ_form_add_section (self->form, _ ("History"), GTK_WIDGET (self->history));
  gtk_widget_set_margin_start (GTK_WIDGET (self->form), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->form), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->form), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->form), 24);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->form));
}

GtkWidget *
circ_plan_details_new (CircSession *session,
                       GMenuModel *menu)
{
  CircPlanDetails *self = g_object_new (CIRC_TYPE_PLAN_DETAILS, NULL);

  self->session = g_object_ref (session);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

gboolean
circ_plan_details_set_item (CircPlanDetails *self,
                            CircRecord *item)
{
  g_return_val_if_fail (CIRC_IS_PLAN_DETAILS (self), FALSE);

  if (self->item == item)
    return TRUE;
  if (!circ_plan_details_commit (self))
    return FALSE;
  ensure_form (self);
  if (!circ_form_set_record (self->form, item))
    return FALSE;

  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_set_object (&self->item, item);
  g_clear_object (&self->before);
  if (item != NULL && is_draft (self))
    self->before = circ_record_copy (item);
  if (item != NULL)
    self->item_handler = g_signal_connect_swapped (item, "notify", G_CALLBACK (item_notify_cb), self);
  circ_plan_occurrences_set_item (self->occurrences, item);
  circ_history_pane_set_record (self->history, item != NULL && !is_draft (self) ? item : NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update (self);

  return TRUE;
}

CircRecord *
circ_plan_details_get_item (CircPlanDetails *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_DETAILS (self), NULL);
  return self->item;
}

gboolean
circ_plan_details_commit (CircPlanDetails *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_DETAILS (self), FALSE);
  return self->item == NULL || is_gone (self) || (circ_form_commit (self->form) && save_draft (self));
}

void
circ_plan_details_focus (CircPlanDetails *self)
{
  g_return_if_fail (CIRC_IS_PLAN_DETAILS (self));
  if (self->item != NULL)
    circ_form_focus_field (self->form, CIRC_PLAN_ITEM_WHAT);
}

void
circ_plan_details_set_back_visible (CircPlanDetails *self,
                                    gboolean visible)
{
  g_return_if_fail (CIRC_IS_PLAN_DETAILS (self));
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), visible);
}

void
circ_plan_details_set_year (CircPlanDetails *self,
                            int year)
{
  g_return_if_fail (CIRC_IS_PLAN_DETAILS (self));

  self->year = year;
  update (self);
}
