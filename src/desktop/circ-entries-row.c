/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-entries-row-private.h"

#include <glib/gi18n-lib.h>

#include "circ-chip.h"
#include "circ-chooser.h"
#include "circ-entry-popover.h"
#include "circ-look.h"
#include "circ-wrap-layout.h"

G_DEFINE_FINAL_TYPE (CircEntriesRow, circ_entries_row, CIRC_TYPE_INPUT)

/* An entry, and the record that was made for it by typing and is saved with it. */
typedef struct {
  CircEntry *entry;
  CircRecord *fresh;
} Item;

static void
item_free (Item *item)
{
  circ_entry_free (item->entry);
  g_clear_object (&item->fresh);
  g_free (item);
}

void
circ_entries_row_add_item (CircEntriesRow *self,
                           CircEntry *entry,
                           CircRecord *fresh)
{
  Item *item = g_new0 (Item, 1);

  item->entry = entry;
  item->fresh = fresh;
  g_ptr_array_add (self->items, item);
}

const char *const *
circ_entries_row_get_targets (CircEntriesRow *self)
{
  return circ_field_find (circ_input_get_field (CIRC_INPUT (self))->rows, "link")->targets;
}

GtkWidget *
circ_entries_row_get_chip (CircEntriesRow *self,
          guint index)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->box);

  while (chip != self->entry && index-- > 0)
    chip = gtk_widget_get_next_sibling (chip);

  return chip;
}

guint
circ_entries_row_get_index (CircEntriesRow *self,
           GtkWidget *chip)
{
  guint index = 0;

  for (GtkWidget *other = gtk_widget_get_first_child (self->box); other != chip && other != NULL;
       other = gtk_widget_get_next_sibling (other))
    index++;

  return index;
}

