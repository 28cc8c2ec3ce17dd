/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* One reference inside a record. */
typedef struct {
  guint field;             /* index in the kind's catalogue */
  const CircField *holder; /* the field itself, or the column of its rows that holds the reference */
  guint position;          /* counted from 0 within the field */
  gint64 target;
} CircLink;

/**
 * CircRowValues:
 *
 * What saving a record needs of its fields, gathered in one walk over them: rows are variants within variants, and an
 * import would otherwise take them apart five times each.
 */
typedef struct {
  const CircKind *kind;
  const char **texts; /* (owned) per field: the stored text; NULL for no value */
  char **owned;       /* (owned) those of the texts that are not the value's own string */
  GArray *links;      /* (owned) of CircLink, by field and position */
  const char *title_words; /* (borrowed) words of the field that names the record, for the search index; or NULL */
  GString *other_words;    /* (owned) words of its other searchable fields */
} CircRowValues;

/* @record must keep its values until these are cleared. */
void circ_row_values_init (CircRowValues *self,
                           CircRecord *record);
void circ_row_values_clear (CircRowValues *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CircRowValues, circ_row_values_clear)

/* Whether a reference is to a record that has no id of its own yet. */
gboolean circ_row_values_has_new (const CircRowValues *self);

/* All values as one JSON object: field names in the order of the catalogue, stored texts; blank ones left out, so that
 * equal records give equal texts. (transfer full) */
char *circ_row_values_to_json (const CircRowValues *self);

/* Whether values of @field can refer to records. */
gboolean circ_field_has_links (const CircField *field);
/* Adds the references inside @value. (element-type CircLink) */
void circ_link_collect (const CircKind *kind,
                        guint field,
                        GVariant *value,
                        GArray *links);

G_END_DECLS
