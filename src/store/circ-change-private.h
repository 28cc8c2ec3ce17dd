/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-change.h"

G_BEGIN_DECLS

typedef struct {
  CircPartAction action;
  CircRecord *record;  /* (owned) */
  guint field;         /* SET */
  GVariant *old_value; /* (owned) SET: what the edit was based on */
  GVariant *new_value; /* (owned) SET */
} CircPart;

struct _CircChange {
  gatomicrefcount ref_count;
  char *title;
  GPtrArray *parts;   /* of CircPart */
  GHashTable *places; /* record and field -> index of its SET part + 1 */
  gboolean applied;
};

G_END_DECLS
