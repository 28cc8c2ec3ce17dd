/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CIRC_TYPE_RULES_PAGE (circ_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (CircRulesPage, circ_rules_page, CIRC, RULES_PAGE, GtkWidget)

/* What the law and the guidance set: each number with its source, and whether somebody has checked it. A page of the
 * preferences; each edit is one change. */
GtkWidget *circ_rules_page_new (CircSession *session);
/* Saves what is pending; FALSE when it cannot be saved. */
gboolean circ_rules_page_commit (CircRulesPage *self);

G_END_DECLS
