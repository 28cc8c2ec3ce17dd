/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-input.h"

#include "circ-boolean-input.h"
#include "circ-choice-input.h"
#include "circ-date-input.h"
#include "circ-entries-row.h"
#include "circ-image-input.h"
#include "circ-long-text-input.h"
#include "circ-reference-input.h"
#include "circ-references-input.h"
#include "circ-rows-input.h"
#include "circ-set-input.h"
#include "circ-text-input.h"
#include "circ-timing-row.h"
#include "circ-when-input.h"

/* A line of text that may be longer than this is wrapped, so that all of it can be seen. */
#define WRAP_LIMIT 300

typedef struct {
  CircSession *session;   /* (owned) */
  CircRecord *record;     /* (owned) (nullable) */
  const CircField *field; /* (borrowed): catalogues are constant */
  gboolean setting;       /* a value is being shown: nothing that happens is the person's doing */
} CircInputPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CircInput, circ_input, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_FIELD,
  N_PROPS,
};

enum {
  CHANGED,
  COMMIT,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static CircInputPrivate *
get_private (CircInput *self)
{
  return circ_input_get_instance_private (self);
}

static gboolean
circ_input_grab_focus (GtkWidget *widget)
{
  GtkWidget *focus = circ_input_get_focus (CIRC_INPUT (widget));

  if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return FALSE; /* see circ-chip.c */
  return focus != NULL && focus != widget && gtk_widget_grab_focus (focus);
}

static GtkSizeRequestMode
circ_input_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
circ_input_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  CircInputPrivate *priv = get_private (CIRC_INPUT (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_FIELD:
      g_value_set_pointer (value, (gpointer) priv->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_input_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  CircInputPrivate *priv = get_private (CIRC_INPUT (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_input_dispose (GObject *object)
{
  CircInputPrivate *priv = get_private (CIRC_INPUT (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->record);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (circ_input_parent_class)->dispose (object);
}

static void
circ_input_class_init (CircInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = circ_input_dispose;
  object_class->get_property = circ_input_get_property;
  object_class->set_property = circ_input_set_property;
  widget_class->grab_focus = circ_input_grab_focus;
  widget_class->get_request_mode = circ_input_get_request_mode;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, CIRC_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_FIELD] = g_param_spec_pointer ("field", NULL, NULL,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", CIRC_TYPE_INPUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[COMMIT] = g_signal_new ("commit", CIRC_TYPE_INPUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
circ_input_init (CircInput *self)
{
}

static GType
get_type_for_field (const CircField *field)
{
  switch (field->kind)
    {
    case CIRC_FIELD_TEXT:
      return field->limit >= WRAP_LIMIT ? CIRC_TYPE_LONG_TEXT_INPUT : CIRC_TYPE_TEXT_INPUT;
    case CIRC_FIELD_LONG_TEXT:
      return CIRC_TYPE_LONG_TEXT_INPUT;
    case CIRC_FIELD_BOOLEAN:
      return CIRC_TYPE_BOOLEAN_INPUT;
    case CIRC_FIELD_DATE:
      return CIRC_TYPE_DATE_INPUT;
    case CIRC_FIELD_CHOICE:
      return CIRC_TYPE_CHOICE_INPUT;
    case CIRC_FIELD_SET:
      return CIRC_TYPE_SET_INPUT;
    case CIRC_FIELD_REFERENCE:
      return CIRC_TYPE_REFERENCE_INPUT;
    case CIRC_FIELD_REFERENCES:
      return CIRC_TYPE_REFERENCES_INPUT;
    case CIRC_FIELD_ROWS:
      if (field->rows == circ_timing_row)
        return CIRC_TYPE_WHEN_INPUT;
      if (circ_field_find (field->rows, "text") != NULL && circ_field_find (field->rows, "link") != NULL)
        return CIRC_TYPE_ENTRIES_ROW;
      return CIRC_TYPE_ROWS_INPUT;
    case CIRC_FIELD_IMAGE:
      return CIRC_TYPE_IMAGE_INPUT;
    case CIRC_FIELD_INTEGER:
    case CIRC_FIELD_MONEY:
    case CIRC_FIELD_DECIMAL:
    case CIRC_FIELD_INSTANT:
    default:
      return CIRC_TYPE_TEXT_INPUT;
    }
}

CircInput *
circ_input_new_for_field (CircSession *session,
                          const CircField *field)
{
  CircInput *self;

  g_return_val_if_fail (CIRC_IS_SESSION (session), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (get_type_for_field (field), "session", session, "field", field, NULL);
  if (field->flags & CIRC_FIELD_READ_ONLY)
    circ_input_set_editable (self, FALSE);

  return self;
}

CircSession *
circ_input_get_session (CircInput *self)
{
  g_return_val_if_fail (CIRC_IS_INPUT (self), NULL);

  return get_private (self)->session;
}

const CircField *
circ_input_get_field (CircInput *self)
{
  g_return_val_if_fail (CIRC_IS_INPUT (self), NULL);

  return get_private (self)->field;
}

void
circ_input_set_record (CircInput *self,
                       CircRecord *record)
{
  g_return_if_fail (CIRC_IS_INPUT (self));

  g_set_object (&get_private (self)->record, record);
}

CircRecord *
circ_input_get_record (CircInput *self)
{
  g_return_val_if_fail (CIRC_IS_INPUT (self), NULL);

  return get_private (self)->record;
}

void
circ_input_set_value (CircInput *self,
                      GVariant *value)
{
  CircInputPrivate *priv = get_private (self);
  g_autoptr (GVariant) held = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_return_if_fail (CIRC_IS_INPUT (self));

  priv->setting = TRUE;
  CIRC_INPUT_GET_CLASS (self)->set_value (self, held);
  priv->setting = FALSE;
}

GVariant *
circ_input_dup_value (CircInput *self,
                      GError **error)
{
  g_return_val_if_fail (CIRC_IS_INPUT (self), NULL);

  return CIRC_INPUT_GET_CLASS (self)->dup_value (self, error);
}

void
circ_input_prepare (CircInput *self,
                    CircChange *change)
{
  g_return_if_fail (CIRC_IS_INPUT (self));

  if (CIRC_INPUT_GET_CLASS (self)->prepare != NULL)
    CIRC_INPUT_GET_CLASS (self)->prepare (self, change);
}

GtkWidget *
circ_input_get_focus (CircInput *self)
{
  g_return_val_if_fail (CIRC_IS_INPUT (self), NULL);

  return CIRC_INPUT_GET_CLASS (self)->get_focus (self);
}

void
circ_input_forget_undo (CircInput *self)
{
  g_return_if_fail (CIRC_IS_INPUT (self));

  if (CIRC_INPUT_GET_CLASS (self)->forget_undo != NULL)
    CIRC_INPUT_GET_CLASS (self)->forget_undo (self);
}

void
circ_input_set_editable (CircInput *self,
                         gboolean editable)
{
  g_return_if_fail (CIRC_IS_INPUT (self));

  if (CIRC_INPUT_GET_CLASS (self)->set_editable != NULL)
    CIRC_INPUT_GET_CLASS (self)->set_editable (self, editable);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self), editable);
}

void
circ_input_emit_changed (CircInput *self)
{
  if (!get_private (self)->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
circ_input_emit_commit (CircInput *self)
{
  if (!get_private (self)->setting)
    g_signal_emit (self, signals[COMMIT], 0);
}
