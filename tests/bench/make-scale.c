/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-scale FILE ITEMS OCCURRENCES [SEED]: a file with that many plan items and occurrences in invented words, saved
 * through the store like anything else, so that it has its history, links and search index and `circulate check` finds
 * nothing wrong. The same numbers give the same records. About one occurrence in four brings a piece of evidence. */
#include "circ-audience.h"
#include "circ-change.h"
#include "circ-date.h"
#include "circ-entry.h"
#include "circ-evidence.h"
#include "circ-follow.h"
#include "circ-group.h"
#include "circ-method.h"
#include "circ-occurrence.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"
#include "circ-store.h"

#define TODAY "2026-11-21"
#define CLOCK "2026-11-21T09:00:00Z"
#define BATCH 10000 /* items or occurrences in one change: a large import */
#define N_AUDIENCES 24
#define N_METHODS 18
#define N_GROUPS 40

typedef struct {
  CircStore *store; /* (owned) */
  GRand *rand;      /* (owned) */
  GArray *items;    /* (owned) ids */
  gint64 audiences[N_AUDIENCES];
  gint64 methods[N_METHODS];
  gint64 groups[N_GROUPS];
} Scale;

static const char *const syllables[] = {
  "ba", "bel", "cor", "da", "den", "dor", "el", "fa", "fen", "gal", "gar", "hal", "her", "il", "ka", "kel",
  "la", "lin", "lo", "mar", "mel", "mo", "na", "nor", "ol", "or", "pel", "ra", "ren", "ro", "sa", "sel",
  "sta", "ta", "tel", "tor", "ul", "va", "ven", "wen", "wil", "yar", "zel", "zo",
};
static const char *const things[] = {
  "newsletter", "annual report", "briefing", "online safety guide", "learning from reviews", "training programme",
  "campaign", "policy update", "meeting papers", "audit findings", "good practice example", "survey results",
};
static const char *const times[] = {
  "Within one week of each meeting", "Monthly", "Every term", "As soon as it is published", "Each September",
  "Within two working days", "Twice a year", "When it changes",
};
static const char *const categories[] = {
  "essential_information", "meeting_papers", "online_safety", "policy_procedure", "training_programme", "audit",
  "learning_from_reviews", "campaign", "newsletter_bulletin", "annual_report", "other",
};

#define PICK(self, array) ((array)[g_rand_int_range ((self)->rand, 0, G_N_ELEMENTS (array))])

static gboolean
chance (Scale *self,
        int percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

/* One of 85,000 names, so that most words of the index are rare. */
static char *
dup_name (Scale *self)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (int i = 0; i < 3; i++)
    g_string_append (name, PICK (self, syllables));
  name->str[0] = g_ascii_toupper (name->str[0]);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static GVariant *
new_entries (const CircField *field,
             const char *words,
             gint64 link,
             const char *more_words,
             gint64 more_link)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);

  g_ptr_array_add (entries, circ_entry_new (words, link, NULL));
  if (more_words != NULL)
    g_ptr_array_add (entries, circ_entry_new (more_words, more_link, NULL));
  return circ_entries_to_value (field, entries);
}

static void
set_entries (Scale *self,
             CircRecord *item,
             guint field,
             const gint64 *links,
             int n_links,
             int more)
{
  gint64 first = links[g_rand_int_range (self->rand, 0, n_links)];
  gint64 second = links[g_rand_int_range (self->rand, 0, n_links)];
  g_autofree char *words = circ_store_dup_title (self->store, first);
  g_autofree char *more_words = chance (self, more) ? circ_store_dup_title (self->store, second) : NULL;
  g_autoptr (GVariant) value = new_entries (&circ_plan_item_kind.fields[field], words, first, more_words, second);

  circ_record_set (item, field, value);
}

static CircRecord *
new_item (Scale *self)
{
  CircRecord *item = circ_record_new (CIRC_KIND_PLAN_ITEM);
  g_autofree char *place = dup_name (self);
  g_autofree char *group = dup_name (self);
  g_autofree char *what = g_strdup_printf ("%s %s for %s", place, PICK (self, things), group);

  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
  set_entries (self, item, CIRC_PLAN_ITEM_TO_WHOM, self->audiences, N_AUDIENCES, 40);
  set_entries (self, item, CIRC_PLAN_ITEM_HOW, self->methods, N_METHODS, 30);
  set_entries (self, item, CIRC_PLAN_ITEM_BY_WHOM, self->groups, N_GROUPS, 0);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, PICK (self, times));
  circ_record_set_text (item, CIRC_PLAN_ITEM_CATEGORY, PICK (self, categories));
  /* One in five belongs to other years, one in fifty is put away. */
  if (chance (self, 20))
    {
      int year = g_rand_int_range (self->rand, 2023, 2026);
      g_autofree char *from = g_strdup_printf ("%d-04-01", year);
      g_autofree char *to = g_strdup_printf ("%d-03-31", year + 1);

      circ_record_set_text (item, CIRC_PLAN_ITEM_ACTIVE_FROM, from);
      circ_record_set_text (item, CIRC_PLAN_ITEM_ACTIVE_TO, to);
    }
  if (chance (self, 2))
    circ_record_set_text (item, CIRC_PLAN_ITEM_ARCHIVED_ON, "2026-03-31");
  return item;
}

