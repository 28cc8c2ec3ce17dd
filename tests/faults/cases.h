/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultCase:
 * @prepare: puts into the folder @root what the operation needs
 * @run: does it, in a process of its own, calling case_begin() where the counting is to start; returns its exit status:
 *   0 done; 1 failed, with one line on standard error
 * @again: tries once more on the same open store after a failure, so that it is always done in the end
 */
typedef struct {
  const char *name;
  void (*prepare) (const char *root,
                   const char *detail);
  int (*run) (const char *root,
              const char *detail);
  const char *detail;
  gboolean again;
} FaultCase;

/* (transfer full) (element-type FaultCase) */
GPtrArray *cases_new (void);

/* Of the driver: the faults begin, and are over. */
void case_begin (void);
void case_end (void);

G_END_DECLS
