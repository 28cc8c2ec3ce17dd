/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field's value as text: as a person types and reads it. */
#include "config.h"

#include "circ-field.h"

#include "circ-choices.h"
#include "circ-date.h"
#include "circ-entry.h"

#include <string.h>
#include <glib/gi18n-lib.h>

static GVariant *
invalid (GError **error,
         const char *format,
         const char *text)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", text, format);

  g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID, message);
  return NULL;
}

static GVariant *
parse_integer (const char *text,
               GError **error)
{
  g_autofree char *digits = NULL;
  g_auto (GStrv) pieces = g_strsplit (text, ",", -1);
  gint64 number = 0;

  digits = g_strjoinv ("", pieces);
  if (!g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return invalid (error, _ ("write a whole number in figures."), text);
  return g_variant_new_int64 (number);
}

/* "£1,234.50", "1234.5", "12": pounds with at most two decimals, kept in pence. */
static GVariant *
parse_money (const char *text,
             GError **error)
{
  const char *amount = g_str_has_prefix (text, "£") ? text + strlen ("£") : text;
  g_auto (GStrv) groups = g_strsplit (amount, ",", -1);
  g_autofree char *plain = g_strjoinv ("", groups);
  char *point = strchr (plain, '.');
  gint64 pounds = 0;
  guint64 pence = 0;

  if (point != NULL)
    {
      gsize decimals = strlen (point + 1);
      gboolean right = decimals >= 1 && decimals <= 2 && strspn (point + 1, "0123456789") == decimals;

      if (!right)
        return invalid (error, _ ("write an amount in pounds, as in 1,234.50."), text);
      pence = g_ascii_strtoull (point + 1, NULL, 10) * (decimals == 1 ? 10 : 1);
      *point = '\0';
    }
  if (!g_ascii_string_to_signed (plain, 10, -G_MAXINT64 / 1000, G_MAXINT64 / 1000, &pounds, NULL))
    return invalid (error, _ ("write an amount in pounds, as in 1,234.50."), text);
  return g_variant_new_int64 (pounds * 100 + (plain[0] == '-' ? -(gint64) pence : (gint64) pence));
}

/* A figure may be typed as it is shown, with what stands before or behind it. */
static char *
dup_bare_figure (const char *text,
                 gboolean *negative)
{
  char *bare;

  *negative = text[0] == '-' || g_str_has_prefix (text, "−");
  if (*negative)
    text = g_utf8_next_char (text);
  if (g_str_has_prefix (text, "£"))
    text += strlen ("£");
  bare = g_strdup (text);
  if (g_str_has_suffix (bare, "%"))
    {
      bare[strlen (bare) - 1] = '\0';
      if (g_str_has_suffix (bare, "\302\240"))
        bare[strlen (bare) - strlen ("\302\240")] = '\0';
    }
  return g_strstrip (bare);
}

/* "1,234.5", "-0.25", "87", "66.7 %": a figure with at most three decimals, kept in thousandths. A comma stands before three
 * figures: who means a decimal by it is asked, and not given ten times as much. */
static GVariant *
parse_decimal (const char *text,
               GError **error)
{
  static const char *const form = "^(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,3})?$";
  gboolean negative;
  g_autofree char *bare = dup_bare_figure (text, &negative);
  g_auto (GStrv) groups = g_strsplit (bare, ",", -1);
  g_autofree char *plain = g_strjoinv ("", groups);
  char *point = strchr (plain, '.');
  guint64 whole = 0, thousandths = 0;

  if (!g_regex_match_simple (form, bare, 0, 0))
    return invalid (error, _ ("write a number in figures, as in 1,234.5, with at most three decimals."), text);

  if (point != NULL)
    {
      gsize decimals = strlen (point + 1);

      thousandths = g_ascii_strtoull (point + 1, NULL, 10) * (decimals == 1 ? 100 : decimals == 2 ? 10 : 1);
      *point = '\0';
    }
  whole = g_ascii_strtoull (plain, NULL, 10) * CIRC_DECIMAL_ONE + thousandths;
  return g_variant_new_int64 (negative ? -(gint64) whole : (gint64) whole);
}

static GVariant *
parse_boolean (const char *text,
               GError **error)
{
  static const char *const yes[] = { "yes", "y", "true", "1", "x", "●", NULL };
  static const char *const no[] = { "no", "n", "false", "0", "-", "–", NULL };
  g_autofree char *word = g_utf8_strdown (text, -1);

  if (g_strv_contains (yes, word) || g_strcmp0 (word, _ ("yes")) == 0)
    return g_variant_new_boolean (TRUE);
  if (g_strv_contains (no, word) || g_strcmp0 (word, _ ("no")) == 0)
    return g_variant_new_boolean (FALSE);
  return invalid (error, _ ("answer yes or no."), text);
}

/* Returns: (nullable): the token of a choice written as its title or as the token, without regard to case. */
static const char *
find_token (const CircField *field,
            const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (const CircChoice *choice = field->choices; choice != NULL && choice->token != NULL; choice++)
    {
      g_autofree char *title = g_utf8_casefold (g_dgettext (GETTEXT_PACKAGE, choice->title), -1);
      g_autofree char *english = g_utf8_casefold (choice->title, -1);
      g_autofree char *token = g_utf8_casefold (choice->token, -1);

      if (g_str_equal (wanted, title) || g_str_equal (wanted, english) || g_str_equal (wanted, token))
        return choice->token;
    }
  return NULL;
}

static GVariant *
parse_choice (const CircField *field,
              const char *text,
              GError **error)
{
  const char *token = find_token (field, text);

  return token != NULL ? g_variant_new_string (token) : invalid (error, _ ("this is not one of the choices."), text);
}

static GVariant *
parse_set (const CircField *field,
           const char *text,
           GError **error)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, ",;\n", -1);
  GVariantBuilder tokens;

  g_variant_builder_init (&tokens, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *piece = g_strstrip (pieces[i]);
      const char *token = piece[0] != '\0' ? find_token (field, piece) : "";

      if (token == NULL)
        {
          g_variant_builder_clear (&tokens);
          return invalid (error, _ ("this is not one of the choices."), piece);
        }
      if (token[0] != '\0')
        g_variant_builder_add (&tokens, "s", token);
    }
  return g_variant_builder_end (&tokens);
}

