/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The workbook under way, shared by the files that write its sheets. */

#include <xlsxwriter.h>

#include "circ-fit.h"
#include "circ-writer.h"

G_BEGIN_DECLS

/* A row may be 409 points high, and a cell may hold 32,767 UTF-16 units, in every spreadsheet; the limits leave
 * room for the mark of a continuation and for the escapes of _x0041_ and its kind. */
#define CIRC_XLSX_MAX_HEIGHT 400
#define CIRC_XLSX_MAX_TEXT  17000
#define CIRC_XLSX_MAX_ROWS  1048576
#define CIRC_XLSX_MAX_COLS  16384
#define CIRC_XLSX_BODY_SIZE 10

typedef enum
{
  CIRC_XLSX_TITLE,
  CIRC_XLSX_MARKING,
  CIRC_XLSX_QUIET,
  CIRC_XLSX_LABEL,
  CIRC_XLSX_PLAIN,
  CIRC_XLSX_HEADING,
  CIRC_XLSX_LINK,
  CIRC_XLSX_HEADER,
  CIRC_XLSX_HEADER_RIGHT,
  CIRC_XLSX_HEADER_UPRIGHT,
  CIRC_XLSX_CELL,
  CIRC_XLSX_CELL_BOLD,
  CIRC_XLSX_CELL_RIGHT,
  CIRC_XLSX_CELL_MIDDLE,
  CIRC_XLSX_INTEGER,
  CIRC_XLSX_INTEGER_MIDDLE,
  CIRC_XLSX_MONEY,
  CIRC_XLSX_DATE,
  CIRC_XLSX_DATE_TIME,
  CIRC_XLSX_N_FORMATS,
} CircXlsxFormat;

typedef struct
{
  CircReportTable *table;   /* (borrowed) */
  lxw_worksheet   *sheet;   /* (borrowed) the workbook's */
  char            *name;    /* (owned) of the sheet */
  guint64          n_rows;  /* written */
} CircXlsxSheet;

typedef struct
{
  CircJob        *job;      /* (borrowed) */
  lxw_workbook   *workbook; /* (owned) until closed */
  lxw_worksheet  *about;    /* (borrowed) */
  char           *about_name;
  lxw_format     *formats[CIRC_XLSX_N_FORMATS];
  GArray         *sheets;   /* (owned) (element-type CircXlsxSheet) */
  GHashTable     *names;    /* (owned) folded sheet names in use */
  GString        *escaped;  /* (owned) scratch */
  double          stretch;  /* the typeface's width against Arial */
  lxw_worksheet  *overflow; /* (borrowed) the sheet of long texts; NULL until needed */
  char           *overflow_name;
  guint32         overflow_row;
} CircXlsxBook;

char    *circ_xlsx_dup_sheet_name  (CircXlsxBook    *book,
                                    const char      *wanted);
void     circ_xlsx_add_formats     (CircXlsxBook    *book);
gboolean circ_xlsx_check           (CircXlsxBook    *book,
                                    lxw_error        code,
                                    GError         **error);
lxw_worksheet *circ_xlsx_add_sheet (CircXlsxBook    *book,
                                    const char      *name,
                                    GError         **error);
void     circ_xlsx_set_page        (CircXlsxBook    *book,
                                    lxw_worksheet   *sheet,
                                    const char      *title);
gboolean circ_xlsx_write_text      (CircXlsxBook    *book,
                                    lxw_worksheet   *sheet,
                                    guint32          row,
                                    guint            column,
                                    const char      *text,
                                    CircXlsxFormat   format,
                                    GError         **error);
gboolean circ_xlsx_set_height      (CircXlsxBook    *book,
                                    lxw_worksheet   *sheet,
                                    guint32          row,
                                    double           points,
                                    GError         **error);
double   circ_xlsx_line_height     (double           size,
                                    gboolean         foreign);
const char *circ_xlsx_find_break   (const CircFit   *fit,
                                    const char      *text,
                                    guint            n_lines);

gboolean circ_xlsx_check_file      (const char      *path,
                                    GArray          *sheets,
                                    GError         **error);

gboolean circ_xlsx_write_table     (CircXlsxBook    *book,
                                    CircXlsxSheet   *sheet,
                                    GError         **error);
gboolean circ_xlsx_write_about     (CircXlsxBook    *book,
                                    GError         **error);
gboolean circ_xlsx_add_overflow    (CircXlsxBook    *book,
                                    const char      *row_label,
                                    const char      *column_title,
                                    const char      *text,
                                    GError         **error);
gboolean circ_xlsx_prepare_overflow (CircXlsxBook   *book,
                                     GError        **error);

G_END_DECLS
