/* effect.c - lay the row that an instruction fits over its operands.

   The row says roles and widths; this file turns them into byte masks of
   locations and memory references, and applies the rules that no row can carry:
   zero extension, merge and zero masking, rep counts, register groups and pairs;
   idiom.c has those about equal sources and constants.  */
#include "effect.h"

#include "layer.h"

#include <string.h>

static void
add_access (struct avow_effect *e, unsigned loc, uint8_t role, uint64_t mask, int op)
{
  if (e->n_acc >= AVOW_MAX_ACCESSES || !mask || loc == AVOW_NO_LOC)
    return;
  e->acc[e->n_acc++] = (struct avow_access){ (uint16_t)loc, role, (int8_t)op, false, mask };
}

/* MASK bytes of LOC go unchanged to the destination.  */
static void
add_staying (struct avow_effect *e, unsigned loc, uint8_t role, uint64_t mask, int op)
{
  unsigned n = e->n_acc;
  add_access (e, loc, role, mask, op);
  if (e->n_acc > n)
    e->acc[n].stays = true;
}

/* Bytes that a write of SIZE bytes at SHIFT to LOC (class CLS) really sets.  A 32-bit write
   to a general register zeroes the upper half in 64-bit mode; VEX and EVEX
   writes zero everything above (Intel SDM vol. 1, 3.4.1.1 and 14.3), never what is below; so does a new destination
   of APX, whatever its width (APX specification, 3.1.2.3.1).  */
static uint64_t
written_bytes (const struct layer *l, unsigned loc, uint8_t cls, unsigned size, unsigned shift)
{
  uint64_t all = avow_loc_bytes (l->c, loc);
  if (cls == AVOW_RC_GPR && size == l->c->arch->zext_bytes && !shift)
    return all;
  if (cls == AVOW_RC_GPR && l->shape->row->encoding == ISA_ENC_APX)
    return all;
  if (cls == AVOW_RC_VEC && l->shape->row->encoding != ISA_ENC_LEGACY)
    return all & ~avow_bytes (shift);
  if (cls == AVOW_RC_MASK || cls == AVOW_RC_ST || cls == AVOW_RC_MM)
    return all;
  return avow_bytes (size) << shift;
}

/* ---- addresses ------------------------------------------------------------ */

/* The location that a register reference in an address names, or -1.  */
static int
ref_loc (const struct avow_contract *c, const struct avow_rref *r, uint8_t *bytes)
{
  if (r->reg >= 0)
    {
      const struct avow_regname *rn = &c->arch->isa->regnames[r->reg];
      if (bytes)
        *bytes = rn->size;
      return rn->cls == AVOW_RC_IP ? -1 : rn->loc;
    }
  if (r->operand >= 0 && (unsigned)r->operand < c->stmt->n_operands
      && c->places[r->operand].n_locs)
    {
      const struct avow_operand *op = &c->stmt->operands[r->operand];
      struct avow_view v = c->arch->view (c->arch, op, AVOW_RC_GPR, r->modifier);
      if (bytes)
        *bytes = v.size == 4 ? 4 : c->arch->ptr_bytes;
      return c->places[r->operand].loc[0];
    }
  return -1;
}

/* %c1(%0): the constant that operand 1 is, when it is known.  */
static void
token_displacement (const struct avow_contract *c, const struct avow_optext *t, struct avow_ea *ea)
{
  const struct avow_operand *op = (unsigned)t->disp_token.operand < c->stmt->n_operands
                                      ? &c->stmt->operands[t->disp_token.operand] : NULL;
  ea->disp_known = op && op->const_known;
  if (ea->disp_known)
    ea->disp += t->disp_token.modifier == 'n' ? -op->const_value : op->const_value;
  else
    ea->sym_operand = t->disp_token.operand;
}

