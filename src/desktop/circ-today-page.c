/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-today-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-chooser-popover.h"
#include "circ-plan-item.h"
#include "circ-wrap-layout.h"

static void circ_today_page_page_init (CircPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CircTodayPage, circ_today_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CIRC_TYPE_PAGE, circ_today_page_page_init))

static CircStore *
get_store (CircTodayPage *self)
{
  return circ_session_get_store (self->session);
}

/* "3 overdue, 2 today" */
static void
update_count (CircTodayPage *self)
{
  CircTodayModel *model = circ_today_list_get_model (self->list);
  guint n_overdue = circ_today_model_get_count (model, CIRC_TODAY_OVERDUE);
  guint n_today = circ_today_model_get_count (model, CIRC_TODAY_TODAY);
  g_autofree char *text = NULL;

  if (n_overdue > 0 && n_today > 0)
    /* translators: how many things are overdue, and how many are due today */
    text = g_strdup_printf (_ ("%u overdue, %u today"), n_overdue, n_today);
  else if (n_overdue > 0)
    /* translators: how many things are overdue */
    text = g_strdup_printf (_ ("%u overdue, none today"), n_overdue);
  else if (n_today > 0)
    /* translators: how many things are due today */
    text = g_strdup_printf (_ ("%u today, none overdue"), n_today);
  else
    text = g_strdup (circ_today_view_is_all (self->view) ? _ ("Nothing is overdue or due today")
                                                         : _ ("None of these is overdue or due today"));
  gtk_label_set_label (self->count_label, text);
}

/* What is said in the place of a list without rows. */
static void
update_nothing (CircTodayPage *self)
{
  gboolean filtering = !circ_today_view_is_all (self->view);
  gboolean empty = !circ_store_has_more (get_store (self), CIRC_KIND_PLAN_ITEM, 0);

  gtk_widget_set_visible (self->clear_button, filtering);
  gtk_widget_set_visible (self->plan_button, !filtering && empty);
  adw_status_page_set_icon_name (self->nothing, filtering ? "edit-find-symbolic" : "circ-today-symbolic");
  if (filtering)
    {
      adw_status_page_set_title (self->nothing, _ ("Nothing Found"));
      adw_status_page_set_description (self->nothing, _ ("Nothing that is to be done answers to all of these conditions."));
    }
  else if (empty)
    {
      adw_status_page_set_title (self->nothing, _ ("Nothing to Do Yet"));
      adw_status_page_set_description (
        self->nothing, _ ("Once the plan says what goes out when, what is due appears here each morning."));
    }
  else
    {
      adw_status_page_set_title (self->nothing, _ ("Nothing Is Due"));
      adw_status_page_set_description (self->nothing,
                                       _ ("Nothing is overdue, and nothing falls due in the next fourteen days."));
    }
}

static void
update_body (CircTodayPage *self)
{
  CircTodayModel *model = circ_today_list_get_model (self->list);
  gboolean rows = g_list_model_get_n_items (circ_today_model_get_rows (model)) > 0;

  if (!rows && circ_today_model_is_busy (model))
    return;
  if (!rows)
    update_nothing (self);
  gtk_stack_set_visible_child_name (self->body, rows ? "list" : "nothing");
  update_count (self);
}

static void
changed (CircTodayPage *self)
{
  g_autofree char *owner =
    self->view->owner > 0 ? circ_session_dup_title_and_state (self->session, self->view->owner) : NULL;

  circ_plan_filter_button_set_value (self->owner_button, owner);
  circ_today_model_set_view (circ_today_list_get_model (self->list), self->view);
}

static void
owner_chosen_cb (CircTodayPage *self,
                 gint64 id)
{
  self->view->owner = id;
  circ_plan_filter_button_close (self->owner_button);
  changed (self);
}

static void
owner_cleared_cb (CircTodayPage *self)
{
  self->view->owner = 0;
  changed (self);
}

static void
search_changed_cb (CircTodayPage *self)
{
  const char *words = gtk_editable_get_text (self->search);

  if (g_strcmp0 (words, self->view->search != NULL ? self->view->search : "") == 0)
    return;
  g_free (self->view->search);
  self->view->search = g_strdup (words);
  changed (self);
}

/* Escape: first the words go, then the keyboard. */
static void
stop_search_cb (CircTodayPage *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    circ_today_list_focus (self->list);
}

static void
leave_search_cb (CircTodayPage *self)
{
  search_changed_cb (self);
  circ_today_list_focus (self->list);
}

static const char *
circ_today_page_get_title (CircPage *page)
{
  return _ ("Today");
}

static const char *
circ_today_page_get_icon_name (CircPage *page)
{
  return "circ-today-symbolic";
}

/* Nothing is typed here that is not saved by a window of its own. */
static gboolean
circ_today_page_commit (CircPage *page)
{
  return TRUE;
}

/* A record is looked at where its item is: on the page of the plan. */
static gboolean
circ_today_page_show_record (CircPage *page,
                             CircRecord *record)
{
  return FALSE;
}

static void
circ_today_page_page_init (CircPageInterface *iface)
{
  iface->get_title = circ_today_page_get_title;
  iface->get_icon_name = circ_today_page_get_icon_name;
  iface->commit = circ_today_page_commit;
  iface->show_record = circ_today_page_show_record;
}

static gboolean
circ_today_page_grab_focus (GtkWidget *widget)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->body), "list") != 0)
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  circ_today_list_focus (self->list);
  return TRUE;
}

static void
circ_today_page_dispose (GObject *object)
{
  CircTodayPage *self = CIRC_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->view, circ_today_view_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_today_page_parent_class)->dispose (object);
}

static void
circ_today_page_class_init (CircTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_today_page_dispose;
  widget_class->grab_focus = circ_today_page_grab_focus;

  g_type_ensure (CIRC_TYPE_PLAN_FILTER_BUTTON);
  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, content);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, body);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, search);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, owner_button);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, CircTodayPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, owner_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_search_cb);
  circ_today_page_install_actions (widget_class);
}

static void
circ_today_page_init (CircTodayPage *self)
{
  self->view = g_new0 (CircTodayView, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
failed_cb (CircTodayPage *self,
           const GError *error)
{
  circ_session_report (self->session, error);
}

GtkWidget *
circ_today_page_new (CircSession *session)
{
  CircTodayPage *self = g_object_new (CIRC_TYPE_TODAY_PAGE, NULL);
  GtkWidget *popover = circ_chooser_popover_new (session);
  CircTodayModel *model;

  self->session = g_object_ref (session);
  self->list = CIRC_TODAY_LIST (circ_today_list_new (session));
  model = circ_today_list_get_model (self->list);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
  circ_today_list_set_menu (self->list, G_MENU_MODEL (self->row_menu));
  circ_chooser_popover_set_kinds (CIRC_CHOOSER_POPOVER (popover),
                                  circ_field_find (circ_plan_item_by_whom_row, "link")->targets);
  circ_chooser_popover_set_can_add (CIRC_CHOOSER_POPOVER (popover), FALSE);
  circ_plan_filter_button_set_popover (self->owner_button, popover);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (owner_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "counted", G_CALLBACK (update_body), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (circ_today_page_act), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (circ_today_page_update_actions), self, G_CONNECT_SWAPPED);
  circ_today_page_update_actions (self);
  update_body (self);

  return GTK_WIDGET (self);
}

void
circ_today_page_clear_filters (CircTodayPage *self)
{
  self->view->owner = 0;
  g_clear_pointer (&self->view->search, g_free);
  gtk_editable_set_text (self->search, "");
  changed (self);
}
