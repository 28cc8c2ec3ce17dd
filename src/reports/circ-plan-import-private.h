/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The parts of the plan's import; private to this folder. */

#include "circ-matcher.h"
#include "circ-plan-import.h"

G_BEGIN_DECLS

CircImportColumn circ_import_column_guess (const char *title);
guint circ_import_column_get_rivals (CircImportColumn column);

/**
 * CircImportReader:
 *
 * Turns the cells of a row into a plan item, without the store it was made for. @columns says which cell holds what (-1: none).
 */
typedef struct {
  CircMatcher *names;    /* (owned) */
  GHashTable *cells;     /* (owned) (element-type utf8 CircImportCell): cells that were read before */
  GHashTable *whens;     /* (owned) (element-type utf8 GVariant): the rules of words that were read before */
  CircRecord *pattern;   /* (owned) what every new item starts with */
  int columns[CIRC_N_IMPORT_COLUMNS];
} CircImportReader;

gboolean circ_import_reader_init (CircImportReader *reader,
                                  CircStore *store,
                                  const char *today,
                                  GError **error);
void circ_import_reader_clear (CircImportReader *reader);
void circ_import_reader_read (CircImportReader *reader,
                              CircCsvTable *table,
                              guint csv_row,
                              CircImportRow *row);
const char *circ_import_reader_apply_split (CircImportReader *reader,
                                            CircImportRow *row);

/**
 * CircImportIndex:
 *
 * Knows the items that are there already by their words.
 */
typedef struct {
  CircStore *store;        /* (borrowed) */
  const int *columns;      /* (borrowed) those of the file */
  GHashTable *by_words;    /* (owned) (element-type utf8 Known): all columns of the file */
  GHashTable *by_likeness; /* (owned) the same, by “what” and “when” alone */
  GHashTable *by_what;     /* (owned) */
  GHashTable *by_ref;      /* (owned) */
  GHashTable *folded;      /* (owned) (element-type GVariant utf8): words of lists that many rows share */
} CircImportIndex;

gboolean circ_import_index_init (CircImportIndex *index,
                                 CircStore *store,
                                 const int *columns,
                                 GError **error);
void circ_import_index_clear (CircImportIndex *index);
void circ_import_index_judge (CircImportIndex *index,
                              const char *file_ref,
                              CircImportRow *row);

const char *circ_import_guess_category (const char *what);

struct _CircPlanImport {
  GObject parent_instance;

  CircStore *store;    /* (owned) */
  CircCsvTable *table; /* (owned) */
  char *name;          /* (owned) the file's, for the title of the change */
  char *today;         /* (owned) */
  CircImportReader reader;
  guint first_row;   /* of the table that is not a heading */
  gboolean headed;   /* whether there is a heading */
  GArray *columns;   /* (owned) (element-type CircImportColumn) */
  GPtrArray *titles; /* (owned) (element-type utf8) */
  GPtrArray *rows;   /* (owned) (element-type CircImportRow) */
  gboolean again;
  gboolean add_missing;
  gboolean skip_bad_rows;
};

GPtrArray *circ_plan_import_read_rows (CircPlanImport *self,
                                       CircStore *store,
                                       GCancellable *cancellable,
                                       GError **error);
void circ_plan_import_take_rows (CircPlanImport *self,
                                 GPtrArray *rows);
void circ_plan_import_keep_choices (CircPlanImport *self,
                                    GPtrArray *rows);
GArray *circ_plan_import_assign (CircPlanImport *self,
                                 guint column,
                                 CircImportColumn what);
void circ_plan_import_take_columns (CircPlanImport *self,
                                    GArray *before);
gboolean circ_plan_import_apply_to (CircPlanImport *self,
                                    CircStore *store,
                                    CircImportCounts *counts,
                                    char **title,
                                    GError **error);

G_END_DECLS
