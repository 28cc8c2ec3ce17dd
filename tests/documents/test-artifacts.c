/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "circ-pdf.h"

/* Line ends and doubled spaces are not compared. */
static const struct
{
  const char *content;
  const char *marked;
} cases[] = {
  { "", "" },
  { "q 1 0 0 rg Q", "q 1 0 0 rg Q" },
  { "0 0 5 5 re f", "/Artifact BMC 0 0 5 5 re f EMC" },
  { "q 0 0 5 5 re f Q BT (a) Tj ET", "q /Artifact BMC 0 0 5 5 re f EMC Q /Artifact BMC BT (a) Tj ET EMC" },
  { "/P << /MCID 0 >> BDC BT (a) Tj ET EMC 1 1 m 2 2 l S",
    "/P << /MCID 0 >> BDC BT (a) Tj ET EMC /Artifact BMC 1 1 m 2 2 l S EMC" },
  { "0 0 1 1 re f /P <</MCID 3>> BDC 0 0 1 1 re f EMC",
    "/Artifact BMC 0 0 1 1 re f EMC /P <</MCID 3>> BDC 0 0 1 1 re f EMC" },
  /* ActualText of an Arabic word, inside and outside of what is marked already. */
  { "/P <</MCID 0>> BDC BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET EMC",
    "/P <</MCID 0>> BDC BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET EMC" },
  { "BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET",
    "/Artifact BMC BT /Span << /ActualText <feff> >> BDC (a) Tj EMC ET EMC" },
  { "BT (a \\) f BT re EMC (nested) \\\\) Tj ET", "/Artifact BMC BT (a \\) f BT re EMC (nested) \\\\) Tj ET EMC" },
  { "[(re) -12.5 <00ff>] TJ /x5 Do", "[(re) -12.5 <00ff>] TJ /Artifact BMC /x5 Do EMC" },
  { "1 0 0 1 0 0 cm 0 0 1 1 re f 1 0 0 1 0 0 cm", "1 0 0 1 0 0 cm /Artifact BMC 0 0 1 1 re f EMC 1 0 0 1 0 0 cm" },
  /* Broken content must end. */
  { "(never closed", "(never closed" },
  { "<00", "<00" },
  { "% comment BT\n0 0 1 1 re f", "/Artifact BMC % comment BT 0 0 1 1 re f EMC" },
};

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

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = NULL;
      g_autofree char *wanted = normalise (cases[i].marked);

      circ_pdf_mark_artifacts (cases[i].content, strlen (cases[i].content), marked);
      got = normalise (marked->str);
      g_test_message ("%s", cases[i].content);
      g_assert_cmpstr (got, ==, wanted);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/artifacts/cases", test_cases);
  return g_test_run ();
}
