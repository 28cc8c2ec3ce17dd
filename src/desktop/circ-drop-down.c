/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-drop-down.h"

#include <glib/gi18n-lib.h>

#define ROW_CHARS 28

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, create_label ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), create_label ());
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (list_item, box);
}

/* The tick of the row that is chosen. */
static void
update_tick (GtkListItem *list_item,
             GParamSpec *pspec,
             GtkDropDown *drop_down)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);

  gtk_widget_set_opacity (gtk_widget_get_last_child (box),
                          gtk_drop_down_get_selected (drop_down) == gtk_list_item_get_position (list_item));
}

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec *pspec,
             GtkListItem *list_item)
{
  update_tick (list_item, NULL, drop_down);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem *list_item,
             GtkDropDown *drop_down)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (list_item));

  gtk_label_set_label (GTK_LABEL (label), title);
  /* The list is else no wider than its button, which shows what may be the shortest of them. */
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (title, -1), ROW_CHARS));
  update_tick (list_item, NULL, drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), list_item, 0);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item,
               GtkDropDown *drop_down)
{
  g_signal_handlers_disconnect_by_func (drop_down, selected_cb, list_item);
}

GtkWidget *
circ_drop_down_new (void)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), drop_down, 0);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), drop_down, 0);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), rows);

  return drop_down;
}

/* The focus goes to the button inside, which has no name of its own on GTK 4.8. */
void
circ_drop_down_update_name (GtkDropDown *drop_down,
                            const char *title)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GObject *item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *name = NULL;

  if (item == NULL)
    return;
  /* translators: for a screen reader: the label of a field and what is chosen in it */
  name = g_strdup_printf (_ ("%s: %s"), title, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
