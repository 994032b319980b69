/* mutate.c - see mutate.h.  Each mutation is one claim less, or one claim too strong; a claim that is
   merely wider than the truth is what the list of effects never seen is for.  */
#include "mutate.h"
#include "image.h"

#include <stdlib.h>
#include <string.h>

const char *const mutation_names[N_MUTATIONS]
    = { "read dropped",     "write dropped", "write made sure", "width changed", "flag read dropped",
        "flag write dropped", "flag write made sure", "flag value", "x87 stack", "stack", "alignment", "property" };

/* ---- tables ------------------------------------------------------------------------------- */

static void *
copy_array (const void *from, size_t n)
{
  void *p = malloc (n);
  if (p)
    memcpy (p, from, n);
  return p;
}

bool
mutable_tables_init (struct mutable_tables *t, const struct avow_arch *arch)
{
  unsigned n_operands = 0, n_implicits = 0;
  t->arch = *arch;
  t->isa = *arch->isa;
  for (unsigned i = 0; i < t->isa.n_rows; i++)
    {
      const struct isa_row *r = &t->isa.rows[i];
      if (n_operands < (unsigned)r->operands + r->n_operands)
        n_operands = (unsigned)r->operands + r->n_operands;
      if (n_implicits < (unsigned)r->implicits + r->n_implicits)
        n_implicits = (unsigned)r->implicits + r->n_implicits;
    }
  t->isa.rows = t->rows = copy_array (t->isa.rows, t->isa.n_rows * sizeof *t->rows);
  t->isa.operands = t->operands = copy_array (t->isa.operands, n_operands * sizeof *t->operands);
  t->isa.implicits = t->implicits = copy_array (t->isa.implicits, n_implicits * sizeof *t->implicits);
  t->arch.isa = &t->isa;
  return t->rows && t->operands && t->implicits;
}

static void
put (void *at, unsigned size, uint32_t value)
{
  if (size == 1)
    *(uint8_t *)at = (uint8_t)value;
  else if (size == 2)
    *(uint16_t *)at = (uint16_t)value;
  else
    *(uint32_t *)at = value;
}

void
mutation_apply (const struct mutation *m)
{
  put (m->at, m->size, m->after);
}

void
mutation_undo (const struct mutation *m)
{
  put (m->at, m->size, m->before);
}

/* ---- mutations ------------------------------------------------------------------------------ */

struct list
{
  struct mutation *m;
  unsigned n, max;
};

static void
add (struct list *l, unsigned kind, void *at, unsigned size, uint32_t before, uint32_t after)
{
  if (l->n < l->max && before != after)
    l->m[l->n++] = (struct mutation){ (uint8_t)kind, (uint8_t)size, at, before, after };
}

#define READS (AVOW_ROLE_R | AVOW_ROLE_RCOND)
#define WRITES (AVOW_ROLE_W | AVOW_ROLE_WCOND)

static void
mutate_role (struct list *l, uint8_t *role)
{
  unsigned r = *role;
  if (r & (AVOW_ROLE_ADDR | AVOW_ROLE_TARGET))
    return;
  if (r & READS)
    add (l, MUTATE_READ, role, 1, r, r & ~(unsigned)READS);
  if (r & WRITES)
    add (l, MUTATE_WRITE, role, 1, r, r & ~(unsigned)WRITES);
  if (r & AVOW_ROLE_WCOND)
    add (l, MUTATE_SURE, role, 1, r, (r & ~(unsigned)(WRITES | READS)) | AVOW_ROLE_W);
}

/* Half as many bytes are too few.  Twice as many, up to MAX, are too many to be surely written, but only
   more than needed to be read.  */
static void
mutate_width (struct list *l, uint16_t *width, unsigned role, unsigned max)
{
  if (*width > 1 && *width <= 64)
    add (l, MUTATE_WIDTH, width, 2, *width, *width / 2u);
  if (*width && *width * 2u <= max && role & AVOW_ROLE_W)
    add (l, MUTATE_WIDTH, width, 2, *width, *width * 2u);
  if (*width == AVOW_W_N)
    add (l, MUTATE_WIDTH, width, 2, *width, AVOW_W_N2);
}

