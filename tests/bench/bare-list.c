/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-list.h"

#include <sqlite3.h>

#define COLUMNS 8

struct _BareList {
  GObject parent_instance;

  sqlite3 *db;       /* (owned) */
  sqlite3_stmt *row; /* (owned) */
  GArray *ids;       /* (owned) of gint64 */
};

static const char *const titles[COLUMNS] = { "Ref", "What", "To whom", "How", "By whom", "When", "Done", "State" };

static GType
bare_list_get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
bare_list_get_n_items (GListModel *model)
{
  return BARE_LIST (model)->ids->len;
}

static gpointer
bare_list_get_item (GListModel *model,
                    guint position)
{
  BareList *self = BARE_LIST (model);
  g_autoptr (GString) cells = g_string_new (NULL);

  if (position >= self->ids->len)
    return NULL;
  sqlite3_bind_int64 (self->row, 1, g_array_index (self->ids, gint64, position));
  if (sqlite3_step (self->row) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (self->row); i++)
      {
        const char *text = (const char *) sqlite3_column_text (self->row, i);

        g_string_append_printf (cells, "%.80s\t", text != NULL ? text : "");
      }
  sqlite3_reset (self->row);
  return gtk_string_object_new (cells->str);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bare_list_get_item_type;
  iface->get_n_items = bare_list_get_n_items;
  iface->get_item = bare_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BareList, bare_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bare_list_finalize (GObject *object)
{
  BareList *self = BARE_LIST (object);

  sqlite3_finalize (self->row);
  sqlite3_close (self->db);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (bare_list_parent_class)->finalize (object);
}

static void
bare_list_class_init (BareListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bare_list_finalize;
}

static void
bare_list_init (BareList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

BareList *
bare_list_new (const char *path)
{
  BareList *self = g_object_new (BARE_TYPE_LIST, NULL);

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (self->db, "SELECT ref, what, to_whom, how, by_whom, when_text FROM plan_item WHERE id = ?", -1,
                             &self->row, NULL) != SQLITE_OK)
    g_error ("The peer cannot read %s: %s", path, sqlite3_errmsg (self->db));
  return self;
}

void
bare_list_ask (BareList *self,
               const char *sql)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *select = NULL;
  guint n_before = self->ids->len;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &select, NULL) != SQLITE_OK)
    g_error ("The peer cannot ask: %s", sqlite3_errmsg (self->db));
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (select, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (select);
  g_array_set_size (self->ids, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
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

GtkWidget *
bare_list_create_view (BareList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  GtkWidget *view;

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self));
  view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  for (guint i = 0; i < COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
