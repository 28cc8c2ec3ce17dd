/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-filter-button.h"

#include <glib/gi18n-lib.h>

struct _CircPlanFilterButton {
  GtkWidget parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkButton *clear;

  char *title;
  char *unset; /* (nullable): what holds while nothing is chosen */
};

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

enum {
  CLEARED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CircPlanFilterButton, circ_plan_filter_button, GTK_TYPE_WIDGET)

static void
clear_cb (CircPlanFilterButton *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
  /* The button that had the focus is about to go. */
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
circ_plan_filter_button_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  g_value_set_string (value, CIRC_PLAN_FILTER_BUTTON (object)->title);
}

static void
circ_plan_filter_button_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  CircPlanFilterButton *self = CIRC_PLAN_FILTER_BUTTON (object);

  self->title = g_value_dup_string (value);
}

static void
circ_plan_filter_button_constructed (GObject *object)
{
  G_OBJECT_CLASS (circ_plan_filter_button_parent_class)->constructed (object);

  circ_plan_filter_button_set_value (CIRC_PLAN_FILTER_BUTTON (object), NULL);
}

static void
circ_plan_filter_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CIRC_TYPE_PLAN_FILTER_BUTTON);

  G_OBJECT_CLASS (circ_plan_filter_button_parent_class)->dispose (object);
}

static void
circ_plan_filter_button_finalize (GObject *object)
{
  g_free (CIRC_PLAN_FILTER_BUTTON (object)->title);
  g_free (CIRC_PLAN_FILTER_BUTTON (object)->unset);

  G_OBJECT_CLASS (circ_plan_filter_button_parent_class)->finalize (object);
}

static void
circ_plan_filter_button_class_init (CircPlanFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = circ_plan_filter_button_get_property;
  object_class->set_property = circ_plan_filter_button_set_property;
  object_class->constructed = circ_plan_filter_button_constructed;
  object_class->dispose = circ_plan_filter_button_dispose;
  object_class->finalize = circ_plan_filter_button_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CLEARED] = g_signal_new ("cleared", CIRC_TYPE_PLAN_FILTER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/plan/circ-plan-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilterButton, label);
  gtk_widget_class_bind_template_child (widget_class, CircPlanFilterButton, clear);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
circ_plan_filter_button_init (CircPlanFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What holds without such a condition, when that is not plainly everything. Goes before circ_plan_filter_button_set_value(). */
void
circ_plan_filter_button_set_unset (CircPlanFilterButton *self,
                                   const char *unset)
{
  g_autofree char *old = NULL;

  g_return_if_fail (CIRC_IS_PLAN_FILTER_BUTTON (self));

  old = self->unset;
  self->unset = g_strdup (unset);
}

/* NULL: there is no such condition. */
void
circ_plan_filter_button_set_value (CircPlanFilterButton *self,
                                   const char *value)
{
  const char *shown = value != NULL ? value : self->unset;
  g_autofree char *text = NULL;
  g_autofree char *clear = NULL;

  g_return_if_fail (CIRC_IS_PLAN_FILTER_BUTTON (self));

  /* translators: a condition of the filter and what is chosen, such as: To whom: Staff */
  text = shown == NULL ? g_strdup (self->title) : g_strdup_printf (_ ("%s: %s"), self->title, shown);
  /* It is said after each change of the file, and for a tooltip the display is asked where the pointer is. */
  if (g_str_equal (gtk_label_get_label (self->label), text) && gtk_widget_get_visible (GTK_WIDGET (self->clear)) == (value != NULL))
    return;
  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), value == NULL ? NULL : text);
  /* The focus is on a button inside of the menu button, which takes no name from its label in GTK 4.8. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->clear), value != NULL);
  /* translators: %s is a condition of the filter, such as: To whom */
  clear = g_strdup_printf (_ ("Any: %s"), self->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clear), clear);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
}

void
circ_plan_filter_button_set_menu (CircPlanFilterButton *self,
                                  GMenuModel *menu)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER_BUTTON (self));
  gtk_menu_button_set_menu_model (self->button, menu);
}

void
circ_plan_filter_button_set_popover (CircPlanFilterButton *self,
                                     GtkWidget *popover)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER_BUTTON (self));
  gtk_menu_button_set_popover (self->button, popover);
}

void
circ_plan_filter_button_close (CircPlanFilterButton *self)
{
  g_return_if_fail (CIRC_IS_PLAN_FILTER_BUTTON (self));
  gtk_menu_button_popdown (self->button);
}
