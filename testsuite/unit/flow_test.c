/* flow_test.c - templates against the graph that is made of them.

   The graph is printed node by node: NUMBER, what follows in falling through, `!' when something else
   leads there, and behind them the targets of its operands (@) and its table edges (F fault, A
   alternative).  Targets: a node, `x' the end of the statement, `o' outside, `?' not understood, `l0' a
   goto label.  The statement has two goto labels, %l0 and %l1, and no operands.  */
#include <stdarg.h>
#include <string.h>

#include "../../plugin/arena.h"
#include "../../plugin/model/flow.h"
#include "check.h"

static char out[1 << 12];
static size_t out_len;
static struct avow_arena arena;

static void
put (const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  int n = vsnprintf (out + out_len, sizeof out - out_len, fmt, ap);
  va_end (ap);
  out_len += (size_t)n < sizeof out - out_len ? (size_t)n : sizeof out - out_len - 1;
}

static void
put_target (int32_t t)
{
  if (t >= 0)
    put ("%d", t);
  else if (t <= AVOW_TO_LABEL0)
    put ("l%d", AVOW_TO_LABEL0 - t);
  else
    put ("%c", t == AVOW_TO_EXIT ? 'x' : t == AVOW_TO_OUT ? 'o' : '?');
}

static void
put_node (const struct avow_flow *f, const struct avow_contract *c, const struct avow_body *b,
          unsigned i)
{
  const struct avow_node *n = &f->nodes[i];
  const struct avow_item *it = &b->items[n->item];
  put ("%s%u%s>", i ? " " : "", i, n->leader ? "!" : "");
  put_target (n->next);
  for (unsigned k = 0; k < it->n_ops; k++)
    if (it->ops[k].sym.len || it->ops[k].r.operand >= 0)
      {
        put ("@");
        put_target (avow_flow_target (f, c, &it->ops[k], n->item));
      }
  for (int32_t e = n->edge; e >= 0; e = f->edges[e].next)
    {
      put (f->edges[e].kind == AVOW_EDGE_FAULT ? "F" : "A");
      put_target (f->edges[e].to);
    }
}

static void
no_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  (void)ctx, (void)reason, (void)detail;
}

static const char *
graph (const char *text)
{
  struct avow_stmt s;
  struct avow_body b;
  struct avow_contract c;
  struct avow_flow f;
  memset (&s, 0, sizeof s);
  memset (&b, 0, sizeof b);
  s.text = text;
  s.len = strlen (text);
  s.n_labels = 2;
  s.target.arch = avow_arch_by_name ("x86_64");
  avow_arena_reset (&arena);
  out_len = 0;
  out[0] = '\0';
  if (!avow_parse (&s, 20000, &arena, &b) || !avow_contract_build (&c, &s, 0, &arena, no_gap, NULL)
      || !avow_flow_build (&f, &c, &b, &arena))
    return "no memory";
  for (unsigned i = 0; i < f.n_nodes; i++)
    put_node (&f, &c, &b, i);
  put (f.section_left ? " left" : "");
  put (b.n_gaps ? " gap" : "");
  return out;
}

static void
want (const char *text, const char *expected)
{
  const char *got = graph (text);
  CHECK (!strcmp (got, expected));
  if (strcmp (got, expected))
    printf ("  %s\n  got    %s\n  wanted %s\n", text, got, expected);
}

static void
labels (void)
{
  want ("nop; nop", "0>1 1>x");
  want ("1: nop; jmp 1b", "0!>1 1>x@0");
  want ("jmp 1f; nop; 1:", "0>1@x 1>x");
  want ("1: jmp 1f; 1: jmp 1b; 1: jmp 1b", "0>1@1 1!>2@1 2!>x@2");
  want ("1: nop; 11: jmp 1b; jmp 11b; jmp 11f", "0!>1 1!>2@0 2>3@1 3>x@o");
  want ("jmp .Lx; nop; .Lx: nop", "0>1@2 1>2 2!>x");
  want ("jmp foo; jmp 1f", "0>1@o 1>x@o");
  want ("jmp 1f+1; 1: nop", "0>1@? 1>x");
  want ("nop; jmp .", "0>1 1!>x@1");
  want ("jmp %l0; lea %l1(%%rip), %%rax", "0>1@l0 1>x@l1");
  want ("jmp 2f; 1: 2: 3: nop; jmp 3b; jmp 1b", "0>1@1 1!>2 2>3@1 3>x@1");
}

static void
sections (void)
{
  want (".text; nop", "0>x");
  want (".pushsection .a.text; nop; .popsection; nop", "0>o 1>x");
  want (".pushsection .a.text; 1: jmp 1f; .popsection; jmp 1b; 1: nop", "0!>o@2 1>2@0 2!>x");
  want (".subsection 1; 1: nop; .subsection 2; nop; .subsection 1; nop; .subsection 0; nop",
        "0>2 1>o 2>o 3>x");
  want (".pushsection .text, 3; nop; .popsection; nop", "0>o 1>x");
  want (".section .x; .long 1; .previous; nop; .previous; .long 2", "0>x left");
  want ("nop; .section .x", "0>x left");
  want (".data; .long 1; .text; nop", "0>x");
  want (".pushsection .data; .subsection 2; .long 5; .popsection; nop", "0>x");
  want (".popsection; nop", "0>x gap");
  want (".pushsection .a; .section .b; .previous; .popsection; nop", "0>x");
}

static void
tables (void)
{
  want ("1: nop; .section __ex_table,\"a\"; .long 1b-., %l1-.; .previous; nop", "0>1Fl1 1>x");
  want ("1: nop; 2: nop; .pushsection __ex_table; .quad 1b, 2b; .popsection", "0>1F1 1!>x");
  want ("1: nop; 2: .pushsection __ex_table; .long (1b) - .; .long (2b) - .; .long 4; .popsection", "0>xFx");
  want ("1: nop; .pushsection __ex_table; .long 1b-., bad-.; .popsection", "0>xFo");
  want ("661: nop; 662: nop; .pushsection .altinstructions; .long 661b - ., 663f - .; .byte 662b-661b, 664f-663f; "
        ".popsection; .pushsection .altinstr_replacement; 663: nop; nop; 664: .popsection",
        "0>1A2 1!>x 2!>3 3>1");
  want ("661: nop; 662: nop; .pushsection .altinstructions; .long 661b - ., 663f - .; .byte 662b-661b, 664f-663f; "
        ".popsection; .pushsection .altinstr_replacement; 663: 664: .popsection",
        "0>1A1 1!>x");
}

/* Many labels are found without looking at all of them for each (the test would take minutes).  */
static void
many (void)
{
  enum { N = 3000 };
  static char text[N * 40];
  size_t n = 0;
  for (unsigned i = 0; i < N; i++)
    n += (size_t)snprintf (text + n, sizeof text - n, ".L%u: 1: jmp .L%u; jmp 1b;", i, N - 1 - i);
  const char *got = graph (text);
  CHECK (!strncmp (got, "0!>1@5998 1>2@0 2!>3@5996 3>4@2 ", 32));
}

int
main (void)
{
  labels ();
  sections ();
  tables ();
  many ();
  avow_arena_free (&arena);
  return check_done ();
}
