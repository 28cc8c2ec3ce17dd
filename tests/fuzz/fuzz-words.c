/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are typed into a search: whatever they are, the search answers. */
#include "config.h"

#include "fuzz-place.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Kept open for all inputs; closed at the end, so that no leak is reported. */
static CircStore *store;

static void
close_store (void)
{
  g_clear_object (&store);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *words = g_strndup ((const char *) data, size);
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  /* An entry gives nothing else. */
  if (!g_utf8_validate (words, -1, NULL))
    return 0;
  if (store == NULL)
    {
      g_autofree char *path = fuzz_place_new ("words.circulate");

      store = fuzz_store_new (path);
      atexit (close_store);
    }
  circ_query_search (query, words);
  ids = circ_store_find_ids (store, query, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ids);
  hits = circ_store_search (store, words, 10, &error);
  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return 0;
}
