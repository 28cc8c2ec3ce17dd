/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a description to SQL. Only names of the catalogue go into the text; every value is bound. */
#include "config.h"

#include "circ-query-private.h"

#include "circ-row.h"
#include "circ-search.h"

/* One value to bind, by the number it got in the text. */
typedef struct {
  char *text; /* (owned) NULL: the number */
  gint64 number;
} CircParameter;

typedef struct {
  GString *sql;
  GArray *parameters; /* of CircParameter */
  guint n_tables;     /* aliases t, t1, t2 … */
} CircWriter;

static void
parameter_clear (CircParameter *parameter)
{
  g_free (parameter->text);
}

static void
add_parameter (CircWriter *writer,
               char *text,
               gint64 number)
{
  CircParameter parameter = { text, number };

  g_array_append_val (writer->parameters, parameter);
  g_string_append_printf (writer->sql, "$%u", writer->parameters->len);
}

static void
add_column (CircWriter *writer,
            const char *alias,
            const CircField *field)
{
  g_autofree char *column = circ_field_dup_column (field);

  g_string_append_printf (writer->sql, "%s.\"%s\"", alias, column);
}

static void
write_equal (CircWriter *writer,
             const char *alias,
             const CircField *field,
             GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    {
      g_string_append (writer->sql, "coalesce (");
      add_column (writer, alias, field);
      g_string_append (writer->sql, ", 0) = ");
      add_parameter (writer, NULL, g_variant_get_boolean (value));
    }
  else if (field->kind == CIRC_FIELD_SET && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_string_append (writer->sql, "instr (',' || ");
      add_column (writer, alias, field);
      g_string_append (writer->sql, " || ',', ");
      add_parameter (writer, g_strconcat (",", g_variant_get_string (value, NULL), ",", NULL), 0);
      g_string_append (writer->sql, ") > 0");
    }
  else
    {
      add_column (writer, alias, field);
      g_string_append (writer->sql, " = ");
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
        add_parameter (writer, NULL, g_variant_get_int64 (value));
      else
        add_parameter (writer, circ_field_to_stored (field, value), 0);
    }
}

/* @last: the end of a span of days, which takes in all instants of that day. */
static void
write_bound (CircWriter *writer,
             const CircField *field,
             const char *text,
             gboolean last)
{
  if (g_variant_type_equal (circ_field_get_value_type (field), G_VARIANT_TYPE_INT64))
    add_parameter (writer, NULL, g_ascii_strtoll (text, NULL, 10));
  else if (field->kind == CIRC_FIELD_INSTANT && last)
    add_parameter (writer, g_strconcat (text, "~", NULL), 0);
  else
    add_parameter (writer, g_strdup (text), 0);
}

static void
write_between (CircWriter *writer,
               const char *alias,
               const CircField *field,
               const CircCondition *condition)
{
  g_string_append_c (writer->sql, '(');
  if (condition->from != NULL)
    {
      add_column (writer, alias, field);
      g_string_append (writer->sql, " >= ");
      write_bound (writer, field, condition->from, FALSE);
    }
  if (condition->from != NULL && condition->to != NULL)
    g_string_append (writer->sql, " AND ");
  if (condition->to != NULL)
    {
      add_column (writer, alias, field);
      g_string_append (writer->sql, " <= ");
      write_bound (writer, field, condition->to, TRUE);
    }
  if (condition->from == NULL || condition->to == NULL)
    {
      g_string_append (writer->sql, " OR ");
      add_column (writer, alias, field);
      g_string_append (writer->sql, " IS NULL");
    }
  g_string_append_c (writer->sql, ')');
}

static void
write_linked (CircWriter *writer,
              const char *alias,
              const CircKind *kind,
              const CircCondition *condition)
{
  g_string_append_printf (writer->sql, "%s.id IN (SELECT source FROM link WHERE target = ", alias);
  add_parameter (writer, NULL, condition->target);
  if (condition->field >= 0)
    {
      g_string_append (writer->sql, " AND field = ");
      add_parameter (writer, g_strdup (kind->fields[condition->field].name), 0);
    }
  g_string_append_c (writer->sql, ')');
}

static void write_where (CircWriter *writer,
                         const char *alias,
                         CircQuery *query);

/* The owners are gathered once, by whatever index finds the parts, and not looked for row by row: of a million items few
 * are overdue. A part without an owner would make NOT IN true of nothing. */
static void
write_part (CircWriter *writer,
            const char *alias,
            const CircCondition *condition)
{
  const CircKind *part = condition->part->kind;
  const CircField *owner = &part->fields[part->owner_field];
  g_autofree char *part_alias = g_strdup_printf ("t%u", ++writer->n_tables);

  g_string_append_printf (writer->sql, "%s.id %sIN (SELECT ", alias, condition->flag ? "NOT " : "");
  add_column (writer, part_alias, owner);
  g_string_append_printf (writer->sql, " FROM %s AS %s WHERE ", part->table, part_alias);
  add_column (writer, part_alias, owner);
  g_string_append (writer->sql, " IS NOT NULL");
  write_where (writer, part_alias, condition->part);
  g_string_append_c (writer->sql, ')');
}

