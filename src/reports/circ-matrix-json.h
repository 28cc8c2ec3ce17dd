/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-matrix-source.h"

G_BEGIN_DECLS

char *circ_matrix_json_new (CircMatrixSource *source,
                            const CircPeriod *period,
                            CircMatrixUse *use);

G_END_DECLS
