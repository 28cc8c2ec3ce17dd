/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading back what circ_row_values_to_json() wrote for the history's inserts and removals. */
#include "config.h"

#include "circ-row.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Sets every field of @record; a field that the text does not know is cleared. */
gboolean
circ_row_from_json (const char *json,
                    CircRecord *record,
                    GError **error)
{
  const CircKind *kind = circ_record_get_kind (record);
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_FAILED,
                           _ ("The values of this change are no longer kept, so it cannot be undone."));
      return FALSE;
    }
  object = json_node_get_object (root);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *text = json_object_get_string_member_with_default (object, kind->fields[i].name, NULL);
      g_autoptr (GVariant) value = circ_field_from_stored (&kind->fields[i], text);

      circ_record_set (record, i, value);
    }
  return TRUE;
}
