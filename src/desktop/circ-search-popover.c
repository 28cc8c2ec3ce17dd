/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-search-popover.h"

#include <glib/gi18n-lib.h>

#include "circ-look.h"

/* More than anybody reads: who has as many adds a word. */
#define N_RESULTS 50
/* What is looked through for them: a word of the plan is in its evidence many times over. */
#define N_HITS 400

struct _CircSearchPopover {
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkStack *stack;
  GtkWidget *message;
  GtkWidget *list;

  CircSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CircSearchPopover, circ_search_popover, GTK_TYPE_POPOVER)

enum {
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static GtkWidget *
new_row (CircSession *session,
         const CircHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (circ_look_get_kind_icon (hit->kind->id));
  const char *kind = circ_kind_get_title (hit->kind);
  gboolean repeats = hit->snippet == NULL || g_strcmp0 (hit->snippet, hit->title) == 0;
  gboolean put_away = circ_session_is_put_away (session, hit->id);
  g_autofree char *title = put_away ? circ_session_dup_put_away_title (session, hit->kind->id, hit->title)
                                    : g_strdup (hit->title);
  GtkWidget *label = new_label (title, NULL);
  g_autofree char *note = NULL;
  g_autofree char *name = NULL;

  if (put_away)
    gtk_widget_add_css_class (label, "dim-label");
  /* translators: a kind of record, such as: Plan item; and the words that were found in it */
  note = repeats ? g_strdup (kind) : g_strdup_printf (_ ("%s · %s"), kind, hit->snippet);
  /* translators: how a screen reader says a result: its name, and its kind with the words that were found */
  name = g_strdup_printf (_ ("%s, %s"), title, note);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), new_label (note, "caption"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "circ-id", g_memdup2 (&hit->id, sizeof hit->id), g_free);
  return row;
}

static void
show_message (CircSearchPopover *self,
              const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

/* The plan first, then the lists, then what was recorded: newest first in each. */
static int
get_rank (CircKindId kind)
{
  switch (kind)
    {
    case CIRC_KIND_PLAN_ITEM:
      return 0;
    case CIRC_KIND_OCCURRENCE:
      return 2;
    case CIRC_KIND_EVIDENCE:
    case CIRC_KIND_MEASURE_READING:
    case CIRC_KIND_CASCADE_RETURN:
      return 3;
    case CIRC_KIND_PARTNERSHIP:
    case CIRC_KIND_AGENCY:
    case CIRC_KIND_CONTACT:
    case CIRC_KIND_GROUP:
    case CIRC_KIND_CIRCULATION_LIST:
    case CIRC_KIND_AUDIENCE:
    case CIRC_KIND_METHOD:
    case CIRC_KIND_KEY_MESSAGE:
    case CIRC_KIND_MEETING:
    case CIRC_KIND_THEME_DAY:
    case CIRC_KIND_THEME_DAY_YEAR:
    case CIRC_KIND_TRIGGER:
    case CIRC_KIND_HOLIDAY:
    case CIRC_KIND_DATE_SETTINGS:
    case CIRC_KIND_FORMAT_REQUEST:
    case CIRC_KIND_MATRIX:
    case CIRC_KIND_MATRIX_CELL:
    case CIRC_KIND_PRIORITY:
    case CIRC_KIND_MEASURE:
    case CIRC_KIND_CAMPAIGN:
    case CIRC_KIND_PARTNER_SITE:
    case CIRC_N_KINDS:
    default:
      return 1;
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const CircHit *first = *(const CircHit *const *) a;
  const CircHit *second = *(const CircHit *const *) b;
  int rank = get_rank (first->kind->id) - get_rank (second->kind->id);

  if (rank != 0)
    return rank;
  return first->id > second->id ? -1 : first->id < second->id;
}

static void
fill (CircSearchPopover *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (self->session == NULL || *stripped == '\0')
    {
      show_message (self, _ ("Finds words in the plan, in what was recorded and in all lists."));
      return;
    }
  hits = circ_store_search (circ_session_get_store (self->session), stripped, N_HITS, &error);
  if (hits == NULL)
    {
      show_message (self, error->message);
      return;
    }
  g_ptr_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, N_RESULTS); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self->session, g_ptr_array_index (hits, i)));
  if (hits->len == 0)
    {
      show_message (self, _ ("Nothing Found"));
      return;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_stack_set_visible_child_name (self->stack, "results");
}

static void
search_changed_cb (CircSearchPopover *self)
{
  fill (self);
}

static void
row_activated_cb (CircSearchPopover *self,
                  GtkListBoxRow *row)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "circ-id");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
activate_cb (CircSearchPopover *self)
{
  GtkListBoxRow *row;

  /* The entry tells of its text a moment late; Enter is never about the words before. */
  if (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) == NULL)
    fill (self);
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row != NULL)
    row_activated_cb (self, row);
}

/* What was found stands for other words from the first letter on. */
static void
changed_cb (CircSearchPopover *self)
{
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
}

static void
move (CircSearchPopover *self,
      int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int position = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = position >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position) : NULL;
  GtkWidget *scroller = gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  if (next == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  if (gtk_widget_compute_bounds (GTK_WIDGET (next), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
key_pressed_cb (CircSearchPopover *self,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
stop_search_cb (CircSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The words of the last time stay, chosen, so that typing replaces them. */
static void
show_cb (CircSearchPopover *self)
{
  fill (self);
  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
circ_search_popover_dispose (GObject *object)
{
  CircSearchPopover *self = CIRC_SEARCH_POPOVER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (circ_search_popover_parent_class)->dispose (object);
}

static void
circ_search_popover_class_init (CircSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = circ_search_popover_dispose;

  signals[OPENED] = g_signal_new ("opened", CIRC_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/circulate/Circulate/circ-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CircSearchPopover, search);
  gtk_widget_class_bind_template_child (widget_class, CircSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, CircSearchPopover, message);
  gtk_widget_class_bind_template_child (widget_class, CircSearchPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
circ_search_popover_init (CircSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
circ_search_popover_new (void)
{
  return g_object_new (CIRC_TYPE_SEARCH_POPOVER, NULL);
}

void
circ_search_popover_set_session (CircSearchPopover *self,
                                 CircSession *session)
{
  g_return_if_fail (CIRC_IS_SEARCH_POPOVER (self));

  g_set_object (&self->session, session);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}
