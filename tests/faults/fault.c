/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each function here has the name and the arguments of one of libc's, decides whether it fails, and calls that one. */
#undef _FILE_OFFSET_BITS /* the names must be these, not the 64-bit ones, which are aliases of them below */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "fault-private.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define MAX_DESCRIPTORS 1024

static struct {
  char folder[PATH_MAX];
  size_t length;
  unsigned kinds;
  unsigned count;
  unsigned number; /* 0: nothing is failed */
  int error;
  bool lasting;
  bool halved; /* a full disk took half a write already */
  unsigned kind;
  char what[PATH_MAX + 32];
} fault;

/* Every file that is open, by descriptor, since a folder may be watched later; (owned). */
static char *names[MAX_DESCRIPTORS];

static const char *
kind_name (unsigned kind)
{
  static const char *const titles[] = { "create", "open", "read", "write", "sync", "truncate", "rename", "link",
                                        "unlink", "mkdir", "mmap", "close", "chmod", "stat", "lock" };

  return titles[__builtin_ctz (kind)];
}

bool
fault_is_below (const char *path)
{
  return fault.length > 0 && path != NULL && strncmp (path, fault.folder, fault.length) == 0
         && (path[fault.length] == '/' || path[fault.length] == '\0');
}

bool
fault_is_watching (void)
{
  return fault.length > 0;
}

const char *
fault_name_of (int fd)
{
  return fd >= 0 && fd < MAX_DESCRIPTORS && fault_is_below (names[fd]) ? names[fd] : NULL;
}

static void
forget (int fd)
{
  if (fd < 0 || fd >= MAX_DESCRIPTORS)
    return;
  free (names[fd]);
  names[fd] = NULL;
}

static int
remember (int fd,
          const char *path)
{
  if (fd >= 0 && fd < MAX_DESCRIPTORS && path[0] == '/')
    {
      free (names[fd]);
      names[fd] = strdup (path);
    }
  return fd;
}

/* Returns what an operation of @kind on @path is to fail with: 0 for nothing. */
static int
decide (unsigned kind,
        const char *path)
{
  if (!fault_is_below (path) || !(kind & fault.kinds))
    return 0;
  fault.count++;
  if (fault.number == 0 || fault.count < fault.number || (fault.count > fault.number && !fault.lasting))
    return 0;
  if (fault.what[0] == '\0')
    {
      fault.kind = kind;
      snprintf (fault.what, sizeof fault.what, "%s %s", kind_name (kind), path + fault.length);
    }
  return fault.error;
}

static bool
fails (unsigned kind,
       const char *path)
{
  int error = decide (kind, path);

  if (error > 0)
    errno = error;
  return error > 0;
}

/* How much of a write of @size is to be done; -1 with errno for none. */
static ssize_t
admit (int fd,
       size_t size)
{
  int error = decide (FAULT_WRITE, fault_name_of (fd));

  if (error == 0)
    return (ssize_t) size;
  if (error == FAULT_SHORT)
    return size > 1 ? (ssize_t) size / 2 : (ssize_t) size;
  if (error == ENOSPC && !fault.halved && size > 1)
    {
      fault.halved = true;
      return (ssize_t) size / 2;
    }
  errno = error;
  return -1;
}

EXPORT void
fault_watch (const char *folder,
             unsigned kinds)
{
  memset (&fault, 0, sizeof fault);
  fault.kinds = kinds;
  fault.length = strlen (folder);
  memcpy (fault.folder, folder, fault.length);
}

EXPORT void
fault_arm (unsigned number,
           int error,
           bool lasting)
{
  fault.number = number;
  fault.error = error;
  fault.lasting = lasting;
}

EXPORT void
fault_rest (void)
{
  fault.kinds = 0;
}

EXPORT unsigned
fault_count (void)
{
  return fault.count;
}

EXPORT const char *
fault_describe (void)
{
  return fault.what;
}

EXPORT unsigned
fault_get_kind (void)
{
  return fault.kind;
}

/* For a program that was not built for it: LD_PRELOAD, and CIRC_FAULT="KINDS NUMBER ERROR LASTING FOLDER", say
 * "32767 12 28 1 /tmp/files". */
__attribute__ ((constructor)) static void
start (void)
{
  const char *wish = getenv ("CIRC_FAULT");
  unsigned kinds, number;
  int error, lasting, rest = 0;

  if (wish == NULL || sscanf (wish, "%u %u %d %d %n", &kinds, &number, &error, &lasting, &rest) != 4 || rest == 0)
    return;
  fault_watch (wish + rest, kinds);
  fault_arm (number, error, lasting != 0);
}

/* Names. */

static unsigned
kind_of_open (const char *path,
              int flags)
{
  struct stat status;

  return (flags & O_CREAT) && fault_is_below (path) && fstatat (AT_FDCWD, path, &status, 0) != 0 ? FAULT_CREATE : FAULT_OPEN;
}

EXPORT int
open (const char *path,
      int flags,
      ...)
{
  mode_t mode = 0;
  va_list rest;

  REAL (open);
  va_start (rest, flags);
  if (flags & (O_CREAT | O_TMPFILE))
    mode = va_arg (rest, mode_t);
  va_end (rest);
  if (fails (kind_of_open (path, flags), path))
    return -1;
  return remember (real (path, flags, mode), path);
}
ALSO (open, open64);

EXPORT int
openat (int folder,
        const char *path,
        int flags,
        ...)
{
  mode_t mode = 0;
  va_list rest;

  REAL (openat);
  va_start (rest, flags);
  if (flags & (O_CREAT | O_TMPFILE))
    mode = va_arg (rest, mode_t);
  va_end (rest);
  if (fails (kind_of_open (path, flags), path))
    return -1;
  return remember (real (folder, path, flags, mode), path);
}
ALSO (openat, openat64);

