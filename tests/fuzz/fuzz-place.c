/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-place.h"

#include "circ-audience.h"
#include "circ-plan-item.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gstdio.h>

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

char *
fuzz_place_new (const char *name)
{
  const char *parent = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();

  if (folder == NULL)
    {
      folder = g_build_filename (parent, "circ-fuzz-XXXXXX", NULL);
      g_assert_nonnull (g_mkdtemp (folder));
      atexit (remove_folder);
    }
  return g_build_filename (folder, name, NULL);
}

CircStore *
fuzz_store_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CircRecord) audience = circ_record_new (CIRC_KIND_AUDIENCE);
  g_autoptr (CircRecord) item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autoptr (CircChange) insert = circ_change_new ("Made");
  g_autoptr (CircChange) edit = circ_change_new ("Edited");
  CircStore *store = circ_store_open (path, CIRC_STORE_OPEN_CREATE, "Ada", &error);

  g_assert_no_error (error);
  circ_record_set_text (audience, CIRC_AUDIENCE_NAME, "Staff");
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, "Lantern bulletin, new \"and\" old: Zoë's");
  circ_change_insert (insert, audience);
  circ_change_insert (insert, item);
  circ_store_apply (store, insert, &error);
  g_assert_no_error (error);
  circ_change_set_text (edit, item, CIRC_PLAN_ITEM_WHEN_TEXT, "Monthly");
  circ_store_apply (store, edit, &error);
  g_assert_no_error (error);
  return store;
}
