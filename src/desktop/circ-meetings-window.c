/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-meetings-window.h"

#include <glib/gi18n-lib.h>

#include "circ-calendar-actions.h"
#include "circ-date.h"
#include "circ-drop-down.h"
#include "circ-form.h"
#include "circ-label.h"
#include "circ-meeting-dates.h"
#include "circ-meeting.h"
#include "circ-number.h"
#include "circ-sheet.h"
#include "circ-wrap-layout.h"

struct _CircMeetingsWindow {
  AdwWindow parent_instance;

  GtkWidget *save_button;
  CircForm *form;
  CircInput *first;
  GtkWidget *every;
  GtkWidget *unit;
  GtkWidget *number;
  GtkWidget *text;
  GtkWidget *preview;
  GtkWidget *problem;

  CircSession *session; /* (owned) */
  CircRecord *draft;    /* (owned): what the meetings have in common */
  CircDateFacts *dates; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CircMeetingsWindow, circ_meetings_window, ADW_TYPE_WINDOW)

static const CircFormSection sections[] = {
  { NULL, NULL, (const int[]) { CIRC_MEETING_GROUP, CIRC_MEETING_STARTS_AT, CIRC_MEETING_PLACE, -1 }, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static const CircField first_field = { .name = "first", .title = N_ ("First date"), .kind = CIRC_FIELD_DATE };

static char *
dup_text (CircMeetingsWindow *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GPtrArray *
read_dates (CircMeetingsWindow *self)
{
  g_autofree char *text = dup_text (self);

  return circ_meeting_dates_read (circ_session_get_store (self->session), self->dates,
                                  circ_record_get_int (self->draft, CIRC_MEETING_GROUP), text,
                                  circ_session_get_today (self->session));
}

static GtkWidget *
new_row (const CircMeetingDate *date)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *day = date->iso != NULL ? circ_date_format_long (date->iso) : g_strdup (date->words);
  const char *remark = date->problem != NULL ? date->problem : date->warning;
  GtkWidget *label = circ_label_new (day, "numeric");

  gtk_widget_set_hexpand (label, TRUE);
  if (date->problem != NULL)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (row), label);
  if (remark != NULL)
    {
      GtkWidget *words = gtk_label_new (remark);

      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_label_set_xalign (GTK_LABEL (words), 1);
      gtk_widget_add_css_class (words, "caption");
      gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_box_append (GTK_BOX (row), words);
      gtk_widget_add_css_class (row, date->problem != NULL ? "error" : "warning");
    }
  gtk_widget_add_css_class (row, "circ-row");
  return row;
}

static guint
count_good (GPtrArray *dates)
{
  guint n = 0;

  for (guint i = 0; i < dates->len; i++)
    n += ((CircMeetingDate *) dates->pdata[i])->problem == NULL;
  return n;
}

static void
update (CircMeetingsWindow *self)
{
  g_autoptr (GPtrArray) dates = read_dates (self);
  guint n = count_good (dates);
  gboolean ready = n > 0 && circ_record_get (self->draft, CIRC_MEETING_GROUP) != NULL;
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u Meeting", "_Add %u Meetings", n), n);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->preview)) != NULL)
    gtk_box_remove (GTK_BOX (self->preview), row);
  for (guint i = 0; i < dates->len; i++)
    gtk_box_append (GTK_BOX (self->preview), new_row (dates->pdata[i]));
  gtk_widget_set_visible (self->preview, dates->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->save_button), n > 0 ? label : _ ("_Add Meetings"));
  gtk_label_set_label (GTK_LABEL (self->problem), n > 0 && !ready ? _ ("Choose the group that meets.") : "");
  gtk_widget_set_visible (self->problem, n > 0 && !ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", ready);
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircMeetingsWindow *self = CIRC_MEETINGS_WINDOW (widget);
  CircStore *store = circ_session_get_store (self->session);
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) days = NULL;
  g_autoptr (GError) error = NULL;

  if (!circ_form_commit (self->form))
    return;
  dates = read_dates (self);
  for (guint i = 0; i < dates->len; i++)
    if (((CircMeetingDate *) dates->pdata[i])->problem == NULL)
      g_strv_builder_add (builder, ((CircMeetingDate *) dates->pdata[i])->iso);
  days = g_strv_builder_end (builder);
  if (!circ_calendar_add_meetings (store, circ_record_get_int (self->draft, CIRC_MEETING_GROUP), (const char *const *) days,
                                   circ_record_get_text (self->draft, CIRC_MEETING_STARTS_AT),
                                   circ_record_get_text (self->draft, CIRC_MEETING_PLACE), &error))
    {
      circ_session_note_failure (self->session, error);
      gtk_label_set_label (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }
  circ_session_announce (self->session, circ_store_get_undo_title (store));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
fill_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  CircMeetingsWindow *self = CIRC_MEETINGS_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) first = circ_input_dup_value (self->first, &error);
  g_autofree char *lines = NULL;
  GtkTextIter end;

  if (first == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->problem), error != NULL ? error->message : _ ("Enter the first date."));
      gtk_widget_set_visible (self->problem, TRUE);
      gtk_widget_grab_focus (circ_input_get_focus (self->first));
      return;
    }
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->every));
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->number));
  lines = circ_meeting_dates_dup_series (g_variant_get_string (first, NULL),
                                         gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->every)),
                                         (CircSeries) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit)),
                                         (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->number)));
  gtk_text_buffer_get_end_iter (buffer, &end);
  if (gtk_text_iter_get_line_offset (&end) > 0)
    gtk_text_buffer_insert (buffer, &end, "\n", -1);
  gtk_text_buffer_insert (buffer, &end, lines, -1);
}

