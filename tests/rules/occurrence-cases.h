/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Worked by hand with a calendar on the table. An event is a day or a moment with a letter: p planned, c confirmed,
 * h held, x cancelled. What comes out is written from..due>plan-by@time, each only where it differs, with a ? when it is
 * provisional; "trigger", "date" and "timing" are what is waited for. Today is 21 November 2026.
 */
typedef struct {
  const char *timing;
  const char *events;
  const char *from; /* of the window; NULL: 1 April 2026 */
  const char *to;   /* NULL: 31 March 2028 */
  const char *active_from;
  const char *planned;
} OccurrenceCase;

#define AFTER(offset, unit) "{'kind':'after_event','offset':" #offset ",'unit':'" unit "'}"
#define BEFORE(offset, unit) "{'kind':'before_event','offset':" #offset ",'unit':'" unit "'}"

static const OccurrenceCase occurrence_cases[] = {
  /* A week after a meeting: plain, on Christmas, its substitute, Boxing Day, New Year, a Saturday, Easter. */
  { AFTER (1, "week"), "2026-11-25c", NULL, NULL, NULL, "2026-12-02" },
  { AFTER (1, "week"), "2026-12-18c", NULL, NULL, NULL, "2026-12-25>2026-12-24" },
  { AFTER (1, "week"), "2026-12-21c", NULL, NULL, NULL, "2026-12-28>2026-12-24" },
  { AFTER (1, "week"), "2026-12-19c", NULL, NULL, NULL, "2026-12-26>2026-12-24" },
  { AFTER (1, "week"), "2026-12-25c", NULL, NULL, NULL, "2027-01-01>2026-12-31" },
  { AFTER (1, "week"), "2026-11-28c", NULL, NULL, NULL, "2026-12-05>2026-12-04" },
  { AFTER (1, "week"), "2027-03-19c", NULL, NULL, NULL, "2027-03-26>2027-03-25" },
  { AFTER (1, "week"), "2027-03-22c", NULL, NULL, NULL, "2027-03-29>2027-03-25" },
  { AFTER (1, "week"), "2027-12-20c", NULL, NULL, NULL, "2027-12-27>2027-12-24" },
  { AFTER (1, "week"), "2027-12-21c", NULL, NULL, NULL, "2027-12-28>2027-12-24" },
  /* Provisional while the meeting is only planned and still to come; cancelled, nothing. */
  { AFTER (1, "week"), "2026-11-25p", NULL, NULL, NULL, "2026-12-02?" },
  { AFTER (1, "week"), "2026-11-04p", NULL, NULL, NULL, "2026-11-11" },
  { AFTER (1, "week"), "2026-11-25x", NULL, NULL, NULL, "" },
  { AFTER (1, "week"), "2026-12-16p,2026-11-25c,2026-12-02x,2026-11-18h", NULL, NULL, NULL,
    "2026-11-25, 2026-12-02, 2026-12-23?" },
  { AFTER (1, "week"), "", NULL, NULL, NULL, "" },
  { "{'kind':'after_event','offset':1,'unit':'week','anchor':{'entity':'meeting','state':'held'}}",
    "2026-11-18h,2026-11-25c", NULL, NULL, NULL, "2026-11-25, 2026-12-02?" },
  { "{'kind':'after_event','offset':1,'unit':'week','anchor':{'entity':'meeting','selector':13}}", "2026-11-25c", NULL,
    NULL, NULL, "" },
  { "{'kind':'after_event','offset':1,'unit':'week','anchor':{'entity':'meeting','selector':12}}", "2026-11-25c", NULL,
    NULL, NULL, "2026-12-02" },
  /* The day to aim for is never before the meeting. */
  { AFTER (0, "calendar_day"), "2026-12-28c", NULL, NULL, NULL, "2026-12-28" },
  { AFTER (1, "calendar_day"), "2026-12-27c", NULL, NULL, NULL, "2026-12-28>2026-12-27" },
  /* Weeks, months and their ends, working days over holidays. */
  { AFTER (6, "week"), "2027-11-16c", NULL, NULL, NULL, "2027-12-28>2027-12-24" },
  { AFTER (6, "month"), "2026-08-31c", NULL, NULL, NULL, "2027-02-28>2027-02-26" },
  { AFTER (6, "month"), "2027-08-31c", NULL, NULL, NULL, "2028-02-29" },
  { AFTER (1, "month"), "2027-01-31c", NULL, NULL, NULL, "2027-02-28>2027-02-26" },
  { AFTER (1, "month"), "2027-01-29c", NULL, NULL, NULL, "2027-02-28>2027-02-26" },
  { AFTER (1, "month"), "2026-11-30c", NULL, NULL, NULL, "2026-12-30" },
  { AFTER (5, "working_day"), "2026-12-18c", NULL, NULL, NULL, "2026-12-29" },
  { AFTER (1, "working_day"), "2026-12-24c", NULL, NULL, NULL, "2026-12-29" },
  { AFTER (10, "working_day"), "2027-03-19c", NULL, NULL, NULL, "2027-04-06" },
  /* Over New Year 2029, of which nobody has published a list. */
  { AFTER (1, "working_day"), "2028-12-29c", NULL, "2029-12-31", NULL, "2029-01-02?" },
  { AFTER (1, "working_day"), "2029-01-02c", NULL, "2029-12-31", NULL, "2029-01-03" },
  { AFTER (1, "week"), "2029-03-23c", NULL, "2029-12-31", NULL, "2029-03-30>2029-03-29?" },
  /* Before a meeting. */
  { BEFORE (1, "week"), "2026-12-02c", NULL, NULL, NULL, "2026-11-25" },
  { BEFORE (1, "week"), "2027-01-04c", NULL, NULL, NULL, "2026-12-28>2026-12-24" },
  { BEFORE (1, "week"), "2027-01-08c", NULL, NULL, NULL, "2027-01-01>2026-12-31" },
  { BEFORE (1, "week"), "2027-04-05c", NULL, NULL, NULL, "2027-03-29>2027-03-25" },
  { BEFORE (1, "week"), "2026-09-07c", NULL, NULL, NULL, "2026-08-31>2026-08-28" },
  { BEFORE (21, "calendar_day"), "2027-01-18c", NULL, NULL, NULL, "2026-12-28>2026-12-24" },
  { BEFORE (14, "calendar_day"), "2027-02-09c", NULL, NULL, NULL, "2027-01-26" },
  { BEFORE (7, "working_day"), "2027-04-06c", NULL, NULL, NULL, "2027-03-24" },
  { BEFORE (7, "working_day"), "2027-01-18c", NULL, NULL, NULL, "2027-01-07" },
  { BEFORE (1, "month"), "2027-03-31c", NULL, NULL, NULL, "2027-02-28>2027-02-26" },
  { BEFORE (1, "month"), "2028-03-31c", NULL, NULL, NULL, "2028-02-29" },
  { "{'kind':'before_event','offset':3,'roll':'none'}", "2026-12-28c", NULL, NULL, NULL, "2026-12-25" },
  { "{'kind':'before_event','offset':3,'roll':'next_working_day'}", "2026-12-28c", NULL, NULL, NULL,
    "2026-12-25>2026-12-29" },
  { BEFORE (0, "calendar_day"), "2026-12-10c", NULL, NULL, NULL, "2026-12-10" },
  { "{'kind':'same_day'}", "2026-12-09c", NULL, NULL, NULL, "2026-12-09" },
  { "{'kind':'same_day'}", "2026-12-26c", NULL, NULL, NULL, "2026-12-26>2026-12-24" },
  /* Hours pass: over the hour that is left out, the one that comes twice, midnight in winter and in summer. */
  { AFTER (2, "hour"), "2027-03-28T00:30:00Zc", NULL, NULL, NULL, "2027-03-28@03:30+01:00" },
  { AFTER (3, "hour"), "2026-10-25T00:00:00Zc", NULL, NULL, NULL, "2026-10-25@03:00+00:00" },
  { BEFORE (24, "hour"), "2027-03-28T12:00:00Zc", NULL, NULL, NULL, "2027-03-27>2027-03-25@12:00+00:00" },
  { AFTER (1, "hour"), "2026-12-09T23:30:00Zc", NULL, NULL, NULL, "2026-12-10@00:30+00:00" },
  { AFTER (1, "hour"), "2026-06-09T22:30:00Zc", NULL, NULL, NULL, "2026-06-10@00:30+01:00" },
  { BEFORE (36, "hour"), "2026-12-09c", NULL, NULL, NULL, "2026-12-07" },
  { AFTER (36, "hour"), "2026-12-09c", NULL, NULL, NULL, "2026-12-10" },
  /* Months of the year. */
  { "{'kind':'month_window','month':6}", "", NULL, NULL, NULL, "2026-06-01..2026-06-30, 2027-06-01..2027-06-30" },
  { "{'kind':'month_window','month':6}", "", "2029-01-01", "2029-12-31", NULL, "2029-06-01..2029-06-30>2029-06-29" },
  { "{'kind':'month_window','month':5}", "", NULL, NULL, NULL,
    "2026-05-01..2026-05-31>2026-05-29, 2027-05-01..2027-05-31>2027-05-28" },
  /* Days of the year: 29 February, Christmas, a Saturday, with preparation, over New Year. */
  { "{'kind':'fixed_date','month':2,'day':29}", "", NULL, NULL, NULL, "2027-02-28>2027-02-26, 2028-02-29" },
  { "{'kind':'fixed_date','month':12,'day':25}", "", NULL, NULL, NULL,
    "2026-12-25>2026-12-24, 2027-12-25>2027-12-24" },
  { "{'kind':'fixed_date','month':3,'day':18}", "", NULL, NULL, NULL, "2027-03-18, 2028-03-18>2028-03-17" },
  { "{'kind':'fixed_date','month':3,'day':18,'lead_days':10}", "", NULL, NULL, NULL,
    "2027-03-18>2027-03-04, 2028-03-18>2028-03-06" },
  { "{'kind':'fixed_range','month':11,'day':25,'month_to':12,'day_to':10}", "", NULL, NULL, NULL,
    "2026-11-25..2026-12-10>2026-11-25, 2027-11-25..2027-12-10>2027-11-25" },
  { "{'kind':'fixed_range','month':12,'day':20,'month_to':1,'day_to':5}", "", NULL, NULL, NULL,
    "2026-12-20..2027-01-05>2026-12-18, 2027-12-20..2028-01-05>2027-12-20" },
  { "{'kind':'nth_weekday','month':11,'weekday':1,'ordinal':3,'length_days':5}", "", NULL, NULL, NULL,
    "2026-11-16..2026-11-20>2026-11-16, 2027-11-15..2027-11-19>2027-11-15" },
  { "{'kind':'nth_weekday','month':5,'weekday':1,'ordinal':-1}", "", NULL, NULL, NULL,
    "2026-05-25>2026-05-22, 2027-05-31>2027-05-28" },
  { "{'kind':'nth_weekday','month':2,'weekday':1,'ordinal':5}", "", NULL, NULL, NULL, "" },
  { "{'kind':'nth_weekday','month':2,'weekday':2,'ordinal':5}", "", NULL, NULL, NULL, "2028-02-29" },
  { "{'kind':'weekday_in_window','month':2,'weekday':2,'window_from':5,'window_to':11}", "", NULL, NULL, NULL,
    "2027-02-09, 2028-02-08" },
  { "{'kind':'weekday_in_window','month':2,'weekday':2,'window_from':29,'window_to':31}", "", NULL, NULL, NULL,
    "2028-02-29" },
  { "{'kind':'easter_relative','easter_offset':-2}", "", NULL, NULL, NULL, "2026-04-03>2026-04-02, 2027-03-26>2027-03-25" },
  { "{'kind':'easter_relative'}", "", NULL, NULL, NULL, "2026-04-05>2026-04-02, 2027-03-28>2027-03-25" },
  { "{'kind':'easter_relative','easter_offset':1}", "", NULL, NULL, NULL, "2026-04-06>2026-04-02, 2027-03-29>2027-03-25" },
  /* Series: no drift at the end of months, 29 February, so many times, from the item's first day. */
  { "{'kind':'recurring','frequency':'quarterly','anchor_date':'2026-04-01'}", "", NULL, "2027-03-31", NULL,
    "2026-04-01, 2026-07-01, 2026-10-01, 2027-01-01>2026-12-31" },
  { "{'kind':'recurring','frequency':'quarterly','anchor_date':'2026-11-30'}", "", NULL, "2027-05-31", NULL,
    "2026-11-30, 2027-02-28>2027-02-26, 2027-05-30>2027-05-28" },
  { "{'kind':'recurring','frequency':'monthly','anchor_date':'2026-08-31'}", "", NULL, "2027-02-28", NULL,
    "2026-08-31>2026-08-28, 2026-09-30, 2026-10-31>2026-10-30, 2026-11-30, 2026-12-31, 2027-01-31>2027-01-29, "
    "2027-02-28>2027-02-26" },
  { "{'kind':'recurring','frequency':'yearly','anchor_date':'2024-02-29'}", "", "2026-01-01", "2028-12-31", NULL,
    "2026-02-28>2026-02-27, 2027-02-28>2027-02-26, 2028-02-29" },
  { "{'kind':'recurring','frequency':'weekly','anchor_date':'2026-12-11','times':4}", "", NULL, NULL, NULL,
    "2026-12-11, 2026-12-18, 2026-12-25>2026-12-24, 2027-01-01>2026-12-31" },
  { "{'kind':'recurring','frequency':'fortnightly','anchor_date':'2026-12-14'}", "", NULL, "2027-01-31", NULL,
    "2026-12-14, 2026-12-28>2026-12-24, 2027-01-11, 2027-01-25" },
  { "{'kind':'recurring','frequency':'weekly','anchor_date':'2010-01-04'}", "", "2026-11-20", "2026-12-01", NULL,
    "2026-11-23, 2026-11-30" },
  { "{'kind':'recurring','frequency':'half_yearly'}", "", NULL, NULL, "2026-06-30",
    "2026-06-30, 2026-12-30, 2027-06-30, 2027-12-30" },
  { "{'kind':'recurring','frequency':'half_yearly'}", "", NULL, NULL, NULL, "date" },
  { "{'kind':'recurring'}", "", NULL, NULL, "2026-06-30", "date" },
  { "{'kind':'ongoing'}", "", NULL, "2027-10-31", "2026-10-31",
    "2027-01-31>2027-01-29, 2027-04-30, 2027-07-31>2027-07-30, 2027-10-31>2027-10-29" },
  { "{'kind':'ongoing'}", "", NULL, NULL, NULL, "date" },
  /* What waits, and what something that happened sets off. */
  { "{'kind':'on_event','trigger':'course_created'}", "", NULL, NULL, NULL, "trigger" },
  { "{'kind':'on_event','trigger':'course_created'}", "2026-12-18!", NULL, NULL, NULL, "2026-12-29, trigger" },
  { "{'kind':'on_event','trigger':'course_created','target_days':0}", "2026-12-18!", NULL, NULL, NULL,
    "2026-12-18, trigger" },
  { "{'kind':'on_event','trigger':'incident_occurred'}", "2026-12-18!", NULL, NULL, NULL, "trigger" },
  { "{'kind':'immediate','offset':2,'trigger':'course_created'}", "2026-12-24T16:30:00Z!", NULL, NULL, NULL,
    "2026-12-24@18:30+00:00, trigger" },
  { "{'kind':'agreed_date'}", "", NULL, NULL, NULL, "date" },
  { "{'kind':'agreed_date'}", "2026-12-27*", NULL, NULL, NULL, "2026-12-27>2026-12-24" },
  { "{'kind':'as_required'}", "", NULL, NULL, NULL, "trigger" },
  { "{'kind':'as_required'}", "2026-12-18!", NULL, NULL, NULL, "trigger" },
  { "{'kind':'on_request'}", "2026-12-18*", NULL, NULL, NULL, "2026-12-29, trigger" },
  { "{'kind':'unspecified'}", "", NULL, NULL, NULL, "timing" },
  { "{'kind':'linked'}", "", NULL, NULL, NULL, "date" },
  { "{'kind':'linked','anchor':{'entity':'plan_item','selector':77}}", "", NULL, NULL, NULL, "trigger" },
  /* Only what falls in the item's time in the plan, and in the window. */
  { AFTER (1, "week"), "2026-05-20c,2026-05-27c", NULL, NULL, "2026-06-01", "2026-06-03" },
  { AFTER (1, "week"), "2026-03-20c,2026-03-26c,2028-03-24c,2028-03-27c", NULL, NULL, NULL, "2026-04-02, 2028-03-31" },
};
