/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>

/**
 * A library that stands before libc: linked to a program ahead of it, or preloaded, it counts the file operations below
 * one folder, whoever makes them, and fails the one it is told to. Also holds the wall clock still while it watches, so
 * that two runs of one operation write the same bytes.
 *
 * Only paths that are absolute and descriptors that were opened by such a path are seen. One thread at a time.
 */

typedef enum {
  FAULT_CREATE = 1 << 0, /* an open that makes a file */
  FAULT_OPEN = 1 << 1,   /* any other, a folder's included */
  FAULT_READ = 1 << 2,
  FAULT_WRITE = 1 << 3,
  FAULT_SYNC = 1 << 4,
  FAULT_TRUNCATE = 1 << 5,
  FAULT_RENAME = 1 << 6,
  FAULT_LINK = 1 << 7,
  FAULT_UNLINK = 1 << 8, /* of a file or an empty folder */
  FAULT_FOLDER = 1 << 9, /* making one */
  FAULT_MAP = 1 << 10,
  FAULT_CLOSE = 1 << 11, /* the descriptor is closed all the same, as on Linux */
  FAULT_MODE = 1 << 12,  /* of a file: chmod and the like */
  FAULT_LOOK = 1 << 13,  /* whether a file is there, and what it is */
  FAULT_LOCK = 1 << 14,
  FAULT_ANY = (1 << 15) - 1,
} FaultKinds;

/* The one that is failed writes half of what it was given and says so. */
#define FAULT_SHORT (-1)

/* Counts the operations of @kinds below @folder from now on. */
void fault_watch (const char *folder,
                  unsigned kinds);
/* Fails operation @number (from 1) with @error, and those after it too if @lasting. A write that is out of room writes
 * half of what it was given first. */
void fault_arm (unsigned number,
                int error,
                bool lasting);
/* Lets everything through again and counts no more. */
void fault_rest (void);
unsigned fault_count (void);
/* What was failed first, "write data/test.circulate-wal"; empty when nothing was. */
const char *fault_describe (void);
unsigned fault_get_kind (void);
