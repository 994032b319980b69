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
    = { .disabled = 0, .calls = NULL, .max_items = 200000, .max_steps = 2000000 };

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

static bool
judge_alternative (struct avow_check *ck, unsigned alt)
{
  struct avow_contract contract;
  struct avow_flow flow;
  struct avow_summary summary;
  if (!avow_contract_build (&contract, ck->stmt, alt, ck->arena, contract_gap, ck))
    return false;
  contract.calls = ck->opts->calls;
  if (!ck->body->n_items && !contract.flag_output)
    return true;
  if (!avow_flow_build (&flow, &contract, ck->body, ck->arena)
      || !avow_exec (&summary, &contract, ck->body, &flow, ck->opts->max_steps, ck->arena))
    return false;
  ck->c = &contract;
  ck->s = &summary;
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
