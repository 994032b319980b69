/* redzone.cc - mode=fix: functions whose statements push give up their red zone.

   From GCC 15 on the clobber "redzone" says it.  Before, a function uses the red zone when it calls nobody and
   the compiler believes that its stack pointer never changes (ix86_compute_frame_layout, config/i386/i386.cc);
   the belief is formed by pass_stack_ptr_mod (stack-ptr-mod.cc), which sees no push in an asm.  A pass behind
   it takes the belief back where a statement that needs it is found, inlined copies included.  */
#include "alloc.h"

/* The statements are known by place and text, as in pending.cc.  */
void
avow_give_up_red_zone (struct avow_unit *unit, location_t loc, const char *text)
{
  uint64_t *keys = (uint64_t *) avow_grow (&unit->keep, unit->pushing, unit->n_pushing,
                                           &unit->cap_pushing, sizeof *keys);

  unit->pushing = keys;
  if (keys)
    keys[unit->n_pushing++] = avow_statement_key (loc, text);
  else
    unit->n_pushing = 0;
}

static bool
pushes (const struct avow_unit *unit, const struct avow_asm_insn *a)
{
  uint64_t key = avow_statement_key (a->loc, a->text);

  for (unsigned i = 0; i < unit->n_pushing; i++)
    if (unit->pushing[i] == key)
      return true;
  return false;
}

static void
visit (struct avow_unit *unit)
{
  struct avow_asm_insn a;

  for (rtx_insn *insn = get_insns (); insn && unit->n_pushing; insn = NEXT_INSN (insn))
    {
      if ((NONJUMP_INSN_P (insn) || JUMP_P (insn)) && avow_asm_insn (insn, &unit->scratch, &a)
          && pushes (unit, &a))
        crtl->sp_is_unchanging = 0;
      avow_arena_reset (&unit->scratch);
    }
}

static const pass_data avow_red_zone_data
    = { RTL_PASS, "*avow-redzone", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0 };

namespace
{
class avow_red_zone_pass : public rtl_opt_pass
{
public:
  avow_red_zone_pass (struct avow_unit *u) : rtl_opt_pass (avow_red_zone_data, g), unit (u) {}
  unsigned int
  execute (function *) final override
  {
    visit (unit);
    return 0;
  }

private:
  struct avow_unit *unit;
};
}

void
avow_register_red_zone_pass (struct avow_unit *unit)
{
  struct register_pass_info info;

  info.pass = new avow_red_zone_pass (unit);
  info.reference_pass_name = "*stack_ptr_mod";
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_AFTER;
  avow_register (unit->name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}
