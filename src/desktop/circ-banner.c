/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-banner.h"

struct _CircBanner {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *title;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (CircBanner, circ_banner, GTK_TYPE_WIDGET)

enum {
  BUTTON_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (CircBanner *self)
{
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

static void
circ_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CIRC_TYPE_BANNER);

  G_OBJECT_CLASS (circ_banner_parent_class)->dispose (object);
}

static void
circ_banner_class_init (CircBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_banner_dispose;

  signals[BUTTON_CLICKED] = g_signal_new ("button-clicked", CIRC_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, CircBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, CircBanner, title);
  gtk_widget_class_bind_template_child (widget_class, CircBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "circ-banner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
circ_banner_init (CircBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_banner_new (void)
{
  return g_object_new (CIRC_TYPE_BANNER, NULL);
}

void
circ_banner_set_title (CircBanner *self,
                       const char *title)
{
  g_return_if_fail (CIRC_IS_BANNER (self));

  /* The words stay while the strip slides away. */
  if (title != NULL)
    gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), title != NULL);
}

const char *
circ_banner_get_title (CircBanner *self)
{
  g_return_val_if_fail (CIRC_IS_BANNER (self), NULL);

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return NULL;

  return gtk_label_get_text (GTK_LABEL (self->title));
}

void
circ_banner_set_button_label (CircBanner *self,
                              const char *label)
{
  g_return_if_fail (CIRC_IS_BANNER (self));

  gtk_widget_set_visible (self->button, label != NULL);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), label);
}
