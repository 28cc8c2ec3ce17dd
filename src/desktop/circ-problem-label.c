/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-problem-label.h"

#include "circ-label.h"

GtkWidget *
circ_problem_label_new (void)
{
  GtkWidget *problem = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = circ_label_new (NULL, "caption");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (problem), icon);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (problem), label);
  gtk_widget_set_visible (problem, FALSE);
  return problem;
}

void
circ_problem_label_set (GtkWidget *problem,
                        const char *text,
                        gboolean is_error)
{
  gtk_widget_set_visible (problem, text != NULL);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (problem)), text != NULL ? text : "");
  if (is_error)
    gtk_widget_add_css_class (problem, "error");
  else
    gtk_widget_remove_css_class (problem, "error");
}
