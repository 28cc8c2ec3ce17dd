/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-preview-pages.h"

#include "circ-preview-cache.h"
#include "circ-preview-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _CircPreviewPages
{
  GtkWidget          parent_instance;

  CircPreviewSource *source;   /* (owned) (nullable) */
  GtkAdjustment     *adjustments[2];
  GtkScrollablePolicy policies[2];
  CircPreviewCache  *cache;    /* (owned) */
  CircPreviewLayout  layout;
  double             zoom;
  gboolean           fit_width;
  guint              page;     /* in sight, from 0 */
};

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_N_PAGES,
  PROP_ZOOM,
  PROP_FIT_WIDTH,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CircPreviewPages, circ_preview_pages, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_value (CircPreviewPages *self,
           GtkOrientation    orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment == NULL ? 0 : round (gtk_adjustment_get_value (adjustment));
}

/* Asks for pictures of what is in sight. */
static void
want (CircPreviewPages *self)
{
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);

  if (self->layout.pages->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  circ_preview_cache_want (self->cache, circ_preview_layout_find (&self->layout, top),
                           circ_preview_layout_find (&self->layout, top + gtk_widget_get_height (GTK_WIDGET (self))),
                           self->layout.scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

/* The page that covers the upper third of what is in sight is the one that is being read. */
static void
update_page (CircPreviewPages *self)
{
  guint page = circ_preview_layout_find (&self->layout, get_value (self, GTK_ORIENTATION_VERTICAL)
                                                        + gtk_widget_get_height (GTK_WIDGET (self)) / 3.0);

  if (page == self->page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
value_changed_cb (CircPreviewPages *self)
{
  update_page (self);
  want (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (CircPreviewPages *self,
                GtkOrientation    orientation,
                GtkAdjustment    *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment && adjustment != NULL)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
circ_preview_pages_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  CircPreviewPages *self = CIRC_PREVIEW_PAGES (widget);
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double old_scale = self->layout.scale;
  double top, left;

  if (self->source == NULL || vertical == NULL || horizontal == NULL)
    return;

  circ_preview_layout_update (&self->layout, self->source, self->fit_width ? 0 : self->zoom, width, height);
  top = gtk_adjustment_get_value (vertical);
  left = gtk_adjustment_get_value (horizontal);
  if (old_scale != self->layout.scale)
    {
      /* What is in the middle stays in the middle. */
      if (old_scale > 0)
        top = (top + height / 2.0) * self->layout.scale / old_scale - height / 2.0;
      left = (self->layout.width - width) / 2;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
    }
  gtk_adjustment_configure (vertical, CLAMP (top, 0, self->layout.height - height), 0, self->layout.height, 40,
                            height * 0.9, height);
  gtk_adjustment_configure (horizontal, CLAMP (left, 0, self->layout.width - width), 0, self->layout.width, 40,
                            width * 0.9, width);
  update_page (self);
  want (self);
}

static void
circ_preview_pages_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  CircPreviewPages *self = CIRC_PREVIEW_PAGES (widget);
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shadow = { 0, 0, 0, 0.25f };

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-get_value (self, GTK_ORIENTATION_HORIZONTAL), -top));
  for (guint i = 0; i < self->layout.pages->len; i++)
    {
      GdkTexture *texture = circ_preview_cache_get (self->cache, i);
      const graphene_rect_t *rectangle = circ_preview_layout_get (&self->layout, i);
      GskRoundedRect outline;

      if (!circ_preview_layout_touches (&self->layout, i, top, top + gtk_widget_get_height (widget)))
        continue;
      gsk_rounded_rect_init_from_rect (&outline, rectangle, 0);
      gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 1, 3);
      /* Paper is white in the dark style too: this is a picture of what will be printed. */
      gtk_snapshot_append_color (snapshot, &white, rectangle);
      if (texture != NULL)
        gtk_snapshot_append_texture (snapshot, texture, rectangle);
    }
  gtk_snapshot_pop (snapshot);
}

static void
circ_preview_pages_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (circ_preview_pages_parent_class)->map (widget);
  want (CIRC_PREVIEW_PAGES (widget));
}

static void
scroll_by (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CircPreviewPages *self = CIRC_PREVIEW_PAGES (widget);
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double amount = g_variant_get_double (parameter);

  if (fabs (amount) >= 100)
    gtk_adjustment_set_value (vertical, amount < 0 ? 0 : gtk_adjustment_get_upper (vertical));
  else
    gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical)
                                        + amount * gtk_adjustment_get_page_size (vertical));
}

static void
circ_preview_pages_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CircPreviewPages *self = CIRC_PREVIEW_PAGES (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_preview_pages_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CircPreviewPages *self = CIRC_PREVIEW_PAGES (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, circ_preview_pages_get_page (self));
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, circ_preview_pages_get_n_pages (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, circ_preview_pages_get_zoom (self));
      break;
    case PROP_FIT_WIDTH:
      g_value_set_boolean (value, self->fit_width);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_preview_pages_dispose (GObject *object)
{
  CircPreviewPages *self = CIRC_PREVIEW_PAGES (object);

  /* Its worker holds the cache, and would go on to the next page. */
  if (self->cache != NULL)
    circ_preview_cache_set_source (self->cache, NULL);
  g_clear_object (&self->cache);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], value_changed_cb, self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_pointer (&self->source, circ_preview_source_unref);

  G_OBJECT_CLASS (circ_preview_pages_parent_class)->dispose (object);
}

