/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-matrix-source.h"
#include "circ-session.h"

G_BEGIN_DECLS

/* A window that says in which pairs two versions differ. */
void circ_matrix_differences_present (CircSession *session,
                                      GtkWidget *parent,
                                      CircMatrixSource *before,
                                      CircMatrixSource *after);
/* How a version is called where there are several: "Approved on 20 March 2026: Audiences and methods". (transfer full) */
char *circ_matrix_version_dup_words (CircRecord *version);

G_END_DECLS
