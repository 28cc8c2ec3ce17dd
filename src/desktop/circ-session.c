/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-session.h"

#include "circ-date.h"
#include "circ-follow.h"
#include "circ-store-names.h"

/* A minute late at midnight is nobody's loss; a timer until midnight would be hours late after a suspend. */
#define TODAY_INTERVAL_SECONDS 60
#define RETRY_INTERVAL_SECONDS 3
/* A window that stands still for longer looks broken; what could not be saved is tried again anyway. */
#define PATIENCE_MS 200

struct _CircSession {
  GObject parent_instance;

  CircStore *store; /* (owned) */
  char *today;
  char *trouble;
  CircMatcher *names; /* (owned) (nullable): read when first asked for */
  guint today_source;
  guint retry_source;
  gpointer place; /* (nullable) weak */
  guint failures; /* since the last "retry" */
};

G_DEFINE_FINAL_TYPE (CircSession, circ_session, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_STORE,
  PROP_TODAY,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
  PROP_TROUBLE,
  N_PROPS,
};

enum {
  DONE,
  MESSAGE,
  PROBLEM,
  RETRY,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_trouble (CircSession *self,
             const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TROUBLE]);
}

static gboolean
retry_cb (gpointer user_data)
{
  CircSession *self = user_data;
  g_autoptr (CircSession) alive = g_object_ref (self);

  self->failures = 0;
  g_signal_emit (self, signals[RETRY], 0);
  if (self->failures > 0)
    return G_SOURCE_CONTINUE;

  /* All of it could be saved, or nobody has anything pending any more. */
  self->retry_source = 0;
  if (!circ_store_get_moved (self->store))
    set_trouble (self, NULL);

  return G_SOURCE_REMOVE;
}

/* Whether @error stands in the way of every change, not of this one. */
static gboolean
is_lasting (const GError *error)
{
  if (error->domain != CIRC_STORE_ERROR)
    return FALSE;

  switch ((CircStoreErrorCode) error->code)
    {
    case CIRC_STORE_ERROR_DENIED:
    case CIRC_STORE_ERROR_READ_ONLY:
    case CIRC_STORE_ERROR_FULL:
    case CIRC_STORE_ERROR_BUSY:
    case CIRC_STORE_ERROR_CORRUPT:
    case CIRC_STORE_ERROR_FAILED:
    case CIRC_STORE_ERROR_MOVED:
      return TRUE;
    case CIRC_STORE_ERROR_NOT_FOUND:
    case CIRC_STORE_ERROR_EXISTS:
    case CIRC_STORE_ERROR_FOREIGN:
    case CIRC_STORE_ERROR_TOO_NEW:
    case CIRC_STORE_ERROR_CONFLICT:
    case CIRC_STORE_ERROR_CONSTRAINT:
    case CIRC_STORE_ERROR_NOTHING:
    default:
      return FALSE;
    }
}

static gboolean
apply (CircSession *self,
       CircChange *change,
       GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (circ_store_apply (self->store, change, &problem))
    {
      if (self->retry_source == 0)
        set_trouble (self, NULL);
      return TRUE;
    }

  circ_session_note_failure (self, problem);
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

static gboolean
today_cb (gpointer user_data)
{
  CircSession *self = user_data;
  g_autofree char *today = circ_date_today ();

  if (g_strcmp0 (today, self->today) != 0)
    {
      g_free (self->today);
      self->today = g_steal_pointer (&today);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TODAY]);
    }

  return G_SOURCE_CONTINUE;
}

/* Before anybody tries to save, and again when it is back: then what is pending is tried at once. */
static void
moved_cb (CircSession *self)
{
  g_autoptr (CircSession) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (!circ_store_check_place (self->store, &error))
    {
      set_trouble (self, error->message);
      return;
    }
  set_trouble (self, NULL);
  g_signal_emit (self, signals[RETRY], 0);
}

static void
store_changed_cb (CircSession *self)
{
  g_clear_pointer (&self->names, circ_matcher_free);
}

static void
undo_title_cb (CircSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_TITLE]);
}

static void
redo_title_cb (CircSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_TITLE]);
}

static void
circ_session_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  CircSession *self = CIRC_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_TODAY:
      g_value_set_string (value, self->today);
      break;
    case PROP_UNDO_TITLE:
      g_value_set_string (value, circ_store_get_undo_title (self->store));
      break;
    case PROP_REDO_TITLE:
      g_value_set_string (value, circ_store_get_redo_title (self->store));
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_session_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  CircSession *self = CIRC_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
circ_session_constructed (GObject *object)
{
  CircSession *self = CIRC_SESSION (object);

  G_OBJECT_CLASS (circ_session_parent_class)->constructed (object);

  circ_store_set_patience (self->store, PATIENCE_MS);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::undo-title", G_CALLBACK (undo_title_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::redo-title", G_CALLBACK (redo_title_cb), self, G_CONNECT_SWAPPED);
}

