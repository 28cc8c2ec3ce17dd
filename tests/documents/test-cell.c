/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-cell.h"

static const struct
{
  CircCellType  type;
  const char   *text;
  const char   *shown;
  const char   *plain;
  gboolean      understood;
} cases[] = {
  { CIRC_CELL_TEXT, "2026-12-04", "2026-12-04", "2026-12-04", FALSE },
  { CIRC_CELL_DATE, "2026-12-04", "4 Dec 2026", "2026-12-04", TRUE },
  { CIRC_CELL_DATE, "2024-02-29", "29 Feb 2024", "2024-02-29", TRUE },
  { CIRC_CELL_DATE, "2026-02-29", "2026-02-29", "2026-02-29", FALSE },
  { CIRC_CELL_DATE, "2026-12", "2026-12", "2026-12", FALSE },
  { CIRC_CELL_DATE, "2026-12-04x", "2026-12-04x", "2026-12-04x", FALSE },
  { CIRC_CELL_DATE, "0000-00-00", "0000-00-00", "0000-00-00", FALSE },
  { CIRC_CELL_DATE_TIME, "2026-12-04T09:05", "4 Dec 2026, 09:05", "2026-12-04T09:05", TRUE },
  { CIRC_CELL_DATE_TIME, "2026-12-04 23:59:59", "4 Dec 2026, 23:59", "2026-12-04 23:59:59", TRUE },
  { CIRC_CELL_DATE_TIME, "2026-12-04T24:00", "2026-12-04T24:00", "2026-12-04T24:00", FALSE },
  { CIRC_CELL_INTEGER, "0", "0", "0", TRUE },
  { CIRC_CELL_INTEGER, "2026", "2026", "2026", TRUE },
  { CIRC_CELL_INTEGER, "-12345", "-12,345", "-12345", TRUE },
  { CIRC_CELL_INTEGER, "1234567", "1,234,567", "1234567", TRUE },
  { CIRC_CELL_INTEGER, "007", "007", "007", FALSE },
  { CIRC_CELL_INTEGER, "-0", "-0", "-0", FALSE },
  { CIRC_CELL_INTEGER, "1 000", "1 000", "1 000", FALSE },
  { CIRC_CELL_INTEGER, "9999999999999999999", "9999999999999999999", "9999999999999999999", FALSE },
  { CIRC_CELL_INTEGER, "", "", "", FALSE },
  { CIRC_CELL_MONEY, "5", "£0.05", "0.05", TRUE },
  { CIRC_CELL_MONEY, "-50", "-£0.50", "-0.50", TRUE },
  { CIRC_CELL_MONEY, "123456", "£1,234.56", "1234.56", TRUE },
  { CIRC_CELL_MONEY, "£3", "£3", "£3", FALSE },
  { CIRC_CELL_BOOLEAN, "1", "Yes", "Yes", TRUE },
  { CIRC_CELL_BOOLEAN, "FALSE", "No", "No", TRUE },
  { CIRC_CELL_BOOLEAN, "maybe", "maybe", "maybe", FALSE },
};

static void
test_format (void)
{
  g_autoptr(GString) buffer = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircCellValue value;

      g_test_message ("%s", cases[i].text);
      circ_cell_parse (cases[i].type, cases[i].text, &value);
      g_assert_cmpint (value.type, ==, cases[i].understood ? cases[i].type : CIRC_CELL_TEXT);
      g_assert_cmpstr (circ_cell_format (cases[i].type, cases[i].text, buffer), ==, cases[i].shown);
      g_assert_cmpstr (circ_cell_format_plain (cases[i].type, cases[i].text, buffer), ==, cases[i].plain);
    }
}

/* The day numbers are those that spreadsheets show for these dates. */
static void
test_serial (void)
{
  static const struct
  {
    const char *text;
    double      serial;
  } days[] = {
    { "1900-03-01T00:00", 61 }, { "2000-01-01T00:00", 36526 }, { "2026-12-04T12:00", 46360.5 },
    { "1900-02-28T00:00", -1 }, { "1066-10-14T09:00", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      CircCellValue value;

      circ_cell_parse (CIRC_CELL_DATE_TIME, days[i].text, &value);
      g_assert_cmpfloat_with_epsilon (circ_cell_value_to_serial (&value), days[i].serial, 1e-9);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell/format", test_format);
  g_test_add_func ("/cell/serial", test_serial);
  return g_test_run ();
}
