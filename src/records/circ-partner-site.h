/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-record.h"

G_BEGIN_DECLS

/* A website or intranet of a partner, and whether it leads to ours. FEATURES P25. */
CIRC_DECLARE_KIND (CircPartnerSite, circ_partner_site)

enum {
  CIRC_PARTNER_SITE_ADDRESS,
  CIRC_PARTNER_SITE_KIND,
  CIRC_PARTNER_SITE_AGENCY,
  CIRC_PARTNER_SITE_LINKS_TO_US,
  CIRC_PARTNER_SITE_CHECKED_ON,
  CIRC_PARTNER_SITE_NOTE,
  CIRC_PARTNER_SITE_ARCHIVED_ON,
  CIRC_PARTNER_SITE_N_FIELDS,
};

extern const CircKind circ_partner_site_kind;

G_END_DECLS
