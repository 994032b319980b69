/* regs.cc - can GCC still find registers for a statement?

   A clobber that leaves an operand without a register is a hard error of the
   compile ("impossible constraints", "conflicts with asm clobber list"), and a
   repair must never cause one.  So before a clobber is added the allocation is
   tried here, coarsely and towards "no": each operand that must have a register
   needs one of its class that is neither fixed, nor the frame pointer, nor
   clobbered; each memory operand needs one for its address.

   Two moments count.  When the body starts, the inputs, the earlyclobbered outputs
   and the addresses are alive; when it ends, the outputs and the addresses of
   memory outputs.  For each an assignment is sought (bipartite matching by
   augmenting paths), for one of the constraint alternatives at a time, in which what is alive at both keeps its
   register.  */
#include "glue.h"

#define MAX_WANTS 64

/* Something that wants one of REGS, at the start, at the end, or the same one at both.  */
struct want
{
  HARD_REG_SET regs;
  bool at_start, at_end;
};

struct demand
{
  const struct avow_stmt *stmt;
  HARD_REG_SET available;
  unsigned alternative;
  bool at_start, at_end; /* when the operand of the moment is alive */
  struct want wants[MAX_WANTS];
  unsigned n;
};

/* ---- what the target can give ------------------------------------------------------- */

/* The register that a clobber or register variable names, or -1.  */
static int
regno_of (const char *name)
{
  int regno = decode_reg_name (name);
  return regno >= 0 && regno < FIRST_PSEUDO_REGISTER ? regno : -1;
}

static bool
can_give (unsigned regno)
{
  return !fixed_regs[regno] && !global_regs[regno] && regno != HARD_FRAME_POINTER_REGNUM
         && TEST_HARD_REG_BIT (accessible_reg_set, regno);
}

static void
find_available (struct demand *d)
{
  CLEAR_HARD_REG_SET (d->available);
  for (unsigned r = 0; r < FIRST_PSEUDO_REGISTER; r++)
    if (can_give (r))
      SET_HARD_REG_BIT (d->available, r);
  for (unsigned i = 0; i < d->stmt->n_clobbers; i++)
    {
      int r = regno_of (d->stmt->clobbers[i]);
      if (r >= 0)
        CLEAR_HARD_REG_BIT (d->available, r);
    }
}

/* ---- what the operands want ------------------------------------------------------------ */

enum place
{
  PLACE_REGISTER, /* one of REGS, and nothing else */
  PLACE_MEMORY,   /* memory, and nothing else */
  PLACE_EITHER,   /* a register, or memory, the address of which needs one */
  PLACE_NONE      /* something that needs no register is allowed */
};

static const char *
skip_alternatives (const char *p, unsigned n)
{
  while (n-- > 0)
    {
      const char *comma = strchr (p, ',');
      if (!comma)
        break;
      p = comma + 1;
    }
  return p;
}

static unsigned
count_alternatives (const char *p)
{
  unsigned n = 1;

  for (; *p; p++)
    n += *p == ',';
  return n;
}

/* Whether letter CN at P is for constants only; 'g' and 'X' are not.  */
static bool
is_for_constants (const char *p, enum constraint_num cn)
{
  return strchr ("insEF", *p) || get_constraint_type (cn) == CT_CONST_INT
         || (get_constraint_type (cn) == CT_FIXED_FORM && !strchr ("gX", *p));
}

static bool
is_for_memory (const char *p, enum constraint_num cn)
{
  return strchr ("<>Vp", *p) || insn_extra_memory_constraint (cn)
         || insn_extra_special_memory_constraint (cn);
}

/* Where the constraint at P, the alternative wanted, allows an operand.  Letters
   for constants are of no use to a variable.  */
static enum place
allowed_place (const char *p, bool is_constant, HARD_REG_SET *regs)
{
  bool memory = false, constant = false, reg = false;

  CLEAR_HARD_REG_SET (*regs);
  for (; *p && *p != ','; p += CONSTRAINT_LEN (*p, p))
    {
      enum constraint_num cn;
      if (strchr ("=+&%*?!^$#", *p))
        continue;
      cn = lookup_constraint (p);
      if (reg_class_for_constraint (cn) != NO_REGS)
        {
          *regs |= reg_class_contents[reg_class_for_constraint (cn)];
          reg = true;
        }
      else if (is_for_memory (p, cn))
        memory = true;
      else if (is_for_constants (p, cn))
        constant = true;
      else
        return strchr ("gX", *p) && !is_constant ? PLACE_EITHER : PLACE_NONE;
    }
  if (constant && (is_constant || !(reg || memory)))
    return PLACE_NONE;
  if (reg && memory)
    return PLACE_EITHER;
  return reg ? PLACE_REGISTER : memory ? PLACE_MEMORY : PLACE_NONE;
}

