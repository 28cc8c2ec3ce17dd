/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo, and what is said of them. */
#include "config.h"

#include "circ-session.h"

#include <glib/gi18n-lib.h>

/* Says so in a toast; the messages of "nothing to undo" are no failure. */
static void
finish_undo (CircSession *self,
             gboolean done,
             char *said,
             const GError *error)
{
  g_autofree char *text = said;

  if (done)
    circ_session_tell (self, text);
  else if (g_error_matches (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_NOTHING))
    circ_session_tell (self, error->message);
  else
    circ_session_fail (self, error);
}

void
circ_session_undo (CircSession *self)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_if_fail (CIRC_IS_SESSION (self));

  done = circ_store_undo (circ_session_get_store (self), &title, &error);
  /* translators: %s is what was done, such as: Changed “When” of CP-2026-004 */
  finish_undo (self, done, done ? g_strdup_printf (_ ("Undone: %s"), title) : NULL, error);
}

void
circ_session_redo (CircSession *self)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_if_fail (CIRC_IS_SESSION (self));

  done = circ_store_redo (circ_session_get_store (self), &title, &error);
  /* translators: %s is what was done, such as: Changed “When” of CP-2026-004 */
  finish_undo (self, done, done ? g_strdup_printf (_ ("Done again: %s"), title) : NULL, error);
}
