/* match.c - find the row that an instruction as written fits.

   The mnemonic gives candidates in table order.  Each written operand is reduced to the
   set of kinds that it may be: a hard register is one kind, an operand token is
   whatever its constraint allows.  The first candidate whose operands all
   meet those kinds and whose widths agree is the row.  Tokens that may be
   several things are first taken as the register they most likely become, and only when
   that fits nothing as anything they may be.  */
#include "match.h"

#include <string.h>

/* ---- operands ------------------------------------------------------------- */

static uint16_t
kind_of_class (uint8_t cls)
{
  switch (cls)
    {
    case AVOW_RC_GPR: return AVOW_K_GPR;
    case AVOW_RC_VEC: return AVOW_K_VEC;
    case AVOW_RC_MM: return AVOW_K_MM;
    case AVOW_RC_MASK: return AVOW_K_MASK;
    case AVOW_RC_ST: return AVOW_K_ST;
    case AVOW_RC_SEG: return AVOW_K_SEG;
    case AVOW_RC_CR: return AVOW_K_CR;
    case AVOW_RC_DR: return AVOW_K_DR;
    case AVOW_RC_BND: return AVOW_K_BND;
    case AVOW_RC_TMM: return AVOW_K_TMM;
    default: return 0;
    }
}

static void
arg_register (const struct avow_contract *c, int reg, struct avow_arg *a)
{
  const struct avow_regname *rn = &c->arch->isa->regnames[reg];
  a->regname = (int16_t)reg;
  a->kinds = kind_of_class (rn->cls);
  a->loc = rn->loc;
  a->cls = rn->cls;
  a->size = rn->size;
  a->shift = rn->shift;
}

static uint8_t
cls_of_kinds (uint16_t kinds)
{
  return kinds & AVOW_K_GPR    ? AVOW_RC_GPR
         : kinds & AVOW_K_VEC  ? AVOW_RC_VEC
         : kinds & AVOW_K_MASK ? AVOW_RC_MASK
         : kinds & AVOW_K_MM   ? AVOW_RC_MM
         : kinds & AVOW_K_ST   ? AVOW_RC_ST
                               : AVOW_RC_STATE;
}

/* Modifiers that print a constant operand without the marks of an immediate.  */
static bool
is_bare_constant (char modifier)
{
  return modifier == 'c' || modifier == 'P' || modifier == 'p';
}

static void
arg_token (const struct avow_contract *c, const struct avow_rref *r, struct avow_arg *a)
{
  const struct avow_place *pl = &c->places[r->operand];
  const struct avow_operand *op = &c->stmt->operands[r->operand];
  if (is_bare_constant (r->modifier))
    {
      /* A symbol or number without "$": the target of a branch, or memory at that address.  */
      a->kinds = AVOW_K_MEM | AVOW_K_REL;
      a->loc = AVOW_NO_LOC;
      return;
    }
  a->token = r->operand;
  a->constant = op->const_known;
  a->kinds = pl->kinds;
  a->loc = pl->loc[0];
  a->cls = cls_of_kinds (pl->kinds);
  struct avow_view v = c->arch->view (c->arch, op, a->cls, r->modifier);
  a->size = v.size;
  a->shift = v.shift;
  a->size_soft = r->modifier == 0;
  if (c->stmt->target.dialect == AVOW_INTEL && op->size <= 64)
    a->mem_size = (uint16_t)op->size;
  if (r->modifier == 'b' || r->modifier == 'w' || r->modifier == 'k' || r->modifier == 'q')
    if (c->stmt->target.dialect == AVOW_INTEL)
      a->mem_size = v.size;
}

static void
arg_memory (const struct avow_contract *c, const struct avow_optext *t, struct avow_arg *a)
{
  a->kinds = AVOW_K_MEM;
  a->mem_size = t->ptr_bytes;
  if (t->index.reg >= 0 && c->arch->isa->regnames[t->index.reg].cls == AVOW_RC_VEC)
    a->kinds = AVOW_K_VSIB;
  if (t->index.operand >= 0 && c->places[t->index.operand].kinds & AVOW_K_VEC)
    a->kinds = AVOW_K_VSIB;
  /* A bare symbol or number is the target of a branch, or a memory operand.  */
  if (t->base.reg < 0 && t->base.operand < 0 && t->index.reg < 0 && t->index.operand < 0)
    a->kinds |= AVOW_K_REL;
}

