/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-welcome.h"

#include <glib/gi18n-lib.h>

#include "circ-paths.h"

struct _CircWelcome {
  AdwBin parent_instance;

  GtkWidget *starter_row;
  GtkWidget *place;
};

G_DEFINE_FINAL_TYPE (CircWelcome, circ_welcome, ADW_TYPE_BIN)

static gboolean
circ_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CIRC_WELCOME (widget)->starter_row);
}

static void
circ_welcome_class_init (CircWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = circ_welcome_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, CircWelcome, starter_row);
  gtk_widget_class_bind_template_child (widget_class, CircWelcome, place);
}

/* The folder as a person writes it. */
static char *
dup_folder (void)
{
  g_autofree char *path = circ_paths_dup_default_database ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *display = g_filename_display_name (folder);
  g_autofree char *home = g_filename_display_name (g_get_home_dir ());

  if (g_str_has_prefix (display, home) && display[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", display + strlen (home), NULL);
  return g_steal_pointer (&display);
}

static void
circ_welcome_init (CircWelcome *self)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *text = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* translators: %s is a folder */
  text = g_strdup_printf (_ ("What you make here is one file on this computer, in %s."), folder);
  gtk_label_set_text (GTK_LABEL (self->place), text);
}

GtkWidget *
circ_welcome_new (void)
{
  return g_object_new (CIRC_TYPE_WELCOME, NULL);
}
