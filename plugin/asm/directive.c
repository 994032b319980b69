/* directive.c - what each directive is; data, symbols that are assigned.

   directive.def is the list.  Directives that change what is read next are handled in cond.c and block.c;
   all others become items, whose meaning for the code is model/'s to say.  */
#include "directive.h"

#include <stdio.h>
#include <string.h>

#include "parser.h"

struct known
{
  char name[19]; /* zeros behind it */
  uint8_t cls;  /* enum avow_directive */
  uint8_t size;
};

static const struct known known[] = {
#define DIRECTIVE(name, cls, size) { name, AVOW_DIR_##cls, size },
#include "directive.def"
#undef DIRECTIVE
};

/* Eight characters as one number, which compares as they do; written so that it is one load.  */
static uint64_t
head (const char *s)
{
  const unsigned char *u = (const unsigned char *)s;
  return (uint64_t)u[0] << 56 | (uint64_t)u[1] << 48 | (uint64_t)u[2] << 40 | (uint64_t)u[3] << 32
         | (uint64_t)u[4] << 24 | (uint64_t)u[5] << 16 | (uint64_t)u[6] << 8 | u[7];
}

/* A loop over the statements of a macro asks for hundreds of names, hence by eight characters at a time.  */
static const struct known *
find (struct avow_slice name)
{
  size_t low = 0, high = sizeof known / sizeof *known;
  char lower[24] = "";
  if (name.len >= sizeof known->name)
    return NULL;
  for (uint32_t i = 0; i < name.len; i++)
    lower[i] = avow_lower (name.p[i]);
  uint64_t first = head (lower);
  while (low < high)
    {
      size_t mid = low + (high - low) / 2;
      uint64_t other = head (known[mid].name);
      int c = first < other ? -1 : first > other ? 1 : strcmp (lower + 8, known[mid].name + 8);
      if (!c)
        return &known[mid];
      if (c > 0)
        low = mid + 1;
      else
        high = mid;
    }
  return NULL;
}

enum avow_directive
avow_directive_class (struct avow_slice name)
{
  const struct known *k = find (name);
  if (k)
    return (enum avow_directive)k->cls;
  if (name.len > 5 && (avow_word_is (name.p, 5, ".cfi_") || avow_word_is (name.p, 5, ".seh_")))
    return AVOW_DIR_NONE;
  return AVOW_DIR_UNKNOWN;
}

unsigned
avow_directive_size (struct avow_slice name)
{
  const struct known *k = find (name);
  return k ? k->size : 0;
}

/* ---- data ------------------------------------------------------------------------------ */

static bool
parse_args (struct parser *ps, struct avow_item *it, const char *p, const char *end)
{
  bool token, unique;
  p = avow_skip_space (p, end);
  it->args = avow_parse_render (ps, p, end, &token, &unique);
  return !ps->rd.no_memory;
}

/* The data [P, END) in elements of SIZE bytes holds prefixes and nothing else.  */
static bool
only_prefixes (struct parser *ps, unsigned size, const char *p, const char *end,
               struct avow_prefixes *pfx)
{
  if (end - p > 40 || p == end || size > 2 || !size)
    return false;
  while (p < end)
    {
      struct avow_expr e;
      const char *stop = avow_operand_end (p, end);
      if (!avow_expr_number (&ps->rd, &p, stop, &e) || avow_skip_space (p, stop) != stop)
        return false;
      for (unsigned i = 0; i < size; i++)
        if (!avow_prefix_byte (&ps->rd, e.c >> (8 * i) & 0xff, pfx))
          return false;
      p = stop < end ? stop + 1 : end;
    }
  return true;
}

/* Write the data of IT, [P, END), as numbers: symbols have their values only while they are
   read, and tokens are tokens only in the template.  Elements that are none stay as they are.  */
static bool
settle_data (struct parser *ps, struct avow_item *it, const char *p, const char *end)
{
  struct avow_buf out = { .arena = ps->rd.arena };
  p = avow_skip_space (p, end);
  for (bool more = true; more;)
    {
      const char *stop = avow_operand_end (p, end), *q = avow_skip_space (p, stop);
      struct avow_expr e;
      bool token, unique;
      char digits[24];
      if (q < stop && avow_is (*q, AVOW_CH_BEGIN | AVOW_CH_DIGIT)
          && avow_expr_number (&ps->rd, &q, stop, &e) && avow_skip_space (q, stop) == stop)
        avow_buf_add (&out, digits, (size_t)snprintf (digits, sizeof digits, "%lld", (long long)e.c));
      else
        {
          struct avow_slice s = avow_parse_render (ps, p, stop, &token, &unique);
          avow_buf_add (&out, s.p, s.len);
        }
      more = stop < end;
      p = stop + more;
      if (more)
        avow_buf_put (&out, ',');
    }
  it->args = avow_buf_slice (&out);
  return !ps->rd.arena->failed;
}

