/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the cells of a row to a plan item. No word of a cell is lost on the way: what does not fit is refused. */
#include "config.h"

#include "circ-plan-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-entry.h"
#include "circ-plan-actions.h"
#include "circ-plan-item.h"
#include "circ-plan-rules.h"
#include "circ-timing-words.h"

/* What became of the lines of a cell. A plan says "Email" and "Website" in most of its rows: the same cell is taken
 * apart, recognised and checked once, and all rows share the value. */
typedef struct {
  GVariant *value; /* (nullable) */
  guint n_entries;
  guint n_linked;
  char *complaint; /* (nullable) why it cannot be saved */
} CircImportCell;

static void
cell_free (gpointer data)
{
  CircImportCell *cell = data;

  g_clear_pointer (&cell->value, g_variant_unref);
  g_free (cell->complaint);
  g_free (cell);
}

gboolean
circ_import_reader_init (CircImportReader *reader,
                         CircStore *store,
                         const char *today,
                         GError **error)
{
  memset (reader, 0, sizeof *reader);
  for (guint i = 0; i < CIRC_N_IMPORT_COLUMNS; i++)
    reader->columns[i] = -1;
  reader->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cell_free);
  reader->whens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  reader->pattern = circ_plan_item_new (store, today);
  reader->names = circ_store_read_names (store, error);
  return reader->names != NULL;
}

void
circ_import_reader_clear (CircImportReader *reader)
{
  g_clear_pointer (&reader->names, circ_matcher_free);
  g_clear_pointer (&reader->cells, g_hash_table_unref);
  g_clear_pointer (&reader->whens, g_hash_table_unref);
  g_clear_object (&reader->pattern);
}

/* The category is given only when the words of exactly one are there (DOMAIN 3.6); a wrong one would be worse. */
const char *
circ_import_guess_category (const char *what)
{
  static const struct {
    const char *words;
    const char *token;
  } known[] = {
    { "papers for", "meeting_papers" }, { "meeting papers", "meeting_papers" },
    { "sub group information", "subgroup_information" }, { "subgroup information", "subgroup_information" },
    { "online safety", "online_safety" }, { "e safety", "online_safety" }, { "safer internet", "online_safety" },
    { "policy and procedure", "policy_procedure" }, { "policies and procedures", "policy_procedure" },
    { "training programme", "training_programme" }, { "training programmes", "training_programme" },
    { "training courses", "training_programme" }, { "training materials", "training_materials" }, { "voice of the child", "participation_good_practice" },
    { "good practice", "participation_good_practice" }, { "audit", "audit" }, { "audits", "audit" },
    { "learning from", "learning_from_reviews" }, { "practice review", "learning_from_reviews" },
    { "theme event", "theme_event" }, { "theme events", "theme_event" }, { "awareness week", "theme_event" },
    { "awareness day", "theme_event" }, { "campaign", "campaign" }, { "campaigns", "campaign" },
    { "government publication", "government_publication" }, { "government publications", "government_publication" },
    { "regional project", "regional_project" }, { "collaborative projects", "regional_project" },
    { "newsletter", "newsletter_bulletin" }, { "bulletin", "newsletter_bulletin" }, { "annual report", "annual_report" },
    { "essential information", "essential_information" }, { "key messages from", "partner_message" },
  };
  g_autofree char *folded = g_utf8_casefold (what, -1);
  g_autoptr (GString) words = g_string_new (" ");
  char *example = strstr (folded, "e.g.");
  const char *token = NULL;

  /* "Papers, e.g. the annual report" are papers. */
  if (example != NULL)
    *example = '\0';
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
    else if (words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *phrase = g_strdup_printf (" %s ", known[i].words);

      if (strstr (words->str, phrase) == NULL)
        continue;
      if (token != NULL && strcmp (token, known[i].token) != 0)
        return NULL;
      token = known[i].token;
    }
  return token;
}

