/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two entries that mean the same become one. */
#include "config.h"

#include "circ-link.h"
#include "circ-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  gint64 from;
  gint64 into;
  gint64 source; /* the record whose value is being mapped */
} CircMerge;

/* A record that referred to its double does not come to refer to itself. */
static gint64
map_id (gint64 id,
        gpointer user_data)
{
  CircMerge *merge = user_data;

  if (id != merge->from)
    return id;
  return merge->source == merge->into ? 0 : merge->into;
}

/* A list that had both names the one once, in the place of the first. */
static GVariant *
without_doubles (GVariant *value)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      gint64 id = 0;

      g_variant_get_child (value, i, "x", &id);
      if (id != 0 && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_variant_builder_add (&ids, "x", id);
    }
  return g_variant_ref_sink (g_variant_builder_end (&ids));
}

static void
merge_field (CircChange *change,
             CircRecord *record,
             guint field,
             CircMerge *merge)
{
  const CircField *catalogue = &circ_record_get_kind (record)->fields[field];
  g_autoptr (GVariant) mapped = NULL;

  if (circ_record_get (record, field) == NULL || !circ_field_has_links (catalogue))
    return;
  merge->source = circ_record_get_id (record);
  mapped = circ_field_map_ids (catalogue, circ_record_get (record, field), map_id, merge);
  if (catalogue->kind == CIRC_FIELD_REFERENCES)
    {
      GVariant *single = without_doubles (mapped);

      g_variant_unref (mapped);
      mapped = single;
    }
  circ_change_set (change, record, field, mapped);
}

static GArray *
find_users (CircStore *self,
            gint64 target,
            GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CircStatement) statement
    = circ_db_get (self->db, "SELECT DISTINCT source FROM link WHERE target = $1 ORDER BY source", error);
  CircStep step;

  if (statement == NULL)
    return NULL;
  circ_statement_bind_int (statement, 1, target);
  while ((step = circ_statement_step (statement, error)) == CIRC_STEP_ROW)
    {
      gint64 id = circ_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == CIRC_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
circ_store_merge (CircStore *self,
                  CircRecord *from,
                  CircRecord *into,
                  const char *today,
                  GError **error)
{
  const CircKind *kind;
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) users = NULL;
  g_autofree char *from_title = NULL;
  g_autofree char *into_title = NULL;
  g_autofree char *title = NULL;
  CircMerge merge = { 0 };

  g_return_val_if_fail (CIRC_IS_STORE (self) && CIRC_IS_RECORD (from) && CIRC_IS_RECORD (into) && from != into, FALSE);
  kind = circ_record_get_kind (from);
  g_return_val_if_fail (kind == circ_record_get_kind (into) && kind->archived_field >= 0, FALSE);
  merge.from = circ_record_get_id (from);
  merge.into = circ_record_get_id (into);
  from_title = circ_record_dup_title (from);
  into_title = circ_record_dup_title (into);
  /* translators: the names of two entries of a list, the first of which becomes part of the second */
  title = g_strdup_printf (_ ("Merged “%s” into “%s”"), from_title, into_title);
  change = circ_change_new (title);
  users = find_users (self, merge.from, error);
  if (users == NULL)
    return FALSE;
  for (guint i = 0; i < users->len; i++)
    {
      CircRecord *user = circ_store_get (self, g_array_index (users, gint64, i), error);

      if (user == NULL)
        return FALSE;
      g_ptr_array_add (held, user);
      for (guint field = 0; field < circ_record_get_kind (user)->n_fields; field++)
        merge_field (change, user, field, &merge);
    }
  circ_change_set_text (change, from, (guint) kind->archived_field, today);
  return circ_store_apply (self, change, error);
}