/* AT&T writes the port register of in and out as (%dx).  */
static bool
looks_like_port (const struct avow_contract *c, const struct avow_optext *t)
{
  return t->base.reg >= 0 && c->arch->isa->regnames[t->base.reg].size == 2 && t->index.reg < 0
         && t->index.operand < 0 && !t->sym.len && !t->disp;
}

static bool
make_arg (const struct avow_contract *c, const struct avow_optext *t, struct avow_arg *a)
{
  memset (a, 0, sizeof *a);
  a->text = t;
  a->regname = a->token = a->port = -1;
  a->loc = AVOW_NO_LOC;
  if (t->r.operand >= 0 && (unsigned)t->r.operand >= c->stmt->n_operands)
    {
      a->kinds = AVOW_K_REL; /* a goto label */
      return t->kind == AVOW_OP_TARGET || t->kind == AVOW_OP_TOKEN || t->kind == AVOW_OP_IMM;
    }
  switch (t->kind)
    {
    case AVOW_OP_REG:
      arg_register (c, t->r.reg, a);
      return true;
    case AVOW_OP_TOKEN:
      arg_token (c, &t->r, a);
      if (t->ptr_bytes)
        a->mem_size = t->ptr_bytes;
      return true;
    case AVOW_OP_IMM:
      a->kinds = AVOW_K_IMM;
      if (t->r.operand >= 0)
        a->kinds |= AVOW_K_REL;
      if (t->disp_known && t->disp == 1)
        a->kinds |= AVOW_K_ONE;
      return true;
    case AVOW_OP_MEM:
      arg_memory (c, t, a);
      if (looks_like_port (c, t))
        a->port = t->base.reg;
      return true;
    case AVOW_OP_TARGET:
      a->kinds = AVOW_K_REL | AVOW_K_MEM | AVOW_K_IMM;
      return true;
    default: return false;
    }
}

/* ---- widths --------------------------------------------------------------- */

unsigned
avow_width (const struct avow_contract *c, const struct avow_shape *sh, uint16_t width)
{
  switch (width)
    {
    case AVOW_W_S: return sh->s;
    case AVOW_W_S2: return sh->s * 2u;
    case AVOW_W_N: return sh->n;
    case AVOW_W_N2: return sh->n / 2u;
    case AVOW_W_N4: return sh->n / 4u;
    case AVOW_W_N8: return sh->n / 8u;
    case AVOW_W_P:
    case AVOW_W_A: return c->arch->ptr_bytes;
    default: return width & 0x8000 ? 0 : width;
    }
}

static unsigned
log2_bit (unsigned bytes)
{
  unsigned n = 0;
  while (bytes > 1)
    bytes >>= 1, n++;
  return 1u << n;
}

/* Vector length that a register of SIZE bytes used with width code W means.  */
static unsigned
length_from (uint16_t w, unsigned size)
{
  return w == AVOW_W_N    ? size
         : w == AVOW_W_N2 ? size * 2
         : w == AVOW_W_N4 ? size * 4
         : w == AVOW_W_N8 ? size * 8
                          : 0;
}

static bool
is_register_arg (const struct avow_arg *a)
{
  return a->kinds & (AVOW_K_GPR | AVOW_K_VEC | AVOW_K_MM | AVOW_K_MASK | AVOW_K_ST | AVOW_K_SEG
                     | AVOW_K_CR | AVOW_K_DR | AVOW_K_BND | AVOW_K_TMM);
}

/* Vector length that memory operand A, of width code W, tells by its written size or its broadcast.  */
static unsigned
length_from_memory (const struct isa_row *row, const struct avow_arg *a, uint16_t w)
{
  if (!(a->kinds & AVOW_K_MEM))
    return 0;
  if (a->text->broadcast == 1)
    return 0;
  if (a->text->broadcast)
    return length_from (w, (unsigned)row->bcst * a->text->broadcast);
  return a->mem_size ? length_from (w, a->mem_size) : 0;
}

/* Sizes S and N from the suffix, the registers, the memory operands' written
   size, in that order.  A register in a half-length position cannot fix N when it is the
   smallest one (xmm may stand for a quarter too), so full-length ones and memory go first.  */
