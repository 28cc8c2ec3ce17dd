/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-campaign-actions.h"
#include "circ-chooser-popover.h"
#include "circ-erase-dialog.h"
#include "circ-forms.h"
#include "circ-history-pane.h"
#include "circ-label.h"
#include "circ-lists-uses.h"
#include "circ-lists-words.h"
#include "circ-measure-readings.h"
#include "circ-theme-years.h"
#include "circ-window.h"

struct _CircListsDetails {
  GtkWidget parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *name_label;
  GtkLabel *state_label;
  GtkButton *retire_button;
  GtkButton *restore_button;
  GtkMenuButton *menu_button;
  GtkScrolledWindow *scroller;

  CircForm *form; /* (owned by the widget tree) */
  CircThemeYears *years; /* (nullable): of a theme day */
  CircMeasureReadings *readings; /* (nullable): of a measure */
  GtkWidget *results; /* (owned by the form) (nullable): of a campaign */
  CircListsUses *uses; /* (nullable): what can be retired is asked who uses it, a meeting what hangs on it */
  CircHistoryPane *history;
  GtkWidget *chooser; /* (owned) by the menu button; made when it is first needed */

  CircSession *session;         /* (owned) */
  CircRecord *record;           /* (owned) (nullable) */
  GSignalGroup *record_signals; /* (owned) */
  const CircKind *kind;
};

G_DEFINE_FINAL_TYPE (CircListsDetails, circ_lists_details, GTK_TYPE_WIDGET)

enum {
  MERGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (CircListsDetails *self)
{
  gboolean editable = !circ_session_get_read_only (self->session);
  gboolean retired;
  g_autofree char *name = NULL;

  gtk_stack_set_visible_child_name (self->stack, self->record == NULL ? "none" : "record");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.erase",
                                 editable && self->record != NULL && self->kind->id == CIRC_KIND_CONTACT);
  if (self->record == NULL)
    return;

  name = circ_lists_words_dup_title (self->record);
  retired = circ_record_is_archived (self->record);
  gtk_label_set_label (self->name_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), retired);
  gtk_widget_set_visible (GTK_WIDGET (self->retire_button), self->kind->archived_field >= 0 && !retired && editable);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), retired && editable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), editable);
  if (retired)
    {
      g_autofree char *day = circ_record_format (self->record, (guint) self->kind->archived_field);
      /* translators: %s is a day */
      g_autofree char *state = g_strdup_printf (_ ("Retired on %s: kept where it is used, not offered any more"), day);

      gtk_label_set_label (self->state_label, state);
    }
}

static void
chosen_cb (CircListsDetails *self,
           gint64 id)
{
  g_signal_emit (self, signals[MERGE], 0, id);
}

static void
erase_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  CircListsDetails *self = CIRC_LISTS_DETAILS (widget);

  if (circ_form_commit (self->form))
    circ_erase_ask (self->session, widget, self->record);
}

/* Planned in the main window, where the plan is. */
static void
add_item_cb (CircListsDetails *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *window = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;
  g_autoptr (CircRecord) item = NULL;

  if (!CIRC_IS_WINDOW (window) || self->record == NULL || !circ_form_commit (self->form))
    return;
  item = circ_campaign_new_item (circ_session_get_store (self->session), self->record, circ_session_get_today (self->session));
  circ_window_show_new (CIRC_WINDOW (window), item);
  gtk_window_present (window);
}

/* What its measures said before it and say since: nobody has to look it up. */
static void
show_results (CircListsDetails *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;

  if (self->results == NULL || self->record == NULL)
    return;
  lines = circ_campaign_dup_results (circ_session_get_store (self->session), self->record, &error);
  if (lines == NULL)
    circ_session_report (self->session, error);
  gtk_label_set_label (GTK_LABEL (self->results),
                       lines != NULL && *lines != '\0' ? lines : _ ("Choose its measures, and say on which day it begins."));
}

static void
add_results (CircListsDetails *self)
{
  self->results = circ_label_new (NULL, NULL);
  circ_form_add_section (self->form, _ ("Before and since"), self->results);
  g_signal_connect_object (circ_session_get_store (self->session), "changed", G_CALLBACK (show_results), self, G_CONNECT_SWAPPED);
}

static void
add_item_button (CircListsDetails *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a Plan Item for This Campaign"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, !circ_session_get_read_only (self->session));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_item_cb), self, G_CONNECT_SWAPPED);
  circ_form_add_section (self->form, _ ("Its plan items"), button);
}

static void
circ_lists_details_dispose (GObject *object)
{
  CircListsDetails *self = CIRC_LISTS_DETAILS (object);

  if (self->chooser != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->chooser));
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_LISTS_DETAILS);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_lists_details_parent_class)->dispose (object);
}

