/* branch.c - where an instruction leads.

   A direct branch names its label.  An indirect one, and a return, lead where the value leads that they
   take: a call pushes the address of the instruction behind it, and lea, mov and push of a label
   give addresses too, so that code may call its own labels, return through pushed addresses and jump
   through registers.  Any other value makes the target unknown.  */
#include "step.h"

struct avow_value
avow_run_code (struct avow_run *r, const struct avow_optext *t)
{
  int32_t node = avow_flow_target (r->f, r->c, t, r->item);
  if (!avow_leads_on (node))
    return avow_unknown ();
  if (r->record)
    r->s->other_code = true; /* whoever gets the address may come back to it (setjmp) */
  return (struct avow_value){ AVOW_V_CODE, r->c->arch->ptr_bytes, 0, node };
}

struct avow_value
avow_run_return_address (const struct avow_run *r)
{
  int32_t next = r->f->nodes[r->node].next;
  if (!avow_leads_on (next))
    return avow_unknown ();
  return (struct avow_value){ AVOW_V_CODE, r->c->arch->ptr_bytes, 0, next };
}

/* T names its target in so many words: a label, a symbol, a goto label.  */
static bool
direct (const struct avow_run *r, const struct avow_optext *t)
{
  if (t->indirect)
    return false;
  return t->kind == AVOW_OP_TARGET || t->r.operand >= (int)r->c->stmt->n_operands
         || (t->kind == AVOW_OP_MEM && t->sym.len && t->base.reg < 0 && t->base.operand < 0
             && t->index.reg < 0 && t->index.operand < 0);
}

/* A token or number that is the target itself: call %P0, jmp %c1.  */
static bool
outside (const struct avow_optext *t)
{
  return !t->indirect && t->kind == AVOW_OP_TOKEN;
}

/* Follow the value V.  */
static void
computed (struct avow_run *r, struct avow_value v)
{
  r->how = AVOW_LEAVE_COMPUTED;
  r->target = v.kind == AVOW_V_CODE ? (int32_t)v.off : AVOW_TO_UNKNOWN;
}

static void
to_operand (struct avow_run *r, const struct avow_reached *refs)
{
  const struct avow_optext *t = r->e.n_ops ? r->e.ops[r->e.n_ops - 1].text : NULL;
  if (!t)
    return;
  if (direct (r, t))
    r->target = avow_flow_target (r->f, r->c, t, r->item);
  else if (!outside (t))
    computed (r, avow_run_operand_value (r, r->e.n_ops - 1, refs));
  if (r->target == AVOW_TO_UNKNOWN || (r->target == AVOW_TO_OUT && avow_run_jumps_on (r, t)))
    r->how = AVOW_LEAVE_COMPUTED;
}

/* What a return pops; of the two words that a far one does, the lower: above it is the segment.  */
static struct avow_value
popped_address (struct avow_run *r, const struct avow_reached *top)
{
  struct avow_reached word = *top;
  if (word.size == 2 * r->c->arch->word_bytes)
    word.size = r->c->arch->word_bytes;
  return avow_run_load (r, &word);
}

/* ret: to what the top of the stack holds, which is the function's own return address when nothing
   was pushed.  */
static void
to_caller (struct avow_run *r, const struct avow_reached *refs)
{
  unsigned sp = r->c->arch->isa->loc_sp;
  r->how = AVOW_LEAVE_RETURN;
  for (unsigned i = 0; i < r->e.n_mem; i++)
    if (r->e.mem[i].op < 0
        && !(refs[i].reach == AVOW_REACH_STACK && refs[i].off_known && refs[i].loc == sp && refs[i].off >= 0))
      computed (r, popped_address (r, &refs[i]));
  if (r->e.n_ops == 1 && r->e.ops[0].imm_known)
    r->e.stack += (int)(r->e.ops[0].imm & 0xffff);
}

/* The word N of those that iret pops.  */
static struct avow_value
interrupt_frame (const struct avow_run *r, unsigned n)
{
  unsigned word = r->c->arch->word_bytes;
  struct avow_value sp = avow_cell_value (r->st, r->c, r->c->arch->isa->loc_sp, word);
  if (sp.kind != AVOW_V_ENTRY)
    return avow_unknown ();
  return avow_slot_load (r->st, sp.loc, sp.off + (int64_t)(n * word), word);
}

