/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-plan-item.h"
#include "circ-store.h"

G_BEGIN_DECLS

#define TEST_TODAY "2026-11-21"

/* A new file in a folder of its own, which test_close() takes away again. */
typedef struct {
  char *folder;
  char *path;
  CircStore *store;
} TestFile;

void test_open (TestFile *file,
                const char *template);
void test_close (TestFile *file);

/* Both save at once and return the live record. @to_whom, @how, @by_whom: entries, "|" between them. */
CircRecord *test_add_item (TestFile *file,
                           const char *what,
                           const char *to_whom,
                           const char *how,
                           const char *by_whom,
                           const char *when);
CircRecord *test_add_occurrence (TestFile *file,
                                 CircRecord *item,
                                 const char *due_on,
                                 const char *completed_on);
CircRecord *test_add (TestFile *file,
                      CircRecord *record);
void test_set_entries (CircRecord *item,
                       guint field,
                       const char *entries);
char *test_entries (CircRecord *item,
                    guint field);
gint64 test_count (TestFile *file,
                   CircKindId kind);
CircRecord *test_find_by_what (TestFile *file,
                               const char *what);

/* As a person does in the window. */
void test_set_text (TestFile *file,
                    CircRecord *record,
                    guint field,
                    const char *text);

G_END_DECLS
