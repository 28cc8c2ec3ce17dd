/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-desk.h"

#include "circ-audience.h"
#include "circ-matrix-source.h"
#include "circ-matrix-spot.h"
#include "circ-method.h"
#include "circ-plan-view.h"
#include "circ-window-private.h"

void
matrix_desk_set_up (MatrixDesk *desk,
                    gconstpointer template)
{
  desk->test = circ_test_window_new (template != NULL ? template : "empty");
  desk->window = GTK_WIDGET (desk->test->window);
  circ_test_key (desk->window, GDK_KEY_3, GDK_CONTROL_MASK);
  desk->page = circ_window_get_page (CIRC_WINDOW (desk->window));
  g_assert_true (CIRC_IS_AUDIENCES_PAGE (desk->page));
  circ_test_settle (desk->window);
  desk->grid = CIRC_MATRIX_GRID (circ_test_peek (desk->page, CIRC_TYPE_MATRIX_GRID, NULL));
}

void
matrix_desk_tear_down (MatrixDesk *desk,
                       gconstpointer data)
{
  circ_test_window_free (desk->test);
  g_free (desk->methods);
  g_free (desk->audiences);
}

static void
add (CircChange *change,
     CircKindId kind,
     const char *name,
     guint name_field,
     guint group_field,
     const char *group,
     guint position_field,
     guint position)
{
  g_autoptr (CircRecord) record = circ_record_new (kind);

  circ_record_set_text (record, name_field, name);
  circ_record_set_text (record, group_field, group);
  circ_record_set_int (record, position_field, position);
  if (kind == CIRC_KIND_AUDIENCE)
    circ_record_set (record, CIRC_AUDIENCE_MATRIX_COLUMN, g_variant_new_boolean (TRUE));
  circ_change_insert (change, record);
}

static gint64 *
read_ids (MatrixDesk *desk,
          CircKindId kind,
          guint position)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  circ_query_sort (query, position, FALSE);
  ids = circ_store_find_ids (desk->test->store, query, NULL);
  g_assert_nonnull (ids);
  return g_memdup2 (ids->data, ids->len * sizeof (gint64));
}

void
matrix_desk_add_many (MatrixDesk *desk,
                      guint n_methods,
                      guint n_audiences)
{
  static const char *const categories[] = { "face_to_face", "electronic", "print", "media" };
  g_autoptr (CircChange) change = circ_change_new ("Added");

  for (guint i = 0; i < n_methods; i++)
    {
      g_autofree char *name = g_strdup_printf ("Way %02u", i + 1);

      add (change, CIRC_KIND_METHOD, name, CIRC_METHOD_NAME, CIRC_METHOD_CATEGORY, categories[i * 4 / n_methods],
           CIRC_METHOD_POSITION, i + 1);
    }
  for (guint i = 0; i < n_audiences; i++)
    {
      g_autofree char *name = g_strdup_printf ("Crowd %02u", i + 1);

      add (change, CIRC_KIND_AUDIENCE, name, CIRC_AUDIENCE_NAME, CIRC_AUDIENCE_SIDE,
           i * 2 < n_audiences ? "internal" : "external", CIRC_AUDIENCE_POSITION, i + 1);
    }
  g_assert_true (circ_store_apply (desk->test->store, change, NULL));
  desk->methods = read_ids (desk, CIRC_KIND_METHOD, CIRC_METHOD_POSITION);
  desk->audiences = read_ids (desk, CIRC_KIND_AUDIENCE, CIRC_AUDIENCE_POSITION);
  circ_test_settle (desk->window);
  desk->grid = CIRC_MATRIX_GRID (circ_test_find_type (desk->page, CIRC_TYPE_MATRIX_GRID, 0));
  gtk_widget_grab_focus (desk->page);
  circ_test_settle (desk->window);
}

void
matrix_desk_assert_focus (MatrixDesk *desk,
                          const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (desk->window));

  g_assert_true (CIRC_IS_MATRIX_SPOT (focus));
  g_assert_cmpstr (circ_matrix_spot_get_name (CIRC_MATRIX_SPOT (focus)), ==, name);
  circ_test_assert_label (focus, name);
}

void
matrix_desk_assert_value (MatrixDesk *desk,
                          guint method,
                          guint audience,
                          const char *token)
{
  g_autoptr (CircStore) store = circ_test_window_open_again (desk->test);
  g_autoptr (CircMatrixSource) source = NULL;
  CircReportYear year;

  circ_store_get_report_year (store, CIRC_TEST_TODAY, &year);
  source = circ_matrix_source_new_draft (store, &year, NULL);
  g_assert_nonnull (source);
  g_assert_cmpstr (circ_matrix_value_get_token (
                     circ_matrix_get (source->matrix, desk->methods[method], desk->audiences[audience])), ==, token);
}
