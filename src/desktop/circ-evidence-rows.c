/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-evidence-rows.h"

#include <glib/gi18n-lib.h>

#include "circ-draft.h"
#include "circ-evidence.h"
#include "circ-form.h"
#include "circ-method.h"
#include "circ-occurrence.h"

struct _CircEvidenceRows {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nothing;

  CircSession *session; /* (owned) */
  GPtrArray *pieces;    /* (owned) (element-type Piece) */
  GPtrArray *removed;   /* (owned) (element-type CircRecord): saved ones that are to go */
  char *day;
};

/* One piece of evidence on the screen. */
typedef struct {
  CircEvidenceRows *rows; /* (borrowed) */
  CircRecord *saved;      /* (owned) (nullable) */
  CircRecord *before;     /* (owned) */
  CircRecord *draft;      /* (owned) */
  GtkWidget *card;        /* (borrowed) */
  GtkWidget *heading;     /* (borrowed) */
  GtkWidget *remove;      /* (borrowed) */
  CircForm *form;         /* (borrowed) */
  const char *auto_title; /* what the title is while it follows the kind */
  gulong kind_handler;
} Piece;

G_DEFINE_FINAL_TYPE (CircEvidenceRows, circ_evidence_rows, GTK_TYPE_WIDGET)

enum {
  EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const int evidence_fields[] = {
  CIRC_EVIDENCE_KIND, CIRC_EVIDENCE_TITLE, CIRC_EVIDENCE_DATE, CIRC_EVIDENCE_LINK,
  CIRC_EVIDENCE_REFERENCE, CIRC_EVIDENCE_QUANTITY, -1,
};

static const CircFormSection sections[] = {
  { NULL, NULL, evidence_fields, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_clear_signal_handler (&piece->kind_handler, piece->draft);
  g_clear_object (&piece->saved);
  g_clear_object (&piece->before);
  g_clear_object (&piece->draft);
  g_free (piece);
}

static const char *
get_kind_title (CircRecord *evidence)
{
  const char *kind = circ_record_get_text (evidence, CIRC_EVIDENCE_KIND);

  return kind == NULL ? NULL : circ_field_get_choice_title (&circ_evidence_kind.fields[CIRC_EVIDENCE_KIND], kind);
}

/* The title is the kind's until somebody writes another. */
static void
kind_changed_cb (CircRecord *draft,
                 GParamSpec *pspec,
                 Piece *piece)
{
  const char *title = circ_record_get_text (draft, CIRC_EVIDENCE_TITLE);
  const char *kind_title = get_kind_title (draft);

  if (title == NULL || g_strcmp0 (title, piece->auto_title) == 0)
    circ_record_set_text (draft, CIRC_EVIDENCE_TITLE, kind_title);
  piece->auto_title = kind_title;
}

static void
renumber (CircEvidenceRows *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = g_ptr_array_index (self->pieces, i);
      g_autofree char *heading = g_strdup_printf (_ ("Evidence %u"), i + 1);
      g_autofree char *remove = g_strdup_printf (_ ("Remove Evidence %u"), i + 1);

      gtk_label_set_label (GTK_LABEL (piece->heading), heading);
      gtk_widget_set_tooltip_text (piece->remove, remove);
      gtk_accessible_update_property (GTK_ACCESSIBLE (piece->card), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (piece->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
    }
  gtk_widget_set_visible (self->nothing, self->pieces->len == 0);
}

/* Whether it would be lost if it went now. */
static gboolean
is_unsaved (Piece *piece)
{
  return piece->saved == NULL || circ_draft_is_pending (piece->form) || !circ_draft_equal (piece->draft, piece->before);
}

/* The form goes first: it would put what is still being typed into the draft. */
static void
drop_piece (CircEvidenceRows *self,
            guint position)
{
  Piece *piece = g_ptr_array_index (self->pieces, position);

  gtk_box_remove (GTK_BOX (self->box), piece->card);
  g_ptr_array_remove_index (self->pieces, position);
}

static void
remove_cb (GtkWidget *button,
           Piece *piece)
{
  CircEvidenceRows *self = piece->rows;
  guint position;

  if (!g_ptr_array_find (self->pieces, piece, &position))
    return;
  if (piece->saved != NULL)
    g_ptr_array_add (self->removed, g_object_ref (piece->saved));
  if (self->pieces->len > 1)
    {
      Piece *next = g_ptr_array_index (self->pieces, position > 0 ? position - 1 : 1);

      gtk_widget_grab_focus (next->remove);
    }
  drop_piece (self, position);
  renumber (self);
  if (self->pieces->len == 0)
    g_signal_emit (self, signals[EMPTIED], 0);
}

static GtkWidget *
create_card (Piece *piece)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *form = circ_form_new (piece->rows->session, &circ_evidence_kind, sections);

  piece->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (piece->heading), 0);
  gtk_widget_set_hexpand (piece->heading, TRUE);
  gtk_widget_add_css_class (piece->heading, "heading");
  piece->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (piece->remove, "flat");
  g_signal_connect (piece->remove, "clicked", G_CALLBACK (remove_cb), piece);
  gtk_box_append (GTK_BOX (header), piece->heading);
  gtk_box_append (GTK_BOX (header), piece->remove);
  gtk_widget_set_margin_start (header, 12);
  gtk_widget_set_margin_end (header, 6);
  gtk_widget_set_margin_top (header, 6);
  gtk_widget_set_margin_start (form, 12);
  gtk_widget_set_margin_end (form, 12);
  gtk_widget_set_margin_bottom (form, 12);
  gtk_box_append (GTK_BOX (card), header);
  gtk_box_append (GTK_BOX (card), form);
  gtk_widget_add_css_class (card, "card");
  piece->form = CIRC_FORM (form);
  circ_form_set_record (piece->form, piece->draft);

  return card;
}

/* A view scrolls to what gets the focus, but not to what has no place yet: the first frame gives it one. */
static gboolean
focus_cb (GtkWidget *card,
          GdkFrameClock *clock,
          gpointer user_data)
{
  Piece *piece = user_data;
  guint frames = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "circ-frames")) - 1;

  g_object_set_data (G_OBJECT (card), "circ-frames", GUINT_TO_POINTER (frames));
  if (frames > 0)
    return G_SOURCE_CONTINUE;
  circ_form_focus_field (piece->form, circ_record_get (piece->draft, CIRC_EVIDENCE_KIND) == NULL ? CIRC_EVIDENCE_KIND
                                                                                                  : CIRC_EVIDENCE_LINK);
  return G_SOURCE_REMOVE;
}

