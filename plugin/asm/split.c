/* split.c - comments, strings, statements, blocks: the part of gas that does not know mnemonics.

   It follows do_scrub_chars of gas/app.c.  Comments are overwritten with
   blanks, once, so that everything behind sees statements only.  */
#include "split.h"

#include <string.h>

#include "reader.h"

const char *
avow_string_end (const char *p, const char *end)
{
  for (p++; p < end; p++)
    if (*p == '\\' && p + 1 < end)
      p++;
    else if (*p == '"')
      return p + 1;
  return p;
}

/* Behind the character constant at P: 'x, 'x' or '\n'.  */
static const char *
char_end (const char *p, const char *end)
{
  p++;
  if (p < end && *p == '\\')
    p++;
  if (p < end)
    p++;
  if (p < end && *p == '\'')
    p++;
  return p;
}

/* Blank to the end of the line, leaving P at the newline.  */
static char *
blank_line (char *p, const char *end)
{
  char *stop = memchr (p, '\n', (size_t)(end - p));
  size_t n = stop ? (size_t)(stop - p) : (size_t)(end - p);
  memset (p, ' ', n);
  return p + n;
}

/* Blank a block comment.  One that does not end hides the rest.  Its first character becomes
   another kind of blank, by which scrub.c knows it.  */
static char *
blank_block (char *p, const char *end)
{
  char *q = p + 2;
  while ((q = memchr (q, '*', (size_t)(end - q))) != NULL)
    if (++q < end && *q == '/')
      break;
  size_t n = q ? (size_t)(q + 1 - p) : (size_t)(end - p);
  memset (p, ' ', n);
  *p = AVOW_COMMENT_BLANK;
  return p + n;
}

/* Behind what is neither separator, comment, string nor token at P.  */
static const char *
plain_end (const struct avow_syntax *sx, const char *p, const char *end)
{
  while (p < end && !avow_sx (sx, *p, AVOW_SX_STOP))
    p++;
  return p;
}

/* [P, END) is one name, with blanks around it: before a ':' it is a label.  */
static bool
is_label (const char *p, const char *end)
{
  p = avow_skip_space (p, end);
  const char *q = avow_name_end (p, end);
  return q > p && avow_skip_space (q, end) == end;
}

/* A comment may begin at P, where statement START has nothing BLANK before it.  Returns behind it, or
   NULL when there is none.  A backslash before the character takes its meaning (gas/app.c).  */
static char *
comment_end (const struct avow_syntax *sx, const struct avow_text *text, char *p,
             const char *end, bool blank)
{
  if (*p == '/' && p + 1 < end && p[1] == '*')
    return blank_block (p, end);
  bool escaped = p > text->s && p[-1] == '\\';
  if ((avow_sx (sx, *p, AVOW_SX_COMMENT) && !escaped)
      || (blank && avow_sx (sx, *p, AVOW_SX_LINE_COMMENT)))
    return blank_line (p, end);
  return NULL;
}

void
avow_blank_comments (const struct avow_syntax *sx, struct avow_text *text)
{
  char *p = text->s, *comment;
  const char *end = p + text->len;
  const char *start = p; /* of a statement or what follows a label; NULL past its first word */
  bool blank = true;     /* nothing since START */
  while (p < end)
    if (!avow_sx (sx, *p, AVOW_SX_STOP) || *p == AVOW_MARK_TOKEN)
      {
        const char *q = *p == AVOW_MARK_TOKEN ? p + AVOW_TOKEN_BYTES : p + 1;
        blank = blank && avow_is (*p, AVOW_CH_SPACE);
        p = (char *)(blank ? q : plain_end (sx, q, end));
      }
    else if ((comment = comment_end (sx, text, p, end, blank)))
      p = comment;
    else if (*p == '\n' || avow_sx (sx, *p, AVOW_SX_SEPARATOR))
      start = ++p, blank = true;
    else if (*p == ':')
      {
        blank = start && is_label (start, p);
        start = blank ? p + 1 : NULL;
        p++;
      }
    else
      {
        if (*p == '"' || *p == '\'')
          p = (char *)(*p == '"' ? avow_string_end (p, end) : char_end (p, end));
        else
          p++;
        blank = false;
      }
}

const char *
avow_statement_end (const struct avow_syntax *sx, const char *p, const char *end)
{
  for (;;)
    {
      p = plain_end (sx, p, end);
      if (p == end || *p == '\n' || avow_sx (sx, *p, AVOW_SX_SEPARATOR))
        return p;
      if (*p == '"')
        p = avow_string_end (p, end);
      else if (*p == '\'')
        p = char_end (p, end);
      else
        p++;
    }
}

