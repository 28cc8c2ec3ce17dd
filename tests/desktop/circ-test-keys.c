/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys and typing. GTK 4 has no public way to make a key event, so a key is given to the controllers that a real one
 * would come by, in the order in which it would.
 */
#include "config.h"

#include "circ-test-private.h"

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)
/* Longer texts are pasted: nobody types them. */
#define TYPED_MAX 400

typedef struct {
  guint keyval;
  GdkModifierType modifiers;
  GtkPropagationPhase phase;
} Key;

static gboolean
is_triggered (GtkShortcutTrigger *trigger,
              const Key *key)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_triggered (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), key)
           || is_triggered (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), key);
  if (GTK_IS_MNEMONIC_TRIGGER (trigger))
    return (key->modifiers & MODIFIERS) == GDK_ALT_MASK
           && gtk_mnemonic_trigger_get_keyval (GTK_MNEMONIC_TRIGGER (trigger)) == gdk_keyval_to_lower (key->keyval);
  if (!GTK_IS_KEYVAL_TRIGGER (trigger))
    return FALSE;

  return gdk_keyval_to_lower (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger))) == gdk_keyval_to_lower (key->keyval)
         && (gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) & MODIFIERS) == (key->modifiers & MODIFIERS);
}

static gboolean
run_shortcuts (GtkWidget *widget,
               GtkEventController *controller,
               const Key *key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (controller));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);

      if (is_triggered (gtk_shortcut_get_trigger (shortcut), key)
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

/* @whole_window: the shortcuts that hold wherever the focus is; otherwise all else. */
static gboolean
run_controllers (GtkWidget *widget,
                 const Key *key,
                 gboolean whole_window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      const char *name = gtk_event_controller_get_name (controller);
      gboolean handled = FALSE;

      if (gtk_event_controller_get_propagation_phase (controller) != key->phase)
        continue;
      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        {
          gboolean local = gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (controller)) == GTK_SHORTCUT_SCOPE_LOCAL;

          /* The window's own manager only repeats what is found where it belongs. */
          if (name != NULL && g_str_has_prefix (name, "gtk-shortcut-manager"))
            continue;
          if (local != whole_window)
            handled = run_shortcuts (widget, controller, key);
        }
      else if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !whole_window)
        {
          g_signal_emit_by_name (controller, "key-pressed", key->keyval, 0, key->modifiers, &handled);
        }
      if (handled)
        return TRUE;
    }

  return FALSE;
}

static gboolean
run_whole_window (GtkWidget *widget,
                  gpointer user_data)
{
  return run_controllers (widget, user_data, TRUE);
}

static gboolean
run_phase (GPtrArray *chain,
           guint keyval,
           GdkModifierType modifiers,
           GtkPropagationPhase phase)
{
  Key key = { keyval, modifiers, phase };

  if (phase == GTK_PHASE_TARGET)
    return run_controllers (chain->pdata[0], &key, FALSE);
  if (phase == GTK_PHASE_CAPTURE && circ_test_walk (g_ptr_array_index (chain, chain->len - 1), run_whole_window, &key) != NULL)
    return TRUE;
  for (guint i = 0; i < chain->len; i++)
    {
      GtkWidget *widget = chain->pdata[phase == GTK_PHASE_CAPTURE ? chain->len - 1 - i : i];

      if (gtk_widget_get_mapped (widget) && run_controllers (widget, &key, FALSE))
        return TRUE;
    }

  return phase == GTK_PHASE_BUBBLE
         && circ_test_walk (g_ptr_array_index (chain, chain->len - 1), run_whole_window, &key) != NULL;
}

static GPtrArray *
create_chain (GtkWidget *target)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func (g_object_unref);

  for (GtkWidget *widget = target; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (chain, g_object_ref (widget));

  return chain;
}

