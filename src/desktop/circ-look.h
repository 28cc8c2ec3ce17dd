/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-kind.h"

G_BEGIN_DECLS

/* The symbolic icon that stands for a kind of record, everywhere in the window. */
const char *circ_look_get_kind_icon (CircKindId kind);

G_END_DECLS
