/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-commands.h"

#include <locale.h>
#include <signal.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-command.h"
#include "circ-date.h"

static const CircCommand commands[] = {
  { .name = "create", .arguments = "FILE", .summary = N_ ("Make a new file"), .max_arguments = 1,
    .options = CIRC_OPTION_TEMPLATE, .run = circ_command_create },
  { .name = "import", .arguments = "plan|matrix|holidays FILE",
    .summary = N_ ("Bring in a plan, a matrix of methods and audiences, or a newer list of bank holidays"),
    .details = N_ ("Plan and matrix are CSV files. Rows of a plan that are there already are named and not added, unless --again "
                   "says so. The list of bank holidays is the one that GOV.UK publishes as bank-holidays.json; open dates are "
                   "worked out anew. One undo takes all of it back."),
    .min_arguments = 2, .max_arguments = 2,
    .options = CIRC_OPTION_DRY_RUN | CIRC_OPTION_AGAIN | CIRC_OPTION_SKIP_BAD_ROWS, .run = circ_command_import },
  { .name = "list", .arguments = "KIND", .summary = N_ ("List what is in the file"),
    .details = N_ ("KIND is plan, occurrences, matrix, audiences, methods, agencies, contacts, groups, lists, messages, "
                   "meetings, theme-days, evidence, cascade-returns, format-requests, campaigns, measures, readings, priorities "
                   "or partner-sites. --from and --to go with matrix."),
    .min_arguments = 1, .max_arguments = 1,
    .options = CIRC_OPTION_JSON | CIRC_OPTION_SEARCH | CIRC_OPTION_ON | CIRC_OPTION_YEAR | CIRC_OPTION_PERIOD,
    .run = circ_command_list },
  { .name = "export", .arguments = "plan|progress|occurrences|matrix",
    .summary = N_ ("Write the circulation plan, how far each lead has come, what is due, or the matrix, as a document"),
    .details = N_ ("Without --format the ending of the document’s name decides; without --year it is this reporting "
                   "year. --on goes with progress, --from and --to with matrix."),
    .min_arguments = 1, .max_arguments = 1,
    .options = CIRC_OPTION_FORMAT | CIRC_OPTION_OUTPUT | CIRC_OPTION_SEARCH | CIRC_OPTION_ON | CIRC_OPTION_YEAR |
               CIRC_OPTION_PERIOD,
    .run = circ_command_export },
  { .name = "check", .arguments = "", .summary = N_ ("Look for damage in the file"), .run = circ_command_check },
  { .name = "backup", .arguments = "FILE", .summary = N_ ("Write a copy of the file"),
    .min_arguments = 1, .max_arguments = 1, .run = circ_command_backup },
  { .name = "backups", .arguments = "", .summary = N_ ("List the backups of the file, newest first"),
    .options = CIRC_OPTION_JSON, .run = circ_command_backups },
  { .name = "restore", .arguments = "FILE", .summary = N_ ("Put a copy in the place of the file, after backing that up"),
    .min_arguments = 1, .max_arguments = 1, .run = circ_command_restore },
  { .name = "undo", .arguments = "", .summary = N_ ("Take back the newest change"), .run = circ_command_undo },
};

/* Every option of every command, so that one may stand before the command or after it. @flag is 0 for those that go
 * with each. */
typedef struct {
  CircOptionFlags flag;
  GOptionArg type;
  const char *name;
  gsize offset;
  const char *description;
  const char *value;
} Option;

#define AT(member) G_STRUCT_OFFSET (CircCommandLine, member)

static const Option options[] = {
  { 0, G_OPTION_ARG_FILENAME, "database", AT (database), N_ ("The file to work with; the user’s own without it"), "FILE" },
  { 0, G_OPTION_ARG_NONE, "version", AT (version), N_ ("Print the version"), NULL },
  { 0, G_OPTION_ARG_NONE, "help", AT (help), N_ ("Print this help"), NULL },
  { CIRC_OPTION_TEMPLATE, G_OPTION_ARG_STRING, "template", AT (template),
    N_ ("What the new file starts with: empty, starter or sample"), "NAME" },
  { CIRC_OPTION_JSON, G_OPTION_ARG_NONE, "json", AT (json), N_ ("Print JSON for other programs"), NULL },
  { CIRC_OPTION_SEARCH, G_OPTION_ARG_STRING, "search", AT (search), N_ ("Only what holds these words"), "TEXT" },
  { CIRC_OPTION_ON, G_OPTION_ARG_STRING, "on", AT (on), N_ ("As of this day instead of today"), "YYYY-MM-DD" },
  { CIRC_OPTION_YEAR, G_OPTION_ARG_STRING, "year", AT (year), N_ ("The reporting year that begins in this year"), "YYYY" },
  { CIRC_OPTION_PERIOD, G_OPTION_ARG_STRING, "from", AT (from), N_ ("The first day of what was done that is counted"),
    "YYYY-MM-DD" },
  { CIRC_OPTION_PERIOD, G_OPTION_ARG_STRING, "to", AT (to), N_ ("The last day of it"), "YYYY-MM-DD" },
  { CIRC_OPTION_FORMAT, G_OPTION_ARG_STRING, "format", AT (format), N_ ("xlsx, pdf or csv"), "FORMAT" },
  { CIRC_OPTION_OUTPUT, G_OPTION_ARG_FILENAME, "output", AT (output), N_ ("The document to write"), "FILE" },
  { CIRC_OPTION_DRY_RUN, G_OPTION_ARG_NONE, "dry-run", AT (dry_run), N_ ("Only say what would be done"), NULL },
  { CIRC_OPTION_AGAIN, G_OPTION_ARG_NONE, "again", AT (again), N_ ("Add rows that are there already once more"), NULL },
  { CIRC_OPTION_SKIP_BAD_ROWS, G_OPTION_ARG_NONE, "skip-bad-rows", AT (skip_bad_rows),
    N_ ("Import the rest when some rows cannot be read"), NULL },
};

