/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix-source.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_MATRIX_MODEL (circ_matrix_model_get_type ())
G_DECLARE_FINAL_TYPE (CircMatrixModel, circ_matrix_model, CIRC, MATRIX_MODEL, GObject)

/* In the place of a row or a column: the head of the other. */
#define CIRC_MATRIX_HEAD -1

/**
 * CircMatrixModel:
 *
 * One version of the matrix as the page of audiences shows it: rows are methods by category, columns audiences by side, each
 * in their order. It follows the file while somebody looks.
 *
 * Signals:
 * "reset": rows or columns are others now, or all of it is
 * "changed" (int row, int column): what is said of that pair; both -1: of any
 */
CircMatrixModel *circ_matrix_model_new (CircSession *session);
CircSession *circ_matrix_model_get_session (CircMatrixModel *self);
/* Nothing is read before it is looked at, nor while it is not. */
void circ_matrix_model_set_active (CircMatrixModel *self,
                                   gboolean active);

/* Which version: an id, or 0 for the one to work on. */
void circ_matrix_model_set_version (CircMatrixModel *self,
                                    gint64 id);
/* (transfer none) (nullable): NULL before anything was read */
CircMatrixSource *circ_matrix_model_get_source (CircMatrixModel *self);
gboolean circ_matrix_model_is_editable (CircMatrixModel *self);
/* The reporting year of today. */
const CircReportYear *circ_matrix_model_get_year (CircMatrixModel *self);

/* What was really done in @period beside each pair; NULL: it is not shown. */
void circ_matrix_model_set_use_period (CircMatrixModel *self,
                                       const CircPeriod *period);
const CircPeriod *circ_matrix_model_get_use_period (CircMatrixModel *self);
/* (transfer none) (nullable) */
CircMatrixUse *circ_matrix_model_get_use (CircMatrixModel *self);

guint circ_matrix_model_get_n_rows (CircMatrixModel *self);
guint circ_matrix_model_get_n_columns (CircMatrixModel *self);
/* The record of a head. (transfer none) */
CircRecord *circ_matrix_model_get_method (CircMatrixModel *self,
                                          int row);
CircRecord *circ_matrix_model_get_audience (CircMatrixModel *self,
                                            int column);
/* The category of a row, the side of a column. (transfer none) */
const char *circ_matrix_model_get_row_group (CircMatrixModel *self,
                                             int row);
const char *circ_matrix_model_get_column_group (CircMatrixModel *self,
                                                int column);
/* FALSE: one of them is not among the rows or columns. */
gboolean circ_matrix_model_find (CircMatrixModel *self,
                                 const CircMatrixPair *pair,
                                 int *row,
                                 int *column);
CircMatrixPair circ_matrix_model_get_pair (CircMatrixModel *self,
                                           int row,
                                           int column);
CircMatrixValue circ_matrix_model_get_value (CircMatrixModel *self,
                                             int row,
                                             int column);
gboolean circ_matrix_model_has_note (CircMatrixModel *self,
                                     int row,
                                     int column);
/* How often it was recorded in the period that is shown. */
guint circ_matrix_model_get_count (CircMatrixModel *self,
                                   int row,
                                   int column);
/* How a cell or a head is read out: "Website, Staff, used". (transfer full) */
char *circ_matrix_model_dup_name (CircMatrixModel *self,
                                  int row,
                                  int column);

/* Makes all pairs of a block @value, in one change. */
void circ_matrix_model_fill (CircMatrixModel *self,
                             GArray *pairs,
                             CircMatrixValue value);

G_END_DECLS
