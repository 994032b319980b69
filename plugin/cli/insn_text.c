/* insn_text.c - the answer of `avow insn' for people.

   One line for each thing that there is to say, in the order of a manual: what is read and written
   for sure, what perhaps, the flags by what becomes of them, memory with size and alignment, the stacks, and
   where the instruction exists.  */
#include <stdlib.h>
#include <string.h>

#include "insn.h"

/* How many names from I on are registers of one kind numbered one after the other; three make a run.  */
static unsigned
run_length (const struct names *s, unsigned i)
{
  size_t stem = strcspn (s->at[i], "0123456789");
  unsigned n = 1;
  if (!s->at[i][stem])
    return 1;
  for (long first = strtol (s->at[i] + stem, NULL, 10); i + n < s->n; n++)
    if (strncmp (s->at[i], s->at[i + n], stem) || strtol (s->at[i + n] + stem, NULL, 10) != first + (long)n)
      break;
  return n > 2 ? n : 1;
}

static void
print_list (const char *key, const struct names *s, bool always)
{
  if (!s->n && !always)
    return;
  printf ("  %-10s", key);
  for (unsigned i = 0, n; i < s->n; i += n)
    {
      n = run_length (s, i);
      printf ("%s%s", i ? " " : "", s->at[i]);
      if (n > 1)
        printf ("..%s", s->at[i + n - 1]);
    }
  puts (s->n ? "" : "-");
}

/* ---- registers and flags ------------------------------------------------------------ */

static void
print_accesses (const struct query *q)
{
  const struct avow_effect *e = &q->e;
  struct names reads = { .n = 0 }, writes = { .n = 0 }, maybe_r = { .n = 0 }, maybe_w = { .n = 0 };
  collect_accesses (q, &reads, AVOW_ROLE_R);
  collect_accesses (q, &writes, AVOW_ROLE_W);
  collect_accesses (q, &maybe_r, AVOW_ROLE_RCOND);
  collect_accesses (q, &maybe_w, AVOW_ROLE_WCOND);
  add_flags (q, &reads, e->flags_r);
  add_flags (q, &writes, e->flags_w & ~e->flags_cw & ~e->row->flags_u);
  add_flags (q, &maybe_w, e->flags_cw & ~e->row->flags_u);
  print_list ("reads", &reads, true);
  print_list ("writes", &writes, true);
  print_list ("may read", &maybe_r, false);
  print_list ("may write", &maybe_w, false);
}

static void
print_flags (const struct query *q)
{
  const struct isa_row *row = q->e.row;
  uint32_t written = q->e.flags_w | q->e.flags_cw;
  struct names undefined = { .n = 0 }, cleared = { .n = 0 }, set = { .n = 0 };
  add_flags (q, &undefined, row->flags_u & written);
  add_flags (q, &cleared, row->flags_0 & written);
  add_flags (q, &set, row->flags_1 & written);
  print_list ("undefined", &undefined, false);
  print_list ("cleared", &cleared, false);
  print_list ("set", &set, false);
}

/* ---- memory -------------------------------------------------------------------------- */

static void
print_place (const struct query *q, const struct avow_memref *m)
{
  if (m->ea.seg >= 0)
    printf (" %s:", public_name (q, (unsigned)m->ea.seg));
  if (m->ea.base >= 0)
    printf (" %s", public_name (q, (unsigned)m->ea.base));
  if (m->ea.index >= 0)
    printf ("%s %s*%u", m->ea.base >= 0 ? " +" : "", public_name (q, (unsigned)m->ea.index),
            m->ea.scale ? m->ea.scale : 1);
  if (m->ea.sym.len)
    printf (" + %.*s", (int)m->ea.sym.len, m->ea.sym.p);
  else if (m->ea.disp || (m->ea.base < 0 && m->ea.index < 0))
    printf (" %+lld", (long long)m->ea.disp);
}

/* Why there is more than one access, or perhaps none.  */
static const char *
repetition (const struct query *q)
{
  uint64_t p = q->e.row->props;
  return q->e.rep                        ? ", as often as rcx says"
         : p & (ISA_GATHER | ISA_SCATTER) ? ", for each element that the mask selects"
         : p & ISA_MASKEDMEM              ? ", only where the mask says so"
         : p & ISA_BITBASE                ? ", also outside of it: the bit index reaches anywhere"
                                          : ", several times";
}

