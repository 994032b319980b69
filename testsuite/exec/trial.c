/* trial.c - see trial.h.

   The two checks together prove a row: no bit changes that is not written (one run), and
   nothing that is written depends on what is not read (two runs from states that differ in all
   bits that are not read).  A byte that is surely written must therefore be equal after both runs although it
   was different before; one that is not written for sure may also have stayed.  */
#include "trial.h"

#include <stdio.h>
#include <string.h>

#define EXIT1_AT 64

uint64_t
trial_load (const struct subject *sub)
{
  uint8_t *p = exec_code ();
  memcpy (p, sub->bytes, sub->len);
  exec_put_exit (p + sub->len, 0);
  exec_put_exit (p + EXIT1_AT, 1);
  return (uintptr_t)p + EXIT1_AT;
}

static unsigned
slot_base (const struct subject *sub, const image *entry)
{
  return sub->physical ? 0 : fx_top (entry);
}

static void
turn_top (image *s, int by)
{
  unsigned top = (fx_top (s) + (unsigned)by) & 7;
  uint8_t *p = &s->fx[EXEC_FX_STATUS + 1];
  *p = (uint8_t)((*p & ~0x38) | top << 3);
}

void
trial_run (const struct subject *sub, const struct setup *su, struct outcome *o)
{
  image *in = exec_in ();
  unsigned base = slot_base (sub, &su->s);
  *in = su->s;
  image_unsettle (in, base);
  for (unsigned w = 0; w < EXEC_N_WINDOWS; w++)
    if (su->used >> w & 1)
      memcpy (exec_window (w), su->memory[w], EXEC_PAGE);
  exec_run (exec_code (), &o->end);
  o->f = *exec_out ();
  image_settle (&o->f, base);
  turn_top (&o->f, sub->e.row->x87);
  for (unsigned w = 0; w < EXEC_N_WINDOWS; w++)
    if (su->used >> w & 1)
      memcpy (o->memory[w], exec_window (w), EXEC_PAGE);
}

/* ---- registers ---------------------------------------------------------------------------- */

/* The bits of a state that are compared.  */
static const image *
compared (void)
{
  static image m;
  static bool known;
  if (known)
    return &m;
  image_variable (&m);
  memset (m.fx, 0xff, 4);
  memset (m.fx + EXEC_FX_MXCSR, 0xff, 4);
  memset (m.seg, 0xff, sizeof m.seg);
  m.flags = ~(uint64_t)0x10000; /* RF is the debugger's */
  m.fsbase = m.gsbase = ~(uint64_t)0;
  known = true;
  return &m;
}

static bool
complain_bits (const image *bits, const char *format, char *complaint)
{
  char name[80];
  if (!image_name (bits, name, sizeof name))
    return true;
  snprintf (complaint, MAX_COMPLAINT, format, name);
  return false;
}

static bool
check_changed (const struct subject *sub, const struct setup *su, const struct outcome *o, char *complaint)
{
  image bad;
  const uint64_t *s = image_cwords (&su->s), *f = image_cwords (&o->f), *c = image_cwords (compared ());
  const uint64_t *sure = image_cwords (&sub->sure), *cond = image_cwords (&sub->cond);
  const uint64_t *undefined = image_cwords (&sub->undefined);
  uint64_t *b = image_words (&bad), any = 0;
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    any |= b[i] = (s[i] ^ f[i]) & c[i] & ~sure[i] & ~cond[i] & ~undefined[i];
  return !any || complain_bits (&bad, "changes %s, which is not written", complaint);
}

static bool
check_flags (const struct subject *sub, const struct outcome *o, char *complaint)
{
  image bad;
  memset (&bad, 0, sizeof bad);
  bad.flags = o->f.flags & sub->zero_flags;
  if (bad.flags)
    return complain_bits (&bad, "sets %s, which is cleared", complaint);
  bad.flags = ~o->f.flags & sub->one_flags;
  return !bad.flags || complain_bits (&bad, "clears %s, which is set", complaint);
}

static bool
check_stack (const struct subject *sub, const struct setup *su, const struct outcome *o, char *complaint)
{
  if (!sub->e.stack || sub->e.row->flow == ISA_RET)
    return true;
  int64_t moved = (int64_t)(o->f.gpr[4] - su->s.gpr[4]);
  if (moved == sub->e.stack)
    return true;
  snprintf (complaint, MAX_COMPLAINT, "moves the stack pointer by %d, not by %d", (int)moved, sub->e.stack);
  return false;
}

