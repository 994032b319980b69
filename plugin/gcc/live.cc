/* live.cc - what lives in a register or in the red zone behind an asm statement, and what it is called.

   Liveness is GCC's own (df-problems.cc): the registers that are live at the end of the block, stepped back
   to the statement.  Names are a best effort: the code around is searched for a mention
   of the register that still knows its variable.  */
#include "alloc.h"

#include "function-abi.h"

/* ---- liveness --------------------------------------------------------------------- */

void
avow_live_behind (rtx_insn *insn, regset live)
{
  basic_block bb = BLOCK_FOR_INSN (insn);

  bitmap_copy (live, df_get_live_out (bb));
  df_simulate_initialize_backwards (bb, live);
  for (rtx_insn *i = BB_END (bb); i && i != insn; i = PREV_INSN (i))
    if (INSN_P (i))
      df_simulate_one_insn_backwards (bb, i, live);
}

/* ---- names ---------------------------------------------------------------------------- */

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

static bool
is_register (const_rtx x, unsigned regno)
{
  return REG_P (x) && REGNO (x) <= regno && regno < END_REGNO (x);
}

/* A mention of REGNO in X: its variable's name or NULL; *BYTES grows to its width.  */
static const char *
mention (const_rtx x, unsigned regno, unsigned *bytes)
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
          name = name_of (REG_EXPR (*iter));
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

/* Uses behind INSN, as the code is laid out, up to where the register is written.  */
static const char *
name_from_uses (rtx_insn *insn, unsigned regno, unsigned *bytes)
{
  const char *name = NULL;

  insn = NEXT_INSN (insn);
  for (int n = 0; insn && n < MAX_LOOK && !(name && *bytes); insn = NEXT_INSN (insn), n++)
    {
      df_ref use;
      if (!NONDEBUG_INSN_P (insn))
        continue;
      FOR_EACH_INSN_USE (use, insn)
        if (DF_REF_REGNO (use) == regno && !name)
          name = mention (PATTERN (insn), regno, bytes);
      if (sets (insn, regno))
        break;
    }
  return name;
}

