/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-bank-holidays.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "circ-field.h"

#define MONDAY 1
#define SATURDAY 6
#define SUNDAY 7
#define DEEPEST 16

static const struct {
  const char *token;
  const char *division; /* the key in the government's file */
  const char *title;
} calendars[] = {
  [CIRC_CALENDAR_ENGLAND_AND_WALES] = { "england_and_wales", "england-and-wales", N_ ("England and Wales") },
  [CIRC_CALENDAR_SCOTLAND] = { "scotland", "scotland", N_ ("Scotland") },
  [CIRC_CALENDAR_NORTHERN_IRELAND] = { "northern_ireland", "northern-ireland", N_ ("Northern Ireland") },
  [CIRC_CALENDAR_UK_ANY] = { "uk_any", NULL, N_ ("Anywhere in the United Kingdom") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (calendars) == CIRC_N_CALENDARS);

#define EW (1u << CIRC_CALENDAR_ENGLAND_AND_WALES)
#define SC (1u << CIRC_CALENDAR_SCOTLAND)
#define NI (1u << CIRC_CALENDAR_NORTHERN_IRELAND)
#define ALL (EW | SC | NI)

/* Days that were proclaimed once (DOMAIN 5.2). Later ones come with the published list or are entered by hand. */
static const struct {
  int year, month, day;
  guint divisions;
  const char *title;
} one_offs[] = {
  { 1999, 12, 31, ALL, "Millennium bank holiday" },
  { 2002, 6, 3, ALL, "Queen’s Golden Jubilee" },
  { 2011, 4, 29, ALL, "Royal wedding" },
  { 2012, 6, 5, ALL, "Queen’s Diamond Jubilee" },
  { 2022, 6, 3, ALL, "Platinum Jubilee bank holiday" },
  { 2022, 9, 19, ALL, "Bank Holiday for the State Funeral of Queen Elizabeth II" },
  { 2023, 5, 8, ALL, "Bank holiday for the coronation of King Charles III" },
  { 2026, 6, 15, SC, "World Cup bank holiday" },
};

gboolean
circ_calendar_from_token (const char *token,
                          CircCalendar *calendar)
{
  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    if (g_strcmp0 (token, calendars[i].token) == 0)
      {
        *calendar = i;
        return TRUE;
      }
  return FALSE;
}

const char *
circ_calendar_get_token (CircCalendar calendar)
{
  g_return_val_if_fail (calendar < CIRC_N_CALENDARS, NULL);
  return calendars[calendar].token;
}

const char *
circ_calendar_get_title (CircCalendar calendar)
{
  g_return_val_if_fail (calendar < CIRC_N_CALENDARS, NULL);
  return _ (calendars[calendar].title);
}

static void
add (GArray *holidays,
     CircDay day,
     const char *title,
     gboolean substitute)
{
  CircBankHoliday holiday = { .day = day, .title = g_intern_string (title), .substitute = substitute };

  g_array_append_val (holidays, holiday);
}

/* A holiday that a weekend swallows is kept on the Monday after it. */
static void
add_or_monday (GArray *holidays,
               CircDay day,
               const char *title)
{
  int weekday = circ_day_get_weekday (day);

  add (holidays, weekday >= SATURDAY ? day + 8 - weekday : day, title, weekday >= SATURDAY);
}

/* Two days in a row, each kept on the next weekday that the other leaves free. */
static void
add_pair (GArray *holidays,
          CircDay first,
          const char *first_title,
          const char *second_title)
{
  switch (circ_day_get_weekday (first))
    {
    case SATURDAY - 1:
      add (holidays, first, first_title, FALSE);
      add (holidays, first + 3, second_title, TRUE);
      break;
    case SATURDAY:
      add (holidays, first + 2, first_title, TRUE);
      add (holidays, first + 3, second_title, TRUE);
      break;
    case SUNDAY:
      add (holidays, first + 1, second_title, FALSE);
      add (holidays, first + 2, first_title, TRUE);
      break;
    default:
      add (holidays, first, first_title, FALSE);
      add (holidays, first + 1, second_title, FALSE);
    }
}

static CircDay
early_may (int year)
{
  if (year == 1995 || year == 2020)
    return circ_day_new (year, 5, 8);
  return circ_day_nth_weekday (year, 5, MONDAY, 1);
}

static CircDay
spring (int year)
{
  if (year == 2002 || year == 2012)
    return circ_day_new (year, 6, 4);
  if (year == 2022)
    return circ_day_new (year, 6, 2);
  return circ_day_nth_weekday (year, 5, MONDAY, CIRC_DAY_LAST_WEEKDAY);
}

static int
by_day (gconstpointer a,
        gconstpointer b)
{
  return ((const CircBankHoliday *) a)->day - ((const CircBankHoliday *) b)->day;
}

/**
 * circ_bank_holidays_add_by_rule:
 * @holidays: (element-type CircBankHoliday): where to add them
 * @division: one of the three that have holidays
 * @year: a year
 *
 * Adds the holidays of a year as the rules of DOMAIN 5.2 give them, sorted. For 2012 to 2028 that is what was published.
 */
void
circ_bank_holidays_add_by_rule (GArray *holidays,
                                CircCalendar division,
                                int year)
{
  gboolean scotland = division == CIRC_CALENDAR_SCOTLAND;
  CircDay new_year = circ_day_new (year, 1, 1);
  CircDay easter;

  g_return_if_fail (division < CIRC_N_DIVISIONS);
  g_return_if_fail (new_year != CIRC_DAY_NONE);

  easter = circ_day_easter (year);
  if (scotland)
    add_pair (holidays, new_year, "New Year’s Day", "2nd January");
  else
    add_or_monday (holidays, new_year, "New Year’s Day");
  if (division == CIRC_CALENDAR_NORTHERN_IRELAND)
    add_or_monday (holidays, circ_day_new (year, 3, 17), "St Patrick’s Day");
  add (holidays, easter - 2, "Good Friday", FALSE);
  if (!scotland)
    add (holidays, easter + 1, "Easter Monday", FALSE);
  add (holidays, early_may (year), "Early May bank holiday", FALSE);
  add (holidays, spring (year), "Spring bank holiday", FALSE);
  if (division == CIRC_CALENDAR_NORTHERN_IRELAND)
    add_or_monday (holidays, circ_day_new (year, 7, 12), "Battle of the Boyne (Orangemen’s Day)");
  add (holidays, circ_day_nth_weekday (year, 8, MONDAY, scotland ? 1 : CIRC_DAY_LAST_WEEKDAY),
       "Summer bank holiday", FALSE);
  if (scotland && year >= 2007)
    add_or_monday (holidays, circ_day_new (year, 11, 30), "St Andrew’s Day");
  add_pair (holidays, circ_day_new (year, 12, 25), "Christmas Day", "Boxing Day");
  for (guint i = 0; i < G_N_ELEMENTS (one_offs); i++)
    if (one_offs[i].year == year && (one_offs[i].divisions & 1u << division) != 0)
      add (holidays, circ_day_new (year, one_offs[i].month, one_offs[i].day), one_offs[i].title, FALSE);
  g_array_sort (holidays, by_day);
}

static gboolean
parse_event (JsonNode *node,
             CircBankHoliday *holiday)
{
  JsonObject *event = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *date = NULL, *title = NULL, *notes = NULL;

  if (event == NULL)
    return FALSE;
  date = json_object_get_string_member_with_default (event, "date", NULL);
  title = json_object_get_string_member_with_default (event, "title", NULL);
  notes = json_object_get_string_member_with_default (event, "notes", "");
  *holiday = (CircBankHoliday) {
    .day = circ_day_from_iso (date),
    .title = g_intern_string (title),
    .substitute = notes != NULL && strstr (notes, "ubstitute") != NULL,
    .published = TRUE,
  };
  return holiday->day != CIRC_DAY_NONE && title != NULL;
}

static gboolean
parse_division (JsonObject *root,
                CircCalendar division,
                GArray *holidays,
                GError **error)
{
  const char *name = calendars[division].division;
  JsonNode *node = json_object_get_member (root, name);
  JsonArray *events = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      node = json_object_get_member (json_node_get_object (node), "events");
      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        events = json_node_get_array (node);
    }
  if (events == NULL)
    {
      g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                   /* translators: %s is the English key of a part of the kingdom in the file, such as "scotland" */
                   _ ("This is not a list of bank holidays as GOV.UK publishes it: “%s” is missing."), name);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      CircBankHoliday holiday;

      if (!parse_event (json_array_get_element (events, i), &holiday))
        {
          g_set_error (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                       /* translators: %u is the number of an entry, %s the English key of a part of the kingdom */
                       _ ("Entry %u of “%s” in the list of bank holidays has no title or no date."), i + 1, name);
          return FALSE;
        }
      g_array_append_val (holidays, holiday);
    }
  g_array_sort (holidays, by_day);
  return TRUE;
}

/* The published list is four deep. The parser goes as deep as the file, and out of its stack. */
static gboolean
is_deep (const char *text,
         gsize size)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < size && depth <= DEEPEST; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '[' || text[i] == '{'))
        depth++;
      else if (!quoted && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return depth > DEEPEST;
}

/**
 * circ_bank_holidays_parse:
 * @json: the file that GOV.UK publishes: division, events, title and date
 * @holidays: (element-type CircBankHoliday): an array for each division, to be added to in order of days
 *
 * Returns: FALSE with @error for anything else. The arrays may then hold a part: throw them away.
 */
gboolean
circ_bank_holidays_parse (GBytes *json,
                          GArray *holidays[CIRC_N_DIVISIONS],
                          GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *text = g_bytes_get_data (json, &size);
  JsonNode *root = NULL;

  if (text != NULL && !is_deep (text, size) && json_parser_load_from_data (parser, text, (gssize) size, NULL))
    root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, CIRC_RECORD_ERROR, CIRC_RECORD_ERROR_INVALID,
                           _ ("This is not a list of bank holidays as GOV.UK publishes it."));
      return FALSE;
    }
  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    if (!parse_division (json_node_get_object (root), i, holidays[i], error))
      return FALSE;
  return TRUE;
}