/**
 * circ_field_parse:
 * @text: as typed or found in an import
 * @today: ISO date, for relative dates and missing years
 *
 * Trims, normalises to NFC and reads @text as a value of the field; line breaks are kept in long text. References and
 * rows cannot be typed: they are chosen, and this fails for them.
 *
 * Returns: (transfer full) (nullable): the checked value, %NULL for blank; on failure %NULL with @error set.
 */
GVariant *
circ_field_parse (const CircField *field,
                  const char *text,
                  const char *today,
                  GError **error)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;
  GVariant *value = NULL;

  if (normal == NULL)
    return invalid (error, _ ("this is not readable text."), circ_field_get_title (field));
  g_strstrip (normal);
  if (normal[0] == '\0')
    return NULL;
  switch (field->kind)
    {
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    case CIRC_FIELD_INSTANT:
      clock = field->validate == circ_validate_time ? circ_time_dup_text (normal) : NULL;
      value = g_variant_new_string (clock != NULL ? clock : normal);
      break;
    case CIRC_FIELD_DATE:
      date = circ_date_parse (normal, today, error);
      value = date != NULL ? g_variant_new_string (date) : NULL;
      break;
    case CIRC_FIELD_INTEGER:
      value = parse_integer (normal, error);
      break;
    case CIRC_FIELD_MONEY:
      value = parse_money (normal, error);
      break;
    case CIRC_FIELD_DECIMAL:
      value = parse_decimal (normal, error);
      break;
    case CIRC_FIELD_BOOLEAN:
      value = parse_boolean (normal, error);
      break;
    case CIRC_FIELD_CHOICE:
      value = parse_choice (field, normal, error);
      break;
    case CIRC_FIELD_SET:
      value = parse_set (field, normal, error);
      break;
    case CIRC_FIELD_REFERENCE:
    case CIRC_FIELD_REFERENCES:
    case CIRC_FIELD_ROWS:
    case CIRC_FIELD_IMAGE:
    default:
      return invalid (error, _ ("this cannot be typed; choose it."), circ_field_get_title (field));
    }
  return value != NULL ? circ_field_take_value (field, value, error) : NULL;
}

