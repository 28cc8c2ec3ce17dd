/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-when-menu.h"

#include <glib/gi18n-lib.h>

#include "circ-timing-dates.h"

#define KINDS(...) ((const int[]) { __VA_ARGS__, -1 })

static const struct {
  const char *title;
  const int *kinds;
} groups[] = {
  { N_ ("By a Meeting or Another Event"),
    KINDS (CIRC_TIMING_BEFORE_EVENT, CIRC_TIMING_AFTER_EVENT, CIRC_TIMING_SAME_DAY, CIRC_TIMING_LINKED) },
  { N_ ("By the Calendar"),
    KINDS (CIRC_TIMING_FIXED_DATE, CIRC_TIMING_FIXED_RANGE, CIRC_TIMING_MONTH_WINDOW, CIRC_TIMING_NTH_WEEKDAY,
           CIRC_TIMING_WEEKDAY_IN_WINDOW, CIRC_TIMING_EASTER_RELATIVE, CIRC_TIMING_THEME_CALENDAR) },
  { N_ ("When Something Happens"), KINDS (CIRC_TIMING_ON_EVENT, CIRC_TIMING_IMMEDIATE) },
  { N_ ("Again and Again"), KINDS (CIRC_TIMING_RECURRING, CIRC_TIMING_ONGOING) },
  { N_ ("As Needed"), KINDS (CIRC_TIMING_AS_REQUIRED, CIRC_TIMING_ON_REQUEST, CIRC_TIMING_AGREED_DATE) },
};

static gboolean
is_yearly (CircTimingKind kind)
{
  g_autoptr (CircTiming) timing = circ_timing_new (kind);
  CircDay from, to;

  return circ_timing_span_in_year (timing, 2028, &from, &to);
}

static void
append_kind (GMenu *menu,
             const char *action,
             CircTimingKind kind)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (circ_timing_kind_get_title (kind), NULL);

  g_menu_item_set_action_and_target (item, action, "s", circ_timing_kind_get_token (kind));
  g_menu_append_item (menu, item);
}

GMenuModel *
circ_when_menu_new (const char *action,
                    gboolean yearly)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GMenu) group = g_menu_new ();

      for (const int *kind = groups[i].kinds; *kind >= 0; kind++)
        if (!yearly || is_yearly ((CircTimingKind) *kind))
          append_kind (yearly ? menu : group, action, (CircTimingKind) *kind);
      if (!yearly)
        g_menu_append_submenu (menu, g_dgettext (GETTEXT_PACKAGE, groups[i].title), G_MENU_MODEL (group));
    }
  return G_MENU_MODEL (menu);
}
