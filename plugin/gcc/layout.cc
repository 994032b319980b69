/* layout.cc - where things lie in the frame of the function that is being compiled, after register allocation.

   Places in the frame are counted in bytes from the stack pointer as the prologue leaves it.  A statement may
   stand where arguments of a call have been pushed already; the notes that GCC keeps about them (REG_ARGS_SIZE)
   say how many bytes.  Variables know their place: DECL_RTL of one that lives in memory is an offset from the
   soft frame pointer, which is eliminated at the end only where it is used.  */
#include "alloc.h"

#include "tree-dfa.h"
#include "varasm.h"

/* ---- addresses -------------------------------------------------------------------------- */

/* Arguments are not pushed so many instructions ahead.  */
#define MAX_LOOK 500

/* The bytes of arguments that are pushed in front of INSN.  */
static HOST_WIDE_INT
pushed_before (const rtx_insn *insn)
{
  int n = 0;

  if (crtl->sp_is_unchanging || ACCUMULATE_OUTGOING_ARGS)
    return 0;
  for (const rtx_insn *i = PREV_INSN (insn); i && n < MAX_LOOK; i = PREV_INSN (i), n++)
    if (INSN_P (i))
      if (rtx note = find_reg_note (i, REG_ARGS_SIZE, NULL_RTX))
        return poly_int_rtx_p (XEXP (note, 0)) && CONST_INT_P (XEXP (note, 0)) ? INTVAL (XEXP (note, 0)) : 0;
  return 0;
}

bool
avow_base_and_offset (const_rtx address, const_rtx *base, HOST_WIDE_INT *off)
{
  *off = 0;
  if (GET_CODE (address) == PLUS && CONST_INT_P (XEXP (address, 1)))
    {
      *off = INTVAL (XEXP (address, 1));
      address = XEXP (address, 0);
    }
  *base = address;
  return REG_P (address);
}

bool
avow_frame_place (const struct avow_frame *fr, const rtx_insn *insn, const_rtx address, HOST_WIDE_INT *place)
{
  const_rtx base;

  if (!avow_base_and_offset (address, &base, place))
    return false;
  if (base == stack_pointer_rtx && !cfun->calls_alloca)
    {
      *place -= pushed_before (insn);
      return true;
    }
  if (base != hard_frame_pointer_rtx || !frame_pointer_needed || stack_realign_fp)
    return false;
  *place += fr->sp - fr->fp;
  return true;
}

bool
avow_operand_place (const struct avow_frame *fr, rtx_insn *insn, const_rtx address, HOST_WIDE_INT *place)
{
  const_rtx base, set;
  HOST_WIDE_INT off;
  struct avow_writers w;

  if (avow_frame_place (fr, insn, address, place))
    return true;
  if (!avow_base_and_offset (address, &base, &off) || base == stack_pointer_rtx || base == hard_frame_pointer_rtx)
    return false;
  avow_find_writers (insn, REGNO (base), &w);
  if (w.n != 1 || w.entry || w.more || !(set = single_set (w.insns[0])) || !rtx_equal_p (SET_DEST (set), base)
      || !avow_frame_place (fr, w.insns[0], SET_SRC (set), place))
    return false;
  *place += off;
  return true;
}

/* ---- alignment --------------------------------------------------------------------------- */

/* OFF modulo ALIGN, a power of two.  */
static unsigned
remainder_of (HOST_WIDE_INT off, unsigned align)
{
  return (unsigned) off & (align - 1);
}

static bool
frame_alignment (const struct avow_frame *fr, rtx_insn *insn, const_rtx address, struct avow_alignment *a)
{
  HOST_WIDE_INT place;

  if (!avow_operand_place (fr, insn, address, &place))
    return false;
  a->align = fr->align;
  a->off = remainder_of (place + fr->aligned - fr->sp, fr->align);
  return true;
}

