/* rule_cpu_feature.c - cpu-feature: an instruction of an ISA extension that the function is not
   compiled for.  The compiler takes no notice; the processor may.  Programs that ask cpuid first do this on
   purpose, so it is a note, and one for each statement.  */
#include "rules.h"

/* On x86-64 every processor has SSE; who compiles without it wants to keep the compiler out of the
   vector registers (kernels), and says nothing about processors.  */
static bool
registers_forbidden (const struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  return c->arch->mode == AVOW_MODE64 && avow_is_absent (c, c->arch->isa->loc_vec0);
}

void
avow_rule_CPU_FEATURE (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  struct avow_extension ext;

  if (!s->lacking || registers_forbidden (ck)
      || !avow_extension (ck->c->arch, s->lacking_ext, &ext))
    return;
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_CPU_FEATURE, AVOW_FRAGILE, s->lacking_item, ext.name,
                   "%s needs a processor with %s, and this function is compiled for one without; it works "
                   "where the program found out before that it has it",
                   avow_item_text (ck, s->lacking_item), ext.name);
  avow_fix (ck, f, "compile the function with -m%s or __attribute__ ((target (\"%s\"))), or ask cpuid before it",
            ext.option, ext.option);
}