static const char *
get_cell (CircImportReader *reader,
          CircCsvTable *table,
          guint csv_row,
          CircImportColumn column)
{
  int index = reader->columns[column];

  return index >= 0 ? circ_csv_table_get_cell (table, csv_row, (guint) index) : "";
}

/* Where to cut @text so that at most @limit characters come first: behind a space where there is one. */
static const char *
find_cut (const char *text,
          glong limit)
{
  const char *end = text;
  const char *space = NULL;

  for (glong i = 0; i < limit && *end != '\0'; i++)
    {
      if (g_unichar_isspace (g_utf8_get_char (end)))
        space = end;
      end = g_utf8_next_char (end);
    }
  if (*end == '\0' || g_unichar_isspace (g_utf8_get_char (end)))
    return end;
  return space != NULL && space > text ? space : end;
}

static void
append_paragraph (GString *text,
                  const char *more)
{
  if (*more == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, more);
}

/* The first line is what it is about, the rest are details and examples; so is what is too long for one line. */
static void
set_what (CircRecord *item,
          const char *cell,
          const char *notes_cell)
{
  glong limit = (glong) circ_plan_item_kind.fields[CIRC_PLAN_ITEM_WHAT].limit;
  g_autofree char *text = g_strstrip (g_strdup (cell));
  gsize line_len = strcspn (text, "\r\n\v");
  g_autofree char *line = g_strchomp (g_strndup (text, line_len));
  const char *cut = find_cut (line, limit);
  g_autofree char *what = g_strndup (line, cut - line);
  g_autofree char *overflow = g_strstrip (g_strdup (cut));
  g_autofree char *rest = g_strstrip (g_strdup (text + line_len));
  g_autofree char *notes = g_strstrip (g_strdup (notes_cell));
  g_autoptr (GString) all = g_string_new (NULL);

  append_paragraph (all, overflow);
  append_paragraph (all, rest);
  append_paragraph (all, notes);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT, what);
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHAT_NOTES, all->str);
  circ_record_set_text (item, CIRC_PLAN_ITEM_CATEGORY, circ_import_guess_category (what));
}

static const char *
guess_purpose (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  if (strstr (folded, "for further dissemination") != NULL)
    return "for_further_dissemination";
  if (strstr (folded, "for information") != NULL)
    return "for_information";
  return strstr (folded, "for action") != NULL ? "for_action" : NULL;
}

/* One line as an entry; several, when it is longer than one may be. */
static void
add_entries (CircImportReader *reader,
             guint field_index,
             const char *line,
             gboolean alone,
             GPtrArray *entries)
{
  const CircField *field = &circ_plan_item_kind.fields[field_index];
  glong limit = (glong) circ_field_find (field->rows, "text")->limit;

  for (const char *rest = line; *rest != '\0';)
    {
      const char *cut = find_cut (rest, limit);
      g_autofree char *words = g_strchomp (g_strndup (rest, cut - rest));
      const char *part = field_index == CIRC_PLAN_ITEM_TO_WHOM ? guess_purpose (words)
                         : field_index == CIRC_PLAN_ITEM_BY_WHOM && alone ? "lead" : NULL;

      if (*words != '\0')
        g_ptr_array_add (entries,
                         circ_entry_new (words, circ_store_recognise (reader->names, field, words, NULL), part));
      for (rest = cut; g_unichar_isspace (g_utf8_get_char (rest)); rest = g_utf8_next_char (rest))
        ;
    }
}

static CircImportCell *
read_cell (CircImportReader *reader,
           guint field_index,
           const char *text)
{
  const CircField *field = &circ_plan_item_kind.fields[field_index];
  g_autoptr (CircHowSplit) split = circ_how_split_new (text);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_entry_free);
  CircImportCell *cell = g_new0 (CircImportCell, 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < split->lines->len; i++)
    add_entries (reader, field_index, split->lines->pdata[i], split->lines->len == 1, entries);
  for (guint i = 0; i < entries->len; i++)
    cell->n_linked += ((CircEntry *) entries->pdata[i])->link != 0;
  cell->n_entries = entries->len;
  cell->value = circ_field_take_value (field, circ_entries_to_value (field, entries), &error);
  if (error != NULL)
    cell->complaint = g_strdup (error->message);
  return cell;
}

