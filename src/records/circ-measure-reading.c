/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-measure-reading.h"

#include "circ-date.h"

#include <string.h>
#include <glib/gi18n-lib.h>

CIRC_DEFINE_KIND (CircMeasureReading, circ_measure_reading, CIRC_KIND_MEASURE_READING)

static const CircChoice quality_choices[] = {
  { "actual", N_ ("Actual") },
  { "estimate", N_ ("Estimate") },
  { NULL, NULL },
};

static char *
dup_title (CircRecord *record)
{
  const char *from = circ_record_get_text (record, CIRC_MEASURE_READING_PERIOD_FROM);
  const char *to = circ_record_get_text (record, CIRC_MEASURE_READING_PERIOD_TO);
  g_autofree char *first = circ_date_format_long (from);
  g_autofree char *last = circ_date_format_long (to);

  if (to == NULL || g_strcmp0 (from, to) == 0)
    return g_steal_pointer (&first);
  /* translators: the first and the last day of a period */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

static void
check (CircRecord *record,
       const char *today,
       GPtrArray *problems)
{
  const char *from = circ_record_get_text (record, CIRC_MEASURE_READING_PERIOD_FROM);
  const char *to = circ_record_get_text (record, CIRC_MEASURE_READING_PERIOD_TO);
  gint64 denominator = circ_record_get_int (record, CIRC_MEASURE_READING_DENOMINATOR);

  if (from != NULL && to != NULL && strcmp (to, from) < 0)
    circ_problem_add (problems, CIRC_MEASURE_READING_PERIOD_TO, _ ("It ends before it begins."));
  if (from != NULL && strcmp (from, today) > 0)
    circ_problem_add (problems, CIRC_MEASURE_READING_PERIOD_FROM, _ ("This day is still to come."));
  if (circ_record_get (record, CIRC_MEASURE_READING_DENOMINATOR) != NULL && denominator <= 0)
    circ_problem_add (problems, CIRC_MEASURE_READING_DENOMINATOR, _ ("This is how many there were in all: more than nought."));
  if (circ_record_get (record, CIRC_MEASURE_READING_DENOMINATOR) != NULL &&
      circ_record_get_int (record, CIRC_MEASURE_READING_NUMERATOR) > denominator)
    circ_problem_add (problems, CIRC_MEASURE_READING_NUMERATOR, _ ("These are more than there were in all."));
  if (circ_record_get (record, CIRC_MEASURE_READING_SUPERSEDES) != NULL &&
      circ_record_get (record, CIRC_MEASURE_READING_REASON) == NULL)
    circ_problem_add (problems, CIRC_MEASURE_READING_REASON, _ ("Say why the earlier figure was wrong."));
}

static const CircField fields[] = {
  [CIRC_MEASURE_READING_MEASURE] = {
    .name = "measure", .title = N_ ("Measure"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_NEEDED | CIRC_FIELD_READ_ONLY,
    .targets = (const char *const[]) { "measure", NULL },
  },
  [CIRC_MEASURE_READING_PERIOD_FROM] = {
    .name = "period-from", .title = N_ ("From"), .kind = CIRC_FIELD_DATE,
    .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_MEASURE_READING_PERIOD_TO] = {
    .name = "period-to", .title = N_ ("To"), .kind = CIRC_FIELD_DATE,
    .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_MEASURE_READING_VALUE] = {
    .name = "value", .title = N_ ("Figure"), .kind = CIRC_FIELD_DECIMAL,
  },
  [CIRC_MEASURE_READING_NARRATIVE] = {
    .name = "narrative", .title = N_ ("In words"), .kind = CIRC_FIELD_LONG_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_LONG,
  },
  [CIRC_MEASURE_READING_NUMERATOR] = {
    .name = "numerator", .title = N_ ("How many"), .kind = CIRC_FIELD_DECIMAL,
  },
  [CIRC_MEASURE_READING_DENOMINATOR] = {
    .name = "denominator", .title = N_ ("Out of how many"), .kind = CIRC_FIELD_DECIMAL,
  },
  [CIRC_MEASURE_READING_QUALITY] = {
    .name = "quality", .title = N_ ("Quality"), .kind = CIRC_FIELD_CHOICE,
    .choices = quality_choices,
  },
  [CIRC_MEASURE_READING_RECORDED_ON] = {
    .name = "recorded-on", .title = N_ ("Recorded on"), .kind = CIRC_FIELD_DATE,
    .flags = CIRC_FIELD_NEEDED,
  },
  [CIRC_MEASURE_READING_RECORDED_BY] = {
    .name = "recorded-by", .title = N_ ("Recorded by"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_PERSONAL, .limit = CIRC_LIMIT_SHORT,
  },
  [CIRC_MEASURE_READING_SOURCE_NOTE] = {
    .name = "source-note", .title = N_ ("Source"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
  [CIRC_MEASURE_READING_EVIDENCE] = {
    .name = "evidence", .title = N_ ("Evidence"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
    .help = N_ ("Where the proof is kept: a file, an address, a minute."),
  },
  [CIRC_MEASURE_READING_SUPERSEDES] = {
    .name = "supersedes", .title = N_ ("Corrects"), .kind = CIRC_FIELD_REFERENCE,
    .flags = CIRC_FIELD_READ_ONLY,
    .targets = (const char *const[]) { "measure-reading", NULL },
  },
  [CIRC_MEASURE_READING_REASON] = {
    .name = "reason", .title = N_ ("Why it was corrected"), .kind = CIRC_FIELD_TEXT,
    .flags = CIRC_FIELD_SEARCHABLE, .limit = CIRC_LIMIT_MEDIUM,
  },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == CIRC_MEASURE_READING_N_FIELDS);

const CircKind circ_measure_reading_kind = {
  .id = CIRC_KIND_MEASURE_READING,
  .name = "measure-reading",
  .table = "measure_reading",
  .title = N_ ("Reading"),
  .title_plural = N_ ("Readings"),
  .ref_field = -1,
  .title_field = CIRC_MEASURE_READING_PERIOD_FROM,
  .owner_field = CIRC_MEASURE_READING_MEASURE,
  .archived_field = -1,
  .fields = fields,
  .n_fields = CIRC_MEASURE_READING_N_FIELDS,
  .get_type = circ_measure_reading_get_type,
  .check = check,
  .dup_title = dup_title,
};
