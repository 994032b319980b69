/* probe.c - see probe.h.  */
#include "probe.h"

#include <stddef.h>
#include <string.h>

/* Big, and each is written before it is read.  */
static struct setup su_a, su_b;
static struct outcome out_a, out_b;

struct session
{
  struct probe *p;
  struct subject *sub;
  struct rng rng;
  uint64_t exit1;
  enum placement place;
  unsigned kind;
  unsigned ran, faults;
  struct exec_end last_fault;
  bool bad;
  image changed;                    /* bits that some run changed */
  uint64_t mem_changed[AVOW_MAX_MEMREFS]; /* bytes of memory operands, likewise */
};

static void
run (struct session *s, const struct setup *su, struct outcome *o)
{
  trial_run (s->sub, su, o);
  s->p->executions++;
}

/* ---- telling ---------------------------------------------------------------------------------- */

static void
tell_state (FILE *f, const struct setup *su, const struct outcome *o)
{
  static const char *const names[16] = { "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi",
                                         "r8",  "r9",  "r10", "r11", "r12", "r13", "r14", "r15" };
  for (unsigned i = 0; i < (sizeof (void *) == 8 ? 16u : 8u); i++)
    fprintf (f, "%s%s %#llx", i % 4 ? "  " : "\n    ", names[i], (unsigned long long)su->s.gpr[i]);
  fprintf (f, "\n    flags %#llx  mxcsr %#x", (unsigned long long)su->s.flags,
           su->s.fx[EXEC_FX_MXCSR] | su->s.fx[EXEC_FX_MXCSR + 1] << 8);
  for (unsigned i = 0; i < su->n_ranges; i++)
    fprintf (f, "  memory %#llx..%#llx", (unsigned long long)su->r[i].lo, (unsigned long long)su->r[i].hi);
  if (o->end.how == EXEC_FAULT)
    fprintf (f, "\n    signal %d code %d address %#llx", o->end.signal, o->end.code,
             (unsigned long long)o->end.address);
  fputc ('\n', f);
}

static void
complain (struct session *s, const struct setup *su, const struct outcome *o)
{
  const struct avow_isa *isa = s->p->arch->isa;
  const struct isa_row *row = s->sub->e.row;
  if (s->bad)
    return;
  s->bad = true;
  if (!s->p->out)
    return;
  fprintf (s->p->out, "isa/%s:%u: %s  [", isa_str (isa, isa->files[row->file]), row->line, s->sub->text);
  for (unsigned i = 0; i < s->sub->len; i++)
    fprintf (s->p->out, "%s%02x", i ? " " : "", s->sub->bytes[i]);
  fprintf (s->p->out, "]: %s\n   with kind %u, place %d:", s->p->complaint, s->kind, s->place);
  tell_state (s->p->out, su, o);
  fflush (s->p->out);
}

/* Which single word of the state makes the difference?  Adds its name to the complaint.  */
static void
name_culprit (struct session *s)
{
  static struct setup one;
  static struct outcome out;
  const uint64_t *b = image_cwords (&su_b.s);
  memcpy (&one, &su_a, sizeof one);
  uint64_t *w = image_words (&one.s);
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    {
      uint64_t before = w[i];
      if (before == b[i])
        continue;
      w[i] = b[i];
      run (s, &one, &out);
      if (trial_differ (s->sub, &su_a, &out_a, &one, &out))
        {
          image m;
          char name[80];
          memset (&m, 0, sizeof m);
          image_words (&m)[i] = before ^ b[i];
          size_t n = strlen (s->p->complaint);
          if (image_name (&m, name, sizeof name))
            snprintf (s->p->complaint + n, MAX_COMPLAINT - n, " (it depends on %s)", name);
          return;
        }
      w[i] = before;
    }
}

/* ---- pairs of states ------------------------------------------------------------------------------ */

static bool
placed (const struct setup *su)
{
  for (unsigned i = 0; i < su->n_ranges; i++)
    {
      uint64_t lo = su->r[i].lo - EXEC_WINDOWS, hi = su->r[i].hi - 1 - EXEC_WINDOWS;
      if (lo / EXEC_STRIDE >= EXEC_N_WINDOWS || lo % EXEC_STRIDE >= EXEC_PAGE
          || hi / EXEC_STRIDE != lo / EXEC_STRIDE || hi % EXEC_STRIDE >= EXEC_PAGE)
        return false;
    }
  return true;
}

