/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-import.h"

G_BEGIN_DECLS

#define CIRC_TYPE_IMPORT_LINE (circ_import_line_get_type ())
G_DECLARE_FINAL_TYPE (CircImportLine, circ_import_line, CIRC, IMPORT_LINE, GObject)

/* A row of an import in a list model: only its number, because the rows themselves belong to the import. */
CircImportLine *circ_import_line_new (guint row);
guint circ_import_line_get_row (CircImportLine *self);

#define CIRC_TYPE_IMPORT_ROW (circ_import_row_get_type ())
G_DECLARE_FINAL_TYPE (CircImportRowView, circ_import_row, CIRC, IMPORT_ROW, GtkWidget)

/**
 * CircImportRowView:
 *
 * One row of the preview: whether it is imported, what it is about, how much of it was recognised, and its state as
 * icon and word. Follows the import while it is bound.
 */
GtkWidget *circ_import_row_new (void);
/* NULL unbinds. */
void circ_import_row_bind (CircImportRowView *self,
                           CircPlanImport *import,
                           guint row);
/* Leaves the row out of the import or takes it back, as a click on its check button does. */
void circ_import_row_toggle (CircImportRowView *self);
const char *circ_import_row_get_icon (const CircImportRow *row);
/* What the row is about, in one line. (transfer full) */
char *circ_import_row_dup_what (const CircImportRow *row);

G_END_DECLS
