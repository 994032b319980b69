/* names.cc - what a value that is lost is called: the variable of the source, where GCC still knows it.

   Registers and memory carry the variable that they were made for (REG_EXPR, MEM_EXPR).  Optimisation loses many of
   these, so the code around is searched for a mention that still has one: uses behind the statement,
   then what set the register.  Some registers have a role of their own.  */
#include "alloc.h"

#include "function-abi.h"

/* How far to look; beyond, a name would be guesswork.  */
#define MAX_LOOK 200

/* The name of what EXPR (REG_EXPR, MEM_EXPR) stands for, or NULL.  */
static const char *
name_of (tree expr)
{
  if (expr && TREE_CODE (expr) == SSA_NAME)
    expr = SSA_NAME_VAR (expr);
  if (expr && !DECL_P (expr))
    expr = get_base_address (expr);
  if (expr && TREE_CODE (expr) == MEM_REF)
    return name_of (TREE_OPERAND (expr, 0));
  if (!expr || !DECL_P (expr) || !DECL_NAME (expr) || DECL_IGNORED_P (expr))
    return NULL;
  return IDENTIFIER_POINTER (DECL_NAME (expr));
}

/* The variable that register X was made for.  GCC also keeps the register of a variable with it (set_rtl,
   cfgexpand.cc), which helps where a result or another variable shares that.  */
static const char *
name_of_reg (const struct avow_function *fn, const_rtx x)
{
  const char *name = name_of (REG_EXPR (x));

  if (!name && ORIGINAL_REGNO (x) >= FIRST_PSEUDO_REGISTER)
    for (const struct avow_reg_variable &r : fn->registers)
      if (r.pseudo == ORIGINAL_REGNO (x) && (name = name_of (r.decl)))
        break;
  return name;
}

static bool
is_register (const_rtx x, unsigned regno)
{
  return REG_P (x) && REGNO (x) <= regno && regno < END_REGNO (x);
}

const char *
avow_quoted (struct avow_arena *arena, const char *name, const char *instead)
{
  const char *quoted = name ? avow_printf (arena, "'%s'", name) : NULL;

  return quoted ? quoted : instead;
}

/* ---- registers ------------------------------------------------------------------------ */

/* A mention of REGNO in X: its variable's name or NULL; *BYTES grows to its width.  */
static const char *
mention (const struct avow_function *fn, const_rtx x, unsigned regno, unsigned *bytes)
{
  subrtx_iterator::array_type array;
  const char *name = NULL;

  FOR_EACH_SUBRTX (iter, array, x, NONCONST)
    if (is_register (*iter, regno))
      {
        unsigned size = GET_MODE_SIZE (GET_MODE (*iter)).to_constant ();
        if (size > *bytes)
          *bytes = size;
        if (!name)
          name = name_of_reg (fn, *iter);
      }
  return name;
}

static bool
sets (rtx_insn *insn, unsigned regno)
{
  df_ref def;

  FOR_EACH_INSN_DEF (def, insn)
    if (DF_REF_REGNO (def) == regno)
      return true;
  return false;
}

/* What is looked for in the uses of an instruction.  */
struct sought
{
  const struct avow_function *fn;
  unsigned regno, bytes;
  const char *name;
};

static void
note_use (rtx *x, void *data)
{
  struct sought *s = (struct sought *) data;
  const char *name = mention (s->fn, *x, s->regno, &s->bytes);

  if (!s->name)
    s->name = name;
}

/* From INSN, which counts, to the end of its block BB; true when the register is written, or its name found.  */
static bool
search_uses (rtx_insn *insn, basic_block bb, struct sought *s, int *budget)
{
  for (; insn; insn = NEXT_INSN (insn))
    {
      if (NONDEBUG_INSN_P (insn))
        {
          note_uses (&PATTERN (insn), note_use, s);
          if (--*budget < 0 || (s->name && s->bytes) || sets (insn, s->regno))
            return true;
        }
      if (insn == BB_END (bb))
        break;
    }
  return false;
}

/* Uses behind INSN, on all paths, up to where the register is written.  */
static const char *
name_from_uses (const struct avow_function *fn, rtx_insn *insn, unsigned regno, unsigned *bytes)
{
  struct sought s = { fn, regno, 0, NULL };
  basic_block bb = BLOCK_FOR_INSN (insn);
  auto_vec<basic_block> work;
  auto_bitmap seen;
  int budget = MAX_LOOK;
  edge e;
  edge_iterator ei;

  if (insn == BB_END (bb) || !search_uses (NEXT_INSN (insn), bb, &s, &budget))
    work.safe_push (bb);
  while (!work.is_empty () && !s.name && budget > 0)
    {
      bb = work.pop ();
      FOR_EACH_EDGE (e, ei, bb->succs)
        if (e->dest != EXIT_BLOCK_PTR_FOR_FN (cfun) && bitmap_set_bit (seen, e->dest->index)
            && !search_uses (BB_HEAD (e->dest), e->dest, &s, &budget))
          work.safe_push (e->dest);
    }
  *bytes = s.bytes;
  return s.name;
}

