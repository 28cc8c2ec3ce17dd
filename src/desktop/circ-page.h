/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PAGE (circ_page_get_type ())
G_DECLARE_INTERFACE (CircPage, circ_page, CIRC, PAGE, GtkWidget)

/**
 * CircPage:
 *
 * A tab of the window, made as circ_<name>_page_new (CircSession *session) and named in the table of circ-window.c.
 *
 * A page installs those widget actions that it has: "page.new" (Ctrl+N), "page.search" (Ctrl+F), "page.import",
 * "page.export", "page.print" (Ctrl+P; without it that is "page.export" too), and beside each that opens a file chooser one
 * that takes the path ("page.import-from" and "page.export-to", both "s"). The window forwards its keys and menu to them.
 */
struct _CircPageInterface {
  GTypeInterface parent_iface;

  const char *(*get_title) (CircPage *self);
  const char *(*get_icon_name) (CircPage *self);
  gboolean (*commit) (CircPage *self);
  gboolean (*show_record) (CircPage *self,
                           CircRecord *record);
};

/* Translated. */
const char *circ_page_get_title (CircPage *self);
const char *circ_page_get_icon_name (CircPage *self);
/* Saves what is being edited. FALSE when something could not be saved and the person should see why. */
gboolean circ_page_commit (CircPage *self);
/* Brings @record into view and chooses it; FALSE when it is not of this page. */
gboolean circ_page_show_record (CircPage *self,
                                CircRecord *record);

G_END_DECLS
