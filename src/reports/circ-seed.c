/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-seed.h"

#include "circ-date-facts.h"
#include "circ-follow.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define STARTER_PATH "/io/github/circulate/Circulate/starter/"

/* Generated from data/starter/. A call is what keeps a resource of a static library in the program. */
GResource *circ_starter_get_resource (void);

/* What a new file may start with. The history says who wrote it, and not that the user did. */
static const struct {
  const char *name;
  const char *person;
  const char *title;
} templates[] = {
  { "starter", "Circulate", N_ ("Started with the starter lists") },
  { "sample", "Sample data", N_ ("Started with the sample partnership") },
};

static int
find_template (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (name, templates[i].name) == 0)
      return (int) i;
  return -1;
}

/* Whether a file can be made with this; "empty" can. */
gboolean
circ_seed_is_known (const char *name)
{
  return g_strcmp0 (name, "empty") == 0 || find_template (name) >= 0;
}

/**
 * circ_seed_load:
 * @store: a store with nothing in it
 * @name: "starter" or "sample"
 * @today: ISO date that the content's dates are counted from
 *
 * Adds the content as one change. It is made at midnight of @today, so that two files for the same day are equal.
 */
gboolean
circ_seed_load (CircStore *store,
                const char *name,
                const char *today,
                GError **error)
{
  int template = find_template (name);
  g_autofree char *path = g_strconcat (STARTER_PATH, name, ".json", NULL);
  g_autofree char *instant = g_strconcat (today, "T00:00:00Z", NULL);
  g_autoptr (GBytes) json = NULL;
  gboolean loaded;

  g_return_val_if_fail (template >= 0, FALSE);

  g_resources_register (circ_starter_get_resource ());
  json = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (json == NULL)
    return FALSE;
  circ_store_set_clock (store, instant);
  loaded = circ_seed_load_json (store, json, _ (templates[template].title), today, error) &&
           circ_date_facts_set_up (store, error);
  circ_store_set_clock (store, NULL);
  return loaded;
}

/* Takes away what was made when it could not be filled. */
static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/**
 * circ_seed_create:
 * @path: a file that is not there yet
 * @name: (nullable): what to fill it with; %NULL or "empty" for nothing
 * @today: ISO date
 * @person: (nullable): whose name the history shows from now on; %NULL for the user's real name
 *
 * Returns: (transfer full): the new file, open; %NULL with @error, and then there is no file
 */
CircStore *
circ_seed_create (const char *path,
                  const char *name,
                  const char *today,
                  const char *person,
                  GError **error)
{
  int template = find_template (name);
  g_autoptr (CircStore) store = NULL;

  g_return_val_if_fail (name == NULL || circ_seed_is_known (name), NULL);

  if (template < 0)
    {
      g_autoptr (CircRecord) partnership = NULL;

      store = circ_store_open (path, CIRC_STORE_OPEN_CREATE, person, error);
      /* Made now, so that looking at an empty file never changes it. */
      partnership = store != NULL ? circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error) : NULL;
      if (partnership != NULL && circ_date_facts_set_up (store, error))
        {
          circ_follow_attach (store);
          return g_steal_pointer (&store);
        }
      if (store == NULL)
        return NULL;
      g_clear_object (&store);
      remove_file (path);
      return NULL;
    }

  /* Under a name of its own, because one undoes only what one did oneself: Ctrl+Z never takes the lists away. */
  store = circ_store_open (path, CIRC_STORE_OPEN_CREATE, templates[template].person, error);
  if (store == NULL)
    return NULL;
  if (!circ_seed_load (store, name, today, error))
    {
      g_clear_object (&store);
      remove_file (path);
      return NULL;
    }
  g_clear_object (&store);
  store = circ_store_open (path, CIRC_STORE_OPEN_DEFAULT, person, error);
  if (store != NULL)
    circ_follow_attach (store);
  else
    remove_file (path);
  return g_steal_pointer (&store);
}
