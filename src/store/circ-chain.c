/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-chain.h"

#include <string.h>

static void
add_bytes (crypto_generichash_state *state,
           gconstpointer data,
           gsize size)
{
  crypto_generichash_update (state, data, size);
}

static void
add_number (crypto_generichash_state *state,
            gint64 number)
{
  gint64 little = GINT64_TO_LE (number);

  add_bytes (state, &little, sizeof little);
}

/* NULL goes in as a length that no text has. */
static void
add_text (crypto_generichash_state *state,
          const char *text)
{
  gsize size = text != NULL ? strlen (text) : 0;

  add_number (state, text != NULL ? (gint64) size : -1);
  if (size > 0)
    add_bytes (state, text, size);
}

void
circ_chain_start (CircChain *self,
                  const guint8 *previous,
                  const CircChainHeader *header)
{
  static const guint8 nothing[CIRC_HASH_SIZE] = { 0 };

  crypto_generichash_init (&self->state, NULL, 0, CIRC_HASH_SIZE);
  add_bytes (&self->state, previous != NULL ? previous : nothing, CIRC_HASH_SIZE);
  add_number (&self->state, header->id);
  if (header->title != NULL)
    add_text (&self->state, header->title);
  else
    add_bytes (&self->state, header->title_digest, CIRC_HASH_SIZE);
  add_text (&self->state, header->at);
  add_text (&self->state, header->by);
  add_text (&self->state, header->kind);
  add_number (&self->state, header->of);
}

void
circ_chain_add (CircChain *self,
                const CircChainPart *part)
{
  add_number (&self->state, part->position);
  add_number (&self->state, part->record_id);
  add_text (&self->state, part->record_kind);
  add_number (&self->state, part->owner_id);
  add_text (&self->state, part->action);
  add_text (&self->state, part->field);
  add_bytes (&self->state, part->digest, CIRC_HASH_SIZE);
}

void
circ_chain_finish (CircChain *self,
                   guint8 hash[CIRC_HASH_SIZE])
{
  crypto_generichash_final (&self->state, hash, CIRC_HASH_SIZE);
}

void
circ_chain_digest (const guint8 salt[CIRC_SALT_SIZE],
                   const char *old_value,
                   const char *new_value,
                   guint8 digest[CIRC_HASH_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, CIRC_HASH_SIZE);
  add_bytes (&state, salt, CIRC_SALT_SIZE);
  add_text (&state, old_value);
  add_text (&state, new_value);
  crypto_generichash_final (&state, digest, CIRC_HASH_SIZE);
}
