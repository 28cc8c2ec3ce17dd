/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk.h"

#include "circ-banner.h"

#include <string.h>

/* The file as the person opens it, which is not how the harness does. */
void
desk_set_up (Desk *desk,
             gconstpointer template)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  desk->test = circ_test_window_new (template);
  desk->window = GTK_WIDGET (desk->test->window);
  items = circ_store_find (desk->test->store, query, NULL);
  if (items->len == 0)
    return;
  desk->item = g_object_ref (g_ptr_array_index (items, 0));
  circ_window_show_record (CIRC_WINDOW (desk->window), circ_record_get_id (desk->item));
  circ_test_settle (desk->window);
  desk->row = circ_test_find_row (desk->window, CIRC_KIND_PLAN_ITEM, "what-notes");
}

void
desk_tear_down (Desk *desk,
                gconstpointer data)
{
  circ_test_assert_names (desk->window);
  g_clear_object (&desk->item);
  circ_test_window_free (desk->test);
}

const char *
desk_get_banner (GtkWidget *window)
{
  return circ_banner_get_title (CIRC_BANNER (circ_test_find_type (window, CIRC_TYPE_BANNER, 0)));
}

typedef struct {
  GtkWidget *window;
  const char *words; /* NULL: no banner */
} Expected;

static gboolean
is_shown (gpointer user_data)
{
  Expected *expected = user_data;
  const char *title = desk_get_banner (expected->window);

  return expected->words == NULL ? title == NULL : title != NULL && strstr (title, expected->words) != NULL;
}

void
desk_wait_for_banner (GtkWidget *window,
                      const char *words)
{
  Expected expected = { window, words };

  circ_test_wait (is_shown, &expected, words != NULL ? words : "no banner");
  circ_test_settle (window);
}

gboolean
desk_is_saved (gpointer row)
{
  return !circ_field_row_is_pending (row);
}

static char *
dup_saved_notes (const char *path,
                 CircRecord *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_READ_ONLY, "Reader", &error);
  g_autoptr (CircRecord) record = NULL;

  g_assert_no_error (error);
  record = circ_store_get (store, circ_record_get_id (item), &error);
  g_assert_no_error (error);
  return g_strdup (circ_record_get_text (record, CIRC_PLAN_ITEM_WHAT_NOTES));
}

void
desk_assert_notes (const char *path,
                   CircRecord *item,
                   const char *expected)
{
  g_autofree char *notes = dup_saved_notes (path, item);

  g_assert_cmpstr (notes, ==, expected);
}

void
desk_type_notes (Desk *desk,
                 const char *text)
{
  GtkWidget *input = GTK_WIDGET (circ_field_row_get_input (CIRC_FIELD_ROW (desk->row)));

  circ_test_replace (input, text);
}
