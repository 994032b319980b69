/* state.c - cells, slots, and how states meet.

   Joins only lose: own grows, def shrinks, unequal values become unknown, so a
   fixpoint is reached after few rounds.  */
#include "state.h"

#include <string.h>

#define MAX_WIDENINGS 8

static unsigned
n_cells (const struct avow_contract *c)
{
  return c->n_locs + AVOW_X87_SCRATCH;
}

/* Nothing is zeroed: avow_state_enter or avow_state_copy fills a state.  */
struct avow_state *
avow_state_new (const struct avow_contract *c, struct avow_touched *touched,
                struct avow_arena *arena)
{
  struct avow_state *s = avow_alloc_raw (arena, sizeof *s);
  if (!s)
    return NULL;
  unsigned n_out = c->stmt->n_outputs + 1;
  s->live = s->dirty = false;
  s->touched = touched;
  s->n_ready = 0;
  s->cells = avow_alloc_raw (arena, n_cells (c) * sizeof *s->cells);
  s->damage = avow_alloc_raw (arena, n_out * sizeof *s->damage);
  return s->cells && s->damage ? s : NULL;
}

void
avow_state_enter (struct avow_state *s, const struct avow_contract *c)
{
  s->live = true;
  s->fault = s->tainted = false;
  s->depth = 0;
  s->n_slots = 0;
  s->written_item = 0;
  s->joins = 0;
  s->mmx = s->df_set = false;
  s->modes_used = s->modes_ever = 0;
  s->mmx_item = s->df_item = 0;
  s->aligned = false;
  s->aligned_mask = s->aligned_top = s->sp_min = s->sp_max = 0;
  memset (&s->written, 0, sizeof s->written);
  memset (s->damage, 0, c->stmt->n_outputs * sizeof *s->damage);
  s->n_ready = 0;
  s->flags = (struct avow_known_flags){ c->arch->abi_flags, 0 };
  s->kept_flag = s->kept_value = 0;
  s->image.bytes = 0;
  s->dump.size = 0;
  s->half.cc = 0;
  s->sure = false;
}

static void
enter_cell (struct avow_cell *cell, const struct avow_contract *c, unsigned loc)
{
  memset (cell, 0, sizeof *cell);
  if (loc >= c->n_locs)
    return; /* x87 scratch: nobody's */
  unsigned width = avow_loc_width (c, loc);
  cell->own = avow_bytes (width);
  cell->span = 64;
  cell->val = (struct avow_value){ AVOW_V_ENTRY, (uint8_t)width, (uint16_t)loc, 0 };
}

/* Make S know all cells that any state knows.  */
static void
catch_up (struct avow_state *s, const struct avow_contract *c)
{
  for (; s->n_ready < s->touched->n; s->n_ready++)
    enter_cell (&s->cells[s->touched->cell[s->n_ready]], c, s->touched->cell[s->n_ready]);
}

struct avow_cell *
avow_cell (struct avow_state *s, const struct avow_contract *c, unsigned loc)
{
  struct avow_touched *t = s->touched;
  if (!t->index[loc])
    {
      t->cell[t->n] = (uint16_t)loc;
      t->index[loc] = (uint16_t)++t->n;
    }
  if (s->n_ready < t->n)
    catch_up (s, c);
  return &s->cells[loc];
}

void
avow_state_copy (struct avow_state *to, const struct avow_state *from,
                 const struct avow_contract *c)
{
  to->live = from->live;
  to->fault = from->fault;
  to->tainted = from->tainted;
  to->depth = from->depth;
  to->n_slots = from->n_slots;
  to->written = from->written;
  to->written_item = from->written_item;
  to->joins = from->joins;
  to->mmx = from->mmx;
  to->df_set = from->df_set;
  to->modes_used = from->modes_used;
  to->modes_ever = from->modes_ever;
  to->mmx_item = from->mmx_item;
  to->df_item = from->df_item;
  to->aligned = from->aligned;
  to->aligned_mask = from->aligned_mask;
  to->aligned_top = from->aligned_top;
  to->sp_min = from->sp_min;
  to->sp_max = from->sp_max;
  to->flags = from->flags;
  to->image = from->image;
  to->dump = from->dump;
  to->kept_flag = from->kept_flag;
  to->kept_value = from->kept_value;
  to->half = from->half;
  to->sure = false;
  to->n_ready = from->n_ready;
  for (unsigned i = 0; i < from->n_ready; i++)
    {
      struct avow_cell *cell = &to->cells[from->touched->cell[i]];
      *cell = from->cells[from->touched->cell[i]];
      cell->kept_now &= from->sure ? 0 : ~(uint64_t)0;
    }
  memcpy (to->damage, from->damage, c->stmt->n_outputs * sizeof *to->damage);
  memcpy (to->slots, from->slots, from->n_slots * sizeof *to->slots);
}

