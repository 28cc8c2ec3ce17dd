/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything in the grid is. */
#include "config.h"

#include "circ-matrix-grid-private.h"

#define PADDING 6
#define HEAD_LINES 3
#define COLUMN_LINES 5

void
circ_matrix_grid_forget_layout (CircMatrixGrid *self)
{
  self->laid_out = FALSE;
  g_ptr_array_set_size (self->row_names, 0);
  g_ptr_array_set_size (self->column_names, 0);
  for (guint i = 0; i < CIRC_N_MATRIX_VALUES; i++)
    g_clear_object (&self->marks[i]);
  g_clear_object (&self->text);
}

static PangoLayout *
new_name (CircMatrixGrid *self,
          CircRecord *record,
          int lines)
{
  g_autofree char *name = circ_record_dup_title (record);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);
  return layout;
}

/* The width of the longest word. */
static int
measure_words (PangoLayout *layout)
{
  g_autoptr (PangoLayout) copy = pango_layout_copy (layout);
  int width;

  pango_layout_set_ellipsize (copy, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (copy, PANGO_WRAP_WORD);
  pango_layout_set_width (copy, 0);
  pango_layout_get_pixel_size (copy, &width, NULL);
  return width;
}

static void
make_layouts (CircMatrixGrid *self)
{
  PangoAttrList *bold = pango_attr_list_new ();

  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  pango_layout_get_pixel_size (self->text, NULL, &self->em);
  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  for (guint i = 0; i < CIRC_N_MATRIX_VALUES; i++)
    {
      const char *mark = circ_matrix_value_get_mark (i);

      self->marks[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), *mark != '\0' ? mark : "–");
      pango_layout_set_attributes (self->marks[i], bold);
    }
  pango_attr_list_unref (bold);
  for (guint i = 0; i < circ_matrix_model_get_n_rows (self->model); i++)
    g_ptr_array_add (self->row_names, new_name (self, circ_matrix_model_get_method (self->model, (int) i), HEAD_LINES));
  for (guint i = 0; i < circ_matrix_model_get_n_columns (self->model); i++)
    {
      PangoLayout *layout = new_name (self, circ_matrix_model_get_audience (self->model, (int) i), COLUMN_LINES);

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      g_ptr_array_add (self->column_names, layout);
    }
}

/* Heads take no more of a narrow page than lets some cells be seen beside them. */
static void
choose_widths (CircMatrixGrid *self,
               int width)
{
  int natural = 0;
  int words = 3 * self->em;
  int n = (int) MAX (1, self->column_names->len);
  int room;

  for (guint i = 0; i < self->row_names->len; i++)
    {
      int name;

      pango_layout_set_width (self->row_names->pdata[i], -1);
      pango_layout_get_pixel_size (self->row_names->pdata[i], &name, NULL);
      natural = MAX (natural, name);
    }
  for (guint i = 0; i < self->column_names->len; i++)
    words = MAX (words, measure_words (self->column_names->pdata[i]));
  self->head_width = CLAMP (natural + 3 * PADDING, 5 * self->em, MAX (5 * self->em, MIN (12 * self->em, width * 2 / 5)));
  self->total_width = 3 * self->em;
  self->cell_width = CLAMP (words + PADDING + 2, 3 * self->em, 6 * self->em);
  room = (width - self->head_width - self->total_width) / n;
  if (room > self->cell_width)
    self->cell_width = MIN (room, MAX (self->cell_width, 7 * self->em));
}

/* The name of a group stands above its first row. */
static gboolean
begins_group (CircMatrixGrid *self,
              int row)
{
  return row == 0 || g_strcmp0 (circ_matrix_model_get_row_group (self->model, row),
                                circ_matrix_model_get_row_group (self->model, row - 1)) != 0;
}

static void
choose_heights (CircMatrixGrid *self)
{
  int top = 0;
  int tallest = self->em;

  self->band = self->em + PADDING;
  g_array_set_size (self->tops, 0);
  for (guint i = 0; i < self->row_names->len; i++)
    {
      int height;

      pango_layout_set_width (self->row_names->pdata[i], (self->head_width - 3 * PADDING) * PANGO_SCALE);
      pango_layout_get_pixel_size (self->row_names->pdata[i], NULL, &height);
      if (begins_group (self, (int) i))
        top += self->band;
      g_array_append_val (self->tops, top);
      top += MAX (height, self->em + PADDING) + PADDING + 1;
    }
  g_array_append_val (self->tops, top);
  for (guint i = 0; i < self->column_names->len; i++)
    {
      int height;

      pango_layout_set_width (self->column_names->pdata[i], (self->cell_width - PADDING) * PANGO_SCALE);
      pango_layout_get_pixel_size (self->column_names->pdata[i], NULL, &height);
      tallest = MAX (tallest, height);
    }
  self->head_height = self->band + tallest + 2 * PADDING;
  self->total_height = self->em + 2 * PADDING;
}

