/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "circ-agency.h"
#include "circ-contact.h"
#include "circ-entry.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"

#define TODAY "2026-11-21"

/* What every catalogue must keep, whoever adds a field: names are unique and can be columns and properties, choices
 * and rows are there where the kind of field needs them, targets are kinds. */
static void
test_catalogues (void)
{
  for (guint k = 0; k < CIRC_N_KINDS; k++)
    {
      const CircKind *kind = circ_kind_get (k);

      g_assert_cmpuint (kind->id, ==, k);
      g_assert_true (circ_kind_find (kind->name) == kind);
      g_assert_cmpuint (strlen (circ_kind_get_title (kind)), >, 0);
      g_assert_cmpuint (strlen (circ_kind_get_title_plural (kind)), >, 0);
      g_assert_true ((kind->ref_prefix != NULL) == (kind->ref_field >= 0));
      for (guint i = 0; i < kind->n_fields; i++)
        {
          const CircField *field = &kind->fields[i];
          gboolean chosen = field->kind == CIRC_FIELD_CHOICE || field->kind == CIRC_FIELD_SET;
          gboolean refers = field->kind == CIRC_FIELD_REFERENCE || field->kind == CIRC_FIELD_REFERENCES;
          gboolean written = field->kind == CIRC_FIELD_TEXT || field->kind == CIRC_FIELD_LONG_TEXT;

          g_assert_nonnull (field->name);
          g_assert_true (g_param_spec_is_valid_name (field->name));
          g_assert_cmpint (circ_kind_find_field (kind, field->name), ==, (int) i);
          g_assert_true (chosen == (field->choices != NULL));
          g_assert_true (refers == (field->targets != NULL));
          g_assert_true ((field->kind == CIRC_FIELD_ROWS) == (field->rows != NULL));
          g_assert_true (!written || field->limit > 0);
          for (guint t = 0; refers && field->targets[t] != NULL; t++)
            g_assert_nonnull (circ_kind_find (field->targets[t]));
        }
    }
}

static void
count_notify (GObject *object,
              GParamSpec *pspec,
              gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_properties (void)
{
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autofree char *what = NULL;
  g_auto (GStrv) formats = NULL;
  const char *const wanted[] = { "braille", "audio", NULL };
  gboolean cascade = FALSE;
  guint notified = 0;

  g_signal_connect (item, "notify::what", G_CALLBACK (count_notify), &notified);
  g_object_set (item, "what", "Annual report", "formats-needed", wanted, "cascade-expected", TRUE, NULL);
  g_object_set (item, "what", "Annual report", NULL);
  g_object_get (item, "what", &what, "formats-needed", &formats, "cascade-expected", &cascade, NULL);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpstr (what, ==, "Annual report");
  g_assert_cmpuint (g_strv_length (formats), ==, 2);
  g_assert_true (cascade);
  g_object_set (item, "what", "", NULL);
  g_assert_null (circ_record_get (item, CIRC_PLAN_ITEM_WHAT));
  g_assert_cmpuint (notified, ==, 2);
}

static void
test_every_property (void)
{
  for (guint k = 0; k < CIRC_N_KINDS; k++)
    {
      g_autoptr (CircRecord) record = circ_record_new (k);
      g_autoptr (CircRecord) copy = circ_record_copy (record);
      const CircKind *kind = circ_record_get_kind (record);

      for (guint i = 0; i < kind->n_fields; i++)
        {
          GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), kind->fields[i].name);
          g_auto (GValue) value = G_VALUE_INIT;

          g_assert_nonnull (pspec);
          g_value_init (&value, pspec->value_type);
          g_object_get_property (G_OBJECT (copy), pspec->name, &value);
          g_object_set_property (G_OBJECT (record), pspec->name, &value);
        }
      g_assert_finalize_object (g_steal_pointer (&copy));
    }
}