static bool
same_value (struct avow_value a, struct avow_value b)
{
  if (a.kind != b.kind)
    return false;
  if (a.kind == AVOW_V_UNKNOWN)
    return true;
  return a.loc == b.loc && a.width == b.width && a.off == b.off;
}

/* As an image of the flags: bits that are those of the entry.  */
static int64_t
entry_bits (struct avow_value v)
{
  return v.kind == AVOW_V_BASED ? v.off : v.kind == AVOW_V_ENTRY && !v.off ? -1 : 0;
}

/* Are the bytes of V not where they were on entry?  */
static bool
moves_bytes (struct avow_value v)
{
  return v.kind == AVOW_V_ROTATED || v.kind == AVOW_V_TURNED;
}

/* The most precise value that covers both.  */
static struct avow_value
join_value (struct avow_value a, struct avow_value b)
{
  if (same_value (a, b))
    return a;
  if (avow_from_entry (a) && avow_from_entry (b) && a.loc == b.loc && a.width == b.width && !moves_bytes (a)
      && !moves_bytes (b))
    {
      a.off = entry_bits (a) & entry_bits (b);
      a.kind = AVOW_V_BASED;
      return a;
    }
  return avow_unknown ();
}

static bool
join_cell (struct avow_cell *to, const struct avow_cell *from, bool alike, bool sure)
{
  struct avow_cell old = *to;
  to->own |= from->own;
  to->lost |= from->lost;
  to->def &= from->def;
  to->cond |= from->cond;
  to->span = from->span < to->span ? from->span : to->span;
  to->kept |= from->kept | (alike || sure ? 0 : from->kept_now);
  to->kept_now |= alike && !sure ? from->kept_now : 0;
  to->val = join_value (to->val, from->val);
  return old.own != to->own || old.def != to->def || old.cond != to->cond
         || old.lost != to->lost || old.span != to->span
         || old.kept != to->kept || old.kept_now != to->kept_now
         || !same_value (old.val, to->val);
}

static bool
join_slots (struct avow_state *to, const struct avow_state *from)
{
  bool changed = false;
  unsigned kept = 0;
  for (unsigned i = 0; i < to->n_slots; i++)
    {
      struct avow_slot s = to->slots[i];
      for (unsigned j = 0; j < from->n_slots; j++)
        if (from->slots[j].base == s.base && from->slots[j].off == s.off
            && from->slots[j].size == s.size)
          {
            s.val = join_value (s.val, from->slots[j].val);
            changed |= !same_value (s.val, to->slots[i].val);
            to->slots[kept++] = s;
            break;
          }
    }
  changed |= kept != to->n_slots;
  to->n_slots = (uint8_t)kept;
  return changed;
}

/* The bounds of the stack pointer; those that a loop keeps pushing out are given up.  */
static bool
join_stack (struct avow_state *to, const struct avow_state *from)
{
  struct avow_state old = { .aligned = to->aligned, .aligned_mask = to->aligned_mask,
                            .aligned_top = to->aligned_top, .sp_min = to->sp_min, .sp_max = to->sp_max };
  bool wide = to->joins >= MAX_WIDENINGS;
  if (from->sp_min < to->sp_min)
    to->sp_min = wide ? -AVOW_FAR : from->sp_min;
  if (from->sp_max > to->sp_max)
    to->sp_max = wide ? AVOW_FAR : from->sp_max;
  if (from->aligned && !to->aligned)
    {
      to->aligned_mask = from->aligned_mask;
      to->aligned_top = from->aligned_top;
    }
  else if (from->aligned && (from->aligned_mask != to->aligned_mask || from->aligned_top != to->aligned_top))
    {
      to->aligned_mask = 0;
      if (from->aligned_top > to->aligned_top)
        to->aligned_top = wide ? AVOW_FAR : from->aligned_top;
    }
  to->aligned |= from->aligned;
  bool changed = old.aligned != to->aligned || old.aligned_mask != to->aligned_mask
                 || old.aligned_top != to->aligned_top || old.sp_min != to->sp_min
                 || old.sp_max != to->sp_max;
  to->joins = (uint8_t)(to->joins + (changed && !wide));
  return changed;
}

