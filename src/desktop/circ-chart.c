/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-chart.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-day.h"

#define LINES 11 /* of text, high */
#define MIN_WIDTH 220
#define RADIUS 3.5
#define REACH 12 /* how near the pointer has to be to a point */
#define GAP 6

typedef struct {
  CircDay day;
  double value;
  char *label;
} Point;

struct _CircChart {
  GtkWidget parent_instance;

  GArray *points; /* (owned) of Point */
  double baseline;
  double target;
};

/* Where things are, in pixels; worked out anew for each drawing. */
typedef struct {
  double left, right, top, bottom;
  double low, high, step;
  CircDay first, last;
} Frame;

G_DEFINE_FINAL_TYPE (CircChart, circ_chart, GTK_TYPE_WIDGET)

static void
point_clear (gpointer data)
{
  g_free (((Point *) data)->label);
}

/* The next of 1, 2, 5, 10, 20 ... so that at most four lines cross the chart. */
static double
find_step (double range)
{
  const double rough = range > 0 ? range / 4 : 1;
  const double power = pow (10, floor (log10 (rough)));

  if (rough <= power)
    return power;
  if (rough <= 2 * power)
    return 2 * power;
  return rough <= 5 * power ? 5 * power : 10 * power;
}

static void
widen (double value,
       double *low,
       double *high)
{
  if (isnan (value))
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* The scale begins at nought: a chart that does not makes much of little. */
static void
find_scale (CircChart *self,
            Frame *frame)
{
  double low = 0, high = 0;

  for (guint i = 0; i < self->points->len; i++)
    widen (g_array_index (self->points, Point, i).value, &low, &high);
  widen (self->baseline, &low, &high);
  widen (self->target, &low, &high);
  frame->step = find_step (high - low);
  frame->low = floor (low / frame->step) * frame->step;
  frame->high = ceil (high / frame->step) * frame->step;
  if (frame->high <= frame->low)
    frame->high = frame->low + frame->step;
}

static PangoLayout *
new_label (CircChart *self,
           const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static PangoLayout *
new_number (CircChart *self,
            const Frame *frame,
            double value)
{
  const int decimals = frame->step < 1 ? (int) ceil (-log10 (frame->step)) : 0;
  g_autofree char *text = g_strdup_printf ("%'.*f", decimals, value);

  return new_label (self, text);
}

static void
init_frame (CircChart *self,
            Frame *frame)
{
  g_autoptr (PangoLayout) lowest = NULL;
  g_autoptr (PangoLayout) highest = NULL;
  int width, other_width, height;

  find_scale (self, frame);
  lowest = new_number (self, frame, frame->low);
  highest = new_number (self, frame, frame->high);
  pango_layout_get_pixel_size (lowest, &other_width, &height);
  pango_layout_get_pixel_size (highest, &width, &height);
  frame->left = MAX (width, other_width) + GAP + RADIUS;
  frame->right = gtk_widget_get_width (GTK_WIDGET (self)) - RADIUS - 1;
  frame->top = height / 2.0 + 1;
  frame->bottom = gtk_widget_get_height (GTK_WIDGET (self)) - height - GAP;
  frame->first = self->points->len > 0 ? g_array_index (self->points, Point, 0).day : 0;
  frame->last = self->points->len > 0 ? g_array_index (self->points, Point, self->points->len - 1).day : 0;
}

static double
get_x (const Frame *frame,
       CircDay day)
{
  if (frame->last == frame->first)
    return (frame->left + frame->right) / 2;
  return frame->left + (frame->right - frame->left) * (day - frame->first) / (frame->last - frame->first);
}

static double
get_y (const Frame *frame,
       double value)
{
  return frame->bottom - (frame->bottom - frame->top) * (value - frame->low) / (frame->high - frame->low);
}

static void
draw_layout (CircChart *self,
             cairo_t *cr,
             PangoLayout *layout,
             double x,
             double y,
             double align)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, CLAMP (x - width * align, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width)), y);
  pango_cairo_show_layout (cr, layout);
  /* Else the next line would begin here. */
  cairo_new_path (cr);
}

static void
set_colour (cairo_t *cr,
            const GdkRGBA *colour,
            double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
draw_scale (CircChart *self,
            cairo_t *cr,
            const Frame *frame,
            const GdkRGBA *text)
{
  for (double value = frame->low; value < frame->high + frame->step / 2; value += frame->step)
    {
      const double y = floor (get_y (frame, value)) + 0.5;
      g_autoptr (PangoLayout) number = new_number (self, frame, value);
      int width, height;

      pango_layout_get_pixel_size (number, &width, &height);
      set_colour (cr, text, 0.15);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, frame->left, y);
      cairo_line_to (cr, frame->right, y);
      cairo_stroke (cr);
      set_colour (cr, text, 0.65);
      draw_layout (self, cr, number, frame->left - GAP - RADIUS, y - height / 2.0, 1);
    }
}

