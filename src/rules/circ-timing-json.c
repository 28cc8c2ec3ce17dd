/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-field.h"
#include "circ-timing.h"

static const char *const bounds[] = {
  [CIRC_BOUND_AT_LEAST] = "at_least",
  [CIRC_BOUND_WITHIN] = "within",
  [CIRC_BOUND_EXACTLY] = "exactly",
  [CIRC_BOUND_AS_SOON_AS] = "as_soon_as",
};
G_STATIC_ASSERT (G_N_ELEMENTS (bounds) == CIRC_N_BOUNDS);

static const char *const rolls[] = {
  [CIRC_ROLL_PREVIOUS] = "previous_working_day",
  [CIRC_ROLL_NONE] = "none",
  [CIRC_ROLL_NEXT] = "next_working_day",
};
G_STATIC_ASSERT (G_N_ELEMENTS (rolls) == CIRC_N_ROLLS);

/* The numbers and the texts: a member of the object, a member of the struct, and the parameter that it is part of. */
#define MEMBER(name, parameter) { #name, parameter, G_STRUCT_OFFSET (CircTiming, name) }
typedef struct {
  const char *name;
  CircParameters parameter; /* 0: of every kind */
  gsize at;
} Member;

static const Member numbers[] = {
  MEMBER (offset, CIRC_PARAMETER_OFFSET),
  MEMBER (month, CIRC_PARAMETER_MONTH),
  MEMBER (day, CIRC_PARAMETER_DAY),
  MEMBER (month_to, CIRC_PARAMETER_RANGE),
  MEMBER (day_to, CIRC_PARAMETER_RANGE),
  MEMBER (weekday, CIRC_PARAMETER_WEEKDAY),
  MEMBER (ordinal, CIRC_PARAMETER_ORDINAL),
  MEMBER (window_from, CIRC_PARAMETER_WINDOW),
  MEMBER (window_to, CIRC_PARAMETER_WINDOW),
  MEMBER (length_days, CIRC_PARAMETER_LENGTH),
  MEMBER (easter_offset, CIRC_PARAMETER_EASTER),
  MEMBER (times, CIRC_PARAMETER_SERIES),
  MEMBER (target_days, CIRC_PARAMETER_TARGET),
  MEMBER (review_every_months, CIRC_PARAMETER_REVIEW),
  MEMBER (lead_days, CIRC_PARAMETER_LEAD),
};

static const Member texts[] = {
  MEMBER (trigger, CIRC_PARAMETER_TRIGGER),
  MEMBER (tag, CIRC_PARAMETER_TAG),
  MEMBER (requested_by, CIRC_PARAMETER_REQUESTED_BY),
  MEMBER (source_text, 0),
  MEMBER (note, 0),
};

static gboolean
uses (const CircTiming *self,
      CircParameters parameter)
{
  return parameter == 0 || (circ_timing_uses (self->kind) & parameter) != 0;
}

static void
add_anchor (const CircTiming *self,
            JsonObject *object)
{
  JsonObject *anchor = json_object_new ();

  json_object_set_string_member (anchor, "entity", circ_anchor_get_token (self->anchor));
  if (self->anchor_id != 0)
    json_object_set_int_member (anchor, "selector", self->anchor_id);
  if (self->anchor_held)
    json_object_set_string_member (anchor, "state", "held");
  json_object_set_object_member (object, "anchor", anchor);
}

/**
 * circ_timing_to_json:
 * @self: a timing
 *
 * Returns: (transfer full): an object of "kind" and the parameters that this kind uses, under the names of DOMAIN 3.6
 */
JsonNode *
circ_timing_to_json (const CircTiming *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  json_object_set_string_member (object, "kind", circ_timing_kind_get_token (self->kind));
  if (uses (self, CIRC_PARAMETER_ANCHOR))
    add_anchor (self, object);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (uses (self, numbers[i].parameter))
      json_object_set_int_member (object, numbers[i].name, G_STRUCT_MEMBER (int, self, numbers[i].at));
  if (uses (self, CIRC_PARAMETER_OFFSET))
    json_object_set_string_member (object, "unit", circ_unit_get_token (self->unit));
  if (uses (self, CIRC_PARAMETER_BOUND))
    json_object_set_string_member (object, "bound", bounds[self->bound]);
  if (uses (self, CIRC_PARAMETER_ROLL))
    json_object_set_string_member (object, "roll", rolls[self->roll]);
  if (uses (self, CIRC_PARAMETER_SERIES))
    {
      char iso[11];

      json_object_set_string_member (object, "frequency", circ_frequency_get_token (self->frequency));
      circ_day_to_iso (self->anchor_date, iso);
      if (*iso != '\0')
        json_object_set_string_member (object, "anchor_date", iso);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, self, texts[i].at);

      if (text != NULL && uses (self, texts[i].parameter))
        json_object_set_string_member (object, texts[i].name, text);
    }
  return node;
}