static bool
join_damage (struct avow_damage *to, const struct avow_damage *from)
{
  bool more = (from->any & ~to->any) | (from->equal & ~to->equal), over = from->over & ~to->over;
  to->any |= from->any;
  to->equal |= from->equal;
  to->over |= from->over;
  if (more)
    to->item = from->item;
  if (over)
    to->over_item = from->over_item;
  return more | over;
}

/* What is known of the flags: only what both sides agree in.  */
static bool
join_flags (struct avow_state *to, const struct avow_state *from)
{
  uint32_t old = to->flags.known;
  to->flags.known &= from->flags.known & ~(to->flags.value ^ from->flags.value);
  to->flags.value &= to->flags.known;
  return old != to->flags.known;
}

static bool
join_image (struct avow_state *to, const struct avow_state *from)
{
  uint64_t bytes = to->image.bytes;
  uint32_t own = to->image.own;
  if (to->image.bytes != from->image.bytes || to->image.cell != from->image.cell)
    to->image.bytes = 0;
  to->image.own &= from->image.own;
  return bytes != to->image.bytes || own != to->image.own;
}

/* Do both flags tell the same of kept bytes?  */
static bool
kept_alike (struct avow_state *to, const struct avow_state *from)
{
  return to->kept_flag && to->kept_flag == from->kept_flag && to->kept_value == from->kept_value;
}

static bool
join_half (struct avow_state *to, const struct avow_state *from)
{
  bool same = to->half.cc == from->half.cc && to->half.cell == from->half.cell
              && to->half.mask == from->half.mask;
  if (same || !to->half.cc)
    return false;
  to->half.cc = 0;
  return true;
}

void
avow_kept_forget (struct avow_state *s)
{
  for (unsigned i = 0; s->kept_flag && i < s->n_ready; i++)
    {
      struct avow_cell *cell = &s->cells[s->touched->cell[i]];
      cell->kept |= cell->kept_now;
      cell->kept_now = 0;
    }
  s->kept_flag = 0;
}

/* Marks that one path is enough for.  */
static bool
join_machine (struct avow_state *to, const struct avow_state *from)
{
  uint8_t used = to->modes_used | from->modes_used, ever = to->modes_ever | from->modes_ever;
  bool changed = used != to->modes_used || ever != to->modes_ever;
  to->modes_used = used;
  to->modes_ever = ever;
  if (from->mmx && !to->mmx)
    {
      to->mmx = changed = true;
      to->mmx_item = from->mmx_item;
    }
  if (from->df_set && !to->df_set)
    {
      to->df_set = changed = true;
      to->df_item = from->df_item;
    }
  return changed;
}

bool
avow_state_join (struct avow_state *to, struct avow_state *from,
                 const struct avow_contract *c, bool *mismatch)
{
  if (!from->live)
    return false;
  if (!to->live)
    {
      avow_state_copy (to, from, c);
      return true;
    }
  bool changed = false;
  if (!locset_within (&from->written, &to->written))
    {
      locset_union (&to->written, &from->written);
      to->written_item = from->written_item;
      changed = true;
    }
  catch_up (to, c);
  catch_up (from, c);
  changed |= join_flags (to, from) | join_image (to, from) | join_half (to, from);
  bool alike = kept_alike (to, from);
  if (!alike)
    avow_kept_forget (to);
  for (unsigned i = 0; i < to->n_ready; i++)
    {
      unsigned l = to->touched->cell[i];
      changed |= join_cell (&to->cells[l], &from->cells[l], alike, from->sure);
    }
  for (unsigned k = 0; k < c->stmt->n_outputs; k++)
    changed |= join_damage (&to->damage[k], &from->damage[k]);
  changed |= join_slots (to, from);
  changed |= avow_dump_join (&to->dump, &from->dump);
  changed |= join_stack (to, from);
  changed |= join_machine (to, from);
  if (!to->tainted && from->tainted)
    to->tainted = true, changed = true;
  if (to->fault && !from->fault)
    to->fault = false, changed = true;
  if (to->depth != from->depth)
    *mismatch = true;
  return changed;
}

