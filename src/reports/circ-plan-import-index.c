/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are there already, by their words. */
#include "config.h"

#include "circ-plan-import-private.h"

#include <glib/gi18n-lib.h>

#include "circ-entry.h"
#include "circ-plan-item.h"
#include "circ-record-list.h"

/* An item of the plan, or (id 0) a row further up in the same file. */
typedef struct {
  gint64 id;
  char *ref;
  guint line;
} Known;

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
           guint line)
{
  Known *known = g_new0 (Known, 1);

  known->id = id;
  known->ref = g_strdup (ref);
  known->line = line;
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

static char *
fold_to_whom (CircRecord *item)
{
  const CircField *to_whom = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  g_autofree char *entries = circ_entries_join (to_whom, circ_record_get (item, CIRC_PLAN_ITEM_TO_WHOM), " ");

  return fold (entries);
}

/* Where the first line ends is no matter: a plan that was written with other line breaks is the same plan. */
static char *
make_key (CircRecord *item,
          const char *to_whom)
{
  const char *what = circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT);
  const char *notes = circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES);
  g_autofree char *whole = g_strjoin (" ", what != NULL ? what : "", notes, NULL);
  const char *when = circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT);
  g_autoptr (GString) key = g_string_new (NULL);

  append_words (key, whole);
  g_string_append_c (key, '\n');
  g_string_append (key, to_whom);
  g_string_append_c (key, '\n');
  append_words (key, when != NULL ? when : "");
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The words of a row's "to whom". Rows of a file share their lists, and the reader keeps those alive. */
static const char *
find_folded (CircImportIndex *index,
             CircRecord *item)
{
  GVariant *value = circ_record_get (item, CIRC_PLAN_ITEM_TO_WHOM);
  char *folded = g_hash_table_lookup (index->folded, value);

  if (folded == NULL)
    {
      folded = fold_to_whom (item);
      g_hash_table_insert (index->folded, value, folded);
    }
  return folded;
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

gboolean
circ_import_index_init (CircImportIndex *index,
                        CircStore *store,
                        GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecordList) items = NULL;

  index->by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  index->by_what = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  index->by_ref = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  index->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  circ_query_set_scope (query, CIRC_QUERY_IN_USE);
  if (circ_store_count (store, query, error) < 0)
    return FALSE;
  items = circ_record_list_new (store, query);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr (CircRecord) item = g_list_model_get_item (G_LIST_MODEL (items), i);
      gint64 id = item != NULL ? circ_record_get_id (item) : 0;
      const char *ref = item != NULL ? circ_record_get_text (item, CIRC_PLAN_ITEM_REF) : NULL;
      g_autofree char *to_whom = item != NULL ? fold_to_whom (item) : NULL;

      if (item == NULL)
        continue;
      remember (index->by_words, make_key (item, to_whom), known_new (id, ref, 0));
      remember (index->by_what, fold (circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT)), known_new (id, ref, 0));
      if (ref != NULL)
        remember (index->by_ref, g_strdup (ref), known_new (id, ref, 0));
    }
  return TRUE;
}

void
circ_import_index_clear (CircImportIndex *index)
{
  g_clear_pointer (&index->by_words, g_hash_table_unref);
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

    row->message = g_strdup_printf ("%s %s", message, first);
    g_free (message);
  }
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
  g_autofree char *key = make_key (row->item, find_folded (index, row->item));
  g_autofree char *what = fold (circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHAT));
  const Known *same = g_hash_table_lookup (index->by_words, key);
  const Known *alike = *file_ref != '\0' ? g_hash_table_lookup (index->by_ref, file_ref) : NULL;

  if (alike == NULL)
    alike = g_hash_table_lookup (index->by_what, what);
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
  if (alike != NULL)
    {
      row->state = CIRC_IMPORT_ROW_DIFFERENT;
      row->existing = alike->id;
      row->existing_ref = g_strdup (alike->ref);
      add_message (row, g_strdup_printf (_ ("Line %u is like %s, but not the same: it becomes another item."), row->line,
                                         alike->ref));
    }
  remember (index->by_words, g_steal_pointer (&key), known_new (0, NULL, row->line));
}
