/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

#define CIRC_TYPE_HOLIDAYS_BOX (circ_holidays_box_get_type ())
G_DECLARE_FINAL_TYPE (CircHolidaysBox, circ_holidays_box, CIRC, HOLIDAYS_BOX, GtkWidget)

/* Which list of bank holidays a file is counted with, and how a newer one comes in. */
GtkWidget *circ_holidays_box_new (CircSession *session);

G_END_DECLS
