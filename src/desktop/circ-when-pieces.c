/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choosers of a rule's sentence: for each place in it one kind of control, from a table. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "circ-drop-down.h"
#include "circ-number.h"
#include "circ-when-row-private.h"

typedef enum {
  CHOOSER_NONE,
  CHOOSER_NUMBER,
  CHOOSER_SPAN, /* a number and its unit */
  CHOOSER_CHOICE,
  CHOOSER_TEXT,
  CHOOSER_EVENT,
  CHOOSER_TRIGGER,
  CHOOSER_ITEM,
  CHOOSER_DATE,
} ChooserKind;

#define AT(member) G_STRUCT_OFFSET (CircTiming, member)

typedef struct {
  ChooserKind kind;
  const char *title; /* for a screen reader, and for what is empty */
  gsize at;
  int from;
  int to;
} Chooser;

/* Numbers and choices go from one value to another; a text has what stands there while it is empty in place of a title. */
static const Chooser choosers[] = {
  [CIRC_SLOT_OFFSET] = { CHOOSER_SPAN, N_ ("How long"), AT (offset), 0, CIRC_TIMING_LONGEST },
  [CIRC_SLOT_EVENT] = { CHOOSER_EVENT, N_ ("Which event"), 0, 0, 0 },
  [CIRC_SLOT_ITEM] = { CHOOSER_ITEM, N_ ("Plan item"), 0, 0, 0 },
  [CIRC_SLOT_TRIGGER] = { CHOOSER_TRIGGER, N_ ("What happens"), 0, 0, 0 },
  [CIRC_SLOT_TARGET] = { CHOOSER_NUMBER, N_ ("Working days allowed"), AT (target_days), 0, CIRC_TIMING_LONGEST },
  [CIRC_SLOT_DAY] = { CHOOSER_NUMBER, N_ ("Day"), AT (day), 1, 31 },
  [CIRC_SLOT_MONTH] = { CHOOSER_CHOICE, N_ ("Month"), AT (month), 1, 12 },
  [CIRC_SLOT_YEAR] = { CHOOSER_DATE, N_ ("First date"), 0, 0, 0 },
  [CIRC_SLOT_DAY_TO] = { CHOOSER_NUMBER, N_ ("Last day"), AT (day_to), 1, 31 },
  [CIRC_SLOT_MONTH_TO] = { CHOOSER_CHOICE, N_ ("Last month"), AT (month_to), 1, 12 },
  [CIRC_SLOT_WEEKDAY] = { CHOOSER_CHOICE, N_ ("Weekday"), AT (weekday), 1, 7 },
  [CIRC_SLOT_ORDINAL] = { CHOOSER_CHOICE, N_ ("Which one in the month"), AT (ordinal), 1, 6 },
  [CIRC_SLOT_FROM] = { CHOOSER_NUMBER, N_ ("Earliest day"), AT (window_from), 1, 31 },
  [CIRC_SLOT_TO] = { CHOOSER_NUMBER, N_ ("Latest day"), AT (window_to), 1, 31 },
  [CIRC_SLOT_LENGTH] = { CHOOSER_NUMBER, N_ ("How many days"), AT (length_days), 1, 366 },
  [CIRC_SLOT_EASTER] = { CHOOSER_NUMBER, N_ ("Days from Easter Sunday"), AT (easter_offset), 0, 366 },
  [CIRC_SLOT_FREQUENCY] = { CHOOSER_CHOICE, N_ ("How often"), AT (frequency), 0, CIRC_N_FREQUENCIES - 1 },
  [CIRC_SLOT_TIMES] = { CHOOSER_NUMBER, N_ ("How many times"), AT (times), 0, CIRC_TIMING_LONGEST },
  [CIRC_SLOT_REVIEW] = { CHOOSER_NUMBER, N_ ("Months between reviews"), AT (review_every_months), 1, CIRC_TIMING_LONGEST },
  [CIRC_SLOT_LEAD] = { CHOOSER_NUMBER, N_ ("Working days ahead"), AT (lead_days), 0, CIRC_TIMING_LONGEST },
  [CIRC_SLOT_TAG] = { CHOOSER_TEXT, N_ ("any tag"), AT (tag), 0, 0 },
  [CIRC_SLOT_REQUESTED_BY] = { CHOOSER_TEXT, N_ ("anybody"), AT (requested_by), 0, 0 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (choosers) == CIRC_N_SLOTS);

#define NUMBER(timing, slot) G_STRUCT_MEMBER (int, timing, choosers[slot].at)
#define TEXT(timing, slot) G_STRUCT_MEMBER (char *, timing, choosers[slot].at)

static CircWhenRow *
get_row (GtkWidget *child)
{
  return CIRC_WHEN_ROW (gtk_widget_get_ancestor (child, CIRC_TYPE_WHEN_ROW));
}

static CircSlot
get_slot (gpointer chooser)
{
  return GPOINTER_TO_UINT (g_object_get_data (chooser, "slot"));
}

static void
set_slot (GtkWidget *chooser,
          CircSlot slot)
{
  g_object_set_data (G_OBJECT (chooser), "slot", GUINT_TO_POINTER (slot));
}

static void
rename_cb (GtkDropDown *drop_down,
           GParamSpec *pspec,
           const char *title)
{
  circ_drop_down_update_name (drop_down, g_dgettext (GETTEXT_PACKAGE, title));
}

GtkWidget *
circ_when_row_add_drop_down (CircWhenRow *self,
                             GtkWidget *box,
                             const char *title,
                             char **choices,
                             guint chosen,
                             GCallback changed)
{
  GtkWidget *drop_down = circ_drop_down_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *const *) choices);

  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  gtk_widget_set_hexpand (drop_down, FALSE);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (rename_cb), (gpointer) title);
  rename_cb (GTK_DROP_DOWN (drop_down), NULL, title);
  g_signal_connect_object (drop_down, "notify::selected", changed, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), drop_down);
  return drop_down;
}

