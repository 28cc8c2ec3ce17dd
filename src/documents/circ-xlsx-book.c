/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-xlsx-book.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define RULE_COLOUR   0xC8CDD3
#define QUIET_COLOUR  0x555B63
#define INK_COLOUR    0x1B1E22

/**
 * circ_xlsx_check:
 *
 * The one place where libxlsxwriter's codes become errors. errno is looked at first thing, because a full disk
 * shows itself only there.
 *
 * Returns: whether @code means success
 */
gboolean
circ_xlsx_check (CircXlsxBook  *book,
                 lxw_error      code,
                 GError       **error)
{
  int saved_errno = errno;

  if (code == LXW_NO_ERROR)
    return TRUE;
  if (saved_errno == ENOSPC || saved_errno == EDQUOT || saved_errno == EFBIG || saved_errno == EACCES ||
      saved_errno == EROFS || saved_errno == EIO)
    {
      g_autofree char *name = circ_report_dup_file_name (book->job->report, CIRC_EXPORT_XLSX);

      circ_document_set_errno (error, saved_errno, name, TRUE);
      return FALSE;
    }
  g_set_error (error, CIRC_DOCUMENT_ERROR, CIRC_DOCUMENT_ERROR_FAILED,
               /* translators: %s is a technical reason in English */
               _("The workbook could not be written (%s)."), lxw_strerror (code));
  return FALSE;
}

/**
 * circ_xlsx_dup_sheet_name:
 * @wanted: any text
 *
 * Returns: (transfer full): a name that Excel takes: at most 31 UTF-16 units, without []:*?/\ and apostrophes,
 *   unlike every other in the book whatever the case
 */
char *
circ_xlsx_dup_sheet_name (CircXlsxBook *book,
                          const char   *wanted)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *suffix = n > 1 ? g_strdup_printf (" (%u)", n) : g_strdup ("");
      g_autoptr(GString) name = g_string_new (NULL);
      gsize left = 31 - strlen (suffix);
      g_autofree char *folded = NULL;

      for (const char *p = wanted; *p; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          gsize units = c >= 0x10000 ? 2 : 1;

          if (c == '\'')
            c = 0x2019;
          else if (c < 0x20 || strchr ("[]:*?/\\", c < 0x80 ? (int) c : 'x') != NULL)
            c = ' ';
          if (c == ' ' && (name->len == 0 || name->str[name->len - 1] == ' '))
            continue;
          if (units > left)
            break;
          left -= units;
          g_string_append_unichar (name, c);
        }
      while (name->len > 0 && name->str[name->len - 1] == ' ')
        g_string_truncate (name, name->len - 1);
      if (name->len == 0)
        g_string_assign (name, _("Table"));
      g_string_append (name, suffix);
      folded = g_utf8_casefold (name->str, -1);
      /* "History" is Excel's own. */
      if (strcmp (folded, "history") != 0 && g_hash_table_add (book->names, g_steal_pointer (&folded)))
        return g_strdup (name->str);
    }
}

static lxw_format *
add_format (CircXlsxBook   *book,
            CircXlsxFormat  which,
            double          size)
{
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_font_name (format, book->job->report->typeface);
  format_set_font_size (format, size);
  format_set_font_color (format, INK_COLOUR);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  book->formats[which] = format;
  return format;
}

