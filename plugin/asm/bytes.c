/* bytes.c - instructions that a template writes as data.

   Data directives that follow each other are read as one string of bytes, and the
   string is cut into instructions from its start (decode.c).  Wherever the end of an instruction is the end of a directive, the directives so far
   are replaced.  At the first bytes that the table does not know it is lost where instructions
   begin, so all data up to the next written instruction stays data.  */
#include "bytes.h"

#include <string.h>

#include "decode.h"
#include "reader.h"
#include "split.h"

/* Instructions made from bytes in one statement: a byte of text may become one, and each takes
   a hundred times its space.  */
#define MAX_RESOLVED 4096

struct resolver
{
  struct avow_reader rd;       /* of numbers */
  struct avow_body *body;
  unsigned resolved;
  struct avow_item *items;     /* the new items */
  size_t items_cap;
  unsigned n_items;
  uint8_t *bytes;              /* of the directives that are not replaced yet */
  size_t bytes_cap;
  unsigned n_bytes, at;        /* up to AT they are instructions */
  uint64_t opaque;             /* sections where it is lost where instructions begin */
};

/* ---- from directives to bytes ------------------------------------------------- */

/* Strings of bytes, and what they end with.  */
static bool
is_string (const struct avow_item *it, bool *terminated)
{
  *terminated = avow_word_is (it->name.p, it->name.len, ".asciz")
                || avow_word_is (it->name.p, it->name.len, ".string")
                || avow_word_is (it->name.p, it->name.len, ".string8");
  return *terminated || avow_word_is (it->name.p, it->name.len, ".ascii");
}

/* A directive whose bytes can be told.  */
static bool
is_data (const struct avow_item *it)
{
  bool terminated;
  return it->kind == AVOW_ITEM_DIRECTIVE && !it->label_token
         && (avow_directive_size (it->name) || is_string (it, &terminated));
}

static bool
put_byte (struct resolver *r, uint8_t byte)
{
  uint8_t *bytes = avow_grow (r->rd.arena, r->bytes, r->n_bytes, &r->bytes_cap, 1);
  if (!bytes)
    {
      r->rd.no_memory = true;
      return false;
    }
  r->bytes = bytes;
  bytes[r->n_bytes++] = byte;
  return true;
}

/* One element of SIZE bytes, [P, END): a number that is known.  */
static bool
put_number (struct resolver *r, const char *p, const char *end, unsigned size)
{
  struct avow_expr e;
  const char *digits = p + 2, *q = p;
  if (size > 8 && end - p > 2 && *p == '0' && avow_lower (p[1]) == 'x')
    { /* more than an expression can hold */
      for (unsigned i = 0; i < size; i++)
        {
          unsigned byte = 0;
          for (int nibble = 1; nibble >= 0; nibble--)
            {
              ptrdiff_t at = end - digits - 1 - (ptrdiff_t)(2 * i) - nibble;
              int v = at < 0 ? 0 : avow_digit (digits[at]);
              if (v > 15)
                return false;
              byte = byte << 4 | (unsigned)v;
            }
          if (!put_byte (r, (uint8_t)byte))
            return false;
        }
      return end - digits <= 2 * (ptrdiff_t)size;
    }
  if (size > 8 || !avow_expr_read (&r->rd, &q, end, &e) || avow_skip_space (q, end) != end || e.complex
      || e.n_terms || e.sym.len)
    return false;
  for (unsigned i = 0; i < size; i++)
    if (!put_byte (r, (uint8_t)((uint64_t)e.c >> (8 * i))))
      return false;
  return true;
}

/* The escape behind the backslash before *P; -1 when it is none that is understood.  */
static int
read_escape (const char **p, const char *end)
{
  static const char from[] = "bfnrt\\\"", to[] = "\b\f\n\r\t\\\"";
  const char *known;
  int n = -1, v;
  if (*p == end)
    return -1;
  if (**p >= '0' && **p <= '7')
    for (n = 0; *p < end && **p >= '0' && **p <= '7' && n < 64; ++*p)
      n = n * 8 + (**p - '0');
  else if (avow_lower (**p) == 'x')
    for (n = 0, ++*p; *p < end && (v = avow_digit (**p)) < 16; ++*p)
      n = (n * 16 + v) & 0xff; /* gas keeps the last two digits */
  else if (**p && (known = strchr (from, **p)))
    n = to[known - from], ++*p;
  return n;
}

/* The string [P, END) with its quotes.  */
static bool
put_string (struct resolver *r, const char *p, const char *end, bool terminated)
{
  if (end - p < 2 || *p != '"' || end[-1] != '"')
    return false;
  for (p++, end--; p < end;)
    {
      int c = (unsigned char)*p++;
      if (c == '"' || (c == '\\' && (c = read_escape (&p, end)) < 0) || !put_byte (r, (uint8_t)c))
        return false;
    }
  return !terminated || put_byte (r, 0);
}

/* Append the bytes of IT; false when not all of its elements are known.  */
static bool
put_directive (struct resolver *r, const struct avow_item *it)
{
  unsigned size = avow_directive_size (it->name);
  const char *p = it->args.p, *end = p + it->args.len;
  bool terminated, string = is_string (it, &terminated);
  for (bool more = true; more;)
    {
      const char *stop = avow_operand_end (p, end), *last = avow_trim_end (p, stop);
      p = avow_skip_space (p, last);
      if (string ? !put_string (r, p, last, terminated) : !put_number (r, p, last, size))
        return false;
      more = stop < end;
      p = stop + more;
    }
  return true;
}

