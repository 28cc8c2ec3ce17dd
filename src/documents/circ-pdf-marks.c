/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <string.h>

/* The operators of a page as cairo wrote them, with the marks of circ-pdf-tags.h turned into marked content. Whatever
 * paints outside of them is decoration (rules, repeated headers, running lines) and is put between "/Artifact BMC" and
 * "EMC", which cairo 1.16 has no way to say. */

typedef enum
{
  MARK_NONE,
  MARK_BEGIN,
  MARK_END,
} Mark;

typedef struct
{
  const char   *p;
  const char   *end;
  const char   *operand;  /* where the operands of the present operator begin */
  CircPdfTags  *tags;
  guint         page;
  guint         n_marked; /* pieces begun */
  GString      *marked;
  Mark          mark;     /* the rectangle that waits to be filled is one */
  int           depth;    /* of marked content */
  gboolean      in_text;  /* between BT and ET */
  gboolean      open;     /* an artifact is */
  gboolean      failed;   /* the marks are not those of the tags */
} Scanner;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return is_space (c) || strchr ("()<>[]{}/%", c) != NULL;
}

static void
skip_string (Scanner *self)
{
  int depth = 0;

  for (; self->p < self->end; self->p++)
    {
      if (*self->p == '\\')
        self->p++;
      else if (*self->p == '(')
        depth++;
      else if (*self->p == ')' && --depth == 0)
        {
          self->p++;
          return;
        }
    }
  self->p = self->end;
}

/* Moves over one token. Returns whether it was an operator, whose name is then from @start to p. */
static gboolean
next_token (Scanner     *self,
            const char **start)
{
  while (self->p < self->end && is_space (*self->p))
    self->p++;
  *start = self->p;
  if (self->p >= self->end)
    return FALSE;
  switch (*self->p)
    {
    case '(':
      skip_string (self);
      return FALSE;
    case '<':
      /* A dictionary's own tokens are read one by one; only hexadecimal strings are skipped. */
      if (self->p + 1 < self->end && self->p[1] == '<')
        self->p += 2;
      else
        while (self->p < self->end && *self->p++ != '>')
          ;
      return FALSE;
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
      self->p++;
      return FALSE;
    case '%':
      while (self->p < self->end && *self->p != '\n' && *self->p != '\r')
        self->p++;
      return FALSE;
    case '/':
      self->p++;
      while (self->p < self->end && !is_delimiter (*self->p))
        self->p++;
      return FALSE;
    default:
      while (self->p < self->end && !is_delimiter (*self->p))
        self->p++;
      return !g_ascii_isdigit (**start) && strchr ("+-.", **start) == NULL;
    }
}

static gboolean
is_one_of (const char *name,
           gsize       n,
           const char *list)
{
  for (const char *p = list; *p;)
    {
      gsize length = strcspn (p, " ");

      if (length == n && memcmp (p, name, n) == 0)
        return TRUE;
      p += length + (p[length] == ' ');
    }
  return FALSE;
}

static void
close_artifact (Scanner *self)
{
  if (self->open)
    g_string_append (self->marked, "\nEMC\n");
  self->open = FALSE;
}

/* Whether the operands of "re" are those of a mark. cairo writes numbers without trailing zeros. */
static Mark
read_mark (const Scanner *self,
           const char    *name)
{
  char *rest;
  double width;

  if (g_ascii_strtod (self->operand, &rest) != 0 || g_ascii_strtod (rest, &rest) != 0)
    return MARK_NONE;
  width = g_ascii_strtod (rest, &rest);
  if (g_ascii_strtod (rest, &rest) != CIRC_PDF_MARK_HEIGHT || rest > name)
    return MARK_NONE;
  return width == CIRC_PDF_MARK_BEGIN_WIDTH ? MARK_BEGIN : width == CIRC_PDF_MARK_END_WIDTH ? MARK_END : MARK_NONE;
}

static void
begin_piece (Scanner *self)
{
  guint n_pieces;
  const CircPdfPiece *pieces = circ_pdf_tags_get_pieces (self->tags, self->page, &n_pieces);
  guint n_elements;
  const CircPdfElement *elements = circ_pdf_tags_get_elements (self->tags, &n_elements);

  close_artifact (self);
  if (self->depth > 0 || self->n_marked >= n_pieces)
    {
      self->failed = TRUE;
      return;
    }
  g_string_append_printf (self->marked, "\n/%s <</MCID %u>> BDC\n", elements[pieces[self->n_marked].element].tag,
                          self->n_marked);
  self->n_marked++;
  self->depth++;
}

static void
end_piece (Scanner *self)
{
  if (self->depth != 1)
    {
      self->failed = TRUE;
      return;
    }
  g_string_append (self->marked, "\nEMC\n");
  self->depth--;
}

/* Takes the two operators of a mark away and does what it says. */
static gboolean
take_mark (Scanner    *self,
           const char *name,
           gsize       n)
{
  if (is_one_of (name, n, "re"))
    {
      self->mark = read_mark (self, name);
      return self->mark != MARK_NONE;
    }
  if (self->mark == MARK_NONE || !is_one_of (name, n, "f f*"))
    return FALSE;
  if (self->mark == MARK_BEGIN)
    begin_piece (self);
  else
    end_piece (self);
  self->mark = MARK_NONE;
  return TRUE;
}

/* Copies the operator that ends at p with its operands, after opening or closing an artifact as it asks. */
static void
take_operator (Scanner    *self,
               const char *name)
{
  gsize n = (gsize) (self->p - name);

  if (take_mark (self, name, n))
    {
      self->operand = self->p;
      return;
    }
  if (self->depth == 0 && !self->in_text)
    {
      if (is_one_of (name, n, "q Q cm"))
        close_artifact (self);
      else if (!self->open && is_one_of (name, n, "m re BT Do sh BDC BMC"))
        {
          g_string_append (self->marked, "\n/Artifact BMC\n");
          self->open = TRUE;
        }
    }
  if (self->depth > 0 && is_one_of (name, n, "BDC BMC"))
    self->depth++;
  else if (self->depth > 1 && is_one_of (name, n, "EMC"))
    self->depth--;
  else if (is_one_of (name, n, "BT"))
    self->in_text = TRUE;
  else if (is_one_of (name, n, "ET"))
    self->in_text = FALSE;
  g_string_append_len (self->marked, self->operand, self->p - self->operand);
  self->operand = self->p;
}

/**
 * circ_pdf_mark_content:
 * @content: the operators of a page, a NUL behind them
 * @page: from 0
 * @marked: emptied, then filled with the same and the marked content
 *
 * Inline pictures are not expected: cairo writes pictures as objects here.
 *
 * Returns: whether every piece of the page was found
 */
gboolean
circ_pdf_mark_content (const char  *content,
                       gsize        n_bytes,
                       CircPdfTags *tags,
                       guint        page,
                       GString     *marked)
{
  Scanner self = { .p = content, .end = content + n_bytes, .operand = content, .tags = tags, .page = page,
                   .marked = marked };
  guint n_pieces;
  const char *start;

  g_string_truncate (marked, 0);
  while (self.p < self.end)
    if (next_token (&self, &start))
      take_operator (&self, start);
  if (self.operand < self.end)
    g_string_append_len (marked, self.operand, self.end - self.operand);
  if (self.open)
    g_string_append (marked, "\nEMC\n");
  circ_pdf_tags_get_pieces (tags, page, &n_pieces);
  return !self.failed && self.depth == 0 && self.n_marked == n_pieces;
}
