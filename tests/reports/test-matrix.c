/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was really done, counted by hand and by the program; and one cell for a pair, whatever is merged. */
#include "config.h"

#include "circ-audience.h"
#include "circ-circulation-list.h"
#include "circ-entry.h"
#include "circ-export.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-report.h"
#include "circ-matrix-source.h"
#include "circ-matrix-version.h"
#include "circ-method.h"
#include "circ-occurrence.h"
#include "circ-plan-view.h"
#include "support.h"

typedef enum { EMAIL, NOTICE, RADIO, N_METHODS } Method;
typedef enum { STAFF, PARENTS, LAMPLIGHTERS, MARKET, N_AUDIENCES } Audience; /* the market has no column */

typedef struct {
  TestFile file;
  CircReportYear year;
  gint64 methods[N_METHODS];
  gint64 audiences[N_AUDIENCES];
  gint64 lamp_list;   /* lamplighters and staff */
  gint64 market_list; /* the market */
  gint64 version;
} Desk;

static gint64
add_named (Desk *desk,
           CircKindId kind,
           const char *name)
{
  g_autoptr (CircRecord) record = circ_record_new (kind);

  circ_record_set_text (record, (guint) circ_kind_get (kind)->title_field, name);
  if (kind == CIRC_KIND_AUDIENCE && !g_str_equal (name, "Market"))
    circ_record_set (record, CIRC_AUDIENCE_MATRIX_COLUMN, g_variant_new_boolean (TRUE));
  test_add (&desk->file, record);
  return circ_record_get_id (record);
}

static gint64
add_list (Desk *desk,
          const char *name,
          GVariant *audiences)
{
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_CIRCULATION_LIST);

  circ_record_set_text (record, CIRC_CIRCULATION_LIST_NAME, name);
  circ_record_set (record, CIRC_CIRCULATION_LIST_AUDIENCES, audiences);
  test_add (&desk->file, record);
  return circ_record_get_id (record);
}

static gint64
add_version (Desk *desk,
             const char *status,
             const char *from,
             const char *to)
{
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_MATRIX);

  circ_record_set_text (record, CIRC_MATRIX_VERSION_TITLE, status);
  circ_record_set_text (record, CIRC_MATRIX_VERSION_STATUS, status);
  circ_record_set_text (record, CIRC_MATRIX_VERSION_PERIOD_FROM, from);
  circ_record_set_text (record, CIRC_MATRIX_VERSION_PERIOD_TO, to);
  test_add (&desk->file, record);
  return circ_record_get_id (record);
}

static void
add_cell (Desk *desk,
          Method method,
          Audience audience,
          const char *value,
          const char *note)
{
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_MATRIX_CELL);

  circ_record_set_int (record, CIRC_MATRIX_CELL_MATRIX, desk->version);
  circ_record_set_int (record, CIRC_MATRIX_CELL_METHOD, desk->methods[method]);
  circ_record_set_int (record, CIRC_MATRIX_CELL_AUDIENCE, desk->audiences[audience]);
  circ_record_set_text (record, CIRC_MATRIX_CELL_VALUE, value);
  circ_record_set_text (record, CIRC_MATRIX_CELL_NOTE, note);
  test_add (&desk->file, record);
}

static gint64
add_item (Desk *desk,
          const char *what,
          gint64 first,
          gint64 second)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM];
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GVariant) value = NULL;

  g_ptr_array_add (entries, circ_entry_new ("Somebody the lists do not know", 0, NULL));
  if (first != 0)
    g_ptr_array_add (entries, circ_entry_new ("First", first, NULL));
  if (second != 0)
    g_ptr_array_add (entries, circ_entry_new ("Second", second, NULL));
  value = circ_entries_to_value (field, entries);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
  circ_record_set (item, CIRC_PLAN_ITEM_TO_WHOM, value);
  test_add (&desk->file, item);
  return circ_record_get_id (item);
}

/* @methods, @lists: (nullable): floating */
static void
record_done (Desk *desk,
             gint64 item,
             const char *completed_on,
             GVariant *methods,
             GVariant *lists)
{
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_OCCURRENCE);

  circ_record_set_int (record, CIRC_OCCURRENCE_ITEM, item);
  circ_record_set_text (record, CIRC_OCCURRENCE_DUE_ON, "2026-12-01");
  circ_record_set_text (record, CIRC_OCCURRENCE_COMPLETED_ON, completed_on);
  circ_record_set (record, CIRC_OCCURRENCE_METHODS_USED, methods);
  circ_record_set (record, CIRC_OCCURRENCE_LISTS_USED, lists);
  test_add (&desk->file, record);
}

