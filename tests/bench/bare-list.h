/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The plainest table over a long file that somebody would write: the ids of one query in an array, each row read with
 * one SELECT when it is shown, plain labels. The peer of what bench-window.c measures of Circulate's own table. */
#define BARE_TYPE_LIST (bare_list_get_type ())
G_DECLARE_FINAL_TYPE (BareList, bare_list, BARE, LIST, GObject)

BareList *bare_list_new (const char *path);
/* Asks @sql, which returns ids, at once, and tells of it in two steps. */
void bare_list_ask (BareList *self,
                    const char *sql);
/* A scrolled column view of @self with the columns of the plan. */
GtkWidget *bare_list_create_view (BareList *self);

G_END_DECLS
