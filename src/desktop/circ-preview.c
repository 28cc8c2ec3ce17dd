/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-preview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

struct _CircPreview
{
  GtkWidget         parent_instance;

  /* template */
  GtkStack         *stack;
  GtkSpinner       *spinner;
  GtkLabel         *busy_label;
  CircPreviewPages *pages;
  GtkLabel         *page_label;
  GtkLabel         *zoom_label;
  AdwStatusPage    *message;
};

G_DEFINE_FINAL_TYPE (CircPreview, circ_preview, GTK_TYPE_WIDGET)

static void
update_labels (CircPreview *self)
{
  guint n_pages = circ_preview_pages_get_n_pages (self->pages);
  g_autofree char *page = NULL;
  g_autofree char *zoom = NULL;

  /* translators: the page that is in sight and how many there are */
  page = g_strdup_printf (_("Page %u of %u"), circ_preview_pages_get_page (self->pages), n_pages);
  gtk_label_set_text (self->page_label, n_pages == 0 ? "" : page);
  /* translators: how large a page is shown, in hundredths of its size on paper */
  zoom = g_strdup_printf (_("%d %%"), (int) lround (circ_preview_pages_get_zoom (self->pages) * 100));
  gtk_label_set_text (self->zoom_label, zoom);
}

static void
zoom_in (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  circ_preview_pages_zoom_by (CIRC_PREVIEW (widget)->pages, 1);
}

static void
zoom_out (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  circ_preview_pages_zoom_by (CIRC_PREVIEW (widget)->pages, -1);
}

static void
circ_preview_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_boolean (value, circ_preview_pages_get_fit_width (CIRC_PREVIEW (object)->pages));
}

static void
circ_preview_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  circ_preview_pages_set_fit_width (CIRC_PREVIEW (object)->pages, g_value_get_boolean (value));
}

static void
circ_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CIRC_TYPE_PREVIEW);

  G_OBJECT_CLASS (circ_preview_parent_class)->dispose (object);
}

static void
circ_preview_class_init (CircPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint plus[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint minus[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint zero[] = { GDK_KEY_0, GDK_KEY_KP_0 };

  object_class->get_property = circ_preview_get_property;
  object_class->set_property = circ_preview_set_property;
  object_class->dispose = circ_preview_dispose;
  /* Only there to give the action a state that the button can show. */
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_boolean ("fit-width", NULL, NULL, TRUE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS));

  g_type_ensure (CIRC_TYPE_PREVIEW_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/plan/circ-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CircPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, CircPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, CircPreview, busy_label);
  gtk_widget_class_bind_template_child (widget_class, CircPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, CircPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, CircPreview, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, CircPreview, message);

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_property_action (widget_class, "preview.fit-width", "fit-width");
  for (gsize i = 0; i < G_N_ELEMENTS (plus); i++)
    gtk_widget_class_add_binding_action (widget_class, plus[i], GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (minus); i++)
    gtk_widget_class_add_binding_action (widget_class, minus[i], GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (zero); i++)
    gtk_widget_class_add_binding_action (widget_class, zero[i], GDK_CONTROL_MASK, "preview.fit-width", NULL);
}

static void
fit_width_cb (CircPreview *self)
{
  g_object_notify (G_OBJECT (self), "fit-width");
}

static void
circ_preview_init (CircPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->pages, "notify::page", G_CALLBACK (update_labels), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::n-pages", G_CALLBACK (update_labels), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::zoom", G_CALLBACK (update_labels), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::fit-width", G_CALLBACK (fit_width_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
circ_preview_new (void)
{
  return g_object_new (CIRC_TYPE_PREVIEW, NULL);
}

gboolean
circ_preview_set_pdf (CircPreview  *self,
                      GBytes       *pdf,
                      GError      **error)
{
  g_autoptr (CircPreviewSource) source = NULL;

  g_return_val_if_fail (CIRC_IS_PREVIEW (self), FALSE);
  g_return_val_if_fail (pdf != NULL, FALSE);

  source = circ_preview_source_new (pdf, error);
  if (source == NULL)
    return FALSE;
  circ_preview_pages_set_source (self->pages, source);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  return TRUE;
}

void
circ_preview_set_busy (CircPreview *self,
                       const char  *text)
{
  g_return_if_fail (CIRC_IS_PREVIEW (self));

  gtk_label_set_text (self->busy_label, text);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

void
circ_preview_set_message (CircPreview *self,
                          const char  *icon_name,
                          const char  *title,
                          const char  *description)
{
  g_return_if_fail (CIRC_IS_PREVIEW (self));

  adw_status_page_set_icon_name (self->message, icon_name);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, description);
  circ_preview_pages_set_source (self->pages, NULL);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "message");
}
