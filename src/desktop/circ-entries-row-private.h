/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-entries-row.h"
#include "circ-entry.h"

G_BEGIN_DECLS

/* The row in two files: circ-entries-row.c has the entries and their chips, circ-entries-row-text.c the typing and the
 * keys. */

struct _CircEntriesRow {
  CircInput parent_instance;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *popover; /* what is found for the words being typed */
  GtkWidget *chooser;
  GtkWidget *entry_popover; /* (nullable): what can be done with a chip; made when it is first opened */

  GPtrArray *items; /* (owned) */
  guint current;    /* the item that entry_popover is about */
};

const char *const *circ_entries_row_get_targets (CircEntriesRow *self);
GtkWidget *circ_entries_row_get_chip (CircEntriesRow *self,
                                      guint index);
guint circ_entries_row_get_index (CircEntriesRow *self,
                                  GtkWidget *chip);
/* Both are consumed; @fresh: the record that was made for the entry by typing and is saved with it, or NULL. */
void circ_entries_row_add_item (CircEntriesRow *self,
                                CircEntry *entry,
                                CircRecord *fresh);
void circ_entries_row_move_item (CircEntriesRow *self,
                                 guint index,
                                 int step);
void circ_entries_row_rebuild (CircEntriesRow *self);
/* Shows the entries, saves, and puts the focus where it belongs: on the chip @focus, or (-1) on the text. */
void circ_entries_row_finish (CircEntriesRow *self,
                              int focus);
/* Makes entries of what is in the text, one a line; linked where the words are beyond doubt. */
gboolean circ_entries_row_take_text (CircEntriesRow *self);
void circ_entries_row_bind_text (GtkWidgetClass *widget_class);

G_END_DECLS
