/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing the next entry, and the keys among the chips. */
#include "config.h"

#include "circ-entries-row-private.h"

#include "circ-chip.h"
#include "circ-chooser.h"

static void
clear_text (CircEntriesRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  /* What became a chip is undone as a change, never typed a second time: turning undo off is what empties its history. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
}

gboolean
circ_entries_row_take_text (CircEntriesRow *self)
{
  g_auto (GStrv) lines = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->entry)), "\r\n", -1);
  CircMatcher *names = circ_session_get_names (circ_input_get_session (CIRC_INPUT (self)));
  gboolean any = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gint64 link;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      link = circ_matcher_match (names, lines[i], circ_entries_row_get_targets (self), NULL);
      circ_entries_row_add_item (self, circ_entry_new (lines[i], link, NULL), NULL);
      any = TRUE;
    }
  if (any)
    {
      clear_text (self);
      circ_entries_row_rebuild (self);
    }

  return any;
}

static void
add_words_cb (CircEntriesRow *self,
              const char *words)
{
  if (circ_entries_row_take_text (self))
    circ_entries_row_finish (self, -1);
}

static void
chosen_cb (CircEntriesRow *self,
           gint64 id)
{
  g_autofree char *title = circ_session_dup_title (circ_input_get_session (CIRC_INPUT (self)), id);

  circ_entries_row_add_item (self, circ_entry_new (title, id, NULL), NULL);
  clear_text (self);
  circ_entries_row_finish (self, -1);
}

static void
add_cb (CircEntriesRow *self,
        int kind,
        const char *words)
{
  CircRecord *fresh = circ_session_new_record (circ_input_get_session (CIRC_INPUT (self)), kind, words);

  circ_entries_row_add_item (self, circ_entry_new (words, 0, NULL), fresh);
  clear_text (self);
  circ_entries_row_finish (self, -1);
}

/* The form may be scrolling this row into view just now. GDK 4.8 cannot place a popover beside what is off the screen. */
static gboolean
popup_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer user_data)
{
  CircEntriesRow *self = CIRC_ENTRIES_ROW (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t place, whole;

  if (!gtk_widget_get_mapped (widget) || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0' ||
      !gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    return G_SOURCE_REMOVE;
  if (!gtk_widget_compute_bounds (widget, root, &place) || !gtk_widget_compute_bounds (root, root, &whole) ||
      !graphene_rect_intersection (&place, &whole, NULL))
    return G_SOURCE_CONTINUE;
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return G_SOURCE_REMOVE;
}

static void
show_found (CircEntriesRow *self)
{
  circ_chooser_set_text (CIRC_CHOOSER (self->chooser), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (!gtk_widget_get_visible (self->popover))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), popup_cb, NULL, NULL);
}

static void
text_changed_cb (CircEntriesRow *self)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  circ_input_emit_changed (CIRC_INPUT (self));
  if (empty)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    show_found (self);
}

static void
text_activate_cb (CircEntriesRow *self)
{
  if (gtk_widget_get_visible (self->popover) && circ_chooser_choose (CIRC_CHOOSER (self->chooser)))
    return;
  if (circ_entries_row_take_text (self))
    circ_entries_row_finish (self, -1);
}

static void
text_left_cb (CircEntriesRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
text_key_cb (CircEntriesRow *self,
             guint keyval,
             guint keycode,
             GdkModifierType modifiers)
{
  gboolean shown = gtk_widget_get_visible (self->popover);
  gboolean at_start = gtk_editable_get_position (GTK_EDITABLE (self->entry)) == 0;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (shown)
        circ_chooser_move (CIRC_CHOOSER (self->chooser), 1);
      else
        show_found (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return shown && (circ_chooser_move (CIRC_CHOOSER (self->chooser), -1) || TRUE);
    case GDK_KEY_Escape:
      if (!shown)
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (!at_start || self->items->len == 0 || gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), NULL, NULL))
        return GDK_EVENT_PROPAGATE;
      gtk_widget_grab_focus (circ_entries_row_get_chip (self, self->items->len - 1));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_neighbour (CircEntriesRow *self,
                 GtkWidget *chip,
                 int step)
{
  GtkWidget *other = step > 0 ? gtk_widget_get_next_sibling (chip) : gtk_widget_get_prev_sibling (chip);

  if (other == self->entry)
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (other));
  else if (other != NULL)
    gtk_widget_grab_focus (other);
}

static gboolean
chips_key_cb (CircEntriesRow *self,
              guint keyval,
              guint keycode,
              GdkModifierType modifiers,
              GtkEventControllerKey *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *chip = focus != NULL ? gtk_widget_get_ancestor (focus, CIRC_TYPE_CHIP) : NULL;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left ? -1 : 1;

  if (chip == NULL)
    return GDK_EVENT_PROPAGATE;
  if (mirrored)
    step = -step;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_KP_Right)
    {
      if (modifiers & GDK_CONTROL_MASK)
        circ_entries_row_move_item (self, circ_entries_row_get_index (self, chip), step);
      else
        focus_neighbour (self, chip, step);
      return GDK_EVENT_STOP;
    }
  /* A letter typed while a chip has the focus is the beginning of the next entry. */
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && g_unichar_isgraph (gdk_keyval_to_unicode (keyval)))
    {
      gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
      return gtk_event_controller_key_forward (controller,
                                               GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
    }

  return GDK_EVENT_PROPAGATE;
}

void
circ_entries_row_bind_text (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, add_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, chips_key_cb);
}
