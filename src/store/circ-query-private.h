/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-query.h"

#include "circ-statement.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_CONDITION_EQUAL,
  CIRC_CONDITION_BETWEEN,
  CIRC_CONDITION_BLANK,
  CIRC_CONDITION_LINKED,
  CIRC_CONDITION_PART,
  CIRC_CONDITION_REFERENCE,
  CIRC_CONDITION_EITHER,
} CircConditionKind;

typedef struct {
  CircConditionKind kind;
  int field;        /* -1: any, for LINKED */
  GVariant *value;  /* (owned) EQUAL */
  char *from;       /* (owned) BETWEEN */
  char *to;
  gint64 target;    /* LINKED */
  CircQuery *part;  /* (owned) PART, REFERENCE, EITHER */
  CircQuery *other; /* (owned) EITHER */
  gboolean flag;    /* BLANK: whether it must be; PART: negated */
} CircCondition;

typedef struct {
  guint field;
  gboolean descending;
  gboolean by_target; /* of a REFERENCE the id, and not the title */
} CircSort;

struct _CircQuery {
  gatomicrefcount ref_count;
  const CircKind *kind;
  char *words; /* NULL when there are none */
  CircQueryScope scope;
  GPtrArray *conditions; /* of CircCondition */
  GArray *sorts;         /* of CircSort */
  guint limit;           /* 0: none */
  gint64 first;          /* ids; 0: any */
  gint64 last;
  gboolean often;        /* asked row by row with other values: the connection keeps the statement; not copied */
};

typedef enum {
  CIRC_SELECT_IDS,
  CIRC_SELECT_ROWS, /* the columns that are given */
  CIRC_SELECT_COUNT,
} CircSelect;

/* (transfer full): a statement with its values bound; @query must outlive it. */
CircStatement *circ_query_prepare (CircQuery *query,
                                   CircDb *db,
                                   CircSelect select,
                                   const char *columns,
                                   GError **error);
/* Whether a change of a record of @kind can change the answer. */
gboolean circ_query_depends_on (CircQuery *query,
                                const CircKind *kind);

/* What is typed into a search box as an FTS5 expression; NULL when there is nothing to look for. (transfer full) */
char *circ_search_words (const char *typed);

G_END_DECLS
