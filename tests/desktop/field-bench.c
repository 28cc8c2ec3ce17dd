/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-bench.h"

#include "circ-agency.h"
#include "circ-evidence.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"

void
bench_set_up (Bench *bench,
              const char *template,
              CircKindId kind,
              guint field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (CircChange) change = circ_change_new ("A record to work on");

  bench->test = circ_test_window_new_bare (template);
  if (kind == CIRC_KIND_PARTNERSHIP)
    {
      bench->record = circ_store_get_only (bench->test->store, kind, NULL);
    }
  else
    {
      bench->record = circ_session_new_record (bench->test->session, kind, "A record");
      circ_change_insert (change, bench->record);
      g_assert_true (circ_session_apply_quietly (bench->test->session, change, NULL));
    }
  bench->row = CIRC_FIELD_ROW (circ_field_row_new (bench->test->session, circ_kind_get (kind), field));
  circ_field_row_set_record (bench->row, bench->record);
  bench->elsewhere = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bench->row));
  gtk_box_append (GTK_BOX (box), bench->elsewhere);
  circ_test_window_set_child (bench->test, box);
}

void
bench_tear_down (Bench *bench)
{
  circ_test_assert_names (GTK_WIDGET (bench->test->window));
  circ_test_assert_fits (GTK_WIDGET (bench->test->window));
  g_object_unref (bench->record);
  circ_test_window_free (bench->test);
}

/* What another program finds in the file, as a person would read it; NULL when it is blank. */
char *
bench_dup_stored (Bench *bench)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (bench->test);
  g_autoptr (GError) error = NULL;
  g_autoptr (CircRecord) record = circ_store_get (other, circ_record_get_id (bench->record), &error);

  g_assert_no_error (error);

  return circ_record_format (record, circ_field_row_get_field (bench->row));
}

void
bench_assert_stored (Bench *bench,
                     const char *expected)
{
  g_autofree char *stored = bench_dup_stored (bench);

  if (expected == NULL)
    g_assert_true (stored == NULL || *stored == '\0');
  else
    g_assert_cmpstr (stored, ==, expected);
}

void
bench_leave (Bench *bench)
{
  circ_test_focus (bench->elsewhere);
}

const BenchCase bench_cases[] = {
  { "text", CIRC_KIND_PARTNERSHIP, CIRC_PARTNERSHIP_SHORT_NAME, "Marsham", "Marsham", "MSP",
    "Marsham, where the river is wide and slow", "30" },
  { "validated", CIRC_KIND_PARTNERSHIP, CIRC_PARTNERSHIP_GENERIC_INBOX, "office@example.org", "office@example.org",
    "board@example.org", "not an address", "needs one @" },
  { "one-line", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT, "Papers – “final”", "Papers – “final”", "Minutes", NULL, NULL },
  { "long-text", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT_NOTES, "first\nsecond", "first\nsecond", "third", NULL, NULL },
  { "integer", CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_QUANTITY, "1200", "1200", "7", "many", "whole number" },
  { "money", CIRC_KIND_AGENCY, CIRC_AGENCY_CONTRIBUTES_BUDGET, "1234.5", "£1234.50", "£7", "a lot", "amount in pounds" },
  { "date", CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_ACTIVE_FROM, "4 Dec 2026", "04/12/2026", "5/12/2026", "some day", "is not a date" },
};
const guint bench_n_cases = G_N_ELEMENTS (bench_cases);

GtkWidget *
bench_get_words (Bench *bench)
{
  return GTK_WIDGET (circ_field_row_get_input (bench->row));
}

char *
bench_dup_shown (Bench *bench)
{
  GtkWidget *text = circ_test_peek (bench_get_words (bench), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer;
  char *words;

  if (text == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (circ_test_find_type (bench_get_words (bench), GTK_TYPE_TEXT, 0))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_object_get (buffer, "text", &words, NULL);

  return words;
}

void
bench_assert_shown (Bench *bench,
                    const char *expected)
{
  g_autofree char *shown = bench_dup_shown (bench);

  g_assert_cmpstr (shown, ==, expected);
}

static gboolean
has_reason (GtkWidget *widget,
            gpointer reason)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), reason) != NULL;
}

gboolean
bench_is_reason_shown (Bench *bench,
                       const char *reason)
{
  return circ_test_walk (GTK_WIDGET (bench->row), has_reason, (gpointer) reason) != NULL;
}
