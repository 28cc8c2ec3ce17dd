/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sodium.h>

G_BEGIN_DECLS

#define CIRC_HASH_SIZE 32
#define CIRC_SALT_SIZE 16

/**
 * CircChain:
 *
 * The hash of one change: BLAKE2b over the hash before it, its header, and the identity and digest of each part.
 * Every piece goes in with its length, so that no two histories read the same.
 */
typedef struct {
  crypto_generichash_state state;
} CircChain;

typedef struct {
  gint64 id;
  const char *title;          /* as it stood in the chain until version 3 of the file; NULL: its digest does */
  const guint8 *title_digest; /* CIRC_HASH_SIZE bytes */
  const char *at;
  const char *by;
  const char *kind;
  gint64 of; /* 0: none */
} CircChainHeader;

typedef struct {
  gint64 position;
  gint64 record_id;
  const char *record_kind;
  gint64 owner_id; /* 0: none */
  const char *action;
  const char *field;
  const guint8 *digest; /* CIRC_HASH_SIZE bytes */
} CircChainPart;

/* @previous: the hash of the change before, or NULL for the first. */
void circ_chain_start (CircChain *self,
                       const guint8 *previous,
                       const CircChainHeader *header);
void circ_chain_add (CircChain *self,
                     const CircChainPart *part);
void circ_chain_finish (CircChain *self,
                        guint8 hash[CIRC_HASH_SIZE]);

/* What stands for a part's values in the chain. The salt keeps a short value from being guessed out of its digest. */
void circ_chain_digest (const guint8 salt[CIRC_SALT_SIZE],
                        const char *old_value,
                        const char *new_value,
                        guint8 digest[CIRC_HASH_SIZE]);

G_END_DECLS
