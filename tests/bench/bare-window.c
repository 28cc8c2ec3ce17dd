/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bare-window [FILE]: the peer of the start: an AdwApplicationWindow with a header bar, and with FILE a column view
 * that shows the plan's cells as plain labels. */
#include <adwaita.h>

#include "bare-list.h"

static GtkWidget *
new_table (const char *path)
{
  g_autoptr (BareList) list = bare_list_new (path);

  bare_list_ask (list, "SELECT id FROM plan_item");
  return bare_list_create_view (g_steal_pointer (&list));
}

static void
activate_cb (GtkApplication *app,
             gpointer path)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  if (path != NULL)
    gtk_box_append (GTK_BOX (box), new_table (path));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (AdwApplication) app = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), argc > 1 ? argv[1] : NULL);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
