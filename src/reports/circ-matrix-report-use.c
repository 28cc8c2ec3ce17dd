/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix against what was recorded, pair by pair, and its gaps. */
#include "config.h"

#include "circ-matrix-report-use.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-view.h"

typedef struct {
  CircStore *store;
  CircMatrixSource *source;
  CircMatrixUse *use; /* (owned) */
  GHashTable *gaps;   /* (owned) (element-type CircMatrixPair utf8) what is amiss with a pair; removed once it is said */
  CircReportTable *table;
} Use;

/* @gap: (nullable) */
static void
add_row (Use *self,
         gint64 method,
         gint64 audience,
         const char *value,
         guint n,
         const char *gap)
{
  g_autofree char *down = method != 0 ? circ_store_dup_title (self->store, method) : NULL;
  g_autofree char *across = audience != 0 ? circ_store_dup_title (self->store, audience) : NULL;
  g_autofree char *times = method != 0 && audience != 0 ? g_strdup_printf ("%u", n) : NULL;
  const char *const cells[] = { down, across, value, times, gap };

  circ_report_table_add_row (self->table, cells);
}

static void
add_pair (Use *self,
          const CircMatrixPair *pair)
{
  CircMatrixValue value = circ_matrix_get (self->source->matrix, pair->method, pair->audience);
  guint n = circ_matrix_use_get (self->use, pair->method, pair->audience);
  const char *gap = g_hash_table_lookup (self->gaps, pair);

  if (value == CIRC_MATRIX_NOT_USED && n == 0)
    return;
  add_row (self, pair->method, pair->audience, circ_matrix_value_get_title (value), n,
           gap != NULL ? g_dgettext (GETTEXT_PACKAGE, gap) : NULL);
  g_hash_table_remove (self->gaps, pair);
}

/* Row by row; then what was done by a method or for an audience that has no place in the matrix. */
static void
add_pairs (Use *self,
           GArray *uncrossed)
{
  GArray *methods = circ_matrix_get_methods (self->source->matrix);
  GArray *audiences = circ_matrix_get_audiences (self->source->matrix);

  for (guint i = 0; i < methods->len; i++)
    for (guint j = 0; j < audiences->len; j++)
      {
        CircMatrixPair pair = { g_array_index (methods, gint64, i), g_array_index (audiences, gint64, j) };

        add_pair (self, &pair);
      }
  for (guint i = 0; i < uncrossed->len; i++)
    if (g_hash_table_contains (self->gaps, &g_array_index (uncrossed, CircMatrixPair, i)))
      add_pair (self, &g_array_index (uncrossed, CircMatrixPair, i));
}

static void
note_gaps (Use *self,
           GArray *pairs,
           const char *gap)
{
  for (guint i = 0; i < pairs->len; i++)
    g_hash_table_insert (self->gaps, g_memdup2 (&g_array_index (pairs, CircMatrixPair, i), sizeof (CircMatrixPair)),
                         (gpointer) gap);
}

static void
add_heads (Use *self)
{
  g_autoptr (GArray) few = circ_matrix_find_few (self->source->matrix, CIRC_MATRIX_FEW);
  g_autoptr (GArray) idle = circ_matrix_find_idle (self->source->matrix);
  g_autofree char *gap = g_strdup_printf (
    /* translators: what is amiss with an audience: so many methods would be enough */
    ngettext ("Reached by fewer than %u method", "Reached by fewer than %u methods", CIRC_MATRIX_FEW), CIRC_MATRIX_FEW);

  for (guint i = 0; i < few->len; i++)
    add_row (self, 0, g_array_index (few, gint64, i), NULL, 0, gap);
  for (guint i = 0; i < idle->len; i++)
    add_row (self, g_array_index (idle, gint64, i), 0, NULL, 0, _ ("Reaches no audience"));
}

static void
add_table (Use *self,
           CircReport *report,
           const CircPeriod *period)
{
  g_autofree char *when = circ_store_dup_period_title (self->store, period);
  /* translators: the heading of a column of numbers: how often something was recorded; %s is a year or two days */
  g_autofree char *times = g_strdup_printf (_ ("Times recorded, %s"), when);
  CircReportTable *table = circ_report_add_table (report, _ ("Use and gaps"));

  circ_report_table_add_column (table, _ ("Method"), CIRC_CELL_TEXT, 3, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("Audience"), CIRC_CELL_TEXT, 3, CIRC_COLUMN_NONE);
  circ_report_table_add_column (table, _ ("In the matrix"), CIRC_CELL_TEXT, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, times, CIRC_CELL_INTEGER, 1, CIRC_COLUMN_NARROW);
  circ_report_table_add_column (table, _ ("Gap"), CIRC_CELL_TEXT, 2, CIRC_COLUMN_NONE);
  circ_report_table_set_empty_text (table, _ ("Nothing is crossed, and nothing was recorded."));
  self->table = table;
}

/**
 * circ_matrix_report_add_use:
 * @period: what was completed in it is counted
 *
 * Adds a table of every pair that is crossed or was used, how often, and what is amiss: crossed but never used, used but
 * not crossed, audiences with few methods, methods with no audience.
 */
gboolean
circ_matrix_report_add_use (CircReport *report,
                            CircStore *store,
                            CircMatrixSource *source,
                            const CircPeriod *period,
                            GError **error)
{
  Use self = { .store = store, .source = source, .use = circ_matrix_use_read (store, period, error) };
  g_autoptr (GArray) unused = NULL;
  g_autoptr (GArray) uncrossed = NULL;

  if (self.use == NULL)
    return FALSE;
  self.gaps = g_hash_table_new_full (circ_matrix_pair_hash, circ_matrix_pair_equal, g_free, NULL);
  unused = circ_matrix_use_find_unused (self.use, source->matrix);
  uncrossed = circ_matrix_use_find_uncrossed (self.use, source->matrix);
  note_gaps (&self, unused, N_ ("Crossed but never used"));
  note_gaps (&self, uncrossed, N_ ("Used but not crossed"));
  add_table (&self, report, period);
  add_pairs (&self, uncrossed);
  add_heads (&self);
  g_hash_table_unref (self.gaps);
  circ_matrix_use_free (self.use);
  return TRUE;
}
