/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-working-days.h"

#include <string.h>

/*
 * A bit for each day of the years that plans are made for, so that a year's calendar of hundreds of items asks without
 * searching; other years are worked out each time.
 */
#define FIRST_YEAR 1990
#define LAST_YEAR 2100
#define N_YEARS (LAST_YEAR - FIRST_YEAR + 1)
#define N_BYTES (N_YEARS * 366 / 8 + 1)

/* GOV.UK lists whole years. One with fewer days than any part of the kingdom has adds to the rule, and does not replace it. */
#define FEWEST_IN_A_YEAR 8

struct _CircWorkingDays {
  gatomicrefcount ref_count;
  CircDay first;
  GArray *published[CIRC_N_DIVISIONS]; /* CircBankHoliday, in order */
  GArray *added[CIRC_N_DIVISIONS];     /* one-offs entered by hand */
  GArray *closures;                    /* CircDay, in order */
  CircDay known_to[CIRC_N_CALENDARS];  /* the last day that the published list has: what it lacks before is history */
  guint8 holiday[CIRC_N_CALENDARS][N_BYTES];
};

static int
by_day (gconstpointer a,
        gconstpointer b)
{
  return ((const CircBankHoliday *) a)->day - ((const CircBankHoliday *) b)->day;
}

static int
by_number (gconstpointer a,
           gconstpointer b)
{
  return *(const CircDay *) a - *(const CircDay *) b;
}

/* By the year's ends, because asking each day for its year costs more than all the rest. */
static gboolean
is_between (const CircBankHoliday *holiday,
            CircDay first,
            CircDay last)
{
  return holiday->day >= first && holiday->day <= last;
}

static void
add_year (GArray *holidays,
          GArray *from,
          int year)
{
  CircDay first = circ_day_new (year, 1, 1);
  CircDay last = circ_day_new (year, 12, 31);

  for (guint i = 0; i < from->len; i++)
    {
      const CircBankHoliday *holiday = &g_array_index (from, CircBankHoliday, i);

      if (is_between (holiday, first, last))
        g_array_append_val (holidays, *holiday);
    }
}

/* The same day by rule and by hand, or in two parts of the kingdom, is one holiday; the published one is kept. */
static void
drop_doubles (GArray *holidays)
{
  guint kept = 0;

  g_array_sort (holidays, by_day);
  for (guint i = 0; i < holidays->len; i++)
    {
      CircBankHoliday *holiday = &g_array_index (holidays, CircBankHoliday, i);
      CircBankHoliday *last = kept > 0 ? &g_array_index (holidays, CircBankHoliday, kept - 1) : NULL;

      if (last == NULL || last->day != holiday->day)
        g_array_index (holidays, CircBankHoliday, kept++) = *holiday;
      else if (holiday->published && !last->published)
        *last = *holiday;
    }
  g_array_set_size (holidays, kept);
}

static gboolean
has_whole_year (GArray *published,
                int year)
{
  CircDay first = circ_day_new (year, 1, 1);
  CircDay last = circ_day_new (year, 12, 31);
  guint n = 0;

  for (guint i = 0; i < published->len; i++)
    n += is_between (&g_array_index (published, CircBankHoliday, i), first, last) ? 1 : 0;
  return n >= FEWEST_IN_A_YEAR;
}

static void
add_division (CircWorkingDays *self,
              GArray *holidays,
              CircCalendar division,
              int year)
{
  if (!has_whole_year (self->published[division], year))
    circ_bank_holidays_add_by_rule (holidays, division, year);
  add_year (holidays, self->published[division], year);
  add_year (holidays, self->added[division], year);
}

/**
 * circ_working_days_list_holidays:
 * @self: the calendars
 * @calendar: one of them
 * @year: a year
 *
 * Returns: (transfer full) (element-type CircBankHoliday): the holidays in order of days. Where the published list has
 *   the year it is followed, else the rules; what was entered by hand is added to both.
 */
GArray *
circ_working_days_list_holidays (CircWorkingDays *self,
                                 CircCalendar calendar,
                                 int year)
{
  GArray *holidays = g_array_new (FALSE, FALSE, sizeof (CircBankHoliday));

  g_return_val_if_fail (calendar < CIRC_N_CALENDARS, holidays);

  if (year < CIRC_DAY_FIRST_YEAR || year > CIRC_DAY_LAST_YEAR)
    return holidays;
  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    if (calendar == CIRC_CALENDAR_UK_ANY || calendar == (CircCalendar) i)
      add_division (self, holidays, i, year);
  drop_doubles (holidays);
  return holidays;
}

static void
mark (CircWorkingDays *self,
      CircCalendar calendar,
      CircDay day)
{
  gint64 bit = (gint64) day - self->first;

  if (bit >= 0 && bit < (gint64) N_BYTES * 8)
    self->holiday[calendar][bit / 8] |= (guint8) (1u << bit % 8);
}

