/* damage.cc - does a finding do harm at this copy of its statement?

   A finding that the core does not repeat for the registers of this copy is latent here.  Of the others some
   kinds can be decided: a register that is destroyed matters when something lives in it, or when it
   belongs to the caller and this function does not save it; a shared register is shared or not.  For the
   rest (memory above all) nothing is claimed.  */
#include "alloc.h"

#include "function-abi.h"

void
avow_decide (struct avow_damage *d, enum avow_bites bites, const char *victim, const char *text)
{
  d->harm->bites = bites;
  d->harm->victim = victim;
  d->harm->text = text;
}

/* ---- registers ------------------------------------------------------------------------ */

static bool
set_by_statement (const struct avow_damage *d, unsigned regno)
{
  df_ref def;

  FOR_EACH_INSN_DEF (def, d->a->insn)
    if (DF_REF_REGNO (def) == regno)
      return true;
  return false;
}

/* Whether the caller may count on REGNO.  A function that does not come back owes nothing.  */
static bool
is_promised (const struct avow_damage *d, unsigned regno)
{
  return !fixed_regs[regno] && !TREE_THIS_VOLATILE (current_function_decl)
         && (d->fn->frame.saves_all || !crtl->abi->clobbers_full_reg_p (regno));
}

/* Whether REGNO still has the value that it came in with: the function saves it elsewhere, if at all.  */
static bool
is_callers (const struct avow_damage *d, unsigned regno, bool live)
{
  struct avow_writers w;

  if (!is_promised (d, regno))
    return false;
  if (!live)
    return !df_regs_ever_live_p (regno);
  avow_find_writers (d->a->insn, regno, &w);
  return w.n == 0 && w.entry && !w.more;
}

/* A live value is lost with REGNO.  */
static void
lost_value (struct avow_damage *d, unsigned regno, const char *name)
{
  unsigned bytes = 0;
  const char *value = avow_value_name (d->fn, d->a->insn, regno, d->arena, &bytes);

  if (bytes && bytes < 64 && d->f->bytes && !(d->f->bytes & ((uint64_t (1) << bytes) - 1)))
    avow_decide (d, AVOW_LATENT, NULL,
                 avow_printf (d->arena, "only %u bytes of '%s' are in use", bytes, name));
  else
    avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: %s", name, value),
                 avow_printf (d->arena, "'%s' holds %s", name, value));
}

#ifdef STACK_REGS

/* The next x87 instruction behind INSN, as the code is laid out.  *NEAR: nothing leads elsewhere or joins before.  */
static rtx_insn *
next_x87 (rtx_insn *insn, bool *near)
{
  subrtx_iterator::array_type array;

  *near = true;
  for (rtx_insn *i = NEXT_INSN (insn); i; i = NEXT_INSN (i))
    {
      *near = *near && !LABEL_P (i) && !JUMP_P (i);
      if (NONDEBUG_INSN_P (i))
        FOR_EACH_SUBRTX (iter, array, PATTERN (i), NONCONST)
      if (STACK_REG_P (*iter))
        return i;
    }
  return NULL;
}

static bool
uses_register (rtx_insn *insn, unsigned regno)
{
  df_ref use;

  FOR_EACH_INSN_USE (use, insn)
  if (DF_REF_REGNO (use) == regno)
    return true;
  return false;
}

/* Behind the conversion to a stack (reg-stack.cc) registers are counted from its top, and liveness knows nothing of
   that.  The next instruction tells, if it uses the register, or if there is none at all.  */
static void
lost_stack_register (struct avow_damage *d, unsigned regno, const char *name)
{
  bool near;
  rtx_insn *next = next_x87 (d->a->insn, &near);

  if (!next && !REGNO_REG_SET_P (d->live, regno))
    avow_decide (d, AVOW_LATENT, NULL, avow_printf (d->arena, "nothing lives in '%s'", name));
  else if (next && near && uses_register (next, regno))
    avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: a floating-point value", name),
                 avow_printf (d->arena, "'%s' holds a floating-point value", name));
}

