/* dump.c - fnsave, fxsave: whole register files are put into memory, and frstor or fxrstor takes them back.

   Of the last such dump is remembered where it is and which registers held their entry values then.  When the same place is
   loaded again and no store came between that may lie there, these registers are as on entry once more.  */
#include "step.h"

/* As fxsave and its like are told from the rest: see saves_state in read.c.  */
#define MANY 8

/* The memory that a dump or its opposite accesses: the only operand; -1 = this is none.  */
static int
dump_memory (const struct avow_run *r, uint8_t role)
{
  const struct avow_effect *e = &r->e;
  bool dump = e->row->n_implicits >= MANY && e->n_ops == 1 && e->n_mem == 1 && e->mem[0].op == 0;
  return dump && e->mem[0].role == role && e->mem[0].size && !e->mem[0].repeated ? 0 : -1;
}

static bool
is_register (const struct avow_run *r, const struct avow_access *a)
{
  if (a->op >= 0 || a->loc >= r->c->n_hard)
    return false;
  uint8_t cls = r->c->arch->isa->locs[a->loc].cls;
  return cls == AVOW_RC_ST || cls == AVOW_RC_VEC;
}

/* All bytes MASK of register LOC are those of the entry.  */
static bool
is_own (struct avow_run *r, unsigned loc, uint64_t mask)
{
  return avow_untouched (r->st, loc) || (avow_cell_kept (avow_cell (r->st, r->c, loc)) & mask) == mask;
}

void
avow_run_dump (struct avow_run *r, const struct avow_reached *refs)
{
  const struct avow_effect *e = &r->e;
  struct avow_dump *d = &r->st->dump;
  int i = dump_memory (r, AVOW_ROLE_W);
  if (i < 0 || r->st->depth || r->st->tainted || !refs[i].off_known)
    return;
  struct avow_dump new = { .reach = refs[i].reach, .operand = refs[i].operand, .loc = refs[i].loc, .off = refs[i].off,
                           .size = refs[i].size };
  if (new.reach != AVOW_REACH_OPERAND && new.reach != AVOW_REACH_POINTER && new.reach != AVOW_REACH_STACK)
    return;
  for (unsigned k = 0; k < e->n_acc; k++)
    if (is_register (r, &e->acc[k]) && e->acc[k].role & AVOW_ROLE_R && is_own (r, e->acc[k].loc, e->acc[k].mask))
      locset_add (&new.own, e->acc[k].loc);
  *d = new;
}

bool
avow_run_takes_back (const struct avow_run *r, const struct avow_reached *refs)
{
  const struct avow_dump *d = &r->st->dump;
  int i = dump_memory (r, AVOW_ROLE_R);
  return i >= 0 && d->size && d->size == refs[i].size && !r->st->depth && !r->st->tainted && refs[i].off_known
         && refs[i].reach == d->reach && refs[i].operand == d->operand && refs[i].loc == d->loc && refs[i].off == d->off;
}

struct avow_value
avow_run_taken_back (const struct avow_run *r, const struct avow_access *a)
{
  if (!is_register (r, a) || a->role != AVOW_ROLE_W || !locset_has (&r->st->dump.own, a->loc))
    return avow_unknown ();
  unsigned width = 0;
  while (width < 64 && a->mask >> width & 1)
    width++;
  return (struct avow_value){ AVOW_V_ENTRY, (uint8_t)width, a->loc, 0 };
}

void
avow_run_overwrite_dump (struct avow_run *r, const struct avow_reached *a)
{
  struct avow_dump *d = &r->st->dump;
  bool placed = a->off_known && !a->repeated && a->size;
  bool apart = a->reach == d->reach && a->operand == d->operand && a->loc == d->loc && placed
               && (a->off + (int64_t)a->size <= d->off || d->off + (int64_t)d->size <= a->off);
  bool elsewhere = (d->reach == AVOW_REACH_STACK) != (a->reach == AVOW_REACH_STACK) && a->reach != AVOW_REACH_UNKNOWN
                   && a->reach != AVOW_REACH_POINTER && d->reach != AVOW_REACH_POINTER;
  if (!apart && !elsewhere)
    d->size = 0;
}

bool
avow_dump_join (struct avow_dump *to, const struct avow_dump *from)
{
  bool same = to->size == from->size && to->reach == from->reach && to->operand == from->operand && to->loc == from->loc
              && to->off == from->off && locset_within (&to->own, &from->own) && locset_within (&from->own, &to->own);
  if (same || !to->size)
    return false;
  to->size = 0;
  return true;
}
