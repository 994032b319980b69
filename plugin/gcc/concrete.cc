/* concrete.cc - the contract of a statement with the registers that it really got.

   The first pass judges every allocation that the constraints allow.  Here there is one: the constraints
   are cut to the alternative that was chosen, each operand says what it became, and the same core judges the
   same statement again.  What was only possible is now certain, or excluded.  */
#include "alloc.h"

/* ---- GCC's registers and the tables' locations ------------------------------------- */

/* Filled once for each architecture that a compile meets (-m32 and -m64 are two compiles).  */
static const short *
regno_map (const struct avow_arch *arch)
{
  static const struct avow_arch *known;
  static short map[256];

  if (known == arch)
    return map;
  known = arch;
  for (unsigned i = 0; i < 256; i++)
    map[i] = -1;
  for (unsigned r = 0; r < FIRST_PSEUDO_REGISTER; r++)
    {
      int loc = *reg_names[r] ? avow_location (arch, reg_names[r]) : -1;
      if (loc >= 0 && map[loc] < 0)
        map[loc] = r;
    }
  return map;
}

int
avow_regno (const struct avow_arch *arch, int loc)
{
  return loc >= 0 && loc < 256 ? regno_map (arch)[loc] : -1;
}

const char *
avow_register_name (const struct avow_arch *arch, unsigned regno)
{
  int loc = avow_location (arch, reg_names[regno]);

  return loc < 0 ? reg_names[regno] : avow_location_name (arch, loc);
}

/* ---- one operand ----------------------------------------------------------------------- */

/* Alternative ALT of CONSTRAINT, with its "=" or "+".  */
static const char *
one_alternative (const char *constraint, int alt, struct avow_arena *arena)
{
  const char *p = constraint;
  char inout[2] = { 0, 0 };

  if (!strchr (constraint, ','))
    return constraint;
  if (*p == '=' || *p == '+')
    inout[0] = *p++;
  for (; alt > 0 && (p = strchr (p, ',')) != NULL; alt--)
    p++;
  return p ? avow_printf (arena, "%s%.*s", inout, (int) strcspn (p, ","), p) : constraint;
}

static void
give_register (rtx x, struct avow_operand *op)
{
  /* A pair, and the x87 stack, are where the constraint says.  */
  if (REG_NREGS (x) != 1 || strstr (op->constraint, "@cc"))
    return;
#ifdef STACK_REGS
  if (STACK_REG_P (x))
    return;
#endif
  op->given = AVOW_GIVEN_REGISTER;
  op->stack = AVOW_STACK_NEVER;
  op->given_reg = reg_names[REGNO (x)];
}

static void
give_memory (const struct avow_function *fn, const struct avow_asm_insn *a, const_rtx x,
             struct avow_operand *op)
{
  subrtx_iterator::array_type array;
  struct avow_alignment at;

  avow_alignment_of (&fn->frame, a->insn, x, &at);
  op->align = at.align;
  op->align_off = at.off;
  op->align_final = false;
  op->given = AVOW_GIVEN_MEMORY;
  op->given_reg = op->given_index = NULL;
  op->stack = AVOW_STACK_NEVER;
  FOR_EACH_SUBRTX (iter, array, XEXP (x, 0), NONCONST)
    if (REG_P (*iter))
      {
        (op->given_reg ? op->given_index : op->given_reg) = reg_names[REGNO (*iter)];
        if (REGNO (*iter) == STACK_POINTER_REGNUM)
          op->stack = AVOW_STACK_LOCAL;
      }
}

/* The functions of the program know its global register variables; those of a library use the register as calls
   may.  */
static bool
loses (const rtx_insn *writer, unsigned regno)
{
  if (global_regs[regno])
    return CALL_P (writer) && avow_calls_destroy (regno) && avow_calls_library (writer);
  return avow_destroys (writer, regno);
}

/* Where operand X of the statement at INSN was taken from register REGNO: at the statement, or where it was copied
   from there; NULL when that is not in sight.  */
static rtx_insn *
taken_at (rtx_insn *insn, const_rtx x, unsigned regno)
{
  struct avow_writers w;
  const_rtx set;

  if (REGNO (x) == regno)
    return insn;
  avow_find_writers (insn, REGNO (x), &w);
  set = w.n == 1 && !w.entry && !w.more ? single_set (w.insns[0]) : NULL_RTX;
  return set && REG_P (SET_SRC (set)) && REGNO (SET_SRC (set)) == regno ? w.insns[0] : NULL;
}

/* Whether the register variable that input OP names, X in the code, is still in its register.  */
static void
look_back (const struct avow_asm_insn *a, const_rtx x, struct avow_operand *op)
{
  int regno = op->hard_reg && !op->is_output ? decode_reg_name (op->hard_reg) : -1;
  struct avow_writers w;
  rtx_insn *from;

  if (regno < 0 || !REG_P (x) || (fixed_regs[regno] && !global_regs[regno]))
    return;
  from = taken_at (a->insn, x, regno);
  if (!from)
    return;
  op->loss = AVOW_KEPT;
  avow_find_writers (from, regno, &w);
  for (unsigned i = 0; i < w.n && !op->loss; i++)
    if (loses (w.insns[i], regno))
      {
        op->loss = CALL_P (w.insns[i]) ? AVOW_LOST_CALL : AVOW_LOST_ASM;
        op->lost_to = avow_callee_name (w.insns[i]);
      }
}

static void
bind_operand (const struct avow_function *fn, const struct avow_asm_insn *a, unsigned k, int alt,
              struct avow_operand *op, struct avow_arena *arena)
{
  const char *whole = op->constraint;
  rtx x = a->ops[k];

  look_back (a, x, op);

  op->constraint = one_alternative (whole, alt, arena);
  if (!op->constraint)
    op->constraint = whole;
  if (strchr (op->constraint, 'p'))
    return; /* an address, whatever it is made of */
  if (REG_P (x))
    give_register (x, op);
  else if (MEM_P (x))
    give_memory (fn, a, x, op);
  else if (CONSTANT_P (x))
    op->given = AVOW_GIVEN_CONSTANT;
  if (CONST_INT_P (x) && !op->const_known)
    {
      op->const_known = true;
      op->const_value = INTVAL (x);
    }
}

/* The alternative of the constraints that INSN was made to fit.  */
static int
chosen_alternative (rtx_insn *insn)
{
  extract_insn (insn);
  return constrain_operands (1, get_enabled_alternatives (insn)) && which_alternative >= 0
             ? which_alternative : 0;
}

bool
avow_concrete (struct avow_function *fn, const struct avow_stmt *stmt,
               const struct avow_asm_insn *a, struct avow_arena *arena, struct avow_stmt *out)
{
  struct avow_operand *ops;
  int alt;

  if (a->n_operands != stmt->n_operands || a->n_labels != stmt->n_labels)
    return false;
  ops = (struct avow_operand *) avow_calloc (arena, stmt->n_operands + 1, sizeof *ops);
  alt = a->n_operands ? chosen_alternative (a->insn) : 0;
  if (!ops)
    return false;
  if (stmt->n_operands)
    memcpy (ops, stmt->operands, stmt->n_operands * sizeof *ops);
  avow_lay_out (fn);
  for (unsigned k = 0; k < stmt->n_operands; k++)
    bind_operand (fn, a, k, alt, &ops[k], arena);
  *out = *stmt;
  out->operands = ops;
  return true;
}
