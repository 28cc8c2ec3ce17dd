/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-import.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_IMPORT_PREVIEW (circ_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (CircImportPreview, circ_import_preview, CIRC, IMPORT_PREVIEW, GtkWidget)

/**
 * CircImportPreview:
 *
 * The rows of a file as a list, and beside it what the chosen row becomes. Rows without anything in them are not
 * shown. Only the rows in view have widgets, so that a file of many thousands opens as quickly as one of ten.
 */
GtkWidget *circ_import_preview_new (CircSession *session);
void circ_import_preview_set_import (CircImportPreview *self,
                                     CircPlanImport *import);
/* What was to be shown later is shown now: the import is about to be a worker's. */
void circ_import_preview_settle (CircImportPreview *self);
/* Puts the focus on the list. */
void circ_import_preview_focus (CircImportPreview *self);

G_END_DECLS
