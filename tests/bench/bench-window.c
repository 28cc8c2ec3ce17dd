/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-window FILE [open|ours|today]: the window on a long plan, in process: what a person waits for is measured from the wish to the frame
 * that shows it, on the frame clock, and beside it the same on a bare list (bare-list.c) in a window of its own. The two
 * take turns. Prints lines of name, our milliseconds and the peer's (or 0), tab between; bench.py compares. "open" ends with the first rows, "ours" leaves the peer out,
 * "today" opens the file as the program does, with its backup and its new day, and looks at the page Today alone. */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bare-list.h"
#include "bench-frames.h"
#include "circ-application.h"
#include "circ-plan-item.h"
#include "circ-plan-page.h"
#include "circ-plan-table.h"
#include "circ-record-list.h"
#include "circ-today-list.h"
#include "circ-window.h"

#define ROUNDS 5
#define TODAY_PAGE 1 /* their places among the tabs */
#define PLAN_PAGE 2
#define FRAMES 120 /* scrolled through */

typedef struct {
  CircSession *session;   /* (owned) */
  GtkWindow *window;      /* (borrowed) */
  CircPlanTable *rows;    /* (borrowed) of the window */
  GtkColumnView *table;   /* (borrowed) its view */
  CircRecordList *list;   /* (borrowed) its rows */
  GtkEditable *search;    /* (borrowed) */
  BareList *bare;         /* (borrowed) */
  GtkWindow *bare_window; /* (borrowed) */
  GtkWidget *bare_view;
} Bench;

/* Until all rows are there, and built as far as a list view builds them. */
static void
wait_rows (Bench *self)
{
  while (!circ_plan_table_is_whole (self->rows))
    bench_turn ();
}

static void
settle (Bench *self)
{
  wait_rows (self);
  bench_wait_frame (self->window);
  while (g_main_context_pending (NULL))
    bench_turn ();
}

static double
read_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  fields = g_strsplit (text, " ", 3);
  return (double) g_ascii_strtoll (fields[1], NULL, 10) * (double) sysconf (_SC_PAGESIZE) / (1024 * 1024);
}

static GtkColumnViewColumn *
get_column (GtkColumnView *view,
            guint i)
{
  GtkColumnViewColumn *column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

  g_object_unref (column); /* the view keeps it */
  return column;
}

/* From the click on a header to the frame with the new rows; to all of the rows; and the peer to its frame, which has all. */
static void
measure_sorts (Bench *self)
{
  static const char *const columns[] = { "title_key", "to_whom COLLATE NOCASE", "how COLLATE NOCASE" };
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) peer = g_array_new (FALSE, FALSE, sizeof (double));

  bench_longest = 0;
  for (guint i = 0; i < ROUNDS; i++)
    {
      gboolean descending = i % 2 == 1;
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM plan_item WHERE archived_on IS NULL ORDER BY %s %s, id %s",
                                              columns[i % 3], descending ? "DESC" : "ASC", descending ? "DESC" : "ASC");
      gint64 before = circ_record_list_get_id (self->list, 0);
      gint64 blocked = bench_longest;
      gint64 begin = g_get_monotonic_time ();
      double milliseconds;

      gtk_column_view_sort_by_column (self->table, get_column (self->table, 1 + i % 3),
                                      descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      while (circ_record_list_get_busy (self->list) && circ_record_list_get_id (self->list, 0) == before)
        bench_turn ();
      bench_wait_frame (self->window);
      milliseconds = bench_since (begin);
      g_array_append_val (first, milliseconds);
      wait_rows (self);
      bench_wait_frame (self->window);
      milliseconds = bench_since (begin);
      g_array_append_val (all, milliseconds);
      settle (self);
      blocked = bench_longest;

      begin = g_get_monotonic_time ();
      bare_list_ask (self->bare, sql);
      bench_wait_frame (self->bare_window);
      milliseconds = bench_since (begin);
      g_array_append_val (peer, milliseconds);
      bench_longest = blocked; /* the peer's own standing still is not ours */
    }
  bench_tell ("sort-first", bench_quantile (first, 50), bench_quantile (peer, 50));
  bench_tell ("sort-all", bench_quantile (all, 50), bench_quantile (peer, 50));
  bench_tell ("sort-blocked", (double) bench_longest / 1000, 0);
}

