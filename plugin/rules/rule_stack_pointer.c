/* rule_stack_pointer.c - stack-pointer: on some exit the stack pointer is not what it was on entry.  The compiler
   addresses its variables from it and pops its registers by it, and expects it where it left it (GCC manual,
   "Clobbers and Scratch Registers").  */
#include "rules.h"

static const char *
how_far (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  long long n = s->sp_off < 0 ? -s->sp_off : s->sp_off;
  if (s->sp_exit == AVOW_SP_OTHER)
    return "with another value than it had";
  return avow_printf (ck->arena, "%s%lld byte%s %s", s->sp_off_exact ? "" : "at least ", n, n == 1 ? "" : "s",
                      s->sp_off < 0 ? "lower" : "higher");
}

void
avow_rule_STACK_POINTER (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  if (s->sp_exit == AVOW_SP_KEPT)
    return;
  const char *name = avow_loc_name (ck->c, ck->c->arch->isa->loc_sp, ck->arena);
  uint32_t item = s->sp_moved ? s->sp_item : s->sp_exit_item;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_STACK_POINTER, AVOW_DEFECT, item, name,
      "%s moves the stack pointer, and the statement is left with '%s' %s", avow_item_text (ck, item), name, how_far (ck));
  avow_fix (ck, f, "restore '%s' on every way out of the same statement: the compiler addresses variables from it", name);
}
