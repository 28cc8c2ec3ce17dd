/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what a person sees, and pressing it. */
#include "config.h"

#include "circ-test-private.h"

#include "circ-field-row.h"

GtkWidget *
circ_test_walk (GtkWidget *root,
                CircTestVisit visit,
                gpointer user_data)
{
  if (root == NULL || !gtk_widget_get_mapped (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (visit (root, user_data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = circ_test_walk (child, visit, user_data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static char *
dup_without_mnemonic (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '_' && text[1] != '\0')
        text++;
      g_string_append_c (plain, *text);
    }

  return g_string_free (plain, FALSE);
}

static gboolean
has_words (GtkWidget *widget,
           const char *property,
           const char *text)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *words = NULL;
  g_autofree char *plain = NULL;

  if (spec == NULL || spec->value_type != G_TYPE_STRING || !(spec->flags & G_PARAM_READABLE))
    return FALSE;
  g_object_get (widget, property, &words, NULL);
  if (words == NULL)
    return FALSE;
  plain = dup_without_mnemonic (words);

  return g_str_equal (words, text) || g_str_equal (plain, text);
}

gboolean
circ_test_is_called (GtkWidget *widget,
                     const char *text)
{
  static const char *const properties[] = { "label", "title", "text", "placeholder-text", "tooltip-text" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (has_words (widget, properties[i], text))
      return TRUE;
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      g_autofree char *other =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text);

      return other == NULL;
    }

  return FALSE;
}

typedef struct {
  GType type;
  const char *text;
  guint nth;
} Wanted;

static gboolean
is_wanted (GtkWidget *widget,
           gpointer user_data)
{
  Wanted *wanted = user_data;

  if (wanted->type != G_TYPE_NONE && !g_type_is_a (G_OBJECT_TYPE (widget), wanted->type))
    return FALSE;
  if (wanted->text != NULL && !circ_test_is_called (widget, wanted->text))
    return FALSE;

  return wanted->nth-- == 0;
}

static gboolean
print_words (GtkWidget *widget,
             gpointer user_data)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    g_printerr ("  %s\n", gtk_label_get_text (GTK_LABEL (widget)));

  return FALSE;
}

static GtkWidget *
find (GtkWidget *root,
      Wanted wanted)
{
  gint64 end = circ_test_deadline ();

  for (;;)
    {
      Wanted now = wanted;
      GtkWidget *found = circ_test_walk (root, is_wanted, &now);

      if (found != NULL)
        return found;
      if (g_get_monotonic_time () > end)
        break;
      circ_test_turn ();
    }
  g_printerr ("there is no %s “%s” (number %u) among:\n", wanted.type != G_TYPE_NONE ? g_type_name (wanted.type) : "widget",
              wanted.text != NULL ? wanted.text : "", wanted.nth);
  circ_test_walk (root, print_words, NULL);
  g_assert_not_reached ();
}

GtkWidget *
circ_test_find (GtkWidget *root,
                GType type,
                const char *text)
{
  return find (root, (Wanted) { type, text, 0 });
}

GtkWidget *
circ_test_peek (GtkWidget *root,
                GType type,
                const char *text)
{
  Wanted wanted = { type, text, 0 };

  return circ_test_walk (root, is_wanted, &wanted);
}

GtkWidget *
circ_test_find_type (GtkWidget *root,
                     GType type,
                     guint nth)
{
  return find (root, (Wanted) { type, NULL, nth });
}

static gboolean
is_row (GtkWidget *widget,
        gpointer user_data)
{
  const struct { CircKindId kind; const char *name; } *wanted = user_data;
  CircRecord *record = CIRC_IS_FIELD_ROW (widget) ? circ_field_row_get_record (CIRC_FIELD_ROW (widget)) : NULL;
  const CircKind *kind = record != NULL ? circ_record_get_kind (record) : NULL;

  return kind != NULL && kind->id == wanted->kind
         && g_str_equal (kind->fields[circ_field_row_get_field (CIRC_FIELD_ROW (widget))].name, wanted->name);
}

GtkWidget *
circ_test_find_row (GtkWidget *root,
                    CircKindId kind,
                    const char *name)
{
  struct { CircKindId kind; const char *name; } wanted = { kind, name };
  gint64 end = circ_test_deadline ();
  GtkWidget *found;

  while ((found = circ_test_walk (root, is_row, &wanted)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("there is no row for %s of a %s", name, circ_kind_get (kind)->name);
      circ_test_turn ();
    }

  return found;
}

GtkWidget *
circ_test_find_input (GtkWidget *root,
                      CircKindId kind,
                      const char *name)
{
  return circ_input_get_focus (circ_field_row_get_input (CIRC_FIELD_ROW (circ_test_find_row (root, kind, name))));
}

GtkWidget *
circ_test_peek_window (const char *title)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i - 1);

      if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
        continue;
      if (title != NULL ? g_strcmp0 (gtk_window_get_title (window), title) == 0
                        : gtk_window_get_transient_for (window) != NULL)
        return GTK_WIDGET (window);
    }

  return NULL;
}