static lxw_color_t
accent_colour (CircXlsxBook *book)
{
  const char *text = book->job->report->accent;
  guint64 value;

  if (text[0] != '#' || strlen (text) != 7 || !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    return 0x1D3F66;
  return (lxw_color_t) value;
}

static void
add_text_formats (CircXlsxBook *book)
{
  lxw_format *format;

  format = add_format (book, CIRC_XLSX_TITLE, 16);
  format_set_bold (format);
  format_set_font_color (format, accent_colour (book));
  format = add_format (book, CIRC_XLSX_MARKING, CIRC_XLSX_BODY_SIZE);
  format_set_bold (format);
  format = add_format (book, CIRC_XLSX_QUIET, CIRC_XLSX_BODY_SIZE);
  format_set_font_color (format, QUIET_COLOUR);
  format = add_format (book, CIRC_XLSX_LABEL, CIRC_XLSX_BODY_SIZE);
  format_set_bold (format);
  format_set_text_wrap (format);
  format = add_format (book, CIRC_XLSX_PLAIN, CIRC_XLSX_BODY_SIZE);
  format_set_text_wrap (format);
  format = add_format (book, CIRC_XLSX_HEADING, 12);
  format_set_bold (format);
  format_set_font_color (format, accent_colour (book));
  format = add_format (book, CIRC_XLSX_LINK, CIRC_XLSX_BODY_SIZE);
  format_set_font_color (format, accent_colour (book));
  format_set_underline (format, LXW_UNDERLINE_SINGLE);
  format_set_text_wrap (format);
}

/* Under the figures, with the same room to the right. */
static void
align_right (lxw_format *format)
{
  format_set_align (format, LXW_ALIGN_RIGHT);
  format_set_indent (format, 1);
}

/* A thin line leads from the heading to its cells. */
static void
align_middle (lxw_format *format)
{
  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_left (format, LXW_BORDER_HAIR);
  format_set_left_color (format, RULE_COLOUR);
}

static void
add_table_formats (CircXlsxBook *book)
{
  static const struct
  {
    CircXlsxFormat  which;
    const char     *number;
  } numbers[] = {
    /* "_0" leaves the room of a digit to the right, or figures would touch the text of the next column; LibreOffice
     * ignores an indent where it may shrink. */
    { CIRC_XLSX_CELL, NULL },
    { CIRC_XLSX_CELL_BOLD, NULL },
    { CIRC_XLSX_CELL_RIGHT, NULL },
    { CIRC_XLSX_CELL_MIDDLE, NULL },
    { CIRC_XLSX_INTEGER, "0_0" },
    { CIRC_XLSX_INTEGER_MIDDLE, "0" },
    { CIRC_XLSX_MONEY, "\"£\"#,##0.00_0;-\"£\"#,##0.00_0" },
    { CIRC_XLSX_DATE, "dd/mm/yyyy" },
    { CIRC_XLSX_DATE_TIME, "dd/mm/yyyy hh:mm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      lxw_format *format = add_format (book, numbers[i].which, CIRC_XLSX_BODY_SIZE);

      format_set_bottom (format, LXW_BORDER_HAIR);
      format_set_bottom_color (format, RULE_COLOUR);
      if (numbers[i].number == NULL)
        {
          format_set_text_wrap (format);
          continue;
        }
      format_set_num_format (format, numbers[i].number);
      /* A number wider than its column would be shown as ###. */
      format_set_shrink (format);
    }
  format_set_bold (book->formats[CIRC_XLSX_CELL_BOLD]);
  align_right (book->formats[CIRC_XLSX_CELL_RIGHT]);
  align_middle (book->formats[CIRC_XLSX_CELL_MIDDLE]);
  align_middle (book->formats[CIRC_XLSX_INTEGER_MIDDLE]);
  format_set_align (book->formats[CIRC_XLSX_DATE], LXW_ALIGN_LEFT);
  format_set_align (book->formats[CIRC_XLSX_DATE_TIME], LXW_ALIGN_LEFT);

  for (CircXlsxFormat which = CIRC_XLSX_HEADER; which <= CIRC_XLSX_HEADER_UPRIGHT; which++)
    {
      lxw_format *format = add_format (book, which, CIRC_XLSX_BODY_SIZE);

      format_set_bold (format);
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
      format_set_bottom (format, LXW_BORDER_MEDIUM);
      format_set_bottom_color (format, accent_colour (book));
    }
  align_right (book->formats[CIRC_XLSX_HEADER_RIGHT]);
  format_set_align (book->formats[CIRC_XLSX_HEADER_UPRIGHT], LXW_ALIGN_CENTER);
  format_set_rotation (book->formats[CIRC_XLSX_HEADER_UPRIGHT], 90);
}

void
circ_xlsx_add_formats (CircXlsxBook *book)
{
  lxw_format *normal = STAILQ_FIRST (book->workbook->formats);

  /* Column widths count in digits of the normal style's font; leaving Calibri there would make them depend on a
   * font that free systems do not have. */
  format_set_font_name (normal, "Arial");
  format_set_font_size (normal, CIRC_XLSX_BODY_SIZE);
  add_text_formats (book);
  add_table_formats (book);
}

/**
 * circ_xlsx_add_sheet:
 * @name: from circ_xlsx_dup_sheet_name()
 */
lxw_worksheet *
circ_xlsx_add_sheet (CircXlsxBook  *book,
                     const char    *name,
                     GError       **error)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, name);

  if (sheet == NULL)
    circ_xlsx_check (book, LXW_ERROR_INVALID_SHEETNAME_CHARACTER, error);
  return sheet;
}