static void
print_memory (const struct query *q)
{
  const struct isa_row *row = q->e.row;
  for (unsigned i = 0; i < q->e.n_mem; i++)
    {
      const struct avow_memref *m = &q->e.mem[i];
      printf ("  mem       %s", m->role & AVOW_ROLE_ADDR ? "only its address" : access_name (m->role));
      if (m->role & (AVOW_ROLE_RCOND | AVOW_ROLE_WCOND))
        fputs (" (perhaps)", stdout);
      if (m->size)
        printf (" %u byte%s", m->size, m->size == 1 ? "" : "s");
      else if (!(m->role & AVOW_ROLE_ADDR))
        fputs (" bytes, as many as the state says,", stdout);
      fputs (" at", stdout);
      print_place (q, m);
      unsigned align = row->align == 255 ? m->size : row->align;
      if (align > 1 && m->op >= 0)
        printf (", aligned to %u", align);
      puts (m->repeated ? repetition (q) : "");
    }
}

/* ---- the rest --------------------------------------------------------------------------- */

static void
print_class (const struct query *q)
{
  static const struct { uint64_t bit; const char *says; } table[] = {
    { ISA_PRIV, "privileged (ring 0)" },        { ISA_SYSTEM, "system state" },
    { ISA_IO, "input or output" },              { ISA_NONDET, "result changes by itself" },
    { ISA_ATOMIC, "atomic without lock" },      { ISA_FENCE, "fence" },
    { ISA_SERIAL, "serialising" },              { ISA_NT, "non-temporal" },
    { ISA_PREFETCH, "touches no memory" },      { ISA_LOCKABLE, "lock allowed" },
    { ISA_MXCSR, "uses MXCSR" },                { ISA_MMX, "MMX: marks all x87 registers as used" },
    { ISA_EMMS, "empties the x87 stack" },      { ISA_ORDER, "orders memory" },
    { ISA_VAGUE, "not all effects are documented" },
  };
  const char *between = "  class     ";
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (q->e.row->props & table[i].bit)
      {
        printf ("%s%s", between, table[i].says);
        between = ", ";
      }
  if (*between == ',')
    putchar ('\n');
}

static void
print_flow (const struct query *q)
{
  static const char *const says[]
      = { "", "may jump", "jumps", "calls", "returns", "enters the kernel and comes back",
          "leaves to elsewhere", "never goes on" };
  if (q->e.row->flow && q->e.row->flow < sizeof says / sizeof *says)
    printf ("  flow      %s\n", says[q->e.row->flow]);
}

static void
print_stacks (const struct query *q)
{
  if (q->e.stack_unknown)
    puts ("  stack     by a number of bytes that is no constant");
  else if (q->e.stack)
    printf ("  stack     %+d bytes\n", q->e.stack);
  if (q->e.row->x87)
    printf ("  x87       %s %d\n", q->e.row->x87 > 0 ? "pushes" : "pops",
            q->e.row->x87 > 0 ? q->e.row->x87 : -q->e.row->x87);
}

static void
print_form (void *ctx, const char *form)
{
  (void)ctx;
  printf ("    %s\n", form);
}

static void
print_help (const struct query *q)
{
  struct names near = { .n = 0 };
  if (!q->name.len)
    puts ("  not one instruction that can be read");
  else if (q->match == AVOW_NO_NAME)
    {
      printf ("  no instruction is called '%.*s'\n", (int)q->name.len, q->name.p);
      near_names (q, &near);
      print_list ("near", &near, false);
    }
  else
    {
      printf (q->bare ? "  '%.*s' needs operands:\n" : "  the operands fit none of the forms of '%.*s':\n",
              (int)q->name.len, q->name.p);
      list_forms (q, print_form, NULL);
    }
}

void
text_answer (struct query *q)
{
  const struct avow_isa *isa = q->arch->isa;
  printf ("%.*s\n", (int)q->len, q->text);
  if (!q->known)
    {
      print_help (q);
      return;
    }
  const struct isa_row *row = q->e.row;
  print_accesses (q);
  print_flags (q);
  print_memory (q);
  print_stacks (q);
  print_flow (q);
  print_class (q);
  uint8_t both = AVOW_MODE64 | AVOW_MODE32;
  printf ("  ext       %s%s\n  row       isa/%s:%u\n", isa_str (isa, isa->exts[row->ext]),
          (row->modes & both) == both   ? ""
          : row->modes & AVOW_MODE64 ? ", 64-bit mode only"
                                     : ", 32-bit mode only",
          isa_str (isa, isa->files[row->file]), row->line);
}
