/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-store-private.h"

#include "circ-date.h"

#include "circ-backup.h"
#include "circ-file.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

G_DEFINE_FINAL_TYPE (CircStore, circ_store, G_TYPE_OBJECT)

enum {
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_PERSON,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
  PROP_MOVED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
circ_store_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  CircStore *self = CIRC_STORE (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_UNDO_TITLE:
      g_value_set_string (value, self->undo_title);
      break;
    case PROP_REDO_TITLE:
      g_value_set_string (value, self->redo_title);
      break;
    case PROP_MOVED:
      g_value_set_boolean (value, self->moved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
circ_store_dispose (GObject *object)
{
  CircStore *self = CIRC_STORE (object);

  circ_watch_stop (self);
  circ_live_clear (self);
  G_OBJECT_CLASS (circ_store_parent_class)->dispose (object);
}

static void
circ_store_finalize (GObject *object)
{
  CircStore *self = CIRC_STORE (object);

  g_clear_pointer (&self->crew, circ_crew_dismiss);
  /* Before the texts of its statements, which its cache knows by address. */
  if (self->db != NULL)
    circ_place_close (self);
  for (guint i = 0; i < CIRC_N_KINDS; i++)
    g_clear_pointer (&self->row_sql[i], circ_row_sql_free);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->titles);
  g_free (self->path);
  g_free (self->person);
  g_free (self->clock);
  g_free (self->undo_title);
  g_free (self->redo_title);
  G_OBJECT_CLASS (circ_store_parent_class)->finalize (object);
}

static void
circ_store_class_init (CircStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = circ_store_get_property;
  object_class->dispose = circ_store_dispose;
  object_class->finalize = circ_store_finalize;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);
  properties[PROP_UNDO_TITLE] = g_param_spec_string ("undo-title", NULL, NULL, NULL, flags);
  properties[PROP_REDO_TITLE] = g_param_spec_string ("redo-title", NULL, NULL, NULL, flags);
  properties[PROP_MOVED] = g_param_spec_boolean ("moved", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * CircStore::changed:
   * @ids: (element-type gint64) (nullable): sorted; NULL when anything may have changed
   */
  changed_signal = g_signal_new ("changed", CIRC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_ARRAY);
}

static void
circ_store_init (CircStore *self)
{
  self->thread = g_thread_self ();
  circ_live_init (self);
}

static char *
dup_real_name (void)
{
  const char *name = g_get_real_name ();

  /* GLib's word for a user without an entry. */
  if (name == NULL || name[0] == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  return g_utf8_make_valid (name, -1);
}

/* What the store knows of the file when it starts. */
static gboolean
read_state (CircStore *self,
            GError **error)
{
  return circ_db_query_int (self->db, "PRAGMA data_version", &self->data_version, error)
         && circ_db_query_int (self->db, "SELECT max (id) FROM change", &self->last_change, error)
         && circ_store_refresh_undo (self, error);
}

/**
 * circ_store_open:
 * @path: a file name
 * @person: (nullable): whose name the history shows
 *
 * Returns: (transfer full) (nullable): the open file. A file that cannot be opened is left as it was.
 */
CircStore *
circ_store_open (const char *path,
                 CircStoreOpenFlags flags,
                 const char *person,
                 GError **error)
{
  g_autoptr (CircStore) self = NULL;
  g_autofree char *full_path = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  full_path = g_canonicalize_filename (path, NULL);
  if (sodium_init () < 0)
    {
      g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_FAILED,
                           _ ("This computer gives no random numbers, so no file can be kept safely."));
      return NULL;
    }
  if ((flags & CIRC_STORE_OPEN_CREATE) && !circ_file_create (full_path, error))
    return NULL;
  self = g_object_new (CIRC_TYPE_STORE, NULL);
  self->path = g_strdup (full_path);
  self->person = person != NULL ? g_strdup (person) : dup_real_name ();
  self->damaged = (flags & CIRC_STORE_OPEN_DAMAGED) != 0;
  self->read_only = self->damaged;
  self->db = self->damaged ? circ_file_open_damaged (full_path, error)
                           : circ_file_open (full_path, flags, &self->read_only, error);
  /* A new file that could only be read would stay without its content. */
  if (self->db == NULL || !read_state (self, error) || !circ_sweep_resume (self, error)
      || (self->damaged && !circ_check_readable (self, error))
      || ((flags & CIRC_STORE_OPEN_CREATE) && !circ_store_check_writable (self, error)))
    {
      g_clear_object (&self);
      if (flags & CIRC_STORE_OPEN_CREATE)
        circ_file_remove (full_path);
      return NULL;
    }
  /* Everything is in order: what a killed program left in the log goes into the file when this is closed. */
  if (!self->read_only)
    circ_db_keep_wal (self->db, FALSE);
  circ_watch_start (self);
  return g_steal_pointer (&self);
}

const char *
circ_store_get_path (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  return self->path;
}

gboolean
circ_store_get_read_only (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), TRUE);
  return self->read_only;
}

const char *
circ_store_get_person (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  return self->person;
}

const char *
circ_store_get_undo_title (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  return self->undo_title;
}

const char *
circ_store_get_redo_title (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  return self->redo_title;
}

gboolean
circ_store_get_damaged (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  return self->damaged;
}

const char *
circ_store_get_warning (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), NULL);
  return circ_db_get_warning (self->db);
}

