/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-form.h"

G_BEGIN_DECLS

/*
 * A window that saves with a button edits an unsaved copy, the draft. Three records then belong together: the draft,
 * what it was when the window opened (before), and the saved record, which others may change meanwhile (saved).
 */

/* Whether all fields are the same. */
gboolean circ_draft_equal (CircRecord *draft,
                           CircRecord *before);
/* Follows what became of @saved meanwhile: fields that were not touched here take its value, and @before becomes equal
 * to @saved. Returns: a field that was changed both here and there, or -1. */
int circ_draft_follow (CircRecord *draft,
                       CircRecord *before,
                       CircRecord *saved);
/* The one question before what was written is lost: "keep" or "discard", for circ_ask_finish(). */
void circ_draft_ask_discard (GtkWidget *window,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Whether something is typed into @form that is not in its record yet. */
gboolean circ_draft_is_pending (CircForm *form);

G_END_DECLS
