/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-record.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#define TITLE_CHARACTERS 120 /* as much of a long text as names a record in a list */

typedef struct {
  CircRecordMeta meta;
  GVariant **values; /* (owned) one per field, NULL for no value */
} CircRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CircRecord, circ_record, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
  PROP_VERSION,
  N_OWN_PROPS,
};

static GParamSpec *own_properties[N_OWN_PROPS];

/* Field i of a kind is property FIELD_PROP + i of its class. */
#define FIELD_PROP N_OWN_PROPS

static GParamSpec *
field_pspec (const CircField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GVariantType *type = circ_field_get_value_type (field);

  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64))
    return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING_ARRAY))
    return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
  return g_param_spec_variant (field->name, NULL, NULL, type, NULL, flags);
}

static void
meta_clear (CircRecordMeta *meta)
{
  g_clear_pointer (&meta->created_at, g_free);
  g_clear_pointer (&meta->created_by, g_free);
  g_clear_pointer (&meta->updated_at, g_free);
  g_clear_pointer (&meta->updated_by, g_free);
}

static void
get_field_property (GVariant *value,
                    GValue *out)
{
  if (G_VALUE_HOLDS_STRING (out))
    g_value_set_string (out, value != NULL ? g_variant_get_string (value, NULL) : NULL);
  else if (G_VALUE_HOLDS_INT64 (out))
    g_value_set_int64 (out, value != NULL ? g_variant_get_int64 (value) : 0);
  else if (G_VALUE_HOLDS_BOOLEAN (out))
    g_value_set_boolean (out, value != NULL && g_variant_get_boolean (value));
  else if (G_VALUE_HOLDS (out, G_TYPE_STRV))
    g_value_take_boxed (out, value != NULL ? g_variant_dup_strv (value, NULL) : NULL);
  else
    g_value_set_variant (out, value);
}

static void
circ_record_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  CircRecord *self = CIRC_RECORD (object);

  if (id == PROP_ID)
    g_value_set_int64 (value, circ_record_get_id (self));
  else if (id == PROP_VERSION)
    g_value_set_int64 (value, circ_record_get_version (self));
  else
    get_field_property (circ_record_get (self, id - FIELD_PROP), value);
}

static void
circ_record_set_property (GObject *object,
                          guint id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  CircRecord *self = CIRC_RECORD (object);
  guint field = id - FIELD_PROP;
  const char *const *tokens;

  if (G_VALUE_HOLDS_STRING (value))
    circ_record_set_text (self, field, g_value_get_string (value));
  else if (G_VALUE_HOLDS_INT64 (value))
    circ_record_set_int (self, field, g_value_get_int64 (value));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    circ_record_set (self, field, g_variant_new_boolean (g_value_get_boolean (value)));
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    {
      tokens = g_value_get_boxed (value);
      circ_record_set (self, field, tokens != NULL && tokens[0] != NULL ? g_variant_new_strv (tokens, -1) : NULL);
    }
  else
    circ_record_set (self, field, g_value_get_variant (value));
}

static void
circ_record_finalize (GObject *object)
{
  CircRecord *self = CIRC_RECORD (object);
  CircRecordPrivate *priv = circ_record_get_instance_private (self);
  const CircKind *kind = CIRC_RECORD_GET_CLASS (self)->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    g_clear_pointer (&priv->values[i], g_variant_unref);
  g_free (priv->values);
  meta_clear (&priv->meta);
  G_OBJECT_CLASS (circ_record_parent_class)->finalize (object);
}

static void
circ_record_constructed (GObject *object)
{
  CircRecord *self = CIRC_RECORD (object);
  CircRecordPrivate *priv = circ_record_get_instance_private (self);

  G_OBJECT_CLASS (circ_record_parent_class)->constructed (object);
  if (priv->values == NULL)
    priv->values = g_new0 (GVariant *, CIRC_RECORD_GET_CLASS (self)->kind->n_fields);
}

static void
circ_record_class_init (CircRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = circ_record_constructed;
  object_class->finalize = circ_record_finalize;
  object_class->get_property = circ_record_get_property;
  object_class->set_property = circ_record_set_property;
  own_properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  own_properties[PROP_VERSION] = g_param_spec_int64 ("version", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_OWN_PROPS, own_properties);
}

