/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-cells.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-entry.h"
#include "circ-plan-item.h"
#include "circ-plan-state-cell.h"

/* Pango lays out the whole text of a label even when it shows ten words of it. */
#define MAX_CHARACTERS 200
#define MAX_TOOLTIP_CHARACTERS 1200
#define N_LINES 2

typedef struct {
  const char *name;
  const char *title;
  int field;
  int min_chars; /* never narrower unless the person says so: a reference or a day cut short is no use */
  int fit_chars; /* the least that it is shown in by itself */
  int max_chars; /* natural width; what is left over is for "what" */
  int rank;      /* where there is no room for all, the highest goes first; 0: shown only when asked for */
} Column;

static const Column columns[] = {
  [CIRC_PLAN_COLUMN_REF] = { "ref", N_ ("Ref"), CIRC_PLAN_ITEM_REF, 11, 11, 14, 8 },
  [CIRC_PLAN_COLUMN_WHAT] = { "what", N_ ("What"), CIRC_PLAN_ITEM_WHAT, 20, 20, 60, 1 },
  [CIRC_PLAN_COLUMN_TO_WHOM] = { "to-whom", N_ ("To whom"), CIRC_PLAN_ITEM_TO_WHOM, 8, 12, 18, 3 },
  [CIRC_PLAN_COLUMN_HOW] = { "how", N_ ("How"), CIRC_PLAN_ITEM_HOW, 8, 11, 17, 4 },
  [CIRC_PLAN_COLUMN_BY_WHOM] = { "by-whom", N_ ("By whom"), CIRC_PLAN_ITEM_BY_WHOM, 8, 11, 20, 5 },
  [CIRC_PLAN_COLUMN_WHEN] = { "when", N_ ("When"), CIRC_PLAN_ITEM_WHEN_TEXT, 12, 13, 26, 6 },
  [CIRC_PLAN_COLUMN_LAST_DONE] = { "last-done", N_ ("Last done"), -1, 10, 10, 12, 7 },
  [CIRC_PLAN_COLUMN_NEXT] = { "next", N_ ("Next"), -1, 10, 10, 12, 0 },
  [CIRC_PLAN_COLUMN_STATE] = { "state", N_ ("State"), -1, 11, 14, 12, 2 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == CIRC_N_PLAN_COLUMNS);

const char *
circ_plan_column_get_name (CircPlanColumn column)
{
  g_return_val_if_fail (column < CIRC_N_PLAN_COLUMNS, NULL);
  return columns[column].name;
}

const char *
circ_plan_column_get_title (CircPlanColumn column)
{
  g_return_val_if_fail (column < CIRC_N_PLAN_COLUMNS, NULL);
  return g_dgettext (GETTEXT_PACKAGE, columns[column].title);
}

int
circ_plan_column_get_field (CircPlanColumn column)
{
  g_return_val_if_fail (column < CIRC_N_PLAN_COLUMNS, -1);
  return columns[column].field;
}

int
circ_plan_column_get_rank (CircPlanColumn column)
{
  g_return_val_if_fail (column < CIRC_N_PLAN_COLUMNS, 0);
  return columns[column].rank;
}

int
circ_plan_column_get_fit_chars (CircPlanColumn column)
{
  g_return_val_if_fail (column < CIRC_N_PLAN_COLUMNS, 0);
  return columns[column].fit_chars;
}

struct _CircPlanCells {
  GObject parent_instance;

  CircSession *session; /* (owned) */
  CircPlanFacts *facts; /* (owned) */
  GHashTable *bound;    /* (owned) set of GtkListItem (borrowed: they leave with "unbind") */
};

G_DEFINE_FINAL_TYPE (CircPlanCells, circ_plan_cells, G_TYPE_OBJECT)

static GQuark
column_quark (void)
{
  static GQuark quark;

  if (G_UNLIKELY (quark == 0))
    quark = g_quark_from_static_string ("circ-plan-column");
  return quark;
}

/* One line of at most @limit characters. */
static char *
to_one_line (char *text,
             glong limit)
{
  g_autofree char *whole = text;
  char *end;

  if (whole == NULL)
    return g_strdup ("");
  g_strdelimit (whole, "\r\n\t\v\f", ' ');
  end = g_utf8_offset_to_pointer (whole, MIN (limit, g_utf8_strlen (whole, -1)));
  *end = '\0';
  return g_steal_pointer (&whole);
}

static char *
dup_field (CircRecord *item,
           guint field,
           const char *separator)
{
  const CircField *description = &circ_plan_item_kind.fields[field];

  if (description->kind != CIRC_FIELD_ROWS)
    return g_strdup (circ_record_get_text (item, field));
  return circ_entries_join (description, circ_record_get (item, field), separator);
}

/* Whether a cell says the first entry and how many more there are. */
static gboolean
is_summarised (CircPlanColumn column)
{
  return columns[column].field >= 0 && circ_plan_item_kind.fields[columns[column].field].kind == CIRC_FIELD_ROWS;
}

static char *
dup_day (CircPlanCells *self,
         const char *iso)
{
  return iso == NULL ? NULL : circ_date_format_short (iso, circ_session_get_today (self->session));
}

static char *
dup_text (CircPlanCells *self,
          CircRecord *item,
          CircPlanColumn column,
          const char *separator)
{
  switch (column)
    {
    case CIRC_PLAN_COLUMN_LAST_DONE:
      return dup_day (self, circ_plan_facts_get_last_done (self->facts, circ_record_get_id (item)));
    case CIRC_PLAN_COLUMN_NEXT:
      return dup_day (self, circ_plan_facts_get_next_due (self->facts, circ_record_get_id (item)));
    case CIRC_PLAN_COLUMN_STATE:
      return g_strdup (circ_item_state_get_title (circ_plan_facts_get_state (self->facts, item)));
    case CIRC_PLAN_COLUMN_REF:
    case CIRC_PLAN_COLUMN_WHAT:
    case CIRC_PLAN_COLUMN_TO_WHOM:
    case CIRC_PLAN_COLUMN_HOW:
    case CIRC_PLAN_COLUMN_BY_WHOM:
    case CIRC_PLAN_COLUMN_WHEN:
    case CIRC_N_PLAN_COLUMNS:
    default:
      return dup_field (item, columns[column].field, separator);
    }
}

/* "Staff" and "+2" */
static void
update_summary (GtkWidget *label,
                CircRecord *item,
                CircPlanColumn column)
{
  guint field = columns[column].field;
  g_autoptr (GPtrArray) entries = circ_entries_from_value (&circ_plan_item_kind.fields[field],
                                                           circ_record_get (item, field));
  const CircEntry *entry = entries->len == 0 ? NULL : g_ptr_array_index (entries, 0);
  GtkWidget *more = gtk_widget_get_next_sibling (label); /* made when it is first needed */
  g_autofree char *first = to_one_line (entry == NULL ? NULL : g_strdup (entry->text), MAX_CHARACTERS);
  g_autofree char *rest = NULL;

  gtk_label_set_label (GTK_LABEL (label), first);
  if (more != NULL)
    gtk_widget_set_visible (more, entries->len > 1);
  if (entries->len <= 1)
    return;
  if (more == NULL)
    {
      more = gtk_label_new (NULL);
      gtk_widget_add_css_class (more, "dim-label");
      gtk_widget_add_css_class (more, "numeric");
      gtk_widget_insert_after (more, gtk_widget_get_parent (label), label);
    }
  /* translators: how many entries there are beside the one that is shown: Staff +2 */
  rest = g_strdup_printf (_ ("+%u"), entries->len - 1);
  gtk_label_set_label (GTK_LABEL (more), rest);
}

static void
update (CircPlanCells *self,
        GtkListItem *list_item)
{
  CircPlanColumn column = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (list_item), column_quark ()));
  CircRecord *item = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  g_autofree char *text = NULL;

  if (item == NULL || child == NULL)
    return;
  if (is_summarised (column))
    {
      update_summary (gtk_widget_get_first_child (child), item, column);
      return;
    }
  if (column == CIRC_PLAN_COLUMN_STATE)
    {
      circ_plan_state_cell_show (child, self->session, self->facts, item);
      return;
    }
  text = to_one_line (dup_text (self, item, column, ", "), MAX_CHARACTERS);
  gtk_label_set_label (GTK_LABEL (child), text);
}

