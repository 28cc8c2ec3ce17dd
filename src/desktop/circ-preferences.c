/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-preferences.h"

#include <glib/gi18n-lib.h>

#include "circ-backups.h"
#include "circ-check-button.h"
#include "circ-dialogs.h"
#include "circ-forms.h"
#include "circ-rules-page.h"
#include "circ-settings.h"

struct _CircPreferences {
  AdwWindow parent_instance;

  /* template */
  AdwViewStack *stack;
  GtkScrolledWindow *partnership_scroller;
  GtkScrolledWindow *brand_scroller;
  GtkScrolledWindow *rules_scroller;
  GtkEditable *name_entry;
  GtkLabel *name_label;
  GtkCheckButton *notify_button;
  AdwActionRow *backup_row;

  CircForm *partnership; /* (owned by the widget tree) */
  CircForm *brand;
  CircRulesPage *rules;

  CircSession *session; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CircPreferences, circ_preferences, ADW_TYPE_WINDOW)

static void
name_changed_cb (CircPreferences *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));

  circ_settings_set ("person-name", g_variant_new_string (name));
}

static void
notify_toggled_cb (CircPreferences *self)
{
  circ_settings_set ("notify-due", g_variant_new_boolean (gtk_check_button_get_active (self->notify_button)));
}

/* What cannot be saved is shown beside its field; the window stays until it is mended or put back. */
static gboolean
close_request_cb (CircPreferences *self)
{
  if (!circ_form_commit (self->partnership))
    {
      adw_view_stack_set_visible_child_name (self->stack, "partnership");
      return GDK_EVENT_STOP;
    }
  if (!circ_form_commit (self->brand))
    {
      adw_view_stack_set_visible_child_name (self->stack, "brand");
      return GDK_EVENT_STOP;
    }
  if (!circ_rules_page_commit (self->rules))
    {
      adw_view_stack_set_visible_child_name (self->stack, "deadlines");
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static CircForm *
add_form (CircPreferences *self,
          GtkScrolledWindow *scroller,
          const CircFormSection *sections,
          CircRecord *record)
{
  GtkWidget *form = circ_form_new (self->session, circ_kind_get (CIRC_KIND_PARTNERSHIP), sections);

  gtk_widget_set_margin_top (form, 24);
  gtk_widget_set_margin_bottom (form, 24);
  gtk_widget_set_margin_start (form, 24);
  gtk_widget_set_margin_end (form, 24);
  gtk_scrolled_window_set_child (scroller, form);
  circ_form_set_record (CIRC_FORM (form), record);

  return CIRC_FORM (form);
}

static CircRulesPage *
add_rules (CircPreferences *self)
{
  GtkWidget *page = circ_rules_page_new (self->session);

  gtk_widget_set_margin_top (page, 24);
  gtk_widget_set_margin_bottom (page, 24);
  gtk_widget_set_margin_start (page, 24);
  gtk_widget_set_margin_end (page, 24);
  gtk_scrolled_window_set_child (self->rules_scroller, page);

  return CIRC_RULES_PAGE (page);
}

static void
show_name (CircPreferences *self)
{
  g_autofree char *name = circ_settings_dup_string ("person-name");
  g_autofree char *now = NULL;

  gtk_editable_set_text (self->name_entry, name);
  /* translators: %s is the name of the person at this desk */
  now = g_strdup_printf (_ ("Changes made now are shown as made by %s. A new name is used from the next time the file "
                            "is opened."),
                         circ_store_get_person (circ_session_get_store (self->session)));
  gtk_label_set_label (self->name_label, now);
  g_signal_connect_object (self->name_entry, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The folder as it is now, and whether it is another than the usual one. */
static void
show_backup_folder (CircPreferences *self)
{
  g_autofree char *chosen = circ_settings_dup_string ("backup-folder");
  g_autofree char *folder = NULL;
  g_autofree char *display = NULL;

  circ_settings_use_backup_folder ();
  folder = circ_backups_dup_folder (circ_store_get_path (circ_session_get_store (self->session)));
  display = g_filename_display_name (folder);
  adw_action_row_set_subtitle (self->backup_row, display);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.backups-beside", *chosen != '\0');
}

static void
set_backup_folder (CircPreferences *self,
                   const char *folder)
{
  circ_settings_set ("backup-folder", g_variant_new_string (folder));
  show_backup_folder (self);
}

static void
folder_chosen_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  /* The settings hold text. */
  if (file == NULL)
    return;
  if (g_file_peek_path (file) == NULL || !g_utf8_validate (g_file_peek_path (file), -1, NULL))
    circ_alert (GTK_WIDGET (source), _ ("Not on This Computer"),
                _ ("Circulate keeps its files in folders of this computer. Choose such a folder."));
  else
    set_backup_folder (CIRC_PREFERENCES (source), g_file_peek_path (file));
}

static void
backup_folder_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  circ_choose_folder_async (widget, _ ("Folder for Backups"), folder_chosen_cb, NULL);
}

static void
backup_folder_at_action (GtkWidget *widget,
                         const char *action,
                         GVariant *parameter)
{
  set_backup_folder (CIRC_PREFERENCES (widget), g_variant_get_string (parameter, NULL));
}

static void
backups_beside_action (GtkWidget *widget,
                       const char *action,
                       GVariant *parameter)
{
  set_backup_folder (CIRC_PREFERENCES (widget), "");
}

static void
undo_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  circ_session_undo (CIRC_PREFERENCES (widget)->session);
}

static void
redo_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  circ_session_redo (CIRC_PREFERENCES (widget)->session);
}

