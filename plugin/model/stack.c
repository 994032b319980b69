/* stack.c - what instructions do to the stack pointer, beyond the accesses that their rows name.  */
#include "step.h"

/* leave: the stack pointer comes back from the frame pointer, which is popped.  */
static bool
leave_frame (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  unsigned word = r->c->arch->word_bytes;
  struct avow_value fp = avow_cell_value (r->st, r->c, isa->loc_fp, word);
  struct avow_value saved = avow_unknown ();
  if (r->e.row->op != ISA_OP_LEAVE)
    return false;
  if (fp.kind == AVOW_V_ENTRY && fp.loc == isa->loc_sp)
    {
      saved = avow_slot_load (r->st, isa->loc_sp, fp.off, word);
      fp.off += word;
    }
  else
    fp = avow_unknown ();
  avow_cell_write (r->st, r->c, isa->loc_sp, avow_loc_bytes (r->c, isa->loc_sp), fp, false);
  avow_run_write (r, isa->loc_fp, avow_bytes (word), saved, false, 0);
  return true;
}

/* enter SIZE, 0: the frame pointer is pushed and then marks the place, SIZE bytes below it are
   reserved (Intel SDM vol. 2).  A nesting level copies frame pointers, which nothing here follows.  */
static bool
enter_frame (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  unsigned word = r->c->arch->word_bytes;
  struct avow_value sp = avow_cell_value (r->st, r->c, isa->loc_sp, word), fp = avow_unknown ();
  if (r->e.row->op != ISA_OP_ENTER)
    return false;
  bool plain
      = r->e.n_ops == 2 && r->e.ops[0].imm_known && r->e.ops[1].imm_known && !r->e.ops[1].imm;
  if (sp.kind == AVOW_V_ENTRY && plain)
    {
      sp.off -= word;
      fp = sp;
      avow_slot_store (r->st, isa->loc_sp, sp.off, word,
                       avow_cell_value (r->st, r->c, isa->loc_fp, word), isa->loc_sp);
      sp.off -= r->e.ops[0].imm & 0xffff;
    }
  else
    sp = avow_unknown ();
  avow_run_write (r, isa->loc_fp, avow_bytes (word), fp, false, 0);
  avow_cell_write (r->st, r->c, isa->loc_sp, avow_loc_bytes (r->c, isa->loc_sp), sp, false);
  return true;
}

/* pusha and popa: the eight registers, in the order of their numbers, downwards; the saved stack
   pointer is not popped (Intel SDM vol. 2).  */
static void
all_registers (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  struct avow_value sp = avow_cell_value (r->st, r->c, isa->loc_sp, r->c->arch->word_bytes);
  bool push = r->e.row->op == ISA_OP_PUSHA, known = sp.kind == AVOW_V_ENTRY;
  if (!push && r->e.row->op != ISA_OP_POPA)
    return;
  for (unsigned i = 0; i < 8; i++)
    {
      int64_t off = sp.off + (push ? -32 : 0) + 28 - 4 * (int64_t)i;
      struct avow_value v = avow_unknown ();
      if (push && known)
        avow_slot_store (r->st, isa->loc_sp, off, 4, avow_cell_value (r->st, r->c, i, 4),
                         isa->loc_sp);
      if (push || i == isa->loc_sp)
        continue;
      if (known)
        v = avow_slot_load (r->st, isa->loc_sp, off, 4);
      avow_run_write (r, i, avow_bytes (4), v, false, 0);
    }
}

void
avow_run_move_stack (struct avow_run *r)
{
  if (leave_frame (r) || enter_frame (r))
    return;
  all_registers (r);
  if (!r->e.stack && !r->e.stack_unknown)
    return;
  if (r->flow == ISA_CALL && !avow_leads_on (r->target))
    return; /* comes back with the return address popped */
  unsigned sp = r->c->arch->isa->loc_sp;
  struct avow_value v = avow_cell_value (r->st, r->c, sp, r->c->arch->word_bytes);
  uint64_t all = avow_loc_bytes (r->c, sp);
  if (r->e.stack_unknown || !avow_from_entry (v))
    v = avow_unknown ();
  else if (v.kind == AVOW_V_ENTRY)
    v.off += r->e.stack;
  avow_cell_write (r->st, r->c, sp, all, v, false);
}
