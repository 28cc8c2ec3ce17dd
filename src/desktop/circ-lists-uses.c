/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-lists-uses.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-look.h"
#include "circ-occurrence-ref.h"
#include "circ-occurrence-state.h"
#include "circ-occurrence.h"

/* So many at first, and so many at most: a list of thousands helps nobody. */
#define FEW 6
#define MANY 200

struct _CircListsUses {
  GtkWidget parent_instance;

  GtkWidget *box; /* (owned by the widget tree) */
  GtkWidget *label;
  GtkWidget *list;
  GtkWidget *more_button;

  CircSession *session; /* (owned) */
  CircRecord *record;   /* (owned) (nullable) */
  gboolean all;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (CircListsUses, circ_lists_uses, GTK_TYPE_WIDGET)

/* Plan items first: they are what a person asks about. Occurrences and evidence are counted, not listed. */
static const CircKindId kinds[] = {
  CIRC_KIND_PLAN_ITEM, CIRC_KIND_CIRCULATION_LIST, CIRC_KIND_AUDIENCE, CIRC_KIND_METHOD,      CIRC_KIND_GROUP,
  CIRC_KIND_AGENCY,    CIRC_KIND_CONTACT,          CIRC_KIND_KEY_MESSAGE, CIRC_KIND_CAMPAIGN,   CIRC_KIND_MEASURE,
  CIRC_KIND_PRIORITY,  CIRC_KIND_PARTNER_SITE,     CIRC_KIND_PARTNERSHIP,
};

/* (transfer full) (element-type CircRecord) */
static GPtrArray *
find_users (CircListsUses *self,
            GError **error)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && users->len < MANY; i++)
    {
      g_autoptr (CircQuery) query = circ_query_new (kinds[i]);
      g_autoptr (GPtrArray) found = NULL;

      circ_query_set_scope (query, CIRC_QUERY_ALL);
      circ_query_where_linked (query, -1, circ_record_get_id (self->record));
      circ_query_limit (query, MANY - users->len);
      found = circ_store_find (circ_session_get_store (self->session), query, error);
      if (found == NULL)
        return NULL;
      for (guint j = 0; j < found->len; j++)
        if (found->pdata[j] != self->record)
          g_ptr_array_add (users, g_object_ref (found->pdata[j]));
    }

  return g_steal_pointer (&users);
}

static gboolean
is_meeting (CircListsUses *self)
{
  return self->record != NULL && circ_record_get_kind (self->record)->id == CIRC_KIND_MEETING;
}

/* (transfer full) (element-type CircRecord): the occurrences that a meeting gives their day, also by way of another item */
static GPtrArray *
find_hanging (CircListsUses *self,
              GError **error)
{
  CircOccurrenceRef ref = { .source = CIRC_SOURCE_EVENT, .id = circ_record_get_id (self->record) };
  g_autofree char *first = circ_occurrence_ref_dup_text (&ref);
  g_autofree char *last = g_strconcat (first, "/~", NULL);
  g_autoptr (CircQuery) query = circ_query_new (CIRC_KIND_OCCURRENCE);

  circ_query_where_between (query, CIRC_OCCURRENCE_ANCHOR_REF, first, last);
  return circ_store_find (circ_session_get_store (self->session), query, error);
}

/* (transfer full) (element-type CircRecord): the items of @occurrences, each once */
static GPtrArray *
find_items (CircListsUses *self,
            GPtrArray *occurrences)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      gint64 id = circ_record_get_int (occurrences->pdata[i], CIRC_OCCURRENCE_ITEM);
      CircRecord *item = g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) id))
                           ? circ_store_get (circ_session_get_store (self->session), id, NULL) : NULL;

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

/* So that whoever moves or cancels a meeting knows what goes with it. */
static void
say_hanging (CircListsUses *self,
             GPtrArray *occurrences)
{
  g_autofree char *text = NULL;
  guint n_open = 0;

  for (guint i = 0; i < occurrences->len; i++)
    n_open += circ_occurrence_is_open (occurrences->pdata[i]);
  if (n_open > 0)
    text = g_strdup_printf (ngettext ("%u open date of the plan moves with it, or is cancelled with it.",
                                      "%u open dates of the plan move with it, or are cancelled with it.", n_open), n_open);
  else
    text = g_strdup (_ ("No open date of the plan hangs on it."));
  gtk_label_set_label (GTK_LABEL (self->label), text);
}

/* (nullable): what of @item hangs there: what is still to do, if there is any */
static CircRecord *
find_of_item (GPtrArray *occurrences,
              CircRecord *item)
{
  CircRecord *found = NULL;

  for (guint i = 0; i < occurrences->len; i++)
    if (circ_record_get_int (occurrences->pdata[i], CIRC_OCCURRENCE_ITEM) == circ_record_get_id (item) &&
        (found == NULL || (circ_occurrence_is_open (occurrences->pdata[i]) && !circ_occurrence_is_open (found))))
      found = occurrences->pdata[i];
  return found;
}

