/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-frames.h"

static gint64 waited; /* microseconds that the main loop had nothing to do */
gint64 bench_longest;
static guint n_frames;
static gint64 frame_began;
GArray *bench_frame_work;

static int
poll_cb (GPollFD *fds,
         guint n_fds,
         int timeout)
{
  gint64 begin = g_get_monotonic_time ();
  int n = g_poll (fds, n_fds, timeout);

  waited += g_get_monotonic_time () - begin;
  return n;
}

void
bench_turn (void)
{
  gint64 begin = g_get_monotonic_time ();
  gint64 waited_before = waited;

  g_main_context_iteration (NULL, TRUE);
  bench_longest = MAX (bench_longest, g_get_monotonic_time () - begin - (waited - waited_before));
}

static void
before_paint_cb (void)
{
  frame_began = g_get_monotonic_time ();
}

static void
after_paint_cb (void)
{
  double work = (double) (g_get_monotonic_time () - frame_began) / 1000;

  n_frames++;
  g_array_append_val (bench_frame_work, work);
}

void
bench_watch_frames (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect (clock, "before-paint", before_paint_cb, NULL);
  g_signal_connect (clock, "after-paint", after_paint_cb, NULL);
}

void
bench_next_frame (void)
{
  guint before = n_frames;

  while (n_frames == before)
    bench_turn ();
}

void
bench_wait_frame (GtkWindow *window)
{
  gtk_widget_queue_draw (GTK_WIDGET (window));
  bench_next_frame ();
}

double
bench_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_quantile (GArray *numbers,
                guint hundredth)
{
  g_array_sort (numbers, compare_numbers);
  return numbers->len > 0 ? g_array_index (numbers, double, MIN (numbers->len - 1, numbers->len * hundredth / 100)) : 0;
}

void
bench_tell (const char *name,
            double ours,
            double peer)
{
  g_print ("%s\t%.3f\t%.3f\n", name, ours, peer);
}

GtkWidget *
bench_find_type (GtkWidget *widget,
                 GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = bench_find_type (child, type);
  return found;
}

void
bench_frames_init (void)
{
  bench_frame_work = g_array_new (FALSE, FALSE, sizeof (double));
  g_main_context_set_poll_func (NULL, poll_cb);
}
