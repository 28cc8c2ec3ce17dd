/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pagination: what stands on which page, as a pure function of heights. */

typedef enum
{
  CIRC_FLOW_WHOLE, /* never divided */
  CIRC_FLOW_LINES, /* may be divided between lines */
  CIRC_FLOW_HEAD,  /* of a table: stands with its first row, and again above rows on further pages */
  CIRC_FLOW_ROW,   /* of the table whose head came last; divided between lines only when it is long */
} CircFlowKind;

/**
 * CircFlowItem:
 * @content: for the caller
 * @n_lines: lines or rows; 0 for the others
 * @pitch: from line to line
 * @padding: the height besides the lines
 * @space: above, left out at the top of a page
 * @keep: stands on the page of what comes next
 *
 * One thing to be placed; lengths in points. 10,000 rows are 10,000 of these, so it is small.
 */
typedef struct
{
  guint32 kind : 2;
  guint32 keep : 1;
  guint32 content : 29;
  guint32 n_lines;
  float   pitch;
  float   padding;
  float   space;
} CircFlowItem;

/**
 * CircSlice:
 * @item: index of the item
 * @page: from 0
 * @first: first line of the item that stands here
 * @n_lines: how many do
 * @y: upper edge
 * @repeated: a table's head that stood on an earlier page already
 * @last: no further slice of the item follows
 */
typedef struct
{
  guint32 item;
  guint32 page;
  guint32 first;
  guint32 n_lines;
  float   y;
  guint32 repeated : 1;
  guint32 last : 1;
} CircSlice;

GArray *circ_paginate (const CircFlowItem *items,
                       guint               n_items,
                       double              top,
                       double              bottom,
                       guint              *n_pages);

G_END_DECLS
