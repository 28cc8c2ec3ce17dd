/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-facts.h"

#include <string.h>

#include "circ-evidence.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"
#include "circ-record-list.h"

/* What is kept of one item: counts, and two dates for the table. */
typedef struct {
  CircItemFacts facts;
  guint n_occurrences;
  char last_done[11];
  char next_due[11];
} ItemSum;

#define MAX_OCCURRENCES 1000 /* so many are read at once, in less than a frame; of more, those of the items asked about */
#define MAX_ITEMS 10000      /* kept when they were read one by one: many more than a window shows */

struct _CircPlanFacts {
  GObject parent_instance;

  CircStore *store; /* (owned) */
  char *today;               /* (owned) */
  CircItemWindows windows;
  GHashTable *items;         /* (owned) (element-type gint64 ItemSum) of the items that were asked about, or all */
  gboolean one_by_one;       /* the file is long; found out once */
  GHashTable *owners;        /* (owned) (element-type gint64 gint64) occurrence -> item, of what was read one by one */
  GHashTable *n_evidence;    /* (owned) (nullable) (element-type gint64 guint) of all occurrences, once all are read */
};

G_DEFINE_FINAL_TYPE (CircPlanFacts, circ_plan_facts, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
forget (CircPlanFacts *self)
{
  g_hash_table_remove_all (self->items);
  g_hash_table_remove_all (self->owners);
  g_clear_pointer (&self->n_evidence, g_hash_table_unref);
}

/* The item that @record says something about; 0 when it is of a kind that says nothing about items. */
static gint64
find_item (CircPlanFacts *self,
           const CircKind *kind,
           gint64 id)
{
  g_autoptr (CircRecord) record = NULL;

  if (kind->id == CIRC_KIND_PLAN_ITEM)
    return id;
  if (kind->id != CIRC_KIND_OCCURRENCE && kind->id != CIRC_KIND_EVIDENCE)
    return 0;
  record = circ_store_get (self->store, id, NULL);
  if (record != NULL && kind->id == CIRC_KIND_EVIDENCE)
    {
      gint64 occurrence = circ_record_get_int (record, CIRC_EVIDENCE_OCCURRENCE);

      g_set_object (&record, NULL);
      record = occurrence != 0 ? circ_store_get (self->store, occurrence, NULL) : NULL;
    }
  return record != NULL ? circ_record_get_int (record, CIRC_OCCURRENCE_ITEM) : 0;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
forget_item (CircPlanFacts *self,
             gint64 item,
             GArray *items)
{
  if (item == 0)
    return;
  g_array_append_val (items, item);
  if (self->n_evidence == NULL) /* once all are read, what is not kept has no occurrences */
    g_hash_table_remove (self->items, &item);
}

/* Forgets what was known of the items that @ids, which changed, belong to. Returns: (transfer full) (nullable): those
 * items, sorted; NULL when it may be any, as when something was removed. */
static GArray *
forget_changed (CircPlanFacts *self,
                GArray *ids)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const CircKind *kind = circ_store_get_kind_of (self->store, id, NULL);
      gint64 *before = g_hash_table_lookup (self->owners, &id);

      if (kind == NULL || (self->n_evidence != NULL && kind->id != CIRC_KIND_PLAN_ITEM && find_item (self, kind, id) != 0))
        return NULL;
      forget_item (self, find_item (self, kind, id), items);
      /* It may have been another item's. */
      if (before != NULL)
        forget_item (self, *before, items);
    }
  g_array_sort (items, compare_ids);
  return g_steal_pointer (&items);
}

static void
store_changed_cb (CircPlanFacts *self,
                  GArray *ids)
{
  g_autoptr (GArray) items = ids != NULL ? forget_changed (self, ids) : NULL;

  if (items == NULL)
    forget (self);
  if (items == NULL || items->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, items);
}

static void
circ_plan_facts_dispose (GObject *object)
{
  CircPlanFacts *self = CIRC_PLAN_FACTS (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (circ_plan_facts_parent_class)->dispose (object);
}

static void
circ_plan_facts_finalize (GObject *object)
{
  CircPlanFacts *self = CIRC_PLAN_FACTS (object);

  g_clear_pointer (&self->n_evidence, g_hash_table_unref);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->owners);
  g_free (self->today);
  G_OBJECT_CLASS (circ_plan_facts_parent_class)->finalize (object);
}