/* A member that is not there leaves the default; one of another type is refused. */
static gboolean
read_number (JsonObject *object,
             const char *name,
             int *number)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 value;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  value = json_node_get_int (node);
  /* The ends of the type are out of range for each parameter: circ_timing_check() refuses them. */
  *number = (int) CLAMP (value, G_MININT, G_MAXINT);
  return TRUE;
}

static gboolean
read_text (JsonObject *object,
           const char *name,
           const char **text)
{
  JsonNode *node = json_object_get_member (object, name);

  *text = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  *text = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_token (JsonObject *object,
            const char *name,
            const char *const *tokens,
            guint n_tokens,
            guint *value)
{
  const char *text;

  if (!read_text (object, name, &text))
    return FALSE;
  for (guint i = 0; text != NULL && i < n_tokens; i++)
    if (g_str_equal (text, tokens[i]))
      {
        *value = i;
        return TRUE;
      }
  return text == NULL;
}

static gboolean
read_anchor (CircTiming *self,
             JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "anchor");
  JsonObject *anchor;
  const char *entity, *state;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  anchor = json_node_get_object (node);
  if (!read_text (anchor, "entity", &entity) || !read_text (anchor, "state", &state) ||
      (entity != NULL && !circ_anchor_from_token (entity, &self->anchor)) ||
      (state != NULL && !g_str_equal (state, "held")))
    return FALSE;
  self->anchor_held = state != NULL;
  node = json_object_get_member (anchor, "selector");
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  self->anchor_id = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_series (CircTiming *self,
             JsonObject *object)
{
  const char *frequency, *date;
  gboolean found = FALSE;

  if (!read_text (object, "frequency", &frequency) || !read_text (object, "anchor_date", &date))
    return FALSE;
  for (guint i = 0; frequency != NULL && i < CIRC_N_FREQUENCIES; i++)
    if (g_str_equal (frequency, circ_frequency_get_token (i)))
      {
        self->frequency = i;
        found = TRUE;
      }
  self->anchor_date = circ_day_from_iso (date);
  return (found || frequency == NULL) && (self->anchor_date != CIRC_DAY_NONE || date == NULL);
}

static gboolean
read_members (CircTiming *self,
              JsonObject *object)
{
  const char *unit;
  guint bound = self->bound, roll = self->roll;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (uses (self, numbers[i].parameter) &&
        !read_number (object, numbers[i].name, &G_STRUCT_MEMBER (int, self, numbers[i].at)))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text;

      if (!uses (self, texts[i].parameter))
        continue;
      if (!read_text (object, texts[i].name, &text))
        return FALSE;
      if (text == NULL)
        continue;
      g_free (G_STRUCT_MEMBER (char *, self, texts[i].at));
      G_STRUCT_MEMBER (char *, self, texts[i].at) = g_strdup (text);
    }
  if (!read_text (object, "unit", &unit) || (unit != NULL && !circ_unit_from_token (unit, &self->unit)) ||
      !read_token (object, "bound", bounds, CIRC_N_BOUNDS, &bound) ||
      !read_token (object, "roll", rolls, CIRC_N_ROLLS, &roll))
    return FALSE;
  self->bound = bound;
  self->roll = roll;
  return read_anchor (self, object) && read_series (self, object);
}

/**
 * circ_timing_from_json:
 * @node: an object as circ_timing_to_json() makes it; parameters that are missing have their defaults, members that no
 *   kind knows are passed over
 *
 * Returns: (transfer full): the timing, or %NULL with @error
 */
CircTiming *
circ_timing_from_json (JsonNode *node,
                       GError **error)
{
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (CircTiming) self = NULL;
  const char *token = NULL;
  CircTimingKind kind;

  if (object == NULL || !read_text (object, "kind", &token) || !circ_timing_kind_from_token (token, &kind))
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                   /* translators: %s is a word that stands in a file */
                   _ ("“%s” is no kind of timing that is known here."), token != NULL ? token : "");
      return NULL;
    }
  self = circ_timing_new (kind);
  if (!read_members (self, object))
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                   /* translators: %s is a word that stands in a file, such as "after_event" */
                   _ ("A parameter of the timing “%s” has no proper value."), token);
      return NULL;
    }
  circ_timing_normalise (self);
  if (!circ_timing_check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