gboolean
circ_store_get_moved (CircStore *self)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  return self->moved;
}

void
circ_store_set_clock (CircStore *self,
                      const char *instant)
{
  g_return_if_fail (CIRC_IS_STORE (self));
  g_free (self->clock);
  self->clock = g_strdup (instant);
}

void
circ_store_set_patience (CircStore *self,
                         int milliseconds)
{
  g_return_if_fail (CIRC_IS_STORE (self));
  circ_db_set_patience (self->db, milliseconds);
}

char *
circ_store_dup_now (CircStore *self)
{
  return self->clock != NULL ? g_strdup (self->clock) : circ_instant_now ();
}

char *
circ_store_dup_today (CircStore *self)
{
  g_autofree char *now = circ_store_dup_now (self);
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) local = instant != NULL ? g_date_time_to_local (instant) : g_date_time_new_now_local ();

  return g_date_time_format (local, "%Y-%m-%d");
}

/* The year of the local day, which is what references carry. */
int
circ_store_get_year (CircStore *self)
{
  g_autofree char *today = circ_store_dup_today (self);

  return (int) g_ascii_strtoll (today, NULL, 10);
}

/* Looked for among the last thousand changes: to read a million takes a second, and after a thousand more the clock has
 * been wrong for so long that the new instants are the rule. Texts of one shape, whose order is that of time. */
#define LATEST_INSTANT "SELECT max (at) FROM (SELECT at FROM change ORDER BY id DESC LIMIT 1000)"
#define CLOCK_TOLERANCE 60 /* seconds: clocks are put right by a few of them all the time */

static gint64
to_seconds (const char *instant)
{
  g_autoptr (GDateTime) time = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/**
 * circ_store_get_clock_behind:
 * @latest: (out) (optional) (transfer full): the instant that the file knows of already, ISO 8601; NULL when all is well
 *
 * Whether this computer's clock shows a time before changes that are in the file: somebody set it back, or it was ahead
 * when they were made. Changes are taken all the same, and their order stays that in which they came.
 */
gboolean
circ_store_get_clock_behind (CircStore *self,
                             char **latest)
{
  g_autofree char *now = NULL;
  g_autofree char *newest = NULL;
  g_autoptr (CircStatement) statement = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  now = circ_store_dup_now (self);
  statement = circ_db_get (self->db, LATEST_INSTANT, NULL);
  if (statement != NULL && circ_statement_step (statement, NULL) == CIRC_STEP_ROW)
    newest = g_strdup (circ_statement_get_text (statement, 0));
  if (to_seconds (newest) <= to_seconds (now) + CLOCK_TOLERANCE)
    g_clear_pointer (&newest, g_free);
  if (latest != NULL)
    *latest = g_strdup (newest);
  return newest != NULL;
}

CircRowSql *
circ_store_get_row_sql (CircStore *self,
                        const CircKind *kind)
{
  if (self->row_sql[kind->id] == NULL)
    self->row_sql[kind->id] = circ_row_sql_new (kind);
  return self->row_sql[kind->id];
}

gboolean
circ_store_check_writable (CircStore *self,
                           GError **error)
{
  g_assert (self->thread == g_thread_self ());
  if (!self->read_only)
    return TRUE;
  g_set_error_literal (error, CIRC_STORE_ERROR, CIRC_STORE_ERROR_READ_ONLY,
                       _ ("The file is open for reading only. Nothing was saved; copy it to a folder that you may "
                          "write to."));
  return FALSE;
}

void
circ_store_set_undo_titles (CircStore *self,
                            const char *undo_title,
                            const char *redo_title)
{
  gboolean undo_moved = g_strcmp0 (self->undo_title, undo_title) != 0;
  gboolean redo_moved = g_strcmp0 (self->redo_title, redo_title) != 0;

  g_object_freeze_notify (G_OBJECT (self));
  if (undo_moved)
    {
      g_free (self->undo_title);
      self->undo_title = g_strdup (undo_title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TITLE]);
    }
  if (redo_moved)
    {
      g_free (self->redo_title);
      self->redo_title = g_strdup (redo_title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_TITLE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
circ_store_set_path (CircStore *self,
                     const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}

void
circ_store_set_moved (CircStore *self,
                      gboolean moved)
{
  if (self->moved == moved)
    return;
  self->moved = moved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVED]);
}

void
circ_store_emit_changed (CircStore *self,
                         GArray *ids)
{
  g_signal_emit (self, changed_signal, 0, ids);
}

void
circ_store_forget_failures (CircStore *self)
{
  g_return_if_fail (CIRC_IS_STORE (self));
  circ_db_forget_failures (self->db);
}

gboolean
circ_store_check_failures (CircStore *self,
                           GError **error)
{
  g_return_val_if_fail (CIRC_IS_STORE (self), FALSE);
  return circ_db_check_failures (self->db, error);
}

/**
 * circ_store_backup:
 * @target: a file name; what is there is replaced only when it is a backup of ours
 *
 * Writes a whole copy of the file as it is at this moment.
 */
gboolean
circ_store_backup (CircStore *self,
                   const char *target,
                   GError **error)
{
  g_autofree char *full_path = NULL;

  g_return_val_if_fail (CIRC_IS_STORE (self) && target != NULL, FALSE);
  full_path = g_canonicalize_filename (target, NULL);
  return circ_backup_write (self->db, full_path, error);
}