#endif

/* REGNO, which messages call NAME, is destroyed by the statement.  */
static void
lost_register (struct avow_damage *d, unsigned regno, const char *name)
{
  bool live = REGNO_REG_SET_P (d->live, regno) && !set_by_statement (d, regno);

#ifdef STACK_REGS
  if (STACK_REGNO_P (regno))
    {
      lost_stack_register (d, regno, name);
      return;
    }
#endif
  if (is_callers (d, regno, live))
    avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: the caller's value", name),
                 avow_printf (d->arena, "'%s' belongs to the caller, and is not saved", name));
  else if (live)
    lost_value (d, regno, name);
  else
    avow_decide (d, AVOW_LATENT, NULL, avow_printf (d->arena, "nothing lives in '%s'", name));
}

static const char *
register_name (const struct avow_damage *d, unsigned regno)
{
  return avow_register_name (d->stmt->target.arch, regno);
}

/* ---- operands ----------------------------------------------------------------------------- */

int
avow_damaged_operand (const struct avow_damage *d)
{
  unsigned long k;
  char *end;

  if (!d->f->subject || d->f->subject[0] != '%')
    return -1;
  k = strtoul (d->f->subject + 1, &end, 10);
  return end == d->f->subject + 1 || k >= d->a->n_operands ? -1 : (int) k;
}

static int
register_of (const struct avow_damage *d, int operand)
{
  rtx x = operand >= 0 ? d->a->ops[operand] : NULL_RTX;

  return x && REG_P (x) ? (int) REGNO (x) : -1;
}

/* An input that is modified matters when its register is still expected to hold it.  */
static void
modified_input (struct avow_damage *d)
{
  int regno = register_of (d, avow_damaged_operand (d));

  if (regno >= 0)
    lost_register (d, regno, register_name (d, regno));
  else
    avow_assess_memory (d);
}

/* An output whose old value shows.  By luck the register may hold the variable already.  */
static void
unset_output (struct avow_damage *d)
{
  int k = avow_damaged_operand (d), regno = register_of (d, k);
  unsigned bytes;
  const char *before, *own;

  if (regno < 0)
    {
      avow_assess_memory (d);
      return;
    }
  own = d->stmt->operands[k].name;
  if (!REGNO_REG_SET_P (d->live, regno))
    {
      avow_decide (
          d, AVOW_LATENT, NULL,
          avow_printf (d->arena, "the result in '%s' is not used", register_name (d, regno)));
      return;
    }
  before = avow_value_before (d->fn, d->a->insn, regno, d->arena, &bytes);
  if (before && own && !strcmp (before, own))
    avow_decide (
        d, AVOW_LATENT, NULL,
        avow_printf (d->arena, "'%s' happens to hold '%s'", register_name (d, regno), own));
  else
    avow_decide (
        d, AVOW_BITES,
        avow_printf (d->arena, "%s: %s", d->f->subject, avow_quoted (d->arena, own, "the result")),
        before ? avow_printf (d->arena, "%s is in '%s', which holds '%s' on entry", d->f->subject,
                              register_name (d, regno), before)
               : avow_printf (d->arena, "%s is in '%s', which holds nothing on entry",
                              d->f->subject, register_name (d, regno)));
}

static void
shared_register (struct avow_damage *d)
{
  int regno = register_of (d, avow_damaged_operand (d));
  int loc = avow_location (d->stmt->target.arch, d->f->subject);

  if (regno < 0)
    regno = avow_regno (d->stmt->target.arch, loc);
  if (regno < 0)
    return;
  const char *name = avow_input_name (d->fn, d->a, d->stmt, avow_damaged_operand (d), regno);
  const char *where = register_name (d, regno);
  avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: %s", where, avow_quoted (d->arena, name, "an operand")),
               name ? avow_printf (d->arena, "'%s' also holds '%s', which is still needed", where, name)
                    : avow_printf (d->arena, "'%s' serves both", where));
}

