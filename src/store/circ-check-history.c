/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as evidence: every hash and every value that is still kept, from the first change on. */
#include "config.h"

#include "circ-write.h"

#include <string.h>
#include <glib/gi18n-lib.h>

typedef struct {
  CircStatement *parts;
  CircChain chain;
  gboolean values_agree;
  CircCheckCounts *counts;
} CircHistoryCheck;

/* @format: with one %lld for the number of a change. */
G_GNUC_PRINTF (2, 0)
static void
add_problem (GPtrArray *problems,
             const char *format,
             gint64 change)
{
  g_ptr_array_add (problems, g_strdup_printf (format, (long long) change));
}

static const guint8 *
get_bytes (CircStatement *statement,
           int column,
           gsize size)
{
  gsize found = 0;
  const guint8 *bytes = circ_statement_get_blob (statement, column, &found);

  return found == size ? bytes : NULL;
}

static void
check_part (CircHistoryCheck *self)
{
  static const guint8 nothing[CIRC_HASH_SIZE] = { 0 };
  const guint8 *salt = get_bytes (self->parts, 8, CIRC_SALT_SIZE);
  const guint8 *digest = get_bytes (self->parts, 9, CIRC_HASH_SIZE);
  guint8 expected[CIRC_HASH_SIZE];
  CircChainPart part = {
    .position = circ_statement_get_int (self->parts, 0),
    .record_id = circ_statement_get_int (self->parts, 1),
    .record_kind = circ_statement_get_text (self->parts, 2),
    .owner_id = circ_statement_get_int (self->parts, 3),
    .action = circ_statement_get_text (self->parts, 4),
    .field = circ_statement_get_text (self->parts, 5),
    .digest = digest != NULL ? digest : nothing,
  };

  circ_chain_add (&self->chain, &part);
  /* Erased values took their salt along; their digest stands for them. */
  if (salt == NULL)
    {
      self->counts->n_erased++;
      self->values_agree = self->values_agree && circ_statement_is_null (self->parts, 6)
                           && circ_statement_is_null (self->parts, 7);
      return;
    }
  self->counts->n_values++;
  circ_chain_digest (salt, circ_statement_get_text (self->parts, 6), circ_statement_get_text (self->parts, 7),
                     expected);
  self->values_agree = self->values_agree && memcmp (expected, part.digest, CIRC_HASH_SIZE) == 0;
}

/* Returns: whether the title is the one that the chain covers, or was erased. */
static gboolean
check_title (CircStatement *changes,
             const guint8 *digest)
{
  const char *title = circ_statement_get_text (changes, 1);
  const guint8 *salt = get_bytes (changes, 7, CIRC_SALT_SIZE);
  guint8 expected[CIRC_HASH_SIZE];

  if (salt == NULL)
    return g_strcmp0 (title, "") == 0;
  circ_chain_digest (salt, NULL, title, expected);
  return memcmp (expected, digest, CIRC_HASH_SIZE) == 0;
}

static gboolean
check_parts (CircHistoryCheck *self,
             gint64 change,
             GError **error)
{
  CircStep step;

  self->values_agree = TRUE;
  circ_statement_bind_int (self->parts, 1, change);
  while ((step = circ_statement_step (self->parts, error)) == CIRC_STEP_ROW)
    check_part (self);
  circ_statement_reset (self->parts);
  return step == CIRC_STEP_DONE;
}

/* @previous: (inout): the hash as it is written, so that one broken link is told once and not for all that follow. */
static gboolean
check_change (CircHistoryCheck *self,
              CircStatement *changes,
              guint8 *previous,
              GPtrArray *problems,
              GError **error)
{
  static const guint8 nothing[CIRC_HASH_SIZE] = { 0 };
  const guint8 *written = get_bytes (changes, 6, CIRC_HASH_SIZE);
  const guint8 *digest = get_bytes (changes, 8, CIRC_HASH_SIZE);
  guint8 hash[CIRC_HASH_SIZE];
  CircChainHeader header = {
    .id = circ_statement_get_int (changes, 0),
    .title_digest = digest != NULL ? digest : nothing,
    .at = circ_statement_get_text (changes, 2),
    .by = circ_statement_get_text (changes, 3),
    .kind = circ_statement_get_text (changes, 4),
    .of = circ_statement_get_int (changes, 5),
  };

  circ_chain_start (&self->chain, previous, &header);
  if (!check_parts (self, header.id, error))
    return FALSE;
  circ_chain_finish (&self->chain, hash);
  if (written == NULL || memcmp (written, hash, CIRC_HASH_SIZE) != 0)
    add_problem (problems, _ ("The history was altered at change %lld."), header.id);
  else if (!check_title (changes, header.title_digest))
    add_problem (problems, _ ("The title of change %lld in the history was altered."), header.id);
  else if (!self->values_agree)
    add_problem (problems, _ ("A value in the history was altered at change %lld."), header.id);
  if (written != NULL)
    memcpy (previous, written, CIRC_HASH_SIZE);
  return TRUE;
}

/* SQLite remembers the greatest id it gave, which shows when the newest changes were taken out. */
static gboolean
check_end (CircStore *self,
           gint64 last,
           GPtrArray *problems,
           GError **error)
{
  gint64 given = 0;

  if (!circ_db_query_int (self->db, "SELECT seq FROM sqlite_sequence WHERE name = 'change'", &given, error))
    return FALSE;
  if (given != last)
    add_problem (problems, _ ("The history lacks the changes after %lld."), last);
  return TRUE;
}

gboolean
circ_check_history (CircStore *self,
                    GPtrArray *problems,
                    CircCheckCounts *counts,
                    GError **error)
{
  g_autoptr (CircStatement) changes
    = circ_db_get (self->db,
                   "SELECT id, title, at, \"by\", kind, \"of\", hash, title_salt,"
                   " title_digest FROM change ORDER BY id",
                   error);
  g_autoptr (CircStatement) parts
    = circ_db_get (self->db,
                   "SELECT position, record_id, record_kind, owner_id, action, field, old_value, new_value, salt,"
                   " digest FROM change_part WHERE change_id = $1 ORDER BY position",
                   error);
  CircHistoryCheck check = { .parts = parts, .counts = counts };
  guint8 previous[CIRC_HASH_SIZE] = { 0 };
  gint64 last = 0;
  CircStep step;

  if (changes == NULL || parts == NULL)
    return FALSE;
  while ((step = circ_statement_step (changes, error)) == CIRC_STEP_ROW)
    {
      gint64 id = circ_statement_get_int (changes, 0);

      /* Ids are given without gaps, so a missing one was taken out; the hashes would not show it at the end. */
      if (id != last + 1)
        add_problem (problems, _ ("The history lacks the changes before %lld."), id);
      last = id;
      counts->n_changes++;
      if (!check_change (&check, changes, previous, problems, error))
        return FALSE;
    }
  return step == CIRC_STEP_DONE && check_end (self, last, problems, error);
}
