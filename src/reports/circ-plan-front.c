/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-front.h"

#include "circ-date.h"
#include "circ-partnership.h"
#include "circ-plan-item.h"

/* Counts the view's items, narrowed to those with @token as their marking. */
static gint64
count_marked (CircPlanFront *self,
              const char *token,
              GError **error)
{
  g_autoptr (CircQuery) query = circ_query_copy (self->query);

  circ_query_where_equal (query, CIRC_PLAN_ITEM_MARKING, g_variant_new_string (token));
  return circ_store_count (self->store, query, error);
}

/* The highest of the partnership's own and of every item shown: a list is as sensitive as its worst row (DOMAIN 2.4). */
static gboolean
find_marking (CircPlanFront *self,
              CircMarking *marking,
              GError **error)
{
  static const struct {
    CircMarking marking;
    const char *token;
  } raising[] = {
    { CIRC_MARKING_OFFICIAL_SENSITIVE, "official_sensitive" },
    { CIRC_MARKING_OFFICIAL, "official" },
  };

  *marking = CIRC_MARKING_OFFICIAL;
  circ_marking_from_name (circ_record_get_text (self->partnership, CIRC_PARTNERSHIP_DEFAULT_MARKING), marking);
  for (guint i = 0; i < G_N_ELEMENTS (raising) && *marking < raising[i].marking; i++)
    {
      gint64 n = count_marked (self, raising[i].token, error);

      if (n < 0)
        return FALSE;
      if (n > 0)
        *marking = raising[i].marking;
    }
  return TRUE;
}

static void
take_brand (CircReport *report,
            CircRecord *partnership,
            CircMarking marking)
{
  GVariant *logo = circ_record_get (partnership, CIRC_PARTNERSHIP_LOGO);
  g_autoptr (GBytes) bytes = logo != NULL ? g_variant_get_data_as_bytes (logo) : NULL;
  guint size_field = marking == CIRC_MARKING_PUBLIC ? CIRC_PARTNERSHIP_BODY_SIZE_PUBLIC : CIRC_PARTNERSHIP_BODY_SIZE_LETTER;
  gint64 size = circ_record_get_int (partnership, size_field);
  CircReportBrand brand = {
    .typeface = circ_record_get_text (partnership, CIRC_PARTNERSHIP_TYPEFACE),
    .accent = circ_record_get_bool (partnership, CIRC_PARTNERSHIP_PRINT_BLACK)
                ? "#000000"
                : circ_record_get_text (partnership, CIRC_PARTNERSHIP_ACCENT_COLOUR),
    .logo = bytes,
    .logo_alt = circ_record_get_text (partnership, CIRC_PARTNERSHIP_LOGO_DESCRIPTION),
    /* What anybody may read is set in 12 points at least, a paper for the board in 11 (DESIGN 6). */
    .body_size = size > 0 ? (double) size : marking == CIRC_MARKING_PUBLIC ? 12 : 11,
  };

  circ_report_set_brand (report, &brand);
}

void
circ_report_take_partnership (CircReport *report,
                              CircRecord *partnership,
                              CircMarking marking,
                              const char *today)
{
  g_autofree char *made_on = circ_date_format_long (today);

  circ_report_set_subtitle (report, circ_record_get_text (partnership, CIRC_PARTNERSHIP_NAME));
  circ_report_set_made_on (report, made_on);
  circ_report_set_reference (report, circ_record_get_text (partnership, CIRC_PARTNERSHIP_SHORT_NAME));
  circ_report_set_marking (report, marking);
  circ_report_set_orientation (report, CIRC_ORIENTATION_LANDSCAPE);
  take_brand (report, partnership, marking);
}

/**
 * circ_plan_front_init:
 * @self: zeroed; borrows the arguments
 * @store: an open store
 * @view: which items, in which order
 * @today: ISO date: states are as of this day, and "this year" contains it
 */
gboolean
circ_plan_front_init (CircPlanFront *self,
                      CircStore *store,
                      const CircPlanView *view,
                      const char *today,
                      GError **error)
{
  self->store = store;
  self->view = view;
  self->today = today;
  self->partnership = circ_store_get_only (store, CIRC_KIND_PARTNERSHIP, error);
  if (self->partnership == NULL)
    return FALSE;
  self->narrowed = circ_plan_view_get_year (view, store, today, &self->year);
  self->query = circ_plan_view_dup_query (view, store, today);
  self->n_shown = circ_store_count (store, self->query, error);
  return self->n_shown >= 0;
}

void
circ_plan_front_clear (CircPlanFront *self)
{
  g_clear_object (&self->partnership);
  g_clear_pointer (&self->query, circ_query_unref);
}

/**
 * circ_plan_front_fill:
 *
 * Whose plan it is, which items, of when, how it is marked and how it looks.
 */
gboolean
circ_plan_front_fill (CircPlanFront *self,
                      CircReport *report,
                      GError **error)
{
  g_autofree char *period = circ_report_year_dup_title (&self->year);
  g_autofree char *included = NULL;
  g_autoptr (CircQuery) total = circ_plan_view_dup_total_query (self->view);
  gint64 n_total = circ_store_count (self->store, total, error);
  CircMarking marking;

  if (n_total < 0 || !find_marking (self, &marking, error))
    return FALSE;
  included = circ_plan_view_describe (self->view, self->store, self->today, (guint64) self->n_shown,
                                      (guint64) n_total);
  circ_report_take_partnership (report, self->partnership, marking, self->today);
  circ_report_set_period (report, self->narrowed ? period : NULL);
  circ_report_set_included (report, included);
  return TRUE;
}
