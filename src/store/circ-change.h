/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_PART_INSERT,
  CIRC_PART_SET,
  CIRC_PART_REMOVE,
} CircPartAction;

/**
 * CircChange:
 *
 * One thing a person did, under a title that person would recognise, and its parts. Nothing happens until
 * circ_store_apply(). Reference counted.
 */
typedef struct _CircChange CircChange;

CircChange *circ_change_new (const char *title);
CircChange *circ_change_ref (CircChange *self);
void circ_change_unref (CircChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircChange, circ_change_unref)

const char *circ_change_get_title (CircChange *self);
guint circ_change_get_n_parts (CircChange *self);

/* One part. Of a set one, the record still has its old values; of the others, its own. (transfer none) */
CircRecord *circ_change_get_part (CircChange *self,
                                  guint index,
                                  CircPartAction *action,
                                  int *field);

/* Of CIRC_PART_SET, what the field is set to. (transfer none) (nullable) */
GVariant *circ_change_get_part_value (CircChange *self,
                                      guint index);

/* Gives @record a negative id until the change is applied, so that other parts may already refer to it; on success
 * the record (and every value that used the negative id) carries the real one. */
void circ_change_insert (CircChange *self,
                         CircRecord *record);
/* @value (consumed when floating; NULL clears). The value the field has in @record now is what the edit was based on. */
void circ_change_set (CircChange *self,
                      CircRecord *record,
                      guint field,
                      GVariant *value);
void circ_change_set_text (CircChange *self,
                           CircRecord *record,
                           guint field,
                           const char *text);
/* Removes the record and the records that belong to it. Refused by the store while others refer to it. */
void circ_change_remove (CircChange *self,
                         CircRecord *record);

G_END_DECLS
