/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A report knows no format: reports/ fills it, each writer renders all of it. */

typedef enum
{
  CIRC_MARKING_PUBLIC,
  CIRC_MARKING_OFFICIAL,
  CIRC_MARKING_OFFICIAL_SENSITIVE,
} CircMarking;

const char *circ_marking_get_title (CircMarking  marking);
const char *circ_marking_get_advice (CircMarking  marking);
gboolean    circ_marking_from_name (const char  *name,
                                    CircMarking *marking);

typedef enum
{
  CIRC_ORIENTATION_PORTRAIT,
  CIRC_ORIENTATION_LANDSCAPE,
} CircOrientation;

/**
 * CircCellType:
 * @CIRC_CELL_TEXT: any text; "\n" breaks lines
 * @CIRC_CELL_INTEGER: decimal digits with an optional "-"
 * @CIRC_CELL_MONEY: an integer number of pence, shown as pounds
 * @CIRC_CELL_DATE: "yyyy-mm-dd"
 * @CIRC_CELL_DATE_TIME: "yyyy-mm-ddThh:mm", seconds optional, " " allowed for "T"; local time, shown as given
 * @CIRC_CELL_BOOLEAN: "1"/"true"/"yes" or "0"/"false"/"no"
 *
 * The type of a column. Cells always travel as strings in these forms; one that does not parse
 * (a partial date, "about 30") is written as the text it is, so nothing is ever lost.
 */
typedef enum
{
  CIRC_CELL_TEXT,
  CIRC_CELL_INTEGER,
  CIRC_CELL_MONEY,
  CIRC_CELL_DATE,
  CIRC_CELL_DATE_TIME,
  CIRC_CELL_BOOLEAN,
} CircCellType;

/**
 * CircColumnFlags:
 * @CIRC_COLUMN_ROW_HEADER: names its row: bold-ish and tagged as a row header in the PDF
 * @CIRC_COLUMN_NARROW: takes the width of its longest word and no more (references, dates, states)
 * @CIRC_COLUMN_TABULAR: figures stand under each other (right aligned)
 * @CIRC_COLUMN_UPRIGHT: one of many narrow ones: its heading stands on end, read from below, and its cells in the middle
 */
typedef enum
{
  CIRC_COLUMN_NONE       = 0,
  CIRC_COLUMN_ROW_HEADER = 1 << 0,
  CIRC_COLUMN_NARROW     = 1 << 1,
  CIRC_COLUMN_TABULAR    = 1 << 2,
  CIRC_COLUMN_UPRIGHT    = 1 << 3,
} CircColumnFlags;

/**
 * CircReportBrand:
 * @typeface: family name, or NULL for "Arial"
 * @mono_typeface: family for fixed width text, or NULL for "Liberation Mono"
 * @accent: "#rrggbb", or NULL for a dark neutral blue; darkened by the writers where 4.5:1 would be missed
 * @logo: PNG or SVG bytes, or NULL
 * @logo_alt: what the logo shows, in words, or NULL
 * @body_size: points, or 0 for 11
 *
 * Plain values; circ_report_set_brand() copies them.
 */
typedef struct
{
  const char *typeface;
  const char *mono_typeface;
  const char *accent;
  GBytes     *logo;
  const char *logo_alt;
  double      body_size;
} CircReportBrand;

#define CIRC_TYPE_REPORT (circ_report_get_type ())
G_DECLARE_FINAL_TYPE (CircReport, circ_report, CIRC, REPORT, GObject)

typedef struct _CircReportTable CircReportTable;
typedef struct _CircReportRow   CircReportRow;

CircReport *circ_report_new             (const char            *title);
void        circ_report_set_subtitle    (CircReport            *self,
                                         const char            *subtitle);
void        circ_report_set_period      (CircReport            *self,
                                         const char            *period);
void        circ_report_set_marking     (CircReport            *self,
                                         CircMarking            marking);
void        circ_report_set_made_on     (CircReport            *self,
                                         const char            *made_on);
void        circ_report_set_language    (CircReport            *self,
                                         const char            *language);
void        circ_report_set_included    (CircReport            *self,
                                         const char            *included);
void        circ_report_set_reference   (CircReport            *self,
                                         const char            *reference);
void        circ_report_set_orientation (CircReport            *self,
                                         CircOrientation        orientation);
void        circ_report_set_brand       (CircReport            *self,
                                         const CircReportBrand *brand);
const char *circ_report_get_title       (CircReport            *self);
CircMarking circ_report_get_marking     (CircReport            *self);

/* Blocks, in the order in which they are added. */
void             circ_report_add_heading    (CircReport *self,
                                             int         level,
                                             const char *text);
void             circ_report_add_paragraph  (CircReport *self,
                                             const char *text);
void             circ_report_add_key_figure (CircReport *self,
                                             const char *label,
                                             const char *value);
void             circ_report_add_count      (CircReport *self,
                                             const char *label,
                                             gint64      n);
CircReportTable *circ_report_add_table      (CircReport *self,
                                             const char *title);

/**
 * CircReportNextFunc:
 * @row: the row to fill, emptied beforehand
 * @data: as given
 * @error: set when the rows cannot be read; the writer then stops and writes nothing
 *
 * Returns: TRUE when @row was filled; FALSE at the end (no @error) or on failure (@error set)
 */
typedef gboolean (*CircReportNextFunc) (CircReportRow  *row,
                                        gpointer        data,
                                        GError        **error);

/**
 * CircReportRewindFunc:
 *
 * Goes back before the first row; called before each pass, the first one included. Writers may read
 * the rows more than once (to measure columns, then to write), and must find the same rows each time.
 */
typedef gboolean (*CircReportRewindFunc) (gpointer   data,
                                          GError   **error);

guint circ_report_table_add_column       (CircReportTable      *table,
                                          const char           *title,
                                          CircCellType          type,
                                          double                weight,
                                          CircColumnFlags       flags);
void  circ_report_table_set_label_column (CircReportTable      *table,
                                          guint                 column);
void  circ_report_table_set_empty_text   (CircReportTable      *table,
                                          const char           *text);
void  circ_report_table_add_row          (CircReportTable      *table,
                                          const char * const   *cells);
void  circ_report_table_set_row_source   (CircReportTable      *table,
                                          guint64               n_rows_hint,
                                          CircReportNextFunc    next,
                                          CircReportRewindFunc  rewind,
                                          gpointer              data,
                                          GDestroyNotify        destroy);

void circ_report_row_set         (CircReportRow *row,
                                  guint          column,
                                  const char    *text);
void circ_report_row_set_integer (CircReportRow *row,
                                  guint          column,
                                  gint64         value);

G_END_DECLS
