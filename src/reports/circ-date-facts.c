/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-date-facts.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "circ-clocks.h"
#include "circ-date-settings.h"
#include "circ-holiday.h"
#include "circ-occurrence-state.h"
#include "circ-partnership.h"
#include "circ-plan-rules.h"
#include "circ-rules-resources.h"
#include "circ-theme-day-year.h"
#include "circ-theme-day.h"

/* DOMAIN 3.15: a theme day about safeguarding itself is linked to the safeguarding priorities. */
#define PRIORITY_TAG "priority"

static GBytes *
load_data (const char *name,
           GError **error)
{
  g_autofree char *path = g_strconcat ("/io/github/circulate/Circulate/rules/", name, NULL);

  return g_resource_lookup_data (circ_rules_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static GPtrArray *
find_all (CircStore *store,
          CircKindId kind,
          GError **error)
{
  g_autoptr (CircQuery) query = circ_query_new (kind);

  return circ_store_find (store, query, error);
}

static CircDay
get_day (CircRecord *record,
         guint field)
{
  return circ_day_from_iso (circ_record_get_text (record, field));
}

static void
add_holiday (CircWorkingDays *working_days,
             CircCalendar own,
             CircRecord *record)
{
  CircDay from = get_day (record, CIRC_HOLIDAY_STARTS_ON);
  CircDay to = get_day (record, CIRC_HOLIDAY_ENDS_ON);
  const char *division = circ_record_get_text (record, CIRC_HOLIDAY_DIVISION);
  gboolean everywhere = g_strcmp0 (division, "uk") == 0;
  CircCalendar calendar = own;

  if (division != NULL && !everywhere && !circ_calendar_from_token (division, &calendar))
    return;
  /* A year of closures is a slip of the pen, and would leave no day to plan for. */
  to = CLAMP (to, from, from + 366);
  for (CircDay day = from; from != CIRC_DAY_NONE && day <= to; day++)
    {
      if (g_strcmp0 (circ_record_get_text (record, CIRC_HOLIDAY_KIND), "closure") == 0)
        {
          circ_working_days_add_closure (working_days, day);
          continue;
        }
      for (CircCalendar i = 0; i < CIRC_N_DIVISIONS; i++)
        if (everywhere || i == calendar)
          circ_working_days_add_one_off (working_days, i, day, circ_record_get_text (record, CIRC_HOLIDAY_TITLE));
    }
}

static gboolean
load_settings (CircDateFacts *self,
               CircStore *store,
               GError **error)
{
  g_autoptr (GPtrArray) settings = find_all (store, CIRC_KIND_DATE_SETTINGS, error);
  const char *list, *planned_to, *planned_from;

  if (settings == NULL)
    return FALSE;
  if (settings->len == 0)
    return TRUE;
  list = circ_record_get_text (settings->pdata[0], CIRC_DATE_SETTINGS_BANK_HOLIDAYS);
  planned_to = circ_record_get_text (settings->pdata[0], CIRC_DATE_SETTINGS_PLANNED_TO);
  planned_from = circ_record_get_text (settings->pdata[0], CIRC_DATE_SETTINGS_PLANNED_FROM);
  if (planned_to != NULL)
    g_strlcpy (self->planned_to, planned_to, sizeof self->planned_to);
  if (planned_from != NULL)
    self->planned_from = circ_day_from_iso (planned_from);
  if (list != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (list, strlen (list));

      return circ_working_days_import (self->working_days, bytes, error);
    }
  return TRUE;
}

static gboolean
load_calendar (CircDateFacts *self,
               CircStore *store,
               GError **error)
{
  g_autoptr (GPtrArray) partnerships = find_all (store, CIRC_KIND_PARTNERSHIP, error);
  g_autoptr (GPtrArray) holidays = partnerships != NULL ? find_all (store, CIRC_KIND_HOLIDAY, error) : NULL;

  if (holidays == NULL)
    return FALSE;
  if (partnerships->len == 0 ||
      !circ_calendar_from_token (circ_record_get_text (partnerships->pdata[0], CIRC_PARTNERSHIP_HOLIDAY_DIVISION),
                                 &self->calendar))
    self->calendar = CIRC_CALENDAR_ENGLAND_AND_WALES;
  for (guint i = 0; i < holidays->len; i++)
    add_holiday (self->working_days, self->calendar, holidays->pdata[i]);
  return TRUE;
}

static char **
split (const char *text,
       const char *separators,
       gboolean core)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) pieces = g_strsplit_set (text != NULL ? text : "", separators, -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_strv_builder_add (words, pieces[i]);
  if (core)
    g_strv_builder_add (words, PRIORITY_TAG);
  return g_strv_builder_end (words);
}

static CircThemeDay *
new_theme_day (CircRecord *record)
{
  CircThemeDay *self = circ_theme_day_new (circ_record_get_id (record), circ_record_get_text (record, CIRC_THEME_DAY_NAME));
  g_autoptr (GPtrArray) rules = circ_plan_rules_from_value (circ_record_get (record, CIRC_THEME_DAY_RULE));

  self->synonyms = split (circ_record_get_text (record, CIRC_THEME_DAY_OTHER_NAMES), "\n", FALSE);
  self->core = circ_record_get_bool (record, CIRC_THEME_DAY_CORE);
  self->tags = split (circ_record_get_text (record, CIRC_THEME_DAY_TAGS), ",;", self->core);
  self->side = g_strdup (circ_record_get_text (record, CIRC_THEME_DAY_SIDE));
  self->reliable = circ_record_get_bool (record, CIRC_THEME_DAY_RELIABLE);
  if (rules->len > 0)
    self->rule = circ_timing_copy (((CircPlanRule *) rules->pdata[0])->timing);
  self->active = TRUE;
  return self;
}

static gboolean
load_theme_days (CircDateFacts *self,
                 CircStore *store,
                 GError **error)
{
  g_autoptr (GPtrArray) days = find_all (store, CIRC_KIND_THEME_DAY, error);
  g_autoptr (GPtrArray) years = days != NULL ? find_all (store, CIRC_KIND_THEME_DAY_YEAR, error) : NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (years == NULL)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      CircThemeDay *theme_day = new_theme_day (days->pdata[i]);

      theme_day->revision = circ_record_get_version (days->pdata[i]);
      g_ptr_array_add (self->theme_days, theme_day);
      g_hash_table_insert (by_id, &theme_day->id, theme_day);
    }
  for (guint i = 0; i < years->len; i++)
    {
      gint64 owner = circ_record_get_int (years->pdata[i], CIRC_THEME_DAY_YEAR_THEME_DAY);
      CircThemeDay *theme_day = g_hash_table_lookup (by_id, &owner);
      CircDay from = get_day (years->pdata[i], CIRC_THEME_DAY_YEAR_STARTS_ON);
      CircDay to = get_day (years->pdata[i], CIRC_THEME_DAY_YEAR_ENDS_ON);
      const char *status = circ_record_get_text (years->pdata[i], CIRC_THEME_DAY_YEAR_STATUS);

      if (theme_day != NULL)
        theme_day->revision += circ_record_get_version (years->pdata[i]);
      if (theme_day != NULL && from != CIRC_DAY_NONE)
        circ_theme_day_add_year (theme_day, circ_day_get_year (from), from, MAX (to, from),
                                 g_strcmp0 (status, "confirmed") == 0);
    }
  return TRUE;
}

