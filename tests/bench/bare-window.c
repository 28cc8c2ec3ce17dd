/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bare-window [FILE]: the peer of the start: an AdwApplicationWindow with a header bar, and with FILE a column view
 * that shows the plan's cells as plain labels, read with one SELECT. */
#include <adwaita.h>
#include <sqlite3.h>

#define COLUMNS 8

static const char *const titles[COLUMNS] = { "Ref", "What", "To whom", "How", "By whom", "When", "Done", "State" };

static GtkStringList *
read_rows (const char *path)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *select = NULL;

  if (sqlite3_open (path, &db) == SQLITE_OK &&
      sqlite3_prepare_v2 (db, "SELECT ref, what, to_whom, how, by_whom, when_text FROM plan_item", -1, &select, NULL) ==
          SQLITE_OK)
    while (sqlite3_step (select) == SQLITE_ROW)
      {
        GString *row = g_string_new (NULL);

        for (int i = 0; i < sqlite3_column_count (select); i++)
          {
            const char *text = (const char *) sqlite3_column_text (select, i);

            g_string_append_printf (row, "%.80s\t", text != NULL ? text : "");
          }
        gtk_string_list_take (rows, g_string_free (row, FALSE));
      }
  sqlite3_finalize (select);
  sqlite3_close (db);
  return rows;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer column)
{
  GtkStringObject *row = gtk_list_item_get_item (item);
  g_auto (GStrv) cells = g_strsplit (gtk_string_object_get_string (row), "\t", COLUMNS);
  guint i = GPOINTER_TO_UINT (column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), i < g_strv_length (cells) ? cells[i] : "");
}

static GtkWidget *
new_table (const char *path)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view =
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (read_rows (path)))));

  for (guint i = 0; i < COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
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
