/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-window.h"

#include "circ-cascade-return.h"
#include "circ-evidence.h"
#include "circ-occurrence.h"

G_BEGIN_DECLS

/* The whole window with something that was done, for two people who edit it at once. */
typedef struct {
  CircTestWindow *test;
  CircRecord *item;       /* (owned) */
  CircRecord *occurrence; /* (owned) done */
  CircRecord *evidence;   /* (owned) of it */
  CircRecord *back;       /* (owned) a return that waits */
} DraftDesk;

void draft_set_up (DraftDesk *desk,
                   gconstpointer data);
void draft_tear_down (DraftDesk *desk,
                      gconstpointer data);
#define draft_desk_add(path, function) g_test_add (path, DraftDesk, NULL, draft_set_up, function, draft_tear_down)

/* A new record that @change makes. (transfer full) */
CircRecord *draft_add (CircChange *change,
                       CircKindId kind,
                       guint title,
                       const char *words);
/* Somebody else gives fields of @record other values: pairs of a field and a GVariant, which may be NULL, ended by -1. */
void draft_change_elsewhere (DraftDesk *desk,
                             CircRecord *record,
                             ...);
void draft_assert_stored (DraftDesk *desk,
                          CircRecord *record,
                          guint field,
                          const char *expected);
GtkWidget *draft_open_occurrence (DraftDesk *desk);
void draft_replace (GtkWidget *window,
                    CircKindId kind,
                    const char *name,
                    const char *text);
void draft_save (GtkWidget *window);
void draft_save_and_close (GtkWidget *window);
gboolean draft_has_focus (GtkWidget *widget);
/* Presses one of the two answers in @row by the keyboard, which is in the field afterwards. */
void draft_answer (GtkWidget *row,
                   const char *words);

G_END_DECLS
