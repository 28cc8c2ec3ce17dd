/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-indicators.h"

#include <stdlib.h>

/**
 * circ_indicator_rate:
 * @part: such as those done on time
 * @whole: of how many
 * @per_cent: (out): set only on success
 *
 * Returns: FALSE when there was nothing to count: that is neither 0 % nor 100 %
 */
gboolean
circ_indicator_rate (guint part,
                     guint whole,
                     double *per_cent)
{
  g_return_val_if_fail (part <= whole, FALSE);

  if (whole == 0)
    return FALSE;
  *per_cent = 100.0 * part / whole;
  return TRUE;
}

static int
by_size (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * circ_indicator_median:
 * @values: in any order
 * @n_values: how many
 * @median: (out): the middle value, or the mean of the two in the middle; set only on success
 *
 * Returns: FALSE when there are none
 */
gboolean
circ_indicator_median (const double *values,
                       guint n_values,
                       double *median)
{
  g_autofree double *sorted = NULL;

  if (n_values == 0)
    return FALSE;
  sorted = g_memdup2 (values, n_values * sizeof (double));
  qsort (sorted, n_values, sizeof (double), by_size);
  *median = (sorted[(n_values - 1) / 2] + sorted[n_values / 2]) / 2;
  return TRUE;
}
