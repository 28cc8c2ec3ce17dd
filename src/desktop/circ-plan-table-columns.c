/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-table-columns.h"

#include <glib/gi18n-lib.h>

#include "circ-plan-item.h"
#include "circ-settings.h"

/* What a cell has beside its text: libadwaita's padding. */
#define CELL_PADDING 12
/* Up to this rank a column is on show in the narrowest of windows. */
#define LAST_NEEDED_RANK 2
#define WINDOW_PIXELS 1280 /* a guess at the window's width before there is one, and at the width of the details */
#define DETAILS_PIXELS 420

struct _CircPlanColumns {
  GObject parent_instance;

  GtkColumnView *view; /* (borrowed) it owns us through the table */
  GtkColumnViewColumn *columns[CIRC_N_PLAN_COLUMNS]; /* (owned) */
  gboolean decided[CIRC_N_PLAN_COLUMNS]; /* the person said whether it is shown; else the room for it does */
  GSimpleActionGroup *actions;           /* (owned) */
  GMenu *menu;                           /* (owned) */
  guint field;
  gboolean descending;
  int probed;
  gboolean quiet;
  gboolean fitting;
  guint fit_source;
  guint save_source;
};

G_DEFINE_FINAL_TYPE (CircPlanColumns, circ_plan_columns, G_TYPE_OBJECT)

enum {
  SORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
save_cb (gpointer user_data)
{
  CircPlanColumns *self = user_data;
  GVariantBuilder builder;

  self->save_source = 0;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(simb)"));
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    g_variant_builder_add (&builder, "(simb)", circ_plan_column_get_name (i),
                           gtk_column_view_column_get_fixed_width (self->columns[i]), self->decided[i],
                           gtk_column_view_column_get_visible (self->columns[i]));
  circ_settings_set ("plan-columns", g_variant_builder_end (&builder));

  return G_SOURCE_REMOVE;
}

/* Dragging a border tells of each pixel. */
static void
save_soon (CircPlanColumns *self)
{
  if (self->save_source == 0 && !self->quiet)
    self->save_source = g_timeout_add (300, save_cb, self);
}

static void
load (CircPlanColumns *self)
{
  g_autoptr (GVariant) value = circ_settings_dup ("plan-columns");
  GVariantIter iter;
  const char *name;
  int width;
  gboolean decided, shown;

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE ("a(simb)")))
    return;
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&simb)", &name, &width, &decided, &shown))
    for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
      if (g_strcmp0 (name, circ_plan_column_get_name (i)) == 0)
        {
          gtk_column_view_column_set_fixed_width (self->columns[i], CLAMP (width, -1, 2000));
          self->decided[i] = decided && i != CIRC_PLAN_COLUMN_WHAT;
          if (self->decided[i])
            gtk_column_view_column_set_visible (self->columns[i], shown);
        }
}

/* In Pango's units. */
static int
get_char_width (CircPlanColumns *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  width = MAX (width, pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);

  return width;
}

static int
get_fit_pixels (CircPlanColumns *self,
                CircPlanColumn column,
                int char_width)
{
  int width = gtk_column_view_column_get_fixed_width (self->columns[column]);

  return width > 0 ? width : PANGO_PIXELS_CEIL (circ_plan_column_get_fit_chars (column) * char_width) + CELL_PADDING;
}

/* Shows as many columns as can be read in @width pixels, the most needed first. */
static void
fit (CircPlanColumns *self,
     int width)
{
  int char_width = get_char_width (self);

  self->fitting = TRUE;
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    if (self->decided[i] && gtk_column_view_column_get_visible (self->columns[i]))
      width -= get_fit_pixels (self, i, char_width);
  for (int rank = 1; rank <= CIRC_N_PLAN_COLUMNS; rank++)
    for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
      if (circ_plan_column_get_rank (i) == rank && !self->decided[i])
        {
          int needed = get_fit_pixels (self, i, char_width);
          gboolean shown = rank <= LAST_NEEDED_RANK || needed <= width;

          gtk_column_view_column_set_visible (self->columns[i], shown);
          width -= shown ? needed : 0;
        }
  self->fitting = FALSE;
}

static gboolean
fit_cb (gpointer user_data)
{
  CircPlanColumns *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  self->fit_source = 0;
  if (gtk_adjustment_get_page_size (adjustment) > 0)
    fit (self, gtk_adjustment_get_page_size (adjustment));

  return G_SOURCE_REMOVE;
}

/* Columns must not come and go in the middle of an allocation. */
static void
fit_soon (CircPlanColumns *self)
{
  if (self->fit_source == 0 && !self->quiet)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_cb, self, NULL);
}

static void
visible_cb (CircPlanColumns *self,
            GParamSpec *pspec,
            GtkColumnViewColumn *column)
{
  if (self->fitting)
    return;
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    if (self->columns[i] == column)
      self->decided[i] = TRUE;
  fit_soon (self);
  save_soon (self);
}

/* Asked by the column view's own sorter; notes who was asked. The rows themselves are sorted by the store. */
static int
probe_cb (gconstpointer a,
          gconstpointer b,
          gpointer user_data)
{
  GtkColumnViewColumn *column = user_data;
  CircPlanColumns *self = g_object_get_data (G_OBJECT (column), "circ-columns");

  if (self != NULL && self->probed < 0)
    for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
      if (self->columns[i] == column)
        self->probed = i;

  return GTK_ORDERING_SMALLER;
}

