/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people at one occurrence, in a window that saves with a button: each field that both have changed shows what is there
 * now, and a person chooses; nothing is overwritten that was not shown. */
#include "config.h"

#include "draft-desk.h"

#include "circ-occurrence-window.h"
#include "circ-plan-item.h"
#include "circ-waiting-chooser.h"

static GtkWidget *
find_row (GtkWidget *window,
          const char *name)
{
  return circ_test_find_row (window, CIRC_KIND_OCCURRENCE, name);
}

static gboolean
is_in_sight (gpointer widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, scrolled, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scrolled);
}

/* Two fields at once: each says what is there now, the first has the focus, and each is answered by itself. What only
 * the other one changed is followed. */
static void
test_two_fields (DraftDesk *desk,
                 gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);
  GtkWidget *document = find_row (window, "document");
  GtkWidget *notes = find_row (window, "notes");

  draft_replace (window, CIRC_KIND_OCCURRENCE, "document", "Mine.pdf");
  draft_replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  draft_change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, g_variant_new_string ("Theirs.pdf"),
                          CIRC_OCCURRENCE_NOTES, g_variant_new_string ("Their notes."),
                          CIRC_OCCURRENCE_LATE_REASON, g_variant_new_string ("Fog"), -1);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "2 fields were changed elsewhere meanwhile. Choose which they are to be, or save again to keep yours.");
  circ_test_find (document, GTK_TYPE_LABEL, "In the file this now says: “Theirs.pdf”");
  circ_test_find (notes, GTK_TYPE_LABEL, "In the file this now says: “Their notes.”");
  g_assert_true (draft_has_focus (document));
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, "Theirs.pdf");

  draft_answer (document, "Keep Mine");
  draft_answer (notes, "Take Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, "Mine.pdf");
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, "Their notes.");
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_LATE_REASON, "Fog");
}

/* Both are in one sentence, of the occurrence and of its evidence, and the answers can be seen however low the window is. */
static void
test_two_records (DraftDesk *desk,
                  gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);
  GtkWidget *notes = find_row (window, "notes");

  gtk_window_set_default_size (GTK_WINDOW (window), 560, 330);
  draft_replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  draft_replace (window, CIRC_KIND_EVIDENCE, "reference", "My stamp");
  circ_test_focus (circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "completed-on"));
  draft_change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, g_variant_new_string ("Their notes"), -1);
  draft_change_elsewhere (desk, desk->evidence, CIRC_EVIDENCE_REFERENCE, g_variant_new_string ("Their stamp"), -1);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "2 fields were changed elsewhere meanwhile. Choose which they are to be, or save again to keep yours.");
  g_assert_true (draft_has_focus (notes));
  circ_test_wait (is_in_sight, circ_test_find (notes, GTK_TYPE_BUTTON, "Keep Mine"), "answers in sight");
  draft_answer (notes, "Take Theirs");
  draft_answer (circ_test_find_row (window, CIRC_KIND_EVIDENCE, "reference"), "Take Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, "Their notes");
  draft_assert_stored (desk, desk->evidence, CIRC_EVIDENCE_REFERENCE, "Their stamp");
}

/* Neither Enter nor a letter that is taken back is an answer. */
static void
test_no_answer (DraftDesk *desk,
                gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);
  GtkWidget *document = find_row (window, "document");
  GtkWidget *input = circ_test_find_input (window, CIRC_KIND_OCCURRENCE, "document");

  draft_replace (window, CIRC_KIND_OCCURRENCE, "document", "Mine.pdf");
  draft_change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, g_variant_new_string ("Theirs.pdf"), -1);
  draft_save (window);
  circ_test_find (document, GTK_TYPE_BUTTON, "Take Theirs");
  circ_test_key (input, GDK_KEY_Return, 0);
  circ_test_type (input, "x");
  circ_test_key (input, GDK_KEY_Escape, 0);
  circ_test_focus (find_row (window, "notes"));
  circ_test_find (document, GTK_TYPE_LABEL, "In the file this now says: “Theirs.pdf”");
  draft_answer (document, "Take Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, "Theirs.pdf");
}

/* Why it was late is hidden when it was not; but not while there is something to choose. */
static void
test_hidden (DraftDesk *desk,
             gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Late");
  GtkWidget *window, *row;

  circ_change_set_text (change, desk->occurrence, CIRC_OCCURRENCE_LATE_REASON, "Fog");
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  window = draft_open_occurrence (desk);
  row = find_row (window, "late-reason");
  draft_replace (window, CIRC_KIND_OCCURRENCE, "late-reason", "");
  circ_test_focus (find_row (window, "notes"));
  g_assert_false (gtk_widget_get_mapped (row));
  draft_change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_LATE_REASON, g_variant_new_string ("Ice"), -1);
  draft_save (window);
  circ_test_find (row, GTK_TYPE_LABEL, "In the file this now says: “Ice”");
  draft_answer (row, "Take Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_LATE_REASON, "Ice");
}

