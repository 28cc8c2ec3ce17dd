/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change leaves in the history. */
#include "config.h"

#include "circ-write.h"

static const char *const kind_names[] = {
  [CIRC_WRITE_DO] = "do",
  [CIRC_WRITE_UNDO] = "undo",
  [CIRC_WRITE_REDO] = "redo",
  [CIRC_WRITE_SETUP] = "setup",
  [CIRC_WRITE_UPKEEP] = "setup",
  [CIRC_WRITE_ERASE] = "setup",
};

static const char *const action_names[] = {
  [CIRC_PART_INSERT] = "insert",
  [CIRC_PART_SET] = "set",
  [CIRC_PART_REMOVE] = "remove",
};

gboolean
circ_part_action_find (const char *name,
                       CircPartAction *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    if (g_strcmp0 (action_names[i], name) == 0)
      {
        *action = (CircPartAction) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
start_chain (CircWrite *self,
             const guint8 *title_digest,
             GError **error)
{
  g_autoptr (CircStatement) statement
    = circ_db_get (self->db, "SELECT id, hash FROM change ORDER BY id DESC LIMIT 1", error);
  gconstpointer previous = NULL;
  gsize size = 0;
  CircStep step;
  CircChainHeader header = {
    .title_digest = title_digest,
    .at = self->at,
    .by = self->store->person,
    .kind = kind_names[self->kind],
    .of = self->of,
  };

  if (statement == NULL)
    return FALSE;
  step = circ_statement_step (statement, error);
  if (step == CIRC_STEP_ROW)
    {
      self->change = circ_statement_get_int (statement, 0);
      previous = circ_statement_get_blob (statement, 1, &size);
    }
  header.id = ++self->change;
  if (step != CIRC_STEP_ERROR)
    circ_chain_start (&self->chain, size == CIRC_HASH_SIZE ? previous : NULL, &header);
  return step != CIRC_STEP_ERROR;
}

static const guint8 *
next_salt (CircWrite *self)
{
  if (self->n_salts == 0)
    {
      randombytes_buf (self->salts, sizeof self->salts);
      self->n_salts = sizeof self->salts / CIRC_SALT_SIZE;
    }
  self->n_salts--;
  return self->salts + self->n_salts * CIRC_SALT_SIZE;
}

/* The row comes first, as its parts refer to it, and gets its hash last. Changes are never removed and nobody else
 * writes during the transaction, so the id that follows the last is the one AUTOINCREMENT would give. */
gboolean
circ_write_open_history (CircWrite *self,
                         GError **error)
{
  g_autoptr (CircStatement) statement = NULL;
  const guint8 *salt = next_salt (self);
  guint8 digest[CIRC_HASH_SIZE];

  circ_chain_digest (salt, NULL, self->title, digest);
  if (!start_chain (self, digest, error))
    return FALSE;
  statement = circ_db_get (self->db,
                           "INSERT INTO change (id, title, at, \"by\", kind, \"of\", hash, title_salt, title_digest)"
                           " VALUES ($1, $2, $3, $4, $5, nullif ($6, 0), $7, $8, $9)",
                           error);
  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, self->change);
  circ_statement_bind_text (statement, 2, self->title);
  circ_statement_bind_text (statement, 3, self->at);
  circ_statement_bind_text (statement, 4, self->store->person);
  circ_statement_bind_text (statement, 5, kind_names[self->kind]);
  circ_statement_bind_int (statement, 6, self->of);
  circ_statement_bind_blob (statement, 7, "", 0);
  circ_statement_bind_blob (statement, 8, salt, CIRC_SALT_SIZE);
  circ_statement_bind_blob (statement, 9, digest, sizeof digest);
  return circ_statement_run (statement, error);
}

/* Only where a record comes and goes: between the two it belongs to the same owner. */
static gint64
find_owner (CircPartAction action,
            CircRecord *record)
{
  int field = circ_record_get_kind (record)->owner_field;

  return action != CIRC_PART_SET && field >= 0 ? circ_record_get_int (record, (guint) field) : 0;
}

gboolean
circ_write_add_part (CircWrite *self,
                     CircPartAction action,
                     CircRecord *record,
                     const CircField *field,
                     const char *old_value,
                     const char *new_value,
                     GError **error)
{
  g_autoptr (CircStatement) statement = NULL;
  const guint8 *salt;
  guint8 digest[CIRC_HASH_SIZE];
  CircChainPart part = {
    .position = self->n_parts++,
    .record_id = circ_record_get_id (record),
    .record_kind = circ_record_get_kind (record)->name,
    .owner_id = find_owner (action, record),
    .action = action_names[action],
    .field = field != NULL ? field->name : NULL,
    .digest = digest,
  };

  if (part.position == 0 && !circ_write_open_history (self, error))
    return FALSE;
  salt = next_salt (self);
  circ_chain_digest (salt, old_value, new_value, digest);
  circ_chain_add (&self->chain, &part);
  statement = circ_db_get (self->db,
                           "INSERT INTO change_part (change_id, position, record_id, record_kind, owner_id, action,"
                           " field, old_value, new_value, salt, digest)"
                           " VALUES ($1, $2, $3, $4, nullif ($5, 0), $6, $7, $8, $9, $10, $11)",
                           error);
  if (statement == NULL)
    return FALSE;
  circ_statement_bind_int (statement, 1, self->change);
  circ_statement_bind_int (statement, 2, part.position);
  circ_statement_bind_int (statement, 3, part.record_id);
  circ_statement_bind_text (statement, 4, part.record_kind);
  circ_statement_bind_int (statement, 5, part.owner_id);
  circ_statement_bind_text (statement, 6, part.action);
  circ_statement_bind_text (statement, 7, part.field);
  circ_statement_bind_text (statement, 8, old_value);
  circ_statement_bind_text (statement, 9, new_value);
  circ_statement_bind_blob (statement, 10, salt, CIRC_SALT_SIZE);
  circ_statement_bind_blob (statement, 11, digest, sizeof digest);
  return circ_statement_run (statement, error);
}

gboolean
circ_write_note (CircWrite *self,
                 GError **error)
{
  if (self->n_parts == 0 && !circ_write_open_history (self, error))
    return FALSE;
  self->n_parts = MAX (self->n_parts, 1);
  return TRUE;
}

gboolean
circ_write_close_history (CircWrite *self,
                          GError **error)
{
  g_autoptr (CircStatement) statement = circ_db_get (self->db, "UPDATE change SET hash = $1 WHERE id = $2", error);
  guint8 hash[CIRC_HASH_SIZE];

  if (statement == NULL)
    return FALSE;
  circ_chain_finish (&self->chain, hash);
  circ_statement_bind_blob (statement, 1, hash, sizeof hash);
  circ_statement_bind_int (statement, 2, self->change);
  return circ_statement_run (statement, error);
}