/**
 * circ_date_facts_new:
 * @store: a store, also within circ_store_apply()
 *
 * Returns: (transfer full): what its dates are counted with, or %NULL with @error
 */
CircDateFacts *
circ_date_facts_new (CircStore *store,
                     GError **error)
{
  g_autoptr (CircDateFacts) self = g_new0 (CircDateFacts, 1);
  g_autoptr (GBytes) published = load_data ("bank-holidays.json", error);

  self->theme_days = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_theme_day_free);
  if (published == NULL)
    return NULL;
  self->working_days = circ_working_days_new (published, error);
  if (self->working_days == NULL || !load_settings (self, store, error) || !load_calendar (self, store, error) ||
      !load_theme_days (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
circ_date_facts_is_before_plan (CircDateFacts *self,
                                CircDay due_on)
{
  return due_on != CIRC_DAY_NONE && self->planned_from != CIRC_DAY_NONE && due_on < self->planned_from;
}

void
circ_date_facts_begin (CircDateFacts *self,
                       CircStore *store,
                       const char *today)
{
  if (*self->planned_to == '\0' && circ_store_has_more (store, CIRC_KIND_PLAN_ITEM, 0))
    self->planned_from = circ_day_from_iso (today);
}

void
circ_date_facts_free (CircDateFacts *self)
{
  g_clear_pointer (&self->working_days, circ_working_days_unref);
  g_ptr_array_unref (self->theme_days);
  g_free (self);
}

/* For a day that was set by hand: the working day to aim for, and from when on it counts as due. */
void
circ_date_facts_span (CircDateFacts *self,
                      CircDay due_on,
                      CircDay *plan_by,
                      CircDay *lead_from)
{
  *plan_by = circ_working_days_previous (self->working_days, self->calendar, CIRC_CLOSURES_COUNT, due_on);
  *lead_from = circ_working_days_add (self->working_days, self->calendar, CIRC_CLOSURES_COUNT, *plan_by, -CIRC_LEAD_DAYS);
}

static CircRecord *
new_theme_day_record (const CircThemeDay *theme_day)
{
  CircRecord *record = circ_record_new (CIRC_KIND_THEME_DAY);
  g_autofree char *names = theme_day->synonyms != NULL ? g_strjoinv ("\n", theme_day->synonyms) : NULL;
  g_autofree char *tags = theme_day->tags != NULL ? g_strjoinv (", ", theme_day->tags) : NULL;

  circ_record_set_text (record, CIRC_THEME_DAY_NAME, theme_day->name);
  circ_record_set_text (record, CIRC_THEME_DAY_OTHER_NAMES, names);
  circ_record_set_text (record, CIRC_THEME_DAY_TAGS, tags);
  circ_record_set_text (record, CIRC_THEME_DAY_SIDE, theme_day->side);
  circ_record_set_text (record, CIRC_THEME_DAY_REACH, g_strv_contains ((const char *const *) theme_day->tags, "local") ? "local" : "national");
  g_object_set (record, "reliable", theme_day->reliable, "core", theme_day->core, NULL);
  if (theme_day->rule != NULL)
    {
      g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_plan_rule_free);
      g_autoptr (GVariant) value = NULL;

      g_ptr_array_add (rules, circ_plan_rule_new (1, circ_timing_copy (theme_day->rule)));
      value = circ_plan_rules_to_value (rules);
      circ_record_set (record, CIRC_THEME_DAY_RULE, value);
    }
  return record;
}

static void
insert_years (CircChange *change,
              CircRecord *record,
              const CircThemeDay *theme_day)
{
  for (guint i = 0; i < theme_day->years->len; i++)
    {
      const CircThemeDayYear *year = &g_array_index (theme_day->years, CircThemeDayYear, i);
      g_autoptr (CircRecord) row = circ_record_new (CIRC_KIND_THEME_DAY_YEAR);
      char from[11], to[11];

      circ_day_to_iso (year->from, from);
      circ_day_to_iso (year->to, to);
      circ_record_set_int (row, CIRC_THEME_DAY_YEAR_THEME_DAY, circ_record_get_id (record));
      circ_record_set_text (row, CIRC_THEME_DAY_YEAR_STARTS_ON, from);
      circ_record_set_text (row, CIRC_THEME_DAY_YEAR_ENDS_ON, to);
      circ_record_set_text (row, CIRC_THEME_DAY_YEAR_STATUS, year->confirmed ? "confirmed" : "provisional");
      /* translators: where the dates of a theme day come from */
      circ_record_set_text (row, CIRC_THEME_DAY_YEAR_SOURCE, _ ("Came with the program"));
      circ_change_insert (change, row);
    }
}

/**
 * circ_date_facts_set_up:
 *
 * Gives a file the theme days that come with the program, unless it has any, archived ones included. Undo leaves them.
 */
gboolean
circ_date_facts_set_up (CircStore *store,
                        GError **error)
{
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GPtrArray) theme_days = NULL;
  g_autoptr (CircChange) change = NULL;

  if (circ_store_has_more (store, CIRC_KIND_THEME_DAY, 0))
    return TRUE;
  json = load_data ("theme-days.json", error);
  theme_days = json != NULL ? circ_theme_days_parse (json, error) : NULL;
  if (theme_days == NULL)
    return FALSE;
  /* translators: a line of the history: what the application did by itself */
  change = circ_change_new (_ ("Theme days set up"));
  for (guint i = 0; i < theme_days->len; i++)
    {
      g_autoptr (CircRecord) record = new_theme_day_record (theme_days->pdata[i]);

      circ_change_insert (change, record);
      insert_years (change, record, theme_days->pdata[i]);
    }
  return circ_store_apply_upkeep (store, change, error);
}

