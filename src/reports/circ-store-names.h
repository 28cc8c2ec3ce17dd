/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matcher.h"
#include "circ-store.h"

G_BEGIN_DECLS

/* Every name by which a record in use is known, ready to recognise the words of entries. */
CircMatcher *circ_store_read_names (CircStore *store,
                                    GError **error);
gint64 circ_store_recognise (CircMatcher *names,
                             const CircField *field,
                             const char *words,
                             GArray **candidates);

G_END_DECLS