static void
set_up (Desk *desk)
{
  static const char *const methods[] = { "Email", "Notice in the square", "Radio" };
  static const char *const audiences[] = { "Staff", "Parents", "Lamplighters", "Market" };

  test_open (&desk->file, "empty");
  circ_store_get_report_year (desk->file.store, TEST_TODAY, &desk->year);
  for (guint i = 0; i < N_METHODS; i++)
    desk->methods[i] = add_named (desk, CIRC_KIND_METHOD, methods[i]);
  for (guint i = 0; i < N_AUDIENCES; i++)
    desk->audiences[i] = add_named (desk, CIRC_KIND_AUDIENCE, audiences[i]);
  desk->lamp_list = add_list (desk, "Lamps", g_variant_new_parsed ("[%x, %x]", desk->audiences[LAMPLIGHTERS],
                                                                    desk->audiences[STAFF]));
  desk->market_list = add_list (desk, "Stalls", g_variant_new_parsed ("[%x]", desk->audiences[MARKET]));
  desk->version = add_version (desk, "draft", "2026-04-01", "2027-03-31");
}

static void
tear_down (Desk *desk)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (circ_store_check (desk->file.store, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  test_close (&desk->file);
}

/* Email for staff, parents; notice for parents, planned for lamplighters; radio for parents. */
static void
cross (Desk *desk)
{
  add_cell (desk, EMAIL, STAFF, "used", NULL);
  add_cell (desk, EMAIL, PARENTS, "used", NULL);
  add_cell (desk, NOTICE, PARENTS, "used", NULL);
  add_cell (desk, NOTICE, LAMPLIGHTERS, "planned", NULL);
  add_cell (desk, RADIO, PARENTS, "used", NULL);
}

/* Beside each, which pairs it counts for. */
static void
work (Desk *desk)
{
  gint64 email = desk->methods[EMAIL], notice = desk->methods[NOTICE], radio = desk->methods[RADIO];
  gint64 bulletin = add_item (desk, "Bulletin", desk->audiences[STAFF], desk->audiences[PARENTS]);
  gint64 papers = add_item (desk, "Papers", desk->lamp_list, 0);
  gint64 warning = add_item (desk, "Warning", 0, 0);

  /* email: staff, parents */
  record_done (desk, bulletin, "2026-05-04", g_variant_new_parsed ("[%x]", email), NULL);
  /* email, notice: staff, parents */
  record_done (desk, bulletin, "2026-06-01", g_variant_new_parsed ("[%x, %x]", email, notice), NULL);
  /* the first day of the year. email: lamplighters, staff */
  record_done (desk, papers, "2026-04-01", g_variant_new_parsed ("[%x]", email), NULL);
  /* the last day; the list of the item once, and the market. notice: lamplighters, staff, market */
  record_done (desk, papers, "2027-03-31", g_variant_new_parsed ("[%x]", notice),
               g_variant_new_parsed ("[%x, %x]", desk->market_list, desk->lamp_list));
  /* radio: lamplighters, staff */
  record_done (desk, warning, "2026-07-07", g_variant_new_parsed ("[%x]", radio),
               g_variant_new_parsed ("[%x]", desk->lamp_list));
  /* email: staff once, although it is also in the list; parents, lamplighters */
  record_done (desk, bulletin, "2026-10-10", g_variant_new_parsed ("[%x]", email),
               g_variant_new_parsed ("[%x]", desk->lamp_list));
  /* Nothing: by no method; for nobody; last year; not done. */
  record_done (desk, bulletin, "2026-09-09", NULL, NULL);
  record_done (desk, warning, "2026-08-08", g_variant_new_parsed ("[%x]", radio), NULL);
  record_done (desk, bulletin, "2026-03-31", g_variant_new_parsed ("[%x]", email), NULL);
  record_done (desk, bulletin, NULL, g_variant_new_parsed ("[%x]", email), NULL);
}

/* "method-audience" by their numbers above. */
static char *
name_pairs (Desk *desk,
            GArray *pairs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const CircMatrixPair *pair = &g_array_index (pairs, CircMatrixPair, i);

      for (guint m = 0; m < N_METHODS; m++)
        for (guint a = 0; a < N_AUDIENCES; a++)
          if (pair->method == desk->methods[m] && pair->audience == desk->audiences[a])
            g_string_append_printf (text, "%s%u-%u", text->len > 0 ? " " : "", m, a);
    }
  g_array_unref (pairs);
  return g_string_free (text, FALSE);
}

