/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-references-input.h"

#include <glib/gi18n-lib.h>

#include "circ-chip.h"
#include "circ-chooser-popover.h"
#include "circ-look.h"
#include "circ-wrap-layout.h"

struct _CircReferencesInput {
  CircInput parent_instance;

  GtkWidget *box;
  GtkWidget *add_button;
  GtkWidget *popover; /* (owned) by the button; made when it is first opened */

  GArray *ids;      /* (owned) gint64 */
  GPtrArray *fresh; /* (owned) CircRecord: added by typing, saved with the value after the ids */
};

G_DEFINE_FINAL_TYPE (CircReferencesInput, circ_references_input, CIRC_TYPE_INPUT)

static void rebuild (CircReferencesInput *self);

static void
finish (CircReferencesInput *self)
{
  rebuild (self);
  circ_input_emit_changed (CIRC_INPUT (self));
  circ_input_emit_commit (CIRC_INPUT (self));
}

static void
remove_cb (CircChip *chip,
           CircReferencesInput *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "index"));

  gtk_widget_grab_focus (self->add_button);
  if (index < self->ids->len)
    g_array_remove_index (self->ids, index);
  else
    g_ptr_array_remove_index (self->fresh, index - self->ids->len);
  finish (self);
}

static void
append_chip (CircReferencesInput *self,
             const char *title,
             const CircKind *kind,
             gboolean retired,
             guint index)
{
  GtkWidget *chip = circ_chip_new (title);

  g_object_set_data (G_OBJECT (chip), "index", GUINT_TO_POINTER (index));
  circ_chip_set_retired (CIRC_CHIP (chip), retired);
  circ_chip_set_note (CIRC_CHIP (chip), retired ? _ ("retired") : NULL);
  if (kind != NULL)
    circ_chip_set_meaning (CIRC_CHIP (chip), circ_look_get_kind_icon (kind->id), circ_kind_get_title (kind));
  g_signal_connect_object (chip, "remove", G_CALLBACK (remove_cb), self, 0);
  gtk_widget_insert_before (chip, self->box, self->add_button);
}

static void
rebuild (CircReferencesInput *self)
{
  CircSession *session = circ_input_get_session (CIRC_INPUT (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != self->add_button)
    gtk_widget_unparent (child);
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);
      g_autofree char *title = circ_session_dup_title (session, id);

      append_chip (self, title, circ_store_get_kind_of (circ_session_get_store (session), id, NULL),
                   circ_session_is_put_away (session, id), i);
    }
  for (guint i = 0; i < self->fresh->len; i++)
    {
      CircRecord *record = g_ptr_array_index (self->fresh, i);
      g_autofree char *title = circ_record_dup_title (record);

      append_chip (self, title, circ_record_get_kind (record), FALSE, self->ids->len + i);
    }
}

/* What the chips stand for may have been retired, or brought back, while they were on show. */
static void
store_changed_cb (CircReferencesInput *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->box);

  for (guint i = 0; i < self->ids->len && CIRC_IS_CHIP (chip); i++, chip = gtk_widget_get_next_sibling (chip))
    {
      gboolean retired = circ_session_is_put_away (circ_input_get_session (CIRC_INPUT (self)),
                                                   g_array_index (self->ids, gint64, i));

      circ_chip_set_retired (CIRC_CHIP (chip), retired);
      circ_chip_set_note (CIRC_CHIP (chip), retired ? _ ("retired") : NULL);
    }
}

static void
chosen_cb (CircReferencesInput *self,
           gint64 id)
{
  g_array_append_val (self->ids, id);
  finish (self);
  gtk_widget_grab_focus (self->add_button);
}

