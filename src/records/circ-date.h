/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar date travels as ISO 8601 text, "2026-11-21"; GDate only where one is computed with. */

char *circ_date_today (void);
char *circ_instant_now (void);
gboolean circ_date_is_valid (const char *iso);
gboolean circ_date_to_gdate (const char *iso,
                             GDate *date);
char *circ_date_from_gdate (const GDate *date);
/* The day of an instant where this computer is; NULL for what is none. */
char *circ_date_from_instant (const char *instant);
char *circ_date_add_days (const char *iso,
                          int days);
char *circ_date_add_years (const char *iso,
                           int years);
char *circ_date_parse (const char *text,
                       const char *today,
                       GError **error);
char *circ_date_format (const char *iso);
char *circ_date_format_short (const char *iso,
                              const char *today);
char *circ_date_format_long (const char *iso);
char *circ_instant_format (const char *iso);

G_END_DECLS
