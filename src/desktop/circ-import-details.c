/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-import-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-entry.h"
#include "circ-import-row.h"
#include "circ-label.h"
#include "circ-look.h"
#include "circ-plan-item.h"

struct _CircImportDetails {
  GtkWidget parent_instance;

  GtkWidget *stack; /* (owned by the widget tree) */
  GtkWidget *box;

  CircSession *session;   /* (owned) */
  CircPlanImport *import; /* (owned) (nullable) */
  gulong handler;
  guint row;
  int moved; /* the line whose button was pressed: its new one gets the focus. Or -1 */
  char *refusal; /* (nullable) why that line could not be moved */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (CircImportDetails, circ_import_details, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text,
              const char *css_class,
              const char *other_class)
{
  GtkWidget *label = circ_label_new (text, css_class);

  if (other_class != NULL)
    gtk_widget_add_css_class (label, other_class);
  return label;
}

static GtkWidget *
append_section (CircImportDetails *self,
                const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (section), create_label (title, "caption-heading", NULL));
  gtk_box_append (GTK_BOX (self->box), section);
  return section;
}

/* "Audience: Staff" under the words, so that a wrong guess is seen. */
static GtkWidget *
create_entry (CircImportDetails *self,
              const CircEntry *entry)
{
  CircStore *store = circ_session_get_store (self->session);
  const CircKind *kind = entry->link != 0 ? circ_store_get_kind_of (store, entry->link, NULL) : NULL;
  g_autofree char *name = kind != NULL ? circ_store_dup_title (store, entry->link) : NULL;
  g_autofree char *meaning = NULL;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = create_label (entry->text, NULL, NULL);
  GtkWidget *icon =
    gtk_image_new_from_icon_name (kind != NULL ? circ_look_get_kind_icon (kind->id) : "dialog-question-symbolic");

  if (kind != NULL)
    /* translators: what the words of a plan were recognised as: a kind of record and its name */
    meaning = g_strdup_printf (_ ("%s: %s"), circ_kind_get_title (kind), name != NULL ? name : "");
  else
    meaning = g_strdup (_ ("Not recognised: kept as words"));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  if (kind == NULL)
    gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  /* A button beside it may not squeeze it to a letter a line. */
  gtk_label_set_width_chars (GTK_LABEL (text), 12);
  gtk_box_append (GTK_BOX (words), text);
  gtk_box_append (GTK_BOX (words), create_label (meaning, "caption", "dim-label"));
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

static void
append_nothing (GtkWidget *section)
{
  gtk_box_append (GTK_BOX (section), create_label (_ ("Nothing"), "dim-label", NULL));
}

static void
append_entries (CircImportDetails *self,
                CircRecord *item,
                guint field)
{
  const CircField *catalogue = &circ_plan_item_kind.fields[field];
  GtkWidget *section = append_section (self, circ_field_get_title (catalogue));
  g_autoptr (GPtrArray) entries = circ_entries_from_value (catalogue, circ_record_get (item, field));

  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (GTK_BOX (section), create_entry (self, entries->pdata[i]));
  if (entries->len == 0)
    append_nothing (section);
}

static void changed_cb (CircImportDetails *self);

static void
move_cb (GtkWidget *button,
         CircImportDetails *self)
{
  const CircImportRow *row = circ_plan_import_get_row (self->import, self->row);
  guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "circ-line"));
  g_autoptr (GError) error = NULL;

  if (row->split == NULL || line >= row->split->lines->len)
    return;
  self->moved = (int) line;
  if (circ_plan_import_set_role (self->import, self->row, line, !row->split->is_role->data[line], &error))
    return;
  self->refusal = g_strdup (error->message);
  changed_cb (self);
}

static GtkWidget *
create_move_button (CircImportDetails *self,
                    guint line,
                    const char *words,
                    gboolean is_role)
{
  GtkWidget *button = gtk_button_new_with_label (is_role ? _ ("Move to How") : _ ("Move to By Whom"));
  g_autofree char *name = NULL;

  /* translators: %s is a line such as “Training Manager” */
  name = g_strdup_printf (is_role ? _ ("Move “%s” to how") : _ ("Move “%s” to by whom"), words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "circ-line", GUINT_TO_POINTER (line));
  g_signal_connect_object (button, "clicked", G_CALLBACK (move_cb), self, 0);
  return button;
}

/* The entry that a line of the cell became; a line too long for one became several, and is found by none. */
static const CircEntry *
find_entry (GPtrArray *entries,
            const char *words)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (((CircEntry *) entries->pdata[i])->text, words) == 0)
      return entries->pdata[i];
  return NULL;
}

