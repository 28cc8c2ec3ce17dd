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
/*
 * What somebody else saved meanwhile: a field that was not touched here takes the other value, and one that was touched on
 * both sides is a conflict. Several drafts that are saved together share one of these, which begins as { 0 }.
 */
typedef struct {
  guint n;                 /* fields that were changed both here and there */
  const CircField *first;  /* (borrowed) (nullable) */
  CircForm *form;          /* (borrowed) (nullable): where the first one stands */
  guint index;             /* of the first one */
  GString *sentences;      /* (owned) (nullable): what else is to be said */
} CircConflicts;

/* Follows what became of @saved; @before then says what it says. What was changed on both sides is offered in its row, in
 * @form or else in @rest (nullable), which edit @draft. */
void circ_conflicts_add (CircConflicts *self,
                         CircRecord *draft,
                         CircRecord *before,
                         CircRecord *saved,
                         CircForm *form,
                         CircForm *rest);
/* Something else that was found, at @field of @form. Said once, however often it is added. */
void circ_conflicts_add_sentence (CircConflicts *self,
                                  CircForm *form,
                                  guint field,
                                  const char *sentence);
/* Goes to the first, and ends it. Returns: (transfer full) (nullable): what to say; NULL when nothing stands in the way of saving. */
char *circ_conflicts_show (CircConflicts *self);
/* Whether @draft is following just now. What one field does to another when a person edits it is then not to be done. */
gboolean circ_draft_is_following (CircRecord *draft);
/* The one question before what was written is lost: "keep" or "discard", for circ_ask_finish(). */
void circ_draft_ask_discard (GtkWidget *window,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Whether something is typed into @form that is not in its record yet. */
gboolean circ_draft_is_pending (CircForm *form);

G_END_DECLS
