/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-pages.h"

/* A row higher than this part of a page may be divided … */
#define DIVIDE_ABOVE 0.34
/* … and so may a lower one of several lines that would leave more than this part of the page empty. Else it moves to the
 * next page whole. */
#define EMPTY_ABOVE  0.2
/* Fewer lines than this never stand alone at the foot or the head of a page. */
#define LEAST_LINES  2

typedef struct
{
  const CircFlowItem *items;
  guint               n_items;
  double              top;
  double              bottom;
  double              y;
  guint32             page;
  int                 head; /* item of the present table's head; -1 outside of tables */
  GArray             *slices;
} Pages;

static double
height_of (const CircFlowItem *item)
{
  return (double) item->padding + (double) item->n_lines * (double) item->pitch;
}

/* What must at least fit for the item to begin on a page that has @room left for it. */
static double
least_of (const Pages        *self,
          const CircFlowItem *item,
          double              room)
{
  double height = height_of (item);
  double whole = self->bottom - self->top;
  gboolean gap = room > EMPTY_ABOVE * whole && item->n_lines >= 2 * LEAST_LINES;

  if (item->kind == CIRC_FLOW_LINES || (item->kind == CIRC_FLOW_ROW && (height > DIVIDE_ABOVE * whole || gap)))
    return (double) item->padding + (double) MIN (item->n_lines, LEAST_LINES) * (double) item->pitch;
  return height;
}

/* The height of @index and of all that must stand with it, where there is @room. */
static double
chain_of (const Pages *self,
          guint        index,
          double       room)
{
  double height = 0;
  guint i;

  for (i = index; i + 1 < self->n_items && self->items[i].keep; i++)
    height += height_of (&self->items[i]) + (double) self->items[i + 1].space;
  return height + least_of (self, &self->items[i], room - height);
}

static gboolean
at_top (const Pages *self)
{
  double top = self->top;

  if (self->head >= 0)
    top += height_of (&self->items[self->head]);
  return self->y <= top + 0.01;
}

static void
place (Pages    *self,
       guint     index,
       guint     first,
       guint     n_lines,
       gboolean  repeated)
{
  const CircFlowItem *item = &self->items[index];
  CircSlice slice = { .item = index, .page = self->page, .first = first, .n_lines = n_lines, .y = (float) self->y,
                      .repeated = repeated, .last = first + n_lines >= item->n_lines };

  g_array_append_val (self->slices, slice);
  self->y += (double) item->padding + n_lines * (double) item->pitch;
}

static void
turn_page (Pages    *self,
           gboolean  in_table)
{
  self->page++;
  self->y = self->top;
  if (in_table && self->head >= 0)
    place (self, (guint) self->head, 0, self->items[self->head].n_lines, TRUE);
}

/* How many lines of the rest of an item to place here, never leaving a single one behind; 0 to turn the page. */
static guint
lines_here (const Pages        *self,
            const CircFlowItem *item,
            guint               left)
{
  double room = self->bottom - self->y - (double) item->padding + 0.01;
  guint fits = room > 0 ? (guint) (room / MAX ((double) item->pitch, 0.1)) : 0;

  if (fits >= left)
    return left;
  if (left - fits < LEAST_LINES && fits > LEAST_LINES)
    fits -= LEAST_LINES - (left - fits);
  if (at_top (self))
    return MAX (fits, 1);
  return fits < MIN (LEAST_LINES, left) ? 0 : fits;
}

static void
place_divided (Pages *self,
               guint  index)
{
  const CircFlowItem *item = &self->items[index];
  gboolean in_table = item->kind == CIRC_FLOW_ROW;

  for (guint done = 0; done < item->n_lines;)
    {
      guint n = lines_here (self, item, item->n_lines - done);

      if (n > 0)
        place (self, index, done, n, FALSE);
      done += n;
      if (done < item->n_lines)
        turn_page (self, in_table);
    }
}

static void
place_item (Pages *self,
            guint  index)
{
  const CircFlowItem *item = &self->items[index];
  gboolean in_table = item->kind == CIRC_FLOW_ROW;
  double height = height_of (item);

  if (!in_table)
    self->head = -1;
  if (!at_top (self))
    {
      double room = self->bottom - self->y - (double) item->space;
      double need = item->keep ? chain_of (self, index, room) : least_of (self, item, room);

      if (need > room + 0.01)
        turn_page (self, in_table);
      else
        self->y += (double) item->space;
    }
  if (item->kind == CIRC_FLOW_HEAD)
    self->head = (int) index;
  if (self->y + height <= self->bottom + 0.01 || item->kind == CIRC_FLOW_WHOLE || item->kind == CIRC_FLOW_HEAD)
    place (self, index, 0, item->n_lines, FALSE);
  else
    place_divided (self, index);
}

/**
 * circ_paginate:
 * @items: in order
 * @top: upper edge of what pages hold, in points from the paper's
 * @bottom: lower edge
 * @n_pages: (out): at least 1
 *
 * Every line of every item stands on exactly one page, in order; a table's head stands above its rows on each.
 *
 * Returns: (transfer full) (element-type CircSlice): in the order in which they are drawn
 */
GArray *
circ_paginate (const CircFlowItem *items,
               guint               n_items,
               double              top,
               double              bottom,
               guint              *n_pages)
{
  Pages self = { .items = items, .n_items = n_items, .top = top, .bottom = bottom, .y = top, .head = -1 };

  self.slices = g_array_sized_new (FALSE, FALSE, sizeof (CircSlice), n_items + 16);
  for (guint i = 0; i < n_items; i++)
    place_item (&self, i);
  *n_pages = self.page + 1;
  return self.slices;
}
