/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-holidays-box.h"

#include <glib/gi18n-lib.h>

#include "circ-date.h"
#include "circ-dialogs.h"
#include "circ-holiday-import.h"
#include "circ-label.h"

struct _CircHolidaysBox {
  GtkWidget parent_instance;

  GtkWidget *list;   /* (nullable) what is in use; NULL once the window was closed */
  GtkWidget *result; /* of the last import */
  GtkWidget *problem;

  CircSession *session; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CircHolidaysBox, circ_holidays_box, GTK_TYPE_WIDGET)

static const CircFileType file_types[] = {
  { N_ ("Lists of bank holidays"), { "*.json", NULL } },
  { N_ ("All files"), { "*", NULL } },
  { NULL },
};

static void
say (GtkWidget *label,
     const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
show_list (CircHolidaysBox *self)
{
  g_autoptr (GError) error = NULL;
  CircHolidayList list;
  g_autofree char *reaches = NULL;
  g_autofree char *imported_on = NULL;
  g_autofree char *text = NULL;

  if (!circ_holiday_list_get (circ_session_get_store (self->session), &list, &error))
    {
      say (self->problem, error->message);
      return;
    }
  reaches = circ_date_format_long (list.reaches);
  imported_on = circ_date_format_long (list.imported_on);
  if (*list.imported_on == '\0')
    /* translators: %s is a date in full */
    text = g_strdup_printf (_ ("The list of GOV.UK that came with the program, until %s. Later holidays are worked out by rule, and "
                               "dates that hang on them are provisional."), reaches);
  else
    /* translators: a date in full, twice: until when the list goes, and when it was imported */
    text = g_strdup_printf (_ ("The list of GOV.UK until %s, imported on %s. Later holidays are worked out by rule, and dates that "
                               "hang on them are provisional."), reaches, imported_on);
  say (self->list, text);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (CircHolidaysBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CircHolidayImport) import =
    circ_holiday_import_finish (circ_session_get_store (self->session), result, &error);
  g_autofree char *words = import != NULL ? circ_holiday_import_dup_words (import) : NULL;

  if (import != NULL && import->is_new)
    circ_session_announce (self->session, circ_holiday_import_get_title ());
  if (self->list == NULL)
    {
      if (import == NULL)
        circ_session_fail (self->session, error);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.import", TRUE);
  if (import == NULL)
    circ_session_note_failure (self->session, error);
  say (self->problem, import == NULL ? error->message : NULL);
  say (self->result, words);
}

static void
import_file (CircHolidaysBox *self,
             GFile *file)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.import", FALSE);
  say (self->problem, NULL);
  say (self->result, NULL);
  circ_holiday_import_async (circ_session_get_store (self->session), file, circ_session_get_today (self->session),
                             imported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  if (file != NULL)
    import_file (CIRC_HOLIDAYS_BOX (source), file);
}

static void
import_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Import a List of Bank Holidays"), file_types, NULL, file_chosen_cb, NULL);
}

static void
import_path_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  import_file (CIRC_HOLIDAYS_BOX (widget), file);
}

static void
circ_holidays_box_dispose (GObject *object)
{
  GtkWidget *child;

  CIRC_HOLIDAYS_BOX (object)->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (circ_holidays_box_parent_class)->dispose (object);
}

/* Not before: an import that is under way may end after the window was closed. */
static void
circ_holidays_box_finalize (GObject *object)
{
  g_clear_object (&CIRC_HOLIDAYS_BOX (object)->session);

  G_OBJECT_CLASS (circ_holidays_box_parent_class)->finalize (object);
}

static void
circ_holidays_box_class_init (CircHolidaysBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_holidays_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = circ_holidays_box_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "holidays.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "holidays.import-path", "s", import_path_action);
}

static GtkWidget *
add_label (CircHolidaysBox *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = circ_label_new (text, css_class);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
circ_holidays_box_init (CircHolidaysBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Import a Newer List…"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  add_label (self, _ ("Bank holidays"), "heading");
  self->list = add_label (self, NULL, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "holidays.import");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->result = add_label (self, NULL, "dim-label");
  self->problem = add_label (self, NULL, "error");
  say (self->result, NULL);
  say (self->problem, NULL);
}

GtkWidget *
circ_holidays_box_new (CircSession *session)
{
  CircHolidaysBox *self = g_object_new (CIRC_TYPE_HOLIDAYS_BOX, NULL);

  self->session = g_object_ref (session);
  if (circ_session_get_read_only (session))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.import", FALSE);
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  show_list (self);
  return GTK_WIDGET (self);
}