void
circ_entries_row_finish (CircEntriesRow *self,
        int focus)
{
  circ_entries_row_rebuild (self);
  if (focus >= 0 && focus < (int) self->items->len)
    gtk_widget_grab_focus (circ_entries_row_get_chip (self, focus));
  else
    gtk_widget_grab_focus (self->entry);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

/* What an item is linked to, as "Audience: All staff"; NULL when it is only words. */
static char *
dup_meaning (CircEntriesRow *self,
             Item *item)
{
  CircSession *session = circ_input_get_session (CIRC_INPUT (self));
  const CircKind *kind;
  g_autofree char *title = NULL;

  if (item->fresh != NULL)
    {
      kind = circ_record_get_kind (item->fresh);
      title = circ_record_dup_title (item->fresh);
    }
  else if (item->entry->link != 0)
    {
      kind = circ_store_get_kind_of (circ_session_get_store (session), item->entry->link, NULL);
      title = circ_session_dup_title (session, item->entry->link);
    }
  else
    {
      return NULL;
    }

  /* translators: the kind of a record and its name: Audience: All staff */
  return g_strdup_printf (_ ("%s: %s"), kind != NULL ? circ_kind_get_title (kind) : "", title);
}

static const char *
get_icon (CircEntriesRow *self,
          Item *item)
{
  const CircKind *kind = NULL;

  if (item->fresh != NULL)
    kind = circ_record_get_kind (item->fresh);
  else if (item->entry->link != 0)
    kind = circ_store_get_kind_of (circ_session_get_store (circ_input_get_session (CIRC_INPUT (self))),
                                   item->entry->link, NULL);

  return kind != NULL ? circ_look_get_kind_icon (kind->id) : "dialog-question-symbolic";
}

static gboolean
is_retired (CircEntriesRow *self,
            Item *item)
{
  return item->fresh == NULL && circ_session_is_put_away (circ_input_get_session (CIRC_INPUT (self)), item->entry->link);
}

/* Words after the text: "retired, for action"; NULL when there is nothing to say. */
static char *
dup_note (CircEntriesRow *self,
          Item *item)
{
  const CircField *field = circ_input_get_field (CIRC_INPUT (self));
  gboolean linked = item->fresh != NULL || item->entry->link != 0;
  const char *part = NULL;

  if (item->entry->part != NULL && field->rows[2].name != NULL)
    part = circ_field_get_choice_title (&field->rows[2], item->entry->part);
  if (is_retired (self, item))
    /* translators: beside an entry that is not offered any more; %s is its purpose or part: retired, for action */
    return part == NULL ? g_strdup (_ ("retired")) : g_strdup_printf (_ ("retired, %s"), part);
  if (linked)
    return g_strdup (part);

  /* translators: beside an entry; %s is its purpose or part: not linked, for action */
  return part == NULL ? g_strdup (_ ("not linked")) : g_strdup_printf (_ ("not linked, %s"), part);
}

static void
remove_item (CircEntriesRow *self,
             guint index)
{
  g_ptr_array_remove_index (self->items, index);
  circ_entries_row_finish (self, (int) MIN (index, self->items->len) - (index >= self->items->len ? 1 : 0));
}

static void
chip_remove_cb (CircChip *chip,
                CircEntriesRow *self)
{
  remove_item (self, circ_entries_row_get_index (self, GTK_WIDGET (chip)));
}

void
circ_entries_row_move_item (CircEntriesRow *self,
           guint index,
           int step)
{
  int target = (int) index + step;
  gpointer item;

  if (target < 0 || target >= (int) self->items->len)
    return;
  item = g_ptr_array_steal_index (self->items, index);
  g_ptr_array_insert (self->items, target, item);
  circ_entries_row_finish (self, target);
}

static Item *
get_current (CircEntriesRow *self)
{
  return self->current < self->items->len ? g_ptr_array_index (self->items, self->current) : NULL;
}

static void
set_link (CircEntriesRow *self,
          gint64 id,
          CircRecord *fresh)
{
  Item *item = get_current (self);

  if (item == NULL)
    return;
  item->entry->link = id;
  g_set_object (&item->fresh, fresh);
  circ_entries_row_finish (self, self->current);
}

static void
words_cb (CircEntriesRow *self,
          const char *words)
{
  Item *item = get_current (self);

  if (item == NULL)
    return;
  g_free (item->entry->text);
  item->entry->text = g_strdup (words);
  circ_entries_row_finish (self, self->current);
}

static void
link_cb (CircEntriesRow *self,
         gint64 id)
{
  set_link (self, id, NULL);
}

static void
add_link_cb (CircEntriesRow *self,
             int kind,
             const char *name)
{
  g_autoptr (CircRecord) fresh = circ_session_new_record (circ_input_get_session (CIRC_INPUT (self)), kind, name);

  set_link (self, 0, fresh);
}

static void
part_cb (CircEntriesRow *self,
         const char *token)
{
  Item *item = get_current (self);

  if (item == NULL)
    return;
  g_free (item->entry->part);
  item->entry->part = g_strdup (token);
  /* The popover stays open on its chip, so the chip must stay too. */
  {
    g_autofree char *note = dup_note (self, item);

    circ_chip_set_note (CIRC_CHIP (circ_entries_row_get_chip (self, self->current)), note);
  }
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
move_cb (CircEntriesRow *self,
         int step)
{
  if (get_current (self) != NULL)
    circ_entries_row_move_item (self, self->current, step);
}

static void
remove_cb (CircEntriesRow *self)
{
  if (get_current (self) != NULL)
    remove_item (self, self->current);
}

static void
ensure_entry_popover (CircEntriesRow *self)
{
  if (self->entry_popover != NULL)
    return;
  self->entry_popover = circ_entry_popover_new (circ_input_get_session (CIRC_INPUT (self)),
                                                circ_input_get_field (CIRC_INPUT (self)));
  gtk_widget_set_parent (self->entry_popover, GTK_WIDGET (self));
  g_signal_connect_object (self->entry_popover, "words", G_CALLBACK (words_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_popover, "link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_popover, "add", G_CALLBACK (add_link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_popover, "part", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_popover, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_popover, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

static void
chip_activated_cb (CircChip *chip,
                   CircEntriesRow *self)
{
  Item *item;
  g_autofree char *meaning = NULL;
  graphene_rect_t bounds;

  ensure_entry_popover (self);
  self->current = circ_entries_row_get_index (self, GTK_WIDGET (chip));
  item = get_current (self);
  if (item == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (chip), GTK_WIDGET (self), &bounds))
    return;
  meaning = dup_meaning (self, item);
  circ_entry_popover_set_entry (CIRC_ENTRY_POPOVER (self->entry_popover), item->entry, meaning);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->entry_popover),
                               &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                 bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->entry_popover));
}

void
circ_entries_row_rebuild (CircEntriesRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != self->entry)
    gtk_widget_unparent (child);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);
      GtkWidget *chip = circ_chip_new (item->entry->text);
      g_autofree char *meaning = dup_meaning (self, item);
      g_autofree char *note = dup_note (self, item);

      circ_chip_set_meaning (CIRC_CHIP (chip), get_icon (self, item), meaning);
      circ_chip_set_note (CIRC_CHIP (chip), note);
      circ_chip_set_retired (CIRC_CHIP (chip), is_retired (self, item));
      if (meaning == NULL)
        gtk_widget_add_css_class (chip, "circ-unlinked");
      g_signal_connect_object (chip, "remove", G_CALLBACK (chip_remove_cb), self, 0);
      g_signal_connect_object (chip, "activated", G_CALLBACK (chip_activated_cb), self, 0);
      gtk_widget_insert_before (chip, self->box, self->entry);
    }
}

