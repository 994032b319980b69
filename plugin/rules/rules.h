/* rules.h - what a rule sees, and how it reports.

   A rule is one file rule_NAME.c with one function
       void avow_rule_IDENTIFIER (struct avow_check *ck)
   that compares the contract with the summary and calls avow_find().  rules.def
   lists them; nothing else has to be touched.  */
#ifndef AVOW_RULES_H
#define AVOW_RULES_H

#include "../map.h"
#include "../model/exec.h"

#define AVOW_NO_ITEM UINT32_MAX

struct avow_check
{
  const struct avow_stmt *stmt;
  const struct avow_options *opts;
  const struct avow_contract *c;
  const struct avow_summary *s;
  struct avow_body *body;
  struct avow_arena *arena;
  struct avow_result *result;
  size_t cap_findings;
  struct avow_map known; /* of findings by rule, subject and offset: their numbers, from 1 on */
  bool ok;
};

/* Report RULE about SUBJECT at item ITEM (or AVOW_NO_ITEM).  The message is
   printf-formatted; put the instruction's text in by avow_item_text().  Returns the new finding,
   or NULL when the same was reported before and no less gravely, the rule is off, or
   memory ran out.  */
struct avow_finding *avow_find (struct avow_check *ck, enum avow_rule rule, enum avow_kind kind,
                                uint32_t item, const char *subject, const char *fmt, ...)
#ifdef __GNUC__
    __attribute__ ((format (printf, 6, 7)))
#endif
    ;
/* Say how to mend it, in words.  F may be NULL.  */
void avow_fix (struct avow_check *ck, struct avow_finding *f, const char *fmt, ...)
#ifdef __GNUC__
    __attribute__ ((format (printf, 3, 4)))
#endif
    ;
/* Which bytes of its subject finding F is about.  F may be NULL.  */
static inline void
avow_bytes_changed (struct avow_finding *f, uint64_t bytes)
{
  if (f)
    f->bytes = bytes;
}
/* ... and which access to memory.  F may be NULL.  */
static inline void
avow_bytes_accessed (struct avow_finding *f, const struct avow_reached *m)
{
  if (!f || m->operand < 0 || m->reach != AVOW_REACH_OPERAND || !m->off_known)
    return;
  f->at = 1 + (unsigned)m->operand;
  f->off = m->off;
  f->writes = m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND);
  f->size = m->repeated ? m->extent : m->size;
}
void avow_edit (struct avow_finding *f, enum avow_edit_kind kind, int operand, const char *text);
/* "memory" mends F, which is about a store or about order; and "volatile", where without it the statement could be
   deleted.  The text says the same in words.  */
void avow_edit_memory (const struct avow_check *ck, struct avow_finding *f);
const char *avow_memory_text (const struct avow_check *ck);
/* The statement cannot be judged because of item ITEM.  */
void avow_undecided (struct avow_check *ck, enum avow_reason reason, uint32_t item,
                     const char *detail);

/* The text of item ITEM, white space folded, shortened: 'cpuid'.  */
const char *avow_item_text (struct avow_check *ck, uint32_t item);
/* "%1 ('count')" or "%1" for operand K.  */
const char *avow_operand_text (struct avow_check *ck, unsigned k);
/* The first location of a register that no contract limits: is LOC one that rules about registers
   speak of?  (not the stack pointer, flags, or state that the compiler does not keep values in)  */
bool avow_is_value_register (const struct avow_contract *c, unsigned loc);
/* Where a symbol access goes, for messages: "at 'sym'" or "in the object of operand %1".  */
const char *avow_symbol_text (struct avow_check *ck, const struct avow_reached *m);
/* The names of the registers in SET, quoted: 'xmm0' to 'xmm7', 'k1'.  */
const char *avow_register_list (struct avow_check *ck, const struct avow_locset *set);
/* Does the compiler never allocate register LOC here (-mno-sse, no AVX-512)?  */
bool avow_is_absent (const struct avow_contract *c, unsigned loc);
/* Is LOC an MMX register whose x87 register is declared?  */
bool avow_declared_as_alias (const struct avow_contract *c, unsigned loc);
/* By how much the x87 stack must be higher at exit: outputs that come new, less inputs that are
   popped, which are those that an output or a clobber replaces (GCC manual, "x86 Floating-Point asm
   Operands").  */
int avow_declared_x87_depth (const struct avow_contract *c);
/* How many inputs in x87 registers are changed, or popped, without a word: input-modified is about those.  */
int avow_changed_x87_inputs (const struct avow_check *ck);
/* Is item ITEM a call that leaves the template, so that call-clobber speaks of what it destroys?  */
bool avow_is_call (const struct avow_check *ck, uint32_t item);
/* Why no clobber can give register LOC away here; see rule_reserved_register.c.  */
enum avow_reserved { AVOW_NOT_RESERVED, AVOW_RESERVED_GLOBAL, AVOW_RESERVED_FRAME, AVOW_RESERVED_FIXED };
enum avow_reserved avow_is_reserved (const struct avow_contract *c, unsigned loc);
/* Is operand K only ever memory (or constant) in this alternative?  */
bool avow_is_memory_operand (const struct avow_contract *c, unsigned k);

#define RULE(id, name, brief) void avow_rule_##id (struct avow_check *ck);
#include "rules.def"
#undef RULE

#endif
