/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-store-names.h"

#include "circ-agency.h"
#include "circ-audience.h"
#include "circ-circulation-list.h"
#include "circ-contact.h"
#include "circ-group.h"
#include "circ-method.h"
#include "circ-partnership.h"

/* Where a kind keeps the names by which its records are known. */
typedef struct {
  CircKindId kind;
  int names[3]; /* fields, ended by -1 */
} NamedKind;

static const NamedKind named_kinds[] = {
  { CIRC_KIND_AUDIENCE, { CIRC_AUDIENCE_NAME, CIRC_AUDIENCE_OTHER_NAMES, -1 } },
  { CIRC_KIND_CIRCULATION_LIST, { CIRC_CIRCULATION_LIST_NAME, -1 } },
  { CIRC_KIND_GROUP, { CIRC_GROUP_NAME, -1 } },
  { CIRC_KIND_AGENCY, { CIRC_AGENCY_NAME, CIRC_AGENCY_ABBREVIATION, -1 } },
  { CIRC_KIND_METHOD, { CIRC_METHOD_NAME, CIRC_METHOD_OTHER_NAMES, -1 } },
  { CIRC_KIND_CONTACT, { CIRC_CONTACT_POST_TITLE, CIRC_CONTACT_EMAIL, -1 } },
};

static gboolean
add_kind (CircMatcher *names,
          CircStore *store,
          const NamedKind *named,
          GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (named->kind);
  g_autoptr (GPtrArray) records = NULL;
  const CircKind *kind = circ_kind_get (named->kind);

  circ_query_set_scope (query, CIRC_QUERY_IN_USE);
  records = circ_store_find (store, query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      CircRecord *record = records->pdata[i];
      gint64 id = circ_record_get_id (record);

      /* Somebody who left, or asked not to be written to, is not sent anything because a name is recognised. */
      if (named->kind == CIRC_KIND_CONTACT && (circ_record_get (record, CIRC_CONTACT_LEFT_ON) != NULL ||
                                               circ_record_get_bool (record, CIRC_CONTACT_DO_NOT_CONTACT)))
        continue;
      for (guint j = 0; named->names[j] >= 0; j++)
        circ_matcher_add_lines (names, kind->name, id, circ_record_get_text (record, (guint) named->names[j]));
      if (named->kind == CIRC_KIND_CONTACT && circ_record_get (record, CIRC_CONTACT_FAMILY_NAME) != NULL)
        {
          g_autofree char *title = circ_record_dup_title (record);
          const char *given = circ_record_get_text (record, CIRC_CONTACT_GIVEN_NAME);
          g_autofree char *full = g_strdup_printf ("%s %s", given != NULL ? given : "",
                                                   circ_record_get_text (record, CIRC_CONTACT_FAMILY_NAME));

          circ_matcher_add (names, kind->name, id, title);
          /* A family name alone is not enough to know somebody by. */
          if (given != NULL)
            circ_matcher_add (names, kind->name, id, full);
        }
    }
  return TRUE;
}

/**
 * circ_store_read_names:
 * @store: a store
 *
 * Returns: (transfer full): a matcher that knows every name of every record in use, or %NULL with @error
 */
CircMatcher *
circ_store_read_names (CircStore *store,
                       GError **error)
{
  g_autoptr (CircRecord) partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  g_autoptr (CircMatcher) names = NULL;

  if (partnership == NULL)
    return NULL;
  names = circ_matcher_new (circ_record_get_text (partnership, CIRC_PARTNERSHIP_SHORT_NAME));
  for (guint i = 0; i < G_N_ELEMENTS (named_kinds); i++)
    if (!add_kind (names, store, &named_kinds[i], error))
      return NULL;
  return g_steal_pointer (&names);
}

/**
 * circ_store_recognise:
 * @names: from circ_store_read_names()
 * @field: "to-whom", "how" or "by-whom" of the plan item: says which kinds may be meant
 * @words: the words of an entry
 * @candidates: (out) (optional) (transfer full) (element-type gint64): see circ_matcher_match()
 *
 * In "how", words that name a method and an audience mean the method, which sends nothing to anybody by itself; in the
 * other fields such words mean nobody until a person has chosen.
 *
 * Returns: the id that the words mean, or 0
 */
gint64
circ_store_recognise (CircMatcher *names,
                      const CircField *field,
                      const char *words,
                      GArray **candidates)
{
  const CircField *link = circ_field_find (field->rows, "link");
  const char *const first[] = { link->targets[0], NULL };
  gint64 id = g_str_equal (first[0], circ_method_kind.name) ? circ_matcher_match (names, words, first, NULL) : 0;

  if (id != 0)
    {
      if (candidates != NULL)
        *candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
      return id;
    }
  return circ_matcher_match (names, words, link->targets, candidates);
}
