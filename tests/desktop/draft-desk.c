/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draft-desk.h"

#include "circ-field-row.h"
#include "circ-occurrence-window.h"
#include "circ-plan-item.h"

CircRecord *
draft_add (CircChange *change,
           CircKindId kind,
           guint title,
           const char *words)
{
  CircRecord *record = circ_record_new (kind);

  circ_record_set_text (record, title, words);
  circ_change_insert (change, record);
  return record;
}

void
draft_set_up (DraftDesk *desk,
              gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Done");
  g_autoptr (CircChange) asked = circ_change_new ("Asked for");
  g_autoptr (CircRecord) agency = NULL;

  desk->test = circ_test_window_new ("empty");
  agency = draft_add (change, CIRC_KIND_AGENCY, (guint) circ_kind_get (CIRC_KIND_AGENCY)->title_field, "Harbour Health");
  desk->item = draft_add (change, CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT, "Tide tables");
  desk->occurrence = draft_add (change, CIRC_KIND_OCCURRENCE, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-06");
  circ_record_set_int (desk->occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (desk->item));
  circ_record_set_text (desk->occurrence, CIRC_OCCURRENCE_NOTES, "Left on the quay");
  desk->evidence = draft_add (change, CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_REFERENCE, "Stamp");
  circ_record_set_int (desk->evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (desk->occurrence));
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  desk->back = draft_add (asked, CIRC_KIND_CASCADE_RETURN, CIRC_CASCADE_RETURN_REQUESTED_ON, "2026-11-06");
  circ_record_set_int (desk->back, CIRC_CASCADE_RETURN_OCCURRENCE, circ_record_get_id (desk->occurrence));
  circ_record_set_int (desk->back, CIRC_CASCADE_RETURN_AGENCY, circ_record_get_id (agency));
  g_assert_true (circ_store_apply (desk->test->store, asked, NULL));
  circ_test_settle (GTK_WIDGET (desk->test->window));
}

void
draft_tear_down (DraftDesk *desk,
                 gconstpointer data)
{
  g_clear_object (&desk->back);
  g_clear_object (&desk->evidence);
  g_clear_object (&desk->occurrence);
  g_clear_object (&desk->item);
  circ_test_window_free (desk->test);
}

void
draft_change_elsewhere (DraftDesk *desk,
                        CircRecord *record,
                        ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) other = circ_store_open (desk->test->path, CIRC_STORE_OPEN_DEFAULT, "Another", &error);
  g_autoptr (CircRecord) theirs = NULL;
  g_autoptr (CircChange) change = circ_change_new ("Theirs");
  va_list fields;
  int field;

  g_assert_no_error (error);
  theirs = circ_store_get (other, circ_record_get_id (record), &error);
  g_assert_no_error (error);
  va_start (fields, record);
  while ((field = va_arg (fields, int)) >= 0)
    {
      GVariant *value = va_arg (fields, GVariant *);

      circ_change_set (change, theirs, (guint) field, value);
    }
  va_end (fields);
  circ_store_apply (other, change, &error);
  g_assert_no_error (error);
  circ_store_look (desk->test->store, NULL);
}

void
draft_assert_stored (DraftDesk *desk,
                     CircRecord *record,
                     guint field,
                     const char *expected)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (CircRecord) stored = circ_store_get (other, circ_record_get_id (record), NULL);

  g_assert_cmpstr (circ_record_get_text (stored, field), ==, expected);
}

GtkWidget *
draft_open_occurrence (DraftDesk *desk)
{
  circ_occurrence_window_present (desk->test->session, GTK_WIDGET (desk->test->window), desk->item, desk->occurrence);
  return circ_test_find_window ("Occurrence");
}

void
draft_replace (GtkWidget *window,
               CircKindId kind,
               const char *name,
               const char *text)
{
  circ_test_replace (circ_test_find_input (window, kind, name), text);
}

void
draft_save (GtkWidget *window)
{
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
}

void
draft_save_and_close (GtkWidget *window)
{
  draft_save (window);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
}

gboolean
draft_has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
is_answered (gpointer row)
{
  return circ_test_peek (row, GTK_TYPE_BUTTON, "Keep Mine") == NULL;
}

void
draft_answer (GtkWidget *row,
              const char *words)
{
  GtkWidget *button = circ_test_find (row, GTK_TYPE_BUTTON, words);

  circ_test_focus (button);
  circ_test_key (button, GDK_KEY_space, 0);
  circ_test_wait (is_answered, row, words);
  g_assert_true (draft_has_focus (GTK_WIDGET (circ_field_row_get_input (CIRC_FIELD_ROW (row)))));
}