static void
circ_record_init (CircRecord *self)
{
}

/**
 * circ_record_class_set_kind:
 *
 * For the class_init of a kind: installs one property per field of the catalogue.
 */
void
circ_record_class_set_kind (CircRecordClass *klass,
                            CircKindId id)
{
  /* GObject does not inherit these two. */
  G_OBJECT_CLASS (klass)->get_property = circ_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = circ_record_set_property;
  klass->kind = circ_kind_get (id);
  for (guint i = 0; i < klass->kind->n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), FIELD_PROP + i, field_pspec (&klass->kind->fields[i]));
}

/* Returns: (transfer full): an empty record that was never saved. */
CircRecord *
circ_record_new (CircKindId id)
{
  return g_object_new (circ_kind_get (id)->get_type (), NULL);
}

/* Returns: (transfer full): a record with the same values that was never saved (no id, no version). */
CircRecord *
circ_record_copy (CircRecord *self)
{
  const CircKind *kind = circ_record_get_kind (self);
  CircRecord *copy = circ_record_new (kind->id);

  for (guint i = 0; i < kind->n_fields; i++)
    circ_record_set (copy, i, circ_record_get (self, i));
  return copy;
}

const CircKind *
circ_record_get_kind (CircRecord *self)
{
  g_return_val_if_fail (CIRC_IS_RECORD (self), NULL);
  return CIRC_RECORD_GET_CLASS (self)->kind;
}

/* Returns: the id in the store; 0 before it is saved, negative while it waits in a change. */
gint64
circ_record_get_id (CircRecord *self)
{
  return circ_record_get_meta (self)->id;
}

gint64
circ_record_get_version (CircRecord *self)
{
  return circ_record_get_meta (self)->version;
}

/* Returns: (transfer none). */
const CircRecordMeta *
circ_record_get_meta (CircRecord *self)
{
  CircRecordPrivate *priv = circ_record_get_instance_private (self);

  return &priv->meta;
}

/* For the store, and for a copy that is shown in place of a record: what is kept beside the fields. Copies @meta. */
void
circ_record_set_meta (CircRecord *self,
                      const CircRecordMeta *meta)
{
  CircRecordPrivate *priv = circ_record_get_instance_private (self);
  gboolean moved = priv->meta.version != meta->version;

  g_return_if_fail (meta != &priv->meta);
  circ_record_set_id (self, meta->id);
  meta_clear (&priv->meta);
  priv->meta.version = meta->version;
  priv->meta.created_at = g_strdup (meta->created_at);
  priv->meta.created_by = g_strdup (meta->created_by);
  priv->meta.updated_at = g_strdup (meta->updated_at);
  priv->meta.updated_by = g_strdup (meta->updated_by);
  if (moved)
    g_object_notify_by_pspec (G_OBJECT (self), own_properties[PROP_VERSION]);
}

/* For the store only. */
void
circ_record_set_id (CircRecord *self,
                    gint64 id)
{
  CircRecordPrivate *priv = circ_record_get_instance_private (self);

  if (priv->meta.id == id)
    return;
  priv->meta.id = id;
  g_object_notify_by_pspec (G_OBJECT (self), own_properties[PROP_ID]);
}

/* Returns: (transfer none) (nullable): the value of @field, %NULL when it has none. */
GVariant *
circ_record_get (CircRecord *self,
                 guint field)
{
  CircRecordPrivate *priv = circ_record_get_instance_private (self);

  g_return_val_if_fail (field < CIRC_RECORD_GET_CLASS (self)->kind->n_fields, NULL);
  return priv->values[field];
}

/**
 * circ_record_set:
 * @value: (nullable): a value of the field's type; a floating one is consumed. %NULL clears
 *
 * Sets the object only, and notifies when it changed. A saved record is changed through a #CircChange, so that the
 * file, the history and every window follow; this is for new records and for the store itself.
 */
