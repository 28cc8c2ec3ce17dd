/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-form.h"

G_BEGIN_DECLS

/* One piece of evidence on the screen: a draft, and the card in which it is edited. */
typedef struct {
  CircRecord *saved;      /* (owned) (nullable) */
  CircRecord *before;     /* (owned): what it was when the draft was made */
  CircRecord *draft;      /* (owned) */
  GtkWidget *card;        /* (borrowed) */
  GtkWidget *heading;     /* (borrowed) */
  GtkWidget *remove;      /* (borrowed): a button */
  CircForm *form;         /* (borrowed) */
  const char *auto_title; /* what the title is while it follows the kind */
  gulong kind_handler;
} CircEvidencePiece;

/* @saved: (nullable). @draft is taken. The card is floating; what becomes of it is up to the caller. */
CircEvidencePiece *circ_evidence_piece_new (CircSession *session,
                                            CircRecord *saved,
                                            CircRecord *draft);
void circ_evidence_piece_free (CircEvidencePiece *self);
void circ_evidence_piece_set_number (CircEvidencePiece *self,
                                     guint number);
/* Whether it would be lost if it went now. */
gboolean circ_evidence_piece_is_unsaved (CircEvidencePiece *self);
/* Goes to what is to be filled in first, once the card has found its place. */
void circ_evidence_piece_focus (CircEvidencePiece *self);
/* (nullable): what a piece of this kind is called */
const char *circ_evidence_piece_get_kind_title (CircRecord *evidence);

G_END_DECLS
