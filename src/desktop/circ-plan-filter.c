/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-filter.h"

#include <glib/gi18n-lib.h>

#include "circ-chooser-popover.h"
#include "circ-plan-filter-button.h"
#include "circ-plan-filter-words.h"
#include "circ-plan-item.h"
#include "circ-worker.h"
#include "circ-wrap-layout.h"

/* The three conditions that name a record. */
enum {
  AUDIENCE,
  METHOD,
  OWNER,
  N_CHOOSERS,
};

struct _CircPlanFilter {
  GtkWidget parent_instance;

  /* template */
  CircPlanFilterButton *state_button;
  CircPlanFilterButton *audience_button;
  CircPlanFilterButton *method_button;
  CircPlanFilterButton *owner_button;
  CircPlanFilterButton *year_button;
  CircPlanFilterButton *scope_button;
  GtkButton *clear_button;
  GtkWidget *count_box;
  GtkLabel *count_label;
  GtkSpinner *waiting_spinner;

  CircSession *session;        /* (owned) */
  CircPlanView *view;          /* (owned) */
  GSimpleActionGroup *actions; /* (owned) */
  GCancellable *counting;      /* (owned) (nullable) */
  gboolean count_again;        /* something has changed since the counting began, or while nobody saw it */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CircPlanFilter, circ_plan_filter, GTK_TYPE_WIDGET)

static CircPlanFilterButton *
get_chooser_button (CircPlanFilter *self,
                    int which)
{
  return which == AUDIENCE ? self->audience_button : which == METHOD ? self->method_button : self->owner_button;
}

static gint64 *
get_chooser_place (CircPlanFilter *self,
                   int which)
{
  return which == AUDIENCE ? &self->view->audience : which == METHOD ? &self->view->method : &self->view->owner;
}

static const char *const *
get_chooser_kinds (int which)
{
  static const char *const methods[] = { "method", NULL };

  if (which == METHOD)
    return methods;
  return circ_field_find (which == AUDIENCE ? circ_plan_item_to_whom_row : circ_plan_item_by_whom_row, "link")->targets;
}

static void
set_action_state (CircPlanFilter *self,
                  const char *name,
                  GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

/* Shows what the view says. */
static void
update_buttons (CircPlanFilter *self)
{
  gboolean any_state = self->view->state == CIRC_PLAN_VIEW_ANY_STATE;
  g_autofree char *year = circ_plan_filter_dup_year_title (self->session, self->view->year);
  g_autofree char *this_year = circ_plan_filter_dup_year_title (self->session, CIRC_PLAN_VIEW_THIS_YEAR);

  circ_plan_filter_button_set_value (self->state_button,
                                     any_state ? NULL : circ_item_state_get_title (self->view->state));
  circ_plan_filter_button_set_unset (self->year_button, this_year);
  circ_plan_filter_button_set_value (self->year_button, self->view->year == CIRC_PLAN_VIEW_THIS_YEAR ? NULL : year);
  circ_plan_filter_button_set_value (self->scope_button, self->view->scope == CIRC_QUERY_IN_USE
                                                           ? NULL : circ_plan_filter_get_scope_title (self->view->scope));
  for (int i = 0; i < N_CHOOSERS; i++)
    {
      gint64 id = *get_chooser_place (self, i);
      g_autofree char *title = id == 0 ? NULL : circ_session_dup_title_and_state (self->session, id);

      circ_plan_filter_button_set_value (get_chooser_button (self, i), title);
    }
  set_action_state (self, "state", g_variant_new_string (any_state ? "" : circ_item_state_get_token (self->view->state)));
  set_action_state (self, "scope", g_variant_new_string (circ_plan_filter_scope_names[self->view->scope]));
  set_action_state (self, "year", g_variant_new_int32 (self->view->year));
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), circ_plan_filter_is_filtering (self));
}

static void
stop_counting (CircPlanFilter *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->count_again = FALSE;
}