void
circ_record_set (CircRecord *self,
                 guint field,
                 GVariant *value)
{
  CircRecordPrivate *priv = circ_record_get_instance_private (self);
  const CircKind *kind = CIRC_RECORD_GET_CLASS (self)->kind;
  g_autoptr (GVariant) taken = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_return_if_fail (field < kind->n_fields);
  g_return_if_fail (taken == NULL || g_variant_is_of_type (taken, circ_field_get_value_type (&kind->fields[field])));
  if (circ_value_equal (priv->values[field], taken))
    return;
  g_clear_pointer (&priv->values[field], g_variant_unref);
  priv->values[field] = g_steal_pointer (&taken);
  g_object_notify (G_OBJECT (self), kind->fields[field].name);
}

/* Returns: (transfer none) (nullable): the text of a field that holds a string. */
const char *
circ_record_get_text (CircRecord *self,
                      guint field)
{
  GVariant *value = circ_record_get (self, field);

  return value != NULL ? g_variant_get_string (value, NULL) : NULL;
}

/* Returns: the number or the id in a field; 0 when it has none. */
gint64
circ_record_get_int (CircRecord *self,
                     guint field)
{
  GVariant *value = circ_record_get (self, field);

  return value != NULL ? g_variant_get_int64 (value) : 0;
}

gboolean
circ_record_get_bool (CircRecord *self,
                      guint field)
{
  GVariant *value = circ_record_get (self, field);

  return value != NULL && g_variant_get_boolean (value);
}

/* @text: (nullable): UTF-8; %NULL and "" clear. */
void
circ_record_set_text (CircRecord *self,
                      guint field,
                      const char *text)
{
  circ_record_set (self, field, text != NULL && text[0] != '\0' ? g_variant_new_string (text) : NULL);
}

/* For numbers and references; a reference to 0 clears. */
void
circ_record_set_int (CircRecord *self,
                     guint field,
                     gint64 number)
{
  gboolean none = number == 0 && circ_record_get_kind (self)->fields[field].kind == CIRC_FIELD_REFERENCE;

  circ_record_set (self, field, none ? NULL : g_variant_new_int64 (number));
}

/* Returns: (transfer full): the field as a person reads it; "" when it has no value. */
char *
circ_record_format (CircRecord *self,
                    guint field)
{
  return circ_field_format (&circ_record_get_kind (self)->fields[field], circ_record_get (self, field));
}

gboolean
circ_record_is_archived (CircRecord *self)
{
  int field = circ_record_get_kind (self)->archived_field;

  return field >= 0 && circ_record_get (self, (guint) field) != NULL;
}

/**
 * circ_record_dup_title:
 *
 * Returns: (transfer full): one line that names the record in a list, a chip or the history; never empty.
 */
char *
circ_record_dup_title (CircRecord *self)
{
  const CircKind *kind = circ_record_get_kind (self);
  g_autofree char *title = kind->dup_title != NULL ? kind->dup_title (self)
                                                   : circ_record_format (self, (guint) kind->title_field);
  char *line_end = strpbrk (title, "\r\n");

  if (line_end != NULL)
    *line_end = '\0';
  g_strstrip (title);
  if (title[0] == '\0')
    /* translators: stands for a record that has no name yet; %s is its kind, "Plan item" */
    return g_strdup_printf (_ ("%s without a name"), circ_kind_get_title (kind));
  if (g_utf8_strlen (title, -1) > TITLE_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (title, 0, TITLE_CHARACTERS - 1);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&title);
}

/**
 * circ_record_check:
 * @today: ISO date
 *
 * Says what is missing or does not fit together. Nothing of it stops the record from being saved.
 *
 * Returns: (transfer full) (element-type CircProblem): in the order of the fields; empty when all is right.
 */
GPtrArray *
circ_record_check (CircRecord *self,
                   const char *today)
{
  const CircKind *kind = circ_record_get_kind (self);
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) circ_problem_free);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CircField *field = &kind->fields[i];
      g_autofree char *message = NULL;

      if (!(field->flags & CIRC_FIELD_NEEDED) || circ_record_get (self, i) != NULL)
        continue;
      /* translators: %s is the title of a field, "To whom" */
      message = g_strdup_printf (_ ("%s is still missing."), circ_field_get_title (field));
      circ_problem_add (problems, i, message);
    }
  if (kind->check != NULL)
    kind->check (self, today, problems);
  return problems;
}