static void
add_cb (CircReferencesInput *self,
        int kind,
        const char *words)
{
  g_ptr_array_add (self->fresh, circ_session_new_record (circ_input_get_session (CIRC_INPUT (self)), kind, words));
  finish (self);
  gtk_widget_grab_focus (self->add_button);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer user_data)
{
  CircReferencesInput *self = user_data;

  if (self->popover == NULL)
    {
      self->popover = circ_chooser_popover_new (circ_input_get_session (CIRC_INPUT (self)));
      circ_chooser_popover_set_kinds (CIRC_CHOOSER_POPOVER (self->popover),
                                      circ_input_get_field (CIRC_INPUT (self))->targets);
      g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->popover, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->popover);
    }
  circ_chooser_popover_set_excluded (CIRC_CHOOSER_POPOVER (self->popover), self->ids);
}

static void
circ_references_input_set_value (CircInput *input,
                                 GVariant *value)
{
  CircReferencesInput *self = CIRC_REFERENCES_INPUT (input);
  gsize n = 0;
  const gint64 *ids = value != NULL ? g_variant_get_fixed_array (value, &n, sizeof (gint64)) : NULL;
  g_autoptr (GVariant) shown = circ_input_dup_value (input, NULL);
  /* What was just saved is there already: building it again would take the focus away. */
  gboolean same = circ_value_equal (shown, value);

  g_array_set_size (self->ids, 0);
  g_ptr_array_set_size (self->fresh, 0);
  if (n > 0)
    g_array_append_vals (self->ids, ids, n);
  if (!same)
    rebuild (self);
}

static GVariant *
circ_references_input_dup_value (CircInput *input,
                                 GError **error)
{
  CircReferencesInput *self = CIRC_REFERENCES_INPUT (input);
  g_autoptr (GArray) all = g_array_copy (self->ids);

  for (guint i = 0; i < self->fresh->len; i++)
    {
      gint64 id = circ_record_get_id (g_ptr_array_index (self->fresh, i));

      g_array_append_val (all, id);
    }
  if (all->len == 0)
    return NULL;

  return g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, all->data, all->len, sizeof (gint64)));
}

static void
circ_references_input_prepare (CircInput *input,
                               CircChange *change)
{
  CircReferencesInput *self = CIRC_REFERENCES_INPUT (input);

  for (guint i = 0; i < self->fresh->len; i++)
    {
      CircRecord *record = g_ptr_array_index (self->fresh, i);

      if (circ_record_get_id (record) <= 0)
        circ_change_insert (change, record);
    }
}

static GtkWidget *
circ_references_input_get_focus (CircInput *input)
{
  return CIRC_REFERENCES_INPUT (input)->add_button;
}

static void
circ_references_input_constructed (GObject *object)
{
  CircReferencesInput *self = CIRC_REFERENCES_INPUT (object);
  g_autofree char *name = NULL;

  G_OBJECT_CLASS (circ_references_input_parent_class)->constructed (object);
  g_signal_connect_object (circ_session_get_store (circ_input_get_session (CIRC_INPUT (self))), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  /* translators: a button beside the chips of a field; %s is the label of the field, such as Key messages */
  name = g_strdup_printf (_ ("Add to %s"), circ_field_get_title (circ_input_get_field (CIRC_INPUT (self))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->add_button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
circ_references_input_finalize (GObject *object)
{
  CircReferencesInput *self = CIRC_REFERENCES_INPUT (object);

  g_array_unref (self->ids);
  g_ptr_array_unref (self->fresh);

  G_OBJECT_CLASS (circ_references_input_parent_class)->finalize (object);
}

static void
circ_references_input_class_init (CircReferencesInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_references_input_constructed;
  object_class->finalize = circ_references_input_finalize;
  input_class->set_value = circ_references_input_set_value;
  input_class->dup_value = circ_references_input_dup_value;
  input_class->prepare = circ_references_input_prepare;
  input_class->get_focus = circ_references_input_get_focus;

  g_type_ensure (CIRC_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-references-input.ui");
  gtk_widget_class_bind_template_child (widget_class, CircReferencesInput, box);
  gtk_widget_class_bind_template_child (widget_class, CircReferencesInput, add_button);
}

static void
circ_references_input_init (CircReferencesInput *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add_button), create_popover_cb, self, NULL);
}