static void
circ_plan_facts_class_init (CircPlanFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = circ_plan_facts_dispose;
  object_class->finalize = circ_plan_facts_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
circ_plan_facts_init (CircPlanFacts *self)
{
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * circ_plan_facts_new:
 * @store: a store
 * @year: (nullable): the reporting year, or %NULL for all time
 * @today: ISO date
 */
CircPlanFacts *
circ_plan_facts_new (CircStore *store,
                     const CircReportYear *year,
                     const char *today)
{
  CircPlanFacts *self = g_object_new (CIRC_TYPE_PLAN_FACTS, NULL);

  self->store = g_object_ref (store);
  circ_plan_facts_set_year (self, year, today);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Asks about another year, or on another day. */
void
circ_plan_facts_set_year (CircPlanFacts *self,
                          const CircReportYear *year,
                          const char *today)
{
  g_return_if_fail (CIRC_IS_PLAN_FACTS (self));

  g_free (self->today);
  self->today = g_strdup (today);
  circ_item_windows_init (&self->windows, year, today);
  forget (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL);
}

/* The sum of @item, which is made when there is none. */
static ItemSum *
get_sum (GHashTable *items,
         gint64 item)
{
  ItemSum *sum = g_hash_table_lookup (items, &item);

  if (sum == NULL)
    {
      sum = g_new0 (ItemSum, 1);
      g_hash_table_insert (items, dup_id (item), sum);
    }
  return sum;
}

static void
add_occurrence (CircPlanFacts *self,
                ItemSum *sum,
                CircRecord *occurrence,
                guint n_evidence)
{
  CircOccurrenceFacts facts = {
    .due_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON),
    .completed_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON),
    .cancelled_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_CANCELLED_ON),
    .not_required = circ_record_get_text (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) != NULL,
    .n_evidence = n_evidence,
    .lead_from = circ_record_get_text (occurrence, CIRC_OCCURRENCE_LEAD_FROM),
  };

  circ_item_facts_add_occurrence (&sum->facts, &self->windows, &facts);
  sum->n_occurrences++;
  if (facts.cancelled_on != NULL || facts.not_required)
    return;
  if (facts.completed_on != NULL)
    {
      if (strcmp (facts.completed_on, self->windows.done_from) >= 0 &&
          strcmp (facts.completed_on, self->windows.done_to) <= 0 && strcmp (facts.completed_on, sum->last_done) > 0)
        g_strlcpy (sum->last_done, facts.completed_on, sizeof sum->last_done);
    }
  else if (facts.due_on != NULL && (*sum->next_due == '\0' || strcmp (facts.due_on, sum->next_due) < 0))
    g_strlcpy (sum->next_due, facts.due_on, sizeof sum->next_due);
}

static GHashTable *
read_evidence (CircStore *store,
               GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_EVIDENCE);
  g_autoptr (GPtrArray) all = circ_store_find (store, query, error);
  GHashTable *counts;

  if (all == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      gint64 occurrence = circ_record_get_int (all->pdata[i], CIRC_EVIDENCE_OCCURRENCE);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &occurrence));

      g_hash_table_insert (counts, dup_id (occurrence), GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/**
 * circ_plan_facts_load:
 * @self: the facts
 *
 * Reads everything that is not read yet: for who is going to ask about every item, or has to report a failure. The
 * getters read by themselves, in a long file only what they are asked about.
 */
gboolean
circ_plan_facts_load (CircPlanFacts *self,
                      GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);
  g_autoptr (GHashTable) n_evidence = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;

  if (self->n_evidence != NULL)
    return TRUE;
  n_evidence = read_evidence (self->store, error);
  if (n_evidence == NULL)
    return FALSE;
  occurrences = circ_store_find (self->store, query, error);
  if (occurrences == NULL)
    return FALSE;
  forget (self);
  for (guint i = 0; i < occurrences->len; i++)
    {
      CircRecord *occurrence = occurrences->pdata[i];
      gint64 id = circ_record_get_id (occurrence);

      add_occurrence (self, get_sum (self->items, circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM)), occurrence,
                      GPOINTER_TO_UINT (g_hash_table_lookup (n_evidence, &id)));
    }
  self->n_evidence = g_steal_pointer (&n_evidence);
  return TRUE;
}

static guint
count_evidence (CircStore *store,
                gint64 occurrence)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_EVIDENCE);

  circ_query_where_equal (query, CIRC_EVIDENCE_OCCURRENCE, g_variant_new_int64 (occurrence));
  return (guint) MAX (circ_store_count (store, query, NULL), 0);
}

/* Reads the occurrences of one item. */
static const ItemSum *
read_item (CircPlanFacts *self,
           gint64 item)
{
  g_autoptr (GPtrArray) occurrences = circ_store_find_parts (self->store, item, CIRC_KIND_OCCURRENCE, NULL);
  ItemSum *sum;

  if (occurrences == NULL)
    return NULL;
  if (g_hash_table_size (self->items) >= MAX_ITEMS)
    forget (self);
  sum = get_sum (self->items, item);
  for (guint i = 0; i < occurrences->len; i++)
    {
      CircRecord *occurrence = occurrences->pdata[i];
      gint64 id = circ_record_get_id (occurrence);
      gboolean done = circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON) != NULL;

      g_hash_table_insert (self->owners, dup_id (id), dup_id (item));
      /* What is not done yet is not asked for evidence. */
      add_occurrence (self, sum, occurrence, done ? count_evidence (self->store, id) : 0);
    }
  return sum;
}

