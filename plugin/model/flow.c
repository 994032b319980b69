/* flow.c - labels, sections and branches: the template as a graph.

   One walk over the items numbers the instructions, keeps a section stack as gas does
   (as/obj-elf.c, .pushsection, .popsection, .section, .previous, .subsection) and
   strings the instructions of each section together.  Two kinds of table in
   other sections tell of control flow that no instruction shows: the exception
   table of the Linux kernel (a fault at the first label resumes at the second) and its
   alternatives (a second sequence may be patched over the first).  */
#include "flow.h"

#include <string.h>

#include "../asm/bytes.h"

#define MAX_SECTIONS 32
#define MAX_DEPTH 16
#define MAX_REFS 16
/* Looking up a label is linear, and each one may hold a state.  */
#define MAX_LABELS 2000

struct section
{
  struct avow_slice name;
  int32_t first, last;   /* nodes, -1 = none */
};

/* Label references collected in one visit to a table section.  */
struct reference
{
  struct avow_slice name;
  uint32_t item;
};

struct parking;

struct builder
{
  struct avow_flow *f;
  const struct avow_contract *c;
  struct avow_body *body;
  struct avow_arena *arena;
  struct section sections[MAX_SECTIONS];
  unsigned n_sections;
  unsigned cur, prev;
  unsigned stack[MAX_DEPTH], prev_stack[MAX_DEPTH];
  unsigned depth;
  size_t cap_nodes, cap_labels, cap_edges;
  unsigned first_unbound; /* labels from here on have no node yet */
  struct reference refs[MAX_REFS];
  unsigned n_refs;
  int refs_kind;          /* 0 none, else section_kind */
  bool quiet;             /* gaps are left to a later walk */
  struct parking *parking;
  bool full;              /* too many labels: reported */
  bool ok;
};

enum section_kind { SEC_MAIN, SEC_DATA, SEC_CODE, SEC_EXTABLE, SEC_ALTERNATIVES, SEC_REPLACEMENT };

static bool
slice_is (struct avow_slice s, const char *text)
{
  return s.len == strlen (text) && !memcmp (s.p, text, s.len);
}

static bool
slice_begins (struct avow_slice s, const char *text)
{
  size_t n = strlen (text);
  return s.len >= n && !memcmp (s.p, text, n);
}

static bool
slice_has (struct avow_slice s, const char *text)
{
  size_t n = strlen (text);
  for (size_t i = 0; i + n <= s.len; i++)
    if (!memcmp (s.p + i, text, n))
      return true;
  return false;
}

static bool
slice_same (struct avow_slice a, struct avow_slice b)
{
  return a.len == b.len && !memcmp (a.p, b.p, a.len);
}

/* ---- sections -------------------------------------------------------------- */

static enum section_kind
section_kind (const struct builder *b, unsigned id)
{
  if (id == 0)
    return SEC_MAIN;
  struct avow_slice n = b->sections[id].name;
  if (slice_has (n, "ex_table"))
    return SEC_EXTABLE;
  if (slice_is (n, ".altinstructions"))
    return SEC_ALTERNATIVES;
  if (slice_is (n, ".altinstr_replacement"))
    return SEC_REPLACEMENT;
  if (slice_begins (n, ".text") || slice_begins (n, ".fixup") || slice_begins (n, ".subsection")
      || slice_has (n, "text"))
    return SEC_CODE;
  return SEC_DATA;
}

static void
gap (struct builder *b, enum avow_reason reason, const struct avow_item *it)
{
  if (b->quiet)
    return;
  char *text = avow_strndup (b->arena, b->c->stmt->text + it->off, it->len < 120 ? it->len : 120);
  b->ok &= avow_body_gap (b->body, b->arena, reason, text, it->insn_no, it->off, it->len);
}

