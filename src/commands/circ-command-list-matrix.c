/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-command.h"
#include "circ-matrix-json.h"

static CircTextTable *
new_table (CircMatrixSource *source)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (titles, g_strdup (_ ("Method")));
  for (guint i = 0; i < source->audiences->len; i++)
    g_ptr_array_add (titles, circ_record_dup_title (source->audiences->pdata[i]));
  g_ptr_array_add (titles, g_strdup (_ ("Total")));
  g_ptr_array_add (titles, NULL);
  return circ_text_table_new ((const char *const *) titles->pdata);
}

/* @use: (nullable) */
static void
add_method (CircTextTable *table,
            CircMatrixSource *source,
            CircRecord *method,
            CircMatrixUse *use)
{
  gint64 id = circ_record_get_id (method);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, circ_record_dup_title (method));
  for (guint i = 0; i < source->audiences->len; i++)
    {
      gint64 audience = circ_record_get_id (source->audiences->pdata[i]);
      const char *mark = circ_matrix_value_get_mark (circ_matrix_get (source->matrix, id, audience));
      guint n = use != NULL ? circ_matrix_use_get (use, id, audience) : 0;

      g_ptr_array_add (cells, n > 0 ? g_strdup_printf ("%s(%u)", mark, n) : g_strdup (mark));
    }
  g_ptr_array_add (cells, g_strdup_printf ("%u", circ_matrix_count_method (source->matrix, id)));
  circ_text_table_add (table, (char **) cells->pdata);
}

static void
add_totals (CircTextTable *table,
            CircMatrixSource *source)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (_ ("Total")));
  for (guint i = 0; i < source->audiences->len; i++)
    g_ptr_array_add (cells, g_strdup_printf ("%u", circ_matrix_count_audience (
                                                     source->matrix, circ_record_get_id (source->audiences->pdata[i]))));
  g_ptr_array_add (cells, g_strdup_printf ("%u", circ_matrix_count (source->matrix)));
  circ_text_table_add (table, (char **) cells->pdata);
}

static void
print_table (CircMatrixSource *source,
             CircMatrixUse *use)
{
  g_autoptr (CircTextTable) table = new_table (source);

  for (guint i = 0; i < source->methods->len; i++)
    add_method (table, source, source->methods->pdata[i], use);
  add_totals (table, source);
  circ_text_table_print (table);
}

/* circulate list matrix [--json] [--on YYYY-MM-DD] [--year YYYY] [--from YYYY-MM-DD --to YYYY-MM-DD] */
int
circ_command_list_matrix (const CircCommandLine *line)
{
  g_autoptr (CircPlanView) view = circ_command_new_view (line);
  g_autoptr (CircStore) store = NULL;
  g_autoptr (CircMatrixSource) source = NULL;
  g_autoptr (CircMatrixUse) use = NULL;
  g_autoptr (GError) error = NULL;
  CircReportYear year;

  if (line->search != NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--search does not go with matrix."));
  store = circ_command_open (line, CIRC_STORE_OPEN_READ_ONLY, &error);
  if (store == NULL)
    return circ_fail (error);
  circ_plan_view_get_year (view, store, line->today, &year);
  source = circ_matrix_source_new (store, &year, &error);
  if (source == NULL)
    return circ_fail (error);
  if (line->from != NULL)
    {
      use = circ_matrix_use_read (store, &line->period, &error);
      if (use == NULL)
        return circ_fail (error);
    }
  if (line->json)
    {
      g_autofree char *json = circ_matrix_json_new (source, &line->period, use);

      circ_print ("%s\n", json);
    }
  else if (source->methods->len > 0 && source->audiences->len > 0)
    print_table (source, use);
  else
    circ_print ("%s\n", _ ("There is nothing to list."));
  return CIRC_STATUS_DONE;
}