static void
add_occurrence (Scale *self,
                CircChange *change)
{
  g_autoptr (CircRecord) occurrence = circ_record_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (CircRecord) evidence = NULL;
  int days = g_rand_int_range (self->rand, -700, 300);
  g_autofree char *due_on = circ_date_add_days (TODAY, days);
  g_autofree char *title = NULL;

  circ_record_set_int (occurrence, CIRC_OCCURRENCE_ITEM,
                       g_array_index (self->items, gint64, g_rand_int_range (self->rand, 0, (int) self->items->len)));
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_DUE_ON, due_on);
  circ_change_insert (change, occurrence);
  if (days >= 0 || chance (self, 3))
    return;
  circ_record_set_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON, due_on);
  if (!chance (self, 35))
    return;
  title = dup_name (self);
  evidence = circ_record_new (CIRC_KIND_EVIDENCE);
  circ_record_set_int (evidence, CIRC_EVIDENCE_OCCURRENCE, circ_record_get_id (occurrence));
  circ_record_set_text (evidence, CIRC_EVIDENCE_TITLE, title);
  circ_record_set_text (evidence, CIRC_EVIDENCE_DATE, due_on);
  circ_change_insert (change, evidence);
}

static gboolean
add_named (Scale *self,
           CircKindId kind,
           guint field,
           int n,
           gint64 *ids,
           GError **error)
{
  g_autoptr (CircChange) change = circ_change_new ("Names");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n; i++)
    {
      CircRecord *record = circ_record_new (kind);
      g_autofree char *word = dup_name (self);
      g_autofree char *name = g_strdup_printf ("%s %d", word, i + 1);

      circ_record_set_text (record, field, name);
      circ_change_insert (change, record);
      g_ptr_array_add (records, record);
    }
  if (!circ_store_apply (self->store, change, error))
    return FALSE;
  for (int i = 0; i < n; i++)
    ids[i] = circ_record_get_id (records->pdata[i]);
  return TRUE;
}

static gboolean
add_items (Scale *self,
           guint n,
           GError **error)
{
  g_autoptr (CircChange) change = circ_change_new ("Items of the plan");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (items, new_item (self));
      circ_change_insert (change, items->pdata[i]);
    }
  if (!circ_store_apply (self->store, change, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gint64 id = circ_record_get_id (items->pdata[i]);

      g_array_append_val (self->items, id);
    }
  return TRUE;
}

static gboolean
add_occurrences (Scale *self,
                 guint n,
                 GError **error)
{
  g_autoptr (CircChange) change = circ_change_new ("Occurrences");

  for (guint i = 0; i < n; i++)
    add_occurrence (self, change);
  return circ_store_apply (self->store, change, error);
}

static gboolean
fill (Scale *self,
      guint n_items,
      guint n_occurrences,
      GError **error)
{
  if (!add_named (self, CIRC_KIND_AUDIENCE, CIRC_AUDIENCE_NAME, N_AUDIENCES, self->audiences, error)
      || !add_named (self, CIRC_KIND_METHOD, CIRC_METHOD_NAME, N_METHODS, self->methods, error)
      || !add_named (self, CIRC_KIND_GROUP, CIRC_GROUP_NAME, N_GROUPS, self->groups, error))
    return FALSE;
  for (guint i = 0; i < n_items; i += BATCH)
    if (!add_items (self, MIN (BATCH, n_items - i), error))
      return FALSE;
  for (guint i = 0; i < n_occurrences; i += BATCH)
    if (!add_occurrences (self, MIN (BATCH, n_occurrences - i), error))
      return FALSE;
  return TRUE;
}

static gboolean
make (const char *path,
      guint n_items,
      guint n_occurrences,
      guint32 seed,
      GError **error)
{
  g_autoptr (CircStore) store = circ_store_open (path, CIRC_STORE_OPEN_CREATE, "Scale", error);
  g_autoptr (CircRecord) partnership = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) items = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_items);
  Scale self = { .store = store, .rand = rand, .items = items };

  if (store == NULL)
    return FALSE;
  circ_store_set_clock (store, CLOCK);
  partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  /* As a file in use, whose dates are worked out: nobody begins with a million items. There are none yet, so that the
   * occurrences are those that were asked for. */
  if (!circ_follow_bring_up_to_date (store, TODAY, error))
    return FALSE;
  return partnership != NULL && fill (&self, n_items, n_occurrences, error);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  guint n_items = argc >= 4 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  guint n_occurrences = argc >= 4 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;
  guint32 seed = argc == 5 ? (guint32) g_ascii_strtoull (argv[4], NULL, 10) : 1;

  if (argc < 4 || argc > 5 || n_items == 0)
    {
      g_printerr ("usage: make-scale FILE ITEMS OCCURRENCES [SEED]\n");
      return 2;
    }
  if (make (argv[1], n_items, n_occurrences, seed, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
