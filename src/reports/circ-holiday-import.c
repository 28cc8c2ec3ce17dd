/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A newer list of bank holidays, and what it does to the dates of a file. */
#include "config.h"

#include "circ-holiday-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date-facts.h"
#include "circ-date-settings.h"
#include "circ-date.h"
#include "circ-document-error.h"
#include "circ-due-list.h"
#include "circ-follow.h"
#include "circ-occurrence.h"
#include "circ-store-thread.h"

/* An open occurrence before the list is another one. */
typedef struct {
  CircRecord *record; /* (owned) live */
  char *due_on;
  char *plan_by; /* (nullable) not worked out yet */
} Before;

typedef struct {
  GFile *file; /* (owned) */
  char *today;
  CircHolidayImport *import; /* (owned) (nullable) */
} Job;

static void
before_clear (gpointer data)
{
  Before *before = data;

  g_object_unref (before->record);
  g_free (before->due_on);
  g_free (before->plan_by);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_free (job->today);
  g_clear_pointer (&job->import, circ_holiday_import_free);
  g_free (job);
}

void
circ_holiday_import_free (CircHolidayImport *self)
{
  g_free (self->text);
  g_free (self);
}

gboolean
circ_holiday_list_get (CircStore *store,
                       CircHolidayList *list,
                       GError **error)
{
  g_autoptr (CircRecord) settings = circ_store_get_only (store, CIRC_KIND_DATE_SETTINGS, error);
  g_autoptr (CircDateFacts) dates = settings != NULL ? circ_date_facts_new (store, error) : NULL;
  const char *imported_on;

  if (dates == NULL)
    return FALSE;
  imported_on = circ_record_get_text (settings, CIRC_DATE_SETTINGS_BANK_HOLIDAYS_ON);
  g_strlcpy (list->imported_on, imported_on != NULL ? imported_on : "", sizeof list->imported_on);
  circ_day_to_iso (circ_working_days_get_known_to (dates->working_days, dates->calendar), list->reaches);
  return TRUE;
}

/* No more than fits into its field: whatever was chosen by mistake is not read to its end. */
static char *
read_text (GFile *file,
           GError **error)
{
  gsize limit = circ_date_settings_kind.fields[CIRC_DATE_SETTINGS_BANK_HOLIDAYS].limit;
  g_autofree char *name = g_file_get_parse_name (file);
  GError *local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  g_autofree char *text = g_malloc0 (limit + 2);
  gsize size = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, limit + 1, &size, NULL, &local))
    {
      circ_document_translate_error (error, local, name, FALSE);
      return NULL;
    }
  if (size <= limit && strlen (text) == size)
    return g_strdup (text);
  g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                       _ ("This is not a list of bank holidays as GOV.UK publishes it."));
  return NULL;
}

/* Compares the list with what is known. */
static gboolean
look (CircHolidayImport *self,
      CircStore *store,
      GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->text, strlen (self->text));
  g_autoptr (CircWorkingDays) alone = circ_working_days_new (bytes, error);
  g_autoptr (CircDateFacts) known = alone != NULL ? circ_date_facts_new (store, error) : NULL;
  g_autoptr (CircDateFacts) with_it = known != NULL ? circ_date_facts_new (store, error) : NULL;
  CircDay reaches;
  char known_to[11];
  g_autofree char *day = NULL;

  if (with_it == NULL || !circ_working_days_import (with_it->working_days, bytes, error))
    return FALSE;
  reaches = circ_working_days_get_known_to (alone, known->calendar);
  if (reaches < circ_working_days_get_known_to (known->working_days, known->calendar))
    {
      circ_day_to_iso (circ_working_days_get_known_to (known->working_days, known->calendar), known_to);
      day = circ_date_format_long (known_to);
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                   /* translators: %s is a date in full */
                   _ ("This list of bank holidays ends before the one that is in use, which goes until %s. Look for a newer one."),
                   day);
      return FALSE;
    }
  circ_day_to_iso (reaches, self->reaches);
  self->is_new = !circ_working_days_equal (known->working_days, with_it->working_days);
  return TRUE;
}

