/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people at one record in a window that saves with a button: each field that both have changed shows what is there
 * now, and a person chooses; nothing is overwritten that was not shown. */
#include "config.h"

#include "circ-test-window.h"

#include "circ-cascade-return.h"
#include "circ-evidence.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-matrix-version.h"
#include "circ-plan-item.h"
#include "circ-rename-window.h"
#include "circ-return-window.h"

typedef struct {
  CircTestWindow *test;
  CircRecord *item;       /* (owned) */
  CircRecord *occurrence; /* (owned) done */
  CircRecord *evidence;   /* (owned) of it */
  CircRecord *back;       /* (owned) a return that waits */
} Desk;

/* (transfer full) */
static CircRecord *
add (CircChange *change,
     CircKindId kind,
     guint title,
     const char *words)
{
  CircRecord *record = circ_record_new (kind);

  circ_record_set_text (record, title, words);
  circ_change_insert (change, record);
  return record;
}

static void
set_up (Desk *desk,
        gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Done");
  g_autoptr (CircChange) asked = circ_change_new ("Asked for");
  g_autoptr (CircRecord) agency = NULL;

  desk->test = circ_test_window_new ("empty");
  agency = add (change, CIRC_KIND_AGENCY, (guint) circ_kind_get (CIRC_KIND_AGENCY)->title_field, "Harbour Health");
  desk->item = add (change, CIRC_KIND_PLAN_ITEM, CIRC_PLAN_ITEM_WHAT, "Tide tables");
  desk->occurrence = add (change, CIRC_KIND_OCCURRENCE, CIRC_OCCURRENCE_COMPLETED_ON, "2026-11-06");
  circ_record_set_int (desk->occurrence, CIRC_OCCURRENCE_ITEM, circ_record_get_id (desk->item));
  circ_record_set_text (desk->occurrence, CIRC_OCCURRENCE_NOTES, "Left on the quay");
  desk->evidence = add (change, CIRC_KIND_EVIDENCE, CIRC_EVIDENCE_REFERENCE, "Stamp");
  circ_record_set_int (desk->evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (desk->occurrence));
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  desk->back = add (asked, CIRC_KIND_CASCADE_RETURN, CIRC_CASCADE_RETURN_REQUESTED_ON, "2026-11-06");
  circ_record_set_int (desk->back, CIRC_CASCADE_RETURN_OCCURRENCE, circ_record_get_id (desk->occurrence));
  circ_record_set_int (desk->back, CIRC_CASCADE_RETURN_AGENCY, circ_record_get_id (agency));
  g_assert_true (circ_store_apply (desk->test->store, asked, NULL));
  circ_test_settle (GTK_WIDGET (desk->test->window));
}

static void
tear_down (Desk *desk,
           gconstpointer data)
{
  g_clear_object (&desk->back);
  g_clear_object (&desk->evidence);
  g_clear_object (&desk->occurrence);
  g_clear_object (&desk->item);
  circ_test_window_free (desk->test);
}

