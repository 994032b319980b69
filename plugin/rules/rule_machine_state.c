/* rule_machine_state.c - machine-state: what the compiler takes for granted behind the statement.

   The direction flag is clear (both System V ABIs); the x87 register stack is as the operands and clobbers say
   (GCC manual, "x86 Floating-Point asm Operands"); MXCSR and the x87 control word are as before, unless changing
   them is all that the statement does; the assembler reads on in the same syntax, mode and section.  */
#include <string.h>

#include "rules.h"

/* ---- the processor ---------------------------------------------------------------- */

static void
direction (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  unsigned flags = ck->c->arch->isa->loc_flags;
  if (!(s->fates[flags].changed & ck->c->arch->abi_flags))
    return;
  if (!s->df_left)
    {
      avow_undecided (ck, AVOW_REASON_MACHINE_STATE, s->fates[flags].write_item, NULL);
      return;
    }
  struct avow_finding *f = avow_find (ck, AVOW_RULE_MACHINE_STATE, AVOW_DEFECT, s->df_item, "df",
                                      "%s sets the direction flag, and it is still set at the end: string instructions of "
                                      "the compiled code would run backwards",
                                      avow_item_text (ck, s->df_item));
  avow_fix (ck, f, "end with cld");
}

static void
x87_depth (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  int want = avow_declared_x87_depth (ck->c), have = s->x87_low != want ? s->x87_low : s->x87_high;
  if (!s->any_exit || have == want || have + avow_changed_x87_inputs (ck) == want)
    return;
  if (s->tainted)
    {
      avow_undecided (ck, AVOW_REASON_X87_STACK, AVOW_NO_ITEM, "registers left on the stack, or too many popped");
      return;
    }
  bool absent = avow_is_absent (ck->c, ck->c->arch->isa->loc_st0);
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MACHINE_STATE, absent ? AVOW_FRAGILE : AVOW_DEFECT, s->x87_item, "x87 stack",
      "the template leaves the x87 register stack %d higher than it was, and its operands say %d%s", have, want,
      absent ? "; it works because the compiler does not use the x87 unit with these options" : "");
  avow_fix (ck, f, have > want ? "pop what was pushed, or declare outputs \"=t\", \"=u\""
                               : "declare what is popped: an input \"t\" or \"u\" that a clobber \"st\", \"st(1)\" or an output replaces");
}

/* Does some operand live in an MMX register?  Then the code around the statement is in MMX state as well.  */
static bool
mmx_operands (const struct avow_contract *c)
{
  for (unsigned k = 0; k < c->stmt->n_operands; k++)
    if (c->places[k].kinds & AVOW_K_MM && !(c->places[k].kinds & (AVOW_K_GPR | AVOW_K_MEM)))
      return true;
  return false;
}

static void
mmx (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  unsigned st0 = ck->c->arch->isa->loc_st0;
  if (avow_is_absent (ck->c, st0))
    return;
  if (s->x87_in_mmx)
    {
      struct avow_finding *f = avow_find (
          ck, AVOW_RULE_MACHINE_STATE, AVOW_DEFECT, s->x87_in_mmx_item, "mmx",
          "%s uses the x87 registers, which an MMX instruction before it marked as full", avow_item_text (ck, s->x87_in_mmx_item));
      avow_fix (ck, f, "emms in between");
      return;
    }
  if (!s->mmx_left || mmx_operands (ck->c))
    return;
  bool output = ck->c->promises[st0].out;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MACHINE_STATE, output ? AVOW_DEFECT : AVOW_FRAGILE, s->mmx_item, "mmx",
      "%s makes the x87 registers MMX registers, and no emms follows in the template%s", avow_item_text (ck, s->mmx_item),
      output ? "" : "; it works as long as the code behind it has one before it computes with the x87 unit");
  avow_fix (ck, f, "end with emms");
}

static void
control_word (struct avow_check *ck, unsigned bit, unsigned loc, const char *name, const char *how)
{
  const struct avow_fate *fate = &ck->s->fates[loc];
  if (ck->s->modes_left >> bit & 1)
    {
      struct avow_finding *f = avow_find (ck, AVOW_RULE_MACHINE_STATE, AVOW_DEFECT, fate->write_item, name,
                                          "%s changes %s, the template computes with that, and it is not restored at the end",
                                          avow_item_text (ck, fate->write_item), name);
      avow_fix (ck, f, "%s", how);
    }
  else if (ck->s->modes_doubtful >> bit & 1)
    avow_undecided (ck, AVOW_REASON_MACHINE_STATE, fate->write_item, NULL);
}

