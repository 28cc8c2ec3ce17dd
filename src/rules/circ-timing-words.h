/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing-sentence.h"

G_BEGIN_DECLS

GPtrArray *circ_timings_from_words (const char *words,
                                    const CircTimingNames *names);
GPtrArray *circ_timings_find_days (const char *text);

G_END_DECLS
