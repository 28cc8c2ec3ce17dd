/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of an item's "when": between the words of the strategy, the field that keeps them, and sentences. */
#include "config.h"

#include "circ-plan-rules.h"

#include <glib/gi18n-lib.h>

#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-theme-day.h"
#include "circ-timing-words.h"

/* Returns: (transfer full): takes @timing */
CircPlanRule *
circ_plan_rule_new (guint number,
                    CircTiming *timing)
{
  CircPlanRule *self = g_new (CircPlanRule, 1);

  self->number = number;
  self->timing = timing;
  return self;
}

void
circ_plan_rule_free (CircPlanRule *self)
{
  circ_timing_free (self->timing);
  g_free (self);
}

static char *
dup_name (gint64 id,
          gpointer data)
{
  const CircRuleNames *self = data;

  return self->store != NULL ? circ_store_dup_title (self->store, id) : NULL;
}

/* The one record in use whose @field is exactly @name; an item or a theme day is chosen by its name, never guessed. */
static gint64
find_exactly (CircStore *store,
              CircKindId kind,
              guint field,
              const char *name)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  circ_query_where_equal (query, field, g_variant_new_string (name));
  circ_query_limit (query, 2);
  ids = circ_store_find_ids (store, query, NULL);
  return ids != NULL && ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

static gint64
find_name (const char *name,
           gpointer data)
{
  static const char *const groups[] = { "group", NULL };
  const CircRuleNames *self = data;
  gint64 id = self->matcher != NULL ? circ_matcher_match (self->matcher, name, groups, NULL) : 0;

  if (id == 0 && self->store != NULL)
    id = find_exactly (self->store, CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT, name);
  if (id == 0 && self->store != NULL)
    id = find_exactly (self->store, CIRC_KIND_THEME_DAY, CIRC_THEME_DAY_NAME, name);
  return id;
}

/**
 * circ_rule_names_init:
 * @self: to fill; must stay where it is while its names are in use
 * @store: (nullable): for names of records
 * @matcher: (nullable): knows the groups, see circ_store_read_names()
 */
void
circ_rule_names_init (CircRuleNames *self,
                      CircStore *store,
                      CircMatcher *matcher)
{
  self->names.dup_name = dup_name;
  self->names.find = find_name;
  self->names.data = self;
  self->store = store;
  self->matcher = matcher;
}

static CircPlanRule *
read_row (GVariant *row)
{
  g_autoptr (JsonNode) node = NULL;
  const char *text = NULL, *json = NULL;
  gint64 link = 0, number = 0;
  CircTiming *timing;

  g_variant_lookup (row, "text", "&s", &text);
  g_variant_lookup (row, "link", "x", &link);
  g_variant_lookup (row, "rule", "x", &number);
  if (g_variant_lookup (row, "timing", "&s", &json))
    node = json_from_string (json, NULL);
  timing = node != NULL ? circ_timing_from_json (node, NULL) : NULL;
  /* A newer program's rule: its words are shown, and no dates are made up for it. */
  if (timing == NULL)
    timing = circ_timing_new (CIRC_TIMING_UNSPECIFIED);
  timing->anchor_id = link;
  g_free (timing->source_text);
  timing->source_text = g_strdup (text);
  return circ_plan_rule_new ((guint) CLAMP (number, 0, G_MAXINT), timing);
}

/**
 * circ_plan_rules_from_value:
 * @value: (nullable): of a field whose rows are circ_timing_row
 *
 * Returns: (transfer full) (element-type CircPlanRule): its rules, in order
 */
GPtrArray *
circ_plan_rules_from_value (GVariant *value)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);

  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (value, i);

      g_ptr_array_add (rules, read_row (row));
    }
  return rules;
}

