/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-rule-pack.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "circ-field.h"
#include "circ-timing-sentence.h"

/* No setting of a calendar is longer; more is a slip of the pen, and would count for ever. */
#define LARGEST_NUMBER 3650

/* A pack that nobody has looked at for this long says so (DOMAIN 2.2). */
#define MONTHS_UNTIL_CHECK 12

static const struct {
  const char *token;
  const char *title;
} rules[] = {
  [CIRC_RULE_SIN_DUE] = { "sin_due", N_ ("Serious incident notification") },
  [CIRC_RULE_RAPID_REVIEW_DUE] = { "rapid_review_due", N_ ("Rapid review") },
  [CIRC_RULE_LCSPR_COMPLETE_AND_PUBLISH] = { "lcspr_complete_and_publish", N_ ("Child safeguarding practice review") },
  [CIRC_RULE_PREPUB_NOTICE_CSPR] = { "prepub_notice_cspr", N_ ("Notice before a child safeguarding practice review") },
  [CIRC_RULE_REPORT_AVAILABLE_FOR] = { "report_available_for", N_ ("Published report stays available") },
  [CIRC_RULE_SAR_COMPLETE] = { "sar_complete", N_ ("Safeguarding adults review") },
  [CIRC_RULE_PRACTITIONERS_INFORMED] = { "practitioners_informed", N_ ("Practitioners told before publication") },
  [CIRC_RULE_COMMS_PARTNERS_INFORMED] = {
    "comms_partners_informed", N_ ("Communications partners told before publication")
  },
  [CIRC_RULE_RELATED_ORGANISATIONS_INFORMED] = {
    "related_organisations_informed", N_ ("Related organisations told before publication")
  },
  [CIRC_RULE_LEARNING_EVENT] = { "learning_event", N_ ("Learning event after publication") },
  [CIRC_RULE_ADULT_REQUEST_CONSIDERED] = { "adult_request_considered", N_ ("Adult review request considered") },
  [CIRC_RULE_DSAR_DUE] = { "dsar_due", N_ ("Subject access request") },
  [CIRC_RULE_DSAR_EXTENSION] = { "dsar_extension", N_ ("Extension of a subject access request") },
  [CIRC_RULE_FOI_DUE] = { "foi_due", N_ ("Freedom of Information request") },
  [CIRC_RULE_BREACH_NOTICE] = { "breach_notice", N_ ("Notice of a data breach") },
  [CIRC_RULE_RAPID_REVIEW_CLOCK_START] = { "rapid_review_clock_start", N_ ("Start of the rapid review’s clock") },
  [CIRC_RULE_PREPUB_RECIPIENTS_CSPR] = { "prepub_recipients_cspr", N_ ("Who is told before publication") },
  [CIRC_RULE_YEARLY_REPORT_CHILDREN] = { "yearly_report_children", N_ ("Yearly report published by") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (rules) == CIRC_N_RULES);

/* What the settings that are no number may say (DOMAIN 2.2). */
static const struct {
  const char *token;
  const char *words;
} text_words[] = {
  { "authority_aware", N_ ("When the local authority becomes aware") },
  { "notification_sent", N_ ("When the notification is sent") },
  { "request_received", N_ ("When the request is received") },
  { "panel", N_ ("The national panel") },
  { "department_for_education", N_ ("Department for Education") },
  { "ofsted", N_ ("Ofsted") },
};

static const char *const units[] = {
  [CIRC_UNIT_MINUTE] = "minute",
  [CIRC_UNIT_HOUR] = "hour",
  [CIRC_UNIT_CALENDAR_DAY] = "calendar_day",
  [CIRC_UNIT_WORKING_DAY] = "working_day",
  [CIRC_UNIT_WEEK] = "week",
  [CIRC_UNIT_MONTH] = "month",
};
G_STATIC_ASSERT (G_N_ELEMENTS (units) == CIRC_N_UNITS);

/* The whole file is kept, so that a member which a newer version adds is written back as it was. */
struct _CircRulePack {
  JsonNode *root;      /* (owned) */
  JsonObject *members; /* (borrowed): the file's parameters */
  int numbers[CIRC_N_NUMBER_RULES];
  CircUnit unit[CIRC_N_NUMBER_RULES];
};

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_number (CircRulePack *self,
             CircRule rule,
             JsonObject *member)
{
  JsonNode *value = json_object_get_member (member, "value");
  gint64 number;

  /* A word in the place of the number would be read as 0. */
  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_INT64)
    return FALSE;
  number = json_node_get_int (value);
  if (number < 0 || number > LARGEST_NUMBER)
    return FALSE;
  self->numbers[rule] = (int) number;
  return circ_unit_from_token (json_object_get_string_member_with_default (member, "unit", NULL), &self->unit[rule]);
}

