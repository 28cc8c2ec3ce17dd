/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libxlsxwriter speaks of what goes wrong on standard error, with file names and with values from the cells, and cannot
 * be told not to. The person gets our own sentence; a log gets nothing personal. */
#include "config.h"

#include "circ-hush.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static GMutex lock;
static guint depth;     /* (guarded by lock) */
static int kept = -1;   /* (guarded by lock) standard error as it was; -1: it could not be put aside */

void
circ_hush_begin (void)
{
  int nothing;

  g_mutex_lock (&lock);
  if (depth++ == 0 && (nothing = open ("/dev/null", O_WRONLY | O_CLOEXEC)) >= 0)
    {
      fflush (stderr);
      kept = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
      if (kept >= 0)
        dup2 (nothing, STDERR_FILENO);
      close (nothing);
    }
  g_mutex_unlock (&lock);
}

void
circ_hush_end (void)
{
  g_mutex_lock (&lock);
  g_assert (depth > 0);
  if (--depth == 0 && kept >= 0)
    {
      fflush (stderr);
      dup2 (kept, STDERR_FILENO);
      close (kept);
      kept = -1;
    }
  g_mutex_unlock (&lock);
}
