/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How changes and records are called. */
#include "config.h"

#include "circ-session.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-campaign.h"
#include "circ-contact.h"
#include "circ-format-request.h"
#include "circ-measure.h"
#include "circ-partner-site.h"
#include "circ-priority.h"

char *
circ_session_dup_field_title (CircSession *self,
                              CircRecord *record,
                              guint field)
{
  const CircKind *kind = circ_record_get_kind (record);
  const char *title = circ_field_get_title (&kind->fields[field]);
  g_autofree char *name = NULL;

  if (kind->ref_field >= 0)
    name = g_strdup (circ_record_get_text (record, kind->ref_field));
  if (name == NULL || *name == '\0')
    {
      g_free (name);
      name = circ_record_dup_title (record);
    }
  if (name == NULL || *name == '\0')
    {
      g_free (name);
      name = g_strdup (circ_kind_get_title (kind));
    }

  /* translators: the first is the label of a field, the second a reference or a name: Changed “When” of CP-2026-004 */
  return g_strdup_printf (_ ("Changed “%s” of %s"), title, name);
}

/* "Jane Smith" is a person, "press@example.org" a mailbox. */
static void
name_contact (CircRecord *record,
              const char *name)
{
  const char *space = strrchr (name, ' ');

  if (strchr (name, '@') != NULL)
    {
      circ_record_set_text (record, CIRC_CONTACT_KIND, "role_mailbox");
      circ_record_set_text (record, CIRC_CONTACT_EMAIL, name);
      return;
    }
  circ_record_set_text (record, CIRC_CONTACT_KIND, "person");
  if (space != NULL)
    {
      g_autofree char *given = g_strndup (name, space - name);

      circ_record_set_text (record, CIRC_CONTACT_GIVEN_NAME, g_strstrip (given));
      name = space + 1;
    }
  circ_record_set_text (record, CIRC_CONTACT_FAMILY_NAME, name);
}

/* What most new ones are, until somebody says otherwise. */
static const struct {
  CircKindId kind;
  guint field;
  const char *token;
} beginnings[] = {
  { CIRC_KIND_FORMAT_REQUEST, CIRC_FORMAT_REQUEST_STATE, "received" },
  { CIRC_KIND_CAMPAIGN, CIRC_CAMPAIGN_STATE, "idea" },
  { CIRC_KIND_CAMPAIGN, CIRC_CAMPAIGN_MODE, "proactive" },
  { CIRC_KIND_MEASURE, CIRC_MEASURE_TYPE, "count" },
  { CIRC_KIND_MEASURE, CIRC_MEASURE_DIRECTION, "higher_better" },
  { CIRC_KIND_MEASURE, CIRC_MEASURE_FREQUENCY, "monthly" },
  { CIRC_KIND_PARTNER_SITE, CIRC_PARTNER_SITE_KIND, "website" },
  { CIRC_KIND_PRIORITY, CIRC_PRIORITY_LEVEL, "priority" },
};

CircRecord *
circ_session_new_record (CircSession *self,
                         CircKindId kind,
                         const char *name)
{
  CircRecord *record = circ_record_new (kind);
  g_autofree char *trimmed = g_strstrip (g_strdup (name != NULL ? name : ""));

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (beginnings[i].kind == kind)
      circ_record_set_text (record, beginnings[i].field, beginnings[i].token);
  if (kind == CIRC_KIND_FORMAT_REQUEST)
    circ_record_set_text (record, CIRC_FORMAT_REQUEST_RECEIVED_ON, circ_session_get_today (self));
  if (*trimmed == '\0')
    return record;
  if (kind == CIRC_KIND_CONTACT)
    name_contact (record, trimmed);
  else
    circ_record_set_text (record, circ_kind_get (kind)->title_field, trimmed);

  return record;
}

char *
circ_session_dup_title (CircSession *self,
                        gint64 id)
{
  char *title;

  if (id == 0)
    return g_strdup ("");
  title = circ_store_dup_title (circ_session_get_store (self), id);
  if (title == NULL)
    return g_strdup (circ_store_is_removed (circ_session_get_store (self), id) ? _ ("No longer there")
                                                                               : _ ("Cannot be read now"));
  if (*title == '\0')
    {
      const CircKind *kind = circ_store_get_kind_of (circ_session_get_store (self), id, NULL);

      g_free (title);
      /* translators: in place of the name of a record that has none yet; %s is a kind of record, such as Audience */
      title = g_strdup_printf (_ ("%s without a name"), kind != NULL ? circ_kind_get_title (kind) : "");
    }

  return title;
}

gboolean
circ_session_is_put_away (CircSession *self,
                          gint64 id)
{
  g_autoptr (CircRecord) record = id > 0 ? circ_store_get (circ_session_get_store (self), id, NULL) : NULL;

  return record != NULL && circ_record_is_archived (record);
}

char *
circ_session_dup_put_away_title (CircSession *self,
                                 CircKindId kind,
                                 const char *title)
{
  if (kind == CIRC_KIND_PLAN_ITEM)
    /* translators: what is communicated, and that the item is archived */
    return g_strdup_printf (_ ("%s (archived)"), title);

  /* translators: the name of an entry of a list, and that it is not offered any more */
  return g_strdup_printf (_ ("%s (retired)"), title);
}

char *
circ_session_dup_title_and_state (CircSession *self,
                                  gint64 id)
{
  g_autofree char *title = circ_session_dup_title (self, id);
  const CircKind *kind = circ_store_get_kind_of (circ_session_get_store (self), id, NULL);

  if (kind == NULL || !circ_session_is_put_away (self, id))
    return g_steal_pointer (&title);

  return circ_session_dup_put_away_title (self, kind->id, title);
}
