/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-db.h"
#include "circ-open-files.h"

#include <glib/gstdio.h>

G_BEGIN_DECLS

struct _CircDb {
  sqlite3 *handle;   /* (owned) */
  char *path;        /* (owned) */
  CircDbMode mode;
  int patience; /* ms */
  GHashTable *cache; /* (owned) SQL by its address -> CircStatement */
  GThread *thread;   /* (borrowed) the one that may use the connection */
  GStatBuf seen;     /* the file when it was opened as one that nobody changes */
  CircOpenFile file; /* that it holds */
  gboolean has_log;  /* and whose log is known */
  char *warning;     /* (owned) (nullable) what a person should know of how the file was found */
  GError *failure;   /* (owned) (nullable) the first since circ_db_forget_failures() */
};

G_END_DECLS
