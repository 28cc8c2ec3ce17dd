/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every window has to answer: names, room, a picture. */
#include "config.h"

#include "circ-test-private.h"

void
circ_test_assert_label (GtkWidget *widget,
                        const char *name)
{
  g_autofree char *other =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  if (other != NULL)
    g_error ("%s is called %s, not “%s”", G_OBJECT_TYPE_NAME (widget), other, name);
}

/* GTK's own, which take the focus for what is in them; a screen reader reads that. */
static gboolean
is_container (GtkWidget *widget)
{
  static const char *const names[] = { "GtkListItemWidget", "GtkColumnListView", "GtkColumnViewTitle", "GtkPopoverContent",
                                       "GtkColumnListItemWidget", "GtkListItemBase" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), names[i]))
      return TRUE;

  return GTK_IS_WINDOW (widget) || GTK_IS_POPOVER (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget)
         || GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget)
         || GTK_IS_NOTEBOOK (widget) || GTK_IS_STACK (widget);
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  /* An empty name is worse than none, and GTK 4.8 falls back on the name of the class. */
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      g_autofree char *filled =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");

      return filled != NULL;
    }
  if (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  /* The text within an entry, and the button within a menu button, go by the name of what they are within. */
  if (parent != NULL && (GTK_IS_EDITABLE (parent) || GTK_IS_MENU_BUTTON (parent)))
    return has_name (parent);

  return FALSE;
}

static gboolean
find_nameless (GtkWidget *widget,
               gpointer user_data)
{
  guint *n = user_data;

  if (!gtk_widget_get_focusable (widget) || is_container (widget) || has_name (widget))
    return FALSE;
  /* A label is read out by its text. */
  if (GTK_IS_LABEL (widget) || GTK_IS_LIST_BOX_ROW (widget))
    return FALSE;
  g_printerr ("without a name: %s", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    g_printerr (" < %s", G_OBJECT_TYPE_NAME (parent));
  g_printerr ("\n");
  (*n)++;

  return FALSE;
}

void
circ_test_assert_names (GtkWidget *root)
{
  guint n = 0;

  circ_test_settle (root);
  circ_test_walk (root, find_nameless, &n);
  g_assert_cmpuint (n, ==, 0);
}

static gboolean
is_scrolled (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

static gboolean
find_cut (GtkWidget *widget,
          gpointer user_data)
{
  guint *n = user_data;
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;

  if (GTK_IS_LABEL (widget) && gtk_label_get_ellipsize (GTK_LABEL (widget)) == PANGO_ELLIPSIZE_NONE)
    {
      int width;

      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (widget)), &width, NULL);
      if (width > gtk_widget_get_width (widget) + 1)
        {
          g_printerr ("cut: “%s” is %d pixels wide in a place of %d\n", gtk_label_get_text (GTK_LABEL (widget)), width,
                      gtk_widget_get_width (widget));
          (*n)++;
        }
    }
  if (widget != native && gtk_widget_get_width (widget) > 0 && !is_scrolled (widget)
      && gtk_widget_compute_bounds (widget, native, &bounds)
      && bounds.origin.x + bounds.size.width > gtk_widget_get_width (native) + 1
      && gtk_widget_get_overflow (gtk_widget_get_parent (widget)) == GTK_OVERFLOW_VISIBLE)
    {
      g_printerr ("%s sticks out of its window, to %d of %d pixels\n", G_OBJECT_TYPE_NAME (widget),
                  (int) (bounds.origin.x + bounds.size.width), gtk_widget_get_width (native));
      (*n)++;
    }

  return FALSE;
}

void
circ_test_assert_fits (GtkWidget *root)
{
  guint n = 0;

  circ_test_settle (root);
  circ_test_walk (root, find_cut, &n);
  g_assert_cmpuint (n, ==, 0);
}

typedef struct {
  GtkWidget *root;
  guint n;
} Whole;

static gboolean
find_broken (GtkWidget *widget,
               gpointer user_data)
{
  Whole *whole = user_data;
  PangoLayout *layout = GTK_IS_LABEL (widget) ? gtk_label_get_layout (GTK_LABEL (widget)) : NULL;
  graphene_rect_t bounds;
  int height;

  if (layout == NULL || !gtk_widget_compute_bounds (widget, whole->root, &bounds))
    return FALSE;
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (pango_layout_is_ellipsized (layout) || height > gtk_widget_get_height (widget) + 1
      || bounds.origin.x + bounds.size.width > gtk_widget_get_width (whole->root) + 1)
    {
      g_printerr ("not whole: “%s”\n", gtk_label_get_text (GTK_LABEL (widget)));
      whole->n++;
    }

  return FALSE;
}

void
circ_test_assert_whole (GtkWidget *root)
{
  Whole whole = { root, 0 };

  circ_test_assert_fits (root);
  circ_test_walk (root, find_broken, &whole);
  g_assert_cmpuint (whole.n, ==, 0);
}

/* NULL while nothing was drawn: a frame may come before the window has its size. */
static GskRenderNode *
snapshot (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *drawing = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, drawing, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  return gtk_snapshot_free_to_node (drawing);
}

void
circ_test_shot (GtkWidget *widget,
                const char *path)
{
  gint64 end = circ_test_deadline ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  do
    {
      circ_test_settle (widget);
      node = snapshot (widget);
    }
  while (node == NULL && g_get_monotonic_time () < end);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                              gtk_widget_get_height (widget)));
  gsk_render_node_unref (node);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
