/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads starter and sample content. Every name, token, key and date is checked: content that is wrong is not loaded. */
#include "config.h"

#include "circ-seed-private.h"
#include "circ-seed.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "circ-cascade-return.h"
#include "circ-date.h"
#include "circ-document-error.h"
#include "circ-evidence.h"
#include "circ-measure-reading.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-report-year.h"

#define STARTER_PATH "/io/github/circulate/Circulate/starter/"

typedef struct {
  CircStore *store;
  const char *today;
  CircReportYear year;
  CircChange *change;     /* (owned) */
  GHashTable *records;    /* (owned) (element-type utf8 CircRecord): by key */
  GHashTable *unfinished; /* (owned) (element-type utf8): keys of occurrences that are not done yet on this day */
  const char *key;        /* of the record that is read, for messages */
} Loader;

static void
loader_clear (Loader *loader)
{
  g_clear_pointer (&loader->change, circ_change_unref);
  g_clear_pointer (&loader->records, g_hash_table_unref);
  g_clear_pointer (&loader->unfinished, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

/* Returns: NULL, so that "!= NULL" is the FALSE that goes with it. */
static gpointer G_GNUC_PRINTF (3, 4)
fail (Loader *loader,
      GError **error,
      const char *format,
      ...)
{
  va_list args;
  g_autofree char *what = NULL;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_MALFORMED, "%s: %s",
               loader->key != NULL ? loader->key : "content", what);
  return NULL;
}

/* "Y0:11-21" and "Y-1:11-21" are that day inside this and the last reporting year; anything else is a date itself. */
static char *
resolve_date (Loader *loader,
              const char *text,
              GError **error)
{
  CircReportYear year = loader->year;
  const char *day = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_str_has_prefix (text, "Y0:"))
    day = text + strlen ("Y0:");
  else if (g_str_has_prefix (text, "Y-1:"))
    {
      day = text + strlen ("Y-1:");
      year = circ_report_year_previous (&year);
    }
  if (day == NULL)
    return circ_date_is_valid (text) ? g_strdup (text) : fail (loader, error, "“%s” is not a date", text);

  first = g_strdup_printf ("%d-%s", year.start, day);
  second = g_strdup_printf ("%d-%s", year.start + 1, day);
  if (circ_date_is_valid (first) && circ_report_year_contains (&year, first))
    return g_steal_pointer (&first);
  if (circ_date_is_valid (second) && circ_report_year_contains (&year, second))
    return g_steal_pointer (&second);
  return fail (loader, error, "“%s” is not a day of a year", text);
}

/* Days on which something was looked at or decided. Told as day and month, they may still lie ahead: then it was a
 * year ago. */
static gboolean
lies_in_the_past (const CircField *field)
{
  static const char *const names[] = {
    "last-checked-on", "approval-requested-on", "approval-on", "quality-checked-on", "on", "received-on", "supplied-on", NULL,
  };

  return g_strv_contains (names, field->name);
}

static GVariant *
read_date (Loader *loader,
           const CircField *field,
           const char *text,
           GError **error)
{
  g_autofree char *date = resolve_date (loader, text, error);

  if (date == NULL)
    return NULL;
  if (lies_in_the_past (field) && strcmp (date, loader->today) > 0)
    {
      g_autofree char *earlier = circ_date_add_years (date, -1);

      return g_variant_new_string (earlier);
    }
  return g_variant_new_string (date);
}

static gint64
read_key (Loader *loader,
          const CircField *field,
          JsonNode *node,
          GError **error)
{
  const char *key = json_node_get_string (node);
  CircRecord *record = key != NULL ? g_hash_table_lookup (loader->records, key) : NULL;

  if (record == NULL)
    fail (loader, error, "%s: there is no “%s”", field->name, key != NULL ? key : "");
  else if (!circ_field_accepts (field, circ_record_get_kind (record)))
    fail (loader, error, "%s: cannot point to “%s”", field->name, key);
  else
    return circ_record_get_id (record);
  return 0;
}

