/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *circ_due_words (const char *due_on,
                      const char *today);

G_END_DECLS
