/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault.h"

#define EXPORT __attribute__ ((visibility ("default")))
#define ALSO(name, other) EXPORT extern __typeof__ (name) other __attribute__ ((alias (#name)))

/* The next definition of the function that this is called in. */
#define REAL(name) \
  static __typeof__ (name) *real; \
  if (real == NULL) \
    real = (__typeof__ (name) *) dlsym (RTLD_NEXT, #name)

bool fault_is_watching (void);
bool fault_is_below (const char *path);
/* The path of a descriptor below the folder that is watched, or NULL. */
const char *fault_name_of (int fd);