static void
enter_section (struct builder *b, struct avow_slice name, const struct avow_item *it)
{
  unsigned id;
  for (id = 1; id < b->n_sections; id++)
    if (slice_same (b->sections[id].name, name))
      break;
  if (id == b->n_sections)
    {
      if (b->n_sections == MAX_SECTIONS)
        {
          gap (b, AVOW_REASON_TOO_LARGE, it);
          return;
        }
      b->sections[b->n_sections++] = (struct section){ name, -1, -1 };
    }
  b->prev = b->cur;
  b->cur = id;
}

/* The first word of a directive's arguments, without quotes.  */
static struct avow_slice
first_argument (struct avow_slice args)
{
  while (args.len && (*args.p == ' ' || *args.p == '\t' || *args.p == '"'))
    args.p++, args.len--;
  uint32_t n = 0;
  while (n < args.len && !strchr (" \t\",;", args.p[n]))
    n++;
  args.len = n;
  return args;
}

static void
push_section (struct builder *b, const struct avow_item *it)
{
  if (b->depth == MAX_DEPTH)
    {
      gap (b, AVOW_REASON_TOO_LARGE, it);
      return;
    }
  b->stack[b->depth] = b->cur;
  b->prev_stack[b->depth++] = b->prev;
  enter_section (b, first_argument (it->args), it);
}

static void finish_refs (struct builder *b);

/* Section directives; returns false when IT is none.  */
static bool
section_directive (struct builder *b, const struct avow_item *it)
{
  struct avow_slice n = it->name;
  if (slice_is (n, ".pushsection"))
    push_section (b, it);
  else if (slice_is (n, ".popsection"))
    {
      finish_refs (b);
      if (!b->depth)
        gap (b, AVOW_REASON_SECTION, it);
      else
        {
          b->cur = b->stack[--b->depth];
          b->prev = b->prev_stack[b->depth];
        }
    }
  else if (slice_is (n, ".section"))
    enter_section (b, first_argument (it->args), it);
  else if (slice_is (n, ".subsection"))
    {
      /* ".subsection 0" is where the code of the function lives.  */
      struct avow_slice a = first_argument (it->args);
      if (slice_is (a, "0"))
        b->prev = b->cur, b->cur = 0;
      else
        enter_section (b, (struct avow_slice){ ".subsection", 11 }, it);
    }
  else if (slice_is (n, ".previous"))
    {
      finish_refs (b);
      unsigned t = b->cur;
      b->cur = b->prev;
      b->prev = t;
    }
  else if (slice_is (n, ".text"))
    {
      finish_refs (b);
      b->prev = b->cur;
      b->cur = 0;
    }
  else if (slice_is (n, ".data") || slice_is (n, ".bss"))
    enter_section (b, n, it);
  else
    return false;
  return true;
}

/* ---- references in tables ----------------------------------------------------- */

static bool
word_char (char ch)
{
  /* Operand tokens are rendered as in the template: %l2.  */
  unsigned char c = (unsigned char)ch;
  return c == '%' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
         || c == '.' || c == '$';
}

/* A word that is a reference to a label, not a number: 1b, 661b, .Lx.  */
static bool
is_label_word (struct avow_slice w)
{
  if (w.len == 1 && *w.p == '.')
    return false;
  if (*w.p == '%') /* an operand token: only %l is a label */
    return w.len > 2 && w.p[1] == 'l';
  if (*w.p < '0' || *w.p > '9')
    return true;
  for (uint32_t i = 0; i + 1 < w.len; i++)
    if (w.p[i] < '0' || w.p[i] > '9')
      return false;
  return w.len > 1 && (w.p[w.len - 1] == 'b' || w.p[w.len - 1] == 'f');
}

static void
collect_refs (struct builder *b, const struct avow_item *it, uint32_t index)
{
  struct avow_slice a = it->args;
  for (uint32_t i = 0; i < a.len;)
    {
      if (!word_char (a.p[i]))
        {
          i++;
          continue;
        }
      uint32_t start = i;
      while (i < a.len && word_char (a.p[i]))
        i++;
      struct avow_slice w = { a.p + start, i - start };
      if (is_label_word (w) && b->n_refs < MAX_REFS)
        b->refs[b->n_refs++] = (struct reference){ w, index };
    }
  b->refs_kind = (int)section_kind (b, b->cur);
}

