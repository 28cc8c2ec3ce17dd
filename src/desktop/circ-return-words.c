/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-return-words.h"

#include <glib/gi18n-lib.h>

#include "circ-cascade-return.h"
#include "circ-date.h"
#include "circ-occurrence.h"

char *
circ_return_words_dup_what (CircStore *store,
                            CircRecord *cascade_return)
{
  g_autoptr (CircRecord) occurrence =
    circ_store_get (store, circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_OCCURRENCE), NULL);
  char *what = occurrence != NULL ? circ_store_dup_title (store, circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM)) : NULL;

  return what != NULL ? what : g_strdup ("");
}

char *
circ_return_words_dup_standing (CircRecord *cascade_return,
                                const char *today)
{
  const char *returned_on = circ_record_get_text (cascade_return, CIRC_CASCADE_RETURN_RETURNED_ON);
  const char *reason = circ_record_get_text (cascade_return, CIRC_CASCADE_RETURN_NOT_APPLICABLE_REASON);
  guint times = (guint) circ_record_get_int (cascade_return, CIRC_CASCADE_RETURN_CHASED);
  g_autofree char *requested = NULL;
  g_autofree char *due = NULL;
  g_autofree char *chased = NULL;

  if (reason != NULL)
    return g_strdup (reason);
  if (returned_on != NULL)
    return circ_record_dup_title (cascade_return);
  requested = circ_date_format_short (circ_record_get_text (cascade_return, CIRC_CASCADE_RETURN_REQUESTED_ON), today);
  due = circ_date_format_short (circ_record_get_text (cascade_return, CIRC_CASCADE_RETURN_DUE_ON), today);
  if (times == 0)
    /* translators: two days: an agency was asked on the first, and is to answer by the second */
    return g_strdup_printf (_ ("Asked on %s, wanted by %s"), requested, due);
  chased = g_strdup_printf (ngettext ("chased once", "chased %u times", times), times);
  /* translators: two days, and “chased 2 times” */
  return g_strdup_printf (_ ("Asked on %s, wanted by %s, %s"), requested, due, chased);
}