static void
circ_lists_details_class_init (CircListsDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_lists_details_dispose;
  signals[MERGE] = g_signal_new ("merge", CIRC_TYPE_LISTS_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-lists-details.ui");
  gtk_widget_class_bind_template_child (widget_class, CircListsDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, CircListsDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, CircListsDetails, state_label);
  gtk_widget_class_bind_template_child (widget_class, CircListsDetails, retire_button);
  gtk_widget_class_bind_template_child (widget_class, CircListsDetails, restore_button);
  gtk_widget_class_bind_template_child (widget_class, CircListsDetails, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CircListsDetails, scroller);
  gtk_widget_class_install_action (widget_class, "details.erase", NULL, erase_action);
}

static void
circ_lists_details_init (CircListsDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record_signals = g_signal_group_new (CIRC_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (update), self);
}

GtkWidget *
circ_lists_details_new (CircSession *session,
                        CircKindId kind)
{
  CircListsDetails *self = g_object_new (CIRC_TYPE_LISTS_DETAILS, NULL);
  GtkWidget *form = circ_form_new (session, circ_kind_get (kind), circ_forms_get_entry (kind));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp;

  self->session = g_object_ref (session);
  self->kind = circ_kind_get (kind);
  self->form = CIRC_FORM (form);
  self->history = CIRC_HISTORY_PANE (circ_history_pane_new (session));
  if (kind == CIRC_KIND_THEME_DAY)
    {
      self->years = CIRC_THEME_YEARS (circ_theme_years_new (session));
      circ_form_add_section (self->form, _ ("Dates of each year"), GTK_WIDGET (self->years));
    }
  if (kind == CIRC_KIND_MEASURE)
    {
      self->readings = CIRC_MEASURE_READINGS (circ_measure_readings_new (session));
      clamp = adw_clamp_new ();
      adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CIRC_FORM_WIDTH);
      adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), CIRC_FORM_WIDTH);
      adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->readings));
      gtk_box_append (GTK_BOX (column), clamp);
    }
  if (kind == CIRC_KIND_CAMPAIGN)
    {
      add_results (self);
      add_item_button (self);
    }
  if (self->kind->archived_field >= 0 || kind == CIRC_KIND_MEETING)
    {
      self->uses = CIRC_LISTS_USES (circ_lists_uses_new (session));
      circ_form_add_section (self->form, kind == CIRC_KIND_MEETING ? _ ("What hangs on it") : _ ("Where it is used"),
                             GTK_WIDGET (self->uses));
    }
  circ_form_add_section (self->form, _ ("History"), GTK_WIDGET (self->history));
  gtk_box_append (GTK_BOX (column), form);
  gtk_widget_set_margin_top (column, 18);
  gtk_widget_set_margin_bottom (column, 24);
  gtk_widget_set_margin_start (column, 24);
  gtk_widget_set_margin_end (column, 24);
  gtk_scrolled_window_set_child (self->scroller, column);
  update (self);

  return GTK_WIDGET (self);
}

gboolean
circ_lists_details_set_record (CircListsDetails *self,
                               CircRecord *record)
{
  g_return_val_if_fail (CIRC_IS_LISTS_DETAILS (self), FALSE);

  if (self->record == record)
    return TRUE;
  if (!circ_form_set_record (self->form, record))
    return FALSE;
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->record_signals, record);
  if (self->years != NULL)
    circ_theme_years_set_theme_day (self->years, record);
  show_results (self);
  if (self->readings != NULL)
    circ_measure_readings_set_measure (self->readings, record);
  if (self->uses != NULL)
    circ_lists_uses_set_record (self->uses, record);
  circ_history_pane_set_record (self->history, record);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update (self);

  return TRUE;
}

gboolean
circ_lists_details_commit (CircListsDetails *self)
{
  g_return_val_if_fail (CIRC_IS_LISTS_DETAILS (self), FALSE);

  return circ_form_commit (self->form);
}

void
circ_lists_details_focus (CircListsDetails *self)
{
  g_return_if_fail (CIRC_IS_LISTS_DETAILS (self));

  if (self->record == NULL)
    return;
  for (const int *field = circ_forms_get_entry (self->kind->id)->fields; *field >= 0; field++)
    if (circ_record_get (self->record, (guint) *field) == NULL)
      {
        circ_form_focus_field (self->form, (guint) *field);
        circ_form_reveal_focus (self->form);
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
  circ_form_reveal_focus (self->form);
}

void
circ_lists_details_choose_merge (CircListsDetails *self)
{
  const char *const kinds[] = { self->kind->name, NULL };
  g_autoptr (GArray) excluded = NULL;
  gint64 id;

  g_return_if_fail (CIRC_IS_LISTS_DETAILS (self));

  if (self->record == NULL)
    return;
  if (self->chooser == NULL)
    {
      self->chooser = circ_chooser_popover_new (self->session);
      circ_chooser_popover_set_kinds (CIRC_CHOOSER_POPOVER (self->chooser), kinds);
      circ_chooser_popover_set_can_add (CIRC_CHOOSER_POPOVER (self->chooser), FALSE);
      g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->chooser, GTK_WIDGET (self->menu_button));
    }
  id = circ_record_get_id (self->record);
  excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (excluded, id);
  circ_chooser_popover_set_excluded (CIRC_CHOOSER_POPOVER (self->chooser), excluded);
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}