/* How a name belongs to a value.  */
enum relation { IS, LOADED_FROM, COMPUTED_FROM, RETURNED_BY };

static const char *
name_in (const struct avow_function *fn, const_rtx x)
{
  switch (GET_CODE (x))
    {
    case REG: return name_of_reg (fn, x);
    case MEM: return name_of (MEM_EXPR (x));
    case SYMBOL_REF: return name_of (SYMBOL_REF_DECL (x));
    default: return NULL;
    }
}

static enum relation
relation_to (const_rtx source)
{
  if (REG_P (source) || (MEM_P (source) && MEM_EXPR (source) && DECL_P (MEM_EXPR (source))))
    return IS;
  return MEM_P (source) ? LOADED_FROM : COMPUTED_FROM;
}

/* What a value was made of: the first name in the source of the instruction that set it.  *NAMELESS: a register in
   there, or NULL.  */
static const char *
name_of_source (const struct avow_function *fn, rtx_insn *insn, enum relation *rel, const_rtx *nameless)
{
  subrtx_iterator::array_type array;
  rtx set = single_set (insn);

  *nameless = NULL;
  if (CALL_P (insn))
    {
      *rel = RETURNED_BY;
      return avow_callee_name (insn);
    }
  if (!set)
    return NULL;
  *rel = relation_to (SET_SRC (set));
  FOR_EACH_SUBRTX (iter, array, SET_SRC (set), ALL)
    {
      if (const char *name = name_in (fn, *iter))
        return name;
      if (REG_P (*iter) && !*nameless)
        *nameless = *iter;
    }
  return NULL;
}

/* The name that INSN gives register REGNO, which it sets.  */
static const char *
name_of_dest (const struct avow_function *fn, rtx_insn *insn, unsigned regno, unsigned *bytes)
{
  const_rtx pattern = PATTERN (insn);
  const char *name = NULL;
  int n = GET_CODE (pattern) == PARALLEL ? XVECLEN (pattern, 0) : 1;

  for (int i = 0; i < n && !name; i++)
    {
      const_rtx part = GET_CODE (pattern) == PARALLEL ? XVECEXP (pattern, 0, i) : pattern;
      if (GET_CODE (part) == SET && !MEM_P (SET_DEST (part)))
        name = mention (fn, SET_DEST (part), regno, bytes);
    }
  return name;
}

/* With -g the notes of variable tracking say it.  */
static const char *
name_from_note (rtx_insn *note, unsigned regno)
{
  rtx loc;

  if (!NOTE_P (note) || NOTE_KIND (note) != NOTE_INSN_VAR_LOCATION)
    return NULL;
  loc = NOTE_VAR_LOCATION_LOC (note);
  return loc && is_register (loc, regno) ? name_of (NOTE_VAR_LOCATION_DECL (note)) : NULL;
}

/* The parameter that comes in with register REGNO.  */
static const char *
name_of_parameter (unsigned regno)
{
  for (tree p = DECL_ARGUMENTS (current_function_decl); p; p = DECL_CHAIN (p))
    {
      rtx in = DECL_INCOMING_RTL (p);
      if (in && is_register (in, regno))
        return name_of (p);
    }
  return NULL;
}

/* A note in front of INSN, up to where the register was set.  */
static const char *
name_from_notes (rtx_insn *insn, unsigned regno)
{
  const char *name = NULL;

  insn = PREV_INSN (insn);
  for (int n = 0; insn && n < MAX_LOOK && !name && !(NONDEBUG_INSN_P (insn) && sets (insn, regno)); n++)
    {
      name = name_from_note (insn, regno);
      insn = PREV_INSN (insn);
    }
  return name;
}

/* How often to look behind a register without a name.  */
#define MAX_DEPTH 3

static const char *name_from_setting (const struct avow_function *, rtx_insn *, unsigned, enum relation *, unsigned *, int);

/* The name of what INSN computes, or what that is computed from.  */
static const char *
name_from_source (const struct avow_function *fn, rtx_insn *insn, enum relation *rel, int depth)
{
  enum relation there;
  const_rtx nameless;
  unsigned bytes;
  const char *name = name_of_source (fn, insn, rel, &nameless);

  if (name || !nameless || depth == MAX_DEPTH)
    return name;
  name = name_from_setting (fn, insn, REGNO (nameless), &there, &bytes, depth + 1);
  if (*rel == IS)
    *rel = there;
  else if (there == RETURNED_BY)
    return NULL; /* (this is not what the call returned) */
  return name;
}

/* Back from INSN to where the register was set, on any path.  */
static const char *
name_from_setting (const struct avow_function *fn, rtx_insn *insn, unsigned regno, enum relation *rel, unsigned *bytes, int depth)
{
  struct avow_writers w;
  const char *name = name_from_notes (insn, regno);

  *rel = IS;
  if (name)
    return name;
  avow_find_writers (insn, regno, &w);
  for (unsigned i = 0; i < w.n; i++)
    if ((name = name_of_dest (fn, w.insns[i], regno, bytes)))
      return name;
  for (unsigned i = 0; i < w.n; i++)
    if ((name = name_from_source (fn, w.insns[i], rel, depth)))
      return name;
  *rel = IS;
  return w.entry && !w.n && !w.more ? name_of_parameter (regno) : NULL;
}