static void
test_counts (void)
{
  static const guint by_hand[N_METHODS][N_AUDIENCES] = {
    [EMAIL] = { [STAFF] = 4, [PARENTS] = 3, [LAMPLIGHTERS] = 2, [MARKET] = 0 },
    [NOTICE] = { [STAFF] = 2, [PARENTS] = 1, [LAMPLIGHTERS] = 1, [MARKET] = 1 },
    [RADIO] = { [STAFF] = 1, [PARENTS] = 0, [LAMPLIGHTERS] = 1, [MARKET] = 0 },
  };
  Desk desk;
  CircPeriod period;
  g_autoptr (CircMatrixSource) source = NULL;
  g_autoptr (CircMatrixUse) use = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *unused = NULL;
  g_autofree char *uncrossed = NULL;

  set_up (&desk);
  cross (&desk);
  work (&desk);
  source = circ_matrix_source_new (desk.file.store, &desk.year, &error);
  g_assert_no_error (error);
  period = circ_period_of_year (&desk.year);
  use = circ_matrix_use_read (desk.file.store, &period, &error);
  g_assert_no_error (error);
  for (guint m = 0; m < N_METHODS; m++)
    for (guint a = 0; a < N_AUDIENCES; a++)
      {
        g_test_message ("method %u, audience %u", m, a);
        g_assert_cmpuint (circ_matrix_use_get (use, desk.methods[m], desk.audiences[a]), ==, by_hand[m][a]);
      }
  unused = name_pairs (&desk, circ_matrix_use_find_unused (use, source->matrix));
  uncrossed = name_pairs (&desk, circ_matrix_use_find_uncrossed (use, source->matrix));
  g_assert_cmpstr (unused, ==, "2-1");
  g_assert_cmpstr (uncrossed, ==, "1-0 0-2 1-3 2-2 2-0");
  g_assert_cmpuint (source->audiences->len, ==, 3);
  circ_matrix_source_free (g_steal_pointer (&source));
  tear_down (&desk);
}

/* A piece of the year, across its end, and one day: what was done on the first and on the last day of it counts. */
static void
test_period (void)
{
  static const struct {
    const char *from;
    const char *to;
    guint by_hand[N_METHODS][N_AUDIENCES];
  } cases[] = {
    { "2026-05-04", "2026-07-07",
      { [EMAIL] = { [STAFF] = 2, [PARENTS] = 2 }, [NOTICE] = { [STAFF] = 1, [PARENTS] = 1 },
        [RADIO] = { [STAFF] = 1, [LAMPLIGHTERS] = 1 } } },
    { "2026-03-31", "2026-04-01", { [EMAIL] = { [STAFF] = 2, [PARENTS] = 1, [LAMPLIGHTERS] = 1 } } },
    { "2026-10-10", "2026-10-10", { [EMAIL] = { [STAFF] = 1, [PARENTS] = 1, [LAMPLIGHTERS] = 1 } } },
    { "2026-10-11", "2027-03-30", { [EMAIL] = { 0 } } },
  };
  Desk desk;

  set_up (&desk);
  cross (&desk);
  work (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CircMatrixUse) use = NULL;
      g_autoptr (GError) error = NULL;
      CircPeriod period;

      g_test_message ("from %s", cases[i].from);
      g_assert_true (circ_period_init (&period, cases[i].from, cases[i].to));
      use = circ_matrix_use_read (desk.file.store, &period, &error);
      g_assert_no_error (error);
      for (guint m = 0; m < N_METHODS; m++)
        for (guint a = 0; a < N_AUDIENCES; a++)
          {
            CircMatrixPair pair = { desk.methods[m], desk.audiences[a] };
            g_autoptr (GPtrArray) done = circ_matrix_find_done (desk.file.store, &period, &pair, &error);

            g_assert_no_error (error);
            g_assert_cmpuint (circ_matrix_use_get (use, pair.method, pair.audience), ==, cases[i].by_hand[m][a]);
            g_assert_cmpuint (done->len, ==, cases[i].by_hand[m][a]);
          }
    }
  tear_down (&desk);
}

