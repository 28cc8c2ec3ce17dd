/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "circ-how-split.h"

#include <string.h>

/* What a line is, by its words. A body of people ("Training Group") may carry something out, but it may as well be a
 * recipient that strayed into the cell: it is taken for a role with less certainty. */
typedef enum {
  LINE_UNKNOWN,
  LINE_METHOD,
  LINE_ROLE,
  LINE_BODY,
} LineKind;

static const char *const role_words[] = {
  "admin", "administrator", "administration", "assistant", "chair", "chairs", "chairperson", "champion", "clerk", "consultant",
  "coordinator", "councillor", "deputy", "director", "editor", "executive", "governor", "head", "lead", "leader",
  "manager", "member", "nurse", "officer", "practitioner", "principal", "representative", "rep", "scrutineer",
  "secretary", "sponsor", "spokesperson", "staff", "supervisor", "team", "trainer", "worker", NULL,
};

static const char *const body_words[] = {
  "agency", "board", "committee", "council", "department", "forum", "group", "network", "office", "panel", "partner",
  "partnership", "pool", "service", "subgroup", "unit", NULL,
};

static const char *const method_words[] = {
  "ad", "advert", "agenda", "alert", "app", "article", "blog", "booklet", "briefing", "broadcast",
  "brochure", "bulletin", "calendar", "call", "campaign", "card", "circular", "circulation", "conference", "contact",
  "course", "database", "discussion", "display", "distribution", "document", "download", "elearning", "email",
  "esafety", "event", "exhibition", "facebook", "face", "factsheet", "feed", "film", "flyer", "focus-group", "guide",
  "hub", "instagram", "interview", "intranet", "launch", "leaflet", "letter", "link", "linkedin", "mail", "mailing",
  "mailshot", "material", "media", "meeting", "memo", "message", "minute", "moodle", "newsletter", "news", "notice",
  "noticeboard", "online", "page", "paper", "phone", "planning", "podcast", "portal", "post", "poster", "presentation",
  "press", "print", "publication", "questionnaire", "radio", "release", "report", "roadshow", "rota", "seminar",
  "session", "site", "slide", "sms", "statement", "supervision", "survey", "talk", "telephone", "television", "text",
  "toolkit", "training", "tv", "tweet", "twitter", "update", "video", "visit", "webinar", "webpage", "website",
  "workshop", NULL,
};

/* Words after which a line no longer says what the thing is, but for whom, where or whose. */
static const char *const joiners[] = {
  "to", "for", "in", "of", "at", "via", "from", "with", "by", "on", "as", "about", "including", "through", NULL,
};

static gboolean
is_one_of (const char *word,
           const char *const *list)
{
  g_autofree char *singular = NULL;
  gsize len = strlen (word);

  if (g_strv_contains (list, word))
    return TRUE;
  if (len < 4 || word[len - 1] != 's')
    return FALSE;
  singular = g_str_has_suffix (word, "ies") ? g_strdup_printf ("%.*sy", (int) len - 3, word)
                                            : g_strndup (word, len - 1);
  return g_strv_contains (list, singular);
}

static LineKind
word_kind (const char *word)
{
  if (is_one_of (word, role_words))
    return LINE_ROLE;
  if (is_one_of (word, body_words))
    return LINE_BODY;
  if (is_one_of (word, method_words))
    return LINE_METHOD;
  return LINE_UNKNOWN;
}

/* Words of a line in lower case; "|" where a sign parts the line into phrases. "E mail", "E-mail" and "co-ordinator"
 * become one word each. */
static GPtrArray *
line_words (const char *line)
{
  g_autofree char *folded = g_utf8_casefold (line, -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;
      gboolean joined = c == '\'' || c == 0x2019 ||
                        ((c == '-' || c == ' ') && (strcmp (word->str, "e") == 0 || strcmp (word->str, "on") == 0) &&
                         (g_str_has_prefix (p + 1, "mail") || g_str_has_prefix (p + 1, "learning") ||
                          g_str_has_prefix (p + 1, "line"))) ||
                        (c == '-' && (strcmp (word->str, "co") == 0 || strcmp (word->str, "sub") == 0));

      if (joined)
        continue;
      if (c != 0 && g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == 0)
        break;
      /* A hyphen inside a word parts nothing: "multi-agency team" is one phrase. */
      if (strchr (",;:/(", (int) MIN (c, 127)) != NULL || c == 0x2014 || c == 0x2013 ||
          (c == '-' && (p == folded || p[-1] == ' ' || p[1] == ' ')))
        g_ptr_array_add (words, g_strdup ("|"));
    }
  return words;
}

/* The head of a noun phrase is its last word: "Team leads website" is a website, "Training manager" a manager,
 * "Report to the Training Group" a report. */
static LineKind
head_kind (GPtrArray *words)
{
  const char *head = NULL;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];

      if (strcmp (word, "|") == 0 || (head != NULL && g_strv_contains (joiners, word)))
        break;
      head = word;
    }
  return head != NULL ? word_kind (head) : LINE_UNKNOWN;
}

