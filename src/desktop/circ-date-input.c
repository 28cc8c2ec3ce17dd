/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-date-input.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"

struct _CircDateInput {
  CircInput parent_instance;

  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *calendar;
  GtkWidget *words;
  gboolean showing; /* the calendar is being set to the date, not clicked */
  int month;        /* that the calendar shows */
};

G_DEFINE_FINAL_TYPE (CircDateInput, circ_date_input, CIRC_TYPE_INPUT)

/* "Friday 4 December 2026" beside the figures: the weekday is what people check a date by. */
static void
update_words (CircDateInput *self)
{
  g_autoptr (GVariant) value = circ_input_dup_value (CIRC_INPUT (self), NULL);
  const char *iso = value != NULL ? g_variant_get_string (value, NULL) : NULL;
  g_autofree char *text = iso != NULL ? circ_date_format_long (iso) : NULL;

  gtk_label_set_text (GTK_LABEL (self->words), text != NULL ? text : "");
}

static void
changed_cb (CircDateInput *self)
{
  update_words (self);
  circ_input_emit_changed (CIRC_INPUT (self));
}

static void
activate_cb (CircDateInput *self)
{
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
choose (CircDateInput *self,
        const char *iso)
{
  g_autofree char *text = iso != NULL ? circ_date_format (iso) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
day_selected_cb (CircDateInput *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  gboolean turned = g_date_time_get_year (day) * 12 + g_date_time_get_month (day) != self->month;
  g_autofree char *iso = NULL;

  /* Turning the page to another month selects a day in it too; that is not yet a choice. */
  self->month = g_date_time_get_year (day) * 12 + g_date_time_get_month (day);
  if (self->showing || turned)
    return;
  iso = g_date_time_format (day, "%Y-%m-%d");
  choose (self, iso);
}

static void
today_cb (CircDateInput *self)
{
  choose (self, circ_session_get_today (circ_input_get_session (CIRC_INPUT (self))));
}

static void
clear_cb (CircDateInput *self)
{
  choose (self, NULL);
}

static void
show_cb (CircDateInput *self)
{
  g_autoptr (GVariant) value = circ_input_dup_value (CIRC_INPUT (self), NULL);
  const char *iso = value != NULL ? g_variant_get_string (value, NULL) : NULL;
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (iso == NULL)
    iso = circ_session_get_today (circ_input_get_session (CIRC_INPUT (self)));
  if (!circ_date_to_gdate (iso, &date))
    return;
  day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->showing = FALSE;
}

static gboolean
open_calendar (GtkWidget *widget,
               GVariant *args,
               gpointer user_data)
{
  CircDateInput *self = CIRC_DATE_INPUT (widget);

  if (!gtk_widget_get_sensitive (self->button))
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));

  return TRUE;
}

static void
circ_date_input_forget_undo (CircInput *input)
{
  CircDateInput *self = CIRC_DATE_INPUT (input);

  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
}

static void
circ_date_input_set_value (CircInput *input,
                           GVariant *value)
{
  CircDateInput *self = CIRC_DATE_INPUT (input);
  g_autofree char *text = circ_field_format (circ_input_get_field (input), value);

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  circ_date_input_forget_undo (input);
  update_words (self);
}

static GVariant *
circ_date_input_dup_value (CircInput *input,
                           GError **error)
{
  CircDateInput *self = CIRC_DATE_INPUT (input);

  return circ_field_parse (circ_input_get_field (input), gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                           circ_session_get_today (circ_input_get_session (input)), error);
}

static GtkWidget *
circ_date_input_get_focus (CircInput *input)
{
  return CIRC_DATE_INPUT (input)->entry;
}

static void
circ_date_input_set_editable (CircInput *input,
                              gboolean editable)
{
  CircDateInput *self = CIRC_DATE_INPUT (input);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  gtk_widget_set_sensitive (self->button, editable);
}

static void
circ_date_input_constructed (GObject *object)
{
  CircDateInput *self = CIRC_DATE_INPUT (object);
  g_autofree char *name = NULL;

  G_OBJECT_CLASS (circ_date_input_parent_class)->constructed (object);

  /* translators: for a screen reader; %s is the label of a date field, such as Due on */
  name = g_strdup_printf (_ ("Calendar: %s"), circ_field_get_title (circ_input_get_field (CIRC_INPUT (self))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
circ_date_input_class_init (CircDateInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_date_input_constructed;
  input_class->set_value = circ_date_input_set_value;
  input_class->dup_value = circ_date_input_dup_value;
  input_class->get_focus = circ_date_input_get_focus;
  input_class->forget_undo = circ_date_input_forget_undo;
  input_class->set_editable = circ_date_input_set_editable;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-date-input.ui");
  gtk_widget_class_bind_template_child (widget_class, CircDateInput, entry);
  gtk_widget_class_bind_template_child (widget_class, CircDateInput, button);
  gtk_widget_class_bind_template_child (widget_class, CircDateInput, popover);
  gtk_widget_class_bind_template_child (widget_class, CircDateInput, calendar);
  gtk_widget_class_bind_template_child (widget_class, CircDateInput, words);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, open_calendar, NULL);
}

static void
circ_date_input_init (CircDateInput *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