static void
changed (CircPlanFilter *self)
{
  stop_counting (self);
  update_buttons (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
state_cb (GSimpleAction *action,
          GVariant *value,
          gpointer user_data)
{
  CircPlanFilter *self = user_data;
  CircItemState state;

  if (circ_item_state_from_token (g_variant_get_string (value, NULL), &state))
    self->view->state = state;
  else
    self->view->state = CIRC_PLAN_VIEW_ANY_STATE;
  changed (self);
}

static void
scope_cb (GSimpleAction *action,
          GVariant *value,
          gpointer user_data)
{
  CircPlanFilter *self = user_data;

  for (guint i = 0; circ_plan_filter_scope_names[i] != NULL; i++)
    if (strcmp (g_variant_get_string (value, NULL), circ_plan_filter_scope_names[i]) == 0)
      self->view->scope = i;
  changed (self);
}

static void
year_cb (GSimpleAction *action,
         GVariant *value,
         gpointer user_data)
{
  CircPlanFilter *self = user_data;

  self->view->year = g_variant_get_int32 (value);
  changed (self);
}

static void
clear_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  circ_plan_filter_clear (user_data);
}

static const GActionEntry entries[] = {
  { .name = "state", .parameter_type = "s", .state = "''", .change_state = state_cb },
  { .name = "scope", .parameter_type = "s", .state = "'in-use'", .change_state = scope_cb },
  { .name = "year", .parameter_type = "i", .state = "0", .change_state = year_cb },
  { .name = "clear", .activate = clear_cb },
};

static int
get_which (CircPlanFilter *self,
           GObject *object)
{
  return GPOINTER_TO_INT (g_object_get_data (object, "circ-which"));
}

static void
chosen_cb (CircPlanFilter *self,
           gint64 id,
           CircChooserPopover *popover)
{
  int which = get_which (self, G_OBJECT (popover));

  *get_chooser_place (self, which) = id;
  circ_plan_filter_button_close (get_chooser_button (self, which));
  changed (self);
}

static void
cleared_cb (CircPlanFilter *self,
            CircPlanFilterButton *button)
{
  if (button == self->state_button)
    self->view->state = CIRC_PLAN_VIEW_ANY_STATE;
  else if (button == self->scope_button)
    self->view->scope = CIRC_QUERY_IN_USE;
  else if (button == self->year_button)
    self->view->year = CIRC_PLAN_VIEW_THIS_YEAR;
  else
    *get_chooser_place (self, get_which (self, G_OBJECT (button))) = 0;
  changed (self);
}

static void
set_up_buttons (CircPlanFilter *self)
{
  g_autoptr (GMenuModel) states = circ_plan_filter_create_state_menu ();
  g_autoptr (GMenuModel) scopes = circ_plan_filter_create_scope_menu ();
  g_autoptr (GMenuModel) years = circ_plan_filter_create_year_menu (self->session);
  CircPlanFilterButton *buttons[] = { self->audience_button, self->method_button, self->owner_button,
                                      self->state_button, self->scope_button, self->year_button };

  circ_plan_filter_button_set_menu (self->state_button, states);
  circ_plan_filter_button_set_menu (self->scope_button, scopes);
  circ_plan_filter_button_set_menu (self->year_button, years);
  for (int i = 0; i < N_CHOOSERS; i++)
    {
      GtkWidget *popover = circ_chooser_popover_new (self->session);

      circ_chooser_popover_set_kinds (CIRC_CHOOSER_POPOVER (popover), get_chooser_kinds (i));
      circ_chooser_popover_set_can_add (CIRC_CHOOSER_POPOVER (popover), FALSE);
      g_object_set_data (G_OBJECT (popover), "circ-which", GINT_TO_POINTER (i));
      g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      circ_plan_filter_button_set_popover (get_chooser_button (self, i), popover);
    }
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (i < N_CHOOSERS)
        g_object_set_data (G_OBJECT (buttons[i]), "circ-which", GINT_TO_POINTER (i));
      g_signal_connect_object (buttons[i], "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
counted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = circ_store_count_finish (result, &error);
  g_autofree char *text = NULL;
  CircPlanFilter *self;
  gboolean again;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  again = self->count_again;
  stop_counting (self);
  /* That the file cannot be read is told of by the table. */
  if (counts != NULL)
    text = circ_plan_filter_dup_count (self->session, self->view, counts);
  else
    g_debug ("Counting failed: %s", error->message);
  if (text != NULL)
    gtk_label_set_label (self->count_label, text);
  if (again)
    circ_plan_filter_update_count (self);
}

static void
circ_plan_filter_map (GtkWidget *widget)
{
  CircPlanFilter *self = CIRC_PLAN_FILTER (widget);

  GTK_WIDGET_CLASS (circ_plan_filter_parent_class)->map (widget);
  if (self->count_again)
    circ_plan_filter_update_count (self);
}

static void
circ_plan_filter_dispose (GObject *object)
{
  CircPlanFilter *self = CIRC_PLAN_FILTER (object);

  stop_counting (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_PLAN_FILTER);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  g_clear_pointer (&self->view, circ_plan_view_free);

  G_OBJECT_CLASS (circ_plan_filter_parent_class)->dispose (object);
}

static void
circ_plan_filter_class_init (CircPlanFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_plan_filter_dispose;
  widget_class->map = circ_plan_filter_map;
  signals[CHANGED] = g_signal_new ("changed", CIRC_TYPE_PLAN_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  g_type_ensure (CIRC_TYPE_PLAN_FILTER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-plan-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, state_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, audience_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, method_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, owner_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, year_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, scope_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, count_box);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, count_label);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilter, waiting_spinner);
}

static void
circ_plan_filter_init (CircPlanFilter *self)
{
  self->view = circ_plan_view_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_plan_filter_new (CircSession *session)
{
  CircPlanFilter *self = g_object_new (CIRC_TYPE_PLAN_FILTER, NULL);

  self->session = g_object_ref (session);
  set_up_buttons (self);
  update_buttons (self);

  return GTK_WIDGET (self);
}

const CircPlanView *
circ_plan_filter_get_view (CircPlanFilter *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_FILTER (self), NULL);
  return self->view;
}

void
circ_plan_filter_set_view (CircPlanFilter *self,
                           const CircPlanView *view)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER (self));
  g_return_if_fail (view != NULL);

  stop_counting (self);
  circ_plan_view_free (self->view);
  self->view = circ_plan_view_copy (view);
  update_buttons (self);
}

