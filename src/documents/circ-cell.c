/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-cell.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
read_digits (const char **p,
             int          n,
             int         *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return FALSE;
      *value = *value * 10 + ((*p)[i] - '0');
    }
  *p += n;
  return TRUE;
}

static gboolean
read_date (const char    **p,
           CircCellValue  *value)
{
  if (!read_digits (p, 4, &value->year) || *(*p)++ != '-' ||
      !read_digits (p, 2, &value->month) || *(*p)++ != '-' ||
      !read_digits (p, 2, &value->day))
    return FALSE;
  return value->year > 0 && value->month >= 1 && value->month <= 12 && value->day >= 1 &&
         g_date_valid_dmy ((GDateDay) value->day, (GDateMonth) value->month, (GDateYear) value->year);
}

static gboolean
read_time (const char    **p,
           CircCellValue  *value)
{
  if (**p != 'T' && **p != ' ')
    return FALSE;
  (*p)++;
  if (!read_digits (p, 2, &value->hour) || *(*p)++ != ':' || !read_digits (p, 2, &value->minute))
    return FALSE;
  if (**p == ':')
    {
      (*p)++;
      if (!read_digits (p, 2, &value->second))
        return FALSE;
    }
  return value->hour < 24 && value->minute < 60 && value->second < 60;
}

static gboolean
read_boolean (const char *text,
              gint64     *value)
{
  static const char * const words[] = { "0", "1", "false", "true", "no", "yes" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      {
        *value = i % 2;
        return TRUE;
      }
  return FALSE;
}

/* Whole, without "+", spaces or leading zeroes: "007" is a code, not a number. */
static gboolean
read_integer (const char *text,
              gint64     *value)
{
  const char *digits = text[0] == '-' ? text + 1 : text;
  gsize n = strlen (digits);

  if (n == 0 || n > 18 || (digits[0] == '0' && (n > 1 || digits != text)))
    return FALSE;
  if (strspn (digits, "0123456789") != n)
    return FALSE;
  *value = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/**
 * circ_cell_parse:
 * @text: the cell, not NULL
 * @value: (out caller-allocates): its type is CIRC_CELL_TEXT when @text is not of @type
 */
void
circ_cell_parse (CircCellType   type,
                 const char    *text,
                 CircCellValue *value)
{
  const char *p = text;
  gboolean good = FALSE;

  memset (value, 0, sizeof *value);
  switch (type)
    {
    case CIRC_CELL_TEXT:
      return;
    case CIRC_CELL_INTEGER:
    case CIRC_CELL_MONEY:
      good = read_integer (text, &value->integer);
      break;
    case CIRC_CELL_DATE:
      good = read_date (&p, value) && *p == '\0';
      break;
    case CIRC_CELL_DATE_TIME:
      good = read_date (&p, value) && read_time (&p, value) && *p == '\0';
      break;
    case CIRC_CELL_BOOLEAN:
      good = read_boolean (text, &value->integer);
      break;
    default:
      break;
    }
  value->type = good ? type : CIRC_CELL_TEXT;
}

/**
 * circ_cell_value_to_serial:
 * @value: a date or date-time
 *
 * Returns: the day number that spreadsheets use, or -1 before March 1900, where programs disagree because
 *   Excel believes in 29 February 1900
 */
double
circ_cell_value_to_serial (const CircCellValue *value)
{
  g_autoptr(GDate) date = g_date_new_dmy ((GDateDay) value->day, (GDateMonth) value->month, (GDateYear) value->year);
  g_autoptr(GDate) origin = g_date_new_dmy (30, G_DATE_DECEMBER, 1899);
  int days = g_date_days_between (origin, date);

  if (days < 61 || value->year > 9999)
    return -1;
  return days + (value->hour * 3600 + value->minute * 60 + value->second) / 86400.0;
}

static void
append_grouped (GString *buffer,
                guint64  n,
                int      least)
{
  char digits[32];
  int length = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, n);

  for (int i = 0; i < length; i++)
    {
      if (length >= least && i > 0 && (length - i) % 3 == 0)
        g_string_append_c (buffer, ',');
      g_string_append_c (buffer, digits[i]);
    }
}

static void
append_money (GString  *buffer,
              gint64    pence,
              gboolean  plain)
{
  guint64 size = pence < 0 ? (guint64) -pence : (guint64) pence;

  if (pence < 0)
    g_string_append_c (buffer, '-');
  if (plain)
    g_string_append_printf (buffer, "%" G_GUINT64_FORMAT, size / 100);
  else
    {
      g_string_append (buffer, "£");
      append_grouped (buffer, size / 100, 4);
    }
  g_string_append_printf (buffer, ".%02d", (int) (size % 100));
}

static void
append_date (GString             *buffer,
             const CircCellValue *value)
{
  g_autoptr(GDateTime) instant = g_date_time_new_utc (value->year, value->month, value->day, value->hour,
                                                      value->minute, value->second);
  /* translators: a date in a table, for strftime: 4 Dec 2026 */
  g_autofree char *date = g_date_time_format (instant, _("%-d %b %Y"));

  g_string_append (buffer, date);
}

/**
 * circ_cell_format:
 * @text: the cell, not NULL
 * @buffer: scratch space
 *
 * Returns: the cell as people read it: "4 Dec 2026", "£1,234.50", "Yes"; @text itself where it is not of @type
 */
const char *
circ_cell_format (CircCellType  type,
                  const char   *text,
                  GString      *buffer)
{
  CircCellValue value;

  circ_cell_parse (type, text, &value);
  g_string_truncate (buffer, 0);
  switch (value.type)
    {
    case CIRC_CELL_INTEGER:
      if (value.integer < 0)
        g_string_append_c (buffer, '-');
      /* "2,026" would not be read as the year that a four-figure number often is. */
      append_grouped (buffer, (guint64) ABS (value.integer), 5);
      break;
    case CIRC_CELL_MONEY:
      append_money (buffer, value.integer, FALSE);
      break;
    case CIRC_CELL_DATE:
      append_date (buffer, &value);
      break;
    case CIRC_CELL_DATE_TIME:
      append_date (buffer, &value);
      g_string_append_printf (buffer, ", %02d:%02d", value.hour, value.minute);
      break;
    case CIRC_CELL_BOOLEAN:
      g_string_append (buffer, value.integer ? _("Yes") : _("No"));
      break;
    case CIRC_CELL_TEXT:
    default:
      return text;
    }
  return buffer->str;
}

/**
 * circ_cell_format_plain:
 *
 * Returns: the cell as programs read it: "2026-12-04", "1234.50", "Yes"
 */
const char *
circ_cell_format_plain (CircCellType  type,
                        const char   *text,
                        GString      *buffer)
{
  CircCellValue value;

  circ_cell_parse (type, text, &value);
  g_string_truncate (buffer, 0);
  if (value.type == CIRC_CELL_MONEY)
    append_money (buffer, value.integer, TRUE);
  else if (value.type == CIRC_CELL_BOOLEAN)
    g_string_append (buffer, value.integer ? _("Yes") : _("No"));
  else
    return text;
  return buffer->str;
}
