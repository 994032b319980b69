/* bytes.c - instructions that a template writes as data.

   Data directives that follow each other are read as one string of bytes, and the
   string is cut into instructions of the table isa/ARCH/ARCH.bytes from its
   start.  Wherever the end of an instruction is the end of a directive, the directives so far
   are replaced.  At the first bytes that the table does not know it is lost where instructions
   begin, so all data up to the next written instruction stays data.  */
#include "bytes.h"

#include <string.h>

#include "reader.h"
#include "split.h"

/* Instructions made from bytes in one statement: a byte of text may become one, and each takes
   a hundred times its space.  */
#define MAX_RESOLVED 4096

struct resolver
{
  struct avow_reader rd;       /* of numbers */
  struct avow_body *body;
  const struct avow_isa *isa;
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

/* Bytes per element of the data directive NAME, 0 if it is none.  */
static unsigned
element_size (struct avow_slice name)
{
  static const struct { char name[8]; uint8_t size; } table[] = {
    { ".byte", 1 },  { ".sbyte", 1 }, { ".dc.b", 1 },  { ".word", 2 }, { ".value", 2 },
    { ".short", 2 }, { ".hword", 2 }, { ".2byte", 2 }, { ".dc.w", 2 }, { ".dc", 2 },
    { ".long", 4 },  { ".int", 4 },   { ".slong", 4 }, { ".4byte", 4 }, { ".dc.l", 4 },
    { ".quad", 8 },  { ".8byte", 8 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (avow_word_is (name.p, name.len, table[i].name))
      return table[i].size;
  return 0;
}

static unsigned
data_size (const struct avow_item *it)
{
  return it->kind == AVOW_ITEM_DIRECTIVE && !it->label_token ? element_size (it->name) : 0;
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

/* Append the bytes of IT; false when not all of its elements are numbers.  */
static bool
put_directive (struct resolver *r, const struct avow_item *it)
{
  unsigned size = data_size (it);
  const char *p = it->args.p, *end = p + it->args.len;
  for (bool more = true; more;)
    {
      struct avow_expr e;
      const char *stop = avow_operand_end (p, end);
      p = avow_skip_space (p, stop);
      if (!avow_expr_read (&r->rd, &p, stop, &e) || avow_skip_space (p, stop) != stop
          || e.complex || e.n_terms || e.sym.len)
        return false;
      for (unsigned i = 0; i < size; i++)
        if (!put_byte (r, (uint8_t)((uint64_t)e.c >> (8 * i))))
          return false;
      more = stop < end;
      p = stop + more;
    }
  return true;
}

/* ---- from bytes to instructions ------------------------------------------------- */

/* The instruction that the LEFT bytes at P begin with, or NULL.  */
static const struct isa_code *
find_code (const struct resolver *r, const uint8_t *p, unsigned left)
{
  const struct avow_isa *isa = r->isa;
  uint32_t mask = isa->code_hash_size - 1;
  for (unsigned len = left < isa->code_max ? left : isa->code_max; len; len--)
    for (uint32_t h = isa_hash ((const char *)p, len) & mask; isa->code_hash[h]; h = (h + 1) & mask)
      {
        const struct isa_code *c = &isa->codes[isa->code_hash[h] - 1];
        if (c->len == len && c->modes & r->rd.arch->mode && len + c->tail <= left
            && !memcmp (isa->code_bytes + c->bytes, p, len))
          return c;
      }
  return NULL;
}

/* The text of C in the mode of the statement.  */
static const char *
code_text (struct resolver *r, const struct isa_code *c)
{
  const char *text = r->isa->code_text + c->text;
  if (r->rd.arch->mode == AVOW_MODE64 || !(c->modes & AVOW_MODE64))
    return text;
  char *copy = avow_strndup (r->rd.arena, text, strlen (text));
  for (char *p = copy; p && *p; p++)
    if (p[0] == '%' && p[1] == 'r')
      p[1] = 'e';
  return copy;
}

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

/* Append the instruction C, parsed as a statement of its own.  */
static bool
append_code (struct resolver *r, const struct isa_code *c)
{
  const char *text = code_text (r, c);
  struct avow_stmt stmt = { .text = text, .is_basic = true, .target = r->rd.stmt->target };
  struct avow_body body;
  stmt.target.dialect = AVOW_ATT;
  if (text)
    stmt.len = strlen (text);
  if (!text || !avow_parse (&stmt, 4, r->rd.arena, &body))
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
  const struct isa_code *c;
  while (r->at < r->n_bytes && (c = find_code (r, r->bytes + r->at, r->n_bytes - r->at)))
    {
      if (r->resolved++ >= MAX_RESOLVED || !append_code (r, c))
        return false;
      r->at += c->len + c->tail;
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
  for (unsigned k = i; k < r->body->n_items && data_size (&old[k]); k++)
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
      if (here && data_size (&old[i]) && !(r->opaque & here))
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
    if (data_size (&body->items[i]))
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
                        .body = body, .isa = stmt->target.arch->isa };
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