static gpointer
option_place (CircCommandLine *line,
              const Option *option)
{
  return G_STRUCT_MEMBER_P (line, option->offset);
}

static gboolean
option_is_given (CircCommandLine *line,
                 const Option *option)
{
  gpointer place = option_place (line, option);

  return option->type == G_OPTION_ARG_NONE ? *(gboolean *) place : *(char **) place != NULL;
}

/* A context with the options in @flags and those that go with each command. */
static GOptionContext *
new_context (CircCommandLine *line,
             CircOptionFlags flags,
             const char *parameters)
{
  GOptionContext *context = g_option_context_new (parameters);
  GOptionEntry entries[G_N_ELEMENTS (options) + 2];
  guint n = 0;

  memset (entries, 0, sizeof entries);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      if (options[i].flag != 0 && !(options[i].flag & flags))
        continue;
      entries[n].long_name = options[i].name;
      entries[n].short_name = g_str_equal (options[i].name, "help") ? 'h' : 0;
      /* Raw, and turned into UTF-8 by take_utf8(): GOption refuses UTF-8 where the locale of a task is "C". */
      entries[n].arg = options[i].type == G_OPTION_ARG_STRING ? G_OPTION_ARG_FILENAME : options[i].type;
      entries[n].arg_data = option_place (line, &options[i]);
      entries[n].description = options[i].description;
      entries[n].arg_description = options[i].value;
      n++;
    }
  entries[n].long_name = G_OPTION_REMAINING;
  entries[n].arg = G_OPTION_ARG_FILENAME_ARRAY;
  entries[n].arg_data = &line->words;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  /* --help is ours, because which one to show depends on the command. */
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

/* What is UTF-8 already stays; anything else is taken for the locale's own. Returns: FALSE when it is neither. */
static gboolean
take_utf8 (char **text)
{
  g_autofree char *converted = NULL;

  if (*text == NULL || g_utf8_validate (*text, -1, NULL))
    return TRUE;
  converted = g_locale_to_utf8 (*text, -1, NULL, NULL, NULL);
  if (converted == NULL)
    return FALSE;
  g_free (*text);
  *text = g_steal_pointer (&converted);
  return TRUE;
}

static int
take_texts (CircCommandLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].type == G_OPTION_ARG_STRING && !take_utf8 (option_place (line, &options[i])))
      return circ_fail_words (CIRC_STATUS_USAGE, _ ("What follows --%s is not text."), options[i].name);
  return CIRC_STATUS_DONE;
}

static void
line_clear (CircCommandLine *line)
{
  g_free (line->database);
  g_free (line->template);
  g_free (line->search);
  g_free (line->on);
  g_free (line->year);
  g_free (line->from);
  g_free (line->to);
  g_free (line->format);
  g_free (line->output);
  g_strfreev (line->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CircCommandLine, line_clear)

static const CircCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static void
print_help (const CircCommand *command)
{
  CircCommandLine scratch = { NULL };
  g_autofree char *parameters = command != NULL ? g_strdup_printf ("%s %s", command->name, command->arguments)
                                                : g_strdup (_ ("[COMMAND]"));
  g_autoptr (GOptionContext) context =
    new_context (&scratch, command != NULL ? command->options : 0, g_strchomp (parameters));
  g_autofree char *help = NULL;

  if (command != NULL)
    {
      g_option_context_set_summary (context, _ (command->summary));
      if (command->details != NULL)
        g_option_context_set_description (context, _ (command->details));
    }
  else
    {
      g_autoptr (GString) summary = g_string_new (_ ("The circulation plan of a safeguarding partnership. Without a command the window opens."));

      g_string_append_printf (summary, "\n\n%s", _ ("Commands:"));
      for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        {
          g_autofree char *use = g_strdup_printf ("%s %s", commands[i].name, commands[i].arguments);

          g_string_append_printf (summary, "\n  %-18s %s", use, _ (commands[i].summary));
        }
      g_option_context_set_summary (context, summary->str);
      g_option_context_set_description (context, _ ("circulate COMMAND --help says more about a command."));
    }
  help = g_option_context_get_help (context, FALSE, NULL);
  circ_print ("%s", help);
}

/* An option that the command does not know is a slip that would otherwise pass unnoticed. */
static int
check_options (CircCommandLine *line,
               const CircCommand *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      if (options[i].flag == 0 || !option_is_given (line, &options[i]))
        continue;
      if (command == NULL)
        return circ_fail_words (CIRC_STATUS_USAGE, _ ("--%s needs a command. See circulate --help."), options[i].name);
      if (!(command->options & options[i].flag))
        return circ_fail_words (CIRC_STATUS_USAGE, _ ("--%s does not go with “%s”. See circulate %s --help."),
                                options[i].name, command->name, command->name);
    }
  return CIRC_STATUS_DONE;
}

