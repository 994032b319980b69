/* split.c - comments, strings, statements, blocks: the part of gas that does not know mnemonics.

   It follows do_scrub_chars of gas/app.c.  Comments are overwritten with
   blanks, once, so that everything behind sees statements only.  */
#include "split.h"

#include <string.h>

#include "reader.h"

/* Behind the string that opens at P.  A string may hold newlines.  */
static char *
string_end (char *p, const char *end)
{
  for (p++; p < end; p++)
    if (*p == '\\' && p + 1 < end)
      p++;
    else if (*p == '"')
      return p + 1;
  return p;
}

/* Behind the character constant at P: 'x, 'x' or '\n'.  */
static char *
char_end (char *p, const char *end)
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

/* Blank a block comment.  One that does not end hides the rest.  */
static char *
blank_block (char *p, const char *end)
{
  char *q = p + 2;
  while ((q = memchr (q, '*', (size_t)(end - q))) != NULL)
    if (++q < end && *q == '/')
      break;
  size_t n = q ? (size_t)(q + 1 - p) : (size_t)(end - p);
  memset (p, ' ', n);
  return p + n;
}

/* Behind what is neither separator, comment, string nor token at P.  */
static char *
plain_end (char *p, const char *end)
{
  while (p < end && !avow_is (*p, AVOW_CH_SPLIT))
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

void
avow_blank_comments (struct avow_text *text)
{
  char *p = text->s;
  const char *end = p + text->len;
  const char *start = p; /* of a statement or what follows a label; NULL past its first word */
  bool blank = true;     /* nothing since START */
  while (p < end)
    switch (*p)
      {
      case '#': p = blank_line (p, end); break;
      case '/':
        if (p + 1 < end && p[1] == '*')
          p = blank_block (p, end);
        else if (blank)
          p = blank_line (p, end);
        else
          p++;
        break;
      case '"': p = string_end (p, end); blank = false; break;
      case '\'': p = char_end (p, end); blank = false; break;
      case '\n': case ';': start = ++p; blank = true; break;
      case ':':
        blank = start && is_label (start, p);
        start = ++p;
        if (!blank)
          start = NULL;
        break;
      case AVOW_MARK_TOKEN: p += AVOW_TOKEN_BYTES; blank = false; break;
      case ' ': case '\t': p++; break;
      default:
        blank = blank && avow_is (*p, AVOW_CH_SPACE);
        p = blank ? p + 1 : plain_end (p + 1, end);
        break;
      }
}

const char *
avow_statement_end (const char *p, const char *end)
{
  for (;;)
    {
      p = plain_end ((char *)p, end);
      if (p == end || *p == '\n' || *p == ';')
        return p;
      if (*p == '"')
        p = string_end ((char *)p, end);
      else if (*p == '\'')
        p = char_end ((char *)p, end);
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
      case '"': p = string_end ((char *)p, end); break;
      case '\'': p = char_end ((char *)p, end); break;
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

enum avow_block
avow_block_opens (struct avow_slice name)
{
  if (name.len < 3)
    return AVOW_BLOCK_NONE;
  if (avow_word_is (name.p, 3, ".if"))
    return AVOW_BLOCK_IF;
  if (slice_is (name, ".macro"))
    return AVOW_BLOCK_MACRO;
  if (slice_is (name, ".rept") || slice_is (name, ".rep") || slice_is (name, ".irp")
      || slice_is (name, ".irpc") || slice_is (name, ".irep") || slice_is (name, ".irepc"))
    return AVOW_BLOCK_REPEAT;
  return AVOW_BLOCK_NONE;
}

static enum avow_block
block_closes (struct avow_slice name)
{
  if (slice_is (name, ".endm") || slice_is (name, ".endmacro"))
    return AVOW_BLOCK_MACRO;
  if (slice_is (name, ".endr"))
    return AVOW_BLOCK_REPEAT;
  if (slice_is (name, ".endif"))
    return AVOW_BLOCK_IF;
  return AVOW_BLOCK_NONE;
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
avow_block_end (enum avow_block kind, const char *p, const char *end, const char **body_end)
{
  unsigned depth = 1;
  while (p < end)
    {
      const char *stop = avow_statement_end (p, end);
      struct avow_slice name = statement_directive (p, stop);
      if (avow_block_opens (name) == kind)
        depth++;
      else if (block_closes (name) == kind && --depth == 0)
        {
          *body_end = p;
          return stop;
        }
      p = stop < end ? stop + 1 : end;
    }
  *body_end = end;
  return end;
}

/* ---- what a block is made of ---------------------------------------------------- */

static bool
listed (struct avow_slice name, const char *const *list, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (slice_is (name, list[i]))
      return true;
  return false;
}

/* What the statement [P, END) of a block does.  */
static enum avow_content
statement_content (const char *p, const char *end)
{
  static const char *const none[] = { ".set", ".equ", ".equiv", ".error", ".warning", ".print",
                                      ".else", ".elseif", ".endif", ".endr", ".irp", ".irpc",
                                      ".rept", ".rep", ".purgem" };
  static const char *const data[] = { ".byte", ".word", ".short", ".value", ".hword", ".long",
                                      ".int", ".quad", ".2byte", ".4byte", ".8byte", ".octa",
                                      ".ascii", ".asciz", ".string" };
  p = avow_skip_space (p, end);
  const char *q = avow_name_end (p, end), *behind = avow_skip_space (q, end);
  struct avow_slice name = { p, (uint32_t)(q - p) };
  if (p == end)
    return AVOW_CONTENT_NONE;
  if (behind < end && *behind == '=')
    return *p == '.' && q == p + 1 ? AVOW_CONTENT_CODE : AVOW_CONTENT_NONE;
  if (q == p || (q < end && !avow_is (*q, AVOW_CH_SPACE)))
    return AVOW_CONTENT_CODE;
  if (avow_block_opens (name) == AVOW_BLOCK_IF
      || listed (name, none, sizeof none / sizeof *none))
    return AVOW_CONTENT_NONE;
  return listed (name, data, sizeof data / sizeof *data) ? AVOW_CONTENT_DATA
                                                         : AVOW_CONTENT_CODE;
}

enum avow_content
avow_block_content (const char *p, const char *end)
{
  enum avow_content all = AVOW_CONTENT_NONE;
  while (p < end && all != AVOW_CONTENT_CODE)
    {
      const char *stop = avow_statement_end (p, end);
      enum avow_content one = statement_content (p, stop);
      all = one > all ? one : all;
      p = stop < end ? stop + 1 : end;
    }
  return all;
}
