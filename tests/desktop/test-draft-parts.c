/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people at one piece of evidence, one return or one version of the matrix: as test-drafts.c. */
#include "config.h"

#include "draft-desk.h"

#include "circ-matrix-version.h"
#include "circ-rename-window.h"
#include "circ-return-window.h"

static const char *
get_kind (guint n)
{
  return circ_evidence_kind.fields[CIRC_EVIDENCE_KIND].choices[n].token;
}

static void
test_evidence (DraftDesk *desk,
               gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);

  draft_replace (window, CIRC_KIND_EVIDENCE, "reference", "My stamp");
  draft_change_elsewhere (desk, desk->evidence, CIRC_EVIDENCE_REFERENCE, g_variant_new_string ("Their stamp"), -1);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "“Reference” was changed elsewhere meanwhile. Choose which it is to be, or save again to keep yours.");
  circ_test_click (circ_test_find_row (window, CIRC_KIND_EVIDENCE, "reference"), "Take Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->evidence, CIRC_EVIDENCE_REFERENCE, "Their stamp");
}

/* The title that follows the kind when a person chooses it does not when the kind comes from elsewhere, and choosing one does
 * not choose the other. */
static void
test_kind (DraftDesk *desk,
           gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);
  GtkWidget *kind, *title;

  draft_replace (window, CIRC_KIND_EVIDENCE, "reference", "My stamp");
  draft_change_elsewhere (desk, desk->evidence, CIRC_EVIDENCE_KIND, g_variant_new_string (get_kind (1)), -1);
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->evidence, CIRC_EVIDENCE_KIND, get_kind (1));
  draft_assert_stored (desk, desk->evidence, CIRC_EVIDENCE_TITLE, NULL);

  window = draft_open_occurrence (desk);
  kind = circ_test_find_row (window, CIRC_KIND_EVIDENCE, "kind");
  title = circ_test_find_row (window, CIRC_KIND_EVIDENCE, "title");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (circ_test_find_type (kind, GTK_TYPE_DROP_DOWN, 0)), 3);
  draft_change_elsewhere (desk, desk->evidence, CIRC_EVIDENCE_KIND, g_variant_new_string (get_kind (4)),
                          CIRC_EVIDENCE_TITLE, g_variant_new_string ("Signed letter"), -1);
  draft_save (window);
  draft_answer (kind, "Take Theirs");
  circ_test_find (title, GTK_TYPE_LABEL, "In the file this now says: “Signed letter”");
  draft_answer (title, "Take Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->evidence, CIRC_EVIDENCE_KIND, get_kind (4));
  draft_assert_stored (desk, desk->evidence, CIRC_EVIDENCE_TITLE, "Signed letter");
}

/* What somebody else has just written is not taken away unseen. */
static void
test_taken_away (DraftDesk *desk,
                 gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);

  circ_test_press_button (circ_test_find (window, GTK_TYPE_BUTTON, "Remove Evidence 1"));
  draft_change_elsewhere (desk, desk->evidence, CIRC_EVIDENCE_REFERENCE, g_variant_new_string ("Their stamp"), -1);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "Evidence that was taken away here was changed elsewhere meanwhile, so it is shown again. Take it away once more"
                  " if it is to go.");
  circ_test_find (circ_test_find_row (window, CIRC_KIND_EVIDENCE, "reference"), GTK_TYPE_TEXT, "Their stamp");
  circ_test_press_button (circ_test_find (window, GTK_TYPE_BUTTON, "Remove Evidence 1"));
  draft_save_and_close (window);
  {
    g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
    g_autoptr (CircRecord) gone = circ_store_get (other, circ_record_get_id (desk->evidence), NULL);

    g_assert_null (gone);
  }
}

static void
take_away_elsewhere (DraftDesk *desk)
{
  g_autoptr (CircStore) other = circ_store_open (desk->test->path, CIRC_STORE_OPEN_DEFAULT, "Another", NULL);
  g_autoptr (CircRecord) theirs = circ_store_get (other, circ_record_get_id (desk->evidence), NULL);
  g_autoptr (CircChange) change = circ_change_new ("Taken away");

  circ_change_remove (change, theirs);
  g_assert_true (circ_store_apply (other, change, NULL));
  circ_store_look (desk->test->store, NULL);
}

static guint
count_evidence (DraftDesk *desk)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (GPtrArray) found = circ_store_find_parts (other, circ_record_get_id (desk->occurrence), CIRC_KIND_EVIDENCE, NULL);

  return found->len;
}

/* Taken away on both sides, only elsewhere, and elsewhere while it is written in here. */
static void
test_gone (DraftDesk *desk,
           gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);

  circ_test_press_button (circ_test_find (window, GTK_TYPE_BUTTON, "Remove Evidence 1"));
  take_away_elsewhere (desk);
  draft_save_and_close (window);
  g_assert_cmpuint (count_evidence (desk), ==, 0);
}