/* Whether a record answers @query by what is in its own row. */
static gboolean
asks_only_the_row (CircQuery *query)
{
  if (query->words != NULL)
    return FALSE;
  for (guint i = 0; i < query->conditions->len; i++)
    {
      const CircCondition *condition = query->conditions->pdata[i];

      if (condition->kind == CIRC_CONDITION_LINKED || condition->kind == CIRC_CONDITION_PART ||
          condition->kind == CIRC_CONDITION_REFERENCE || condition->kind == CIRC_CONDITION_EITHER)
        return FALSE;
    }
  return TRUE;
}

/* What an index of its own finds is gathered once. What any row may answer, as "is not archived", is looked up by id for
 * each record that the rest leaves: to gather that reads the whole of another table. */
static void
write_reference (CircWriter *writer,
                 const char *alias,
                 const CircField *field,
                 CircQuery *target)
{
  g_autofree char *target_alias = g_strdup_printf ("t%u", ++writer->n_tables);

  if (asks_only_the_row (target))
    {
      g_string_append_printf (writer->sql, "EXISTS (SELECT 1 FROM %s AS %s WHERE %s.id = ", target->kind->table, target_alias,
                              target_alias);
      add_column (writer, alias, field);
    }
  else
    {
      add_column (writer, alias, field);
      g_string_append_printf (writer->sql, " IN (SELECT %s.id FROM %s AS %s WHERE 1 = 1", target_alias, target->kind->table,
                              target_alias);
    }
  write_where (writer, target_alias, target);
  g_string_append_c (writer->sql, ')');
}

static void
write_either (CircWriter *writer,
              const char *alias,
              const CircCondition *condition)
{
  g_string_append (writer->sql, "((1 = 1");
  write_where (writer, alias, condition->part);
  g_string_append (writer->sql, ") OR (1 = 1");
  write_where (writer, alias, condition->other);
  g_string_append (writer->sql, "))");
}