static int
check_period (CircCommandLine *line)
{
  if (line->from == NULL && line->to == NULL)
    return CIRC_STATUS_DONE;
  if (line->from == NULL || line->to == NULL)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--from and --to go together: the first day and the last."));
  if (!circ_date_is_valid (line->from))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--from needs a day such as 2026-11-21, not “%s”."), line->from);
  if (!circ_date_is_valid (line->to))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--to needs a day such as 2026-11-21, not “%s”."), line->to);
  if (!circ_period_init (&line->period, line->from, line->to))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--to is before --from: %s is before %s."), line->to, line->from);
  return CIRC_STATUS_DONE;
}

static int
check_values (CircCommandLine *line,
              const CircCommand *command)
{
  guint n = g_strv_length (line->words) - 1;

  if (n < command->min_arguments)
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("“%s” needs more: circulate %s %s"), command->name, command->name,
                            command->arguments);
  if (n > command->max_arguments)
    {
      g_autofree char *word = g_filename_display_name (line->words[command->max_arguments + 1]);

      return circ_fail_words (CIRC_STATUS_USAGE, _ ("“%s” is too much. It is: circulate %s %s"), word, command->name,
                              command->arguments);
    }
  if (line->on != NULL && !circ_date_is_valid (line->on))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--on needs a day such as 2026-11-21, not “%s”."), line->on);
  if (line->year != NULL && !circ_report_year_parse_start (line->year, &line->year_start))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("--year needs the year in which a reporting year begins, such as 2026, not “%s”."),
                            line->year);
  return check_period (line);
}

static int
run (CircCommandLine *line,
     const CircCommand *command)
{
  g_autofree char *today = NULL;
  int status = check_options (line, command);

  if (status == CIRC_STATUS_DONE)
    status = take_texts (line);
  if (status == CIRC_STATUS_DONE)
    status = check_values (line, command);
  if (status != CIRC_STATUS_DONE)
    return status;
  /* CIRC_TODAY holds the day still for pictures and tests, here as in the window. */
  today = line->on != NULL ? g_strdup (line->on) : g_strdup (g_getenv ("CIRC_TODAY"));
  if (!circ_date_is_valid (today))
    {
      g_free (today);
      today = circ_date_today ();
    }
  line->today = today;
  /* A reader that goes away must not kill us with a file open. */
  signal (SIGPIPE, SIG_IGN);
  return circ_print_end (command->run (line, line->words + 1));
}

/* What GApplication understands itself, when the desktop starts the program as a service. */
static gboolean
is_for_window (int argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--gapplication-"))
      return TRUE;
  return FALSE;
}

int
circ_commands_main (int argc,
                    char **argv,
                    gboolean *window,
                    char **database)
{
  g_auto (CircCommandLine) line = { NULL };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  const CircCommand *command = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CIRC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  *window = is_for_window (argc, argv);
  if (*window)
    return CIRC_STATUS_DONE;
  words = g_new0 (char *, argc + 1);
  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);
  context = new_context (&line, ~0u, NULL);
  if (!g_option_context_parse_strv (context, &words, &error))
    return circ_fail_words (CIRC_STATUS_USAGE, _ ("%s. See circulate --help."), error->message);
  if (line.words != NULL)
    {
      command = find_command (line.words[0]);
      if (command == NULL && line.words[1] == NULL && g_str_has_suffix (line.words[0], ".circulate") &&
          line.database == NULL)
        {
          /* A file manager gives the file it was asked to open. */
          line.database = g_steal_pointer (&line.words[0]);
          g_clear_pointer (&line.words, g_free);
        }
      else if (command == NULL)
        {
          g_autofree char *word = g_filename_display_name (line.words[0]);

          return circ_fail_words (CIRC_STATUS_USAGE, _ ("There is no command “%s”. See circulate --help."), word);
        }
    }
  if (line.version)
    circ_print ("Circulate %s\n", CIRC_VERSION);
  else if (line.help)
    print_help (command);
  else if (command != NULL)
    return run (&line, command);
  else
    {
      int status = check_options (&line, NULL);

      *window = status == CIRC_STATUS_DONE;
      if (database != NULL)
        *database = g_steal_pointer (&line.database);
      return status;
    }
  return circ_print_end (CIRC_STATUS_DONE);
}