/* Puts the lines of a cell into the item as entries. Returns: (nullable): why it cannot be saved. */
static const char *
set_entries (CircImportReader *reader,
             CircImportRow *row,
             guint field_index,
             const char *text)
{
  g_autofree char *key = g_strdup_printf ("%u %s", field_index, text);
  CircImportCell *cell = g_hash_table_lookup (reader->cells, key);

  if (cell == NULL)
    {
      cell = read_cell (reader, field_index, text);
      g_hash_table_insert (reader->cells, g_steal_pointer (&key), cell);
    }
  row->n_entries += cell->n_entries;
  row->n_linked += cell->n_linked;
  circ_record_set (row->item, field_index, cell->value);
  return cell->complaint;
}

static const char *
set_list (CircImportReader *reader,
          CircImportRow *row,
          guint field_index,
          GPtrArray *lines)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  return set_entries (reader, row, field_index, text);
}

/* Puts the two lists of a taken apart "How, by whom" cell into the item; again after a person moved a line. Returns:
 * (nullable): why they cannot be saved. */
const char *
circ_import_reader_apply_split (CircImportReader *reader,
                                CircImportRow *row)
{
  g_autoptr (GPtrArray) how = circ_how_split_dup_list (row->split, FALSE);
  g_autoptr (GPtrArray) by_whom = circ_how_split_dup_list (row->split, TRUE);
  const char *complaint = set_list (reader, row, CIRC_PLAN_ITEM_HOW, how);
  const char *other = set_list (reader, row, CIRC_PLAN_ITEM_BY_WHOM, by_whom);

  return complaint != NULL ? complaint : other;
}

/* The rules that the words give. A plan says "Within one week of meeting" in many of its rows: it is read once. */
static void
set_when (CircImportReader *reader,
          CircRecord *item,
          const char *when)
{
  const char *what = circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT);
  const char *notes = circ_record_get_text (item, CIRC_PLAN_ITEM_WHAT_NOTES);
  g_autoptr (GPtrArray) days = circ_timings_find_days (what);
  g_autoptr (GPtrArray) more_days = circ_timings_find_days (notes);
  g_autofree char *key = g_strdup_printf ("%u %u %s", days->len, more_days->len, when);
  GVariant *value = g_hash_table_lookup (reader->whens, key);

  if (value == NULL)
    {
      g_autoptr (GPtrArray) rules = NULL;
      CircRuleNames names;

      circ_rule_names_init (&names, NULL, reader->names);
      rules = circ_plan_rules_read (when, what, notes, &names, NULL, 0);
      value = circ_plan_rules_to_value (rules);
      g_hash_table_insert (reader->whens, g_steal_pointer (&key), value);
    }
  circ_record_set_text (item, CIRC_PLAN_ITEM_WHEN_TEXT, when);
  circ_record_set (item, CIRC_PLAN_ITEM_WHEN, value);
}