/* (transfer full) */
static CircRecord *
plan (DraftDesk *desk,
      const char *due,
      const char *notes)
{
  g_autoptr (CircChange) change = circ_change_new ("Planned");
  CircRecord *planned = draft_add (change, CIRC_KIND_OCCURRENCE, CIRC_OCCURRENCE_DUE_ON, due);

  circ_record_set_int (planned, CIRC_OCCURRENCE_ITEM, circ_record_get_id (desk->item));
  circ_record_set_text (planned, CIRC_OCCURRENCE_NOTES, notes);
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  return planned;
}

/* It was cancelled elsewhere while somebody writes here that it was done: the day is not emptied, and both are said. */
static void
test_cancelled (DraftDesk *desk,
                gconstpointer data)
{
  g_autoptr (CircRecord) planned = plan (desk, "2026-11-18", NULL);
  GtkWidget *window;

  circ_occurrence_window_present_to_record (desk->test->session, GTK_WIDGET (desk->test->window), desk->item, planned);
  window = circ_test_find_window ("Record as Done");
  draft_replace (window, CIRC_KIND_OCCURRENCE, "completed-on", "19/11/2026");
  draft_change_elsewhere (desk, planned, CIRC_OCCURRENCE_CANCELLED_ON, g_variant_new_string ("2026-11-17"), -1);
  draft_save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "With what was recorded elsewhere meanwhile, this is both done and not needed or cancelled. Save again if both"
                  " are true, or empty one of them.");
  draft_save_and_close (window);
  draft_assert_stored (desk, planned, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-19");
  draft_assert_stored (desk, planned, CIRC_OCCURRENCE_CANCELLED_ON, "2026-11-17");
}

static GtkWidget *
record (DraftDesk *desk,
        GtkDropDown **waiting)
{
  GtkWidget *window;

  circ_occurrence_window_present (desk->test->session, GTK_WIDGET (desk->test->window), desk->item, NULL);
  window = circ_test_find_window ("Record an Occurrence");
  *waiting = GTK_DROP_DOWN (circ_test_find_type (circ_test_find_type (window, CIRC_TYPE_WAITING_CHOOSER, 0),
                                                 GTK_TYPE_DROP_DOWN, 0));
  return window;
}

