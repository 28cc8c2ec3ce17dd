/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include <glib/gi18n-lib.h>

#include "circ-backups.h"
#include "circ-command.h"
#include "circ-settings.h"

/* "2026-11-21 093000" as "2026-11-21T09:30:00", local time. */
static char *
dup_time (const CircBackup *backup)
{
  const char *time = backup->made_at + 11;

  return g_strdup_printf ("%.10sT%.2s:%.2s:%.2s", backup->made_at, time, time + 2, time + 4);
}

static void
print_json (GPtrArray *backups)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < backups->len; i++)
    {
      const CircBackup *backup = backups->pdata[i];
      g_autofree char *name = g_filename_display_name (backup->path);
      g_autofree char *time = dup_time (backup);

      json_builder_begin_object (builder);
      json_builder_add_string_value (json_builder_set_member_name (builder, "file"), name);
      json_builder_add_string_value (json_builder_set_member_name (builder, "made_at"), time);
      json_builder_add_int_value (json_builder_set_member_name (builder, "size"), backup->size);
      json_builder_set_member_name (builder, "items");
      if (backup->n_items >= 0)
        json_builder_add_int_value (builder, backup->n_items);
      else
        json_builder_add_null_value (builder);
      json_builder_add_string_value (json_builder_set_member_name (builder, "newest_change"), backup->last_title);
      json_builder_add_string_value (json_builder_set_member_name (builder, "newest_change_at"), backup->last_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  circ_print ("%s\n", text);
}

static void
print_table (const char *path,
             GPtrArray *backups)
{
  g_autofree char *folder = circ_backups_dup_folder (path);
  g_autofree char *folder_name = g_filename_display_name (folder);
  const char *const titles[] = { _ ("Made"), _ ("Items"), _ ("Newest change"), _ ("File"), NULL };
  g_autoptr (CircTextTable) table = circ_text_table_new (titles);

  for (guint i = 0; i < backups->len; i++)
    {
      const CircBackup *backup = backups->pdata[i];
      g_autofree char *time = dup_time (backup);
      g_autofree char *items = backup->n_items >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, backup->n_items)
                                                    : g_strdup (_ ("cannot be read"));
      g_autofree char *name = g_filename_display_basename (backup->path);
      char *cells[] = { time, items, backup->last_title != NULL ? backup->last_title : (char *) "", name, NULL };

      circ_text_table_add (table, cells);
    }
  circ_text_table_print (table);
  /* translators: %s is a folder */
  circ_print (_ ("They are in %s.\n"), folder_name);
}

/* circulate backups [--json] */
int
circ_command_backups (const CircCommandLine *line,
                      char **arguments)
{
  g_autofree char *path = circ_command_dup_path (line);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  circ_settings_use_backup_folder ();
  backups = circ_backups_list (path, &error);
  if (backups == NULL)
    return circ_fail (error);
  if (backups->len == 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (path);

      return circ_fail_words (CIRC_STATUS_FAILED, _ ("There is no file “%s”, and there are no backups of it."), name);
    }
  if (line->json)
    print_json (backups);
  else if (backups->len > 0)
    print_table (path, backups);
  else
    circ_print ("%s\n", _ ("There are no backups of this file yet."));
  return CIRC_STATUS_DONE;
}
