/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-key-message.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircKeyMessage, circ_key_message, CIRC_KIND_KEY_MESSAGE)

static const CircChoice theme_choices[] = {
  { "safeguarding_basics", N_ ("Safeguarding basics") },
  { "referral", N_ ("Making a referral") },
  { "exploitation", N_ ("Exploitation") },
  { "hidden_harm", N_ ("Hidden harm") },
  { "private_fostering", N_ ("Private fostering") },
  { "online_safety", N_ ("Online safety") },
  { "neglect", N_ ("Neglect") },
  { "domestic_abuse", N_ ("Domestic abuse") },
  { "participation", N_ ("Participation") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const CircChoice status_choices[] = {
  { "draft", N_ ("Draft") },
  { "approved", N_ ("Approved") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

static const CircField fields[] = {
  [CIRC_KEY_MESSAGE_TEXT] = {
    .name = "text", .title = N_ ("Message"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_KEY_MESSAGE_AUDIENCES] = {
    .name = "audiences", .title = N_ ("Audiences"), .kind = CIRC_FIELD_REFERENCES,
    .flags = CIRC_FIELD_NEEDED, .targets = (const char *const[]) { "audience", NULL },
  },
  [CIRC_KEY_MESSAGE_THEME] = {
    .name = "theme", .title = N_ ("Theme"), .kind = CIRC_FIELD_CHOICE,
    .choices = theme_choices,
  },
  [CIRC_KEY_MESSAGE_SIGNPOST] = {
    .name = "signpost", .title = N_ ("What to do"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("Where to turn, or the number to ring."),
  },
  [CIRC_KEY_MESSAGE_STATUS] = {
    .name = "status", .title = N_ ("Status"), .kind = CIRC_FIELD_CHOICE,
    .choices = status_choices,
  },
  [CIRC_KEY_MESSAGE_REVIEW_ON] = {
    .name = "review-on", .title = N_ ("Review on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_KEY_MESSAGE_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_KEY_MESSAGE_N_FIELDS);

const CircKind circ_key_message_kind = {
  .id = CIRC_KIND_KEY_MESSAGE,
  .name = "key-message",
  .table = "key_message",
  .title = N_ ("Key message"),
  .title_plural = N_ ("Key messages"),
  .ref_field = -1,
  .title_field = CIRC_KEY_MESSAGE_TEXT,
  .owner_field = -1,
  .archived_field = CIRC_KEY_MESSAGE_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_KEY_MESSAGE_N_FIELDS,
  .get_type = circ_key_message_get_type,
};