static CircDay
find_known_to (GArray *published)
{
  for (guint i = published->len; i > 0; i--)
    {
      int year = circ_day_get_year (g_array_index (published, CircBankHoliday, i - 1).day);

      if (has_whole_year (published, year))
        return circ_day_new (year, 12, 31);
    }
  return CIRC_DAY_NONE;
}

static void
mark_all (CircWorkingDays *self)
{
  self->known_to[CIRC_CALENDAR_UK_ANY] = G_MAXINT32;
  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    {
      self->known_to[i] = find_known_to (self->published[i]);
      self->known_to[CIRC_CALENDAR_UK_ANY] = MIN (self->known_to[CIRC_CALENDAR_UK_ANY], self->known_to[i]);
    }
  memset (self->holiday, 0, sizeof self->holiday);
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
      {
        g_autoptr (GArray) holidays = circ_working_days_list_holidays (self, i, year);

        for (guint j = 0; j < holidays->len; j++)
          {
            mark (self, i, g_array_index (holidays, CircBankHoliday, j).day);
            mark (self, CIRC_CALENDAR_UK_ANY, g_array_index (holidays, CircBankHoliday, j).day);
          }
      }
}

/**
 * circ_working_days_new:
 * @published: (nullable): the list of GOV.UK, or %NULL to go by rule alone
 *
 * Returns: (transfer full): the calendars, or %NULL with @error when the list is none
 */