/* A list of values of one member: the words for each come from the sentence's own. */
static int
get_value (CircSlot slot,
           guint index)
{
  int value = choosers[slot].from + (int) index;

  return slot == CIRC_SLOT_ORDINAL && value == choosers[slot].to ? CIRC_DAY_LAST_WEEKDAY : value;
}

static void
choice_cb (CircWhenRow *self,
           GParamSpec *pspec,
           GtkDropDown *drop_down)
{
  CircSlot slot = get_slot (drop_down);

  if (self->building)
    return;
  NUMBER (self->timing, slot) = get_value (slot, gtk_drop_down_get_selected (drop_down));
  circ_when_row_touch (self, TRUE);
}

static void
add_choice (CircWhenRow *self,
            GtkWidget *box,
            CircSlot slot)
{
  g_autoptr (CircTiming) sample = circ_timing_copy (self->timing);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  guint chosen = 0;
  GtkWidget *drop_down;

  for (guint i = 0; choosers[slot].from + (int) i <= choosers[slot].to; i++)
    {
      g_autofree char *title = NULL;

      NUMBER (sample, slot) = get_value (slot, i);
      if (NUMBER (sample, slot) == NUMBER (self->timing, slot))
        chosen = i;
      title = circ_slot_dup_text (slot, sample, NULL);
      g_strv_builder_add (builder, title);
    }
  titles = g_strv_builder_end (builder);
  drop_down = circ_when_row_add_drop_down (self, box, choosers[slot].title, titles, chosen, G_CALLBACK (choice_cb));
  set_slot (drop_down, slot);
}

static int
read_digits (const char *text)
{
  const char *digits = strpbrk (text, "0123456789");

  return digits != NULL ? (int) CLAMP (g_ascii_strtoll (digits, NULL, 10), 0, G_MAXINT) : 0;
}

/* "5 working days": the number may be typed alone. */
static int
input_cb (GtkSpinButton *spin,
          double *value,
          gpointer user_data)
{
  *value = read_digits (gtk_editable_get_text (GTK_EDITABLE (spin)));
  return TRUE;
}

