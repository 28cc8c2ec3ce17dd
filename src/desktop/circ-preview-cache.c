/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-preview-cache.h"

/* Pages kept before and after those in sight: scrolling by one finds them ready. */
#define AROUND 2

typedef struct
{
  GdkTexture *texture; /* (owned) (nullable) */
  double      scale;   /* that it was drawn at; also of a page that could not be drawn, so as not to try for ever */
} Picture;

struct _CircPreviewCache
{
  GObject            parent_instance;

  CircPreviewSource *source;      /* (owned) (nullable) */
  GArray            *pictures;    /* (owned) (element-type Picture), one a page */
  GCancellable      *cancellable; /* (owned) of the one page that the worker has */
  int                busy;        /* that page, or -1 */
  guint              first;
  guint              last;
  double             scale;
};

enum
{
  DRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CircPreviewCache, circ_preview_cache, G_TYPE_OBJECT)

/* What the worker needs, and nothing of the window. */
typedef struct
{
  CircPreviewSource *source;
  guint              page;
  double             scale;
} Errand;

static void draw_next (CircPreviewCache *self);

static void
errand_free (Errand *errand)
{
  circ_preview_source_unref (errand->source);
  g_free (errand);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;
  GdkTexture *texture = circ_preview_source_render (errand->source, errand->page, errand->scale, cancellable, &error);

  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  CircPreviewCache *self = CIRC_PREVIEW_CACHE (object);
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);
  Picture *picture;

  /* What was cancelled is forgotten already, and another page may be on its way. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->busy = -1;
  g_clear_object (&self->cancellable);
  if (errand->source != self->source)
    return;
  picture = &g_array_index (self->pictures, Picture, errand->page);
  picture->scale = errand->scale;
  if (texture != NULL)
    {
      g_set_object (&picture->texture, texture);
      g_signal_emit (self, signals[DRAWN], 0);
    }
  draw_next (self);
}

static void
stop (CircPreviewCache *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->busy = -1;
}

static void
draw (CircPreviewCache *self,
      guint             page)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand = g_new0 (Errand, 1);

  self->busy = page;
  self->cancellable = g_cancellable_new ();
  errand->source = circ_preview_source_ref (self->source);
  errand->page = page;
  errand->scale = self->scale;
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, draw_in_thread);
}

static gboolean
is_wanted (CircPreviewCache *self,
           guint             page)
{
  return g_array_index (self->pictures, Picture, page).scale != self->scale;
}

static void
draw_next (CircPreviewCache *self)
{
  if (self->busy >= 0 || self->pictures->len == 0 || self->scale <= 0)
    return;

  for (guint i = self->first; i <= self->last; i++)
    if (is_wanted (self, i))
      {
        draw (self, i);
        return;
      }
  for (guint i = 1; i <= AROUND; i++)
    {
      if (self->last + i < self->pictures->len && is_wanted (self, self->last + i))
        {
          draw (self, self->last + i);
          return;
        }
      if (self->first >= i && is_wanted (self, self->first - i))
        {
          draw (self, self->first - i);
          return;
        }
    }
}

static void
circ_preview_cache_dispose (GObject *object)
{
  CircPreviewCache *self = CIRC_PREVIEW_CACHE (object);

  stop (self);
  g_clear_pointer (&self->source, circ_preview_source_unref);
  g_array_set_size (self->pictures, 0);

  G_OBJECT_CLASS (circ_preview_cache_parent_class)->dispose (object);
}

static void
circ_preview_cache_finalize (GObject *object)
{
  g_array_unref (CIRC_PREVIEW_CACHE (object)->pictures);

  G_OBJECT_CLASS (circ_preview_cache_parent_class)->finalize (object);
}

static void
circ_preview_cache_class_init (CircPreviewCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = circ_preview_cache_dispose;
  object_class->finalize = circ_preview_cache_finalize;
  signals[DRAWN] = g_signal_new ("drawn", CIRC_TYPE_PREVIEW_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
picture_clear (gpointer picture)
{
  g_clear_object (&((Picture *) picture)->texture);
}

static void
circ_preview_cache_init (CircPreviewCache *self)
{
  self->pictures = g_array_new (FALSE, TRUE, sizeof (Picture));
  g_array_set_clear_func (self->pictures, picture_clear);
  self->busy = -1;
}

CircPreviewCache *
circ_preview_cache_new (void)
{
  return g_object_new (CIRC_TYPE_PREVIEW_CACHE, NULL);
}

void
circ_preview_cache_set_source (CircPreviewCache  *self,
                               CircPreviewSource *source)
{
  g_return_if_fail (CIRC_IS_PREVIEW_CACHE (self));

  stop (self);
  g_clear_pointer (&self->source, circ_preview_source_unref);
  if (source != NULL)
    self->source = circ_preview_source_ref (source);
  self->scale = 0;
  g_array_set_size (self->pictures, 0);
  g_array_set_size (self->pictures, source == NULL ? 0 : circ_preview_source_get_n_pages (source));
}

void
circ_preview_cache_want (CircPreviewCache *self,
                         guint             first,
                         guint             last,
                         double            scale)
{
  g_return_if_fail (CIRC_IS_PREVIEW_CACHE (self));
  g_return_if_fail (first <= last && last < self->pictures->len);

  self->first = first;
  self->last = last;
  if (self->busy >= 0 && (scale != self->scale || (guint) self->busy + AROUND < first
                          || (guint) self->busy > last + AROUND))
    stop (self);
  self->scale = scale;
  for (guint i = 0; i < self->pictures->len; i++)
    if (i + AROUND < first || i > last + AROUND)
      {
        Picture *picture = &g_array_index (self->pictures, Picture, i);

        g_clear_object (&picture->texture);
        picture->scale = 0;
      }
  draw_next (self);
}

GdkTexture *
circ_preview_cache_get (CircPreviewCache *self,
                        guint             page)
{
  g_return_val_if_fail (CIRC_IS_PREVIEW_CACHE (self), NULL);
  g_return_val_if_fail (page < self->pictures->len, NULL);
  return g_array_index (self->pictures, Picture, page).texture;
}

guint
circ_preview_cache_get_n_drawn (CircPreviewCache *self)
{
  guint n = 0;

  g_return_val_if_fail (CIRC_IS_PREVIEW_CACHE (self), 0);
  for (guint i = 0; i < self->pictures->len; i++)
    n += g_array_index (self->pictures, Picture, i).texture != NULL;
  return n;
}
