/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "circ-plan-steps.h"
#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_STEP_WINDOW (circ_step_window_get_type ())
G_DECLARE_FINAL_TYPE (CircStepWindow, circ_step_window, CIRC, STEP_WINDOW, AdwWindow)

/**
 * CircStepWindow:
 *
 * Asks for the one or two things that a step needs: why something is not required, on which day it happened, which day was
 * agreed. Saved as one change.
 *
 * Actions: "step.save" (Enter in a line, Ctrl+Enter), "step.cancel" (Escape).
 */
/* @occurrence, @trigger: as in circ_plan_step_new_record(). @n_others: how many other items wait for the same. */
CircStepWindow *circ_step_window_present (CircSession *session,
                                          GtkWidget *parent,
                                          CircPlanStep step,
                                          CircRecord *item,
                                          CircRecord *occurrence,
                                          const char *trigger,
                                          guint n_others);

G_END_DECLS
