/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-db.h"

G_BEGIN_DECLS

#define CIRC_SCHEMA_VERSION 7 /* of the files that this program writes */

/* Runs within the transaction of a step, after its SQL. */
typedef gboolean (*CircMigrationFunc) (CircDb *db,
                                       GError **error);

/* One step of the schema: brings a file from the version before to @version. */
typedef struct {
  int version;
  const char *resource; /* name of the SQL file in data/migrations */
  CircMigrationFunc finish;
} CircMigration;

gboolean circ_schema_get_version (CircDb *db,
                                  int *version,
                                  GError **error);
gboolean circ_schema_migrate (CircDb *db,
                              GError **error);
/* For tests: one step with SQL of its own. */
gboolean circ_schema_run_step (CircDb *db,
                               int version,
                               const char *sql,
                               CircMigrationFunc finish,
                               GError **error);
/* circ-schema-titles.c: step 3. */
gboolean circ_schema_seal_titles (CircDb *db,
                                  GError **error);
/* What does not agree between the file's columns and the catalogues; sentences into @problems. */
gboolean circ_schema_compare (CircDb *db,
                              GPtrArray *problems,
                              GError **error);

G_END_DECLS
