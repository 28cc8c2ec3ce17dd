/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-import-window.h"

#include <glib/gi18n-lib.h>

#include "circ-atomic-file.h"
#include "circ-banner.h"
#include "circ-check-button.h"
#include "circ-dialogs.h"
#include "circ-import-matching.h"
#include "circ-import-preview.h"
#include "circ-plan-import.h"
#include "circ-toast.h"

#define STARTER_RESOURCE "/io/github/circulate/Circulate/starter/starter-plan.csv"
#define TEMPLATE_RESOURCE "/io/github/circulate/Circulate/starter/plan-template.csv"

struct _CircImportWindow {
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkButton *another_button;
  CircBanner *banner;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkButton *choose_button;
  GtkBox *matching_place;
  GtkBox *preview_place;
  GtkSwitch *again_switch;
  GtkSwitch *missing_switch;
  GtkBox *bad_box;
  GtkLabel *bad_label;
  CircCheckButton *bad_check;
  GtkLabel *count_label;
  GtkButton *run_button;

  CircImportMatching *matching; /* (owned by the widget tree) */
  CircImportPreview *preview;

  CircSession *session;   /* (owned) */
  CircPlanImport *import; /* (owned) (nullable) */
  gulong handler;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (CircImportWindow, circ_import_window, ADW_TYPE_WINDOW)

static const CircFileType csv_types[] = {
  { N_ ("Tables (CSV)"), { "*.csv", "*.CSV", "*.txt", "*.tsv" } },
  { N_ ("All files"), { "*" } },
  { NULL },
};

/* Rows in each state; those left out by hand are counted apart, wherever they belong. */
typedef struct {
  guint n[CIRC_IMPORT_ROW_EMPTY + 1];
  guint n_skipped;
  guint n_bad_left; /* cannot be read, and nobody left them out */
} Tally;

static void
tally_rows (CircImportWindow *self,
            Tally *tally)
{
  guint n = circ_plan_import_get_n_rows (self->import);
  gboolean skip_bad = circ_plan_import_get_skip_bad_rows (self->import);

  *tally = (Tally) { { 0 }, 0, 0 };
  for (guint i = 0; i < n; i++)
    {
      const CircImportRow *row = circ_plan_import_get_row (self->import, i);

      tally->n[row->state]++;
      tally->n_skipped += row->skip;
      tally->n_bad_left += row->state == CIRC_IMPORT_ROW_UNREADABLE && !row->skip && !skip_bad;
    }
}

/* Takes @part. */
static void
add_part (GString *text,
          gboolean wanted,
          char *part)
{
  g_autofree char *taken = part;

  if (!wanted)
    return;
  if (text->len > 0)
    /* translators: between the parts of a list: “14 new, 2 already there” */
    g_string_append (text, _ (", "));
  g_string_append (text, taken);
}

static char *
dup_counts (const Tally *tally,
            const CircImportCounts *counts)
{
  const guint *n = tally->n;
  GString *text = g_string_new (NULL);

  /* translators: the next ones are parts of a list that counts the rows of a file: “14 new, 2 already there” */
  add_part (text, TRUE, g_strdup_printf (ngettext ("%u new", "%u new", n[CIRC_IMPORT_ROW_NEW]), n[CIRC_IMPORT_ROW_NEW]));
  add_part (text, n[CIRC_IMPORT_ROW_DIFFERENT] > 0,
            g_strdup_printf (ngettext ("%u looks like another", "%u look like others",
                                       n[CIRC_IMPORT_ROW_DIFFERENT]), n[CIRC_IMPORT_ROW_DIFFERENT]));
  add_part (text, n[CIRC_IMPORT_ROW_PRESENT] > 0,
            g_strdup_printf (ngettext ("%u already there", "%u already there", n[CIRC_IMPORT_ROW_PRESENT]),
                             n[CIRC_IMPORT_ROW_PRESENT]));
  add_part (text, n[CIRC_IMPORT_ROW_UNREADABLE] > 0,
            g_strdup_printf (ngettext ("%u cannot be read", "%u cannot be read", n[CIRC_IMPORT_ROW_UNREADABLE]),
                             n[CIRC_IMPORT_ROW_UNREADABLE]));
  add_part (text, tally->n_skipped > 0,
            g_strdup_printf (ngettext ("%u left out", "%u left out", tally->n_skipped), tally->n_skipped));
  add_part (text, counts->n_new_records > 0,
            g_strdup_printf (ngettext ("%u name goes into the lists", "%u names go into the lists",
                                       counts->n_new_records), counts->n_new_records));
  return g_string_free (text, FALSE);
}

static void
update_bad (CircImportWindow *self,
            guint n_bad)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u row cannot be read. Mend the file, or leave the row out.",
                               "%u rows cannot be read. Mend the file, or leave them out.", n_bad), n_bad);

  gtk_label_set_label (self->bad_label, text);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->bad_check), ngettext ("Leave it out", "Leave them out", n_bad));
  gtk_widget_set_visible (GTK_WIDGET (self->bad_box), n_bad > 0);
}

