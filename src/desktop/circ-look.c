/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-look.h"

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
  };

  g_return_val_if_fail (kind < CIRC_N_KINDS, NULL);

  return icons[kind];
}
