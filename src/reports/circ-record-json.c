/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-record-json.h"

#include <json-glib/json-glib.h>

#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-plan-rules.h"

/* The stable form of a record for other programs. One key per line of the catalogue, named as the column, in the
 * catalogue's order, then what is derived, then "id". Keys are never left out:
 *
 *   text, long text      string; "" when there is none
 *   number, money        number (money in pence) or null
 *   yes or no            true, false, or null when never answered
 *   date, instant        "2026-11-21", "2026-11-21T09:30:00Z", or null
 *   choice               its token, or null; a set: an array of tokens
 *   reference            {"kind", "name"} or null; several: an array of them
 *   rows                 an array of objects with the row's own keys; "kind" and "name" of a link stand in the row
 *   when                 an array of objects: "kind" and its parameters as DOMAIN 3.6 names them, "rule" (its number),
 *                        "sentence" (the same in plain words) and "source_text" (the words that it came from)
 */

static void
add_name (JsonBuilder *builder,
          CircStore *store,
          gint64 id)
{
  const CircKind *kind = circ_store_get_kind_of (store, id, NULL);
  g_autofree char *name = circ_store_dup_title (store, id);

  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind != NULL ? kind->name : "");
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, name != NULL ? name : "");
}

static void
add_reference (JsonBuilder *builder,
               CircStore *store,
               gint64 id)
{
  json_builder_begin_object (builder);
  add_name (builder, store, id);
  json_builder_end_object (builder);
}

static void add_value (JsonBuilder *builder,
                       CircStore *store,
                       const CircField *field,
                       GVariant *value);

static void
add_row (JsonBuilder *builder,
         CircStore *store,
         const CircField *rows,
         GVariant *row)
{
  json_builder_begin_object (builder);
  for (const CircField *part = rows; part->name != NULL; part++)
    {
      g_autoptr (GVariant) cell = g_variant_lookup_value (row, part->name, circ_field_get_value_type (part));
      g_autofree char *key = circ_field_dup_column (part);

      if (cell == NULL)
        continue;
      if (part->kind == CIRC_FIELD_REFERENCE && g_str_equal (part->name, "link"))
        {
          add_name (builder, store, g_variant_get_int64 (cell));
          continue;
        }
      json_builder_set_member_name (builder, key);
      add_value (builder, store, part, cell);
    }
  json_builder_end_object (builder);
}

/* A list's elements; none for no value. */
static void
add_list (JsonBuilder *builder,
          CircStore *store,
          const CircField *field,
          GVariant *value)
{
  json_builder_begin_array (builder);
  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

      if (field->kind == CIRC_FIELD_ROWS)
        add_row (builder, store, field->rows, child);
      else if (field->kind == CIRC_FIELD_REFERENCES)
        add_reference (builder, store, g_variant_get_int64 (child));
      else
        json_builder_add_string_value (builder, g_variant_get_string (child, NULL));
    }
  json_builder_end_array (builder);
}

static void
add_value (JsonBuilder *builder,
           CircStore *store,
           const CircField *field,
           GVariant *value)
{
  switch (field->kind)
    {
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
      json_builder_add_string_value (builder, value != NULL ? g_variant_get_string (value, NULL) : "");
      return;
    case CIRC_FIELD_SET:
    case CIRC_FIELD_REFERENCES:
    case CIRC_FIELD_ROWS:
      add_list (builder, store, field, value);
      return;
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_BOOLEAN:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    case CIRC_FIELD_REFERENCE:
    case CIRC_FIELD_IMAGE:
    default:
      break;
    }

  if (value == NULL || field->kind == CIRC_FIELD_IMAGE)
    json_builder_add_null_value (builder);
  else if (field->kind == CIRC_FIELD_REFERENCE)
    add_reference (builder, store, g_variant_get_int64 (value));
  else if (field->kind == CIRC_FIELD_BOOLEAN)
    json_builder_add_boolean_value (builder, g_variant_get_boolean (value));
  else if (field->kind == CIRC_FIELD_DECIMAL && g_variant_get_int64 (value) % CIRC_DECIMAL_ONE != 0)
    json_builder_add_double_value (builder, (double) g_variant_get_int64 (value) / CIRC_DECIMAL_ONE);
  else if (field->kind == CIRC_FIELD_DECIMAL)
    json_builder_add_int_value (builder, g_variant_get_int64 (value) / CIRC_DECIMAL_ONE);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    json_builder_add_int_value (builder, g_variant_get_int64 (value));
  else
    json_builder_add_string_value (builder, g_variant_get_string (value, NULL));
}

