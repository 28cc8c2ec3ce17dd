/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-today-row.h"

struct _CircTodayRow {
  GObject parent_instance;

  CircTodayGroup group;
  gint64 item;
  guint rule;
  CircOccurrenceState state;
  char *trigger;
  CircWaiting waiting;
  gboolean late;
  CircAnchor anchor;
  gint64 anchor_id;
};

G_DEFINE_FINAL_TYPE (CircTodayRow, circ_today_row, G_TYPE_OBJECT)

static void
circ_today_row_finalize (GObject *object)
{
  g_free (CIRC_TODAY_ROW (object)->trigger);

  G_OBJECT_CLASS (circ_today_row_parent_class)->finalize (object);
}

static void
circ_today_row_class_init (CircTodayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = circ_today_row_finalize;
}

static void
circ_today_row_init (CircTodayRow *self)
{
}

CircTodayRow *
circ_today_row_new_heading (CircTodayGroup group)
{
  CircTodayRow *self = g_object_new (CIRC_TYPE_TODAY_ROW, NULL);

  self->group = group;
  return self;
}

CircTodayRow *
circ_today_row_new_waiting (const CircDueLine *line)
{
  CircTodayRow *self = g_object_new (CIRC_TYPE_TODAY_ROW, NULL);

  self->group = line->waiting == CIRC_WAITING_TRIGGER ? CIRC_TODAY_AWAITING_TRIGGER : CIRC_TODAY_DATE_NEEDED;
  self->item = circ_record_get_id (line->item);
  self->rule = line->rule;
  self->state = line->state;
  self->trigger = g_strdup (line->trigger);
  self->waiting = line->waiting;
  self->late = line->late;
  self->anchor = line->anchor;
  self->anchor_id = line->anchor_id;
  return self;
}

gboolean
circ_today_row_is_heading (CircTodayRow *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), FALSE);
  return self->item == 0;
}

CircTodayGroup
circ_today_row_get_group (CircTodayRow *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), CIRC_TODAY_OVERDUE);
  return self->group;
}

gint64
circ_today_row_get_item (CircTodayRow *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), 0);
  return self->item;
}

CircOccurrenceState
circ_today_row_get_state (CircTodayRow *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), CIRC_OCCURRENCE_STATE_SCHEDULED);
  return self->state;
}

const char *
circ_today_row_get_trigger (CircTodayRow *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), NULL);
  return self->trigger;
}

gboolean
circ_today_row_is_late (CircTodayRow *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), FALSE);
  return self->late;
}

gboolean
circ_today_row_wants_event (CircTodayRow *self)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), FALSE);
  return self->waiting == CIRC_WAITING_EVENT;
}

gboolean
circ_today_row_wants_meeting (CircTodayRow *self,
                              gint64 *group)
{
  g_return_val_if_fail (CIRC_IS_TODAY_ROW (self), FALSE);

  if (group != NULL)
    *group = self->anchor_id;
  return self->waiting == CIRC_WAITING_EVENT && self->anchor == CIRC_ANCHOR_MEETING;
}

gboolean
circ_today_row_equal (CircTodayRow *self,
                      CircTodayRow *other)
{
  return self->group == other->group && self->item == other->item && self->rule == other->rule
         && self->state == other->state && self->waiting == other->waiting && self->late == other->late
         && self->anchor == other->anchor && self->anchor_id == other->anchor_id && g_strcmp0 (self->trigger, other->trigger) == 0;
}
