/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-occurrences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-anchor-words.h"
#include "circ-date.h"
#include "circ-occurrence-state.h"
#include "circ-occurrence-window.h"
#include "circ-occurrence.h"
#include "circ-plan-item.h"

struct _CircPlanOccurrences {
  GtkWidget parent_instance;

  GtkWidget *list; /* (owned by the widget tree) */

  CircSession *session; /* (owned) */
  CircRecord *item;     /* (owned) (nullable) */
  guint n_rows;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (CircPlanOccurrences, circ_plan_occurrences, GTK_TYPE_WIDGET)

static const char *
get_day (CircRecord *occurrence)
{
  const char *day = circ_record_get_text (occurrence, CIRC_OCCURRENCE_COMPLETED_ON);

  return day != NULL ? day : circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON);
}

/* What is still to do, the next first and those without a date before all; then what is over, newest first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  CircRecord *first = *(CircRecord *const *) a;
  CircRecord *second = *(CircRecord *const *) b;
  const char *day = get_day (first);
  const char *other = get_day (second);

  if (circ_occurrence_is_open (first) != circ_occurrence_is_open (second))
    return circ_occurrence_is_open (first) ? -1 : 1;
  if (day == NULL || other == NULL)
    return (day != NULL) - (other != NULL);
  return circ_occurrence_is_open (first) ? strcmp (day, other) : -strcmp (day, other);
}

/* "Email, Website" */
static char *
dup_methods (CircPlanOccurrences *self,
             CircRecord *occurrence)
{
  GVariant *value = circ_record_get (occurrence, CIRC_OCCURRENCE_METHODS_USED);
  GString *text = g_string_new (NULL);
  GVariantIter iter;
  gint64 id;

  if (value != NULL)
    {
      g_variant_iter_init (&iter, value);
      while (g_variant_iter_next (&iter, "x", &id))
        {
          g_autofree char *title = circ_session_dup_title (self->session, id);

          if (text->len > 0)
            g_string_append (text, ", ");
          g_string_append (text, title);
        }
    }

  return g_string_free (text, FALSE);
}

/* Takes @text. */
static void
add_words (GString *line,
           char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
  g_free (text);
}

static char *
dup_subtitle (CircPlanOccurrences *self,
              CircRecord *occurrence,
              CircOccurrenceState state,
              guint n_evidence)
{
  GString *line = g_string_new (NULL);

  add_words (line, circ_anchor_words (self->session, occurrence));
  if (circ_occurrence_is_open (occurrence))
    add_words (line, circ_aim_words (self->session, occurrence));
  add_words (line, dup_methods (self, occurrence));
  if (n_evidence > 0)
    add_words (line, g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", n_evidence), n_evidence));
  else if (circ_occurrence_state_is_done (state))
    add_words (line, g_strdup (_ ("No evidence")));

  return g_string_free (line, FALSE);
}

static const char *
get_state_words (CircRecord *occurrence,
                 CircOccurrenceState state)
{
  if (circ_occurrence_is_open (occurrence) && state != CIRC_OCCURRENCE_STATE_OVERDUE &&
      circ_record_get_bool (occurrence, CIRC_OCCURRENCE_PROVISIONAL))
    /* translators: a state: the day that something is to be done on may still change */
    return _ ("Provisional");
  return circ_occurrence_state_get_title (state);
}

static GtkWidget *
create_row (CircPlanOccurrences *self,
            CircRecord *occurrence)
{
  CircStore *store = circ_session_get_store (self->session);
  const char *today = circ_session_get_today (self->session);
  g_autoptr (GPtrArray) evidence = circ_store_find_parts (store, circ_record_get_id (occurrence), CIRC_KIND_EVIDENCE, NULL);
  guint n_evidence = evidence == NULL ? 0 : evidence->len;
  CircEvidencePolicy policy =
    circ_evidence_policy_from_token (circ_record_get_text (self->item, CIRC_PLAN_ITEM_EVIDENCE_POLICY));
  CircOccurrenceState state = circ_occurrence_state_of (occurrence, n_evidence, policy, today);
  const char *iso = get_day (occurrence);
  g_autofree char *day = iso == NULL ? g_strdup (_ ("No date")) : circ_date_format_short (iso, today);
  g_autofree char *subtitle = dup_subtitle (self, occurrence, state, n_evidence);
  g_autofree char *name = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (get_state_words (occurrence, state));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (circ_occurrence_state_get_icon (state)));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (gtk_label_get_label (GTK_LABEL (label)), -1), 16));
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "circ-occurrence", g_object_ref (occurrence), g_object_unref);
  /* translators: read aloud: a day, a state, then methods and evidence */
  name = g_strdup_printf (_ ("%s, %s, %s"), day, get_state_words (occurrence, state), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static gboolean
update_cb (gpointer user_data)
{
  CircPlanOccurrences *self = user_data;
  g_autoptr (GPtrArray) occurrences = NULL;
  GtkWidget *child;

  self->update_source = 0;
  self->n_rows = 0;
  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  if (self->item != NULL && circ_record_get_id (self->item) > 0)
    occurrences = circ_store_find_parts (circ_session_get_store (self->session), circ_record_get_id (self->item),
                                         CIRC_KIND_OCCURRENCE, NULL);
  if (occurrences == NULL)
    return G_SOURCE_REMOVE;

  g_ptr_array_sort (occurrences, compare);
  for (guint i = 0; i < occurrences->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, occurrences->pdata[i]));
  self->n_rows = occurrences->len;

  return G_SOURCE_REMOVE;
}

static void
update_soon (CircPlanOccurrences *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
row_activated_cb (CircPlanOccurrences *self,
                  GtkListBoxRow *row)
{
  circ_occurrence_window_present (self->session, GTK_WIDGET (self), self->item,
                                  g_object_get_data (G_OBJECT (row), "circ-occurrence"));
}

static void
circ_plan_occurrences_dispose (GObject *object)
{
  CircPlanOccurrences *self = CIRC_PLAN_OCCURRENCES (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_plan_occurrences_parent_class)->dispose (object);
}

static void
circ_plan_occurrences_class_init (CircPlanOccurrencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_plan_occurrences_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
circ_plan_occurrences_init (CircPlanOccurrences *self)
{
  GtkWidget *nothing = gtk_label_new (_ ("Nothing recorded yet in any year. Record it each time it is carried out."));

  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (nothing), 0);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_start (nothing, 12);
  gtk_widget_set_margin_end (nothing, 12);
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Occurrences"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
circ_plan_occurrences_new (CircSession *session)
{
  CircPlanOccurrences *self = g_object_new (CIRC_TYPE_PLAN_OCCURRENCES, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
circ_plan_occurrences_set_item (CircPlanOccurrences *self,
                                CircRecord *item)
{
  g_return_if_fail (CIRC_IS_PLAN_OCCURRENCES (self));

  g_set_object (&self->item, item);
  update_soon (self);
}
