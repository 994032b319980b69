/* check.c - judge one statement: the list of stages, in order.

     parse      template text -> items               asm/parse.c
     contract   constraints, clobbers -> promise     model/contract.c
     flow       items -> control-flow graph          model/flow.c
     exec       graph x effect tables -> summary     model/exec.c, step.c
     rules      promise x summary -> findings        rules/

   The template is parsed once.  Everything behind it runs once for each
   alternative of the constraints, since GCC may pick any of them; findings are kept once.  */
#include <string.h>

#include "arena.h"
#include "avow.h"
#include "rules/rules.h"

const struct avow_options avow_default_options
    = { .disabled = 0, .max_items = 200000, .max_steps = 2000000 };

#define MAX_ALTERNATIVES 35 /* MAX_RECOG_ALTERNATIVES of GCC: more are an error there */

static void
contract_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  struct avow_check *ck = ctx;
  for (unsigned i = 0; i < ck->body->n_gaps; i++)
    if (ck->body->gaps[i].reason == reason && ck->body->gaps[i].detail
        && !strcmp (ck->body->gaps[i].detail, detail))
      return;
  ck->ok &= avow_body_gap (ck->body, ck->arena, reason, detail, 0, 0, 0);
}

/* By how much the x87 stack must be higher at exit: outputs that come new, less inputs that are
   popped, which are those that an output or a clobber replaces (GCC manual, "x86 Floating-Point asm
   Operands").  */
static int
expected_x87 (const struct avow_contract *c)
{
  int n = 0;
  for (unsigned i = 0; i < 8; i++)
    {
      const struct avow_promise *p = &c->promises[c->arch->isa->loc_st0 + i];
      n += (p->out != 0) - (p->in != 0 && (p->out != 0 || p->clobber != 0));
    }
  return n;
}

/* Control words and modes that are not as they were: no rule is about them yet.  */
static void
machine_state (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  const struct avow_summary *s = ck->s;
  static const char *const words[] = { "mxcsr", "x87control" };
  for (unsigned i = 0; i < 2; i++)
    {
      int loc = avow_location (c->arch, words[i]);
      if (loc >= 0 && s->fates[loc].changed)
        avow_undecided (ck, AVOW_REASON_MACHINE_STATE, s->fates[loc].write_item, NULL);
    }
  if (s->props & ISA_MMX && !(s->props & ISA_EMMS) && !avow_is_absent (c, c->arch->isa->loc_st0))
    avow_undecided (ck, AVOW_REASON_MACHINE_STATE, AVOW_NO_ITEM, "MMX state without emms");
  uint8_t dialect = ck->stmt->target.dialect;
  for (unsigned i = 0; i < ck->body->n_items; i++)
    {
      const struct avow_item *it = &ck->body->items[i];
      if (it->kind == AVOW_ITEM_DIRECTIVE && it->name.len >= 11
          && !memcmp (it->name.p + it->name.len - 7, "_syntax", 7))
        dialect = it->name.p[1] == 'i' ? AVOW_INTEL : AVOW_ATT;
    }
  if (dialect != ck->stmt->target.dialect)
    avow_undecided (ck, AVOW_REASON_MACHINE_STATE, AVOW_NO_ITEM, "assembler syntax left changed");
}

/* What the summary says that no rule is about yet: the statement is not verified.  */
static void
open_questions (struct avow_check *ck, const struct avow_flow *flow)
{
  const struct avow_summary *s = ck->s;
  const struct avow_contract *c = ck->c;
  if (s->fates[c->arch->isa->loc_flags].changed & c->arch->abi_flags)
    avow_undecided (ck, AVOW_REASON_MACHINE_STATE,
                    s->fates[c->arch->isa->loc_flags].write_item, NULL);
  if (s->x87_exit != expected_x87 (c) && s->any_exit)
    avow_undecided (ck, AVOW_REASON_X87_STACK, AVOW_NO_ITEM, "registers left on the stack, or too many popped");
  machine_state (ck);
  if (flow->section_left)
    avow_undecided (ck, AVOW_REASON_SECTION, AVOW_NO_ITEM, "another section at the end");
}

