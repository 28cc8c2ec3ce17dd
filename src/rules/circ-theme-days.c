/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-theme-days.h"

#include <glib/gi18n-lib.h>

#include "circ-field.h"

/* Returns: (transfer full): a theme day that its organiser announces, until it is given a rule. */
CircThemeDay *
circ_theme_day_new (gint64 id,
                    const char *name)
{
  CircThemeDay *self = g_new0 (CircThemeDay, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->active = TRUE;
  self->years = g_array_new (FALSE, FALSE, sizeof (CircThemeDayYear));
  return self;
}

void
circ_theme_day_free (CircThemeDay *self)
{
  g_free (self->name);
  g_strfreev (self->synonyms);
  g_strfreev (self->tags);
  g_free (self->side);
  g_clear_pointer (&self->rule, circ_timing_free);
  g_array_unref (self->years);
  g_free (self);
}

void
circ_theme_day_add_year (CircThemeDay *self,
                         int year,
                         CircDay from,
                         CircDay to,
                         gboolean confirmed)
{
  CircThemeDayYear row = { year, from, to, confirmed };

  g_return_if_fail (from > CIRC_DAY_NONE && to >= from);

  g_array_append_val (self->years, row);
}

/**
 * circ_theme_day_in_year:
 * @self: a theme day
 * @year: a year
 * @from: (out): its first day
 * @to: (out): its last
 * @provisional: (out): whether nobody has confirmed it
 *
 * Returns: FALSE when it is not known yet
 */
gboolean
circ_theme_day_in_year (const CircThemeDay *self,
                        int year,
                        CircDay *from,
                        CircDay *to,
                        gboolean *provisional)
{
  const CircThemeDayYear *known = NULL;

  for (guint i = 0; i < self->years->len; i++)
    {
      const CircThemeDayYear *row = &g_array_index (self->years, CircThemeDayYear, i);

      if (row->year == year && (known == NULL || row->confirmed))
        known = row;
    }
  if (known != NULL)
    {
      *from = known->from;
      *to = known->to;
      *provisional = !known->confirmed;
      return TRUE;
    }
  *provisional = !self->reliable;
  return self->rule != NULL && circ_timing_span_in_year (self->rule, year, from, to);
}

/* %NULL asks for no tag: every theme day has it. */
gboolean
circ_theme_day_has_tag (const CircThemeDay *self,
                        const char *tag)
{
  return tag == NULL || (self->tags != NULL && g_strv_contains ((const char *const *) self->tags, tag));
}

static char **
dup_texts (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (texts, json_node_get_string (element));
    }
  return g_strv_builder_end (texts);
}

static void
read_years (CircThemeDay *self,
            JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "years");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *year = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      CircDay from, to;

      if (year == NULL)
        continue;
      from = circ_day_from_iso (json_object_get_string_member_with_default (year, "from", NULL));
      to = circ_day_from_iso (json_object_get_string_member_with_default (year, "to", NULL));
      if (from != CIRC_DAY_NONE && to >= from)
        circ_theme_day_add_year (self, circ_day_get_year (from), from, to,
                                 json_object_get_boolean_member_with_default (year, "confirmed", FALSE));
    }
}

static CircThemeDay *
parse_theme_day (JsonNode *node,
                 GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? json_object_get_string_member_with_default (object, "name", NULL) : NULL;
  g_autoptr (CircThemeDay) self = NULL;
  JsonNode *rule;

  if (name == NULL)
    {
      g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID, _ ("A theme day has no name."));
      return NULL;
    }
  self = circ_theme_day_new (0, name);
  rule = json_object_get_member (object, "rule");
  if (rule != NULL && JSON_NODE_HOLDS_OBJECT (rule))
    {
      self->rule = circ_timing_from_json (rule, error);
      if (self->rule == NULL)
        return NULL;
    }
  self->synonyms = dup_texts (object, "synonyms");
  self->tags = dup_texts (object, "tags");
  self->side = g_strdup (json_object_get_string_member_with_default (object, "side", "both"));
  self->reliable = json_object_get_boolean_member_with_default (object, "reliable", FALSE);
  self->core = json_object_get_boolean_member_with_default (object, "core", TRUE);
  self->active = json_object_get_boolean_member_with_default (object, "active", TRUE);
  read_years (self, object);
  return g_steal_pointer (&self);
}

/**
 * circ_theme_days_parse:
 * @json: a list as data/rules/theme-days.json has it
 *
 * Returns: (transfer full) (element-type CircThemeDay): the theme days, or %NULL with @error
 */
GPtrArray *
circ_theme_days_parse (GBytes *json,
                       GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) theme_days = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_theme_day_free);
  gsize size;
  const char *text = g_bytes_get_data (json, &size);
  JsonNode *root;
  JsonArray *array;

  if (!json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) size, error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID, _ ("This is no list of theme days."));
      return NULL;
    }
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      CircThemeDay *theme_day = parse_theme_day (json_array_get_element (array, i), error);

      if (theme_day == NULL)
        return NULL;
      g_ptr_array_add (theme_days, theme_day);
    }
  return g_steal_pointer (&theme_days);
}

/* Returns: (nullable): the one of this name or synonym, in whatever case. */
const CircThemeDay *
circ_theme_days_find (GPtrArray *theme_days,
                      const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < theme_days->len; i++)
    {
      const CircThemeDay *theme_day = g_ptr_array_index (theme_days, i);
      g_autofree char *folded = g_utf8_casefold (theme_day->name, -1);

      if (g_str_equal (wanted, folded))
        return theme_day;
      for (guint j = 0; theme_day->synonyms != NULL && theme_day->synonyms[j] != NULL; j++)
        {
          g_autofree char *synonym = g_utf8_casefold (theme_day->synonyms[j], -1);

          if (g_str_equal (wanted, synonym))
            return theme_day;
        }
    }
  return NULL;
}
