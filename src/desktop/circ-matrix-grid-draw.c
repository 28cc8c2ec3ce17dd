/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the grid looks: what is seen of it is drawn anew, heads and totals over the cells. */
#include "config.h"

#include "circ-matrix-grid-private.h"

#include <glib/gi18n-lib.h>

#define PADDING 6
#define MARGIN 2 /* between the tint of a cell and its border */

typedef struct {
  CircMatrixGrid *grid;
  GtkSnapshot *snapshot;
  GdkRGBA text;
  GdkRGBA base;
  GdkRGBA accent;
  GdkRGBA tints[CIRC_N_MATRIX_VALUES];
  GdkRGBA warning;
  GdkRectangle body;
  CircMatrixBlock seen;
} Drawing;

static GdkRGBA
look_up (CircMatrixGrid *self,
         const char *name,
         double alpha)
{
  GdkRGBA colour = { 0.5f, 0.5f, 0.5f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour);
  colour.alpha *= (float) alpha;
  return colour;
}

static GdkRGBA
with_alpha (GdkRGBA colour,
            double alpha)
{
  colour.alpha *= (float) alpha;
  return colour;
}

static void
begin (Drawing *drawing,
       CircMatrixGrid *self,
       GtkSnapshot *snapshot)
{
  drawing->grid = self;
  drawing->snapshot = snapshot;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &drawing->text);
  drawing->base = look_up (self, "view_bg_color", 1);
  drawing->accent = look_up (self, "accent_color", 1);
  drawing->warning = look_up (self, "warning_color", 1);
  drawing->tints[CIRC_MATRIX_NOT_USED] = with_alpha (drawing->text, 0);
  drawing->tints[CIRC_MATRIX_ON_REQUEST] = look_up (self, "warning_bg_color", 0.3);
  drawing->tints[CIRC_MATRIX_PLANNED] = look_up (self, "accent_bg_color", 0.25);
  drawing->tints[CIRC_MATRIX_USED] = look_up (self, "success_bg_color", 0.35);
  circ_matrix_grid_get_body (self, &drawing->body);
  circ_matrix_grid_get_seen (self, &drawing->seen);
}

/* All places are reckoned from the left, and put where they belong last. */
static graphene_rect_t
place_rect (Drawing *drawing,
            double x,
            double y,
            double width,
            double height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (drawing->grid)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (drawing->grid)) - x - width;
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

static void
fill (Drawing *drawing,
      const GdkRGBA *colour,
      double x,
      double y,
      double width,
      double height)
{
  graphene_rect_t rect = place_rect (drawing, x, y, width, height);

  if (colour->alpha > 0 && width > 0 && height > 0)
    gtk_snapshot_append_color (drawing->snapshot, colour, &rect);
}

static void
clip (Drawing *drawing,
      double x,
      double y,
      double width,
      double height)
{
  graphene_rect_t rect = place_rect (drawing, x, y, width, height);

  gtk_snapshot_push_clip (drawing->snapshot, &rect);
}

/* @align: 0 at the start of the place, 0.5 in its middle. */
static void
write_in (Drawing *drawing,
          PangoLayout *layout,
          const GdkRGBA *colour,
          const graphene_rect_t *rect,
          double align)
{
  int width;
  int height;
  int own = pango_layout_get_width (layout);

  pango_layout_get_pixel_size (layout, &width, &height);
  /* What is centred within a width of its own has that width. */
  if (own > 0 && align > 0)
    width = own / PANGO_SCALE;
  if (gtk_widget_get_direction (GTK_WIDGET (drawing->grid)) == GTK_TEXT_DIR_RTL)
    align = 1 - align;
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT ((int) (rect->origin.x + (rect->size.width - (float) width) * (float) align),
                                                (int) (rect->origin.y + (rect->size.height - (float) height) / 2)));
  gtk_snapshot_append_layout (drawing->snapshot, layout, colour);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
write_text (Drawing *drawing,
            const char *text,
            const GdkRGBA *colour,
            const graphene_rect_t *rect,
            double align)
{
  pango_layout_set_text (drawing->grid->text, text, -1);
  write_in (drawing, drawing->grid->text, colour, rect, align);
}

static graphene_rect_t
get_rect (Drawing *drawing,
          int row,
          int column)
{
  GdkRectangle place;

  circ_matrix_grid_get_place (drawing->grid, row, column, &place);
  return GRAPHENE_RECT_INIT ((float) place.x, (float) place.y, (float) place.width, (float) place.height);
}

