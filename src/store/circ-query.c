/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-query-private.h"

static void
condition_free (CircCondition *condition)
{
  g_clear_pointer (&condition->value, g_variant_unref);
  g_clear_pointer (&condition->part, circ_query_unref);
  g_clear_pointer (&condition->other, circ_query_unref);
  g_free (condition->from);
  g_free (condition->to);
  g_free (condition);
}

/* Returns: (transfer full): every record of @kind that is in use, in the order of creation. */
CircQuery *
circ_query_new (CircKindId kind)
{
  CircQuery *self = g_new0 (CircQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = circ_kind_get (kind);
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  self->sorts = g_array_new (FALSE, FALSE, sizeof (CircSort));
  return self;
}

static CircCondition *
condition_copy (CircCondition *condition)
{
  CircCondition *copy = g_memdup2 (condition, sizeof *condition);

  copy->value = condition->value != NULL ? g_variant_ref (condition->value) : NULL;
  copy->from = g_strdup (condition->from);
  copy->to = g_strdup (condition->to);
  copy->part = condition->part != NULL ? circ_query_copy (condition->part) : NULL;
  copy->other = condition->other != NULL ? circ_query_copy (condition->other) : NULL;
  return copy;
}

/* Returns: (transfer full): one that shares nothing which could change. */
CircQuery *
circ_query_copy (CircQuery *self)
{
  CircQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = circ_query_new (self->kind->id);
  copy->words = g_strdup (self->words);
  copy->scope = self->scope;
  copy->limit = self->limit;
  copy->first = self->first;
  copy->last = self->last;
  g_array_append_vals (copy->sorts, self->sorts->data, self->sorts->len);
  for (guint i = 0; i < self->conditions->len; i++)
    g_ptr_array_add (copy->conditions, condition_copy (g_ptr_array_index (self->conditions, i)));
  return copy;
}

CircQuery *
circ_query_ref (CircQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
circ_query_unref (CircQuery *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->conditions);
  g_array_unref (self->sorts);
  g_free (self->words);
  g_free (self);
}

const CircKind *
circ_query_get_kind (CircQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->kind;
}

void
circ_query_search (CircQuery *self,
                   const char *words)
{
  g_return_if_fail (self != NULL);
  g_free (self->words);
  self->words = g_strdup (words);
}

void
circ_query_set_scope (CircQuery *self,
                      CircQueryScope scope)
{
  g_return_if_fail (self != NULL);
  self->scope = scope;
}

static CircCondition *
add_condition (CircQuery *self,
               CircConditionKind kind,
               int field)
{
  CircCondition *condition = g_new0 (CircCondition, 1);

  condition->kind = kind;
  condition->field = field;
  g_ptr_array_add (self->conditions, condition);
  return condition;
}

/**
 * circ_query_where_equal:
 * @value: (nullable): a value of the field, which is consumed when floating; for a SET also one token, which it must
 *   contain. %NULL asks for blank. "No" includes a field that was never answered
 */
void
circ_query_where_equal (CircQuery *self,
                        guint field,
                        GVariant *value)
{
  g_autoptr (GVariant) taken = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_return_if_fail (self != NULL && field < self->kind->n_fields);
  if (taken == NULL)
    circ_query_where_blank (self, field, TRUE);
  else
    add_condition (self, CIRC_CONDITION_EQUAL, (int) field)->value = g_steal_pointer (&taken);
}

/**
 * circ_query_where_between:
 * @from: (nullable): ISO date, or a number in decimals
 * @to: (nullable): the same
 */
void
circ_query_where_between (CircQuery *self,
                          guint field,
                          const char *from,
                          const char *to)
{
  CircCondition *condition;

  g_return_if_fail (self != NULL && field < self->kind->n_fields);
  if (from == NULL && to == NULL)
    return;
  condition = add_condition (self, CIRC_CONDITION_BETWEEN, (int) field);
  condition->from = g_strdup (from);
  condition->to = g_strdup (to);
}

void
circ_query_where_blank (CircQuery *self,
                        guint field,
                        gboolean blank)
{
  g_return_if_fail (self != NULL && field < self->kind->n_fields);
  add_condition (self, CIRC_CONDITION_BLANK, (int) field)->flag = blank;
}

void
circ_query_where_id (CircQuery *self,
                     gint64 id)
{
  circ_query_where_id_between (self, id, id);
}

void
circ_query_where_id_between (CircQuery *self,
                             gint64 first,
                             gint64 last)
{
  g_return_if_fail (self != NULL && first > 0 && last >= first);
  self->first = first;
  self->last = last;
}

void
circ_query_where_linked (CircQuery *self,
                         int field,
                         gint64 target)
{
  g_return_if_fail (self != NULL && field < (int) self->kind->n_fields);
  add_condition (self, CIRC_CONDITION_LINKED, field)->target = target;
}

/**
 * circ_query_where_part:
 * @part: a query for a kind whose owner is of this query's kind; copied. Its scope, words, ids and conditions count
 */
void
circ_query_where_part (CircQuery *self,
                       CircQuery *part,
                       gboolean negate)
{
  CircCondition *condition;

  g_return_if_fail (self != NULL && part != NULL && part->kind->owner_field >= 0);
  condition = add_condition (self, CIRC_CONDITION_PART, -1);
  condition->part = circ_query_copy (part);
  condition->flag = negate;
}

/**
 * circ_query_where_reference:
 * @target: a query for a kind that the field may refer to; copied. Its scope, words, ids and conditions count
 */
void
circ_query_where_reference (CircQuery *self,
                            guint field,
                            CircQuery *target)
{
  g_return_if_fail (self != NULL && target != NULL && field < self->kind->n_fields);
  g_return_if_fail (self->kind->fields[field].kind == CIRC_FIELD_REFERENCE);
  add_condition (self, CIRC_CONDITION_REFERENCE, (int) field)->part = circ_query_copy (target);
}

/**
 * circ_query_where_either:
 * @one: a query for the same kind; copied. Its scope, words, ids and conditions count
 * @other: the same
 */
void
circ_query_where_either (CircQuery *self,
                         CircQuery *one,
                         CircQuery *other)
{
  CircCondition *condition;

  g_return_if_fail (self != NULL && one != NULL && other != NULL);
  g_return_if_fail (one->kind == self->kind && other->kind == self->kind);
  condition = add_condition (self, CIRC_CONDITION_EITHER, -1);
  condition->part = circ_query_copy (one);
  condition->other = circ_query_copy (other);
}

void
circ_query_sort (CircQuery *self,
                 guint field,
                 gboolean descending)
{
  CircSort sort = { field, descending, FALSE };

  g_return_if_fail (self != NULL && field < self->kind->n_fields);
  g_array_append_val (self->sorts, sort);
}

void
circ_query_sort_by_target (CircQuery *self,
                           guint field)
{
  CircSort sort = { field, FALSE, TRUE };

  g_return_if_fail (self != NULL && field < self->kind->n_fields);
  g_return_if_fail (self->kind->fields[field].kind == CIRC_FIELD_REFERENCE);
  g_array_append_val (self->sorts, sort);
}

void
circ_query_clear_sort (CircQuery *self)
{
  g_return_if_fail (self != NULL);
  g_array_set_size (self->sorts, 0);
}

/* @limit: the greatest number of records; 0 for all. */
void
circ_query_limit (CircQuery *self,
                  guint limit)
{
  g_return_if_fail (self != NULL);
  self->limit = limit;
}

gboolean
circ_query_depends_on (CircQuery *query,
                       const CircKind *kind)
{
  if (query->kind == kind)
    return TRUE;
  /* A reference is sorted by the title of what it points to. */
  for (guint i = 0; i < query->sorts->len; i++)
    {
      const CircSort *sort = &g_array_index (query->sorts, CircSort, i);

      if (!sort->by_target && circ_field_accepts (&query->kind->fields[sort->field], kind))
        return TRUE;
    }
  for (guint i = 0; i < query->conditions->len; i++)
    {
      CircCondition *condition = g_ptr_array_index (query->conditions, i);

      if (condition->part != NULL && circ_query_depends_on (condition->part, kind))
        return TRUE;
      if (condition->other != NULL && circ_query_depends_on (condition->other, kind))
        return TRUE;
    }
  return FALSE;
}
