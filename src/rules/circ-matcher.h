/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CircMatcher:
 *
 * Decides which record the words of an entry mean. Only the same words match, after a normalisation that cannot
 * change who is meant (case, punctuation, "E-mail" as "Email", plural as singular, a leading "To" or "All", a trailing
 * "via …", the partnership's own short name): never a likeness, because a wrong guess would send something to the
 * wrong people.
 */
typedef struct _CircMatcher CircMatcher;

CircMatcher *circ_matcher_new (const char *short_name);
void circ_matcher_free (CircMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircMatcher, circ_matcher_free)

void circ_matcher_add (CircMatcher *self,
                       const char *kind,
                       gint64 id,
                       const char *name);
void circ_matcher_add_lines (CircMatcher *self,
                             const char *kind,
                             gint64 id,
                             const char *names);
gint64 circ_matcher_match (CircMatcher *self,
                           const char *words,
                           const char *const *kinds,
                           GArray **candidates);
guint circ_matcher_count (CircMatcher *self,
                          const char *words,
                          const char *const *kinds);
char *circ_matcher_normalise (CircMatcher *self,
                              const char *words);

G_END_DECLS
