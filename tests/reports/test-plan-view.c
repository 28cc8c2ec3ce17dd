/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-view.h"

#include "circ-audience.h"
#include "circ-date.h"
#include "circ-entry.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-plan-facts.h"
#include "support.h"

#define N_ITEMS 80

static char *
random_day (void)
{
  /* Close to today and to the ends of years, where the edges are. */
  static const char *const edges[] = { TEST_TODAY, "2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01", "2025-04-01" };

  return circ_date_add_days (edges[g_test_rand_int_range (0, G_N_ELEMENTS (edges))], g_test_rand_int_range (-9, 10));
}

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static void
set_random_day (CircRecord *record,
                guint field,
                int chance)
{
  g_autofree char *day = random_day ();

  if (one_in (chance))
    circ_record_set_text (record, field, day);
}

static void
add_random_parts (CircChange *change,
                  CircRecord *item)
{
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    {
      g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

      circ_change_insert (change, occurrence);
      circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
      set_random_day (occurrence, CIRC_OCCURRENCE_DUE_ON, 2);
      set_random_day (occurrence, CIRC_OCCURRENCE_COMPLETED_ON, 2);
      set_random_day (occurrence, CIRC_OCCURRENCE_CANCELLED_ON, 6);
      if (one_in (6))
        circ_record_set_text (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON, "It rained.");
      for (int j = g_test_rand_int_range (0, 3) - 1; j > 0; j--)
        {
          g_autoptr (CircRecord) evidence = circ_record_new (CIRC_KIND_EVIDENCE);

          circ_record_set_int (evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (occurrence));
          circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, "Copy");
          circ_change_insert (change, evidence);
        }
    }
}

static GPtrArray *
add_random_items (TestFile *file)
{
  static const char *const policies[] = { NULL, "required", "recommended", "none" };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CircChange) change = circ_change_new ("Added at random");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      CircRecord *item = circ_record_new (CIRC_KIND_PLAN_ITEM);
      g_autofree char *what = g_strdup_printf ("Item %u", i);

      g_ptr_array_add (items, item);
      circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
      circ_record_set_text (item, CIRC_PLAN_ITEM_EVIDENCE_POLICY, policies[g_test_rand_int_range (0, 4)]);
      set_random_day (item, CIRC_PLAN_ITEM_ACTIVE_FROM, 3);
      set_random_day (item, CIRC_PLAN_ITEM_ACTIVE_TO, 3);
      if (one_in (5))
        circ_record_set_text (item, CIRC_PLAN_ITEM_ARCHIVED_ON, "2026-10-01");
      circ_change_insert (change, item);
      add_random_parts (change, item);
    }
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
  return items;
}

