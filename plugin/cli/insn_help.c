/* insn_help.c - what `avow insn' offers when it has no answer: names nearby, and the forms of a name.

   A form is written as a manual would: r32, r/m32, xmm/m128, imm; in the order of the dialect asked for, once
   for each size.  */
#include <string.h>

#include "insn.h"

/* ---- names ----------------------------------------------------------------------------- */

#define LONGEST 24

/* How many letters to change, insert, leave out or exchange with the next one, to make B of A.  */
static unsigned
distance (const char *a, size_t n, const char *b, size_t m)
{
  unsigned row[3][LONGEST + 1];
  if (n > LONGEST || m > LONGEST)
    return LONGEST;
  for (size_t i = 0; i <= n; i++)
    {
      unsigned *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
      for (size_t k = 0; k <= m; k++)
        {
          unsigned best = i && k ? last[k - 1] + (a[i - 1] != b[k - 1]) : (unsigned)(i + k);
          if (i && last[k] + 1 < best)
            best = last[k] + 1;
          if (k && now[k - 1] + 1 < best)
            best = now[k - 1] + 1;
          if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] && before[k - 2] + 1 < best)
            best = before[k - 2] + 1;
          now[k] = best;
        }
    }
  return row[n % 3][m];
}

void
near_names (const struct query *q, struct names *near)
{
  const struct avow_isa *isa = q->arch->isa;
  unsigned most = q->name.len < 4 ? 1 : 2;
  for (unsigned d = 1; d <= most && near->n < 8; d++)
    for (unsigned i = 0; i < isa->n_names && near->n < 8; i++)
      if (distance (q->name.p, q->name.len, isa_str (isa, isa->names[i].str), isa->names[i].len) == d)
        add_name (near, isa_str (isa, isa->names[i].str));
}

/* ---- forms ----------------------------------------------------------------------------- */

struct form
{
  const struct query *q;
  unsigned s, n; /* operation size, vector length */
  char text[160];
};

static void
put (struct form *f, const char *s)
{
  size_t len = strlen (f->text);
  snprintf (f->text + len, sizeof f->text - len, "%s", s);
}

static unsigned
width (const struct form *f, uint16_t w)
{
  switch (w)
    {
    case AVOW_W_S: return f->s;
    case AVOW_W_S2: return f->s * 2;
    case AVOW_W_N: return f->n;
    case AVOW_W_N2: return f->n / 2;
    case AVOW_W_N4: return f->n / 4;
    case AVOW_W_N8: return f->n / 8;
    case AVOW_W_P: case AVOW_W_A: return f->q->arch->ptr_bytes;
    default: return w & 0x8000 ? 0 : w;
    }
}

static void
put_alternative (struct form *f, bool *first, const char *s, unsigned bits)
{
  char buf[32];
  snprintf (buf, sizeof buf, bits ? "%s%s%u" : "%s%s", *first ? "" : "/", s, bits);
  put (f, buf);
  *first = false;
}

static const char *
vector_name (unsigned bytes)
{
  return bytes > 32 ? "zmm" : bytes > 16 ? "ymm" : "xmm";
}

static void
put_operand (struct form *f, const struct isa_operand *o)
{
  static const struct { uint16_t kind; const char *name; } simple[] = {
    { AVOW_K_MM, "mm" },   { AVOW_K_MASK, "k" }, { AVOW_K_ST, "st(i)" }, { AVOW_K_SEG, "sreg" },
    { AVOW_K_CR, "cr" },   { AVOW_K_DR, "dr" },  { AVOW_K_BND, "bnd" },  { AVOW_K_TMM, "tmm" },
    { AVOW_K_IMM, "imm" }, { AVOW_K_ONE, "1" },  { AVOW_K_REL, "label" },
  };
  const struct avow_isa *isa = f->q->arch->isa;
  unsigned reg = width (f, o->reg_width), mem = width (f, o->mem_width);
  bool first = true;
  if (o->kinds & AVOW_K_FIXED)
    put_alternative (f, &first, isa_str (isa, isa->regnames[o->fixed].name), 0);
  if (o->kinds & AVOW_K_GPR && o->kinds & AVOW_K_MEM && reg == mem)
    put_alternative (f, &first, "r/m", reg * 8);
  else
    {
      if (o->kinds & AVOW_K_GPR)
        put_alternative (f, &first, "r", reg * 8);
      if (o->kinds & AVOW_K_VEC)
        put_alternative (f, &first, vector_name (reg), 0);
      if (o->kinds & AVOW_K_MEM)
        put_alternative (f, &first, "m", mem * 8);
    }
  if (o->kinds & AVOW_K_VSIB)
    {
      put_alternative (f, &first, "memory at ", 0);
      put (f, vector_name (reg));
    }
  for (size_t i = 0; i < sizeof simple / sizeof *simple; i++)
    if (o->kinds & simple[i].kind)
      put_alternative (f, &first, simple[i].name, 0);
}

