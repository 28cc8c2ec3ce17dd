/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-test-private.h"

#include "circ-field-row.h"

G_BEGIN_DECLS

/* One field row on a bench of its own, with something beside it to move the focus to. */
typedef struct {
  CircTestWindow *test;
  CircRecord *record; /* (owned) */
  CircFieldRow *row;
  GtkWidget *elsewhere;
} Bench;

/* A kind of field that is typed into: a value, another, and one that is none. */
typedef struct {
  const char *name;
  CircKindId kind;
  guint field;
  const char *typed;
  const char *stored;
  const char *second;
  const char *wrong; /* NULL: there is nothing that cannot be typed */
  const char *reason;
} BenchCase;

extern const BenchCase bench_cases[];
extern const guint bench_n_cases;

void bench_set_up (Bench *bench,
                   const char *template,
                   CircKindId kind,
                   guint field);
void bench_tear_down (Bench *bench);
char *bench_dup_stored (Bench *bench);
void bench_assert_stored (Bench *bench,
                          const char *expected);
void bench_leave (Bench *bench);
GtkWidget *bench_get_words (Bench *bench);
char *bench_dup_shown (Bench *bench);
void bench_assert_shown (Bench *bench,
                         const char *expected);
gboolean bench_is_reason_shown (Bench *bench,
                                const char *reason);

G_END_DECLS
