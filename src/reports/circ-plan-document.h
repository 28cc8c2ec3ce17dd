/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-export.h"
#include "circ-plan-view.h"

G_BEGIN_DECLS

/* The documents that are made of a view of the plan. */
typedef enum {
  CIRC_PLAN_DOCUMENT_PLAN,
  CIRC_PLAN_DOCUMENT_PROGRESS,
  CIRC_N_PLAN_DOCUMENTS,
} CircPlanDocument;

/* The word typed on the command line. FALSE leaves @document alone. */
gboolean circ_plan_document_from_token (const char *token,
                                        CircPlanDocument *document);
const char *circ_plan_document_get_token (CircPlanDocument document);
const char *circ_plan_document_get_title (CircPlanDocument document);

/* What of @view the document shows. (transfer full) */
CircPlanView *circ_plan_document_dup_view (CircPlanDocument document,
                                           const CircPlanView *view);
CircReport *circ_plan_document_new_report (CircPlanDocument document,
                                           CircStore *store,
                                           const CircPlanView *view,
                                           const char *today,
                                           CircExportFormat format,
                                           GError **error);
/* A name for its file, without making it. (transfer full) */
char *circ_plan_document_dup_file_name (CircPlanDocument document,
                                        CircStore *store,
                                        const CircPlanView *view,
                                        const char *today,
                                        CircExportFormat format);

G_END_DECLS
