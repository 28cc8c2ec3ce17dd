/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-timing-dates.h"

G_BEGIN_DECLS

/* One year of a theme day, as its organiser or we know it. */
typedef struct {
  int year;
  CircDay from;
  CircDay to;
  gboolean confirmed;
} CircThemeDayYear;

/**
 * CircThemeDay:
 * @id: 0 in the shipped list
 * @rule: (nullable): how to find it, or %NULL when the organiser announces it each year
 * @reliable: the rule needs no human check (DOMAIN 5.7)
 * @core: about safeguarding itself; others are linked to it only now and then
 * @revision: rises with each change of it or of one of its years; 0 in the shipped list
 * @years: (element-type CircThemeDayYear): the years that are known; one of them always beats the rule
 */
typedef struct {
  gint64 id;
  char *name;
  char **synonyms;
  char **tags;
  char *side;
  CircTiming *rule;
  gboolean reliable;
  gboolean core;
  gboolean active;
  GArray *years;
  gint64 revision;
} CircThemeDay;

CircThemeDay *circ_theme_day_new (gint64 id,
                                  const char *name);
void circ_theme_day_free (CircThemeDay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CircThemeDay, circ_theme_day_free)

void circ_theme_day_add_year (CircThemeDay *self,
                              int year,
                              CircDay from,
                              CircDay to,
                              gboolean confirmed);
gboolean circ_theme_day_in_year (const CircThemeDay *self,
                                 int year,
                                 CircDay *from,
                                 CircDay *to,
                                 gboolean *provisional);
gboolean circ_theme_day_has_tag (const CircThemeDay *self,
                                 const char *tag);

GPtrArray *circ_theme_days_parse (GBytes *json,
                                  GError **error);
const CircThemeDay *circ_theme_days_find (GPtrArray *theme_days,
                                          const char *name);

G_END_DECLS