/* What stands beside the matrix in a workbook, written as text: every pair that is crossed or was used, what was done
 * outside of the matrix, then audiences and methods that lack something. */
static void
test_report (void)
{
  static const char rows[] =
    "Email,Staff,Used,4,\r\n"
    "Email,Parents,Used,3,\r\n"
    "Email,Lamplighters,Not used,2,Used but not crossed\r\n"
    "Notice in the square,Staff,Not used,2,Used but not crossed\r\n"
    "Notice in the square,Parents,Used,1,\r\n"
    "Notice in the square,Lamplighters,Planned,1,\r\n"
    "Radio,Staff,Not used,1,Used but not crossed\r\n"
    "Radio,Parents,Used,0,Crossed but never used\r\n"
    "Radio,Lamplighters,Not used,1,Used but not crossed\r\n"
    "Notice in the square,Market,Not used,1,Used but not crossed\r\n"
    ",Staff,,,Reached by fewer than 3 methods\r\n"
    ",Lamplighters,,,Reached by fewer than 3 methods\r\n"
    "Lantern,,,,Reaches no audience\r\n";
  Desk desk;
  CircPeriod period;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (CircReport) report = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&desk);
  cross (&desk);
  work (&desk);
  add_named (&desk, CIRC_KIND_METHOD, "Lantern");
  path = g_build_filename (desk.file.folder, "use.csv", NULL);
  file = g_file_new_for_path (path);
  report = circ_matrix_report_new (desk.file.store, &desk.year, NULL, TEST_TODAY, CIRC_EXPORT_XLSX, &error);
  g_assert_no_error (error);
  circ_report_export (report, CIRC_EXPORT_CSV, file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_test_message ("%s", text);
  g_assert_true (g_str_has_suffix (text, rows));
  g_assert_nonnull (strstr (text, "\r\nTotal,1,3,0,4\r\n"));
  g_assert_nonnull (strstr (text, "\"Times recorded, 2026–27\""));
  g_clear_object (&report);
  g_assert_true (circ_period_init (&period, "2026-04-01", "2026-04-30"));
  report = circ_matrix_report_new_version (desk.file.store, desk.version, &period, TEST_TODAY, CIRC_EXPORT_XLSX, &error);
  g_assert_no_error (error);
  circ_report_export (report, CIRC_EXPORT_CSV, file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_free (g_steal_pointer (&text));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"Times recorded, April 2026\""));
  g_assert_nonnull (strstr (text, "\r\nEmail,Staff,Used,1,\r\nEmail,Parents,Used,0,Crossed but never used\r\n"));
  g_clear_object (&report);
  tear_down (&desk);
}

static guint
count_cells (Desk *desk)
{
  return (guint) test_count (&desk->file, CIRC_KIND_MATRIX_CELL);
}

/* Two methods become one, each with a cell for the same audiences: the stronger stays, the note is not lost, and undo
 * brings both back. */
static void
test_merge (void)
{
  Desk desk;
  g_autoptr (CircMatrixSource) source = NULL;
  g_autoptr (CircRecord) from = NULL;
  g_autoptr (CircRecord) into = NULL;
  g_autoptr (GError) error = NULL;
  CircRecord *cell;

  set_up (&desk);
  add_cell (&desk, EMAIL, STAFF, "used", NULL);
  add_cell (&desk, RADIO, STAFF, "planned", "In the evening");
  add_cell (&desk, EMAIL, PARENTS, "on_request", NULL);
  add_cell (&desk, RADIO, LAMPLIGHTERS, "used", NULL);
  from = circ_store_get (desk.file.store, desk.methods[RADIO], NULL);
  into = circ_store_get (desk.file.store, desk.methods[EMAIL], NULL);
  circ_store_merge (desk.file.store, from, into, TEST_TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_cells (&desk), ==, 3);
  source = circ_matrix_source_new (desk.file.store, &desk.year, &error);
  g_assert_no_error (error);
  cell = circ_matrix_source_get_cell (source, desk.methods[EMAIL], desk.audiences[STAFF]);
  g_assert_cmpstr (circ_record_get_text (cell, CIRC_MATRIX_CELL_VALUE), ==, "used");
  g_assert_cmpstr (circ_record_get_text (cell, CIRC_MATRIX_CELL_NOTE), ==, "In the evening");
  g_assert_cmpuint (circ_matrix_count_method (source->matrix, desk.methods[EMAIL]), ==, 2);
  g_assert_cmpuint (source->methods->len, ==, 2);
  circ_store_undo (desk.file.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_cells (&desk), ==, 4);
  /* A second cell, as another window may add one at the same moment. */
  add_cell (&desk, EMAIL, PARENTS, "not_used", NULL);
  g_assert_cmpuint (count_cells (&desk), ==, 4);
  circ_matrix_source_free (g_steal_pointer (&source));
  g_clear_object (&from);
  g_clear_object (&into);
  tear_down (&desk);
}