/* The whole of what the cell could not show. */
static gboolean
query_tooltip_cb (GtkWidget *label,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  GtkListItem *list_item = user_data;
  CircPlanCells *self = g_object_get_data (G_OBJECT (list_item), "circ-cells");
  CircPlanColumn column = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (list_item), column_quark ()));
  CircRecord *item = gtk_list_item_get_item (list_item);
  g_autofree char *text = NULL;

  if (item == NULL || self == NULL)
    return FALSE;
  text = dup_text (self, item, column, "\n");
  if (text == NULL || *text == '\0')
    return FALSE;
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))) && strchr (text, '\n') == NULL
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
    return FALSE;
  if (g_utf8_strlen (text, -1) > MAX_TOOLTIP_CHARACTERS)
    strcpy (g_utf8_offset_to_pointer (text, MAX_TOOLTIP_CHARACTERS), "…");
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* Words are read in two lines where there is no room for them in one; a reference, a day or a state is short. */
static gboolean
is_wrapped (CircPlanColumn column)
{
  return column != CIRC_PLAN_COLUMN_REF && columns[column].field >= 0;
}

static GtkWidget *
create_label (CircPlanColumn column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_wrapped (column))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), N_LINES);
    }
  gtk_label_set_single_line_mode (GTK_LABEL (label), !is_wrapped (column));
  gtk_label_set_max_width_chars (GTK_LABEL (label), columns[column].max_chars);
  gtk_label_set_width_chars (GTK_LABEL (label), columns[column].min_chars);
  if (column == CIRC_PLAN_COLUMN_REF || column == CIRC_PLAN_COLUMN_LAST_DONE || column == CIRC_PLAN_COLUMN_NEXT)
    {
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          gpointer user_data)
{
  CircPlanCells *self = user_data;
  CircPlanColumn column = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (factory), column_quark ()));
  GtkWidget *label = create_label (column);
  GtkWidget *child = label;

  g_object_set_qdata (G_OBJECT (list_item), column_quark (), GINT_TO_POINTER (column));
  g_object_set_data_full (G_OBJECT (list_item), "circ-cells", g_object_ref (self), g_object_unref);
  if (column == CIRC_PLAN_COLUMN_STATE)
    {
      child = circ_plan_state_cell_new (label);
    }
  else if (is_summarised (column))
    {
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (child), label);
      /* A box would give two lines of words no more room than they need for their height. */
      gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect_object (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), list_item, 0);
  gtk_list_item_set_child (list_item, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         gpointer user_data)
{
  CircPlanCells *self = user_data;

  g_hash_table_add (self->bound, list_item);
  update (self, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item,
           gpointer user_data)
{
  CircPlanCells *self = user_data;

  g_hash_table_remove (self->bound, list_item);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* @ids: of the items that may look different, sorted; NULL for all. A change of the item itself is told of here too. */
static void
facts_changed_cb (CircPlanCells *self,
                  GArray *ids)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    {
      CircRecord *item = gtk_list_item_get_item (list_item);
      gint64 id = item == NULL ? 0 : circ_record_get_id (item);

      if (ids == NULL || g_array_binary_search (ids, &id, compare_ids, NULL))
        update (self, list_item);
    }
}

static void
today_cb (CircPlanCells *self)
{
  facts_changed_cb (self, NULL);
}

static void
circ_plan_cells_dispose (GObject *object)
{
  CircPlanCells *self = CIRC_PLAN_CELLS (object);

  g_hash_table_remove_all (self->bound);
  g_clear_object (&self->facts);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_plan_cells_parent_class)->dispose (object);
}

