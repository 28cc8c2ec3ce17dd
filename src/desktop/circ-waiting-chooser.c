/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-waiting-chooser.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-drop-down.h"
#include "circ-occurrence-state.h"
#include "circ-occurrence.h"

struct _CircWaitingChooser {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *drop_down;

  GPtrArray *waiting; /* (owned) (element-type CircRecord) */
};

enum {
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CircWaitingChooser, circ_waiting_chooser, GTK_TYPE_WIDGET)

static void
update_name (CircWaitingChooser *self)
{
  circ_drop_down_update_name (GTK_DROP_DOWN (self->drop_down), _ ("For"));
}

static void
selected_cb (CircWaitingChooser *self)
{
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

/* "Due Fri 4 Dec (overdue)" */
static char *
dup_title (CircRecord *occurrence,
           const char *today)
{
  const char *due = circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON);
  g_autofree char *day = due == NULL ? NULL : circ_date_format_short (due, today);

  if (due == NULL)
    return g_strdup (_ ("Planned without a day"));
  if (circ_occurrence_state_of (occurrence, 0, CIRC_EVIDENCE_POLICY_NONE, today) == CIRC_OCCURRENCE_STATE_OVERDUE)
    /* translators: one of several planned times; %s is a day such as Fri 4 Dec */
    return g_strdup_printf (_ ("Due %s (overdue)"), day);
  /* translators: one of several planned times; %s is a day such as Fri 4 Dec */
  return g_strdup_printf (_ ("Due %s"), day);
}

static void
circ_waiting_chooser_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  g_value_set_object (value, circ_waiting_chooser_get_chosen (CIRC_WAITING_CHOOSER (object)));
}

static void
circ_waiting_chooser_dispose (GObject *object)
{
  CircWaitingChooser *self = CIRC_WAITING_CHOOSER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (circ_waiting_chooser_parent_class)->dispose (object);
}

static void
circ_waiting_chooser_class_init (CircWaitingChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = circ_waiting_chooser_get_property;
  object_class->dispose = circ_waiting_chooser_dispose;

  props[PROP_CHOSEN] = g_param_spec_object ("chosen", NULL, NULL, CIRC_TYPE_RECORD,
                                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
circ_waiting_chooser_init (CircWaitingChooser *self)
{
  GtkWidget *title = gtk_label_new (_ ("For"));
  GtkWidget *help = gtk_label_new (_ ("“Another time” records one more and leaves what is planned open."));

  gtk_widget_add_css_class (GTK_WIDGET (self), "circ-field-row");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "circ-field-title");
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_label_set_wrap (GTK_LABEL (help), TRUE);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_widget_add_css_class (help, "caption");
  self->drop_down = circ_drop_down_new ();
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->drop_down);
  gtk_box_append (GTK_BOX (self->box), help);
}

GtkWidget *
circ_waiting_chooser_new (CircSession *session,
                          GPtrArray *waiting)
{
  CircWaitingChooser *self = g_object_new (CIRC_TYPE_WAITING_CHOOSER, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->waiting = g_ptr_array_ref (waiting);
  for (guint i = 0; i < waiting->len; i++)
    {
      g_autofree char *title = dup_title (g_ptr_array_index (waiting, i), circ_session_get_today (session));

      gtk_string_list_append (titles, title);
    }
  gtk_string_list_append (titles, _ ("Another time"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (titles));
  update_name (self);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

CircRecord *
circ_waiting_chooser_get_chosen (CircWaitingChooser *self)
{
  guint position;

  g_return_val_if_fail (CIRC_IS_WAITING_CHOOSER (self), NULL);

  position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  return position < self->waiting->len ? g_ptr_array_index (self->waiting, position) : NULL;
}