struct avow_value
avow_run_iret_flags (const struct avow_run *r)
{
  return interrupt_frame (r, 2);
}

struct avow_value
avow_run_iret_stack (const struct avow_run *r)
{
  unsigned word = r->c->arch->word_bytes;
  struct avow_value sp = avow_cell_value (r->st, r->c, r->c->arch->isa->loc_sp, word);
  if (r->c->arch->mode == AVOW_MODE64)
    return interrupt_frame (r, 3);
  if (sp.kind != AVOW_V_ENTRY)
    return avow_unknown ();
  sp.off += 3 * word;
  return sp;
}

/* iret to the body's own code: a way to serialise, or to load a segment.  */
static void
to_frame (struct avow_run *r)
{
  struct avow_value v = r->e.row->op == ISA_OP_IRET ? interrupt_frame (r, 0) : avow_unknown ();
  r->how = AVOW_LEAVE_SYSRET;
  if (v.kind == AVOW_V_CODE)
    r->target = (int32_t)v.off;
}

/* int: a breakpoint, the kernel's gate, or a service with a convention that nobody described.  */
static void
software_interrupt (struct avow_run *r)
{
  const struct avow_arch *arch = r->c->arch;
  const struct avow_resolved *op = &r->e.ops[0];
  int64_t vector = op->imm & 0xff;
  r->kernel = op->imm_known && vector == arch->syscall_gate;
  if (r->kernel)
    return;
  r->flow = ISA_NEXT;
  if (op->imm_known && vector < 64 && arch->debug_vectors >> vector & 1)
    return;
  avow_run_gap (r, AVOW_REASON_CALL);
  r->st->tainted = true;
}

/* syscall, vmcall: without a number in the register that Linux takes it from (nothing declares it, nothing set it) it is
   another system's call.  */
static void
system_call (struct avow_run *r)
{
  int loc = r->c->arch->syscall_result;
  if (loc < 0 || r->c->promises[loc].in || r->c->promises[loc].out
      || !(avow_untouched (r->st, (unsigned)loc)
           || avow_cell (r->st, r->c, (unsigned)loc)->own == avow_loc_bytes (r->c, (unsigned)loc)))
    return;
  r->kernel = false;
  avow_run_gap (r, AVOW_REASON_CALL);
  r->st->tainted = true;
}

void
avow_run_branch (struct avow_run *r, const struct avow_reached *refs)
{
  r->flow = r->e.row->flow;
  r->kernel = r->flow == ISA_SYSCALL;
  r->target = AVOW_TO_OUT;
  r->how = AVOW_LEAVE_JUMP;
  r->taken = avow_decide (r->c->arch->isa, r->e.cc, &r->st->flags);
  switch (r->flow)
    {
    case ISA_JCC: case ISA_JMP:
      to_operand (r, refs);
      break;
    case ISA_CALL:
      to_operand (r, refs);
      if (!avow_leads_on (r->target))
        {
          avow_run_find_callee (r, refs);
          r->st->flags.known = r->st->flags.value = 0;
        }
      break;
    case ISA_RET:
      to_caller (r, refs);
      break;
    case ISA_SYSRET:
      to_frame (r);
      break;
    case ISA_SYSCALL:
      if (r->e.n_ops)
        software_interrupt (r);
      else
        system_call (r);
      break;
    default:
      break;
    }
}

/* The name that the current instruction branches to.  */
static struct avow_slice
target_name (const struct avow_run *r)
{
  const struct avow_optext *t = r->e.n_ops ? r->e.ops[r->e.n_ops - 1].text : NULL;
  bool named = t && (r->how == AVOW_LEAVE_JUMP) && r->flow != ISA_NEXT;
  return named ? t->sym : (struct avow_slice){ "", 0 };
}

void
avow_run_leave (struct avow_run *r)
{
  struct avow_summary *s = r->s;
  if (!r->record)
    return;
  struct avow_event *e = avow_trace_current (r);
  if (e)
    e->hands_over = true;
  s->leaves = avow_grow (r->arena, s->leaves, s->n_leaves, &r->cap_leaves, sizeof *s->leaves);
  if (!s->leaves)
    {
      s->n_leaves = 0;
      r->ok = false;
      return;
    }
  s->leaves[s->n_leaves++] = (struct avow_leave){ r->how, r->st->tainted, r->item, target_name (r) };
}
