/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-contact.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircContact, circ_contact, CIRC_KIND_CONTACT)

static const CircChoice kind_choices[] = {
  { "person", N_ ("Person") },
  { "role_mailbox", N_ ("Shared mailbox") },
  { "media_contact", N_ ("Media contact") },
  { NULL, NULL },
};

static const CircChoice lawful_basis_choices[] = {
  { "role_contact", N_ ("Contact in a role (public task)") },
  { "subscriber", N_ ("Subscriber (consent)") },
  { "media", N_ ("Media") },
  { NULL, NULL },
};

const CircField circ_contact_role_row[] = {
  { .name = "role", .title = N_ ("Role"), .kind = CIRC_FIELD_CHOICE,
    .choices = circ_role_choices },
  { .name = "group", .title = N_ ("Group"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "group", NULL } },
  { .name = "from", .title = N_ ("From"), .kind = CIRC_FIELD_DATE },
  { .name = "to", .title = N_ ("To"), .kind = CIRC_FIELD_DATE },
  { .name = NULL },
};

/* "Given Family, Post" for a person; the post or the address where there is no name. */
static char *
dup_title (CircRecord *record)
{
  const char *given = circ_record_get_text (record, CIRC_CONTACT_GIVEN_NAME);
  const char *family = circ_record_get_text (record, CIRC_CONTACT_FAMILY_NAME);
  const char *post = circ_record_get_text (record, CIRC_CONTACT_POST_TITLE);
  const char *email = circ_record_get_text (record, CIRC_CONTACT_EMAIL);
  g_autofree char *name = given != NULL && family != NULL ? g_strdup_printf ("%s %s", given, family)
                                                          : g_strdup (family != NULL ? family : given);

  if (name != NULL && post != NULL)
    return g_strdup_printf ("%s, %s", name, post);
  if (name != NULL)
    return g_steal_pointer (&name);
  return g_strdup (post != NULL ? post : email != NULL ? email : "");
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *kind = circ_record_get_text (record, CIRC_CONTACT_KIND);

  if (g_strcmp0 (kind, "person") == 0 && circ_record_get (record, CIRC_CONTACT_FAMILY_NAME) == NULL)
    circ_problem_add (problems, CIRC_CONTACT_FAMILY_NAME, _ ("A person needs a family name."));
  if (circ_record_get (record, CIRC_CONTACT_EMAIL) == NULL && circ_record_get (record, CIRC_CONTACT_TELEPHONE) == NULL)
    circ_problem_add (problems, CIRC_CONTACT_EMAIL, _ ("Add an e-mail address or a telephone number, so that they can be reached."));
  if (circ_record_get_bool (record, CIRC_CONTACT_DO_NOT_CONTACT) &&
      circ_record_get (record, CIRC_CONTACT_DO_NOT_CONTACT_REASON) == NULL)
    circ_problem_add (problems, CIRC_CONTACT_DO_NOT_CONTACT_REASON, _ ("Say why they are not to be contacted."));
}

static const CircField fields[] = {
  [CIRC_CONTACT_KIND] = {
    .name = "kind", .title = N_ ("Kind"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = kind_choices,
  },
  [CIRC_CONTACT_HONORIFIC] = {
    .name = "honorific", .title = N_ ("Title"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_PERSONAL, .limit = 30,
  },
  [CIRC_CONTACT_GIVEN_NAME] = {
    .name = "given-name", .title = N_ ("Given name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE | CIRC_FIELD_PERSONAL, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CONTACT_FAMILY_NAME] = {
    .name = "family-name", .title = N_ ("Family name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE | CIRC_FIELD_PERSONAL, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CONTACT_POST_TITLE] = {
    .name = "post-title", .title = N_ ("Post"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CONTACT_AGENCY] = {
    .name = "agency", .title = N_ ("Agency"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "agency", NULL },
  },
  [CIRC_CONTACT_EMAIL] = {
    .name = "email", .title = N_ ("E-mail"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE | CIRC_FIELD_PERSONAL, .limit = 254,
    .validate = circ_validate_email,
  },
  [CIRC_CONTACT_EMAIL_IS_SECURE] = {
    .name = "email-is-secure", .title = N_ ("Secure e-mail"), .kind = CIRC_FIELD_BOOLEAN,
  },
  [CIRC_CONTACT_TELEPHONE] = {
    .name = "telephone", .title = N_ ("Telephone"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_PERSONAL, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CONTACT_OUT_OF_HOURS_TELEPHONE] = {
    .name = "out-of-hours-telephone", .title = N_ ("Telephone out of hours"),
    .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_PERSONAL, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CONTACT_ROLES] = {
    .name = "roles", .title = N_ ("Roles"), .kind = CIRC_FIELD_ROWS, .limit = 50,
    .rows = circ_contact_role_row,
  },
  [CIRC_CONTACT_PREFERRED_FORMATS] = {
    .name = "preferred-formats", .title = N_ ("Preferred formats"), .kind = CIRC_FIELD_SET,
    .choices = circ_format_choices,
  },
  [CIRC_CONTACT_PREFERRED_LANGUAGE] = {
    .name = "preferred-language", .title = N_ ("Preferred language"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CONTACT_LAWFUL_BASIS] = {
    .name = "lawful-basis", .title = N_ ("Why we hold this"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = lawful_basis_choices,
  },
  [CIRC_CONTACT_DO_NOT_CONTACT] = {
    .name = "do-not-contact", .title = N_ ("Do not contact"), .kind = CIRC_FIELD_BOOLEAN,
  },
  [CIRC_CONTACT_DO_NOT_CONTACT_REASON] = {
    .name = "do-not-contact-reason", .title = N_ ("Reason"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_CONTACT_LEFT_ON] = {
    .name = "left-on", .title = N_ ("Left on"), .kind = CIRC_FIELD_DATE,
    .help = N_ ("No longer circulated to after this day; the history stays."),
  },
  [CIRC_CONTACT_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_CONTACT_N_FIELDS);

const CircKind circ_contact_kind = {
  .id = CIRC_KIND_CONTACT,
  .name = "contact",
  .table = "contact",
  .title = N_ ("Contact"),
  .title_plural = N_ ("Contacts"),
  .ref_field = -1,
  .title_field = CIRC_CONTACT_FAMILY_NAME,
  .owner_field = -1,
  .archived_field = CIRC_CONTACT_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_CONTACT_N_FIELDS,
  .get_type = circ_contact_get_type,
  .check = check,
  .dup_title = dup_title,
};
