/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-draft.h"

#include <glib/gi18n-lib.h>

#include "circ-dialogs.h"

gboolean
circ_draft_equal (CircRecord *draft,
                  CircRecord *before)
{
  const CircKind *kind = circ_record_get_kind (draft);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!circ_value_equal (circ_record_get (draft, i), circ_record_get (before, i)))
      return FALSE;
  return TRUE;
}

int
circ_draft_follow (CircRecord *draft,
                   CircRecord *before,
                   CircRecord *saved)
{
  const CircKind *kind = circ_record_get_kind (draft);
  int conflict = -1;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *theirs = circ_record_get (saved, i);
      GVariant *mine = circ_record_get (draft, i);

      if (circ_value_equal (theirs, circ_record_get (before, i)))
        continue;
      if (circ_value_equal (mine, circ_record_get (before, i)))
        circ_record_set (draft, i, theirs);
      else if (!circ_value_equal (mine, theirs))
        conflict = (int) i;
      circ_record_set (before, i, theirs);
    }
  return conflict;
}

gboolean
circ_draft_is_pending (CircForm *form)
{
  const CircKind *kind = circ_record_get_kind (circ_form_get_record (form));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      CircFieldRow *row = circ_form_get_row (form, i);

      if (row != NULL && circ_field_row_is_pending (row))
        return TRUE;
    }
  return FALSE;
}

void
circ_draft_ask_discard (GtkWidget *window,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  const CircAnswer answers[] = {
    { "keep", _ ("_Keep Editing"), CIRC_ANSWER_PLAIN },
    { "discard", _ ("_Discard"), CIRC_ANSWER_DESTRUCTIVE },
    { NULL, NULL, CIRC_ANSWER_PLAIN },
  };

  circ_ask_async (window, _ ("Discard What You Have Written?"), _ ("It is not recorded yet, and cannot be brought back."), answers, NULL,
                  callback, user_data);
}
