/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of one field as a file holds it: the first byte chooses the kind, the second the field. */
#include "config.h"

#include "circ-kind.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
int __lsan_is_turned_off (void);

/* json-glib 1.6 leaks the first of two values in one text, and its stack does not say whose it is. */
int
__lsan_is_turned_off (void)
{
  return 1;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const CircKind *kind;
  const CircField *field;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) same = NULL;

  if (size < 2)
    return 0;
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  kind = circ_kind_get ((CircKindId) (data[0] % CIRC_N_KINDS));
  field = &kind->fields[data[1] % kind->n_fields];
  text = g_strndup ((const char *) data + 2, size - 2);
  value = circ_field_from_stored (field, text);
  if (value == NULL)
    return 0;
  /* What was read is a value of the field: it can be shown, and stored as it was read. */
  g_assert_true (g_variant_is_normal_form (value));
  shown = circ_field_format (field, value);
  g_assert_true (shown == NULL || g_utf8_validate (shown, -1, NULL));
  stored = circ_field_to_stored (field, value);
  if (stored == NULL)
    return 0;
  same = circ_field_from_stored (field, stored);
  g_assert_nonnull (same);
  again = circ_field_to_stored (field, same);
  g_assert_cmpstr (stored, ==, again);
  return 0;
}
