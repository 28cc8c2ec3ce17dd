/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-nhs-number.h"

#define N_DIGITS 10

/**
 * circ_nhs_number_is_valid:
 * @text: (nullable): as typed, with spaces or without
 *
 * Returns: whether it is ten digits of which the last is the check digit: weights 10 to 2, modulus 11 (DOMAIN 2.1)
 */
gboolean
circ_nhs_number_is_valid (const char *text)
{
  int digits[N_DIGITS];
  guint n = 0;
  int sum = 0;
  int check;

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      if (*p == ' ')
        continue;
      if (!g_ascii_isdigit (*p) || n == N_DIGITS)
        return FALSE;
      digits[n++] = g_ascii_digit_value (*p);
    }
  if (n != N_DIGITS)
    return FALSE;
  for (int i = 0; i < N_DIGITS - 1; i++)
    sum += digits[i] * (N_DIGITS - i);
  check = 11 - sum % 11;
  /* 10 is no digit: such a number is never given out. */
  return check != 10 && digits[N_DIGITS - 1] == check % 11;
}