/* Words typed, to the frame with the newest hits, beside the bare full-text query for a hundred. */
static void
measure_search (Bench *self)
{
  static const char *const words[] = { "newsletter", "bel", "annual rep", "zozo", "policy" };
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) peer = g_array_new (FALSE, FALSE, sizeof (double));

  gtk_column_view_sort_by_column (self->table, get_column (self->table, 0), GTK_SORT_DESCENDING);
  settle (self);
  bench_longest = 0;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], " ", -1);
      g_autofree char *joined = g_strjoinv ("\"* AND \"", parts);
      g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM search AS s CROSS JOIN plan_item AS t ON t.id = s.rowid"
                                              " WHERE s.search MATCH '\"%s\"*' ORDER BY s.rowid DESC LIMIT 100", joined);
      gint64 blocked;
      gint64 begin = g_get_monotonic_time ();
      guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->list));
      double milliseconds;

      gtk_editable_set_text (self->search, words[i]);
      g_signal_emit_by_name (self->search, "search-changed");
      while (circ_record_list_get_busy (self->list)
             && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == n_before)
        bench_turn ();
      bench_wait_frame (self->window);
      milliseconds = bench_since (begin);
      g_array_append_val (first, milliseconds);
      wait_rows (self);
      bench_wait_frame (self->window);
      milliseconds = bench_since (begin);
      g_array_append_val (all, milliseconds);
      settle (self);
      blocked = bench_longest;
      begin = g_get_monotonic_time ();
      bare_list_ask (self->bare, sql);
      bench_wait_frame (self->bare_window);
      milliseconds = bench_since (begin);
      g_array_append_val (peer, milliseconds);
      bench_longest = blocked;
    }
  gtk_editable_set_text (self->search, "");
  g_signal_emit_by_name (self->search, "search-changed");
  settle (self);
  bench_tell ("search-first", bench_quantile (first, 50), bench_quantile (peer, 50));
  bench_tell ("search-all", bench_quantile (all, 50), 0);
  bench_tell ("search-blocked", (double) bench_longest / 1000, 0);
}

static void
scroll_by (Bench *self,
           const char *name,
           double step)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->table), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_autofree char *median = g_strconcat (name, "-median", NULL);
  g_autofree char *p95 = g_strconcat (name, "-p95", NULL);

  g_array_set_size (bench_frame_work, 0);
  for (guint i = 0; i < FRAMES; i++)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + step);
      bench_wait_frame (self->window);
    }
  bench_tell (median, bench_quantile (bench_frame_work, 50), 0);
  bench_tell (p95, bench_quantile (bench_frame_work, 95), 0);
}

static void
measure_scrolling (Bench *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gint64 begin;

  scroll_by (self, "scroll", 15);
  scroll_by (self, "scroll-page", 600);
  begin = g_get_monotonic_time ();
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->table)), "list.scroll-to-item", "u",
                              n_rows - 1);
  bench_wait_frame (self->window);
  bench_tell ("scroll-end", bench_since (begin), 0);
}

/* One field saved in the window: until it is durable, how long it keeps the window from answering, and until all of the
 * rows are again in order. */
static void
measure_save (Bench *self)
{
  g_autoptr (GArray) saved = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) blocked = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (CircRecord) item = g_list_model_get_item (G_LIST_MODEL (self->list), 10 + i);
      g_autofree char *what = g_strdup_printf ("Zz bulletin %u of %d", i, g_random_int_range (0, 1000000));
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();
      double milliseconds;

      bench_longest = 0;
      if (!circ_session_set_field (self->session, item, CIRC_PLAN_ITEM_WHAT, g_variant_new_string (what), &error))
        g_error ("%s", error->message);
      milliseconds = bench_since (begin);
      bench_longest = MAX (bench_longest, (gint64) (milliseconds * 1000));
      g_array_append_val (saved, milliseconds);
      settle (self);
      milliseconds = bench_since (begin);
      g_array_append_val (settled, milliseconds);
      milliseconds = (double) bench_longest / 1000;
      g_array_append_val (blocked, milliseconds);
    }
  bench_tell ("save-durable", bench_quantile (saved, 50), 0);
  bench_tell ("save-blocked", bench_quantile (blocked, 50), 0);
  bench_tell ("save-settled", bench_quantile (settled, 50), 0);
}

