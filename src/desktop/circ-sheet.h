/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What the small windows that save with a button look like: a header bar with Cancel and that button, and beneath it one
 * column. The class installs the action "sheet.save"; Ctrl+Enter is it too, and Escape closes.
 */
void circ_sheet_class_init (GtkWidgetClass *widget_class,
                            GtkWidgetActionActivateFunc save);
/* The column. @parent: the window that it stands before. (transfer none) */
GtkWidget *circ_sheet_set_up (AdwWindow *self,
                              GtkWidget *parent,
                              const char *title,
                              GtkWidget *save_button);

/* For a window that asks for a line or two: Enter in one of them saves as well. */
void circ_sheet_save_on_enter (AdwWindow *self);

G_END_DECLS