static gboolean
output_cb (GtkSpinButton *spin,
           CircWhenRow *self)
{
  CircSlot slot = get_slot (spin);
  g_autoptr (CircTiming) sample = circ_timing_copy (self->timing);
  g_autofree char *text = NULL;

  NUMBER (sample, slot) = gtk_spin_button_get_value_as_int (spin);
  if (slot == CIRC_SLOT_OFFSET)
    text = g_strdup_printf ("%d", sample->offset);
  else if (slot == CIRC_SLOT_TIMES && sample->times == 0)
    text = g_strdup (_ ("any number"));
  else
    text = circ_slot_dup_text (slot, sample, NULL);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), (int) g_utf8_strlen (text, -1));
  return TRUE;
}

/* Returns: (transfer full): "weeks", as it is said of so many. */
static char *
dup_unit (CircUnit unit,
          int n)
{
  g_autofree char *phrase = circ_unit_dup_phrase (unit, n);

  g_strdelimit (phrase, "0123456789", ' ');
  return g_strdup (g_strstrip (phrase));
}

static GStrv
dup_units (int n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < CIRC_N_UNITS; i++)
    {
      g_autofree char *unit = dup_unit (i, n);

      g_strv_builder_add (builder, unit);
    }
  return g_strv_builder_end (builder);
}

/* One week, but two weeks. */
static void
update_units (CircWhenRow *self,
              GtkSpinButton *spin)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (spin));
  GtkStringList *titles;
  g_auto (GStrv) units = dup_units (gtk_spin_button_get_value_as_int (spin));

  if (!GTK_IS_DROP_DOWN (next))
    return;
  titles = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (next)));
  if (g_str_equal (gtk_string_list_get_string (titles, self->timing->unit), units[self->timing->unit]))
    return;
  gtk_string_list_splice (titles, 0, CIRC_N_UNITS, (const char *const *) units);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (next), self->timing->unit);
}

static void
number_cb (CircWhenRow *self,
           GtkSpinButton *spin)
{
  CircSlot slot = get_slot (spin);
  gboolean building = self->building;

  NUMBER (self->timing, slot) = gtk_spin_button_get_value_as_int (spin);
  if (slot == CIRC_SLOT_OFFSET || slot == CIRC_SLOT_EASTER)
    circ_timing_set_way (self->timing, self->way);
  self->building = TRUE;
  if (slot == CIRC_SLOT_OFFSET)
    update_units (self, spin);
  self->building = building;
  circ_when_row_touch (self, FALSE);
}

/* A number has been read by now: its own handler of the key comes first. */
static void
enter_cb (CircWhenRow *self)
{
  circ_when_row_touch (self, TRUE);
}

/* Leaving a number or a text is the end of the edit, as a choice is; several steps of a number are one change. */
static void
leave_cb (GtkEventController *controller,
          gpointer user_data)
{
  GtkWidget *chooser = gtk_event_controller_get_widget (controller);
  CircWhenRow *row = get_row (chooser);

  /* What was typed is read only now, and Escape in the next place must not take it back. */
  if (GTK_IS_SPIN_BUTTON (chooser))
    gtk_spin_button_update (GTK_SPIN_BUTTON (chooser));
  if (row != NULL && row->dirty)
    circ_when_row_touch (row, TRUE);
}

static void
commit_on_leave (GtkWidget *chooser)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (chooser, focus);
}

static void
add_number (CircWhenRow *self,
            GtkWidget *box,
            CircSlot slot)
{
  const Chooser *chooser = &choosers[slot];
  GtkWidget *spin = circ_number_new (chooser->from, chooser->to, g_dgettext (GETTEXT_PACKAGE, chooser->title));

  set_slot (spin, slot);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  gtk_spin_button_set_update_policy (GTK_SPIN_BUTTON (spin), GTK_UPDATE_IF_VALID);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect_object (spin, "output", G_CALLBACK (output_cb), self, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), ABS (NUMBER (self->timing, slot)));
  output_cb (GTK_SPIN_BUTTON (spin), self);
  commit_on_leave (spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (spin)), "activate", G_CALLBACK (enter_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), spin);
}

static void
unit_cb (CircWhenRow *self,
         GParamSpec *pspec,
         GtkDropDown *drop_down)
{
  if (self->building)
    return;
  self->timing->unit = gtk_drop_down_get_selected (drop_down);
  circ_when_row_touch (self, TRUE);
}

