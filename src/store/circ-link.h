/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-row-values.h"

#include "circ-db.h"

G_BEGIN_DECLS

/* Adds @links (element-type CircLink) of @source: those of all its fields, or of one. */
gboolean circ_link_insert (CircDb *db,
                           const CircKind *kind,
                           gint64 source,
                           GArray *links,
                           GError **error);
/* Puts what @record refers to in @field in the place of what it did. */
gboolean circ_link_update (CircDb *db,
                           CircRecord *record,
                           guint field,
                           GError **error);
gboolean circ_link_remove (CircDb *db,
                           gint64 source,
                           GError **error);

G_END_DECLS
