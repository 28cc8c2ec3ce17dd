/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-choice-input.h"

#include <glib/gi18n-lib.h>

#include "circ-drop-down.h"

struct _CircChoiceInput {
  CircInput parent_instance;

  GtkWidget *drop_down;
  GPtrArray *tokens; /* (owned) (element-type utf8): of each row; "" for none */
};

G_DEFINE_FINAL_TYPE (CircChoiceInput, circ_choice_input, CIRC_TYPE_INPUT)

static void
name_button (CircChoiceInput *self)
{
  circ_drop_down_update_name (GTK_DROP_DOWN (self->drop_down),
                              circ_field_get_title (circ_input_get_field (CIRC_INPUT (self))));
}

static void
selected_cb (CircChoiceInput *self)
{
  if (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down)) == NULL)
    return;
  name_button (self);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
circ_choice_input_set_value (CircInput *input,
                             GVariant *value)
{
  CircChoiceInput *self = CIRC_CHOICE_INPUT (input);
  const char *token = value != NULL ? g_variant_get_string (value, NULL) : "";
  guint row;

  if (!g_ptr_array_find_with_equal_func (self->tokens, token, g_str_equal, &row))
    {
      GtkStringList *titles = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->drop_down)));

      /* A choice of a newer version of the program: kept, and shown as it is. */
      row = self->tokens->len;
      g_ptr_array_add (self->tokens, g_strdup (token));
      gtk_string_list_append (titles, token);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), row);
  name_button (self);
}

static GVariant *
circ_choice_input_dup_value (CircInput *input,
                             GError **error)
{
  CircChoiceInput *self = CIRC_CHOICE_INPUT (input);
  guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  const char *token = row < self->tokens->len ? g_ptr_array_index (self->tokens, row) : "";

  return *token != '\0' ? g_variant_ref_sink (g_variant_new_string (token)) : NULL;
}

static GtkWidget *
circ_choice_input_get_focus (CircInput *input)
{
  return CIRC_CHOICE_INPUT (input)->drop_down;
}

static void
circ_choice_input_constructed (GObject *object)
{
  CircChoiceInput *self = CIRC_CHOICE_INPUT (object);
  const CircField *field = circ_input_get_field (CIRC_INPUT (self));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  G_OBJECT_CLASS (circ_choice_input_parent_class)->constructed (object);

  gtk_string_list_append (titles, _ ("Not set"));
  g_ptr_array_add (self->tokens, g_strdup (""));
  for (const CircChoice *choice = field->choices; choice != NULL && choice->token != NULL; choice++)
    {
      gtk_string_list_append (titles, circ_field_get_choice_title (field, choice->token));
      g_ptr_array_add (self->tokens, g_strdup (choice->token));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (titles));
  name_button (self);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
circ_choice_input_finalize (GObject *object)
{
  g_ptr_array_unref (CIRC_CHOICE_INPUT (object)->tokens);

  G_OBJECT_CLASS (circ_choice_input_parent_class)->finalize (object);
}

static void
circ_choice_input_class_init (CircChoiceInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_choice_input_constructed;
  object_class->finalize = circ_choice_input_finalize;
  input_class->set_value = circ_choice_input_set_value;
  input_class->dup_value = circ_choice_input_dup_value;
  input_class->get_focus = circ_choice_input_get_focus;
}

static void
circ_choice_input_init (CircChoiceInput *self)
{
  self->tokens = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = circ_drop_down_new ();
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
}
