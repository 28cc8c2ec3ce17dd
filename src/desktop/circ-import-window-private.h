/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The import window between its two files. */

#include "circ-import-window.h"

#include "circ-banner.h"
#include "circ-check-button.h"
#include "circ-import-matching.h"
#include "circ-import-preview.h"
#include "circ-plan-import.h"

G_BEGIN_DECLS

struct _CircImportWindow {
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkButton *another_button;
  CircBanner *banner;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkButton *choose_button;
  GtkBox *matching_place;
  GtkBox *preview_place;
  GtkSwitch *again_switch;
  GtkSwitch *missing_switch;
  GtkBox *bad_box;
  GtkLabel *bad_label;
  CircCheckButton *bad_check;
  GtkLabel *count_label;
  GtkButton *run_button;

  CircImportMatching *matching; /* (owned by the widget tree) */
  CircImportPreview *preview;

  CircSession *session;   /* (owned) */
  CircPlanImport *import; /* (owned) (nullable) */
  gulong handler;
  guint update_source;

  /* while a worker reads or saves */
  GtkSpinner *spinner;
  GtkLabel *busy_label;
  char *name; /* (owned) (nullable): of the file that is read */
  gboolean busy;
  GCancellable *cancellable; /* (owned) (nullable): only while it reads */
};

/* circ-import-window.c */
void circ_import_window_update (CircImportWindow *self);
void circ_import_window_changed (CircImportWindow *self);

/* circ-import-window-actions.c */
void circ_import_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