static void
circ_plan_cells_finalize (GObject *object)
{
  g_hash_table_unref (CIRC_PLAN_CELLS (object)->bound);

  G_OBJECT_CLASS (circ_plan_cells_parent_class)->finalize (object);
}

static void
circ_plan_cells_class_init (CircPlanCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_plan_cells_dispose;
  G_OBJECT_CLASS (klass)->finalize = circ_plan_cells_finalize;
}

static void
circ_plan_cells_init (CircPlanCells *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
}

CircPlanCells *
circ_plan_cells_new (CircSession *session,
                     CircPlanFacts *facts)
{
  CircPlanCells *self = g_object_new (CIRC_TYPE_PLAN_CELLS, NULL);

  self->session = g_object_ref (session);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (facts, "changed", G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* (transfer full) */
GtkListItemFactory *
circ_plan_cells_create_factory (CircPlanCells *self,
                                CircPlanColumn column)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (CIRC_IS_PLAN_CELLS (self), NULL);
  g_return_val_if_fail (column < CIRC_N_PLAN_COLUMNS, NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_object_set_qdata (G_OBJECT (factory), column_quark (), GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  return factory;
}

guint
circ_plan_cells_get_position (CircPlanCells *self,
                              GtkWidget *row)
{
  GHashTableIter iter;
  gpointer list_item;

  g_return_val_if_fail (CIRC_IS_PLAN_CELLS (self), GTK_INVALID_LIST_POSITION);

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    if (gtk_list_item_get_child (list_item) != NULL && gtk_widget_is_ancestor (gtk_list_item_get_child (list_item), row))
      return gtk_list_item_get_position (list_item);

  return GTK_INVALID_LIST_POSITION;
}

GtkWidget *
circ_plan_cells_find (CircPlanCells *self,
                      guint position)
{
  GHashTableIter iter;
  gpointer list_item;

  g_return_val_if_fail (CIRC_IS_PLAN_CELLS (self), NULL);

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    if (gtk_list_item_get_position (list_item) == position)
      return gtk_list_item_get_child (list_item);

  return NULL;
}