static char *
format_tokens (const CircField *field,
               GVariant *value)
{
  g_autofree const char **tokens = g_variant_get_strv (value, NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (words, ", ");
      g_string_append (words, circ_field_get_choice_title (field, tokens[i]));
    }
  return g_string_free (words, FALSE);
}

static char *
format_money (gint64 pence)
{
  const char *sign = pence < 0 ? "−" : "";
  gint64 amount = ABS (pence);

  return g_strdup_printf ("%s£%'" G_GINT64_FORMAT ".%02d", sign, amount / 100, (int) (amount % 100));
}

static char *
format_decimal (gint64 thousandths)
{
  const char *sign = thousandths < 0 ? "−" : "";
  gint64 amount = ABS (thousandths);
  int rest = (int) (amount % CIRC_DECIMAL_ONE);
  g_autofree char *whole = g_strdup_printf ("%s%'" G_GINT64_FORMAT, sign, amount / CIRC_DECIMAL_ONE);
  const int decimals = rest % 100 == 0 ? 1 : rest % 10 == 0 ? 2 : 3;

  if (rest == 0)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s.%0*d", whole, decimals, decimals == 1 ? rest / 100 : decimals == 2 ? rest / 10 : rest);
}

/**
 * circ_field_format:
 * @value: (nullable): a value of @field
 *
 * Returns: (transfer full): the value as a person reads and may type it; "" for %NULL. Records are named only where
 * the store is known, so a reference comes out as the number of records, and rows as the words in their first column.
 */
char *
circ_field_format (const CircField *field,
                   GVariant *value)
{
  if (value == NULL)
    return g_strdup ("");
  switch (field->kind)
    {
    case CIRC_FIELD_DATE:
      return circ_date_format (g_variant_get_string (value, NULL));
    case CIRC_FIELD_INSTANT:
      return circ_instant_format (g_variant_get_string (value, NULL));
    case CIRC_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
    case CIRC_FIELD_MONEY:
      return format_money (g_variant_get_int64 (value));
    case CIRC_FIELD_DECIMAL:
      return format_decimal (g_variant_get_int64 (value));
    case CIRC_FIELD_BOOLEAN:
      return g_strdup (g_variant_get_boolean (value) ? _ ("Yes") : _ ("No"));
    case CIRC_FIELD_CHOICE:
      return g_strdup (circ_field_get_choice_title (field, g_variant_get_string (value, NULL)));
    case CIRC_FIELD_SET:
      return format_tokens (field, value);
    case CIRC_FIELD_ROWS:
      if (g_str_equal (field->rows[0].name, "text"))
        return circ_entries_join (field, value, "\n");
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", g_variant_n_children (value)),
                              (guint) g_variant_n_children (value));
    case CIRC_FIELD_REFERENCE:
      return g_strdup (_ ("1 record"));
    case CIRC_FIELD_REFERENCES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", g_variant_n_children (value)),
                              (guint) g_variant_n_children (value));
    case CIRC_FIELD_IMAGE:
      return g_strdup (_ ("A picture"));
    case CIRC_FIELD_TEXT:
    case CIRC_FIELD_LONG_TEXT:
    default:
      return g_variant_dup_string (value, NULL);
    }
}
