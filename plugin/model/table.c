/* table.c - edges that no instruction shows.

   Two kinds of table in other sections tell of control flow: the exception table of the Linux kernel (a
   fault at the first label resumes at the second) and its alternatives (a second sequence may be
   patched over the first).  References may point forward, so they are parked until the walk ends.  */
#include "flow_build.h"

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

/* One entry of a table: its references, to be resolved at the end of the walk.  */
struct avow_parked
{
  struct avow_reference r[6];
  int kind;
};

static void
park (struct avow_builder *b, unsigned n, int kind)
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
  memcpy (p->r, b->refs, n * sizeof *p->r);
  b->n_refs = 0;
}

static void
add_reference (struct avow_builder *b, struct avow_reference r)
{
  int kind = (int)avow_section_kind (b, b->cur);
  unsigned entry = kind == SEC_EXTABLE ? 2 : 6;
  b->refs[b->n_refs++] = r;
  if (b->n_refs == entry)
    park (b, entry, kind);
}

void
avow_table_collect (struct avow_builder *b, const struct avow_item *it, uint32_t index)
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
      if (is_label_word (w))
        add_reference (b, (struct avow_reference){ w, index });
    }
}

void
avow_table_finish (struct avow_builder *b)
{
  b->n_refs = 0; /* what is left fills no entry */
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

static void
connect_fault (struct avow_builder *b, const struct avow_parked *p)
{
  bool found = true, inside = true;
  int32_t at = ref_node (b, &p->r[0], &found), to = ref_node (b, &p->r[1], &inside);
  if (found && at >= 0)
    add_edge (b, at, to, AVOW_EDGE_FAULT);
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
  for (unsigned i = 0; i < b->n_parked && b->ok; i++)
    if (b->parked[i].kind == SEC_EXTABLE)
      connect_fault (b, &b->parked[i]);
    else
      connect_alternative (b, &b->parked[i]);
}
