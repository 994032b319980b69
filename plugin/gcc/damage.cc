/* damage.cc - does a finding do harm at this copy of its statement?

   A finding that the core does not repeat for the registers of this copy is latent here.  Of the others some
   kinds can be decided: a register that is destroyed matters when something lives in it, or when it
   belongs to the caller and this function does not save it; a shared register is shared or not.  For the
   rest (memory above all) nothing is claimed.  */
#include "alloc.h"

#include "function-abi.h"

struct damage
{
  const struct avow_asm_insn *a;
  const struct avow_stmt *stmt;     /* with the registers of this copy */
  const struct avow_finding *f;
  regset live;                      /* behind the statement, its own results included */
  struct avow_arena *arena;
  struct avow_harm *harm;
};

static void
decide (struct damage *d, enum avow_bites bites, const char *victim, const char *text)
{
  d->harm->bites = bites;
  d->harm->victim = victim;
  d->harm->text = text;
}

/* ---- registers ------------------------------------------------------------------------ */

static bool
set_by_statement (const struct damage *d, unsigned regno)
{
  df_ref def;

  FOR_EACH_INSN_DEF (def, d->a->insn)
    if (DF_REF_REGNO (def) == regno)
      return true;
  return false;
}

/* Whether the caller may count on REGNO and this function never saves it.  A function that does not
   come back owes nothing.  */
static bool
is_callers (unsigned regno)
{
  return !fixed_regs[regno] && !crtl->abi->clobbers_full_reg_p (regno)
         && !df_regs_ever_live_p (regno) && !TREE_THIS_VOLATILE (current_function_decl);
}

/* REGNO, which messages call NAME, is destroyed by the statement.  */
static void
lost_register (struct damage *d, unsigned regno, const char *name)
{
  unsigned bytes = 0;
  const char *value;

  if (REGNO_REG_SET_P (d->live, regno) && !set_by_statement (d, regno))
    {
      value = avow_value_name (d->a->insn, regno, d->arena, &bytes);
      if (bytes && bytes < 64 && d->f->bytes && !(d->f->bytes & ((uint64_t (1) << bytes) - 1)))
        decide (d, AVOW_LATENT, NULL,
                avow_printf (d->arena, "only %u bytes of '%s' are in use", bytes, name));
      else
        decide (d, AVOW_BITES, avow_printf (d->arena, "%s: %s", name, value),
                avow_printf (d->arena, "'%s' holds %s", name, value));
    }
  else if (is_callers (regno))
    decide (d, AVOW_BITES, avow_printf (d->arena, "%s: the caller's value", name),
            avow_printf (d->arena, "'%s' belongs to the caller, and is not saved", name));
  else
    decide (d, AVOW_LATENT, NULL, avow_printf (d->arena, "nothing lives in '%s'", name));
}

/* What messages call hard register REGNO.  */
static const char *
register_name (const struct damage *d, unsigned regno)
{
  const struct avow_arch *arch = d->stmt->target.arch;
  int loc = avow_location (arch, reg_names[regno]);

  return loc < 0 ? reg_names[regno] : avow_location_name (arch, loc);
}

/* ---- operands ----------------------------------------------------------------------------- */

/* The operand that the finding is about, or -1.  */
static int
operand_of (const struct damage *d)
{
  unsigned long k;
  char *end;

  if (!d->f->subject || d->f->subject[0] != '%')
    return -1;
  k = strtoul (d->f->subject + 1, &end, 10);
  return end == d->f->subject + 1 || k >= d->a->n_operands ? -1 : (int) k;
}

static int
register_of (const struct damage *d, int operand)
{
  rtx x = operand >= 0 ? d->a->ops[operand] : NULL_RTX;

  return x && REG_P (x) ? (int) REGNO (x) : -1;
}

/* An input that is modified matters when its register is still expected to hold it.  */
static void
modified_input (struct damage *d)
{
  int regno = register_of (d, operand_of (d));

  if (regno >= 0)
    lost_register (d, regno, register_name (d, regno));
}