static void
note_changes (struct session *s, const struct setup *su, const struct outcome *o)
{
  uint64_t *c = image_words (&s->changed);
  const uint64_t *a = image_cwords (&su->s), *b = image_cwords (&o->f);
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    c[i] |= a[i] ^ b[i];
  for (unsigned i = 0, r = 0; i < s->sub->e.n_mem && r < su->n_ranges; i++)
    if (touches (&s->sub->e.mem[i]))
      {
        uint64_t lo = su->r[r].lo, n = su->r[r].hi - lo;
        uint64_t off = (lo - EXEC_WINDOWS) % EXEC_STRIDE, w = (lo - EXEC_WINDOWS) / EXEC_STRIDE;
        for (unsigned k = 0; k < n && k < 64; k++)
          if (su->memory[w][off + k] != o->memory[w][off + k])
            s->mem_changed[i] |= (uint64_t)1 << k;
        r++;
      }
}

static void
note_fault (struct session *s)
{
  s->faults++;
  s->last_fault = out_a.end;
}

/* clflush and its kin touch nothing, but the address has to be good.  */
static bool
address_only (const struct subject *sub)
{
  for (unsigned i = 0; i < sub->e.n_mem; i++)
    if (sub->e.mem[i].role & AVOW_ROLE_ADDR && has (sub, ISA_PREFETCH))
      return true;
  return false;
}

/* A page fault although everything claimed is mapped.  */
static bool
check_fault (struct session *s)
{
  if (page_fault (&out_a.end) && !address_only (s->sub))
    {
      snprintf (s->p->complaint, MAX_COMPLAINT, "touches memory at %#llx, which is not claimed",
                (unsigned long long)out_a.end.address);
      return false;
    }
  return true;
}

static void
try_pair (struct session *s)
{
  if (!setup_make (&su_a, s->sub, &s->rng, s->kind, s->place, s->exit1) || !placed (&su_a))
    return;
  run (s, &su_a, &out_a);
  if (out_a.end.how == EXEC_FAULT)
    note_fault (s);
  if (!trial_check_one (s->sub, &su_a, &out_a, s->p->complaint)
      || (out_a.end.how == EXEC_FAULT && !check_fault (s)))
    {
      complain (s, &su_a, &out_a);
      return;
    }
  if (out_a.end.how == EXEC_EXIT)
    {
      s->ran++;
      note_changes (s, &su_a, &out_a);
    }
  setup_vary (&su_b, &su_a, s->sub, &s->rng);
  run (s, &su_b, &out_b);
  if (!trial_check_one (s->sub, &su_b, &out_b, s->p->complaint))
    complain (s, &su_b, &out_b);
  else if (!trial_check_two (s->sub, &su_a, &out_a, &su_b, &out_b, s->p->complaint))
    {
      name_culprit (s);
      complain (s, &su_a, &out_a);
    }
}

/* Twice the same state.  */
static void
try_again (struct session *s)
{
  if (s->sub->nondet
      || !setup_make (&su_a, s->sub, &s->rng, VALUES_UNIFORM, PLACE_INSIDE, s->exit1)
      || !placed (&su_a))
    return;
  run (s, &su_a, &out_a);
  run (s, &su_a, &out_b);
  if (!trial_differ (s->sub, &su_a, &out_a, &su_a, &out_b))
    return;
  snprintf (s->p->complaint, MAX_COMPLAINT, "gives another result for the same state, and is not nondet");
  complain (s, &su_a, &out_a);
}

/* ---- memory extents and alignment -------------------------------------------------------------------- */

/* Lanes that are left out do not fault.  */
static bool
masked (const struct subject *sub)
{
  for (unsigned i = 0; i < sub->e.n_ops; i++)
    if (sub->e.ops[i].text->mask.reg >= 0)
      return true;
  return false;
}

static bool
exact_memory (const struct subject *sub)
{
  bool any = false;
  for (unsigned i = 0; i < sub->e.n_mem; i++)
    {
      const struct avow_memref *m = &sub->e.mem[i];
      if (!touches (m))
        continue;
      if (!m->size || m->repeated || sub->e.rep || !(m->role & (AVOW_ROLE_R | AVOW_ROLE_W | AVOW_ROLE_TARGET)))
        return false;
      any = true;
    }
  return any && !masked (sub);
}

static bool
needs_alignment (const struct subject *sub)
{
  for (unsigned i = 0; i < sub->e.n_mem; i++)
    if (touches (&sub->e.mem[i]) && subject_align (sub, &sub->e.mem[i]) > 1)
      return true;
  return false;
}

