/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-matrix-model.h"

#include <glib/gi18n-lib.h>

#include "circ-audience.h"
#include "circ-matrix-cell.h"
#include "circ-matrix-edit.h"
#include "circ-method.h"
#include "circ-plan-view.h"

/* More cells than these are told of together. */
#define MANY 8

struct _CircMatrixModel {
  GObject parent_instance;

  CircSession *session;     /* (owned) */
  CircMatrixSource *source; /* (owned) (nullable) */
  CircMatrixUse *use;       /* (owned) (nullable) */
  GPtrArray *rows;          /* (owned) (element-type CircRecord): methods as they are shown */
  GPtrArray *columns;       /* (owned) (element-type CircRecord) */
  CircReportYear year;
  CircPeriod use_period; /* its days are "" while what was done is not shown */
  gint64 version; /* 0: the one to work on */
  gboolean active;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (CircMatrixModel, circ_matrix_model, G_TYPE_OBJECT)

enum {
  RESET,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static CircStore *
get_store (CircMatrixModel *self)
{
  return circ_session_get_store (self->session);
}

/* By the order of the choices of @field, and within one as they were. */
static void
sort_by_choice (GPtrArray *target,
                GPtrArray *heads,
                const CircField *field,
                guint index)
{
  g_ptr_array_set_size (target, 0);
  for (const CircChoice *choice = field->choices; choice->token != NULL; choice++)
    for (guint i = 0; i < heads->len; i++)
      if (g_strcmp0 (circ_record_get_text (heads->pdata[i], index), choice->token) == 0)
        g_ptr_array_add (target, g_object_ref (heads->pdata[i]));
  /* What has no group comes last. */
  for (guint i = 0; i < heads->len; i++)
    if (!g_ptr_array_find (target, heads->pdata[i], NULL))
      g_ptr_array_add (target, g_object_ref (heads->pdata[i]));
}

static void
read_use (CircMatrixModel *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->use, circ_matrix_use_free);
  if (*self->use_period.from == '\0')
    return;
  self->use = circ_matrix_use_read (get_store (self), &self->use_period, &error);
  if (self->use == NULL)
    circ_session_report (self->session, error);
}

static void
read_all (CircMatrixModel *self)
{
  g_autoptr (GError) error = NULL;
  CircMatrixSource *source;

  self->stale = FALSE;
  circ_store_get_report_year (get_store (self), circ_session_get_today (self->session), &self->year);
  /* A version that was undone or removed is not there to be shown. */
  if (self->version != 0 && circ_store_is_removed (get_store (self), self->version))
    self->version = 0;
  source = circ_matrix_source_new_version (get_store (self), &self->year, self->version, &error);
  if (source == NULL)
    {
      circ_session_report (self->session, error);
      return;
    }
  g_clear_pointer (&self->source, circ_matrix_source_free);
  self->source = source;
  sort_by_choice (self->rows, source->methods, &circ_method_kind.fields[CIRC_METHOD_CATEGORY], CIRC_METHOD_CATEGORY);
  sort_by_choice (self->columns, source->audiences, &circ_audience_kind.fields[CIRC_AUDIENCE_SIDE], CIRC_AUDIENCE_SIDE);
  read_use (self);
  g_signal_emit (self, signals[RESET], 0);
}

/* A toggle is on the screen at once: only its cell is looked at. FALSE: @id is more than that. */
static gboolean
note_cell (CircMatrixModel *self,
           gint64 id,
           gboolean tell)
{
  g_autoptr (CircRecord) record = NULL;
  CircMatrixPair pair;
  int row;
  int column;

  if (circ_store_is_removed (get_store (self), id))
    return FALSE;
  record = circ_store_get (get_store (self), id, NULL);
  if (record == NULL || circ_record_get_kind (record)->id != CIRC_KIND_MATRIX_CELL)
    return FALSE;
  pair.method = circ_record_get_int (record, CIRC_MATRIX_CELL_METHOD);
  pair.audience = circ_record_get_int (record, CIRC_MATRIX_CELL_AUDIENCE);
  if (!circ_matrix_model_find (self, &pair, &row, &column))
    return FALSE;
  if (circ_matrix_source_note_cell (self->source, record) && tell)
    g_signal_emit (self, signals[CHANGED], 0, row, column);
  return TRUE;
}

/* Whether what became of @id has nothing to do with the matrix as it is shown. */
static gboolean
is_foreign (CircMatrixModel *self,
            gint64 id)
{
  const CircKind *kind = circ_store_get_kind_of (get_store (self), id, NULL);

  if (kind == NULL)
    return FALSE;
  switch (kind->id)
    {
    case CIRC_KIND_MATRIX:
    case CIRC_KIND_MATRIX_CELL:
    case CIRC_KIND_METHOD:
    case CIRC_KIND_AUDIENCE:
    case CIRC_KIND_PARTNERSHIP:
      return FALSE;
    case CIRC_KIND_OCCURRENCE:
    case CIRC_KIND_PLAN_ITEM:
    case CIRC_KIND_CIRCULATION_LIST:
      return self->use == NULL;
    default:
      return TRUE;
    }
}

static void
store_changed_cb (CircMatrixModel *self,
                  GArray *ids)
{
  gboolean many = ids != NULL && ids->len > MANY;

  if (self->source == NULL)
    return;
  self->stale |= ids == NULL;
  for (guint i = 0; ids != NULL && i < ids->len && !self->stale; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      self->stale = !note_cell (self, id, !many) && !is_foreign (self, id);
    }
  /* Of a block, once. */
  if (many && !self->stale)
    g_signal_emit (self, signals[CHANGED], 0, CIRC_MATRIX_HEAD, CIRC_MATRIX_HEAD);
  if (self->stale && self->active)
    read_all (self);
}

static void
day_cb (CircMatrixModel *self)
{
  self->stale = TRUE;
  if (self->active)
    read_all (self);
}

static void
circ_matrix_model_dispose (GObject *object)
{
  CircMatrixModel *self = CIRC_MATRIX_MODEL (object);

  g_clear_pointer (&self->source, circ_matrix_source_free);
  g_clear_pointer (&self->use, circ_matrix_use_free);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->columns, 0);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_matrix_model_parent_class)->dispose (object);
}

