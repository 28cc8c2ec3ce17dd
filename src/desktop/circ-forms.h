/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-form.h"

G_BEGIN_DECLS

/* Which fields of a kind stand in which section, in which order: one table a kind. The fields themselves are declared
 * in their catalogues, and a field that is not named here is not shown. */

/* The partnership's own settings, and how its documents look: two pages of the preferences. */
const CircFormSection *circ_forms_get_partnership (void);
const CircFormSection *circ_forms_get_brand (void);
/* The form of an entry of a reference list; NULL for a kind that is not kept as a list. */
const CircFormSection *circ_forms_get_entry (CircKindId kind);

/**
 * CircFormsSet:
 * @CIRC_FORMS_LISTS: the reference lists
 * @CIRC_FORMS_CALENDAR: meetings, theme days, what happened, holidays and requests
 * @CIRC_FORMS_RESULTS: what it is for and what it came to: campaigns, measures, priorities
 *
 * Kinds that are kept as lists; each set has a window of its own.
 */
typedef enum {
  CIRC_FORMS_LISTS,
  CIRC_FORMS_CALENDAR,
  CIRC_FORMS_RESULTS,
  CIRC_N_FORMS_SETS,
} CircFormsSet;

/* The kinds of a set in the order in which they are offered; ended by CIRC_N_KINDS. */
const CircKindId *circ_forms_get_kinds (CircFormsSet set);
CircFormsSet circ_forms_find_set (CircKindId kind);
const char *circ_forms_get_set_title (CircFormsSet set);

G_END_DECLS
