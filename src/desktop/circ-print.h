/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CircPrintDone:
 * @error: NULL when the pages went to the printer or the person changed their mind
 */
typedef void (*CircPrintDone) (const GError *error,
                               gpointer user_data);

GtkPrintOperation *circ_print_operation_new (GBytes *pdf,
                                             const char *title,
                                             GError **error);
void circ_print (GtkWindow *parent,
                 GBytes *pdf,
                 const char *title,
                 CircPrintDone done,
                 gpointer user_data);

G_END_DECLS
