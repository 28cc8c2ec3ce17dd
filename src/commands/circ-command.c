/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-command.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "circ-backups.h"
#include "circ-follow.h"
#include "circ-paths.h"
#include "circ-settings.h"

#define PATIENCE_MS 60000 /* nobody looks at it; an import of 100,000 rows holds the file for longer than five seconds */

/* Why standard output takes nothing more, as errno said at the time; 0 while all is well. */
static int output_error;

/* Writes to standard output in UTF-8 whatever the locale is: g_print() would turn half of it into question marks where
 * a scheduled task runs without one. A failure to write shows when the program ends. */
void
circ_print (const char *format,
            ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (fputs (text, stdout) < 0 && output_error == 0)
    output_error = errno;
}

/* At the end of a command: what could not be written (a full disk behind "> file") shows here at the latest. A reader
 * that had enough ("| head") is no reason for words. */
int
circ_print_end (int status)
{
  if (fflush (stdout) != 0 && output_error == 0)
    output_error = errno;
  if (output_error == 0 || status != CIRC_STATUS_DONE)
    return status;
  if (output_error == EPIPE)
    return CIRC_STATUS_FAILED;
  return circ_fail_words (CIRC_STATUS_FAILED, _ ("The output could not be written: %s."), g_strerror (output_error));
}

/* One line for people. What was typed into a record may hold line breaks and control characters, and the latter would
 * be obeyed by a terminal. */
void
circ_print_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
    }
  circ_print ("%s\n", line->str);
}

static void
print_error (const char *message)
{
  g_autofree char *line = g_strdup (message);

  g_strdelimit (line, "\r\n\t\033", ' ');
  fprintf (stderr, "circulate: %s\n", g_strchomp (line));
}

/* Says why something failed, in one line. Returns: CIRC_STATUS_FAILED */
int
circ_fail (const GError *error)
{
  print_error (error != NULL ? error->message : _ ("It did not work, and there is no reason given."));
  return CIRC_STATUS_FAILED;
}

/* Returns: @status */
int
circ_fail_words (int status,
                 const char *format,
                 ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  print_error (text);
  return status;
}

/* Returns: (transfer full): the file that the command is about. */
char *
circ_command_dup_path (const CircCommandLine *line)
{
  return line->database != NULL ? g_strdup (line->database) : circ_paths_dup_default_database ();
}

/* Returns: (transfer full): that file, open; %NULL with @error. */
CircStore *
circ_command_open (const CircCommandLine *line,
                   CircStoreOpenFlags flags,
                   GError **error)
{
  g_autofree char *path = circ_command_dup_path (line);
  CircStore *store;

  if (!(flags & CIRC_STORE_OPEN_READ_ONLY))
    circ_settings_use_backup_folder ();
  store = circ_store_open (path, flags, NULL, error);
  if (store != NULL)
    {
      circ_store_set_patience (store, PATIENCE_MS);
      circ_follow_attach (store);
    }
  if (store != NULL && circ_store_get_warning (store) != NULL)
    print_error (circ_store_get_warning (store));
  return store;
}

/* Before the file is changed. Without a backup the work is done all the same, as in the window, and it is said: among
 * what was done, as a line on standard error says that the command failed. */
void
circ_command_back_up (CircStore *store)
{
  g_autoptr (GError) error = NULL;

  if (circ_store_back_up_daily (store, NULL, &error))
    return;
  /* translators: %s is a sentence that gives the reason */
  g_print (_ ("No backup was made today. %s"), error->message);
  g_print ("\n");
}

/* Returns: (transfer full): the plan as the options narrow it: items in use, of a year, with some words. */
CircPlanView *
circ_command_new_view (const CircCommandLine *line)
{
  CircPlanView *view = circ_plan_view_new ();

  circ_plan_view_set_search (view, line->search);
  if (line->year_start != 0)
    view->year = line->year_start;
  return view;
}