static void
make_ea (const struct layer *l, const struct avow_optext *t, struct avow_ea *ea)
{
  const struct avow_contract *c = l->c;
  memset (ea, 0, sizeof *ea);
  ea->operand = ea->sym_operand = -1;
  ea->base_bytes = c->arch->ptr_bytes;
  ea->base = (int16_t)ref_loc (c, &t->base, &ea->base_bytes);
  uint8_t index_bytes = ea->base_bytes;
  ea->index = (int16_t)ref_loc (c, &t->index, &index_bytes);
  if (ea->base < 0 && index_bytes == 4)
    ea->base_bytes = 4;
  ea->seg = (int16_t)ref_loc (c, &t->seg, NULL);
  if (l->item->prefixes & AVOW_PFX_SEG && l->item->seg_reg >= 0)
    ea->seg = c->arch->isa->regnames[l->item->seg_reg].loc;
  ea->scale = t->scale;
  ea->disp_known = t->disp_known;
  ea->disp = t->disp;
  ea->sym = t->sym;
  ea->glued = t->glued;
  if (t->disp_token.operand >= 0)
    token_displacement (c, t, ea);
  if (t->kind == AVOW_OP_TOKEN && t->r.operand >= 0)
    {
      bool symbol = t->r.modifier == 'c' || t->r.modifier == 'P' || t->r.modifier == 'p';
      *(symbol ? &ea->sym_operand : &ea->operand) = t->r.operand;
    }
}

static int
add_memory (const struct layer *l, const struct avow_optext *t, unsigned size, uint8_t role,
            int op, bool vsib)
{
  struct avow_effect *e = l->e;
  if (e->n_mem >= AVOW_MAX_MEMREFS)
    return -1;
  struct avow_memref *m = &e->mem[e->n_mem];
  memset (m, 0, sizeof *m);
  make_ea (l, t, &m->ea);
  m->ea.vector_index = vsib;
  m->size = size;
  m->role = role;
  m->op = (int8_t)op;
  m->repeated = l->shape->row->props & (ISA_GATHER | ISA_SCATTER | ISA_MASKEDMEM);
  return (int)e->n_mem++;
}

/* Registers that an address is made of are read, whatever happens to the memory; of a vector of
   indexes INDEX_BYTES.  */
static void
read_address (const struct layer *l, const struct avow_ea *ea, unsigned index_bytes, int op)
{
  uint64_t ptr = avow_bytes (ea->base_bytes);
  if (ea->base >= 0)
    add_access (l->e, (unsigned)ea->base, AVOW_ROLE_R | AVOW_ROLE_ADDR, ptr, op);
  if (ea->index >= 0)
    add_access (l->e, (unsigned)ea->index, AVOW_ROLE_R | AVOW_ROLE_ADDR,
                ea->vector_index ? avow_bytes (index_bytes) : ptr, op);
}

/* ---- operands -------------------------------------------------------------- */

/* Do elements that the mask leaves out keep their value?  In a mask register they become 0, and
   a blend takes them from the first source.  */
static bool
merges (const struct layer *l, const struct avow_arg *a)
{
  return is_masked (a->text) && !a->text->zeroing && a->cls != AVOW_RC_MASK
         && !(l->shape->row->props & ISA_KSELECT);
}

static bool
moves_segment (const struct layer *l)
{
  return l->shape->n_args == 2 && l->shape->args[0].cls == AVOW_RC_SEG
         && l->shape->args[0].kinds & AVOW_K_SEG;
}

/* Bytes of a register of VIEW bytes that are accessed.  Where a row names a half or a quarter of a
   short vector the register is an xmm all the same.  */
static unsigned
accessed (const struct layer *l, const struct isa_operand *ro, const struct avow_arg *a,
          unsigned view)
{
  if (ro->reg_access)
    return avow_width (l->c, l->shape, ro->reg_access);
  unsigned part = avow_width (l->c, l->shape, ro->reg_width);
  return a->cls == AVOW_RC_VEC && part && part < view ? part : view;
}

/* The location I registers behind that of A, around the end of the group of N (a power of two) that it is in:
   zmm5 is one of the group zmm4 .. zmm7.  Locations of a class are numbered like its registers.  */
static unsigned
group_member (const struct layer *l, const struct avow_arg *a, unsigned n, unsigned i)
{
  const struct avow_loc *locs = l->c->arch->isa->locs;
  unsigned first = a->loc;
  while (first && locs[first - 1].cls == locs[a->loc].cls)
    first--;
  unsigned number = a->loc - first;
  return first + (number & ~(n - 1)) + ((number + i) & (n - 1));
}

static void
resolve (const struct layer *l, const struct avow_arg *a, struct avow_resolved *r)
{
  memset (r, 0, sizeof *r);
  r->text = a->text;
  r->token = a->token;
  r->mem = -1;
  r->loc = a->loc;
  r->size = a->size;
  r->shift = a->shift;
  r->kind = 0;
  if (a->text->kind == AVOW_OP_IMM && a->text->disp_known && a->text->r.operand < 0)
    {
      r->imm_known = true;
      r->imm = a->text->disp;
    }
  if (a->token >= 0 && l->c->stmt->operands[a->token].const_known)
    {
      r->imm_known = a->kinds == AVOW_K_IMM;
      r->imm = l->c->stmt->operands[a->token].const_value;
    }
}

