/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CIRC_RECORD_ERROR:
 *
 * Errors of this folder. The message is a whole sentence in the user's words and may be shown as it is.
 */
#define CIRC_RECORD_ERROR (circ_record_error_quark ())
GQuark circ_record_error_quark (void);

typedef enum {
  CIRC_RECORD_ERROR_INVALID,  /* the text is not a value of this field */
  CIRC_RECORD_ERROR_TOO_LONG, /* longer than the field's limit */
} CircRecordErrorCode;

/**
 * CircFieldKind:
 *
 * What a field holds. Beside each kind: the GVariant type of a value (no value is always %NULL), the column type,
 * and the type of the GObject property.
 */
typedef enum {
  CIRC_FIELD_TEXT,       /* "s"       TEXT     string: one line */
  CIRC_FIELD_LONG_TEXT,  /* "s"       TEXT     string: may hold line breaks */
  CIRC_FIELD_INTEGER,    /* "x"       INTEGER  gint64 */
  CIRC_FIELD_MONEY,      /* "x"       INTEGER  gint64, pence */
  CIRC_FIELD_DECIMAL,    /* "x"       INTEGER  gint64, thousandths: a figure with at most three decimals, kept exactly */
  CIRC_FIELD_BOOLEAN,    /* "b"       INTEGER  gboolean */
  CIRC_FIELD_DATE,       /* "s"       TEXT     string: ISO 8601 calendar date, 2026-11-21, no time zone */
  CIRC_FIELD_INSTANT,    /* "s"       TEXT     string: ISO 8601 in UTC, 2026-11-21T09:30:00Z */
  CIRC_FIELD_CHOICE,     /* "s"       TEXT     string: the stored token of a CircChoice */
  CIRC_FIELD_SET,        /* "as"      TEXT     GStrv of tokens; stored joined by commas */
  CIRC_FIELD_REFERENCE,  /* "x"       INTEGER  gint64: the id of another record */
  CIRC_FIELD_REFERENCES, /* "ax"      TEXT     GVariant; stored as ids joined by commas */
  CIRC_FIELD_ROWS,       /* "aa{sv}"  TEXT     GVariant; stored as a JSON array of objects */
  CIRC_FIELD_IMAGE,      /* "ay"      BLOB     GVariant: the bytes of a PNG or SVG file */
} CircFieldKind;

/**
 * CircFieldFlags:
 * @CIRC_FIELD_NEEDED: needed before the record counts as complete; never stops a draft from being saved
 * @CIRC_FIELD_SEARCHABLE: its words go into the full-text index
 * @CIRC_FIELD_SEALED: may name a person in a case; kept only inside the vault
 * @CIRC_FIELD_PERSONAL: personal data; erased when its retention ends
 * @CIRC_FIELD_READ_ONLY: set by the application, not by hand
 * @CIRC_FIELD_UNIQUE: no two records of the kind that are in use may share it, compared without case
 */
typedef enum {
  CIRC_FIELD_PLAIN = 0,
  CIRC_FIELD_NEEDED = 1 << 0,
  CIRC_FIELD_SEARCHABLE = 1 << 1,
  CIRC_FIELD_SEALED = 1 << 2,
  CIRC_FIELD_PERSONAL = 1 << 3,
  CIRC_FIELD_READ_ONLY = 1 << 4,
  CIRC_FIELD_UNIQUE = 1 << 5,
} CircFieldFlags;

/* Length limits in characters (DOMAIN 2.1). */
#define CIRC_LIMIT_SHORT 200
#define CIRC_LIMIT_MEDIUM 2000
#define CIRC_LIMIT_LONG 50000

/* A DECIMAL of one. */
#define CIRC_DECIMAL_ONE 1000

/* A choice of a CHOICE or SET field: the token is stored and never changes, the title is shown and translated. */
typedef struct {
  const char *token;
  const char *title;
} CircChoice;

typedef struct _CircField CircField;
typedef struct _CircKind CircKind;

/**
 * CircValidator:
 *
 * Checks a value beyond what its kind and limit say. Returns %NULL when it is right, or a translated sentence
 * saying what is wrong (transfer none).
 */
typedef const char *(*CircValidator) (GVariant *value);

/**
 * CircField:
 * @name: property name in lower case with dashes; the column is the same with underscores
 * @title: translatable, in sentence case
 * @help: translatable sentence shown beneath the field, or %NULL
 * @limit: greatest number of characters, or 0
 * @choices: for CHOICE and SET, ended by a %NULL token
 * @targets: for REFERENCE and REFERENCES, names of the kinds it may point to, ended by %NULL
 * @rows: for ROWS, the catalogue of one row, ended by a %NULL name
 *
 * One line of a catalogue: all that the application knows of a field.
 */
struct _CircField {
  const char *name;
  const char *title;
  const char *help;
  CircFieldKind kind;
  CircFieldFlags flags;
  guint limit;
  const CircChoice *choices;
  const char *const *targets;
  const CircField *rows;
  CircValidator validate;
};

const char *circ_field_get_title (const CircField *field);
const char *circ_field_get_help (const CircField *field);
const GVariantType *circ_field_get_value_type (const CircField *field);
char *circ_field_dup_column (const CircField *field);
gboolean circ_field_accepts (const CircField *field,
                             const CircKind *kind);
const CircField *circ_field_find (const CircField *fields,
                                  const char *name);
const CircChoice *circ_field_find_choice (const CircField *field,
                                          const char *token);
const char *circ_field_get_choice_title (const CircField *field,
                                         const char *token);

GVariant *circ_field_take_value (const CircField *field,
                                 GVariant *value,
                                 GError **error);
GVariant *circ_field_parse (const CircField *field,
                            const char *text,
                            const char *today,
                            GError **error);
char *circ_field_format (const CircField *field,
                         GVariant *value);

/* Adds @text to @json between quotes. */
void circ_json_append_text (GString *json,
                            const char *text);
char *circ_field_to_stored (const CircField *field,
                            GVariant *value);
GVariant *circ_field_from_stored (const CircField *field,
                                  const char *text);

/* Called for each record id inside a value; returns the id to put in its place. */
typedef gint64 (*CircIdFunc) (gint64 id,
                              gpointer user_data);
GVariant *circ_field_map_ids (const CircField *field,
                              GVariant *value,
                              CircIdFunc func,
                              gpointer user_data);

gboolean circ_value_equal (GVariant *a,
                           GVariant *b);

G_END_DECLS