static void
draw_day (CircChart *self,
          cairo_t *cr,
          const Frame *frame,
          CircDay day,
          double align)
{
  g_autofree char *iso = circ_day_dup_iso (day);
  g_autoptr (PangoLayout) layout = NULL;
  GDate date;
  char text[32];

  if (!circ_date_to_gdate (iso, &date))
    return;
  /* translators: a month under a chart: Oct 2026 */
  g_date_strftime (text, sizeof text, _ ("%b %Y"), &date);
  layout = new_label (self, text);
  draw_layout (self, cr, layout, get_x (frame, day), frame->bottom + GAP, align);
}

static void
draw_mark (cairo_t *cr,
           const Frame *frame,
           double value,
           const GdkRGBA *colour,
           double dash)
{
  if (isnan (value))
    return;
  cairo_save (cr);
  set_colour (cr, colour, 0.8);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_move_to (cr, frame->left, get_y (frame, value));
  cairo_line_to (cr, frame->right, get_y (frame, value));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_points (CircChart *self,
             cairo_t *cr,
             const Frame *frame,
             const GdkRGBA *colour)
{
  set_colour (cr, colour, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      cairo_line_to (cr, get_x (frame, point->day), get_y (frame, point->value));
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      cairo_arc (cr, get_x (frame, point->day), get_y (frame, point->value), RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
circ_chart_snapshot (GtkWidget *widget,
                     GtkSnapshot *snapshot)
{
  CircChart *self = CIRC_CHART (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA text, line;
  graphene_rect_t bounds;
  Frame frame;
  cairo_t *cr;

  if (self->points->len == 0)
    return;
  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &line))
    line = text;
  init_frame (self, &frame);
  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_scale (self, cr, &frame, &text);
  draw_mark (cr, &frame, self->baseline, &text, 2);
  draw_mark (cr, &frame, self->target, &text, 8);
  draw_points (self, cr, &frame, &line);
  set_colour (cr, &text, 0.65);
  draw_day (self, cr, &frame, frame.first, frame.first == frame.last ? 0.5 : 0);
  if (frame.first != frame.last)
    draw_day (self, cr, &frame, frame.last, 1);
  cairo_destroy (cr);
}

static void
circ_chart_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = new_label (CIRC_CHART (widget), "0");
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : LINES * height;
  *natural = *minimum;
}

static gboolean
query_tooltip_cb (CircChart *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  const Point *nearest = NULL;
  double distance = REACH;
  Frame frame;

  if (self->points->len == 0 || keyboard)
    return FALSE;
  init_frame (self, &frame);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);
      const double away = hypot (get_x (&frame, point->day) - x, get_y (&frame, point->value) - y);

      if (away <= distance)
        {
          nearest = point;
          distance = away;
        }
    }
  if (nearest == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, nearest->label);
  return TRUE;
}

static void
circ_chart_finalize (GObject *object)
{
  g_array_unref (CIRC_CHART (object)->points);

  G_OBJECT_CLASS (circ_chart_parent_class)->finalize (object);
}

static void
circ_chart_class_init (CircChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = circ_chart_finalize;
  widget_class->snapshot = circ_chart_snapshot;
  widget_class->measure = circ_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
circ_chart_init (CircChart *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_array_set_clear_func (self->points, point_clear);
  self->baseline = self->target = NAN;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
circ_chart_new (void)
{
  return g_object_new (CIRC_TYPE_CHART, NULL);
}

void
circ_chart_clear (CircChart *self)
{
  g_return_if_fail (CIRC_IS_CHART (self));

  g_array_set_size (self->points, 0);
  circ_chart_set_marks (self, NAN, NAN);
}

void
circ_chart_add_point (CircChart *self,
                      const char *day,
                      double value,
                      const char *label)
{
  Point point = { circ_day_from_iso (day), value, NULL };

  g_return_if_fail (CIRC_IS_CHART (self));

  point.label = g_strdup (label);
  g_array_append_val (self->points, point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
circ_chart_set_marks (CircChart *self,
                      double baseline,
                      double target)
{
  g_return_if_fail (CIRC_IS_CHART (self));

  self->baseline = baseline;
  self->target = target;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
