/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-theme-years.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-form.h"
#include "circ-label.h"
#include "circ-plan-rules.h"
#include "circ-theme-day-year.h"
#include "circ-theme-day.h"
#include "circ-theme-days.h"

/* How many years ahead people plan. */
#define N_YEARS 3

struct _CircThemeYears {
  GtkWidget parent_instance;

  GtkWidget *box;

  CircSession *session;  /* (owned) */
  CircRecord *theme_day; /* (owned) (nullable) */
  gulong notify_handler;
  gint64 fresh; /* the year that was just added: open, so that its source can be written */
};

G_DEFINE_FINAL_TYPE (CircThemeYears, circ_theme_years, GTK_TYPE_WIDGET)

static const CircFormSection sections[] = {
  { NULL, NULL,
    (const int[]) { CIRC_THEME_DAY_YEAR_STARTS_ON, CIRC_THEME_DAY_YEAR_ENDS_ON, CIRC_THEME_DAY_YEAR_STATUS,
                    CIRC_THEME_DAY_YEAR_SOURCE, CIRC_THEME_DAY_YEAR_CHECKED_ON, CIRC_THEME_DAY_YEAR_THEME_TEXT, -1 },
    FALSE },
  { NULL, NULL, NULL, FALSE },
};

static char *
dup_span (const char *from,
          const char *to)
{
  g_autofree char *first = circ_date_format_long (from);
  g_autofree char *last = to != NULL ? circ_date_format_long (to) : NULL;

  if (last == NULL || g_strcmp0 (from, to) == 0)
    return g_strdup (first);
  /* translators: the first and the last of some days */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

static char *
dup_title (CircRecord *year)
{
  g_autofree char *span = dup_span (circ_record_get_text (year, CIRC_THEME_DAY_YEAR_STARTS_ON),
                                    circ_record_get_text (year, CIRC_THEME_DAY_YEAR_ENDS_ON));
  gboolean confirmed = g_strcmp0 (circ_record_get_text (year, CIRC_THEME_DAY_YEAR_STATUS), "confirmed") == 0;

  /* translators: %s is a date, or two with “to” between */
  return g_strdup_printf (confirmed ? _ ("%s · confirmed") : _ ("%s · provisional"), span);
}

static void
year_notify_cb (CircRecord *year,
                GParamSpec *pspec,
                GtkExpander *expander)
{
  g_autofree char *title = dup_title (year);

  gtk_label_set_label (GTK_LABEL (gtk_expander_get_label_widget (expander)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static GtkWidget *
new_words (const char *text)
{
  GtkWidget *label = circ_label_new (text, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_year (CircThemeYears *self,
          CircRecord *year)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *form = circ_form_new (self->session, &circ_theme_day_year_kind, sections);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), new_words (NULL));
  circ_form_set_record (CIRC_FORM (form), year);
  gtk_widget_set_margin_top (form, 12);
  gtk_widget_set_margin_bottom (form, 12);
  gtk_expander_set_child (GTK_EXPANDER (expander), form);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), circ_record_get_id (year) == self->fresh);
  g_object_set_data (G_OBJECT (expander), "circ-year", GSIZE_TO_POINTER ((gsize) circ_record_get_id (year)));
  g_signal_connect_object (year, "notify", G_CALLBACK (year_notify_cb), expander, 0);
  year_notify_cb (year, NULL, GTK_EXPANDER (expander));
  gtk_box_append (GTK_BOX (self->box), expander);
  if (circ_record_get_id (year) == self->fresh)
    gtk_widget_grab_focus (expander);
}

static gboolean
find_by_rule (CircThemeYears *self,
              int year,
              CircDay *from,
              CircDay *to)
{
  g_autoptr (GPtrArray) rules = circ_plan_rules_from_value (circ_record_get (self->theme_day, CIRC_THEME_DAY_RULE));

  return rules->len > 0 && circ_timing_span_in_year (((CircPlanRule *) rules->pdata[0])->timing, year, from, to);
}

static void
enter_cb (CircThemeYears *self,
          GtkWidget *button)
{
  int year = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "circ-year"));
  g_autofree char *name = circ_record_dup_title (self->theme_day);
  /* translators: the title of a change in the history; %s is a theme day, %d a year */
  g_autofree char *title = g_strdup_printf (_ ("Entered dates: %s %d"), name, year);
  g_autoptr (CircChange) change = circ_change_new (title);
  g_autoptr (CircRecord) record = circ_record_new (CIRC_KIND_THEME_DAY_YEAR);
  CircDay from, to;
  g_autofree char *first = NULL, *last = NULL;

  if (!find_by_rule (self, year, &from, &to))
    from = to = circ_day_new (year, 1, 1);
  first = circ_day_dup_iso (from);
  last = circ_day_dup_iso (to);
  circ_record_set_int (record, CIRC_THEME_DAY_YEAR_THEME_DAY, circ_record_get_id (self->theme_day));
  circ_record_set_text (record, CIRC_THEME_DAY_YEAR_STARTS_ON, first);
  circ_record_set_text (record, CIRC_THEME_DAY_YEAR_ENDS_ON, last);
  circ_record_set_text (record, CIRC_THEME_DAY_YEAR_STATUS, "provisional");
  circ_change_insert (change, record);
  self->fresh = G_MAXINT64;
  circ_session_apply (self->session, change);
}

