/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found, and in which order. */
#include "config.h"

#include "fixture.h"

#include <string.h>

/* The plan that the cases below ask: "what", when, category, from, archived, audience. */
typedef struct {
  const char *what;
  const char *when_text;
  const char *category;
  const char *active_from;
  const char *archived_on;
  const char *audience;
  const char *completed_on; /* of an occurrence, "" for one that is still to come */
  gint cascade;             /* -1: never answered */
} Row;

static const Row rows[] = {
  { "Apple day", "weekly", "campaign", "2026-01-10", NULL, "Staff", "2026-02-01", 1 },
  { "zebra crossing", NULL, "other", "2026-03-01", NULL, "Parents", "", 0 },
  { "Éclair café", "Annually", NULL, NULL, NULL, NULL, NULL, -1 },
  { "banana \"split\" AND more", "Monthly", "campaign", "2026-02-15", NULL, "Staff", NULL, -1 },
  { "Old bulletin", "Daily", "other", "2020-01-01", "2025-12-31", "Staff", "2020-06-01", 1 },
};

static CircRecord *
find_audience (CircStore *store,
               const char *name)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_AUDIENCE);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, CIRC_AUDIENCE_NAME, g_variant_new_string (name));
  found = circ_store_find (store, query, NULL);
  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : new_audience (store, name);
}

static void
fill (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autoptr (CircRecord) audience = row->audience != NULL ? find_audience (fixture->store, row->audience) : NULL;
      g_autoptr (CircChange) change = circ_change_new (row->what);
      g_autoptr (GError) error = NULL;

      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, row->what);
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, row->when_text);
      circ_record_set_text (item, CIRC_PLAN_ITEM_CATEGORY, row->category);
      circ_record_set_text (item, CIRC_PLAN_ITEM_ACTIVE_FROM, row->active_from);
      circ_record_set_text (item, CIRC_PLAN_ITEM_ARCHIVED_ON, row->archived_on);
      if (row->cascade >= 0)
        circ_record_set (item, CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (row->cascade));
      if (audience != NULL)
        circ_record_set (item, CIRC_PLAN_ITEM_TO_WHOM, entry ("people", circ_record_get_id (audience)));
      circ_change_insert (change, item);
      circ_store_apply (fixture->store, change, &error);
      g_assert_no_error (error);
      if (row->completed_on != NULL)
        g_object_unref (new_occurrence (fixture->store, item, row->completed_on[0] != '\0' ? row->completed_on : NULL));
    }
}

/* The initials of what is found, in order: "Aazb". Asked in all three ways, which must agree. */
static char *
ask (CircStore *store,
     CircQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = circ_store_find (store, query, &error);
  g_autoptr (GArray) ids = circ_store_find_ids (store, query, &error);
  GString *initials = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, ids->len);
  g_assert_cmpint (circ_store_count (store, query, &error), >=, ids->len);
  for (guint i = 0; i < found->len; i++)
    {
      CircRecord *record = g_ptr_array_index (found, i);

      g_assert_cmpint (circ_record_get_id (record), ==, g_array_index (ids, gint64, i));
      g_string_append_unichar (initials, g_utf8_get_char (circ_record_get_text (record, CIRC_PLAN_ITEM_WHAT)));
    }
  return g_string_free (initials, FALSE);
}

static void
assert_answer (CircStore *store,
               CircQuery *query,
               const char *expected)
{
  g_autofree char *answer = ask (store, query);

  g_assert_cmpstr (answer, ==, expected);
  circ_query_unref (query);
}

static CircQuery *
all (void)
{
  CircQuery *query = circ_query_new (CIRC_KIND_PLAN_ITEM);

  circ_query_set_scope (query, CIRC_QUERY_ALL);
  return query;
}

