/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-report-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-report-table.h"

G_DEFINE_FINAL_TYPE (CircReport, circ_report, G_TYPE_OBJECT)

static void
key_figure_clear (gpointer data)
{
  CircKeyFigure *figure = data;

  g_free (figure->label);
  g_free (figure->value);
}

static void
block_free (gpointer data)
{
  CircReportBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->figures, g_array_unref);
  g_clear_pointer (&block->table, circ_report_table_free);
  g_free (block);
}

static CircReportBlock *
add_block (CircReport    *self,
           CircBlockKind  kind,
           const char    *text)
{
  CircReportBlock *block = g_new0 (CircReportBlock, 1);

  block->kind = kind;
  if (text != NULL)
    block->text = circ_text_dup_clean (text, &self->counts);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
set_text (CircReport  *self,
          char       **field,
          const char  *text)
{
  char *clean = text != NULL && *text != '\0' ? circ_text_dup_clean (text, &self->counts) : NULL;

  g_free (*field);
  *field = clean;
}

static void
circ_report_finalize (GObject *object)
{
  CircReport *self = CIRC_REPORT (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->period);
  g_free (self->made_on);
  g_free (self->language);
  g_free (self->included);
  g_free (self->reference);
  g_free (self->typeface);
  g_free (self->mono_typeface);
  g_free (self->accent);
  g_free (self->logo_alt);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_ptr_array_unref (self->blocks);
  G_OBJECT_CLASS (circ_report_parent_class)->finalize (object);
}

static void
circ_report_class_init (CircReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = circ_report_finalize;
}

static void
circ_report_init (CircReport *self)
{
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->language = g_strdup ("en-GB");
  self->marking = CIRC_MARKING_OFFICIAL;
  circ_report_set_brand (self, NULL);
}

/**
 * circ_marking_get_title:
 *
 * Returns: the marking as it is printed. Not translated: the government's scheme names them in English.
 */
const char *
circ_marking_get_title (CircMarking marking)
{
  switch (marking)
    {
    case CIRC_MARKING_PUBLIC:
      return "PUBLIC";
    case CIRC_MARKING_OFFICIAL:
      return "OFFICIAL";
    case CIRC_MARKING_OFFICIAL_SENSITIVE:
      return "OFFICIAL-SENSITIVE";
    default:
      g_return_val_if_reached ("OFFICIAL");
    }
}

/**
 * circ_marking_get_advice:
 *
 * Returns: (nullable): the line printed beside the marking, for the highest one only
 */
const char *
circ_marking_get_advice (CircMarking marking)
{
  if (marking != CIRC_MARKING_OFFICIAL_SENSITIVE)
    return NULL;
  return _("Contains personal data. Share only with named recipients.");
}

/**
 * circ_marking_from_name:
 * @name: (nullable): "public", "official" or "official-sensitive", in any case, with "-", "_" or " "
 * @marking: (out): unchanged when unknown
 *
 * Returns: whether @name is known
 */
gboolean
circ_marking_from_name (const char  *name,
                        CircMarking *marking)
{
  g_autofree char *folded = NULL;

  if (name == NULL)
    return FALSE;
  folded = g_ascii_strup (name, -1);
  g_strdelimit (folded, "_ ", '-');
  for (int i = CIRC_MARKING_PUBLIC; i <= CIRC_MARKING_OFFICIAL_SENSITIVE; i++)
    if (strcmp (folded, circ_marking_get_title (i)) == 0)
      {
        *marking = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * circ_report_new:
 * @title: what the document is, as its readers would call it
 *
 * Returns: (transfer full): a report marked OFFICIAL, upright A4, in British English
 */
CircReport *
circ_report_new (const char *title)
{
  CircReport *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (CIRC_TYPE_REPORT, NULL);
  self->title = circ_text_dup_clean (title, &self->counts);
  return self;
}

/**
 * circ_report_set_subtitle:
 * @subtitle: (nullable): the partnership's name
 */
void
circ_report_set_subtitle (CircReport *self,
                          const char *subtitle)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  set_text (self, &self->subtitle, subtitle);
}

/**
 * circ_report_set_period:
 * @period: (nullable): "April 2026 to March 2027"
 */
void
circ_report_set_period (CircReport *self,
                        const char *period)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  set_text (self, &self->period, period);
}

/**
 * circ_report_set_marking:
 *
 * The marking is printed at the top and bottom of each page and sheet.
 */
void
circ_report_set_marking (CircReport  *self,
                         CircMarking  marking)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  self->marking = marking;
}

/**
 * circ_report_set_made_on:
 * @made_on: (nullable): the instant in words, "21 November 2026, 09:14". Writers never ask the clock, so the
 *   preview and the saved file are the same bytes.
 */
void
circ_report_set_made_on (CircReport *self,
                         const char *made_on)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  set_text (self, &self->made_on, made_on);
}

/**
 * circ_report_set_language:
 * @language: (nullable): a BCP 47 tag; NULL or "" for "en-GB"
 */
