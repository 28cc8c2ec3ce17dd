/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-pdf-qpdf.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Kids of a structure element that are elements themselves. /K is an array, or the only kid itself. */
static int
count_kids (qpdf_data q,
            qpdf_oh   element)
{
  qpdf_oh kids = qpdf_oh_get_key (q, element, "/K");
  int n = qpdf_oh_is_array (q, kids) ? qpdf_oh_get_array_n_items (q, kids) : qpdf_oh_is_dictionary (q, kids) ? 1 : 0;

  qpdf_oh_release (q, kids);
  return n;
}

static qpdf_oh
get_kid (qpdf_data q,
         qpdf_oh   element,
         int       index)
{
  qpdf_oh kids = qpdf_oh_get_key (q, element, "/K");
  qpdf_oh kid;

  if (!qpdf_oh_is_array (q, kids))
    return kids;
  kid = qpdf_oh_get_array_item (q, kids, index);
  qpdf_oh_release (q, kids);
  return kid;
}

/* @type is a name with its slash, as libqpdf gives it. */
static gboolean
is_element (qpdf_data   q,
            qpdf_oh     element,
            const char *type)
{
  qpdf_oh name;
  gboolean same;

  if (!qpdf_oh_is_dictionary (q, element))
    return FALSE;
  name = qpdf_oh_get_key (q, element, "/S");
  same = qpdf_oh_is_name (q, name) && strcmp (qpdf_oh_get_name (q, name), type) == 0;
  qpdf_oh_release (q, name);
  return same;
}

static void
scope_row (qpdf_data  q,
           qpdf_oh    row,
           gboolean   head)
{
  int n = count_kids (q, row);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh cell = get_kid (q, row, i);

      if (is_element (q, cell, "/TH"))
        circ_qpdf_set_parsed (q, cell, "/A", head ? "<< /O /Table /Scope /Column >>" : "<< /O /Table /Scope /Row >>");
      qpdf_oh_release (q, cell);
    }
}

static void
finish_element (qpdf_data   q,
                qpdf_oh     element,
                CircReport *report)
{
  if (is_element (q, element, "/Figure"))
    circ_qpdf_set_key (q, element, "/Alt",
                       qpdf_oh_new_unicode_string (q, report->logo_alt != NULL ? report->logo_alt : _("Logo")));
  else if (is_element (q, element, "/Table"))
    {
      int n = count_kids (q, element);

      for (int i = 0; i < n; i++)
        {
          qpdf_oh row = get_kid (q, element, i);

          scope_row (q, row, i == 0);
          qpdf_oh_release (q, row);
        }
    }
}

/* Scopes of header cells, and the words for the logo. */
void
circ_pdf_finish_structure (qpdf_data   q,
                           qpdf_oh     root,
                           CircReport *report)
{
  qpdf_oh tree = qpdf_oh_get_key (q, root, "/StructTreeRoot");
  int n_documents = qpdf_oh_is_dictionary (q, tree) ? count_kids (q, tree) : 0;

  for (int i = 0; i < n_documents; i++)
    {
      qpdf_oh document = get_kid (q, tree, i);
      int n = count_kids (q, document);

      for (int j = 0; j < n; j++)
        {
          qpdf_oh element = get_kid (q, document, j);

          finish_element (q, element, report);
          qpdf_oh_release (q, element);
        }
      qpdf_oh_release (q, document);
    }
  qpdf_oh_release (q, tree);
}
