/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-look.h"

#include <glib/gi18n-lib.h>

const char *
circ_look_get_kind_icon (CircKindId kind)
{
  static const char *const icons[CIRC_N_KINDS] = {
    [CIRC_KIND_PARTNERSHIP] = "emblem-system-symbolic",
    [CIRC_KIND_AGENCY] = "user-home-symbolic",
    [CIRC_KIND_CONTACT] = "avatar-default-symbolic",
    [CIRC_KIND_GROUP] = "network-workgroup-symbolic",
    [CIRC_KIND_CIRCULATION_LIST] = "view-list-bullet-symbolic",
    [CIRC_KIND_AUDIENCE] = "system-users-symbolic",
    [CIRC_KIND_METHOD] = "mail-send-symbolic",
    [CIRC_KIND_KEY_MESSAGE] = "chat-message-new-symbolic",
    [CIRC_KIND_PLAN_ITEM] = "circ-plan-symbolic",
    [CIRC_KIND_OCCURRENCE] = "object-select-symbolic",
    [CIRC_KIND_EVIDENCE] = "mail-attachment-symbolic",
    [CIRC_KIND_MEETING] = "x-office-calendar-symbolic",
    [CIRC_KIND_THEME_DAY] = "starred-symbolic",
    [CIRC_KIND_THEME_DAY_YEAR] = "starred-symbolic",
    [CIRC_KIND_TRIGGER] = "alarm-symbolic",
    [CIRC_KIND_HOLIDAY] = "weather-clear-symbolic",
    [CIRC_KIND_DATE_SETTINGS] = "emblem-system-symbolic",
    [CIRC_KIND_CASCADE_RETURN] = "mail-replied-symbolic",
    [CIRC_KIND_FORMAT_REQUEST] = "preferences-desktop-accessibility-symbolic",
    [CIRC_KIND_MATRIX] = "view-grid-symbolic",
    [CIRC_KIND_MATRIX_CELL] = "view-grid-symbolic",
    [CIRC_KIND_PRIORITY] = "bookmark-new-symbolic",
    [CIRC_KIND_MEASURE] = "power-profile-performance-symbolic",
    [CIRC_KIND_MEASURE_READING] = "power-profile-performance-symbolic",
    [CIRC_KIND_CAMPAIGN] = "mark-location-symbolic",
    [CIRC_KIND_PARTNER_SITE] = "web-browser-symbolic",
  };

  g_return_val_if_fail (kind < CIRC_N_KINDS, NULL);

  return icons[kind];
}

/* Whole sentences, because the words before and after the name bend with the kind in most languages. */
const char *
circ_look_get_add_format (CircKindId kind)
{
  switch (kind)
    {
    /* translators: %s is what was typed, here and in the lines that follow */
    case CIRC_KIND_AGENCY:
      return _ ("Add “%s” as a new agency");
    case CIRC_KIND_CONTACT:
      return _ ("Add “%s” as a new contact");
    case CIRC_KIND_GROUP:
      return _ ("Add “%s” as a new group");
    case CIRC_KIND_CIRCULATION_LIST:
      return _ ("Add “%s” as a new circulation list");
    case CIRC_KIND_AUDIENCE:
      return _ ("Add “%s” as a new audience");
    case CIRC_KIND_METHOD:
      return _ ("Add “%s” as a new method");
    case CIRC_KIND_KEY_MESSAGE:
      return _ ("Add “%s” as a new key message");
    case CIRC_KIND_PRIORITY:
      return _ ("Add “%s” as a new priority");
    case CIRC_KIND_MEASURE:
      return _ ("Add “%s” as a new measure");
    case CIRC_KIND_CAMPAIGN:
      return _ ("Add “%s” as a new campaign");
    case CIRC_KIND_PARTNERSHIP:
    case CIRC_KIND_PLAN_ITEM:
    case CIRC_KIND_OCCURRENCE:
    case CIRC_KIND_EVIDENCE:
    case CIRC_KIND_MEETING:
    case CIRC_KIND_THEME_DAY:
    case CIRC_KIND_THEME_DAY_YEAR:
    case CIRC_KIND_TRIGGER:
    case CIRC_KIND_HOLIDAY:
    case CIRC_KIND_DATE_SETTINGS:
    case CIRC_KIND_CASCADE_RETURN:
    case CIRC_KIND_FORMAT_REQUEST:
    case CIRC_KIND_MATRIX:
    case CIRC_KIND_MATRIX_CELL:
    case CIRC_KIND_MEASURE_READING:
    case CIRC_KIND_PARTNER_SITE:
    case CIRC_N_KINDS:
    default:
      return NULL; /* not made in passing */
    }
}
