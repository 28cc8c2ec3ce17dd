/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "circ-change.h"
#include "circ-query.h"

G_BEGIN_DECLS

/**
 * CIRC_STORE_ERROR:
 *
 * The one error domain of this folder; the codes are what callers branch on. Every message is a whole sentence that
 * says what happened and what to do, without SQL and without personal data.
 */
#define CIRC_STORE_ERROR (circ_store_error_quark ())
GQuark circ_store_error_quark (void);

typedef enum {
  CIRC_STORE_ERROR_NOT_FOUND,  /* no such file, or no such record */
  CIRC_STORE_ERROR_EXISTS,     /* create: something is there already */
  CIRC_STORE_ERROR_FOREIGN,    /* not a Circulate file (a directory, a text, another program's database) */
  CIRC_STORE_ERROR_TOO_NEW,    /* made by a newer Circulate */
  CIRC_STORE_ERROR_CORRUPT,
  CIRC_STORE_ERROR_DENIED,     /* may not read or write it */
  CIRC_STORE_ERROR_READ_ONLY,
  CIRC_STORE_ERROR_FULL,       /* disk full */
  CIRC_STORE_ERROR_BUSY,       /* another program holds the file for longer than we wait */
  CIRC_STORE_ERROR_CONFLICT,   /* the value was changed elsewhere since it was read */
  CIRC_STORE_ERROR_CONSTRAINT, /* still in use, or a name that is taken */
  CIRC_STORE_ERROR_NOTHING,    /* nothing to undo or redo */
  CIRC_STORE_ERROR_MOVED,      /* the open file is not under its name any more */
  CIRC_STORE_ERROR_FAILED,
} CircStoreErrorCode;

typedef enum {
  CIRC_STORE_OPEN_DEFAULT = 0,
  CIRC_STORE_OPEN_READ_ONLY = 1 << 0,
  CIRC_STORE_OPEN_CREATE = 1 << 1, /* make a new file; CIRC_STORE_ERROR_EXISTS when there is one */
  CIRC_STORE_OPEN_DAMAGED = 1 << 2, /* read what can be read of a damaged file, without touching it */
} CircStoreOpenFlags;

#define CIRC_TYPE_STORE (circ_store_get_type ())
G_DECLARE_FINAL_TYPE (CircStore, circ_store, CIRC, STORE, GObject)

/**
 * CircStore:
 *
 * One open file. Belongs to the thread that opened it; a worker opens its own by the same path: to
 * read, and the import's to write.
 *
 * Properties: "path" (string), "read-only" (boolean), "person" (string), "undo-title" and "redo-title" (string, NULL
 * when there is nothing), "moved" (boolean: the file is not under its name any more, so nothing is saved). Signal "changed" (GArray of gint64 ids, sorted; NULL when anything may have changed): after
 * a change of ours, and within a second after one by another window or process. By then the live records have
 * their new values and have notified.
 */

/* @person: whose name the history shows; NULL for the user's real name. Migrates an older file after backing it up. */
CircStore *circ_store_open (const char *path,
                            CircStoreOpenFlags flags,
                            const char *person,
                            GError **error);
const char *circ_store_get_path (CircStore *self);
gboolean circ_store_get_read_only (CircStore *self);
/* Whether it was opened with CIRC_STORE_OPEN_DAMAGED. */
gboolean circ_store_get_damaged (CircStore *self);
/* What a person should know of how the file was found, a sentence; NULL: nothing. (transfer none) */
const char *circ_store_get_warning (CircStore *self);
gboolean circ_store_get_moved (CircStore *self);
/* CIRC_STORE_ERROR_MOVED, in words, while the file is not under its name. */
gboolean circ_store_check_place (CircStore *self,
                                 GError **error);
/* Writes a whole copy and goes on with it instead of the file that was open. */
gboolean circ_store_move_to (CircStore *self,
                             const char *target,
                             GError **error);
