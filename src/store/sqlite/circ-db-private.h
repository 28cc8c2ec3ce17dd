/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-db.h"

G_BEGIN_DECLS

struct _CircDb {
  sqlite3 *handle;   /* (owned) */
  GHashTable *cache; /* (owned) SQL by its address -> CircStatement */
  GThread *thread;   /* (borrowed) the one that may use the connection */
};

G_END_DECLS
