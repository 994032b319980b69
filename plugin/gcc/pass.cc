/* pass.cc - find the asm statements of a unit.

   Functions that are compiled: a pass right after the control-flow graph is
   built and cleaned (pass_build_cfg, tree-cfg.cc).  Nothing has been inlined
   or optimised yet, also at -O0, but what can never run is gone: the arms of
   "switch (sizeof (x))" that macros for all widths are made of would otherwise
   be judged with operands they are not written for.

   Functions that are never compiled (an unused static function): their trees
   are looked at when they stand in the main file; those of headers belong to
   the units that use them.  It happens when the call graph drops them, which is
   the only moment when it is known that they were never lowered and the tree
   still exists (symbol_table::analyze_functions, cgraphunit.cc, removes them,
   and cgraph_node::remove calls the removal hooks first).  Those that it keeps
   without a body are found before the IPA passes.

   With -fsyntax-only nothing is lowered: the trees are looked at after parsing.  */
#include "glue.h"

/* ---- statements ------------------------------------------------------------------ */

static void
check_statement (struct avow_unit *unit, gimple_stmt_iterator *gsi)
{
  gimple *g = gsi_stmt (*gsi);
  struct avow_spot spot = { gimple_location (g), current_function_decl, gsi };
  struct avow_stmt stmt;

  if (avow_capture_gimple (gsi, &unit->reads, &unit->scratch, &stmt))
    {
      stmt.names = avow_unit_names (unit, current_function_decl);
      avow_judge (unit, &spot, &stmt);
      avow_names_add_statement (&unit->names, &stmt, &unit->scratch);
    }
  avow_arena_reset (&unit->scratch);
}

/* When linking, what stands in the function was judged when it was compiled; only what becomes of it is
   new.  */
static void
check_linked (struct avow_unit *unit, gimple_stmt_iterator *gsi)
{
  const struct avow_spot spot = { gimple_location (gsi_stmt (*gsi)), current_function_decl, gsi };
  struct avow_stmt stmt;

  if (avow_capture_gimple (gsi, &unit->reads, &unit->scratch, &stmt))
    avow_judge_linked (unit, &spot, &stmt);
  avow_arena_reset (&unit->scratch);
}

static void
check_body (struct avow_unit *unit, function *f)
{
  basic_block bb;

  FOR_EACH_BB_FN (bb, f)
    for (gimple_stmt_iterator gsi = gsi_start_bb (bb); !gsi_end_p (gsi); gsi_next (&gsi))
      if (gimple_code (gsi_stmt (gsi)) == GIMPLE_ASM)
        (unit->link_time ? check_linked : check_statement) (unit, &gsi);
  avow_forget_reads (&unit->reads);
}

/* ---- trees ------------------------------------------------------------------------- */

struct tree_walk
{
  struct avow_unit *unit;
  tree function;
};

static void
visit_tree (tree expr, void *data)
{
  struct tree_walk *walk = (struct tree_walk *) data;
  const struct avow_spot spot = { EXPR_LOCATION (expr), walk->function, NULL };
  struct avow_stmt stmt;

  if (avow_capture_tree (expr, walk->function, &walk->unit->scratch, &stmt))
    {
      stmt.names = avow_unit_names (walk->unit, walk->function);
      avow_judge (walk->unit, &spot, &stmt);
    }
  avow_arena_reset (&walk->unit->scratch);
}

void
avow_check_tree (struct avow_unit *unit, tree function)
{
  struct tree_walk walk = { unit, function };

  avow_visit_asm (DECL_SAVED_TREE (function), visit_tree, &walk);
}

static bool
in_main_file (const_tree decl)
{
  expanded_location at = expand_location (DECL_SOURCE_LOCATION (decl));
  return at.file && main_input_filename && !strcmp (at.file, main_input_filename);
}

/* Whether NODE was parsed and never reached the pass.  */
static bool
is_unlowered (struct cgraph_node *node)
{
  return !node->lowered && !node->alias && !node->thunk && !node->clone_of
         && DECL_SAVED_TREE (node->decl) && !gimple_has_body_p (node->decl)
         && in_main_file (node->decl);
}

void
avow_function_removed (struct cgraph_node *node, void *unit)
{
  if (is_unlowered (node))
    avow_check_tree ((struct avow_unit *) unit, node->decl);
}

void
avow_check_unlowered (struct avow_unit *unit)
{
  struct cgraph_node *node;

  FOR_EACH_FUNCTION (node)
    if (is_unlowered (node))
      avow_check_tree (unit, node->decl);
}

/* ---- the pass ---------------------------------------------------------------------------- */

/* A name that starts with an asterisk makes no dump file, and does not renumber
   those of the other passes.  */
static const pass_data avow_pass_data
    = { GIMPLE_PASS, "*avow", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

namespace
{
class avow_pass : public gimple_opt_pass
{
public:
  avow_pass (struct avow_unit *u) : gimple_opt_pass (avow_pass_data, g), unit (u) {}
  unsigned int
  execute (function *f) final override
  {
    check_body (unit, f);
    return 0;
  }

private:
  struct avow_unit *unit;
};
}

void
avow_register_pass (struct avow_unit *unit)
{
  struct register_pass_info info;

  info.pass = new avow_pass (unit);
  /* The link-time compiler reads functions that have a graph and are optimised, and goes on behind the
     inlining (all_passes, passes.def).  */
  info.reference_pass_name = unit->link_time ? "ehdisp" : "cfg";
  info.ref_pass_instance_number = 1;
  info.pos_op = unit->link_time ? PASS_POS_INSERT_BEFORE : PASS_POS_INSERT_AFTER;
  avow_register (unit->name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