/* GTK 4.8 does not say by which column it is sorted: compare two things that are nothing, and see which column is
 * asked first, and whether its answer comes back turned round. */
static void
sorter_changed_cb (CircPlanColumns *self,
                   GtkSorterChange change,
                   GtkSorter *sorter)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  if (self->quiet)
    return;
  self->probed = -1;
  ordering = gtk_sorter_compare (sorter, one, other);
  if (self->probed < 0)
    {
      self->field = CIRC_PLAN_ITEM_REF;
      self->descending = FALSE;
    }
  else
    {
      self->field = circ_plan_column_get_field (self->probed);
      self->descending = ordering == GTK_ORDERING_LARGER;
    }
  g_signal_emit (self, signals[SORTED], 0);
}

static void
add_column (CircPlanColumns *self,
            CircPlanCells *cells,
            CircPlanColumn i)
{
  GtkListItemFactory *factory = circ_plan_cells_create_factory (cells, i);
  GtkColumnViewColumn *column = gtk_column_view_column_new (circ_plan_column_get_title (i), factory);
  g_autofree char *action = g_strconcat ("columns.", circ_plan_column_get_name (i), NULL);

  self->columns[i] = column;
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, i == CIRC_PLAN_COLUMN_WHAT);
  gtk_column_view_column_set_visible (column, circ_plan_column_get_rank (i) > 0);
  if (circ_plan_column_get_field (i) >= 0)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, column, NULL));

      g_object_set_data (G_OBJECT (column), "circ-columns", self);
      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_append_column (self->view, column);

  /* A plan without "what" is a table of nothing. */
  if (i != CIRC_PLAN_COLUMN_WHAT)
    {
      g_autoptr (GPropertyAction) toggle = g_property_action_new (circ_plan_column_get_name (i), column, "visible");

      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (toggle));
      g_menu_append (self->menu, circ_plan_column_get_title (i), action);
    }
}

static void
circ_plan_columns_dispose (GObject *object)
{
  CircPlanColumns *self = CIRC_PLAN_COLUMNS (object);

  circ_plan_columns_stop (self);
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (circ_plan_columns_parent_class)->dispose (object);
}

static void
circ_plan_columns_class_init (CircPlanColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_plan_columns_dispose;
  signals[SORTED] = g_signal_new ("sorted", CIRC_TYPE_PLAN_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
circ_plan_columns_init (CircPlanColumns *self)
{
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->field = G_MAXUINT; /* so that the first sort is never the same */
}

/* Fills @view with its columns. It is in its scrolled window already. */
CircPlanColumns *
circ_plan_columns_new (GtkColumnView *view,
                       CircPlanCells *cells)
{
  CircPlanColumns *self = g_object_new (CIRC_TYPE_PLAN_COLUMNS, NULL);

  self->view = view;
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    add_column (self, cells, i);
  load (self);
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    {
      gtk_column_view_column_set_header_menu (self->columns[i], G_MENU_MODEL (self->menu));
      g_signal_connect_object (self->columns[i], "notify::visible", G_CALLBACK (visible_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->columns[i], "notify::fixed-width", G_CALLBACK (save_soon), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)), "notify::page-size",
                           G_CALLBACK (fit_soon), self, G_CONNECT_SWAPPED);
  /* A guess, so that the first frame is not drawn with other columns than the second. */
  fit (self, circ_settings_get_int ("window-width", WINDOW_PIXELS) - circ_settings_get_int ("details-width", DETAILS_PIXELS));
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

GActionGroup *
circ_plan_columns_get_actions (CircPlanColumns *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_COLUMNS (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

GMenuModel *
circ_plan_columns_get_menu (CircPlanColumns *self)
{
  g_return_val_if_fail (CIRC_IS_PLAN_COLUMNS (self), NULL);
  return G_MENU_MODEL (self->menu);
}

void
circ_plan_columns_get_sort (CircPlanColumns *self,
                            guint *field,
                            gboolean *descending)
{
  g_return_if_fail (CIRC_IS_PLAN_COLUMNS (self));
  *field = self->field;
  *descending = self->descending;
}

void
circ_plan_columns_set_sort (CircPlanColumns *self,
                            guint field,
                            gboolean descending)
{
  g_return_if_fail (CIRC_IS_PLAN_COLUMNS (self));

  if (self->field == field && self->descending == descending)
    return;
  self->field = field;
  self->descending = descending;
  self->probed = -1;
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    if (circ_plan_column_get_field (i) == (int) field)
      {
        self->quiet = TRUE;
        gtk_column_view_sort_by_column (self->view, self->columns[i],
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
        self->quiet = FALSE;
        return;
      }
}

void
circ_plan_columns_stop (CircPlanColumns *self)
{
  g_return_if_fail (CIRC_IS_PLAN_COLUMNS (self));

  self->quiet = TRUE;
  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (self->save_source != 0)
    {
      g_source_remove (self->save_source);
      save_cb (self);
    }
  for (guint i = 0; i < CIRC_N_PLAN_COLUMNS; i++)
    if (self->columns[i] != NULL)
      g_object_set_data (G_OBJECT (self->columns[i]), "circ-columns", NULL);
}