static LineKind
line_kind (const char *line)
{
  g_autoptr (GPtrArray) words = line_words (line);
  LineKind kind = head_kind (words);
  guint seen[LINE_BODY + 1] = { 0 };

  if (kind != LINE_UNKNOWN)
    return kind;
  for (guint i = 0; i < words->len; i++)
    seen[word_kind (words->pdata[i])]++;
  if (seen[LINE_METHOD] > 0)
    return LINE_METHOD;
  if (seen[LINE_ROLE] > 0)
    return LINE_ROLE;
  return seen[LINE_BODY] > 0 ? LINE_BODY : LINE_UNKNOWN;
}

/* "Email by the administrator" holds both in one line, which cannot be parted without a person's eye. */
static gboolean
holds_both (const char *line)
{
  g_autoptr (GPtrArray) words = line_words (line);
  gboolean by = FALSE;
  gboolean method = FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      LineKind kind = word_kind (words->pdata[i]);

      if (strcmp (words->pdata[i], "by") == 0 || strcmp (words->pdata[i], "|") == 0)
        by = TRUE;
      else if (kind == LINE_METHOD)
        method = TRUE;
      else if (kind == LINE_ROLE && by && method)
        return TRUE;
    }
  return FALSE;
}

/* Takes off spaces and what a word processor puts before a point of a list. */
static char *
dup_trimmed (const char *start,
             gsize len)
{
  g_autofree char *line = g_strndup (start, len);
  char *text = g_strstrip (line);

  for (;;)
    {
      gunichar c = g_utf8_get_char (text);
      const char *next = *text != '\0' ? g_utf8_next_char (text) : text;
      gboolean point = c == 0x2022 || c == 0x00b7 || c == 0x25cf || c == 0x25aa || c == 0xf0b7 ||
                       ((c == '-' || c == '*' || c == 0x2013) && (*next == ' ' || *next == '\t'));

      if (!point && c != 0x00a0)
        break;
      text = g_strchug ((char *) next);
    }
  return g_strdup (text);
}

/**
 * circ_how_split_new:
 * @cell: a "How, by whom" cell; lines are parted by any line break a word processor or spreadsheet makes
 *
 * Returns: (transfer full): its lines, each said to be a method or a role
 */
CircHowSplit *
circ_how_split_new (const char *cell)
{
  CircHowSplit *self = g_new0 (CircHowSplit, 1);
  gboolean role_seen = FALSE;
  const char *start = cell;

  g_return_val_if_fail (cell != NULL, NULL);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->is_role = g_byte_array_new ();
  self->sure = TRUE;
  for (const char *p = cell;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && c != '\n' && c != '\r' && c != '\v' && c != '\f' && c != 0x2028 && c != 0x2029)
        continue;
      {
        g_autofree char *line = dup_trimmed (start, p - start);

        if (*line != '\0')
          {
            LineKind kind = line_kind (line);
            guint8 is_role = kind == LINE_ROLE || kind == LINE_BODY || (kind == LINE_UNKNOWN && role_seen);

            if (kind == LINE_UNKNOWN || (kind == LINE_BODY && self->lines->len == 0) || holds_both (line) ||
                (kind == LINE_METHOD && role_seen))
              self->sure = FALSE;
            role_seen = role_seen || is_role;
            g_byte_array_append (self->is_role, &is_role, 1);
            g_ptr_array_add (self->lines, g_steal_pointer (&line));
          }
      }
      if (c == 0)
        break;
      start = g_utf8_next_char (p);
    }
  return self;
}

CircHowSplit *
circ_how_split_copy (const CircHowSplit *self)
{
  CircHowSplit *copy = g_new0 (CircHowSplit, 1);

  copy->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (copy->lines, g_strdup (self->lines->pdata[i]));
  copy->is_role = g_byte_array_new ();
  g_byte_array_append (copy->is_role, self->is_role->data, self->is_role->len);
  copy->sure = self->sure;
  return copy;
}

void
circ_how_split_free (CircHowSplit *self)
{
  g_ptr_array_unref (self->lines);
  g_byte_array_unref (self->is_role);
  g_free (self);
}

/* Says what a line is, by a person who looked: the split is sure from then on. */
void
circ_how_split_set_role (CircHowSplit *self,
                         guint line,
                         gboolean is_role)
{
  g_return_if_fail (line < self->lines->len);

  self->is_role->data[line] = is_role ? 1 : 0;
  self->sure = TRUE;
}

/**
 * circ_how_split_dup_list:
 * @self: a split
 * @roles: TRUE for "by whom", FALSE for "how"
 *
 * Returns: (transfer full) (element-type utf8): the lines of that kind in their order
 */
GPtrArray *
circ_how_split_dup_list (const CircHowSplit *self,
                         gboolean roles)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->lines->len; i++)
    if (!!self->is_role->data[i] == !!roles)
      g_ptr_array_add (list, g_strdup (self->lines->pdata[i]));
  return list;
}
