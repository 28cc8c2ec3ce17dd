/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-date.h"
#include "circ-entry.h"
#include "circ-partnership.h"
#include "circ-meeting.h"
#include "circ-plan-item.h"

#define TODAY "2026-11-21"

typedef struct {
  const CircKind *kind;
  guint field;
  const char *typed;
  const char *stored; /* NULL: no value */
  const char *shown;  /* NULL: typing it fails */
} FieldCase;

static const FieldCase field_cases[] = {
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_WHAT, "  Annual report  ", "Annual report", "Annual report" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_WHAT, "   ", NULL, "" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_WHAT, "=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_WHAT, "مرحبا 👋 \001", "مرحبا 👋 \001", "مرحبا 👋 \001" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_WHAT, "e\xcc\x81", "\xc3\xa9", "\xc3\xa9" }, /* NFD becomes NFC */
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_WHEN_TEXT, "In June\nand as needed", "In June\nand as needed", "In June\nand as needed" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_MODE, "proactive: planned", "proactive", "Proactive: planned" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_MODE, "sometimes", NULL, NULL },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_CASCADE_EXPECTED, "Yes", "1", "Yes" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_CASCADE_EXPECTED, "perhaps", NULL, NULL },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_FORMATS_NEEDED, "Large print, braille", "large_print,braille", "Large print, Braille" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_FORMATS_NEEDED, "Large print, smoke signals", NULL, NULL },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_ACTIVE_FROM, "1/4/26", "2026-04-01", "01/04/2026" },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_ACTIVE_FROM, "31/2/26", NULL, NULL },
  { &circ_plan_item_kind, CIRC_PLAN_ITEM_TO_WHOM, "typed", NULL, NULL },
  { &circ_contact_kind, CIRC_CONTACT_EMAIL, "desk@wren.example", "desk@wren.example", "desk@wren.example" },
  { &circ_contact_kind, CIRC_CONTACT_EMAIL, "desk@wren", NULL, NULL },
  { &circ_contact_kind, CIRC_CONTACT_EMAIL, "a b@wren.example", NULL, NULL },
  { &circ_contact_kind, CIRC_CONTACT_EMAIL, "a@b@wren.example", NULL, NULL },
  { &circ_partnership_kind, CIRC_PARTNERSHIP_BODY_SIZE_PUBLIC, "12", "12", "12" },
  { &circ_partnership_kind, CIRC_PARTNERSHIP_BODY_SIZE_PUBLIC, "2", NULL, NULL },
  { &circ_partnership_kind, CIRC_PARTNERSHIP_BODY_SIZE_PUBLIC, "twelve", NULL, NULL },
  { &circ_partnership_kind, CIRC_PARTNERSHIP_ACCENT_COLOUR, "#1c5f8A", "#1c5f8A", "#1c5f8A" },
  { &circ_partnership_kind, CIRC_PARTNERSHIP_ACCENT_COLOUR, "blue", NULL, NULL },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "14:30", "14:30", "14:30" },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "2pm", "14:00", "14:00" },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "2.30 p.m.", "14:30", "14:30" },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "9:05", "09:05", "09:05" },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "1430", "14:30", "14:30" },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "12 AM", "00:00", "00:00" },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "Noon", "12:00", "12:00" },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "2", NULL, NULL },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "13pm", NULL, NULL },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "25:00", NULL, NULL },
  { &circ_meeting_kind, CIRC_MEETING_STARTS_AT, "14:75", NULL, NULL },
};

static void
test_typed_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_cases); i++)
    {
      const FieldCase *c = &field_cases[i];
      const CircField *field = &c->kind->fields[c->field];
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = circ_field_parse (field, c->typed, TODAY, &error);
      g_autoptr (GVariant) again = NULL;
      g_autofree char *stored = NULL;
      g_autofree char *shown = NULL;

      if (c->shown == NULL)
        {
          g_assert_null (value);
          g_assert_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      stored = circ_field_to_stored (field, value);
      shown = circ_field_format (field, value);
      g_assert_cmpstr (stored, ==, c->stored);
      g_assert_cmpstr (shown, ==, c->shown);
      again = circ_field_from_stored (field, stored);
      g_assert_true (circ_value_equal (again, value));
    }
}

