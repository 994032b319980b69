/* cover.h - which memory operands cover a memory access.  */
#ifndef AVOW_COVER_H
#define AVOW_COVER_H

#include "rules.h"

enum avow_cover
{
  AVOW_COVERED,
  AVOW_UNCOVERED,     /* certainly by none */
  AVOW_COVER_UNKNOWN  /* an operand might, but its address or extent is not known */
};

/* Does some memory operand that is declared written (WRITE) or read cover access M?  */
enum avow_cover avow_cover (const struct avow_contract *c, const struct avow_reached *m,
                            bool write);

/* Does a memory operand that is declared written (WRITE) or read name just what pointer operand K points to?  */
enum avow_cover avow_cover_pointer (const struct avow_contract *c, unsigned k, bool write);
/* Operand K is handed to a system call, in a register, and may be an address: 1 = it is one, -1 = perhaps.  */
int avow_handed_address (const struct avow_contract *c, unsigned k);
/* M is an access to a memory operand: does it stay inside the bytes of the operand's type?  */
bool avow_within_operand (const struct avow_contract *c, const struct avow_reached *m);
/* M certainly touches bytes outside the declared object that its operand names or points to.
   memory-size reports that, and the other rules about memory then say nothing.  */
bool avow_outside_object (const struct avow_contract *c, const struct avow_reached *m);

/* The operand whose bytes the store (WRITE) or load M begins in, or that it is written as, when it goes on where no operand
   covers it; else -1.  memory-size reports that too.  */
int avow_overrun (const struct avow_contract *c, const struct avow_reached *m, bool write);

/* M reaches a symbol, and that is the very variable which a memory operand that is declared written (WRITE) or read names.  */
bool avow_names_operand (const struct avow_contract *c, const struct avow_reached *m, bool write);

/* All that the template does to the memory behind pointer operand K, or around memory operand K outside of what
   the operand names, when the extent of all of it is known.  */
bool avow_extent (const struct avow_check *ck, unsigned k, struct avow_extent *extent);
/* Finding F, which may be NULL, is mended by declaring what access M reaches, and WRITES or not.  */
void avow_edit_reached (struct avow_check *ck, struct avow_finding *f, const struct avow_reached *m, bool writes);

/* Is M the first access to what it reaches that is to be reported?  *SAID keeps that: a bit for each operand, one
   for all that no operand leads to.  */
bool avow_first_said (const struct avow_reached *m, uint64_t *said);

/* "lock; addl $0, (%rsp)": a fence and no access.  */
static inline bool
avow_is_stack_fence (const struct avow_reached *m)
{
  return m->no_change && m->reach == AVOW_REACH_STACK;
}

/* An exception table speaks of the access: memory that may not be there, and that C code does not touch directly (a
   kernel's user space), unless it is an object of the unit.  */
static inline bool
avow_is_foreign (const struct avow_contract *c, const struct avow_reached *m)
{
  return m->faultable && !(m->reach == AVOW_REACH_POINTER && m->operand >= 0
                           && c->stmt->operands[m->operand].value_is_object);
}

/* Through the shadow stack pointer (rdsspq, wrssq): no object of C lies there.  */
static inline bool
avow_is_shadow_stack (const struct avow_contract *c, const struct avow_reached *m)
{
  return m->reach == AVOW_REACH_POINTER && m->operand < 0 && m->loc < c->n_hard
         && c->arch->isa->locs[m->loc].flags & AVOW_LOC_SHADOW;
}

#endif
