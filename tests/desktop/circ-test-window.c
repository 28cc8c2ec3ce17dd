/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window under test, from its file to its end; waiting. */
#include "config.h"

#include <stdlib.h>

#include "circ-test-window.h"

#include <glib/gstdio.h>

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

#include "circ-application.h"
#include "circ-follow.h"
#include "circ-seed.h"
#include "circ-test-private.h"
#include "circ-window.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>

#define QUARK_BLOCK (2048 * sizeof (char *))

void __sanitizer_malloc_hook (const volatile void *pointer,
                              size_t size);

/* The first table of quarks, which GLib makes before main() and leaves to lie when a program comes to need a larger one.
 * Nothing on its stack could name it in a file of suppressions. */
void
__sanitizer_malloc_hook (const volatile void *pointer,
                         size_t size)
{
  static gboolean found;

  if (!found && size == QUARK_BLOCK)
    {
      found = TRUE;
      __lsan_ignore_object ((const void *) pointer);
    }
}
#endif

/* Its place among the tabs. */
#define PLAN_PAGE 2

static CircApplication *application; /* (owned) until the program ends */

static void
assert_own_home (void)
{
  /* headless.sh gives every test a home of its own; without it a test would write into a person's folder. */
  if (!g_str_has_prefix (g_get_user_data_dir (), g_get_tmp_dir ()))
    g_error ("the data folder %s is a person's own: run this under tests/headless.sh", g_get_user_data_dir ());
}

/* A tooltip that is on its way when its window goes makes GTK complain. */
static gboolean
no_tooltip (GtkWidget *widget,
            int x,
            int y,
            gboolean keyboard,
            GtkTooltip *tooltip)
{
  return FALSE;
}

/* What is hovered looks different. */
static void
put_pointer_away (void)
{
#ifdef GDK_WINDOWING_X11
  GdkDisplay *display = gdk_display_get_default ();

  if (GDK_IS_X11_DISPLAY (display))
    {
      Display *x = gdk_x11_display_get_xdisplay (display);

      XWarpPointer (x, None, DefaultRootWindow (x), 0, 0, 0, 0, G_MAXINT16, G_MAXINT16);
      XFlush (x);
    }
#endif
}

void
circ_test_init (int *argc,
                char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("CIRC_TODAY", CIRC_TEST_TODAY, TRUE);
  g_test_init (argc, argv, NULL);
  assert_own_home ();
  gtk_init ();
  /* Before there is a subclass, which takes over what it finds. */
  GTK_WIDGET_CLASS (g_type_class_ref (GTK_TYPE_WIDGET))->query_tooltip = no_tooltip;
  application = circ_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
  put_pointer_away ();
}

int
circ_test_run (void)
{
  int status = g_test_run ();

  g_application_set_default (NULL);
  g_clear_object (&application);

  return status;
}

/* Making the sample is most of a test's time, so each template is made once and then copied. */
static void
copy_template (const char *template,
               const char *path)
{
  g_autofree char *name = g_strdup_printf ("circ-test-%s-%d.circulate", template, (int) getpid ());
  g_autofree char *made = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_test (made, G_FILE_TEST_EXISTS))
    {
      CircStore *store;

      g_mkdir_with_parents (g_get_user_data_dir (), 0700);
      store = circ_seed_create (made, template, CIRC_TEST_TODAY, CIRC_TEST_PERSON, &error);
      g_assert_no_error (error);
      g_assert_finalize_object (store);
    }
  g_file_get_contents (made, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

static CircTestWindow *
open_file (const char *template)
{
  CircTestWindow *self = g_new0 (CircTestWindow, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("circ-test-XXXXXX", &error);
  g_autoptr (CircStore) store = NULL;

  g_assert_no_error (error);
  self->path = g_build_filename (folder, "partnership.circulate", NULL);
  copy_template (template, self->path);
  store = circ_store_open (self->path, CIRC_STORE_OPEN_DEFAULT, CIRC_TEST_PERSON, &error);
  g_assert_no_error (error);
  circ_follow_attach (store);
  self->session = circ_session_new (store);
  self->store = store;

  return self;
}

CircTestWindow *
circ_test_window_new (const char *template)
{
  CircTestWindow *self = open_file (template);

  self->window = GTK_WINDOW (circ_window_new (application, self->session));
  gtk_window_present (self->window);
  circ_test_action (GTK_WIDGET (self->window), "win.go-to", "i", PLAN_PAGE);

  return self;
}

CircTestWindow *
circ_test_window_new_bare (const char *template)
{
  CircTestWindow *self = open_file (template);

  self->window = g_object_new (ADW_TYPE_WINDOW, "application", application, "title", "Test",
                               "default-width", 640, "default-height", 700, NULL);
  gtk_window_present (self->window);
  circ_test_settle (GTK_WIDGET (self->window));

  return self;
}

void
circ_test_window_set_child (CircTestWindow *self,
                            GtkWidget *child)
{
  adw_window_set_content (ADW_WINDOW (self->window), child);
  circ_test_settle (GTK_WIDGET (self->window));
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* What is left on the screen would keep the session alive, and would be found by the next test. */
static void
close_others (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i - 1);

      if (other != NULL && other != window)
        gtk_window_destroy (other);
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR) && !g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        remove_folder (file);
      else
        g_unlink (file);
    }
  g_rmdir (folder);
}

