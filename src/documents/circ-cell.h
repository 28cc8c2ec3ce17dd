/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-report.h"

G_BEGIN_DECLS

/**
 * CircCellValue:
 * @type: CIRC_CELL_TEXT when the text is not of the column's type, else the column's
 * @integer: integers, pence, booleans (0 or 1)
 * @year, @month, @day, @hour, @minute, @second: dates and date-times
 *
 * One cell's text, understood.
 */
typedef struct
{
  CircCellType type;
  gint64       integer;
  int          year;
  int          month;
  int          day;
  int          hour;
  int          minute;
  int          second;
} CircCellValue;

void        circ_cell_parse           (CircCellType   type,
                                       const char    *text,
                                       CircCellValue *value);
double      circ_cell_value_to_serial (const CircCellValue *value);
const char *circ_cell_format          (CircCellType   type,
                                       const char    *text,
                                       GString       *buffer);
const char *circ_cell_format_plain    (CircCellType   type,
                                       const char    *text,
                                       GString       *buffer);

G_END_DECLS
