/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the import of a matrix changes, in one change. */
#include "config.h"

#include "circ-matrix-import-private.h"

#include <glib/gi18n-lib.h>

#include "circ-matrix-cell.h"
#include "circ-matrix-version.h"

guint
circ_matrix_import_count_cells (CircMatrixImport *self)
{
  g_autoptr (GArray) differences = circ_matrix_compare (self->source->matrix, self->after);

  return differences->len;
}

gboolean
circ_matrix_import_is_present (CircMatrixImport *self)
{
  return self->source->version != NULL && circ_change_get_n_parts (self->change) == 0 &&
         circ_matrix_import_count_cells (self) == 0;
}

gboolean
circ_matrix_import_makes_draft (CircMatrixImport *self)
{
  return self->source->version != NULL && !circ_matrix_source_is_draft (self->source);
}

/* Returns: (transfer full): a draft for the year */
static CircRecord *
new_version (CircMatrixImport *self)
{
  CircRecord *version = circ_record_new (CIRC_KIND_MATRIX);

  circ_record_set_text (version, CIRC_MATRIX_VERSION_TITLE, _ ("Audiences and methods"));
  circ_record_set_text (version, CIRC_MATRIX_VERSION_PERIOD_FROM, self->year.from);
  circ_record_set_text (version, CIRC_MATRIX_VERSION_PERIOD_TO, self->year.to);
  circ_record_set_text (version, CIRC_MATRIX_VERSION_STATUS, "draft");
  return version;
}

/* @before: (nullable): the cell of an earlier version whose note and owner go on */
static void
insert_cell (CircMatrixImport *self,
             CircRecord *version,
             const CircMatrixPair *pair,
             CircRecord *before)
{
  g_autoptr (CircRecord) cell = circ_record_new (CIRC_KIND_MATRIX_CELL);
  CircMatrixValue value = circ_matrix_get (self->after, pair->method, pair->audience);

  circ_record_set_int (cell, CIRC_MATRIX_CELL_MATRIX, circ_record_get_id (version));
  circ_record_set_int (cell, CIRC_MATRIX_CELL_METHOD, pair->method);
  circ_record_set_int (cell, CIRC_MATRIX_CELL_AUDIENCE, pair->audience);
  circ_record_set_text (cell, CIRC_MATRIX_CELL_VALUE, circ_matrix_value_get_token (value));
  if (before != NULL)
    {
      circ_record_set (cell, CIRC_MATRIX_CELL_NOTE, circ_record_get (before, CIRC_MATRIX_CELL_NOTE));
      circ_record_set (cell, CIRC_MATRIX_CELL_OWNER, circ_record_get (before, CIRC_MATRIX_CELL_OWNER));
    }
  circ_change_insert (self->change, cell);
}

/* A new draft begins as the version that holds. */
static void
copy_cells (CircMatrixImport *self,
            CircRecord *version)
{
  GHashTableIter iter;
  const CircMatrixPair *pair;
  CircRecord *before;

  g_hash_table_iter_init (&iter, self->source->cells);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pair, (gpointer *) &before))
    insert_cell (self, version, pair, before);
}

static void
change_cells (CircMatrixImport *self,
              CircRecord *version,
              gboolean copied)
{
  g_autoptr (GArray) differences = circ_matrix_compare (self->source->matrix, self->after);

  for (guint i = 0; i < differences->len; i++)
    {
      const CircMatrixDifference *difference = &g_array_index (differences, CircMatrixDifference, i);
      CircRecord *cell = circ_matrix_source_get_cell (self->source, difference->pair.method, difference->pair.audience);

      if (cell == NULL)
        insert_cell (self, version, &difference->pair, NULL);
      else if (!copied)
        circ_change_set_text (self->change, cell, CIRC_MATRIX_CELL_VALUE,
                              circ_matrix_value_get_token (difference->after));
    }
}

/**
 * circ_matrix_import_apply:
 *
 * Saves the rows that can be read, as one change that one undo takes back; nothing when all of it is there. An approved
 * version stays as it is: a new draft is made of it. To be called once.
 */
gboolean
circ_matrix_import_apply (CircMatrixImport *self,
                          GError **error)
{
  gboolean draft = circ_matrix_source_is_draft (self->source);
  g_autoptr (CircRecord) version = NULL;

  if (circ_matrix_import_is_present (self))
    return TRUE;
  version = draft ? g_object_ref (self->source->version) : new_version (self);
  if (!draft)
    {
      circ_change_insert (self->change, version);
      copy_cells (self, version);
    }
  change_cells (self, version, !draft);
  return circ_store_apply (self->store, self->change, error);
}