static GVariant *
read_image (Loader *loader,
            const CircField *field,
            const char *name,
            GError **error)
{
  g_autofree char *path = g_strconcat (STARTER_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    return fail (loader, error, "%s: there is no picture “%s”", field->name, name);
  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static GVariant *read_value (Loader *loader,
                             const CircField *field,
                             JsonNode *node,
                             GError **error);

static GVariant *
read_row (Loader *loader,
          const CircField *rows,
          JsonObject *object,
          GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  for (GList *l = names; l != NULL; l = l->next)
    {
      const CircField *part = circ_field_find (rows, l->data);
      GVariant *cell = NULL;

      if (part == NULL)
        fail (loader, error, "a row has no “%s”", (const char *) l->data);
      else
        cell = read_value (loader, part, json_object_get_member (object, l->data), error);
      if (part == NULL || cell == NULL)
        {
          g_variant_dict_clear (&dict);
          return NULL;
        }
      g_variant_dict_insert_value (&dict, part->name, cell);
    }
  return g_variant_dict_end (&dict);
}

/* An array of rows, keys or tokens. */
static GVariant *
read_list (Loader *loader,
           const CircField *field,
           JsonNode *node,
           GError **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_auto (GVariantBuilder) list = G_VARIANT_BUILDER_INIT (circ_field_get_value_type (field));

  if (array == NULL)
    return fail (loader, error, "%s: is not a list", field->name);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      GVariant *child = NULL;

      if (field->kind == CIRC_FIELD_ROWS && JSON_NODE_HOLDS_OBJECT (element))
        child = read_row (loader, field->rows, json_node_get_object (element), error);
      else if (field->kind == CIRC_FIELD_REFERENCES && JSON_NODE_HOLDS_VALUE (element))
        {
          gint64 id = read_key (loader, field, element, error);

          child = id != 0 ? g_variant_new_int64 (id) : NULL;
        }
      else if (field->kind == CIRC_FIELD_SET && json_node_get_value_type (element) == G_TYPE_STRING)
        child = g_variant_new_string (json_node_get_string (element));
      else
        fail (loader, error, "%s: has an element of the wrong kind", field->name);
      if (child == NULL)
        return NULL;
      g_variant_builder_add_value (&list, child);
    }
  return g_variant_builder_end (&list);
}

/* Returns: (transfer floating): the value of @field that @node says, or NULL with @error. */
static GVariant *
read_value (Loader *loader,
            const CircField *field,
            JsonNode *node,
            GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  const char *text = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  gint64 id;

  switch (field->kind)
    {
    case CIRC_FIELD_SET:
    case CIRC_FIELD_REFERENCES:
    case CIRC_FIELD_ROWS:
      return read_list (loader, field, node, error);
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
      return type == G_TYPE_INT64 ? g_variant_new_int64 (json_node_get_int (node))
                                  : fail (loader, error, "%s: is not a whole number", field->name);
    case CIRC_FIELD_DECIMAL:
      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return fail (loader, error, "%s: is not a number", field->name);
      return g_variant_new_int64 (llround (json_node_get_double (node) * CIRC_DECIMAL_ONE));
    case CIRC_FIELD_BOOLEAN:
      return type == G_TYPE_BOOLEAN ? g_variant_new_boolean (json_node_get_boolean (node))
                                    : fail (loader, error, "%s: is neither true nor false", field->name);
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_DATE:
    case CIRC_FIELD_INSTANT:
    case CIRC_FIELD_CHOICE:
    case CIRC_FIELD_REFERENCE:
    case CIRC_FIELD_IMAGE:
    default:
      break;
    }

  if (text == NULL)
    return fail (loader, error, "%s: is not text", field->name);
  if (field->kind == CIRC_FIELD_DATE)
    return read_date (loader, field, text, error);
  if (field->kind == CIRC_FIELD_IMAGE)
    return read_image (loader, field, text, error);
  if (field->kind != CIRC_FIELD_REFERENCE)
    return g_variant_new_string (text);
  id = read_key (loader, field, node, error);
  return id != 0 ? g_variant_new_int64 (id) : NULL;
}

static gboolean
fill_record (Loader *loader,
             const CircKind *kind,
             JsonObject *object,
             GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);
  CircRecord *record = g_hash_table_lookup (loader->records, loader->key);

  for (GList *l = names; l != NULL; l = l->next)
    {
      int index = circ_kind_find_field (kind, l->data);
      g_autoptr (GError) reason = NULL;
      GVariant *value;
      g_autoptr (GVariant) taken = NULL;

      if (strcmp (l->data, "key") == 0)
        continue;
      if (index < 0)
        return fail (loader, error, "there is no field “%s”", (const char *) l->data) != NULL;
      value = read_value (loader, &kind->fields[index], json_object_get_member (object, l->data), error);
      if (value == NULL)
        return FALSE;
      taken = circ_field_take_value (&kind->fields[index], value, &reason);
      if (reason != NULL)
        return fail (loader, error, "%s: %s", kind->fields[index].name, reason->message) != NULL;
      circ_change_set (loader->change, record, (guint) index, taken);
    }
  circ_seed_unfinish (record, loader->today);
  return TRUE;
}

/* Calls @func for each record of the content, in the order of the file. */
typedef gboolean (*RecordFunc) (Loader *loader,
                                const CircKind *kind,
                                JsonObject *object,
                                GError **error);

