/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matcher.h"
#include "circ-matrix-import.h"
#include "circ-matrix-source.h"

G_BEGIN_DECLS

/**
 * CircMatrixImport:
 * @source: (owned): what is there
 * @after: (owned): what is to be there
 * @names: (owned): those of the lists, and those that this import adds
 * @change: (owned): the entries that are added to the lists; the cells when it is applied
 * @next: position of the next entry, by kind
 */
struct _CircMatrixImport {
  CircStore *store; /* (owned) */
  char *name;       /* (owned) of the file */
  CircReportYear year;
  CircMatrixSource *source;
  CircMatrix *after;
  CircMatcher *names;
  CircChange *change;
  gint64 next[CIRC_N_KINDS];
  GPtrArray *problems; /* (owned) (element-type utf8) */
  GPtrArray *notes;    /* (owned) (element-type utf8) */
  guint n_bad_rows;
};

/* circ-matrix-import-heads.c */
void circ_matrix_import_find_next (CircMatrixImport *self,
                                   CircKindId kind,
                                   GPtrArray *heads);
gint64 circ_matrix_import_recognise (CircMatrixImport *self,
                                     CircKindId kind,
                                     const char *words,
                                     char **complaint);
gboolean circ_matrix_import_make_column (CircMatrixImport *self,
                                         gint64 audience,
                                         GError **error);

G_END_DECLS
