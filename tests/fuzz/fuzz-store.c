/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that somebody damaged. A whole one is hundreds of kilobytes, so the input is not the file but what was done to
 * it: three bytes of an offset and one to put there, again and again; after a first byte of 255, the file itself.
 *
 * Whatever it is, it opens or is refused with a reason; it can be read, checked and written to, or that is refused too. */
#include "config.h"

#include "fuzz-place.h"

#include "circ-plan-item.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <glib/gstdio.h>

#define RAW 255

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static char *whole; /* (owned) by the program */
static gsize whole_size;

static void
free_whole (void)
{
  g_clear_pointer (&whole, g_free);
}

static void
make_whole (void)
{
  g_autofree char *path = fuzz_place_new ("whole.circulate");
  g_autoptr (CircStore) store = fuzz_store_new (path);
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  g_file_get_contents (path, &whole, &whole_size, &error);
  g_assert_no_error (error);
  atexit (free_whole);
}

static void
write_damaged (const char *path,
               const uint8_t *data,
               size_t size)
{
  static const char *const beside[] = { "-wal", "-shm", "-journal" };
  g_autofree char *copy = g_memdup2 (whole, whole_size);
  gboolean raw = size > 0 && data[0] == RAW;
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; !raw && i + 4 <= size; i += 4)
    copy[((gsize) data[i] << 16 | (gsize) data[i + 1] << 8 | data[i + 2]) % whole_size] = (char) data[i + 3];
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = g_strconcat (path, beside[i], NULL);

      g_unlink (name);
    }
  g_file_set_contents_full (path, raw ? (const char *) data + 1 : copy, raw ? (gssize) size - 1 : (gssize) whole_size,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Failing is allowed everywhere here, as long as there is a reason. */
static void
expect (gboolean done,
        GError **error)
{
  g_assert_true (done == (*error == NULL));
  g_clear_error (error);
}

static void
read_all (CircStore *store)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = circ_store_history (store, 0, 0, &error);
  g_autoptr (GPtrArray) hits = NULL;

  expect (lines != NULL, &error);
  hits = circ_store_search (store, "lantern", 10, &error);
  expect (hits != NULL, &error);
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    {
      g_autoptr (CircQuery) query = circ_query_new ((CircKindId) i);
      g_autoptr (GPtrArray) records = NULL;

      circ_query_set_scope (query, CIRC_QUERY_ALL);
      records = circ_store_find (store, query, &error);
      expect (records != NULL, &error);
    }
  expect (circ_store_check (store, problems, &error), &error);
}

static void
write_some (CircStore *store)
{
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircChange) change = circ_change_new ("Made");
  GError *error = NULL;

  expect (circ_store_undo (store, NULL, &error), &error);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Prices");
  circ_change_insert (change, item);
  expect (circ_store_apply (store, change, &error), &error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = fuzz_place_new ("damaged.circulate");
  g_autoptr (CircStore) store = NULL;
  GError *error = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  if (whole == NULL)
    make_whole ();
  write_damaged (path, data, size);
  store = circ_store_open (path, CIRC_STORE_OPEN_READ_ONLY, NULL, &error);
  expect (store != NULL, &error);
  if (store != NULL)
    read_all (store);
  g_clear_object (&store);
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, "Ada", &error);
  expect (store != NULL, &error);
  if (store != NULL)
    write_some (store);
  return 0;
}
