/* fuzz_parse.c - any bytes as a statement: the parser must come back with a sane body.

   The first bytes of the input choose architecture, dialect, operands and budget; the rest is
   the template.  With libFuzzer:

     clang -g -O1 -fsanitize=fuzzer,address,undefined -Iplugin -Ibuild/gen testsuite/fuzz/fuzz_parse.c ...

   Without it (-DSTANDALONE) main runs the files named, or, without files,
   N rounds (default 200000) of random and mutated text.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../plugin/arch/arch.h"
#include "../../plugin/arena.h"
#include "../../plugin/asm/insn.h"

#define HEAD 6

static struct avow_arena arena;

#define MUST(cond)                                                                                 \
  do                                                                                               \
    if (!(cond))                                                                                   \
      {                                                                                            \
        fprintf (stderr, "%s:%d: %s\n", __FILE__, __LINE__, #cond);                                \
        abort ();                                                                                  \
      }                                                                                            \
  while (0)

static void
check_rref (const struct avow_stmt *stmt, struct avow_rref r, bool target)
{
  unsigned n = stmt->n_operands + (target ? stmt->n_labels : 0);
  const struct avow_isa *isa = stmt->target.arch->isa;
  MUST (r.reg >= -1 && r.reg < (int)isa->n_regnames);
  MUST (r.operand >= -1 && r.operand < (int)n);
  MUST (r.reg < 0 || r.operand < 0);
}

static unsigned char
sum (struct avow_slice s)
{
  unsigned char n = 0;
  for (uint32_t i = 0; i < s.len; i++)
    n = (unsigned char)(n + (unsigned char)s.p[i]);
  return n;
}

static void
check_op (const struct avow_stmt *stmt, const struct avow_optext *op)
{
  MUST (op->kind <= AVOW_OP_OTHER);
  check_rref (stmt, op->r, op->kind == AVOW_OP_TARGET);
  check_rref (stmt, op->base, false);
  check_rref (stmt, op->index, false);
  check_rref (stmt, op->seg, false);
  check_rref (stmt, op->mask, false);
  check_rref (stmt, op->disp_token, false);
  MUST ((uint64_t)op->off + op->len <= stmt->len);
  if (op->kind == AVOW_OP_REG)
    MUST (op->r.reg >= 0);
  if (op->kind == AVOW_OP_TOKEN)
    MUST (op->r.operand >= 0);
  if (op->kind == AVOW_OP_MEM)
    MUST ((op->index.reg >= 0 || op->index.operand >= 0) == (op->scale != 0));
  static volatile unsigned char sink;
  sink = sum (op->sym);
  (void)sink;
}

static void
check_body (const struct avow_stmt *stmt, const struct avow_body *body, unsigned budget)
{
  int insns = 0;
  static volatile unsigned char sink;
  MUST (body->n_items <= budget);
  for (unsigned i = 0; i < body->n_items; i++)
    {
      const struct avow_item *it = &body->items[i];
      MUST (it->kind <= AVOW_ITEM_ASSIGN && it->n_ops <= AVOW_MAX_OPTEXT);
      MUST ((uint64_t)it->off + it->len <= stmt->len && it->name.len > 0);
      MUST (!(it->prefixes & AVOW_PFX_SEG) || it->seg_reg >= 0);
      if (it->kind == AVOW_ITEM_INSN)
        MUST (it->insn_no == ++insns);
      sink = (unsigned char)(sum (it->name) + sum (it->args));
      for (int k = 0; k < it->n_ops; k++)
        check_op (stmt, &it->ops[k]);
    }
  MUST (insns == (int)body->n_insns);
  for (unsigned i = 0; i < body->n_gaps; i++)
    {
      const struct avow_gap *g = &body->gaps[i];
      MUST (g->reason < AVOW_N_REASONS && g->insn <= insns);
      MUST ((uint64_t)g->offset + g->length <= stmt->len);
      MUST (!g->detail || strlen (g->detail) < 200);
    }
  (void)sink;
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const constraints[] = { "r", "m", "i", "=r", "+m", "x", "0", "rmi" };
  struct avow_operand ops[16];
  struct avow_body body;
  if (size < HEAD)
    return 0;
  memset (ops, 0, sizeof ops);
  for (int i = 0; i < 16; i++)
    {
      unsigned v = data[2] * 7u + (unsigned)i * data[3];
      ops[i].constraint = constraints[v % 8];
      ops[i].type = (uint8_t)(v / 8 % 5);
      ops[i].size = 1u << v / 16 % 5;
      ops[i].const_known = v & 32;
      ops[i].const_value = (int64_t)((uint64_t)data[4] << (v % 60));
    }
  /* A copy of its own, so that a read behind its end is seen.  */
  char *text = malloc (size - HEAD + 1);
  MUST (text);
  memcpy (text, data + HEAD, size - HEAD);
  text = realloc (text, size - HEAD ? size - HEAD : 1);
  struct avow_stmt stmt = { .text = text, .len = size - HEAD, .operands = ops,
                            .target = { .arch = data[0] & 1 ? &avow_arch_i386 : &avow_arch_x86_64,
                                        .dialect = data[0] >> 1 & 1 },
                            .is_basic = (data[0] & 12) == 12,
                            .n_operands = data[1] & 15, .n_outputs = data[1] & 3,
                            .n_labels = data[1] >> 6 };
  unsigned budget = data[5] & 1 ? data[5] : 100000;
  arena.fail_after = data[0] & 128 ? (size_t)data[5] * 64 : 0;
  if (avow_parse (&stmt, budget, &arena, &body))
    check_body (&stmt, &body, budget);
  else
    MUST (arena.failed);
  avow_arena_reset (&arena);
  free (text);
  return 0;
}

