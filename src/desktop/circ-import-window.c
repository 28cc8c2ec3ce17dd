/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-import-window.h"

#include <glib/gi18n-lib.h>

#include "circ-check-button.h"
#include "circ-import-window-private.h"

G_DEFINE_FINAL_TYPE (CircImportWindow, circ_import_window, ADW_TYPE_WINDOW)

/* Rows in each state but the empty ones; those left out by hand are counted apart, wherever they belong. */
typedef struct {
  guint n[CIRC_IMPORT_ROW_EMPTY];
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

      if (row->state == CIRC_IMPORT_ROW_EMPTY)
        continue;
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
            g_strdup_printf (ngettext ("%u row is not ticked and is left out", "%u rows are not ticked and are left out",
                                       tally->n_skipped), tally->n_skipped));
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

/* Not while a worker has the import: it is looked at again when the worker has given it back. */
void
circ_import_window_update (CircImportWindow *self)
{
  CircImportCounts counts;
  Tally tally;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gboolean ready;

  if (self->import == NULL || self->busy)
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
  circ_import_window_update (self);
  return G_SOURCE_REMOVE;
}

void
circ_import_window_changed (CircImportWindow *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
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

/* What is being saved is saved to its end, and then the window goes by itself. */
static gboolean
circ_import_window_close_request (GtkWindow *window)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (window);

  if (self->busy && self->cancellable == NULL)
    return TRUE;
  return GTK_WINDOW_CLASS (circ_import_window_parent_class)->close_request (window);
}

/* A worker holds a closed window until it has stopped, which may be after the parent has gone; GTK would then look the
 * parent up once more. */
static void
circ_import_window_unrealize (GtkWidget *widget)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (widget);

  g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (circ_import_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
}

static void
circ_import_window_dispose (GObject *object)
{
  CircImportWindow *self = CIRC_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->import != NULL)
    g_clear_signal_handler (&self->handler, self->import);
  g_clear_object (&self->import);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->name, g_free);
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
  widget_class->unrealize = circ_import_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = circ_import_window_close_request;

  bind_template (widget_class);
  circ_import_window_install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.run", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "import.run", NULL);
}

static void
add_busy_page (CircImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->busy_label = GTK_LABEL (label);
  gtk_widget_set_size_request (GTK_WIDGET (self->spinner), 32, 32);
  gtk_label_set_wrap (self->busy_label, TRUE);
  gtk_label_set_justify (self->busy_label, GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), label);
  gtk_stack_add_named (self->stack, box, "busy");
}

static void
circ_import_window_init (CircImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_busy_page (self);
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
