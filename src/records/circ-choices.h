/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-field.h"

G_BEGIN_DECLS

/* Choices that more than one catalogue uses. */
extern const CircChoice circ_marking_choices[];  /* DOMAIN 2.4 */
extern const CircChoice circ_format_choices[];   /* DOMAIN 3.14 */
extern const CircChoice circ_evidence_choices[]; /* DOMAIN 3.7 */
extern const CircChoice circ_role_choices[];     /* DOMAIN 1.1 */

/* Validators that more than one catalogue uses. */
const char *circ_validate_email (GVariant *value);
const char *circ_validate_web_address (GVariant *value);
const char *circ_validate_colour (GVariant *value);
const char *circ_validate_time (GVariant *value);
/* "2pm", "2.30 p.m.", "9:30" and "1430" as circ_validate_time() wants them; NULL for what is no such time. (transfer full) */
char *circ_time_dup_text (const char *text);
const char *circ_validate_not_negative (GVariant *value);

G_END_DECLS