static gboolean
query_has (GArray *ids,
           gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* What the view should show, said by the rule and not by SQL. */
static gboolean
should_show (const CircPlanView *view,
             TestFile *file,
             CircRecord *item,
             CircItemState state)
{
  CircReportYear year;
  const char *from = circ_record_get_text (item, CIRC_PLAN_ITEM_ACTIVE_FROM);
  const char *to = circ_record_get_text (item, CIRC_PLAN_ITEM_ACTIVE_TO);
  gboolean archived = circ_record_is_archived (item);
  CircQueryScope scope = view->scope;

  if (view->state == CIRC_ITEM_STATE_ARCHIVED && scope == CIRC_QUERY_IN_USE)
    scope = CIRC_QUERY_ARCHIVED;
  if ((scope == CIRC_QUERY_IN_USE && archived) || (scope == CIRC_QUERY_ARCHIVED && !archived))
    return FALSE;
  if (circ_plan_view_get_year (view, file->store, TEST_TODAY, &year) &&
      ((from != NULL && g_strcmp0 (from, year.to) > 0) || (to != NULL && g_strcmp0 (to, year.from) < 0)))
    return FALSE;
  return view->state == CIRC_PLAN_VIEW_ANY_STATE || circ_item_state_answers (state, view->state);
}

/* The filter and the rule are two ways of saying the same: on a few hundred thousand random facts they agree. */
static void
test_state_agrees (void)
{
  static const int years[] = { CIRC_PLAN_VIEW_THIS_YEAR, CIRC_PLAN_VIEW_ANY_YEAR, 2025, 2026, 2027 };
  TestFile file;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  guint shown = 0;

  test_open (&file, NULL);
  items = add_random_items (&file);
  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    for (int scope = CIRC_QUERY_IN_USE; scope <= CIRC_QUERY_ALL; scope++)
      for (int state = CIRC_PLAN_VIEW_ANY_STATE; state < CIRC_N_ITEM_STATES; state++)
        {
          CircReportYear year;
          g_autoptr (CircPlanFacts) facts = NULL;
          g_autoptr (CircQuery) query = NULL;
          g_autoptr (GArray) ids = NULL;
          g_autoptr (GError) error = NULL;

          view->year = years[y];
          view->scope = (CircQueryScope) scope;
          view->state = state;
          circ_plan_view_get_year (view, file.store, TEST_TODAY, &year);
          facts = circ_plan_facts_new (file.store, &year, TEST_TODAY);
          query = circ_plan_view_dup_query (view, file.store, TEST_TODAY);
          ids = circ_store_find_ids (file.store, query, &error);
          g_assert_no_error (error);
          g_test_message ("year %d, scope %d, state %d: %u items", years[y], scope, state, ids->len);
          for (guint i = 0; i < items->len; i++)
            {
              CircItemFacts alone;
              CircItemWindows windows;
              CircItemState found = circ_plan_facts_get_state (facts, items->pdata[i]);

              g_assert_cmpint (query_has (ids, circ_record_get_id (items->pdata[i])), ==,
                               should_show (view, &file, items->pdata[i], found));
              if (!circ_plan_facts_read (file.store, items->pdata[i], &year, TEST_TODAY, &alone, &error))
                g_assert_no_error (error);
              circ_item_windows_init (&windows, &year, TEST_TODAY);
              g_assert_cmpint (circ_item_state (&alone, &windows), ==, found);
            }
          shown += ids->len;
        }
  g_assert_cmpuint (shown, >, 500);
  g_clear_pointer (&items, g_ptr_array_unref);
  test_close (&file);
}

static CircRecord *
add_audience (TestFile *file,
              const char *name)
{
  CircRecord *audience = circ_record_new (CIRC_KIND_AUDIENCE);

  circ_record_set_text (audience, CIRC_AUDIENCE_NAME, name);
  return test_add (file, audience);
}

static char *
describe (const CircPlanView *view,
          TestFile *file,
          guint *n)
{
  g_autoptr (CircQuery) query = circ_plan_view_dup_query (view, file->store, TEST_TODAY);
  g_autoptr (CircQuery) total = circ_plan_view_dup_total_query (view);
  gint64 n_shown = circ_store_count (file->store, query, NULL);
  gint64 n_total = circ_store_count (file->store, total, NULL);

  g_assert_cmpint (n_shown, >=, 0);
  *n = (guint) n_shown;
  return circ_plan_view_describe (view, file->store, TEST_TODAY, (guint64) n_shown, (guint64) n_total);
}

static void
test_links_and_words (void)
{
  TestFile file;
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Linked");
  CircRecord *audience;
  CircRecord *first;
  CircRecord *second;
  g_autofree char *words = NULL;
  g_autofree char *linked = NULL;
  g_autofree char *all = NULL;
  guint n;

  test_open (&file, NULL);
  audience = add_audience (&file, "Lamplighters");
  first = test_add_item (&file, "Monthly newsletter", "Lamplighters", "Email", "Clerk", "Monthly");
  second = test_add_item (&file, "Yearly report", "Everybody", "Newsletter", "Clerk", "In June");
  g_ptr_array_add (entries, circ_entry_new ("All lamplighters", circ_record_get_id (audience), NULL));
  value = circ_entries_to_value (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM], entries);
  circ_change_set (change, first, CIRC_PLAN_ITEM_TO_WHOM, value);
  g_assert_true (circ_store_apply (file.store, change, NULL));

  circ_plan_view_set_search (view, "  newsl ");
  words = describe (view, &file, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (words, ==, "2 of 2 items: text “newsl”, 2026–27");
  view->audience = circ_record_get_id (audience);
  linked = describe (view, &file, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (linked, ==, "1 of 2 items: text “newsl”, audience Lamplighters, 2026–27");
  view->method = 999999;
  g_free (linked);
  linked = describe (view, &file, &n);
  g_assert_cmpuint (n, ==, 0);
  circ_plan_view_free (g_steal_pointer (&view));
  view = circ_plan_view_new ();
  view->year = CIRC_PLAN_VIEW_ANY_YEAR;
  all = describe (view, &file, &n);
  g_assert_cmpstr (all, ==, "2 items: all there are");

  g_clear_object (&first);
  g_clear_object (&second);
  g_clear_object (&audience);
  g_clear_pointer (&change, circ_change_unref);
  test_close (&file);
}

static void
changed_cb (guint *n)
{
  (*n)++;
}

/* The facts follow the file: what is recorded shows, and what is undone goes. */
/* More occurrences, of another item, than are read at once. Returns: (transfer full): that item */
static CircRecord *
fill_file (TestFile *file)
{
  CircRecord *item = test_add_item (file, "Another bulletin", "", "", "", NULL);
  g_autoptr (CircChange) change = circ_change_new ("Many");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1100; i++)
    {
      g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);

      circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (item));
      circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, "2030-01-01");
      circ_change_insert (change, occurrence);
    }
  circ_store_apply (file->store, change, &error);
  g_assert_no_error (error);
  return item;
}