static bool
add_want (struct demand *d, const HARD_REG_SET *regs)
{
  if (d->n == MAX_WANTS)
    return false;
  d->wants[d->n].regs = *regs;
  d->wants[d->n].at_start = d->at_start;
  d->wants[d->n].at_end = d->at_end;
  d->n++;
  return true;
}

/* A clobber of the x87 register that an input is bound to ("t", "u") says that the template pops it: that is no
   conflict (GCC manual, "x86 Floating-Point asm Operands").  */
static bool
is_bound_to_x87 (HARD_REG_SET regs)
{
#ifdef STACK_REGS
  return regs == reg_class_contents[FP_TOP_REG] || regs == reg_class_contents[FP_SECOND_REG];
#else
  return regs == 0;
#endif
}

/* Memory operand OP wants registers for its address: two behind a pointer, because optimisation may put a base
   and an index there.  The other half of "+m" has them already; without optimisation it loads the pointer again.  */
static bool
add_address (struct demand *d, const struct avow_operand *op)
{
  const HARD_REG_SET *regs = &reg_class_contents[GENERAL_REGS];

  return add_want (d, regs)
         && (op->value_is_object || (!op->is_output && op->same_object) || add_want (d, regs));
}

/* Output OP wants registers, or an input that matches none.  */
static bool
add_operand (struct demand *d, const struct avow_operand *op)
{
  HARD_REG_SET regs;
  unsigned words = (op->size + UNITS_PER_WORD - 1) / UNITS_PER_WORD;
  int hard = op->hard_reg ? regno_of (op->hard_reg) : -1;
  bool ok = true;

  switch (
      allowed_place (skip_alternatives (op->constraint, d->alternative), op->const_known, &regs))
    {
    case PLACE_NONE:
      return true;
    case PLACE_EITHER:
      /* "+cm" with rcx clobbered: GCC refuses, although memory would do.  A local variable can be in its place on the
         stack.  */
      return (hard_reg_set_empty_p (regs) || hard_reg_set_intersect_p (regs, d->available))
             && ((op->name && !op->symbol) || add_want (d, &reg_class_contents[GENERAL_REGS]));
    case PLACE_MEMORY: return add_address (d, op);
    default:
      break;
    }
  if (!op->is_output && is_bound_to_x87 (regs))
    return true;
  if (hard >= 0)
    {
      CLEAR_HARD_REG_SET (regs);
      SET_HARD_REG_BIT (regs, hard);
    }
  /* Wide values take several general registers, but one vector register.  */
  if (words < 1 || !hard_reg_set_intersect_p (regs, reg_class_contents[GENERAL_REGS]))
    words = 1;
  for (unsigned i = 0; i < words && ok; i++)
    ok = add_want (d, &regs);
  return ok;
}

/* The output that input OP matches, or NULL.  */
static const struct avow_operand *
matched (const struct demand *d, const struct avow_operand *op)
{
  const char *p = skip_alternatives (op->constraint, d->alternative);
  unsigned n;

  p += *p == '%';
  if (*p < '0' || *p > '9')
    return NULL;
  n = strtoul (p, NULL, 10);
  return n < d->stmt->n_outputs ? &d->stmt->operands[n] : NULL;
}

static bool
has_match (const struct demand *d, const struct avow_operand *output)
{
  for (unsigned i = d->stmt->n_outputs; i < d->stmt->n_operands; i++)
    if (matched (d, &d->stmt->operands[i]) == output)
      return true;
  return false;
}

/* More than one register.  */
static bool
has_choice (const HARD_REG_SET *regs)
{
  unsigned n = 0;

  for (unsigned r = 0; r < FIRST_PSEUDO_REGISTER; r++)
    n += TEST_HARD_REG_BIT (*regs, r) != 0;
  return n > 1;
}

/* What is alive all the time keeps off the registers that something else must have.  */
static void
keep_off_fixed (struct demand *d)
{
  HARD_REG_SET fixed;

  CLEAR_HARD_REG_SET (fixed);
  for (unsigned i = 0; i < d->n; i++)
    if (!has_choice (&d->wants[i].regs))
      fixed |= d->wants[i].regs;
  for (unsigned i = 0; i < d->n; i++)
    if (has_choice (&d->wants[i].regs) && d->wants[i].at_start && d->wants[i].at_end)
      d->wants[i].regs &= ~fixed;
}