/* What rows do not say of tags and sticky bits.  */
static bool
check_state (const struct subject *sub, const struct setup *su, const struct outcome *o, char *complaint)
{
  unsigned tag = o->f.fx[EXEC_FX_TAG], sticky = 0x3f;
  const char *what = NULL;
  if (has (sub, ISA_MMX) && (tag != 0xff || fx_top (&o->f)))
    what = "does not make all x87 registers valid and TOP 0";
  if (has (sub, ISA_EMMS) && tag)
    what = "does not empty the x87 registers";
  for (int i = 1; i <= sub->e.row->x87; i++)
    if (!(tag >> (8 - i) & 1))
      what = "does not push onto the x87 stack";
  for (int i = 0; i < -sub->e.row->x87; i++)
    if (tag >> i & 1)
      what = "does not pop the x87 stack";
  if (has (sub, ISA_MXCSR) && su->s.fx[EXEC_FX_MXCSR] & ~o->f.fx[EXEC_FX_MXCSR] & sticky
      && !sub->sure.fx[EXEC_FX_MXCSR])
    what = "clears an exception bit of MXCSR";
  if (what)
    snprintf (complaint, MAX_COMPLAINT, "%s", what);
  return !what;
}

/* The abstract execution follows some values; they have to be these.  */
static bool
check_beliefs (const struct subject *sub, const struct setup *su, const struct outcome *o, char *complaint)
{
  uint64_t df = 1u << 10;
  if (su->s.flags & sub->reads.flags & df)
    return true; /* the ABI has it clear on entry */
  const char *where = beliefs_refuted (&sub->beliefs, sub->c.arch->isa, &su->s, &o->f);
  if (where)
    snprintf (complaint, MAX_COMPLAINT, "%s does not hold the value that is believed to be there", where);
  return !where;
}

/* ---- memory --------------------------------------------------------------------------------- */

/* How byte A may change: 0 not, 1 perhaps, 2 surely.  */
static unsigned
may_write (const struct setup *su, uint64_t a)
{
  unsigned w = 0;
  for (unsigned i = 0; i < su->n_ranges; i++)
    if (a >= su->r[i].lo && a < su->r[i].hi)
      w = su->r[i].sure ? 2 : su->r[i].cond && w < 1 ? 1 : w;
  return w;
}

static bool
complain_memory (const struct setup *su, uint64_t a, const char *what, char *complaint)
{
  int64_t off = su->n_ranges ? (int64_t)(a - su->r[0].lo) : 0;
  snprintf (complaint, MAX_COMPLAINT, "%s (byte %lld of the first operand)", what, (long long)off);
  return false;
}

static bool
check_memory_one (const struct setup *su, const struct outcome *o, char *complaint)
{
  for (unsigned w = 0; w < EXEC_N_WINDOWS; w++)
    {
      if (!(su->used >> w & 1) || !memcmp (su->memory[w], o->memory[w], EXEC_PAGE))
        continue;
      for (unsigned i = 0; i < EXEC_PAGE; i++)
        if (su->memory[w][i] != o->memory[w][i] && !may_write (su, (uintptr_t)exec_window (w) + i))
          return complain_memory (su, (uintptr_t)exec_window (w) + i,
                                  "writes to memory outside of what is written", complaint);
    }
  return true;
}

/* The byte of window memory MEM at A, or NULL.  */
static const uint8_t *
byte_at (const uint8_t mem[][EXEC_PAGE], uint64_t a)
{
  uint64_t off = a - EXEC_WINDOWS;
  return off / EXEC_STRIDE < EXEC_N_WINDOWS && off % EXEC_STRIDE < EXEC_PAGE
           ? &mem[off / EXEC_STRIDE][off % EXEC_STRIDE] : NULL;
}