static void
add_span (CircWhenRow *self,
          GtkWidget *box,
          CircSlot slot)
{
  g_auto (GStrv) units = dup_units (ABS (self->timing->offset));

  add_number (self, box, slot);
  circ_when_row_add_drop_down (self, box, N_ ("Unit"), units, self->timing->unit, G_CALLBACK (unit_cb));
}

GtkWidget *
circ_when_row_add_entry (CircWhenRow *self,
                         GtkWidget *box,
                         const char *title,
                         const char *placeholder,
                         const char *text,
                         GCallback changed)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 30);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  commit_on_leave (entry);
  g_signal_connect_object (entry, "changed", changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
text_cb (CircWhenRow *self,
         GtkEditable *entry)
{
  CircSlot slot = get_slot (entry);

  g_free (TEXT (self->timing, slot));
  TEXT (self->timing, slot) = g_strdup (gtk_editable_get_text (entry));
  circ_when_row_touch (self, FALSE);
}

static void
add_text (CircWhenRow *self,
          GtkWidget *box,
          CircSlot slot)
{
  const char *title = slot == CIRC_SLOT_TAG ? _ ("Tag of the theme days") : _ ("Who asks");

  set_slot (circ_when_row_add_entry (self, box, title, g_dgettext (GETTEXT_PACKAGE, choosers[slot].title),
                                     TEXT (self->timing, slot), G_CALLBACK (text_cb)), slot);
}

static void
way_cb (CircWhenRow *self,
        GParamSpec *pspec,
        GtkDropDown *drop_down)
{
  if (self->building)
    return;
  self->way = gtk_drop_down_get_selected (drop_down);
  circ_timing_set_way (self->timing, self->way);
  circ_when_row_touch (self, TRUE);
}

static void
roll_cb (CircWhenRow *self,
         GParamSpec *pspec,
         GtkDropDown *drop_down)
{
  if (self->building)
    return;
  self->timing->roll = gtk_drop_down_get_selected (drop_down);
  circ_when_row_touch (self, TRUE);
}

static void
add_slot (CircWhenRow *self,
          GtkWidget *box,
          CircSlot slot)
{
  const char *title = choosers[slot].title;

  switch (choosers[slot].kind)
    {
    case CHOOSER_NUMBER:
      add_number (self, box, slot);
      break;
    case CHOOSER_SPAN:
      add_span (self, box, slot);
      break;
    case CHOOSER_CHOICE:
      add_choice (self, box, slot);
      break;
    case CHOOSER_TEXT:
      add_text (self, box, slot);
      break;
    case CHOOSER_EVENT:
      circ_when_row_add_event (self, box, title);
      break;
    case CHOOSER_TRIGGER:
      circ_when_row_add_trigger (self, box, title);
      break;
    case CHOOSER_ITEM:
      circ_when_row_add_item (self, box);
      break;
    case CHOOSER_DATE:
      circ_when_row_add_date (self, box);
      break;
    case CHOOSER_NONE:
    default:
      g_assert_not_reached ();
    }
}

void
circ_when_row_add_piece (CircWhenRow *self,
                         GtkWidget *box,
                         const CircPiece *piece)
{
  GtkWidget *words;

  switch (piece->kind)
    {
    case CIRC_PIECE_WORDS:
      words = gtk_label_new (piece->words);
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_label_set_xalign (GTK_LABEL (words), 0);
      gtk_box_append (GTK_BOX (box), words);
      break;
    case CIRC_PIECE_SLOT:
      add_slot (self, box, piece->slot);
      break;
    case CIRC_PIECE_WAY:
      circ_when_row_add_drop_down (self, box, N_ ("How it is meant"), piece->choices, self->way, G_CALLBACK (way_cb));
      break;
    case CIRC_PIECE_ROLL:
      self->roll = circ_when_row_add_drop_down (self, box, N_ ("On a day when nobody works"), piece->choices,
                                                self->timing->roll, G_CALLBACK (roll_cb));
      break;
    default:
      g_assert_not_reached ();
    }
}
