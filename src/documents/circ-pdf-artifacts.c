/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf.h"

#include <string.h>

/* Whatever paints outside of marked content is decoration: rules, repeated headers, running lines. cairo 1.16 cannot
 * say so; this walks over the operators of a page and puts "/Artifact BMC" and "EMC" around them. */

typedef struct
{
  const char *p;
  const char *end;
  const char *operand;  /* where the operands of the present operator begin */
  GString    *marked;
  int         depth;    /* of marked content */
  gboolean    in_text;  /* between BT and ET */
  gboolean    open;     /* an artifact is */
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

static gboolean
has_mcid (const Scanner *self)
{
  return g_strstr_len (self->operand, self->p - self->operand, "/MCID") != NULL;
}

/* Copies the operator that ends at p with its operands, after opening or closing an artifact as it asks. */
static void
take_operator (Scanner    *self,
               const char *name)
{
  gsize n = (gsize) (self->p - name);
  gboolean begins = is_one_of (name, n, "BDC BMC");

  if (self->depth == 0 && !self->in_text)
    {
      if (begins && has_mcid (self))
        close_artifact (self);
      else if (is_one_of (name, n, "q Q cm"))
        close_artifact (self);
      else if (!self->open && is_one_of (name, n, "m re BT Do sh BDC BMC"))
        {
          g_string_append (self->marked, "\n/Artifact BMC\n");
          self->open = TRUE;
        }
    }
  if (begins && (self->depth > 0 || has_mcid (self)))
    self->depth++;
  else if (is_one_of (name, n, "EMC") && self->depth > 0)
    self->depth--;
  else if (is_one_of (name, n, "BT"))
    self->in_text = TRUE;
  else if (is_one_of (name, n, "ET"))
    self->in_text = FALSE;
  g_string_append_len (self->marked, self->operand, self->p - self->operand);
  self->operand = self->p;
}

/**
 * circ_pdf_mark_artifacts:
 * @content: the operators of a page
 * @marked: emptied, then filled with the same and the marks
 *
 * Inline pictures are not expected: cairo writes pictures as objects here.
 */
void
circ_pdf_mark_artifacts (const char *content,
                         gsize       n_bytes,
                         GString    *marked)
{
  Scanner self = { .p = content, .end = content + n_bytes, .operand = content, .marked = marked };
  const char *start;

  g_string_truncate (marked, 0);
  while (self.p < self.end)
    if (next_token (&self, &start))
      take_operator (&self, start);
  if (self.operand < self.end)
    g_string_append_len (marked, self.operand, self.end - self.operand);
  if (self.open)
    g_string_append (marked, "\nEMC\n");
}