/* Without a word behind it, registers have their % (set_intel_syntax, gas/config/tc-i386.c).  In AT&T
   syntax only those operands are read that have it (operand_att.c).  */
static bool
switch_dialect (struct parser *ps, const struct avow_item *it)
{
  ps->rd.dialect = avow_word_is (it->name.p, it->name.len, ".intel_syntax") ? AVOW_INTEL : AVOW_ATT;
  ps->rd.naked = avow_word_is (it->args.p, it->args.len, "noprefix");
  return true;
}

static bool
parse_data (struct parser *ps, struct avow_item *it, const char *p, const char *args,
            const char *end)
{
  struct avow_prefixes pfx = { 0, -1 };
  unsigned size = avow_directive_size (it->name);
  bool tokens = memchr (args, AVOW_MARK_TOKEN, (size_t)(end - args)) != NULL;
  if (size && (tokens || avow_any_symbol (ps->names)) && !settle_data (ps, it, args, end))
    return false;
  if (only_prefixes (ps, size, avow_skip_space (args, end), end, &pfx))
    avow_parse_pend (ps, &pfx, p, end, true);
  else if (!avow_parse_pending_bytes (ps))
    avow_parse_drop_pending (ps);
  return !ps->rd.no_memory;
}

/* ---- symbols ------------------------------------------------------------------------------ */

/* A register as the value of a symbol.  */
static bool
is_register (struct parser *ps, const char *p, const char *end)
{
  bool prefixed = p < end && *p == '%';
  if (!prefixed && !ps->rd.naked)
    return false;
  p += prefixed;
  return avow_reg_read (&ps->rd, &p, end) != AVOW_REG_NONE && avow_skip_space (p, end) == end;
}

/* An operand that is printed as a register, if it is one: a symbol can stand for that.  What prints as a constant is a
   number, and of an address in memory the assembler makes none.  */
static bool
is_register_token (struct parser *ps, const char *p, const char *end)
{
  if (p >= end || *p != AVOW_MARK_TOKEN || end - p != AVOW_TOKEN_BYTES)
    return false;
  const struct avow_token *t = avow_text_token (&ps->rd.text, p);
  return t && t->operand >= 0 && (!t->modifier || strchr ("bwkqhxtgd", t->modifier));
}

/* What the text [P, END) makes of a symbol.  */
static void
set_value (struct parser *ps, struct avow_named *n, bool deferred, const char *p, const char *end)
{
  struct avow_expr e;
  const char *q = p;
  n->state = AVOW_STATE_DEFINED;
  if (is_register (ps, p, end) || is_register_token (ps, p, end))
    {
      char *copy = avow_strndup (ps->names->arena, p, (size_t)(end - p));
      n->state = AVOW_STATE_REGISTER;
      n->text = (struct avow_slice){ copy, (uint32_t)(end - p) };
      ps->names->n_registers++;
    }
  else if (avow_expr_number (&ps->rd, &q, end, &e) && avow_skip_space (q, end) == end)
    {
      for (const char *c = p; deferred && c < end; c++)
        if (avow_is (*c, AVOW_CH_BEGIN) && !avow_is (*c, AVOW_CH_DIGIT))
          return; /* == is worked out again at each use */
      n->state = AVOW_STATE_NUMBER;
      n->value = e.c;
    }
}

/* Symbol NAME gets the value [P, END).  */
static bool
assign (struct parser *ps, enum avow_directive how, struct avow_slice name, const char *p,
        const char *end)
{
  const struct avow_named *old = avow_name_find (ps->names, AVOW_NAME_SYMBOL, name);
  bool once = how == AVOW_DIR_EQUIV || how == AVOW_DIR_EQV;
  p = avow_skip_space (p, end);
  end = avow_trim_end (p, end);
  if (ps->n_guards && !avow_define_guard (ps, name, p, end))
    return true;
  if (!name.len || (once && old && old->state != AVOW_STATE_UNKNOWN))
    return false;
  struct avow_named value = { 0 };
  struct avow_names *names = ps->names;
  set_value (ps, &value, how == AVOW_DIR_EQV, p, end); /* before the name gets its new one */
  struct avow_named *n = avow_name_enter (names, AVOW_NAME_SYMBOL, name);
  if (!n)
    {
      ps->rd.no_memory = true;
      return true;
    }
  n->state = value.state;
  n->value = value.value;
  n->text = value.text;
  return true;
}