static void
add_row (GVariantBuilder *rows,
         const CircPlanRule *rule)
{
  g_autoptr (CircTiming) plain = circ_timing_copy (rule->timing);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  /* Both stand in columns of their own: the link, so that the store knows it. */
  plain->anchor_id = 0;
  g_clear_pointer (&plain->source_text, g_free);
  node = circ_timing_to_json (plain);
  json = json_to_string (node, FALSE);
  g_variant_builder_open (rows, G_VARIANT_TYPE_VARDICT);
  if (rule->timing->source_text != NULL)
    g_variant_builder_add (rows, "{sv}", "text", g_variant_new_string (rule->timing->source_text));
  if (rule->timing->anchor_id != 0)
    g_variant_builder_add (rows, "{sv}", "link", g_variant_new_int64 (rule->timing->anchor_id));
  g_variant_builder_add (rows, "{sv}", "rule", g_variant_new_int64 (rule->number));
  g_variant_builder_add (rows, "{sv}", "timing", g_variant_new_string (json));
  g_variant_builder_close (rows);
}

/**
 * circ_plan_rules_to_value:
 * @rules: (element-type CircPlanRule)
 *
 * Returns: (transfer full): the value of the field, not floating
 */
GVariant *
circ_plan_rules_to_value (GPtrArray *rules)
{
  GVariantBuilder rows;

  g_variant_builder_init (&rows, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < rules->len; i++)
    add_row (&rows, rules->pdata[i]);
  return g_variant_ref_sink (g_variant_builder_end (&rows));
}

/* How much two rules have in common. */
typedef enum {
  LIKENESS_SAME,   /* they say the same */
  LIKENESS_KIND,   /* the same kind, of the same thing: "within two weeks" for "within one week" */
  LIKENESS_ANCHOR, /* before, after or on the day of the same thing */
  N_LIKENESSES,
} Likeness;

static gboolean
is_by_anchor (const CircTiming *timing)
{
  return timing->kind == CIRC_TIMING_BEFORE_EVENT || timing->kind == CIRC_TIMING_AFTER_EVENT ||
         timing->kind == CIRC_TIMING_SAME_DAY;
}

static gboolean
is_like (const CircTiming *timing,
         const CircTiming *old,
         Likeness likeness)
{
  if (likeness == LIKENESS_SAME)
    return circ_timing_equal (timing, old);
  if (likeness == LIKENESS_ANCHOR)
    return is_by_anchor (timing) && is_by_anchor (old) && timing->anchor == old->anchor;
  return timing->kind == old->kind && timing->kind != CIRC_TIMING_UNSPECIFIED && timing->anchor == old->anchor &&
         g_strcmp0 (timing->trigger, old->trigger) == 0;
}

/* The one of @rules that has no partner yet and is like @timing; %NULL when there are several, unless they say the same. */
static CircPlanRule *
find_like (GPtrArray *rules,
           GHashTable *partners,
           const CircTiming *timing,
           Likeness likeness)
{
  CircPlanRule *found = NULL;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      CircPlanRule *rule = rules->pdata[i];

      if (g_hash_table_contains (partners, rule) || !is_like (timing, rule->timing, likeness))
        continue;
      if (found != NULL)
        return likeness == LIKENESS_SAME ? found : NULL;
      found = rule;
    }
  return found;
}

/* Words that name no group do not take away the one that a person has chosen beside the words before. */
static void
keep_choice (CircTiming *timing,
             const CircTiming *old,
             const CircRuleNames *names)
{
  g_autoptr (GPtrArray) said = NULL;

  if (timing->anchor_id != 0 || old->anchor_id == 0)
    return;
  said = circ_timings_from_words (old->source_text, names != NULL ? &names->names : NULL);
  for (guint i = 0; i < said->len; i++)
    if (((CircTiming *) said->pdata[i])->anchor_id == old->anchor_id)
      return;
  timing->anchor_id = old->anchor_id;
}

/* A rule that says the same as one before, or is the only one of its like, is that one: it keeps its number, and with it
 * its occurrences. */
static void
number_rules (GPtrArray *rules,
              GPtrArray *before,
              const CircRuleNames *names,
              guint last)
{
  g_autoptr (GHashTable) partners = g_hash_table_new (NULL, NULL);

  for (Likeness likeness = 0; likeness < N_LIKENESSES; likeness++)
    for (guint i = 0; i < rules->len; i++)
      {
        CircPlanRule *rule = rules->pdata[i];
        CircPlanRule *old = rule->number == 0 ? find_like (before, partners, rule->timing, likeness) : NULL;

        if (old == NULL || (likeness != LIKENESS_SAME && find_like (rules, partners, old->timing, likeness) != rule))
          continue;
        rule->number = old->number;
        keep_choice (rule->timing, old->timing, names);
        g_hash_table_add (partners, rule);
        g_hash_table_add (partners, old);
      }
  for (guint i = 0; i < rules->len; i++)
    if (((CircPlanRule *) rules->pdata[i])->number == 0)
      ((CircPlanRule *) rules->pdata[i])->number = ++last;
}

