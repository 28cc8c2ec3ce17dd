/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix from a CSV file: what it would change is said first. */
#include "config.h"

#include "circ-audiences-page-private.h"

#include <glib/gi18n-lib.h>

#include "circ-dialogs.h"
#include "circ-matrix-import.h"

/* A dialog is no place for more lines than these. */
#define FEW_LINES 8

static const CircFileType file_types[] = {
  { N_ ("CSV table"), { "*.csv", "*.txt", NULL } },
  { NULL, { NULL } },
};

typedef struct {
  CircAudiencesPage *page;  /* (owned) */
  CircMatrixImport *import; /* (owned) */
} Question;

static void
question_free (Question *self)
{
  circ_matrix_import_free (self->import);
  g_object_unref (self->page);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
append_lines (GString *text,
              GPtrArray *lines)
{
  for (guint i = 0; i < MIN (lines->len, FEW_LINES); i++)
    g_string_append_printf (text, "\n%s", (const char *) lines->pdata[i]);
  if (lines->len > FEW_LINES)
    {
      guint n = lines->len - FEW_LINES;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n), n);
    }
}

static char *
dup_body (CircMatrixImport *import)
{
  GString *text = g_string_new (NULL);
  guint n_cells = circ_matrix_import_count_cells (import);
  guint n_bad = circ_matrix_import_count_bad_rows (import);

  g_string_append_printf (text, ngettext ("%u cell is changed.", "%u cells are changed.", n_cells), n_cells);
  if (circ_matrix_import_makes_draft (import))
    g_string_append_printf (text, "\n%s", _ ("What was approved stays as it is: the change is to a new draft."));
  append_lines (text, circ_matrix_import_get_notes (import));
  if (n_bad > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u row cannot be read and is left out:", "%u rows cannot be read and are left out:", n_bad),
                              n_bad);
      append_lines (text, circ_matrix_import_get_problems (import));
    }
  return g_string_free (text, FALSE);
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  CircAudiencesPage *self = question->page;
  g_autofree char *answer = circ_ask_finish (result);
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || !g_str_equal (answer, "import"))
    return;
  if (!circ_matrix_import_apply (question->import, &error))
    {
      circ_session_fail (self->session, error);
      return;
    }
  circ_session_announce (self->session, circ_store_get_undo_title (circ_session_get_store (self->session)));
  circ_matrix_model_set_version (self->model, 0);
}

static void
import_from_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  CircAudiencesPage *self = CIRC_AUDIENCES_PAGE (widget);
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (CircMatrixImport) import = NULL;
  g_autofree char *body = NULL;
  const CircAnswer answers[] = {
    { "cancel", _ ("_Cancel"), CIRC_ANSWER_PLAIN },
    { "import", _ ("_Import"), CIRC_ANSWER_SUGGESTED },
    { NULL },
  };
  Question *question;

  if (!circ_matrix_pane_commit (self->pane))
    return;
  import = circ_matrix_import_new (circ_session_get_store (self->session), file, circ_session_get_today (self->session), &error);
  if (import == NULL)
    {
      circ_session_report (self->session, error);
      return;
    }
  if (circ_matrix_import_is_present (import) && circ_matrix_import_count_bad_rows (import) == 0)
    {
      circ_session_tell (self->session, _ ("All of it is there already."));
      return;
    }
  body = dup_body (import);
  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->import = g_steal_pointer (&import);
  circ_ask_async (widget, _ ("Import This Matrix?"), body, answers, NULL, answered_cb, question);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  circ_audiences_page_take_file (user_data, result, "page.import-from");
}

static void
import_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Import a Matrix"), file_types, NULL, chosen_cb, g_object_ref (widget));
}

void
circ_audiences_page_install_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.import-from", "s", import_from_action);
}
