/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

typedef enum {
  CIRC_QUERY_IN_USE,   /* records that are not archived */
  CIRC_QUERY_ARCHIVED, /* only those that are */
  CIRC_QUERY_ALL,
} CircQueryScope;

/**
 * CircQuery:
 *
 * Which records of one kind, in which order: a reference-counted description without any SQL, which reports and the
 * window build and the store answers. All conditions must hold
 * (one of them may be that one of two holds). Not thread safe; copy it to hand it to a worker.
 */
typedef struct _CircQuery CircQuery;

CircQuery *circ_query_new (CircKindId kind);
CircQuery *circ_query_copy (CircQuery *self);
CircQuery *circ_query_ref (CircQuery *self);
void circ_query_unref (CircQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircQuery, circ_query_unref)

const CircKind *circ_query_get_kind (CircQuery *self);

/* Words as typed; each is matched as a prefix in the full-text index, all must occur. NULL or blank: no condition. */
void circ_query_search (CircQuery *self,
                        const char *words);
void circ_query_set_scope (CircQuery *self,
                           CircQueryScope scope);
void circ_query_where_equal (CircQuery *self,
                             guint field,
                             GVariant *value);
/* Both ends are included; NULL leaves an end open, and then a blank field counts as inside. */
void circ_query_where_between (CircQuery *self,
                               guint field,
                               const char *from,
                               const char *to);
void circ_query_where_blank (CircQuery *self,
                             guint field,
                             gboolean blank);
/* The one record of this id, if it answers the rest. */
void circ_query_where_id (CircQuery *self,
                          gint64 id);
/* Both ends are included: a long answer can be read in pieces. Takes the place of a span that was there. */
void circ_query_where_id_between (CircQuery *self,
                                  gint64 first,
                                  gint64 last);
/* Records that refer to @target from any of their fields, or from @field when it is not -1. */
void circ_query_where_linked (CircQuery *self,
                              int field,
                              gint64 target);
/* Records that have (or with @negate have not) a record of @part's kind that belongs to them and answers @part. */
void circ_query_where_part (CircQuery *self,
                            CircQuery *part,
                            gboolean negate);
/* Records whose @field, a REFERENCE, is to a record that answers @target. */
void circ_query_where_reference (CircQuery *self,
                                 guint field,
                                 CircQuery *target);
/* Records that answer at least one of the two. */
void circ_query_where_either (CircQuery *self,
                              CircQuery *one,
                              CircQuery *other);
/* Added in order of weight; ties are broken by id, in the direction of the last sort. Sorting by the reference
 * field, or by nothing, is sorting by id. */
void circ_query_sort (CircQuery *self,
                      guint field,
                      gboolean descending);
/* In the order in which what @field, a REFERENCE, refers to was made: an index has it. */
void circ_query_sort_by_target (CircQuery *self,
                                guint field);
void circ_query_clear_sort (CircQuery *self);
void circ_query_limit (CircQuery *self,
                       guint limit);

G_END_DECLS