static void
test_scope_and_sort (Fixture *fixture,
                     gconstpointer data)
{
  static const struct {
    CircQueryScope scope;
    int field;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { CIRC_QUERY_IN_USE, -1, FALSE, "AzÉb" },
    { CIRC_QUERY_ARCHIVED, -1, FALSE, "O" },
    { CIRC_QUERY_ALL, -1, FALSE, "AzÉbO" },
    { CIRC_QUERY_ALL, CIRC_PLAN_ITEM_REF, TRUE, "ObÉzA" },
    { CIRC_QUERY_ALL, CIRC_PLAN_ITEM_WHAT, FALSE, "AbÉOz" },
    { CIRC_QUERY_ALL, CIRC_PLAN_ITEM_WHAT, TRUE, "zOÉbA" },
    { CIRC_QUERY_ALL, CIRC_PLAN_ITEM_WHEN_TEXT, FALSE, "ÉObAz" },
    { CIRC_QUERY_ALL, CIRC_PLAN_ITEM_WHEN_TEXT, TRUE, "AbOÉz" },
    { CIRC_QUERY_IN_USE, CIRC_PLAN_ITEM_ACTIVE_FROM, FALSE, "AbzÉ" },
    { CIRC_QUERY_IN_USE, CIRC_PLAN_ITEM_ACTIVE_FROM, TRUE, "zbAÉ" },
    { CIRC_QUERY_IN_USE, CIRC_PLAN_ITEM_CATEGORY, FALSE, "AbzÉ" },
    { CIRC_QUERY_IN_USE, CIRC_PLAN_ITEM_CATEGORY, TRUE, "zbAÉ" },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircQuery *query = circ_query_new (CIRC_KIND_PLAN_ITEM);

      circ_query_set_scope (query, cases[i].scope);
      if (cases[i].field >= 0)
        circ_query_sort (query, (guint) cases[i].field, cases[i].descending);
      assert_answer (fixture->store, query, cases[i].expected);
    }
}

static void
test_conditions (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (CircRecord) staff = NULL;
  CircQuery *query;

  fill (fixture);
  staff = find_audience (fixture->store, "Staff");
  query = all ();
  circ_query_where_equal (query, CIRC_PLAN_ITEM_CATEGORY, g_variant_new_string ("campaign"));
  assert_answer (fixture->store, query, "Ab");
  query = all ();
  circ_query_where_equal (query, CIRC_PLAN_ITEM_CATEGORY, NULL);
  assert_answer (fixture->store, query, "É");
  query = all ();
  circ_query_where_equal (query, CIRC_PLAN_ITEM_CASCADE_EXPECTED, g_variant_new_boolean (FALSE));
  assert_answer (fixture->store, query, "zÉb");
  query = all ();
  circ_query_where_blank (query, CIRC_PLAN_ITEM_WHEN_TEXT, TRUE);
  assert_answer (fixture->store, query, "z");
  query = all ();
  circ_query_where_blank (query, CIRC_PLAN_ITEM_WHEN_TEXT, FALSE);
  assert_answer (fixture->store, query, "AÉbO");
  query = all ();
  circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_FROM, "2026-01-10", "2026-02-15");
  assert_answer (fixture->store, query, "Ab");
  query = all ();
  circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_FROM, "2026-02-15", NULL);
  assert_answer (fixture->store, query, "zÉb");
  query = all ();
  circ_query_where_between (query, CIRC_PLAN_ITEM_ACTIVE_FROM, NULL, "2026-01-10");
  assert_answer (fixture->store, query, "AÉO");
  query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  circ_query_where_linked (query, -1, circ_record_get_id (staff));
  assert_answer (fixture->store, query, "Ab");
  query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  circ_query_where_linked (query, CIRC_PLAN_ITEM_HOW, circ_record_get_id (staff));
  assert_answer (fixture->store, query, "");
  query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  circ_query_where_linked (query, CIRC_PLAN_ITEM_TO_WHOM, circ_record_get_id (staff));
  circ_query_where_equal (query, CIRC_PLAN_ITEM_WHEN_TEXT, g_variant_new_string ("Monthly"));
  assert_answer (fixture->store, query, "b");
  query = all ();
  circ_query_limit (query, 2);
  circ_query_sort (query, CIRC_PLAN_ITEM_WHAT, TRUE);
  assert_answer (fixture->store, query, "zO");
}

