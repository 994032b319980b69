/* flow.c - the template as a graph.

   One walk over the items numbers the instructions and strings those of each section
   together; sections are followed in section.c, labels in label.c, tables in table.c.  */
#include "flow_build.h"

#include "../asm/bytes.h"

static void
add_node (struct avow_builder *b, uint32_t index)
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
  struct avow_section *s = &b->sections[b->cur];
  f->nodes[id] = (struct avow_node){ index, b->cur ? AVOW_TO_OUT : AVOW_TO_EXIT, -1, false, false };
  if (s->last >= 0)
    f->nodes[s->last].next = id;
  else
    s->first = id;
  s->last = id;
  avow_label_bind (b, id);
}

/* ---- directives ------------------------------------------------------------------- */

static bool
is_data (const struct avow_item *it)
{
  return it->directive == AVOW_DIR_DATA || it->directive == AVOW_DIR_SPACE
         || it->directive == AVOW_DIR_CODE || it->directive == AVOW_DIR_FILE;
}

/* ".skip EXPR, 0x90" pads with nops: the kernel's alternatives.  */
static bool
pads_with_nops (const struct avow_item *it)
{
  if (it->directive != AVOW_DIR_SPACE)
    return false;
  const char *end = it->args.p + it->args.len, *p = end;
  while (p > it->args.p && p[-1] != ',')
    p--;
  while (p < end && *p == ' ')
    p++;
  return p + 4 <= end && !memcmp (p, "0x90", 4);
}

static void
directive (struct avow_builder *b, const struct avow_item *it, uint32_t index)
{
  if (avow_section_directive (b, it))
    return;
  enum avow_section_kind kind = avow_section_kind (b, b->cur);
  if (is_data (it))
    {
      if (kind == SEC_EXTABLE || kind == SEC_ALTERNATIVES)
        avow_table_collect (b, it, index);
      else if ((kind == SEC_MAIN || kind == SEC_CODE || kind == SEC_REPLACEMENT)
               && !pads_with_nops (it))
        avow_builder_gap (b, it->directive == AVOW_DIR_FILE ? AVOW_REASON_FILE : AVOW_REASON_RAW_BYTES,
                          it);
      return;
    }
  if (it->directive == AVOW_DIR_UNKNOWN && kind != SEC_DATA)
    avow_builder_gap (b, AVOW_REASON_UNKNOWN_DIRECTIVE, it);
}

/* ---- the walk ----------------------------------------------------------------------- */

/* The node at item ITEM or the next one in source order.  */
static int32_t
node_at (const struct avow_flow *f, uint32_t item)
{
  unsigned low = 0, high = f->n_nodes;
  while (low < high)
    {
      unsigned mid = low + (high - low) / 2;
      if (f->nodes[mid].item < item)
        low = mid + 1;
      else
        high = mid;
    }
  return low < f->n_nodes ? (int32_t)low : AVOW_TO_UNKNOWN;
}

int32_t
avow_flow_target (const struct avow_flow *f, const struct avow_contract *c,
                  const struct avow_optext *t, uint32_t item)
{
  int operand = t->r.operand;
  if (operand >= 0 && (unsigned)operand >= c->stmt->n_operands)
    return AVOW_TO_LABEL0 - (operand - (int)c->stmt->n_operands);
  if (operand >= 0 || !t->sym.len)
    return AVOW_TO_OUT;
  if (t->disp || t->disp_token.operand >= 0)
    return AVOW_TO_UNKNOWN; /* into the middle of something */
  if (t->sym.len > 2 && t->sym.p[0] == '%' && t->sym.p[1] == 'l')
    {
      operand = 0;
      for (uint32_t i = 2; i < t->sym.len && operand < 1000; i++)
        operand = operand * 10 + (t->sym.p[i] - '0');
      return AVOW_TO_LABEL0 - (operand - (int)c->stmt->n_operands);
    }
  if (avow_slice_is (t->sym, "."))
    return node_at (f, item);
  int l = avow_label_find (f, t->sym, item);
  return l < 0 ? AVOW_TO_OUT : f->labels[l].node;
}

/* Mark where branches and labels whose address is taken lead.  False when one of them leads back.  */
static bool
mark_leaders (const struct avow_builder *b)
{
  struct avow_flow *f = b->f;
  bool forward = true;
  for (unsigned i = 0; i < f->n_nodes; i++)
    {
      const struct avow_item *it = &b->body->items[f->nodes[i].item];
      forward &= f->nodes[i].next < 0 || f->nodes[i].next > (int32_t)i;
      for (unsigned k = 0; k < it->n_ops; k++)
        {
          if (!it->ops[k].sym.len)
            continue;
          int32_t t = avow_flow_target (f, b->c, &it->ops[k], f->nodes[i].item);
          if (t < 0)
            continue;
          f->nodes[t].leader = true;
          forward &= t > (int32_t)i;
        }
    }
  for (unsigned i = 0; i < f->n_edges; i++)
    forward &= f->edges[i].to < 0 || f->edges[i].to > f->edges[i].from;
  return forward;
}

/* For avow_bytes_resolve.  */
static int
code_section (void *ctx, const struct avow_item *it, bool *raw)
{
  struct avow_builder *b = ctx;
  if (it->kind == AVOW_ITEM_DIRECTIVE && !avow_section_directive (b, it))
    *raw = is_data (it) && !pads_with_nops (it);
  enum avow_section_kind kind = avow_section_kind (b, b->cur);
  return kind == SEC_MAIN || kind == SEC_CODE || kind == SEC_REPLACEMENT ? (int)b->cur : -1;
}

static void
first_section (struct avow_builder *b)
{
  b->sections[0] = (struct avow_section){ { "", 0 }, 0, -1, -1, -1 };
  b->n_sections = 1;
  b->cur = b->prev = b->depth = 0;
}

/* Bytes that encode instructions become these before the walk, which then sees nothing of them.
   Only the sections tell code from data, hence a pass over them of its own.  */
static void
resolve_bytes (struct avow_builder *b)
{
  b->quiet = true;
  b->ok = avow_bytes_resolve (b->body, b->c->stmt, b->arena, code_section, b);
  b->quiet = false;
  first_section (b);
}

static void
walk (struct avow_builder *b)
{
  for (unsigned i = 0; i < b->body->n_items && b->ok; i++)
    {
      const struct avow_item *it = &b->body->items[i];
      if (it->kind == AVOW_ITEM_LABEL)
        avow_label_add (b, it, i);
      else if (it->kind == AVOW_ITEM_DIRECTIVE)
        directive (b, it, i);
      else if (it->kind == AVOW_ITEM_INSN)
        add_node (b, i);
    }
  avow_table_finish (b);
}

bool
avow_flow_build (struct avow_flow *f, const struct avow_contract *c, struct avow_body *body,
                 struct avow_arena *arena)
{
  memset (f, 0, sizeof *f);
  struct avow_builder *b = avow_alloc (arena, sizeof *b);
  if (!b)
    return false;
  b->f = f;
  b->c = c;
  b->body = body;
  b->arena = arena;
  b->ok = true;
  first_section (b);
  resolve_bytes (b);
  walk (b);
  if (b->ok)
    avow_labels_sort (b);
  if (b->ok)
    avow_table_connect (b);
  f->entry = b->sections[0].first >= 0 ? b->sections[0].first : AVOW_TO_EXIT;
  f->section_left = b->cur != 0;
  f->section_named = b->cur ? 0 : b->by_name;
  f->in_order = b->ok && mark_leaders (b);
  return b->ok;
}
