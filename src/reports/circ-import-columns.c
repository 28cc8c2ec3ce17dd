/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How the tables of real strategies head their columns, without case, spaces and signs. */
static const struct {
  CircImportColumn column;
  const char *const *spellings;
} known[] = {
  { CIRC_IMPORT_COLUMN_REF,
    (const char *const[]) { "ref", "reference", "refno", "referenceno", "referencenumber", "no", "number", "id",
                            "itemno", "itemnumber", NULL } },
  { CIRC_IMPORT_COLUMN_WHAT,
    (const char *const[]) { "what", "whatneedstobecommunicated", "whatneedscommunicating", "whatistobecommunicated",
                            "whatiscommunicated", "whatwillbecommunicated", "whattocommunicate", "whatiscirculated",
                            "whatiswhat", "item", "information", "subject", "topic", "content", "communication",
                            "message", "title", NULL } },
  { CIRC_IMPORT_COLUMN_WHAT_NOTES,
    (const char *const[]) { "notes", "note", "whatnotes", "details", "detail", "detailsandexamples", "examples",
                            "comments", "description", NULL } },
  { CIRC_IMPORT_COLUMN_TO_WHOM,
    (const char *const[]) { "towhom", "whom", "whoto", "towho", "forwhom", "audience", "audiences", "targetaudience",
                            "targetgroup", "recipient", "recipients", "circulatedto", "sentto", "whoneedstoknow",
                            NULL } },
  { CIRC_IMPORT_COLUMN_HOW,
    (const char *const[]) { "how", "method", "methods", "communicationmethod", "communicationmethods", "channel",
                            "channels", "howcommunicated", "howwillitbecommunicated", "means", NULL } },
  { CIRC_IMPORT_COLUMN_BY_WHOM,
    (const char *const[]) { "bywhom", "bywho", "who", "responsible", "responsibility", "whoisresponsible",
                            "personresponsible", "responsibleperson", "responsibleofficer", "lead", "leadofficer",
                            "owner", "actionby", NULL } },
  { CIRC_IMPORT_COLUMN_HOW_BY_WHOM,
    (const char *const[]) { "howbywhom", "howandbywhom", "howbywho", "howandbywho", "howandwho", NULL } },
  { CIRC_IMPORT_COLUMN_WHEN,
    (const char *const[]) { "when", "timescale", "timescales", "timing", "timings", "frequency", "date", "dates",
                            "deadline", "bywhen", "howoften", "whenwillithappen", NULL } },
};

static char *
squeeze (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
      else if (c == '&')
        g_string_append (key, "and");
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/**
 * circ_import_column_guess:
 * @title: the heading of a column
 *
 * Returns: what such a column holds, or CIRC_IMPORT_COLUMN_IGNORE when that cannot be told
 */
CircImportColumn
circ_import_column_guess (const char *title)
{
  g_autofree char *key = squeeze (title);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strv_contains (known[i].spellings, key))
      return known[i].column;
  return CIRC_IMPORT_COLUMN_IGNORE;
}

const char *
circ_import_column_get_title (CircImportColumn column)
{
  static const char *const titles[] = {
    [CIRC_IMPORT_COLUMN_IGNORE] = N_ ("Leave out"),
    [CIRC_IMPORT_COLUMN_REF] = N_ ("Reference"),
    [CIRC_IMPORT_COLUMN_WHAT] = N_ ("What needs to be communicated"),
    [CIRC_IMPORT_COLUMN_WHAT_NOTES] = N_ ("Details and examples"),
    [CIRC_IMPORT_COLUMN_TO_WHOM] = N_ ("To whom"),
    [CIRC_IMPORT_COLUMN_HOW] = N_ ("How"),
    [CIRC_IMPORT_COLUMN_BY_WHOM] = N_ ("By whom"),
    [CIRC_IMPORT_COLUMN_HOW_BY_WHOM] = N_ ("How, by whom (in one cell)"),
    [CIRC_IMPORT_COLUMN_WHEN] = N_ ("When"),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == CIRC_N_IMPORT_COLUMNS);

  g_return_val_if_fail (column < CIRC_N_IMPORT_COLUMNS, NULL);
  return _ (titles[column]);
}

const char *
circ_import_row_state_get_title (CircImportRowState state)
{
  switch (state)
    {
    case CIRC_IMPORT_ROW_NEW:
      return _ ("New");
    case CIRC_IMPORT_ROW_PRESENT:
      return _ ("Already there");
    case CIRC_IMPORT_ROW_DIFFERENT:
      return _ ("Looks like another");
    case CIRC_IMPORT_ROW_UNREADABLE:
      return _ ("Cannot be read");
    case CIRC_IMPORT_ROW_EMPTY:
      return _ ("Empty");
    default:
      g_return_val_if_reached (NULL);
    }
}

static CircImportColumn *
column_at (CircPlanImport *self,
           guint column)
{
  return &g_array_index (self->columns, CircImportColumn, column);
}

/* Returns: a set of bits (1 << CircImportColumn): which columns cannot stand beside @column, itself among them. A file says
 * how and by whom in one cell or in two; what is left out may be many. */
guint
circ_import_column_get_rivals (CircImportColumn column)
{
  const guint one_cell = 1u << CIRC_IMPORT_COLUMN_HOW_BY_WHOM;
  const guint two_cells = (1u << CIRC_IMPORT_COLUMN_HOW) | (1u << CIRC_IMPORT_COLUMN_BY_WHOM);

  if (column == CIRC_IMPORT_COLUMN_IGNORE)
    return 0;
  if (column == CIRC_IMPORT_COLUMN_HOW_BY_WHOM)
    return one_cell | two_cells;
  return (1u << column) | (two_cells & (1u << column) ? one_cell : 0);
}

/* Returns: (transfer full): the columns as they were. */
GArray *
circ_plan_import_assign (CircPlanImport *self,
                         guint column,
                         CircImportColumn what)
{
  GArray *before = g_array_copy (self->columns);
  guint rivals = circ_import_column_get_rivals (what);

  for (guint i = 0; i < self->columns->len; i++)
    if (rivals & (1u << *column_at (self, i)))
      *column_at (self, i) = CIRC_IMPORT_COLUMN_IGNORE;
  *column_at (self, column) = what;
  return before;
}

/* After reading them failed: the rows are still those of the columns @before, which is taken. */
void
circ_plan_import_take_columns (CircPlanImport *self,
                               GArray *before)
{
  g_array_unref (self->columns);
  self->columns = before;
  g_signal_emit_by_name (self, "changed");
}

/**
 * circ_plan_import_set_column:
 * @column: a column of the file
 * @what: what it holds; another column that held it is left out from now on
 *
 * Reads the rows anew, which takes a second when they are many: see circ_plan_import_set_column_async().
 */
gboolean
circ_plan_import_set_column (CircPlanImport *self,
                             guint column,
                             CircImportColumn what,
                             GError **error)
{
  g_autoptr (GArray) before = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (column < self->columns->len, FALSE);
  g_return_val_if_fail (what < CIRC_N_IMPORT_COLUMNS, FALSE);

  if (*column_at (self, column) == what)
    return TRUE;
  before = circ_plan_import_assign (self, column, what);
  rows = circ_plan_import_read_rows (self, self->store, NULL, error);
  if (rows == NULL)
    circ_plan_import_take_columns (self, g_steal_pointer (&before));
  else
    circ_plan_import_take_rows (self, rows);
  return rows != NULL;
}
