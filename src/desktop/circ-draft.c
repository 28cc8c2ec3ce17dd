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

GArray *
circ_draft_follow (CircRecord *draft,
                   CircRecord *before,
                   CircRecord *saved)
{
  const CircKind *kind = circ_record_get_kind (draft);
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *theirs = circ_record_get (saved, i);
      GVariant *mine = circ_record_get (draft, i);

      if (circ_value_equal (theirs, circ_record_get (before, i)))
        continue;
      if (circ_value_equal (mine, circ_record_get (before, i)))
        circ_record_set (draft, i, theirs);
      else if (!circ_value_equal (mine, theirs))
        g_array_append_val (conflicts, i);
      circ_record_set (before, i, theirs);
    }
  return conflicts;
}

char *
circ_draft_offer (CircRecord *draft,
                  CircRecord *before,
                  CircRecord *saved,
                  CircForm *form,
                  CircForm *rest)
{
  g_autoptr (GArray) conflicts = circ_draft_follow (draft, before, saved);

  /* From the last to the first, which has the focus in the end. */
  for (guint i = conflicts->len; i-- > 0;)
    {
      guint field = g_array_index (conflicts, guint, i);
      CircForm *place = rest == NULL || circ_form_get_row (form, field) != NULL ? form : rest;
      CircFieldRow *row = circ_form_get_row (place, field);

      if (row == NULL)
        continue;
      circ_field_row_offer (row, circ_record_get (saved, field));
      circ_form_focus_field (place, field);
      circ_form_reveal_focus (place);
    }
  if (conflicts->len == 0)
    return NULL;
  if (conflicts->len == 1)
    /* translators: the title of a field */
    return g_strdup_printf (_ ("“%s” was changed elsewhere meanwhile. Choose which it is to be, or save again to keep yours."),
                            circ_field_get_title (&circ_record_get_kind (draft)->fields[g_array_index (conflicts, guint, 0)]));
  return g_strdup_printf (ngettext ("%u field was changed elsewhere meanwhile. Choose which it is to be, or save again to keep yours.",
                                    "%u fields were changed elsewhere meanwhile. Choose which they are to be, or save again to keep yours.",
                                    conflicts->len), conflicts->len);
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
