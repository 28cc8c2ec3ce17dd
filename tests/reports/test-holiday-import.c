/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A newer list of bank holidays, in which a day of a year that was known by rule alone has been proclaimed: what hung on that
 * year is certain now, what the new day is in the way of is to be done before it, and what is done stays. */
#include "config.h"

#include <json-glib/json-glib.h>

#include "circ-follow.h"
#include "circ-holiday-import.h"
#include "circ-occurrence.h"
#include "circ-working-days.h"
#include "support.h"

#define DAY_OF_IMPORT "2028-11-21" /* the list that came with the program ends with that year */
#define YEAR 2029
#define PROCLAIMED "2029-01-02"

/* When, the day that it is due on, and the day to aim for: before and after. "?": it is provisional. */
static const struct {
  const char *when;
  const char *due_on;
  const char *before;
  const char *after;
  gboolean done;
} cases[] = {
  { "Every year on 29 December", "2028-12-29", "2028-12-29", "2028-12-29", FALSE },
  { "Every year on 1 January", "2029-01-01", "2028-12-29?", "2028-12-29", FALSE },
  { "Every year on 2 January", "2029-01-02", "2029-01-02", "2028-12-29", FALSE },
  { "Every year on 2 January", "2029-01-02", "2029-01-02", "2029-01-02", TRUE },
  { "Every year on 3 January", "2029-01-03", "2029-01-03", "2029-01-03", FALSE },
};

static void
add_event (JsonArray *events,
           CircDay day,
           const char *title)
{
  JsonObject *event = json_object_new ();
  char iso[11];

  circ_day_to_iso (day, iso);
  json_object_set_string_member (event, "title", title);
  json_object_set_string_member (event, "date", iso);
  json_object_set_string_member (event, "notes", "");
  json_array_add_object_element (events, event);
}

/* The list that came with the program and a year more. (transfer full) */
static GFile *
write_newer (TestFile *file)
{
  static const char *const divisions[CIRC_N_DIVISIONS] = { "england-and-wales", "scotland", "northern-ireland" };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_build_filename (g_getenv ("CIRC_SOURCE_DIR"), "data", "rules", "bank-holidays.json", NULL);
  g_autofree char *newer = g_build_filename (file->folder, "newer.json", NULL);
  g_autofree char *text = NULL;
  JsonObject *root;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  for (CircCalendar i = 0; i < CIRC_N_DIVISIONS; i++)
    {
      JsonArray *events = json_object_get_array_member (json_object_get_object_member (root, divisions[i]), "events");
      g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (CircBankHoliday));

      circ_bank_holidays_add_by_rule (holidays, i, YEAR);
      for (guint j = 0; j < holidays->len; j++)
        add_event (events, g_array_index (holidays, CircBankHoliday, j).day, g_array_index (holidays, CircBankHoliday, j).title);
      add_event (events, circ_day_from_iso (PROCLAIMED), "A wedding");
    }
  text = json_to_string (json_parser_get_root (parser), FALSE);
  g_assert_true (g_file_set_contents (newer, text, -1, NULL));
  return g_file_new_for_path (newer);
}

static CircRecord *
find_occurrence (TestFile *file,
                 CircRecord *item,
                 const char *due_on)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) found = NULL;

  circ_query_where_equal (query, CIRC_OCCURRENCE_ITEM, g_variant_new_int64 (circ_record_get_id (item)));
  circ_query_where_equal (query, CIRC_OCCURRENCE_DUE_ON, g_variant_new_string (due_on));
  found = circ_store_find (file->store, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static void
check (GPtrArray *occurrences,
       gboolean after)
{
  for (guint i = 0; i < occurrences->len; i++)
    {
      g_autofree char *found = g_strconcat (circ_record_get_text (occurrences->pdata[i], CIRC_OCCURRENCE_PLAN_BY),
                                            circ_record_get_bool (occurrences->pdata[i], CIRC_OCCURRENCE_PROVISIONAL) ? "?" : "", NULL);

      g_assert_cmpstr (found, ==, after ? cases[i].after : cases[i].before);
    }
}

static void
check_list (TestFile *file,
            const char *imported_on,
            const char *reaches)
{
  CircHolidayList list;

  g_assert_true (circ_holiday_list_get (file->store, &list, NULL));
  g_assert_cmpstr (list.imported_on, ==, imported_on);
  g_assert_cmpstr (list.reaches, ==, reaches);
}

static GPtrArray *
add_cases (TestFile *file)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CircRecord) item = test_add_item (file, "Lamps", "", "", "", cases[i].when);
      g_autoptr (CircChange) change = circ_change_new ("Done");
      CircRecord *occurrence = find_occurrence (file, item, cases[i].due_on);

      g_ptr_array_add (occurrences, occurrence);
      if (!cases[i].done)
        continue;
      circ_change_set_text (change, occurrence, CIRC_OCCURRENCE_COMPLETED_ON, DAY_OF_IMPORT);
      g_assert_true (circ_store_apply (file->store, change, NULL));
    }
  return occurrences;
}

static void
test_newer (void)
{
  TestFile file;
  g_autoptr (GFile) newer = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (CircHolidayImport) import = NULL;
  g_autoptr (CircHolidayImport) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  test_open (&file, "empty");
  circ_store_set_clock (file.store, DAY_OF_IMPORT "T09:00:00Z");
  circ_follow_attach (file.store);
  g_assert_true (circ_follow_bring_up_to_date (file.store, DAY_OF_IMPORT, &error));
  occurrences = add_cases (&file);
  newer = write_newer (&file);
  check (occurrences, FALSE);
  check_list (&file, "", "2028-12-31");

  import = circ_holiday_import_new (file.store, newer, &error);
  g_assert_no_error (error);
  g_assert_true (import->is_new);
  g_assert_cmpstr (import->reaches, ==, "2029-12-31");
  check (occurrences, FALSE);
  g_assert_true (circ_holiday_import_apply (import, file.store, DAY_OF_IMPORT, &error));
  g_assert_cmpuint (import->n_moved, ==, 1);
  check (occurrences, TRUE);
  check_list (&file, DAY_OF_IMPORT, "2029-12-31");
  again = circ_holiday_import_new (file.store, newer, &error);
  g_assert_false (again->is_new);

  /* One change, and one undo for all that followed. */
  g_assert_true (circ_store_undo (file.store, &title, &error));
  g_assert_cmpstr (title, ==, circ_holiday_import_get_title ());
  check (occurrences, FALSE);
  check_list (&file, "", "2028-12-31");
  g_clear_pointer (&occurrences, g_ptr_array_unref);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holiday-import/newer", test_newer);
  return g_test_run ();
}
