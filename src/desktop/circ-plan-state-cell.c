/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-plan-state-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "circ-date.h"
#include "circ-due-words.h"

/* A state in a word or two: the details have room for all of it. */
static const char *
get_state_word (CircItemState state)
{
  switch (state)
    {
    case CIRC_ITEM_STATE_EVIDENCE_MISSING:
      /* translators: a state in a narrow column: done, but evidence is missing */
      return _ ("No evidence");
    case CIRC_ITEM_STATE_NOTHING:
      /* translators: a state in a narrow column: nothing was recorded yet */
      return _ ("Not recorded");
    case CIRC_ITEM_STATE_ARCHIVED:
    case CIRC_ITEM_STATE_OVERDUE:
    case CIRC_ITEM_STATE_DUE:
    case CIRC_ITEM_STATE_DONE:
    case CIRC_ITEM_STATE_ENDED:
    case CIRC_N_ITEM_STATES:
    default:
      return circ_item_state_get_title (state);
    }
}

/* How late, or by when; after what is done, the next. */
static char *
dup_next_words (CircSession *session,
                CircPlanFacts *facts,
                CircRecord *item,
                CircItemState state)
{
  const char *next = circ_plan_facts_get_next_due (facts, circ_record_get_id (item));
  g_autofree char *day = NULL;

  if (next == NULL || state == CIRC_ITEM_STATE_ARCHIVED)
    return NULL;
  if (state == CIRC_ITEM_STATE_OVERDUE || state == CIRC_ITEM_STATE_DUE)
    return circ_due_words (next, circ_session_get_today (session));
  day = circ_date_format (next);
  /* translators: below a state in a narrow column: the next day that something is due, such as Next 05/01/2027 */
  return g_strdup_printf (_ ("Next %s"), day);
}

/* The second line is smaller. */
void
circ_plan_state_cell_show (GtkWidget *cell,
                           CircSession *session,
                           CircPlanFacts *facts,
                           CircRecord *item)
{
  CircItemState state = circ_plan_facts_get_state (facts, item);
  const char *word = get_state_word (state);
  g_autofree char *next = dup_next_words (session, facts, item, state);
  g_autofree char *text = g_strconcat (word, next != NULL ? "\n" : NULL, next, NULL);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (cell));
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *small = pango_attr_scale_new (PANGO_SCALE_SMALL);

  small->start_index = (guint) strlen (word);
  pango_attr_list_insert (attributes, small);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (cell)), circ_item_state_get_icon (state));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, text);
  pango_attr_list_unref (attributes);
}

/* Takes @label. */
GtkWidget *
circ_plan_state_cell_new (GtkWidget *label)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_single_line_mode (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (cell), gtk_image_new ());
  gtk_box_append (GTK_BOX (cell), label);
  return cell;
}