CircHolidayImport *
circ_holiday_import_new (CircStore *store,
                         GFile *file,
                         GError **error)
{
  g_autoptr (CircHolidayImport) self = g_new0 (CircHolidayImport, 1);

  self->text = read_text (file, error);
  return self->text != NULL && look (self, store, error) ? g_steal_pointer (&self) : NULL;
}

static GArray *
find_open (CircStore *store,
           GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GPtrArray) found = NULL;
  GArray *open;

  circ_due_where_open (query);
  found = circ_store_find (store, query, error);
  if (found == NULL)
    return NULL;
  open = g_array_new (FALSE, FALSE, sizeof (Before));
  g_array_set_clear_func (open, before_clear);
  for (guint i = 0; i < found->len; i++)
    {
      Before before = { g_object_ref (found->pdata[i]),
                        g_strdup (circ_record_get_text (found->pdata[i], CIRC_OCCURRENCE_DUE_ON)),
                        g_strdup (circ_record_get_text (found->pdata[i], CIRC_OCCURRENCE_PLAN_BY)) };

      g_array_append_val (open, before);
    }
  return open;
}

gboolean
circ_holiday_import_apply (CircHolidayImport *self,
                           CircStore *store,
                           const char *today,
                           GError **error)
{
  g_autoptr (CircRecord) settings = circ_store_get_only (store, CIRC_KIND_DATE_SETTINGS, error);
  g_autoptr (GArray) open = settings != NULL ? find_open (store, error) : NULL;
  g_autoptr (CircChange) change = circ_change_new (circ_holiday_import_get_title ());

  if (open == NULL)
    return FALSE;
  circ_change_set_text (change, settings, CIRC_DATE_SETTINGS_BANK_HOLIDAYS, self->text);
  circ_change_set_text (change, settings, CIRC_DATE_SETTINGS_BANK_HOLIDAYS_ON, today);
  if (!circ_store_apply (store, change, error))
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      const Before *before = &g_array_index (open, Before, i);

      if (g_strcmp0 (circ_record_get_text (before->record, CIRC_OCCURRENCE_DUE_ON), before->due_on) != 0 ||
          (before->plan_by != NULL &&
           g_strcmp0 (circ_record_get_text (before->record, CIRC_OCCURRENCE_PLAN_BY), before->plan_by) != 0))
        self->n_moved++;
    }
  return TRUE;
}

static gboolean
import (CircStore *store,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  Job *job = data;

  circ_follow_attach (store);
  job->import = circ_holiday_import_new (store, job->file, error);
  return job->import != NULL && (!job->import->is_new || circ_holiday_import_apply (job->import, store, job->today, error));
}

void
circ_holiday_import_async (CircStore *store,
                           GFile *file,
                           const char *today,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->today = g_strdup (today);
  g_task_set_source_tag (task, circ_holiday_import_async);
  g_task_set_task_data (task, job, job_free);
  circ_store_run_in_thread (task, circ_store_get_path (store), CIRC_STORE_OPEN_DEFAULT, circ_store_get_person (store), import);
}

CircHolidayImport *
circ_holiday_import_finish (CircStore *store,
                            GAsyncResult *result,
                            GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, circ_holiday_import_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  /* It looks by itself before long: that it cannot just now is no matter. */
  circ_store_look (store, NULL);
  return g_steal_pointer (&job->import);
}

const char *
circ_holiday_import_get_title (void)
{
  /* translators: the title of a change in the history */
  return _ ("Imported a newer list of bank holidays");
}

char *
circ_holiday_import_dup_words (const CircHolidayImport *self)
{
  g_autofree char *day = circ_date_format_long (self->reaches);

  if (!self->is_new)
    /* translators: %s is a date in full */
    return g_strdup_printf (_ ("This list says nothing new: bank holidays are known until %s."), day);
  /* translators: %u is how many dates have moved */
  return g_strdup_printf (ngettext ("%u date has moved.", "%u dates have moved.", self->n_moved), self->n_moved);
}
