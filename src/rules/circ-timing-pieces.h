/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing-phrases.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_PIECE_WORDS, /* that stand as they are */
  CIRC_PIECE_SLOT,  /* a parameter */
  CIRC_PIECE_WAY,   /* words of which others may be chosen: see circ_timing_set_way() */
  CIRC_PIECE_ROLL,  /* a whole sentence for each CircRoll */
} CircPieceKind;

/**
 * CircPiece:
 * @words: for WORDS; translated
 * @slot: for SLOT; the start of a series is one, %CIRC_SLOT_YEAR
 * @choices: for WAY and ROLL; translated
 *
 * A piece of a sentence that is being edited.
 */
typedef struct {
  CircPieceKind kind;
  char *words;
  CircSlot slot;
  char **choices;
} CircPiece;

GPtrArray *circ_timing_dup_pieces (CircTimingKind kind);
GPtrArray *circ_timing_dup_further_pieces (CircTimingKind kind);
guint circ_timing_get_way (const CircTiming *self);
void circ_timing_set_way (CircTiming *self,
                          guint way);

G_END_DECLS