struct avow_value
avow_cell_value (struct avow_state *s, const struct avow_contract *c, unsigned loc,
                 unsigned size)
{
  const struct avow_cell *cell = avow_cell (s, c, loc);
  struct avow_value v = cell->val;
  uint64_t bytes = avow_bytes (size);
  /* Where paths join that did and did not move the stack pointer, all of it may be the entry value, and
     yet is not it.  */
  if (loc == c->arch->isa->loc_sp && v.kind != AVOW_V_ENTRY && size >= c->arch->word_bytes)
    return v;
  if ((avow_cell_kept (cell) & bytes) == bytes && loc < c->n_locs)
    {
      v = (struct avow_value){ AVOW_V_ENTRY, (uint8_t)size, (uint16_t)loc, 0 };
      return v;
    }
  if (size > v.width && size > cell->span)
    return avow_unknown ();
  if (v.kind == AVOW_V_UNKNOWN || size >= v.width)
    return v;
  if (avow_is_symbol (v) || v.kind == AVOW_V_XOR || moves_bytes (v))
    return avow_unknown ();
  if (v.kind == AVOW_V_CONST)
    return avow_const (size >= 8 ? v.off : v.off & ((INT64_C (1) << (size * 8)) - 1), size);
  if (v.kind == AVOW_V_ENTRY && v.off == 0)
    {
      v.width = (uint8_t)size;
      return v;
    }
  v.kind = AVOW_V_BASED;
  v.width = (uint8_t)size;
  return v;
}

/* How many bytes MASK has, which begins at byte 0.  */
static unsigned
bytes_in (uint64_t mask)
{
  unsigned n = 0;
  while (n < 64 && mask >> n & 1)
    n++;
  return n;
}

void
avow_cell_write (struct avow_state *s, const struct avow_contract *c, unsigned loc, uint64_t mask,
                 struct avow_value val, bool cond)
{
  struct avow_cell *cell = avow_cell (s, c, loc);
  uint64_t all = loc < c->n_locs ? avow_loc_bytes (c, loc) : ~(uint64_t)0;
  bool whole = (mask & all) == all;
  if (s->image.cell == loc && s->image.bytes & mask)
    s->image.bytes = 0;
  if (cond)
    {
      cell->cond |= mask & ~cell->def;
      cell->lost |= mask;
      cell->val = avow_from_entry (cell->val) && avow_from_entry (val) && cell->val.loc == val.loc
                      ? val
                      : avow_unknown ();
      if (cell->val.kind == AVOW_V_ENTRY)
        cell->val.kind = AVOW_V_BASED;
      return;
    }
  cell->own &= ~mask;
  cell->lost |= mask;
  cell->def |= mask;
  cell->cond &= ~mask;
  cell->kept &= ~mask;
  cell->kept_now &= ~mask;
  bool low = whole || (!(mask & (mask + 1)) && !(avow_bytes (val.width) & ~mask));
  cell->val = low ? val : avow_unknown ();
  cell->span = (uint8_t)(whole ? 64 : low ? bytes_in (mask) : 0);
  if (val.kind == AVOW_V_ENTRY && val.loc == loc && val.off == 0 && mask & 1)
    {
      /* The entry value is back, as far as VAL describes it.  */
      uint64_t back = avow_bytes (val.width) & mask;
      cell->own |= back;
      cell->lost &= ~back;
      cell->def &= ~back;
    }
}

static bool
overlaps (const struct avow_slot *s, unsigned base, int64_t off, unsigned size)
{
  return s->base == base && s->off < off + (int64_t)size && off < s->off + (int64_t)s->size;
}

bool
avow_slot_kept (const struct avow_state *s, const struct avow_slot *slot)
{
  for (unsigned i = 0; i < s->n_slots; i++)
    if (s->slots[i].base == slot->base && s->slots[i].off == slot->off
        && s->slots[i].size == slot->size)
      return same_value (s->slots[i].val, slot->val);
  return false;
}

bool
avow_slot_known (const struct avow_state *s, unsigned base, int64_t off, unsigned size)
{
  for (unsigned i = 0; i < s->n_slots; i++)
    if (s->slots[i].base == base && s->slots[i].off <= off
        && off + (int64_t)size <= s->slots[i].off + (int64_t)s->slots[i].size)
      return true;
  return false;
}