gboolean
circ_test_is_alone (gpointer unused)
{
  return circ_test_peek_window (NULL) == NULL;
}

GtkWidget *
circ_test_find_window (const char *title)
{
  gint64 end = circ_test_deadline ();
  GtkWidget *window;

  while ((window = circ_test_peek_window (title)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        {
          GListModel *toplevels = gtk_window_get_toplevels ();

          g_printerr ("there is no window “%s” among:\n", title != NULL ? title : "(newest)");
          for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
            {
              g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

              g_printerr ("  %s\n", gtk_window_get_title (other));
            }
          g_assert_not_reached ();
        }
      circ_test_turn ();
    }
  circ_test_settle (window);

  return window;
}

static gboolean
can_be_pressed (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_EXPANDER (widget) || GTK_IS_DROP_DOWN (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton")
         || (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

void
circ_test_press_button (GtkWidget *button)
{
  g_autoptr (GtkWidget) root = NULL;

  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (button)));
  g_object_ref (button);
  if (GTK_IS_MENU_BUTTON (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  else if (g_signal_lookup ("clicked", G_OBJECT_TYPE (button)) != 0)
    g_signal_emit_by_name (button, "clicked");
  else
    g_assert_true (gtk_widget_activate (button));
  g_object_unref (button);
  circ_test_settle (root);
}

typedef struct {
  const char *text;
  GtkWidget *found;
} Pressed;

/* What is called so and can be pressed, or is the words of something that can. */
static gboolean
find_pressed (GtkWidget *widget,
              gpointer user_data)
{
  Pressed *wanted = user_data;

  if (!circ_test_is_called (widget, wanted->text))
    return FALSE;
  while (widget != NULL && !can_be_pressed (widget))
    widget = gtk_widget_get_parent (widget);
  wanted->found = widget;

  return widget != NULL && gtk_widget_is_sensitive (widget);
}

void
circ_test_click (GtkWidget *root,
                 const char *text)
{
  gint64 end = circ_test_deadline ();
  Pressed wanted = { text, NULL };

  while (circ_test_walk (root, find_pressed, &wanted) == NULL)
    {
      if (g_get_monotonic_time () > end)
        {
          g_printerr ("there is nothing called “%s” to be pressed among:\n", text);
          circ_test_walk (root, print_words, NULL);
          g_assert_not_reached ();
        }
      circ_test_turn ();
    }
  circ_test_press_button (wanted.found);
}

void
circ_test_action (GtkWidget *widget,
                  const char *name,
                  const char *format,
                  ...)
{
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  g_autoptr (GVariant) parameter = NULL;

  if (format != NULL)
    {
      va_list arguments;

      va_start (arguments, format);
      parameter = g_variant_ref_sink (g_variant_new_va (format, NULL, &arguments));
      va_end (arguments);
    }
  if (!gtk_widget_activate_action_variant (widget, name, parameter))
    g_error ("%s has no action %s", G_OBJECT_TYPE_NAME (widget), name);
  circ_test_settle (root);
}
