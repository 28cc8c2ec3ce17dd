/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-session.h"

G_BEGIN_DECLS

/* A value of @field as a person reads it, with references by name and rules as sentences, one on each line; "nothing" for
 * NULL. (transfer full) */
char *circ_value_dup_words (CircSession *session,
                            const CircField *field,
                            GVariant *value);
/* What is said beside a field that somebody else has given the value @theirs, while it was edited here. (transfer full) */
char *circ_value_dup_conflict (CircSession *session,
                               const CircField *field,
                               GVariant *theirs);
/* The same of a field of a draft, of which the file says @theirs. (transfer full) */
char *circ_value_dup_offer (CircSession *session,
                            const CircField *field,
                            GVariant *theirs);
/* As much of @words as @n characters have room for, with "…" at the end of what was cut. (transfer full) */
char *circ_value_shorten (const char *words,
                          glong n);

G_END_DECLS
