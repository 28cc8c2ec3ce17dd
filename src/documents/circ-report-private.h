/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What writers read of a report. Not for other folders. */

#include "circ-report.h"
#include "circ-text.h"

G_BEGIN_DECLS

typedef enum
{
  CIRC_BLOCK_HEADING,
  CIRC_BLOCK_PARAGRAPH,
  CIRC_BLOCK_KEY_FIGURES,
  CIRC_BLOCK_TABLE,
} CircBlockKind;

typedef struct
{
  char *label;
  char *value;
} CircKeyFigure;

typedef struct
{
  CircBlockKind    kind;
  int              level;   /* headings: 1 to 3 */
  char            *text;    /* (owned) headings and paragraphs */
  GArray          *figures; /* (owned) (element-type CircKeyFigure) */
  CircReportTable *table;   /* (owned) */
} CircReportBlock;

typedef struct
{
  char            *title;
  CircCellType     type;
  double           weight;
  CircColumnFlags  flags;
} CircReportColumn;

struct _CircReport
{
  GObject          parent_instance;

  char            *title;
  char            *subtitle;
  char            *period;
  char            *made_on;
  char            *language;
  char            *included;
  char            *reference;
  CircMarking      marking;
  CircOrientation  orientation;
  char            *typeface;
  char            *mono_typeface;
  char            *accent;
  char            *logo_alt;
  GBytes          *logo;
  double           body_size;
  GPtrArray       *blocks; /* (owned) (element-type CircReportBlock) */
  CircTextCounts   counts; /* what cleaning titles and texts changed */
};

const char             *circ_report_table_get_title  (CircReportTable  *table);
const char             *circ_report_table_get_empty  (CircReportTable  *table);
guint                   circ_report_table_n_columns  (CircReportTable  *table);
const CircReportColumn *circ_report_table_get_column (CircReportTable  *table,
                                                      guint             column);
gboolean                circ_report_column_is_figure (const CircReportColumn *column);
gboolean                circ_report_table_is_upright (CircReportTable  *table);
int                     circ_report_table_get_label  (CircReportTable  *table);
guint64                 circ_report_table_n_rows     (CircReportTable  *table);
gboolean                circ_report_table_rewind     (CircReportTable  *table,
                                                      GError          **error);
CircReportRow          *circ_report_table_next       (CircReportTable  *table,
                                                      GError          **error);
const char             *circ_report_row_get          (CircReportRow    *row,
                                                      guint             column);

G_END_DECLS
