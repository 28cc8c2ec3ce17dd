/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-import-matching.h"

#include <glib/gi18n-lib.h>

/* A table that a person matches by hand has a handful of columns; one of thousands may not fill the memory with lists. */
#define MAX_COLUMNS 60
#define MAX_SAMPLE 120

struct _CircImportMatching {
  GtkWidget parent_instance;

  GtkWidget *box; /* (owned by the widget tree) */

  CircPlanImport *import; /* (owned) (nullable) */
  gulong handler;
  GPtrArray *lists; /* (owned) (element-type GtkDropDown: borrowed) */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (CircImportMatching, circ_import_matching, GTK_TYPE_WIDGET)

/* The focus goes to the button inside, which has no name of its own on GTK 4.8. */
static void
name_list (CircImportMatching *self,
           guint column)
{
  GtkWidget *list = g_ptr_array_index (self->lists, column);
  g_autofree char *name = NULL;

  /* translators: read aloud: the heading of a column of a file, and what it was matched to */
  name = g_strdup_printf (_ ("Column “%s”: %s"), circ_plan_import_get_column_title (self->import, column),
                          circ_import_column_get_title (circ_plan_import_get_column (self->import, column)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
update (CircImportMatching *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->lists->len; i++)
    {
      gtk_drop_down_set_selected (g_ptr_array_index (self->lists, i), circ_plan_import_get_column (self->import, i));
      name_list (self, i);
    }
  self->showing = FALSE;
}

static void
selected_cb (CircImportMatching *self,
             GParamSpec *pspec,
             GtkDropDown *list)
{
  guint selected = gtk_drop_down_get_selected (list);
  guint column;

  if (self->showing || selected >= CIRC_N_IMPORT_COLUMNS || !g_ptr_array_find (self->lists, list, &column))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "import.match", "(uu)", column, selected);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The labels that GTK makes for a list would keep the window from getting narrower than its longest choice. */
static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item)
{
  GtkStringObject *title = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (title));
}

static GtkWidget *
create_list (GtkStringList *titles)
{
  GtkWidget *list = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (list), factory);
  return list;
}

static char *
dup_sample (CircPlanImport *import,
            guint column)
{
  const char *cell = circ_plan_import_get_column_sample (import, column);
  g_autofree char *start = g_utf8_substring (cell, 0, MIN (g_utf8_strlen (cell, -1), MAX_SAMPLE));

  g_strdelimit (start, "\r\n\t\v\f", ' ');
  return g_strdup (g_strstrip (start));
}

static void
append_column (CircImportMatching *self,
               GtkStringList *titles,
               guint column)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = g_strdup (circ_plan_import_get_column_title (self->import, column));
  g_autofree char *sample = dup_sample (self->import, column);
  GtkWidget *list = create_list (titles);
  GtkWidget *heading;
  GtkWidget *example;

  g_strdelimit (title, "\r\n\t", ' ');
  heading = create_label (title, "caption-heading");
  gtk_widget_set_tooltip_text (heading, title);
  /* translators: stands for the first cell of a column that has none */
  example = create_label (*sample != '\0' ? sample : _ ("Nothing in it"), "caption");
  gtk_widget_add_css_class (example, "dim-label");
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), example);
  gtk_box_append (GTK_BOX (line), list);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), line);
  g_ptr_array_add (self->lists, list);
}

static void
circ_import_matching_dispose (GObject *object)
{
  CircImportMatching *self = CIRC_IMPORT_MATCHING (object);

  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_ptr_array_set_size (self->lists, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (circ_import_matching_parent_class)->dispose (object);
}

static void
circ_import_matching_finalize (GObject *object)
{
  g_ptr_array_unref (CIRC_IMPORT_MATCHING (object)->lists);

  G_OBJECT_CLASS (circ_import_matching_parent_class)->finalize (object);
}

static void
circ_import_matching_class_init (CircImportMatchingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = circ_import_matching_dispose;
  object_class->finalize = circ_import_matching_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
circ_import_matching_init (CircImportMatching *self)
{
  self->lists = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
circ_import_matching_new (void)
{
  return g_object_new (CIRC_TYPE_IMPORT_MATCHING, NULL);
}

void
circ_import_matching_set_import (CircImportMatching *self,
                                 CircPlanImport *import)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *child;
  guint n;

  g_return_if_fail (CIRC_IS_IMPORT_MATCHING (self));

  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_ptr_array_set_size (self->lists, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_set_object (&self->import, import);
  if (import == NULL)
    return;

  for (guint i = 0; i < CIRC_N_IMPORT_COLUMNS; i++)
    gtk_string_list_append (titles, circ_import_column_get_title (i));
  n = circ_plan_import_get_n_columns (import);
  self->showing = TRUE;
  for (guint i = 0; i < MIN (n, MAX_COLUMNS); i++)
    append_column (self, titles, i);
  self->showing = FALSE;
  if (n > MAX_COLUMNS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more column is not shown.", "%u more columns are not shown.",
                                                         n - MAX_COLUMNS), n - MAX_COLUMNS);

      gtk_box_append (GTK_BOX (self->box), create_label (more, "dim-label"));
    }
  self->handler = g_signal_connect_swapped (import, "changed", G_CALLBACK (update), self);
  update (self);
}
