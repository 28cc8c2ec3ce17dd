/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

/* The rows of a reference list: a name and one line beneath, following their record. (transfer full) */
GtkListItemFactory *circ_lists_rows_new (CircSession *session);

G_END_DECLS