struct avow_value
avow_slot_load (const struct avow_state *s, unsigned base, int64_t off, unsigned size)
{
  for (unsigned i = 0; i < s->n_slots; i++)
    if (s->slots[i].base == base && s->slots[i].off == off && s->slots[i].size >= size)
      {
        struct avow_value v = s->slots[i].val;
        if (v.width > size && v.kind == AVOW_V_ENTRY && v.off == 0)
          v.width = (uint8_t)size;
        else if (v.width > size)
          v = avow_unknown ();
        return v;
      }
  return avow_unknown ();
}

/* The stack below the entry stack pointer is the body's own; everything else may alias.  */
void
avow_slots_forget (struct avow_state *s, const struct avow_contract *c, bool stack)
{
  for (unsigned i = 0; i < s->n_slots; i++)
    if (stack == avow_is_stack_base (c, s->slots[i].base))
      s->slots[i].val = avow_unknown ();
}

/* May a store of SIZE bytes at OFF from BASE hit slot T, which has another base?  What is counted from
   the rounded stack pointer lies at most ALIGNED_TOP higher than if it were counted from the
   entry stack pointer.  */
static bool
may_alias (const struct avow_state *s, const struct avow_contract *c, const struct avow_slot *t,
           unsigned base, int64_t off, unsigned size)
{
  bool stack = avow_is_stack_base (c, base);
  if (stack != avow_is_stack_base (c, t->base))
    return false;
  if (!stack)
    return true;
  if (base == c->arch->isa->loc_sp)
    return off < s->aligned_top + t->off + t->size;
  return t->off < s->aligned_top + off + (int64_t)size;
}

void
avow_slot_store (struct avow_state *s, const struct avow_contract *c, unsigned base, int64_t off,
                 unsigned size, struct avow_value val)
{
  unsigned kept = 0;
  if (!size || size > 64)
    {
      avow_slots_forget (s, c, avow_is_stack_base (c, base));
      return;
    }
  for (unsigned i = 0; i < s->n_slots; i++)
    if (!overlaps (&s->slots[i], base, off, size))
      {
        if (s->slots[i].base != base && may_alias (s, c, &s->slots[i], base, off, size))
          s->slots[i].val = avow_unknown ();
        s->slots[kept++] = s->slots[i];
      }
  s->n_slots = (uint8_t)kept;
  if (s->n_slots < AVOW_MAX_SLOTS)
    s->slots[s->n_slots++] = (struct avow_slot){ off, (uint16_t)base, (uint8_t)size, val };
}

uint64_t
avow_swapped_from (uint64_t wanted, unsigned n)
{
  uint64_t from = 0;
  for (unsigned i = 0; i < n; i++)
    from |= (wanted >> i & 1) << (n - 1 - i);
  return from;
}

uint64_t
avow_shifted_from (uint64_t wanted, int shift, unsigned n, enum avow_moved how)
{
  uint64_t from = 0, top = n ? (uint64_t)1 << (n - 1) : 0;
  int bits = 8 * (int)n;
  for (int i = 0; i < 64 && wanted >> i; i++)
    for (int bit = 8 * i - shift; wanted >> i & 1 && bit <= 8 * i + 7 - shift; bit += 7)
      {
        int b = how == AVOW_AROUND && bits ? (bit % bits + bits) % bits : bit;
        if (b >= 0 && b < bits)
          from |= (uint64_t)1 << (b / 8);
        else if (b >= bits && how == AVOW_SIGN)
          from |= top;
      }
  return from;
}

uint64_t
avow_entry_bytes (struct avow_value v, uint64_t wanted)
{
  uint64_t all = avow_bytes (v.width);
  if (!(wanted & all))
    return 0;
  if (v.kind == AVOW_V_FLIPPED || (v.kind == AVOW_V_ENTRY && !v.off))
    return wanted & all;
  if (v.kind == AVOW_V_TURNED && v.off == ISA_OP_BSWAP)
    return avow_swapped_from (wanted & all, v.width);
  if (v.kind == AVOW_V_ROTATED)
    return avow_shifted_from (wanted & all, (int)v.off, v.width, AVOW_AROUND);
  /* What is added to a value reaches its bytes from the lowest on.  */
  bool carries = v.kind == AVOW_V_ENTRY || v.kind == AVOW_V_BASED || v.kind == AVOW_V_TURNED;
  return carries ? avow_up_to_highest (wanted) & all : all;
}