static void
open_windows (Bench *self,
              CircApplication *application,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  CircStore *store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Bench", &error);
  GtkWidget *page;

  if (store == NULL)
    g_error ("%s", error->message);
  self->session = circ_session_new (store);
  g_object_unref (store);
  self->window = GTK_WINDOW (circ_window_new (application, self->session));
  gtk_window_set_default_size (self->window, 1200, 760);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.go-to", "i", PLAN_PAGE);
  gtk_window_present (self->window);
  page = bench_find_type (GTK_WIDGET (self->window), CIRC_TYPE_PLAN_PAGE);
  self->table = GTK_COLUMN_VIEW (bench_find_type (page, GTK_TYPE_COLUMN_VIEW));
  self->search = GTK_EDITABLE (bench_find_type (page, GTK_TYPE_SEARCH_ENTRY));
  self->rows = CIRC_PLAN_TABLE (bench_find_type (page, CIRC_TYPE_PLAN_TABLE));
  self->list = circ_plan_table_get_records (self->rows);
  gtk_widget_realize (GTK_WIDGET (self->window));
  bench_watch_frames (self->window);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0 && circ_record_list_get_busy (self->list))
    bench_turn ();
  bench_wait_frame (self->window);
  bench_tell ("open-first", bench_since (begin), 0);
  bench_tell ("memory-first", read_memory (), 0);
  g_array_set_size (bench_frame_work, 0);
  settle (self);
  bench_tell ("open-all", bench_since (begin), 0);
  bench_tell ("open-frames", bench_quantile (bench_frame_work, 95), 0);
  bench_tell ("rows", g_list_model_get_n_items (G_LIST_MODEL (self->list)), 0);
}

/* From the wish to the frame with the first rows, or with what is said in their place; then the work of the frames in which
 * the others come. */
static void
open_today (CircApplication *application,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  GtkWidget *window = circ_window_new (application, NULL);
  CircTodayModel *model;
  GListModel *rows;

  if (!circ_window_open_path (CIRC_WINDOW (window), path, &error))
    g_error ("%s", error->message);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_widget_activate_action (window, "win.go-to", "i", TODAY_PAGE);
  gtk_window_present (GTK_WINDOW (window));
  model = circ_today_list_get_model (CIRC_TODAY_LIST (bench_find_type (window, CIRC_TYPE_TODAY_LIST)));
  rows = circ_today_model_get_rows (model);
  gtk_widget_realize (window);
  bench_watch_frames (GTK_WINDOW (window));
  do
    bench_wait_frame (GTK_WINDOW (window));
  while (g_list_model_get_n_items (rows) == 0 && circ_today_model_is_busy (model));
  bench_tell ("today-first", bench_since (begin), 0);
  g_array_set_size (bench_frame_work, 0);
  while (circ_today_model_is_busy (model) || bench_frame_work->len < FRAMES)
    bench_wait_frame (GTK_WINDOW (window));
  bench_tell ("today-frames", bench_quantile (bench_frame_work, 95), 0);
  bench_tell ("today-rows", g_list_model_get_n_items (rows), 0);
}

static void
open_peer (Bench *self,
           CircApplication *application,
           const char *path)
{
  self->bare = bare_list_new (path);
  self->bare_window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (application)));
  self->bare_view = bare_list_create_view (self->bare);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->bare_window), self->bare_view);
  gtk_window_set_default_size (self->bare_window, 1200, 760);
  gtk_window_present (self->bare_window);
  gtk_widget_realize (GTK_WIDGET (self->bare_window));
  bench_watch_frames (self->bare_window);
  bare_list_ask (self->bare, "SELECT id FROM plan_item WHERE archived_on IS NULL ORDER BY id");
  bench_wait_frame (self->bare_window);
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
      g_printerr ("usage: bench-window FILE [open|ours|today]\n");
      return 2;
    }
  gtk_init ();
  bench_frames_init ();
  application = circ_application_new ();
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_set_default (G_APPLICATION (application));

  if (argc > 2 && g_str_equal (argv[2], "today"))
    {
      open_today (application, argv[1]);
      return 0;
    }
  open_windows (&self, application, argv[1]);
  if (argc > 2 && g_str_equal (argv[2], "open"))
    return 0;
  measure_scrolling (&self);
  measure_save (&self);
  if (argc > 2) /* the memory is Circulate's own, without the peer's */
    {
      gtk_column_view_sort_by_column (self.table, get_column (self.table, 1), GTK_SORT_ASCENDING);
      settle (&self);
      gtk_editable_set_text (self.search, "newsletter");
      g_signal_emit_by_name (self.search, "search-changed");
      settle (&self);
      bench_tell ("memory-last", read_memory (), 0);
      return 0;
    }
  open_peer (&self, application, argv[1]);
  measure_sorts (&self);
  measure_search (&self);
  return 0;
}