/* What nobody has entered: what the rule says, and a way to put the organiser's dates in its place. */
static void
add_missing (CircThemeYears *self,
             int year)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Enter Dates"));
  g_autofree char *text = NULL;
  g_autofree char *name = g_strdup_printf (_ ("Enter the dates of %d"), year);
  CircDay from, to;

  if (find_by_rule (self, year, &from, &to))
    {
      g_autofree char *first = circ_day_dup_iso (from);
      g_autofree char *last = circ_day_dup_iso (to);
      g_autofree char *span = dup_span (first, last);

      /* translators: %s is a date, or two with “to” between */
      text = g_strdup_printf (circ_record_get_bool (self->theme_day, CIRC_THEME_DAY_RELIABLE)
                                ? _ ("%s · by the rule") : _ ("%s · by the rule, provisional"), span);
    }
  else
    text = g_strdup_printf (_ ("%d · not announced yet"), year);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, !circ_session_get_read_only (self->session));
  g_object_set_data (G_OBJECT (button), "circ-year", GINT_TO_POINTER (year));
  g_signal_connect_object (button, "clicked", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), new_words (text));
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->box), row);
}

static GPtrArray *
find_years (CircThemeYears *self)
{
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_THEME_DAY_YEAR);
  g_autoptr (GError) error = NULL;
  GPtrArray *years;

  circ_query_where_equal (query, CIRC_THEME_DAY_YEAR_THEME_DAY, g_variant_new_int64 (circ_record_get_id (self->theme_day)));
  circ_query_sort (query, CIRC_THEME_DAY_YEAR_STARTS_ON, FALSE);
  years = circ_store_find (circ_session_get_store (self->session), query, &error);
  if (years == NULL)
    circ_session_report (self->session, error);
  return years;
}

static int
get_year (CircRecord *record)
{
  return circ_day_get_year (circ_day_from_iso (circ_record_get_text (record, CIRC_THEME_DAY_YEAR_STARTS_ON)));
}

static gboolean
has_year (GPtrArray *years,
          int year)
{
  for (guint i = 0; i < years->len; i++)
    if (get_year (years->pdata[i]) == year)
      return TRUE;
  return FALSE;
}

static void
rebuild (CircThemeYears *self)
{
  g_autoptr (GPtrArray) years = self->theme_day != NULL ? find_years (self) : NULL;
  int now = circ_day_get_year (circ_day_from_iso (circ_session_get_today (self->session)));
  GtkWidget *child;
  gint64 newest = 0;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; years != NULL && i < years->len; i++)
    newest = MAX (newest, circ_record_get_id (years->pdata[i]));
  if (self->fresh == G_MAXINT64)
    self->fresh = newest;
  for (guint i = 0; years != NULL && i < years->len; i++)
    add_year (self, years->pdata[i]);
  for (int year = now; years != NULL && year < now + N_YEARS; year++)
    if (!has_year (years, year))
      add_missing (self, year);
}

/* Whether other years are there than are shown: only then is anything built again, so that nobody loses the focus. */
static gboolean
is_outdated (CircThemeYears *self)
{
  g_autoptr (GPtrArray) years = self->theme_day != NULL ? find_years (self) : NULL;
  GtkWidget *child = gtk_widget_get_first_child (self->box);
  guint i = 0;

  for (; child != NULL && GTK_IS_EXPANDER (child); child = gtk_widget_get_next_sibling (child), i++)
    if (years == NULL || i >= years->len ||
        GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (child), "circ-year")) != (gsize) circ_record_get_id (years->pdata[i]))
      return TRUE;
  return years != NULL && i != years->len;
}

static void
store_changed_cb (CircThemeYears *self)
{
  if (self->theme_day != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && is_outdated (self))
    rebuild (self);
}

static void
circ_theme_years_dispose (GObject *object)
{
  CircThemeYears *self = CIRC_THEME_YEARS (object);

  if (self->theme_day != NULL)
    g_clear_signal_handler (&self->notify_handler, self->theme_day);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->theme_day);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_theme_years_parent_class)->dispose (object);
}

static void
circ_theme_years_class_init (CircThemeYearsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_theme_years_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
circ_theme_years_init (CircThemeYears *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
circ_theme_years_new (CircSession *session)
{
  CircThemeYears *self = g_object_new (CIRC_TYPE_THEME_YEARS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
circ_theme_years_set_theme_day (CircThemeYears *self,
                                CircRecord *theme_day)
{
  g_return_if_fail (CIRC_IS_THEME_YEARS (self));

  if (self->theme_day != NULL)
    g_clear_signal_handler (&self->notify_handler, self->theme_day);
  g_set_object (&self->theme_day, theme_day);
  self->fresh = 0;
  /* Its rule may be another. */
  if (theme_day != NULL)
    self->notify_handler = g_signal_connect_swapped (theme_day, "notify::rule", G_CALLBACK (rebuild), self);
  rebuild (self);
}