void
circ_test_window_free (CircTestWindow *self)
{
  gpointer window = self->window;
  gpointer session = self->session;
  gpointer store = self->store;
  g_autofree char *folder = NULL;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (session, &session);
  g_object_add_weak_pointer (store, &store);
  close_others (self->window);
  gtk_window_close (self->window);
  circ_test_wait (is_gone, &window, "end of the window");
  g_object_unref (self->session);
  circ_test_wait (is_gone, &session, "end of the session");
  circ_test_wait (is_gone, &store, "end of the store");

  folder = g_path_get_dirname (self->path);
  remove_folder (folder);
  g_free (self->path);
  g_free (self);
}

CircStore *
circ_test_window_open_again (CircTestWindow *self)
{
  g_autoptr (GError) error = NULL;
  CircStore *store = circ_store_open (self->path, CIRC_STORE_OPEN_READ_ONLY, "Another", &error);

  g_assert_no_error (error);

  return store;
}

static void
dump_record (GString *text,
             CircRecord *record)
{
  const CircKind *kind = circ_record_get_kind (record);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", kind->name, circ_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = circ_record_get (record, i);
      g_autofree char *words = value != NULL ? g_variant_print (value, FALSE) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "  %s: %s\n", kind->fields[i].name, words);
    }
}

char *
circ_test_window_dump (CircTestWindow *self)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (self);
  GString *text = g_string_new (NULL);

  for (CircKindId id = 0; id < CIRC_N_KINDS; id++)
    {
      g_autoptr (CircQuery) query = circ_query_new (id);
      g_autoptr (GPtrArray) records = NULL;

      circ_query_set_scope (query, CIRC_QUERY_ALL);
      records = circ_store_find (other, query, NULL);
      g_assert_nonnull (records);
      for (guint i = 0; i < records->len; i++)
        dump_record (text, records->pdata[i]);
    }

  return g_string_free (text, FALSE);
}

/* ./dev valgrind says how many times slower everything is. */
static int
get_seconds (void)
{
  const char *times = g_getenv ("CIRC_TEST_SLOWER");

  return CIRC_TEST_SECONDS * (times != NULL ? MAX (1, atoi (times)) : 1);
}

gint64
circ_test_deadline (void)
{
  return g_get_monotonic_time () + get_seconds () * G_USEC_PER_SEC;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* One event, or twenty milliseconds without any. */
void
circ_test_turn (void)
{
  guint source = g_timeout_add (20, wake_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

void
circ_test_wait (CircTestCondition condition,
                gpointer user_data,
                const char *what)
{
  gint64 end = circ_test_deadline ();

  while (!condition (user_data))
    {
      if (g_get_monotonic_time () > end)
        {
          g_test_message ("within %d seconds there was no %s", get_seconds (), what);
          g_printerr ("within %d seconds there was no %s\n", get_seconds (), what);
          g_assert_not_reached ();
        }
      circ_test_turn ();
    }
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 end = circ_test_deadline ();
  gboolean painted = FALSE;
  gulong handler;

  if (clock == NULL)
    return;
  g_object_ref (clock);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (widget);
  while (!painted && gtk_widget_get_mapped (widget) && g_get_monotonic_time () < end)
    circ_test_turn ();
  /* A clock whose window went has forgotten it by itself. */
  if (g_signal_handler_is_connected (clock, handler))
    g_signal_handler_disconnect (clock, handler);
  g_object_unref (clock);
}

static void
drain (void)
{
  gint64 end = circ_test_deadline ();

  while (g_main_context_pending (NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

void
circ_test_settle (GtkWidget *widget)
{
  GtkNative *native = widget != NULL ? gtk_widget_get_native (widget) : NULL;
  GtkWidget *drawn = native != NULL ? g_object_ref (GTK_WIDGET (native)) : NULL;

  drain ();
  if (drawn != NULL && gtk_widget_get_mapped (drawn))
    wait_for_frame (drawn);
  drain ();
  g_clear_object (&drawn);
}

static gboolean
passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
circ_test_pass (guint milliseconds)
{
  gboolean passed = FALSE;

  g_timeout_add (milliseconds, passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}
