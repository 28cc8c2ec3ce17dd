/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-document-error.h"

G_BEGIN_DECLS

/* A file that appears whole or not at all. */
typedef struct _CircAtomicFile CircAtomicFile;

CircAtomicFile *circ_atomic_file_new      (GFile           *target,
                                           GError         **error);
const char     *circ_atomic_file_get_path (CircAtomicFile  *self);
const char     *circ_atomic_file_get_name (CircAtomicFile  *self);
gboolean        circ_atomic_file_write    (CircAtomicFile  *self,
                                           const void      *data,
                                           gsize            n_bytes,
                                           GError         **error);
gboolean        circ_atomic_file_commit   (CircAtomicFile  *self,
                                           GError         **error);
void            circ_atomic_file_free     (CircAtomicFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircAtomicFile, circ_atomic_file_free)

G_END_DECLS