static gboolean
for_each_record (Loader *loader,
                 JsonObject *content,
                 RecordFunc func,
                 GError **error)
{
  g_autoptr (GList) names = json_object_get_members (content);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const CircKind *kind = circ_kind_find (l->data);
      JsonNode *node = json_object_get_member (content, l->data);
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      loader->key = l->data;
      if (kind == NULL || array == NULL)
        return fail (loader, error, "is not a kind of record with a list") != NULL;
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);
          JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;

          loader->key = object != NULL ? json_object_get_string_member_with_default (object, "key", NULL) : NULL;
          if (loader->key == NULL)
            return fail (loader, error, "%s: a record has no key", kind->name) != NULL;
          if (!func (loader, kind, object, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* First every record gets its place and its id, because any may point to one that comes later. The file's partnership
 * is there already and is filled in. */
static gboolean
make_record (Loader *loader,
             const CircKind *kind,
             JsonObject *object,
             GError **error)
{
  g_autoptr (CircRecord) record = NULL;

  if (g_hash_table_contains (loader->records, loader->key))
    return fail (loader, error, "the key is used twice") != NULL;
  if (kind->id == CIRC_KIND_PARTNERSHIP)
    record = circ_store_get_only (loader->store, kind->id, error);
  else
    record = circ_record_new (kind->id);
  if (record == NULL)
    return FALSE;
  if (circ_record_get_id (record) == 0)
    circ_change_insert (loader->change, record);
  g_hash_table_insert (loader->records, g_strdup (loader->key), g_steal_pointer (&record));
  return TRUE;
}

/* Dates are counted in the years of the partnership that the content describes. */
static void
init_year (Loader *loader,
           JsonObject *content)
{
  const char *kind = circ_partnership_kind.name;
  JsonNode *node = json_object_get_member (content, kind);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *first = array != NULL && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
  const char *token = NULL;

  if (first != NULL && JSON_NODE_HOLDS_OBJECT (first))
    token = json_object_get_string_member_with_default (json_node_get_object (first), "report-year", NULL);
  circ_report_year_init (&loader->year, token, loader->today);
}

/* Drops the evidence and the returns of what is not done yet, and readings that are still to come, before any are made. */
static void
drop_parts (Loader *loader,
            JsonObject *content,
            const CircKind *kind)
{
  JsonNode *node = json_object_get_member (content, kind->name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = array != NULL ? json_array_get_length (array) : 0; i-- > 0;)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *owner = object != NULL ? json_object_get_string_member_with_default (object, "occurrence", NULL) : NULL;
      const char *when = kind == &circ_measure_reading_kind ? "recorded-on" : "date";
      const char *day = object != NULL ? json_object_get_string_member_with_default (object, when, NULL) : NULL;
      g_autofree char *date = day != NULL ? resolve_date (loader, day, NULL) : NULL;

      if ((owner != NULL && g_hash_table_contains (loader->unfinished, owner)) ||
          (date != NULL && strcmp (date, loader->today) > 0))
        json_array_remove_element (array, i);
    }
}

/* Which occurrences are not done yet has to be known before their evidence is made. */
static gboolean
note_unfinished (Loader *loader,
                 const CircKind *kind,
                 JsonObject *object,
                 GError **error)
{
  const char *day = json_object_get_string_member_with_default (object, "completed-on", NULL);
  g_autofree char *date = NULL;

  if (kind->id != CIRC_KIND_OCCURRENCE || day == NULL)
    return TRUE;
  date = resolve_date (loader, day, error);
  if (date == NULL)
    return FALSE;
  if (strcmp (date, loader->today) > 0)
    g_hash_table_add (loader->unfinished, g_strdup (loader->key));
  return TRUE;
}

/**
 * circ_seed_load_json:
 * @store: a store
 * @json: an object: names of kinds, each with an array of records; a record has a "key" and fields by their names,
 *   with keys in the place of references
 * @title: of the one change that adds it
 * @today: ISO date
 *
 * Returns: FALSE with MALFORMED and the key of the record that is wrong, having saved nothing
 */
gboolean
circ_seed_load_json (CircStore *store,
                     GBytes *json,
                     const char *title,
                     const char *today,
                     GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Loader) loader = { .store = store, .today = today };
  JsonNode *root;
  JsonObject *content;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), error))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail (&loader, error, "is not an object") != NULL;
  content = json_node_get_object (root);
  loader.change = circ_change_new (title);
  loader.records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  loader.unfinished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  init_year (&loader, content);
  if (!for_each_record (&loader, content, note_unfinished, error))
    return FALSE;
  drop_parts (&loader, content, &circ_evidence_kind);
  drop_parts (&loader, content, &circ_cascade_return_kind);
  drop_parts (&loader, content, &circ_measure_reading_kind);
  return for_each_record (&loader, content, make_record, error) &&
         for_each_record (&loader, content, fill_record, error) && circ_store_apply (store, loader.change, error);
}
