/* table.c - edges that no instruction shows.

   Two kinds of table in other sections tell of control flow: the exception table of the Linux kernel (a
   fault at the first label resumes at the second) and its alternatives (a second sequence may be
   patched over the first).  References may point forward, so they are parked until the walk ends.

   A table is read as a row of cells: "A" or "A - ." points to a label, "A - B" is a length, all else is a
   number.  What lies between the pointers and the lengths differs from one version of Linux to the
   next (_ASM_EXTABLE in arch/x86/include/asm/asm.h, ALTINSTR_ENTRY in alternative.h):

     exception    from, to [, handler or type]
     alternative  old, replacement, feature [, flags], old length, replacement length [, padding]  */
#include "flow_build.h"

/* Operand tokens and %= are rendered as in the template: %l2, .Lx%=.  */
static bool
word_char (const char *p, const char *start)
{
  unsigned char c = (unsigned char)*p;
  return c == '%' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
         || c == '_' || c == '.' || c == '$' || (c == '=' && p > start && p[-1] == '%');
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

/* An edge that leaves before node FROM.  */
static void
add_edge (struct avow_builder *b, int32_t from, int32_t to, enum avow_edge_kind kind)
{
  struct avow_flow *f = b->f;
  f->edges = avow_grow (b->arena, f->edges, f->n_edges, &b->cap_edges, sizeof *f->edges);
  if (!f->edges)
    {
      b->ok = false;
      f->n_edges = 0;
      return;
    }
  f->edges[f->n_edges] = (struct avow_edge){ from, to, f->nodes[from].edge, (uint8_t)kind };
  f->nodes[from].edge = (int32_t)f->n_edges++;
  if (to >= 0)
    f->nodes[to].leader = true;
}

/* One entry of a table, or one pointer of an exception table: its references, to be resolved at the
   end of the walk.  */
struct avow_parked
{
  struct avow_reference r[6];
  unsigned visit; /* to a table section */
  int kind;
};

static void
park (struct avow_builder *b, int kind)
{
  b->parked = avow_grow (b->arena, b->parked, b->n_parked, &b->cap_parked, sizeof *b->parked);
  if (!b->parked)
    {
      b->ok = false;
      b->n_parked = 0;
      return;
    }
  struct avow_parked *p = &b->parked[b->n_parked++];
  p->kind = kind;
  p->visit = b->visit;
  memcpy (p->r, b->refs, sizeof p->r);
}

/* The alternative whose cells were read is complete, or was none.  */
static void
close_entry (struct avow_builder *b)
{
  if (b->n_pointers == 2 && b->n_lengths >= 2)
    park (b, SEC_ALTERNATIVES);
  b->n_pointers = b->n_lengths = 0;
}

static void
add_pointer (struct avow_builder *b, struct avow_reference r)
{
  if (avow_section_kind (b, b->cur) == SEC_EXTABLE)
    {
      b->refs[0] = r;
      park (b, SEC_EXTABLE);
      return;
    }
  if (b->n_lengths)
    close_entry (b);
  if (b->n_pointers < 2) /* a third one is a feature that has a name */
    b->refs[b->n_pointers++] = r;
}

/* The length END - START.  */
static void
add_length (struct avow_builder *b, struct avow_reference end, struct avow_reference start)
{
  if (b->n_lengths < 2)
    {
      b->refs[2 + 2 * b->n_lengths] = end;
      b->refs[3 + 2 * b->n_lengths] = start;
    }
  b->n_lengths++;
}

/* Read the cell at P of item INDEX; returns behind it.  */
static const char *
read_cell (struct avow_builder *b, const char *p, const char *end, uint32_t index)
{
  struct avow_reference words[2] = { { { NULL, 0 }, index }, { { NULL, 0 }, index } };
  unsigned n = 0;
  while (p < end && *p != ',')
    {
      const char *start = p;
      while (p < end && word_char (p, start))
        p++;
      struct avow_slice w = { start, (uint32_t)(p - start) };
      if (w.len && is_label_word (w) && n++ < 2)
        words[n - 1].name = w;
      p += p == start;
    }
  if (n == 1)
    add_pointer (b, words[0]);
  else if (n == 2)
    add_length (b, words[0], words[1]);
  return p;
}

void
avow_table_collect (struct avow_builder *b, const struct avow_item *it, uint32_t index)
{
  const char *end = it->args.p + it->args.len;
  for (const char *p = it->args.p; p < end; p++)
    p = read_cell (b, p, end, index);
}

void
avow_table_finish (struct avow_builder *b)
{
  close_entry (b);
  b->visit++;
}

/* Where reference R leads.  FOUND is cleared when it is no label of this statement.  */
static int32_t
ref_node (const struct avow_builder *b, const struct avow_reference *r, bool *found)
{
  struct avow_slice digits = { r->name.p + 2, r->name.len - 2 };
  if (*r->name.p == '%' && avow_label_numeric (digits))
    {
      int operand = 0;
      for (uint32_t i = 0; i < digits.len && operand < 1000; i++)
        operand = operand * 10 + (digits.p[i] - '0');
      if (operand >= (int)b->c->stmt->n_operands)
        return AVOW_TO_LABEL0 - (operand - (int)b->c->stmt->n_operands);
    }
  int label = avow_label_find (b->f, r->name, r->item);
  *found &= label >= 0;
  return label < 0 ? AVOW_TO_OUT : b->f->labels[label].node;
}

/* Connect the fault of which the parked pointer I is the first; returns how many pointers it has.  One
   that is no label of this statement is the handler of the fault before.  */
static unsigned
connect_fault (struct avow_builder *b, unsigned i)
{
  bool found = true, inside = true;
  int32_t at = ref_node (b, &b->parked[i].r[0], &found);
  if (!found || i + 1 == b->n_parked || b->parked[i + 1].visit != b->parked[i].visit)
    return 1;
  int32_t to = ref_node (b, &b->parked[i + 1].r[0], &inside);
  if (at >= 0)
    add_edge (b, at, to, AVOW_EDGE_FAULT);
  return 2;
}

/* .altinstructions: old, replacement, and the two lengths "end - start".  The code between the
   replacement's labels runs instead of the old code and then goes on behind it.  */
static void
connect_alternative (struct avow_builder *b, const struct avow_parked *p)
{
  bool found = true;
  int32_t n[6];
  for (int i = 0; i < 6; i++)
    n[i] = ref_node (b, &p->r[i], &found);
  if (!found)
    {
      avow_builder_gap (b, AVOW_REASON_SECTION, &b->body->items[p->r[0].item]);
      return;
    }
  int32_t old = n[0], repl = n[1], old_end = n[2], repl_end = n[4];
  if (old < 0)
    return; /* nothing is replaced: the old code is empty and last */
  if (repl < 0 || repl == repl_end)
    {
      add_edge (b, old, old_end, AVOW_EDGE_ALTERNATIVE); /* patched to nops */
      return;
    }
  add_edge (b, old, repl, AVOW_EDGE_ALTERNATIVE);
  for (int32_t k = repl; k >= 0; k = b->f->nodes[k].next)
    if (b->f->nodes[k].next == repl_end)
      {
        b->f->nodes[k].next = old_end;
        if (old_end >= 0)
          b->f->nodes[old_end].leader = true;
        return;
      }
}

void
avow_table_connect (struct avow_builder *b)
{
  for (unsigned i = 0, n; i < b->n_parked && b->ok; i += n)
    {
      n = 1;
      if (b->parked[i].kind == SEC_EXTABLE)
        n = connect_fault (b, i);
      else
        connect_alternative (b, &b->parked[i]);
    }
}