/* ---- labels ------------------------------------------------------------------- */

static bool
numeric (struct avow_slice s)
{
  for (uint32_t i = 0; i < s.len; i++)
    if (s.p[i] < '0' || s.p[i] > '9')
      return false;
  return s.len > 0;
}

/* Labels are in source order: the first at item ITEM or later.  */
static unsigned
first_label_behind (const struct avow_flow *f, uint32_t item)
{
  unsigned low = 0, high = f->n_labels;
  while (low < high)
    {
      unsigned mid = low + (high - low) / 2;
      if (f->labels[mid].item < item)
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}

/* The label that NAME means at item ITEM: for 1b the nearest one at or before, for 1f
   the nearest one behind, in source order whatever the section (gas manual, "Symbol
   Names"); any other name by its text.  */
static int
find_label (const struct avow_flow *f, struct avow_slice name, uint32_t item)
{
  char dir = name.len > 1 ? name.p[name.len - 1] : 0;
  struct avow_slice digits = { name.p, name.len ? name.len - 1 : 0 };
  bool local = (dir == 'b' || dir == 'f') && numeric (digits);
  if (!local)
    {
      for (unsigned i = 0; i < f->n_labels; i++)
        if (slice_same (f->labels[i].name, name))
          return (int)i;
      return -1;
    }
  unsigned behind = first_label_behind (f, item);
  if (dir == 'f')
    {
      for (unsigned i = behind; i < f->n_labels; i++)
        if (f->labels[i].numeric && slice_same (f->labels[i].name, digits))
          return (int)i;
      return -1;
    }
  for (unsigned i = behind; i-- > 0;)
    if (f->labels[i].numeric && slice_same (f->labels[i].name, digits))
      return (int)i;
  return -1;
}

static void
add_label (struct builder *b, const struct avow_item *it, uint32_t index)
{
  struct avow_flow *f = b->f;
  if (f->n_labels >= MAX_LABELS)
    {
      if (f->n_labels == MAX_LABELS && !b->full)
        gap (b, AVOW_REASON_TOO_LARGE, it);
      b->full = true;
      return;
    }
  f->labels = avow_grow (b->arena, f->labels, f->n_labels, &b->cap_labels, sizeof *f->labels);
  if (!f->labels)
    {
      b->ok = false;
      f->n_labels = 0;
      return;
    }
  f->labels[f->n_labels++] = (struct avow_label){
    it->name, index, b->cur ? AVOW_TO_OUT : AVOW_TO_EXIT, (uint16_t)b->cur, numeric (it->name)
  };
}

/* Labels since the last instruction of this section now have a node.  */
static void
bind_labels (struct builder *b, int32_t node)
{
  struct avow_flow *f = b->f;
  for (unsigned i = f->n_labels; i-- > b->first_unbound;)
    if (f->labels[i].section == b->cur && f->labels[i].node < 0)
      {
        f->labels[i].node = node;
        f->nodes[node].leader = true;
      }
  if (b->n_sections == 1)
    b->first_unbound = f->n_labels;
}

static void
add_node (struct builder *b, uint32_t index)
{
  struct avow_flow *f = b->f;
  f->nodes = avow_grow (b->arena, f->nodes, f->n_nodes, &b->cap_nodes, sizeof *f->nodes);
  if (!f->nodes)
    {
      b->ok = false;
      f->n_nodes = 0;
      return;
    }
  int32_t id = (int32_t)f->n_nodes++;
  struct section *s = &b->sections[b->cur];
  f->nodes[id] = (struct avow_node){ index, b->cur ? AVOW_TO_OUT : AVOW_TO_EXIT, false, false };
  if (s->last >= 0)
    f->nodes[s->last].next = id;
  else
    s->first = id;
  s->last = id;
  bind_labels (b, id);
}

/* ---- edges that tables tell of --------------------------------------------------- */

struct pending
{
  struct reference old, repl, old_end, repl_end;
};

static void
add_edge (struct builder *b, int32_t from, int32_t to, enum avow_edge_kind kind)
{
  struct avow_flow *f = b->f;
  f->edges = avow_grow (b->arena, f->edges, f->n_edges, &b->cap_edges, sizeof *f->edges);
  if (!f->edges)
    {
      b->ok = false;
      f->n_edges = 0;
      return;
    }
  f->edges[f->n_edges++] = (struct avow_edge){ from, to, (uint8_t)kind };
}

/* References are resolved at the end of the walk (they may point forward), so they
   are parked in edges whose FROM/TO hold reference indices; see park_refs.  */
struct parked
{
  struct reference r[6];
  unsigned n;
  int kind;
};

#define MAX_PARKED 64

struct parking
{
  struct parked at[MAX_PARKED];
  unsigned n;
  bool overflow;
};

static void
park (struct builder *b, unsigned first, unsigned n, int kind)
{
  struct parking *pk = b->parking;
  if (!pk)
    pk = b->parking = avow_alloc (b->arena, sizeof *pk);
  if (!pk)
    {
      b->ok = false;
      return;
    }
  if (pk->n == MAX_PARKED)
    {
      pk->overflow = true;
      return;
    }
  struct parked *p = &pk->at[pk->n++];
  p->n = n;
  p->kind = kind;
  memcpy (p->r, &b->refs[first], n * sizeof *p->r);
}

/* The references of one visit to a table section are complete.  */
static void
finish_refs (struct builder *b)
{
  if (b->refs_kind == SEC_EXTABLE)
    for (unsigned i = 0; i + 1 < b->n_refs; i += 2)
      park (b, i, 2, SEC_EXTABLE);
  else if (b->refs_kind == SEC_ALTERNATIVES)
    for (unsigned i = 0; i + 5 < b->n_refs; i += 6)
      park (b, i, 6, SEC_ALTERNATIVES);
  b->n_refs = 0;
  b->refs_kind = 0;
}

static int32_t
ref_node (const struct builder *b, const struct reference *r, int *label)
{
  *label = find_label (b->f, r->name, r->item);
  return *label < 0 ? AVOW_TO_OUT : b->f->labels[*label].node;
}

static void
connect_fault (struct builder *b, const struct parked *p)
{
  int la, lb;
  int32_t at = ref_node (b, &p->r[0], &la), to = ref_node (b, &p->r[1], &lb);
  if (at >= 0)
    add_edge (b, at, to, AVOW_EDGE_FAULT);
}

/* .altinstructions: old, replacement, and the two lengths "end - start".  The code between the
   replacement's labels runs instead of the old code and then goes on behind it.  */
static void
connect_alternative (struct builder *b, const struct parked *p)
{
  int l[6];
  int32_t n[6];
  for (int i = 0; i < 6; i++)
    {
      n[i] = ref_node (b, &p->r[i], &l[i]);
      if (l[i] < 0)
        {
          gap (b, AVOW_REASON_SECTION, &b->body->items[p->r[i].item]);
          return;
        }
    }
  int32_t old = n[0], repl = n[1], old_end = n[2], repl_end = n[4];
  if (old < 0)
    return; /* nothing is replaced: the old code is empty and last */
  if (l[1] == l[4] || repl == repl_end)
    {
      add_edge (b, old, old_end, AVOW_EDGE_ALTERNATIVE); /* patched to nops */
      return;
    }
  add_edge (b, old, repl, AVOW_EDGE_ALTERNATIVE);
  for (int32_t k = repl; k >= 0; k = b->f->nodes[k].next)
    if (b->f->nodes[k].next == repl_end)
      {
        b->f->nodes[k].next = old_end;
        return;
      }
}

static void
connect_tables (struct builder *b)
{
  struct parking *pk = b->parking;
  for (unsigned i = 0; pk && i < pk->n && b->ok; i++)
    if (pk->at[i].kind == SEC_EXTABLE)
      connect_fault (b, &pk->at[i]);
    else
      connect_alternative (b, &pk->at[i]);
  if (pk && pk->overflow && b->body->n_items)
    gap (b, AVOW_REASON_TOO_LARGE, &b->body->items[0]);
  for (unsigned i = 0; i < b->f->n_edges; i++)
    if (b->f->edges[i].to >= 0)
      b->f->nodes[b->f->edges[i].to].leader = true;
}

/* ---- directives ------------------------------------------------------------------- */

/* Directives without effect on what the body does.  */
static bool
harmless (struct avow_slice n)
{
  static const char *const names[] = {
    ".align", ".balign", ".balignw", ".balignl", ".p2align", ".p2alignw", ".p2alignl", ".loc", ".file", ".ident",
    ".size", ".type", ".globl", ".global", ".hidden", ".internal", ".protected", ".weak",
    ".local", ".comm", ".lcomm", ".set", ".equ", ".equiv", ".eqv", ".arch", ".symver", ".att_syntax",
    ".intel_syntax", ".att_mnemonic", ".intel_mnemonic", ".nops", ".altmacro", ".noaltmacro", ".reloc",
    ".code64", ".code32", ".line", ".ln", ".err", ".error", ".warning", ".print", ".purgem", ".extern",
    ".title", ".sbttl", ".list", ".nolist", ".eject", ".psize", ".version", ".weakref", ".linkonce",
    ".bundle_align_mode", ".bundle_lock", ".bundle_unlock", ".allow_index_reg", ".disallow_index_reg", ".gnu_attribute"
  };
  if (slice_begins (n, ".cfi_"))
    return true;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (slice_is (n, names[i]))
      return true;
  return false;
}

static bool
is_data (struct avow_slice n)
{
  static const char *const names[]
      = { ".byte", ".word", ".short", ".hword", ".2byte", ".value", ".int", ".long", ".4byte",
          ".quad", ".8byte", ".octa", ".ascii", ".asciz", ".string", ".string8", ".skip", ".space", ".zero",
          ".fill", ".org", ".float", ".single", ".double", ".tfloat", ".uleb128", ".sleb128", ".dc", ".dc.l",
          ".dc.b", ".dc.w", ".dcb", ".incbin", ".base64", ".nop", ".dc.a", ".slong", ".sbyte", ".dc.d" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (slice_is (n, names[i]))
      return true;
  return false;
}

/* ".skip EXPR, 0x90" pads with nops: the kernel's alternatives.  */
static bool
pads_with_nops (const struct avow_item *it)
{
  if (!slice_is (it->name, ".skip") && !slice_is (it->name, ".fill") && !slice_is (it->name, ".space"))
    return false;
  const char *end = it->args.p + it->args.len, *p = end;
  while (p > it->args.p && p[-1] != ',')
    p--;
  while (p < end && *p == ' ')
    p++;
  return p + 4 <= end && !memcmp (p, "0x90", 4);
}

static void
directive (struct builder *b, const struct avow_item *it, uint32_t index)
{
  if (section_directive (b, it))
    return;
  enum section_kind kind = section_kind (b, b->cur);
  if (is_data (it->name))
    {
      if (kind == SEC_EXTABLE || kind == SEC_ALTERNATIVES)
        collect_refs (b, it, index);
      else if ((kind == SEC_MAIN || kind == SEC_CODE || kind == SEC_REPLACEMENT)
               && !pads_with_nops (it))
        gap (b, AVOW_REASON_RAW_BYTES, it);
      return;
    }
  if (!harmless (it->name) && kind != SEC_DATA)
    gap (b, AVOW_REASON_UNKNOWN_DIRECTIVE, it);
}

/* ---- the walk ----------------------------------------------------------------------- */

int32_t
avow_flow_target (const struct avow_flow *f, const struct avow_contract *c,
                  const struct avow_optext *t, uint32_t item)
{
  int operand = t->r.operand;
  if (operand >= 0 && (unsigned)operand >= c->stmt->n_operands)
    return AVOW_TO_LABEL0 - (operand - (int)c->stmt->n_operands);
  if (operand >= 0 || !t->sym.len)
    return AVOW_TO_OUT;
  int l = find_label (f, t->sym, item);
  return l < 0 ? AVOW_TO_OUT : f->labels[l].node;
}

/* Every branch leads forward, so node order is an order of execution.  */
static bool
only_forward (const struct builder *b)
{
  const struct avow_flow *f = b->f;
  for (unsigned i = 0; i < f->n_nodes; i++)
    {
      if (f->nodes[i].next >= 0 && f->nodes[i].next <= (int32_t)i)
        return false;
      const struct avow_item *it = &b->body->items[f->nodes[i].item];
      for (unsigned k = 0; f->n_labels && k < it->n_ops; k++)
        {
          int32_t t = avow_flow_target (f, b->c, &it->ops[k], f->nodes[i].item);
          if (t >= 0 && t <= (int32_t)i)
            return false;
        }
    }
  for (unsigned i = 0; i < f->n_edges; i++)
    if (f->edges[i].to >= 0 && f->edges[i].to <= f->edges[i].from)
      return false;
  return true;
}

/* For avow_bytes_resolve.  */
static int
code_section (void *ctx, const struct avow_item *it, bool *raw)
{
  struct builder *b = ctx;
  if (it->kind == AVOW_ITEM_DIRECTIVE && !section_directive (b, it))
    *raw = is_data (it->name) && !pads_with_nops (it);
  enum section_kind kind = section_kind (b, b->cur);
  return kind == SEC_MAIN || kind == SEC_CODE || kind == SEC_REPLACEMENT ? (int)b->cur : -1;
}

/* Bytes that encode instructions become these before the walk, which then sees nothing of them.
   Only the sections tell code from data, hence a pass over them of its own.  */
static void
resolve_bytes (struct builder *b)
{
  b->quiet = true;
  b->ok = avow_bytes_resolve (b->body, b->c->stmt, b->arena, code_section, b);
  b->quiet = false;
  b->n_sections = 1;
  b->cur = b->prev = b->depth = 0;
}

static void
walk (struct builder *b)
{
  for (unsigned i = 0; i < b->body->n_items && b->ok; i++)
    {
      const struct avow_item *it = &b->body->items[i];
      if (it->kind == AVOW_ITEM_LABEL)
        add_label (b, it, i);
      else if (it->kind == AVOW_ITEM_DIRECTIVE)
        directive (b, it, i);
      else if (it->kind == AVOW_ITEM_INSN)
        add_node (b, i);
    }
  finish_refs (b);
}

bool
avow_flow_build (struct avow_flow *f, const struct avow_contract *c, struct avow_body *body,
                 struct avow_arena *arena)
{
  memset (f, 0, sizeof *f);
  struct builder *b = avow_alloc (arena, sizeof *b);
  if (!b)
    return false;
  b->f = f;
  b->c = c;
  b->body = body;
  b->arena = arena;
  b->n_sections = 1;
  b->sections[0] = (struct section){ { "", 0 }, -1, -1 };
  b->ok = true;
  resolve_bytes (b);
  walk (b);
  if (b->ok)
    connect_tables (b);
  f->entry = b->sections[0].first >= 0 ? b->sections[0].first : AVOW_TO_EXIT;
  f->section_left = b->cur != 0;
  f->in_order = b->ok && only_forward (b);
  return b->ok;
}
