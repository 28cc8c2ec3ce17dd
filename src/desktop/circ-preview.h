/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-preview-pages.h"

G_BEGIN_DECLS

#define CIRC_TYPE_PREVIEW (circ_preview_get_type ())
G_DECLARE_FINAL_TYPE (CircPreview, circ_preview, CIRC, PREVIEW, GtkWidget)

/**
 * CircPreview:
 *
 * The pages of a PDF with page number and zoom; or, while there are none, a spinner or a message.
 *
 * Actions: "preview.zoom-in", "preview.zoom-out" (also Ctrl and + or -), "preview.fit-width" (Ctrl+0).
 */
GtkWidget *circ_preview_new (void);
/* FALSE with @error when it is not a PDF that can be shown. */
gboolean circ_preview_set_pdf (CircPreview *self,
                               GBytes *pdf,
                               GError **error);
/* A spinner over @text. */
void circ_preview_set_busy (CircPreview *self,
                            const char *text);
void circ_preview_set_message (CircPreview *self,
                               const char *icon_name,
                               const char *title,
                               const char *description);

G_END_DECLS
