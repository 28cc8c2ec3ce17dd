/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rest of libc that the library stands before: streams, and the clock. */
#undef _FILE_OFFSET_BITS
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "fault-private.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define FROZEN_AT 1795255200 /* 21 November 2026, 10:00 UTC */

/* Streams. What libc writes for one goes past the functions above, so one on a watched file becomes a stream of ours. */

static ssize_t
stream_read (void *cookie,
             char *data,
             size_t size)
{
  return read ((int) (long) cookie, data, size);
}

/* Goes on after a short write, as libc's own streams do. */
static ssize_t
stream_write (void *cookie,
              const char *data,
              size_t size)
{
  size_t done = 0;

  while (done < size)
    {
      ssize_t written = write ((int) (long) cookie, data + done, size - done);

      if (written < 0)
        break;
      done += (size_t) written;
    }
  return (ssize_t) done;
}

static int
stream_seek (void *cookie,
             off64_t *offset,
             int whence)
{
  off_t at = lseek ((int) (long) cookie, *offset, whence);

  *offset = at;
  return at < 0 ? -1 : 0;
}

static int
stream_close (void *cookie)
{
  return close ((int) (long) cookie);
}

static FILE *
new_stream (int fd,
            const char *mode)
{
  const cookie_io_functions_t functions = { stream_read, stream_write, stream_seek, stream_close };

  return fopencookie ((void *) (long) fd, mode, functions);
}

EXPORT FILE *
fdopen (int fd,
        const char *mode)
{
  REAL (fdopen);
  return fault_name_of (fd) != NULL ? new_stream (fd, mode) : real (fd, mode);
}

EXPORT FILE *
fopen (const char *path,
       const char *mode)
{
  int flags = mode[0] == 'r' ? 0 : mode[0] == 'w' ? O_CREAT | O_TRUNC : O_CREAT | O_APPEND;
  int fd;

  REAL (fopen);
  if (!fault_is_below (path))
    return real (path, mode);
  fd = open (path, flags | (strchr (mode, '+') != NULL ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY), 0666);
  return fd >= 0 ? new_stream (fd, mode) : NULL;
}
ALSO (fopen, fopen64);

/* The clock. */

EXPORT int
clock_gettime (clockid_t clock,
               struct timespec *now)
{
  REAL (clock_gettime);
  if (clock != CLOCK_REALTIME || !fault_is_watching ())
    return real (clock, now);
  *now = (struct timespec) { .tv_sec = FROZEN_AT };
  return 0;
}

EXPORT int
gettimeofday (struct timeval *now,
              void *zone)
{
  struct timespec time_of_day;

  clock_gettime (CLOCK_REALTIME, &time_of_day);
  *now = (struct timeval) { .tv_sec = time_of_day.tv_sec, .tv_usec = time_of_day.tv_nsec / 1000 };
  return 0;
}

EXPORT time_t
time (time_t *now)
{
  struct timespec time_of_day;

  clock_gettime (CLOCK_REALTIME, &time_of_day);
  if (now != NULL)
    *now = time_of_day.tv_sec;
  return time_of_day.tv_sec;
}