/* What is said twice is meant once; but each date that has to be agreed, and each other item, is one of its own. */
static gboolean
is_said (GPtrArray *rules,
         const CircTiming *timing)
{
  if (timing->kind == CIRC_TIMING_UNSPECIFIED || timing->kind == CIRC_TIMING_AGREED_DATE || timing->kind == CIRC_TIMING_LINKED)
    return FALSE;
  for (guint i = 0; i < rules->len; i++)
    if (circ_timing_equal (((CircPlanRule *) rules->pdata[i])->timing, timing))
      return TRUE;
  return FALSE;
}

static void
add_timings (GPtrArray *rules,
             GPtrArray *timings)
{
  for (guint i = 0; i < timings->len; i++)
    if (!is_said (rules, timings->pdata[i]))
      g_ptr_array_add (rules, circ_plan_rule_new (0, circ_timing_copy (timings->pdata[i])));
}

/**
 * circ_plan_rules_read:
 * @when: (nullable): the words of "when"
 * @what: (nullable): what is to be communicated, and its details: a day of the year may be spelt out in them
 * @notes: (nullable): the details
 * @names: (nullable): how groups are called
 * @before: (nullable) (element-type CircPlanRule): the rules so far, which keep their numbers where they say the same or
 *   are the only ones of their kind
 * @last: the highest number that was given in this item
 *
 * Returns: (transfer full) (element-type CircPlanRule): at least one rule
 */
GPtrArray *
circ_plan_rules_read (const char *when,
                      const char *what,
                      const char *notes,
                      const CircRuleNames *names,
                      GPtrArray *before,
                      guint last)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);
  g_autoptr (GPtrArray) timings = circ_timings_from_words (when, names != NULL ? &names->names : NULL);
  g_autoptr (GPtrArray) days = circ_timings_find_days (what);
  g_autoptr (GPtrArray) more_days = circ_timings_find_days (days->len == 0 ? notes : NULL);
  gboolean blank = when == NULL || *when == '\0';

  /* No words at all are no rule beside a day that is spelt out. */
  if (!blank || days->len + more_days->len == 0)
    add_timings (rules, timings);
  add_timings (rules, days);
  add_timings (rules, more_days);
  number_rules (rules, before, names, last);
  return rules;
}

/**
 * circ_plan_rules_of_item:
 * @item: a plan item
 * @matcher: (nullable): knows the groups
 *
 * Returns: (transfer full) (element-type CircPlanRule): the same as circ_plan_rules_get(), of one item of many
 */
GPtrArray *
circ_plan_rules_of_item (CircRecord *item,
                         CircMatcher *matcher)
{
  GVariant *value = circ_record_get (item, CIRC_PLAN_ITEM_WHEN);
  CircRuleNames names;

  if (value != NULL)
    return circ_plan_rules_from_value (value);
  circ_rule_names_init (&names, NULL, matcher);
  return circ_plan_rules_read (circ_record_get_text (item, CIRC_PLAN_ITEM_WHEN_TEXT),
                               circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT),
                               circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES), &names, NULL, 0);
}

/**
 * circ_plan_rules_get:
 * @store: for the names of groups
 * @item: a plan item
 *
 * Returns: (transfer full) (element-type CircPlanRule): its rules; of one whose words were never read, as in a file of an
 *   older program, what they give
 */
GPtrArray *
circ_plan_rules_get (CircStore *store,
                     CircRecord *item)
{
  g_autoptr (CircMatcher) matcher = circ_record_get (item, CIRC_PLAN_ITEM_WHEN) == NULL ? circ_store_read_names (store, NULL) : NULL;

  return circ_plan_rules_of_item (item, matcher);
}

