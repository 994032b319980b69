/* machine.c - processor state that the compiler takes for granted: the direction flag is clear, the x87 register
   stack is as the operands say and not in MMX state, the control words are as they were.

   A control word that is changed is one of two things.  Either that is what the statement is for
   (fesetround), or a computation wanted another rounding and forgot to go back.  The second kind has an
   instruction that computes while the word is changed, and no later load of it.  */
#include "step.h"

enum { WORD_MXCSR, WORD_X87 };

static bool
is_x87 (const struct avow_run *r)
{
  const struct avow_effect *e = &r->e;
  if (e->row->props & (ISA_MMX | ISA_EMMS) || e->row->n_implicits >= 8)
    return false; /* fxsave and its like compute nothing */
  if (e->row->x87)
    return true;
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].loc < r->c->n_hard && r->c->arch->isa->locs[e->acc[i].loc].cls == AVOW_RC_ST)
      return true;
  return false;
}

static bool
writes (const struct avow_run *r, unsigned loc)
{
  for (unsigned i = 0; i < r->e.n_acc; i++)
    if (r->e.acc[i].loc == loc && r->e.acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      return true;
  return false;
}

/* May the register LOC differ from what it was on entry?  */
static bool
differs (struct avow_run *r, unsigned loc)
{
  if (avow_untouched (r->st, loc))
    return false;
  const struct avow_cell *cell = avow_cell (r->st, r->c, loc);
  return cell->own != avow_loc_bytes (r->c, loc) || cell->cond;
}

/* Word WORD, at LOC; COMPUTES: the instruction obeys it.  */
static void
note_word (struct avow_run *r, unsigned word, unsigned loc, bool computes)
{
  uint8_t bit = (uint8_t)(1u << word);
  if (writes (r, loc))
    r->st->modes_used &= (uint8_t)~bit;
  else if (computes && differs (r, loc))
    {
      r->st->modes_used |= bit;
      r->st->modes_ever |= bit;
    }
}

static void
note_x87 (struct avow_run *r)
{
  struct avow_summary *s = r->s;
  struct avow_state *st = r->st;
  unsigned tag = r->c->arch->isa->loc_x87tag;
  bool x87 = is_x87 (r);
  if (x87 && st->mmx && r->record && !s->x87_in_mmx)
    {
      s->x87_in_mmx = true;
      s->x87_in_mmx_item = r->item;
    }
  if (r->e.row->props & ISA_MMX && !(r->e.row->props & ISA_EMMS))
    {
      st->mmx = true;
      st->mmx_item = r->item;
    }
  else if (st->mmx && writes (r, tag))
    st->mmx = false;
  st->depth = (int8_t)(st->depth + r->e.row->x87);
  if (r->record && st->depth > s->x87_peak)
    {
      s->x87_peak = st->depth;
      s->x87_item = r->item;
    }
  if (st->depth > 8 || st->depth < -8)
    {
      avow_run_gap (r, AVOW_REASON_X87_STACK);
      st->depth = 0;
    }
}

/* std and cld; popf brings back what it finds (write.c), or something unknown.  */
static void
note_direction (struct avow_run *r)
{
  uint32_t df = r->c->arch->abi_flags;
  if (r->e.row->flags_1 & df)
    {
      r->st->df_set = true;
      r->st->df_item = r->item;
    }
  else if ((r->e.flags_w | r->e.flags_cw) & df)
    r->st->df_set = false;
}

void
avow_run_machine (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  note_direction (r);
  note_x87 (r);
  note_word (r, WORD_MXCSR, isa->loc_mxcsr, r->e.row->props & ISA_MXCSR);
  note_word (r, WORD_X87, isa->loc_x87control, is_x87 (r));
}

static void
exit_word (struct avow_run *r, unsigned word, unsigned loc)
{
  uint8_t bit = (uint8_t)(1u << word);
  if (!differs (r, loc))
    return;
  if (r->st->modes_used & bit)
    r->s->modes_left |= bit;
  else if (r->st->modes_ever & bit)
    r->s->modes_doubtful |= bit;
}

void
avow_run_machine_exit (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  struct avow_summary *s = r->s;
  const struct avow_state *st = r->st;
  if (!s->any_exit || st->depth < s->x87_low)
    s->x87_low = st->depth;
  if (!s->any_exit || st->depth > s->x87_high)
    s->x87_high = st->depth;
  if (st->mmx && !s->mmx_left)
    {
      s->mmx_left = true;
      s->mmx_item = st->mmx_item;
    }
  if (st->df_set && !s->df_left)
    {
      s->df_left = true;
      s->df_item = st->df_item;
    }
  exit_word (r, WORD_MXCSR, isa->loc_mxcsr);
  exit_word (r, WORD_X87, isa->loc_x87control);
}
