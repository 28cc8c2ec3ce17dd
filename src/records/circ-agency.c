/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-agency.h"

#include "circ-choices.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircAgency, circ_agency, CIRC_KIND_AGENCY)

static const CircChoice category_choices[] = {
  { "local_authority", N_ ("Local authority") },
  { "integrated_care_board", N_ ("Integrated care board") },
  { "police", N_ ("Police") },
  { "nhs_provider", N_ ("NHS provider") },
  { "ambulance", N_ ("Ambulance service") },
  { "gp_practice", N_ ("GP practice") },
  { "education", N_ ("School, college or early years") },
  { "youth_justice", N_ ("Youth justice service") },
  { "probation", N_ ("Probation") },
  { "fire_rescue", N_ ("Fire and rescue") },
  { "housing", N_ ("Housing") },
  { "cafcass", N_ ("Cafcass") },
  { "adoption_agency", N_ ("Adoption agency") },
  { "voluntary_community", N_ ("Voluntary and community") },
  { "faith", N_ ("Faith organisation") },
  { "care_provider", N_ ("Care provider") },
  { "pcc", N_ ("Police and crime commissioner") },
  { "other_board", N_ ("Another board or partnership") },
  { "regulator", N_ ("Regulator") },
  { "national_body", N_ ("National body") },
  { "media", N_ ("Media") },
  { "public_representatives", N_ ("Representatives of the public") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const CircChoice standing_choices[] = {
  { "statutory_partner", N_ ("Statutory safeguarding partner") },
  { "relevant_agency", N_ ("Relevant agency") },
  { "other_partner", N_ ("Other partner") },
  { "other_board", N_ ("Other board") },
  { "external", N_ ("External") },
  { NULL, NULL },
};

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *from = circ_record_get_text (record, CIRC_AGENCY_ACTIVE_FROM);
  const char *to = circ_record_get_text (record, CIRC_AGENCY_ACTIVE_TO);
  gint64 id = circ_record_get_id (record);

  if (from != NULL && to != NULL && g_strcmp0 (to, from) < 0)
    circ_problem_add (problems, CIRC_AGENCY_ACTIVE_TO, _ ("It ends before it begins."));
  if (id > 0 && circ_record_get_int (record, CIRC_AGENCY_PARENT) == id)
    circ_problem_add (problems, CIRC_AGENCY_PARENT, _ ("An agency cannot be part of itself."));
  if (g_strcmp0 (circ_record_get_text (record, CIRC_AGENCY_STANDING), "relevant_agency") == 0 &&
      circ_record_get (record, CIRC_AGENCY_COMMS_LEAD) == NULL)
    circ_problem_add (problems, CIRC_AGENCY_COMMS_LEAD,
                      _ ("A relevant agency needs a communications lead, or nobody passes messages on."));
}

static const CircField fields[] = {
  [CIRC_AGENCY_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE,
    .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_AGENCY_ABBREVIATION] = {
    .name = "abbreviation", .title = N_ ("Abbreviation"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = 30,
  },
  [CIRC_AGENCY_CATEGORY] = {
    .name = "category", .title = N_ ("Category"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = category_choices,
  },
  [CIRC_AGENCY_STANDING] = {
    .name = "standing", .title = N_ ("Standing"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = standing_choices,
  },
  [CIRC_AGENCY_PARENT] = {
    .name = "parent", .title = N_ ("Part of"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "agency", NULL },
  },
  [CIRC_AGENCY_ASSOCIATED_STATUTORY_PARTNER] = {
    .name = "associated-statutory-partner", .title = N_ ("Associated statutory partner"),
    .kind = CIRC_FIELD_REFERENCE, .targets = (const char *const[]) { "agency", NULL },
    .help = N_ ("The partner through which this agency also communicates."),
  },
  [CIRC_AGENCY_COMMS_LEAD] = {
    .name = "comms-lead", .title = N_ ("Communications lead"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_AGENCY_SAFEGUARDING_LEAD] = {
    .name = "safeguarding-lead", .title = N_ ("Safeguarding lead"),
    .kind = CIRC_FIELD_REFERENCE, .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_AGENCY_PRESS_OFFICE_CONTACT] = {
    .name = "press-office-contact", .title = N_ ("Press office"),
    .kind = CIRC_FIELD_REFERENCE, .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_AGENCY_SENIOR_OFFICER] = {
    .name = "senior-officer", .title = N_ ("Senior officer"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "contact", NULL },
  },
  [CIRC_AGENCY_CONTRIBUTES_BUDGET] = {
    .name = "contributes-budget", .title = N_ ("Contribution a year"),
    .kind = CIRC_FIELD_MONEY, .validate = circ_validate_not_negative,
  },
  [CIRC_AGENCY_ACTIVE_FROM] = {
    .name = "active-from", .title = N_ ("Active from"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_AGENCY_ACTIVE_TO] = {
    .name = "active-to", .title = N_ ("Active to"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_AGENCY_SUCCESSOR] = {
    .name = "successor", .title = N_ ("Followed by"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "agency", NULL },
    .help = N_ ("The agency that took over its duties or its name."),
  },
  [CIRC_AGENCY_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_AGENCY_N_FIELDS);

const CircKind circ_agency_kind = {
  .id = CIRC_KIND_AGENCY,
  .name = "agency",
  .table = "agency",
  .title = N_ ("Agency"),
  .title_plural = N_ ("Agencies"),
  .ref_field = -1,
  .title_field = CIRC_AGENCY_NAME,
  .owner_field = -1,
  .archived_field = CIRC_AGENCY_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_AGENCY_N_FIELDS,
  .get_type = circ_agency_get_type,
  .check = check,
};
