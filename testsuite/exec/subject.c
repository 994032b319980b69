/* subject.c - from the effect of an instruction to claims about the bits of a state.  */
#include "subject.h"

#include <string.h>

#include "model/flow.h"

static void
no_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  (void)ctx, (void)reason, (void)detail;
}

static bool
is_x87_state (const struct avow_isa *isa, unsigned loc)
{
  return isa->locs[loc].cls == AVOW_RC_ST || !strncmp (isa_str (isa, isa->locs[loc].name), "x87", 3);
}

static void
classify (struct subject *s)
{
  const struct avow_isa *isa = s->c.arch->isa;
  s->physical = has (s, ISA_MMX | ISA_EMMS);
  s->x87 = s->e.row->x87 != 0;
  s->nondet = has (s, ISA_NONDET);
  for (unsigned i = 0; i < s->e.n_acc; i++)
    {
      s->x87 |= is_x87_state (isa, s->e.acc[i].loc);
      s->physical |= isa->locs[s->e.acc[i].loc].cls == AVOW_RC_MM;
    }
}

static void
claim_access (struct subject *s, const struct avow_access *a)
{
  const struct avow_isa *isa = s->c.arch->isa;
  int delta = s->e.row->x87;
  if (a->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND))
    image_add (&s->reads, isa, a->loc, a->mask, 0);
  /* Registers that are pushed are counted from the new top.  */
  unsigned slot0 = delta > 0 ? (unsigned)-delta : 0;
  if (a->role & AVOW_ROLE_W)
    image_add (s->e.maybe_kept && a->op >= 0 ? &s->cond : &s->sure, isa, a->loc, a->mask, slot0);
  if (a->role & AVOW_ROLE_WCOND)
    image_add (&s->cond, isa, a->loc, a->mask, slot0);
}

static void
claim_flags (struct subject *s)
{
  const struct avow_isa *isa = s->c.arch->isa;
  const struct isa_row *row = s->e.row;
  s->reads.flags |= image_flags (isa, s->e.flags_r);
  s->sure.flags |= image_flags (isa, s->e.flags_w & ~s->e.flags_cw & ~row->flags_u);
  s->cond.flags |= image_flags (isa, s->e.flags_cw);
  s->undefined.flags |= image_flags (isa, row->flags_u);
  s->zero_flags = image_flags (isa, row->flags_0 & ~s->e.flags_cw);
  s->one_flags = image_flags (isa, row->flags_1 & ~s->e.flags_cw);
}

static void
fx_bits (image *m, unsigned at, unsigned bits)
{
  m->fx[at] |= (uint8_t)bits;
  m->fx[at + 1] |= (uint8_t)(bits >> 8);
}

#define TOP_BITS 0x3800

static bool
writes_all_registers (const struct subject *s)
{
  for (unsigned i = 0; i < 8; i++)
    if (!s->sure.fx[EXEC_FX_ST + 16 * i])
      return false;
  return true;
}

/* What rows leave to the notation (isa/FORMAT): a tag says whether its register is empty, results depend on the
   control word, status bits are sticky, and bits 7 and 15 sum them up.  The tag word in memory tells zeros and
   special values apart, hence depends on the registers.  */
static void
claim_x87 (struct subject *s)
{
  const struct isa_row *row = s->e.row;
  if (s->reads.fx[EXEC_FX_TAG])
    for (unsigned i = 0; i < 8; i++)
      memset (s->reads.fx + EXEC_FX_ST + 16 * i, 0xff, 10);
  if (s->sure.fx[EXEC_FX_STATUS])
    fx_bits (&s->undefined, EXEC_FX_STATUS, 0x8080);
  fx_bits (&s->reads, EXEC_FX_CONTROL, 0xffff);
  fx_bits (&s->reads, EXEC_FX_STATUS, TOP_BITS);
  s->reads.fx[EXEC_FX_TAG] = 0xff;
  for (unsigned i = 0; i < 2; i++)
    {
      s->cond.fx[EXEC_FX_STATUS + i] |= s->sure.fx[EXEC_FX_STATUS + i];
      s->sure.fx[EXEC_FX_STATUS + i] = 0;
    }
  bool moves_top = s->sure.fx[EXEC_FX_TAG] || writes_all_registers (s);
  if (!moves_top)
    s->cond.fx[EXEC_FX_STATUS + 1] &= (uint8_t)~(TOP_BITS >> 8);
  for (unsigned i = 0; i < 8; i++)
    if (s->sure.fx[EXEC_FX_ST + 16 * i] | s->cond.fx[EXEC_FX_ST + 16 * i])
      s->cond.fx[EXEC_FX_TAG] |= (uint8_t)(1 << i);
  s->cond.fx[EXEC_FX_TAG] |= s->sure.fx[EXEC_FX_TAG];
  for (int i = 0; i < -row->x87; i++)
    s->sure.fx[EXEC_FX_TAG] |= (uint8_t)(1 << i);
}

