/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-choices.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

const CircChoice circ_marking_choices[] = {
  { "public", N_ ("PUBLIC") },
  { "official", N_ ("OFFICIAL") },
  { "official_sensitive", N_ ("OFFICIAL-SENSITIVE") },
  { NULL, NULL },
};

const CircChoice circ_format_choices[] = {
  { "standard", N_ ("Standard") },
  { "html", N_ ("Web page") },
  { "large_print", N_ ("Large print") },
  { "easy_read", N_ ("Easy Read") },
  { "audio", N_ ("Audio") },
  { "braille", N_ ("Braille") },
  { "bsl_video", N_ ("British Sign Language video") },
  { "subtitled_video", N_ ("Subtitled video") },
  { "translation", N_ ("Translation") },
  { "plain_text", N_ ("Plain text") },
  { "child_friendly", N_ ("Child friendly") },
  { "poster", N_ ("Poster") },
  { NULL, NULL },
};

const CircChoice circ_evidence_choices[] = {
  { "email_sent_copy", N_ ("Copy of the e-mail sent") },
  { "delivery_report", N_ ("Delivery report") },
  { "web_page", N_ ("Web page") },
  { "page_hits", N_ ("Page hits") },
  { "minutes_extract", N_ ("Extract of minutes") },
  { "attendance_register", N_ ("Attendance register") },
  { "newsletter_issue", N_ ("Newsletter issue") },
  { "intranet_post", N_ ("Intranet post") },
  { "social_media_post", N_ ("Social media post") },
  { "supervision_record", N_ ("Supervision record") },
  { "print_distribution_record", N_ ("Record of print distribution") },
  { "photograph_of_display", N_ ("Photograph of a display") },
  { "press_cutting", N_ ("Press cutting") },
  { "broadcast_note", N_ ("Note of a broadcast") },
  { "feedback_form", N_ ("Feedback form") },
  { "letter", N_ ("Letter") },
  { "briefing_register", N_ ("Briefing register") },
  { "declaration", N_ ("Declaration (weakest)") },
  { NULL, NULL },
};

const CircChoice circ_role_choices[] = {
  { "independent_chair", N_ ("Independent chair") },
  { "partnership_chair", N_ ("Partnership chair") },
  { "deputy_chair", N_ ("Deputy chair") },
  { "independent_scrutineer", N_ ("Independent scrutineer") },
  { "lsp", N_ ("Lead safeguarding partner") },
  { "dsp", N_ ("Delegated safeguarding partner") },
  { "business_manager", N_ ("Business manager") },
  { "business_unit", N_ ("Business unit") },
  { "agency_comms_lead", N_ ("Communications lead of an agency") },
  { "press_officer", N_ ("Press office") },
  { "lay_member", N_ ("Lay member") },
  { "group_chair", N_ ("Chair of a group") },
  { "group_member", N_ ("Member of a group") },
  { NULL, NULL },
};

/* One @, a dot in the domain, no spaces (DOMAIN 2.1); the length is the field's limit. */
const char *
circ_validate_email (GVariant *value)
{
  const char *text = g_variant_get_string (value, NULL);
  const char *at = strchr (text, '@');

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || strchr (at + 1, '.') == NULL ||
      g_str_has_suffix (text, ".") || strpbrk (text, " \t\n") != NULL)
    return _ ("This is not an e-mail address: it needs one @ and a dot after it, and no spaces.");
  return NULL;
}

const char *
circ_validate_web_address (GVariant *value)
{
  const char *text = g_variant_get_string (value, NULL);

  if (strchr (text, '.') == NULL || strpbrk (text, " \t\n") != NULL)
    return _ ("This is not a web address: it needs a dot and no spaces, as in www.example.org.");
  return NULL;
}

const char *
circ_validate_colour (GVariant *value)
{
  const char *text = g_variant_get_string (value, NULL);
  gboolean right = strlen (text) == 7 && text[0] == '#';

  for (guint i = 1; right && i < 7; i++)
    right = g_ascii_isxdigit (text[i]);
  return right ? NULL : _ ("A colour is written as # and six digits or letters a to f, such as #1c5f8a.");
}

/* 00:00 to 23:59, both digits of the hour: such texts sort as times. */
const char *
circ_validate_time (GVariant *value)
{
  const char *text = g_variant_get_string (value, NULL);
  gboolean right = strlen (text) == 5 && text[2] == ':';

  for (guint i = 0; right && i < 5; i++)
    right = i == 2 || g_ascii_isdigit (text[i]);
  right = right && atoi (text) < 24 && atoi (text + 3) < 60;
  return right ? NULL : _ ("A time is written as 09:30 or 14:00.");
}

char *
circ_time_dup_text (const char *text)
{
  static const char pattern[] = "^(\\d{1,2})(?:[:.h ]?(\\d{2}))?(?: ?([ap])\\.? ?m\\.?)?$";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *half = NULL;
  int hour;

  if (g_ascii_strcasecmp (text, "noon") == 0 || g_ascii_strcasecmp (text, "midday") == 0)
    return g_strdup ("12:00");
  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  half = g_match_info_fetch (match, 3);
  hour = atoi (hours);
  if (half != NULL && *half != '\0')
    {
      if (hour < 1 || hour > 12)
        return NULL;
      hour = hour % 12 + (g_ascii_tolower (*half) == 'p' ? 12 : 0);
    }
  else if (minutes == NULL || *minutes == '\0')
    /* A number alone may be morning or afternoon. */
    return NULL;
  return g_strdup_printf ("%02d:%s", hour, minutes != NULL && *minutes != '\0' ? minutes : "00");
}

const char *
circ_validate_not_negative (GVariant *value)
{
  return g_variant_get_int64 (value) < 0 ? _ ("This cannot be less than nothing.") : NULL;
}