bool
avow_last_constant (const struct layer *l, unsigned *n)
{
  struct avow_resolved r;
  resolve (l, &l->shape->args[l->shape->n_args - 1], &r);
  *n = (unsigned)r.imm & 0xff;
  return r.imm_known;
}

/* The bytes that pinsrd and its like set of a vector of SIZE bytes; none when it is not known which.  */
static uint64_t
inserted_bytes (const struct layer *l, unsigned size)
{
  unsigned op = l->shape->row->op, n;
  if (op == ISA_OP_INSERTPS && avow_last_constant (l, &n))
    {
      uint64_t set = avow_bytes (4) << (n >> 4 & 3) * 4;
      for (unsigned i = 0; i < 4; i++)
        set |= n >> i & 1 ? avow_bytes (4) << 4 * i : 0;
      return set;
    }
  if (op < ISA_OP_INSERT1 || op > ISA_OP_INSERT32 || !avow_last_constant (l, &n))
    return 0;
  unsigned width = 1u << (op - ISA_OP_INSERT1);
  return avow_bytes (width) << (n * width % size);
}

/* The bytes that pextrd and its like read of a vector of SIZE bytes.  */
static uint64_t
extracted_bytes (const struct layer *l, unsigned size)
{
  unsigned op = l->shape->row->op, n;
  if (op < ISA_OP_EXTRACT1 || op > ISA_OP_EXTRACT8 || !avow_last_constant (l, &n))
    return avow_bytes (size);
  unsigned width = 1u << (op - ISA_OP_EXTRACT1);
  return avow_bytes (width) << (n * width % size);
}

/* Operand OP, a source, is read: SIZE bytes of it, of which some may stay where they are.  */
static void
read_parts (const struct layer *l, const struct isa_operand *ro, const struct avow_arg *a,
            uint8_t role, unsigned size, int op)
{
  uint64_t all = a->cls == AVOW_RC_VEC ? extracted_bytes (l, size) : avow_bytes (size), stay = 0;
  if (ro->stay)
    stay = all & ~avow_bytes (ro->stay & ~ISA_STAY_ONLY);
  uint64_t set = op == 1 && l->shape->n_args == 4 ? inserted_bytes (l, size) : 0;
  if (set)
    stay = all & ~set;
  if ((stay | set) && !is_masked (l->shape->args[0].text))
    {
      add_staying (l->e, a->loc, role, stay, op);
      all &= ro->stay && !(ro->stay & ISA_STAY_ONLY) ? ~stay : 0;
    }
  add_access (l->e, a->loc, role, all << a->shift, op);
}