const char *
avow_operand_end (const char *p, const char *end)
{
  int depth = 0;
  while (p < end && !(*p == ',' && depth <= 0))
    switch (*p)
      {
      case '"': p = avow_string_end (p, end); break;
      case '\'': p = char_end (p, end); break;
      case '(': case '[': case '{': depth++; p++; break;
      case ')': case ']': case '}': depth--; p++; break;
      default: p++; break;
      }
  return p;
}

/* ---- blocks ---------------------------------------------------------------------- */

static bool
slice_is (struct avow_slice s, const char *word)
{
  return avow_word_is (s.p, s.len, word);
}

/* The kind of block that directive NAME opens or, when CLOSES, closes.  A loop within a loop is found
   by its exact name, a condition by its first letters (gas/macro.c, buffer_and_nest).  */
static enum avow_block
block_of (struct avow_slice name, bool closes)
{
  if (slice_is (name, closes ? ".endm" : ".macro"))
    return AVOW_BLOCK_MACRO;
  enum avow_directive cls = avow_directive_class (name);
  if (closes)
    return slice_is (name, ".endr")      ? AVOW_BLOCK_REPEAT
           : cls == AVOW_DIR_ENDIF       ? AVOW_BLOCK_IF
                                         : AVOW_BLOCK_NONE;
  return cls == AVOW_DIR_IF ? AVOW_BLOCK_IF
         : cls == AVOW_DIR_REPT || cls == AVOW_DIR_IRP || cls == AVOW_DIR_IRPC ? AVOW_BLOCK_REPEAT
                                                                               : AVOW_BLOCK_NONE;
}

/* The directive of the statement [P, END), behind any labels.  */
static struct avow_slice
statement_directive (const char *p, const char *end)
{
  for (;;)
    {
      p = avow_skip_space (p, end);
      const char *q = avow_name_end (p, end), *colon = avow_skip_space (q, end);
      if (q == p || colon == end || *colon != ':')
        return (struct avow_slice){ p, p < end && *p == '.' ? (uint32_t)(q - p) : 0 };
      p = colon + 1;
    }
}

const char *
avow_block_end (const struct avow_syntax *sx, enum avow_block kind, const char *p,
                const char *end, const char **body_end)
{
  unsigned depth = 1;
  while (p < end)
    {
      const char *stop = avow_statement_end (sx, p, end);
      struct avow_slice name = statement_directive (p, stop);
      if (name.len && block_of (name, false) == kind)
        depth++;
      else if (name.len && block_of (name, true) == kind && --depth == 0)
        {
          *body_end = name.p;
          return stop;
        }
      p = stop < end ? stop + 1 : end;
    }
  *body_end = end;
  return end;
}

/* ---- what a block is made of ---------------------------------------------------- */

/* What directive NAME does to a section.  */
static enum avow_content
directive_content (struct avow_slice name)
{
  switch (avow_directive_class (name))
    {
    case AVOW_DIR_SET: case AVOW_DIR_EQUIV: case AVOW_DIR_EQV: case AVOW_DIR_ERROR:
    case AVOW_DIR_PURGEM: case AVOW_DIR_MACRO: case AVOW_DIR_REPT: case AVOW_DIR_IRP: case AVOW_DIR_IRPC:
    case AVOW_DIR_IF: case AVOW_DIR_ELSE: case AVOW_DIR_ELSEIF: case AVOW_DIR_ENDIF:
    case AVOW_DIR_STRAY: case AVOW_DIR_NONE:
      return AVOW_CONTENT_NONE;
    case AVOW_DIR_DATA: return AVOW_CONTENT_DATA;
    default: return AVOW_CONTENT_CODE;
    }
}

/* What the statement [P, END) of a block does.  */
static enum avow_content
statement_content (const char *p, const char *end)
{
  p = avow_skip_space (p, end);
  const char *q = avow_name_end (p, end), *behind = avow_skip_space (q, end);
  if (p == end)
    return AVOW_CONTENT_NONE;
  if (behind < end && *behind == '=')
    return *p == '.' && q == p + 1 ? AVOW_CONTENT_CODE : AVOW_CONTENT_NONE;
  if (q == p || *p != '.' || (q < end && !avow_is (*q, AVOW_CH_SPACE)))
    return AVOW_CONTENT_CODE;
  return directive_content ((struct avow_slice){ p, (uint32_t)(q - p) });
}

enum avow_content
avow_block_content (const struct avow_syntax *sx, const char *p, const char *end)
{
  enum avow_content all = AVOW_CONTENT_NONE;
  while (p < end && all != AVOW_CONTENT_CODE)
    {
      const char *stop = avow_statement_end (sx, p, end), *body_end;
      struct avow_slice name = statement_directive (p, stop);
      enum avow_content one = statement_content (p, stop);
      p = stop < end ? stop + 1 : end;
      if (name.len && block_of (name, false) == AVOW_BLOCK_MACRO)
        p = avow_block_end (sx, AVOW_BLOCK_MACRO, p, end, &body_end);
      else
        all = one > all ? one : all;
    }
  return all;
}
