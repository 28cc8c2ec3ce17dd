/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-rows.h"

#include <glib/gi18n-lib.h>

#include "circ-lists-words.h"
#include "circ-row-name.h"

/* A row: a box with two labels, in the order in which they were made. */
static void
update (GtkWidget *row,
        CircRecord *record)
{
  CircSession *session = g_object_get_data (G_OBJECT (row), "circ-session");
  GtkWidget *name = gtk_widget_get_first_child (row);
  GtkWidget *line = gtk_widget_get_last_child (row);
  g_autofree char *title = circ_lists_words_dup_title (record);
  g_autofree char *subtitle = NULL;
  g_autofree char *spoken = NULL;
  gint64 reference;

  if (circ_record_is_archived (record))
    {
      g_autofree char *plain = g_steal_pointer (&title);

      title = circ_session_dup_put_away_title (session, circ_record_get_kind (record)->id, plain);
      gtk_widget_add_css_class (name, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (name, "dim-label");
    }
  subtitle = circ_lists_words_dup_subtitle (record, &reference);
  if (reference != 0)
    {
      g_autofree char *referred = circ_session_dup_title (session, reference);
      char *both = *subtitle == '\0' ? g_strdup (referred) : g_strdup_printf (_ ("%s · %s"), referred, subtitle);

      g_free (subtitle);
      subtitle = both;
    }
  gtk_label_set_text (GTK_LABEL (name), title);
  gtk_label_set_text (GTK_LABEL (line), subtitle);
  gtk_widget_set_visible (line, *subtitle != '\0');
  /* translators: read aloud: the name of a record, and what is said below it */
  spoken = *subtitle == '\0' ? g_strdup (title) : g_strdup_printf (_ ("%s, %s"), title, subtitle);
  circ_row_set_name (row, spoken);
}

static void
notify_cb (CircRecord *record,
           GParamSpec *pspec,
           GtkWidget *row)
{
  update (row, record);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
setup_cb (CircSession *session,
          GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (row), create_label (NULL));
  gtk_box_append (GTK_BOX (row), create_label ("caption"));
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_valign (row, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (row), "circ-session", g_object_ref (session), g_object_unref);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (CircSession *session,
         GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  CircRecord *record = gtk_list_item_get_item (item);

  g_signal_connect_object (record, "notify", G_CALLBACK (notify_cb), row, 0);
  update (row, record);
}

static void
unbind_cb (CircSession *session,
           GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), notify_cb, gtk_list_item_get_child (item));
}

GtkListItemFactory *
circ_lists_rows_new (CircSession *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), session, G_CONNECT_SWAPPED);

  return factory;
}
