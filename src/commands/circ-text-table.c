/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-command.h"

/* Wide enough for a sentence's beginning, narrow enough for six columns in a terminal. */
#define MAX_COLUMN 44

struct _CircTextTable {
  guint n_columns;
  GPtrArray *rows; /* (owned) (element-type GStrv): the titles first */
};

static guint
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += character_width (g_utf8_get_char (p));
  return width;
}

/* One line: breaks become commas' worth of space, control characters (which a terminal would obey) become blanks, and
 * what is too long ends in "…"; --json has all of it. */
static char *
dup_cell (const char *text)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint width = 0;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        {
          g_string_append (cell, "; ");
          width += 2;
          continue;
        }
      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        c = ' ';
      if (width + character_width (c) > MAX_COLUMN - 1 && *g_utf8_next_char (p) != '\0')
        {
          g_string_append (cell, "…");
          break;
        }
      g_string_append_unichar (cell, c);
      width += character_width (c);
    }
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static char **
dup_row (const char *const *cells,
         guint n)
{
  char **row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    row[i] = dup_cell (cells[i]);
  return row;
}

CircTextTable *
circ_text_table_new (const char *const *titles)
{
  CircTextTable *self = g_new0 (CircTextTable, 1);

  self->n_columns = g_strv_length ((char **) titles);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->rows, dup_row (titles, self->n_columns));
  return self;
}

/* @cells: as many as there are titles; NULL stands for a blank one. */
void
circ_text_table_add (CircTextTable *self,
                     char **cells)
{
  g_ptr_array_add (self->rows, dup_row ((const char *const *) cells, self->n_columns));
}

void
circ_text_table_print (CircTextTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_columns; j++)
      widths[j] = MAX (widths[j], text_width (((char **) self->rows->pdata[i])[j]));
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = self->rows->pdata[i];
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < self->n_columns; j++)
        {
          g_string_append (line, row[j]);
          for (guint k = text_width (row[j]); j + 1 < self->n_columns && k < widths[j] + 2; k++)
            g_string_append_c (line, ' ');
        }
      g_strchomp (line->str);
      circ_print ("%s\n", line->str);
    }
}

void
circ_text_table_free (CircTextTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}