/* One rule of a "when", its anchor with the name of what it hangs on. */
static void
add_rule (JsonBuilder *builder,
          CircStore *store,
          const CircPlanRule *rule)
{
  g_autofree char *sentence = circ_plan_rule_dup_sentence (store, rule);
  g_autofree char *name = rule->timing->anchor_id != 0 ? circ_store_dup_title (store, rule->timing->anchor_id) : NULL;
  JsonNode *node = circ_timing_to_json (rule->timing);
  JsonObject *object = json_node_get_object (node);

  if (name != NULL && json_object_has_member (object, "anchor"))
    json_object_set_string_member (json_object_get_object_member (object, "anchor"), "name", name);
  json_object_set_int_member (object, "rule", rule->number);
  json_object_set_string_member (object, "sentence", sentence);
  json_builder_add_value (builder, node);
}

static void
add_rules (JsonBuilder *builder,
           CircStore *store,
           CircRecord *item)
{
  g_autoptr (GPtrArray) rules = circ_plan_rules_get (store, item);

  json_builder_begin_array (builder);
  for (guint i = 0; i < rules->len; i++)
    add_rule (builder, store, rules->pdata[i]);
  json_builder_end_array (builder);
}

/* State and dates, which are computed and never stored. */
static void
add_derived (JsonBuilder *builder,
             CircRecord *record,
             CircPlanFacts *facts)
{
  CircKindId kind = circ_record_get_kind (record)->id;

  if (facts == NULL)
    return;
  if (kind == CIRC_KIND_PLAN_ITEM)
    {
      json_builder_set_member_name (builder, "state");
      json_builder_add_string_value (builder, circ_item_state_get_token (circ_plan_facts_get_state (facts, record)));
      json_builder_set_member_name (builder, "last_done");
      json_builder_add_string_value (builder, circ_plan_facts_get_last_done (facts, circ_record_get_id (record)));
      json_builder_set_member_name (builder, "next_due");
      json_builder_add_string_value (builder, circ_plan_facts_get_next_due (facts, circ_record_get_id (record)));
    }
  else if (kind == CIRC_KIND_OCCURRENCE)
    {
      CircOccurrenceState state = circ_plan_facts_get_occurrence_state (facts, record);

      json_builder_set_member_name (builder, "state");
      json_builder_add_string_value (builder, circ_occurrence_state_get_token (state));
      json_builder_set_member_name (builder, "evidence_count");
      json_builder_add_int_value (builder, circ_plan_facts_get_n_evidence (facts, circ_record_get_id (record)));
    }
}

/**
 * circ_due_line_json_new:
 * @facts: for the number of pieces of evidence
 *
 * Returns: (transfer full): one line of JSON: the keys of an occurrence, with "id" 0 where it is not recorded yet, and
 *   "ref" of its item, "anchor", the meeting or theme day that it hangs on, or null, "state" on the day of the list, and
 *   "trigger", what it waits for, or null
 */
char *
circ_due_line_json_new (CircStore *store,
                        const CircDueLine *line,
                        CircPlanFacts *facts)
{
  const CircKind *kind = circ_record_get_kind (line->occurrence);
  gint64 id = circ_record_get_id (line->occurrence);
  const char *ref = circ_record_get_text (line->item, CIRC_PLAN_ITEM_REF);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ref");
  json_builder_add_string_value (builder, ref != NULL ? ref : "");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *key = circ_field_dup_column (&kind->fields[i]);

      json_builder_set_member_name (builder, key);
      if (i == CIRC_OCCURRENCE_PROVISIONAL)
        json_builder_add_boolean_value (builder, line->provisional);
      else
        add_value (builder, store, &kind->fields[i], circ_record_get (line->occurrence, i));
    }
  json_builder_set_member_name (builder, "anchor");
  if (circ_due_line_get_anchor (line) != 0)
    add_reference (builder, store, circ_due_line_get_anchor (line));
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, circ_occurrence_state_get_token (line->state));
  json_builder_set_member_name (builder, "trigger");
  json_builder_add_string_value (builder, line->trigger);
  json_builder_set_member_name (builder, "evidence_count");
  json_builder_add_int_value (builder, id > 0 ? circ_plan_facts_get_n_evidence (facts, id) : 0);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, MAX (id, 0));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * circ_record_json_new:
 * @store: where the names of references come from
 * @record: a saved record
 * @facts: (nullable): for the derived keys of plan items and occurrences
 *
 * Returns: (transfer full): one line of JSON, an object; its form is described at the top of this file and in the
 *   README, and only ever grows
 */
char *
circ_record_json_new (CircStore *store,
                      CircRecord *record,
                      CircPlanFacts *facts)
{
  const CircKind *kind = circ_record_get_kind (record);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *key = circ_field_dup_column (&kind->fields[i]);

      json_builder_set_member_name (builder, key);
      if (kind->id == CIRC_KIND_PLAN_ITEM && i == CIRC_PLAN_ITEM_WHEN)
        add_rules (builder, store, record);
      else
        add_value (builder, store, &kind->fields[i], circ_record_get (record, i));
    }
  add_derived (builder, record, facts);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, circ_record_get_id (record));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
