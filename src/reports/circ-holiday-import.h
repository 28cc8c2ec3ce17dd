/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-store.h"

G_BEGIN_DECLS

/**
 * CircHolidayList:
 * @imported_on: ISO date; "" for the list that came with the program
 * @reaches: ISO date: the last day of the years that it has where the partnership is; "" for none
 *
 * The bank holidays that a file is counted with.
 */
typedef struct {
  char imported_on[11];
  char reaches[11];
} CircHolidayList;

gboolean circ_holiday_list_get (CircStore *store,
                                CircHolidayList *list,
                                GError **error);

/**
 * CircHolidayImport:
 * @text: (owned): the list as GOV.UK publishes it
 * @reaches: ISO date: until when its years go where the partnership is
 * @is_new: whether it says anything that was not known
 * @n_moved: once it is applied: how many open occurrences have another day, or another day to aim for
 *
 * A newer list of bank holidays on its way into a file.
 */
typedef struct {
  char *text;
  char reaches[11];
  gboolean is_new;
  guint n_moved;
} CircHolidayImport;

/* Changes nothing. (transfer full) */
CircHolidayImport *circ_holiday_import_new (CircStore *store,
                                            GFile *file,
                                            GError **error);
/* One change: the list, and every open date that it moves. */
gboolean circ_holiday_import_apply (CircHolidayImport *self,
                                    CircStore *store,
                                    const char *today,
                                    GError **error);
void circ_holiday_import_free (CircHolidayImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircHolidayImport, circ_holiday_import_free)

/* Looks and applies, on a worker with a connection of its own. */
void circ_holiday_import_async (CircStore *store,
                                GFile *file,
                                const char *today,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full): what was imported, or is_new is %FALSE and nothing was */
CircHolidayImport *circ_holiday_import_finish (CircStore *store,
                                               GAsyncResult *result,
                                               GError **error);

/* Of the change, in the history. */
const char *circ_holiday_import_get_title (void);
/* How many dates have moved, or that nothing was new: a sentence. (transfer full) */
char *circ_holiday_import_dup_words (const CircHolidayImport *self);

G_END_DECLS
