/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-audience.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-store.h"

/* A folder of the test's own with a new file in it. */
typedef struct {
  char *folder;
  char *path;
  CircStore *store;
} Fixture;

void fixture_set_up (Fixture *fixture,
                     gconstpointer data);
void fixture_tear_down (Fixture *fixture,
                        gconstpointer data);
#define fixture_add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

char *fixture_dup_path (Fixture *fixture,
                        const char *name);
/* Another store on the same file. */
CircStore *fixture_open (Fixture *fixture,
                         const char *person);

/* Makes and saves; the title of the change is the name. */
CircRecord *new_item (CircStore *store,
                      const char *what);
CircRecord *new_audience (CircStore *store,
                          const char *name);
CircRecord *new_occurrence (CircStore *store,
                            CircRecord *item,
                            const char *completed_on);
CircRecord *new_evidence (CircStore *store,
                          CircRecord *occurrence,
                          const char *title);
void set_text (CircStore *store,
               CircRecord *record,
               guint field,
               const char *text);
gboolean try_set_text (CircStore *store,
                       CircRecord *record,
                       guint field,
                       const char *text,
                       GError **error);
void remove_record (CircStore *store,
                    CircRecord *record);
GVariant *entry (const char *text,
                 gint64 link);
GVariant *id_list (gint64 first,
                   gint64 second);
void undo (CircStore *store);
void redo (CircStore *store);
void assert_undo_error (CircStore *store,
                        int code);

/* Everything that the file says of its records but versions and who wrote them last. Equal files give equal texts. */
char *dump (CircStore *store);
void assert_sound (CircStore *store);
