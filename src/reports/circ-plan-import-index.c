/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are there already, by their words. */
#include "config.h"

#include "circ-plan-import-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "circ-entry.h"
#include "circ-plan-item.h"
#include "circ-record-list.h"

/* An item of the plan, or (id 0) a row further up in the same file. */
typedef struct {
  gint64 id;
  char *ref;
  guint line;
  CircRecord *item; /* (borrowed) (nullable): the row's; an item of the plan is looked up when it is needed */
} Known;

/* What is compared beyond “what” and its notes, in the order in which it is told. */
static const CircImportColumn others[] = {
  CIRC_IMPORT_COLUMN_TO_WHOM, CIRC_IMPORT_COLUMN_HOW, CIRC_IMPORT_COLUMN_BY_WHOM, CIRC_IMPORT_COLUMN_HOW_BY_WHOM,
  CIRC_IMPORT_COLUMN_WHEN,
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->ref);
  g_free (known);
}

static Known *
known_new (gint64 id,
           const char *ref,
           guint line,
           CircRecord *item)
{
  Known *known = g_new0 (Known, 1);

  known->id = id;
  known->ref = g_strdup (ref);
  known->line = line;
  known->item = item;
  return known;
}

/* The same words in another case or with other spaces and line breaks are the same words. */
static void
append_words (GString *key,
              const char *text)
{
  gboolean ascii = g_str_is_ascii (text);
  g_autofree char *folded = ascii ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);
  g_autofree char *normal = ascii ? NULL : g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  gsize start = key->len;
  gboolean space = FALSE;

  for (const char *p = normal != NULL ? normal : folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = key->len > start;
          continue;
        }
      if (space)
        g_string_append_c (key, ' ');
      space = FALSE;
      g_string_append_unichar (key, c);
    }
}

