/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the command line share; private to this folder. */

#include "circ-plan-view.h"
#include "circ-store.h"

G_BEGIN_DECLS

enum {
  CIRC_STATUS_DONE = 0,
  CIRC_STATUS_FAILED = 1,
  CIRC_STATUS_USAGE = 2,
};

/* The options that a command may have beside --database, which goes with each. */
typedef enum {
  CIRC_OPTION_TEMPLATE = 1 << 0,
  CIRC_OPTION_JSON = 1 << 1,
  CIRC_OPTION_SEARCH = 1 << 2,
  CIRC_OPTION_ON = 1 << 3,
  CIRC_OPTION_YEAR = 1 << 4,
  CIRC_OPTION_FORMAT = 1 << 5,
  CIRC_OPTION_OUTPUT = 1 << 6,
  CIRC_OPTION_DRY_RUN = 1 << 7,
  CIRC_OPTION_AGAIN = 1 << 8,
  CIRC_OPTION_SKIP_BAD_ROWS = 1 << 9,
  CIRC_OPTION_PERIOD = 1 << 10, /* --from and --to */
} CircOptionFlags;

/**
 * CircCommandLine:
 *
 * What was typed, taken apart. Owned by circ_commands_main(); commands only read it. File names are in the system's
 * encoding, everything else is UTF-8.
 */
typedef struct {
  char *database;
  char *template;
  char *search;
  char *on;
  char *year;
  char *from;
  char *to;
  char *format;
  char *output;
  gboolean json;
  gboolean dry_run;
  gboolean again;
  gboolean skip_bad_rows;
  gboolean version;
  gboolean help;
  char **words; /* the command and what follows it, without the options */

  const char *today;
  int year_start;    /* from --year; 0 without it */
  CircPeriod period; /* from --from and --to; its days are "" without them */
} CircCommandLine;

/* Returns an exit status; on any but CIRC_STATUS_DONE exactly one line has gone to standard error. */
typedef int (*CircCommandFunc) (const CircCommandLine *line,
                                char **arguments);

/**
 * CircCommand:
 * @name: the first word
 * @arguments: what follows it, as shown in the help: "plan FILE"
 * @summary: translatable sentence without a full stop
 * @details: (nullable): translatable sentence for the end of its own help
 * @min_arguments, @max_arguments: how many words must and may follow
 * @options: those it may have
 */
typedef struct {
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  guint min_arguments;
  guint max_arguments;
  CircOptionFlags options;
  CircCommandFunc run;
} CircCommand;

int circ_command_create (const CircCommandLine *line,
                         char **arguments);
int circ_command_import (const CircCommandLine *line,
                         char **arguments);
int circ_command_import_matrix (const CircCommandLine *line,
                                char **arguments);
int circ_command_list (const CircCommandLine *line,
                       char **arguments);
int circ_command_list_matrix (const CircCommandLine *line);
int circ_command_export (const CircCommandLine *line,
                         char **arguments);
int circ_command_check (const CircCommandLine *line,
                        char **arguments);
int circ_command_backup (const CircCommandLine *line,
                         char **arguments);
int circ_command_backups (const CircCommandLine *line,
                          char **arguments);
int circ_command_restore (const CircCommandLine *line,
                          char **arguments);
int circ_command_undo (const CircCommandLine *line,
                       char **arguments);

/* Saying things. */
void circ_print (const char *format,
                 ...) G_GNUC_PRINTF (1, 2);
void circ_print_line (const char *text);
int circ_print_end (int status);
int circ_fail (const GError *error);
int circ_fail_words (int status,
                     const char *format,
                     ...) G_GNUC_PRINTF (2, 3);

/* Why nothing was imported, and how to get past it. */
int circ_fail_rows (guint n_bad_rows);

/* The backup of the day; what stands in its way is said and stops nothing. */
void circ_command_back_up (CircStore *store);
char *circ_command_dup_path (const CircCommandLine *line);
CircStore *circ_command_open (const CircCommandLine *line,
                              CircStoreOpenFlags flags,
                              GError **error);
CircPlanView *circ_command_new_view (const CircCommandLine *line);

/* A table of words for people; columns as wide as they need to be, up to a limit. */
typedef struct _CircTextTable CircTextTable;

CircTextTable *circ_text_table_new (const char *const *titles);
void circ_text_table_add (CircTextTable *self,
                          char **cells);
void circ_text_table_print (CircTextTable *self);
void circ_text_table_free (CircTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircTextTable, circ_text_table_free)

G_END_DECLS
