/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until version 3 the chain of the history covered the titles of changes as they stand. Titles name records, so that none
 * could be erased. This puts the digest of each into its place and chains the changes anew, once, in the transaction of
 * the step. A change that did not fit the chain before does not fit it afterwards either. */
#include "config.h"

#include "circ-schema.h"

#include "circ-chain.h"
#include "circ-statement.h"

#include <string.h>

typedef struct {
  CircStatement *next;
  CircStatement *parts;
  CircStatement *update;
  guint8 before[CIRC_HASH_SIZE]; /* of the change before, as it was */
  guint8 after[CIRC_HASH_SIZE];  /* and as it is now */
} Sealing;

static const guint8 *
get_hash (CircStatement *statement,
          int column)
{
  static const guint8 nothing[CIRC_HASH_SIZE] = { 0 };
  gsize size = 0;
  const guint8 *hash = circ_statement_get_blob (statement, column, &size);

  return size == CIRC_HASH_SIZE ? hash : nothing;
}

static gboolean
add_parts (CircStatement *parts,
           gint64 change,
           CircChain *before,
           CircChain *after,
           GError **error)
{
  CircStep step;

  circ_statement_bind_int (parts, 1, change);
  while ((step = circ_statement_step (parts, error)) == CIRC_STEP_ROW)
    {
      CircChainPart part = {
        .position = circ_statement_get_int (parts, 0),
        .record_id = circ_statement_get_int (parts, 1),
        .record_kind = circ_statement_get_text (parts, 2),
        .owner_id = circ_statement_get_int (parts, 3),
        .action = circ_statement_get_text (parts, 4),
        .field = circ_statement_get_text (parts, 5),
        .digest = get_hash (parts, 6),
      };

      circ_chain_add (before, &part);
      circ_chain_add (after, &part);
    }
  circ_statement_reset (parts);
  return step == CIRC_STEP_DONE;
}

/* The change that the statement stands on. */
static gboolean
seal_title (Sealing *self,
            gint64 id,
            GError **error)
{
  guint8 salt[CIRC_SALT_SIZE];
  guint8 digest[CIRC_HASH_SIZE];
  guint8 written[CIRC_HASH_SIZE];
  guint8 expected[CIRC_HASH_SIZE];
  CircChain before, after;
  CircChainHeader header = {
    .id = id,
    .title = circ_statement_get_text (self->next, 1),
    .at = circ_statement_get_text (self->next, 2),
    .by = circ_statement_get_text (self->next, 3),
    .kind = circ_statement_get_text (self->next, 4),
    .of = circ_statement_get_int (self->next, 5),
    .title_digest = digest,
  };

  memcpy (written, get_hash (self->next, 6), sizeof written);
  randombytes_buf (salt, sizeof salt);
  circ_chain_digest (salt, NULL, header.title, digest);
  circ_chain_start (&before, self->before, &header);
  header.title = NULL;
  circ_chain_start (&after, self->after, &header);
  if (!add_parts (self->parts, id, &before, &after, error))
    return FALSE;
  circ_chain_finish (&before, expected);
  circ_chain_finish (&after, self->after);
  if (memcmp (written, expected, sizeof expected) != 0)
    memcpy (self->after, written, sizeof written);
  memcpy (self->before, written, sizeof written);
  /* Its row is written next. */
  circ_statement_reset (self->next);
  circ_statement_bind_blob (self->update, 1, salt, sizeof salt);
  circ_statement_bind_blob (self->update, 2, digest, sizeof digest);
  circ_statement_bind_blob (self->update, 3, self->after, sizeof self->after);
  circ_statement_bind_int (self->update, 4, id);
  return circ_statement_run (self->update, error);
}

gboolean
circ_schema_seal_titles (CircDb *db,
                         GError **error)
{
  g_autoptr (CircStatement) next
    = circ_db_get (db,
                   "SELECT id, title, at, \"by\", kind, \"of\", hash FROM change WHERE id > $1 ORDER BY id LIMIT 1",
                   error);
  g_autoptr (CircStatement) parts = NULL;
  g_autoptr (CircStatement) update = NULL;
  gint64 id = 0;
  CircStep step;

  if (next == NULL)
    return FALSE;
  parts = circ_db_get (db,
                       "SELECT position, record_id, record_kind, owner_id, action, field, digest FROM change_part"
                       " WHERE change_id = $1 ORDER BY position",
                       error);
  if (parts == NULL)
    return FALSE;
  update = circ_db_get (db, "UPDATE change SET title_salt = $1, title_digest = $2, hash = $3 WHERE id = $4", error);
  if (update == NULL)
    return FALSE;

  Sealing sealing = { .next = next, .parts = parts, .update = update };

  for (;;)
    {
      circ_statement_bind_int (next, 1, id);
      step = circ_statement_step (next, error);
      if (step != CIRC_STEP_ROW)
        return step == CIRC_STEP_DONE;
      id = circ_statement_get_int (next, 0);
      if (!seal_title (&sealing, id, error))
        return FALSE;
    }
}