static void
append_split (CircImportDetails *self,
              const CircImportRow *row,
              gboolean roles)
{
  guint field = roles ? CIRC_PLAN_ITEM_BY_WHOM : CIRC_PLAN_ITEM_HOW;
  const CircField *catalogue = &circ_plan_item_kind.fields[field];
  GtkWidget *section = append_section (self, circ_field_get_title (catalogue));
  g_autoptr (GPtrArray) entries = circ_entries_from_value (catalogue, circ_record_get (row->item, field));
  gboolean empty = TRUE;

  for (guint i = 0; i < row->split->lines->len; i++)
    {
      const char *words = row->split->lines->pdata[i];
      const CircEntry *entry = find_entry (entries, words);
      CircEntry plain = { (char *) words, 0, NULL };
      GtkWidget *line;
      GtkWidget *button;

      if ((row->split->is_role->data[i] != 0) != roles)
        continue;
      empty = FALSE;
      line = create_entry (self, entry != NULL ? entry : &plain);
      button = create_move_button (self, i, words, roles);
      gtk_box_append (GTK_BOX (line), button);
      gtk_box_append (GTK_BOX (section), line);
      if (self->moved != (int) i)
        continue;
      gtk_widget_grab_focus (button);
      if (self->refusal != NULL)
        {
          gtk_box_append (GTK_BOX (section), create_label (self->refusal, "caption", "error"));
          gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->refusal,
                                          -1);
        }
    }
  if (empty)
    append_nothing (section);
}

static void
append_message (CircImportDetails *self,
                const CircImportRow *row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (circ_import_row_get_icon (row));
  g_autofree char *text = NULL;

  if (row->message != NULL)
    text = g_strdup (row->message);
  else
    /* translators: a line of the file, then a state such as New */
    text = g_strdup_printf (_ ("Line %u: %s"), row->line, circ_import_row_state_get_title (row->state));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  if (row->state == CIRC_IMPORT_ROW_UNREADABLE)
    gtk_widget_add_css_class (icon, "error");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), create_label (text, "dim-label", NULL));
  gtk_box_append (GTK_BOX (self->box), line);
  if (row->state == CIRC_IMPORT_ROW_DIFFERENT)
    gtk_box_append (GTK_BOX (self->box),
                    create_label (_ ("Imported, it becomes an item of its own beside the other."), "dim-label", NULL));
}

static void
append_text (CircImportDetails *self,
             CircRecord *item,
             guint field,
             gboolean always)
{
  const char *text = circ_record_get_text (item, field);
  GtkWidget *section;

  if (text == NULL && !always)
    return;
  section = append_section (self, circ_field_get_title (&circ_plan_item_kind.fields[field]));
  if (text != NULL)
    gtk_box_append (GTK_BOX (section), create_label (text, NULL, NULL));
  else
    append_nothing (section);
}

static void
fill (CircImportDetails *self,
      const CircImportRow *row)
{
  g_autofree char *what = circ_import_row_dup_what (row);

  gtk_box_append (GTK_BOX (self->box), create_label (what, "heading", NULL));
  append_message (self, row);
  if (row->item == NULL)
    return;
  append_text (self, row->item, CIRC_PLAN_ITEM_WHAT_NOTES, FALSE);
  append_entries (self, row->item, CIRC_PLAN_ITEM_TO_WHOM);
  if (row->split != NULL)
    {
      append_split (self, row, FALSE);
      append_split (self, row, TRUE);
    }
  else
    {
      append_entries (self, row->item, CIRC_PLAN_ITEM_HOW);
      append_entries (self, row->item, CIRC_PLAN_ITEM_BY_WHOM);
    }
  append_text (self, row->item, CIRC_PLAN_ITEM_WHEN_TEXT, TRUE);
}

static void
update (CircImportDetails *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->update_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (self->import != NULL)
    fill (self, circ_plan_import_get_row (self->import, self->row));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->import != NULL ? "row" : "none");
  self->moved = -1;
  g_clear_pointer (&self->refusal, g_free);
}

static gboolean
update_cb (gpointer user_data)
{
  CircImportDetails *self = user_data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Later: the button that was pressed goes when the row is shown anew. */
static void
changed_cb (CircImportDetails *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
circ_import_details_dispose (GObject *object)
{
  CircImportDetails *self = CIRC_IMPORT_DETAILS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_object (&self->import);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_import_details_parent_class)->dispose (object);
}

static void
circ_import_details_class_init (CircImportDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_import_details_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
circ_import_details_init (CircImportDetails *self)
{
  GtkWidget *none = create_label (_ ("Choose a row to see what it becomes."), "dim-label", NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none_scroller = gtk_scrolled_window_new ();

  self->moved = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (none_scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (none_scroller), none);
  gtk_label_set_justify (GTK_LABEL (none), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (none), 0.5);
  gtk_widget_set_valign (none, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (none, 18);
  gtk_widget_set_margin_end (none, 18);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), none_scroller, "none");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "row");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the row becomes"), -1);
}

GtkWidget *
circ_import_details_new (CircSession *session)
{
  CircImportDetails *self = g_object_new (CIRC_TYPE_IMPORT_DETAILS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
circ_import_details_show (CircImportDetails *self,
                          CircPlanImport *import,
                          guint row)
{
  g_return_if_fail (CIRC_IS_IMPORT_DETAILS (self));

  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_set_object (&self->import, import);
  self->row = row;
  if (import != NULL)
    self->handler = g_signal_connect_swapped (import, "changed", G_CALLBACK (changed_cb), self);
  update (self);
}

void
circ_import_details_settle (CircImportDetails *self)
{
  g_return_if_fail (CIRC_IS_IMPORT_DETAILS (self));

  if (self->update_source != 0)
    update (self);
}
