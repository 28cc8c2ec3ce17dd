/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-banner.h"
#include "circ-evidence-rows.h"
#include "circ-form.h"
#include "circ-occurrence-window.h"
#include "circ-return-rows.h"

G_BEGIN_DECLS

struct _CircOccurrenceWindow {
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkButton *save_button;
  CircBanner *banner;
  GtkLabel *heading;
  GtkBox *place;
  GtkWidget *evidence_section;
  GtkLabel *evidence_help;
  GtkBox *evidence_box;
  AdwBin *returns_bin;
  GtkBox *rest_place;
  GtkButton *add_button;
  GtkButton *delete_button;

  CircForm *form; /* (owned by the widget tree) */
  CircForm *rest; /* (owned by the widget tree) what is seldom needed */
  CircEvidenceRows *evidence;
  CircReturnRows *returns; /* (owned by the widget tree) */

  CircSession *session; /* (owned) */
  CircRecord *item;     /* (owned) */
  CircRecord *saved;    /* (owned) (nullable): NULL while it is new */
  CircRecord *opened;   /* (owned): what @saved said when it was opened or chosen, or @start */
  CircRecord *before;   /* (owned): what @saved said when the draft followed it last, or @start */
  CircRecord *start;    /* (owned): what the draft started with */
  CircRecord *draft;    /* (owned) */
  gboolean recording;   /* opened to say that it was done, not to see one that is there */
  gboolean brief;       /* asks for no more than the item needs */
  gboolean asking;
  gboolean undone;      /* "done on" was emptied because a reason says that it was not */
  gboolean contradicts; /* it became both done and not done by what somebody else recorded, and that is still to be said */
};

/* Whether it is said to be done, and also not to be needed or to be cancelled. */
gboolean circ_occurrence_window_is_both (CircOccurrenceWindow *self);
/* Once the draft has followed @saved: what it says by that is nothing that was written here. */
void circ_occurrence_window_settle_start (CircOccurrenceWindow *self);

/* circ-occurrence-window-actions.c */
void circ_occurrence_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
