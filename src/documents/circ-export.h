/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-document-error.h"
#include "circ-report.h"

G_BEGIN_DECLS

typedef enum
{
  CIRC_EXPORT_XLSX,
  CIRC_EXPORT_PDF,
  CIRC_EXPORT_CSV,
} CircExportFormat;

/**
 * CircProgressFunc:
 * @fraction: 0 to 1; never falls
 *
 * Called on the thread that exports, at most some hundred times per file.
 */
typedef void (*CircProgressFunc) (double   fraction,
                                  gpointer user_data);

gboolean    circ_export_format_from_name     (const char        *name,
                                              CircExportFormat  *format,
                                              GError           **error);
const char *circ_export_format_get_name      (CircExportFormat   format);
const char *circ_export_format_get_extension (CircExportFormat   format);
const char *circ_export_format_get_mime_type (CircExportFormat   format);
char       *circ_report_dup_file_name        (CircReport        *report,
                                              CircExportFormat   format);

gboolean circ_report_export     (CircReport        *report,
                                 CircExportFormat   format,
                                 GFile             *target,
                                 GCancellable      *cancellable,
                                 CircProgressFunc   progress,
                                 gpointer           progress_data,
                                 GPtrArray        **notes,
                                 GError           **error);
GBytes  *circ_report_render_pdf (CircReport        *report,
                                 GCancellable      *cancellable,
                                 CircProgressFunc   progress,
                                 gpointer           progress_data,
                                 GPtrArray        **notes,
                                 GError           **error);

G_END_DECLS
