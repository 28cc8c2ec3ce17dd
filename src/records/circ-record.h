/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "circ-kind.h"

G_BEGIN_DECLS

#define CIRC_TYPE_RECORD (circ_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (CircRecord, circ_record, CIRC, RECORD, GObject)

/**
 * CircRecordClass:
 * @kind: the catalogue; a subclass sets it with circ_record_class_set_kind(), which installs one property per field
 */
struct _CircRecordClass {
  GObjectClass parent_class;
  const CircKind *kind;
};

/**
 * CircRecordMeta:
 *
 * What the store keeps of every record beside its fields. Instants are ISO 8601 in UTC. A record that was never
 * saved has version 0 and an id that is 0, or negative inside a change (see circ_change_insert()).
 */
typedef struct {
  gint64 id;
  gint64 version;
  char *created_at;
  char *created_by;
  char *updated_at;
  char *updated_by;
} CircRecordMeta;

void circ_record_class_set_kind (CircRecordClass *klass,
                                 CircKindId id);

CircRecord *circ_record_new (CircKindId id);
CircRecord *circ_record_copy (CircRecord *self);

const CircKind *circ_record_get_kind (CircRecord *self);
gint64 circ_record_get_id (CircRecord *self);
gint64 circ_record_get_version (CircRecord *self);
const CircRecordMeta *circ_record_get_meta (CircRecord *self);
void circ_record_set_meta (CircRecord *self,
                           const CircRecordMeta *meta);
void circ_record_set_id (CircRecord *self,
                         gint64 id);

GVariant *circ_record_get (CircRecord *self,
                           guint field);
void circ_record_set (CircRecord *self,
                      guint field,
                      GVariant *value);
const char *circ_record_get_text (CircRecord *self,
                                  guint field);
gint64 circ_record_get_int (CircRecord *self,
                            guint field);
gboolean circ_record_get_bool (CircRecord *self,
                               guint field);
void circ_record_set_text (CircRecord *self,
                           guint field,
                           const char *text);
void circ_record_set_int (CircRecord *self,
                          guint field,
                          gint64 number);
char *circ_record_format (CircRecord *self,
                          guint field);
gboolean circ_record_is_archived (CircRecord *self);
char *circ_record_dup_title (CircRecord *self);
GPtrArray *circ_record_check (CircRecord *self,
                              const char *today);

/* Declares and defines the GObject type of one kind; put the catalogue in circ-<kind>.c and the enum in its header. */
#define CIRC_DECLARE_KIND(TypeName, type_name)                      \
  GType type_name##_get_type (void);                                \
  typedef struct {                                                  \
    CircRecord parent_instance;                                     \
  } TypeName;                                                       \
  typedef struct {                                                  \
    CircRecordClass parent_class;                                   \
  } TypeName##Class;

#define CIRC_DEFINE_KIND(TypeName, type_name, KIND_ID)              \
  G_DEFINE_TYPE (TypeName, type_name, CIRC_TYPE_RECORD)             \
  static void type_name##_class_init (TypeName##Class *klass)       \
  {                                                                 \
    circ_record_class_set_kind (CIRC_RECORD_CLASS (klass), KIND_ID); \
  }                                                                 \
  static void type_name##_init (TypeName *self)                     \
  {                                                                 \
  }

G_END_DECLS