static bool
aligned (const struct subject *sub, const struct setup *su)
{
  for (unsigned i = 0, r = 0; i < sub->e.n_mem && r < su->n_ranges; i++)
    if (touches (&sub->e.mem[i]) && su->r[r++].lo % subject_align (sub, &sub->e.mem[i]))
      return false;
  return true;
}

static void
must_fault (struct session *s, enum placement place, const char *what)
{
  s->place = place;
  s->kind = VALUES_SMALL;
  if (!setup_make (&su_a, s->sub, &s->rng, s->kind, place, s->exit1))
    return;
  if (place == PLACE_MISALIGNED || place == PLACE_HALF ? aligned (s->sub, &su_a) : placed (&su_a))
    return; /* the address could not be chosen */
  run (s, &su_a, &out_a);
  if (out_a.end.how == EXEC_FAULT)
    return;
  snprintf (s->p->complaint, MAX_COMPLAINT, "%s", what);
  complain (s, &su_a, &out_a);
}

static void
try_extent (struct session *s)
{
  if (exact_memory (s->sub))
    {
      must_fault (s, PLACE_OVER, "does not touch the last byte of its memory operand");
      must_fault (s, PLACE_UNDER, "does not touch the first byte of its memory operand");
    }
  if (needs_alignment (s->sub) && !masked (s->sub))
    {
      must_fault (s, PLACE_MISALIGNED, "does not need the alignment that is claimed");
      must_fault (s, PLACE_HALF, "does not need the alignment that is claimed");
    }
}

/* Did the faults come from unaligned addresses only?  */
static void
try_aligned (struct session *s)
{
  unsigned ok = 0;
  if (!s->sub->e.n_mem || s->last_fault.signal != 11)
    return;
  s->place = PLACE_ALIGNED;
  for (unsigned i = 0; i < 8; i++)
    {
      if (!setup_make (&su_a, s->sub, &s->rng, i % N_VALUE_KINDS, PLACE_ALIGNED, s->exit1)
          || !placed (&su_a))
        return;
      run (s, &su_a, &out_a);
      ok += out_a.end.how == EXEC_EXIT;
    }
  if (ok < 8)
    return;
  snprintf (s->p->complaint, MAX_COMPLAINT, "needs an alignment that is not claimed");
  complain (s, &su_a, &out_a);
}

/* ---- declared effects that are never seen --------------------------------------------------------------- */

static uint8_t *
byte_of (struct setup *su, uint64_t a)
{
  return &su->memory[(a - EXEC_WINDOWS) / EXEC_STRIDE][(a - EXEC_WINDOWS) % EXEC_STRIDE];
}

/* Change the bits of PART in B; false when that is not possible.  */
static bool
change_part (struct session *s, const struct effect_part *part)
{
  if (!part->memory)
    {
      const uint64_t *bits = image_cwords (&part->bits), *fixed = image_cwords (&su_a.fixed);
      uint64_t *w = image_words (&su_b.s), any = 0;
      for (unsigned i = 0; i < IMAGE_WORDS; i++)
        {
          uint64_t flip = bits[i] & ~fixed[i];
          any |= flip;
          w[i] ^= rng_below (&s->rng, 2) ? flip : rng_next (&s->rng) & flip;
        }
      return any;
    }
  unsigned r = 0;
  for (unsigned i = 0; i < part->mem; i++)
    r += touches (&s->sub->e.mem[i]);
  for (unsigned k = part->lo; k < part->hi; k++)
    *byte_of (&su_b, su_a.r[r].lo + k) ^= (uint8_t)rng_next (&s->rng);
  return true;
}

/* Does PART matter in some state?  */
static bool
matters (struct session *s, const struct effect_part *part)
{
  for (unsigned i = 0; i < 2 * N_VALUE_KINDS; i++)
    {
      if (!setup_make (&su_a, s->sub, &s->rng, i % N_VALUE_KINDS, PLACE_ALIGNED, s->exit1)
          || !placed (&su_a))
        return false;
      memcpy (&su_b, &su_a, sizeof su_b);
      if (!change_part (s, part))
        return true; /* a pointer or a count */
      run (s, &su_a, &out_a);
      run (s, &su_b, &out_b);
      if (trial_differ (s->sub, &su_a, &out_a, &su_b, &out_b))
        return true;
    }
  return false;
}

static bool
changed_part (const struct session *s, const struct effect_part *part)
{
  if (part->memory)
    {
      uint64_t mask = avow_bytes (part->hi) & ~avow_bytes (part->lo);
      return s->mem_changed[part->mem] & mask;
    }
  const uint64_t *bits = image_cwords (&part->bits), *c = image_cwords (&s->changed);
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    if (bits[i] & c[i])
      return true;
  return false;
}