/* ---- from bytes to instructions ------------------------------------------------- */

static bool
append (struct resolver *r, const struct avow_item *it)
{
  struct avow_item *items
      = avow_grow (r->rd.arena, r->items, r->n_items, &r->items_cap, sizeof *items);
  if (!items)
    {
      r->rd.no_memory = true;
      return false;
    }
  r->items = items;
  items[r->n_items++] = *it;
  return true;
}

/* Append the instruction TEXT, parsed as a statement of its own.  */
static bool
append_text (struct resolver *r, const char *text)
{
  struct avow_stmt stmt = { .is_basic = true, .target = r->rd.stmt->target };
  struct avow_body body;
  stmt.len = strlen (text);
  stmt.text = avow_strndup (r->rd.arena, text, stmt.len);
  stmt.target.dialect = AVOW_ATT;
  if (!stmt.text || !avow_parse (&stmt, 4, r->rd.arena, &body))
    {
      r->rd.no_memory = true;
      return false;
    }
  return body.n_items == 1 && !body.n_gaps && body.items->kind == AVOW_ITEM_INSN
         && append (r, body.items);
}

/* Cut off instructions as far as the bytes are known.  */
static bool
take_codes (struct resolver *r)
{
  char text[AVOW_DECODE_TEXT];
  unsigned n;
  while (r->at < r->n_bytes
         && (n = avow_decode (r->rd.arch, r->bytes + r->at, r->n_bytes - r->at, text)))
    {
      if (r->resolved++ >= MAX_RESOLVED || !append_text (r, text))
        return false;
      r->at += n;
    }
  return true;
}

/* The new items from FIRST on are what the directives A to B say.  */
static void
place (struct resolver *r, unsigned first, const struct avow_item *a, const struct avow_item *b)
{
  for (; first < r->n_items; first++)
    {
      struct avow_item *it = &r->items[first];
      it->insn_no = 0;
      it->off = a->off;
      it->len = b->off + b->len - a->off;
      for (unsigned i = 0; i < it->n_ops; i++)
        it->ops[i].off = it->off, it->ops[i].len = it->len;
    }
}

/* Resolve the data directives from I on, as many as follow each other; returns the first
   item behind those that it has replaced.  */
static unsigned
resolve_run (struct resolver *r, unsigned i)
{
  const struct avow_item *old = r->body->items;
  unsigned kept = r->n_items;
  r->n_bytes = r->at = 0;
  for (unsigned k = i; k < r->body->n_items && is_data (&old[k]); k++)
    {
      if (!put_directive (r, &old[k]) || !take_codes (r))
        break;
      if (r->at < r->n_bytes)
        continue;
      place (r, kept, &old[i], &old[k]);
      kept = r->n_items;
      i = k + 1;
      r->n_bytes = r->at = 0;
    }
  r->n_items = kept;
  return i;
}

/* ---- the pass ----------------------------------------------------------------------- */

/* Number the instructions of the new items, of which those made from bytes have the number 0;
   gaps name them by number.  */
static bool
renumber (struct resolver *r)
{
  struct avow_body *body = r->body;
  int *now = avow_calloc (r->rd.arena, (size_t)body->n_insns + 1, sizeof *now), n = 0;
  if (!now)
    return false;
  for (unsigned i = 0; i < r->n_items; i++)
    if (r->items[i].kind == AVOW_ITEM_INSN)
      {
        n++;
        now[r->items[i].insn_no] = n;
        r->items[i].insn_no = n;
      }
  for (unsigned i = 0; i < body->n_gaps; i++)
    if (body->gaps[i].insn > 0 && (unsigned)body->gaps[i].insn <= body->n_insns)
      body->gaps[i].insn = now[body->gaps[i].insn];
  body->n_insns = (unsigned)n;
  return true;
}

static void
resolve_all (struct resolver *r, avow_code_section *section, void *ctx)
{
  const struct avow_item *old = r->body->items;
  for (unsigned i = 0; i < r->body->n_items && !r->rd.no_memory; i++)
    {
      bool raw = false;
      int at = section (ctx, &old[i], &raw);
      uint64_t here = at >= 0 ? UINT64_C (1) << at : 0;
      if (here && is_data (&old[i]) && !(r->opaque & here))
        {
          unsigned next = resolve_run (r, i);
          if (next > i)
            {
              i = next - 1;
              continue;
            }
        }
      if (raw)
        r->opaque |= here;
      else if (old[i].kind == AVOW_ITEM_INSN)
        r->opaque &= ~here;
      append (r, &old[i]);
    }
}

static bool
any_data (const struct avow_body *body)
{
  for (unsigned i = 0; i < body->n_items; i++)
    if (is_data (&body->items[i]))
      return true;
  return false;
}

bool
avow_bytes_resolve (struct avow_body *body, const struct avow_stmt *stmt,
                    struct avow_arena *arena, avow_code_section *section, void *ctx)
{
  if (!any_data (body))
    return true;
  struct resolver r = { .rd = { .stmt = stmt, .arch = stmt->target.arch, .arena = arena,
                                .body = body, .dialect = AVOW_ATT },
                        .body = body };
  resolve_all (&r, section, ctx);
  if (r.rd.no_memory)
    return false;
  if (!r.resolved)
    return true;
  if (!renumber (&r))
    return false;
  body->items = r.items;
  body->n_items = r.n_items;
  return true;
}
