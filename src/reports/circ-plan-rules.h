/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store-names.h"
#include "circ-timing-sentence.h"

G_BEGIN_DECLS

/**
 * CircPlanRule:
 * @number: names the rule among those of its item for good: it stays when another rule goes, and is not given again
 * @timing: (owned): the rule; its source_text are the words that it came from
 *
 * One rule of an item's "when".
 */
typedef struct {
  guint number;
  CircTiming *timing;
} CircPlanRule;

CircPlanRule *circ_plan_rule_new (guint number,
                                  CircTiming *timing);
void circ_plan_rule_free (CircPlanRule *self);

/* How the rules of a store's items name its groups, items and theme days. */
typedef struct {
  CircTimingNames names; /* to hand to the functions of rules/ */
  CircStore *store;      /* (nullable) (borrowed) without it, only @matcher's names are found and nothing is named */
  CircMatcher *matcher;  /* (nullable) (borrowed) */
} CircRuleNames;

void circ_rule_names_init (CircRuleNames *self,
                           CircStore *store,
                           CircMatcher *matcher);

/* The rules of a "when" field's value. */
GPtrArray *circ_plan_rules_from_value (GVariant *value);
GVariant *circ_plan_rules_to_value (GPtrArray *rules);

/* The rules that words give. */
GPtrArray *circ_plan_rules_read (const char *when,
                                 const char *what,
                                 const char *notes,
                                 const CircRuleNames *names,
                                 GPtrArray *before,
                                 guint last);

/* The rules of an item, and their change by a person: as sentences, never as codes. */
GPtrArray *circ_plan_rules_get (CircStore *store,
                                CircRecord *item);
GPtrArray *circ_plan_rules_of_item (CircRecord *item,
                                    CircMatcher *matcher);
guint circ_plan_rules_find_last (CircStore *store,
                                 gint64 item,
                                 GPtrArray *rules,
                                 GError **error);
char *circ_plan_rule_dup_sentence (CircStore *store,
                                   const CircPlanRule *rule);
CircTiming *circ_plan_rule_read_sentence (CircStore *store,
                                          const char *sentence,
                                          GError **error);
gboolean circ_plan_rules_save (CircStore *store,
                               CircRecord *item,
                               GPtrArray *rules,
                               GError **error);

G_END_DECLS