/* One that waits is recorded elsewhere before it is chosen here: that stands. */
static void
test_recorded (DraftDesk *desk,
               gconstpointer data)
{
  g_autoptr (CircRecord) first = plan (desk, "2026-11-10", NULL);
  g_autoptr (CircRecord) second = plan (desk, "2026-11-12", NULL);
  GtkDropDown *waiting;
  GtkWidget *window = record (desk, &waiting);

  draft_change_elsewhere (desk, second, CIRC_OCCURRENCE_COMPLETED_ON, g_variant_new_string ("2026-11-09"), -1);
  gtk_drop_down_set_selected (waiting, 1);
  circ_test_find (find_row (window, "completed-on"), GTK_TYPE_TEXT, "09/11/2026");
  draft_save_and_close (window);
  draft_assert_stored (desk, second, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-09");
}

/* What was followed of one is not carried into another, nor is what was taken. */
static void
test_carried (DraftDesk *desk,
              gconstpointer data)
{
  g_autoptr (CircRecord) first = plan (desk, "2026-11-10", NULL);
  g_autoptr (CircRecord) second = plan (desk, "2026-11-12", NULL);
  GtkDropDown *waiting;
  GtkWidget *window = record (desk, &waiting);

  draft_replace (window, CIRC_KIND_OCCURRENCE, "document", "Mine.pdf");
  draft_change_elsewhere (desk, first, CIRC_OCCURRENCE_COMPLETED_ON, g_variant_new_string ("2026-11-09"),
                          CIRC_OCCURRENCE_NOTES, g_variant_new_string ("Of the first"),
                          CIRC_OCCURRENCE_DOCUMENT, g_variant_new_string ("First.pdf"), -1);
  draft_save (window);
  draft_answer (find_row (window, "document"), "Take Theirs");
  gtk_drop_down_set_selected (waiting, 1);
  circ_test_settle (window);
  draft_save_and_close (window);
  draft_assert_stored (desk, second, CIRC_OCCURRENCE_NOTES, NULL);
  draft_assert_stored (desk, second, CIRC_OCCURRENCE_DOCUMENT, NULL);
  draft_assert_stored (desk, first, CIRC_OCCURRENCE_NOTES, "Of the first");
}

/* A day that was recorded is not the day that stood there only by itself: a reason does not empty it. */
static void
test_reason (DraftDesk *desk,
             gconstpointer data)
{
  g_autoptr (CircRecord) first = plan (desk, "2026-11-10", NULL);
  GtkDropDown *waiting;
  GtkWidget *window = record (desk, &waiting);

  draft_change_elsewhere (desk, first, CIRC_OCCURRENCE_COMPLETED_ON, g_variant_new_string ("2026-11-09"), -1);
  draft_save (window);
  draft_answer (find_row (window, "completed-on"), "Take Theirs");
  circ_test_click (window, "If it was not needed or cancelled");
  draft_replace (window, CIRC_KIND_OCCURRENCE, "not-required-reason", "No ships");
  circ_test_focus (find_row (window, "notes"));
  draft_save_and_close (window);
  draft_assert_stored (desk, first, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-09");
}

/* What was written for one that waits does not write over what another one says. */
static void
test_chosen (DraftDesk *desk,
             gconstpointer data)
{
  g_autoptr (CircRecord) first = plan (desk, "2026-11-10", NULL);
  g_autoptr (CircRecord) second = plan (desk, "2026-11-12", "Ask the pilot");
  GtkDropDown *waiting;
  GtkWidget *window = record (desk, &waiting);
  GtkWidget *notes = find_row (window, "notes");

  draft_replace (window, CIRC_KIND_OCCURRENCE, "notes", "Left on the quay");
  draft_change_elsewhere (desk, first, CIRC_OCCURRENCE_NOTES, g_variant_new_string ("Ask the mate"), -1);
  draft_save (window);
  circ_test_find (notes, GTK_TYPE_LABEL, "In the file this now says: “Ask the mate”");
  gtk_drop_down_set_selected (waiting, 1);
  circ_test_find (notes, GTK_TYPE_LABEL, "In the file this now says: “Ask the pilot”");
  circ_test_find (window, GTK_TYPE_LABEL,
                  "The one you chose says something else where you have written. Choose which it is to be, or record yours.");
  draft_answer (notes, "Take Theirs");
  draft_save_and_close (window);
  draft_assert_stored (desk, first, CIRC_OCCURRENCE_NOTES, "Ask the mate");
  draft_assert_stored (desk, second, CIRC_OCCURRENCE_NOTES, "Ask the pilot");
}

/* Who changes it again after that is told again; saving once more keeps what is here. */
static void
test_again (DraftDesk *desk,
            gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);
  GtkWidget *notes = find_row (window, "notes");

  draft_replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  draft_change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, g_variant_new_string ("Their notes"), -1);
  draft_save (window);
  circ_test_find (notes, GTK_TYPE_LABEL, "In the file this now says: “Their notes”");
  draft_change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, NULL, -1);
  draft_save (window);
  circ_test_find (notes, GTK_TYPE_LABEL, "In the file this is empty now.");
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, "My notes");
}

/* An empty field can be taken as well, and an edit is an answer. */
static void
test_emptied (DraftDesk *desk,
              gconstpointer data)
{
  GtkWidget *window = draft_open_occurrence (desk);
  GtkWidget *notes = find_row (window, "notes");

  draft_replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  draft_replace (window, CIRC_KIND_OCCURRENCE, "document", "Mine.pdf");
  draft_change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, NULL,
                          CIRC_OCCURRENCE_DOCUMENT, g_variant_new_string ("Theirs.pdf"), -1);
  draft_save (window);
  circ_test_click (notes, "Take Theirs");
  draft_replace (window, CIRC_KIND_OCCURRENCE, "document", "Both.pdf");
  circ_test_focus (notes);
  g_assert_null (circ_test_peek (find_row (window, "document"), GTK_TYPE_BUTTON, "Keep Mine"));
  draft_save_and_close (window);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, NULL);
  draft_assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, "Both.pdf");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
  draft_desk_add ("/desktop/drafts/two-fields", test_two_fields);
  draft_desk_add ("/desktop/drafts/two-records", test_two_records);
  draft_desk_add ("/desktop/drafts/no-answer", test_no_answer);
  draft_desk_add ("/desktop/drafts/hidden", test_hidden);
  draft_desk_add ("/desktop/drafts/cancelled", test_cancelled);
  draft_desk_add ("/desktop/drafts/recorded", test_recorded);
  draft_desk_add ("/desktop/drafts/carried", test_carried);
  draft_desk_add ("/desktop/drafts/reason", test_reason);
  draft_desk_add ("/desktop/drafts/chosen", test_chosen);
  draft_desk_add ("/desktop/drafts/again", test_again);
  draft_desk_add ("/desktop/drafts/emptied", test_emptied);

  return circ_test_run ();
}
