/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

#include "circ-statement.h"

G_BEGIN_DECLS

/**
 * CircRowSql:
 *
 * The statements of one kind's table, made from its catalogue. Lives as long as the connection that caches them.
 */
typedef struct {
  const CircKind *kind;
  char *columns; /* id, version, created_at, created_by, updated_at, updated_by, then the stored fields; of table t */
  char *select;  /* by id $1 */
  char *insert;  /* $1 id, $2 version, $3 to $6 instants and names, $7 title key, $8 … the stored fields */
  char *remove;  /* by id $1 */
  char *title;   /* title key $1 of id $2 */
  char **set;    /* per field: $1 value, $2 version, $3 updated_at, $4 updated_by, $5 id */
} CircRowSql;

#define CIRC_ROW_META_COLUMNS 6

CircRowSql *circ_row_sql_new (const CircKind *kind);
void circ_row_sql_free (CircRowSql *self);

/* Sealed fields are kept in the vault and have no column. */
gboolean circ_field_is_stored (const CircField *field);
/* Whether a value is as good as none: "", an empty list, a reference to nothing. */
gboolean circ_value_is_blank (const CircField *field,
                              GVariant *value);
/* Whether two values are stored as the same, whatever the order of the keys in their rows. */
gboolean circ_value_same (const CircField *field,
                          GVariant *a,
                          GVariant *b);

/* @text: (nullable): the stored text of a set, of references or rows where it is at hand; both must live until the
 * statement has been stepped. */
void circ_row_bind (CircStatement *statement,
                    int name,
                    const CircField *field,
                    GVariant *value,
                    const char *text);
GVariant *circ_row_read (CircStatement *statement,
                         int column,
                         const CircField *field);
/* Reads a row of CircRowSql.columns into @record, which notifies what differs. */
void circ_row_read_record (CircStatement *statement,
                           CircRecord *record);

/* The form in which titles and names are compared and sorted: without case and without marks. (transfer full) */
char *circ_title_key (const char *title);

gboolean circ_field_is_searchable (const CircField *field);

/* circ-row-json.c: the values that circ_row_values_to_json() wrote. */
gboolean circ_row_from_json (const char *json,
                             CircRecord *record,
                             GError **error);

G_END_DECLS
