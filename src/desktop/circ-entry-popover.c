/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-entry-popover.h"

#include <glib/gi18n-lib.h>

#include "circ-chooser.h"

/* Beyond these a suggestion is no better than searching. */
#define SUGGESTIONS_MAX 5

struct _CircEntryPopover {
  GtkPopover parent_instance;

  GtkWidget *words;
  GtkWidget *meaning;
  GtkWidget *unlink_button;
  GtkWidget *search;
  GtkWidget *chooser;
  GtkWidget *part_box;
  GtkWidget *part_label;
  GtkWidget *part;

  CircSession *session;   /* (owned) */
  const CircField *field; /* (borrowed) */
  CircEntry *entry;       /* (owned) (nullable) */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (CircEntryPopover, circ_entry_popover, GTK_TYPE_POPOVER)

enum {
  WORDS,
  LINK,
  ADD,
  PART,
  MOVE,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const CircField *
get_part_field (CircEntryPopover *self)
{
  for (const CircField *field = self->field->rows; field->name != NULL; field++)
    if (field->kind == CIRC_FIELD_CHOICE)
      return field;

  return NULL;
}

static const char *const *
get_targets (CircEntryPopover *self)
{
  return circ_field_find (self->field->rows, "link")->targets;
}

static void
save_words (CircEntryPopover *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words))));

  if (self->entry == NULL || *words == '\0' || g_str_equal (words, self->entry->text))
    return;
  g_free (self->entry->text);
  self->entry->text = g_strdup (words);
  g_signal_emit (self, signals[WORDS], 0, words);
}

static void
words_activate_cb (CircEntryPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
closed_cb (CircEntryPopover *self)
{
  save_words (self);
  g_clear_pointer (&self->entry, circ_entry_free);
}

/* Whatever is done next, the words that were typed come first. */
static void
leave (CircEntryPopover *self)
{
  save_words (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
search_cb (CircEntryPopover *self)
{
  circ_chooser_set_text (CIRC_CHOOSER (self->chooser), gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_activate_cb (CircEntryPopover *self)
{
  search_cb (self);
  circ_chooser_choose (CIRC_CHOOSER (self->chooser));
}

static gboolean
key_pressed_cb (CircEntryPopover *self,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return circ_chooser_move (CIRC_CHOOSER (self->chooser), 1);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return circ_chooser_move (CIRC_CHOOSER (self->chooser), -1);

  return GDK_EVENT_PROPAGATE;
}

static void
chosen_cb (CircEntryPopover *self,
           gint64 id)
{
  leave (self);
  g_signal_emit (self, signals[LINK], 0, id);
}

static void
add_cb (CircEntryPopover *self,
        int kind,
        const char *name)
{
  leave (self);
  g_signal_emit (self, signals[ADD], 0, kind, name);
}

static void
unlink_cb (CircEntryPopover *self)
{
  leave (self);
  g_signal_emit (self, signals[LINK], 0, (gint64) 0);
}

static void
part_cb (CircEntryPopover *self)
{
  const CircField *field = get_part_field (self);
  guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->part));

  if (self->showing || self->entry == NULL || field == NULL || row == GTK_INVALID_LIST_POSITION)
    return;
  save_words (self);
  g_signal_emit (self, signals[PART], 0, row == 0 ? NULL : field->choices[row - 1].token);
}

static void
earlier_cb (CircEntryPopover *self)
{
  leave (self);
  g_signal_emit (self, signals[MOVE], 0, -1);
}

static void
later_cb (CircEntryPopover *self)
{
  leave (self);
  g_signal_emit (self, signals[MOVE], 0, 1);
}

static void
remove_cb (CircEntryPopover *self)
{
  g_clear_pointer (&self->entry, circ_entry_free);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
show_part (CircEntryPopover *self)
{
  const CircField *field = get_part_field (self);
  guint row = 0;

  gtk_widget_set_visible (self->part_box, field != NULL);
  if (field == NULL)
    return;
  for (guint i = 0; field->choices[i].token != NULL; i++)
    if (g_strcmp0 (field->choices[i].token, self->entry->part) == 0)
      row = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->part), row);
}

static void
set_up_part (CircEntryPopover *self)
{
  const CircField *field = get_part_field (self);
  g_autoptr (GtkStringList) titles = NULL;

  if (field == NULL)
    return;
  titles = gtk_string_list_new (NULL);
  gtk_string_list_append (titles, _ ("Not set"));
  for (guint i = 0; field->choices[i].token != NULL; i++)
    gtk_string_list_append (titles, circ_field_get_choice_title (field, field->choices[i].token));
  gtk_label_set_text (GTK_LABEL (self->part_label), circ_field_get_title (field));
  self->showing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->part), G_LIST_MODEL (titles));
  self->showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->part)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, circ_field_get_title (field), -1);
}