static void
test_titles (void)
{
  g_autoptr (CircRecord) contact = circ_record_new (CIRC_KIND_CONTACT);
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autofree char *nameless = circ_record_dup_title (contact);
  g_autofree char *named = NULL;
  g_autofree char *first_line = NULL;
  g_autofree char *shortened = NULL;
  g_autofree char *endless = g_strnfill (400, 'w');

  g_assert_cmpstr (nameless, ==, "Contact without a name");
  g_object_set (contact, "given-name", "Ada", "family-name", "Byrne", "post-title", "Press officer", NULL);
  named = circ_record_dup_title (contact);
  g_assert_cmpstr (named, ==, "Ada Byrne, Press officer");
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Newsletter\nsecond line");
  first_line = circ_record_dup_title (item);
  g_assert_cmpstr (first_line, ==, "Newsletter");
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, endless);
  shortened = circ_record_dup_title (item);
  g_assert_cmpint (g_utf8_strlen (shortened, -1), ==, 120);
}

static gboolean
complains (CircRecord *record,
           guint field)
{
  g_autoptr (GPtrArray) problems = circ_record_check (record, TODAY);

  for (guint i = 0; i < problems->len; i++)
    if (((CircProblem *) g_ptr_array_index (problems, i))->field == field)
      return TRUE;
  return FALSE;
}

static void
set_by_whom (CircRecord *item,
             const char *first,
             const char *second)
{
  const CircField *field = &circ_plan_item_kind.fields[CIRC_PLAN_ITEM_BY_WHOM];
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;

  g_ptr_array_add (entries, circ_entry_new ("One", 0, first));
  if (second != NULL)
    g_ptr_array_add (entries, circ_entry_new ("Two", 0, second));
  value = circ_entries_to_value (field, entries);
  circ_record_set (item, CIRC_PLAN_ITEM_BY_WHOM, value);
}

static void
test_checks (void)
{
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircRecord) evidence = circ_record_new (CIRC_KIND_EVIDENCE);

  g_assert_true (complains (item, CIRC_PLAN_ITEM_WHAT));
  set_by_whom (item, NULL, NULL);
  g_assert_false (complains (item, CIRC_PLAN_ITEM_BY_WHOM));
  set_by_whom (item, "lead", "support");
  g_assert_false (complains (item, CIRC_PLAN_ITEM_BY_WHOM));
  set_by_whom (item, "lead", "lead");
  g_assert_true (complains (item, CIRC_PLAN_ITEM_BY_WHOM));
  set_by_whom (item, "support", "support");
  g_assert_true (complains (item, CIRC_PLAN_ITEM_BY_WHOM));
  g_object_set (item, "active-from", "2026-04-01", "active-to", "2026-03-31", NULL);
  g_assert_true (complains (item, CIRC_PLAN_ITEM_ACTIVE_TO));
  g_object_set (item, "active-to", "2026-04-01", NULL);
  g_assert_false (complains (item, CIRC_PLAN_ITEM_ACTIVE_TO));

  g_object_set (occurrence, "completed-on", "2026-11-22", NULL);
  g_assert_true (complains (occurrence, CIRC_OCCURRENCE_COMPLETED_ON));
  g_object_set (occurrence, "completed-on", TODAY, "due-on", "2026-11-20", NULL);
  g_assert_false (complains (occurrence, CIRC_OCCURRENCE_COMPLETED_ON));
  g_assert_true (complains (occurrence, CIRC_OCCURRENCE_LATE_REASON));
  g_object_set (occurrence, "late-reason", "The meeting moved", NULL);
  g_assert_false (complains (occurrence, CIRC_OCCURRENCE_LATE_REASON));

  g_assert_true (complains (evidence, CIRC_EVIDENCE_LINK));
  g_object_set (evidence, "reference", "Minute 4.2", NULL);
  g_assert_false (complains (evidence, CIRC_EVIDENCE_LINK));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/catalogues", test_catalogues);
  g_test_add_func ("/records/properties", test_properties);
  g_test_add_func ("/records/every-property", test_every_property);
  g_test_add_func ("/records/titles", test_titles);
  g_test_add_func ("/records/checks", test_checks);
  return g_test_run ();
}