/* The texts as the store would judge them, so that a row that cannot be saved is known before anything is. */
static char *
find_complaint (CircRecord *item)
{
  static const guint fields[] = { CIRC_PLAN_ITEM_WHAT, CIRC_PLAN_ITEM_WHAT_NOTES, CIRC_PLAN_ITEM_WHEN_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GVariant *value = circ_record_get (item, fields[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) taken = NULL;

      if (value == NULL)
        continue;
      taken = circ_field_take_value (&circ_plan_item_kind.fields[fields[i]], g_variant_ref (value), &error);
      if (taken == NULL && error != NULL)
        return g_strdup (error->message);
    }
  return NULL;
}

static void
refuse (CircImportRow *row,
        char *message)
{
  g_free (row->message);
  row->message = message;
  row->state = CIRC_IMPORT_ROW_UNREADABLE;
  g_clear_object (&row->item);
  g_clear_pointer (&row->split, circ_how_split_free);
}

static gboolean
is_empty (CircImportReader *reader,
          CircCsvTable *table,
          guint csv_row)
{
  for (guint i = CIRC_IMPORT_COLUMN_WHAT; i < CIRC_N_IMPORT_COLUMNS; i++)
    {
      const char *cell = get_cell (reader, table, csv_row, i);

      if (cell[strspn (cell, " \t\r\n\v")] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): why the row cannot be saved. */
static char *
read_cells (CircImportReader *reader,
            CircCsvTable *table,
            guint csv_row,
            CircImportRow *row)
{
  g_autofree char *when = g_strstrip (g_strdup (get_cell (reader, table, csv_row, CIRC_IMPORT_COLUMN_WHEN)));
  const char *complaints[3] = { NULL, NULL, NULL };

  row->item = circ_record_copy (reader->pattern);
  set_what (row->item, get_cell (reader, table, csv_row, CIRC_IMPORT_COLUMN_WHAT),
            get_cell (reader, table, csv_row, CIRC_IMPORT_COLUMN_WHAT_NOTES));
  set_when (reader, row->item, when);
  complaints[0] = set_entries (reader, row, CIRC_PLAN_ITEM_TO_WHOM,
                               get_cell (reader, table, csv_row, CIRC_IMPORT_COLUMN_TO_WHOM));
  if (reader->columns[CIRC_IMPORT_COLUMN_HOW_BY_WHOM] >= 0)
    {
      row->split = circ_how_split_new (get_cell (reader, table, csv_row, CIRC_IMPORT_COLUMN_HOW_BY_WHOM));
      complaints[1] = circ_import_reader_apply_split (reader, row);
    }
  else
    {
      complaints[1] = set_entries (reader, row, CIRC_PLAN_ITEM_HOW,
                                   get_cell (reader, table, csv_row, CIRC_IMPORT_COLUMN_HOW));
      complaints[2] = set_entries (reader, row, CIRC_PLAN_ITEM_BY_WHOM,
                                   get_cell (reader, table, csv_row, CIRC_IMPORT_COLUMN_BY_WHOM));
    }
  for (guint i = 0; i < G_N_ELEMENTS (complaints); i++)
    if (complaints[i] != NULL)
      return g_strdup (complaints[i]);
  return find_complaint (row->item);
}

/**
 * circ_import_reader_read:
 * @reader: knows the columns
 * @table: the file
 * @csv_row: a row of it
 * @row: (inout): emptied beforehand; its line, state, message, item and split are set
 */
void
circ_import_reader_read (CircImportReader *reader,
                         CircCsvTable *table,
                         guint csv_row,
                         CircImportRow *row)
{
  g_autofree char *problems = circ_csv_table_dup_row_problems (table, csv_row);
  g_autofree char *complaint = NULL;

  row->line = circ_csv_table_get_line (table, csv_row);
  row->state = CIRC_IMPORT_ROW_NEW;
  if (problems != NULL && *problems != '\0')
    {
      refuse (row, g_steal_pointer (&problems));
      return;
    }
  if (is_empty (reader, table, csv_row))
    {
      row->state = CIRC_IMPORT_ROW_EMPTY;
      return;
    }
  complaint = read_cells (reader, table, csv_row, row);
  if (circ_record_get (row->item, CIRC_PLAN_ITEM_WHAT) == NULL)
    refuse (row, g_strdup_printf (_ ("Line %u: there is nothing under “%s”."), row->line,
                                  circ_import_column_get_title (CIRC_IMPORT_COLUMN_WHAT)));
  else if (complaint != NULL)
    /* translators: a line of the file that is imported, and a sentence that says what is wrong in it */
    refuse (row, g_strdup_printf (_ ("Line %u: %s"), row->line, complaint));
  else if (row->split != NULL && !row->split->sure)
    row->message = g_strdup_printf (_ ("Line %u: please look at what is a method and what is a role."), row->line);
}