static void
update (CircImportWindow *self)
{
  CircImportCounts counts;
  Tally tally;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gboolean ready;

  if (self->import == NULL)
    return;
  tally_rows (self, &tally);
  circ_plan_import_count (self->import, &counts);
  update_bad (self, tally.n[CIRC_IMPORT_ROW_UNREADABLE]);
  ready = circ_plan_import_is_ready (self->import);
  text = ready ? dup_counts (&tally, &counts) : g_strdup (_ ("Nothing can be imported yet."));
  gtk_label_set_label (self->count_label, text);
  label = counts.n_added == 0
            ? g_strdup (_ ("Import"))
            : g_strdup_printf (ngettext ("Import %u Item", "Import %u Items", counts.n_added), counts.n_added);
  gtk_button_set_label (self->run_button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->run_button),
                               tally.n_bad_left > 0 ? _ ("Leave out what cannot be read first.") : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run",
                                 ready && counts.n_added > 0 && tally.n_bad_left == 0 &&
                                   !circ_session_get_read_only (self->session));
}

static gboolean
update_cb (gpointer user_data)
{
  CircImportWindow *self = user_data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CircImportWindow *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* Shows @import, which is taken, or why there is none. */
static void
take_import (CircImportWindow *self,
             CircPlanImport *import,
             const char *name,
             const GError *error)
{
  circ_banner_set_title (self->banner, error != NULL ? error->message : NULL);
  if (import == NULL)
    return;
  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_clear_object (&self->import);
  self->import = import;
  self->handler = g_signal_connect_swapped (import, "changed", G_CALLBACK (changed_cb), self);
  gtk_switch_set_active (self->again_switch, FALSE);
  gtk_switch_set_active (self->missing_switch, FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->bad_check), FALSE);
  adw_window_title_set_subtitle (self->title, name);
  circ_import_matching_set_import (self->matching, import);
  circ_import_preview_set_import (self->preview, import);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_set_visible (GTK_WIDGET (self->another_button), TRUE);
  update (self);
  circ_import_preview_focus (self->preview);
}

static void
open_file (CircImportWindow *self,
           GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (GError) error = NULL;
  CircPlanImport *import = circ_plan_import_new (circ_session_get_store (self->session), file,
                                                 circ_session_get_today (self->session), NULL, &error);

  take_import (self, import, name, error);
}

static void
open_path_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  open_file (CIRC_IMPORT_WINDOW (widget), file);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (CircImportWindow) self = user_data;
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  if (file != NULL && self->session != NULL)
    open_file (self, file);
}

static void
choose_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  circ_choose_file_to_open_async (widget, _ ("Choose a Plan to Import"), csv_types, NULL, chosen_cb,
                                  g_object_ref (widget));
}

static void
starter_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (widget);
  /* translators: in the history and as the name of what is imported: “Imported 17 items from the starter rows” */
  const char *name = _ ("the starter rows");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (STARTER_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  CircPlanImport *import = NULL;

  if (bytes != NULL)
    import = circ_plan_import_new_for_bytes (circ_session_get_store (self->session), bytes, name,
                                             circ_session_get_today (self->session), &error);
  take_import (self, import, _ ("Starter rows"), error);
}