/* Beside its mark, how often it was done: what contradicts the mark stands out. */
static void
draw_count (Drawing *drawing,
            const graphene_rect_t *rect,
            CircMatrixValue value,
            guint n)
{
  gboolean odd = (value == CIRC_MATRIX_USED && n == 0) || (value == CIRC_MATRIX_NOT_USED && n > 0);
  graphene_rect_t half = GRAPHENE_RECT_INIT (rect->origin.x + rect->size.width / 2, rect->origin.y, rect->size.width / 2,
                                             rect->size.height);
  g_autofree char *text = g_strdup_printf ("%u", n);
  GskRoundedRect outline;

  if (n > 0 || value == CIRC_MATRIX_USED)
    write_text (drawing, text, &drawing->text, &half, 0.5);
  if (!odd)
    return;
  gsk_rounded_rect_init_from_rect (&outline, rect, 6);
  gsk_rounded_rect_shrink (&outline, MARGIN, MARGIN, MARGIN, MARGIN);
  gtk_snapshot_append_border (drawing->snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { drawing->warning, drawing->warning, drawing->warning, drawing->warning });
}

/* A corner that is folded: somebody has put a note to it. */
static void
draw_note (Drawing *drawing,
           const graphene_rect_t *rect)
{
  GdkRGBA colour = with_alpha (drawing->text, 0.7);
  graphene_rect_t dot = GRAPHENE_RECT_INIT (rect->origin.x + rect->size.width - 10, rect->origin.y + 5, 5, 5);

  gtk_snapshot_append_color (drawing->snapshot, &colour, &dot);
}

static void
draw_cell (Drawing *drawing,
           int row,
           int column)
{
  CircMatrixGrid *self = drawing->grid;
  CircMatrixValue value = circ_matrix_model_get_value (self->model, row, column);
  graphene_rect_t rect = get_rect (drawing, row, column);
  graphene_rect_t inner = rect;
  GskRoundedRect rounded;
  GdkRGBA colour = value == CIRC_MATRIX_NOT_USED ? with_alpha (drawing->text, 0.55) : drawing->text;

  graphene_rect_inset (&inner, MARGIN, MARGIN);
  if (value != CIRC_MATRIX_NOT_USED)
    {
      gsk_rounded_rect_init_from_rect (&rounded, &inner, 6);
      gtk_snapshot_push_rounded_clip (drawing->snapshot, &rounded);
      gtk_snapshot_append_color (drawing->snapshot, &drawing->tints[value], &inner);
      gtk_snapshot_pop (drawing->snapshot);
    }
  if (circ_matrix_model_get_use (self->model) != NULL)
    {
      graphene_rect_t half = GRAPHENE_RECT_INIT (rect.origin.x, rect.origin.y, rect.size.width / 2, rect.size.height);

      write_in (drawing, self->marks[value], &colour, &half, 0.5);
      draw_count (drawing, &rect, value, circ_matrix_model_get_count (self->model, row, column));
    }
  else
    write_in (drawing, self->marks[value], &colour, &rect, 0.5);
  if (circ_matrix_model_has_note (self->model, row, column))
    draw_note (drawing, &rect);
}

static gboolean
is_chosen (const CircMatrixBlock *block,
           int row,
           int column)
{
  return row >= block->top && row <= block->bottom && column >= block->left && column <= block->right;
}

static void
draw_cells (Drawing *drawing)
{
  CircMatrixGrid *self = drawing->grid;
  GdkRGBA line = with_alpha (drawing->text, 0.12);
  GdkRGBA chosen = with_alpha (drawing->accent, 0.18);
  CircMatrixBlock block;
  gboolean several = circ_matrix_grid_get_block (self, &block) && (block.top != block.bottom || block.left != block.right);

  clip (drawing, drawing->body.x, drawing->body.y, drawing->body.width, drawing->body.height);
  for (int row = drawing->seen.top; row <= drawing->seen.bottom; row++)
    for (int column = drawing->seen.left; column <= drawing->seen.right; column++)
      {
        graphene_rect_t rect = get_rect (drawing, row, column);

        if (several && is_chosen (&block, row, column))
          gtk_snapshot_append_color (drawing->snapshot, &chosen, &rect);
        draw_cell (drawing, row, column);
        gtk_snapshot_append_color (drawing->snapshot, &line,
                                   &GRAPHENE_RECT_INIT (rect.origin.x, rect.origin.y + rect.size.height - 1,
                                                        rect.size.width, 1));
      }
  gtk_snapshot_pop (drawing->snapshot);
}