static void
observe (struct session *s, struct row_record *rec)
{
  static struct effect_part parts[MAX_EFFECTS];
  unsigned n = record_parts (s->sub, parts, MAX_EFFECTS);
  for (unsigned i = 0; i < n; i++)
    {
      struct effect_seen *e = record_effect (rec, parts[i].key);
      if (!e || e->seen)
        continue;
      e->tried++;
      bool write = parts[i].key.what == EFFECT_WRITE || parts[i].key.what == EFFECT_MEMORY_WRITE;
      e->seen = write ? changed_part (s, &parts[i]) : matters (s, &parts[i]);
    }
}

/* ---- one form ----------------------------------------------------------------------------------------------- */

static bool
excluded (const struct subject *sub)
{
  const char *t = sub->text;
  return strstr (t, "sysenter") || (sub->e.row->flow != ISA_NEXT && sub->e.n_ops == 2) || strstr (t, "lcall") || strstr (t, "ljmp")
         || strstr (t, "lret") || strstr (t, "retf") || sub->e.row->flow == ISA_SYSRET
         || sub->e.row->flow == ISA_TRAP || (sub->e.row->flow == ISA_SYSCALL && sizeof (void *) == 4);
}

static enum verdict
why_not (const struct session *s)
{
  if (!s->faults)
    return FORM_UNPLACED;
  switch (s->last_fault.signal)
    {
    case 4: return FORM_LACKING;
    case 11: return page_fault (&s->last_fault) ? FORM_UNPLACED : FORM_PRIVILEGED;
    default: return FORM_TRAPS;
    }
}

static void
try_states (struct session *s)
{
  static const enum placement places[] = { PLACE_INSIDE, PLACE_FIRST, PLACE_LAST };
  for (unsigned i = 0; i < s->p->pairs && !s->bad; i++)
    {
      s->kind = i % N_VALUE_KINDS;
      s->place = places[i % 3];
      try_pair (s);
      if (!s->ran && (s->faults == 3 && s->last_fault.signal == 4))
        return;
    }
}

/* r16 to r31.  */
static bool
beyond_engine (const struct subject *sub)
{
  const struct avow_isa *isa = sub->c.arch->isa;
  const struct avow_effect *e = &sub->e;
  bool beyond = false;
  for (unsigned i = 0; i < e->n_acc; i++)
    beyond |= isa->locs[e->acc[i].loc].cls == AVOW_RC_GPR && !image_has_gpr (e->acc[i].loc);
  for (unsigned i = 0; i < e->n_mem; i++)
    beyond |= e->mem[i].ea.base > 0 && !image_has_gpr ((unsigned)e->mem[i].ea.base);
  return beyond;
}

/* Instructions that do nothing where their extension is missing.  */
static bool
lacking (const struct subject *sub)
{
  const struct avow_isa *isa = sub->c.arch->isa;
  const char *ext = isa_str (isa, isa->exts[sub->e.row->ext]);
  return !strcmp (ext, "MPX") || (!strcmp (ext, "CET") && !strstr (sub->text, "rdssp"));
}

enum verdict
probe_form (struct probe *p, const char *text, const uint8_t *bytes, unsigned len, bool *violation)
{
  static struct session session;
  struct session *s = &session;
  memset (s, 0, sizeof *s);
  s->p = p;
  s->sub = &p->sub;
  *violation = false;
  memcpy (p->sub.bytes, bytes, len);
  p->sub.len = len;
  if (subject_parse (&p->sub, p->arch, text, &p->arena) != SUBJECT_OK)
    return FORM_UNKNOWN;
  if (excluded (&p->sub))
    return FORM_EXCLUDED;
  if (lacking (&p->sub) || beyond_engine (&p->sub))
    return FORM_LACKING;
  rng_seed (&s->rng, p->seed, text);
  s->exit1 = trial_load (&p->sub);
  try_states (s);
  if (!s->ran)
    {
      *violation = s->bad;
      return s->bad ? FORM_RAN : why_not (s);
    }
  if (!s->bad)
    try_again (s);
  if (!s->bad)
    try_extent (s);
  if (!s->bad && s->faults)
    try_aligned (s);
  struct row_record *rec = p->rows ? &p->rows[p->sub.e.row - p->arch->isa->rows] : NULL;
  if (rec && p->observe && !s->bad)
    observe (s, rec);
  if (rec)
    rec->states += s->ran;
  *violation = s->bad;
  return FORM_RAN;
}