static gboolean
write_template (GFile *file,
                GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (TEMPLATE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (CircAtomicFile) target = bytes != NULL ? circ_atomic_file_new (file, error) : NULL;

  return target != NULL &&
         circ_atomic_file_write (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) &&
         circ_atomic_file_commit (target, error);
}

static void
save_template (CircImportWindow *self,
               GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!write_template (file, &error))
    {
      circ_banner_set_title (self->banner, error->message);
      return;
    }
  circ_banner_set_title (self->banner, NULL);
  /* translators: %s is the name of a file */
  text = g_markup_printf_escaped (_ ("Saved %s. Fill it in, then choose it here."), name);
  toast = adw_toast_new (text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  circ_toast_show (self->toasts, toast);
}

static void
save_template_to_action (GtkWidget *widget,
                         const char *action,
                         GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  save_template (CIRC_IMPORT_WINDOW (widget), file);
}

static void
template_chosen_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (CircImportWindow) self = user_data;
  g_autoptr (GFile) file = circ_choose_file_finish (result);

  if (file != NULL && self->session != NULL)
    save_template (self, file);
}

static void
save_template_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  /* translators: the name of a file that is offered: a plan without rows, to be filled in with a spreadsheet */
  circ_choose_file_to_save_async (widget, _ ("Save a Blank Template"), csv_types, NULL, _ ("plan-template.csv"),
                                  template_chosen_cb, g_object_ref (widget));
}

static void
run_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  CircImportCounts counts;

  if (self->import == NULL)
    return;
  if (!circ_plan_import_apply (self->import, &counts, &error))
    {
      circ_banner_set_title (self->banner, error->message);
      return;
    }
  /* What was just done is what can be undone. */
  title = g_strdup (circ_store_get_undo_title (circ_session_get_store (self->session)));
  if (counts.n_added > 0 && title != NULL)
    circ_session_announce (self->session, title);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
close_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
again_cb (CircImportWindow *self)
{
  if (self->import != NULL)
    circ_plan_import_set_again (self->import, gtk_switch_get_active (self->again_switch));
}

static void
missing_cb (CircImportWindow *self)
{
  if (self->import != NULL)
    circ_plan_import_set_add_missing (self->import, gtk_switch_get_active (self->missing_switch));
}

static void
bad_cb (CircImportWindow *self)
{
  if (self->import != NULL)
    circ_plan_import_set_skip_bad_rows (self->import, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->bad_check)));
}

static void
circ_import_window_dispose (GObject *object)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_clear_object (&self->import);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CIRC_TYPE_BANNER);
  g_type_ensure (CIRC_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/plan/circ-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, another_button);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, matching_place);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, preview_place);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, again_switch);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, missing_switch);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, bad_box);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, bad_label);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, bad_check);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, CircImportWindow, run_button);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_cb);
  gtk_widget_class_bind_template_callback (widget_class, bad_cb);
}

static void
circ_import_window_class_init (CircImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_import_window_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "import.starter", NULL, starter_action);
  gtk_widget_class_install_action (widget_class, "import.save-template", NULL, save_template_action);
  gtk_widget_class_install_action (widget_class, "import.save-template-to", "s", save_template_to_action);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "import.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.close", NULL);
}

static void
circ_import_window_init (CircImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
}

GtkWidget *
circ_import_window_new (CircSession *session)
{
  CircImportWindow *self = g_object_new (CIRC_TYPE_IMPORT_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->matching = CIRC_IMPORT_MATCHING (circ_import_matching_new ());
  self->preview = CIRC_IMPORT_PREVIEW (circ_import_preview_new (session));
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_box_append (self->matching_place, GTK_WIDGET (self->matching));
  gtk_box_append (self->preview_place, GTK_WIDGET (self->preview));
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_button));
  return GTK_WIDGET (self);
}

void
circ_import_window_present (CircSession *session,
                            GtkWidget *parent,
                            const char *path)
{
  CircImportWindow *self;
  GtkRoot *root;

  g_return_if_fail (CIRC_IS_SESSION (session));

  self = CIRC_IMPORT_WINDOW (circ_import_window_new (session));
  root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "import.open-path", "s", path);
  gtk_window_present (GTK_WINDOW (self));
}
