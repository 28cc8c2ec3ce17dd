/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-field-row.h"

G_BEGIN_DECLS

/* DESIGN 6: a line of text stays readable. */
#define CIRC_FORM_WIDTH 640

#define CIRC_TYPE_FORM (circ_form_get_type ())
G_DECLARE_FINAL_TYPE (CircForm, circ_form, CIRC, FORM, GtkWidget)

/**
 * CircFormSection:
 * @title: translatable (N_), or NULL
 * @description: translatable, or NULL
 * @fields: field indices ended by -1
 * @folded: shown closed at first: what is seldom needed
 */
typedef struct {
  const char *title;
  const char *description;
  const int *fields;
  gboolean folded;
} CircFormSection;

/**
 * CircForm:
 *
 * A record as sections of field rows, at most 640 px wide. Not scrollable by itself: put it into a scrolled window.
 * The problems that circ_record_check() finds are shown beside their fields.
 */
/* @sections is ended by one without fields and must outlive the form (a static table). */
GtkWidget *circ_form_new (CircSession *session,
                          const CircKind *kind,
                          const CircFormSection *sections);
/* Commits first. FALSE when something pending could not be saved; the form then keeps its record, unless it is gone. */
gboolean circ_form_set_record (CircForm *self,
                               CircRecord *record);
CircRecord *circ_form_get_record (CircForm *self);
gboolean circ_form_commit (CircForm *self);
/* Unfolds the section if need be, scrolls to the field and focuses its control. */
void circ_form_focus_field (CircForm *self,
                            guint field);
/* Keeps the whole row of the field that has the focus in sight, if it is one of these, while what has just been shown in it
 * and above it finds its place. */
void circ_form_reveal_focus (CircForm *self);
/* NULL when the form does not have the field. */
CircFieldRow *circ_form_get_row (CircForm *self,
                                 guint field);
/* A section of the caller's own beneath those of the table. */
void circ_form_add_section (CircForm *self,
                            const char *title,
                            GtkWidget *content);
/* See circ_field_row_offer(). The row is shown, and its section unfolded. */
void circ_form_offer (CircForm *self,
                      guint field,
                      GVariant *theirs);
void circ_form_end_offers (CircForm *self);
/* Hides or shows the row of @field; one that offers something stays. */
void circ_form_set_field_visible (CircForm *self,
                                  guint field,
                                  gboolean visible);

G_END_DECLS
