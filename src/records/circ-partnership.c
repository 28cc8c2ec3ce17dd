/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-partnership.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircPartnership, circ_partnership, CIRC_KIND_PARTNERSHIP)

static const CircChoice kind_choices[] = {
  { "children", N_ ("Children") },
  { "adults", N_ ("Adults") },
  { "joint", N_ ("Children and adults") },
  { NULL, NULL },
};

static const CircChoice jurisdiction_choices[] = {
  { "england", N_ ("England") },
  { "wales", N_ ("Wales") },
  { "scotland", N_ ("Scotland") },
  { "northern_ireland", N_ ("Northern Ireland") },
  { NULL, NULL },
};

static const CircChoice holiday_division_choices[] = {
  { "england_and_wales", N_ ("England and Wales") },
  { "scotland", N_ ("Scotland") },
  { "northern_ireland", N_ ("Northern Ireland") },
  { NULL, NULL },
};

static const CircChoice report_year_choices[] = {
  { "financial", N_ ("Financial year, from 1 April") },
  { "calendar", N_ ("Calendar year, from 1 January") },
  { "academic", N_ ("Academic year, from 1 September") },
  { NULL, NULL },
};

const CircField circ_partnership_priority_row[] = {
  { .name = "title", .title = N_ ("Priority"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = CIRC_LIMIT_SHORT },
  { .name = "from", .title = N_ ("From"), .kind = CIRC_FIELD_DATE },
  { .name = "to", .title = N_ ("To"), .kind = CIRC_FIELD_DATE },
  { .name = NULL },
};

/* Below 8 points nobody can read it, above 24 nothing fits on A4. */
static const char *
circ_validate_text_size (GVariant *value)
{
  gint64 points = g_variant_get_int64 (value);

  return points < 8 || points > 24 ? _ ("A text size is between 8 and 24 points.") : NULL;
}

static const CircField fields[] = {
  [CIRC_PARTNERSHIP_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT, .flags = CIRC_FIELD_NEEDED,
    .limit = CIRC_LIMIT_SHORT, .help = N_ ("Printed at the head of every document."),
  },
  [CIRC_PARTNERSHIP_SHORT_NAME] = {
    .name = "short-name", .title = N_ ("Short name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = 30,
  },
  [CIRC_PARTNERSHIP_KIND] = {
    .name = "kind", .title = N_ ("Safeguards"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = kind_choices,
  },
  [CIRC_PARTNERSHIP_AREAS] = {
    .name = "areas", .title = N_ ("Local authority areas"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = CIRC_LIMIT_MEDIUM, .help = N_ ("One area a line."),
  },
  [CIRC_PARTNERSHIP_JURISDICTION] = {
    .name = "jurisdiction", .title = N_ ("Country"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = jurisdiction_choices,
  },
  [CIRC_PARTNERSHIP_HOLIDAY_DIVISION] = {
    .name = "holiday-division", .title = N_ ("Bank holidays of"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = holiday_division_choices,
  },
  [CIRC_PARTNERSHIP_LEGAL_BASIS] = {
    .name = "legal-basis", .title = N_ ("Legal basis"), .kind = CIRC_FIELD_LONG_TEXT,
    .limit = CIRC_LIMIT_MEDIUM, .help = N_ ("One or two sentences for the front of reports."),
  },
  [CIRC_PARTNERSHIP_HOST_AGENCY] = {
    .name = "host-agency", .title = N_ ("Host agency"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED, .targets = (const char *const[]) { "agency", NULL },
    .help = N_ ("Whose procurement and retention rules apply."),
  },
  [CIRC_PARTNERSHIP_ADDRESS] = {
    .name = "address", .title = N_ ("Address"), .kind = CIRC_FIELD_LONG_TEXT,
    .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_PARTNERSHIP_TELEPHONE] = {
    .name = "telephone", .title = N_ ("Telephone"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_PARTNERSHIP_WEBSITE] = {
    .name = "website", .title = N_ ("Website"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT, .validate = circ_validate_web_address,
  },
  [CIRC_PARTNERSHIP_GENERIC_INBOX] = {
    .name = "generic-inbox", .title = N_ ("Shared mailbox"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED, .limit = 254,
    .help = N_ ("Important messages go to a shared address, so that nobody’s absence delays them."),
    .validate = circ_validate_email,
  },
  [CIRC_PARTNERSHIP_SECURE_INBOX] = {
    .name = "secure-inbox", .title = N_ ("Secure mailbox"), .kind = CIRC_FIELD_TEXT,
    .limit = 254, .validate = circ_validate_email,
  },
  [CIRC_PARTNERSHIP_REPORT_YEAR] = {
    .name = "report-year", .title = N_ ("Reporting year"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = report_year_choices,
  },
  [CIRC_PARTNERSHIP_REVIEW_SUBGROUP_NAME] = {
    .name = "review-subgroup-name", .title = N_ ("Review sub-group"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
  },
  /* Of files before version 7; reports/circ-priorities.c makes records of them. */
  [CIRC_PARTNERSHIP_PRIORITIES] = {
    .name = "priorities", .title = N_ ("Priorities"), .kind = CIRC_FIELD_ROWS, .limit = 50,
    .rows = circ_partnership_priority_row,
  },
  [CIRC_PARTNERSHIP_LOGO] = {
    .name = "logo", .title = N_ ("Logo"), .kind = CIRC_FIELD_IMAGE,
    .help = N_ ("A PNG or SVG picture, printed top right on the first page."),
  },
  [CIRC_PARTNERSHIP_LOGO_DESCRIPTION] = {
    .name = "logo-description", .title = N_ ("Logo in words"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT, .help = N_ ("Read aloud in place of the picture."),
  },
  [CIRC_PARTNERSHIP_LOGO_EVERY_PAGE] = {
    .name = "logo-every-page", .title = N_ ("Logo on every page"), .kind = CIRC_FIELD_BOOLEAN,
  },
  [CIRC_PARTNERSHIP_TYPEFACE] = {
    .name = "typeface", .title = N_ ("Typeface"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT, .help = N_ ("Arial unless your brand says otherwise."),
  },
  [CIRC_PARTNERSHIP_BODY_SIZE_LETTER] = {
    .name = "body-size-letter", .title = N_ ("Text size of letters"),
    .kind = CIRC_FIELD_INTEGER, .help = N_ ("In points; 11 is usual."),
    .validate = circ_validate_text_size,
  },
  [CIRC_PARTNERSHIP_BODY_SIZE_PUBLIC] = {
    .name = "body-size-public", .title = N_ ("Text size of public documents"),
    .kind = CIRC_FIELD_INTEGER,
    .help = N_ ("In points; 12 or more, so that most people can read it."),
    .validate = circ_validate_text_size,
  },
  [CIRC_PARTNERSHIP_ACCENT_COLOUR] = {
    .name = "accent-colour", .title = N_ ("Accent colour"), .kind = CIRC_FIELD_TEXT,
    .limit = 7, .help = N_ ("As a code such as #1c5f8a."), .validate = circ_validate_colour,
  },
  [CIRC_PARTNERSHIP_PRINT_BLACK] = {
    .name = "print-black", .title = N_ ("Print in black only"), .kind = CIRC_FIELD_BOOLEAN,
  },
  [CIRC_PARTNERSHIP_DEFAULT_MARKING] = {
    .name = "default-marking", .title = N_ ("Marking of exports"), .kind = CIRC_FIELD_CHOICE,
    .choices = circ_marking_choices,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_PARTNERSHIP_N_FIELDS);

const CircKind circ_partnership_kind = {
  .id = CIRC_KIND_PARTNERSHIP,
  .name = "partnership",
  .table = "partnership",
  .title = N_ ("Partnership"),
  .title_plural = N_ ("Partnerships"),
  .ref_field = -1,
  .title_field = CIRC_PARTNERSHIP_NAME,
  .owner_field = -1,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_PARTNERSHIP_N_FIELDS,
  .get_type = circ_partnership_get_type,
};
