/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing-pieces.h"
#include "circ-when-row.h"

G_BEGIN_DECLS

struct _CircWhenRow {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *kind_button;
  GtkWidget *more_button;
  GtkWidget *remove_button;
  GtkWidget *sentence;
  GtkWidget *further;
  GtkWidget *note;
  GtkWidget *problem;

  CircSession *session; /* (owned) */
  CircTiming *timing;   /* (owned) */
  GtkWidget *roll;      /* (nullable): a child of further */
  CircInput *record;    /* (nullable): the record that it hangs on, a child of sentence */
  CircInput *date;      /* (nullable): the start of a series, a child of sentence */
  guint number;
  guint way;         /* of circ_timing_set_way(): a number of 0 would forget it */
  gboolean dirty;    /* something was changed and is not saved yet */
  gboolean building; /* nothing that happens is the person's doing */
};

/* For the choosers: something is not what it was, and whether it is saved now. */
void circ_when_row_touch (CircWhenRow *self,
                          gboolean now);

/* The choosers of one piece, put at the end of @box. */
void circ_when_row_add_piece (CircWhenRow *self,
                              GtkWidget *box,
                              const CircPiece *piece);
/* Those that choose a record or a thing that happens; @title is yet to be translated. */
void circ_when_row_add_event (CircWhenRow *self,
                              GtkWidget *box,
                              const char *title);
void circ_when_row_add_trigger (CircWhenRow *self,
                                GtkWidget *box,
                                const char *title);
void circ_when_row_add_item (CircWhenRow *self,
                             GtkWidget *box);
void circ_when_row_add_date (CircWhenRow *self,
                             GtkWidget *box);

/* A drop-down of @choices as part of a sentence; @title is yet to be translated; @changed is called with the row, the
 * property and the drop-down. */
GtkWidget *circ_when_row_add_drop_down (CircWhenRow *self,
                                        GtkWidget *box,
                                        const char *title,
                                        char **choices,
                                        guint chosen,
                                        GCallback changed);
GtkWidget *circ_when_row_add_entry (CircWhenRow *self,
                                    GtkWidget *box,
                                    const char *title,
                                    const char *placeholder,
                                    const char *text,
                                    GCallback changed);

G_END_DECLS