void
circ_report_set_language (CircReport *self,
                          const char *language)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  set_text (self, &self->language, language != NULL && *language != '\0' ? language : "en-GB");
}

/**
 * circ_report_set_included:
 * @included: (nullable): what of the whole is in this document: "42 of 57 items: text “newsletter”, audience Staff"
 */
void
circ_report_set_included (CircReport *self,
                          const char *included)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  set_text (self, &self->included, included);
}

/**
 * circ_report_set_reference:
 * @reference: (nullable): a short text for the foot of each page
 */
void
circ_report_set_reference (CircReport *self,
                           const char *reference)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  set_text (self, &self->reference, reference);
}

/**
 * circ_report_set_orientation:
 *
 * Of the PDF's pages. Sheets are always landscape.
 */
void
circ_report_set_orientation (CircReport      *self,
                             CircOrientation  orientation)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  self->orientation = orientation;
}

static const char *
or_default (const char *text,
            const char *fallback)
{
  return text != NULL && *text != '\0' ? text : fallback;
}

/**
 * circ_report_set_brand:
 * @brand: (nullable): copied; NULL for the defaults
 */
void
circ_report_set_brand (CircReport            *self,
                       const CircReportBrand *brand)
{
  static const CircReportBrand plain = { 0 };
  const CircReportBrand *from = brand != NULL ? brand : &plain;
  GBytes *logo = from->logo != NULL ? g_bytes_ref (from->logo) : NULL;

  g_return_if_fail (CIRC_IS_REPORT (self));

  set_text (self, &self->typeface, or_default (from->typeface, "Arial"));
  set_text (self, &self->mono_typeface, or_default (from->mono_typeface, "Liberation Mono"));
  set_text (self, &self->accent, or_default (from->accent, "#1d3f66"));
  set_text (self, &self->logo_alt, from->logo_alt);
  g_clear_pointer (&self->logo, g_bytes_unref);
  self->logo = logo;
  self->body_size = from->body_size > 0 ? CLAMP (from->body_size, 8, 18) : 11;
}

const char *
circ_report_get_title (CircReport *self)
{
  g_return_val_if_fail (CIRC_IS_REPORT (self), NULL);
  return self->title;
}

CircMarking
circ_report_get_marking (CircReport *self)
{
  g_return_val_if_fail (CIRC_IS_REPORT (self), CIRC_MARKING_OFFICIAL);
  return self->marking;
}

/**
 * circ_report_add_heading:
 * @level: 1 to 3; the title of the report itself stands above level 1
 */
void
circ_report_add_heading (CircReport *self,
                         int         level,
                         const char *text)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  g_return_if_fail (level >= 1 && level <= 3);
  g_return_if_fail (text != NULL);

  add_block (self, CIRC_BLOCK_HEADING, text)->level = level;
}

/**
 * circ_report_add_paragraph:
 * @text: "\n" breaks lines
 */
void
circ_report_add_paragraph (CircReport *self,
                           const char *text)
{
  g_return_if_fail (CIRC_IS_REPORT (self));
  g_return_if_fail (text != NULL);

  add_block (self, CIRC_BLOCK_PARAGRAPH, text);
}

/**
 * circ_report_add_key_figure:
 * @label: what was counted
 * @value: the figure as it is to be shown
 *
 * Figures added one after the other stand side by side.
 */
void
circ_report_add_key_figure (CircReport *self,
                            const char *label,
                            const char *value)
{
  CircReportBlock *block = NULL;
  CircKeyFigure figure;

  g_return_if_fail (CIRC_IS_REPORT (self));
  g_return_if_fail (label != NULL && value != NULL);

  if (self->blocks->len > 0)
    block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  if (block == NULL || block->kind != CIRC_BLOCK_KEY_FIGURES)
    {
      block = add_block (self, CIRC_BLOCK_KEY_FIGURES, NULL);
      block->figures = g_array_new (FALSE, FALSE, sizeof (CircKeyFigure));
      g_array_set_clear_func (block->figures, key_figure_clear);
    }
  figure.label = circ_text_dup_clean (label, &self->counts);
  figure.value = circ_text_dup_clean (value, &self->counts);
  g_array_append_val (block->figures, figure);
}

/**
 * circ_report_add_count:
 *
 * Adds a key figure that is a whole number.
 */
void
circ_report_add_count (CircReport *self,
                       const char *label,
                       gint64      n)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, n);

  circ_report_add_key_figure (self, label, value);
}

/**
 * circ_report_add_table:
 * @title: (nullable): heading of the table and name of its sheet; NULL to use the report's title for the sheet
 *
 * Returns: (transfer none): a table without columns; add them before any row
 */
CircReportTable *
circ_report_add_table (CircReport *self,
                       const char *title)
{
  CircReportBlock *block;

  g_return_val_if_fail (CIRC_IS_REPORT (self), NULL);

  block = add_block (self, CIRC_BLOCK_TABLE, NULL);
  block->table = circ_report_table_new (title, &self->counts);
  return block->table;
}
