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
 * to @saved. Returns: (transfer full) (element-type guint): the fields that were changed both here and there. */
GArray *circ_draft_follow (CircRecord *draft,
                           CircRecord *before,
                           CircRecord *saved);
/* The same, before it is saved: each field that was changed both here and there says in its row what is there now, for the
 * person to choose, and the first of them gets the focus. @form and @rest (nullable) edit @draft. Returns: (transfer full)
 * (nullable): a sentence for the window; NULL when nothing stands in the way. */
char *circ_draft_offer (CircRecord *draft,
                        CircRecord *before,
                        CircRecord *saved,
                        CircForm *form,
                        CircForm *rest);
/* The one question before what was written is lost: "keep" or "discard", for circ_ask_finish(). */
void circ_draft_ask_discard (GtkWidget *window,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Whether something is typed into @form that is not in its record yet. */
gboolean circ_draft_is_pending (CircForm *form);

G_END_DECLS
