/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing.h"

G_BEGIN_DECLS

/**
 * CircTimingNames:
 * @dup_name: (transfer full) (nullable): what the record of this id is called
 * @find: the id of the record of this name, or 0
 * @data: for both
 *
 * How a sentence names the group that meets or the item that is followed: rules know no store.
 */
typedef struct {
  char *(*dup_name) (gint64 id,
                     gpointer data);
  gint64 (*find) (const char *name,
                  gpointer data);
  gpointer data;
} CircTimingNames;

char *circ_timing_dup_sentence (const CircTiming *self,
                                const CircTimingNames *names);
CircTiming *circ_timing_from_sentence (const char *sentence,
                                       const CircTimingNames *names,
                                       GError **error);

#define CIRC_TIMING_MAX_WAYS 4
guint circ_timing_get_ways (CircTimingKind kind,
                            const char **ways);
const char *circ_timing_get_remark (CircParameters parameter,
                                    CircRoll roll);

const char *const *circ_triggers_get_tokens (void);
const char *circ_trigger_get_title (const char *token);
const char *circ_trigger_find_token (const char *title);
const char *circ_month_get_title (int month);
const char *circ_weekday_get_title (int weekday);
const char *circ_ordinal_get_title (int ordinal);
const char *circ_frequency_get_title (CircFrequency frequency);
char *circ_unit_dup_phrase (CircUnit unit,
                            int n);

G_END_DECLS
