/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-record-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "circ-audience.h"
#include "circ-entry.h"
#include "support.h"

#define NASTY "quote \" back \\ tab \t bell \a esc \033 العربية 🙂 \x7f end"

static JsonObject *
read_json (const char *text,
           JsonNode **root)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (strchr (text, '\n'));
  *root = json_from_string (text, &error);
  g_assert_no_error (error);
  return json_node_get_object (*root);
}

static void
test_plan_item (void)
{
  static const char *const first_keys[] = { "ref", "what", "what_notes", "to_whom", "how", "by_whom", "when_text" };
  TestFile file;
  g_autoptr (CircRecord) audience = circ_record_new (CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (CircPlanFacts) facts = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GList) keys = NULL;
  JsonObject *object;
  JsonObject *entry;

  test_open (&file, NULL);
  circ_record_set_text (audience, CIRC_AUDIENCE_NAME, "Lamplighters");
  test_add (&file, audience);
  g_ptr_array_add (entries, circ_entry_new ("To all lamplighters", circ_record_get_id (audience), "for_action"));
  g_ptr_array_add (entries, circ_entry_new (NASTY, 0, NULL));
  value = circ_entries_to_value (&circ_plan_item_kind.fields[CIRC_PLAN_ITEM_TO_WHOM], entries);
  circ_record_set (item, CIRC_PLAN_ITEM_TO_WHOM, value);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, NASTY);
  circ_record_set_text (item, CIRC_PLAN_ITEM_CATEGORY, "audit");
  test_add (&file, item);
  facts = circ_plan_facts_new (file.store, NULL, TEST_TODAY);
  text = circ_record_json_new (file.store, item, facts);
  object = read_json (text, &root);

  keys = json_object_get_members (object);
  for (guint i = 0; i < G_N_ELEMENTS (first_keys); i++)
    g_assert_cmpstr (g_list_nth_data (keys, i), ==, first_keys[i]);
  g_assert_cmpstr (json_object_get_string_member (object, "ref"), ==, "CP-2026-001");
  g_assert_cmpstr (json_object_get_string_member (object, "what"), ==, NASTY);
  g_assert_cmpstr (json_object_get_string_member (object, "what_notes"), ==, "");
  g_assert_cmpstr (json_object_get_string_member (object, "category"), ==, "audit");
  g_assert_true (json_object_get_null_member (object, "mode"));
  g_assert_true (json_object_get_null_member (object, "active_to"));
  g_assert_true (json_object_get_null_member (object, "rolled_from"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "how")), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "nothing");
  g_assert_true (json_object_get_null_member (object, "last_done"));
  g_assert_cmpint (json_object_get_int_member (object, "id"), ==, circ_record_get_id (item));
  entry = json_array_get_object_element (json_object_get_array_member (object, "to_whom"), 0);
  g_assert_cmpuint (json_object_get_size (entry), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (entry, "text"), ==, "To all lamplighters");
  g_assert_cmpstr (json_object_get_string_member (entry, "kind"), ==, "audience");
  g_assert_cmpstr (json_object_get_string_member (entry, "name"), ==, "Lamplighters");
  g_assert_cmpstr (json_object_get_string_member (entry, "purpose"), ==, "for_action");
  entry = json_array_get_object_element (json_object_get_array_member (object, "to_whom"), 1);
  g_assert_cmpuint (json_object_get_size (entry), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (entry, "text"), ==, NASTY);

  g_clear_object (&facts);
  g_clear_object (&item);
  g_clear_object (&audience);
  test_close (&file);
}

/* Every record of the sample is an object with every key of its catalogue. */
static void
test_every_kind (void)
{
  TestFile file;
  g_autoptr (CircPlanFacts) facts = NULL;
  guint n_records = 0;

  test_open (&file, "sample");
  facts = circ_plan_facts_new (file.store, NULL, TEST_TODAY);
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    {
      const CircKind *kind = circ_kind_get (i);
      g_autoptr (CircQuery) query = circ_query_new (i);
      g_autoptr (GPtrArray) records = NULL;

      circ_query_set_scope (query, CIRC_QUERY_ALL);
      records = circ_store_find (file.store, query, NULL);
      g_assert_nonnull (records);
      for (guint j = 0; j < records->len; j++)
        {
          g_autofree char *text = circ_record_json_new (file.store, records->pdata[j], facts);
          g_autoptr (JsonNode) root = NULL;
          JsonObject *object = read_json (text, &root);

          for (guint f = 0; f < kind->n_fields; f++)
            {
              g_autofree char *key = circ_field_dup_column (&kind->fields[f]);

              g_assert_true (json_object_has_member (object, key));
            }
          n_records++;
        }
    }
  g_assert_cmpuint (n_records, >, 300);
  g_clear_object (&facts);
  test_close (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-json/plan-item", test_plan_item);
  g_test_add_func ("/record-json/every-kind", test_every_kind);
  return g_test_run ();
}
