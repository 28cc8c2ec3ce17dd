/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-today-line.h"

#include <glib/gi18n-lib.h>

#include "circ-row-name.h"
#include "circ-today-words.h"
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
  GtkWidget *more;

  CircSession *session; /* (owned) */
};

enum {
  ACTED,
  MORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CircTodayLine, circ_today_line, GTK_TYPE_WIDGET)

static void
clicked_cb (CircTodayLine *self)
{
  g_signal_emit (self, signals[ACTED], 0);
}

static void
more_cb (CircTodayLine *self)
{
  g_signal_emit (self, signals[MORE], 0, self->more);
}

static void
show_state (CircTodayLine *self,
            const CircTodayWords *words)
{
  gtk_image_set_from_icon_name (self->icon, words->icon);
  gtk_label_set_label (self->state, words->state);
  gtk_label_set_label (self->due, words->due != NULL ? words->due : "");
  gtk_widget_set_visible (GTK_WIDGET (self->due), words->due != NULL);
  (words->overdue ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->due), "error");
  (words->overdue ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->icon), "error");
}

static void
show_button (CircTodayLine *self,
             const CircTodayWords *words)
{
  /* translators: the name of a button in a row, and what the row is about */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), words->step, words->what);
  g_autofree char *more = g_strdup_printf (_ ("%s: %s"), _ ("More to do with it"), words->what);

  gtk_button_set_label (self->button, words->step);
  /* All of a width, so that what stands before them is in a column. */
  gtk_label_set_width_chars (GTK_LABEL (gtk_button_get_child (self->button)), BUTTON_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !circ_session_get_read_only (self->session));
}

static char *
dup_name (const CircTodayWords *words)
{
  if (words->due != NULL)
    /* translators: read aloud: what is to be done, how it stands, its day in full, how late it is, to whom and by whom */
    return g_strdup_printf (_ ("%s, %s, %s, %s, %s"), words->what, words->state, words->day, words->due, words->who);
  /* translators: read aloud: what is to be done, how it stands, when, to whom and by whom */
  return g_strdup_printf (_ ("%s, %s, %s"), words->what, words->state, words->who);
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
  signals[MORE] = g_signal_new ("more", CIRC_TYPE_TODAY_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                GTK_TYPE_WIDGET);
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
  gtk_widget_class_bind_template_child (widget_class, CircTodayLine, more);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
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
  circ_row_set_name (GTK_WIDGET (self), text);
}

void
circ_today_line_show (CircTodayLine *self,
                      GObject *row)
{
  g_auto (CircTodayWords) words = { NULL };
  g_autofree char *name = NULL;

  g_return_if_fail (CIRC_IS_TODAY_LINE (self));

  circ_today_words_init (&words, self->session, row);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  gtk_widget_set_visible (self->body, TRUE);
  gtk_label_set_label (self->what, words.what);
  gtk_label_set_label (self->who, words.who);
  gtk_widget_set_visible (GTK_WIDGET (self->who), *words.who != '\0');
  show_state (self, &words);
  show_button (self, &words);
  name = dup_name (&words);
  circ_row_set_name (GTK_WIDGET (self), name);
}
