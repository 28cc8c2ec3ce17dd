/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-page.h"

G_DEFINE_INTERFACE (CircPage, circ_page, GTK_TYPE_WIDGET)

static void
circ_page_default_init (CircPageInterface *iface)
{
}

const char *
circ_page_get_title (CircPage *self)
{
  g_return_val_if_fail (CIRC_IS_PAGE (self), NULL);

  return CIRC_PAGE_GET_IFACE (self)->get_title (self);
}

const char *
circ_page_get_icon_name (CircPage *self)
{
  g_return_val_if_fail (CIRC_IS_PAGE (self), NULL);

  return CIRC_PAGE_GET_IFACE (self)->get_icon_name (self);
}

gboolean
circ_page_commit (CircPage *self)
{
  g_return_val_if_fail (CIRC_IS_PAGE (self), FALSE);

  return CIRC_PAGE_GET_IFACE (self)->commit (self);
}

gboolean
circ_page_show_record (CircPage *self,
                       CircRecord *record)
{
  g_return_val_if_fail (CIRC_IS_PAGE (self), FALSE);

  return CIRC_PAGE_GET_IFACE (self)->show_record (self, record);
}