/* "&" starts a command in headers and footers; the whole is limited to 255 characters. */
static char *
dup_header_text (const char *text,
                 glong       max)
{
  g_autoptr(GString) safe = g_string_new (NULL);
  glong n = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ >= max)
        {
          g_string_append (safe, "…");
          break;
        }
      g_string_append_unichar (safe, c < 0x20 ? ' ' : c);
      if (c == '&')
        {
          g_string_append_c (safe, '&');
          n++;
        }
    }
  return g_string_free (g_steal_pointer (&safe), FALSE);
}

/**
 * circ_xlsx_set_page:
 * @title: of the sheet, for the running header
 *
 * Paper: A4 landscape, one page wide, marking top and bottom, page x of y.
 */
void
circ_xlsx_set_page (CircXlsxBook  *book,
                    lxw_worksheet *sheet,
                    const char    *title)
{
  CircReport *report = book->job->report;
  const char *marking = circ_marking_get_title (report->marking);
  const char *advice = circ_marking_get_advice (report->marking);
  g_autofree char *left = dup_header_text (title, 60);
  g_autofree char *owner = dup_header_text (report->subtitle != NULL ? report->subtitle : "", 50);
  g_autofree char *header = g_strconcat ("&L&9", *left >= '0' && *left <= '9' ? " " : "", left, "&C&\"Arial,Bold\"&9",
                                         marking, advice != NULL ? "\n&\"Arial,Regular\"&8" : "",
                                         advice != NULL ? advice : "", NULL);
  /* translators: &P and &N are the page and the number of pages and stay as they are */
  g_autofree char *footer = g_strconcat ("&L&9", *owner >= '0' && *owner <= '9' ? " " : "", owner,
                                         "&C&\"Arial,Bold\"&9", marking, "&R&9", _("Page &P of &N"), NULL);

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_set_margins (sheet, 0.6, 0.6, 0.85, 0.75);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_header (sheet, header);
  worksheet_set_footer (sheet, footer);
}

/* "_x0041_" in a file means "A": libxlsxwriter 1.1.4 leaves it as it is, and Excel would show another text. */
static const char *
escape (CircXlsxBook *book,
        const char   *text)
{
  const char *p = strstr (text, "_x");

  if (p == NULL)
    return text;
  g_string_truncate (book->escaped, 0);
  for (p = text; *p; p++)
    {
      if (p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3]) &&
          g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_')
        g_string_append (book->escaped, "_x005F");
      g_string_append_c (book->escaped, *p);
    }
  return book->escaped->str;
}

/**
 * circ_xlsx_write_text:
 * @text: clean, and short enough for a cell
 *
 * Only ever as a string: nothing in a report is a formula or an address.
 */
gboolean
circ_xlsx_write_text (CircXlsxBook    *book,
                      lxw_worksheet   *sheet,
                      guint32          row,
                      guint            column,
                      const char      *text,
                      CircXlsxFormat   format,
                      GError         **error)
{
  lxw_error code;

  errno = 0;
  if (*text == '\0')
    code = worksheet_write_blank (sheet, row, (lxw_col_t) column, book->formats[format]);
  else
    code = worksheet_write_string (sheet, row, (lxw_col_t) column, escape (book, text), book->formats[format]);
  return circ_xlsx_check (book, code, error);
}

gboolean
circ_xlsx_set_height (CircXlsxBook   *book,
                      lxw_worksheet  *sheet,
                      guint32         row,
                      double          points,
                      GError        **error)
{
  /* Up to a whole quarter: what programs round to anyway, and quick to write out. */
  double quarters = (double) (guint) (points * 4 + 0.999) / 4;

  errno = 0;
  return circ_xlsx_check (book, worksheet_set_row (sheet, row, MIN (quarters, 409), NULL), error);
}

/**
 * circ_xlsx_line_height:
 * @foreign: whether another font steps in
 *
 * Returns: the height of one line in points. Excel and LibreOffice give Arial 1.15 to 1.28 of its size; fonts for
 *   other scripts reach 1.7.
 */
double
circ_xlsx_line_height (double   size,
                       gboolean foreign)
{
  return size * (foreign ? 1.75 : 1.28);
}

/**
 * circ_xlsx_find_break:
 *
 * Returns: the end of the part of @text that fits in @n_lines lines and in one cell
 */
const char *
circ_xlsx_find_break (const CircFit *fit,
                      const char    *text,
                      guint          n_lines)
{
  const char *end = circ_fit_find_break (fit, text, n_lines);

  /* Marks that take no room can make a line of any length. */
  while (circ_text_utf16_len (text, (gsize) (end - text)) > CIRC_XLSX_MAX_TEXT)
    end = g_utf8_find_prev_char (text, text + (end - text) / 2 + 1);
  return end;
}