static void
lay_register (const struct layer *l, const struct isa_operand *ro, const struct avow_arg *a, int op)
{
  const struct isa_row *row = l->shape->row;
  struct avow_effect *e = l->e;
  unsigned view = a->size ? a->size : avow_width (l->c, l->shape, ro->reg_width);
  unsigned size = accessed (l, ro, a, view);
  if (l->shape->size_conflict || (view && size > view && !(row->props & ISA_SRC4)))
    size = view;
  uint8_t role = ro->role;
  if (role == AVOW_ROLE_R && a->cls == AVOW_RC_GPR && moves_segment (l) && size > 2)
    size = 2; /* a selector has 16 bits, however wide the register is written */
  if (row->props & ISA_GATHER && role & AVOW_ROLE_RCOND)
    role |= AVOW_ROLE_R; /* lanes that the mask leaves out keep their value */
  if (role & AVOW_ROLE_W && merges (l, a))
    role |= AVOW_ROLE_R;
  bool inserts = op == 0 && a->cls == AVOW_RC_VEC && l->shape->n_args == 3 && inserted_bytes (l, size);
  unsigned read = op == 0 && row->low && row->low < size ? row->low : size;
  if (is_source (role) && !inserts)
    read_parts (l, ro, a, role & (AVOW_ROLE_R | AVOW_ROLE_RCOND), read, op);
  if (row->op == ISA_OP_HIGH && op == 0)
    add_access (e, a->loc, AVOW_ROLE_W, avow_bytes (8) << 8, op);
  else if (inserts)
    add_access (e, a->loc, AVOW_ROLE_W, inserted_bytes (l, size), op);
  else if (role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
    add_access (e, a->loc, role & (AVOW_ROLE_W | AVOW_ROLE_WCOND),
                written_bytes (l, a->loc, a->cls, size, a->shift), op);
  if (row->props & ISA_KPAIR && role & AVOW_ROLE_W && a->regname >= 0)
    add_access (e, group_member (l, a, 2, 1), AVOW_ROLE_W, written_bytes (l, a->loc, a->cls, view, 0), op);
  if (row->props & ISA_SRC4 && a->cls == AVOW_RC_VEC && role == AVOW_ROLE_R && a->regname >= 0)
    for (unsigned i = 1; i < 4; i++)
      add_access (e, group_member (l, a, 4, i), AVOW_ROLE_R, avow_bytes (size), op);
}

static void
lay_mask (const struct layer *l, const struct avow_optext *t, int op)
{
  int k = ref_loc (l->c, &t->mask, NULL);
  if (k >= 0)
    {
      add_access (l->e, (unsigned)k, AVOW_ROLE_R, avow_bytes (8), op);
      if (l->shape->row->props & (ISA_GATHER | ISA_SCATTER))
        add_access (l->e, (unsigned)k, AVOW_ROLE_W, avow_bytes (8), op);
    }
}

/* Elements that the write mask leaves out are neither written nor read, and do not fault (Intel SDM vol. 1,
   15.6.4): some bytes of the operand, and perhaps none.  */
static void
mask_memory (const struct layer *l, struct avow_memref *m)
{
  bool masked = false;
  for (unsigned i = 0; i < l->shape->n_args; i++)
    masked |= is_masked (l->shape->args[i].text);
  if (!masked)
    return;
  m->repeated = true;
  if (m->role & AVOW_ROLE_R)
    m->role = (uint8_t)((m->role & ~AVOW_ROLE_R) | AVOW_ROLE_RCOND);
  if (m->role & AVOW_ROLE_W)
    m->role = (uint8_t)((m->role & ~AVOW_ROLE_W) | AVOW_ROLE_WCOND);
}

static void
lay_memory (const struct layer *l, const struct isa_operand *ro, const struct avow_arg *a, int op)
{
  unsigned size = avow_width (l->c, l->shape, ro->mem_width);
  if (a->text->broadcast && l->shape->row->bcst)
    size = l->shape->row->bcst;
  bool vsib = a->kinds & AVOW_K_VSIB;
  uint8_t role = ro->role;
  if (is_masked (a->text) && role & AVOW_ROLE_W) /* unselected elements stay as they are */
    role = (uint8_t)((role & ~AVOW_ROLE_W) | AVOW_ROLE_WCOND);
  l->e->ops[op].mem = (int8_t)add_memory (l, a->text, size, role, op, vsib);
  struct avow_memref *m = l->e->ops[op].mem >= 0 ? &l->e->mem[l->e->ops[op].mem] : NULL;
  if (!m)
    return;
  if (l->shape->row->props & ISA_BITBASE && l->shape->args[l->shape->n_args - 1].kinds & AVOW_K_GPR)
    m->repeated = true;
  mask_memory (l, m);
  /* pop to memory forms its address after the stack pointer has moved (Intel SDM vol. 2).  */
  if (l->shape->row->op == ISA_OP_POP && m->ea.base == l->c->arch->isa->loc_sp)
    m->ea.disp += avow_width (l->c, l->shape, l->shape->row->stack);
  if (m->ea.operand < 0)
    read_address (l, &m->ea, avow_width (l->c, l->shape, ro->reg_width), op);
}

static void
lay_operands (const struct layer *l)
{
  const struct isa_operand *ro = &l->c->arch->isa->operands[l->shape->row->operands];
  l->e->n_ops = l->shape->n_args;
  for (unsigned i = 0; i < l->shape->n_args; i++)
    {
      const struct avow_arg *a = &l->shape->args[i];
      struct avow_resolved *r = &l->e->ops[i];
      resolve (l, a, r);
      lay_mask (l, a->text, (int)i);
      bool reg_kinds = a->loc != AVOW_NO_LOC
                       && a->kinds & (uint16_t)~(AVOW_K_MEM | AVOW_K_IMM | AVOW_K_REL | AVOW_K_VSIB | AVOW_K_ONE);
      if (reg_kinds)
        {
          r->kind = 1;
          lay_register (l, &ro[i], a, (int)i);
        }
      else if (a->kinds & (AVOW_K_MEM | AVOW_K_VSIB) && l->shape->row->flow != ISA_JCC
               && !(ro[i].role & AVOW_ROLE_TARGET && a->kinds & AVOW_K_REL))
        lay_memory (l, &ro[i], a, (int)i);
    }
}

/* ---- implicit -------------------------------------------------------------- */

static void
lay_implicit_memory (const struct layer *l, const struct isa_implicit *im)
{
  struct avow_effect *e = l->e;
  if (e->n_mem >= AVOW_MAX_MEMREFS)
    return;
  struct avow_memref *m = &e->mem[e->n_mem++];
  memset (m, 0, sizeof *m);
  m->ea.operand = m->ea.index = m->ea.seg = m->ea.sym_operand = -1;
  unsigned base = im->loc;
  if (im->is_mem == 2) /* at the register that is operand number LOC */
    base = im->loc < l->shape->n_args ? l->shape->args[im->loc].loc : AVOW_NO_LOC;
  if (base == AVOW_NO_LOC)
    {
      e->n_mem--;
      return;
    }
  m->ea.base = (int16_t)base;
  m->ea.base_bytes = im->is_mem == 2 ? l->shape->args[im->loc].size : l->c->arch->ptr_bytes;
  m->ea.disp_known = true;
  m->size = avow_width (l->c, l->shape, im->width);
  m->role = im->role;
  m->op = -1;
  if (l->item->prefixes & AVOW_PFX_SEG && l->item->seg_reg >= 0)
    m->ea.seg = l->c->arch->isa->regnames[l->item->seg_reg].loc;
  add_access (e, base, AVOW_ROLE_R | AVOW_ROLE_ADDR, avow_bytes (m->ea.base_bytes), -1);
}

static void
lay_implicits (const struct layer *l)
{
  const struct avow_isa *isa = l->c->arch->isa;
  const struct isa_implicit *im = &isa->implicits[l->shape->row->implicits];
  for (unsigned i = 0; i < l->shape->row->n_implicits; i++, im++)
    {
      if (im->is_mem)
        {
          lay_implicit_memory (l, im);
          continue;
        }
      if (!(isa->locs[im->loc].modes & l->c->arch->mode))
        continue; /* zmm8 of xrstor in 32-bit mode */
      uint8_t cls = isa->locs[im->loc].cls;
      unsigned size = im->width ? avow_width (l->c, l->shape, im->width) : isa->locs[im->loc].size;
      if (is_source (im->role))
        add_access (l->e, im->loc, im->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND),
                    avow_bytes (size) << im->shift, -1);
      if (im->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
        add_access (l->e, im->loc, im->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND),
                    written_bytes (l, im->loc, cls, size, im->shift), -1);
    }
}

