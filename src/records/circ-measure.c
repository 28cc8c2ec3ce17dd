/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-measure.h"

#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircMeasure, circ_measure, CIRC_KIND_MEASURE)

static const CircChoice type_choices[] = {
  { "count", N_ ("Count") },
  { "percentage", N_ ("Percentage") },
  { "duration", N_ ("Duration") },
  { "score", N_ ("Score") },
  { "money", N_ ("Money") },
  { "qualitative", N_ ("In words") },
  { NULL, NULL },
};

static const CircChoice direction_choices[] = {
  { "higher_better", N_ ("Higher") },
  { "lower_better", N_ ("Lower") },
  { "neutral", N_ ("Neither") },
  { NULL, NULL },
};

static const CircChoice frequency_choices[] = {
  { "monthly", N_ ("Monthly") },
  { "quarterly", N_ ("Quarterly") },
  { "yearly", N_ ("Yearly") },
  { "occasional", N_ ("When it happens") },
  { NULL, NULL },
};

/* The ladder of government communication evaluation, DOMAIN 3.8. */
const CircChoice circ_evaluation_level_choices[] = {
  { "input", N_ ("Input: what was put in") },
  { "output", N_ ("Output: what was sent or held") },
  { "outtake", N_ ("Out-take: what people understood") },
  { "outcome", N_ ("Outcome: what people did") },
  { "impact", N_ ("Impact: what changed for children and adults") },
  { NULL, NULL },
};

static const CircField fields[] = {
  [CIRC_MEASURE_NAME] = {
    .name = "name", .title = N_ ("Name"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE | CIRC_FIELD_UNIQUE, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_MEASURE_CODE] = {
    .name = "code", .title = N_ ("Code"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = 30,
  },
  [CIRC_MEASURE_TYPE] = {
    .name = "type", .title = N_ ("Kind of figure"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = type_choices,
  },
  [CIRC_MEASURE_UNIT] = {
    .name = "unit", .title = N_ ("Unit"), .kind = CIRC_FIELD_TEXT,
    .limit = 40,
    .help = N_ ("What is counted: visitors, minutes, points."),
  },
  [CIRC_MEASURE_DIRECTION] = {
    .name = "direction", .title = N_ ("Better when"), .kind = CIRC_FIELD_CHOICE,
    .choices = direction_choices,
  },
  [CIRC_MEASURE_DEFINITION] = {
    .name = "definition", .title = N_ ("Definition"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("What counts and what does not, so that two people count the same."),
  },
  [CIRC_MEASURE_SOURCE_SYSTEM] = {
    .name = "source-system", .title = N_ ("Source"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("Where the figure is read."),
  },
  [CIRC_MEASURE_FREQUENCY] = {
    .name = "frequency", .title = N_ ("How often"), .kind = CIRC_FIELD_CHOICE,
    .flags = CIRC_FIELD_NEEDED, .choices = frequency_choices,
  },
  [CIRC_MEASURE_EVALUATION_LEVEL] = {
    .name = "evaluation-level", .title = N_ ("Stage of evaluation"), .kind = CIRC_FIELD_CHOICE,
    .choices = circ_evaluation_level_choices,
  },
  [CIRC_MEASURE_PRIORITIES] = {
    .name = "priorities", .title = N_ ("Shows progress with"), .kind = CIRC_FIELD_REFERENCES,
    .targets = (const char *const[]) { "priority", NULL },
  },
  [CIRC_MEASURE_BASELINE] = {
    .name = "baseline", .title = N_ ("Baseline"), .kind = CIRC_FIELD_DECIMAL,
  },
  [CIRC_MEASURE_BASELINE_NOTE] = {
    .name = "baseline-note", .title = N_ ("Baseline from"), .kind = CIRC_FIELD_TEXT,
    .limit = CIRC_LIMIT_SHORT,
    .help = N_ ("When and how it was measured."),
  },
  [CIRC_MEASURE_TARGET] = {
    .name = "target", .title = N_ ("Target"), .kind = CIRC_FIELD_DECIMAL,
  },
  [CIRC_MEASURE_TARGET_ON] = {
    .name = "target-on", .title = N_ ("Target for"), .kind = CIRC_FIELD_DATE,
  },
  [CIRC_MEASURE_AUDIENCE] = {
    .name = "audience", .title = N_ ("Audience"), .kind = CIRC_FIELD_REFERENCE,
    .targets = (const char *const[]) { "audience", NULL },
  },
  [CIRC_MEASURE_ARCHIVED_ON] = CIRC_ARCHIVED_ON_FIELD,
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_MEASURE_N_FIELDS);

const CircKind circ_measure_kind = {
  .id = CIRC_KIND_MEASURE,
  .name = "measure",
  .table = "measure",
  .title = N_ ("Measure"),
  .title_plural = N_ ("Measures"),
  .ref_field = -1,
  .title_field = CIRC_MEASURE_NAME,
  .owner_field = -1,
  .archived_field = CIRC_MEASURE_ARCHIVED_ON,
  .fields = fields,
  .n_fields = CIRC_MEASURE_N_FIELDS,
  .get_type = circ_measure_get_type,
};
