/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-evidence-piece.h"

#include <glib/gi18n-lib.h>

#include "circ-draft.h"
#include "circ-evidence.h"

static const int evidence_fields[] = {
  CIRC_EVIDENCE_KIND, CIRC_EVIDENCE_TITLE, CIRC_EVIDENCE_DATE, CIRC_EVIDENCE_LINK,
  CIRC_EVIDENCE_REFERENCE, CIRC_EVIDENCE_QUANTITY, -1,
};

static const CircFormSection sections[] = {
  { NULL, NULL, evidence_fields, FALSE },
  { NULL, NULL, NULL, FALSE },
};

const char *
circ_evidence_piece_get_kind_title (CircRecord *evidence)
{
  const char *kind = circ_record_get_text (evidence, CIRC_EVIDENCE_KIND);

  return kind == NULL ? NULL : circ_field_get_choice_title (&circ_evidence_kind.fields[CIRC_EVIDENCE_KIND], kind);
}

/* The title is the kind's until somebody writes another. */
static void
kind_changed_cb (CircRecord *draft,
                 GParamSpec *pspec,
                 CircEvidencePiece *self)
{
  const char *title = circ_record_get_text (draft, CIRC_EVIDENCE_TITLE);
  const char *kind_title = circ_evidence_piece_get_kind_title (draft);

  if (!circ_draft_is_following (draft) && (title == NULL || g_strcmp0 (title, self->auto_title) == 0))
    circ_record_set_text (draft, CIRC_EVIDENCE_TITLE, kind_title);
  self->auto_title = kind_title;
}

static GtkWidget *
create_card (CircEvidencePiece *self,
             CircSession *session)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *form = circ_form_new (session, &circ_evidence_kind, sections);

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "heading");
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_box_append (GTK_BOX (header), self->heading);
  gtk_box_append (GTK_BOX (header), self->remove);
  gtk_widget_set_margin_start (header, 12);
  gtk_widget_set_margin_end (header, 6);
  gtk_widget_set_margin_top (header, 6);
  gtk_widget_set_margin_start (form, 12);
  gtk_widget_set_margin_end (form, 12);
  gtk_widget_set_margin_bottom (form, 12);
  gtk_box_append (GTK_BOX (card), header);
  gtk_box_append (GTK_BOX (card), form);
  gtk_widget_add_css_class (card, "card");
  self->form = CIRC_FORM (form);
  circ_form_set_record (self->form, self->draft);

  return card;
}

CircEvidencePiece *
circ_evidence_piece_new (CircSession *session,
                         CircRecord *saved,
                         CircRecord *draft)
{
  CircEvidencePiece *self = g_new0 (CircEvidencePiece, 1);

  self->saved = saved != NULL ? g_object_ref (saved) : NULL;
  self->draft = draft;
  self->before = circ_record_copy (draft);
  self->auto_title = circ_evidence_piece_get_kind_title (draft);
  self->kind_handler = g_signal_connect (draft, "notify::kind", G_CALLBACK (kind_changed_cb), self);
  self->card = create_card (self, session);
  return self;
}

void
circ_evidence_piece_free (CircEvidencePiece *self)
{
  g_clear_signal_handler (&self->kind_handler, self->draft);
  g_clear_object (&self->saved);
  g_clear_object (&self->before);
  g_clear_object (&self->draft);
  g_free (self);
}

void
circ_evidence_piece_set_number (CircEvidencePiece *self,
                                guint number)
{
  g_autofree char *heading = g_strdup_printf (_ ("Evidence %u"), number);
  g_autofree char *remove = g_strdup_printf (_ ("Remove Evidence %u"), number);

  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_widget_set_tooltip_text (self->remove, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

gboolean
circ_evidence_piece_is_unsaved (CircEvidencePiece *self)
{
  return self->saved == NULL || circ_draft_is_pending (self->form) || !circ_draft_equal (self->draft, self->before);
}

/* A view scrolls to what gets the focus, but not to what has no place yet: the first frame gives it one. */
static gboolean
focus_cb (GtkWidget *card,
          GdkFrameClock *clock,
          gpointer user_data)
{
  CircEvidencePiece *self = user_data;
  guint frames = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "circ-frames")) - 1;

  g_object_set_data (G_OBJECT (card), "circ-frames", GUINT_TO_POINTER (frames));
  if (frames > 0)
    return G_SOURCE_CONTINUE;
  circ_form_focus_field (self->form, circ_record_get (self->draft, CIRC_EVIDENCE_KIND) == NULL ? CIRC_EVIDENCE_KIND
                                                                                                : CIRC_EVIDENCE_LINK);
  return G_SOURCE_REMOVE;
}

void
circ_evidence_piece_focus (CircEvidencePiece *self)
{
  g_object_set_data (G_OBJECT (self->card), "circ-frames", GUINT_TO_POINTER (2));
  gtk_widget_add_tick_callback (self->card, focus_cb, self, NULL);
}