/* One form: the row ROW at these sizes.  */
static void
make_form (struct form *f, const struct isa_row *row)
{
  const struct avow_isa *isa = f->q->arch->isa;
  bool reverse = f->q->dialect == AVOW_ATT && !(row->props & ISA_NOREVERSE);
  snprintf (f->text, sizeof f->text, "%.*s", (int)f->q->name.len, f->q->name.p);
  for (unsigned i = 0; i < row->n_operands; i++)
    {
      unsigned k = reverse ? row->n_operands - 1u - i : i;
      put (f, i ? ", " : " ");
      put_operand (f, &isa->operands[row->operands + k]);
      if (k == 0 && row->props & (ISA_KMERGE | ISA_KZERO))
        put (f, row->props & ISA_KZERO ? "{k}{z}" : "{k}");
    }
  if (row->bcst)
    put (f, " (or {1toN})");
  if (row->props & ISA_RNDEMB)
    put (f, " (or rounding)");
}

static bool
exists (const struct query *q, const struct isa_row *row)
{
  return row->modes & q->arch->mode
         && !(row->props & (q->dialect == AVOW_ATT ? ISA_INTEL : ISA_ATT));
}

/* The smallest size of SET, a bit set of powers of two, and above LAST; 0 = none left.  */
static unsigned
next_size (uint8_t set, unsigned last)
{
  for (unsigned i = 0; i < 8; i++)
    if (set >> i & 1 && 1u << i > last)
      return 1u << i;
  return 0;
}

/* What was listed already; the same form comes from rows that differ in other things.  */
struct list
{
  const struct query *q;
  void (*line) (void *ctx, const char *form);
  void *ctx;
  struct form said[64];
  unsigned n;
};

static void
list_form (struct list *l, const struct isa_row *row, unsigned s, unsigned n)
{
  struct form *f = &l->said[l->n];
  if (l->n + 1 == sizeof l->said / sizeof *l->said || (s == 8 && l->q->arch->mode != AVOW_MODE64))
    return;
  *f = (struct form){ .q = l->q, .s = s, .n = n };
  make_form (f, row);
  for (unsigned k = 0; k < l->n; k++)
    if (!strcmp (l->said[k].text, f->text))
      return;
  l->n++;
  l->line (l->ctx, f->text);
}

/* The forms of ROW: for each vector length, each size (SIZE, if the mnemonic says which).  */
static void
list_row (struct list *l, const struct isa_row *row, unsigned size)
{
  unsigned n = next_size (row->lens, 0);
  do
    {
      unsigned s = size ? size : next_size (row->sizes, 0);
      do
        list_form (l, row, s, n);
      while ((s = size ? 0 : next_size (row->sizes, s)) != 0);
    }
  while ((n = next_size (row->lens, n)) != 0);
}

void
list_forms (const struct query *q, void (*line) (void *ctx, const char *form), void *ctx)
{
  const struct avow_isa *isa = q->arch->isa;
  const struct isa_name *name = isa_find (isa, q->name.p, q->name.len);
  struct list l = { .q = q, .line = line, .ctx = ctx };
  for (unsigned i = 0; name && i < name->n; i++)
    {
      const struct isa_cand *cand = &isa->cands[name->first + i];
      if (exists (q, &isa->rows[cand->row]))
        list_row (&l, &isa->rows[cand->row], cand->size);
    }
}