static void
test_money (void)
{
  static const CircField money = { .name = "amount", .title = "Amount", .kind = CIRC_FIELD_MONEY };
  static const struct { const char *typed; gint64 pence; const char *shown; } cases[] = {
    { "1234.5", 123450, "£1234.50" }, { "£1,234.50", 123450, "£1234.50" }, { "12", 1200, "£12.00" },
    { "-0.05", -5, "−£0.05" }, { "1.234", G_MININT64, NULL }, { "1.2.3", G_MININT64, NULL }, { "ten", G_MININT64, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) value = circ_field_parse (&money, cases[i].typed, TODAY, NULL);
      g_autofree char *shown = value != NULL ? circ_field_format (&money, value) : NULL;

      g_assert_cmpint (value != NULL ? g_variant_get_int64 (value) : G_MININT64, ==, cases[i].pence);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_decimal (void)
{
  static const CircField figure = { .name = "value", .title = "Value", .kind = CIRC_FIELD_DECIMAL };
  static const struct { const char *typed; gint64 thousandths; const char *shown; } cases[] = {
    { "1234.5", 1234500, "1234.5" }, { "1,234", 1234000, "1234" }, { "0", 0, "0" }, { "4.25", 4250, "4.25" },
    { "0.005", 5, "0.005" }, { "12.050", 12050, "12.05" }, { "-0.5", -500, "−0.5" }, { "−3", -3000, "−3" },
    { "1.2345", G_MININT64, NULL }, { "1.2.3", G_MININT64, NULL }, { ".5", G_MININT64, NULL }, { "5.", G_MININT64, NULL },
    { "66.7 %", 66700, "66.7" }, { "66.7\302\240%", 66700, "66.7" }, { "£120.50", 120500, "120.5" }, { "-£3", -3000, "−3" },
    { "66,7", G_MININT64, NULL }, { "1,2345", G_MININT64, NULL }, { "1234,567", G_MININT64, NULL }, { "%", G_MININT64, NULL },
    { "999999999999", 999999999999000, "999999999999" }, { "1999999999999", G_MININT64, NULL },
    { "--5", G_MININT64, NULL }, { "many", G_MININT64, NULL }, { "99999999999999999999", G_MININT64, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) value = circ_field_parse (&figure, cases[i].typed, TODAY, NULL);
      g_autofree char *shown = value != NULL ? circ_field_format (&figure, value) : NULL;

      g_assert_cmpint (value != NULL ? g_variant_get_int64 (value) : G_MININT64, ==, cases[i].thousandths);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      if (value != NULL)
        {
          g_autoptr (GVariant) again = circ_field_parse (&figure, shown, TODAY, NULL);

          g_assert_true (circ_value_equal (again, value));
        }
    }
}

static void
test_length_limit (void)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_WHAT];
  g_autofree char *fits = g_strnfill (field->limit, 'x');
  g_autofree char *over = g_strnfill (field->limit + 1, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) kept = circ_field_parse (field, fits, TODAY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (kept);
  g_assert_null (circ_field_parse (field, over, TODAY, &error));
  g_assert_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_TOO_LONG);
}

