/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-import.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_IMPORT_DETAILS (circ_import_details_get_type ())
G_DECLARE_FINAL_TYPE (CircImportDetails, circ_import_details, CIRC, IMPORT_DETAILS, GtkWidget)

/**
 * CircImportDetails:
 *
 * What one row of a file becomes: its words, what each entry was recognised as, and, where a cell held methods and
 * roles together, a button beside each line that moves it to the other list.
 */
GtkWidget *circ_import_details_new (CircSession *session);
/* @import NULL: nothing is shown. */
void circ_import_details_show (CircImportDetails *self,
                               CircPlanImport *import,
                               guint row);
/* What was to be shown later is shown now. */
void circ_import_details_settle (CircImportDetails *self);

G_END_DECLS
