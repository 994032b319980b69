/* live.cc - what lives in a register behind an asm statement, and who wrote a register last in front of it.

   Liveness is GCC's own (df-problems.cc): the registers that are live at the end of the block, stepped back
   to the statement.  */
#include "alloc.h"

#include "function-abi.h"

/* ---- liveness --------------------------------------------------------------------- */

void
avow_live_behind (basic_block bb, const vec<rtx_insn *> &insns, vec<regset> &live)
{
  auto_bitmap now (&reg_obstack);
  unsigned left = insns.length ();

  bitmap_copy (now, df_get_live_out (bb));
  df_simulate_initialize_backwards (bb, now);
  for (rtx_insn *i = BB_END (bb); i && left; i = PREV_INSN (i))
    {
      if (i == insns[left - 1])
        {
          live[--left] = ALLOC_REG_SET (&reg_obstack);
          bitmap_copy (live[left], now);
        }
      if (INSN_P (i))
        df_simulate_one_insn_backwards (bb, i, now);
    }
}

/* ---- writers ------------------------------------------------------------------------- */

/* How many instructions are looked at.  */
#define MAX_LOOK 2000

static bool
clobbers (const rtx_insn *insn, unsigned regno)
{
  const_rtx pattern = PATTERN (insn);

  if (asm_noperands (pattern) < 0 || GET_CODE (pattern) != PARALLEL)
    return false;
  for (int i = 0; i < XVECLEN (pattern, 0); i++)
    {
      const_rtx part = XVECEXP (pattern, 0, i);
      if (GET_CODE (part) == CLOBBER && REG_P (XEXP (part, 0)) && REGNO (XEXP (part, 0)) <= regno
          && regno < END_REGNO (XEXP (part, 0)))
        return true;
    }
  return false;
}

/* Is REGNO what the call at INSN returns its value in?  */
static bool
returns_in (const rtx_insn *insn, unsigned regno)
{
  const_rtx pattern = PATTERN (insn);

  if (GET_CODE (pattern) == PARALLEL)
    pattern = XVECEXP (pattern, 0, 0);
  return GET_CODE (pattern) == SET && refers_to_regno_p (regno, SET_DEST (pattern));
}

/* A call of the sanitizer's, which complains that the program has gone wrong before.  */
static bool
complains (const rtx_insn *insn)
{
  const char *name = avow_callee_name (insn);

  return name && !strncmp (name, "__ubsan_handle", 14);
}

bool
avow_destroys (const rtx_insn *insn, unsigned regno)
{
  return CALL_P (insn) ? !returns_in (insn, regno) && !complains (insn) : clobbers (insn, regno);
}

static bool
writes (rtx_insn *insn, unsigned regno)
{
  df_ref def;

  if (!NONDEBUG_INSN_P (insn))
    return false;
  if (CALL_P (insn) && insn_callee_abi (insn).clobbers_full_reg_p (regno))
    return true;
  FOR_EACH_INSN_DEF (def, insn)
  if (DF_REF_REGNO (def) == regno
      && !(CALL_P (insn) && DF_REF_FLAGS_IS_SET (def, DF_REF_MAY_CLOBBER)))
    return true;
  return false;
}

static void
add_writer (struct avow_writers *w, rtx_insn *insn)
{
  for (unsigned i = 0; i < w->n; i++)
    if (w->insns[i] == insn)
      return;
  if (w->n < AVOW_MAX_WRITERS)
    w->insns[w->n++] = insn;
  else
    w->more = true;
}

/* Backward from INSN, which counts, to the start of its block; true when a writer was met.  */
static bool
search_block (rtx_insn *insn, basic_block bb, unsigned regno, int *budget, struct avow_writers *w)
{
  for (; insn; insn = PREV_INSN (insn))
    {
      if (--*budget < 0)
        w->more = true;
      if (w->more)
        return true;
      if (writes (insn, regno))
        {
          add_writer (w, insn);
          return true;
        }
      if (insn == BB_HEAD (bb))
        break;
    }
  return false;
}

void
avow_find_writers (rtx_insn *insn, unsigned regno, struct avow_writers *w)
{
  basic_block bb = BLOCK_FOR_INSN (insn);
  auto_vec<basic_block> work;
  auto_bitmap seen;
  int budget = MAX_LOOK;
  edge e;
  edge_iterator ei;

  memset (w, 0, sizeof *w);
  if (insn != BB_HEAD (bb) && search_block (PREV_INSN (insn), bb, regno, &budget, w))
    return;
  work.safe_push (bb);
  while (!work.is_empty () && !w->more)
    {
      bb = work.pop ();
      FOR_EACH_EDGE (e, ei, bb->preds)
      if (e->src == ENTRY_BLOCK_PTR_FOR_FN (cfun))
        w->entry = true;
      else if (bitmap_set_bit (seen, e->src->index)
               && !search_block (BB_END (e->src), e->src, regno, &budget, w))
        work.safe_push (e->src);
    }
}

/* The symbol that INSN calls, or NULL.  */
static const_rtx
called_symbol (const rtx_insn *insn)
{
  const_rtx call = CALL_P (insn) ? get_call_rtx_from (insn) : NULL_RTX;
  const_rtx symbol = call && MEM_P (XEXP (call, 0)) ? XEXP (XEXP (call, 0), 0) : NULL_RTX;

  return symbol && GET_CODE (symbol) == SYMBOL_REF ? symbol : NULL_RTX;
}

const char *
avow_callee_name (const rtx_insn *insn)
{
  const_rtx symbol = called_symbol (insn);

  if (!symbol)
    return NULL;
  if (SYMBOL_REF_DECL (symbol) && DECL_NAME (SYMBOL_REF_DECL (symbol)))
    return IDENTIFIER_POINTER (DECL_NAME (SYMBOL_REF_DECL (symbol)));
  return XSTR (symbol, 0) + (XSTR (symbol, 0)[0] == '*');
}

bool
avow_calls_library (const rtx_insn *insn)
{
  const_rtx symbol = called_symbol (insn);

  return symbol && (!SYMBOL_REF_DECL (symbol) || DECL_IN_SYSTEM_HEADER (SYMBOL_REF_DECL (symbol)));
}
