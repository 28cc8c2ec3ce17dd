/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-empty.h"

#include <glib/gi18n-lib.h>

#include "circ-lists-words.h"
#include "circ-look.h"

static void
say (AdwStatusPage *page,
     GtkButton *button,
     const char *icon,
     const char *title,
     const char *description,
     const char *label)
{
  adw_status_page_set_icon_name (page, icon);
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, description);
  gtk_button_set_label (button, label);
}

void
circ_lists_empty_say (AdwStatusPage *page,
                      GtkButton *button,
                      CircKindId kind,
                      gboolean searching,
                      gboolean retired)
{
  const CircListsWords *words = circ_lists_words_get (kind);
  const char *icon = circ_look_get_kind_icon (kind);

  g_return_if_fail (ADW_IS_STATUS_PAGE (page) && GTK_IS_BUTTON (button));

  if (searching)
    say (page, button, "system-search-symbolic", _ ("Nothing Found"), _ ("No entry has all of these words."),
         _ ("Clear Search"));
  else if (retired)
    say (page, button, icon, _ ("Nothing Is Retired"),
         _ ("What is retired stays where it is used and can be brought back from here."), _ ("Show What Is in Use"));
  else
    say (page, button, icon, _ (words->none), _ (words->about), _ (words->add));
}
