/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-csv-reader.h"
#include "circ-how-split.h"
#include "circ-store.h"

G_BEGIN_DECLS

/* What a column of the file holds. */
typedef enum {
  CIRC_IMPORT_COLUMN_IGNORE,
  CIRC_IMPORT_COLUMN_REF,
  CIRC_IMPORT_COLUMN_WHAT,
  CIRC_IMPORT_COLUMN_WHAT_NOTES,
  CIRC_IMPORT_COLUMN_TO_WHOM,
  CIRC_IMPORT_COLUMN_HOW,
  CIRC_IMPORT_COLUMN_BY_WHOM,
  CIRC_IMPORT_COLUMN_HOW_BY_WHOM,
  CIRC_IMPORT_COLUMN_WHEN,
  CIRC_N_IMPORT_COLUMNS,
} CircImportColumn;

const char *circ_import_column_get_title (CircImportColumn column);

typedef enum {
  CIRC_IMPORT_ROW_NEW,
  CIRC_IMPORT_ROW_PRESENT,    /* an item, or a row further up, has the same words in every column of the file */
  CIRC_IMPORT_ROW_DIFFERENT,  /* one looks like it, but something differs: it becomes a new item */
  CIRC_IMPORT_ROW_UNREADABLE, /* the reason says line and column */
  CIRC_IMPORT_ROW_EMPTY,      /* nothing in it; never imported, never counted as an error */
} CircImportRowState;

const char *circ_import_row_state_get_title (CircImportRowState state);

/**
 * CircImportRow:
 * @line: line of the file in which the row begins, from 1
 * @state: what would become of it
 * @message: whole sentence: the reason why it cannot be read, or what deserves a look; %NULL when there is nothing to say
 * @existing: id of the item it equals or resembles, or 0
 * @existing_ref: that item's reference, or %NULL
 * @item: the plan item it would become, never saved; %NULL when it cannot be read or is empty
 * @split: how a "How, by whom" cell was taken apart; %NULL when there is none
 * @n_linked: entries whose words were recognised
 * @n_entries: entries of "to whom", "how" and "by whom" together
 * @skip: left out by hand, with circ_plan_import_set_skip()
 *
 * One row of the preview. Owned by the import, valid until the next call that changes it.
 */
typedef struct {
  guint line;
  CircImportRowState state;
  char *message;
  gint64 existing;
  char *existing_ref;
  CircRecord *item;
  CircHowSplit *split;
  guint n_linked;
  guint n_entries;
  gboolean skip;
} CircImportRow;

typedef struct {
  guint n_added;
  guint n_present;
  guint n_unreadable;
  guint n_skipped;
  guint n_new_records; /* audiences and methods made on the way */
} CircImportCounts;

#define CIRC_TYPE_PLAN_IMPORT (circ_plan_import_get_type ())
G_DECLARE_FINAL_TYPE (CircPlanImport, circ_plan_import, CIRC, PLAN_IMPORT, GObject)

/**
 * CircPlanImport:
 *
 * A plan in a CSV file on its way into the store: match columns, look at what each row becomes, then
 * circ_plan_import_apply() saves it as one change. Nothing is saved before that. Signal "changed": columns, rows or
 * options have changed; read all of it again.
 */
CircPlanImport *circ_plan_import_new (CircStore *store,
                                      GFile *file,
                                      const char *today,
                                      GCancellable *cancellable,
                                      GError **error);
CircPlanImport *circ_plan_import_new_for_bytes (CircStore *store,
                                                GBytes *bytes,
                                                const char *name,
                                                const char *today,
                                                GError **error);

guint circ_plan_import_get_n_columns (CircPlanImport *self);
const char *circ_plan_import_get_column_title (CircPlanImport *self,
                                               guint column);
/* The first thing that stands in the column beneath its heading; "" when there is nothing. Valid as long as @self. */
const char *circ_plan_import_get_column_sample (CircPlanImport *self,
                                                guint column);
CircImportColumn circ_plan_import_get_column (CircPlanImport *self,
                                              guint column);
gboolean circ_plan_import_set_column (CircPlanImport *self,
                                      guint column,
                                      CircImportColumn what,
                                      GError **error);
/* Whether a column is matched to "what"; without it nothing can be imported. */
gboolean circ_plan_import_is_ready (CircPlanImport *self);

guint circ_plan_import_get_n_rows (CircPlanImport *self);
const CircImportRow *circ_plan_import_get_row (CircPlanImport *self,
                                               guint row);
void circ_plan_import_set_skip (CircPlanImport *self,
                                guint row,
                                gboolean skip);
gboolean circ_plan_import_set_role (CircPlanImport *self,
                                    guint row,
                                    guint line,
                                    gboolean is_role,
                                    GError **error);

/* Options, all FALSE at first: add rows that are there already; make audiences and methods for words that are not
 * recognised (otherwise words stay words); import the rest although some rows cannot be read. */
void circ_plan_import_set_again (CircPlanImport *self,
                                 gboolean again);
gboolean circ_plan_import_get_again (CircPlanImport *self);
void circ_plan_import_set_add_missing (CircPlanImport *self,
                                       gboolean add_missing);
void circ_plan_import_set_skip_bad_rows (CircPlanImport *self,
                                         gboolean skip_bad_rows);
gboolean circ_plan_import_get_skip_bad_rows (CircPlanImport *self);

/* What would be done (before) or was done (after). */
void circ_plan_import_count (CircPlanImport *self,
                             CircImportCounts *counts);
gboolean circ_plan_import_apply (CircPlanImport *self,
                                 CircImportCounts *counts,
                                 GError **error);

/* The same by a worker that opens the file of @store for itself. Until the callback nothing else may be done with the
 * import; finish belongs to the thread of @store. What has begun to be saved is saved: only reading can be cancelled. */
void circ_plan_import_new_async (CircStore *store,
                                 GFile *file,
                                 const char *today,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void circ_plan_import_new_for_bytes_async (CircStore *store,
                                           GBytes *bytes,
                                           const char *name,
                                           const char *today,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
/* Of either. */
CircPlanImport *circ_plan_import_new_finish (CircStore *store,
                                             GAsyncResult *result,
                                             GError **error);
void circ_plan_import_set_column_async (CircPlanImport *self,
                                        guint column,
                                        CircImportColumn what,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean circ_plan_import_set_column_finish (GAsyncResult *result,
                                             GError **error);
void circ_plan_import_apply_async (CircPlanImport *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean circ_plan_import_apply_finish (GAsyncResult *result,
                                        CircImportCounts *counts,
                                        char **title,
                                        GError **error);

G_END_DECLS