/* Somebody else gives fields of @record other values; fields are ended by -1, and a NULL empties one. */
static void
change_elsewhere (Desk *desk,
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

static void
assert_stored (Desk *desk,
               CircRecord *record,
               guint field,
               const char *expected)
{
  g_autoptr (CircStore) other = circ_test_window_open_again (desk->test);
  g_autoptr (CircRecord) stored = circ_store_get (other, circ_record_get_id (record), NULL);

  g_assert_cmpstr (circ_record_get_text (stored, field), ==, expected);
}

static GtkWidget *
open_occurrence (Desk *desk)
{
  circ_occurrence_window_present (desk->test->session, GTK_WIDGET (desk->test->window), desk->item, desk->occurrence);
  return circ_test_find_window ("Occurrence");
}

static GtkWidget *
find_row (GtkWidget *window,
          const char *name)
{
  return circ_test_find_row (window, CIRC_KIND_OCCURRENCE, name);
}

static void
replace (GtkWidget *window,
         CircKindId kind,
         const char *name,
         const char *text)
{
  circ_test_replace (circ_test_find_input (window, kind, name), text);
}

static void
save (GtkWidget *window)
{
  circ_test_key (window, GDK_KEY_Return, GDK_CONTROL_MASK);
}

static void
save_and_close (GtkWidget *window)
{
  save (window);
  circ_test_wait (circ_test_is_alone, NULL, "end of the window");
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
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
test_two_fields (Desk *desk,
                 gconstpointer data)
{
  GtkWidget *window = open_occurrence (desk);
  GtkWidget *document = find_row (window, "document");
  GtkWidget *notes = find_row (window, "notes");

  replace (window, CIRC_KIND_OCCURRENCE, "document", "Mine.pdf");
  replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, g_variant_new_string ("Theirs.pdf"),
                    CIRC_OCCURRENCE_NOTES, g_variant_new_string ("Their notes."),
                    CIRC_OCCURRENCE_LATE_REASON, g_variant_new_string ("Fog"), -1);
  save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "2 fields were changed elsewhere meanwhile. Choose which they are to be, or save again to keep yours.");
  circ_test_find (document, GTK_TYPE_LABEL, "Meanwhile this was changed elsewhere. It now says: “Theirs.pdf”");
  circ_test_find (notes, GTK_TYPE_LABEL, "Meanwhile this was changed elsewhere. It now says: “Their notes.”");
  g_assert_true (has_focus (document));
  circ_test_wait (is_in_sight, circ_test_find (document, GTK_TYPE_BUTTON, "Keep Mine"), "answers in sight");
  circ_test_assert_names (window);
  circ_test_assert_whole (window);
  assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, "Theirs.pdf");

  circ_test_click (document, "Keep Mine");
  g_assert_null (circ_test_peek (document, GTK_TYPE_BUTTON, "Take Theirs"));
  g_assert_true (has_focus (document));
  circ_test_click (notes, "Take Theirs");
  g_assert_null (circ_test_peek (notes, GTK_TYPE_BUTTON, "Keep Mine"));
  g_assert_true (has_focus (notes));
  save_and_close (window);
  assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, "Mine.pdf");
  assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, "Their notes.");
  assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_LATE_REASON, "Fog");
}

/* Who changes it again after that is told again; saving once more keeps what is here. */
static void
test_again (Desk *desk,
            gconstpointer data)
{
  GtkWidget *window = open_occurrence (desk);
  GtkWidget *notes = find_row (window, "notes");

  replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, g_variant_new_string ("Their notes"), -1);
  save (window);
  circ_test_find (notes, GTK_TYPE_LABEL, "Meanwhile this was changed elsewhere. It now says: “Their notes”");
  change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, NULL, -1);
  save (window);
  circ_test_find (notes, GTK_TYPE_LABEL, "Meanwhile this was emptied elsewhere.");
  save_and_close (window);
  assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, "My notes");
}

/* An empty field can be taken as well, and an edit is an answer. */
static void
test_emptied (Desk *desk,
              gconstpointer data)
{
  GtkWidget *window = open_occurrence (desk);
  GtkWidget *notes = find_row (window, "notes");

  replace (window, CIRC_KIND_OCCURRENCE, "notes", "My notes");
  replace (window, CIRC_KIND_OCCURRENCE, "document", "Mine.pdf");
  change_elsewhere (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, NULL,
                    CIRC_OCCURRENCE_DOCUMENT, g_variant_new_string ("Theirs.pdf"), -1);
  save (window);
  circ_test_click (notes, "Take Theirs");
  replace (window, CIRC_KIND_OCCURRENCE, "document", "Both.pdf");
  circ_test_focus (notes);
  g_assert_null (circ_test_peek (find_row (window, "document"), GTK_TYPE_BUTTON, "Keep Mine"));
  save_and_close (window);
  assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_NOTES, NULL);
  assert_stored (desk, desk->occurrence, CIRC_OCCURRENCE_DOCUMENT, "Both.pdf");
}