CircWorkingDays *
circ_working_days_new (GBytes *published,
                       GError **error)
{
  g_autoptr (CircWorkingDays) self = g_new0 (CircWorkingDays, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->first = circ_day_new (FIRST_YEAR, 1, 1);
  self->closures = g_array_new (FALSE, FALSE, sizeof (CircDay));
  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    {
      self->published[i] = g_array_new (FALSE, FALSE, sizeof (CircBankHoliday));
      self->added[i] = g_array_new (FALSE, FALSE, sizeof (CircBankHoliday));
    }
  if (published == NULL)
    mark_all (self);
  else if (!circ_working_days_import (self, published, error))
    return NULL;
  return g_steal_pointer (&self);
}

CircWorkingDays *
circ_working_days_ref (CircWorkingDays *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
circ_working_days_unref (CircWorkingDays *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    {
      g_array_unref (self->published[i]);
      g_array_unref (self->added[i]);
    }
  g_array_unref (self->closures);
  g_free (self);
}

/* The imported list wins for the years that it covers; what it has of other years is added. */
static void
replace_years (GArray *older,
               GArray *newer)
{
  guint kept = 0;

  for (guint i = 0; i < older->len; i++)
    {
      CircBankHoliday holiday = g_array_index (older, CircBankHoliday, i);

      if (!has_whole_year (newer, circ_day_get_year (holiday.day)))
        g_array_index (older, CircBankHoliday, kept++) = holiday;
    }
  g_array_set_size (older, kept);
  g_array_append_vals (older, newer->data, newer->len);
  g_array_sort (older, by_day);
}

/**
 * circ_working_days_import:
 * @self: the calendars
 * @published: a newer list of GOV.UK
 *
 * Returns: FALSE with @error, and the calendars as they were, when it cannot be read
 */
gboolean
circ_working_days_import (CircWorkingDays *self,
                          GBytes *published,
                          GError **error)
{
  GArray *newer[CIRC_N_DIVISIONS];
  gboolean read;

  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    newer[i] = g_array_new (FALSE, FALSE, sizeof (CircBankHoliday));
  read = circ_bank_holidays_parse (published, newer, error);
  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    {
      if (read)
        replace_years (self->published[i], newer[i]);
      g_array_unref (newer[i]);
    }
  if (read)
    mark_all (self);
  return read;
}

/**
 * circ_working_days_add_one_off:
 * @self: the calendars
 * @calendar: where it holds; %CIRC_CALENDAR_UK_ANY for the whole kingdom
 * @day: the day
 * @title: what it is called
 */
void
circ_working_days_add_one_off (CircWorkingDays *self,
                               CircCalendar calendar,
                               CircDay day,
                               const char *title)
{
  CircBankHoliday holiday = { .day = day, .title = g_intern_string (title) };

  g_return_if_fail (day > CIRC_DAY_NONE);

  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    if (calendar == CIRC_CALENDAR_UK_ANY || calendar == (CircCalendar) i)
      {
        g_array_append_val (self->added[i], holiday);
        mark (self, i, day);
      }
  mark (self, CIRC_CALENDAR_UK_ANY, day);
}

/* A day on which the office is closed. No clock that the law sets stops for it. */
void
circ_working_days_add_closure (CircWorkingDays *self,
                               CircDay day)
{
  g_return_if_fail (day > CIRC_DAY_NONE);

  g_array_append_val (self->closures, day);
  g_array_sort (self->closures, by_number);
}

/* Whether the government has published the holidays of a year; for the joined calendar: of all its parts. */
gboolean
circ_working_days_is_published (CircWorkingDays *self,
                                CircCalendar calendar,
                                int year)
{
  if (calendar != CIRC_CALENDAR_UK_ANY)
    return has_whole_year (self->published[calendar], year);
  for (guint i = 0; i < CIRC_N_DIVISIONS; i++)
    if (!has_whole_year (self->published[i], year))
      return FALSE;
  return TRUE;
}

CircDay
circ_working_days_get_known_to (CircWorkingDays *self,
                                CircCalendar calendar)
{
  g_return_val_if_fail (calendar < CIRC_N_CALENDARS, CIRC_DAY_NONE);
  return self->known_to[calendar];
}

gboolean
circ_working_days_equal (CircWorkingDays *self,
                         CircWorkingDays *other)
{
  return memcmp (self->known_to, other->known_to, sizeof self->known_to) == 0
         && memcmp (self->holiday, other->holiday, sizeof self->holiday) == 0
         && self->closures->len == other->closures->len
         /* Without any there is nothing to point to. */
         && (self->closures->len == 0
             || memcmp (self->closures->data, other->closures->data, self->closures->len * sizeof (CircDay)) == 0);
}

static gboolean
is_holiday (CircWorkingDays *self,
            CircCalendar calendar,
            CircDay day)
{
  gint64 bit = (gint64) day - self->first;
  g_autoptr (GArray) holidays = NULL;

  if (bit >= 0 && bit < N_YEARS * 365)
    return (self->holiday[calendar][bit / 8] >> bit % 8 & 1) != 0;
  holidays = circ_working_days_list_holidays (self, calendar, circ_day_get_year (day));
  for (guint i = 0; i < holidays->len; i++)
    if (g_array_index (holidays, CircBankHoliday, i).day == day)
      return TRUE;
  return FALSE;
}

/**
 * circ_working_days_is_provisional:
 * @self: the calendars
 * @calendar: one of them
 * @from: a day
 * @to: another, before or after
 *
 * Returns: whether a holiday lies on or between the two days that is known by rule alone, so that what was counted over
 *   it may still change when the government publishes its list
 */
gboolean
circ_working_days_is_provisional (CircWorkingDays *self,
                                  CircCalendar calendar,
                                  CircDay from,
                                  CircDay to)
{
  CircDay last = MAX (from, to);

  for (CircDay day = MAX (MIN (from, to), self->known_to[calendar] + 1); day <= last; day++)
    if (is_holiday (self, calendar, day))
      return TRUE;
  return FALSE;
}

gboolean
circ_working_days_is_working (CircWorkingDays *self,
                              CircCalendar calendar,
                              CircClosures closures,
                              CircDay day)
{
  g_return_val_if_fail (calendar < CIRC_N_CALENDARS, FALSE);
  g_return_val_if_fail (day > CIRC_DAY_NONE, FALSE);

  if (circ_day_get_weekday (day) > 5 || is_holiday (self, calendar, day))
    return FALSE;
  return closures == CIRC_CLOSURES_IGNORED || self->closures->len == 0 ||
         !g_array_binary_search (self->closures, &day, by_number, NULL);
}

/**
 * circ_working_days_add:
 * @self: the calendars
 * @calendar: which one
 * @closures: whether the office's own closures count
 * @day: where to count from; it never counts itself, be it a working day or not
 * @n: how many, below zero for back
 *
 * Returns: the @n-th working day after or before @day, which is @day itself for 0 (DOMAIN 5.1)
 */
CircDay
circ_working_days_add (CircWorkingDays *self,
                       CircCalendar calendar,
                       CircClosures closures,
                       CircDay day,
                       int n)
{
  int step = n < 0 ? -1 : 1;

  for (int left = ABS (n); left > 0;)
    {
      day += step;
      if (circ_working_days_is_working (self, calendar, closures, day))
        left--;
    }
  return day;
}

/* Returns: @day, or the last working day before it. */
CircDay
circ_working_days_previous (CircWorkingDays *self,
                            CircCalendar calendar,
                            CircClosures closures,
                            CircDay day)
{
  while (!circ_working_days_is_working (self, calendar, closures, day))
    day--;
  return day;
}

/* Returns: @day, or the first working day after it. */
CircDay
circ_working_days_next (CircWorkingDays *self,
                        CircCalendar calendar,
                        CircClosures closures,
                        CircDay day)
{
  while (!circ_working_days_is_working (self, calendar, closures, day))
    day++;
  return day;
}

/* Returns: how many working days come after @from, up to and with @to; below zero when @to is the earlier. */
int
circ_working_days_between (CircWorkingDays *self,
                           CircCalendar calendar,
                           CircClosures closures,
                           CircDay from,
                           CircDay to)
{
  int n = 0;

  if (to < from)
    {
      for (CircDay day = to; day < from; day++)
        n -= circ_working_days_is_working (self, calendar, closures, day) ? 1 : 0;
      return n;
    }
  for (CircDay day = from + 1; day <= to; day++)
    n += circ_working_days_is_working (self, calendar, closures, day) ? 1 : 0;
  return n;
}
