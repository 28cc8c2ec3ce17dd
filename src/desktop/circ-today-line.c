/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-today-line.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-due-words.h"
#include "circ-entry.h"
#include "circ-occurrence-state.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-today-row.h"
#include "circ-wrap-layout.h"

#define BUTTON_CHARS 12

struct _CircTodayLine {
  GtkWidget parent_instance;

  /* template */
  GtkLabel *heading;
  GtkWidget *body;
  GtkLabel *what;
  GtkLabel *who;
  GtkLabel *due;
  GtkImage *icon;
  GtkLabel *state;
  GtkButton *button;

  CircSession *session; /* (owned) */
};

enum {
  ACTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CircTodayLine, circ_today_line, GTK_TYPE_WIDGET)

CircRecord *
circ_today_dup_item (CircSession *session,
                     GObject *row)
{
  gint64 id = CIRC_IS_TODAY_ROW (row) ? circ_today_row_get_item (CIRC_TODAY_ROW (row))
                                      : circ_record_get_int (CIRC_RECORD (row), CIRC_OCCURRENCE_ITEM);

  return id > 0 ? circ_store_get (circ_session_get_store (session), id, NULL) : NULL;
}

static void
clicked_cb (CircTodayLine *self)
{
  g_signal_emit (self, signals[ACTED], 0);
}

/* "Staff +2" */
static char *
dup_entries (CircRecord *item,
             guint field)
{
  g_autoptr (GPtrArray) entries =
    circ_entries_from_value (&circ_plan_item_kind.fields[field], circ_record_get (item, field));
  const CircEntry *first = entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;

  if (first == NULL)
    return NULL;
  if (entries->len == 1)
    return g_strdup (first->text);
  /* translators: the first of several, and how many more there are: Staff +2 */
  return g_strdup_printf (_ ("%s +%u"), first->text, entries->len - 1);
}

static char *
dup_who (CircRecord *item)
{
  g_autofree char *to_whom = dup_entries (item, CIRC_PLAN_ITEM_TO_WHOM);
  g_autofree char *by_whom = dup_entries (item, CIRC_PLAN_ITEM_BY_WHOM);

  if (to_whom != NULL && by_whom != NULL)
    /* translators: to whom something goes, and by whom: To Staff +2 · By the administrator */
    return g_strdup_printf (_ ("To %s · By %s"), to_whom, by_whom);
  if (to_whom != NULL)
    /* translators: to whom something goes */
    return g_strdup_printf (_ ("To %s"), to_whom);
  if (by_whom != NULL)
    /* translators: by whom something is done */
    return g_strdup_printf (_ ("By %s"), by_whom);
  return g_strdup ("");
}

/* GTK 4.8 has no name of a list item of its own: the row is what has the focus and is read out. */
static void
set_name (CircTodayLine *self,
          const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_state (CircTodayLine *self,
            CircOccurrenceState state,
            gboolean provisional)
{
  gboolean overdue = state == CIRC_OCCURRENCE_STATE_OVERDUE;

  gtk_image_set_from_icon_name (self->icon, circ_occurrence_state_get_icon (state));
  /* translators: a state: the day that something is to be done on may still change */
  gtk_label_set_label (self->state, provisional ? _ ("Provisional") : circ_occurrence_state_get_title (state));
  (overdue ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->due), "error");
  (overdue ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->icon), "error");
}

static void
show_button (CircTodayLine *self,
             const char *label,
             const char *what)
{
  /* translators: the name of a button in a row, and what the row is about */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, what);

  gtk_button_set_label (self->button, label);
  /* All of a width, so that what stands before them is in a column. */
  gtk_label_set_width_chars (GTK_LABEL (gtk_button_get_child (self->button)), BUTTON_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !circ_session_get_read_only (self->session));
}