static void
test_evidence (Desk *desk,
               gconstpointer data)
{
  GtkWidget *window = open_occurrence (desk);

  replace (window, CIRC_KIND_EVIDENCE, "reference", "My stamp");
  change_elsewhere (desk, desk->evidence, CIRC_EVIDENCE_REFERENCE, g_variant_new_string ("Their stamp"), -1);
  save (window);
  circ_test_find (window, GTK_TYPE_LABEL,
                  "“Reference” was changed elsewhere meanwhile. Choose which it is to be, or save again to keep yours.");
  circ_test_click (circ_test_find_row (window, CIRC_KIND_EVIDENCE, "reference"), "Take Theirs");
  save_and_close (window);
  assert_stored (desk, desk->evidence, CIRC_EVIDENCE_REFERENCE, "Their stamp");
}

/* What is folded away is shown. */
static void
test_return (Desk *desk,
             gconstpointer data)
{
  GtkWidget *window, *reason;

  circ_return_window_present (desk->test->session, GTK_WIDGET (desk->test->window), desk->back);
  window = circ_test_find_window ("Cascade Return");
  replace (window, CIRC_KIND_CASCADE_RETURN, "comment", "Mine");
  circ_test_click (window, "If it is late or not needed");
  reason = circ_test_find_row (window, CIRC_KIND_CASCADE_RETURN, "not-applicable-reason");
  replace (window, CIRC_KIND_CASCADE_RETURN, "not-applicable-reason", "Nobody there");
  circ_test_click (window, "If it is late or not needed");
  g_assert_false (gtk_widget_get_mapped (reason));
  change_elsewhere (desk, desk->back, CIRC_CASCADE_RETURN_COMMENT, g_variant_new_string ("Theirs"),
                    CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, g_variant_new_string ("Closed"), -1);
  save (window);
  circ_test_click (circ_test_find_row (window, CIRC_KIND_CASCADE_RETURN, "comment"), "Take Theirs");
  circ_test_click (reason, "Keep Mine");
  save_and_close (window);
  assert_stored (desk, desk->back, CIRC_CASCADE_RETURN_COMMENT, "Theirs");
  assert_stored (desk, desk->back, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON, "Nobody there");
}

/* A version of the matrix that two people rename. */
static void
test_rename (Desk *desk,
             gconstpointer data)
{
  g_autoptr (CircChange) change = circ_change_new ("Begun");
  g_autoptr (CircRecord) version = add (change, CIRC_KIND_MATRIX, CIRC_MATRIX_VERSION_TITLE, "Who hears what");
  GtkWidget *window;

  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  circ_rename_window_present (desk->test->session, GTK_WIDGET (desk->test->window), version);
  window = circ_test_find_window ("Rename the Version");
  replace (window, CIRC_KIND_MATRIX, "title", "Mine");
  change_elsewhere (desk, version, CIRC_MATRIX_VERSION_TITLE, g_variant_new_string ("Theirs"), -1);
  save (window);
  circ_test_find (window, GTK_TYPE_LABEL, "Meanwhile this was changed elsewhere. It now says: “Theirs”");
  assert_stored (desk, version, CIRC_MATRIX_VERSION_TITLE, "Theirs");
  save_and_close (window);
  assert_stored (desk, version, CIRC_MATRIX_VERSION_TITLE, "Mine");
}

int
main (int argc,
      char **argv)
{
  circ_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/desktop/drafts/" name, Desk, NULL, set_up, function, tear_down)
  ADD ("two-fields", test_two_fields);
  ADD ("again", test_again);
  ADD ("emptied", test_emptied);
  ADD ("evidence", test_evidence);
  ADD ("return", test_return);
  ADD ("rename", test_rename);
#undef ADD

  return circ_test_run ();
}