/* What a register holds by its role.  */
static const char *
role_of (unsigned regno)
{
  if (regno == HARD_FRAME_POINTER_REGNUM && frame_pointer_needed)
    return "the frame pointer";
  if (crtl->drap_reg && REGNO (crtl->drap_reg) == regno)
    return "the address of the arguments";
  return NULL;
}

/* What the one writer in front of INSN gives REGNO, when that has no name: a constant, an address.  */
static const char *
nameless_value (rtx_insn *insn, unsigned regno, struct avow_arena *arena)
{
  struct avow_writers w;
  const_rtx set;

  avow_find_writers (insn, regno, &w);
  if (w.n != 1 || w.entry || w.more || !(set = single_set (w.insns[0])))
    return NULL;
  if (avow_sets_got (SET_SRC (set)))
    return "the address of the global offset table";
  if (CONST_INT_P (SET_SRC (set)))
    return avow_printf (arena, "the constant " HOST_WIDE_INT_PRINT_DEC, INTVAL (SET_SRC (set)));
  return NULL;
}

const char *
avow_value_name (const struct avow_function *fn, rtx_insn *insn, unsigned regno, struct avow_arena *arena, unsigned *bytes)
{
  static const char *const formats[]
      = { "'%s'", "a value loaded from '%s'", "a value computed from '%s'", "the result of '%s'" };
  enum relation rel = IS;
  const char *name = role_of (regno);

  *bytes = 0;
  if (name)
    return name;
  name = name_from_uses (fn, insn, regno, bytes);
  if (!name)
    name = name_from_setting (fn, insn, regno, &rel, bytes, 0);
  name = name ? avow_printf (arena, formats[rel], name) : nameless_value (insn, regno, arena);
  return name ? name : "a value that is used later";
}

const char *
avow_value_before (const struct avow_function *fn, rtx_insn *insn, unsigned regno, struct avow_arena *arena, unsigned *bytes)
{
  enum relation rel;
  const char *name = name_from_setting (fn, insn, regno, &rel, bytes, 0);

  return name && rel == IS ? avow_printf (arena, "%s", name) : NULL;
}

/* Is input OP tied to operand K?  */
static bool
is_tied (const struct avow_operand *op, int k)
{
  return ISDIGIT (op->constraint[0]) && atoi (op->constraint) == k;
}

const char *
avow_input_name (const struct avow_function *fn, const struct avow_asm_insn *a, const struct avow_stmt *stmt,
                 int but, unsigned regno)
{
  const char *name = NULL;
  unsigned bytes = 0;

  for (unsigned k = 0; k < a->n_operands && !name; k++)
    {
      const struct avow_operand *op = &stmt->operands[k];
      const_rtx x = a->ops[k];
      if ((int) k == but || is_tied (op, but) || (op->is_output && !MEM_P (x)))
        continue;
      if (REG_P (x) && is_register (x, regno) && op->name)
        name = op->name;
      else
        name = mention (fn, x, regno, &bytes);
    }
  return name;
}

/* ---- the frame ------------------------------------------------------------------------- */

/* A register that INSN mentions beside its memory: where a spilled value goes or comes from.  */
static const char *
name_of_register (const struct avow_function *fn, const rtx_insn *insn)
{
  subrtx_iterator::array_type array;

  FOR_EACH_SUBRTX (iter, array, PATTERN (insn), NONCONST)
    {
      const char *name = REG_P (*iter) ? name_of_reg (fn, *iter) : NULL;
      if (name)
        return name;
    }
  return NULL;
}

/* The epilogue takes the caller's registers back, also in one instruction with the stack pointer (leave).  Only such
   slots have no expression; that of a spilled value is "%sfp".  */
static const char *
restored (const struct avow_need *n, const struct avow_arch *arch, struct avow_arena *arena)
{
  const_rtx pattern = PATTERN (n->insn);
  int parts = GET_CODE (pattern) == PARALLEL ? XVECLEN (pattern, 0) : 1;

  for (int i = 0; i < parts && n->mem && !MEM_EXPR (n->mem); i++)
    {
      const_rtx part = GET_CODE (pattern) == PARALLEL ? XVECEXP (pattern, 0, i) : pattern;
      if (GET_CODE (part) == SET && SET_SRC (part) == n->mem && REG_P (SET_DEST (part))
          && !crtl->abi->clobbers_full_reg_p (REGNO (SET_DEST (part))))
        return avow_printf (arena, "the caller's '%s'", avow_register_name (arch, REGNO (SET_DEST (part))));
    }
  return NULL;
}

const char *
avow_need_name (const struct avow_function *fn, const struct avow_need *n, const struct avow_arch *arch,
                struct avow_arena *arena)
{
  const char *name = n->mem ? name_of (MEM_EXPR (n->mem)) : NULL;

  if (n->return_address)
    return "the return address";
  if (!name && n->insn)
    {
      if (const char *saved = restored (n, arch, arena))
        return saved;
      name = name_of_register (fn, n->insn);
    }
  return avow_quoted (arena, name, "a local variable");
}
