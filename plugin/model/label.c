/* label.c - labels, and what a reference means where it stands.

   Labels are kept in source order.  For lookups there is a list of them by name, and in source order
   among those of one name: 1b and 1f are neighbours of a place in it.  */
#include "flow_build.h"

bool
avow_label_numeric (struct avow_slice s)
{
  for (uint32_t i = 0; i < s.len; i++)
    if (s.p[i] < '0' || s.p[i] > '9')
      return false;
  return s.len > 0;
}

/* ---- while walking -------------------------------------------------------------- */

void
avow_label_add (struct avow_builder *b, const struct avow_item *it, uint32_t index)
{
  struct avow_flow *f = b->f;
  f->labels = avow_grow (b->arena, f->labels, f->n_labels, &b->cap_labels, sizeof *f->labels);
  if (!f->labels)
    {
      b->ok = false;
      f->n_labels = 0;
      return;
    }
  struct avow_section *s = &b->sections[b->cur];
  f->labels[f->n_labels] = (struct avow_label){ it->name, index, b->cur ? AVOW_TO_OUT : AVOW_TO_EXIT,
                                                s->unbound };
  s->unbound = (int32_t)f->n_labels++;
}

void
avow_label_bind (struct avow_builder *b, int32_t node)
{
  struct avow_section *s = &b->sections[b->cur];
  for (; s->unbound >= 0; s->unbound = b->f->labels[s->unbound].unbound)
    b->f->labels[s->unbound].node = node;
}

/* ---- lookups -------------------------------------------------------------------- */

static int
compare_names (struct avow_slice a, struct avow_slice b)
{
  int d = memcmp (a.p, b.p, a.len < b.len ? a.len : b.len);
  return d ? d : (a.len > b.len) - (a.len < b.len);
}

/* Sort N labels from FIRST on, with TMP as room: merge sort keeps source order.  */
static void
sort (const struct avow_label *labels, uint32_t *first, uint32_t *tmp, unsigned n)
{
  if (n < 2)
    return;
  unsigned half = n / 2;
  sort (labels, first, tmp, half);
  sort (labels, first + half, tmp, n - half);
  memcpy (tmp, first, half * sizeof *tmp);
  for (unsigned i = 0, j = half, k = 0; i < half; k++)
    if (j < n && compare_names (labels[first[j]].name, labels[tmp[i]].name) < 0)
      first[k] = first[j++];
    else
      first[k] = tmp[i++];
}

/* A name that is defined twice in one statement: in a macro, as a rule.  Only numbers may be.  */
static void
refuse_twins (struct avow_builder *b)
{
  const struct avow_flow *f = b->f;
  for (unsigned i = 1; i < f->n_labels; i++)
    {
      const struct avow_label *l = &f->labels[f->by_name[i]];
      if (avow_slice_same (l->name, f->labels[f->by_name[i - 1]].name) && !avow_label_numeric (l->name))
        {
          avow_builder_gap (b, AVOW_REASON_REFUSED, &b->body->items[l->item]);
          return;
        }
    }
}

void
avow_labels_sort (struct avow_builder *b)
{
  struct avow_flow *f = b->f;
  f->by_name = avow_alloc_raw (b->arena, (f->n_labels + 1) * 2 * sizeof *f->by_name);
  if (!f->by_name)
    {
      b->ok = false;
      return;
    }
  for (unsigned i = 0; i < f->n_labels; i++)
    f->by_name[i] = i;
  sort (f->labels, f->by_name, f->by_name + f->n_labels, f->n_labels);
  refuse_twins (b);
}

/* The first place in F->by_name whose label has a greater name than NAME, or the same and stands at
   item ITEM or behind.  */
static unsigned
place_of (const struct avow_flow *f, struct avow_slice name, uint32_t item)
{
  unsigned low = 0, high = f->n_labels;
  while (low < high)
    {
      unsigned mid = low + (high - low) / 2;
      const struct avow_label *l = &f->labels[f->by_name[mid]];
      int d = compare_names (l->name, name);
      if (d < 0 || (d == 0 && l->item < item))
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}

/* For 1b the nearest one before, for 1f the nearest one behind, in source order whatever the
   section (gas manual, "Symbol Names"); any other name by its text.  */
int
avow_label_find (const struct avow_flow *f, struct avow_slice name, uint32_t item)
{
  char dir = name.len > 1 ? name.p[name.len - 1] : 0;
  struct avow_slice digits = { name.p, name.len ? name.len - 1 : 0 };
  bool local = (dir == 'b' || dir == 'f') && avow_label_numeric (digits);
  unsigned at = local ? place_of (f, digits, item) : place_of (f, name, 0);
  if (local && dir == 'b' && at-- == 0)
    return -1;
  if (at >= f->n_labels)
    return -1;
  bool same = !compare_names (f->labels[f->by_name[at]].name, local ? digits : name);
  return same ? (int)f->by_name[at] : -1;
}