gint64
circ_date_facts_get_moment (CircDay day,
                            const char *time)
{
  char iso[11];
  g_autofree char *text = NULL;
  gint64 moment;

  circ_day_to_iso (day, iso);
  text = g_strdup_printf ("%sT%s:00Z", iso, time != NULL ? time : "");
  if (time == NULL || !circ_moment_from_iso (text, &moment))
    return 0;
  /* The offset before the hour that is skipped or repeated is the one that the clock still shows. */
  return moment - circ_moment_get_offset (moment - 3600);
}

static void
set_rule (CircRulePack *pack,
          GVariant *row)
{
  const char *setting = NULL, *token = NULL;
  gint64 number = -1;
  gboolean verified;
  CircUnit unit;

  g_variant_lookup (row, "setting", "&s", &setting);
  g_variant_lookup (row, "unit", "&s", &token);
  g_variant_lookup (row, "number", "x", &number);
  for (CircRule rule = 0; rule < CIRC_N_RULES; rule++)
    {
      if (g_strcmp0 (setting, circ_rule_get_token (rule)) != 0)
        continue;
      if (number >= 0 && number < G_MAXINT && rule < CIRC_N_NUMBER_RULES)
        circ_rule_pack_set_number (pack, rule, (int) number,
                                   circ_unit_from_token (token, &unit) ? unit : circ_rule_pack_get_unit (pack, rule));
      if (g_variant_lookup (row, "verified", "b", &verified))
        circ_rule_pack_set_verified (pack, rule, verified);
    }
}

/**
 * circ_rule_pack_load:
 *
 * Returns: the statutory settings that came with the program, with what this file says otherwise
 */
CircRulePack *
circ_rule_pack_load (CircStore *store,
                     GError **error)
{
  g_autoptr (GBytes) json = load_data ("england.json", error);
  g_autoptr (GPtrArray) settings = json != NULL ? find_all (store, CIRC_KIND_DATE_SETTINGS, error) : NULL;
  g_autoptr (CircRulePack) pack = settings != NULL ? circ_rule_pack_new (json, error) : NULL;
  GVariant *rows;

  if (pack == NULL)
    return NULL;
  rows = settings->len > 0 ? circ_record_get (settings->pdata[0], CIRC_DATE_SETTINGS_RULES) : NULL;
  for (gsize i = 0; rows != NULL && i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);

      set_rule (pack, row);
    }
  if (settings->len > 0 && circ_record_get (settings->pdata[0], CIRC_DATE_SETTINGS_VERIFIED_ON) != NULL)
    circ_rule_pack_set_verified_on (pack, get_day (settings->pdata[0], CIRC_DATE_SETTINGS_VERIFIED_ON));
  return g_steal_pointer (&pack);
}