#ifdef STANDALONE
static uint64_t state = 88172645463325252u;

static unsigned
roll (unsigned n)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (unsigned)(state >> 20) % n;
}

static const char *const words[] = {
  "mov", "lock", "rep", "; ", "\n", "%0", "%1", "%%eax", "%%xmm1", "%c7", "%z0", "(", ")", ",", "$",
  "8", "0x", "1f", "1:", "foo", ".L%=", "{", "|", "}", "%{", "%}", "*", "+", "-", "[", "]", "[rax",
  "dword ptr", "offset", "fs:", "%%fs:", "%l9", ".byte 0xf3", ".rept 3\n", ".endr\n", ".macro x a\n",
  ".endm\n", ".if", ".endif\n", "# ", "/*", "*/", "\"", "'", "\\", " ", "=", ".", "st(1)", "{z}",
  ".altmacro\n", ".irp i,", ".irpc c,", "\\x ", "\\@", "\\()", "x=", "LOCAL ", ".exitm\n", ".else\n", ".ifc ",
  ".ifdef ", ".ifb ", ".elseif ", ".purgem x\n", "a=5\n", "==", "x 1,%0\n", ".ifeqs \"a\",", "&a", "<", "!", ".if 1\n",
  ".intel_syntax\n", ".att_syntax\n", ".set a,", ".long ", "<<", "rn-sae}", "\001", "\002", "\377", "jmp",
};

static size_t
make_text (uint8_t *buf, size_t cap)
{
  size_t n = 0;
  while (n < HEAD)
    buf[n++] = (uint8_t)roll (256);
  for (unsigned k = roll (30); k && n + 32 < cap; k--)
    if (roll (8) == 0)
      buf[n++] = (uint8_t)roll (256);
    else
      {
        const char *w = words[roll (sizeof words / sizeof *words)];
        memcpy (buf + n, w, strlen (w));
        n += strlen (w);
        if (roll (2))
          buf[n++] = ' ';
      }
  return n;
}

static void
run_file (const char *name)
{
  static uint8_t buf[1 << 22];
  FILE *f = fopen (name, "rb");
  if (!f)
    return;
  size_t n = fread (buf, 1, sizeof buf, f);
  fclose (f);
  LLVMFuzzerTestOneInput (buf, n);
}

int
main (int argc, char **argv)
{
  uint8_t buf[4096];
  unsigned long rounds = 200000;
  if (argc > 1 && argv[1][0] == '-')
    rounds = strtoul (argv[1] + 1, NULL, 10);
  else
    for (int i = 1; i < argc; i++)
      run_file (argv[i]);
  for (unsigned long i = 0; i < rounds && (argc < 2 || argv[1][0] == '-'); i++)
    LLVMFuzzerTestOneInput (buf, make_text (buf, sizeof buf));
  avow_arena_free (&arena);
  puts ("ok");
  return 0;
}
#endif