static void
circ_matrix_model_finalize (GObject *object)
{
  CircMatrixModel *self = CIRC_MATRIX_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (circ_matrix_model_parent_class)->finalize (object);
}

static void
circ_matrix_model_class_init (CircMatrixModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_matrix_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = circ_matrix_model_finalize;
  signals[RESET] = g_signal_new ("reset", CIRC_TYPE_MATRIX_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", CIRC_TYPE_MATRIX_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_INT, G_TYPE_INT);
}

static void
circ_matrix_model_init (CircMatrixModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->stale = TRUE;
}

CircMatrixModel *
circ_matrix_model_new (CircSession *session)
{
  CircMatrixModel *self = g_object_new (CIRC_TYPE_MATRIX_MODEL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  return self;
}

CircSession *
circ_matrix_model_get_session (CircMatrixModel *self)
{
  return self->session;
}

void
circ_matrix_model_set_active (CircMatrixModel *self,
                              gboolean active)
{
  self->active = active;
  if (active && self->stale)
    read_all (self);
}

void
circ_matrix_model_set_version (CircMatrixModel *self,
                               gint64 id)
{
  self->version = id;
  read_all (self);
}

CircMatrixSource *
circ_matrix_model_get_source (CircMatrixModel *self)
{
  return self->source;
}

gboolean
circ_matrix_model_is_editable (CircMatrixModel *self)
{
  return self->source != NULL && !circ_session_get_read_only (self->session) &&
         (self->source->version == NULL || circ_matrix_source_is_draft (self->source));
}

const CircReportYear *
circ_matrix_model_get_year (CircMatrixModel *self)
{
  return &self->year;
}

void
circ_matrix_model_set_use_period (CircMatrixModel *self,
                                  const CircPeriod *period)
{
  static const CircPeriod none = { 0 };

  self->use_period = period != NULL ? *period : none;
  read_use (self);
  g_signal_emit (self, signals[CHANGED], 0, CIRC_MATRIX_HEAD, CIRC_MATRIX_HEAD);
}

const CircPeriod *
circ_matrix_model_get_use_period (CircMatrixModel *self)
{
  return *self->use_period.from != '\0' ? &self->use_period : NULL;
}

CircMatrixUse *
circ_matrix_model_get_use (CircMatrixModel *self)
{
  return self->use;
}

guint
circ_matrix_model_get_n_rows (CircMatrixModel *self)
{
  return self->rows->len;
}

guint
circ_matrix_model_get_n_columns (CircMatrixModel *self)
{
  return self->columns->len;
}

CircRecord *
circ_matrix_model_get_method (CircMatrixModel *self,
                              int row)
{
  return self->rows->pdata[row];
}

CircRecord *
circ_matrix_model_get_audience (CircMatrixModel *self,
                                int column)
{
  return self->columns->pdata[column];
}

const char *
circ_matrix_model_get_row_group (CircMatrixModel *self,
                                 int row)
{
  const char *token = circ_record_get_text (self->rows->pdata[row], CIRC_METHOD_CATEGORY);

  return token != NULL ? circ_field_get_choice_title (&circ_method_kind.fields[CIRC_METHOD_CATEGORY], token) : "";
}

const char *
circ_matrix_model_get_column_group (CircMatrixModel *self,
                                    int column)
{
  const char *token = circ_record_get_text (self->columns->pdata[column], CIRC_AUDIENCE_SIDE);

  return token != NULL ? circ_field_get_choice_title (&circ_audience_kind.fields[CIRC_AUDIENCE_SIDE], token) : "";
}

static int
find_head (GPtrArray *heads,
           gint64 id)
{
  for (guint i = 0; i < heads->len; i++)
    if (circ_record_get_id (heads->pdata[i]) == id)
      return (int) i;
  return CIRC_MATRIX_HEAD;
}

gboolean
circ_matrix_model_find (CircMatrixModel *self,
                        const CircMatrixPair *pair,
                        int *row,
                        int *column)
{
  *row = find_head (self->rows, pair->method);
  *column = find_head (self->columns, pair->audience);
  return *row != CIRC_MATRIX_HEAD && *column != CIRC_MATRIX_HEAD;
}

CircMatrixPair
circ_matrix_model_get_pair (CircMatrixModel *self,
                            int row,
                            int column)
{
  return (CircMatrixPair) { circ_record_get_id (self->rows->pdata[row]), circ_record_get_id (self->columns->pdata[column]) };
}

CircMatrixValue
circ_matrix_model_get_value (CircMatrixModel *self,
                             int row,
                             int column)
{
  CircMatrixPair pair = circ_matrix_model_get_pair (self, row, column);

  return circ_matrix_get (self->source->matrix, pair.method, pair.audience);
}

gboolean
circ_matrix_model_has_note (CircMatrixModel *self,
                            int row,
                            int column)
{
  CircMatrixPair pair = circ_matrix_model_get_pair (self, row, column);
  CircRecord *cell = circ_matrix_source_get_cell (self->source, pair.method, pair.audience);

  return cell != NULL && circ_record_get (cell, CIRC_MATRIX_CELL_NOTE) != NULL;
}

guint
circ_matrix_model_get_count (CircMatrixModel *self,
                             int row,
                             int column)
{
  CircMatrixPair pair = circ_matrix_model_get_pair (self, row, column);

  return self->use != NULL ? circ_matrix_use_get (self->use, pair.method, pair.audience) : 0;
}

static char *
dup_head_name (CircMatrixModel *self,
               int row,
               int column)
{
  gboolean is_row = column == CIRC_MATRIX_HEAD;
  CircRecord *record = is_row ? self->rows->pdata[row] : self->columns->pdata[column];
  g_autofree char *name = circ_record_dup_title (record);
  gint64 id = circ_record_get_id (record);
  guint n = is_row ? circ_matrix_count_method (self->source->matrix, id) : circ_matrix_count_audience (self->source->matrix, id);

  if (is_row)
    /* translators: read aloud: a method, its category (Print), and for how many audiences it is used */
    return g_strdup_printf (ngettext ("%1$s, %2$s, used for %3$u audience", "%1$s, %2$s, used for %3$u audiences", n), name,
                            circ_matrix_model_get_row_group (self, row), n);
  /* translators: read aloud: an audience, its side (Internal), and how many methods are used for it */
  return g_strdup_printf (ngettext ("%1$s, %2$s, %3$u method used", "%1$s, %2$s, %3$u methods used", n), name,
                          circ_matrix_model_get_column_group (self, column), n);
}

char *
circ_matrix_model_dup_name (CircMatrixModel *self,
                            int row,
                            int column)
{
  g_autofree char *method = NULL;
  g_autofree char *audience = NULL;
  g_autofree char *name = NULL;
  g_autofree char *counted = NULL;
  guint n;

  if (row == CIRC_MATRIX_HEAD || column == CIRC_MATRIX_HEAD)
    return dup_head_name (self, row, column);
  method = circ_record_dup_title (self->rows->pdata[row]);
  audience = circ_record_dup_title (self->columns->pdata[column]);
  /* translators: a cell of the matrix, read aloud: a method, an audience, and what is said of the two: Website, Staff, used */
  name = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), method, audience,
                          circ_matrix_value_get_word (circ_matrix_model_get_value (self, row, column)));
  n = circ_matrix_model_get_count (self, row, column);
  if (self->use == NULL)
    counted = g_steal_pointer (&name);
  else
    /* translators: read aloud: a cell of the matrix, and how often it was really done */
    counted = g_strdup_printf (ngettext ("%1$s, recorded %2$u time", "%1$s, recorded %2$u times", n), name, n);
  if (!circ_matrix_model_has_note (self, row, column))
    return g_steal_pointer (&counted);
  /* translators: read aloud: a cell of the matrix that somebody has put a note to */
  return g_strdup_printf (_ ("%s, with a note"), counted);
}

void
circ_matrix_model_fill (CircMatrixModel *self,
                        GArray *pairs,
                        CircMatrixValue value)
{
  g_autoptr (CircChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (self->source == NULL || circ_session_get_read_only (self->session))
    return;
  if (!circ_matrix_model_is_editable (self))
    {
      circ_session_tell (self->session, _ ("What was approved stays as it is. Make a new draft to change it."));
      return;
    }
  change = circ_matrix_fill_change (get_store (self), self->source, &self->year, pairs, value);
  /* What one cell says is there to be seen; of a whole block one may want to hear how to take it back. */
  if (change != NULL && circ_change_get_n_parts (change) > 1)
    circ_session_apply (self->session, change);
  else if (change != NULL && !circ_session_apply_quietly (self->session, change, &error))
    circ_session_report (self->session, error);
}
