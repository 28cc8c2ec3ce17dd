/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-row.h"
#include "circ-store.h"

#include "circ-db.h"
#include "circ-statement.h"

G_BEGIN_DECLS

typedef struct _CircCrew CircCrew;

typedef enum {
  CIRC_SWEEP_NONE,
  CIRC_SWEEP_FILE, /* the file is to be written anew */
  CIRC_SWEEP_LOG,  /* the log is to be emptied, which waits for readers */
} CircSweep;

struct _CircStore {
  GObject parent_instance;

  /* owned */
  char *path;
  char *person;
  char *clock; /* NULL: the real one */
  CircDb *db;
  CircRowSql *row_sql[CIRC_N_KINDS];
  GHashTable *live;   /* id -> CircLive: the records that somebody holds */
  GHashTable *titles; /* id -> CircTitle */
  char *undo_title;
  char *redo_title;
  GSource *watch;
  CircCrew *crew; /* NULL until a worker is asked */

  /* borrowed */
  GThread *thread;

  CircFollowFunc follow; /* (nullable) */
  gboolean apart;        /* records are read without becoming the live ones: a change is under way */

  gboolean read_only;
  gboolean damaged;
  gboolean moved;      /* as it was last seen */
  gboolean renewed;    /* the connection is another than the one that everything was read through */
  gboolean let_go;     /* the log of a file that has moved was emptied */
  CircSweep sweep;     /* how far what was erased is out of the file's unused places */
  gboolean sweeping;   /* a worker is at it */
  gint64 sweep_next;   /* monotonic µs: not before */
  gint64 sweep_pause;  /* µs after a try that failed */
  gint64 data_version; /* of SQLite: moves when another connection wrote */
  gint64 last_change;  /* id of the newest change that the live records know of */
};

/* Instants, days and names that changes are stamped with. (transfer full) */
char *circ_store_dup_now (CircStore *self);
int circ_store_get_year (CircStore *self);

/* The kind's statements, made on first use. */
CircRowSql *circ_store_get_row_sql (CircStore *self,
                                    const CircKind *kind);
/* CIRC_STORE_ERROR_READ_ONLY for a file that can only be read. */
gboolean circ_store_check_writable (CircStore *self,
                                    GError **error);
/* Undo and redo titles as the file has them now; notifies. */
gboolean circ_store_refresh_undo (CircStore *self,
                                  GError **error);
void circ_store_set_undo_titles (CircStore *self,
                                 const char *undo_title,
                                 const char *redo_title);
void circ_store_set_path (CircStore *self,
                          const char *path);
void circ_store_set_moved (CircStore *self,
                           gboolean moved);
void circ_store_emit_changed (CircStore *self,
                              GArray *ids);

/* circ-live.c: live records and titles. */
void circ_live_init (CircStore *self);
void circ_live_clear (CircStore *self);
CircRecord *circ_live_find (CircStore *self,
                            gint64 id);
void circ_live_add (CircStore *self,
                    CircRecord *record);
CircRecord *circ_live_take_row (CircStore *self,
                                const CircKind *kind,
                                CircStatement *statement);
gboolean circ_live_refresh (CircStore *self,
                            GArray *ids,
                            GError **error);
gboolean circ_live_refresh_all (CircStore *self,
                                GError **error);
gboolean circ_live_load (CircStore *self,
                         const CircKind *kind,
                         gint64 id,
                         CircRecord *record,
                         gboolean *found,
                         GError **error);
void circ_live_forget_title (CircStore *self,
                             gint64 id);

/* circ-watch.c: what others did to the file. */
void circ_watch_start (CircStore *self);
void circ_watch_stop (CircStore *self);

/* circ-worker.c */
void circ_crew_dismiss (CircCrew *self);

/* circ-check.c: whether all records of a damaged file can be read, and found in order. */
gboolean circ_check_readable (CircStore *self,
                              GError **error);

/* circ-place.c: looks whether the file and its log are still where they were; notifies. */
void circ_place_look (CircStore *self);
gboolean circ_place_check_log (CircStore *self,
                               GError **error);
void circ_place_close (CircStore *self);

/* circ-sweep.c: after an erasure. */
gboolean circ_sweep_note (CircStore *self,
                          GError **error);
gboolean circ_sweep_resume (CircStore *self,
                            GError **error);
/* In the thread of the caller. */
void circ_sweep_go_on (CircStore *self);
/* Asks a worker, now and then, to go on with what is left. */
void circ_sweep_look (CircStore *self);

/* Adds the ids of the parts of @owner, theirs after them. */
gboolean circ_store_collect_parts (CircStore *self,
                                   const CircKind *owner_kind,
                                   gint64 owner,
                                   GArray *ids,
                                   GError **error);

G_END_DECLS
