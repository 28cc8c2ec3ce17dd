/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

/* A folder of the target's own, in memory where that is possible, removed at the end. Returns: (transfer full): the name
 * of a file in it. */
char *fuzz_place_new (const char *name);
/* A new file with an item of the plan, an audience and their history. */
CircStore *fuzz_store_new (const char *path);
