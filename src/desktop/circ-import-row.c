/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-import-row.h"

#include <glib/gi18n-lib.h>

#include "circ-check-button.h"
#include "circ-plan-item.h"
#include "circ-row-name.h"
#include "circ-wrap-layout.h"

/* A title has room for a sentence at any size of text. */
#define TITLE_LINES 4

struct _CircImportLine {
  GObject parent_instance;

  guint row;
};

G_DEFINE_FINAL_TYPE (CircImportLine, circ_import_line, G_TYPE_OBJECT)

static void
circ_import_line_class_init (CircImportLineClass *klass)
{
}

static void
circ_import_line_init (CircImportLine *self)
{
}

CircImportLine *
circ_import_line_new (guint row)
{
  CircImportLine *self = g_object_new (CIRC_TYPE_IMPORT_LINE, NULL);

  self->row = row;
  return self;
}

guint
circ_import_line_get_row (CircImportLine *self)
{
  g_return_val_if_fail (CIRC_IS_IMPORT_LINE (self), 0);
  return self->row;
}

struct _CircImportRowView {
  GtkWidget parent_instance;

  GtkWidget *check;
  GtkWidget *what;
  GtkWidget *about;
  GtkWidget *look; /* something deserves a look */
  GtkWidget *icon;
  GtkWidget *state;

  CircPlanImport *import; /* (owned) (nullable) */
  gulong handler;
  guint row;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (CircImportRowView, circ_import_row, GTK_TYPE_WIDGET)

const char *
circ_import_row_get_icon (const CircImportRow *row)
{
  switch (row->state)
    {
    case CIRC_IMPORT_ROW_NEW:
      return "list-add-symbolic";
    case CIRC_IMPORT_ROW_PRESENT:
      return "object-select-symbolic";
    case CIRC_IMPORT_ROW_DIFFERENT:
      return "dialog-information-symbolic";
    case CIRC_IMPORT_ROW_UNREADABLE:
      return "dialog-error-symbolic";
    case CIRC_IMPORT_ROW_EMPTY:
    default:
      return NULL;
    }
}

char *
circ_import_row_dup_what (const CircImportRow *row)
{
  const char *what = row->item != NULL ? circ_record_get_text (row->item, CIRC_PLAN_ITEM_WHAT) : NULL;

  if (what != NULL)
    return g_strdup (what);
  /* translators: a line of a file that cannot be read */
  return g_strdup_printf (_ ("Line %u"), row->line);
}

static char *
dup_about (const CircImportRow *row)
{
  if (row->state == CIRC_IMPORT_ROW_UNREADABLE)
    return g_strdup (row->message);
  if (row->n_entries == 0)
    return g_strdup_printf (_ ("Line %u"), row->line);
  /* translators: the line of the file, then how many of the entries of the row were recognised */
  return g_strdup_printf (_ ("Line %u · %u of %u recognised"), row->line, row->n_linked, row->n_entries);
}

/* Whether the row is in the import while nobody leaves it out by hand. */
static gboolean
is_offered (CircImportRowView *self,
            const CircImportRow *row)
{
  if (row->state == CIRC_IMPORT_ROW_PRESENT)
    return circ_plan_import_get_again (self->import);
  return row->state != CIRC_IMPORT_ROW_UNREADABLE || !circ_plan_import_get_skip_bad_rows (self->import);
}

static void
update_check (CircImportRowView *self,
              const CircImportRow *row,
              const char *what)
{
  gboolean offered = is_offered (self, row);
  g_autofree char *name = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), offered && !row->skip);
  gtk_widget_set_sensitive (self->check, offered);
  /* translators: a check button; %s is what a row of the file is about */
  name = g_strdup_printf (_ ("Import “%s”"), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (CircImportRowView *self)
{
  const CircImportRow *row = circ_plan_import_get_row (self->import, self->row);
  const char *state = circ_import_row_state_get_title (row->state);
  g_autofree char *what = circ_import_row_dup_what (row);
  g_autofree char *about = dup_about (row);
  g_autofree char *name = NULL;

  self->showing = TRUE;
  gtk_label_set_label (GTK_LABEL (self->what), what);
  gtk_label_set_label (GTK_LABEL (self->about), about);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), circ_import_row_get_icon (row));
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_widget_set_visible (self->look, row->split != NULL && !row->split->sure);
  if (row->state == CIRC_IMPORT_ROW_UNREADABLE)
    gtk_widget_add_css_class (self->icon, "error");
  else
    gtk_widget_remove_css_class (self->icon, "error");
  update_check (self, row, what);
  /* translators: read aloud: what a row is about, its state, and how much of it was recognised */
  name = g_strdup_printf (_ ("%s, %s, %s"), what, state, about);
  circ_row_set_name (GTK_WIDGET (self), name);
  self->showing = FALSE;
}

static void
toggled_cb (CircImportRowView *self)
{
  if (self->import == NULL || self->showing)
    return;
  circ_plan_import_set_skip (self->import, self->row, !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

/* Nothing of a row gives way to the rest of it: with large text it takes more lines. */
static GtkWidget *
create_label (const char *css_class,
              gboolean expand,
              int n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_widget_set_hexpand (label, expand);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
circ_import_row_dispose (GObject *object)
{
  CircImportRowView *self = CIRC_IMPORT_ROW (object);
  GtkWidget *child;

  circ_import_row_bind (self, NULL, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (circ_import_row_parent_class)->dispose (object);
}

static void
circ_import_row_class_init (CircImportRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_import_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
circ_import_row_init (CircImportRowView *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->check = circ_check_button_new (NULL);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->what = create_label (NULL, TRUE, TITLE_LINES);
  self->about = create_label ("caption", TRUE, 2);
  gtk_widget_add_css_class (self->about, "dim-label");
  gtk_widget_add_css_class (self->about, "numeric");
  self->look = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->look, "warning");
  gtk_widget_set_tooltip_text (self->look, _ ("Please look at what is a method and what is a role."));
  self->icon = gtk_image_new ();
  self->state = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (ends), self->look);
  gtk_box_append (GTK_BOX (ends), self->icon);
  gtk_box_append (GTK_BOX (ends), self->state);
  gtk_widget_set_layout_manager (below, circ_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (below), self->about);
  gtk_box_append (GTK_BOX (below), ends);
  gtk_box_append (GTK_BOX (words), self->what);
  gtk_box_append (GTK_BOX (words), below);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
}

GtkWidget *
circ_import_row_new (void)
{
  return g_object_new (CIRC_TYPE_IMPORT_ROW, NULL);
}

void
circ_import_row_bind (CircImportRowView *self,
                      CircPlanImport *import,
                      guint row)
{
  g_return_if_fail (CIRC_IS_IMPORT_ROW (self));

  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_set_object (&self->import, import);
  self->row = row;
  if (import == NULL)
    return;
  self->handler = g_signal_connect_swapped (import, "changed", G_CALLBACK (update), self);
  update (self);
}

void
circ_import_row_toggle (CircImportRowView *self)
{
  GtkCheckButton *check;

  g_return_if_fail (CIRC_IS_IMPORT_ROW (self));

  check = GTK_CHECK_BUTTON (self->check);
  if (gtk_widget_is_sensitive (self->check))
    gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}
