/* scrub.c - the blanks that gas keeps: the state machine of do_scrub_chars, gas/app.c.

   Comments are blank already.  A character constant becomes its number, as there.  */
#include "scrub.h"

#include <stdio.h>

#include "reader.h"
#include "split.h"

/* Where in a statement it is; behind each the number that gas/app.c gives it.  */
enum where
{
  FIRST_WORD,      /* 0, 1, 2, 11: at or in the label or mnemonic */
  IN_WORD,         /* ... and something of it was seen */
  OPERANDS,        /* 3 */
  BEHIND_SYMBOL,   /* 9: behind a character that symbols are made of */
  BLANK_BEHIND     /* 10: and behind blanks besides */
};

struct scrubber
{
  const struct avow_syntax *sx;
  struct avow_buf *out;
  enum where at;
};

static bool
symbol_char (const struct scrubber *s, char c)
{
  return avow_is (c, AVOW_CH_NAME) || avow_sx (s->sx, c, AVOW_SX_SYMBOL);
}

/* The blanks that BLANK_BEHIND has held back are needed.  */
static void
keep_blank (struct scrubber *s)
{
  if (s->at != BLANK_BEHIND)
    return;
  avow_buf_put (s->out, ' ');
  s->at = OPERANDS;
}

static const char *
blanks (struct scrubber *s, const char *p, const char *end)
{
  for (; p < end && *p != '\n' && avow_is (*p, AVOW_CH_SPACE); p++)
    if (*p == AVOW_COMMENT_BLANK) /* whatever was, it goes on among the operands */
      s->at = OPERANDS;
  if (p == end || *p == '\n' || avow_sx (s->sx, *p, AVOW_SX_SEPARATOR))
    return p;
  if (s->at == IN_WORD && *p != ':')
    {
      avow_buf_put (s->out, ' ');
      s->at = OPERANDS;
    }
  else if (s->at == BEHIND_SYMBOL)
    s->at = BLANK_BEHIND;
  return p;
}

static const char *
string (struct scrubber *s, const char *p, const char *end)
{
  const char *stop = avow_string_end (p, end);
  keep_blank (s);
  avow_buf_add (s->out, p, (size_t)(stop - p));
  if (s->at == OPERANDS)
    s->at = BEHIND_SYMBOL;
  else if (s->at == FIRST_WORD)
    s->at = IN_WORD;
  return stop;
}

static const char *
character (struct scrubber *s, const char *p, const char *end)
{
  static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
  char digits[8];
  keep_blank (s);
  p++;
  char c = p < end ? *p++ : 0;
  if (c == '\\' && p < end)
    {
      const char *known = *p ? strchr (from, *p) : NULL;
      c = known ? to[known - from] : *p;
      p++;
    }
  if (p < end && *p == '\'')
    p++;
  int n = snprintf (digits, sizeof digits, "%d", (unsigned char)c);
  avow_buf_add (s->out, digits, (size_t)n);
  if (n > 1 && s->at == BEHIND_SYMBOL)
    s->at = OPERANDS;
  return p;
}

static const char *
ordinary (struct scrubber *s, const char *p, const char *end)
{
  size_t n = *p == AVOW_MARK_TOKEN && end - p >= AVOW_TOKEN_BYTES ? AVOW_TOKEN_BYTES : 1;
  bool symbol = symbol_char (s, *p);
  if (symbol || *p == '\\') /* which may begin a parameter */
    keep_blank (s);
  if (s->at == FIRST_WORD)
    s->at = IN_WORD;
  else if (s->at != IN_WORD)
    s->at = symbol ? BEHIND_SYMBOL : OPERANDS;
  avow_buf_add (s->out, p, n);
  return p + n;
}

void
avow_scrub (const struct avow_syntax *sx, const char *p, const char *end, bool operands,
            struct avow_buf *out)
{
  struct scrubber s = { sx, out, operands ? OPERANDS : FIRST_WORD };
  while (p < end)
    if (*p == '\n' || avow_sx (sx, *p, AVOW_SX_SEPARATOR))
      {
        avow_buf_put (out, *p++);
        s.at = FIRST_WORD;
      }
    else if (avow_is (*p, AVOW_CH_SPACE))
      p = blanks (&s, p, end);
    else if (*p == '"')
      p = string (&s, p, end);
    else if (*p == '\'')
      p = character (&s, p, end);
    else if (*p == ':')
      {
        s.at = s.at == FIRST_WORD || s.at == IN_WORD ? FIRST_WORD : OPERANDS;
        avow_buf_put (out, *p++);
      }
    else
      p = ordinary (&s, p, end);
}