/* An output whose old value shows.  By luck the register may hold the variable already.  */
static void
unset_output (struct damage *d)
{
  int k = operand_of (d), regno = register_of (d, k);
  unsigned bytes;
  const char *before, *own;

  if (regno < 0)
    return;
  own = d->stmt->operands[k].name;
  if (!REGNO_REG_SET_P (d->live, regno))
    {
      decide (d, AVOW_LATENT, NULL,
              avow_printf (d->arena, "the result in '%s' is not used", register_name (d, regno)));
      return;
    }
  before = avow_value_before (d->a->insn, regno, d->arena, &bytes);
  if (before && own && !strcmp (before, own))
    decide (d, AVOW_LATENT, NULL,
            avow_printf (d->arena, "'%s' happens to hold '%s'", register_name (d, regno), own));
  else
    decide (d, AVOW_BITES, avow_printf (d->arena, "%s: %s", d->f->subject, own ? own : "the result"),
            before ? avow_printf (d->arena, "%s is in '%s', which holds '%s' on entry", d->f->subject,
                                  register_name (d, regno), before)
                   : avow_printf (d->arena, "%s is in '%s', which holds nothing on entry",
                                  d->f->subject, register_name (d, regno)));
}

static void
shared_register (struct damage *d)
{
  int regno = register_of (d, operand_of (d));
  int loc = avow_location (d->stmt->target.arch, d->f->subject);

  if (regno < 0)
    regno = avow_regno (d->stmt->target.arch, loc);
  if (regno >= 0)
    decide (d, AVOW_BITES, avow_printf (d->arena, "%s: an operand", register_name (d, regno)),
            avow_printf (d->arena, "'%s' serves both", register_name (d, regno)));
}

/* The red zone matters when this function keeps something there.  */
static void
red_zone (struct damage *d)
{
  const char *name;

  if (!avow_red_zone_used ())
    decide (d, AVOW_LATENT, NULL, "this function keeps nothing below the stack pointer");
  else if (!avow_below_stack_needed (d->a->insn, d->f->bytes ? d->f->bytes : ~uint64_t (0), &name))
    decide (d, AVOW_LATENT, NULL, "nothing of what it overwrites is needed any more");
  else if (name)
    decide (d, AVOW_BITES, avow_printf (d->arena, "red zone: '%s'", name),
            avow_printf (d->arena, "'%s' is kept below the stack pointer", name));
  else
    decide (d, AVOW_BITES, "red zone: a local variable",
            "a local variable is kept below the stack pointer");
}

/* The core says it again only when the operand's address is made from the stack pointer.  */
static void
moved_operand (struct damage *d)
{
  int k = operand_of (d);

  if (k >= 0)
    decide (d, AVOW_BITES, avow_printf (d->arena, "%s: another object", d->f->subject),
            avow_printf (d->arena, "%s is addressed from the stack pointer", d->f->subject));
}

/* A register variable: is it a call, or an asm that clobbers it, that wrote the register last?  */
static void
lost_variable (struct damage *d)
{
  int regno = register_of (d, operand_of (d));
  rtx_insn *writer = regno >= 0 ? avow_last_writer (d->a->insn, regno) : NULL;

  if (!writer)
    return;
  if (CALL_P (writer) || asm_noperands (PATTERN (writer)) >= 0)
    decide (d, AVOW_BITES, avow_printf (d->arena, "%s: %s", register_name (d, regno), d->f->subject),
            avow_printf (d->arena, "'%s' holds what %s left there", register_name (d, regno),
                         CALL_P (writer) ? "a call" : "another asm statement"));
  else
    decide (d, AVOW_LATENT, NULL,
            avow_printf (d->arena, "'%s' is assigned right in front", register_name (d, regno)));
}

