/* core_bench.c - time per statement of the core alone: parse and check, no GCC.

   Typical statements, each judged many times; then bodies of 10 to 100,000
   instructions with the budgets lifted, to see that the cost per instruction
   does not grow with the body; then the look-up of every mnemonic of the tables,
   suffixed ones are names of their own there, and of as many words that are none.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "avow.h"
#include "model/isa.h"

static double
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

#define MAX_OPERANDS 6

struct sample
{
  const char *name, *text;
  struct
  {
    const char *constraint;
    bool output;
    uint64_t size;
    bool memory;
  } ops[MAX_OPERANDS];
  const char *clobbers[4];
  bool is_volatile;
};

/* clang-format off */
static const struct sample samples[] = {
  { "barrier", "", { { 0 } }, { "memory" }, true },
  { "nop", "nop", { { 0 } }, { 0 }, true },
  { "lock xadd", "lock; xaddl %0, %1",
    { { "+&r", true, 4, false }, { "+m", true, 4, true } }, { "memory", "cc" }, true },
  { "lock cmpxchg", "lock; cmpxchgq %2, %1",
    { { "=a", true, 8, false }, { "+m", true, 8, true }, { "r", false, 8, false }, { "0", false, 8, false } },
    { "memory", "cc" }, true },
  { "cpuid", "cpuid",
    { { "=a", true, 4, false }, { "=b", true, 4, false }, { "=c", true, 4, false },
      { "=d", true, 4, false }, { "0", false, 4, false }, { "2", false, 4, false } }, { 0 }, true },
  { "mul", "mulq %3",
    { { "=a", true, 8, false }, { "=d", true, 8, false }, { "0", false, 8, false }, { "rm", false, 8, false } },
    { "cc" }, false },
  { "rep movsq", "rep; movsq",
    { { "+D", true, 8, false }, { "+S", true, 8, false }, { "+c", true, 8, false } }, { "memory" }, true },
  { "cpuid without ebx (a defect)", "cpuid",
    { { "+a", true, 4, false }, { "+c", true, 4, false }, { "=d", true, 4, false } }, { 0 }, true },
  { "loop of 5",
    "1:\n\tmovq (%1), %%rax\n\taddq %%rax, %0\n\tleaq 8(%1), %1\n\tdecl %2\n\tjnz 1b",
    { { "+&r", true, 8, false }, { "+&r", true, 8, false }, { "+&r", true, 4, false } },
    { "rax", "memory", "cc" }, true },
};
/* clang-format on */

static void
make_stmt (struct avow_stmt *s, struct avow_operand *ops, const struct sample *in)
{
  memset (s, 0, sizeof *s);
  s->text = in->text;
  s->len = strlen (in->text);
  s->target.arch = avow_arch_by_name ("x86_64");
  s->target.red_zone = true;
  s->operands = ops;
  for (unsigned i = 0; i < MAX_OPERANDS && in->ops[i].constraint; i++)
    {
      memset (&ops[i], 0, sizeof ops[i]);
      ops[i].constraint = in->ops[i].constraint;
      ops[i].is_output = in->ops[i].output;
      ops[i].type = AVOW_TYPE_INT;
      ops[i].size = ops[i].align = in->ops[i].size;
      s->n_outputs += in->ops[i].output;
      s->n_operands++;
    }
  s->clobbers = in->clobbers;
  while (s->n_clobbers < 4 && in->clobbers[s->n_clobbers])
    s->n_clobbers++;
  s->is_volatile = in->is_volatile;
}

static const char *const verdicts[] = { "verified", "violation", "unverified" };

/* Nanoseconds per call: the best of five rounds of N calls.  */
static double
measure (const struct avow_stmt *s, const struct avow_options *opts, unsigned n,
         struct avow_result *r)
{
  struct avow_arena arena;
  double best = 1e300;
  memset (&arena, 0, sizeof arena);
  for (int round = 0; round < 5; round++)
    {
      double start = now ();
      for (unsigned i = 0; i < n; i++)
        {
          avow_arena_reset (&arena);
          avow_check (s, opts, &arena, r);
        }
      double t = (now () - start) / n;
      best = t < best ? t : best;
    }
  avow_arena_free (&arena);
  return best;
}