/* A nesting level makes enter copy frame pointers: as many reads below the frame pointer, and as
   many writes (Intel SDM vol. 2).  */
static void
lay_enter (const struct layer *l)
{
  struct avow_effect *e = l->e;
  const struct avow_resolved *level = &e->ops[1];
  if (e->row->op != ISA_OP_ENTER || e->n_ops != 2 || !e->n_mem
      || (level->imm_known && !(level->imm & 31)))
    return;
  struct avow_memref *m = &e->mem[e->n_mem - 1];
  m->size = 0;
  if (e->n_mem >= AVOW_MAX_MEMREFS)
    return;
  e->mem[e->n_mem] = *m;
  e->mem[e->n_mem].ea.base = l->c->arch->isa->loc_fp;
  e->mem[e->n_mem++].role = AVOW_ROLE_RCOND;
  add_access (e, l->c->arch->isa->loc_fp, AVOW_ROLE_R | AVOW_ROLE_ADDR,
              avow_bytes (l->c->arch->ptr_bytes), -1);
}

/* rep: the count register is tested and run down, and with a count of zero nothing else
   happens; the pointers are read anyway.  */
static void
lay_rep (const struct layer *l)
{
  struct avow_effect *e = l->e;
  const struct avow_isa *isa = l->c->arch->isa;
  int rcx = isa_find_reg (isa, "rcx", 3);
  if (!(l->item->prefixes & (AVOW_PFX_REP | AVOW_PFX_REPNE))
      || !(l->shape->row->props & (ISA_REP | ISA_REPE)) || rcx < 0)
    return;
  e->rep = true;
  for (unsigned i = 0; i < e->n_mem; i++)
    e->mem[i].repeated = true;
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & AVOW_ROLE_W)
      e->acc[i].role = (uint8_t)((e->acc[i].role & ~AVOW_ROLE_W) | AVOW_ROLE_WCOND);
  e->flags_cw |= e->flags_w;
  uint64_t bytes = avow_bytes (l->c->arch->ptr_bytes);
  add_access (e, isa->regnames[rcx].loc, AVOW_ROLE_R, bytes, -1);
  add_access (e, isa->regnames[rcx].loc, AVOW_ROLE_W, bytes, -1);
}