static gboolean
is_new_group (CircMatrixGrid *self,
              int row)
{
  return row == 0 || g_strcmp0 (circ_matrix_model_get_row_group (self->model, row),
                                circ_matrix_model_get_row_group (self->model, row - 1)) != 0;
}

/* The names of groups go across the cells, so that they are read as what they are. */
static void
draw_row_groups (Drawing *drawing)
{
  CircMatrixGrid *self = drawing->grid;
  GdkRGBA band = with_alpha (drawing->text, 0.06);
  GdkRGBA dim = with_alpha (drawing->text, 0.75);
  double width = drawing->body.x + drawing->body.width + self->total_width;

  clip (drawing, 0, drawing->body.y, width, drawing->body.height);
  for (int row = drawing->seen.top; row <= MIN (drawing->seen.bottom + 1, (int) self->row_names->len - 1); row++)
    {
      graphene_rect_t rect;
      graphene_rect_t line;

      if (!is_new_group (self, row))
        continue;
      rect = get_rect (drawing, row, CIRC_MATRIX_HEAD);
      fill (drawing, &band, 0, rect.origin.y - (float) self->band, width, self->band);
      line = place_rect (drawing, PADDING * 2, rect.origin.y - (float) self->band, self->head_width, self->band);
      write_text (drawing, circ_matrix_model_get_row_group (self->model, row), &dim, &line, 0);
    }
  gtk_snapshot_pop (drawing->snapshot);
}

static void
draw_row_heads (Drawing *drawing)
{
  CircMatrixGrid *self = drawing->grid;
  GdkRGBA line = with_alpha (drawing->text, 0.12);
  GdkRGBA here = with_alpha (drawing->accent, 0.12);

  clip (drawing, 0, drawing->body.y, self->head_width, drawing->body.height);
  for (int row = drawing->seen.top; row <= drawing->seen.bottom; row++)
    {
      graphene_rect_t rect = get_rect (drawing, row, CIRC_MATRIX_HEAD);
      graphene_rect_t inner = rect;

      graphene_rect_inset (&inner, PADDING * 2, 0);
      if (row == self->row)
        gtk_snapshot_append_color (drawing->snapshot, &here, &rect);
      write_in (drawing, self->row_names->pdata[row], &drawing->text, &inner, 0);
      gtk_snapshot_append_color (drawing->snapshot, &line,
                                 &GRAPHENE_RECT_INIT (rect.origin.x, rect.origin.y + rect.size.height - 1, rect.size.width, 1));
    }
  gtk_snapshot_pop (drawing->snapshot);
}

/* The last column of the side that begins at @column. */
static int
find_side_end (CircMatrixGrid *self,
               int column)
{
  int last = (int) self->column_names->len - 1;
  int end = column;

  while (end < last && g_strcmp0 (circ_matrix_model_get_column_group (self->model, end + 1),
                                  circ_matrix_model_get_column_group (self->model, column)) == 0)
    end++;
  return end;
}

/* Internal and external, each over its columns and in view as long as one of them is. */
static void
draw_sides (Drawing *drawing)
{
  CircMatrixGrid *self = drawing->grid;
  GdkRGBA dim = with_alpha (drawing->text, 0.75);
  GdkRGBA line = with_alpha (drawing->text, 0.3);
  int x = self->head_width - circ_matrix_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL);

  for (int column = 0; column < (int) self->column_names->len;)
    {
      int end = find_side_end (self, column);
      int from = MAX (x + column * self->cell_width, self->head_width);
      int to = MIN (x + (end + 1) * self->cell_width, drawing->body.x + drawing->body.width);
      graphene_rect_t rect = place_rect (drawing, from + PADDING, 0, MAX (0, to - from - PADDING), self->band);

      if (to > from)
        {
          gtk_snapshot_push_clip (drawing->snapshot, &rect);
          write_text (drawing, circ_matrix_model_get_column_group (self->model, column), &dim, &rect, 0);
          gtk_snapshot_pop (drawing->snapshot);
          fill (drawing, &line, from + MARGIN, self->band - 1, to - from - 2 * MARGIN, 1);
        }
      column = end + 1;
    }
}

static void
draw_column_heads (Drawing *drawing)
{
  CircMatrixGrid *self = drawing->grid;
  GdkRGBA here = with_alpha (drawing->accent, 0.12);

  clip (drawing, drawing->body.x, 0, drawing->body.width, self->head_height);
  draw_sides (drawing);
  for (int column = drawing->seen.left; column <= drawing->seen.right; column++)
    {
      graphene_rect_t rect = get_rect (drawing, CIRC_MATRIX_HEAD, column);

      if (column == self->column)
        gtk_snapshot_append_color (drawing->snapshot, &here, &rect);
      write_in (drawing, self->column_names->pdata[column], &drawing->text, &rect, 0.5);
    }
  gtk_snapshot_pop (drawing->snapshot);
}

