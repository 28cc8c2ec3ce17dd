/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-working-days.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_UNIT_MINUTE,
  CIRC_UNIT_HOUR,
  CIRC_UNIT_CALENDAR_DAY,
  CIRC_UNIT_WORKING_DAY,
  CIRC_UNIT_WEEK, /* seven calendar days */
  CIRC_UNIT_MONTH,
  CIRC_N_UNITS,
} CircUnit;

/* The settings of DOMAIN 2.2. Those that are words rather than numbers stand last. */
typedef enum {
  CIRC_RULE_SIN_DUE,
  CIRC_RULE_RAPID_REVIEW_DUE,
  CIRC_RULE_LCSPR_COMPLETE_AND_PUBLISH,
  CIRC_RULE_PREPUB_NOTICE_CSPR,
  CIRC_RULE_REPORT_AVAILABLE_FOR,
  CIRC_RULE_SAR_COMPLETE,
  CIRC_RULE_PRACTITIONERS_INFORMED,
  CIRC_RULE_COMMS_PARTNERS_INFORMED,
  CIRC_RULE_RELATED_ORGANISATIONS_INFORMED,
  CIRC_RULE_LEARNING_EVENT,
  CIRC_RULE_ADULT_REQUEST_CONSIDERED,
  CIRC_RULE_DSAR_DUE,
  CIRC_RULE_DSAR_EXTENSION,
  CIRC_RULE_FOI_DUE,
  CIRC_RULE_BREACH_NOTICE,
  CIRC_RULE_RAPID_REVIEW_CLOCK_START,
  CIRC_RULE_PREPUB_RECIPIENTS_CSPR,
  CIRC_RULE_YEARLY_REPORT_CHILDREN,
  CIRC_N_RULES,
} CircRule;

#define CIRC_N_NUMBER_RULES CIRC_RULE_RAPID_REVIEW_CLOCK_START

/**
 * CircRulePack:
 *
 * What the law and the guidance set, as settings with their sources: they change with each edition, and a partnership
 * may know better. A review keeps the pack that was in force when its clock started.
 */
typedef struct _CircRulePack CircRulePack;

CircRulePack *circ_rule_pack_new (GBytes *json,
                                  GError **error);
void circ_rule_pack_free (CircRulePack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircRulePack, circ_rule_pack_free)

GBytes *circ_rule_pack_to_json (const CircRulePack *self);
const char *circ_rule_pack_get_code (const CircRulePack *self);
const char *circ_rule_pack_get_title (const CircRulePack *self);
gboolean circ_rule_pack_needs_check (const CircRulePack *self,
                                     CircDay today);
int circ_rule_pack_get_number (const CircRulePack *self,
                               CircRule rule);
CircUnit circ_rule_pack_get_unit (const CircRulePack *self,
                                  CircRule rule);
const char *circ_rule_pack_get_text (const CircRulePack *self,
                                     CircRule rule);
char *circ_rule_pack_dup_words (const CircRulePack *self,
                                CircRule rule);
const char *circ_rule_pack_get_source (const CircRulePack *self,
                                       CircRule rule);
gboolean circ_rule_pack_is_verified (const CircRulePack *self,
                                     CircRule rule);
gboolean circ_rule_pack_set_number (CircRulePack *self,
                                    CircRule rule,
                                    int number,
                                    CircUnit unit);
void circ_rule_pack_set_verified (CircRulePack *self,
                                  CircRule rule,
                                  gboolean verified);
void circ_rule_pack_set_verified_on (CircRulePack *self,
                                     CircDay day);

const char *circ_rule_get_token (CircRule rule);
const char *circ_rule_get_title (CircRule rule);
gboolean circ_unit_from_token (const char *token,
                               CircUnit *unit);
const char *circ_unit_get_token (CircUnit unit);

G_END_DECLS
