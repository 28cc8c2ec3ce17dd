/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which method or audience the words at the edge of a matrix mean; what is not in the lists yet is added to them. */
#include "config.h"

#include "circ-matrix-import-private.h"

#include <glib/gi18n-lib.h>

#include "circ-audience.h"
#include "circ-method.h"

static guint
get_position_field (CircKindId kind)
{
  return kind == CIRC_KIND_METHOD ? CIRC_METHOD_POSITION : CIRC_AUDIENCE_POSITION;
}

/* What is added comes behind @heads. */
void
circ_matrix_import_find_next (CircMatrixImport *self,
                              CircKindId kind,
                              GPtrArray *heads)
{
  for (guint i = 0; i < heads->len; i++)
    self->next[kind] = MAX (self->next[kind], circ_record_get_int (heads->pdata[i], get_position_field (kind)));
  self->next[kind]++;
}

static gint64
add (CircMatrixImport *self,
     CircKindId kind,
     const char *name)
{
  const CircKind *catalogue = circ_kind_get (kind);
  g_autoptr (CircRecord) record = circ_record_new (kind);

  circ_record_set_text (record, (guint) catalogue->title_field, name);
  circ_record_set_int (record, get_position_field (kind), self->next[kind]++);
  if (kind == CIRC_KIND_AUDIENCE)
    circ_record_set (record, CIRC_AUDIENCE_MATRIX_COLUMN, g_variant_new_boolean (TRUE));
  circ_change_insert (self->change, record);
  circ_matcher_add (self->names, catalogue->name, circ_record_get_id (record), name);
  g_ptr_array_add (self->notes,
                   kind == CIRC_KIND_METHOD
                     /* translators: %s is a name that an import adds to the list of methods */
                     ? g_strdup_printf (_ ("New method: %s"), name)
                     /* translators: %s is a name that an import adds to the list of audiences */
                     : g_strdup_printf (_ ("New audience: %s"), name));
  return circ_record_get_id (record);
}

/**
 * circ_matrix_import_recognise:
 * @words: a heading, or the first cell of a row
 * @complaint: (out) (transfer full): a sentence about words that cannot be used
 *
 * Returns: the id of the entry of @kind that the words mean, an added one if need be; 0 with @complaint
 */
gint64
circ_matrix_import_recognise (CircMatrixImport *self,
                              CircKindId kind,
                              const char *words,
                              char **complaint)
{
  const CircKind *catalogue = circ_kind_get (kind);
  const char *const kinds[] = { catalogue->name, NULL };
  gint64 id = circ_matcher_match (self->names, words, kinds, NULL);
  g_autofree char *key = circ_matcher_normalise (self->names, words);

  if (id != 0)
    return id;
  if (circ_matcher_count (self->names, words, kinds) > 1)
    /* translators: words of a file; entries of the lists of methods and audiences */
    *complaint = g_strdup_printf (_ ("“%s” is the name of more than one entry of the lists"), words);
  else if (*key == '\0')
    *complaint = g_strdup_printf (_ ("“%s” is no name"), words);
  else if (g_utf8_strlen (words, -1) > (glong) catalogue->fields[catalogue->title_field].limit)
    *complaint = g_strdup (_ ("the name is too long"));
  else
    return add (self, kind, words);
  return 0;
}

/* An audience that is named in a matrix has a column in it from now on. */
gboolean
circ_matrix_import_make_column (CircMatrixImport *self,
                                gint64 audience,
                                GError **error)
{
  g_autoptr (CircRecord) record = NULL;
  g_autofree char *name = NULL;

  if (audience < 0)
    return TRUE;
  record = circ_store_get (self->store, audience, error);
  if (record == NULL)
    return FALSE;
  if (circ_record_get_bool (record, CIRC_AUDIENCE_MATRIX_COLUMN))
    return TRUE;
  circ_change_set (self->change, record, CIRC_AUDIENCE_MATRIX_COLUMN, g_variant_new_boolean (TRUE));
  name = circ_record_dup_title (record);
  /* translators: %s is the name of an audience */
  g_ptr_array_add (self->notes, g_strdup_printf (_ ("Now a column of the matrix: %s"), name));
  return TRUE;
}
