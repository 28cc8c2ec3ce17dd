/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-timing-sentence.h"

static const char *const months[] = {
  N_ ("January"), N_ ("February"), N_ ("March"), N_ ("April"), N_ ("May"), N_ ("June"),
  N_ ("July"), N_ ("August"), N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December"),
};

static const char *const weekdays[] = {
  N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

/* translators: which weekday of a month, as in "on the first Wednesday of November" */
static const char *const ordinals[] = { N_ ("last"), N_ ("first"), N_ ("second"), N_ ("third"), N_ ("fourth"), N_ ("fifth") };

static const char *const frequencies[] = {
  [CIRC_FREQUENCY_NOT_CHOSEN] = N_ ("Regularly, how often is still to be chosen"),
  [CIRC_FREQUENCY_WEEKLY] = N_ ("Every week"),
  [CIRC_FREQUENCY_FORTNIGHTLY] = N_ ("Every two weeks"),
  [CIRC_FREQUENCY_MONTHLY] = N_ ("Every month"),
  [CIRC_FREQUENCY_QUARTERLY] = N_ ("Every quarter"),
  [CIRC_FREQUENCY_HALF_YEARLY] = N_ ("Twice a year"),
  [CIRC_FREQUENCY_YEARLY] = N_ ("Every year"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (frequencies) == CIRC_N_FREQUENCIES);

/* translators: what a circulation waits for, as in "Within 5 working days of a new course" */
static const struct {
  const char *token;
  const char *title;
} triggers[] = {
  { "course_created", N_ ("a new course") },
  { "event_published", N_ ("the publication of an event") },
  { "programme_updated", N_ ("an update of the programme") },
  { "information_available", N_ ("new information") },
  { "review_commissioned", N_ ("the commissioning of a review") },
  { "review_published", N_ ("the publication of a review") },
  { "review_completed", N_ ("the completion of a review") },
  { "government_document_published", N_ ("a government publication") },
  { "policy_approved", N_ ("the approval of a policy") },
  { "new_development", N_ ("a new development") },
  { "incident_occurred", N_ ("an incident") },
  { "active_learning_set_completed", N_ ("the completion of an active learning set") },
  { "enquiry_received", N_ ("an enquiry") },
  { "report_signed_off", N_ ("the sign-off of a report") },
  { "notification_received", N_ ("a notification") },
};

/* Returns: (array zero-terminated=1): the tokens of the triggers that ship; a partnership may write others. */
const char *const *
circ_triggers_get_tokens (void)
{
  static const char *tokens[G_N_ELEMENTS (triggers) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
        tokens[i] = triggers[i].token;
      g_once_init_leave (&filled, 1);
    }
  return tokens;
}

/* Returns: (nullable): words for a trigger that ships, or %NULL for the partnership's own. */
const char *
circ_trigger_get_title (const char *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    if (g_strcmp0 (token, triggers[i].token) == 0)
      return _ (triggers[i].title);
  return NULL;
}

/* Returns: (nullable): the token of a trigger that ships, by its words. */
const char *
circ_trigger_find_token (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    if (g_str_equal (title, _ (triggers[i].title)))
      return triggers[i].token;
  return NULL;
}

const char *
circ_month_get_title (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);
  return _ (months[month - 1]);
}

const char *
circ_weekday_get_title (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);
  return _ (weekdays[weekday - 1]);
}

const char *
circ_ordinal_get_title (int ordinal)
{
  g_return_val_if_fail (ordinal == CIRC_DAY_LAST_WEEKDAY || (ordinal >= 1 && ordinal <= 5), NULL);
  return _ (ordinals[ordinal == CIRC_DAY_LAST_WEEKDAY ? 0 : ordinal]);
}

const char *
circ_frequency_get_title (CircFrequency frequency)
{
  g_return_val_if_fail (frequency < CIRC_N_FREQUENCIES, NULL);
  return _ (frequencies[frequency]);
}

static const char *
get_unit_format (CircUnit unit,
                 int n)
{
  gulong count = (gulong) n;

  switch (unit)
    {
    case CIRC_UNIT_MINUTE:
      return g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", count);
    case CIRC_UNIT_HOUR:
      return g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", count);
    case CIRC_UNIT_WORKING_DAY:
      return g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days", count);
    case CIRC_UNIT_WEEK:
      return g_dngettext (GETTEXT_PACKAGE, "%d week", "%d weeks", count);
    case CIRC_UNIT_MONTH:
      return g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", count);
    case CIRC_UNIT_CALENDAR_DAY:
    case CIRC_N_UNITS:
    default:
      return g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", count);
    }
}

/* Returns: (transfer full): "1 week", "5 working days". */
char *
circ_unit_dup_phrase (CircUnit unit,
                      int n)
{
  return g_strdup_printf (get_unit_format (unit, n), n);
}
