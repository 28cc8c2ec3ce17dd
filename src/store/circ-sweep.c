/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking what was erased out of the unused places of the file. secure_delete overwrites what is deleted, but not what
 * stays behind in the gaps of a page when its rows are moved to another: only a file written anew has none of it. The
 * file itself remembers that this is to be done, as a full disk or the end of the program may come between. */
#include "config.h"

#include "circ-store-private.h"

/* Inside the transaction that erases. */
gboolean
circ_sweep_note (CircStore *self,
                 GError **error)
{
  return circ_db_script (self->db, "INSERT INTO chore (name) VALUES ('sweep') ON CONFLICT DO NOTHING", error);
}

/* Whether a sweep was left unfinished; the watch goes on with it. */
gboolean
circ_sweep_resume (CircStore *self,
                   GError **error)
{
  gint64 n = 0;

  if (self->read_only)
    return TRUE;
  if (!circ_db_query_int (self->db, "SELECT count (*) FROM chore WHERE name = 'sweep'", &n, error))
    return FALSE;
  self->sweep = n > 0 ? CIRC_SWEEP_FILE : CIRC_SWEEP_NONE;
  return TRUE;
}

static gboolean
write_anew (CircStore *self,
            GError **error)
{
  if (self->sweep != CIRC_SWEEP_FILE)
    return TRUE;
  if (!circ_db_script (self->db, "VACUUM", error))
    return FALSE;
  self->sweep = CIRC_SWEEP_LOG;
  return TRUE;
}

/* Returns: whether the log is empty; not while somebody reads what it holds. */
static gboolean
empty_log (CircStore *self,
           GError **error)
{
  gint64 busy = 0;

  return circ_db_query_int (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, error) && busy == 0;
}

/* Does what can be done now. What is left is tried again with each look of the watch. */
void
circ_sweep_go_on (CircStore *self)
{
  g_autoptr (GError) error = NULL;

  if (write_anew (self, &error) && empty_log (self, &error)
      && circ_db_script (self->db, "DELETE FROM chore WHERE name = 'sweep'", &error))
    self->sweep = CIRC_SWEEP_NONE;
  else if (error != NULL)
    g_debug ("What was erased is not out of the log yet: %s", error->message);
}
