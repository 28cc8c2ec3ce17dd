/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-rows-input.h"

#include <glib/gi18n-lib.h>

#include "circ-wrap-layout.h"

struct _CircRowsInput {
  CircInput parent_instance;

  GtkWidget *list;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (CircRowsInput, circ_rows_input, CIRC_TYPE_INPUT)

static GPtrArray *
get_inputs (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "inputs");
}

static GVariant *
dup_row (GtkWidget *row,
         gboolean *empty,
         GError **error)
{
  GPtrArray *inputs = get_inputs (row);
  g_auto (GVariantDict) dict;

  *empty = TRUE;
  g_variant_dict_init (&dict, NULL);
  for (guint i = 0; i < inputs->len; i++)
    {
      CircInput *input = g_ptr_array_index (inputs, i);
      g_autoptr (GError) problem = NULL;
      g_autoptr (GVariant) value = circ_input_dup_value (input, &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (value != NULL)
        {
          g_variant_dict_insert_value (&dict, circ_input_get_field (input)->name, value);
          *empty = FALSE;
        }
    }

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GVariant *
circ_rows_input_dup_value (CircInput *input,
                           GError **error)
{
  CircRowsInput *self = CIRC_ROWS_INPUT (input);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gboolean empty;
      g_autoptr (GVariant) value = dup_row (row, &empty, error);

      if (value == NULL)
        return NULL;
      if (empty)
        continue;
      g_variant_builder_add_value (&builder, value);
      n++;
    }
  if (n == 0)
    return NULL;

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
remove_cb (GtkButton *button,
           CircRowsInput *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_BOX);

  gtk_widget_grab_focus (self->add_button);
  gtk_box_remove (GTK_BOX (self->list), row);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static GtkWidget *
new_cell (CircRowsInput *self,
          CircInput *input,
          guint number)
{
  const CircField *field = circ_input_get_field (input);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (circ_field_get_title (field));
  g_autofree char *name = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), GTK_WIDGET (input));
  gtk_widget_set_hexpand (cell, field->kind != CIRC_FIELD_DATE);
  gtk_widget_set_size_request (cell, 150, -1);
  /* translators: for a screen reader: a column of a list in a form, and the number of its row */
  name = g_strdup_printf (_ ("%s, row %u"), circ_field_get_title (field), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (circ_input_get_focus (input)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return cell;
}

static GtkWidget *
append_row (CircRowsInput *self,
            GVariant *value)
{
  const CircField *field = circ_input_get_field (CIRC_INPUT (self));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GPtrArray *inputs = g_ptr_array_new ();
  guint number = 1;

  for (GtkWidget *other = gtk_widget_get_first_child (self->list); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    number++;

  gtk_widget_set_layout_manager (cells, circ_wrap_layout_new (6));
  gtk_widget_set_hexpand (cells, TRUE);
  for (const CircField *column = field->rows; column->name != NULL; column++)
    {
      CircInput *input = circ_input_new_for_field (circ_input_get_session (CIRC_INPUT (self)), column);
      g_autoptr (GVariant) cell = value != NULL ? g_variant_lookup_value (value, column->name, NULL) : NULL;

      circ_input_set_value (input, cell);
      gtk_box_append (GTK_BOX (cells), new_cell (self, input, number));
      g_ptr_array_add (inputs, input);
      g_signal_connect_object (input, "changed", G_CALLBACK (circ_input_emit_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (input, "commit", G_CALLBACK (circ_input_emit_commit), self, G_CONNECT_SWAPPED);
    }
  g_object_set_data_full (G_OBJECT (row), "inputs", inputs, (GDestroyNotify) g_ptr_array_unref);

  gtk_widget_set_tooltip_text (button, _ ("Remove This Row"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove This Row"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);

  gtk_widget_add_css_class (row, "circ-row");
  gtk_box_append (GTK_BOX (row), cells);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->list), row);
  gtk_widget_set_visible (self->list, TRUE);

  return row;
}

static void
add_cb (CircRowsInput *self)
{
  GtkWidget *row = append_row (self, NULL);

  gtk_widget_grab_focus (circ_input_get_focus (g_ptr_array_index (get_inputs (row), 0)));
}

static void
circ_rows_input_set_value (CircInput *input,
                           GVariant *value)
{
  CircRowsInput *self = CIRC_ROWS_INPUT (input);
  g_autoptr (GVariant) shown = circ_input_dup_value (input, NULL);
  GtkWidget *row;

  /* What was just saved is there already: building it again would take the focus away. */
  if (value != NULL && circ_value_equal (shown, value))
    return;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), row);
  gtk_widget_set_visible (self->list, FALSE);
  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

      append_row (self, child);
    }
}

static void
circ_rows_input_prepare (CircInput *input,
                         CircChange *change)
{
  CircRowsInput *self = CIRC_ROWS_INPUT (input);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GPtrArray *inputs = get_inputs (row);

      for (guint i = 0; i < inputs->len; i++)
        circ_input_prepare (g_ptr_array_index (inputs, i), change);
    }
}

static GtkWidget *
circ_rows_input_get_focus (CircInput *input)
{
  return CIRC_ROWS_INPUT (input)->add_button;
}

static void
circ_rows_input_class_init (CircRowsInputClass *klass)
{
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  input_class->set_value = circ_rows_input_set_value;
  input_class->dup_value = circ_rows_input_dup_value;
  input_class->prepare = circ_rows_input_prepare;
  input_class->get_focus = circ_rows_input_get_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-rows-input.ui");
  gtk_widget_class_bind_template_child (widget_class, CircRowsInput, list);
  gtk_widget_class_bind_template_child (widget_class, CircRowsInput, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
circ_rows_input_init (CircRowsInput *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