static void
claim_mmx (struct subject *s)
{
  if (!has (s, ISA_MMX | ISA_EMMS))
    return;
  s->sure.fx[EXEC_FX_TAG] = 0xff;
  fx_bits (has (s, ISA_MMX) ? &s->sure : &s->cond, EXEC_FX_STATUS, TOP_BITS);
  /* The exponent of a written MMX register becomes ones (Intel SDM vol. 1, 9.5).  */
  for (unsigned i = 0; i < 8; i++)
    {
      uint8_t *p = s->sure.fx + EXEC_FX_ST + 16 * i;
      p[8] = p[9] = p[0];
    }
}

static void
claim_mxcsr (struct subject *s)
{
  if (!has (s, ISA_MXCSR))
    return;
  fx_bits (&s->reads, EXEC_FX_MXCSR, 0xffc0);
  fx_bits (&s->cond, EXEC_FX_MXCSR, 0x3f);
}

static void
claim_addresses (struct subject *s)
{
  const struct avow_isa *isa = s->c.arch->isa;
  for (unsigned i = 0; i < s->e.n_mem; i++)
    if (s->e.mem[i].ea.seg >= 0)
      image_add (&s->reads, isa, (unsigned)s->e.mem[i].ea.seg, 3, 0);
}

/* What the kernel leaves in the result register, and in those that the instruction passes it, is not the
   row's to say.  */
static void
claim_syscall (struct subject *s)
{
  if (s->e.row->flow != ISA_SYSCALL)
    return;
  s->undefined.gpr[0] = ~(uint64_t)0;
  s->undefined.gpr[1] |= s->sure.gpr[1];
  s->undefined.gpr[11] |= s->sure.gpr[11];
}

static void
claim_all (struct subject *s)
{
  memset (&s->reads, 0, sizeof (image));
  memset (&s->sure, 0, sizeof (image));
  memset (&s->cond, 0, sizeof (image));
  memset (&s->undefined, 0, sizeof (image));
  classify (s);
  for (unsigned i = 0; i < s->e.n_acc; i++)
    claim_access (s, &s->e.acc[i]);
  claim_flags (s);
  if (s->x87)
    claim_x87 (s);
  claim_mmx (s);
  claim_mxcsr (s);
  claim_addresses (s);
  claim_syscall (s);
  uint64_t *v = image_words (&s->valued);
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    v[i] = image_cwords (&s->sure)[i] | (image_cwords (&s->cond)[i] & image_cwords (&s->reads)[i]);
}

enum subject_status
subject_parse (struct subject *s, const struct avow_arch *arch, const char *text,
               struct avow_arena *arena)
{
  struct avow_flow flow;
  s->text = text;
  memset (&s->stmt, 0, sizeof s->stmt);
  memset (&s->body, 0, sizeof s->body);
  s->stmt.text = text;
  s->stmt.len = strlen (text);
  s->stmt.is_basic = true;
  s->stmt.target.arch = arch;
  s->stmt.target.dialect = AVOW_ATT;
  if (!avow_parse (&s->stmt, 16, arena, &s->body)
      || !avow_contract_build (&s->c, &s->stmt, 0, arena, no_gap, NULL)
      || !avow_flow_build (&flow, &s->c, &s->body, arena) || s->body.n_insns != 1)
    return SUBJECT_NO_PARSE;
  s->item = s->body.items;
  while (s->item->kind != AVOW_ITEM_INSN)
    s->item++;
  enum avow_match m = avow_effect_of (&s->c, s->item, &s->e);
  if (m != AVOW_MATCH)
    return m == AVOW_NO_NAME ? SUBJECT_NO_NAME : SUBJECT_NO_FORM;
  claim_all (s);
  beliefs_form (&s->beliefs, &s->c, &s->body, &flow, arena);
  return SUBJECT_OK;
}

unsigned
subject_align (const struct subject *s, const struct avow_memref *m)
{
  unsigned a = s->e.row->align;
  if (a == 255)
    a = m->size & (m->size - 1) ? 1 : m->size;
  return a ? a : 1;
}
