/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-evidence-rows.h"

#include <glib/gi18n-lib.h>

#include "circ-evidence-piece.h"
#include "circ-evidence.h"
#include "circ-method.h"
#include "circ-occurrence.h"

struct _CircEvidenceRows {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nothing;

  CircSession *session; /* (owned) */
  GPtrArray *pieces;    /* (owned) (element-type CircEvidencePiece) */
  GPtrArray *removed;   /* (owned) (element-type CircEvidencePiece): saved ones that are to go, without their cards */
  char *day;
};

G_DEFINE_FINAL_TYPE (CircEvidenceRows, circ_evidence_rows, GTK_TYPE_WIDGET)

enum {
  EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
renumber (CircEvidenceRows *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    circ_evidence_piece_set_number (g_ptr_array_index (self->pieces, i), i + 1);
  gtk_widget_set_visible (self->nothing, self->pieces->len == 0);
}

/* The form goes first: it would put what is still being typed into the draft. Returns: (transfer full) */
static CircEvidencePiece *
take_piece (CircEvidenceRows *self,
            guint position)
{
  CircEvidencePiece *piece = g_ptr_array_index (self->pieces, position);

  gtk_box_remove (GTK_BOX (self->box), piece->card);
  return g_ptr_array_steal_index (self->pieces, position);
}

static guint
find_button (CircEvidenceRows *self,
             GtkWidget *button)
{
  guint position = 0;

  while (position < self->pieces->len && ((CircEvidencePiece *) g_ptr_array_index (self->pieces, position))->remove != button)
    position++;
  return position;
}

static void
remove_cb (GtkWidget *button,
           CircEvidenceRows *self)
{
  guint position = find_button (self, button);
  CircEvidencePiece *piece;

  if (self->pieces->len > 1)
    {
      CircEvidencePiece *next = g_ptr_array_index (self->pieces, position > 0 ? position - 1 : 1);

      gtk_widget_grab_focus (next->remove);
    }
  piece = take_piece (self, position);
  if (piece->saved != NULL)
    g_ptr_array_add (self->removed, piece);
  else
    circ_evidence_piece_free (piece);
  renumber (self);
  if (self->pieces->len == 0)
    g_signal_emit (self, signals[EMPTIED], 0);
}

/* @draft is taken. */
static CircEvidencePiece *
append_piece (CircEvidenceRows *self,
              CircRecord *saved,
              CircRecord *draft)
{
  CircEvidencePiece *piece = circ_evidence_piece_new (self->session, saved, draft);

  g_signal_connect_object (piece->remove, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), piece->card);
  g_ptr_array_add (self->pieces, piece);
  renumber (self);
  return piece;
}

static gboolean
has_evidence_of (CircEvidenceRows *self,
                 gint64 method)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (circ_record_get_int (piece->draft, CIRC_EVIDENCE_METHOD) == method)
        return TRUE;
    }
  return FALSE;
}

/* The first method that nothing was kept of yet; 0 when there is none. */
static gint64
find_method (CircEvidenceRows *self,
             CircRecord *occurrence)
{
  GVariant *methods = circ_record_get (occurrence, CIRC_OCCURRENCE_METHODS_USED);
  gint64 first = 0;
  gsize n = methods != NULL ? g_variant_n_children (methods) : 0;

  for (gsize i = 0; i < n; i++)
    {
      gint64 method;

      g_variant_get_child (methods, i, "x", &method);
      if (!has_evidence_of (self, method))
        return method;
      if (first == 0)
        first = method;
    }
  return first;
}

static void
set_usual_kind (CircEvidenceRows *self,
                CircRecord *draft,
                gint64 method_id)
{
  g_autoptr (CircRecord) method = NULL;
  GVariant *kinds = NULL;

  if (method_id == 0)
    return;
  circ_record_set_int (draft, CIRC_EVIDENCE_METHOD, method_id);
  method = circ_store_get (circ_session_get_store (self->session), method_id, NULL);
  if (method != NULL && circ_record_get_kind (method) == &circ_method_kind)
    kinds = circ_record_get (method, CIRC_METHOD_EXPECTED_EVIDENCE);
  if (kinds != NULL && g_variant_n_children (kinds) > 0)
    {
      const char *kind;

      g_variant_get_child (kinds, 0, "&s", &kind);
      circ_record_set_text (draft, CIRC_EVIDENCE_KIND, kind);
      circ_record_set_text (draft, CIRC_EVIDENCE_TITLE, circ_evidence_piece_get_kind_title (draft));
    }
}