static void
infer_sizes (const struct avow_item *item, const struct isa_row *row, uint8_t suffix,
             struct avow_shape *sh, const struct isa_operand *ro)
{
  sh->s = suffix;
  sh->n = 0;
  for (unsigned soft = 0; soft < 2; soft++)
    for (unsigned i = 0; i < sh->n_args; i++)
      {
        const struct avow_arg *a = &sh->args[i];
        if (!is_register_arg (a) || a->size_soft != (soft != 0))
          continue;
        if (ro[i].reg_width == AVOW_W_S && !sh->s)
          sh->s = a->size;
        if (ro[i].reg_width == AVOW_W_N && !sh->n)
          sh->n = a->size;
      }
  for (unsigned i = 0; i < sh->n_args && !sh->n; i++)
    sh->n = (uint8_t)length_from_memory (row, &sh->args[i], ro[i].mem_width);
  for (unsigned i = 0; i < sh->n_args; i++)
    {
      const struct avow_arg *a = &sh->args[i];
      if (!sh->s && ro[i].mem_width == AVOW_W_S && a->kinds & AVOW_K_MEM)
        sh->s = (uint8_t)a->mem_size;
      if (!sh->n && is_register_arg (a))
        sh->n = (uint8_t)length_from (ro[i].reg_width, a->size < 16 ? 16 : a->size);
    }
  if (item->prefixes & AVOW_PFX_DATA16 && (sh->s == 4 || !sh->s) && row->sizes & 2)
    sh->s = 2;
  if (item->prefixes & AVOW_PFX_REX_W && row->sizes & 8)
    sh->s = 8;
}

/* Without any size the assembler takes 32 bits (gas i386 "l" default), or the only size there is;
   a vector length that no operand gives is the row's only one (vcvtpd2psx with memory).  */
static void
default_size (const struct isa_row *row, struct avow_shape *sh)
{
  if (!sh->n && row->lens && !(row->lens & (row->lens - 1)))
    sh->n = row->lens;
  if (sh->s || !row->sizes)
    return;
  sh->s = row->sizes & 4 ? 4 : row->sizes & 8 ? 8 : row->sizes & 2 ? 2 : 1;
  sh->size_defaulted = (row->sizes & (row->sizes - 1)) != 0;
}

/* ---- one candidate --------------------------------------------------------- */

static bool
fits_fixed (const struct avow_contract *c, const struct isa_operand *ro, const struct avow_arg *a,
            struct avow_shape *sh, bool loose)
{
  const struct avow_regname *want = &c->arch->isa->regnames[ro->fixed];
  if (a->regname >= 0)
    return a->loc == want->loc && a->size == want->size && a->shift == want->shift;
  if (a->token >= 0)
    {
      const struct avow_place *pl = &c->places[a->token];
      if (!locset_has (&pl->regs, want->loc))
        return false;
      struct avow_locset others = pl->regs;
      locset_remove (&others, want->loc);
      sh->one_register |= !locset_empty (&others) && (want->cls == AVOW_RC_GPR || want->cls == AVOW_RC_VEC);
      if (a->size == want->size || want->cls != AVOW_RC_GPR)
        return true;
      sh->size_conflict = true; /* shl %1,%0 with an int in ecx: the assembler wants %cl */
      return loose && a->size_soft;
    }
  return false;
}

/* Is the operand of a branch what it says, and not a target?  AT&T marks that by `*', and takes a register
   or an address with registers without it too.  */
static bool
is_indirect (const struct avow_arg *a)
{
  return a->text->indirect || a->text->kind == AVOW_OP_REG || a->kinds == AVOW_K_GPR
         || (a->text->kind == AVOW_OP_MEM && !(a->kinds & AVOW_K_REL));
}

/* Branch operands: direct ones are targets; segment and offset of a far branch are numbers.  */
static bool
fits_branch (const struct avow_item *item, const struct isa_row *row, const struct isa_operand *ro,
             const struct avow_arg *a)
{
  bool branch = row->flow == ISA_JMP || row->flow == ISA_CALL || row->flow == ISA_JCC;
  if (!branch || item->dialect == AVOW_INTEL || ro->kinds & AVOW_K_IMM)
    return true;
  return is_indirect (a) == !(ro->kinds & AVOW_K_REL);
}