/* What the chips stand for may have been retired, or brought back, while they were on show. */
static void
store_changed_cb (CircEntriesRow *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);
      GtkWidget *chip = circ_entries_row_get_chip (self, i);
      g_autofree char *note = dup_note (self, item);

      if (!CIRC_IS_CHIP (chip))
        return;
      circ_chip_set_note (CIRC_CHIP (chip), note);
      circ_chip_set_retired (CIRC_CHIP (chip), is_retired (self, item));
    }
}

/* Whether @value is what the chips show already, so that nothing has to be built again. */
static gboolean
is_shown (CircEntriesRow *self,
          GVariant *value)
{
  g_autoptr (GVariant) shown = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return FALSE;
  shown = circ_input_dup_value (CIRC_INPUT (self), NULL);

  return circ_value_equal (shown, value);
}

static void
circ_entries_row_set_value (CircInput *input,
                            GVariant *value)
{
  CircEntriesRow *self = CIRC_ENTRIES_ROW (input);
  g_autoptr (GPtrArray) entries = NULL;

  if (value != NULL && is_shown (self, value))
    return;
  entries = circ_entries_from_value (circ_input_get_field (input), value);
  /* What an open popover is about is no longer there. */
  self->current = G_MAXUINT;
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < entries->len; i++)
    circ_entries_row_add_item (self, circ_entry_copy (g_ptr_array_index (entries, i)), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  circ_entries_row_rebuild (self);
}

static GVariant *
circ_entries_row_dup_value (CircInput *input,
                            GError **error)
{
  CircEntriesRow *self = CIRC_ENTRIES_ROW (input);
  const CircField *field = circ_input_get_field (input);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GVariant) value = NULL;

  /* Words that were typed and not confirmed are an entry too. */
  circ_entries_row_take_text (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->fresh != NULL)
        item->entry->link = circ_record_get_id (item->fresh);
      g_ptr_array_add (entries, item->entry);
    }
  value = circ_entries_to_value (field, entries);

  return value != NULL ? circ_field_take_value (field, g_steal_pointer (&value), error) : NULL;
}

static void
circ_entries_row_prepare (CircInput *input,
                          CircChange *change)
{
  CircEntriesRow *self = CIRC_ENTRIES_ROW (input);

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->fresh != NULL && circ_record_get_id (item->fresh) <= 0)
        circ_change_insert (change, item->fresh);
    }
}

static GtkWidget *
circ_entries_row_get_focus (CircInput *input)
{
  return CIRC_ENTRIES_ROW (input)->entry;
}

static void
circ_entries_row_constructed (GObject *object)
{
  CircEntriesRow *self = CIRC_ENTRIES_ROW (object);

  G_OBJECT_CLASS (circ_entries_row_parent_class)->constructed (object);

  circ_chooser_set_session (CIRC_CHOOSER (self->chooser), circ_input_get_session (CIRC_INPUT (self)));
  circ_chooser_set_kinds (CIRC_CHOOSER (self->chooser), circ_entries_row_get_targets (self));
  circ_chooser_set_words (CIRC_CHOOSER (self->chooser), TRUE);
  g_signal_connect_object (circ_session_get_store (circ_input_get_session (CIRC_INPUT (self))), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
circ_entries_row_finalize (GObject *object)
{
  g_ptr_array_unref (CIRC_ENTRIES_ROW (object)->items);

  G_OBJECT_CLASS (circ_entries_row_parent_class)->finalize (object);
}

static void
circ_entries_row_class_init (CircEntriesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_entries_row_constructed;
  object_class->finalize = circ_entries_row_finalize;
  input_class->set_value = circ_entries_row_set_value;
  input_class->dup_value = circ_entries_row_dup_value;
  input_class->prepare = circ_entries_row_prepare;
  input_class->get_focus = circ_entries_row_get_focus;

  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  g_type_ensure (CIRC_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-entries-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CircEntriesRow, box);
  gtk_widget_class_bind_template_child (widget_class, CircEntriesRow, entry);
  gtk_widget_class_bind_template_child (widget_class, CircEntriesRow, popover);
  gtk_widget_class_bind_template_child (widget_class, CircEntriesRow, chooser);
  circ_entries_row_bind_text (widget_class);
}

static void
circ_entries_row_init (CircEntriesRow *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

CircInput *
circ_entries_row_new (CircSession *session,
                      const CircField *field)
{
  g_return_val_if_fail (field->kind == CIRC_FIELD_ROWS, NULL);

  return g_object_new (CIRC_TYPE_ENTRIES_ROW, "session", session, "field", field, NULL);
}
