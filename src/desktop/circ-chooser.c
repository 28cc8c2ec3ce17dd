/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-chooser.h"

#include <glib/gi18n-lib.h>

#include "circ-look.h"

/* More than this nobody reads; typing another letter is quicker. */
#define RESULTS_PER_KIND 40

struct _CircChooser {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *nothing;

  CircSession *session; /* (owned) */
  GStrv kinds;
  GArray *excluded;  /* (owned) (nullable) */
  GArray *suggested; /* (owned) (nullable) */
  char *text;
  char *add_text; /* (nullable) */
  gboolean can_add;
  gboolean words;
};

G_DEFINE_FINAL_TYPE (CircChooser, circ_chooser, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  ADD,
  WORDS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a row stands for, kept on the row. */
typedef enum {
  ROW_RECORD,
  ROW_ADD,
  ROW_WORDS,
} RowAction;

typedef struct {
  RowAction action;
  gint64 id;       /* ROW_RECORD */
  CircKindId kind; /* ROW_RECORD, ROW_ADD */
  const char *section;
} RowData;

static RowData *
get_data (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "circ-row");
}

static gboolean
contains (GArray *ids,
          gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static void
append_row (CircChooser *self,
            RowData data,
            const char *icon,
            const char *title,
            const char *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (title);
  RowData *kept = g_new (RowData, 1);

  *kept = data;
  g_object_set_data_full (G_OBJECT (row), "circ-row", kept, g_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (data.action != ROW_RECORD)
    {
      /* What is made of the words stands at the end, and the words may be long. */
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
    }
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, title);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  if (note != NULL)
    {
      GtkWidget *dim = gtk_label_new (note);

      gtk_widget_add_css_class (dim, "dim-label");
      gtk_widget_add_css_class (dim, "caption");
      gtk_box_append (GTK_BOX (box), dim);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
append_record (CircChooser *self,
               gint64 id,
               const char *section)
{
  const CircKind *kind = circ_store_get_kind_of (circ_session_get_store (self->session), id, NULL);
  g_autofree char *title = NULL;

  if (kind == NULL || contains (self->excluded, id))
    return;
  title = circ_session_dup_title_and_state (self->session, id);
  append_row (self, (RowData) { ROW_RECORD, id, kind->id, section }, circ_look_get_kind_icon (kind->id), title,
              g_strv_length (self->kinds) > 1 ? circ_kind_get_title (kind) : NULL);
}

/* What the words mean beyond doubt, or 0. */
static gint64
match (CircChooser *self)
{
  if (*self->text == '\0')
    return 0;

  return circ_matcher_match (circ_session_get_names (self->session), self->text, (const char *const *) self->kinds,
                             NULL);
}

static void
append_kind (CircChooser *self,
             const CircKind *kind,
             gint64 exact,
             gboolean suggested)
{
  g_autoptr (CircQuery) query = circ_query_new (kind->id);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  /* Under one heading while searching; by kind while looking around. */
  const char *section = *self->text != '\0' ? NULL : circ_kind_get_title_plural (kind);

  circ_query_search (query, self->text);
  circ_query_sort (query, kind->title_field, FALSE);
  circ_query_limit (query, RESULTS_PER_KIND);
  ids = circ_store_find_ids (circ_session_get_store (self->session), query, &error);
  if (ids == NULL)
    {
      g_debug ("chooser: %s", error->message);
      return;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id != exact && !(suggested && contains (self->suggested, id)))
        append_record (self, id, section);
    }
}

static const char *
get_add_text (CircChooser *self)
{
  if (*self->text != '\0' || self->add_text == NULL)
    return self->text;

  return self->add_text;
}

static void
append_additions (CircChooser *self)
{
  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      const CircKind *kind = circ_kind_find (self->kinds[i]);
      const char *format = circ_look_get_add_format (kind->id);
      g_autofree char *title = NULL;

      if (format == NULL)
        continue;
      title = g_strdup_printf (format, get_add_text (self));
      append_row (self, (RowData) { ROW_ADD, 0, kind->id, *self->text == '\0' ? _ ("New") : NULL }, "list-add-symbolic", title, NULL);
    }
}

static void
fill (CircChooser *self)
{
  gint64 exact = match (self);
  gboolean typed = *self->text != '\0';
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  if (exact != 0)
    append_record (self, exact, NULL);
  /* Only the same words link by themselves: a likeness must be picked, never be what Enter does. */
  if (typed && self->words)
    {
      g_autofree char *title = NULL;

      /* translators: %s is what was typed; it stays as it is, not linked to an audience or anything else */
      title = g_strdup_printf (_ ("Keep “%s” as words"), self->text);
      append_row (self, (RowData) { ROW_WORDS, 0, 0, NULL }, "insert-text-symbolic", title, NULL);
    }
  if (!typed && self->suggested != NULL)
    for (guint i = 0; i < self->suggested->len; i++)
      append_record (self, g_array_index (self->suggested, gint64, i), _ ("Suggested"));
  /* The words of an entry stand ready to be added; beneath all that there is nobody would find that. */
  if (!typed && self->add_text != NULL && self->can_add)
    append_additions (self);
  for (guint i = 0; self->kinds[i] != NULL; i++)
    append_kind (self, circ_kind_find (self->kinds[i]), exact, !typed);
  if (typed && self->can_add && exact == 0)
    append_additions (self);

  row = gtk_widget_get_first_child (self->list);
  gtk_widget_set_visible (self->nothing, row == NULL);
  gtk_widget_set_visible (self->scroller, row != NULL);
  if (typed && row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer user_data)
{
  const char *section = get_data (row)->section;
  const char *last = before != NULL ? get_data (before)->section : NULL;
  GtkWidget *label;

  if (section == NULL || g_strcmp0 (section, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "circ-list-header");
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (CircChooser *self,
                  GtkListBoxRow *row)
{
  g_autoptr (CircChooser) alive = g_object_ref (self);
  g_autofree char *text = g_strdup (get_add_text (self));
  RowData data = *get_data (row);

  switch (data.action)
    {
    case ROW_RECORD:
      g_signal_emit (self, signals[CHOSEN], 0, data.id);
      break;
    case ROW_ADD:
      g_signal_emit (self, signals[ADD], 0, (int) data.kind, text);
      break;
    case ROW_WORDS:
      g_signal_emit (self, signals[WORDS], 0, text);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
circ_chooser_map (GtkWidget *widget)
{
  fill (CIRC_CHOOSER (widget));

  GTK_WIDGET_CLASS (circ_chooser_parent_class)->map (widget);
}

static void
circ_chooser_dispose (GObject *object)
{
  CircChooser *self = CIRC_CHOOSER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), CIRC_TYPE_CHOOSER);

  G_OBJECT_CLASS (circ_chooser_parent_class)->dispose (object);
}

static void
circ_chooser_finalize (GObject *object)
{
  CircChooser *self = CIRC_CHOOSER (object);

  g_strfreev (self->kinds);
  g_clear_pointer (&self->excluded, g_array_unref);
  g_clear_pointer (&self->suggested, g_array_unref);
  g_free (self->text);
  g_free (self->add_text);

  G_OBJECT_CLASS (circ_chooser_parent_class)->finalize (object);
}

static void
circ_chooser_class_init (CircChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = circ_chooser_dispose;
  object_class->finalize = circ_chooser_finalize;
  widget_class->map = circ_chooser_map;

  signals[CHOSEN] = g_signal_new ("chosen", CIRC_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ADD] = g_signal_new ("add", CIRC_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[WORDS] = g_signal_new ("words", CIRC_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CircChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, CircChooser, list);
  gtk_widget_class_bind_template_child (widget_class, CircChooser, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
circ_chooser_init (CircChooser *self)
{
  self->kinds = g_new0 (char *, 1);
  self->text = g_strdup ("");
  self->can_add = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, NULL, NULL);
}

GtkWidget *
circ_chooser_new (CircSession *session)
{
  CircChooser *self = g_object_new (CIRC_TYPE_CHOOSER, NULL);

  circ_chooser_set_session (self, session);

  return GTK_WIDGET (self);
}

void
circ_chooser_set_session (CircChooser *self,
                          CircSession *session)
{
  g_return_if_fail (CIRC_IS_CHOOSER (self));

  g_set_object (&self->session, session);
}

/* Shown at once when it is on the screen, else when it comes there. */
static void
refill (CircChooser *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

void
circ_chooser_set_kinds (CircChooser *self,
                        const char *const *kinds)
{
  g_return_if_fail (CIRC_IS_CHOOSER (self));

  g_strfreev (self->kinds);
  self->kinds = kinds != NULL ? g_strdupv ((char **) kinds) : g_new0 (char *, 1);
  refill (self);
}

void
circ_chooser_set_excluded (CircChooser *self,
                           GArray *ids)
{
  g_return_if_fail (CIRC_IS_CHOOSER (self));

  g_clear_pointer (&self->excluded, g_array_unref);
  self->excluded = ids != NULL ? g_array_copy (ids) : NULL;
  refill (self);
}

void
circ_chooser_set_suggested (CircChooser *self,
                            GArray *ids)
{
  g_return_if_fail (CIRC_IS_CHOOSER (self));

  g_clear_pointer (&self->suggested, g_array_unref);
  self->suggested = ids != NULL ? g_array_copy (ids) : NULL;
  refill (self);
}

void
circ_chooser_set_can_add (CircChooser *self,
                          gboolean can_add)
{
  g_return_if_fail (CIRC_IS_CHOOSER (self));

  self->can_add = can_add;
  refill (self);
}

void
circ_chooser_set_words (CircChooser *self,
                        gboolean words)
{
  g_return_if_fail (CIRC_IS_CHOOSER (self));

  self->words = words;
  refill (self);
}

void
circ_chooser_set_add_text (CircChooser *self,
                           const char *text)
{
  g_return_if_fail (CIRC_IS_CHOOSER (self));

  g_free (self->add_text);
  self->add_text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  refill (self);
}

void
circ_chooser_set_text (CircChooser *self,
                       const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  g_return_if_fail (CIRC_IS_CHOOSER (self));

  /* The row that somebody moved to stays the chosen one. */
  if (g_strcmp0 (self->text, stripped) == 0)
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&stripped);
  refill (self);
}

gboolean
circ_chooser_move (CircChooser *self,
                   int step)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : (step > 0 ? 0 : -1);
  graphene_rect_t place;
  GtkAdjustment *adjustment;

  g_return_val_if_fail (CIRC_IS_CHOOSER (self), FALSE);

  /* At an end it stays there: an arrow key takes nobody out of the text. */
  row = index >= 0 ? gtk_list_box_get_row_at_index (list, index) : NULL;
  if (row == NULL)
    return gtk_list_box_get_selected_row (list) != NULL;
  gtk_list_box_select_row (list, row);
  /* The focus stays in the text, so nothing scrolls by itself. */
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);

  return TRUE;
}

gboolean
circ_chooser_choose (CircChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  g_return_val_if_fail (CIRC_IS_CHOOSER (self), FALSE);

  if (row == NULL)
    return FALSE;
  row_activated_cb (self, row);

  return TRUE;
}
