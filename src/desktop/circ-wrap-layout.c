/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-wrap-layout.h"

struct _CircWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean fill;
};

G_DEFINE_FINAL_TYPE (CircWrapLayout, circ_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum {
  PROP_0,
  PROP_SPACING,
  PROP_FILL,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* One line: the children from @first up to but without @end. */
typedef struct {
  GtkWidget *first;
  GtkWidget *end;
  int width;
  int height;
  int n_expand;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
get_width (GtkWidget *child,
           int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, available));
}

static int
get_height (GtkWidget *child,
            int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Breaks the line that begins with @first; FALSE when there is none. */
static gboolean
fill_line (CircWrapLayout *self,
           GtkWidget *first,
           int available,
           Line *line)
{
  GtkWidget *child = skip_hidden (first);

  *line = (Line) { .first = child };
  for (; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available);
      int gap = child == line->first ? 0 : self->spacing;

      if (child != line->first && line->width + gap + width > available)
        break;
      line->width += gap + width;
      line->height = MAX (line->height, get_height (child, width));
      line->n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
    }
  line->end = child;

  return line->first != NULL;
}

static GtkSizeRequestMode
circ_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
circ_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  CircWrapLayout *self = CIRC_WRAP_LAYOUT (manager);
  int widest = 0, all = 0;
  Line line;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + (all > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (all, widest);
      return;
    }

  if (for_size < 0)
    for_size = MAX (all, widest);
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); fill_line (self, child, for_size, &line);
       child = line.end)
    {
      *minimum += line.height + (*minimum > 0 ? self->spacing : 0);
      if (line.end == NULL)
        break;
    }
  *natural = *minimum;
}

static void
allocate_line (CircWrapLayout *self,
               GtkWidget *widget,
               const Line *line,
               int available,
               int y)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean alone = self->fill && skip_hidden (gtk_widget_get_next_sibling (line->first)) == line->end;
  int n_expand = alone ? 1 : line->n_expand;
  int spare = n_expand > 0 ? MAX (0, available - line->width) / n_expand : 0;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available);
      GtkAllocation place;

      if (alone || gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        width += spare;
      place.x = mirrored ? available - x - width : x;
      place.y = y;
      place.width = width;
      place.height = line->height;
      gtk_widget_size_allocate (child, &place, -1);
      x += width + self->spacing;
    }
}

static void
circ_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  CircWrapLayout *self = CIRC_WRAP_LAYOUT (manager);
  int y = 0;
  Line line;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); fill_line (self, child, width, &line);
       child = line.end)
    {
      allocate_line (self, widget, &line, width, y);
      y += line.height + self->spacing;
      if (line.end == NULL)
        break;
    }
}

static void
circ_wrap_layout_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, CIRC_WRAP_LAYOUT (object)->spacing);
      break;
    case PROP_FILL:
      g_value_set_boolean (value, CIRC_WRAP_LAYOUT (object)->fill);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_wrap_layout_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CircWrapLayout *self = CIRC_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        return;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FILL:
      if (self->fill == g_value_get_boolean (value))
        return;
      self->fill = g_value_get_boolean (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_wrap_layout_class_init (CircWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = circ_wrap_layout_get_property;
  object_class->set_property = circ_wrap_layout_set_property;
  layout_class->get_request_mode = circ_wrap_layout_get_request_mode;
  layout_class->measure = circ_wrap_layout_measure;
  layout_class->allocate = circ_wrap_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILL] = g_param_spec_boolean ("fill", NULL, NULL, FALSE,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
circ_wrap_layout_init (CircWrapLayout *self)
{
}

GtkLayoutManager *
circ_wrap_layout_new (int spacing)
{
  return g_object_new (CIRC_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
