/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dialogs whose GTK 4.8 form was replaced later: the only file that may use either form. */

typedef enum {
  CIRC_ANSWER_PLAIN,
  CIRC_ANSWER_SUGGESTED,
  CIRC_ANSWER_DESTRUCTIVE,
} CircAnswerStyle;

/* A button: @id comes back from circ_ask_finish(), @label is translated and may have a mnemonic. */
typedef struct {
  const char *id;
  const char *label;
  CircAnswerStyle style;
} CircAnswer;

/* @answers is ended by a NULL id. The first is what Escape means; the suggested one is the default. @extra: a widget
 * under the body, or NULL (consumed when floating). */
void circ_ask_async (GtkWidget *parent,
                     const char *heading,
                     const char *body,
                     const CircAnswer *answers,
                     GtkWidget *extra,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
/* The id of the answer; never NULL. (transfer full) */
char *circ_ask_finish (GAsyncResult *result);
/* A message with one button and nobody who waits for it. */
void circ_alert (GtkWidget *parent,
                 const char *heading,
                 const char *body);

/* Patterns of a file filter: { N_("Spreadsheets"), { "*.csv", "*.txt", NULL } }, ended by a NULL title. */
typedef struct {
  const char *title;
  const char *patterns[4];
} CircFileType;

/* @types may be NULL. @folder: where to start, or NULL for the last place. */
void circ_choose_file_to_open_async (GtkWidget *parent,
                                     const char *title,
                                     const CircFileType *types,
                                     GFile *folder,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* @name is what is offered; the person has agreed to replace a file that is there. */
void circ_choose_file_to_save_async (GtkWidget *parent,
                                     const char *title,
                                     const CircFileType *types,
                                     GFile *folder,
                                     const char *name,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void circ_choose_folder_async (GtkWidget *parent,
                               const char *title,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* NULL when the person closed the dialog. (transfer full) */
GFile *circ_choose_file_finish (GAsyncResult *result);

G_END_DECLS
