/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-chain.h"
#include "circ-row-values.h"
#include "circ-store-private.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_WRITE_DO,
  CIRC_WRITE_UNDO,
  CIRC_WRITE_REDO,
  CIRC_WRITE_SETUP, /* the application's own; undo leaves it alone */
  CIRC_WRITE_UPKEEP, /* the same, whatever is there already */
  CIRC_WRITE_ERASE, /* values that must not come back */
} CircWriteKind;

/* A record whose fields are being set: read once, and put in order when all are set. */
typedef struct {
  CircRecord *record; /* (owned) as the file will have it; not the live one */
  gint64 version;     /* that it will have */
  char *title;        /* (owned) it had */
  guint64 *fields;    /* (owned) bits of the fields that were set */
} CircEdit;

/**
 * CircWrite:
 *
 * One change on its way into the file, in one transaction from circ_write_begin() to circ_write_finish(); letting go
 * of it before that rolls everything back. Do, undo and redo all go through here.
 */
typedef struct {
  CircChain chain;
  CircStore *store; /* (borrowed) it is on the stack of a call on it */
  CircDb *db;       /* (borrowed) */
  char *title;
  char *at;
  gint64 change; /* id */
  gint64 of;
  GHashTable *edits;    /* (owned) id -> CircEdit */
  GHashTable *removed;  /* (owned) id -> CircRecord as it was */
  GHashTable *counters; /* (owned) "CP" -> last number, of this year */
  GPtrArray *inserted;  /* (owned) of CircRecord */
  GPtrArray *unindexed; /* (owned) of CircRecord: inserted out of order, their words still to be indexed */
  GArray *touched;      /* (owned) all ids */
  gint64 last_indexed;
  CircWriteKind kind;
  guint n_parts;
  guint n_salts;
  int year;
  gboolean done;
  guint8 salts[64 * CIRC_SALT_SIZE]; /* drawn by the block: one call to the system each would cost an import dearly */
} CircWrite;

CircWrite *circ_write_begin (CircStore *store,
                             const char *title,
                             CircWriteKind kind,
                             GError **error);
/* For undo and redo, which find out inside the transaction what they are of. */
void circ_write_set_target (CircWrite *self,
                            gint64 of,
                            const char *title);
void circ_write_free (CircWrite *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircWrite, circ_write_free)

/* Gives an id in the registry: @wanted (of a record that comes back), or a new one for 0. */
gboolean circ_write_reserve (CircWrite *self,
                             CircRecord *record,
                             gint64 wanted,
                             gint64 *id,
                             GError **error);
/* @record has its id and its values, which @values are of. @meta: version, instants and names to save with it. */
gboolean circ_write_insert (CircWrite *self,
                            CircRecord *record,
                            const CircRowValues *values,
                            const CircRecordMeta *meta,
                            GError **error);
gboolean circ_write_set (CircWrite *self,
                         const CircKind *kind,
                         gint64 id,
                         guint field,
                         GVariant *expected,
                         GVariant *value,
                         GError **error);
gboolean circ_write_remove (CircWrite *self,
                            const CircKind *kind,
                            gint64 id,
                            GError **error);
/* The record as the transaction has it. (transfer none) (nullable) */
CircRecord *circ_write_get (CircWrite *self,
                            const CircKind *kind,
                            gint64 id,
                            GError **error);
/* The next reference of @kind, "CP-2026-001". (transfer full) */
char *circ_write_next_ref (CircWrite *self,
                           const CircKind *kind,
                           GError **error);
/* Numbers up to @number of this year are taken. */
gboolean circ_write_skip_ref (CircWrite *self,
                              const CircKind *kind,
                              gint64 number,
                              GError **error);
gboolean circ_write_save_refs (CircWrite *self,
                               GError **error);
/* Notes that a record has changed. */
void circ_write_touch (CircWrite *self,
                       gint64 id);
/* The two halves of circ_write_finish(), for what has to be done between them. */
gboolean circ_write_settle (CircWrite *self,
                            GError **error);
gboolean circ_write_commit (CircWrite *self,
                            GError **error);
/* Settles and commits, unless nothing was to be done. */
gboolean circ_write_finish (CircWrite *self,
                            GError **error);
/* After the commit: live records, titles, undo titles, "changed". @inserted: (nullable) (element-type CircRecord). */
void circ_write_publish (CircWrite *self,
                         GPtrArray *inserted);

/* circ-apply.c */
gboolean circ_write_apply (CircStore *store,
                           CircChange *change,
                           CircWriteKind kind,
                           GError **error);

/* circ-write-history.c */
gboolean circ_write_open_history (CircWrite *self,
                                  GError **error);
gboolean circ_write_add_part (CircWrite *self,
                              CircPartAction action,
                              CircRecord *record,
                              const CircField *field,
                              const char *old_value,
                              const char *new_value,
                              GError **error);
/* A change that did nothing to any record is to be in the history all the same. */
gboolean circ_write_note (CircWrite *self,
                          GError **error);
gboolean circ_write_close_history (CircWrite *self,
                                   GError **error);
gboolean circ_part_action_find (const char *name,
                                CircPartAction *action);

/* circ-check-history.c: the chain and the values; sentences into @problems. */
gboolean circ_check_history (CircStore *self,
                             GPtrArray *problems,
                             CircCheckCounts *counts,
                             GError **error);

/* circ-write-guard.c */
gboolean circ_write_check_targets (CircWrite *self,
                                   const CircKind *kind,
                                   GArray *links,
                                   GError **error);
gboolean circ_write_check_unique (CircWrite *self,
                                  CircRecord *record,
                                  GError **error);
gboolean circ_write_check_removed (CircWrite *self,
                                   GError **error);
void circ_write_set_conflict (CircWrite *self,
                              const CircKind *kind,
                              gint64 id,
                              int field,
                              GError **error);

G_END_DECLS