static void
circ_session_dispose (GObject *object)
{
  CircSession *self = CIRC_SESSION (object);

  g_clear_handle_id (&self->today_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_weak_pointer (&self->place);
  g_clear_pointer (&self->names, circ_matcher_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (circ_session_parent_class)->dispose (object);
}

static void
circ_session_finalize (GObject *object)
{
  CircSession *self = CIRC_SESSION (object);

  g_free (self->today);
  g_free (self->trouble);

  G_OBJECT_CLASS (circ_session_parent_class)->finalize (object);
}

static void
circ_session_class_init (CircSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = circ_session_constructed;
  object_class->dispose = circ_session_dispose;
  object_class->finalize = circ_session_finalize;
  object_class->get_property = circ_session_get_property;
  object_class->set_property = circ_session_set_property;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, CIRC_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TODAY] = g_param_spec_string ("today", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_UNDO_TITLE] =
    g_param_spec_string ("undo-title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_REDO_TITLE] =
    g_param_spec_string ("redo-title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[DONE] = g_signal_new ("done", CIRC_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MESSAGE] = g_signal_new ("message", CIRC_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROBLEM] = g_signal_new ("problem", CIRC_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[RETRY] = g_signal_new ("retry", CIRC_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
circ_session_init (CircSession *self)
{
  const char *fixed = g_getenv ("CIRC_TODAY");

  if (fixed != NULL && circ_date_is_valid (fixed))
    {
      self->today = g_strdup (fixed);
      return;
    }
  self->today = circ_date_today ();
  self->today_source = g_timeout_add_seconds (TODAY_INTERVAL_SECONDS, today_cb, self);
}

CircSession *
circ_session_new (CircStore *store)
{
  circ_follow_attach (store);
  return g_object_new (CIRC_TYPE_SESSION, "store", store, NULL);
}

CircStore *
circ_session_get_store (CircSession *self)
{
  g_return_val_if_fail (CIRC_IS_SESSION (self), NULL);

  return self->store;
}

const char *
circ_session_get_today (CircSession *self)
{
  g_return_val_if_fail (CIRC_IS_SESSION (self), NULL);

  return self->today;
}

gboolean
circ_session_get_read_only (CircSession *self)
{
  g_return_val_if_fail (CIRC_IS_SESSION (self), TRUE);

  return circ_store_get_read_only (self->store);
}

const char *
circ_session_get_trouble (CircSession *self)
{
  g_return_val_if_fail (CIRC_IS_SESSION (self), NULL);

  return self->trouble;
}

gboolean
circ_session_apply (CircSession *self,
                    CircChange *change)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (self), FALSE);

  if (circ_session_try (self, change, &error))
    return TRUE;
  g_signal_emit (self, signals[PROBLEM], 0, error);
  return FALSE;
}

gboolean
circ_session_try (CircSession *self,
                  CircChange *change,
                  GError **error)
{
  g_return_val_if_fail (CIRC_IS_SESSION (self), FALSE);

  if (!apply (self, change, error))
    return FALSE;
  circ_session_announce (self, circ_change_get_title (change));
  return TRUE;
}

gboolean
circ_session_apply_quietly (CircSession *self,
                            CircChange *change,
                            GError **error)
{
  g_return_val_if_fail (CIRC_IS_SESSION (self), FALSE);

  return apply (self, change, error);
}

gboolean
circ_session_set_field (CircSession *self,
                        CircRecord *record,
                        guint field,
                        GVariant *value,
                        GError **error)
{
  g_autoptr (GVariant) held = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autoptr (CircChange) change = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (self), FALSE);
  g_return_val_if_fail (CIRC_IS_RECORD (record), FALSE);

  if (circ_value_equal (circ_record_get (record, field), held))
    return TRUE;

  title = circ_session_dup_field_title (self, record, field);
  change = circ_change_new (title);
  circ_change_set (change, record, field, held);

  return apply (self, change, error);
}

void
circ_session_set_place (CircSession *self,
                        gpointer window)
{
  g_return_if_fail (CIRC_IS_SESSION (self));
  g_set_weak_pointer (&self->place, window);
}

gpointer
circ_session_get_place (CircSession *self)
{
  g_return_val_if_fail (CIRC_IS_SESSION (self), NULL);
  return self->place;
}

void
circ_session_announce (CircSession *self,
                       const char *title)
{
  g_return_if_fail (CIRC_IS_SESSION (self));

  g_signal_emit (self, signals[DONE], 0, title);
}

void
circ_session_tell (CircSession *self,
                   const char *text)
{
  g_return_if_fail (CIRC_IS_SESSION (self));

  g_signal_emit (self, signals[MESSAGE], 0, text);
}

void
circ_session_report (CircSession *self,
                     const GError *error)
{
  g_return_if_fail (CIRC_IS_SESSION (self));

  g_signal_emit (self, signals[PROBLEM], 0, error);
}

void
circ_session_note_failure (CircSession *self,
                           const GError *error)
{
  g_return_if_fail (CIRC_IS_SESSION (self));
  g_return_if_fail (error != NULL);

  if (!is_lasting (error))
    return;
  self->failures++;
  set_trouble (self, error->message);
  if (self->retry_source == 0)
    self->retry_source = g_timeout_add_seconds (RETRY_INTERVAL_SECONDS, retry_cb, self);
}

void
circ_session_fail (CircSession *self,
                   const GError *error)
{
  circ_session_report (self, error);
  circ_session_note_failure (self, error);
}

CircMatcher *
circ_session_get_names (CircSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CIRC_IS_SESSION (self), NULL);

  if (self->names == NULL)
    self->names = circ_store_read_names (self->store, &error);
  if (self->names == NULL)
    {
      g_debug ("names cannot be read: %s", error->message);
      self->names = circ_matcher_new (NULL);
    }

  return self->names;
}
