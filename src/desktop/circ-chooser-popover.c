/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-chooser-popover.h"

#include "circ-chooser.h"

struct _CircChooserPopover {
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkWidget *chooser;
};

G_DEFINE_FINAL_TYPE (CircChooserPopover, circ_chooser_popover, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  ADD,
  WORDS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
search_cb (CircChooserPopover *self)
{
  circ_chooser_set_text (CIRC_CHOOSER (self->chooser), gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
activate_cb (CircChooserPopover *self)
{
  /* The list follows the text at once, so that Enter is never about the words before. */
  search_cb (self);
  circ_chooser_choose (CIRC_CHOOSER (self->chooser));
}

static gboolean
key_pressed_cb (CircChooserPopover *self,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return circ_chooser_move (CIRC_CHOOSER (self->chooser), 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return circ_chooser_move (CIRC_CHOOSER (self->chooser), -1);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
show_cb (CircChooserPopover *self)
{
  gtk_widget_grab_focus (self->search);
}

static void
closed_cb (CircChooserPopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
chosen_cb (CircChooserPopover *self,
           gint64 id)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
add_cb (CircChooserPopover *self,
        int kind,
        const char *words)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ADD], 0, kind, words);
}

static void
words_cb (CircChooserPopover *self,
          const char *words)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[WORDS], 0, words);
}

static void
circ_chooser_popover_class_init (CircChooserPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", CIRC_TYPE_CHOOSER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ADD] = g_signal_new ("add", CIRC_TYPE_CHOOSER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[WORDS] = g_signal_new ("words", CIRC_TYPE_CHOOSER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CIRC_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-chooser-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CircChooserPopover, search);
  gtk_widget_class_bind_template_child (widget_class, CircChooserPopover, chooser);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
}

static void
circ_chooser_popover_init (CircChooserPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_chooser_popover_new (CircSession *session)
{
  CircChooserPopover *self = g_object_new (CIRC_TYPE_CHOOSER_POPOVER, NULL);

  circ_chooser_set_session (CIRC_CHOOSER (self->chooser), session);

  return GTK_WIDGET (self);
}

void
circ_chooser_popover_set_kinds (CircChooserPopover *self,
                                const char *const *kinds)
{
  g_return_if_fail (CIRC_IS_CHOOSER_POPOVER (self));

  circ_chooser_set_kinds (CIRC_CHOOSER (self->chooser), kinds);
}

void
circ_chooser_popover_set_excluded (CircChooserPopover *self,
                                   GArray *ids)
{
  g_return_if_fail (CIRC_IS_CHOOSER_POPOVER (self));

  circ_chooser_set_excluded (CIRC_CHOOSER (self->chooser), ids);
}

void
circ_chooser_popover_set_suggested (CircChooserPopover *self,
                                    GArray *ids)
{
  g_return_if_fail (CIRC_IS_CHOOSER_POPOVER (self));

  circ_chooser_set_suggested (CIRC_CHOOSER (self->chooser), ids);
}

void
circ_chooser_popover_set_can_add (CircChooserPopover *self,
                                  gboolean can_add)
{
  g_return_if_fail (CIRC_IS_CHOOSER_POPOVER (self));

  circ_chooser_set_can_add (CIRC_CHOOSER (self->chooser), can_add);
}

void
circ_chooser_popover_set_words (CircChooserPopover *self,
                                gboolean words)
{
  g_return_if_fail (CIRC_IS_CHOOSER_POPOVER (self));

  circ_chooser_set_words (CIRC_CHOOSER (self->chooser), words);
}

void
circ_chooser_popover_set_text (CircChooserPopover *self,
                               const char *text)
{
  g_return_if_fail (CIRC_IS_CHOOSER_POPOVER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  search_cb (self);
}
