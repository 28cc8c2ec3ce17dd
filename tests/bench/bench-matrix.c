/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-matrix FILE [open|fill]: the page of audiences of a file with a matrix, in process, on the frame clock: from the wish to see it to
 * its first frame, the work of the frames in which it is scrolled, and from a toggle to the frame that shows it. "open" ends
 * with the first frame, "fill" fills all of it. Prints lines of name, our milliseconds and 0, tab between. */
#include "config.h"

#include <adwaita.h>

#include "bench-frames.h"
#include "circ-application.h"
#include "circ-audiences-page.h"
#include "circ-matrix-grid-private.h"
#include "circ-window.h"

#define AUDIENCES_PAGE 3 /* its place among the tabs */
#define TOGGLES 60
#define FILLS 5
#define FRAMES 120 /* scrolled through */
#define REST 50    /* milliseconds, three frames */

typedef struct {
  GtkWindow *window; /* (borrowed) */
  CircSession *session; /* (owned) */
  CircMatrixGrid *grid; /* (borrowed) */
} Bench;

/* Until there is nothing to do, the cells for screen readers that are made when there is time included. */
static void
settle (Bench *self)
{
  bench_wait_frame (self->window);
  while (g_main_context_pending (NULL))
    bench_turn ();
  bench_wait_frame (self->window);
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
  return G_SOURCE_REMOVE;
}

/* Nobody's finger is in step with the screen: right after a frame the next would be waited for, and that is no work. */
static void
rest (Bench *self)
{
  gboolean rested = FALSE;

  settle (self);
  g_timeout_add (REST, rested_cb, &rested);
  while (!rested)
    bench_turn ();
}

static void
open_page (Bench *self,
           CircApplication *application,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  CircStore *store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Bench", &error);
  gint64 begin;

  if (store == NULL)
    g_error ("%s", error->message);
  self->session = circ_session_new (store);
  g_object_unref (store);
  self->window = GTK_WINDOW (circ_window_new (application, self->session));
  gtk_window_set_default_size (self->window, 1200, 760);
  gtk_window_present (self->window);
  gtk_widget_realize (GTK_WIDGET (self->window));
  bench_watch_frames (self->window);
  settle (self);

  begin = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.go-to", "i", AUDIENCES_PAGE);
  bench_wait_frame (self->window);
  bench_tell ("matrix-first", bench_since (begin), 0);
  self->grid = CIRC_MATRIX_GRID (bench_find_type (GTK_WIDGET (self->window), CIRC_TYPE_MATRIX_GRID));
  bench_longest = 0;
  settle (self);
  bench_tell ("matrix-all", bench_since (begin), 0);
  bench_tell ("matrix-blocked", (double) bench_longest / 1000, 0);
}

static void
scroll (Bench *self,
        const char *name,
        GtkAdjustment *place)
{
  g_autofree char *median = g_strconcat (name, "-median", NULL);
  g_autofree char *p95 = g_strconcat (name, "-p95", NULL);
  double step = 15;

  g_array_set_size (bench_frame_work, 0);
  for (guint i = 0; i < FRAMES; i++)
    {
      double before = gtk_adjustment_get_value (place);

      gtk_adjustment_set_value (place, before + step);
      if (gtk_adjustment_get_value (place) == before)
        step = -step; /* at the end: back */
      bench_wait_frame (self->window);
    }
  bench_tell (median, bench_quantile (bench_frame_work, 50), 0);
  bench_tell (p95, bench_quantile (bench_frame_work, 95), 0);
}

static void
measure_scrolling (Bench *self)
{
  GtkScrolledWindow *scroller =
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->grid), GTK_TYPE_SCROLLED_WINDOW));

  scroll (self, "matrix-down", gtk_scrolled_window_get_vadjustment (scroller));
  scroll (self, "matrix-across", gtk_scrolled_window_get_hadjustment (scroller));
}

/* Each is saved durably before it is shown. */
static void
measure_toggles (Bench *self)
{
  g_autoptr (GArray) saved = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < TOGGLES; i++)
    {
      gint64 begin;
      double milliseconds;

      circ_matrix_grid_choose (self->grid, i % 7, i / 10);
      rest (self);
      begin = g_get_monotonic_time ();
      gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.toggle", NULL);
      milliseconds = bench_since (begin);
      g_array_append_val (saved, milliseconds);
      bench_next_frame ();
      milliseconds = bench_since (begin);
      g_array_append_val (shown, milliseconds);
    }
  bench_tell ("matrix-toggle-saved", bench_quantile (saved, 50), 0);
  bench_tell ("matrix-toggle", bench_quantile (shown, 50), 0);
  bench_tell ("matrix-toggle-p95", bench_quantile (shown, 95), 0);
}

/* All cells as one block, in a matrix of which nothing was said before: a new record for each. Undone each time. */
static void
measure_fills (Bench *self)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < FILLS; i++)
    {
      gint64 begin;
      double milliseconds;

      circ_matrix_grid_choose (self->grid, 0, 0);
      circ_matrix_grid_move (self->grid, (int) self->grid->n_rows - 1, (int) self->grid->n_columns - 1, TRUE);
      settle (self);
      begin = g_get_monotonic_time ();
      gtk_widget_activate_action (GTK_WIDGET (self->grid), "grid.set", "s", "used");
      bench_wait_frame (self->window);
      milliseconds = bench_since (begin);
      g_array_append_val (shown, milliseconds);
      settle (self);
      circ_session_undo (self->session);
      settle (self);
    }
  bench_tell ("matrix-fill", bench_quantile (shown, 50), 0);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (CircApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  Bench self = { NULL };

  if (argc < 2)
    {
      g_printerr ("usage: bench-matrix FILE [open|fill]\n");
      return 2;
    }
  gtk_init ();
  bench_frames_init ();
  application = circ_application_new ();
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_set_default (G_APPLICATION (application));
  open_page (&self, application, argv[1]);
  if (argc > 2 && g_str_equal (argv[2], "open"))
    return 0;
  if (argc > 2)
    {
      measure_fills (&self);
      return 0;
    }
  measure_scrolling (&self);
  measure_toggles (&self);
  return 0;
}