/* bsf, bsr, lar, lsl leave the destination alone when there is no result; Intel calls it
   undefined.  Code either excludes the case or tests ZF behind it, so this counts as a
   write, and is noted.  (cmov decides by flags, cmpxchg reads its operands: those are
   conditional writes.)  */
static void
lay_no_result (const struct layer *l)
{
  struct avow_effect *e = l->e;
  if (e->flags_r || e->rep)
    return;
  for (unsigned i = 0; i < e->n_acc; i++)
    {
      bool also_read = false;
      for (unsigned k = 0; k < e->n_acc; k++)
        also_read |= e->acc[k].loc == e->acc[i].loc && e->acc[k].op == e->acc[i].op
                     && e->acc[k].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND);
      if (!(e->acc[i].role & AVOW_ROLE_WCOND) || also_read || e->acc[i].op < 0)
        continue;
      e->acc[i].role = AVOW_ROLE_W;
      e->maybe_kept = true;
    }
}

static void
lay_flags_and_stack (const struct layer *l)
{
  const struct isa_row *row = l->shape->row;
  struct avow_effect *e = l->e;
  const struct isa_cond *cond = &l->c->arch->isa->conds[l->shape->cc];
  e->cc = l->shape->cc;
  e->flags_r = row->flags_r | cond->any | cond->differ;
  e->flags_w = row->flags_w | row->flags_u;
  e->flags_cw = row->flags_cw;
  if (l->item->prefixes & AVOW_PFX_NF)
    e->flags_w = e->flags_cw = 0;
  if (row->stack_sign == 2)
    e->stack_unknown = true;
  else
    e->stack = row->stack_sign * (int)avow_width (l->c, l->shape, row->stack);
}

/* A shift counts modulo 32, or 64 for 64-bit operands.  By 0 it changes no flag, by another constant it sets
   them for sure; by a constant that is not known, perhaps.  */
static void
lay_shift_count (const struct layer *l)
{
  struct avow_effect *e = l->e;
  if (!(l->shape->row->props & ISA_COUNT) || !e->n_ops)
    return;
  const struct avow_resolved *count = &e->ops[e->n_ops - 1];
  bool immediate = !count->kind && count->mem < 0;
  if (count->imm_known && !(count->imm & (e->size == 8 ? 63 : 31)))
    e->flags_w = e->flags_cw = 0;
  else if (count->imm_known)
    {
      e->flags_w |= e->flags_cw;
      e->flags_cw = 0;
    }
  else if (immediate)
    e->flags_cw |= e->flags_w;
}

enum avow_match
avow_effect_of (const struct avow_contract *c, const struct avow_item *item, struct avow_effect *e)
{
  struct avow_shape shape;
  memset (&shape, 0, sizeof shape);
  enum avow_match m = avow_match_row (c, item, &shape);
  if (m != AVOW_MATCH)
    return m;
  e->row = shape.row;
  e->n_acc = e->n_mem = e->n_ops = 0;
  e->size = shape.s ? shape.s : shape.n;
  e->size_defaulted = shape.size_defaulted;
  e->size_conflict = shape.size_conflict;
  e->one_register = shape.one_register;
  e->stack = 0;
  e->stack_unknown = e->same_source = e->zero_result = e->rep = e->maybe_kept = false;
  struct layer l = { c, item, &shape, e };
  lay_operands (&l);
  lay_implicits (&l);
  lay_enter (&l);
  lay_flags_and_stack (&l);
  lay_shift_count (&l);
  lay_rep (&l);
  lay_no_result (&l);
  avow_lay_idioms (&l);
  return AVOW_MATCH;
}
