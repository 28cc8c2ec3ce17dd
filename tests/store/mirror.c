/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mirror.h"

void
mirror_follow_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Mirror *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->ids->len);
  if (removed > 0)
    g_array_remove_range (mirror->ids, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (CircRecord) record = g_list_model_get_item (model, position + i);
      gint64 id = circ_record_get_id (record);

      g_array_insert_val (mirror->ids, position + i, id);
    }
  /* What was said has happened. */
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->ids->len);
  mirror->n_signals++;
  mirror->n_touched += removed + added;
}

void
assert_mirrored (CircRecordList *list,
                 Mirror *mirror)
{
  CircStore *store = circ_record_list_get_store (list);
  g_autoptr (GArray) ids = circ_store_find_ids (store, circ_record_list_get_query (list), NULL);

  g_assert_cmpuint (ids->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_assert_cmpuint (ids->len, ==, mirror->ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      guint position = G_MAXUINT;

      g_assert_cmpint (g_array_index (ids, gint64, i), ==, g_array_index (mirror->ids, gint64, i));
      g_assert_cmpint (g_array_index (ids, gint64, i), ==, circ_record_list_get_id (list, i));
      g_assert_true (circ_record_list_find (list, g_array_index (ids, gint64, i), &position));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_cmpint (circ_record_list_get_id (list, ids->len), ==, 0);
}

CircRecordList *
mirror_new_list (CircStore *store,
                 CircQuery *query,
                 Mirror *mirror)
{
  CircRecordList *list = circ_record_list_new (store, query);
  GListModel *model = G_LIST_MODEL (list);

  mirror->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_follow_cb), mirror);
  mirror_follow_cb (model, 0, 0, g_list_model_get_n_items (model), mirror);
  return list;
}

void
assert_told (CircRecordList *list,
             Mirror *mirror,
             guint n_signals,
             guint n_touched)
{
  g_assert_cmpuint (mirror->n_signals, ==, n_signals);
  g_assert_cmpuint (mirror->n_touched, ==, n_touched);
  mirror->n_signals = mirror->n_touched = 0;
  assert_mirrored (list, mirror);
}