/* A call from the template: as aligned as the function's own frame is.  */
static void
call_alignment (struct damage *d)
{
  HOST_WIDE_INT off = avow_stack_misalignment ();

  if (off == 0)
    decide (d, AVOW_LATENT, NULL, "the stack is aligned at the statement");
  else if (off > 0)
    decide (d, AVOW_BITES, "stack alignment",
            avow_printf (d->arena, "the stack pointer is %d bytes off", (int) off));
}

/* An operand is in the destroyed register, and is needed behind that.  */
static bool
lost_operand (struct damage *d, const struct avow_result *again, const char *name)
{
  for (unsigned i = 0; i < again->n_findings; i++)
    if (again->findings[i].rule == AVOW_RULE_EARLYCLOBBER
        && !strcmp (again->findings[i].subject, name))
      {
        decide (d, AVOW_BITES, avow_printf (d->arena, "%s: an operand", name),
                avow_printf (d->arena, "'%s' is the register of an operand that is still needed",
                             name));
        return true;
      }
  return false;
}

/* ---- the decision ---------------------------------------------------------------------------- */

static bool
repeats (const struct avow_finding *f, const struct avow_result *again)
{
  for (unsigned i = 0; i < again->n_findings; i++)
    if (again->findings[i].rule == f->rule && again->findings[i].insn == f->insn)
      return true;
  return false;
}

static void
assess (struct damage *d, const struct avow_result *again, bool trusted)
{
  const struct avow_arch *arch = d->stmt->target.arch;

  if (!repeats (d->f, again))
    {
      if (trusted)
        decide (d, AVOW_LATENT, NULL, "the operands have registers that exclude it");
      return;
    }
  switch (d->f->rule)
    {
    case AVOW_RULE_CALL_CLOBBER:
      if (!strcmp (d->f->subject, "stack alignment"))
        {
          if (d->f->kind == AVOW_FRAGILE) /* the template leaves it as it is */
            call_alignment (d);
          break;
        }
      /* fall through */
    case AVOW_RULE_CLOBBER_REGISTER:
    case AVOW_RULE_RESERVED_REGISTER:
      {
        int regno = avow_regno (arch, avow_location (arch, d->f->subject));
        if (regno >= 0 && !global_regs[regno] && !lost_operand (d, again, d->f->subject))
          lost_register (d, regno, d->f->subject);
        break;
      }
    case AVOW_RULE_INPUT_MODIFIED:
      modified_input (d);
      break;
    case AVOW_RULE_OUTPUT_READ:
    case AVOW_RULE_OUTPUT_UNWRITTEN:
      unset_output (d);
      break;
    case AVOW_RULE_EARLYCLOBBER:
      shared_register (d);
      break;
    case AVOW_RULE_LIFETIME:
      lost_variable (d);
      break;
    case AVOW_RULE_STACK_OPERAND:
      moved_operand (d);
      break;
    case AVOW_RULE_RED_ZONE:
      red_zone (d);
      break;
    default:
      break;
    }
}

void
avow_assess (struct avow_unit *unit, struct avow_pending *p, const struct avow_asm_insn *a,
             const char *where)
{
  const struct avow_result *first = avow_pending_result (p);
  struct avow_arena *arena = &unit->scratch;
  struct avow_stmt stmt;
  struct avow_result again;
  regset live;

  if (!first->n_findings || !avow_concrete (avow_pending_statement (p), a, arena, &stmt))
    return;
  avow_check (&stmt, &unit->options, arena, &again);
  live = ALLOC_REG_SET (&reg_obstack);
  avow_live_behind (a->insn, live);
  for (unsigned i = 0; i < first->n_findings; i++)
    {
      struct avow_harm harm = { AVOW_BITES_UNKNOWN, NULL, NULL, where };
      struct damage d = { a, &stmt, &first->findings[i], live, arena, &harm };
      assess (&d, &again, again.n_gaps <= first->n_gaps);
      avow_pending_harm (unit, p, i, &harm);
    }
  FREE_REG_SET (live);
}
