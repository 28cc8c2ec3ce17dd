/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-export-job.h"
#include "circ-export-window.h"
#include "circ-preview.h"

G_BEGIN_DECLS

struct _CircExportWindow {
  AdwWindow parent_instance;

  /* template */
  GtkButton *cancel_button;
  GtkWidget *plan_button;
  GtkLabel *document_label;
  GtkLabel *format_label;
  AdwActionRow *view_row;
  AdwActionRow *all_row;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkLabel *error_label;
  GtkWidget *notes_group;
  GtkLabel *notes_title;
  GtkBox *notes_box;
  CircPreview *preview;

  CircSession *session;   /* (owned) */
  CircPlanView *view;     /* (owned) */
  CircPlanView *all_view; /* (owned) */
  CircPlanDocument document;
  CircExportFormat format;
  gboolean all;

  GBytes *pdf;                /* (owned) (nullable): what is previewed */
  GCancellable *previewing;   /* (owned) (nullable) */
  CircExportJob *saving;      /* (owned) (nullable) */
  GFile *target;              /* (owned) (nullable): what @saving writes */
  GCancellable *cancellable;  /* (owned) (nullable): of @saving */
  guint progress_source;
  guint n_looks;
};

/* circ-export-window.c */

/* What is to be in the document, as things stand. */
const CircPlanView *circ_export_window_get_view (CircExportWindow *self);
void circ_export_window_update_actions (CircExportWindow *self);
/* NULL: there is none any more. */
void circ_export_window_show_error (CircExportWindow *self,
                                    const char *text);

/* circ-export-window-save.c: the actions "export.save" and "export.save-to" */
void circ_export_window_save (GtkWidget *widget,
                              const char *action,
                              GVariant *parameter);
void circ_export_window_save_to (GtkWidget *widget,
                                 const char *action,
                                 GVariant *parameter);

G_END_DECLS