/**
 * circ_plan_rules_find_last:
 * @item: id of a saved item, or 0
 * @rules: (nullable) (element-type CircPlanRule): its rules
 *
 * Returns: the highest number that a rule of the item has or had, as far as anything is recorded for it; a number that was
 *   given again would take another rule's occurrences for its own. 0 with @error when that cannot be read.
 */
guint
circ_plan_rules_find_last (CircStore *store,
                           gint64 item,
                           GPtrArray *rules,
                           GError **error)
{
  guint last = 0;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    last = MAX (last, ((CircPlanRule *) rules->pdata[i])->number);
  if (item > 0)
    {
      g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
      g_autoptr (GPtrArray) newest = NULL;

      circ_query_where_equal (query, CIRC_OCCURRENCE_ITEM, g_variant_new_int64 (item));
      circ_query_sort (query, CIRC_OCCURRENCE_RULE, TRUE);
      circ_query_limit (query, 1);
      newest = circ_store_find (store, query, error);
      if (newest == NULL)
        return 0;
      if (newest->len > 0)
        last = MAX (last, (guint) circ_record_get_int (newest->pdata[0], CIRC_OCCURRENCE_RULE));
    }
  return last;
}

/* Returns: (transfer full): the rule as a plain sentence, "Within 1 week after each meeting of the Board"; of words that
 * are not understood, that they are not, with the words */
char *
circ_plan_rule_dup_sentence (CircStore *store,
                             const CircPlanRule *rule)
{
  CircRuleNames names;

  if (!circ_timing_is_understood (rule->timing))
    /* translators: %s is what a strategy says of when something is sent */
    return g_strdup_printf (_ ("Not understood: “%s”"), rule->timing->source_text);
  circ_rule_names_init (&names, store, NULL);
  return circ_timing_dup_sentence (rule->timing, &names.names);
}

/**
 * circ_plan_rule_read_sentence:
 * @sentence: as circ_plan_rule_dup_sentence() says it, with other values in its places
 *
 * Returns: (transfer full): the timing that says exactly this, its source_text the sentence; %NULL with @error
 */
CircTiming *
circ_plan_rule_read_sentence (CircStore *store,
                              const char *sentence,
                              GError **error)
{
  g_autoptr (CircMatcher) matcher = circ_store_read_names (store, error);
  CircTiming *timing;
  CircRuleNames names;

  if (matcher == NULL)
    return NULL;
  circ_rule_names_init (&names, store, matcher);
  timing = circ_timing_from_sentence (sentence, &names.names, error);
  if (timing != NULL && timing->source_text == NULL)
    timing->source_text = g_strdup (sentence);
  return timing;
}

/**
 * circ_plan_rules_save:
 * @item: a saved item
 * @rules: (element-type CircPlanRule): all its rules from now on; one with the number 0 is new and is given one
 *
 * Saves them as one change, and with it what follows: its occurrences are added, moved and cancelled. The words of the
 * strategy stay as they are.
 */
gboolean
circ_plan_rules_save (CircStore *store,
                      CircRecord *item,
                      GPtrArray *rules,
                      GError **error)
{
  g_autofree char *what = circ_record_dup_title (item);
  /* translators: the title of a change in the history; %s is what is communicated */
  g_autofree char *title = g_strdup_printf (_ ("Changed when: %s"), what);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (GPtrArray) before = circ_plan_rules_from_value (circ_record_get (item, CIRC_PLAN_ITEM_WHEN));
  g_autoptr (GVariant) value = NULL;
  GError *local = NULL;
  guint last = circ_plan_rules_find_last (store, circ_record_get_id (item), before, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  for (guint i = 0; i < rules->len; i++)
    last = MAX (last, ((CircPlanRule *) rules->pdata[i])->number);
  for (guint i = 0; i < rules->len; i++)
    {
      CircPlanRule *rule = rules->pdata[i];

      if (!circ_timing_check (rule->timing, error))
        return FALSE;
      if (rule->number == 0)
        rule->number = ++last;
    }
  value = circ_plan_rules_to_value (rules);
  circ_change_set (change, item, CIRC_PLAN_ITEM_WHEN, value);
  return circ_store_apply (store, change, error);
}