/* GCC's allocator does not find every assignment that there is: where it has a choice, one register must be left
   over.  */
static bool
add_spares (struct demand *d)
{
  const HARD_REG_SET *regs = &reg_class_contents[GENERAL_REGS];
  unsigned i = 0;

  while (i < d->n && !has_choice (&d->wants[i].regs))
    i++;
  if (i == d->n)
    return true;
  d->at_start = true;
  d->at_end = false;
  if (!add_want (d, regs))
    return false;
  d->at_start = false;
  d->at_end = true;
  return add_want (d, regs);
}

/* Inputs are alive when the body starts, outputs when it ends; at both are those that match or are earlyclobbered, and
   the addresses of outputs.  */
static bool
collect_wants (struct demand *d)
{
  bool ok = true;

  d->n = 0;
  for (unsigned i = 0; i < d->stmt->n_operands && ok; i++)
    {
      const struct avow_operand *op = &d->stmt->operands[i];
      if (!op->is_output && matched (d, op))
        continue;
      d->at_start = !op->is_output || avow_only_memory (op->constraint)
                    || strchr (op->constraint, '&') || has_match (d, op);
      d->at_end = op->is_output;
      ok = add_operand (d, op);
    }
  keep_off_fixed (d);
  return ok && add_spares (d);
}

/* ---- the matching ------------------------------------------------------------------------- */

static bool
place (const struct demand *d, unsigned want, HARD_REG_SET *tried, int *owner)
{
  for (unsigned r = 0; r < FIRST_PSEUDO_REGISTER; r++)
    {
      if (!TEST_HARD_REG_BIT (d->wants[want].regs, r) || !TEST_HARD_REG_BIT (d->available, r)
          || TEST_HARD_REG_BIT (*tried, r))
        continue;
      SET_HARD_REG_BIT (*tried, r);
      if (owner[r] < 0 || place (d, owner[r], tried, owner))
        {
          owner[r] = want;
          return true;
        }
    }
  return false;
}

/* Find registers for what is alive at the start; then for what comes to life only at the end, from all but those that live
   on.  */
static bool
all_placed (struct demand *d)
{
  int owner[FIRST_PSEUDO_REGISTER];

  for (unsigned end = 0; end < 2; end++)
    {
      for (unsigned r = 0; r < FIRST_PSEUDO_REGISTER; r++)
        {
          if (end && owner[r] >= 0 && d->wants[owner[r]].at_end)
            CLEAR_HARD_REG_BIT (d->available, r);
          owner[r] = -1;
        }
      for (unsigned i = 0; i < d->n; i++)
        {
          HARD_REG_SET tried;
          CLEAR_HARD_REG_SET (tried);
          if (d->wants[i].at_start == !end && !place (d, i, &tried, owner))
            return false;
        }
    }
  return true;
}

/* (Also where a draft takes no register more: "memory" alone makes the compiler load what it had.)  */
bool
avow_registers_suffice (const struct avow_stmt *stmt)
{
  struct demand d;
  unsigned n = 1;

  d.stmt = stmt;
  if (stmt->n_operands > 0)
    n = count_alternatives (stmt->operands[0].constraint);
  for (d.alternative = 0; d.alternative < n; d.alternative++)
    {
      find_available (&d);
      if (collect_wants (&d) && all_placed (&d))
        return true;
    }
  return false;
}

/* ---- one clobber --------------------------------------------------------------------------- */

const char *
avow_cannot_clobber (const char *name)
{
  int regno = decode_reg_name (name);

  if (regno == -3 || regno == -4) /* "cc", "memory" (output.h) */
    return NULL;
  if (regno < 0 || regno >= FIRST_PSEUDO_REGISTER)
    return "the compiler does not know this register";
  if (regno == STACK_POINTER_REGNUM)
    return "the stack pointer cannot be given away";
  if (regno == HARD_FRAME_POINTER_REGNUM)
    return "the compiler may need it as frame pointer";
  if (global_regs[regno])
    return "it is a global register variable";
  if (fixed_regs[regno])
    return "the register is reserved";
  if (!TEST_HARD_REG_BIT (accessible_reg_set, regno))
    return "the register does not exist with these options";
  return NULL;
}

bool
avow_same_register (const char *a, const char *b)
{
  int regno = regno_of (a);

  return strcmp (a, b) == 0 || (regno >= 0 && regno == regno_of (b));
}
