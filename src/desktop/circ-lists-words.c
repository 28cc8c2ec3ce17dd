/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-group.h"
#include "circ-key-message.h"
#include "circ-method.h"

static const CircListsWords words[CIRC_N_KINDS] = {
  [CIRC_KIND_AUDIENCE] = {
    N_ ("No Audiences"), N_ ("An audience is a group of people that a message is for."), N_ ("Add Audience"),
    N_ ("Name of the new audience"),
  },
  [CIRC_KIND_METHOD] = {
    N_ ("No Methods"), N_ ("A method is a way of reaching people: a newsletter, a briefing, a website."),
    N_ ("Add Method"), N_ ("Name of the new method"),
  },
  [CIRC_KIND_CIRCULATION_LIST] = {
    N_ ("No Circulation Lists"), N_ ("A circulation list names the people and groups that something is sent to."),
    N_ ("Add Circulation List"), N_ ("Name of the new circulation list"),
  },
  [CIRC_KIND_GROUP] = {
    N_ ("No Groups"), N_ ("A group is a board, sub-group or forum with its members."), N_ ("Add Group"),
    N_ ("Name of the new group"),
  },
  [CIRC_KIND_AGENCY] = {
    N_ ("No Agencies"), N_ ("An agency is an organisation that takes part in the partnership or is spoken to by it."),
    N_ ("Add Agency"), N_ ("Name of the new agency"),
  },
  [CIRC_KIND_CONTACT] = {
    N_ ("No Contacts"), N_ ("A contact is a person, a shared mailbox or a journalist."), N_ ("Add Contact"),
    N_ ("Name or e-mail address of the new contact"),
  },
  [CIRC_KIND_KEY_MESSAGE] = {
    N_ ("No Key Messages"), N_ ("A key message is what is to be said, to whom, and what the hearer can do."),
    N_ ("Add Key Message"), N_ ("The new key message"),
  },
};

const CircListsWords *
circ_lists_words_get (CircKindId kind)
{
  g_return_val_if_fail (kind < CIRC_N_KINDS && words[kind].none != NULL, NULL);

  return &words[kind];
}

char *
circ_lists_words_dup_subtitle (CircRecord *record,
                               gint64 *reference)
{
  static const guint fields[CIRC_N_KINDS] = {
    [CIRC_KIND_AUDIENCE] = CIRC_AUDIENCE_SIDE,
    [CIRC_KIND_METHOD] = CIRC_METHOD_CATEGORY,
    [CIRC_KIND_CIRCULATION_LIST] = CIRC_CIRCULATION_LIST_PURPOSE,
    [CIRC_KIND_GROUP] = CIRC_GROUP_KIND,
    [CIRC_KIND_AGENCY] = CIRC_AGENCY_CATEGORY,
    [CIRC_KIND_CONTACT] = CIRC_CONTACT_AGENCY,
    [CIRC_KIND_KEY_MESSAGE] = CIRC_KEY_MESSAGE_STATUS,
  };
  const CircKind *kind = circ_record_get_kind (record);
  guint field = fields[kind->id];
  char *text;

  *reference = 0;
  if (circ_record_get (record, field) == NULL)
    return g_strdup ("");
  if (kind->fields[field].kind == CIRC_FIELD_REFERENCE)
    {
      *reference = circ_record_get_int (record, field);
      return g_strdup ("");
    }
  text = circ_record_format (record, field);

  return g_strdelimit (text, "\r\n", ' ');
}
