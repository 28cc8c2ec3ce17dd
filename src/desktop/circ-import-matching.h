/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-plan-import.h"

G_BEGIN_DECLS

#define CIRC_TYPE_IMPORT_MATCHING (circ_import_matching_get_type ())
G_DECLARE_FINAL_TYPE (CircImportMatching, circ_import_matching, CIRC, IMPORT_MATCHING, GtkWidget)

/**
 * CircImportMatching:
 *
 * The columns of a file, each with its heading, the first thing in it, and a list to choose what it holds.
 */
GtkWidget *circ_import_matching_new (void);
void circ_import_matching_set_import (CircImportMatching *self,
                                      CircPlanImport *import);

G_END_DECLS
