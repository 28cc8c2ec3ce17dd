/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-image-input.h"

#include <glib/gi18n-lib.h>

#include "circ-dialogs.h"

/* A logo of more than this would swell every document that bears it. */
#define BYTES_MAX (5 * 1024 * 1024)

struct _CircImageInput {
  CircInput parent_instance;

  GtkWidget *picture;
  GtkWidget *frame;
  GtkWidget *problem;
  GtkWidget *choose_button;
  GtkWidget *remove_button;

  GBytes *bytes; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CircImageInput, circ_image_input, CIRC_TYPE_INPUT)

static const CircFileType file_types[] = {
  { N_ ("Pictures (PNG, SVG)"), { "*.png", "*.svg", "*.PNG", "*.SVG" } },
  { NULL },
};

static void
show_problem (CircImageInput *self,
              const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

static void
show (CircImageInput *self,
      GdkTexture *texture)
{
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->frame, texture != NULL);
  gtk_widget_set_visible (self->remove_button, texture != NULL);
  gtk_button_set_label (GTK_BUTTON (self->choose_button),
                        texture != NULL ? _ ("Choose Another…") : _ ("Choose a Picture…"));
}

static void
take_bytes (CircImageInput *self,
            GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      g_debug ("picture: %s", error->message);
      show_problem (self, _ ("This file is not a picture that can be shown. Choose a PNG or SVG file."));
      return;
    }
  show_problem (self, NULL);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);
  show (self, texture);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
read_file (CircImageInput *self,
           GFile *file)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  if (bytes == NULL)
    show_problem (self, _ ("This file cannot be read."));
  else if (g_bytes_get_size (bytes) > BYTES_MAX)
    show_problem (self, _ ("This picture is larger than 5 MB. Choose a smaller one."));
  else
    take_bytes (self, bytes);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (CircImageInput) self = user_data;
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  if (file != NULL)
    read_file (self, file);
}

static void
choose_cb (CircImageInput *self)
{
  circ_choose_file_to_open_async (GTK_WIDGET (self), _ ("Choose a Picture"), file_types, NULL, chosen_cb,
                                  g_object_ref (self));
}

static void
remove_cb (CircImageInput *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  show_problem (self, NULL);
  gtk_widget_grab_focus (self->choose_button);
  show (self, NULL);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

/* Beside the file chooser, for tests and scripts. */
static void
choose_from_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  read_file (CIRC_IMAGE_INPUT (widget), file);
}

static void
circ_image_input_set_value (CircInput *input,
                            GVariant *value)
{
  CircImageInput *self = CIRC_IMAGE_INPUT (input);
  g_autoptr (GdkTexture) texture = NULL;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  if (value != NULL)
    self->bytes = g_variant_get_data_as_bytes (value);
  if (self->bytes != NULL)
    texture = gdk_texture_new_from_bytes (self->bytes, NULL);
  show_problem (self, self->bytes != NULL && texture == NULL ? _ ("This picture cannot be shown.") : NULL);
  show (self, texture);
}

static GVariant *
circ_image_input_dup_value (CircInput *input,
                            GError **error)
{
  CircImageInput *self = CIRC_IMAGE_INPUT (input);

  if (self->bytes == NULL)
    return NULL;

  return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, self->bytes, TRUE));
}

static GtkWidget *
circ_image_input_get_focus (CircInput *input)
{
  return CIRC_IMAGE_INPUT (input)->choose_button;
}

static void
circ_image_input_finalize (GObject *object)
{
  g_clear_pointer (&CIRC_IMAGE_INPUT (object)->bytes, g_bytes_unref);

  G_OBJECT_CLASS (circ_image_input_parent_class)->finalize (object);
}

static void
circ_image_input_class_init (CircImageInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->finalize = circ_image_input_finalize;
  input_class->set_value = circ_image_input_set_value;
  input_class->dup_value = circ_image_input_dup_value;
  input_class->get_focus = circ_image_input_get_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-image-input.ui");
  gtk_widget_class_bind_template_child (widget_class, CircImageInput, picture);
  gtk_widget_class_bind_template_child (widget_class, CircImageInput, frame);
  gtk_widget_class_bind_template_child (widget_class, CircImageInput, problem);
  gtk_widget_class_bind_template_child (widget_class, CircImageInput, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CircImageInput, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_install_action (widget_class, "image.choose-from", "s", choose_from_cb);
}

static void
circ_image_input_init (CircImageInput *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self, NULL);
}