static void
test_dates (void)
{
  static const struct { const char *typed, *iso; } cases[] = {
    { "1/2/25", "2025-02-01" }, { "01-Feb-2025", "2025-02-01" }, { "1 february 2025", "2025-02-01" },
    { "Fri 4 Dec 2026", "2026-12-04" }, { "Friday, 4th December 2026", "2026-12-04" }, { "4 Dec", "2026-12-04" },
    { "December 4 2026", "2026-12-04" }, { "2025-02-01", "2025-02-01" }, { "today", TODAY }, { "Tomorrow", "2026-11-22" },
    { "yesterday", "2026-11-20" }, { "1.2.1999", "1999-02-01" }, { "29/2/2024", "2024-02-29" }, { "1/2/70", "1970-02-01" },
    { "29/2/2026", NULL }, { "32/1/2026", NULL }, { "1/13/2026", NULL }, { "soon", NULL }, { "", NULL }, { "12", NULL },
    { "1/2/3/4", NULL }, { "1/2/026", NULL }, { "2026-13-01", NULL }, { "1/Foo/2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = circ_date_parse (cases[i].typed, TODAY, &error);

      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_true ((error == NULL) == (iso != NULL));
    }
}

static void
test_date_forms (void)
{
  g_autofree char *here = circ_date_format_short ("2026-12-04", TODAY);
  g_autofree char *other = circ_date_format_short ("2025-12-04", TODAY);
  g_autofree char *full = circ_date_format_long ("2027-02-09");
  g_autofree char *leap = circ_date_add_years ("2024-02-29", 1);
  g_autofree char *back = circ_date_add_days ("2026-03-01", -1);

  g_assert_cmpstr (here, ==, "Fri 4 Dec");
  g_assert_cmpstr (other, ==, "Thu 4 Dec 2025");
  g_assert_cmpstr (full, ==, "Tuesday 9 February 2027");
  g_assert_cmpstr (leap, ==, "2025-02-28");
  g_assert_cmpstr (back, ==, "2026-02-28");
}

static gint64
add_hundred (gint64 id,
             gpointer user_data)
{
  (*(guint *) user_data)++;
  return id + 100;
}

static void
test_entries (void)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) mapped = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *words = NULL;
  guint calls = 0;

  g_assert_null (circ_entries_to_value (field, entries));
  g_ptr_array_add (entries, circ_entry_new ("Unit “admin”\n", 7, "lead"));
  g_ptr_array_add (entries, circ_entry_new ("Somebody else", 0, NULL));
  value = circ_entries_to_value (field, entries);
  stored = circ_field_to_stored (field, value);
  g_assert_cmpstr (stored, ==, "[{\"text\":\"Unit “admin”\\n\",\"link\":7,\"part\":\"lead\"},{\"text\":\"Somebody else\"}]");
  again = circ_field_from_stored (field, stored);
  g_assert_true (circ_value_equal (again, value));
  words = circ_entries_join (field, value, "; ");
  g_assert_cmpstr (words, ==, "Unit “admin”\n; Somebody else");

  mapped = circ_field_map_ids (field, value, add_hundred, &calls);
  back = circ_entries_from_value (field, mapped);
  g_assert_cmpuint (calls, ==, 1);
  g_assert_cmpint (((CircEntry *) g_ptr_array_index (back, 0))->link, ==, 107);
  g_assert_cmpint (((CircEntry *) g_ptr_array_index (back, 1))->link, ==, 0);
}

static void
test_bad_rows (void)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  static const char *const texts[] = { "", "{", "{}", "7", "[7]", "[{\"text\":9}]" };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) read = circ_field_from_stored (field, texts[i]);
      g_autoptr (GPtrArray) none = circ_entries_from_value (field, read);

      for (guint j = 0; j < none->len; j++)
        g_assert_cmpstr (((CircEntry *) g_ptr_array_index (none, j))->text, ==, "");
    }
  g_ptr_array_add (entries, circ_entry_new ("Unit", 0, "king"));
  value = circ_entries_to_value (field, entries);
  g_assert_null (circ_field_take_value (field, g_variant_ref (value), &error));
  g_assert_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/fields/typed-values", test_typed_values);
  g_test_add_func ("/records/fields/money", test_money);
  g_test_add_func ("/records/fields/decimal", test_decimal);
  g_test_add_func ("/records/fields/length-limit", test_length_limit);
  g_test_add_func ("/records/fields/dates", test_dates);
  g_test_add_func ("/records/fields/date-forms", test_date_forms);
  g_test_add_func ("/records/fields/entries", test_entries);
  g_test_add_func ("/records/fields/bad-rows", test_bad_rows);
  return g_test_run ();
}