static void
circ_evidence_rows_dispose (GObject *object)
{
  CircEvidenceRows *self = CIRC_EVIDENCE_ROWS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_ptr_array_set_size (self->pieces, 0);
  g_ptr_array_set_size (self->removed, 0);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_evidence_rows_parent_class)->dispose (object);
}

static void
circ_evidence_rows_finalize (GObject *object)
{
  CircEvidenceRows *self = CIRC_EVIDENCE_ROWS (object);

  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->removed);
  g_free (self->day);

  G_OBJECT_CLASS (circ_evidence_rows_parent_class)->finalize (object);
}

static void
circ_evidence_rows_class_init (CircEvidenceRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = circ_evidence_rows_dispose;
  object_class->finalize = circ_evidence_rows_finalize;
  signals[EMPTIED] = g_signal_new ("emptied", CIRC_TYPE_EVIDENCE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
circ_evidence_rows_init (CircEvidenceRows *self)
{
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_evidence_piece_free);
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_evidence_piece_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->nothing = gtk_label_new (_ ("None yet. It can also be added later."));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
circ_evidence_rows_new (CircSession *session)
{
  CircEvidenceRows *self = g_object_new (CIRC_TYPE_EVIDENCE_ROWS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
circ_evidence_rows_load (CircEvidenceRows *self,
                         CircRecord *occurrence)
{
  g_autoptr (GPtrArray) saved = NULL;

  g_return_if_fail (CIRC_IS_EVIDENCE_ROWS (self));

  /* Whatever was saved belongs to the other one, and so does what was done to it here. */
  g_ptr_array_set_size (self->removed, 0);
  for (guint i = self->pieces->len; i > 0; i--)
    if (((CircEvidencePiece *) g_ptr_array_index (self->pieces, i - 1))->saved != NULL)
      circ_evidence_piece_free (take_piece (self, i - 1));
  renumber (self);
  if (occurrence == NULL)
    return;
  saved = circ_store_find_parts (circ_session_get_store (self->session), circ_record_get_id (occurrence),
                                 CIRC_KIND_EVIDENCE, NULL);
  for (guint i = 0; saved != NULL && i < saved->len; i++)
    append_piece (self, saved->pdata[i], circ_record_copy (saved->pdata[i]));
}

void
circ_evidence_rows_add (CircEvidenceRows *self,
                        CircRecord *occurrence)
{
  CircRecord *draft;

  g_return_if_fail (CIRC_IS_EVIDENCE_ROWS (self));

  draft = circ_record_new (CIRC_KIND_EVIDENCE);
  set_usual_kind (self, draft, find_method (self, occurrence));
  circ_record_set_text (draft, CIRC_EVIDENCE_DATE, self->day);
  circ_record_set_text (draft, CIRC_EVIDENCE_RECORDED_BY,
                        circ_store_get_person (circ_session_get_store (self->session)));
  circ_evidence_piece_focus (append_piece (self, NULL, draft));
}

void
circ_evidence_rows_set_day (CircEvidenceRows *self,
                            const char *day)
{
  g_return_if_fail (CIRC_IS_EVIDENCE_ROWS (self));

  if (g_strcmp0 (self->day, day) == 0)
    return;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->pieces, i);
      const char *date = circ_record_get_text (piece->draft, CIRC_EVIDENCE_DATE);

      if (piece->saved == NULL && day != NULL && (date == NULL || g_strcmp0 (date, self->day) == 0))
        circ_record_set_text (piece->draft, CIRC_EVIDENCE_DATE, day);
    }
  if (day == NULL)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
}

guint
circ_evidence_rows_get_n (CircEvidenceRows *self)
{
  g_return_val_if_fail (CIRC_IS_EVIDENCE_ROWS (self), 0);
  return self->pieces->len;
}

gboolean
circ_evidence_rows_commit (CircEvidenceRows *self)
{
  g_return_val_if_fail (CIRC_IS_EVIDENCE_ROWS (self), FALSE);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (!circ_form_commit (piece->form))
        return FALSE;
    }
  return TRUE;
}

gboolean
circ_evidence_rows_is_changed (CircEvidenceRows *self)
{
  g_return_val_if_fail (CIRC_IS_EVIDENCE_ROWS (self), FALSE);

  if (self->removed->len > 0)
    return TRUE;
  for (guint i = 0; i < self->pieces->len; i++)
    if (circ_evidence_piece_is_unsaved (g_ptr_array_index (self->pieces, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_gone (CircEvidenceRows *self,
         CircEvidencePiece *piece)
{
  return piece->saved != NULL &&
         circ_store_is_removed (circ_session_get_store (self->session), circ_record_get_id (piece->saved));
}

/* What was taken away elsewhere goes, unless somebody has written in it here: that becomes a piece of its own. */
static void
follow_gone (CircEvidenceRows *self,
             CircConflicts *conflicts)
{
  for (guint i = self->pieces->len; i-- > 0;)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (!is_gone (self, piece))
        continue;
      if (!circ_evidence_piece_is_unsaved (piece))
        {
          circ_evidence_piece_free (take_piece (self, i));
          continue;
        }
      g_clear_object (&piece->saved);
      circ_conflicts_add_sentence (conflicts, piece->form, CIRC_EVIDENCE_REFERENCE,
                                   _ ("Evidence that was changed here was taken away elsewhere meanwhile. Save again to keep"
                                      " yours, or take it away here too."));
    }
  for (guint i = self->removed->len; i-- > 0;)
    if (is_gone (self, g_ptr_array_index (self->removed, i)))
      g_ptr_array_remove_index (self->removed, i);
  renumber (self);
}

/* What was taken away here and changed elsewhere is there again, as it is now: nobody meant to take that away. */
static void
bring_back (CircEvidenceRows *self,
            CircConflicts *conflicts)
{
  for (guint i = self->removed->len; i-- > 0;)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->removed, i);
      CircEvidencePiece *shown;

      if (circ_draft_equal (piece->saved, piece->before))
        continue;
      shown = append_piece (self, piece->saved, circ_record_copy (piece->saved));
      g_ptr_array_remove_index (self->removed, i);
      circ_conflicts_add_sentence (conflicts, shown->form, CIRC_EVIDENCE_REFERENCE,
                                   _ ("Evidence that was taken away here was changed elsewhere meanwhile, so it is shown again."
                                      " Take it away once more if it is to go."));
    }
}

void
circ_evidence_rows_follow (CircEvidenceRows *self,
                           CircConflicts *conflicts)
{
  g_return_if_fail (CIRC_IS_EVIDENCE_ROWS (self));

  follow_gone (self, conflicts);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->saved != NULL)
        circ_conflicts_add (conflicts, piece->draft, piece->before, piece->saved, piece->form, NULL);
    }
  bring_back (self, conflicts);
}

GPtrArray *
circ_evidence_rows_list_new (CircEvidenceRows *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (CIRC_IS_EVIDENCE_ROWS (self), list);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->saved == NULL)
        g_ptr_array_add (list, g_object_ref (piece->draft));
    }
  return list;
}

void
circ_evidence_rows_add_changes (CircEvidenceRows *self,
                                CircChange *change)
{
  g_return_if_fail (CIRC_IS_EVIDENCE_ROWS (self));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      CircEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      for (guint f = 0; piece->saved != NULL && f < circ_evidence_kind.n_fields; f++)
        if (!circ_value_equal (circ_record_get (piece->draft, f), circ_record_get (piece->saved, f)))
          circ_change_set (change, piece->saved, f, circ_record_get (piece->draft, f));
    }
  for (guint i = 0; i < self->removed->len; i++)
    circ_change_remove (change, ((CircEvidencePiece *) self->removed->pdata[i])->saved);
}