/* Whose name the history shows. */
const char *circ_store_get_person (CircStore *self);
const char *circ_store_get_undo_title (CircStore *self);
const char *circ_store_get_redo_title (CircStore *self);
/* How long another program that is writing is waited for before CIRC_STORE_ERROR_BUSY: at first five seconds. */
void circ_store_set_patience (CircStore *self,
                              int milliseconds);
/* For made-up content and tests only: the instant (ISO 8601, UTC) that changes are stamped with; NULL: the real one. */
void circ_store_set_clock (CircStore *self,
                           const char *instant);
/* The local day of that instant: what "today" means to what is saved. (transfer full) */
char *circ_store_dup_today (CircStore *self);
/* Whether the clock shows a time before changes that are in the file; @latest: (out) (optional): the latest of them. */
gboolean circ_store_get_clock_behind (CircStore *self,
                                      char **latest);

/**
 * CircFollowFunc:
 * @store: answers circ_store_find() and circ_store_find_ids() as the file will be, with records apart from the live ones
 * @change: what was just written; see circ_change_get_part()
 * @round: 0 for the person's own change, then counting: what follows from what followed
 * @more: what follows from it; a record to be set in it comes from circ_store_find()
 *
 * What follows from a change, by rules that the store does not know: saved with it or not at all, taken back with it.
 * Called within the transaction, and not for undo and redo, which bring back what followed at the time.
 */
typedef gboolean (*CircFollowFunc) (CircStore *store,
                                    CircChange *change,
                                    guint round,
                                    CircChange *more,
                                    GError **error);
void circ_store_set_follow (CircStore *self,
                            CircFollowFunc func);

/* Saving: all of it, durably, or nothing. On success the live records carry the new values. */
gboolean circ_store_apply (CircStore *self,
                           CircChange *change,
                           GError **error);
/* The same for what the application does by itself as time goes on: in the history, but not for undo to take back. */
gboolean circ_store_apply_upkeep (CircStore *self,
                                  CircChange *change,
                                  GError **error);
/* Takes back (or does again) the newest change of this person that is not taken back yet. @title: what it was. */
gboolean circ_store_undo (CircStore *self,
                          char **title,
                          GError **error);
gboolean circ_store_redo (CircStore *self,
                          char **title,
                          GError **error);

/* Looks for changes by other windows and processes now; a running main loop does so twice a second. */
gboolean circ_store_look (CircStore *self,
                          GError **error);

/* Finding. The same id gives the same live CircRecord for as long as anybody holds it. */
CircRecord *circ_store_get (CircStore *self,
                            gint64 id,
                            GError **error);
/* (transfer full) (element-type CircRecord) */
GPtrArray *circ_store_find (CircStore *self,
                            CircQuery *query,
                            GError **error);
/* (transfer full) (element-type gint64) */
GArray *circ_store_find_ids (CircStore *self,
                             CircQuery *query,
                             GError **error);
gint64 circ_store_count (CircStore *self,
                         CircQuery *query,
                         GError **error);
/* Whether there are more than @n records of a kind, archived ones included. Costs @n at most, however long the file. */
gboolean circ_store_has_more (CircStore *self,
                              CircKindId kind,
                              guint n);
/* Whether record @id is among the answers to @query. Looks at that record alone. */
gboolean circ_store_answers (CircStore *self,
                             CircQuery *query,
                             gint64 id);
/* The records of kind @part that belong to @owner, in order of creation. (transfer full) (element-type CircRecord) */
GPtrArray *circ_store_find_parts (CircStore *self,
                                  gint64 owner,
                                  CircKindId part,
                                  GError **error);
/* The one record of a kind that has only one (the partnership); made and saved on first use. (transfer full) */
CircRecord *circ_store_get_only (CircStore *self,
                                 CircKindId kind,
                                 GError **error);
/* A list that cannot be read is shorter and a title that cannot be read is missing, without a word. Who must have all
 * of it, as a document must, forgets what went wrong before and asks afterwards; FALSE: something is missing. */
