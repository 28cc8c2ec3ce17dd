/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-add.h"

#include <glib/gi18n-lib.h>

#include "circ-lists-actions.h"
#include "circ-lists-words.h"

struct _CircListsAdd {
  GtkPopover parent_instance;

  /* template */
  GtkLabel *label;
  GtkEditable *entry;
  GtkLabel *problem;
  GtkWidget *confirm;

  CircSession *session; /* (owned) */
  CircKindId kind;
};

G_DEFINE_FINAL_TYPE (CircListsAdd, circ_lists_add, GTK_TYPE_POPOVER)

enum {
  BEFORE,
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_problem (CircListsAdd *self,
              const char *problem)
{
  const char *text = problem != NULL ? problem : "";

  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
changed_cb (CircListsAdd *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_widget_set_sensitive (self->confirm, *name != '\0');
  show_problem (self, NULL);
}

static void
closed_cb (CircListsAdd *self)
{
  gtk_editable_set_text (self->entry, "");
}

static void
add_cb (CircListsAdd *self)
{
  circ_lists_add_name (self, gtk_editable_get_text (self->entry));
}

static void
circ_lists_add_dispose (GObject *object)
{
  g_clear_object (&CIRC_LISTS_ADD (object)->session);

  G_OBJECT_CLASS (circ_lists_add_parent_class)->dispose (object);
}

static void
circ_lists_add_class_init (CircListsAddClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_lists_add_dispose;
  signals[BEFORE] = g_signal_new ("before", CIRC_TYPE_LISTS_ADD, G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  signals[ADDED] = g_signal_new ("added", CIRC_TYPE_LISTS_ADD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 CIRC_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-lists-add.ui");
  gtk_widget_class_bind_template_child (widget_class, CircListsAdd, label);
  gtk_widget_class_bind_template_child (widget_class, CircListsAdd, entry);
  gtk_widget_class_bind_template_child (widget_class, CircListsAdd, problem);
  gtk_widget_class_bind_template_child (widget_class, CircListsAdd, confirm);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
circ_lists_add_init (CircListsAdd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_lists_add_new (CircSession *session,
                    CircKindId kind)
{
  CircListsAdd *self = g_object_new (CIRC_TYPE_LISTS_ADD, NULL);
  const char *name = _ (circ_lists_words_get (kind)->name);

  self->session = g_object_ref (session);
  self->kind = kind;
  gtk_label_set_label (self->label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

gboolean
circ_lists_add_name (CircListsAdd *self,
                     const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autoptr (CircRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gboolean stop = FALSE;

  g_return_val_if_fail (CIRC_IS_LISTS_ADD (self), FALSE);

  if (*trimmed == '\0')
    return FALSE;
  g_signal_emit (self, signals[BEFORE], 0, &stop);
  if (stop)
    return FALSE;
  record = circ_lists_insert (self->session, self->kind, trimmed, &error);
  if (record == NULL)
    {
      show_problem (self, error->message);
      return FALSE;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ADDED], 0, record);

  return TRUE;
}