/* What a value was made of: the first name in the source of the instruction that set it.  */
static const char *
name_of_source (rtx_insn *insn, bool *copied)
{
  subrtx_iterator::array_type array;
  rtx set = single_set (insn);

  if (!set)
    return NULL;
  *copied = REG_P (SET_SRC (set)) || MEM_P (SET_SRC (set));
  FOR_EACH_SUBRTX (iter, array, SET_SRC (set), ALL)
    {
      const_rtx x = *iter;
      const char *name = REG_P (x) ? name_of (REG_EXPR (x)) : MEM_P (x) ? name_of (MEM_EXPR (x))
                         : GET_CODE (x) == SYMBOL_REF ? name_of (SYMBOL_REF_DECL (x)) : NULL;
      *copied = *copied && GET_CODE (x) != SYMBOL_REF;
      if (name)
        return name;
    }
  return NULL;
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

/* Back from INSN to where the register was set.  */
static const char *
name_from_setting (rtx_insn *insn, unsigned regno, bool *copied, unsigned *bytes)
{
  insn = PREV_INSN (insn);
  for (int n = 0; insn && n < MAX_LOOK; insn = PREV_INSN (insn), n++)
    {
      const char *name = name_from_note (insn, regno);
      *copied = true;
      if (!name && NONDEBUG_INSN_P (insn) && sets (insn, regno))
        {
          name = mention (PATTERN (insn), regno, bytes);
          return name ? name : name_of_source (insn, copied);
        }
      if (name)
        return name;
    }
  return insn ? NULL : name_of_parameter (regno);
}

const char *
avow_value_name (rtx_insn *insn, unsigned regno, struct avow_arena *arena, unsigned *bytes)
{
  bool copied = true;
  const char *name;

  *bytes = 0;
  name = name_from_uses (insn, regno, bytes);
  if (!name)
    name = name_from_setting (insn, regno, &copied, bytes);
  if (!name)
    return "a value that is used later";
  name = avow_printf (arena, copied ? "'%s'" : "a value computed from '%s'", name);
  return name ? name : "a value that is used later";
}

const char *
avow_value_before (rtx_insn *insn, unsigned regno, struct avow_arena *arena, unsigned *bytes)
{
  bool copied = true;
  const char *name = name_from_setting (insn, regno, &copied, bytes);

  return name && copied ? avow_printf (arena, "%s", name) : NULL;
}

rtx_insn *
avow_last_writer (rtx_insn *insn, unsigned regno)
{
  for (rtx_insn *i = PREV_INSN (insn); i; i = PREV_INSN (i))
    if (NONDEBUG_INSN_P (i)
        && (sets (i, regno) || (CALL_P (i) && insn_callee_abi (i).clobbers_full_reg_p (regno))))
      return i;
    else if (LABEL_P (i))
      break;
  return NULL;
}

/* ---- the red zone -------------------------------------------------------------------- */

/* The eight-byte words below the stack pointer that an object of SIZE bytes at OFF covers, bit 0 for the
   highest.  */
static uint64_t
words_below (HOST_WIDE_INT off, unsigned size)
{
  uint64_t words = 0;

  for (HOST_WIDE_INT at = off; at < off + (size ? size : 1) && at < 0; at++)
    if (at >= -8 * 64)
      words |= uint64_t (1) << ((-at - 1) / 8);
  return words;
}

/* Where in the frame below the stack pointer X is, or points to; false when it is elsewhere.  */
static bool
offset_below (const_rtx x, HOST_WIDE_INT *off)
{
  if (MEM_P (x))
    x = XEXP (x, 0);
  if (GET_CODE (x) != PLUS || !REG_P (XEXP (x, 0)) || !CONST_INT_P (XEXP (x, 1)))
    return false;
  *off = INTVAL (XEXP (x, 1));
  if (XEXP (x, 0) == hard_frame_pointer_rtx && frame_pointer_needed)
    *off += avow_frame_to_stack ();
  else if (XEXP (x, 0) != stack_pointer_rtx)
    return false;
  return *off < 0;
}

/* A part of X that reads one of WORDS, or takes an address below the stack pointer.  */
static const_rtx
below_stack (const_rtx x, uint64_t words)
{
  subrtx_iterator::array_type array;

  FOR_EACH_SUBRTX (iter, array, x, NONCONST)
    {
      HOST_WIDE_INT off;
      if (!offset_below (*iter, &off))
        continue;
      if (MEM_P (*iter) && !(words_below (off, MEM_SIZE_KNOWN_P (*iter) ? MEM_SIZE (*iter).to_constant () : 8)
                             & words))
        iter.skip_subrtxes ();
      else
        return *iter;
    }
  return NULL_RTX;
}

/* What INSN takes from below the stack pointer, or NULL: a store there takes nothing.  */
static const_rtx
taken_from_below (const rtx_insn *insn, uint64_t words)
{
  rtx set;

  if (!NONDEBUG_INSN_P (insn))
    return NULL_RTX;
  set = single_set (insn);
  return below_stack (set && MEM_P (SET_DEST (set)) ? SET_SRC (set) : PATTERN (insn), words);
}

static bool
has_loop (void)
{
  basic_block bb;
  edge e;
  edge_iterator ei;

  FOR_EACH_BB_FN (bb, cfun)
    FOR_EACH_EDGE (e, ei, bb->succs)
      if (e->flags & EDGE_DFS_BACK || e->dest->index <= bb->index)
        return true;
  return false;
}

bool
avow_below_stack_needed (rtx_insn *insn, uint64_t words, const char **name)
{
  const_rtx x = NULL_RTX;

  for (rtx_insn *i = NEXT_INSN (insn); i && !x; i = NEXT_INSN (i))
    x = taken_from_below (i, words);
  if (!x && has_loop ())
    for (rtx_insn *i = get_insns (); i && i != insn && !x; i = NEXT_INSN (i))
      x = taken_from_below (i, words);
  *name = x && MEM_P (x) ? name_of (MEM_EXPR (x)) : NULL;
  return x != NULL_RTX;
}