static void
circ_meetings_window_dispose (GObject *object)
{
  CircMeetingsWindow *self = CIRC_MEETINGS_WINDOW (object);

  g_clear_pointer (&self->dates, circ_date_facts_free);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_meetings_window_parent_class)->dispose (object);
}

static void
circ_meetings_window_class_init (CircMeetingsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_meetings_window_dispose;
  circ_sheet_class_init (GTK_WIDGET_CLASS (klass), save_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "meetings.fill", NULL, fill_action);
}

static void
circ_meetings_window_init (CircMeetingsWindow *self)
{
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_number (int from,
            int to,
            int value,
            const char *name)
{
  GtkWidget *spin = circ_number_new (from, to, name);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  return spin;
}

static void
unit_cb (GtkDropDown *drop_down)
{
  circ_drop_down_update_name (drop_down, _ ("Weeks or months"));
}

/* "From [8 April 2026] every [1] [months, same weekday] [12] dates [Fill In]" */
static GtkWidget *
new_series (CircMeetingsWindow *self)
{
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *fill = gtk_button_new_with_label (_ ("Fill In"));
  const char *const titles[CIRC_N_SERIES + 1] = {
    [CIRC_SERIES_WEEKS] = _ ("weeks"),
    [CIRC_SERIES_MONTHS] = _ ("months, same day"),
    [CIRC_SERIES_WEEKDAYS] = _ ("months, same weekday"),
  };
  g_autoptr (GtkStringList) units = gtk_string_list_new (titles);

  gtk_widget_set_layout_manager (flow, circ_wrap_layout_new (6));
  self->first = circ_input_new_for_field (self->session, &first_field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (circ_input_get_focus (self->first)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("First date"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->first), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->first), GTK_ALIGN_CENTER);
  self->every = new_number (1, 52, 1, _ ("How far apart"));
  self->unit = circ_drop_down_new ();
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->unit), G_LIST_MODEL (units));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->unit), CIRC_SERIES_WEEKDAYS);
  gtk_widget_set_hexpand (self->unit, FALSE);
  g_signal_connect (self->unit, "notify::selected", G_CALLBACK (unit_cb), NULL);
  unit_cb (GTK_DROP_DOWN (self->unit));
  self->number = new_number (1, 53, 12, _ ("How many dates"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (fill), "meetings.fill");
  gtk_box_append (GTK_BOX (flow), gtk_label_new (_ ("From")));
  gtk_box_append (GTK_BOX (flow), GTK_WIDGET (self->first));
  gtk_box_append (GTK_BOX (flow), gtk_label_new (_ ("every")));
  gtk_box_append (GTK_BOX (flow), self->every);
  gtk_box_append (GTK_BOX (flow), self->unit);
  gtk_box_append (GTK_BOX (flow), self->number);
  gtk_box_append (GTK_BOX (flow), gtk_label_new (_ ("dates")));
  gtk_box_append (GTK_BOX (flow), fill);
  return flow;
}

static GtkWidget *
new_text (CircMeetingsWindow *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->text = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_widget_set_size_request (self->text, -1, 96);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Dates"), -1);
  gtk_box_append (GTK_BOX (frame), self->text);
  gtk_widget_add_css_class (frame, "circ-text");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return frame;
}

static GtkWidget *
new_group (const char *title,
           const char *help,
           GtkWidget *child)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (group), new_label (title, "circ-field-title"));
  gtk_box_append (GTK_BOX (group), child);
  if (help != NULL)
    {
      GtkWidget *label = new_label (help, "dim-label");

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (group), label);
    }
  return group;
}

void
circ_meetings_window_present (CircSession *session,
                              GtkWidget *parent,
                              gint64 group)
{
  CircMeetingsWindow *self = g_object_new (CIRC_TYPE_MEETINGS_WINDOW, NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *column;

  self->session = g_object_ref (session);
  self->draft = circ_record_new (CIRC_KIND_MEETING);
  if (group != 0)
    circ_record_set_int (self->draft, CIRC_MEETING_GROUP, group);
  self->dates = circ_date_facts_new (circ_session_get_store (session), &error);
  if (self->dates == NULL)
    {
      circ_session_report (session, error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Add Meetings"));
  column = circ_sheet_set_up (ADW_WINDOW (self), parent, _ ("Add Meetings"), self->save_button);
  self->form = CIRC_FORM (circ_form_new (session, &circ_meeting_kind, sections));
  circ_form_set_record (self->form, self->draft);
  self->preview = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->preview, "card");
  gtk_widget_add_css_class (self->preview, "circ-rules");
  self->problem = new_label (NULL, "error");
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column), new_group (_ ("Fill in regular dates"), NULL, new_series (self)));
  gtk_box_append (GTK_BOX (column), new_group (_ ("Dates"), _ ("Type or paste them, each on its line or after a comma: "
                                                               "4 Dec 2026, 5 March 2027."), new_text (self)));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), self->preview);
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}