/* Of an object that this unit defines.  Another unit may give an object more than it is declared to have.  */
static bool
object_alignment (const_rtx mem, struct avow_alignment *a)
{
  HOST_WIDE_INT bit = 0, size, off;
  bool reverse;
  tree expr = MEM_EXPR (mem), base;

  if (!expr || !MEM_OFFSET_KNOWN_P (mem) || !MEM_OFFSET (mem).is_constant (&off))
    return false;
  base = DECL_P (expr) ? expr : get_ref_base_and_extent_hwi (expr, &bit, &size, &reverse);
  if (!base || !VAR_P (base) || !is_global_var (base) || DECL_EXTERNAL (base) || !decl_binds_to_current_def_p (base))
    return false;
  off += bit / BITS_PER_UNIT;
  a->align = DECL_ALIGN_UNIT (base);
  a->off = remainder_of (off, a->align);
  return true;
}

void
avow_alignment_of (const struct avow_frame *fr, rtx_insn *insn, const_rtx mem, struct avow_alignment *a)
{
  if (fr->known && frame_alignment (fr, insn, XEXP (mem, 0), a))
    return;
  if (object_alignment (mem, a))
    return;
  a->align = MEM_ALIGN (mem) / BITS_PER_UNIT;
  a->off = 0;
}

/* ---- variables -------------------------------------------------------------------------- */

/* The place of variable DECL in the frame.  */
static bool
variable_place (const struct avow_frame *fr, tree decl, struct avow_variable *v)
{
  const_rtx base, home = DECL_RTL_IF_SET (decl);
  HOST_WIDE_INT off;

  if (!home || !MEM_P (home) || !avow_base_and_offset (XEXP (home, 0), &base, &off))
    return false;
  if (base == frame_pointer_rtx)
    v->place = off + fr->sp - fr->locals;
  else if (base == arg_pointer_rtx && !crtl->stack_realign_needed)
    v->place = off + fr->sp;
  else
    return false;
  v->decl = decl;
  return DECL_SIZE_UNIT (decl) && tree_fits_shwi_p (DECL_SIZE_UNIT (decl))
         && (v->size = tree_to_shwi (DECL_SIZE_UNIT (decl))) > 0;
}

static void
add_variable (struct avow_function *fn, tree decl)
{
  const_rtx home = DECL_RTL_IF_SET (decl);
  struct avow_variable v;

  if (home && REG_P (home))
    fn->registers.safe_push ({ decl, ORIGINAL_REGNO (home) });
  else if (fn->frame.known && variable_place (&fn->frame, decl, &v))
    fn->variables.safe_push (v);
}

static void
add_block (struct avow_function *fn, tree block)
{
  for (tree decl = BLOCK_VARS (block); decl; decl = DECL_CHAIN (decl))
    if (VAR_P (decl) && !is_global_var (decl))
      add_variable (fn, decl);
}

/* The block behind BLOCK in the tree below TOP, or NULL: depth first, and without recursion, as blocks may be nested to any
   depth.  */
static tree
next_block (tree block, tree top)
{
  if (BLOCK_SUBBLOCKS (block))
    return BLOCK_SUBBLOCKS (block);
  while (block != top && !BLOCK_CHAIN (block))
    block = BLOCK_SUPERCONTEXT (block);
  return block == top ? NULL_TREE : BLOCK_CHAIN (block);
}

/* Expansion takes the variables that stand in a block off the function's list (expand_used_vars, cfgexpand.cc).  */
void
avow_lay_out (struct avow_function *fn)
{
  tree decl, top = DECL_INITIAL (current_function_decl);
  unsigned i;

  if (fn->laid_out)
    return;
  fn->laid_out = true;
  avow_frame_facts (&fn->frame);
  FOR_EACH_LOCAL_DECL (cfun, i, decl)
    if (VAR_P (decl) && !is_global_var (decl))
      add_variable (fn, decl);
  for (tree block = top; block && TREE_CODE (block) == BLOCK; block = next_block (block, top))
    add_block (fn, block);
  for (decl = DECL_ARGUMENTS (current_function_decl); decl; decl = DECL_CHAIN (decl))
    add_variable (fn, decl);
}