static void
mutate_flags (struct list *l, struct isa_row *r)
{
  uint32_t valued = r->flags_w & ~r->flags_0 & ~r->flags_1 & ~r->flags_u;
  for (unsigned i = 0; i < 7; i++) /* the status flags and DF */
    {
      uint32_t bit = 1u << i;
      if (r->flags_r & bit)
        add (l, MUTATE_FLAG_READ, &r->flags_r, 4, r->flags_r, r->flags_r & ~bit);
      if (r->flags_w & bit)
        add (l, MUTATE_FLAG_WRITE, &r->flags_w, 4, r->flags_w, r->flags_w & ~bit);
      if (r->flags_cw & bit)
        add (l, MUTATE_FLAG_WRITE, &r->flags_cw, 4, r->flags_cw, r->flags_cw & ~bit);
      if (r->flags_cw & bit)
        add (l, MUTATE_FLAG_SURE, &r->flags_w, 4, r->flags_w, r->flags_w | bit);
      if (valued & bit)
        add (l, MUTATE_FLAG_VALUE, &r->flags_0, 4, r->flags_0, r->flags_0 | bit);
      if (valued & bit)
        add (l, MUTATE_FLAG_VALUE, &r->flags_1, 4, r->flags_1, r->flags_1 | bit);
    }
}

/* Operands that one register can be the source of together.  */
static unsigned
register_sources (const struct mutable_tables *t, const struct isa_row *r)
{
  unsigned n = 0;
  uint16_t kinds = AVOW_K_GPR | AVOW_K_VEC | AVOW_K_MM | AVOW_K_MASK;
  for (unsigned i = 0; i < r->n_operands; i++)
    {
      const struct isa_operand *o = &t->operands[r->operands + i];
      if (!(o->role & READS))
        continue;
      if (!(o->kinds & kinds))
        return 0;
      kinds &= o->kinds;
      n++;
    }
  return n;
}

static void
mutate_properties (struct list *l, const struct mutable_tables *t, struct isa_row *r)
{
  static const uint32_t dropped[] = { ISA_MXCSR, ISA_MMX, ISA_EMMS, ISA_COUNT, ISA_NONDET, ISA_MASKEDMEM, ISA_BITBASE,
                                      ISA_KPAIR, ISA_SRC4, ISA_GATHER, ISA_SCATTER };
  for (unsigned i = 0; i < sizeof dropped / sizeof *dropped; i++)
    if (r->props & dropped[i])
      add (l, MUTATE_PROPERTY, &r->props, 4, r->props, r->props & ~dropped[i]);
  if (register_sources (t, r) >= 2 && !(r->props & (ISA_ZEROIDIOM | ISA_SAMEIDIOM)))
    add (l, MUTATE_PROPERTY, &r->props, 4, r->props, r->props | ISA_SAMEIDIOM);
}

/* Is LOC a part of the state that the engine can see?  */
static bool
engine_keeps (const struct avow_isa *isa, unsigned loc)
{
  image m;
  memset (&m, 0, sizeof m);
  return image_add (&m, isa, loc, 1, 0) && isa->locs[loc].cls != AVOW_RC_SEG;
}

/* Does ROW have memory at LOC?  Then that alone makes LOC read.  */
static bool
is_address (const struct mutable_tables *t, const struct isa_row *row, unsigned loc)
{
  for (unsigned i = 0; i < row->n_implicits; i++)
    if (t->implicits[row->implicits + i].is_mem == 1 && t->implicits[row->implicits + i].loc == loc)
      return true;
  return false;
}

unsigned
mutations_of (struct mutable_tables *t, unsigned row, struct mutation *m, unsigned max)
{
  struct list l = { m, 0, max };
  struct isa_row *r = &t->rows[row];
  for (unsigned i = 0; i < r->n_operands; i++)
    {
      struct isa_operand *o = &t->operands[r->operands + i];
      mutate_role (&l, &o->role);
      if (o->kinds & AVOW_K_MEM && !(o->role & AVOW_ROLE_ADDR))
        mutate_width (&l, &o->mem_width, AVOW_ROLE_W, 64);
      mutate_width (&l, &o->reg_access, o->role, o->reg_width);
    }
  for (unsigned i = 0; i < r->n_implicits; i++)
    {
      struct isa_implicit *im = &t->implicits[r->implicits + i];
      if (!im->is_mem && (!engine_keeps (&t->isa, im->loc) || is_address (t, r, im->loc)))
        continue;
      mutate_role (&l, &im->role);
      mutate_width (&l, &im->width, im->role, im->is_mem ? 64 : t->isa.locs[im->loc].size);
    }
  mutate_flags (&l, r);
  mutate_properties (&l, t, r);
  if (r->x87)
    add (&l, MUTATE_X87, &r->x87, 1, (uint8_t)r->x87, 0);
  if (r->stack_sign == 1 || r->stack_sign == -1)
    add (&l, MUTATE_STACK, &r->stack_sign, 1, (uint8_t)r->stack_sign, 0);
  if (r->align)
    add (&l, MUTATE_ALIGN, &r->align, 1, r->align, 0);
  else if (t->operands[r->operands + r->n_operands - 1].mem_width >= 16 && r->n_operands)
    add (&l, MUTATE_ALIGN, &r->align, 1, 0, 255);
  return l.n;
}
