/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-step-window.h"

#include <glib/gi18n-lib.h>

#include "circ-banner.h"
#include "circ-check-button.h"
#include "circ-form.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-timing-sentence.h"
#include "circ-trigger.h"

struct _CircStepWindow {
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkButton *save_button;
  CircBanner *banner;
  GtkLabel *heading;
  GtkLabel *help;
  GtkBox *place;

  CircForm *form;      /* (owned by the widget tree) */
  GtkWidget *all;      /* (owned by the widget tree) (nullable): the others that wait for the same, too */

  CircSession *session;   /* (owned) */
  CircPlanStep step;
  CircRecord *item;       /* (owned) */
  CircRecord *occurrence; /* (owned) (nullable) */
  CircRecord *record;     /* (owned): what is filled in */
};

G_DEFINE_FINAL_TYPE (CircStepWindow, circ_step_window, ADW_TYPE_WINDOW)

static const int trigger_fields[] = { CIRC_TRIGGER_DATE, CIRC_TRIGGER_NOTE, -1 };
static const int reason_fields[] = { CIRC_OCCURRENCE_NOT_REQUIRED_REASON, -1 };

static const CircFormSection trigger_sections[] = {
  { NULL, NULL, trigger_fields, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static const CircFormSection reason_sections[] = {
  { NULL, NULL, reason_fields, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static guint
get_needed_field (CircStepWindow *self)
{
  return self->step == CIRC_PLAN_STEP_NOT_REQUIRED ? CIRC_OCCURRENCE_NOT_REQUIRED_REASON : CIRC_TRIGGER_DATE;
}

static const char *
get_title (CircStepWindow *self)
{
  switch (self->step)
    {
    case CIRC_PLAN_STEP_SET_DATE:
      return _ ("Set a Date");
    case CIRC_PLAN_STEP_NOT_REQUIRED:
      return _ ("Not Required");
    case CIRC_PLAN_STEP_HAPPENED:
    default:
      return _ ("It Happened");
    }
}

/* What keeps it from being saved; else NULL. */
static char *
dup_obstacle (CircStepWindow *self)
{
  const char *today = circ_session_get_today (self->session);
  const char *date;

  if (self->step == CIRC_PLAN_STEP_NOT_REQUIRED)
    return circ_record_get (self->record, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) != NULL
             ? NULL : g_strdup (_ ("Say why it is not required this time."));
  date = circ_record_get_text (self->record, CIRC_TRIGGER_DATE);
  if (date == NULL)
    return g_strdup (self->step == CIRC_PLAN_STEP_SET_DATE ? _ ("Say which day was agreed.")
                                                            : _ ("Say on which day it happened."));
  if (self->step == CIRC_PLAN_STEP_HAPPENED && strcmp (date, today) > 0)
    return g_strdup (_ ("This day is still to come: record it when it has happened."));
  return NULL;
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircStepWindow *self = CIRC_STEP_WINDOW (widget);
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = NULL;

  circ_banner_set_title (self->banner, NULL);
  if (!circ_form_commit (self->form))
    return;
  obstacle = dup_obstacle (self);
  if (obstacle != NULL)
    {
      circ_banner_set_title (self->banner, obstacle);
      circ_form_focus_field (self->form, get_needed_field (self));
      return;
    }
  if (self->all != NULL)
    circ_record_set_int (self->record, CIRC_TRIGGER_ITEM,
                         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all)) ? 0 : circ_record_get_id (self->item));
  change = circ_plan_step_change (self->step, self->item, self->occurrence, self->record);
  if (!circ_session_try (self->session, change, &error))
    circ_banner_set_title (self->banner, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
circ_step_window_dispose (GObject *object)
{
  CircStepWindow *self = CIRC_STEP_WINDOW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->occurrence);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_step_window_parent_class)->dispose (object);
}

static void
circ_step_window_class_init (CircStepWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_step_window_dispose;

  g_type_ensure (CIRC_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-step-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CircStepWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CircStepWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, CircStepWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CircStepWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CircStepWindow, help);
  gtk_widget_class_bind_template_child (widget_class, CircStepWindow, place);
  gtk_widget_class_install_action (widget_class, "step.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "step.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "step.cancel", NULL);
}

static void
circ_step_window_init (CircStepWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_help (CircStepWindow *self,
           const char *trigger)
{
  const char *when = circ_record_get_text (self->item, CIRC_PLAN_ITEM_WHEN_TEXT);

  if (self->step == CIRC_PLAN_STEP_NOT_REQUIRED)
    gtk_label_set_label (self->help, _ ("It leaves the list and stays in the record of the year, with your reason."));
  else if (self->step == CIRC_PLAN_STEP_SET_DATE)
    gtk_label_set_label (self->help, _ ("The day that was agreed this time. It may be still to come."));
  else if (when != NULL)
    gtk_label_set_label (self->help, when);
  else
    gtk_label_set_label (self->help, trigger != NULL && circ_trigger_get_title (trigger) != NULL
                                       ? circ_trigger_get_title (trigger) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), *gtk_label_get_label (self->help) != '\0');
}

static void
build (CircStepWindow *self,
       const char *trigger,
       guint n_others)
{
  gboolean reason = self->step == CIRC_PLAN_STEP_NOT_REQUIRED;
  g_autofree char *what = circ_record_dup_title (self->item);

  gtk_window_set_title (GTK_WINDOW (self), get_title (self));
  adw_window_title_set_title (self->title, get_title (self));
  adw_window_title_set_subtitle (self->title, circ_record_get_text (self->item, CIRC_PLAN_ITEM_REF));
  gtk_label_set_label (self->heading, what);
  show_help (self, trigger);
  self->form = CIRC_FORM (circ_form_new (self->session, reason ? &circ_occurrence_kind : &circ_trigger_kind,
                                         reason ? reason_sections : trigger_sections));
  gtk_box_append (self->place, GTK_WIDGET (self->form));
  circ_form_set_record (self->form, self->record);
  if (n_others > 0)
    {
      g_autofree char *label = g_strdup_printf (
        ngettext ("Also for %u other item that waits for it", "Also for %u other items that wait for it", n_others), n_others);

      self->all = circ_check_button_new (label);
      gtk_box_append (self->place, self->all);
    }
}

CircStepWindow *
circ_step_window_present (CircSession *session,
                          GtkWidget *parent,
                          CircPlanStep step,
                          CircRecord *item,
                          CircRecord *occurrence,
                          const char *trigger,
                          guint n_others)
{
  CircStepWindow *self;
  GtkRoot *root = gtk_widget_get_root (parent);

  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);
  g_return_val_if_fail (CIRC_IS_RECORD (item), NULL);

  self = g_object_new (CIRC_TYPE_STEP_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->step = step;
  self->item = g_object_ref (item);
  g_set_object (&self->occurrence, occurrence);
  self->record = circ_plan_step_new_record (step, item, occurrence, trigger, circ_session_get_today (session));
  build (self, trigger, n_others);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  circ_form_focus_field (self->form, get_needed_field (self));

  return self;
}
