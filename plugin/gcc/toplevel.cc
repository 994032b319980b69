/* toplevel.cc - asm outside functions: judged by itself, and read for what it defines.

   With -ftoplevel-reorder, the default when optimising, GCC writes all toplevel asm before the first
   function (symbol_table::compile, cgraphunit.cc); without, everything is written in the order of
   the source (output_in_order), which the symbol table has numbered.  All of it
   is in the symbol table before the first function is lowered.  */
#include "glue.h"

/* Functions may come in any order, and each step back means to begin again.  */
#define MAX_MADE 100

static int
order_of (tree function)
{
  symtab_node *node = function ? symtab_node::get (function) : NULL;

  return flag_toplevel_reorder || !node ? INT_MAX : node->order;
}

static void
begin_names (struct avow_unit *unit)
{
  unsigned version = unit->names.version;

  memset (&unit->names, 0, sizeof unit->names);
  unit->names.arena = &unit->names_arena;
  unit->names.version = version + 1;
  unit->names_last = NULL;
  unit->names_made++;
}

const struct avow_names *
avow_unit_names (struct avow_unit *unit, tree function)
{
  int order = order_of (function);
  struct avow_stmt stmt;
  asm_node *node;

  if (!unit->names_made
      || (unit->names_last && unit->names_last->order > order && unit->names_made < MAX_MADE))
    begin_names (unit);
  node = unit->names_last ? avow_next_asm (unit->names_last) : symtab->first_asm_symbol ();
  for (; node && node->order < order; node = avow_next_asm (node))
    {
      if (avow_capture_toplevel (node->asm_str, &stmt))
        avow_names_add_toplevel (&unit->names, &stmt);
      unit->names_last = node;
    }
  return unit->names.n_macros || unit->names.n_symbols ? &unit->names : NULL;
}

void
avow_check_toplevel (struct avow_unit *unit)
{
  const struct avow_spot spot = { UNKNOWN_LOCATION, NULL_TREE, NULL };
  struct avow_names so_far;
  struct avow_stmt stmt;

  memset (&so_far, 0, sizeof so_far);
  so_far.arena = &unit->names_arena;
  for (asm_node *node = symtab->first_asm_symbol (); node; node = avow_next_asm (node))
    {
      if (avow_capture_toplevel (node->asm_str, &stmt))
        {
          stmt.names = &so_far;
          avow_judge (unit, &spot, &stmt);
          avow_names_add_toplevel (&so_far, &stmt);
        }
      avow_arena_reset (&unit->scratch);
    }
}