static bool
fits_register_width (const struct avow_contract *c, const struct isa_operand *ro,
                     const struct avow_arg *a, struct avow_shape *sh, bool loose)
{
  if (ro->kinds & AVOW_K_FIXED && !(ro->kinds & AVOW_K_GPR))
    return true;
  unsigned want = avow_width (c, sh, ro->reg_width);
  if (a->cls == AVOW_RC_VEC && want && want < 16)
    want = 16; /* a half or a quarter of a short vector still has an xmm name */
  if (!want || !a->size || want == a->size)
    return true;
  if (a->cls != AVOW_RC_GPR && a->cls != AVOW_RC_VEC)
    return true;
  if (!loose || !a->size_soft)
    return false;
  sh->size_conflict = true;
  return true;
}

static bool
fits_operand (const struct avow_contract *c, const struct avow_item *item,
              const struct isa_row *row, const struct isa_operand *ro, struct avow_arg *a,
              struct avow_shape *sh, bool loose)
{
  if (ro->kinds & AVOW_K_FIXED && a->port >= 0 && a->port == ro->fixed)
    arg_register (c, a->port, a);
  uint16_t common = (uint16_t)(ro->kinds & a->kinds);
  if (ro->kinds & AVOW_K_FIXED && fits_fixed (c, ro, a, sh, loose))
    {
      a->kinds = kind_of_class (c->arch->isa->regnames[ro->fixed].cls);
      return fits_branch (item, row, ro, a);
    }
  if (!common || !fits_branch (item, row, ro, a))
    return false;
  a->kinds = common;
  if (is_register_arg (a) && !(common & (AVOW_K_MEM | AVOW_K_VSIB)))
    return fits_register_width (c, ro, a, sh, loose);
  if (common & AVOW_K_MEM && a->mem_size && !is_register_arg (a) && item->dialect == AVOW_INTEL)
    {
      unsigned want = avow_width (c, sh, ro->mem_width);
      return !want || want == a->mem_size || a->text->broadcast;
    }
  return true;
}

/* Length of the vector needs to be one that the row allows.  */
static bool
sizes_allowed (const struct isa_row *row, const struct avow_shape *sh)
{
  if (sh->s && row->sizes && !(row->sizes & log2_bit (sh->s)))
    return false;
  return !(sh->n && row->lens && !(row->lens & log2_bit (sh->n)));
}

/* {evex} before an instruction on general registers only asks for the longer encoding that APX gave
   to most of them: it does the same.  */
static bool
may_be_promoted (const struct avow_isa *isa, const struct isa_row *row)
{
  for (unsigned i = 0; i < row->n_operands; i++)
    if (isa->operands[row->operands + i].kinds & (AVOW_K_VEC | AVOW_K_MM | AVOW_K_ST))
      return false;
  return row->modes & AVOW_MODE64;
}

static bool
decorations_allowed (const struct avow_isa *isa, const struct avow_item *item, const struct isa_row *row)
{
  if (item->prefixes & AVOW_PFX_NF && !(row->props & ISA_NF))
    return false;
  if (row->encoding == ISA_ENC_EVEX)
    return !(item->prefixes & AVOW_PFX_VEX);
  if (item->prefixes & AVOW_PFX_EVEX && row->encoding != ISA_ENC_APX && !may_be_promoted (isa, row))
    return false;
  if (item->rounding)
    return false;
  for (unsigned i = 0; i < item->n_ops; i++)
    if (item->ops[i].mask.reg >= 0 || item->ops[i].mask.operand >= 0 || item->ops[i].broadcast)
      return false;
  return true;
}

/* "setz %0" with an int: APX has setz of a whole register, but who writes this meant the byte and forgot the
   modifier, and most assemblers refuse it.  */
static bool
is_accidental (const struct isa_row *row, const struct isa_operand *ro, const struct avow_arg *a)
{
  return row->encoding == ISA_ENC_APX && row->n_operands == 1 && ro->reg_width == AVOW_W_S && a->size_soft;
}