static bool
judge_alternative (struct avow_check *ck, unsigned alt)
{
  struct avow_contract contract;
  struct avow_flow flow;
  struct avow_summary summary;
  if (!avow_contract_build (&contract, ck->stmt, alt, ck->arena, contract_gap, ck))
    return false;
  if (!ck->body->n_items && !contract.flag_output)
    return true;
  if (!avow_flow_build (&flow, &contract, ck->body, ck->arena)
      || !avow_exec (&summary, &contract, ck->body, &flow, ck->opts->max_steps, ck->arena))
    return false;
  ck->c = &contract;
  ck->s = &summary;
  open_questions (ck, &flow);
#define RULE(id, name, brief) avow_rule_##id (ck);
#include "rules/rules.def"
#undef RULE
  ck->c = NULL;
  ck->s = NULL;
  return ck->ok;
}

static void
out_of_memory (struct avow_result *r)
{
  static const struct avow_gap gap
      = { AVOW_REASON_NO_MEMORY, "out of memory", 0, 0, 0, false };
  memset (r, 0, sizeof *r);
  r->verdict = AVOW_UNVERIFIED;
  r->gaps = &gap;
  r->n_gaps = 1;
}

/* Text that is missing from the body (a macro or a branch that is not known) may save and restore
   what the rest changes: nothing can be said of any instruction.  */
static void
forget_findings (struct avow_result *r)
{
  for (unsigned i = 0; i < r->n_gaps; i++)
    switch (r->gaps[i].reason)
      {
      case AVOW_REASON_MACRO: case AVOW_REASON_CONDITIONAL: case AVOW_REASON_REFUSED:
      case AVOW_REASON_FILE:
        r->n_findings = 0;
        break;
      default: break;
      }
}

static enum avow_verdict
verdict (const struct avow_result *r)
{
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].kind == AVOW_DEFECT)
      return AVOW_VIOLATION;
  return r->n_gaps ? AVOW_UNVERIFIED : AVOW_VERIFIED;
}

void
avow_check (const struct avow_stmt *stmt, const struct avow_options *opts,
            struct avow_arena *arena, struct avow_result *result)
{
  struct avow_body body;
  struct avow_check ck = { .stmt = stmt, .opts = opts ? opts : &avow_default_options,
                           .body = &body, .arena = arena, .result = result, .ok = true };
  memset (result, 0, sizeof *result);
  memset (&body, 0, sizeof body);
  if (stmt->n_operands > AVOW_MAX_OPERANDS
      || !avow_parse (stmt, ck.opts->max_items, arena, &body))
    {
      out_of_memory (result);
      return;
    }
  bool alone = stmt->is_toplevel || stmt->target.naked; /* no compiled code around it */
  if (alone && body.n_insns)
    avow_undecided (&ck, stmt->is_toplevel ? AVOW_REASON_TOPLEVEL : AVOW_REASON_NAKED, AVOW_NO_ITEM,
                    NULL);
  unsigned n = avow_n_alternatives (stmt);
  if (n > MAX_ALTERNATIVES)
    {
      avow_undecided (&ck, AVOW_REASON_TOO_LARGE, AVOW_NO_ITEM, "constraint alternatives");
      n = MAX_ALTERNATIVES;
    }
  for (unsigned alt = 0; alt < n && ck.ok && !alone; alt++)
    ck.ok &= judge_alternative (&ck, alt);
  if (!ck.ok || arena->failed)
    {
      out_of_memory (result);
      return;
    }
  result->n_insns = body.n_insns;
  result->gaps = body.gaps;
  result->n_gaps = body.n_gaps;
  forget_findings (result);
  result->verdict = (uint8_t)verdict (result);
}