static gboolean
read_rules (CircRulePack *self,
            GError **error)
{
  for (guint i = 0; i < CIRC_N_RULES; i++)
    {
      JsonObject *member = get_object (self->members, rules[i].token);

      if (member == NULL ||
          (i < CIRC_N_NUMBER_RULES ? !read_number (self, i, member)
                                   : json_object_get_string_member_with_default (member, "value", NULL) == NULL))
        {
          g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                       /* translators: %s is the name of a setting in a file, such as "rapid_review_due" */
                       _ ("The setting “%s” of the rule pack is missing or has no proper value."), rules[i].token);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * circ_rule_pack_new:
 * @json: a rule pack as data/rules/ has them
 *
 * Returns: (transfer full): the pack, or %NULL with @error when a setting is missing
 */
CircRulePack *
circ_rule_pack_new (GBytes *json,
                    GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (CircRulePack) self = g_new0 (CircRulePack, 1);
  gsize size;
  const char *text = g_bytes_get_data (json, &size);

  if (!json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) size, error))
    return NULL;
  self->root = json_parser_steal_root (parser);
  if (self->root != NULL && JSON_NODE_HOLDS_OBJECT (self->root))
    self->members = get_object (json_node_get_object (self->root), "parameters");
  if (self->members == NULL)
    {
      g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID, _ ("This is no rule pack."));
      return NULL;
    }
  if (!read_rules (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
circ_rule_pack_free (CircRulePack *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

/* Returns: (transfer full): what circ_rule_pack_new() reads. */
GBytes *
circ_rule_pack_to_json (const CircRulePack *self)
{
  char *text = json_to_string (self->root, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static const char *
get_text (const CircRulePack *self,
          const char *name)
{
  return json_object_get_string_member_with_default (json_node_get_object (self->root), name, NULL);
}

const char *
circ_rule_pack_get_code (const CircRulePack *self)
{
  return get_text (self, "code");
}

const char *
circ_rule_pack_get_title (const CircRulePack *self)
{
  return get_text (self, "title");
}

/* Whether nobody has held the pack against the law in the last twelve months. */
gboolean
circ_rule_pack_needs_check (const CircRulePack *self,
                            CircDay today)
{
  CircDay verified = circ_day_from_iso (get_text (self, "verified_on"));

  return verified == CIRC_DAY_NONE || circ_day_add_months (verified, MONTHS_UNTIL_CHECK) < today;
}

int
circ_rule_pack_get_number (const CircRulePack *self,
                           CircRule rule)
{
  g_return_val_if_fail (rule < CIRC_N_NUMBER_RULES, 0);
  return self->numbers[rule];
}

CircUnit
circ_rule_pack_get_unit (const CircRulePack *self,
                         CircRule rule)
{
  g_return_val_if_fail (rule < CIRC_N_NUMBER_RULES, CIRC_UNIT_CALENDAR_DAY);
  return self->unit[rule];
}

/* Returns: the setting's words, for those from %CIRC_N_NUMBER_RULES on. */
const char *
circ_rule_pack_get_text (const CircRulePack *self,
                         CircRule rule)
{
  g_return_val_if_fail (rule >= CIRC_N_NUMBER_RULES && rule < CIRC_N_RULES, NULL);
  return json_object_get_string_member (get_object (self->members, rules[rule].token), "value");
}

/* Returns: (transfer full): the same for a person to read. */
char *
circ_rule_pack_dup_words (const CircRulePack *self,
                          CircRule rule)
{
  const char *text = circ_rule_pack_get_text (self, rule);
  g_auto (GStrv) tokens = g_strsplit (text, " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  int month, day;

  if (sscanf (text, "%2d-%2d", &month, &day) == 2 && month >= 1 && month <= 12)
    /* translators: a day of every year, such as: 30 September */
    return g_strdup_printf (_ ("%d %s"), day, circ_month_get_title (month));
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      const char *word = tokens[i];

      for (guint j = 0; j < G_N_ELEMENTS (text_words); j++)
        if (g_str_equal (tokens[i], text_words[j].token))
          word = g_dgettext (GETTEXT_PACKAGE, text_words[j].words);
      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", word);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

const char *
circ_rule_pack_get_source (const CircRulePack *self,
                           CircRule rule)
{
  g_return_val_if_fail (rule < CIRC_N_RULES, NULL);
  return json_object_get_string_member_with_default (get_object (self->members, rules[rule].token), "source", NULL);
}

/* Whether somebody has held this setting against its source. */
gboolean
circ_rule_pack_is_verified (const CircRulePack *self,
                            CircRule rule)
{
  g_return_val_if_fail (rule < CIRC_N_RULES, FALSE);
  return json_object_get_boolean_member_with_default (get_object (self->members, rules[rule].token), "verified", FALSE);
}

/**
 * circ_rule_pack_set_number:
 * @self: a pack
 * @rule: a setting that is a number
 * @number: of units
 * @unit: which
 *
 * A changed setting is one that nobody has verified yet. Returns: FALSE when @number is out of range.
 */
gboolean
circ_rule_pack_set_number (CircRulePack *self,
                           CircRule rule,
                           int number,
                           CircUnit unit)
{
  JsonObject *member;

  g_return_val_if_fail (rule < CIRC_N_NUMBER_RULES && unit < CIRC_N_UNITS, FALSE);

  if (number < 0 || number > LARGEST_NUMBER)
    return FALSE;
  member = get_object (self->members, rules[rule].token);
  json_object_set_int_member (member, "value", number);
  json_object_set_string_member (member, "unit", units[unit]);
  json_object_set_boolean_member (member, "verified", FALSE);
  self->numbers[rule] = number;
  self->unit[rule] = unit;
  return TRUE;
}

void
circ_rule_pack_set_verified (CircRulePack *self,
                             CircRule rule,
                             gboolean verified)
{
  g_return_if_fail (rule < CIRC_N_RULES);
  json_object_set_boolean_member (get_object (self->members, rules[rule].token), "verified", verified);
}

void
circ_rule_pack_set_verified_on (CircRulePack *self,
                                CircDay day)
{
  char iso[11];

  circ_day_to_iso (day, iso);
  json_object_set_string_member (json_node_get_object (self->root), "verified_on", iso);
}

const char *
circ_rule_get_token (CircRule rule)
{
  g_return_val_if_fail (rule < CIRC_N_RULES, NULL);
  return rules[rule].token;
}

const char *
circ_rule_get_title (CircRule rule)
{
  g_return_val_if_fail (rule < CIRC_N_RULES, NULL);
  return _ (rules[rule].title);
}

gboolean
circ_unit_from_token (const char *token,
                      CircUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (token, units[i]) == 0)
      {
        *unit = i;
        return TRUE;
      }
  return FALSE;
}

const char *
circ_unit_get_token (CircUnit unit)
{
  g_return_val_if_fail (unit < CIRC_N_UNITS, NULL);
  return units[unit];
}
