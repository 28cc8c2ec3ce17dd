/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-change-private.h"

#include "circ-row.h"

/* The key of a SET part: one record, one field. */
typedef struct {
  CircRecord *record; /* (borrowed) the part holds it */
  guint field;
} CircPlace;

static guint
place_hash (gconstpointer data)
{
  const CircPlace *place = data;

  return g_direct_hash (place->record) * 31 + place->field;
}

static gboolean
place_equal (gconstpointer a,
             gconstpointer b)
{
  const CircPlace *first = a;
  const CircPlace *second = b;

  return first->record == second->record && first->field == second->field;
}

static void
part_free (CircPart *part)
{
  g_clear_object (&part->record);
  g_clear_pointer (&part->old_value, g_variant_unref);
  g_clear_pointer (&part->new_value, g_variant_unref);
  g_free (part);
}

/**
 * circ_change_new:
 * @title: what the person did, in words that person would use; shown by undo and the history
 *
 * Returns: (transfer full): a change without parts.
 */
CircChange *
circ_change_new (const char *title)
{
  CircChange *self;

  g_return_val_if_fail (title != NULL, NULL);
  self = g_new0 (CircChange, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->places = g_hash_table_new_full (place_hash, place_equal, g_free, NULL);
  return self;
}

CircChange *
circ_change_ref (CircChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
circ_change_unref (CircChange *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->parts);
  g_free (self->title);
  g_free (self);
}

const char *
circ_change_get_title (CircChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

/**
 * circ_change_get_part:
 * @index: below circ_change_get_n_parts()
 * @action: (out)
 * @field: (out): of CIRC_PART_SET, which; else -1
 */
CircRecord *
circ_change_get_part (CircChange *self,
                      guint index,
                      CircPartAction *action,
                      int *field)
{
  CircPart *part = g_ptr_array_index (self->parts, index);

  *action = part->action;
  *field = part->action == CIRC_PART_SET ? (int) part->field : -1;
  return part->record;
}

GVariant *
circ_change_get_part_value (CircChange *self,
                            guint index)
{
  return ((CircPart *) g_ptr_array_index (self->parts, index))->new_value;
}

guint
circ_change_get_n_parts (CircChange *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->parts->len;
}

static CircPart *
add_part (CircChange *self,
          CircPartAction action,
          CircRecord *record)
{
  CircPart *part = g_new0 (CircPart, 1);

  part->action = action;
  part->record = g_object_ref (record);
  g_ptr_array_add (self->parts, part);
  return part;
}

static gboolean
has_insert (CircChange *self,
            CircRecord *record)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      CircPart *part = g_ptr_array_index (self->parts, i);

      if (part->action == CIRC_PART_INSERT && part->record == record)
        return TRUE;
    }
  return FALSE;
}

void
circ_change_insert (CircChange *self,
                    CircRecord *record)
{
  /* Counted for the whole process, so that an id can never mean two records even when changes are mixed up. An import
   * counts in its own thread. */
  static int last_id = 0;

  g_return_if_fail (self != NULL && CIRC_IS_RECORD (record));
  g_return_if_fail (circ_record_get_id (record) <= 0);
  if (circ_record_get_id (record) == 0)
    circ_record_set_id (record, g_atomic_int_add (&last_id, -1) - 1);
  else if (has_insert (self, record))
    return;
  add_part (self, CIRC_PART_INSERT, record);
}

void
circ_change_set (CircChange *self,
                 CircRecord *record,
                 guint field,
                 GVariant *value)
{
  g_autoptr (GVariant) taken = value != NULL ? g_variant_ref_sink (value) : NULL;
  const CircField *catalogue;
  CircPlace place = { record, field };
  guint index;
  CircPart *part;

  g_return_if_fail (self != NULL && CIRC_IS_RECORD (record));
  g_return_if_fail (field < circ_record_get_kind (record)->n_fields);
  catalogue = &circ_record_get_kind (record)->fields[field];
  g_return_if_fail (taken == NULL || g_variant_is_of_type (taken, circ_field_get_value_type (catalogue)));
  if (circ_value_is_blank (catalogue, taken))
    g_clear_pointer (&taken, g_variant_unref);
  /* A new record is still the caller's: it is saved with what it holds when the change is applied. */
  if (circ_record_get_id (record) <= 0)
    {
      circ_record_set (record, field, taken);
      return;
    }
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &place));
  if (index > 0)
    {
      part = g_ptr_array_index (self->parts, index - 1);
      g_clear_pointer (&part->new_value, g_variant_unref);
      part->new_value = g_steal_pointer (&taken);
      return;
    }
  if (circ_value_same (catalogue, circ_record_get (record, field), taken))
    return;
  part = add_part (self, CIRC_PART_SET, record);
  part->field = field;
  part->old_value = circ_record_get (record, field) != NULL ? g_variant_ref (circ_record_get (record, field)) : NULL;
  part->new_value = g_steal_pointer (&taken);
  g_hash_table_insert (self->places, g_memdup2 (&place, sizeof place), GUINT_TO_POINTER (self->parts->len));
}

/* @text: (nullable): for fields that hold a string; %NULL and "" clear. */
void
circ_change_set_text (CircChange *self,
                      CircRecord *record,
                      guint field,
                      const char *text)
{
  circ_change_set (self, record, field, text != NULL && text[0] != '\0' ? g_variant_new_string (text) : NULL);
}

void
circ_change_remove (CircChange *self,
                    CircRecord *record)
{
  g_return_if_fail (self != NULL && CIRC_IS_RECORD (record));
  g_return_if_fail (circ_record_get_id (record) > 0);
  add_part (self, CIRC_PART_REMOVE, record);
}