static gboolean
press (GtkWidget *target,
       guint keyval,
       GdkModifierType modifiers)
{
  g_autoptr (GPtrArray) chain = create_chain (target);

  return run_phase (chain, keyval, modifiers, GTK_PHASE_CAPTURE) || run_phase (chain, keyval, modifiers, GTK_PHASE_TARGET)
         || run_phase (chain, keyval, modifiers, GTK_PHASE_BUBBLE);
}

void
circ_test_focus (GtkWidget *widget)
{
  g_assert_true (gtk_widget_get_mapped (widget));
  if (!gtk_widget_grab_focus (widget))
    g_error ("%s does not take the focus", G_OBJECT_TYPE_NAME (widget));
  circ_test_settle (widget);
}

static gboolean
takes_text (GtkWidget *widget,
            gpointer user_data)
{
  return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
}

static GtkWidget *
find_text (GtkWidget *widget)
{
  GtkWidget *text = circ_test_walk (widget, takes_text, NULL);

  if (text == NULL)
    g_error ("there is nothing to type into in %s", G_OBJECT_TYPE_NAME (widget));

  return text;
}

static void
insert (GtkWidget *text,
        const char *words)
{
  if (GTK_IS_TEXT (text))
    gtk_editable_delete_selection (GTK_EDITABLE (text));
  else
    gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), TRUE, TRUE);
  g_signal_emit_by_name (text, "insert-at-cursor", words);
}

static gboolean
is_typing (GtkWidget *target,
           guint keyval,
           GdkModifierType modifiers)
{
  return takes_text (target, NULL) && (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0
         && g_unichar_isprint (gdk_keyval_to_unicode (keyval));
}

/* Who listens for keys before the text does gets them first; nobody hears of what the text has taken. */
static void
type_key (GtkWidget *text,
          guint keyval)
{
  g_autoptr (GPtrArray) chain = create_chain (text);
  char letter[7] = { 0 };

  if (run_phase (chain, keyval, 0, GTK_PHASE_CAPTURE))
    return;
  g_unichar_to_utf8 (gdk_keyval_to_unicode (keyval), letter);
  insert (text, letter);
}

void
circ_test_key (GtkWidget *widget,
               guint keyval,
               GdkModifierType modifiers)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *target = NULL;

  g_assert_nonnull (root);
  g_object_ref (root);
  if (!GTK_IS_ROOT (widget) && gtk_widget_get_focusable (widget))
    target = widget;
  else
    target = gtk_root_get_focus (root);
  if (target != NULL && is_typing (target, keyval, modifiers))
    type_key (target, keyval);
  else
    press (target != NULL ? target : GTK_WIDGET (root), keyval, modifiers);
  circ_test_settle (GTK_WIDGET (root));
  g_object_unref (root);
}

void
circ_test_type (GtkWidget *widget,
                const char *text)
{
  GtkWidget *place = g_object_ref (find_text (widget));

  g_assert_true (gtk_widget_is_sensitive (place));
  if (!gtk_widget_is_focus (place))
    {
      if (GTK_IS_TEXT (place))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (place));
      else
        gtk_widget_grab_focus (place);
    }
  if (g_utf8_strlen (text, -1) > TYPED_MAX)
    {
      insert (place, text);
    }
  else
    {
      for (const char *letter = text; *letter != '\0'; letter = g_utf8_next_char (letter))
        if (*letter == '\n')
          insert (place, "\n");
        else
          type_key (place, gdk_unicode_to_keyval (g_utf8_get_char (letter)));
    }
  circ_test_settle (place);
  g_object_unref (place);
}

void
circ_test_replace (GtkWidget *widget,
                   const char *text)
{
  GtkWidget *place = find_text (widget);

  gtk_widget_grab_focus (place);
  if (GTK_IS_TEXT (place))
    {
      gtk_editable_select_region (GTK_EDITABLE (place), 0, -1);
    }
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (place));
      GtkTextIter start;
      GtkTextIter end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &start, &end);
    }
  if (*text == '\0')
    g_signal_emit_by_name (place, "backspace");
  circ_test_type (place, text);
}
