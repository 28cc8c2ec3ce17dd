/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-json.h"

#include <json-glib/json-glib.h>

#include "circ-audience.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-version.h"
#include "circ-method.h"

static void
add_text (JsonBuilder *builder,
          const char *key,
          const char *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static const char *
get_name (CircRecord *head)
{
  const char *name = circ_record_get_text (head, (guint) circ_record_get_kind (head)->title_field);

  return name != NULL ? name : "";
}

/* @key: what @field is called beside the name */
static void
add_heads (JsonBuilder *builder,
           const char *name,
           GPtrArray *heads,
           const char *key,
           guint field)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < heads->len; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "name", get_name (heads->pdata[i]));
      add_text (builder, key, circ_record_get_text (heads->pdata[i], field));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_cell (JsonBuilder *builder,
          CircMatrixSource *source,
          CircRecord *method,
          CircRecord *audience,
          CircMatrixUse *use)
{
  gint64 down = circ_record_get_id (method);
  gint64 across = circ_record_get_id (audience);
  CircRecord *cell = circ_matrix_source_get_cell (source, down, across);
  const char *note = cell != NULL ? circ_record_get_text (cell, CIRC_MATRIX_CELL_NOTE) : NULL;

  json_builder_begin_object (builder);
  add_text (builder, "method", get_name (method));
  add_text (builder, "audience", get_name (audience));
  add_text (builder, "value", circ_matrix_value_get_token (circ_matrix_get (source->matrix, down, across)));
  add_text (builder, "note", note != NULL ? note : "");
  if (use != NULL)
    {
      json_builder_set_member_name (builder, "recorded");
      json_builder_add_int_value (builder, circ_matrix_use_get (use, down, across));
    }
  json_builder_end_object (builder);
}

/* What the version is called and when it holds; NULL where there is none. */
static void
add_version (JsonBuilder *builder,
             CircRecord *version)
{
  static const struct {
    const char *key;
    guint field;
  } shown[] = {
    { "title", CIRC_MATRIX_VERSION_TITLE },
    { "status", CIRC_MATRIX_VERSION_STATUS },
    { "period_from", CIRC_MATRIX_VERSION_PERIOD_FROM },
    { "period_to", CIRC_MATRIX_VERSION_PERIOD_TO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    add_text (builder, shown[i].key, version != NULL ? circ_record_get_text (version, shown[i].field) : NULL);
}

/**
 * circ_matrix_json_new:
 * @period, @use: (nullable): what was recorded, and when
 *
 * Returns: (transfer full): one object: "title", "status", "period_from" and "period_to" of the version, or null where there
 *   is none; "methods" and "audiences", arrays of objects with "name" and "category" or "side" (a token or null), in their
 *   order; "cells", an array of objects with "method" and "audience" by name, "value" (a token) and "note", one for every
 *   pair, row by row. With @use there are "recorded_from" and "recorded_to" before the arrays, and how often something was
 *   "recorded" in each cell
 */
char *
circ_matrix_json_new (CircMatrixSource *source,
                      const CircPeriod *period,
                      CircMatrixUse *use)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_version (builder, source->version);
  if (use != NULL)
    {
      add_text (builder, "recorded_from", period->from);
      add_text (builder, "recorded_to", period->to);
    }
  add_heads (builder, "methods", source->methods, "category", CIRC_METHOD_CATEGORY);
  add_heads (builder, "audiences", source->audiences, "side", CIRC_AUDIENCE_SIDE);
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < source->methods->len; i++)
    for (guint j = 0; j < source->audiences->len; j++)
      add_cell (builder, source, source->methods->pdata[i], source->audiences->pdata[j], use);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