/* The core says it again only when the operand's address is made from the stack pointer.  */
static void
moved_operand (struct avow_damage *d)
{
  int k = avow_damaged_operand (d);

  if (k >= 0)
    avow_decide (d, AVOW_BITES,
                 avow_printf (d->arena, "%s: %s", d->f->subject,
                              avow_quoted (d->arena, d->stmt->operands[k].name, "another object")),
                 avow_printf (d->arena, "%s is addressed from the stack pointer", d->f->subject));
}

/* A register variable whose register was written by a call, or by another asm statement.  */
static void
lost_variable (struct avow_damage *d)
{
  int k = avow_damaged_operand (d), regno = register_of (d, k);
  bool called = k >= 0 && d->stmt->operands[k].loss == AVOW_LOST_CALL;

  if (regno >= 0)
    avow_decide (d, AVOW_BITES,
                 avow_printf (d->arena, "%s: %s", register_name (d, regno),
                              avow_quoted (d->arena, d->stmt->operands[k].name, d->f->subject)),
                 avow_printf (d->arena, "'%s' holds what %s left there", register_name (d, regno),
                              called ? "a call" : "another asm statement"));
}

/* A call from the template, F->off bytes from where the stack pointer was on entry.  */
static void
call_alignment (struct avow_damage *d)
{
  const struct avow_frame *fr = &d->fn->frame;
  HOST_WIDE_INT place, off;

  if (!fr->known || fr->align < fr->call_align
      || !avow_frame_place (fr, d->a->insn, stack_pointer_rtx, &place))
    return;
  off = (place + d->f->off + fr->aligned - fr->sp) & (fr->call_align - 1);
  if (off == 0)
    avow_decide (d, AVOW_LATENT, NULL, "the stack is aligned at the call");
  else
    avow_decide (d, AVOW_BITES, "stack alignment",
                 avow_printf (d->arena, "the stack pointer is %d bytes off", (int)off));
}

/* An operand is in the destroyed register, and is needed behind that.  */
static bool
lost_operand (struct avow_damage *d, const struct avow_result *again, const char *name, unsigned regno)
{
  const char *input = avow_input_name (d->fn, d->a, d->stmt, -1, regno);

  for (unsigned i = 0; i < again->n_findings; i++)
    if (again->findings[i].rule == AVOW_RULE_EARLYCLOBBER
        && !strcmp (again->findings[i].subject, name))
      {
        avow_decide (d, AVOW_BITES,
                     avow_printf (d->arena, "%s: %s", name, avow_quoted (d->arena, input, "an operand")),
                     avow_printf (d->arena, "'%s' holds %s, which is still needed", name,
                                  avow_quoted (d->arena, input, "an operand")));
        return true;
      }
  return false;
}

/* ---- the decision ---------------------------------------------------------------------------- */

/* What the core says of the finding for this copy, or NULL.  */
static const struct avow_finding *
repeated (const struct avow_finding *f, const struct avow_result *again)
{
  const struct avow_finding *found = NULL;

  for (unsigned i = 0; i < again->n_findings; i++)
    {
      const struct avow_finding *g = &again->findings[i];
      if (g->rule == f->rule && g->insn == f->insn && (!found || !strcmp (g->subject, f->subject)))
        found = g;
    }
  return found;
}

static void
excluded (struct avow_damage *d)
{
  const char *why = "the operands have registers that exclude it";
  int k = avow_damaged_operand (d);

  if (d->f->rule == AVOW_RULE_MEMORY_ALIGN)
    why = avow_printf (d->arena, "%s is aligned", d->f->subject);
  else if (d->f->rule == AVOW_RULE_LIFETIME && k >= 0 && d->stmt->operands[k].hard_reg)
    why = avow_printf (d->arena, "nothing destroys '%s' in between", d->stmt->operands[k].hard_reg);
  avow_decide (d, AVOW_LATENT, NULL, why);
}

