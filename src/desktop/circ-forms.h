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

/* The kinds that are kept as reference lists, in the order in which they are offered; ended by CIRC_N_KINDS. */
const CircKindId *circ_forms_get_lists (void);
/* The same for the calendar, which has a window of its own, and whether a kind is one of those. */
const CircKindId *circ_forms_get_calendar (void);
gboolean circ_forms_is_calendar (CircKindId kind);

G_END_DECLS
