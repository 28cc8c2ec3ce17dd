/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Spreadsheets run a field that starts with one of these as a formula, quoted or not. */
static inline gboolean
circ_csv_is_dangerous (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/* Whether the writer puts an apostrophe before @text, and so whether the reader takes one away. Text that has
 * such apostrophes of its own gets one more, which makes the round trip exact. */
static inline gboolean
circ_csv_is_guarded (const char *text)
{
  while (*text == '\'')
    text++;
  return circ_csv_is_dangerous (text);
}

G_END_DECLS