void
circ_plan_filter_set_search (CircPlanFilter *self,
                             const char *search)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER (self));

  circ_plan_view_set_search (self->view, search);
  changed (self);
}

void
circ_plan_filter_set_sort (CircPlanFilter *self,
                           guint field,
                           gboolean descending)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER (self));

  self->view->sort = field;
  self->view->descending = descending;
}

void
circ_plan_filter_clear (CircPlanFilter *self)
{
  CircPlanView *view;

  g_return_if_fail (CIRC_IS_PLAN_FILTER (self));

  view = circ_plan_view_new ();
  view->sort = self->view->sort;
  view->descending = self->view->descending;
  circ_plan_view_free (self->view);
  self->view = view;
  changed (self);
}

gboolean
circ_plan_filter_is_filtering (CircPlanFilter *self)
{
  const CircPlanView *view;

  g_return_val_if_fail (CIRC_IS_PLAN_FILTER (self), FALSE);

  view = self->view;
  return (view->search != NULL && *view->search != '\0') || view->scope != CIRC_QUERY_IN_USE
         || view->state != CIRC_PLAN_VIEW_ANY_STATE || view->audience != 0 || view->method != 0 || view->owner != 0
         || view->year != CIRC_PLAN_VIEW_THIS_YEAR;
}

/* "57 items, 2 overdue, 3 without evidence". While others go on saving, the counting that is under way is finished first;
 * on a page that is not shown it waits until that is. */
void
circ_plan_filter_update_count (CircPlanFilter *self)
{
  g_autoptr (GPtrArray) queries = NULL;

  g_return_if_fail (CIRC_IS_PLAN_FILTER (self));

  if (self->counting != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->count_again = TRUE;
      return;
    }
  self->count_again = FALSE;
  queries = circ_plan_filter_create_count_queries (self->session, self->view);
  self->counting = g_cancellable_new ();
  circ_store_count_async (circ_session_get_store (self->session), queries, self->counting, counted_cb, self);
}

void
circ_plan_filter_set_waiting (CircPlanFilter *self,
                              gboolean waiting)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER (self));

  gtk_spinner_set_spinning (self->waiting_spinner, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_spinner), waiting);
}

void
circ_plan_filter_update_names (CircPlanFilter *self)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER (self));
  update_buttons (self);
}
