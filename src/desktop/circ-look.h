/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-kind.h"

G_BEGIN_DECLS

/* The symbolic icon that stands for a kind of record, everywhere in the window. */
const char *circ_look_get_kind_icon (CircKindId kind);
/* A format with one %s for the name: what a new record of @kind made in passing is offered as; NULL when it is not. */
const char *circ_look_get_add_format (CircKindId kind);

G_END_DECLS