/* @draft is taken. */
static Piece *
append_piece (CircEvidenceRows *self,
              CircRecord *saved,
              CircRecord *draft)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->rows = self;
  piece->saved = saved != NULL ? g_object_ref (saved) : NULL;
  piece->draft = draft;
  piece->before = circ_record_copy (draft);
  piece->auto_title = get_kind_title (draft);
  piece->kind_handler = g_signal_connect (draft, "notify::kind", G_CALLBACK (kind_changed_cb), piece);
  piece->card = create_card (piece);
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
      Piece *piece = g_ptr_array_index (self->pieces, i);

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
      circ_record_set_text (draft, CIRC_EVIDENCE_TITLE, get_kind_title (draft));
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
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
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
    if (((Piece *) g_ptr_array_index (self->pieces, i - 1))->saved != NULL)
      drop_piece (self, i - 1);
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
  Piece *piece;

  g_return_if_fail (CIRC_IS_EVIDENCE_ROWS (self));

  draft = circ_record_new (CIRC_KIND_EVIDENCE);
  set_usual_kind (self, draft, find_method (self, occurrence));
  circ_record_set_text (draft, CIRC_EVIDENCE_DATE, self->day);
  circ_record_set_text (draft, CIRC_EVIDENCE_RECORDED_BY,
                        circ_store_get_person (circ_session_get_store (self->session)));
  piece = append_piece (self, NULL, draft);
  g_object_set_data (G_OBJECT (piece->card), "circ-frames", GUINT_TO_POINTER (2));
  gtk_widget_add_tick_callback (piece->card, focus_cb, piece, NULL);
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
      Piece *piece = g_ptr_array_index (self->pieces, i);
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
      Piece *piece = g_ptr_array_index (self->pieces, i);

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
    if (is_unsaved (g_ptr_array_index (self->pieces, i)))
      return TRUE;
  return FALSE;
}

char *
circ_evidence_rows_follow (CircEvidenceRows *self)
{
  char *sentence = NULL;

  g_return_val_if_fail (CIRC_IS_EVIDENCE_ROWS (self), NULL);

  for (guint i = 0; i < self->pieces->len && sentence == NULL; i++)
    {
      Piece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->saved != NULL)
        sentence = circ_draft_offer (piece->draft, piece->before, piece->saved, piece->form, NULL);
    }
  return sentence;
}

GPtrArray *
circ_evidence_rows_list_new (CircEvidenceRows *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (CIRC_IS_EVIDENCE_ROWS (self), list);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = g_ptr_array_index (self->pieces, i);

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
      Piece *piece = g_ptr_array_index (self->pieces, i);

      for (guint f = 0; piece->saved != NULL && f < circ_evidence_kind.n_fields; f++)
        if (!circ_value_equal (circ_record_get (piece->draft, f), circ_record_get (piece->saved, f)))
          circ_change_set (change, piece->saved, f, circ_record_get (piece->draft, f));
    }
  for (guint i = 0; i < self->removed->len; i++)
    circ_change_remove (change, self->removed->pdata[i]);
}
