/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a GTK program, ends it after its first painted frame, so that the time of the whole process is the
 * time to that frame. It works the same in every program, ours and the peer. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>

#include <gtk/gtk.h>

void gtk_window_present (GtkWindow *window);

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer user_data)
{
  _exit (0);
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  return G_SOURCE_REMOVE;
}

void
gtk_window_present (GtkWindow *window)
{
  void (*real) (GtkWindow *) = dlsym (RTLD_NEXT, "gtk_window_present");

  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, NULL, NULL);
  real (window);
}
