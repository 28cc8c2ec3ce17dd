/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "circ-session.h"

G_BEGIN_DECLS

/* Asks, and then erases what @record says for good: circ_store_erase(). */
void circ_erase_ask (CircSession *session,
                     GtkWidget *parent,
                     CircRecord *record);

G_END_DECLS