static void
circ_preview_pages_finalize (GObject *object)
{
  circ_preview_layout_clear (&CIRC_PREVIEW_PAGES (object)->layout);

  G_OBJECT_CLASS (circ_preview_pages_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    double          amount; /* of what is in sight; 100: to the end */
  } keys[] = {
    { GDK_KEY_Up, 0, -0.1 }, { GDK_KEY_Down, 0, 0.1 },
    { GDK_KEY_KP_Up, 0, -0.1 }, { GDK_KEY_KP_Down, 0, 0.1 },
    { GDK_KEY_Page_Up, 0, -0.9 }, { GDK_KEY_Page_Down, 0, 0.9 },
    { GDK_KEY_KP_Page_Up, 0, -0.9 }, { GDK_KEY_KP_Page_Down, 0, 0.9 },
    { GDK_KEY_space, 0, 0.9 }, { GDK_KEY_space, GDK_SHIFT_MASK, -0.9 },
    { GDK_KEY_Home, 0, -100 }, { GDK_KEY_End, 0, 100 },
  };

  gtk_widget_class_install_action (klass, "pages.scroll", "d", scroll_by);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, "pages.scroll", "d", keys[i].amount);
}

static void
circ_preview_pages_class_init (CircPreviewPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = circ_preview_pages_set_property;
  object_class->get_property = circ_preview_pages_get_property;
  object_class->dispose = circ_preview_pages_dispose;
  object_class->finalize = circ_preview_pages_finalize;
  widget_class->size_allocate = circ_preview_pages_size_allocate;
  widget_class->snapshot = circ_preview_pages_snapshot;
  widget_class->map = circ_preview_pages_map;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, CIRC_PREVIEW_MIN_ZOOM, CIRC_PREVIEW_MAX_ZOOM, 1, flags);
  properties[PROP_FIT_WIDTH] = g_param_spec_boolean ("fit-width", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  install_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
circ_preview_pages_init (CircPreviewPages *self)
{
  self->cache = circ_preview_cache_new ();
  g_signal_connect_object (self->cache, "drawn", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  circ_preview_layout_init (&self->layout);
  self->zoom = 1;
  self->fit_width = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
}

GtkWidget *
circ_preview_pages_new (void)
{
  return g_object_new (CIRC_TYPE_PREVIEW_PAGES, NULL);
}

void
circ_preview_pages_set_source (CircPreviewPages  *self,
                               CircPreviewSource *source)
{
  g_autofree char *name = NULL;
  guint n_pages;

  g_return_if_fail (CIRC_IS_PREVIEW_PAGES (self));

  circ_preview_cache_set_source (self->cache, source);
  g_clear_pointer (&self->source, circ_preview_source_unref);
  if (source != NULL)
    self->source = circ_preview_source_ref (source);
  n_pages = circ_preview_pages_get_n_pages (self);
  g_array_set_size (self->layout.pages, 0);
  self->layout.scale = 0;
  self->page = 0;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  /* translators: read aloud for the picture of a document; the number of its pages */
  name = g_strdup_printf (ngettext ("Preview of the document, %u page", "Preview of the document, %u pages", n_pages),
                          n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* From 1; 0 when there is none. */
guint
circ_preview_pages_get_page (CircPreviewPages *self)
{
  g_return_val_if_fail (CIRC_IS_PREVIEW_PAGES (self), 0);
  return self->source == NULL ? 0 : self->page + 1;
}

guint
circ_preview_pages_get_n_pages (CircPreviewPages *self)
{
  g_return_val_if_fail (CIRC_IS_PREVIEW_PAGES (self), 0);
  return self->source == NULL ? 0 : circ_preview_source_get_n_pages (self->source);
}

double
circ_preview_pages_get_zoom (CircPreviewPages *self)
{
  g_return_val_if_fail (CIRC_IS_PREVIEW_PAGES (self), 1);
  return self->layout.scale > 0 ? self->layout.scale / CIRC_PREVIEW_NATURAL : self->zoom;
}

void
circ_preview_pages_set_zoom (CircPreviewPages *self,
                             double            zoom)
{
  g_return_if_fail (CIRC_IS_PREVIEW_PAGES (self));

  self->zoom = CLAMP (zoom, CIRC_PREVIEW_MIN_ZOOM, CIRC_PREVIEW_MAX_ZOOM);
  circ_preview_pages_set_fit_width (self, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
circ_preview_pages_zoom_by (CircPreviewPages *self,
                            int               steps)
{
  circ_preview_pages_set_zoom (self, circ_preview_layout_step (circ_preview_pages_get_zoom (self), steps));
}

void
circ_preview_pages_set_fit_width (CircPreviewPages *self,
                                  gboolean          fit_width)
{
  g_return_if_fail (CIRC_IS_PREVIEW_PAGES (self));

  if (self->fit_width == fit_width)
    return;
  self->fit_width = fit_width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT_WIDTH]);
}

gboolean
circ_preview_pages_get_fit_width (CircPreviewPages *self)
{
  g_return_val_if_fail (CIRC_IS_PREVIEW_PAGES (self), FALSE);
  return self->fit_width;
}

guint
circ_preview_pages_get_n_drawn (CircPreviewPages *self)
{
  g_return_val_if_fail (CIRC_IS_PREVIEW_PAGES (self), 0);
  return circ_preview_cache_get_n_drawn (self->cache);
}