/* Nothing recorded, for what could not be read: the store's own failure is told where the page's query fails too. */
static const ItemSum *
find_sum (CircPlanFacts *self,
          gint64 item)
{
  static const ItemSum none;
  const ItemSum *sum = g_hash_table_lookup (self->items, &item);

  if (sum == NULL && self->n_evidence == NULL)
    {
      if (!self->one_by_one)
        self->one_by_one = circ_store_has_more (self->store, CIRC_KIND_OCCURRENCE, MAX_OCCURRENCES);
      if (self->one_by_one)
        sum = read_item (self, item);
      else if (circ_plan_facts_load (self, NULL))
        sum = g_hash_table_lookup (self->items, &item);
    }
  return sum != NULL ? sum : &none;
}

static void
add_item (CircItemFacts *facts,
          CircRecord *item)
{
  facts->archived = circ_record_is_archived (item);
  facts->active_to = circ_record_get_text (item, CIRC_PLAN_ITEM_ACTIVE_TO);
  facts->policy = circ_evidence_policy_from_token (circ_record_get_text (item, CIRC_PLAN_ITEM_EVIDENCE_POLICY));
}

/**
 * circ_plan_facts_get:
 * @self: the facts
 * @item: a plan item
 * @facts: (out caller-allocates): borrows a text from @item
 */
void
circ_plan_facts_get (CircPlanFacts *self,
                     CircRecord *item,
                     CircItemFacts *facts)
{
  *facts = find_sum (self, circ_record_get_id (item))->facts;
  add_item (facts, item);
}

CircItemState
circ_plan_facts_get_state (CircPlanFacts *self,
                           CircRecord *item)
{
  CircItemFacts facts;

  circ_plan_facts_get (self, item, &facts);
  return circ_item_state (&facts, &self->windows);
}

/* Returns: (transfer none) (nullable): ISO date on which @item was last done in the year. */
const char *
circ_plan_facts_get_last_done (CircPlanFacts *self,
                               gint64 item)
{
  const ItemSum *sum = find_sum (self, item);

  return *sum->last_done != '\0' ? sum->last_done : NULL;
}

/* Returns: (transfer none) (nullable): ISO date of the earliest open occurrence, overdue ones included. */
const char *
circ_plan_facts_get_next_due (CircPlanFacts *self,
                              gint64 item)
{
  const ItemSum *sum = find_sum (self, item);

  return *sum->next_due != '\0' ? sum->next_due : NULL;
}

/* Of all years. */
guint
circ_plan_facts_get_n_occurrences (CircPlanFacts *self,
                                   gint64 item)
{
  return find_sum (self, item)->n_occurrences;
}

guint
circ_plan_facts_get_n_evidence (CircPlanFacts *self,
                                gint64 occurrence)
{
  if (self->n_evidence == NULL)
    return count_evidence (self->store, occurrence);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->n_evidence, &occurrence));
}

CircOccurrenceState
circ_plan_facts_get_occurrence_state (CircPlanFacts *self,
                                      CircRecord *occurrence)
{
  gint64 item_id = circ_record_get_int (occurrence, CIRC_OCCURRENCE_ITEM);
  g_autoptr (CircRecord) item = item_id != 0 ? circ_store_get (self->store, item_id, NULL) : NULL;
  CircEvidencePolicy policy = CIRC_EVIDENCE_POLICY_REQUIRED;

  if (item != NULL)
    policy = circ_evidence_policy_from_token (circ_record_get_text (item, CIRC_PLAN_ITEM_EVIDENCE_POLICY));
  return circ_occurrence_state_of (occurrence, circ_plan_facts_get_n_evidence (self, circ_record_get_id (occurrence)),
                                   policy, self->today);
}

/**
 * circ_plan_facts_read:
 * @facts: (out caller-allocates): borrows a text from @item
 *
 * The facts of one item, read from the store now.
 */
gboolean
circ_plan_facts_read (CircStore *store,
                      CircRecord *item,
                      const CircReportYear *year,
                      const char *today,
                      CircItemFacts *facts,
                      GError **error)
{
  g_autoptr (GPtrArray) occurrences = NULL;
  CircItemWindows windows;

  memset (facts, 0, sizeof *facts);
  add_item (facts, item);
  circ_item_windows_init (&windows, year, today);
  occurrences = circ_store_find_parts (store, circ_record_get_id (item), CIRC_KIND_OCCURRENCE, error);
  if (occurrences == NULL)
    return FALSE;
  for (guint i = 0; i < occurrences->len; i++)
    {
      CircRecord *occurrence = occurrences->pdata[i];
      g_autoptr (GPtrArray) evidence =
        circ_store_find_parts (store, circ_record_get_id (occurrence), CIRC_KIND_EVIDENCE, error);
      CircOccurrenceFacts one = {
        .due_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON),
        .completed_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON),
        .cancelled_on = circ_record_get_text (occurrence, CIRC_OCCURRENCE_CANCELLED_ON),
        .not_required = circ_record_get_text (occurrence, CIRC_OCCURRENCE_NOT_REQUIRED_REASON) != NULL,
        .n_evidence = evidence != NULL ? evidence->len : 0,
        .lead_from = circ_record_get_text (occurrence, CIRC_OCCURRENCE_LEAD_FROM),
      };

      if (evidence == NULL)
        return FALSE;
      circ_item_facts_add_occurrence (facts, &windows, &one);
    }
  return TRUE;
}
