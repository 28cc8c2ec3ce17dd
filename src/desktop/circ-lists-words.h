/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* What the window of reference lists says of each kind, as whole sentences, so that they can be translated. */
typedef struct {
  const char *none;  /* title of a list with nothing in it */
  const char *about; /* what such an entry is for */
  const char *add;   /* the button that adds the first, and its name for assistive technology */
  const char *name;  /* what is asked for when one is added */
} CircListsWords;

/* Untranslated (N_): put each through _(). */
const CircListsWords *circ_lists_words_get (CircKindId kind);
/* Words that stand alone, with a capital: "An update of the programme". (transfer full) */
char *circ_lists_words_capitalise (const char *phrase);
/* What an entry is called in its list. (transfer full) */
char *circ_lists_words_dup_title (CircRecord *record);
/* Sorts a list: by name, or by date. */
guint circ_lists_words_get_order (CircKindId kind,
                                  gboolean *descending);
/* One line that tells entries of the same name apart: "Internal", "Electronic", the agency of a contact. "" for none;
 * a reference is returned as its id in @reference, and stands before the rest. (transfer full) */
char *circ_lists_words_dup_subtitle (CircRecord *record,
                                     gint64 *reference);

G_END_DECLS