/* The first letters of the items of all occurrences. (transfer full) */
static char *
ask_items (CircStore *store,
           CircQuery *query)
{
  g_autoptr (GPtrArray) found = circ_store_find (store, query, NULL);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *title = circ_store_dup_title (store, circ_record_get_int (found->pdata[i], CIRC_OCCURRENCE_ITEM));

      g_string_append_unichar (letters, g_utf8_get_char (title));
    }
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* By what a record refers to: by how that is called, or in the order in which it was made. */
static void
test_sort_references (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) by_title = NULL;
  g_autoptr (CircQuery) by_target = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Once more");
  g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) plan = all ();
  g_autoptr (GArray) items = NULL;
  g_autofree char *made = NULL;
  g_autofree char *called = NULL;
  g_autofree char *referred = NULL;

  fill (fixture);
  items = circ_store_find_ids (fixture->store, plan, NULL);
  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, g_array_index (items, gint64, 0));
  circ_change_insert (change, occurrence);
  g_assert_true (circ_store_apply (fixture->store, change, NULL));
  by_title = circ_query_copy (query);
  by_target = circ_query_copy (query);
  circ_query_sort (by_title, CIRC_OCCURRENCE_ITEM, FALSE);
  circ_query_sort_by_target (by_target, CIRC_OCCURRENCE_ITEM);
  made = ask_items (fixture->store, query);
  called = ask_items (fixture->store, by_title);
  referred = ask_items (fixture->store, by_target);
  g_assert_cmpstr (made, ==, "AzOA");
  g_assert_cmpstr (called, ==, "AAOz");
  g_assert_cmpstr (referred, ==, "AAzO");
}

/* A span of ids narrows a query with words, and one that others refer to. */
static void
test_ids (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (CircQuery) plan = all ();
  g_autoptr (CircQuery) occurrences = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) items = all ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *of_them = NULL;
  CircQuery *query;

  fill (fixture);
  ids = circ_store_find_ids (fixture->store, plan, NULL);
  query = all ();
  circ_query_where_id_between (query, g_array_index (ids, gint64, 1), g_array_index (ids, gint64, 3));
  assert_answer (fixture->store, circ_query_copy (query), "zÉb");
  circ_query_search (query, "b");
  assert_answer (fixture->store, query, "b");
  query = all ();
  circ_query_where_id (query, g_array_index (ids, gint64, 2));
  assert_answer (fixture->store, query, "É");
  circ_query_where_id_between (items, g_array_index (ids, gint64, 1), g_array_index (ids, gint64, ids->len - 1));
  circ_query_where_reference (occurrences, CIRC_OCCURRENCE_ITEM, items);
  of_them = ask_items (fixture->store, occurrences);
  g_assert_cmpstr (of_them, ==, "zO");
}

static void
test_parts (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (CircQuery) any = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) done = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircQuery) evidence = circ_query_new (CIRC_KIND_EVIDENCE);
  g_autoptr (CircQuery) proven = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) occurrences = NULL;
  CircQuery *query;

  fill (fixture);
  circ_query_where_blank (done, CIRC_OCCURRENCE_COMPLETED_ON, FALSE);
  query = all ();
  circ_query_where_part (query, any, FALSE);
  assert_answer (fixture->store, query, "AzO");
  query = all ();
  circ_query_where_part (query, any, TRUE);
  assert_answer (fixture->store, query, "Éb");
  query = all ();
  circ_query_where_part (query, done, FALSE);
  assert_answer (fixture->store, query, "AO");
  query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  circ_query_where_part (query, done, TRUE);
  assert_answer (fixture->store, query, "zÉb");
  occurrences = circ_store_find (fixture->store, done, NULL);
  g_object_unref (new_evidence (fixture->store, g_ptr_array_index (occurrences, 0), "Minutes"));
  circ_query_where_part (proven, evidence, FALSE);
  query = all ();
  circ_query_where_part (query, proven, FALSE);
  assert_answer (fixture->store, query, "A");
}

/* One of two, each a question of its own; and both of those are asked of the same records as the rest. */
static void
test_either (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (CircQuery) campaigns = all ();
  g_autoptr (CircQuery) put_away = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircQuery) zebra = all ();
  g_autoptr (CircQuery) nested = all ();
  CircQuery *query;

  fill (fixture);
  circ_query_where_equal (campaigns, CIRC_PLAN_ITEM_CATEGORY, g_variant_new_string ("campaign"));
  circ_query_set_scope (put_away, CIRC_QUERY_ARCHIVED);
  circ_query_search (zebra, "zebra");
  query = all ();
  circ_query_where_either (query, campaigns, put_away);
  assert_answer (fixture->store, query, "AbO");
  query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  circ_query_where_either (query, campaigns, put_away);
  assert_answer (fixture->store, query, "Ab");
  circ_query_where_either (nested, zebra, put_away);
  query = all ();
  circ_query_where_either (query, campaigns, nested);
  circ_query_where_blank (query, CIRC_PLAN_ITEM_WHEN_TEXT, TRUE);
  assert_answer (fixture->store, query, "z");
}