static void
destroyed_register (struct avow_damage *d, const struct avow_result *again)
{
  const struct avow_arch *arch = d->stmt->target.arch;
  int regno = avow_regno (arch, avow_location (arch, d->f->subject));

  if (regno >= 0 && global_regs[regno])
    avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: a global register variable", d->f->subject),
                 avow_printf (d->arena, "'%s' is a global register variable", d->f->subject));
  else if (regno >= 0 && !lost_operand (d, again, d->f->subject, regno))
    lost_register (d, regno, d->f->subject);
}

/* Of all that a call from the template may destroy, the first that does harm; when there is none, and all is
   decided, it is latent.  */
static void
called (struct avow_damage *d, const struct avow_result *again)
{
  const struct avow_arch *arch = d->stmt->target.arch;
  bool all = true;

  for (unsigned l = 0; l < 256; l++)
    {
      int regno = d->again->registers[l / 64] >> (l % 64) & 1 ? avow_regno (arch, l) : -1;
      if (regno < 0 || global_regs[regno])
        continue;
      const char *name = avow_location_name (arch, l);
      avow_decide (d, AVOW_BITES_UNKNOWN, NULL, NULL);
      if (!lost_operand (d, again, name, regno))
        lost_register (d, regno, name);
      if (d->harm->bites == AVOW_BITES)
        return;
      all = all && d->harm->bites == AVOW_LATENT;
    }
  if (all)
    avow_decide (d, AVOW_LATENT, NULL, "nothing lives in the registers that the call may destroy");
  else
    avow_decide (d, AVOW_BITES_UNKNOWN, NULL, NULL);
}

static void
assess (struct avow_damage *d, const struct avow_result *again)
{
  switch (d->f->rule)
    {
    case AVOW_RULE_CALL_CLOBBER:
      if (!strcmp (d->f->subject, "stack alignment"))
        call_alignment (d);
      else if (!strcmp (d->f->subject, "memory"))
        avow_assess_memory (d);
      else
        called (d, again);
      break;
    case AVOW_RULE_CLOBBER_REGISTER:
    case AVOW_RULE_RESERVED_REGISTER: destroyed_register (d, again); break;
    case AVOW_RULE_INPUT_MODIFIED: modified_input (d); break;
    case AVOW_RULE_OUTPUT_READ:
    case AVOW_RULE_OUTPUT_UNWRITTEN: unset_output (d); break;
    case AVOW_RULE_EARLYCLOBBER: shared_register (d); break;
    case AVOW_RULE_LIFETIME: lost_variable (d); break;
    case AVOW_RULE_STACK_OPERAND: moved_operand (d); break;
    default: avow_assess_memory (d); break;
    }
}

/* A register variable that was lost somewhere else than right in front is only found here.  */
static void
add_findings (struct avow_unit *unit, struct avow_pending *p, const struct avow_result *again)
{
  const struct avow_result *first = avow_pending_result (p);

  for (unsigned i = 0; i < again->n_findings; i++)
    if (again->findings[i].rule == AVOW_RULE_LIFETIME && !repeated (&again->findings[i], first))
      avow_pending_add (unit, p, &again->findings[i]);
}

void
avow_assess (struct avow_unit *unit, struct avow_function *fn, struct avow_pending *p,
             const struct avow_asm_insn *a, regset live, const char *where)
{
  struct avow_arena *arena = &unit->scratch;
  struct avow_result again;
  struct avow_stmt stmt;

  if (!avow_concrete (fn, avow_pending_statement (p), a, arena, &stmt))
    return;
  avow_check (&stmt, &unit->options, arena, &again);
  add_findings (unit, p, &again);
  const struct avow_result *first = avow_pending_result (p);
  for (unsigned i = 0; i < first->n_findings; i++)
    {
      struct avow_harm harm = { AVOW_BITES_UNKNOWN, NULL, NULL, where };
      struct avow_damage d
          = { fn,   a,     &stmt, &first->findings[i], repeated (&first->findings[i], &again),
              live, arena, &harm };
      if (d.again)
        assess (&d, &again);
      else if (again.n_gaps <= first->n_gaps)
        excluded (&d);
      avow_pending_harm (unit, p, i, &harm);
    }
}
