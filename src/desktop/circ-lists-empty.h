/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-kind.h"

G_BEGIN_DECLS

/* Says in words why a reference list shows nothing, and labels the button that does something about it: clears the
 * search, goes back to what is in use, or adds the first entry. */
void circ_lists_empty_say (AdwStatusPage *page,
                           GtkButton *button,
                           CircKindId kind,
                           gboolean searching,
                           gboolean retired);

G_END_DECLS