static void
test_gone_elsewhere (DraftDesk *desk,
                     gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);

  draft_replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  take_away_elsewhere (desk);
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, "My notes");
  g_assert_cmpuint (count_evidence (desk), ==, 0);
}

static void
test_gone_written (DraftDesk *desk,
                   gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);

  draft_replace (window, CIRC_KIND_EVIDENCE, "reference", "My stamp");
  take_away_elsewhere (desk);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "Evidence that was changed here was taken away elsewhere meanwhile. Save again to keep yours, or take it away"
                  " here too.");
  draft_save_and_close (window);
  g_assert_cmpuint (count_evidence (desk), ==, 1);
}

/* A return that came back here and is not needed there: the day is not emptied, and one of the two has to go. */
static void
test_not_needed (DraftDesk *desk,
                 gconstpointer data)
{
  GtkWidget *window;

  circ_return_window_present (desk->test->session, GTK_WIDGET (desk->test->window), desk->back);
  window = circ_test_find_window ("Cascade Return");
  draft_replace (window, CIRC_KIND_CASCADE_RETURN, "returned-on", "10/11/2026");
  draft_change_elsewhere (desk, desk->back, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, g_variant_new_string ("Closed"), -1);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL, "It cannot both have come back and not be needed. Empty one of the two.");
  draft_replace (window, CIRC_KIND_CASCADE_RETURN, "not-applicable-reason", "");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->back, CIRC_CASCADE_RETURN_RETURNED_ON, "2026-11-10");
  draft_assert_stored (desk, desk->back, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, NULL);
}

/* What is folded away is shown. */
static void
test_return (DraftDesk *desk,
             gconstpointer data)
{
  GtkWidget *window, *reason;

  circ_return_window_present (desk->test->session, GTK_WIDGET (desk->test->window), desk->back);
  window = circ_test_find_window ("Cascade Return");
  draft_replace (window, CIRC_KIND_CASCADE_RETURN, "comment", "Mine");
  circ_test_click (window, "If it is late or not needed");
  reason = circ_test_find_row (window, CIRC_KIND_CASCADE_RETURN, "not-applicable-reason");
  draft_replace (window, CIRC_KIND_CASCADE_RETURN, "not-applicable-reason", "Nobody there");
  circ_test_click (window, "If it is late or not needed");
  g_assert_false (gtk_widget_get_mapped (reason));
  draft_change_elsewhere (desk, desk->back, CIRC_CASCADE_RETURN_COMMENT, g_variant_new_string ("Theirs"),
                          CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, g_variant_new_string ("Closed"), -1);
  draft_save (window);
  g_assert_true (draft_has_focus (circ_test_find_row (window, CIRC_KIND_CASCADE_RETURN, "comment")));
  draft_answer (circ_test_find_row (window, CIRC_KIND_CASCADE_RETURN, "comment"), "Take Theirs");
  circ_test_click (reason, "Keep Mine");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->back, CIRC_CASCADE_RETURN_COMMENT, "Theirs");
  draft_assert_stored (desk, desk->back, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, "Nobody there");
}

/* A version of the matrix that two people rename. */
static void
test_rename (DraftDesk *desk,
             gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Begun");
  g_autoptr (CircRecord) version = draft_add (change, CIRC_KIND_MATRIX, CIRC_MATRIX_VERSION_TITLE, "Who hears what");
  GtkWidget *window;

  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  circ_rename_window_present (desk->test->session, GTK_WIDGET (desk->test->window), version);
  window = circ_test_find_window ("Rename the Version");
  draft_replace (window, CIRC_KIND_MATRIX, "title", "Mine");
  draft_change_elsewhere (desk, version, CIRC_MATRIX_VERSION_TITLE, g_variant_new_string ("Theirs"), -1);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL, "In the file this now says: “Theirs”");
  draft_assert_stored (desk, version, CIRC_MATRIX_VERSION_TITLE, "Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, version, CIRC_MATRIX_VERSION_TITLE, "Mine");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  draft_desk_add ("/desktop/draft-parts/evidence", test_evidence);
  draft_desk_add ("/desktop/draft-parts/kind", test_kind);
  draft_desk_add ("/desktop/draft-parts/taken-away", test_taken_away);
  draft_desk_add ("/desktop/draft-parts/gone", test_gone);
  draft_desk_add ("/desktop/draft-parts/gone-elsewhere", test_gone_elsewhere);
  draft_desk_add ("/desktop/draft-parts/gone-written", test_gone_written);
  draft_desk_add ("/desktop/draft-parts/not-needed", test_not_needed);
  draft_desk_add ("/desktop/draft-parts/return", test_return);
  draft_desk_add ("/desktop/draft-parts/rename", test_rename);

  return circ_test_run ();
}
