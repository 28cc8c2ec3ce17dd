/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-partner-site.h"

#include <string.h>
#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircPartnerSite, circ_partner_site, CIRC_KIND_PARTNER_SITE)

static const CircChoice kind_choices[] = {
  { "website", N_ ("Website") },
  { "intranet", N_ ("Intranet") },
  { NULL, NULL },
};

static const CircChoice link_choices[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { "out_of_date", N_ ("Yes, but the link is out of date") },
  { NULL, NULL },
};

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *checked = circ_record_get_text (record, CIRC_PARTNER_SITE_CHECKED_ON);

  if (checked != NULL && strcmp (checked, today) > 0)
    circ_problem_add (problems, CIRC_PARTNER_SITE_CHECKED_ON, _ ("This day is still to come."));
  if (checked == NULL && circ_record_get (record, CIRC_PARTNER_SITE_LINKS_TO_US) != NULL)
    circ_problem_add (problems, CIRC_PARTNER_SITE_CHECKED_ON, _ ("Say when somebody looked."));
}

static const CircField fields[] = {
  /* An intranet may have no address that opens outside; its name does. */
  [CIRC_PARTNER_SITE_ADDRESS] = {
    .name = "address", .title = N_ ("Address or name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_PARTNER_SITE_KIND] = {
    .name = "kind", .title = N_ ("What it is"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = kind_choices,
  },
  [CIRC_PARTNER_SITE_AGENCY] = {
    .name = "agency", .title = N_ ("Agency"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED, .targets = (const char *const[]) { "agency", NULL },
  },
  [CIRC_PARTNER_SITE_LINKS_TO_US] = {
    .name = "links-to-us", .title = N_ ("Leads to our website"), .kind = CIRC_FIELD_CHOICE,
    .choices = link_choices,
  },
  [CIRC_PARTNER_SITE_CHECKED_ON] = {
    .name = "checked-on", .title = N_ ("Last looked at on"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_PARTNER_SITE_NOTE] = {
    .name = "note", .title = N_ ("Note"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("Where the link stands, and whom to ask for a change."),
  },
  [CIRC_PARTNER_SITE_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_PARTNER_SITE_N_FIELDS);

const CircKind circ_partner_site_kind = {
  .id = CIRC_KIND_PARTNER_SITE,
  .name = "partner-site",
  .table = "partner_site",
  .title = N_ ("Partner website"),
  .title_plural = N_ ("Partner websites"),
  .ref_field = -1,
  .title_field = CIRC_PARTNER_SITE_ADDRESS,
  .owner_field = -1,
  .archived_field = CIRC_PARTNER_SITE_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_PARTNER_SITE_N_FIELDS,
  .get_type = circ_partner_site_get_type,
  .check = check,
};
