/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-data.h"

/* What the cases are run with. */
typedef struct {
  CircWorkingDays *working_days;
  CircRulePack *pack;
  GPtrArray *theme_days;
} DateCaseRules;

extern DateCaseRules date_case_rules;

#define EW CIRC_CALENDAR_ENGLAND_AND_WALES

/* The functions on plan items and theme days; the others are in test-date-cases.c. */
JsonNode *date_case_when_event (const char *fn,
                                JsonObject *input);
JsonNode *date_case_when_month_window (const char *fn,
                                       JsonObject *input);
JsonNode *date_case_when_recurring (const char *fn,
                                    JsonObject *input);
JsonNode *date_case_strategy_review (const char *fn,
                                     JsonObject *input);
JsonNode *date_case_theme_day (const char *fn,
                               JsonObject *input);

static inline const char *
get_text (JsonObject *input,
          const char *name)
{
  return json_object_get_string_member_with_default (input, name, NULL);
}

static inline int
get_number (JsonObject *input,
            const char *name)
{
  return (int) json_object_get_int_member_with_default (input, name, 0);
}

/* "2026-11-21 (Sat)" and "2026-11-21" are the same day. */
static inline CircDay
day_from_text (const char *text)
{
  g_autofree char *iso = g_strndup (text != NULL ? text : "", 10);

  return circ_day_from_iso (iso);
}

static inline CircDay
get_day (JsonObject *input,
         const char *name)
{
  return day_from_text (get_text (input, name));
}

/* The first member of @input that holds a day, whatever it is called. */
static inline CircDay
get_any_day (JsonObject *input)
{
  g_autoptr (GList) names = json_object_get_members (input);

  for (GList *l = names; l != NULL; l = l->next)
    if (get_day (input, l->data) != CIRC_DAY_NONE)
      return get_day (input, l->data);
  return CIRC_DAY_NONE;
}

static inline char *
dup_day (CircDay day)
{
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  char iso[11];

  if (day == CIRC_DAY_NONE)
    return g_strdup ("error: no such day");
  circ_day_to_iso (day, iso);
  return g_strdup_printf ("%s (%s)", iso, weekdays[circ_day_get_weekday (day) - 1]);
}

static inline JsonNode *
text_node (char *text)
{
  JsonNode *node = json_node_init_string (json_node_alloc (), text);

  g_free (text);
  return node;
}

static inline JsonNode *
day_node (CircDay day)
{
  return text_node (dup_day (day));
}

static inline JsonNode *
array_node (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static inline JsonNode *
object_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static inline void
append_day (JsonArray *array,
            CircDay day)
{
  json_array_add_element (array, day_node (day));
}
