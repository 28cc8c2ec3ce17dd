/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a field holds comes back exactly: from the row, and from the history. */
#include "config.h"

#include "fixture.h"

#include <string.h>

static const char *const texts[] = {
  "plain",
  "سلامة الأطفال: “مؤتمر” — עברית",
  "👩‍👧‍👦 emoji 🇬🇧",
  "control \x01\x02\x1f\x7f characters\ttab",
  "=HYPERLINK(\"http://x\")",
  "'; DROP TABLE record; --",
  "line one\nline two\r\nline three",
  "back\\slash \"quotes\" 'single' {json: [1]}",
  "  spaces at both ends  ",
  "e\xcc\x81 as two characters",
  "NULL",
  "\xef\xbf\xbe\xef\xbb\xbf",
};

static char *
long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < CIRC_LIMIT_LONG / 10; i++)
    g_string_append (text, "ąbcdé 123\n");
  g_assert_cmpint (g_utf8_strlen (text->str, -1), ==, CIRC_LIMIT_LONG);
  return g_string_free (text, FALSE);
}

static GVariant *
sample_rows (const CircField *field,
             const char *text,
             gint64 id)
{
  GVariantBuilder rows;

  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < 3; i++)
    {
      g_variant_builder_open (&rows, G_VARIANT_TYPE_VARDICT);
      for (const CircField *part = field->rows; part->name != NULL; part++)
        {
          if (part->kind == CIRC_FIELD_REFERENCE && i > 0)
            g_variant_builder_add (&rows, "{sv}", part->name, g_variant_new_int64 (id));
          else if (part->kind == CIRC_FIELD_CHOICE && i > 1)
            g_variant_builder_add (&rows, "{sv}", part->name, g_variant_new_string (part->choices[0].token));
          else if (part->kind == CIRC_FIELD_TEXT || part->kind == CIRC_FIELD_LONG_TEXT)
            g_variant_builder_add (&rows, "{sv}", part->name, g_variant_new_string (text));
          else if (part->kind == CIRC_FIELD_DATE)
            g_variant_builder_add (&rows, "{sv}", part->name, g_variant_new_string ("2026-02-28"));
        }
      g_variant_builder_close (&rows);
    }
  return g_variant_builder_end (&rows);
}

/* The id of some record that @field may refer to; made when there is none. */
static gint64
sample_target (CircStore *store,
               const CircField *field)
{
  const CircField *part = field;
  CircKindId kind;
  g_autoptr (CircQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (CircRecord) record = NULL;
  g_autoptr (CircChange) change = circ_change_new ("target");
  g_autoptr (GError) error = NULL;

  if (field->rows != NULL)
    for (part = field->rows; part->name != NULL && part->targets == NULL; part++)
      ;
  if (part->targets == NULL)
    return 0;
  kind = circ_kind_find (part->targets[0])->id;
  query = circ_query_new (kind);
  ids = circ_store_find_ids (store, query, NULL);
  if (ids->len > 0)
    return g_array_index (ids, gint64, 0);
  record = circ_record_new (kind);
  circ_change_insert (change, record);
  circ_store_apply (store, change, &error);
  g_assert_no_error (error);
  return circ_record_get_id (record);
}

static GVariant *
sample_value (CircStore *store,
              const CircField *field,
              const char *text)
{
  static const guint8 image[] = { 0x89, 'P', 'N', 'G', 0, 0xff, 0, 13, 10 };
  const char *tokens[] = { NULL, NULL, NULL };
  gint64 target = sample_target (store, field);

  switch (field->kind)
    {
    case CIRC_FIELD_INTEGER:
      return g_variant_new_int64 (-7);
    case CIRC_FIELD_DECIMAL:
      return g_variant_new_int64 (-1250);
    case CIRC_FIELD_MONEY:
      return g_variant_new_int64 (G_MAXINT64);
    case CIRC_FIELD_BOOLEAN:
      return g_variant_new_boolean (TRUE);
    case CIRC_FIELD_DATE:
      return g_variant_new_string ("2028-02-29");
    case CIRC_FIELD_INSTANT:
      return g_variant_new_string ("2026-11-21T09:30:00Z");
    case CIRC_FIELD_CHOICE:
      return g_variant_new_string (field->choices[0].token);
    case CIRC_FIELD_SET:
      tokens[0] = field->choices[1].token;
      tokens[1] = field->choices[0].token;
      return g_variant_new_strv (tokens, 2);
    case CIRC_FIELD_REFERENCE:
      return g_variant_new_int64 (target);
    case CIRC_FIELD_REFERENCES:
      return id_list (target, target);
    case CIRC_FIELD_ROWS:
      return sample_rows (field, text, target);
    case CIRC_FIELD_IMAGE:
      return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, image, sizeof image, 1);
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    default:
      return g_variant_new_string (text);
    }
}

