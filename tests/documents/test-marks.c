/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-pdf.h"

#define BEGIN "0 0 0.125 0.125 re f "
#define END "0 0 0.25 0.125 re f "

/* Line ends and doubled spaces are not compared. The page of the tags has the pieces P, TD. */
static const struct
{
  const char *content;
  const char *marked;
  gboolean    whole;
} cases[] = {
  { "q 1 0 0 rg Q", "q 1 0 0 rg Q", FALSE },
  { "0 0 5 5 re f", "/Artifact BMC 0 0 5 5 re f EMC", FALSE },
  { "q 0 0 5 5 re f Q BT (a) Tj ET", "q /Artifact BMC 0 0 5 5 re f EMC Q /Artifact BMC BT (a) Tj ET EMC", FALSE },
  { BEGIN "BT (a) Tj ET " END "1 1 m 2 2 l S " BEGIN "BT (b) Tj ET " END,
    "/P <</MCID 0>> BDC BT (a) Tj ET EMC /Artifact BMC 1 1 m 2 2 l S EMC /TD <</MCID 1>> BDC BT (b) Tj ET EMC", TRUE },
  { "0 0 1 1 re f " BEGIN "0 0 1 1 re f " END BEGIN END,
    "/Artifact BMC 0 0 1 1 re f EMC /P <</MCID 0>> BDC 0 0 1 1 re f EMC /TD <</MCID 1>> BDC EMC", TRUE },
  /* ActualText of an Arabic word, inside and outside of a piece. */
  { BEGIN "BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET " END BEGIN END,
    "/P <</MCID 0>> BDC BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET EMC /TD <</MCID 1>> BDC EMC", TRUE },
  { "BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET",
    "/Artifact BMC BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET EMC", FALSE },
  { "BT (a \\) f BT re EMC (nested) \\\\) Tj ET", "/Artifact BMC BT (a \\) f BT re EMC (nested) \\\\) Tj ET EMC", FALSE },
  { "[(re) -12.5 <00ff>] TJ /x5 Do", "[(re) -12.5 <00ff>] TJ /Artifact BMC /x5 Do EMC", FALSE },
  { "1 0 0 1 0 0 cm 0 0 1 1 re f 1 0 0 1 0 0 cm", "1 0 0 1 0 0 cm /Artifact BMC 0 0 1 1 re f EMC 1 0 0 1 0 0 cm",
    FALSE },
  /* A rectangle that only looks like a mark. */
  { "1 0 0.125 0.125 re f", "/Artifact BMC 1 0 0.125 0.125 re f EMC", FALSE },
  { "0 0 0.125 0.25 re f", "/Artifact BMC 0 0 0.125 0.25 re f EMC", FALSE },
  /* One begun in another, one too many, and none that ends. */
  { BEGIN BEGIN END END, "/P <</MCID 0>> BDC EMC", FALSE },
  { BEGIN END BEGIN END BEGIN END, "/P <</MCID 0>> BDC EMC /TD <</MCID 1>> BDC EMC", FALSE },
  { BEGIN END BEGIN, "/P <</MCID 0>> BDC EMC /TD <</MCID 1>> BDC", FALSE },
  /* Broken content must end. */
  { "", "", FALSE },
  { "re", "/Artifact BMC re EMC", FALSE },
  { "(never closed", "(never closed", FALSE },
  { "<00", "<00", FALSE },
  { "% comment BT\n0 0 1 1 re f", "/Artifact BMC % comment BT 0 0 1 1 re f EMC", FALSE },
};

/* The second page of a document: P, and a cell that was begun on the first. */
static CircPdfTags *
new_tags (void)
{
  CircPdfTags *tags = circ_pdf_tags_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint cell = circ_pdf_tags_open (tags, "TD", NULL);

  circ_pdf_tags_begin_content (tags, cr);
  circ_pdf_tags_end_content (tags, cr);
  circ_pdf_tags_close (tags);
  circ_pdf_tags_turn_page (tags);
  circ_pdf_tags_open (tags, "P", NULL);
  circ_pdf_tags_begin_content (tags, cr);
  circ_pdf_tags_end_content (tags, cr);
  circ_pdf_tags_close (tags);
  circ_pdf_tags_reopen (tags, cell);
  circ_pdf_tags_begin_content (tags, cr);
  circ_pdf_tags_end_content (tags, cr);
  circ_pdf_tags_close (tags);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return tags;
}

static void
test_tags (void)
{
  g_autoptr(CircPdfTags) tags = new_tags ();
  guint n;
  const CircPdfElement *elements = circ_pdf_tags_get_elements (tags, &n);
  const CircPdfPiece *piece;

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (elements[0].tag, ==, "Document");
  g_assert_cmpuint (elements[0].first_kid, ==, 1);
  g_assert_cmpuint (elements[1].next, ==, 2);
  g_assert_cmpuint (elements[2].next, ==, 0);
  piece = circ_pdf_tags_get_first_piece (tags, 1);
  g_assert_cmpuint (piece->page, ==, 0);
  g_assert_cmpuint (piece->mcid, ==, 0);
  piece = circ_pdf_tags_get_next_piece (tags, piece);
  g_assert_cmpuint (piece->page, ==, 1);
  g_assert_cmpuint (piece->mcid, ==, 1);
  g_assert_null (circ_pdf_tags_get_next_piece (tags, piece));
  g_assert_null (circ_pdf_tags_get_first_piece (tags, 0));
  circ_pdf_tags_get_pieces (tags, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (circ_pdf_tags_get_pieces (tags, 1, &n)[0].element, ==, 2);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (circ_pdf_tags_get_pieces (tags, 2, &n));
}

static char *
normalise (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);
  g_autoptr(GString) joined = g_string_new (NULL);

  for (int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_cases (void)
{
  g_autoptr(GString) marked = g_string_new (NULL);
  g_autoptr(CircPdfTags) tags = new_tags ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = NULL;
      g_autofree char *wanted = normalise (cases[i].marked);

      gboolean whole;

      g_test_message ("%s", cases[i].content);
      whole = circ_pdf_mark_content (cases[i].content, strlen (cases[i].content), tags, 1, marked);
      g_assert_cmpint (whole, ==, cases[i].whole);
      got = normalise (marked->str);
      g_assert_cmpstr (got, ==, wanted);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/tags", test_tags);
  g_test_add_func ("/marks/cases", test_cases);
  return g_test_run ();
}