static void
show_occurrence (CircTodayLine *self,
                 CircRecord *occurrence,
                 const char *what,
                 const char *who)
{
  const char *today = circ_session_get_today (self->session);
  const char *due_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON);
  CircOccurrenceState state = circ_occurrence_state_of (occurrence, 0, CIRC_EVIDENCE_POLICY_NONE, today);
  gboolean provisional = state != CIRC_OCCURRENCE_STATE_OVERDUE &&
                         circ_record_get_bool (occurrence, CIRC_OCCURRENCE_PROVISIONAL);
  g_autofree char *due = circ_due_words (due_on, today);
  g_autofree char *day = circ_date_format_long (due_on);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->due, due);
  gtk_widget_set_visible (GTK_WIDGET (self->due), TRUE);
  show_state (self, state, provisional);
  show_button (self, _ ("Record…"), what);
  /* translators: read aloud: what is to be done, how it stands, its day in full, how late it is, to whom and by whom */
  name = g_strdup_printf (_ ("%s, %s, %s, %s, %s"), what, gtk_label_get_label (self->state), day, due, who);
  set_name (self, name);
}

static void
show_waiting (CircTodayLine *self,
              CircTodayRow *row,
              const char *what,
              const char *who)
{
  CircOccurrenceState state = circ_today_row_get_state (row);
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->due), FALSE);
  show_state (self, state, FALSE);
  if (state == CIRC_OCCURRENCE_STATE_AWAITING_TRIGGER)
    show_button (self, _ ("It Happened…"), what);
  else if (state == CIRC_OCCURRENCE_STATE_DATE_NEEDED)
    show_button (self, _ ("Set a Date…"), what);
  else
    show_button (self, _ ("Open"), what);
  /* translators: read aloud: what is to be done, how it stands, when, to whom and by whom */
  name = g_strdup_printf (_ ("%s, %s, %s"), what, gtk_label_get_label (self->state), who);
  set_name (self, name);
}

static void
circ_today_line_dispose (GObject *object)
{
  CircTodayLine *self = CIRC_TODAY_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CIRC_TYPE_TODAY_LINE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_today_line_parent_class)->dispose (object);
}

static void
circ_today_line_class_init (CircTodayLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_today_line_dispose;
  signals[ACTED] = g_signal_new ("acted", CIRC_TYPE_TODAY_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-today-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, heading);
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, body);
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, what);
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, who);
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, due);
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, icon);
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, state);
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
circ_today_line_init (CircTodayLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_today_line_new (CircSession *session)
{
  CircTodayLine *self = g_object_new (CIRC_TYPE_TODAY_LINE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
circ_today_line_show_heading (CircTodayLine *self,
                              const char *title,
                              guint count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CIRC_IS_TODAY_LINE (self));

  /* translators: the heading of a group of a list, and how many rows it has */
  text = g_strdup_printf (_ ("%s (%u)"), title, count);
  gtk_label_set_label (self->heading, text);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), TRUE);
  gtk_widget_set_visible (self->body, FALSE);
  set_name (self, text);
}

void
circ_today_line_show (CircTodayLine *self,
                      GObject *row)
{
  g_autoptr (CircRecord) item = NULL;
  g_autofree char *what = NULL;
  g_autofree char *who = NULL;

  g_return_if_fail (CIRC_IS_TODAY_LINE (self));

  item = circ_today_dup_item (self->session, row);
  what = item != NULL ? circ_record_dup_title (item) : g_strdup ("");
  who = item != NULL ? dup_who (item) : g_strdup ("");
  if (CIRC_IS_TODAY_ROW (row) && item != NULL && circ_record_get (item, CIRC_PLAN_ITEM_WHEN_TEXT) != NULL)
    {
      char *people = who;

      who = g_strconcat (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT), *people != '\0' ? " · " : "", people, NULL);
      g_free (people);
    }
  g_strdelimit (who, "\r\n\t", ' ');
  g_strdelimit (what, "\r\n\t", ' ');
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  gtk_widget_set_visible (self->body, TRUE);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->who, who);
  gtk_widget_set_visible (GTK_WIDGET (self->who), *who != '\0');
  if (CIRC_IS_TODAY_ROW (row))
    show_waiting (self, CIRC_TODAY_ROW (row), what, who);
  else
    show_occurrence (self, CIRC_RECORD (row), what, who);
}