static CircRecord *
sample_record (CircStore *store,
               const CircKind *kind,
               const char *text)
{
  CircRecord *record = circ_record_new (kind->id);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((int) i != kind->archived_field && (int) i != kind->ref_field)
      circ_record_set (record, i, sample_value (store, &kind->fields[i], text));
  return record;
}

static void
assert_same (CircRecord *a,
             CircRecord *b)
{
  const CircKind *kind = circ_record_get_kind (a);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *first = circ_field_to_stored (&kind->fields[i], circ_record_get (a, i));
      g_autofree char *second = circ_field_to_stored (&kind->fields[i], circ_record_get (b, i));

      g_assert_cmpstr (first, ==, second);
    }
}

/* In, out by another connection, gone, and back from the history. */
static void
check_kind (Fixture *fixture,
            const CircKind *kind,
            const char *text)
{
  g_autoptr (CircRecord) record = sample_record (fixture->store, kind, text);
  g_autoptr (CircChange) change = circ_change_new (text);
  g_autoptr (CircStore) other = NULL;
  g_autoptr (CircRecord) read = NULL;
  g_autoptr (CircRecord) back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  circ_change_insert (change, record);
  circ_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  id = circ_record_get_id (record);
  other = fixture_open (fixture, "Bea");
  read = circ_store_get (other, id, &error);
  g_assert_no_error (error);
  assert_same (record, read);
  undo (fixture->store);
  redo (fixture->store);
  g_clear_object (&read);
  circ_store_look (other, NULL);
  back = circ_store_get (other, id, &error);
  g_assert_no_error (error);
  assert_same (record, back);
  remove_record (fixture->store, record);
}

static void
test_every_kind (Fixture *fixture,
                 gconstpointer data)
{
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    check_kind (fixture, circ_kind_get ((CircKindId) i), texts[i % G_N_ELEMENTS (texts)]);
  assert_sound (fixture->store);
}

static void
test_every_text (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *longest = long_text ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_kind (fixture, circ_kind_get (CIRC_KIND_PLAN_ITEM), texts[i]);
  check_kind (fixture, circ_kind_get (CIRC_KIND_PLAN_ITEM), longest);
  assert_sound (fixture->store);
}

/* Setting, clearing and undoing each field of a saved record. */
static void
test_every_field (Fixture *fixture,
                  gconstpointer data)
{
  const CircKind *kind = circ_kind_get (CIRC_KIND_PARTNERSHIP);
  g_autoptr (CircRecord) record = circ_store_get_only (fixture->store, CIRC_KIND_PARTNERSHIP, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (sample_value (fixture->store, &kind->fields[i], texts[1]));
      g_autoptr (CircChange) set = circ_change_new ("set");
      g_autoptr (CircChange) clear = circ_change_new ("clear");
      g_autoptr (GError) error = NULL;
      g_autofree char *before = circ_field_to_stored (&kind->fields[i], value);
      g_autofree char *after = NULL;

      circ_change_set (set, record, i, value);
      circ_store_apply (fixture->store, set, &error);
      g_assert_no_error (error);
      circ_change_set (clear, record, i, NULL);
      circ_store_apply (fixture->store, clear, &error);
      g_assert_no_error (error);
      g_assert_null (circ_record_get (record, i));
      undo (fixture->store);
      after = circ_field_to_stored (&kind->fields[i], circ_record_get (record, i));
      g_assert_cmpstr (before, ==, after);
    }
  assert_sound (fixture->store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/values/every-kind", test_every_kind);
  fixture_add ("/store/values/every-text", test_every_text);
  fixture_add ("/store/values/every-field", test_every_field);
  return g_test_run ();
}