/* A block of pairs of which most have a cell already, as another window may fill one at the same moment: one cell for each
 * pair of each version, the stronger of the two. */
static void
test_block (void)
{
  Desk desk;
  g_autoptr (CircMatrixSource) source = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Filled");
  g_autoptr (GError) error = NULL;
  gint64 other;

  set_up (&desk);
  cross (&desk);
  other = add_version (&desk, "draft", "2027-04-01", "2028-03-31");
  for (guint m = 0; m < N_METHODS; m++)
    for (guint a = 0; a < N_AUDIENCES; a++)
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (CircRecord) cell = circ_record_new (CIRC_KIND_MATRIX_CELL);

          circ_record_set_int (cell, CIRC_MATRIX_CELL_MATRIX, k == 0 ? desk.version : other);
          circ_record_set_int (cell, CIRC_MATRIX_CELL_METHOD, desk.methods[m]);
          circ_record_set_int (cell, CIRC_MATRIX_CELL_AUDIENCE, desk.audiences[a]);
          circ_record_set_text (cell, CIRC_MATRIX_CELL_VALUE, "planned");
          circ_change_insert (change, cell);
        }
  g_assert_true (circ_store_apply (desk.file.store, change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_cells (&desk), ==, 2 * N_METHODS * N_AUDIENCES);
  source = circ_matrix_source_new_version (desk.file.store, &desk.year, desk.version, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (source->cells), ==, N_METHODS * N_AUDIENCES);
  g_assert_cmpint (circ_matrix_get (source->matrix, desk.methods[EMAIL], desk.audiences[STAFF]), ==, CIRC_MATRIX_USED);
  g_assert_cmpint (circ_matrix_get (source->matrix, desk.methods[RADIO], desk.audiences[MARKET]), ==, CIRC_MATRIX_PLANNED);
  g_assert_cmpuint (circ_matrix_count (source->matrix), ==, 4);
  circ_store_undo (desk.file.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_cells (&desk), ==, 5);
  circ_matrix_source_free (g_steal_pointer (&source));
  tear_down (&desk);
}

typedef struct {
  const char *statuses[4]; /* of versions for last year, this year, and this year again */
  int holds;               /* which of them; -1 for the draft that is always there */
} VersionCase;

static const VersionCase version_cases[] = {
  { { "superseded", "superseded", "superseded" }, -1 },
  { { "approved", "superseded", "superseded" }, -1 },
  { { "approved", "approved", "superseded" }, 1 },
  { { "approved", "superseded", "approved" }, 2 },
  { { "approved", "superseded", "draft" }, 2 },
};

static void
test_versions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (version_cases); i++)
    {
      Desk desk;
      gint64 versions[3];
      g_autoptr (CircMatrixSource) source = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      set_up (&desk);
      for (guint j = 0; j < G_N_ELEMENTS (versions); j++)
        versions[j] = add_version (&desk, version_cases[i].statuses[j], j == 0 ? "2025-04-01" : "2026-04-01",
                                   j == 0 ? "2026-03-31" : "2027-03-31");
      source = circ_matrix_source_new (desk.file.store, &desk.year, &error);
      g_assert_no_error (error);
      g_assert_cmpint (circ_record_get_id (source->version), ==,
                       version_cases[i].holds < 0 ? desk.version : versions[version_cases[i].holds]);
      circ_matrix_source_free (g_steal_pointer (&source));
      tear_down (&desk);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/matrix/counts", test_counts);
  g_test_add_func ("/reports/matrix/period", test_period);
  g_test_add_func ("/reports/matrix/report", test_report);
  g_test_add_func ("/reports/matrix/merge", test_merge);
  g_test_add_func ("/reports/matrix/block", test_block);
  g_test_add_func ("/reports/matrix/versions", test_versions);
  return g_test_run ();
}
