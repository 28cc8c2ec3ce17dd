/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-field.h"

G_BEGIN_DECLS

/**
 * CircKindId:
 *
 * Every kind of record there is. A new kind gets a value here, a catalogue in circ-<kind>.c and its row in
 * circ-kind.c; the rest of the application follows from these.
 */
typedef enum {
  CIRC_KIND_PARTNERSHIP,
  CIRC_KIND_AGENCY,
  CIRC_KIND_CONTACT,
  CIRC_KIND_GROUP,
  CIRC_KIND_CIRCULATION_LIST,
  CIRC_KIND_AUDIENCE,
  CIRC_KIND_METHOD,
  CIRC_KIND_KEY_MESSAGE,
  CIRC_KIND_PLAN_ITEM,
  CIRC_KIND_OCCURRENCE,
  CIRC_KIND_EVIDENCE,
  CIRC_KIND_MEETING,
  CIRC_KIND_THEME_DAY,
  CIRC_KIND_THEME_DAY_YEAR,
  CIRC_KIND_TRIGGER,
  CIRC_KIND_HOLIDAY,
  CIRC_KIND_DATE_SETTINGS,
  CIRC_KIND_CASCADE_RETURN,
  CIRC_KIND_FORMAT_REQUEST,
  CIRC_KIND_MATRIX,
  CIRC_KIND_MATRIX_CELL,
  CIRC_KIND_PRIORITY,
  CIRC_KIND_MEASURE,
  CIRC_KIND_MEASURE_READING,
  CIRC_KIND_CAMPAIGN,
  CIRC_KIND_PARTNER_SITE,
  CIRC_N_KINDS,
} CircKindId;

typedef struct _CircRecord CircRecord;

/* What a whole-record check found: @field is the index of the field, @message a translated sentence (owned). */
typedef struct {
  guint field;
  char *message;
} CircProblem;

void circ_problem_free (CircProblem *problem);
void circ_problem_add (GPtrArray *problems,
                       guint field,
                       const char *message);

/**
 * CircKind:
 * @name: stable token, lower case with dashes; also the name of the kind in --json and in the history
 * @table: table in the store
 * @title: "Plan item", translatable
 * @title_plural: "Plan items", translatable
 * @ref_prefix: prefix of the human reference ("CP"), or %NULL for a kind without one
 * @ref_field: index of the reference field, or -1
 * @title_field: index of the field that names a record
 * @owner_field: index of the REFERENCE to the record that this one is part of and goes with, or -1
 * @archived_field: index of the "archived-on" DATE field, or -1
 * @check: checks fields against each other on a given day; adds CircProblems
 * @dup_title: names a record where one field does not; or %NULL
 */
struct _CircKind {
  CircKindId id;
  const char *name;
  const char *table;
  const char *title;
  const char *title_plural;
  const char *ref_prefix;
  int ref_field;
  int title_field;
  int owner_field;
  int archived_field;
  const CircField *fields;
  guint n_fields;
  GType (*get_type) (void);
  void (*check) (CircRecord *record,
                 const char *today,
                 GPtrArray *problems);
  char *(*dup_title) (CircRecord *record);
};

const CircKind *circ_kind_get (CircKindId id);
const CircKind *circ_kind_find (const char *name);
int circ_kind_find_field (const CircKind *kind,
                          const char *name);
const char *circ_kind_get_title (const CircKind *kind);
const char *circ_kind_get_title_plural (const CircKind *kind);

/* The field that says on which day a record was put away; the last line of every catalogue that has it. */
#define CIRC_ARCHIVED_ON_FIELD                                                                      \
  {                                                                                                 \
    "archived-on", N_ ("Archived on"), NULL, CIRC_FIELD_DATE, CIRC_FIELD_READ_ONLY, 0, NULL, NULL,  \
      NULL, NULL                                                                                    \
  }

G_END_DECLS