/* .set NAME, EXPR.  */
static bool
parse_set (struct parser *ps, enum avow_directive how, const char *p, const char *name_end,
           const char *end)
{
  bool token, unique;
  const char *sym = avow_skip_space (name_end, end), *stop = avow_name_end (sym, end);
  if (sym < end && *sym == '"')
    {
      const char *close = memchr (sym + 1, '"', (size_t)(end - sym - 1));
      stop = close ? close + 1 : end;
    }
  const char *comma = avow_skip_space (stop, end);
  struct avow_slice name = avow_parse_render (ps, sym, stop, &token, &unique);
  if (name.len > 2 && name.p[0] == '"')
    name.p++, name.len -= 2;
  if (comma == end || *comma != ',' || !assign (ps, how, name, comma + 1, end))
    return avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, p, end);
  return !ps->rd.no_memory;
}

/* "." moves the place where code goes, which nothing here follows.  */
bool
avow_parse_assignment (struct parser *ps, const char *p, const char *name_end, const char *end)
{
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_ASSIGN, p, end);
  bool token, unique;
  if (!it)
    return false;
  it->name = avow_parse_render (ps, p, name_end, &token, &unique);
  it->label_token = token;
  struct avow_slice name = it->name;
  const char *args = avow_skip_space (name_end, end) + 1;
  bool deferred = args < end && *args == '=';
  args += deferred;
  if (ps->rd.no_memory || !parse_args (ps, it, args, end))
    return false;
  if (name_end - p == 1 && *p == '.')
    return avow_parse_gap (ps, AVOW_REASON_RAW_BYTES, 0, p, end);
  if (name.len > 2 && name.p[0] == '"')
    name.p++, name.len -= 2;
  if (!assign (ps, deferred ? AVOW_DIR_EQV : AVOW_DIR_SET, name, args, end))
    return avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, p, end);
  return !ps->rd.no_memory;
}

/* ---- all others --------------------------------------------------------------------------- */

/* .code64 in 64-bit mode, .code32 in 32-bit mode.  */
static bool
same_mode (const struct parser *ps, struct avow_slice name)
{
  return avow_word_is (name.p, name.len, ps->rd.arch->mode == AVOW_MODE64 ? ".code64" : ".code32");
}

/* .incbin is data.  */
static bool
includes (enum avow_directive cls, struct avow_slice name)
{
  return cls == AVOW_DIR_FILE && avow_word_is (name.p, name.len, ".include");
}

/* Why directive NAME of class CLS, which is an item besides, makes a gap here already.  */
static enum avow_reason
own_gap (const struct parser *ps, enum avow_directive cls, struct avow_slice name)
{
  switch (cls)
    {
    case AVOW_DIR_ERROR: case AVOW_DIR_STRAY: return AVOW_REASON_REFUSED;
    case AVOW_DIR_FILE: return includes (cls, name) ? AVOW_REASON_FILE : AVOW_N_REASONS;
    case AVOW_DIR_MODE: case AVOW_DIR_END:
      return same_mode (ps, name) ? AVOW_N_REASONS : AVOW_REASON_UNKNOWN_DIRECTIVE;
    default: return AVOW_N_REASONS;
    }
}

bool
avow_parse_directive (struct parser *ps, enum avow_directive cls, const char *p,
                      const char *name_end, const char *end)
{
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_DIRECTIVE, p, end);
  bool token, unique;
  if (!it)
    return false;
  it->directive = (uint8_t)cls;
  it->name = avow_parse_render (ps, p, name_end, &token, &unique);
  it->label_token = token;
  if (ps->rd.no_memory || !parse_args (ps, it, name_end, end))
    return false;
  if (includes (cls, it->name))
    {
      bool read;
      unsigned at = ps->rd.body->n_items - 1;
      if (!avow_parse_include (ps, p, name_end, end, &read))
        return false;
      it = &ps->rd.body->items[at];
      if (read)
        {
          it->directive = AVOW_DIR_NONE; /* the text stands there instead */
          return true;
        }
    }
  if (cls == AVOW_DIR_DATA)
    return parse_data (ps, it, p, name_end, end);
  avow_parse_drop_pending (ps);
  if (cls == AVOW_DIR_SYNTAX)
    return switch_dialect (ps, it);
  enum avow_reason why = own_gap (ps, cls, it->name);
  if (why != AVOW_N_REASONS)
    return avow_parse_gap (ps, why, 0, p, end);
  if (cls == AVOW_DIR_SET || cls == AVOW_DIR_EQUIV || cls == AVOW_DIR_EQV)
    return parse_set (ps, cls, p, name_end, end);
  return !ps->rd.no_memory;
}
