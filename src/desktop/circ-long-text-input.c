/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-long-text-input.h"

/* About fifteen lines before it scrolls; three at least, by the style sheet, which knows the size of the text. */
#define LONG_HEIGHT_MAX 320
/* A one-line field starts as one line and may wrap to a few. */
#define LINE_HEIGHT_MAX 160

struct _CircLongTextInput {
  CircInput parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GtkTextBuffer *buffer; /* (borrowed) of the view */
  guint grow_source;
};

G_DEFINE_FINAL_TYPE (CircLongTextInput, circ_long_text_input, CIRC_TYPE_INPUT)

static gboolean
is_one_line (CircLongTextInput *self)
{
  return circ_input_get_field (CIRC_INPUT (self))->kind == CIRC_FIELD_TEXT;
}

static char *
dup_text (CircLongTextInput *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  if (is_one_line (self))
    g_strdelimit (text, "\r\n", ' ');

  return text;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                CircLongTextInput *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if (!is_one_line (self) && (modifiers & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  circ_input_emit_commit (CIRC_INPUT (self));

  return GDK_EVENT_STOP;
}

/* What is whole in sight leaves the wheel to the form. GtkScrolledWindow keeps it even when it has nowhere to go. */
static void
set_takes_wheel (CircLongTextInput *self,
                 gboolean takes)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, takes ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
    }
}

/* A text view knows how high it is only when it has a width, and then does not ask for more room by itself. */
static gboolean
grow_cb (gpointer user_data)
{
  CircLongTextInput *self = user_data;
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int most = is_one_line (self) ? LINE_HEIGHT_MAX : LONG_HEIGHT_MAX;
  GtkTextIter end;
  int top;
  int height;

  self->grow_source = 0;
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_view_get_line_yrange (view, &end, &top, &height);
  height += top + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN (height, most));
  set_takes_wheel (self, height > most);

  return G_SOURCE_REMOVE;
}

static void
grow_soon (CircLongTextInput *self)
{
  if (self->grow_source == 0)
    self->grow_source = g_idle_add (grow_cb, self);
}

static void
circ_long_text_input_dispose (GObject *object)
{
  g_clear_handle_id (&CIRC_LONG_TEXT_INPUT (object)->grow_source, g_source_remove);

  G_OBJECT_CLASS (circ_long_text_input_parent_class)->dispose (object);
}

static void
circ_long_text_input_forget_undo (CircInput *input)
{
  CircLongTextInput *self = CIRC_LONG_TEXT_INPUT (input);

  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
}

static void
circ_long_text_input_set_value (CircInput *input,
                                GVariant *value)
{
  CircLongTextInput *self = CIRC_LONG_TEXT_INPUT (input);
  const char *text = value != NULL ? g_variant_get_string (value, NULL) : "";
  g_autofree char *shown = dup_text (self);

  /* Setting the same text again would move the cursor of whoever is typing. */
  if (g_strcmp0 (text, shown) == 0)
    return;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  circ_long_text_input_forget_undo (input);
}

static GVariant *
circ_long_text_input_dup_value (CircInput *input,
                                GError **error)
{
  g_autofree char *text = dup_text (CIRC_LONG_TEXT_INPUT (input));
  CircSession *session = circ_input_get_session (input);

  return circ_field_parse (circ_input_get_field (input), text, circ_session_get_today (session), error);
}

static GtkWidget *
circ_long_text_input_get_focus (CircInput *input)
{
  return CIRC_LONG_TEXT_INPUT (input)->view;
}

static void
circ_long_text_input_set_editable (CircInput *input,
                                   gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (CIRC_LONG_TEXT_INPUT (input)->view), editable);
}

static void
circ_long_text_input_constructed (GObject *object)
{
  CircLongTextInput *self = CIRC_LONG_TEXT_INPUT (object);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  G_OBJECT_CLASS (circ_long_text_input_parent_class)->constructed (object);

  if (is_one_line (self))
    {
      gtk_scrolled_window_set_max_content_height (scroller, LINE_HEIGHT_MAX);
    }
  else
    {
      gtk_scrolled_window_set_max_content_height (scroller, LONG_HEIGHT_MAX);
      gtk_widget_add_css_class (self->scroller, "circ-text-long");
    }
}

static void
circ_long_text_input_class_init (CircLongTextInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CircInputClass *input_class = CIRC_INPUT_CLASS (klass);

  object_class->constructed = circ_long_text_input_constructed;
  object_class->dispose = circ_long_text_input_dispose;
  input_class->set_value = circ_long_text_input_set_value;
  input_class->dup_value = circ_long_text_input_dup_value;
  input_class->get_focus = circ_long_text_input_get_focus;
  input_class->forget_undo = circ_long_text_input_forget_undo;
  input_class->set_editable = circ_long_text_input_set_editable;
}

static void
circ_long_text_input_init (CircLongTextInput *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes to the next field, as everywhere else in a form. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 7);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 7);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 9);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->view, keys);

  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (self->scroller, "circ-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (circ_input_emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (grow_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (grow_soon), self, G_CONNECT_SWAPPED);
}