static void
typical (void)
{
  printf ("%-32s%12s  verdict\n", "statement", "us");
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
    {
      struct avow_operand ops[MAX_OPERANDS];
      struct avow_stmt s;
      struct avow_result r;
      make_stmt (&s, ops, &samples[i]);
      double ns = measure (&s, &avow_default_options, 2000, &r);
      printf ("%-32s%12.2f  %s\n", samples[i].name, ns / 1e3, verdicts[r.verdict]);
    }
}

static void
bodies (void)
{
  static const char line[] = "addq %1, %0\n\tmovq %0, %%rax\n\t";
  struct avow_options wide = avow_default_options;
  wide.max_items = wide.max_steps = 1u << 30;
  printf ("%-32s%12s%12s  verdict with default budgets\n", "instructions", "us", "ns each");
  for (unsigned n = 10; n <= 100000; n *= 10)
    {
      char *text = malloc (sizeof line * n);
      if (!text)
        return;
      *text = '\0';
      char *end = text;
      for (unsigned i = 0; i < n / 2; i++, end += sizeof line - 1)
        memcpy (end, line, sizeof line);
      struct sample in = {
        "body", text, { { "+&r", true, 8, false }, { "r", false, 8, false } }, { "rax", "cc" }, true
      };
      struct avow_operand ops[MAX_OPERANDS];
      struct avow_stmt s;
      struct avow_result r;
      make_stmt (&s, ops, &in);
      double ns = measure (&s, &wide, n >= 10000 ? 1 : 20000 / n, &r);
      measure (&s, &avow_default_options, 1, &r);
      printf ("%-32u%12.1f%12.1f  %s\n", n, ns / 1e3, ns / n, verdicts[r.verdict]);
      free (text);
    }
}

/* ---- look-up of mnemonics ------------------------------------------------------------- */

struct word
{
  char text[24];
  size_t len;
};

/* The mnemonics of the tables in an order that no cache foresees; as MISSES with their last letter
   changed to one that makes no mnemonic.  */
static unsigned
words (const struct avow_isa *isa, struct word *w, bool misses)
{
  unsigned n = 0, step = 7919; /* a prime: visits all */
  for (unsigned i = 0, k = 0; i < isa->n_names; i++, k = (k + step) % isa->n_names)
    {
      const struct isa_name *name = &isa->names[k];
      if (name->len >= sizeof w->text)
        continue;
      memcpy (w[n].text, isa_str (isa, name->str), name->len + 1u);
      w[n].len = name->len;
      if (misses)
        w[n].text[name->len - 1] = '~';
      n += (isa_find (isa, w[n].text, w[n].len) == NULL) == misses;
    }
  return n;
}

static void
lookups (void)
{
  const struct avow_isa *isa = &avow_isa_x86;
  struct word *w = malloc (sizeof *w * isa->n_names);
  if (!w)
    return;
  printf ("%-32s%12s%12s\n", "look-up of", "words", "ns each");
  for (int misses = 0; misses < 2; misses++)
    {
      unsigned n = words (isa, w, misses), found = 0;
      double best = 1e300;
      for (int round = 0; round < 50; round++)
        {
          double start = now ();
          for (unsigned i = 0; i < n; i++)
            found += isa_find (isa, w[i].text, w[i].len) != NULL;
          double t = (now () - start) / n;
          best = t < best ? t : best;
        }
      printf ("%-32s%12u%12.1f\n", misses ? "other words" : "mnemonics", n, best);
      if (found != (misses ? 0 : 50 * n))
        printf ("  wrong: %u found\n", found);
    }
  free (w);
}

int
main (void)
{
  typical ();
  bodies ();
  lookups ();
  return 0;
}
