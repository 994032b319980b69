/* label.c - labels, and what a reference means where it stands.  */
#include "flow_build.h"

/* Looking up a label is linear, and each one may hold a state.  */
#define MAX_LABELS 2000

bool
avow_label_numeric (struct avow_slice s)
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
int
avow_label_find (const struct avow_flow *f, struct avow_slice name, uint32_t item)
{
  char dir = name.len > 1 ? name.p[name.len - 1] : 0;
  struct avow_slice digits = { name.p, name.len ? name.len - 1 : 0 };
  bool local = (dir == 'b' || dir == 'f') && avow_label_numeric (digits);
  if (!local)
    {
      for (unsigned i = 0; i < f->n_labels; i++)
        if (avow_slice_same (f->labels[i].name, name))
          return (int)i;
      return -1;
    }
  unsigned behind = first_label_behind (f, item);
  if (dir == 'f')
    {
      for (unsigned i = behind; i < f->n_labels; i++)
        if (f->labels[i].numeric && avow_slice_same (f->labels[i].name, digits))
          return (int)i;
      return -1;
    }
  for (unsigned i = behind; i-- > 0;)
    if (f->labels[i].numeric && avow_slice_same (f->labels[i].name, digits))
      return (int)i;
  return -1;
}

void
avow_label_add (struct avow_builder *b, const struct avow_item *it, uint32_t index)
{
  struct avow_flow *f = b->f;
  if (f->n_labels >= MAX_LABELS)
    {
      if (f->n_labels == MAX_LABELS && !b->full)
        avow_builder_gap (b, AVOW_REASON_TOO_LARGE, it);
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
    it->name, index, b->cur ? AVOW_TO_OUT : AVOW_TO_EXIT, (uint16_t)b->cur, avow_label_numeric (it->name)
  };
}

/* Labels since the last instruction of this section now have a node.  */
void
avow_label_bind (struct avow_builder *b, int32_t node)
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
