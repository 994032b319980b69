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
      if (is_label_word (w) && b->n_refs < AVOW_MAX_REFS)
        b->refs[b->n_refs++] = (struct avow_reference){ w, index };
    }
  b->refs_kind = (int)avow_section_kind (b, b->cur);
}

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
  f->edges[f->n_edges++] = (struct avow_edge){ from, to, (uint8_t)kind };
}

/* References are resolved at the end of the walk (they may point forward), so they
   are parked in edges whose FROM/TO hold reference indices; see park_refs.  */
struct parked
{
  struct avow_reference r[6];
  unsigned n;
  int kind;
};

#define MAX_PARKED 64

struct avow_parking
{
  struct parked at[MAX_PARKED];
  unsigned n;
  bool overflow;
};

static void
park (struct avow_builder *b, unsigned first, unsigned n, int kind)
{
  struct avow_parking *pk = b->parking;
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
void
avow_table_finish (struct avow_builder *b)
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
ref_node (const struct avow_builder *b, const struct avow_reference *r, int *label)
{
  *label = avow_label_find (b->f, r->name, r->item);
  return *label < 0 ? AVOW_TO_OUT : b->f->labels[*label].node;
}

static void
connect_fault (struct avow_builder *b, const struct parked *p)
{
  int la, lb;
  int32_t at = ref_node (b, &p->r[0], &la), to = ref_node (b, &p->r[1], &lb);
  if (at >= 0)
    add_edge (b, at, to, AVOW_EDGE_FAULT);
}

/* .altinstructions: old, replacement, and the two lengths "end - start".  The code between the
   replacement's labels runs instead of the old code and then goes on behind it.  */
static void
connect_alternative (struct avow_builder *b, const struct parked *p)
{
  int l[6];
  int32_t n[6];
  for (int i = 0; i < 6; i++)
    {
      n[i] = ref_node (b, &p->r[i], &l[i]);
      if (l[i] < 0)
        {
          avow_builder_gap (b, AVOW_REASON_SECTION, &b->body->items[p->r[i].item]);
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

void
avow_table_connect (struct avow_builder *b)
{
  struct avow_parking *pk = b->parking;
  for (unsigned i = 0; pk && i < pk->n && b->ok; i++)
    if (pk->at[i].kind == SEC_EXTABLE)
      connect_fault (b, &pk->at[i]);
    else
      connect_alternative (b, &pk->at[i]);
  if (pk && pk->overflow && b->body->n_items)
    avow_builder_gap (b, AVOW_REASON_TOO_LARGE, &b->body->items[0]);
  for (unsigned i = 0; i < b->f->n_edges; i++)
    if (b->f->edges[i].to >= 0)
      b->f->nodes[b->f->edges[i].to].leader = true;
}
