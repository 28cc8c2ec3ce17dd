/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-set-input.h"

#include <glib/gi18n-lib.h>

#include "circ-check-button.h"


struct _CircSetInput {
  CircInput parent_instance;

  GtkWidget *button;
  GtkWidget *summary;
  GtkWidget *popover;
  GtkWidget *list;
  GStrv kept;       /* tokens that this version does not know, kept as they are */
  gboolean changed; /* since the popover opened */
};

G_DEFINE_FINAL_TYPE (CircSetInput, circ_set_input, CIRC_TYPE_INPUT)

static const char *
get_token (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "token");
}

static GVariant *
circ_set_input_dup_value (CircInput *input,
                          GError **error)
{
  CircSetInput *self = CIRC_SET_INPUT (input);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tokens = NULL;

  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_strv_builder_add (builder, get_token (check));
  g_strv_builder_addv (builder, (const char **) self->kept);
  tokens = g_strv_builder_end (builder);

  return *tokens != NULL ? g_variant_ref_sink (g_variant_new_strv ((const char *const *) tokens, -1)) : NULL;
}

static void
update_summary (CircSetInput *self)
{
  const CircField *field = circ_input_get_field (CIRC_INPUT (self));
  g_autoptr (GVariant) value = circ_set_input_dup_value (CIRC_INPUT (self), NULL);
  g_autofree char *text = circ_field_format (field, value);
  gboolean empty = text == NULL || *text == '\0';
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (self->summary), empty ? _ ("None chosen") : text);
  if (empty)
    gtk_widget_add_css_class (self->summary, "dim-label");
  else
    gtk_widget_remove_css_class (self->summary, "dim-label");
  name = g_strdup_printf (_ ("%s: %s"), circ_field_get_title (field), gtk_label_get_text (GTK_LABEL (self->summary)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
toggled_cb (CircSetInput *self)
{
  self->changed = TRUE;
  update_summary (self);
  circ_input_emit_changed (CIRC_INPUT (self));
}

/* Several ticks are one change. */
static void
closed_cb (CircSetInput *self)
{
  if (self->changed)
    circ_input_emit_commit (CIRC_INPUT (self));
  self->changed = FALSE;
}

static void
circ_set_input_set_value (CircInput *input,
                          GVariant *value)
{
  CircSetInput *self = CIRC_SET_INPUT (input);
  const CircField *field = circ_input_get_field (input);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_autofree const char **tokens = NULL;

  if (value != NULL)
    tokens = g_variant_get_strv (value, NULL);
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 tokens != NULL && g_strv_contains (tokens, get_token (check)));
  for (guint i = 0; tokens != NULL && tokens[i] != NULL; i++)
    if (circ_field_find_choice (field, tokens[i]) == NULL)
      g_strv_builder_add (kept, tokens[i]);
  g_strfreev (self->kept);
  self->kept = g_strv_builder_end (kept);
  self->changed = FALSE;
  update_summary (self);
}

static GtkWidget *
circ_set_input_get_focus (CircInput *input)
{
  return CIRC_SET_INPUT (input)->button;
}

static void
circ_set_input_constructed (GObject *object)
{
  CircSetInput *self = CIRC_SET_INPUT (object);
  const CircField *field = circ_input_get_field (CIRC_INPUT (self));

  G_OBJECT_CLASS (circ_set_input_parent_class)->constructed (object);

  for (const CircChoice *choice = field->choices; choice != NULL && choice->token != NULL; choice++)
    {
      GtkWidget *check = circ_check_button_new (circ_field_get_choice_title (field, choice->token));

      g_object_set_data (G_OBJECT (check), "token", (gpointer) choice->token);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->list), check);
    }
  update_summary (self);
}

static void
circ_set_input_finalize (GObject *object)
{
  g_strfreev (CIRC_SET_INPUT (object)->kept);

  G_OBJECT_CLASS (circ_set_input_parent_class)->finalize (object);
}

static void
circ_set_input_class_init (CircSetInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_set_input_constructed;
  object_class->finalize = circ_set_input_finalize;
  input_class->set_value = circ_set_input_set_value;
  input_class->dup_value = circ_set_input_dup_value;
  input_class->get_focus = circ_set_input_get_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-set-input.ui");
  gtk_widget_class_bind_template_child (widget_class, CircSetInput, button);
  gtk_widget_class_bind_template_child (widget_class, CircSetInput, summary);
  gtk_widget_class_bind_template_child (widget_class, CircSetInput, popover);
  gtk_widget_class_bind_template_child (widget_class, CircSetInput, list);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static GtkSizeRequestMode
request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A menu button of GTK 4.8 is as high as one line, whatever its child: ask the button inside of it. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *button = CIRC_SET_INPUT (widget)->button;

  gtk_widget_measure (gtk_widget_get_first_child (button), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
allocate (GtkWidget *widget,
          int width,
          int height,
          int baseline)
{
  gtk_widget_allocate (CIRC_SET_INPUT (widget)->button, width, height, baseline, NULL);
}

static void
circ_set_input_init (CircSetInput *self)
{
  self->kept = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (request_mode, measure, allocate));
  /* The button puts what it holds in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->summary), GTK_ALIGN_FILL);
}
