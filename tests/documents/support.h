/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-export.h"

G_BEGIN_DECLS

char       *test_make_folder   (void);
void        test_remove_folder (char             *folder);
GFile      *test_file          (const char       *folder,
                                const char       *name);
guint       test_count_files   (const char       *folder);
char       *test_run           (const char       *program,
                                ...) G_GNUC_NULL_TERMINATED;
CircReport *test_report        (void);
CircReportTable *test_add_table (CircReport      *report,
                                 const char      *title);
char       *test_read          (GFile            *file,
                                gsize            *n_bytes);
GPtrArray  *test_export        (CircReport       *report,
                                CircExportFormat  format,
                                GFile            *file);
gboolean    test_has_note      (GPtrArray        *notes,
                                const char       *part);
void        test_add_long_row  (CircReportTable  *table,
                                guint             n_chars);
void        test_set_source    (CircReportTable  *table,
                                guint             n_rows,
                                guint             fail_at);

G_END_DECLS