/* Records whose names share a word with the entry: a likeness is worth offering, never worth linking by itself. */
static void
suggest_by_word (CircEntryPopover *self,
                 GArray *ids,
                 const char *word)
{
  const char *const *targets = get_targets (self);

  for (guint i = 0; targets[i] != NULL && ids->len < SUGGESTIONS_MAX; i++)
    {
      const CircKind *kind = circ_kind_find (targets[i]);
      g_autoptr (CircQuery) query = circ_query_new (kind->id);
      g_autoptr (GArray) found = NULL;

      circ_query_search (query, word);
      circ_query_limit (query, SUGGESTIONS_MAX);
      found = circ_store_find_ids (circ_session_get_store (self->session), query, NULL);
      for (guint j = 0; found != NULL && j < found->len && ids->len < SUGGESTIONS_MAX; j++)
        {
          gboolean there = FALSE;

          for (guint k = 0; k < ids->len; k++)
            there |= g_array_index (ids, gint64, k) == g_array_index (found, gint64, j);
          if (!there)
            g_array_append_val (ids, g_array_index (found, gint64, j));
        }
    }
}

static void
suggest (CircEntryPopover *self)
{
  g_autoptr (GArray) ids = NULL;
  g_auto (GStrv) words = g_strsplit_set (self->entry->text, " ,;/()&.", -1);
  gint64 id;

  id = circ_matcher_match (circ_session_get_names (self->session), self->entry->text, get_targets (self), &ids);
  if (ids == NULL)
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (id != 0 && ids->len == 0)
    g_array_append_val (ids, id);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 3)
      suggest_by_word (self, ids, words[i]);
  circ_chooser_set_suggested (CIRC_CHOOSER (self->chooser), ids);
}

static void
circ_entry_popover_dispose (GObject *object)
{
  CircEntryPopover *self = CIRC_ENTRY_POPOVER (object);

  g_clear_pointer (&self->entry, circ_entry_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_entry_popover_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[WORDS] = g_signal_new ("words", CIRC_TYPE_ENTRY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINK] = g_signal_new ("link", CIRC_TYPE_ENTRY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ADD] = g_signal_new ("add", CIRC_TYPE_ENTRY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[PART] = g_signal_new ("part", CIRC_TYPE_ENTRY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVE] = g_signal_new ("move", CIRC_TYPE_ENTRY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", CIRC_TYPE_ENTRY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
circ_entry_popover_class_init (CircEntryPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_entry_popover_dispose;
  install_signals ();

  g_type_ensure (CIRC_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-entry-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, words);
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, meaning);
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, unlink_button);
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, search);
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, chooser);
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, part_box);
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, part_label);
  gtk_widget_class_bind_template_child (widget_class, CircEntryPopover, part);
  gtk_widget_class_bind_template_callback (widget_class, words_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlink_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
circ_entry_popover_init (CircEntryPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_entry_popover_new (CircSession *session,
                        const CircField *field)
{
  CircEntryPopover *self = g_object_new (CIRC_TYPE_ENTRY_POPOVER, NULL);

  self->session = g_object_ref (session);
  self->field = field;
  circ_chooser_set_session (CIRC_CHOOSER (self->chooser), session);
  circ_chooser_set_kinds (CIRC_CHOOSER (self->chooser), get_targets (self));
  set_up_part (self);

  return GTK_WIDGET (self);
}

void
circ_entry_popover_set_entry (CircEntryPopover *self,
                              const CircEntry *entry,
                              const char *meaning)
{
  g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text = NULL;

  g_return_if_fail (CIRC_IS_ENTRY_POPOVER (self));

  g_clear_pointer (&self->entry, circ_entry_free);
  self->entry = circ_entry_copy (entry);
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->words), entry->text);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_part (self);
  self->showing = FALSE;

  text = meaning != NULL ? g_strdup (meaning) : g_strdup (_ ("Not linked yet"));
  gtk_label_set_text (GTK_LABEL (self->meaning), text);
  gtk_widget_set_visible (self->unlink_button, meaning != NULL);
  g_array_append_val (excluded, entry->link);
  circ_chooser_set_excluded (CIRC_CHOOSER (self->chooser), excluded);
  circ_chooser_set_add_text (CIRC_CHOOSER (self->chooser), entry->text);
  suggest (self);
}