/* Bytes outside of all written ranges are unchanged in both runs; so only these are looked at.  */
static bool
check_memory_two (const struct setup *a, const struct outcome *fa, const struct setup *b,
                  const struct outcome *fb, char *complaint)
{
  for (unsigned i = 0; i < a->n_ranges; i++)
    if (a->r[i].sure || a->r[i].cond)
      for (uint64_t x = a->r[i].lo; x < a->r[i].hi; x++)
        {
          const uint8_t *p = byte_at (fa->memory, x), *q = byte_at (fb->memory, x);
          if (!p || *p == *q)
            continue;
          uint8_t before = *byte_at (a->memory, x) ^ *byte_at (b->memory, x);
          if (may_write (a, x) == 2 || (*p ^ *q) != before)
            return complain_memory (a, x, "memory depends on what is not read, or is not surely written", complaint);
        }
  return true;
}

/* ---- together ---------------------------------------------------------------------------------- */

bool
trial_check_one (const struct subject *sub, const struct setup *su, const struct outcome *o, char *complaint)
{
  if (o->end.how == EXEC_TIMEOUT)
    {
      snprintf (complaint, MAX_COMPLAINT, "does not end");
      return false;
    }
  if (o->end.how == EXEC_FAULT)
    return true;
  unsigned flow = sub->e.row->flow;
  if ((o->end.exit == 1) > (flow != ISA_NEXT) || (o->end.exit == 0 && flow != ISA_NEXT && flow != ISA_JCC
                                                   && flow != ISA_SYSCALL))
    {
      snprintf (complaint, MAX_COMPLAINT, "goes to exit %d", o->end.exit);
      return false;
    }
  return check_changed (sub, su, o, complaint) && check_flags (sub, o, complaint)
         && check_stack (sub, su, o, complaint) && check_state (sub, su, o, complaint)
         && check_beliefs (sub, su, o, complaint)
         && check_memory_one (su, o, complaint);
}

/* What an empty x87 register holds is nobody's business.  */
static void
forget_empty (image *bad, const struct outcome *a, const struct outcome *b)
{
  unsigned full = a->f.fx[EXEC_FX_TAG] | b->f.fx[EXEC_FX_TAG];
  for (unsigned i = 0; i < 8; i++)
    if (!(full >> i & 1))
      memset (bad->fx + EXEC_FX_ST + 16 * i, 0, 16);
}

/* Bits of FIRM have to be equal; others may also have stayed.  */
static bool
check_registers_two (const struct subject *sub, const image *firm, const struct setup *a,
                     const struct outcome *fa, const struct setup *b, const struct outcome *fb,
                     char *complaint)
{
  image bad;
  const uint64_t *sa = image_cwords (&a->s), *sb = image_cwords (&b->s);
  const uint64_t *ga = image_cwords (&fa->f), *gb = image_cwords (&fb->f);
  const uint64_t *c = image_cwords (compared ()), *sure = image_cwords (firm);
  const uint64_t *undefined = image_cwords (&sub->undefined);
  uint64_t *w = image_words (&bad), any = 0;
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    w[i] = (ga[i] ^ gb[i]) & c[i] & ~((sa[i] ^ sb[i]) & ~sure[i]) & ~undefined[i];
  forget_empty (&bad, fa, fb);
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    any |= w[i];
  return !any || complain_bits (&bad, "%s depends on what is not read, or is not surely written", complaint);
}

static bool
same_end (const struct exec_end *a, const struct exec_end *b)
{
  return a->how == b->how && a->exit == b->exit && a->signal == b->signal;
}

bool
trial_check_two (const struct subject *sub, const struct setup *a, const struct outcome *fa,
                 const struct setup *b, const struct outcome *fb, char *complaint)
{
  if (!same_end (&fa->end, &fb->end))
    {
      snprintf (complaint, MAX_COMPLAINT, "where it goes, or a fault, depends on what is not read");
      return false;
    }
  if (fa->end.how != EXEC_EXIT || sub->nondet)
    return true;
  return check_registers_two (sub, &sub->sure, a, fa, b, fb, complaint)
         && check_memory_two (a, fa, b, fb, complaint);
}

bool
trial_differ (const struct subject *sub, const struct setup *a, const struct outcome *fa,
              const struct setup *b, const struct outcome *fb)
{
  char complaint[MAX_COMPLAINT];
  return !same_end (&fa->end, &fb->end) || !check_registers_two (sub, &sub->valued, a, fa, b, fb, complaint)
         || !check_memory_two (a, fa, b, fb, complaint);
}
