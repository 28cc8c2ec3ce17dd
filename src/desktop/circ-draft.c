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

static void
set_following (CircRecord *draft,
               gboolean following)
{
  g_object_set_data (G_OBJECT (draft), "circ-following", GINT_TO_POINTER (following));
}

gboolean
circ_draft_is_following (CircRecord *draft)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (draft), "circ-following"));
}

/* Returns: (transfer full) (element-type guint): the fields that were changed on both sides */
static GArray *
follow (CircRecord *draft,
        CircRecord *before,
        CircRecord *saved)
{
  const CircKind *kind = circ_record_get_kind (draft);
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (guint));

  set_following (draft, TRUE);
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
  set_following (draft, FALSE);
  return conflicts;
}

static void
go_to (CircConflicts *self,
       CircForm *form,
       guint field)
{
  if (self->form != NULL || circ_form_get_row (form, field) == NULL)
    return;
  self->form = form;
  self->index = field;
}

static void
offer (CircConflicts *self,
       GArray *fields,
       CircRecord *saved,
       CircForm *form)
{
  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);

      if (circ_form_get_row (form, field) == NULL)
        continue;
      circ_form_offer (form, field, circ_record_get (saved, field));
      go_to (self, form, field);
    }
}

void
circ_conflicts_add (CircConflicts *self,
                    CircRecord *draft,
                    CircRecord *before,
                    CircRecord *saved,
                    CircForm *form,
                    CircForm *rest)
{
  g_autoptr (GArray) fields = follow (draft, before, saved);

  if (fields->len == 0)
    return;
  if (self->n == 0)
    self->first = &circ_record_get_kind (draft)->fields[g_array_index (fields, guint, 0)];
  self->n += fields->len;
  offer (self, fields, saved, form);
  if (rest != NULL)
    offer (self, fields, saved, rest);
}

void
circ_conflicts_add_sentence (CircConflicts *self,
                             CircForm *form,
                             guint field,
                             const char *sentence)
{
  go_to (self, form, field);
  if (self->sentences == NULL)
    self->sentences = g_string_new (NULL);
  if (strstr (self->sentences->str, sentence) == NULL)
    g_string_append_printf (self->sentences, "%s%s", self->sentences->len > 0 ? " " : "", sentence);
}

static char *
dup_fields (CircConflicts *self)
{
  if (self->n == 1)
    /* translators: the title of a field */
    return g_strdup_printf (_ ("“%s” was changed elsewhere meanwhile. Choose which it is to be, or save again to keep"
                               " yours."), circ_field_get_title (self->first));
  return g_strdup_printf (ngettext ("%u field was changed elsewhere meanwhile. Choose which it is to be, or save again to"
                                    " keep yours.",
                                    "%u fields were changed elsewhere meanwhile. Choose which they are to be, or save again"
                                    " to keep yours.", self->n), self->n);
}

char *
circ_conflicts_show (CircConflicts *self)
{
  g_autofree char *sentences = self->sentences != NULL ? g_string_free (g_steal_pointer (&self->sentences), FALSE) : NULL;
  g_autofree char *fields = NULL;

  if (self->form != NULL)
    {
      circ_form_focus_field (self->form, self->index);
      circ_form_reveal_focus (self->form);
    }
  if (self->n == 0)
    return g_steal_pointer (&sentences);
  fields = dup_fields (self);
  return g_strjoin (" ", fields, sentences, NULL);
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