/* ---- the assembler ------------------------------------------------------------------- */

/* What directives switch on and off.  */
struct text_state
{
  uint8_t dialect;
  bool intel_mnemonic;
  uint8_t mode;
  uint32_t item[3]; /* the last switch of each */
};

static bool
is (const struct avow_item *it, const char *name)
{
  return it->name.len == strlen (name) && !memcmp (it->name.p, name, it->name.len);
}

static void
read_directive (struct text_state *t, const struct avow_item *it, uint32_t index)
{
  if (is (it, ".intel_syntax") || is (it, ".att_syntax"))
    {
      t->dialect = it->name.p[1] == 'i' ? AVOW_INTEL : AVOW_ATT;
      t->item[0] = index;
    }
  else if (is (it, ".intel_mnemonic") || is (it, ".att_mnemonic"))
    {
      t->intel_mnemonic = it->name.p[1] == 'i';
      t->item[1] = index;
    }
  else if (it->name.len >= 7 && !memcmp (it->name.p, ".code", 5))
    {
      t->mode = it->name.p[5] == '6' ? AVOW_MODE64 : it->name.p[5] == '3' ? AVOW_MODE32 : AVOW_MODE16;
      t->item[2] = index;
    }
}

static void
left (struct avow_check *ck, uint32_t item, const char *subject, const char *back)
{
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_MACHINE_STATE, AVOW_DEFECT, item, subject,
                   "the template leaves the assembler with another %s than it found: the compiler's code behind it is misread",
                   subject);
  avow_fix (ck, f, "end with %s", back);
}

/* Not every function is in .text: main is in .text.startup, code that seldom runs in .text.unlikely (gcc/varasm.cc,
   default_function_section), and with -ffunction-sections each has its own.  */
static void
section_named (struct avow_check *ck, uint32_t item)
{
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MACHINE_STATE, AVOW_DEFECT, item, "section",
      "%s says where the code behind the template goes; it works as long as the function is in .text: main, code that seldom runs and, "
      "with -ffunction-sections, any other are not",
      avow_item_text (ck, item));
  avow_fix (ck, f, "open the other section with .pushsection and end with .popsection");
}

static void
assembler (struct avow_check *ck)
{
  uint8_t dialect = ck->stmt->target.dialect, mode = ck->c->arch->mode;
  struct text_state t = { .dialect = dialect, .mode = mode };
  for (unsigned i = 0; i < ck->body->n_items; i++)
    if (ck->body->items[i].kind == AVOW_ITEM_DIRECTIVE)
      read_directive (&t, &ck->body->items[i], i);
  if (t.dialect != dialect)
    left (ck, t.item[0], "syntax", dialect == AVOW_ATT ? ".att_syntax" : ".intel_syntax noprefix");
  if (t.intel_mnemonic)
    left (ck, t.item[1], "set of mnemonics", ".att_mnemonic");
  if (t.mode != mode)
    left (ck, t.item[2], "code mode", mode == AVOW_MODE64 ? ".code64" : ".code32");
  if (ck->body->altmacro)
    left (ck, AVOW_NO_ITEM, "macro mode", ".noaltmacro");
  if (ck->s->section_named)
    section_named (ck, ck->s->section_named - 1);
  if (ck->s->section_left)
    {
      struct avow_finding *f = avow_find (ck, AVOW_RULE_MACHINE_STATE, AVOW_DEFECT, AVOW_NO_ITEM, "section",
                                          "the template ends in another section than it began: the code behind it goes there too");
      avow_fix (ck, f, "open the section with .pushsection and end with .popsection");
    }
}

void
avow_rule_MACHINE_STATE (struct avow_check *ck)
{
  const struct avow_isa *isa = ck->c->arch->isa;
  direction (ck);
  x87_depth (ck);
  mmx (ck);
  control_word (ck, 0, isa->loc_mxcsr, "MXCSR", "save it with stmxcsr first and end with ldmxcsr");
  control_word (ck, 1, isa->loc_x87control, "the x87 control word", "save it with fnstcw first and end with fldcw");
  assembler (ck);
}