/* Some words are written with a hyphen and without. */
static void
test_search_spelling (Fixture *fixture,
                      gconstpointer data)
{
  static const struct {
    const char *words;
    const char *expected;
  } cases[] = {
    { "email", "12" },   { "e-mail", "12" }, { "Emai", "12" },   { "em", "12" },        { "emails", "" },
    { "subgroup", "3" }, { "sub-gr", "3" },  { "sub group", "3" }, { "coordinator", "4" }, { "co-ordinator", "4" },
    { "e", "12" },
  };
  static const char *const titles[] = { "1 by e-mail", "2 by email", "3 Sub-group", "4 Coordinator" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_object_unref (new_item (fixture->store, titles[i]));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircQuery *query = all ();

      circ_query_search (query, cases[i].words);
      assert_answer (fixture->store, query, cases[i].expected);
    }
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  static const struct {
    const char *words;
    const char *expected;
  } cases[] = {
    { NULL, "AzÉbO" },
    { "", "AzÉbO" },
    { "  \n ", "AzÉbO" },
    { "apple", "A" },
    { "APP", "A" },
    { "day app", "A" },
    { "day zebra", "" },
    { "eclair", "É" },
    { "ECLAIR CAFE", "É" },
    { "éclair", "É" },
    { "e\xcc\x81" "clair", "É" },
    { "AND", "b" },
    { "and", "b" },
    { "OR", "" },
    { "NOT apple", "" },
    { "NEAR(apple day)", "" },
    { "split\"", "b" },
    { "\"split\"", "b" },
    { "\"", "AzÉbO" },
    { "*", "AzÉbO" },
    { "apple *", "A" },
    { "app*", "A" },
    { "what:apple", "" },
    { "title : apple", "" },
    { "apple-day", "A" },
    { "-apple", "A" },
    { "(apple", "A" },
    { "^apple", "A" },
    { "'; DROP TABLE record", "" },
    { "CP-20", "AzÉbO" },
    { "peop", "AzbO" },
    { "weekly", "A" },
    { "a", "AÉb" },
    { "\xff\xfe apple", "A" },
    { "😀 apple", "A" },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CircQuery *query = all ();
      g_autoptr (CircQuery) sorted = NULL;
      g_autofree char *answer = NULL;

      circ_query_search (query, cases[i].words);
      sorted = circ_query_copy (query);
      circ_query_sort (sorted, CIRC_PLAN_ITEM_ARCHIVED_ON, FALSE);
      circ_query_limit (sorted, 1);
      answer = ask (fixture->store, sorted);
      g_assert_cmpint (strlen (answer) > 0, ==, strlen (cases[i].expected) > 0);
      assert_answer (fixture->store, query, cases[i].expected);
    }
}

static void
test_search_everything (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (GError) error = NULL;
  CircHit *hit;

  fill (fixture);
  g_object_unref (new_audience (fixture->store, "Zebra keepers"));
  hits = circ_store_search (fixture->store, "zeb", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 2);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->title, ==, "Zebra keepers");
  g_assert_true (hit->kind == &circ_audience_kind);
  g_assert_nonnull (strstr (hit->snippet, "Zebra"));
  none = circ_store_search (fixture->store, "\"*", 10, &error);
  g_assert_cmpuint (none->len, ==, 0);
  /* An edit is found by its new words, and by the old no more. */
  item = circ_store_get (fixture->store, ((CircHit *) g_ptr_array_index (hits, 1))->id, NULL);
  set_text (fixture->store, item, CIRC_PLAN_ITEM_WHAT, "Toucan crossing");
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = circ_store_search (fixture->store, "zebra", 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = circ_store_search (fixture->store, "touc", 1, &error);
  g_assert_cmpuint (hits->len, ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/query/scope-and-sort", test_scope_and_sort);
  fixture_add ("/store/query/sort-references", test_sort_references);
  fixture_add ("/store/query/conditions", test_conditions);
  fixture_add ("/store/query/ids", test_ids);
  fixture_add ("/store/query/parts", test_parts);
  fixture_add ("/store/query/either", test_either);
  fixture_add ("/store/query/search-spelling", test_search_spelling);
  fixture_add ("/store/query/search", test_search);
  fixture_add ("/store/query/search-everything", test_search_everything);
  return g_test_run ();
}
