/* rtl.cc - the statements again, when their registers are known.

   A pass before "*free_cfg": behind register allocation, scheduling and the conversion of the x87 stack, and
   the last place with a control-flow graph.  Nothing is changed, and where no statement of the unit
   waits to be looked at (pending.cc) nothing is done.  */
#include "alloc.h"

/* ---- an asm insn, taken apart --------------------------------------------------------------- */

/* A basic asm is an ASM_INPUT, alone or with clobbers in a PARALLEL (final_scan_insn).  */
static const_rtx
basic_asm (const_rtx body)
{
  if (GET_CODE (body) == PARALLEL)
    body = XVECEXP (body, 0, 0);
  return GET_CODE (body) == ASM_INPUT ? body : NULL_RTX;
}

bool
avow_asm_insn (rtx_insn *insn, struct avow_arena *arena, struct avow_asm_insn *a)
{
  rtx body = PATTERN (insn);
  const_rtx basic = basic_asm (body);
  int n = basic ? 0 : asm_noperands (body);
  rtx asm_op;

  memset (a, 0, sizeof *a);
  a->insn = insn;
  if (n < 0)
    return false;
  if (basic)
    {
      a->text = XSTR (basic, 0);
      a->loc = ASM_INPUT_SOURCE_LOCATION (basic);
      a->is_basic = true;
      return true;
    }
  asm_op = extract_asm_operands (body);
  a->n_labels = asm_op ? ASM_OPERANDS_LABEL_LENGTH (asm_op) : 0;
  a->n_operands = n - a->n_labels;
  a->ops = (rtx *) avow_calloc (arena, n + 1, sizeof *a->ops);
  a->constraints = (const char **) avow_calloc (arena, n + 1, sizeof *a->constraints);
  if (!a->ops || !a->constraints)
    return false;
  a->text = decode_asm_operands (body, a->ops, NULL, a->constraints, NULL, &a->loc);
  return true;
}

/* ---- where a copy stands ------------------------------------------------------------------------ */

static const char *
printable_name (tree function)
{
  return lang_hooks.decl_printable_name (function, 1);
}

/* The function that BLOCK is the inlined body of, or NULL.  */
static tree
inlined_function (tree block)
{
  tree origin = BLOCK_ABSTRACT_ORIGIN (block);

  while (origin && TREE_CODE (origin) == BLOCK && BLOCK_ABSTRACT_ORIGIN (origin) != origin)
    origin = BLOCK_ABSTRACT_ORIGIN (origin);
  return origin && TREE_CODE (origin) == FUNCTION_DECL ? origin : NULL_TREE;
}

/* "'main'", or with the inlining that led here: "'main' (inlined: 'f' into 'g')".  */
static const char *
whereabouts (const rtx_insn *insn, struct avow_arena *arena)
{
  const char *here = avow_printf (arena, "'%s'", printable_name (current_function_decl));
  const char *chain = NULL;

  for (tree block = INSN_HAS_LOCATION (insn) ? LOCATION_BLOCK (INSN_LOCATION (insn)) : NULL_TREE;
       block && TREE_CODE (block) == BLOCK; block = BLOCK_SUPERCONTEXT (block))
    if (tree f = inlined_function (block))
      chain = chain ? avow_printf (arena, "%s into '%s'", chain, printable_name (f))
                    : avow_printf (arena, "'%s'", printable_name (f));
  return chain ? avow_printf (arena, "%s (inlined: %s)", here, chain) : here;
}

/* ---- the pass --------------------------------------------------------------------------------------- */

/* The function whose body the copy at INSN comes from.  */
static tree
written_in (const rtx_insn *insn)
{
  for (tree block = INSN_HAS_LOCATION (insn) ? LOCATION_BLOCK (INSN_LOCATION (insn)) : NULL_TREE;
       block && TREE_CODE (block) == BLOCK; block = BLOCK_SUPERCONTEXT (block))
    if (tree f = inlined_function (block))
      return f;
  return current_function_decl;
}

/* The statement at INSN, if it waits, taken apart in A.  */
static struct avow_pending *
waiting_at (struct avow_unit *unit, rtx_insn *insn, struct avow_asm_insn *a)
{
  if ((!NONJUMP_INSN_P (insn) && !JUMP_P (insn)) || !avow_asm_insn (insn, &unit->scratch, a))
    return NULL;
  a->function = written_in (insn);
  return avow_pending_for (unit, a);
}

static void
visit_copy (struct avow_unit *unit, struct avow_function *fn, rtx_insn *insn, regset live)
{
  struct avow_asm_insn a;
  struct avow_pending *p = waiting_at (unit, insn, &a);

  if (!p)
    return;
  const char *where = whereabouts (insn, &unit->scratch);
  char *text = avow_render (&a);
  const struct avow_copy copy
      = { NULL, printable_name (current_function_decl), text ? text : "", 1 };
  avow_pending_copy (unit, p, &copy);
  free (text);
  if (live && avow_pending_asks (p))
    avow_assess (unit, fn, p, &a, live, where);
}

/* Dead code stays: with the flag, df_analyze would remove it.  */
static void
analyze (struct avow_function *fn)
{
  int old;

  if (fn->analyzed)
    return;
  old = df_clear_flags (DF_LR_RUN_DCE);
  df_analyze ();
  if (old & DF_LR_RUN_DCE)
    df_set_flags (DF_LR_RUN_DCE);
  fn->analyzed = true;
}

/* The statements of block BB, in their order.  Liveness is known from the end backward: one walk
   keeps it for all of them.  */
static void
visit_block (struct avow_unit *unit, struct avow_function *fn, basic_block bb)
{
  auto_vec<rtx_insn *> insns;
  auto_vec<regset> live;
  struct avow_asm_insn a;
  rtx_insn *insn;
  bool asked = false;

  FOR_BB_INSNS (bb, insn)
  {
    if (const struct avow_pending *p = waiting_at (unit, insn, &a))
      {
        insns.safe_push (insn);
        asked |= avow_pending_asks (p);
      }
    avow_arena_reset (&unit->scratch);
  }
  if (insns.is_empty ())
    return;
  live.safe_grow_cleared (insns.length ());
  if (asked)
    {
      analyze (fn);
      avow_live_behind (bb, insns, live);
    }
  for (unsigned i = 0; i < insns.length (); i++)
    {
      visit_copy (unit, fn, insns[i], live[i]);
      if (live[i])
        FREE_REG_SET (live[i]);
      avow_arena_reset (&unit->scratch);
    }
}

static void
visit_function (struct avow_unit *unit, function *f)
{
  struct avow_function fn;
  basic_block bb;

  if (!unit->pending)
    return;
  fn.analyzed = fn.laid_out = fn.taken_known = false;
  fn.n_searches = 0;
  FOR_EACH_BB_FN (bb, f)
  visit_block (unit, &fn, bb);
}

static const pass_data avow_rtl_data
    = { RTL_PASS, "*avow-rtl", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

namespace
{
class avow_rtl_pass : public rtl_opt_pass
{
public:
  avow_rtl_pass (struct avow_unit *u) : rtl_opt_pass (avow_rtl_data, g), unit (u) {}
  unsigned int
  execute (function *f) final override
  {
    visit_function (unit, f);
    return 0;
  }

private:
  struct avow_unit *unit;
};
}

void
avow_register_rtl_pass (struct avow_unit *unit)
{
  struct register_pass_info info;

  info.pass = new avow_rtl_pass (unit);
  info.reference_pass_name = "*free_cfg";
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_BEFORE;
  avow_register (unit->name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