void
circ_matrix_grid_lay_out (CircMatrixGrid *self,
                          int width)
{
  if (self->laid_out && self->for_width == width)
    return;
  if (!self->laid_out)
    make_layouts (self);
  self->laid_out = TRUE;
  self->for_width = width;
  choose_widths (self, width);
  choose_heights (self);
}

int
circ_matrix_grid_get_content_width (CircMatrixGrid *self)
{
  return self->cell_width * (int) self->column_names->len;
}

int
circ_matrix_grid_get_content_height (CircMatrixGrid *self)
{
  return g_array_index (self->tops, int, self->tops->len - 1);
}

void
circ_matrix_grid_get_body (CircMatrixGrid *self,
                           GdkRectangle *body)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - self->head_width - self->total_width;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - self->head_height - self->total_height;

  body->x = self->head_width;
  body->y = self->head_height;
  body->width = CLAMP (width, 0, circ_matrix_grid_get_content_width (self));
  body->height = CLAMP (height, 0, circ_matrix_grid_get_content_height (self));
}

static int
get_top (CircMatrixGrid *self,
         int row)
{
  return g_array_index (self->tops, int, row);
}

/* The end of @row: where the next begins, or the name of its group. */
static int
get_end (CircMatrixGrid *self,
         int row)
{
  int end = g_array_index (self->tops, int, row + 1);

  return row + 1 < (int) self->row_names->len && begins_group (self, row + 1) ? end - self->band : end;
}

void
circ_matrix_grid_get_place (CircMatrixGrid *self,
                            int row,
                            int column,
                            GdkRectangle *place)
{
  place->x = 0;
  place->width = self->head_width;
  place->y = self->band;
  place->height = self->head_height - self->band;
  if (column != CIRC_MATRIX_HEAD)
    {
      place->x = self->head_width + column * self->cell_width
                 - circ_matrix_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
      place->width = self->cell_width;
    }
  if (row != CIRC_MATRIX_HEAD)
    {
      place->y = self->head_height + get_top (self, row) - circ_matrix_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);
      place->height = get_end (self, row) - get_top (self, row);
    }
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place->x = gtk_widget_get_width (GTK_WIDGET (self)) - place->x - place->width;
}

/* The row at @offset; the name of a group belongs to the row above it. */
static int
find_row (CircMatrixGrid *self,
          int offset)
{
  int row = 0;

  while (row + 1 < (int) self->row_names->len && get_top (self, row + 1) <= offset)
    row++;
  return row;
}

void
circ_matrix_grid_get_seen (CircMatrixGrid *self,
                           CircMatrixBlock *seen)
{
  int x = circ_matrix_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  int y = circ_matrix_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);
  GdkRectangle body;

  circ_matrix_grid_get_body (self, &body);
  seen->top = find_row (self, y);
  seen->bottom = MIN (find_row (self, y + body.height), (int) self->row_names->len - 1);
  seen->left = x / MAX (1, self->cell_width);
  seen->right = MIN ((x + body.width) / MAX (1, self->cell_width), (int) self->column_names->len - 1);
}

gboolean
circ_matrix_grid_find_at (CircMatrixGrid *self,
                          double x,
                          double y,
                          int *row,
                          int *column)
{
  GdkRectangle body;
  int offset;

  if (!self->laid_out || self->row_names->len == 0 || self->column_names->len == 0)
    return FALSE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  circ_matrix_grid_get_body (self, &body);
  *row = *column = CIRC_MATRIX_HEAD;
  if (x >= body.x + body.width || y >= body.y + body.height || x < 0 || y < 0)
    return FALSE;
  if (x >= body.x)
    *column = ((int) x - body.x + circ_matrix_grid_get_offset (self, GTK_ORIENTATION_HORIZONTAL)) / self->cell_width;
  if (y >= body.y)
    {
      offset = (int) y - body.y + circ_matrix_grid_get_offset (self, GTK_ORIENTATION_VERTICAL);
      *row = find_row (self, offset);
      if (offset < get_top (self, *row) || offset >= get_end (self, *row))
        return FALSE;
    }
  return *row != CIRC_MATRIX_HEAD || *column != CIRC_MATRIX_HEAD;
}

static void
scroll_to (CircMatrixGrid *self,
           GtkOrientation orientation,
           int from,
           int to)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}

void
circ_matrix_grid_show_cursor (CircMatrixGrid *self)
{
  if (!self->laid_out)
    return;
  if (self->row != CIRC_MATRIX_HEAD)
    scroll_to (self, GTK_ORIENTATION_VERTICAL,
               g_array_index (self->tops, int, self->row) - (self->row == 0 ? self->band : 0),
               g_array_index (self->tops, int, self->row + 1));
  if (self->column != CIRC_MATRIX_HEAD)
    scroll_to (self, GTK_ORIENTATION_HORIZONTAL, self->column * self->cell_width, (self->column + 1) * self->cell_width);
}