EXPORT int
creat (const char *path,
       mode_t mode)
{
  return open (path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}
ALSO (creat, creat64);

EXPORT int
close (int fd)
{
  bool failed = fails (FAULT_CLOSE, fault_name_of (fd));
  int error = errno;
  int result;

  REAL (close);
  forget (fd);
  result = real (fd);
  if (!failed)
    return result;
  errno = error;
  return -1;
}

EXPORT int
rename (const char *from,
        const char *to)
{
  REAL (rename);
  return fails (FAULT_RENAME, fault_is_below (to) ? to : from) ? -1 : real (from, to);
}

EXPORT int
link (const char *from,
      const char *to)
{
  REAL (link);
  return fails (FAULT_LINK, to) ? -1 : real (from, to);
}

EXPORT int
unlink (const char *path)
{
  REAL (unlink);
  return fails (FAULT_UNLINK, path) ? -1 : real (path);
}

EXPORT int
rmdir (const char *path)
{
  REAL (rmdir);
  return fails (FAULT_UNLINK, path) ? -1 : real (path);
}

EXPORT int
remove (const char *path)
{
  REAL (remove);
  return fails (FAULT_UNLINK, path) ? -1 : real (path);
}

EXPORT int
mkdir (const char *path,
       mode_t mode)
{
  REAL (mkdir);
  return fails (FAULT_FOLDER, path) ? -1 : real (path, mode);
}

EXPORT char *
mkdtemp (char *path)
{
  REAL (mkdtemp);
  return fails (FAULT_FOLDER, path) ? NULL : real (path);
}

EXPORT int
stat (const char *path,
      struct stat *status)
{
  REAL (stat);
  return fails (FAULT_LOOK, path) ? -1 : real (path, status);
}

EXPORT int
stat64 (const char *path,
        struct stat64 *status)
{
  REAL (stat64);
  return fails (FAULT_LOOK, path) ? -1 : real (path, status);
}

EXPORT int
lstat64 (const char *path,
         struct stat64 *status)
{
  REAL (lstat64);
  return fails (FAULT_LOOK, path) ? -1 : real (path, status);
}

EXPORT int
fstat64 (int fd,
         struct stat64 *status)
{
  REAL (fstat64);
  return fails (FAULT_LOOK, fault_name_of (fd)) ? -1 : real (fd, status);
}

EXPORT int
access (const char *path,
        int mode)
{
  REAL (access);
  return fails (FAULT_LOOK, path) ? -1 : real (path, mode);
}

/* Contents. */

EXPORT ssize_t
read (int fd,
      void *data,
      size_t size)
{
  REAL (read);
  return fails (FAULT_READ, fault_name_of (fd)) ? -1 : real (fd, data, size);
}

EXPORT ssize_t
pread (int fd,
       void *data,
       size_t size,
       off_t at)
{
  REAL (pread);
  return fails (FAULT_READ, fault_name_of (fd)) ? -1 : real (fd, data, size, at);
}
ALSO (pread, pread64);

EXPORT ssize_t
write (int fd,
       const void *data,
       size_t size)
{
  ssize_t admitted = admit (fd, size);

  REAL (write);
  return admitted < 0 ? -1 : real (fd, data, (size_t) admitted);
}

EXPORT ssize_t
pwrite (int fd,
        const void *data,
        size_t size,
        off_t at)
{
  ssize_t admitted = admit (fd, size);

  REAL (pwrite);
  return admitted < 0 ? -1 : real (fd, data, (size_t) admitted, at);
}
ALSO (pwrite, pwrite64);

/* Whole or not at all: who uses it cannot tell the halves apart. */
EXPORT ssize_t
writev (int fd,
        const struct iovec *pieces,
        int n_pieces)
{
  REAL (writev);
  return fails (FAULT_WRITE, fault_name_of (fd)) ? -1 : real (fd, pieces, n_pieces);
}

EXPORT int
fsync (int fd)
{
  REAL (fsync);
  return fails (FAULT_SYNC, fault_name_of (fd)) ? -1 : real (fd);
}

EXPORT int
fdatasync (int fd)
{
  REAL (fdatasync);
  return fails (FAULT_SYNC, fault_name_of (fd)) ? -1 : real (fd);
}

EXPORT int
ftruncate (int fd,
           off_t size)
{
  REAL (ftruncate);
  return fails (FAULT_TRUNCATE, fault_name_of (fd)) ? -1 : real (fd, size);
}
ALSO (ftruncate, ftruncate64);

EXPORT int
fchmod (int fd,
        mode_t mode)
{
  REAL (fchmod);
  return fails (FAULT_MODE, fault_name_of (fd)) ? -1 : real (fd, mode);
}

EXPORT int
fchown (int fd,
        uid_t user,
        gid_t group)
{
  REAL (fchown);
  return fails (FAULT_MODE, fault_name_of (fd)) ? -1 : real (fd, user, group);
}

EXPORT void *
mmap (void *address,
      size_t size,
      int protection,
      int flags,
      int fd,
      off_t at)
{
  REAL (mmap);
  return fails (FAULT_MAP, fault_name_of (fd)) ? MAP_FAILED : real (address, size, protection, flags, fd, at);
}
ALSO (mmap, mmap64);

EXPORT int
fcntl (int fd,
       int command,
       ...)
{
  va_list rest;
  void *argument;

  REAL (fcntl);
  va_start (rest, command);
  argument = va_arg (rest, void *);
  va_end (rest);
  if (command == F_SETLK && ((struct flock *) argument)->l_type != F_UNLCK && fails (FAULT_LOCK, fault_name_of (fd)))
    return -1;
  return real (fd, command, argument);
}
ALSO (fcntl, fcntl64);
