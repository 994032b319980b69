/* rule_call_clobber.c - call-clobber: a call of a C function, or of a routine that is described, from inside the template.  The function
   may change every register that the ABI does not save, and any memory; and it expects the stack aligned.

   Registers of inputs are input-modified's; what is neither input, output nor clobber is listed here at once.  */
#include <string.h>

#include "rules.h"

#define MAX_NAMED 12

/* Registers that the call may destroy and the statement does not declare.  */
struct missing
{
  const char *list;     /* for the message; NULL when there are none */
  const char *clobbers; /* all, for the edit; an MMX register is clobbered with its x87 register */
  const char *first;
  bool x87_only;        /* only x87 and MMX registers */
  uint64_t registers[4];
};

static struct missing
find_missing (struct avow_check *ck, const struct avow_call *call)
{
  const struct avow_contract *c = ck->c;
  struct missing m = { NULL, "", NULL, true, { 0 } };
  unsigned n = 0;
  for (unsigned l = 0; l < c->n_hard; l++)
    {
      const struct avow_fate *f = &ck->s->fates[l];
      const struct avow_promise *p = &c->promises[l];
      uint8_t cls = c->arch->isa->locs[l].cls;
      if (!f->changed || f->write_item != call->item || !avow_is_value_register (c, l) || p->in || p->out || p->clobber
          || avow_is_absent (c, l) || avow_declared_as_alias (c, l))
        continue;
      const char *name = avow_loc_name (c, l, ck->arena);
      m.x87_only &= cls == AVOW_RC_ST || cls == AVOW_RC_MM;
      if (!n)
        m.first = name;
      if (n++ < MAX_NAMED)
        m.list = m.list ? avow_printf (ck->arena, "%s, %s", m.list, name) : name;
      if (cls != AVOW_RC_MM && m.clobbers)
        m.clobbers = avow_printf (ck->arena, "%s%s%s", m.clobbers, *m.clobbers ? " " : "", name);
      m.registers[l / 64] |= (uint64_t)1 << l % 64;
    }
  if (n > MAX_NAMED)
    m.list = avow_printf (ck->arena, "%s and %u more", m.list, n - MAX_NAMED);
  return m;
}

static void
registers (struct avow_check *ck, const struct avow_call *call)
{
  struct missing m = find_missing (ck, call);
  if (!m.list)
    return;
  /* In 64-bit code only long double values live there.  */
  bool fragile = m.x87_only && ck->c->arch->mode == AVOW_MODE64;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_CALL_CLOBBER, fragile ? AVOW_FRAGILE : AVOW_DEFECT, call->item, m.first,
      "%s may destroy %s, which the statement does not declare%s", avow_item_text (ck, call->item), m.list,
      fragile ? "; it works as long as no long double value lives across it" : "");
  avow_fix (ck, f, "add them to the clobber list, or call the function in C");
  if (f)
    memcpy (f->registers, m.registers, sizeof f->registers);
  if (m.clobbers && *m.clobbers)
    avow_edit (f, AVOW_EDIT_CLOBBER, -1, m.clobbers);
}

static void
memory (struct avow_check *ck, const struct avow_call *call)
{
  if (!call->memory || ck->c->memory)
    return;
  struct avow_finding *f = avow_find (ck, AVOW_RULE_CALL_CLOBBER, AVOW_DEFECT, call->item, "memory",
                                      "%s calls code that may read and write memory, and \"memory\" is not in the clobber list",
                                      avow_item_text (ck, call->item));
  avow_fix (ck, f, "add \"memory\" to the clobber list");
  avow_edit (f, AVOW_EDIT_CLOBBER, -1, "memory");
}

static void
alignment (struct avow_check *ck, const struct avow_call *call)
{
  if (call->align <= AVOW_ALIGN_RIGHT)
    return;
  bool fragile = call->align == AVOW_ALIGN_AS_ENTRY;
  unsigned need = ck->stmt->target.stack_align;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_CALL_CLOBBER, fragile ? AVOW_FRAGILE : AVOW_DEFECT, call->item, "stack alignment",
      "%s calls a function that expects the stack aligned to %u bytes%s", avow_item_text (ck, call->item), need,
      fragile ? ", and the statement does not align it; it works as long as the function around it calls others itself"
              : ", and the template has moved the stack pointer by something else");
  if (f)
    f->off = call->sp_off;
  avow_fix (ck, f, "save the stack pointer in a register that calls preserve, and round it down (and $-%u)", need);
}

void
avow_rule_CALL_CLOBBER (struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->s->n_calls; i++)
    {
      const struct avow_call *call = &ck->s->calls[i];
      registers (ck, call);
      memory (ck, call);
      alignment (ck, call);
    }
}
