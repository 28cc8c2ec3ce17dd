/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matcher.h"
#include "circ-store.h"

G_BEGIN_DECLS

#define CIRC_TYPE_SESSION (circ_session_get_type ())
G_DECLARE_FINAL_TYPE (CircSession, circ_session, CIRC, SESSION, GObject)

/**
 * CircSession:
 *
 * One open file as the window sees it: its store, the day it is, and the one way through which widgets save.
 * What saves by itself (an action of reports/, a worker) says here how it went.
 *
 * Properties: "today" (string, read-only, notifies at midnight), "undo-title" and "redo-title" (string, NULL when there
 * is nothing), "trouble" (string: why nothing can be saved just now, or NULL).
 *
 * Signals:
 * "done" (const char *title): a change was made that deserves a toast with an Undo button
 * "message" (const char *text): something worth a toast that cannot be undone
 * "problem" (GError *error): a change was refused or could not be written; nothing of it was saved
 * "retry": saving failed a while ago (full disk, file gone); whoever has something pending tries again
 */
CircSession *circ_session_new (CircStore *store);
CircStore *circ_session_get_store (CircSession *self);
/* ISO 8601; from the environment variable CIRC_TODAY when that is set, so that pictures and tests stay the same. */
const char *circ_session_get_today (CircSession *self);
gboolean circ_session_get_read_only (CircSession *self);

/* Saves @change and offers its undo in a toast. On failure the window tells the person and FALSE comes back: the caller
 * keeps what was typed. */
gboolean circ_session_apply (CircSession *self,
                             CircChange *change);
/* The same for a dialog that says itself, from @error, why it could not be saved. */
gboolean circ_session_try (CircSession *self,
                           CircChange *change,
                           GError **error);
/* That without a toast, for edits whose result is there to see. The caller shows @error beside the field; the
 * window still hears "problem" for what is not about this field (a full disk, a file that is gone). */
gboolean circ_session_apply_quietly (CircSession *self,
                                     CircChange *change,
                                     GError **error);
/* One field of a saved record (quietly), under a title made from the field: "Changed “When” of CP-2026-004". A value
 * that is not different is success without a change. @value is consumed when floating; NULL clears. */
gboolean circ_session_set_field (CircSession *self,
                                 CircRecord *record,
                                 guint field,
                                 GVariant *value,
                                 GError **error);
/* That title. (transfer full) */
char *circ_session_dup_field_title (CircSession *self,
                                    CircRecord *record,
                                    guint field);
/* A record of @kind that is not saved yet, with @name in the field that names it and the choices that a new one needs.
 * Put it into a change with circ_change_insert(). (transfer full) */
CircRecord *circ_session_new_record (CircSession *self,
                                     CircKindId kind,
                                     const char *name);
/* How @id is called; "" when it is 0, words when it is not there any more. (transfer full) */
char *circ_session_dup_title (CircSession *self,
                              gint64 id);
/* Whether @id is an entry of a list that is not offered any more, or an item that was archived. */
gboolean circ_session_is_put_away (CircSession *self,
                                   gint64 id);
/* A name with that said behind it: "Night schools (retired)". (transfer full) */
char *circ_session_dup_put_away_title (CircSession *self,
                                       CircKindId kind,
                                       const char *title);
/* How @id is called, and that it is put away when it is. (transfer full) */
char *circ_session_dup_title_and_state (CircSession *self,
                                        gint64 id);
/* The window in which the person is working with the file, which alone says what is done: NULL for the main one. */
void circ_session_set_place (CircSession *self,
                             gpointer window);
gpointer circ_session_get_place (CircSession *self);
void circ_session_undo (CircSession *self);
void circ_session_redo (CircSession *self);
/* For what saved through the store by itself (reports/ has such actions): the same toast as circ_session_apply() gives.
 * @title: what was done, as in the history. */
void circ_session_announce (CircSession *self,
                            const char *title);
/* The same for what it could not save: shows @error, and the banner with it when nothing can be saved at present. Nothing is
 * pending that would be tried again, so a banner that goes by itself is not enough. */
void circ_session_fail (CircSession *self,
                        const GError *error);
/* The banner alone, for who shows @error in a place of its own. */
void circ_session_note_failure (CircSession *self,
                                const GError *error);
/* What every record in use is called, to recognise the words of entries; read again when the file changes. */
CircMatcher *circ_session_get_names (CircSession *self);
/* Why nothing can be saved at present, as a sentence; NULL while all is well. Notifies. What is pending is tried again
 * every few seconds through the signal "retry". */
const char *circ_session_get_trouble (CircSession *self);
/* A toast without an Undo button. */
void circ_session_tell (CircSession *self,
                        const char *text);
/* Shows @error as the window shows failures. */
void circ_session_report (CircSession *self,
                          const GError *error);

G_END_DECLS
