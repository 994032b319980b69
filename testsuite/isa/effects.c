/* effects.c - what the plugin's core says about instructions, as JSON, for check-compare.

   Each line of the input is MODE (64 or 32), DIALECT (att or intel) and an instruction,
   separated by tabs; each line of the output is its effect as avow_effect_of()
   computes it, or null where the instruction is not understood.  `avow insn' tells less:
   no bytes, no conditions.  */
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "asm/insn.h"
#include "model/effect.h"
#include "model/flow.h"

static void
no_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  (void)ctx, (void)reason, (void)detail;
}

/* The first instruction of the text; a wait in front of it is not one of its own here.  */
static bool
look_up (struct avow_stmt *stmt, struct avow_arena *arena, struct avow_effect *e)
{
  static struct avow_contract c;
  static struct avow_body body;
  static struct avow_flow flow;
  memset (&body, 0, sizeof body);
  if (!avow_parse (stmt, 16, arena, &body)
      || !avow_contract_build (&c, stmt, 0, arena, no_gap, NULL)
      || !avow_flow_build (&flow, &c, &body, arena) || body.n_insns != 1 || body.n_gaps)
    return false;
  for (unsigned i = 0; i < body.n_items; i++)
    if (body.items[i].kind == AVOW_ITEM_INSN)
      return avow_effect_of (&c, &body.items[i], e) == AVOW_MATCH;
  return false;
}

static void
print (const struct avow_isa *isa, const struct avow_effect *e)
{
  const struct isa_row *r = e->row;
  fputs ("{\"acc\":[", stdout);
  for (unsigned i = 0; i < e->n_acc; i++)
    printf ("%s[%u,%u,%llu,%d]", i ? "," : "", e->acc[i].loc, e->acc[i].role,
            (unsigned long long)e->acc[i].mask, e->acc[i].op);
  fputs ("],\"mem\":[", stdout);
  for (unsigned i = 0; i < e->n_mem; i++)
    {
      const struct avow_memref *m = &e->mem[i];
      printf ("%s[%u,%u,%d,%d,%d,%d]", i ? "," : "", m->role, m->size, m->ea.base, m->ea.index,
              m->op, m->repeated);
    }
  printf ("],\"fr\":%u,\"fw\":%u,\"fc\":%u,\"fu\":%u,\"f0\":%u,\"f1\":%u,\"stack\":%d,"
          "\"unknown\":%d,\"kept\":%d,\"x87\":%d,\"flow\":%u,\"props\":%llu,\"row\":\"%s:%u\"}\n",
          e->flags_r, e->flags_w, e->flags_cw, r->flags_u, r->flags_0, r->flags_1, e->stack,
          e->stack_unknown, e->maybe_kept, r->x87, r->flow, (unsigned long long)r->props,
          isa_str (isa, isa->files[r->file]), r->line);
}

static void
answer (struct avow_arena *arena, char *line)
{
  static struct avow_effect e;
  struct avow_stmt stmt;
  char *dialect = strchr (line, '\t'), *text = dialect ? strchr (dialect + 1, '\t') : NULL;
  memset (&stmt, 0, sizeof stmt);
  if (text)
    {
      stmt.text = text + 1;
      stmt.len = strlen (stmt.text);
      stmt.is_basic = true;
      stmt.target.arch = avow_arch_by_name (strncmp (line, "64", 2) ? "i386" : "x86_64");
      stmt.target.dialect = dialect[1] == 'i' ? AVOW_INTEL : AVOW_ATT;
    }
  if (text && look_up (&stmt, arena, &e))
    print (stmt.target.arch->isa, &e);
  else
    puts ("null");
  avow_arena_reset (arena);
}

int
main (void)
{
  struct avow_arena arena;
  static char line[1000];
  memset (&arena, 0, sizeof arena);
  while (fgets (line, sizeof line, stdin))
    {
      line[strcspn (line, "\n")] = '\0';
      answer (&arena, line);
    }
  avow_arena_free (&arena);
  return ferror (stdin) || fflush (stdout);
}