static bool
try_row (const struct avow_contract *c, const struct avow_item *item, const struct isa_cand *cand,
         const struct avow_arg *args, unsigned n, bool loose, struct avow_shape *sh)
{
  const struct avow_isa *isa = c->arch->isa;
  const struct isa_row *row = &isa->rows[cand->row];
  if (row->n_operands != n || !(row->modes & c->arch->mode))
    return false;
  if (row->props & (item->dialect == AVOW_ATT ? ISA_INTEL : ISA_ATT))
    return false;
  if (!decorations_allowed (isa, item, row))
    return false;
  bool reverse = item->dialect == AVOW_ATT && !(row->props & ISA_NOREVERSE);
  for (unsigned i = 0; i < n; i++)
    sh->args[i] = args[reverse ? n - 1 - i : i];
  sh->n_args = n;
  sh->row = row;
  sh->size_defaulted = sh->size_conflict = sh->one_register = false;
  sh->cc = cand->cc;
  const struct isa_operand *ro = &isa->operands[row->operands];
  infer_sizes (item, row, cand->size, sh, ro);
  default_size (row, sh);
  if (!sizes_allowed (row, sh))
    return false;
  for (unsigned i = 0; i < n; i++)
    if (!fits_operand (c, item, row, &ro[i], &sh->args[i], sh, loose) || is_accidental (row, &ro[i], &sh->args[i])
        || (sh->args[i].cls == AVOW_RC_VEC && row->encoding != ISA_ENC_EVEX
            && sh->args[i].regname >= 0 && sh->args[i].loc >= isa->loc_vec0 + 16))
      return false;
  return true;
}

/* Reduce a token of several kinds to the one that GCC most likely gives it.  */
static void
prefer_register (struct avow_arg *a)
{
  uint16_t regs = AVOW_K_GPR | AVOW_K_VEC | AVOW_K_MM | AVOW_K_MASK | AVOW_K_ST;
  if (a->constant && a->kinds & AVOW_K_IMM)
    a->kinds = AVOW_K_IMM;
  else if (a->kinds & regs)
    a->kinds &= regs;
  else if (a->kinds & AVOW_K_MEM && a->token >= 0)
    a->kinds = AVOW_K_MEM;
}

/* The first row of NAME that fits.  A token is first taken as what GCC most likely gives it, then
   as anything it may be; widths that only its type says may differ at last.  */
static bool
match_name (const struct avow_contract *c, const struct avow_item *item,
            const struct isa_name *name, const struct avow_arg *preferred,
            const struct avow_arg *args, struct avow_shape *sh)
{
  for (int pass = 0; name && pass < 4; pass++)
    for (unsigned k = 0; k < name->n; k++)
      if (try_row (c, item, &c->arch->isa->cands[name->first + k], pass & 1 ? args : preferred,
                   item->n_ops, pass >= 2, sh))
        return true;
  return false;
}

/* The entry for the mnemonic in another spelling: size suffixes of the Intel syntax.  */
static const struct isa_name *
other_name (const struct avow_contract *c, const struct avow_item *item)
{
  char other[AVOW_MAX_MNEMONIC];
  if (item->dialect != AVOW_INTEL || !c->arch->intel_name (item->name.p, item->name.len, other))
    return NULL;
  return isa_find (c->arch->isa, other, item->name.len);
}

enum avow_match
avow_match_row (const struct avow_contract *c, const struct avow_item *item,
                struct avow_shape *sh)
{
  const struct isa_name *name = isa_find (c->arch->isa, item->name.p, item->name.len);
  const struct isa_name *other = other_name (c, item);
  if (!name && !other)
    return AVOW_NO_NAME;
  struct avow_arg args[AVOW_MAX_OPTEXT], preferred[AVOW_MAX_OPTEXT];
  if (item->n_ops > ISA_MAX_OPERANDS)
    return AVOW_NO_FORM;
  for (unsigned i = 0; i < item->n_ops; i++)
    {
      if (!make_arg (c, &item->ops[i], &args[i]))
        return AVOW_NO_FORM;
      if (item->dialect == AVOW_INTEL && args[i].kinds & AVOW_K_IMM)
        args[i].kinds |= AVOW_K_REL; /* jmp 0x1234 */
      preferred[i] = args[i];
      prefer_register (&preferred[i]);
    }
  return match_name (c, item, name, preferred, args, sh)
                 || match_name (c, item, other, preferred, args, sh)
             ? AVOW_MATCH
             : AVOW_NO_FORM;
}