/* An occurrence that is given to another item counts there, and here no more. */
static void
check_moved (TestFile *file,
             CircPlanFacts *facts,
             CircRecord *occurrence,
             CircRecord *item,
             CircRecord *other)
{
  g_autoptr (CircChange) change = circ_change_new ("Moved");

  g_assert_cmpuint (circ_plan_facts_get_n_occurrences (facts, circ_record_get_id (other)), ==, 1100);
  circ_change_set (change, occurrence, CIRC_OCCURRENCE_ITEM, g_variant_new_int64 (circ_record_get_id (other)));
  g_assert_true (circ_store_apply (file->store, change, NULL));
  g_assert_cmpuint (circ_plan_facts_get_n_occurrences (facts, circ_record_get_id (other)), ==, 1101);
  g_assert_cmpuint (circ_plan_facts_get_n_occurrences (facts, circ_record_get_id (item)), ==, 0);
  g_assert_true (circ_store_undo (file->store, NULL, NULL));
  g_assert_cmpuint (circ_plan_facts_get_n_occurrences (facts, circ_record_get_id (item)), ==, 1);
}

/* @data: NULL, or anything for a file that is too long to read all of it */
static void
test_facts (gconstpointer data)
{
  TestFile file;
  CircReportYear year;
  g_autoptr (CircPlanFacts) facts = NULL;
  g_autoptr (CircRecord) item = NULL;
  g_autoptr (CircRecord) occurrence = NULL;
  g_autoptr (CircRecord) evidence = circ_record_new (CIRC_KIND_EVIDENCE);
  g_autoptr (CircRecord) other = NULL;
  gint64 id;
  guint n_changed = 0;

  test_open (&file, NULL);
  if (data != NULL)
    other = fill_file (&file);
  circ_store_get_report_year (file.store, TEST_TODAY, &year);
  facts = circ_plan_facts_new (file.store, &year, TEST_TODAY);
  g_signal_connect_swapped (facts, "changed", G_CALLBACK (changed_cb), &n_changed);
  item = test_add_item (&file, "Bulletin", "", "", "", NULL);
  id = circ_record_get_id (item);
  g_assert_cmpint (circ_plan_facts_get_state (facts, item), ==, CIRC_ITEM_STATE_NOTHING);
  g_assert_null (circ_plan_facts_get_next_due (facts, id));

  n_changed = 0;
  g_object_unref (test_add_occurrence (&file, item, "2026-11-25", NULL));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpint (circ_plan_facts_get_state (facts, item), ==, CIRC_ITEM_STATE_DUE);
  g_assert_cmpstr (circ_plan_facts_get_next_due (facts, id), ==, "2026-11-25");
  g_assert_true (circ_store_undo (file.store, NULL, NULL));
  g_assert_cmpint (circ_plan_facts_get_state (facts, item), ==, CIRC_ITEM_STATE_NOTHING);

  occurrence = test_add_occurrence (&file, item, "2026-05-01", "2026-05-02");
  g_assert_cmpint (circ_plan_facts_get_state (facts, item), ==, CIRC_ITEM_STATE_EVIDENCE_MISSING);
  g_assert_cmpstr (circ_plan_facts_get_last_done (facts, id), ==, "2026-05-02");
  circ_record_set_int (evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (occurrence));
  circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, "Copy");
  test_add (&file, evidence);
  g_assert_cmpint (circ_plan_facts_get_state (facts, item), ==, CIRC_ITEM_STATE_DONE);
  g_assert_cmpint (circ_plan_facts_get_occurrence_state (facts, occurrence), ==, CIRC_OCCURRENCE_STATE_DONE_LATE);
  g_assert_cmpuint (circ_plan_facts_get_n_evidence (facts, circ_record_get_id (occurrence)), ==, 1);
  g_assert_cmpuint (circ_plan_facts_get_n_occurrences (facts, id), ==, 1);
  if (other != NULL)
    check_moved (&file, facts, occurrence, item, other);

  year = circ_report_year_next (&year);
  circ_plan_facts_set_year (facts, &year, TEST_TODAY);
  g_assert_cmpint (circ_plan_facts_get_state (facts, item), ==, CIRC_ITEM_STATE_NOTHING);
  g_assert_null (circ_plan_facts_get_last_done (facts, id));

  g_assert_finalize_object (g_steal_pointer (&facts));
  g_clear_object (&occurrence);
  g_clear_object (&evidence);
  g_clear_object (&item);
  test_close (&file);
}

