/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-plan-view.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_EXPORT_WINDOW (circ_export_window_get_type ())
G_DECLARE_FINAL_TYPE (CircExportWindow, circ_export_window, CIRC, EXPORT_WINDOW, AdwWindow)

/**
 * CircExportWindow:
 *
 * The plan, or how far its leads have come with it, as a file or on paper: which document, which format, which items, and
 * how it will look.
 *
 * Actions: "export.document" ("plan" or "progress"), "export.format" ("pdf", "xlsx" or "csv"), "export.scope" ("view" or
 * "all"), "export.save", "export.save-to" ("s": a path; what its end names goes before the chosen format),
 * "export.print", "export.cancel" (Escape: first what is being written, then the window).
 */
/* @parent: any widget of the window it belongs to. @view is copied. */
void circ_export_window_present (CircSession *session,
                                 GtkWidget *parent,
                                 CircPlanView *view);

G_END_DECLS
