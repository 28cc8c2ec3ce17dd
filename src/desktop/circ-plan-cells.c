/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-cells.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-entry.h"
#include "circ-plan-item.h"

/* Pango lays out the whole text of a label even when it shows ten words of it. */
#define MAX_CHARACTERS 200
#define MAX_TOOLTIP_CHARACTERS 1200

typedef struct {
  const char *name;
  const char *title;
  int field;
  int min_chars; /* never narrower unless the person says so: a reference or a day cut short is no use */
  int max_chars; /* natural width; what is too much is shared fairly among the long columns */
  gboolean shown;
} Column;

static const Column columns[] = {
  [CIRC_PLAN_COLUMN_REF] = { "ref", N_ ("Ref"), CIRC_PLAN_ITEM_REF, 11, 14, TRUE },
  [CIRC_PLAN_COLUMN_WHAT] = { "what", N_ ("What"), CIRC_PLAN_ITEM_WHAT, 15, 60, TRUE },
  [CIRC_PLAN_COLUMN_TO_WHOM] = { "to-whom", N_ ("To whom"), CIRC_PLAN_ITEM_TO_WHOM, 6, 30, TRUE },
  [CIRC_PLAN_COLUMN_HOW] = { "how", N_ ("How"), CIRC_PLAN_ITEM_HOW, 6, 26, TRUE },
  [CIRC_PLAN_COLUMN_BY_WHOM] = { "by-whom", N_ ("By whom"), CIRC_PLAN_ITEM_BY_WHOM, 6, 22, TRUE },
  [CIRC_PLAN_COLUMN_WHEN] = { "when", N_ ("When"), CIRC_PLAN_ITEM_WHEN_TEXT, 6, 26, TRUE },
  [CIRC_PLAN_COLUMN_LAST_DONE] = { "last-done", N_ ("Last done"), -1, 10, 12, TRUE },
  [CIRC_PLAN_COLUMN_NEXT] = { "next", N_ ("Next"), -1, 10, 12, FALSE },
  [CIRC_PLAN_COLUMN_STATE] = { "state", N_ ("State"), -1, 13, 17, TRUE },
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

gboolean
circ_plan_column_is_shown_at_first (CircPlanColumn column)
{
  g_return_val_if_fail (column < CIRC_N_PLAN_COLUMNS, FALSE);
  return columns[column].shown;
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

static void
update (CircPlanCells *self,
        GtkListItem *list_item)
{
  CircPlanColumn column = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (list_item), column_quark ()));
  CircRecord *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = NULL;

  if (item == NULL || label == NULL)
    return;
  text = to_one_line (dup_text (self, item, column, ", "), MAX_CHARACTERS);
  if (column == CIRC_PLAN_COLUMN_STATE)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (label)),
                                    circ_item_state_get_icon (circ_plan_facts_get_state (self->facts, item)));
      label = gtk_widget_get_last_child (label);
    }
  gtk_label_set_label (GTK_LABEL (label), text);
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
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))) && strchr (text, '\n') == NULL)
    return FALSE;
  if (g_utf8_strlen (text, -1) > MAX_TOOLTIP_CHARACTERS)
    strcpy (g_utf8_offset_to_pointer (text, MAX_TOOLTIP_CHARACTERS), "…");
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static GtkWidget *
create_label (CircPlanColumn column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
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
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (child), gtk_image_new ());
      gtk_box_append (GTK_BOX (child), label);
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

/* @ids: sorted, NULL for all */
static void
store_changed_cb (CircPlanCells *self,
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
facts_changed_cb (CircPlanCells *self)
{
  store_changed_cb (self, NULL);
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
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
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