static void
test_remembered (void)
{
  g_autoptr (CircPlanView) view = circ_plan_view_new ();
  g_autoptr (CircPlanView) back = circ_plan_view_new ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  g_assert_true (circ_plan_view_is_default (view));
  circ_plan_view_set_search (view, "“quoted”\nand 'more' \\ 🙂");
  view->scope = CIRC_QUERY_ARCHIVED;
  view->state = CIRC_ITEM_STATE_OVERDUE;
  view->audience = 12;
  view->method = G_GINT64_CONSTANT (1) << 40;
  view->owner = 3;
  view->year = 2025;
  view->sort = CIRC_PLAN_ITEM_WHEN_TEXT;
  view->descending = TRUE;
  g_assert_false (circ_plan_view_is_default (view));
  text = circ_plan_view_serialise (view);
  g_assert_null (strchr (text, '\n'));
  g_assert_true (circ_plan_view_parse (back, text));
  again = circ_plan_view_serialise (back);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (back->search, ==, view->search);
  g_assert_cmpint (back->sort, ==, CIRC_PLAN_ITEM_WHEN_TEXT);
}

/* What another version or a slip wrote never stops the window from opening. */
static void
test_damaged (void)
{
  static const char *const refused[] = { "", "nonsense", "[1, 2]", "{", "{'a': 3}", "\xff" };
  g_autoptr (CircPlanView) view = circ_plan_view_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (circ_plan_view_parse (view, refused[i]));
  g_assert_false (circ_plan_view_parse (view, NULL));
  g_assert_true (circ_plan_view_parse (view, "{'sort': <'no-such-field'>, 'state': <'odd'>, 'scope': <7>, 'year': <12>, "
                                             "'new-thing': <true>, 'search': <'  '>}"));
  g_assert_true (circ_plan_view_is_default (view));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-view/state-agrees", test_state_agrees);
  g_test_add_func ("/plan-view/links-and-words", test_links_and_words);
  g_test_add_data_func ("/plan-view/facts", NULL, test_facts);
  g_test_add_data_func ("/plan-view/facts-of-a-long-file", "long", test_facts);
  g_test_add_func ("/plan-view/remembered", test_remembered);
  g_test_add_func ("/plan-view/damaged", test_damaged);
  return g_test_run ();
}
