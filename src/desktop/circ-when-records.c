/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choosers of a rule's sentence for what it hangs on: an event and whose, a thing that happens, another item, a date. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "circ-reference-input.h"
#include "circ-date-input.h"
#include "circ-when-row-private.h"

static const CircField group_field = {
  .name = "group", .title = N_ ("Whose meeting"), .kind = CIRC_FIELD_REFERENCE,
  .targets = (const char *const[]) { "group", NULL },
};
static const CircField theme_day_field = {
  .name = "theme-day", .title = N_ ("Which theme day"), .kind = CIRC_FIELD_REFERENCE,
  .targets = (const char *const[]) { "theme-day", NULL },
};
static const CircField item_field = {
  .name = "item", .title = N_ ("Which plan item"), .kind = CIRC_FIELD_REFERENCE,
  .targets = (const char *const[]) { "plan-item", NULL },
};
static const CircField date_field = { .name = "date", .title = N_ ("First date"), .kind = CIRC_FIELD_DATE };

/* Which record an event may be one of; of the others every one counts. */
static const CircField *const records[CIRC_N_ANCHORS] = {
  [CIRC_ANCHOR_MEETING] = &group_field,
  [CIRC_ANCHOR_THEME_DAY] = &theme_day_field,
  [CIRC_ANCHOR_PLAN_ITEM] = &item_field,
};

static void
record_cb (CircWhenRow *self)
{
  circ_when_row_touch (self, FALSE);
}

static void
record_commit_cb (CircWhenRow *self)
{
  circ_when_row_touch (self, TRUE);
}

static void
set_up_input (CircWhenRow *self,
              CircInput *input,
              GVariant *value)
{
  circ_input_set_value (input, value);
  gtk_widget_set_hexpand (GTK_WIDGET (input), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (input), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (circ_input_get_focus (input)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  circ_field_get_title (circ_input_get_field (input)), -1);
  g_signal_connect_object (input, "changed", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (input, "commit", G_CALLBACK (record_commit_cb), self, G_CONNECT_SWAPPED);
}

static void
add_record (CircWhenRow *self,
            GtkWidget *box,
            GtkWidget *after,
            const CircField *field)
{
  gint64 id = self->timing->anchor_id;

  self->record = circ_input_new_for_field (self->session, field);
  set_up_input (self, self->record, id != 0 ? g_variant_new_int64 (id) : NULL);
  gtk_box_insert_child_after (GTK_BOX (box), GTK_WIDGET (self->record), after);
}

void
circ_when_row_add_item (CircWhenRow *self,
                        GtkWidget *box)
{
  add_record (self, box, gtk_widget_get_last_child (box), &item_field);
}

void
circ_when_row_add_date (CircWhenRow *self,
                        GtkWidget *box)
{
  g_autofree char *iso = self->timing->anchor_date != CIRC_DAY_NONE ? circ_day_dup_iso (self->timing->anchor_date) : NULL;

  self->date = circ_input_new_for_field (self->session, &date_field);
  set_up_input (self, self->date, iso != NULL ? g_variant_new_string (iso) : NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->date));
}

/* One row of the list of events. */
typedef struct {
  CircAnchor anchor;
  gboolean held;
  gboolean named;
} Event;

/* Returns: (transfer full) (element-type Event): each event, that of one record beside that of any */
static GArray *
list_events (void)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint anchor = 0; anchor < CIRC_N_ANCHORS; anchor++)
    for (int held = FALSE; held <= (anchor == CIRC_ANCHOR_MEETING); held++)
      for (int named = FALSE; named <= (records[anchor] != NULL); named++)
        {
          Event event = { anchor, held, named };

          g_array_append_val (events, event);
        }
  return events;
}

static void
event_cb (CircWhenRow *self,
          GParamSpec *pspec,
          GtkDropDown *drop_down)
{
  g_autoptr (GArray) events = list_events ();
  const Event *event = &g_array_index (events, Event, gtk_drop_down_get_selected (drop_down));
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (drop_down));
  gboolean same = self->record != NULL && event->named &&
                  circ_input_get_field (self->record) == records[event->anchor];

  if (self->building)
    return;
  self->timing->anchor = event->anchor;
  self->timing->anchor_held = event->held;
  if (!same)
    {
      self->timing->anchor_id = 0;
      if (self->record != NULL)
        gtk_box_remove (GTK_BOX (box), GTK_WIDGET (self->record));
      self->record = NULL;
      if (event->named)
        add_record (self, box, GTK_WIDGET (drop_down), records[event->anchor]);
    }
  circ_when_row_touch (self, TRUE);
}

void
circ_when_row_add_event (CircWhenRow *self,
                         GtkWidget *box,
                         const char *title)
{
  g_autoptr (GArray) events = list_events ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  gboolean named = self->timing->anchor_id != 0 && records[self->timing->anchor] != NULL;
  guint chosen = 0;
  GtkWidget *drop_down;

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      g_autofree char *words = circ_event_dup_words (event->anchor, event->held, event->named);

      g_strv_builder_add (builder, words);
      if (event->anchor == self->timing->anchor && event->held == self->timing->anchor_held && event->named == named)
        chosen = i;
    }
  titles = g_strv_builder_end (builder);
  drop_down = circ_when_row_add_drop_down (self, box, title, titles, chosen, G_CALLBACK (event_cb));
  if (named)
    add_record (self, box, drop_down, records[self->timing->anchor]);
}

static void
own_trigger_cb (CircWhenRow *self,
                GtkEditable *entry)
{
  g_free (self->timing->trigger);
  self->timing->trigger = g_strdup (gtk_editable_get_text (entry));
  circ_when_row_touch (self, FALSE);
}

/* The last row of the list is for the partnership's own words, which stand beside it. */
static void
trigger_cb (CircWhenRow *self,
            GParamSpec *pspec,
            GtkDropDown *drop_down)
{
  const char *const *tokens = circ_triggers_get_tokens ();
  guint chosen = gtk_drop_down_get_selected (drop_down);
  GtkWidget *entry = gtk_widget_get_next_sibling (GTK_WIDGET (drop_down));
  gboolean own = tokens[chosen] == NULL;

  if (self->building)
    return;
  gtk_widget_set_visible (entry, own);
  if (own)
    {
      gtk_widget_grab_focus (entry);
      own_trigger_cb (self, GTK_EDITABLE (entry));
      return;
    }
  g_free (self->timing->trigger);
  self->timing->trigger = g_strdup (tokens[chosen]);
  circ_when_row_touch (self, TRUE);
}

void
circ_when_row_add_trigger (CircWhenRow *self,
                           GtkWidget *box,
                           const char *title)
{
  const char *const *tokens = circ_triggers_get_tokens ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  guint chosen = g_strv_length ((GStrv) tokens);
  gboolean own;
  GtkWidget *entry;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_strv_builder_add (builder, circ_trigger_get_title (tokens[i]));
      if (g_strcmp0 (tokens[i], self->timing->trigger) == 0)
        chosen = i;
    }
  own = tokens[chosen] == NULL;
  g_strv_builder_add (builder, _ ("something else:"));
  titles = g_strv_builder_end (builder);
  circ_when_row_add_drop_down (self, box, title, titles, chosen, G_CALLBACK (trigger_cb));
  entry = circ_when_row_add_entry (self, box, g_dgettext (GETTEXT_PACKAGE, title), _ ("what happens"), own ? self->timing->trigger : NULL,
                                   G_CALLBACK (own_trigger_cb));
  gtk_widget_set_visible (entry, own);
}