void circ_store_forget_failures (CircStore *self);
gboolean circ_store_check_failures (CircStore *self,
                                    GError **error);
/* How a record is called in a list or a chip; NULL when there is none. Cached. (transfer full) */
char *circ_store_dup_title (CircStore *self,
                            gint64 id);
/* The kind of a record. NULL with CIRC_STORE_ERROR_NOT_FOUND when there is no such record; with another error when it
 * could not be read, which does not say that it is gone. */
const CircKind *circ_store_get_kind_of (CircStore *self,
                                        gint64 id,
                                        GError **error);
/* Whether the file says that there is no such record; not when it cannot be asked. */
gboolean circ_store_is_removed (CircStore *self,
                                gint64 id);
/* How many other records refer to this one. */
gint64 circ_store_count_uses (CircStore *self,
                              gint64 id,
                              GError **error);

/* One hit of a search across all kinds (Ctrl+Shift+F). */
typedef struct {
  gint64 id;
  const CircKind *kind;
  char *title;
  char *snippet;
} CircHit;
void circ_hit_free (CircHit *hit);
/* Newest first. (transfer full) (element-type CircHit) */
GPtrArray *circ_store_search (CircStore *self,
                              const char *words,
                              guint limit,
                              GError **error);

/* One line of the history: in change @change, titled @title, @by did @action at @at. For CIRC_PART_SET @field is the
 * field's index and @old_value, @new_value what it was and became; otherwise @field is -1 and the values are NULL. */
typedef struct {
  gint64 change;
  char *title;
  char *at;
  char *by;
  gint64 record;
  const CircKind *kind;
  CircPartAction action;
  int field;
  GVariant *old_value;
  GVariant *new_value;
} CircHistoryLine;
void circ_history_line_free (CircHistoryLine *line);
/* Newest first, of one record and the records that belong to it; 0: of all. (transfer full) (element-type CircHistoryLine) */
GPtrArray *circ_store_history (CircStore *self,
                               gint64 record,
                               guint limit,
                               GError **error);

/* Merges @from into @into: every reference to @from becomes one to @into, and @from is archived, in one change. */
gboolean circ_store_merge (CircStore *self,
                           CircRecord *from,
                           CircRecord *into,
                           const char *today,
                           GError **error);

/* Erases for good what records (of gint64 ids) and all that belongs to them say, and what the history kept of it. */
gboolean circ_store_erase (CircStore *self,
                           GArray *ids,
                           const char *title,
                           GError **error);
/* FALSE as long as something of what was erased may be left in unused places of the file: a full disk or another program
 * stands in the way. It is tried again while a main loop runs, and at the next opening. */
gboolean circ_store_is_swept (CircStore *self);

/* CIRC_STORE_ERROR_EXISTS, in words, when a document must not be written to @path: it is a Circulate file, open or not,
 * or belongs to one. */
gboolean circ_store_check_target (const char *path,
                                  GError **error);

/* Looking after the file. */
gboolean circ_store_backup (CircStore *self,
                            const char *target,
                            GError **error);
/* What a check went through. */
typedef struct {
  gint64 n_records;
  gint64 n_changes; /* of the history's chain */
  gint64 n_values;  /* that the history keeps, each compared with its digest */
  gint64 n_erased;  /* of which only the digest is left */
  gboolean search_index; /* whether the index of words was compared with them: not where nothing can be written */
} CircCheckCounts;

/* integrity, references, links, history chain, schema against the catalogues. Adds sentences to @problems; returns
 * FALSE only when the check itself could not run. */
gboolean circ_store_check (CircStore *self,
                           GPtrArray *problems,
                           GError **error);
/* The same; @counts: (out): what was looked at. */
gboolean circ_store_check_counting (CircStore *self,
                                    GPtrArray *problems,
                                    CircCheckCounts *counts,
                                    GError **error);
/* Puts the backup @source in the place of @path, after backing up what is there. Both must be closed. */
gboolean circ_store_restore (const char *source,
                             const char *path,
                             GError **error);

G_END_DECLS
