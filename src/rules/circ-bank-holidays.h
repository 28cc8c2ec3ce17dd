/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-day.h"

G_BEGIN_DECLS

/* The parts of the kingdom that have bank holidays of their own, and the calendar that joins them (DOMAIN 5.1). */
typedef enum {
  CIRC_CALENDAR_ENGLAND_AND_WALES,
  CIRC_CALENDAR_SCOTLAND,
  CIRC_CALENDAR_NORTHERN_IRELAND,
  CIRC_CALENDAR_UK_ANY, /* a holiday anywhere counts: Freedom of Information only */
  CIRC_N_CALENDARS,
} CircCalendar;

#define CIRC_N_DIVISIONS CIRC_CALENDAR_UK_ANY

typedef struct {
  CircDay day;
  const char *title; /* interned, in English as the government writes it */
  gboolean substitute;
  gboolean published; /* stands in the government's list; otherwise by rule */
} CircBankHoliday;

gboolean circ_calendar_from_token (const char *token,
                                   CircCalendar *calendar);
const char *circ_calendar_get_token (CircCalendar calendar);
const char *circ_calendar_get_title (CircCalendar calendar);

void circ_bank_holidays_add_by_rule (GArray *holidays,
                                     CircCalendar division,
                                     int year);
gboolean circ_bank_holidays_parse (GBytes *json,
                                   GArray *holidays[CIRC_N_DIVISIONS],
                                   GError **error);

G_END_DECLS
