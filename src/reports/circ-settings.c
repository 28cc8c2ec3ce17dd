/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-settings.h"

#include "circ-backups.h"

#include <gio/gio.h>

/* g_settings_new() aborts without the schema, so it is looked up first. */
static GSettings *
get_settings (void)
{
  static gsize once;
  static GSettings *settings;

  if (g_once_init_enter (&once))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, CIRC_APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      else
        g_debug ("settings schema %s is not installed", CIRC_APPLICATION_ID);
      g_once_init_leave (&once, 1);
    }

  return settings;
}

static GHashTable *
get_memory (void)
{
  static GHashTable *memory;

  if (memory == NULL)
    memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);

  return memory;
}

static gboolean
has_key (GSettings *settings,
         const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key);
}

GVariant *
circ_settings_dup (const char *key)
{
  GSettings *settings = get_settings ();
  GVariant *value;

  if (settings != NULL && has_key (settings, key))
    return g_settings_get_value (settings, key);

  value = g_hash_table_lookup (get_memory (), key);

  return value != NULL ? g_variant_ref (value) : NULL;
}

void
circ_settings_set (const char *key,
                   GVariant *value)
{
  GSettings *settings = get_settings ();
  g_autoptr (GVariant) held = g_variant_ref_sink (value);

  if (settings != NULL && has_key (settings, key))
    {
      if (!g_settings_set_value (settings, key, held))
        g_debug ("the setting %s cannot be written", key);
    }
  else
    {
      g_hash_table_insert (get_memory (), g_strdup (key), g_variant_ref (held));
    }
}

int
circ_settings_get_int (const char *key,
                       int fallback)
{
  g_autoptr (GVariant) value = circ_settings_dup (key);

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    return fallback;

  return g_variant_get_int32 (value);
}

gboolean
circ_settings_get_boolean (const char *key)
{
  g_autoptr (GVariant) value = circ_settings_dup (key);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

char *
circ_settings_dup_string (const char *key)
{
  g_autoptr (GVariant) value = circ_settings_dup (key);

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_strdup ("");

  return g_variant_dup_string (value, NULL);
}

void
circ_settings_use_backup_folder (void)
{
  g_autofree char *folder = circ_settings_dup_string ("backup-folder");

  circ_backups_set_folder (folder);
}