static void
write_condition (CircWriter *writer,
                 const char *alias,
                 CircQuery *query,
                 const CircCondition *condition)
{
  const CircField *field = condition->field >= 0 ? &query->kind->fields[condition->field] : NULL;

  g_string_append (writer->sql, " AND ");
  switch (condition->kind)
    {
    case CIRC_CONDITION_EQUAL:
      write_equal (writer, alias, field, condition->value);
      break;
    case CIRC_CONDITION_BETWEEN:
      write_between (writer, alias, field, condition);
      break;
    case CIRC_CONDITION_BLANK:
      add_column (writer, alias, field);
      g_string_append (writer->sql, condition->flag ? " IS NULL" : " IS NOT NULL");
      break;
    case CIRC_CONDITION_LINKED:
      write_linked (writer, alias, query->kind, condition);
      break;
    case CIRC_CONDITION_PART:
      write_part (writer, alias, condition);
      break;
    case CIRC_CONDITION_REFERENCE:
      write_reference (writer, alias, field, condition->part);
      break;
    case CIRC_CONDITION_EITHER:
      write_either (writer, alias, condition);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Everything but the words, each term led in by AND. */
static void
write_conditions (CircWriter *writer,
                  const char *alias,
                  CircQuery *query)
{
  if (query->kind->archived_field >= 0 && query->scope != CIRC_QUERY_ALL)
    {
      g_string_append (writer->sql, " AND ");
      add_column (writer, alias, &query->kind->fields[query->kind->archived_field]);
      g_string_append (writer->sql, query->scope == CIRC_QUERY_IN_USE ? " IS NULL" : " IS NOT NULL");
    }
  else if (query->scope == CIRC_QUERY_ARCHIVED)
    g_string_append (writer->sql, " AND 0 = 1");
  for (guint i = 0; i < query->conditions->len; i++)
    write_condition (writer, alias, query, g_ptr_array_index (query->conditions, i));
}

static void
write_ids (CircWriter *writer,
           const char *id,
           CircQuery *query)
{
  if (query->first == 0)
    return;
  g_string_append_printf (writer->sql, query->first == query->last ? " AND %s = " : " AND %s BETWEEN ", id);
  add_parameter (writer, NULL, query->first);
  if (query->first == query->last)
    return;
  g_string_append (writer->sql, " AND ");
  add_parameter (writer, NULL, query->last);
}

static void
write_where (CircWriter *writer,
             const char *alias,
             CircQuery *query)
{
  g_autofree char *expression = circ_search_words (query->words);
  g_autofree char *id = g_strconcat (alias, ".id", NULL);

  write_ids (writer, id, query);
  if (expression != NULL)
    {
      g_string_append_printf (writer->sql, " AND %s.id IN (", alias);
      g_string_append (writer->sql, CIRC_SEARCH_IDS);
      add_parameter (writer, g_steal_pointer (&expression), 0);
      g_string_append_c (writer->sql, ')');
    }
  write_conditions (writer, alias, query);
}

static gboolean
is_by_id (CircQuery *query,
          const CircSort *sort)
{
  return (int) sort->field == query->kind->ref_field;
}

/* Blank comes last either way. NULLS LAST keeps SQLite on the index, and is PostgreSQL's own word for it. */
static void
write_sort (CircWriter *writer,
            CircQuery *query,
            const CircSort *sort)
{
  const CircField *field = &query->kind->fields[sort->field];
  const char *direction = sort->descending ? " DESC" : " ASC";

  if (field->kind == CIRC_FIELD_REFERENCE && !sort->by_target)
    {
      g_string_append (writer->sql, "(SELECT r.title FROM record AS r WHERE r.id = ");
      add_column (writer, "t", field);
      g_string_append_printf (writer->sql, ") COLLATE NOCASE%s NULLS LAST", direction);
    }
  else if ((int) sort->field == query->kind->title_field && query->kind->dup_title == NULL)
    g_string_append_printf (writer->sql, "t.title_key%s", direction);
  else
    {
      gboolean words = field->kind == CIRC_FIELD_TEXT || field->kind == CIRC_FIELD_LONG_TEXT
                       || field->kind == CIRC_FIELD_ROWS;

      add_column (writer, "t", field);
      g_string_append_printf (writer->sql, "%s%s%s", words ? " COLLATE NOCASE" : "", direction,
                              sort->descending ? "" : " NULLS LAST");
    }
}

static void
write_order (CircWriter *writer,
             CircQuery *query,
             const char *id)
{
  gboolean descending = FALSE;

  g_string_append (writer->sql, " ORDER BY ");
  for (guint i = 0; i < query->sorts->len; i++)
    {
      const CircSort *sort = &g_array_index (query->sorts, CircSort, i);

      descending = sort->descending;
      /* Ids are unique: what follows them decides nothing. */
      if (is_by_id (query, sort))
        break;
      write_sort (writer, query, sort);
      g_string_append (writer->sql, ", ");
    }
  g_string_append_printf (writer->sql, "%s %s", id, descending ? "DESC" : "ASC");
}

static gboolean
sorts_by_id (CircQuery *query)
{
  return query->sorts->len == 0 || is_by_id (query, &g_array_index (query->sorts, CircSort, 0));
}

/* In the order of ids the index itself is walked, so that the newest hundred of a million hits cost a hundred. */
static void
write_select (CircWriter *writer,
              CircQuery *query,
              CircSelect select,
              const char *columns)
{
  g_autofree char *expression = sorts_by_id (query) && select != CIRC_SELECT_COUNT ? circ_search_words (query->words)
                                                                                  : NULL;

  g_string_append_printf (writer->sql, "SELECT %s FROM ",
                          select == CIRC_SELECT_COUNT ? "count (*)" : select == CIRC_SELECT_IDS ? "t.id" : columns);
  if (expression != NULL)
    {
      g_string_append_printf (writer->sql, CIRC_SEARCH_JOIN, query->kind->table);
      add_parameter (writer, g_steal_pointer (&expression), 0);
      write_ids (writer, CIRC_SEARCH_ID, query);
      write_conditions (writer, "t", query);
      write_order (writer, query, CIRC_SEARCH_ID);
    }
  else
    {
      g_string_append_printf (writer->sql, "%s AS t WHERE 1 = 1", query->kind->table);
      write_where (writer, "t", query);
      if (select != CIRC_SELECT_COUNT)
        write_order (writer, query, "t.id");
    }
  if (query->limit > 0 && select != CIRC_SELECT_COUNT)
    {
      g_string_append (writer->sql, " LIMIT ");
      add_parameter (writer, NULL, query->limit);
    }
}

static void
bind_all (CircStatement *statement,
          GArray *parameters)
{
  for (guint i = 0; i < parameters->len; i++)
    {
      CircParameter *parameter = &g_array_index (parameters, CircParameter, i);

      if (parameter->text != NULL)
        circ_statement_take_text (statement, (int) i + 1, g_steal_pointer (&parameter->text));
      else
        circ_statement_bind_int (statement, (int) i + 1, parameter->number);
    }
}

CircStatement *
circ_query_prepare (CircQuery *query,
                    CircDb *db,
                    CircSelect select,
                    const char *columns,
                    GError **error)
{
  g_autoptr (GString) sql = g_string_sized_new (512);
  g_autoptr (GArray) parameters = g_array_new (FALSE, FALSE, sizeof (CircParameter));
  CircWriter writer = { sql, parameters, 0 };
  CircStatement *statement;

  g_array_set_clear_func (parameters, (GDestroyNotify) parameter_clear);
  write_select (&writer, query, select, columns);
  /* Kept statements are found by the address of their text. */
  statement = query->often ? circ_db_get (db, g_intern_string (sql->str), error) : circ_db_prepare (db, sql->str, error);
  if (statement != NULL)
    bind_all (statement, parameters);
  return statement;
}
