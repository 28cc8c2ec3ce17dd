/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-field-row.h"

G_BEGIN_DECLS

struct _CircFieldRow {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *problem; /* (nullable): made when there is one */
  GtkWidget *answers; /* (nullable): made at the first conflict: Keep Mine, Take Theirs */

  CircSession *session;  /* (owned) */
  CircRecord *record;    /* (owned) (nullable) */
  const CircKind *kind;  /* (borrowed) */
  CircInput *input;      /* (borrowed): a child */
  GVariant *base;        /* (owned) (nullable): what the record said when the edit began */
  GVariant *theirs;      /* (owned) (nullable): what is offered to a draft */
  char *own_problem;     /* why what is in the control cannot be saved */
  char *check_problem;   /* what circ_record_check() says of the field */
  gulong record_handler;
  guint save_source;
  gint64 unsaved_since; /* monotonic µs: when the first of what waits for save_source was typed */
  guint field;
  gboolean pending; /* the control holds what the record does not */
  gboolean edited;  /* since the keyboard came to it */
  gboolean saving;
  gboolean offered; /* theirs, to a draft */
};

const CircField *circ_field_row_get_catalogue (CircFieldRow *self);
/* Why what is in the control cannot be saved; NULL takes it away, and the answers to a conflict. */
void circ_field_row_set_own_problem (CircFieldRow *self,
                                     const char *problem);
void circ_field_row_begin_edit (CircFieldRow *self);

/* circ-field-row-conflict.c */
/* Whether somebody else has changed the field since the edit began. */
gboolean circ_field_row_has_conflict (CircFieldRow *self);
/* Says what somebody else has written, with the answers beneath. */
void circ_field_row_show_conflict (CircFieldRow *self);

G_END_DECLS