static void
write_total (Drawing *drawing,
             guint n,
             const graphene_rect_t *rect)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  write_text (drawing, text, &drawing->text, rect, 0.5);
}

static void
draw_totals (Drawing *drawing)
{
  CircMatrixGrid *self = drawing->grid;
  CircMatrix *matrix = circ_matrix_model_get_source (self->model)->matrix;
  int right = drawing->body.x + drawing->body.width;
  int bottom = drawing->body.y + drawing->body.height;
  GdkRGBA line = with_alpha (drawing->text, 0.3);
  graphene_rect_t rect;

  clip (drawing, right, drawing->body.y, self->total_width, drawing->body.height);
  for (int row = drawing->seen.top; row <= drawing->seen.bottom; row++)
    {
      rect = get_rect (drawing, row, CIRC_MATRIX_HEAD);
      rect = place_rect (drawing, right, rect.origin.y, self->total_width, rect.size.height);
      write_total (drawing, circ_matrix_count_method (matrix,
                                                      circ_record_get_id (circ_matrix_model_get_method (self->model, row))), &rect);
    }
  gtk_snapshot_pop (drawing->snapshot);
  clip (drawing, drawing->body.x, bottom, drawing->body.width, self->total_height);
  for (int column = drawing->seen.left; column <= drawing->seen.right; column++)
    {
      rect = get_rect (drawing, CIRC_MATRIX_HEAD, column);
      rect = GRAPHENE_RECT_INIT (rect.origin.x, (float) bottom, rect.size.width, (float) self->total_height);
      write_total (drawing, circ_matrix_count_audience (
                              matrix, circ_record_get_id (circ_matrix_model_get_audience (self->model, column))), &rect);
    }
  gtk_snapshot_pop (drawing->snapshot);
  fill (drawing, &line, 0, bottom, right + self->total_width, 1);
  fill (drawing, &line, right, 0, 1, bottom + self->total_height);
  fill (drawing, &line, 0, drawing->body.y - 1, right + self->total_width, 1);
  fill (drawing, &line, drawing->body.x - 1, 0, 1, bottom + self->total_height);
  rect = place_rect (drawing, right, 0, self->total_width, self->head_height);
  write_text (drawing, _ ("Total"), &drawing->text, &rect, 0.5);
  rect = place_rect (drawing, PADDING * 2, bottom, self->head_width, self->total_height);
  write_text (drawing, _ ("Total"), &drawing->text, &rect, 0);
  rect = place_rect (drawing, right, bottom, self->total_width, self->total_height);
  write_total (drawing, circ_matrix_count (matrix), &rect);
}

/* A ring where the cursor is: strong while the keyboard is there, so that it is never asked for. */
static void
draw_cursor (Drawing *drawing)
{
  CircMatrixGrid *self = drawing->grid;
  gboolean focused = gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;
  GdkRGBA colour = focused ? drawing->accent : with_alpha (drawing->text, 0.5);
  float width = focused ? 3 : 1;
  graphene_rect_t rect;
  GskRoundedRect outline;
  int x = self->column == CIRC_MATRIX_HEAD ? 0 : drawing->body.x;
  int y = self->row == CIRC_MATRIX_HEAD ? 0 : drawing->body.y;

  if (!circ_matrix_grid_get_cursor (self, NULL, NULL))
    return;
  rect = get_rect (drawing, self->row, self->column);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 6);
  clip (drawing, x, y, drawing->body.x + drawing->body.width - x, drawing->body.y + drawing->body.height - y);
  gtk_snapshot_append_border (drawing->snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
  gtk_snapshot_pop (drawing->snapshot);
}

void
circ_matrix_grid_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  CircMatrixGrid *self = CIRC_MATRIX_GRID (widget);
  Drawing drawing;

  if (!self->laid_out || self->row_names->len == 0 || self->column_names->len == 0)
    return;
  begin (&drawing, self, snapshot);
  fill (&drawing, &drawing.base, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  draw_cells (&drawing);
  draw_row_groups (&drawing);
  draw_row_heads (&drawing);
  draw_column_heads (&drawing);
  draw_totals (&drawing);
  draw_cursor (&drawing);
}