static void
circ_preferences_dispose (GObject *object)
{
  g_clear_object (&CIRC_PREFERENCES (object)->session);

  G_OBJECT_CLASS (circ_preferences_parent_class)->dispose (object);
}

static void
circ_preferences_class_init (CircPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_preferences_dispose;

  g_type_ensure (CIRC_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/circulate/Circulate/circ-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, stack);
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, partnership_scroller);
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, brand_scroller);
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, rules_scroller);
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, name_entry);
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, name_label);
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, notify_button);
  gtk_widget_class_bind_template_child (widget_class, CircPreferences, backup_row);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_install_action (widget_class, "preferences.backup-folder", NULL, backup_folder_action);
  gtk_widget_class_install_action (widget_class, "preferences.backup-folder-at", "s", backup_folder_at_action);
  gtk_widget_class_install_action (widget_class, "preferences.backups-beside", NULL, backups_beside_action);
  gtk_widget_class_install_action (widget_class, "preferences.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "preferences.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "preferences.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "preferences.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
circ_preferences_init (CircPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
circ_preferences_present (CircSession *session,
                          GtkWidget *parent)
{
  CircPreferences *self;
  g_autoptr (CircRecord) partnership = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root;

  g_return_if_fail (CIRC_IS_SESSION (session));

  partnership = circ_store_get_only (circ_session_get_store (session), CIRC_KIND_PARTNERSHIP, &error);
  if (partnership == NULL)
    {
      circ_session_report (session, error);
      return;
    }

  self = g_object_new (CIRC_TYPE_PREFERENCES, NULL);
  self->session = g_object_ref (session);
  root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_modal (GTK_WINDOW (self), TRUE);
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
  self->partnership = add_form (self, self->partnership_scroller, circ_forms_get_partnership (), partnership);
  self->brand = add_form (self, self->brand_scroller, circ_forms_get_brand (), partnership);
  self->rules = add_rules (self);
  show_name (self);
  gtk_check_button_set_active (self->notify_button, circ_settings_get_boolean ("notify-due"));
  g_signal_connect_object (self->notify_button, "toggled", G_CALLBACK (notify_toggled_cb), self, G_CONNECT_SWAPPED);
  show_backup_folder (self);
  gtk_window_present (GTK_WINDOW (self));
}
