/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-rules-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "circ-date-facts.h"
#include "circ-date-settings.h"
#include "circ-form.h"
#include "circ-holidays-box.h"
#include "circ-label.h"
#include "circ-number.h"
#include "circ-timing-sentence.h"

#define COLUMN 640
#define LARGEST 3650

struct _CircRulesPage {
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkWidget *heading;
  GtkWidget *old;
  GtkWidget *list;
  GtkWidget *problem;
  CircForm *form;

  CircSession *session; /* (owned) */
  CircRecord *settings; /* (owned) */
  CircRulePack *pack;   /* (owned) (nullable) */
  gboolean showing; /* nothing that happens is the person's doing */
};

G_DEFINE_FINAL_TYPE (CircRulesPage, circ_rules_page, GTK_TYPE_WIDGET)

static const CircFormSection sections[] = {
  { NULL, NULL, (const int[]) { CIRC_DATE_SETTINGS_VERIFIED_ON, CIRC_DATE_SETTINGS_VERIFIED_BY, -1 }, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static CircRule
get_rule (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "circ-rule"));
}

static void
append_row (GVariantBuilder *rows,
            const CircRulePack *pack,
            CircRule rule)
{
  g_variant_builder_open (rows, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (rows, "{sv}", "setting", g_variant_new_string (circ_rule_get_token (rule)));
  if (rule < CIRC_N_NUMBER_RULES)
    {
      const char *unit = circ_unit_get_token (circ_rule_pack_get_unit (pack, rule));

      g_variant_builder_add (rows, "{sv}", "number", g_variant_new_int64 (circ_rule_pack_get_number (pack, rule)));
      g_variant_builder_add (rows, "{sv}", "unit", g_variant_new_string (unit));
    }
  g_variant_builder_add (rows, "{sv}", "verified", g_variant_new_boolean (circ_rule_pack_is_verified (pack, rule)));
  g_variant_builder_close (rows);
}

static gboolean
is_row_of (GVariant *row,
           CircRule rule)
{
  const char *setting = NULL;

  return g_variant_lookup (row, "setting", "&s", &setting) && g_strcmp0 (setting, circ_rule_get_token (rule)) == 0;
}

/* The file holds what was set here; the rest is as it came with the program, also when a newer one knows better. */
static void
save (CircRulesPage *self,
      CircRule rule)
{
  GVariant *rows = circ_record_get (self->settings, CIRC_DATE_SETTINGS_RULES);
  g_autoptr (GError) error = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; rows != NULL && i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);

      if (!is_row_of (row, rule))
        g_variant_builder_add_value (&builder, row);
    }
  append_row (&builder, self->pack, rule);
  if (!circ_session_set_field (self->session, self->settings, CIRC_DATE_SETTINGS_RULES, g_variant_builder_end (&builder),
                               &error))
    gtk_label_set_label (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, error != NULL);
}

static void
number_cb (CircRulesPage *self,
           GtkSpinButton *spin)
{
  CircRule rule = get_rule (GTK_WIDGET (spin));

  if (self->showing)
    return;
  circ_rule_pack_set_number (self->pack, rule, gtk_spin_button_get_value_as_int (spin),
                             circ_rule_pack_get_unit (self->pack, rule));
  save (self, rule);
}

static void
verified_cb (CircRulesPage *self,
             GParamSpec *pspec,
             GtkCheckButton *check)
{
  CircRule rule = get_rule (GTK_WIDGET (check));

  if (self->showing)
    return;
  circ_rule_pack_set_verified (self->pack, rule, gtk_check_button_get_active (check));
  save (self, rule);
}

/* Returns: (transfer full): "working days", as it is said of so many. */
static char *
dup_unit (CircUnit unit,
          int n)
{
  g_autofree char *phrase = circ_unit_dup_phrase (unit, n);

  g_strdelimit (phrase, "0123456789", ' ');
  return g_strdup (g_strstrip (phrase));
}

static GtkWidget *
new_number (CircRulesPage *self,
            CircRule rule)
{
  GtkWidget *spin = circ_number_new (0, LARGEST, circ_rule_get_title (rule));

  g_object_set_data (G_OBJECT (spin), "circ-rule", GUINT_TO_POINTER (rule));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  return spin;
}