static char *
fold (const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);

  append_words (key, text != NULL ? text : "");
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The words of a list. Rows of a file share their lists, so those are folded once. */
static const char *
fold_list (CircImportIndex *index,
           CircRecord *item,
           guint field)
{
  GVariant *value = circ_record_get (item, field);
  char *folded = value != NULL ? g_hash_table_lookup (index->folded, value) : NULL;

  if (value == NULL)
    return "";
  if (folded == NULL)
    {
      g_autofree char *entries = circ_entries_join (&circ_plan_item_kind.fields[field], value, " ");

      folded = fold (entries);
      g_hash_table_insert (index->folded, g_variant_ref (value), folded);
    }
  return folded;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whoever took the cell apart may have decided otherwise than we would: only its words count, in any order. */
static char *
fold_one_cell (CircImportIndex *index,
               CircRecord *item)
{
  g_autofree char *both = g_strjoin (" ", fold_list (index, item, CIRC_PLAN_ITEM_HOW),
                                     fold_list (index, item, CIRC_PLAN_ITEM_BY_WHOM), NULL);
  g_auto (GStrv) words = g_strsplit (both, " ", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}

static void
append_column (CircImportIndex *index,
               GString *key,
               CircRecord *item,
               CircImportColumn column)
{
  g_autofree char *cell = NULL;
  const char *when;

  switch (column)
    {
    case CIRC_IMPORT_COLUMN_TO_WHOM:
      g_string_append (key, fold_list (index, item, CIRC_PLAN_ITEM_TO_WHOM));
      break;
    case CIRC_IMPORT_COLUMN_HOW:
      g_string_append (key, fold_list (index, item, CIRC_PLAN_ITEM_HOW));
      break;
    case CIRC_IMPORT_COLUMN_BY_WHOM:
      g_string_append (key, fold_list (index, item, CIRC_PLAN_ITEM_BY_WHOM));
      break;
    case CIRC_IMPORT_COLUMN_HOW_BY_WHOM:
      cell = fold_one_cell (index, item);
      g_string_append (key, cell);
      break;
    case CIRC_IMPORT_COLUMN_WHEN:
      when = circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT);
      append_words (key, when != NULL ? when : "");
      break;
    case CIRC_IMPORT_COLUMN_IGNORE:
    case CIRC_IMPORT_COLUMN_REF:
    case CIRC_IMPORT_COLUMN_WHAT:
    case CIRC_IMPORT_COLUMN_WHAT_NOTES:
    case CIRC_N_IMPORT_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

/* Where the first line ends is no matter: a plan that was written with other line breaks is the same plan. */
static char *
fold_what (CircRecord *item,
           gboolean with_notes)
{
  const char *what = circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT);
  const char *notes = with_notes ? circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES) : NULL;
  g_autofree char *whole = g_strjoin (" ", what != NULL ? what : "", notes, NULL);

  return fold (whole);
}

static gboolean
has_column (CircImportIndex *index,
            CircImportColumn column)
{
  return index->columns[column] >= 0;
}

/* What must agree for a row to be there already: exactly the columns that the file has. The reference is none of
 * them, as an import gives references of its own. */
static char *
make_key (CircImportIndex *index,
          CircRecord *item,
          const char *what)
{
  g_autoptr (GString) key = g_string_new (what);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (has_column (index, others[i]))
      {
        g_string_append_c (key, '\n');
        append_column (index, key, item, others[i]);
      }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* What must agree for a row to be told as a likeness. */
static char *
make_likeness (CircImportIndex *index,
               CircRecord *item)
{
  g_autofree char *what = fold_what (item, FALSE);
  g_autoptr (GString) key = g_string_new (what);

  if (has_column (index, CIRC_IMPORT_COLUMN_WHEN))
    {
      g_string_append_c (key, '\n');
      append_column (index, key, item, CIRC_IMPORT_COLUMN_WHEN);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The first to have the words keeps them: a row is compared with the oldest of its likes. */
static void
remember (GHashTable *table,
          char *key,
          Known *known)
{
  if (!g_hash_table_contains (table, key))
    {
      g_hash_table_insert (table, key, known);
      return;
    }
  g_free (key);
  known_free (known);
}

static void
remember_saved (CircImportIndex *index,
                CircRecord *item)
{
  gint64 id = circ_record_get_id (item);
  const char *ref = circ_record_get_text (item, CIRC_PLAN_ITEM_REF);
  g_autofree char *whole = fold_what (item, TRUE);
  char *what = fold_what (item, FALSE);

  remember (index->by_words, make_key (index, item, whole), known_new (id, ref, 0, NULL));
  /* A file that has no details agrees with an item that has some. */
  if (!has_column (index, CIRC_IMPORT_COLUMN_WHAT_NOTES))
    remember (index->by_words, make_key (index, item, what), known_new (id, ref, 0, NULL));
  remember (index->by_likeness, make_likeness (index, item), known_new (id, ref, 0, NULL));
  remember (index->by_what, what, known_new (id, ref, 0, NULL));
  if (ref != NULL)
    remember (index->by_ref, g_strdup (ref), known_new (id, ref, 0, NULL));
}

/**
 * circ_import_index_init:
 * @columns: (array fixed-size=CIRC_N_IMPORT_COLUMNS): which cell of a row holds what, -1 for none; what is compared
 */
gboolean
circ_import_index_init (CircImportIndex *index,
                        CircStore *store,
                        const int *columns,
                        GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecordList) items = NULL;

  index->store = store;
  index->columns = columns;
  index->by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  index->by_likeness = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  index->by_what = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  index->by_ref = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  index->folded = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_variant_unref, g_free);
  circ_query_set_scope (query, CIRC_QUERY_IN_USE);
  circ_store_forget_failures (store);
  items = circ_record_list_new (store, query);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr (CircRecord) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (item != NULL)
        remember_saved (index, item);
    }
  /* What is there and could not be read would be added a second time. */
  return circ_store_check_failures (store, error);
}

void
circ_import_index_clear (CircImportIndex *index)
{
  g_clear_pointer (&index->by_words, g_hash_table_unref);
  g_clear_pointer (&index->by_likeness, g_hash_table_unref);
  g_clear_pointer (&index->by_what, g_hash_table_unref);
  g_clear_pointer (&index->by_ref, g_hash_table_unref);
  g_clear_pointer (&index->folded, g_hash_table_unref);
}

static void
add_message (CircImportRow *row,
             char *message)
{
  if (row->message == NULL)
    {
      row->message = message;
      return;
    }
  {
    g_autofree char *first = g_steal_pointer (&row->message);

    /* translators: two whole sentences about a row of a file, one after the other */
    row->message = g_strdup_printf (_ ("%s %s"), message, first);
    g_free (message);
  }
}

static void
add_difference (GString *text,
                guint *n,
                CircImportColumn column)
{
  if ((*n)++ > 0)
    /* translators: between the titles of columns that differ: “How”, “When” */
    g_string_append (text, _ (", "));
  /* translators: the title of a column, within a sentence */
  g_string_append_printf (text, _ ("“%s”"), circ_import_column_get_title (column));
}

/* The columns of the file in which two items do not agree. Returns: (transfer full): their titles; @n says how many. */
static char *
list_differences (CircImportIndex *index,
                  CircRecord *item,
                  CircRecord *other,
                  guint *n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *what = fold_what (item, FALSE);
  g_autofree char *other_what = fold_what (other, FALSE);
  g_autofree char *whole = fold_what (item, TRUE);
  g_autofree char *other_whole = fold_what (other, TRUE);
  gboolean agree = g_str_equal (whole, other_whole)
                   || (!has_column (index, CIRC_IMPORT_COLUMN_WHAT_NOTES) && g_str_equal (whole, other_what));

  *n = 0;
  if (!agree)
    add_difference (text, n, g_str_equal (what, other_what) ? CIRC_IMPORT_COLUMN_WHAT_NOTES : CIRC_IMPORT_COLUMN_WHAT);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      g_autoptr (GString) other_cell = g_string_new (NULL);

      if (!has_column (index, others[i]))
        continue;
      append_column (index, cell, item, others[i]);
      append_column (index, other_cell, other, others[i]);
      if (!g_string_equal (cell, other_cell))
        add_difference (text, n, others[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* It resembles @alike, and is added all the same unless a person leaves it out. */
static void
tell_likeness (CircImportIndex *index,
               CircImportRow *row,
               const Known *alike)
{
  g_autoptr (CircRecord) other
    = alike->item != NULL ? g_object_ref (alike->item) : circ_store_get (index->store, alike->id, NULL);
  g_autofree char *differences = NULL;
  guint n;

  if (other == NULL)
    return;
  differences = list_differences (index, row->item, other, &n);
  row->state = CIRC_IMPORT_ROW_DIFFERENT;
  row->existing = alike->id;
  row->existing_ref = g_strdup (alike->ref);
  if (alike->id != 0)
    add_message (row, g_strdup_printf (
      /* translators: a line number, the reference of a plan item, and the titles of the columns that are not alike */
      ngettext ("Line %u looks like %s, but %s differs.", "Line %u looks like %s, but %s differ.", n), row->line,
      alike->ref, differences));
  else
    add_message (row, g_strdup_printf (
      /* translators: two line numbers of the file, and the titles of the columns that are not alike */
      ngettext ("Line %u looks like line %u, but %s differs.", "Line %u looks like line %u, but %s differ.", n),
      row->line, alike->line, differences));
}

/* The item that the file itself names comes first, then one of the same “what” and “when”, then one of the same “what”. */
static const Known *
find_alike (CircImportIndex *index,
            const char *file_ref,
            const char *likeness,
            CircRecord *item)
{
  const Known *alike = *file_ref != '\0' ? g_hash_table_lookup (index->by_ref, file_ref) : NULL;

  if (alike == NULL)
    alike = g_hash_table_lookup (index->by_likeness, likeness);
  if (alike == NULL && g_hash_table_size (index->by_what) > 0)
    {
      g_autofree char *what = fold_what (item, FALSE);

      alike = g_hash_table_lookup (index->by_what, what);
    }
  return alike;
}

/**
 * circ_import_index_judge:
 * @index: what is there; the row is added to it
 * @file_ref: the reference that the file gives the row, or ""
 * @row: (inout): a row that could be read; its state and message are set
 */
void
circ_import_index_judge (CircImportIndex *index,
                         const char *file_ref,
                         CircImportRow *row)
{
  g_autofree char *whole = fold_what (row->item, TRUE);
  g_autofree char *key = make_key (index, row->item, whole);
  g_autofree char *likeness = make_likeness (index, row->item);
  const Known *same = g_hash_table_lookup (index->by_words, key);
  const Known *alike;

  if (same != NULL && same->id == 0)
    {
      row->state = CIRC_IMPORT_ROW_PRESENT;
      /* translators: two line numbers of the file that is imported */
      add_message (row, g_strdup_printf (_ ("Line %u repeats line %u."), row->line, same->line));
      return;
    }
  if (same != NULL)
    {
      row->state = CIRC_IMPORT_ROW_PRESENT;
      row->existing = same->id;
      row->existing_ref = g_strdup (same->ref);
      /* translators: a line number and the reference of a plan item */
      add_message (row, g_strdup_printf (_ ("Line %u is there already as %s."), row->line, same->ref));
      return;
    }
  alike = find_alike (index, file_ref, likeness, row->item);
  if (alike != NULL)
    tell_likeness (index, row, alike);
  remember (index->by_words, g_steal_pointer (&key), known_new (0, NULL, row->line, row->item));
  remember (index->by_likeness, g_steal_pointer (&likeness), known_new (0, NULL, row->line, row->item));
}