/* The day that the meeting gives it, which follows when the meeting is moved. */
static char *
dup_day (CircListsUses *self,
         CircRecord *occurrence)
{
  const char *due = circ_record_get_text (occurrence, CIRC_OCCURRENCE_DUE_ON);
  const char *today = circ_session_get_today (self->session);
  CircOccurrenceState state = circ_occurrence_state_of (occurrence, 0, CIRC_EVIDENCE_POLICY_NONE, today);
  g_autofree char *day = due != NULL ? circ_date_format_short (due, today) : NULL;

  if (day == NULL)
    return g_strdup (circ_occurrence_state_get_title (state));
  if (circ_occurrence_is_open (occurrence))
    /* translators: %s is a day such as Fri 4 Dec */
    return g_strdup_printf (_ ("due %s"), day);
  /* translators: the day that something was due, and how it stands: due Fri 4 Dec, Done */
  return g_strdup_printf (_ ("due %s, %s"), day, circ_occurrence_state_get_title (state));
}

static char *
dup_subtitle (CircRecord *user)
{
  const CircKind *kind = circ_record_get_kind (user);
  const char *title = circ_kind_get_title (kind);
  const char *ref = kind->ref_field >= 0 ? circ_record_get_text (user, (guint) kind->ref_field) : NULL;
  g_autofree char *what = NULL;

  /* translators: a kind of record and its reference: Plan item CP-2026-004 */
  what = ref != NULL ? g_strdup_printf (_ ("%s %s"), title, ref) : g_strdup (title);
  if (circ_record_is_archived (user))
    /* translators: %s is a kind of record, such as Plan item CP-2026-004 */
    return g_strdup_printf (_ ("%s, archived"), what);

  return g_steal_pointer (&what);
}

/* @occurrence: (nullable): what of it hangs on the meeting */
static GtkWidget *
create_row (CircListsUses *self,
            CircRecord *user,
            CircRecord *occurrence)
{
  g_autofree char *title = circ_record_dup_title (user);
  g_autofree char *what = dup_subtitle (user);
  g_autofree char *day = occurrence != NULL ? dup_day (self, occurrence) : NULL;
  g_autofree char *subtitle = g_strconcat (what, day != NULL ? ", " : NULL, day, NULL);
  g_autofree char *name = NULL;
  GtkWidget *row = adw_action_row_new ();
  gint64 id = circ_record_get_id (user);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (circ_look_get_kind_icon (circ_record_get_kind (user)->id)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "circ-id", g_memdup2 (&id, sizeof id), g_free);
  /* translators: read aloud: the name of a record, then what it is */
  name = g_strdup_printf (_ ("%s, %s"), title, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
set_count (CircListsUses *self,
           gint64 uses)
{
  g_autofree char *text = NULL;

  if (uses <= 0)
    text = g_strdup (_ ("Nothing refers to it yet."));
  else
    text = g_strdup_printf (ngettext ("Used in %d place.", "Used in %d places.", (gulong) uses), (int) uses);
  gtk_label_set_label (GTK_LABEL (self->label), text);
}

static void
fill (CircListsUses *self)
{
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GPtrArray) hanging = NULL;
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;
  guint shown;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  if (is_meeting (self) && circ_record_get_id (self->record) > 0)
    hanging = find_hanging (self, &error);
  if (hanging != NULL)
    users = find_items (self, hanging);
  else if (self->record != NULL && circ_record_get_id (self->record) > 0 && !is_meeting (self))
    users = find_users (self, &error);
  if (error != NULL)
    g_debug ("the uses cannot be read: %s", error->message);

  shown = users == NULL ? 0 : self->all ? users->len : MIN (users->len, FEW);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, users->pdata[i], hanging != NULL ? find_of_item (hanging, users->pdata[i]) : NULL));
  if (hanging != NULL)
    say_hanging (self, hanging);
  else
    set_count (self, users == NULL ? 0
                                   : circ_store_count_uses (circ_session_get_store (self->session),
                                                            circ_record_get_id (self->record), NULL));
  gtk_widget_set_visible (self->list, shown > 0);
  gtk_widget_set_visible (self->more_button, users != NULL && shown < users->len);
}

static gboolean
update_cb (gpointer user_data)
{
  CircListsUses *self = user_data;

  self->update_source = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

static void
update_soon (CircListsUses *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (update_cb, self);
}

static void
more_cb (CircListsUses *self)
{
  self->all = TRUE;
  fill (self);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (CircListsUses *self,
                  GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "circ-id");

  gtk_widget_activate_action (GTK_WIDGET (self), "lists.open", "x", *id);
}

static void
circ_lists_uses_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (circ_lists_uses_parent_class)->map (widget);
  update_soon (CIRC_LISTS_USES (widget));
}

static void
circ_lists_uses_dispose (GObject *object)
{
  CircListsUses *self = CIRC_LISTS_USES (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_lists_uses_parent_class)->dispose (object);
}

static void
circ_lists_uses_class_init (CircListsUsesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_lists_uses_dispose;
  widget_class->map = circ_lists_uses_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
circ_lists_uses_init (CircListsUses *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_add_css_class (self->label, "numeric");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where it is used"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->more_button = gtk_button_new_with_label (_ ("Show All"));
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more_button, FALSE);
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->more_button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
circ_lists_uses_new (CircSession *session)
{
  CircListsUses *self = g_object_new (CIRC_TYPE_LISTS_USES, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
circ_lists_uses_set_record (CircListsUses *self,
                            CircRecord *record)
{
  g_return_if_fail (CIRC_IS_LISTS_USES (self));

  if (!g_set_object (&self->record, record))
    return;
  self->all = FALSE;
  update_soon (self);
}
