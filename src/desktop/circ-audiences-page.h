/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-page.h"

G_BEGIN_DECLS

#define CIRC_TYPE_AUDIENCES_PAGE (circ_audiences_page_get_type ())
G_DECLARE_FINAL_TYPE (CircAudiencesPage, circ_audiences_page, CIRC, AUDIENCES_PAGE, GtkWidget)

/**
 * CircAudiencesPage:
 *
 * Which audience is reached by which method, to be worked on in a grid (CircMatrixGrid), with what there is to know of the
 * chosen pair beside it. On a narrow page the two take turns.
 *
 * Actions beside those of CircPage: "page.next-pane" and "page.previous-pane" (F6, Shift+F6), "audiences.version" and
 * "audiences.compare" ("x": the id of a version), "audiences.new-draft", "audiences.approve", "audiences.rename",
 * "audiences.delete".
 */
GtkWidget *circ_audiences_page_new (CircSession *session);

G_END_DECLS