static void
append_rule (CircRulesPage *self,
             CircRule rule)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new_with_label (_ ("Verified"));
  /* translators: for a screen reader; %s is a deadline that the law sets */
  g_autofree char *name = g_strdup_printf (_ ("Verified: %s"), circ_rule_get_title (rule));
  GtkWidget *space = gtk_label_new (NULL);

  if (rule < CIRC_N_NUMBER_RULES)
    gtk_box_append (GTK_BOX (line), new_number (self, rule));
  gtk_box_append (GTK_BOX (line), circ_label_new (NULL, NULL));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (line), space);
  g_object_set_data (G_OBJECT (check), "circ-rule", GUINT_TO_POINTER (rule));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (verified_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (row), circ_label_new (circ_rule_get_title (rule), NULL));
  gtk_box_append (GTK_BOX (row), line);
  {
    GtkWidget *source = circ_label_new (NULL, "dim-label");

    gtk_widget_add_css_class (source, "caption");
    gtk_box_append (GTK_BOX (row), source);
  }
  gtk_widget_add_css_class (row, "circ-row");
  gtk_box_append (GTK_BOX (self->list), row);
}

/* A row: what it is about, the line with number and unit (or words), space and check, and the source. */
static void
show_rule (CircRulesPage *self,
           GtkWidget *row,
           CircRule rule)
{
  GtkWidget *line = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  GtkWidget *first = gtk_widget_get_first_child (line);

  if (GTK_IS_SPIN_BUTTON (first))
    {
      int number = circ_rule_pack_get_number (self->pack, rule);
      g_autofree char *unit = dup_unit (circ_rule_pack_get_unit (self->pack, rule), number);

      gtk_spin_button_set_value (GTK_SPIN_BUTTON (first), number);
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), unit);
    }
  else
    {
      g_autofree char *words = circ_rule_pack_dup_words (self->pack, rule);

      gtk_label_set_label (GTK_LABEL (first), words);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_last_child (line)),
                               circ_rule_pack_is_verified (self->pack, rule));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), circ_rule_pack_get_source (self->pack, rule));
}

static void
show (CircRulesPage *self)
{
  g_autoptr (GError) error = NULL;
  CircRulePack *pack = circ_rule_pack_load (circ_session_get_store (self->session), &error);
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  if (pack == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }
  g_clear_pointer (&self->pack, circ_rule_pack_free);
  self->pack = pack;
  self->showing = TRUE;
  gtk_label_set_label (GTK_LABEL (self->heading), circ_rule_pack_get_title (pack));
  gtk_widget_set_visible (self->old,
                          circ_rule_pack_needs_check (pack, circ_day_from_iso (circ_session_get_today (self->session))));
  for (CircRule rule = 0; row != NULL && rule < CIRC_N_RULES; rule++, row = gtk_widget_get_next_sibling (row))
    show_rule (self, row, rule);
  self->showing = FALSE;
}

static void
circ_rules_page_dispose (GObject *object)
{
  CircRulesPage *self = CIRC_RULES_PAGE (object);

  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_pointer (&self->pack, circ_rule_pack_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_rules_page_parent_class)->dispose (object);
}

static void
circ_rules_page_class_init (CircRulesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = circ_rules_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
circ_rules_page_init (CircRulesPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), COLUMN);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), COLUMN);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
  adw_clamp_set_child (ADW_CLAMP (self->clamp), column);
  self->heading = circ_label_new (NULL, "heading");
  gtk_box_append (GTK_BOX (column), self->heading);
  self->old = circ_label_new (_ ("These were not compared with their sources in the last year. Enter below when it was done and by "
                            "whom. A number that is changed here is to be verified again."), "warning");
  gtk_box_append (GTK_BOX (column), self->old);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "card");
  gtk_widget_add_css_class (self->list, "circ-rules");
  self->problem = circ_label_new (NULL, "error");
  gtk_widget_set_visible (self->problem, FALSE);
}

GtkWidget *
circ_rules_page_new (CircSession *session)
{
  CircRulesPage *self = g_object_new (CIRC_TYPE_RULES_PAGE, NULL);
  GtkWidget *column = adw_clamp_get_child (ADW_CLAMP (self->clamp));
  g_autoptr (GError) error = NULL;

  self->session = g_object_ref (session);
  self->settings = circ_store_get_only (circ_session_get_store (session), CIRC_KIND_DATE_SETTINGS, &error);
  if (self->settings == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->heading), error->message);
      return GTK_WIDGET (self);
    }
  self->form = CIRC_FORM (circ_form_new (session, &circ_date_settings_kind, sections));
  circ_form_set_record (self->form, self->settings);
  for (CircRule rule = 0; rule < CIRC_N_RULES; rule++)
    append_rule (self, rule);
  gtk_widget_set_sensitive (self->list, !circ_session_get_read_only (session));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), self->list);
  gtk_box_prepend (GTK_BOX (column), circ_holidays_box_new (session));
  g_signal_connect_object (circ_session_get_store (session), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

gboolean
circ_rules_page_commit (CircRulesPage *self)
{
  g_return_val_if_fail (CIRC_IS_RULES_PAGE (self), FALSE);
  return self->form == NULL || circ_form_commit (self->form);
}
