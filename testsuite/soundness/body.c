/* body.c - random bodies (body.h).  */
#include "body.h"

#include <stdio.h>
#include <string.h>

#define GPRS 4     /* variables 0 .. 3 */
#define VECS 3     /* 4 .. 6 */
#define POINTERS 2 /* 7, 8: windows 0 and 1 */
#define MEMORIES 2 /* 9, 10: the same windows */
#define FIRST_VEC GPRS
#define FIRST_POINTER (GPRS + VECS)
#define FIRST_MEMORY (FIRST_POINTER + POINTERS)

static bool
chance (struct rng *rng, unsigned percent)
{
  return rng_below (rng, 100) < percent;
}

static void
begin (struct body *b, struct rng *rng)
{
  memset (b, 0, sizeof *b);
  b->n_vars = FIRST_MEMORY + MEMORIES;
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      struct var *v = &b->vars[i];
      v->kind = i < FIRST_VEC       ? VAR_GPR
                : i < FIRST_POINTER ? VAR_VEC
                : i < FIRST_MEMORY  ? VAR_GPR
                                    : VAR_MEM;
      v->pointer = i >= FIRST_POINTER && i < FIRST_MEMORY;
      v->window = (uint8_t)((i - FIRST_POINTER) % 2);
      v->offset = (uint16_t)(1024 + 64 * rng_below (rng, 16) + (v->kind == VAR_MEM ? 2048 : 0));
      v->size = v->kind == VAR_VEC   ? 16
                : v->kind == VAR_MEM ? 8
                : v->pointer         ? 8
                : chance (rng, 75)   ? 8
                                     : 4;
      v->hard = -1;
    }
}

/* ---- lines ------------------------------------------------------------------------ */

static struct line *
add_line (struct body *b, const char *text)
{
  if (b->n_lines == MAX_LINES)
    return NULL;
  struct line *l = &b->lines[b->n_lines++];
  snprintf (l->text, sizeof l->text, "%s", text);
  l->label = false;
  return l;
}

static void
add_label (struct body *b, int n)
{
  char text[16];
  snprintf (text, sizeof text, "%d:", n);
  struct line *l = add_line (b, text);
  if (l)
    l->label = true;
}

static char
modifier (unsigned size)
{
  return size == 1    ? 'b'
         : size == 2  ? 'w'
         : size == 4  ? 'k'
         : size == 8  ? 'q'
         : size == 16 ? 'x'
         : size == 32 ? 't'
                      : 'g';
}

static const char *
hard_name (unsigned size, bool vec, struct rng *rng)
{
  static const char *const gprs[4][6] = { { "al", "bl", "cl", "dl", "sil", "r9b" },
                                          { "ax", "bx", "cx", "dx", "si", "r9w" },
                                          { "eax", "ebx", "ecx", "edx", "esi", "r9d" },
                                          { "rax", "rbx", "rcx", "rdx", "rsi", "r9" } };
  static const char *const vecs[3][4] = { { "xmm0", "xmm1", "xmm3", "xmm9" },
                                          { "ymm0", "ymm1", "ymm3", "ymm9" },
                                          { "zmm0", "zmm1", "zmm3", "zmm9" } };
  if (vec)
    return vecs[size == 64 ? 2 : size == 32][rng_below (rng, 4)];
  return gprs[size == 8 ? 3 : size == 4 ? 2 : size == 2][rng_below (rng, 6)];
}

/* What stands in the place of a piece; its length.  */
static unsigned
put_piece (struct body *b, const struct piece *pc, bool pointers, struct rng *rng, char *out)
{
  unsigned var;
  if (pc->kind == PIECE_MEM)
    {
      unsigned window = rng_below (rng, 2);
      var = FIRST_MEMORY + window;
      if (chance (rng, 55))
        {
          if (pc->size > b->vars[var].size && chance (rng, 90))
            b->vars[var].size = pc->size <= 8 ? 8 : pc->size <= 16 ? 16 : pc->size <= 32 ? 32 : 64;
          return (unsigned)sprintf (out, "%c%c.", MARK, 'A' + var);
        }
      unsigned disp = chance (rng, 50) ? 0 : 4 * rng_below (rng, 9);
      if (disp)
        return (unsigned)sprintf (out, "%u(%c%cq)", disp, MARK, 'A' + FIRST_POINTER + window);
      return (unsigned)sprintf (out, "(%c%cq)", MARK, 'A' + FIRST_POINTER + window);
    }
  if (chance (rng, 12))
    return (unsigned)sprintf (out, "%%%s", hard_name (pc->size, pc->kind == PIECE_VEC, rng));
  var = pc->kind == PIECE_VEC ? FIRST_VEC + rng_below (rng, VECS) : rng_below (rng, GPRS);
  if (pc->kind == PIECE_GPR && chance (rng, 4) && pointers)
    var = FIRST_POINTER + rng_below (rng, POINTERS);
  if (pc->size > b->vars[var].size && chance (rng, 90))
    b->vars[var].size = pc->size;
  return (unsigned)sprintf (out, "%c%c%c", MARK, 'A' + var, modifier (pc->size));
}

/* A pointer with some bits gone may lead to memory of the test itself, which is no input; so only the ways of
   real code to make one from another.  */
static bool
moves_pointers (const char *text)
{
  static const char *const starts[] = { "add", "sub", "lea", "inc", "dec", "mov", "xchg", "xadd", "cmp", "test", "adc", "sbb", "push" };
  for (unsigned i = 0; i < sizeof starts / sizeof *starts; i++)
    if (!strncmp (text, starts[i], strlen (starts[i])))
      return true;
  return false;
}

static void
add_form (struct body *b, const struct form *f, struct rng *rng)
{
  char out[256];
  unsigned n = 0, at = 0;
  bool pointers = moves_pointers (f->text);
  for (unsigned i = 0; i < f->n_pieces; i++)
    {
      memcpy (out + n, f->text + at, f->pieces[i].at - at);
      n += f->pieces[i].at - at;
      n += put_piece (b, &f->pieces[i], pointers, rng, out + n);
      at = f->pieces[i].at + f->pieces[i].len;
    }
  strcpy (out + n, f->text + at);
  if (strlen (out) < sizeof b->lines[0].text)
    add_line (b, out);
}

static void
add_random_form (struct body *b, const struct pool *pool, unsigned style, struct rng *rng)
{
  static const uint8_t weights[4][N_FORM_KINDS]
      = { { 100, 0, 0, 0, 0 }, { 55, 35, 10, 0, 0 }, { 35, 15, 30, 20, 0 }, { 50, 10, 0, 0, 40 } };
  unsigned w = rng_below (rng, 100), kind = 0;
  while (kind + 1 < N_FORM_KINDS && w >= weights[style][kind])
    w -= weights[style][kind++];
  if (!pool->n[kind])
    kind = FORM_GPR;
  const struct form *f = &pool->forms[kind][rng_below (rng, pool->n[kind])];
  if (kind == FORM_X87)
    b->x87 = true;
  if (f->reads_flags && !b->n_lines && chance (rng, 85))
    return;
  add_form (b, f, rng);
}

/* Simple instructions that real code is full of, so that values can be followed.  */
static void
add_common (struct body *b, struct rng *rng)
{
  static const char *const texts[]
      = { "mov 0q,1q",    "mov 0k,1k",     "mov (8q),0q", "mov 0q,8(8q)",  "xor 0k,0k",
          "add $1,0q",    "lea 4(0q),1q",  "test 0q,0q",  "cmp 0k,1k",     "xchg 0q,1q",
          "movzbl 0b,1k", "sub 0q,1q",     "mov $5,0k",   "inc 8q",        "add $8,8q",
          "sub $8,8q",    "mov 9.,0q",     "mov 0q,9.",   "addq $1,9.",    "movaps 2x,3x",
          "pxor 2x,2x",   "mov 0b,1b",     "mov 0w,1w",   "rol $8,0k",     "bswap 0q",
          "neg 0k",       "mov 8q,0q",     "setc 0b",     "adc 0q,1q",     "cmovne 0q,1q",
          "and $15,0k",   "shl $3,0q",     "mov (8q),1k", "movb 0b,3(8q)", "mov %rbx,0q",
          "mov 0q,%rbx",  "mov %rdx,%rcx", "sbb 0k,0k",   "imul 0q,1q",    "stc",
          "cld",          "movdqu (8q),2x" };
  const char *t = texts[rng_below (rng, sizeof texts / sizeof *texts)];
  unsigned map[10], n = 0;
  char out[80];
  map[0] = rng_below (rng, GPRS);
  map[1] = rng_below (rng, GPRS);
  map[2] = FIRST_VEC + rng_below (rng, VECS);
  map[3] = FIRST_VEC + rng_below (rng, VECS);
  map[8] = FIRST_POINTER + rng_below (rng, POINTERS);
  map[9] = FIRST_MEMORY + rng_below (rng, MEMORIES);
  for (; *t; t++)
    if (*t >= '0' && *t <= '9' && strchr ("bwkqx.", t[1]) && t[1])
      {
        unsigned size = t[1] == 'q' ? 8 : t[1] == 'k' ? 4 : t[1] == 'w' ? 2 : 1;
        unsigned var = map[*t - '0'];
        if (strchr ("bwkq", t[1]) && size > b->vars[var].size && chance (rng, 95))
          b->vars[var].size = (uint8_t)size;
        n += (unsigned)sprintf (out + n, "%c%c%c", MARK, 'A' + map[*t - '0'], t[1]);
        t++;
      }
    else
      out[n++] = *t;
  out[n] = 0;
  add_line (b, out);
}

/* ---- structure ------------------------------------------------------------------------ */

struct maker
{
  struct body *b;
  const struct pool *pool;
  unsigned style;
  int labels;
  struct rng *rng;
};

static void
add_some (struct maker *m, unsigned n)
{
  while (n-- > 0)
    if (chance (m->rng, 50))
      add_common (m->b, m->rng);
    else
      add_random_form (m->b, m->pool, m->style, m->rng);
}

static void
add_forward (struct maker *m)
{
  static const char *const jumps[] = { "jz", "jnz", "jc", "js", "jg", "jbe", "jo", "jnp" };
  char text[32];
  int label = ++m->labels;
  bool other = chance (m->rng, 30);
  if (chance (m->rng, 70))
    add_line (m->b, chance (m->rng, 50) ? "test "
                                          "\1Aq,\1Aq"
                                        : "cmp "
                                          "\1Ak,\1Bk");
  snprintf (text, sizeof text, "%s %df", jumps[rng_below (m->rng, 8)], label);
  add_line (m->b, text);
  add_some (m, 1 + rng_below (m->rng, 2));
  if (other)
    {
      int end = ++m->labels;
      snprintf (text, sizeof text, "jmp %df", end);
      add_line (m->b, text);
      add_label (m->b, label);
      add_some (m, 1 + rng_below (m->rng, 2));
      label = end;
    }
  add_label (m->b, label);
}

/* A loop that runs a few times, counted in a register of its own.  */
static void
add_loop (struct maker *m)
{
  char text[40];
  int label = ++m->labels;
  snprintf (text, sizeof text, "mov $%u,%%r10d", 1 + rng_below (m->rng, 4));
  add_line (m->b, text);
  add_label (m->b, label);
  add_some (m, 1 + rng_below (m->rng, 3));
  add_line (m->b, "dec %r10d");
  snprintf (text, sizeof text, "jnz %db", label);
  add_line (m->b, text);
}

static void
add_call (struct maker *m)
{
  char text[32];
  int inside = ++m->labels, behind = ++m->labels;
  snprintf (text, sizeof text, "call %df", inside);
  add_line (m->b, text);
  snprintf (text, sizeof text, "jmp %df", behind);
  add_line (m->b, text);
  add_label (m->b, inside);
  add_some (m, 1 + rng_below (m->rng, 2));
  add_line (m->b, "ret");
  add_label (m->b, behind);
}

static void
add_saved (struct maker *m)
{
  static const char *const regs[] = { "%rbx", "%rcx", "%rdx", "%r9", "\1Aq", "\1Bq" };
  const char *r = regs[rng_below (m->rng, 6)];
  char text[32];
  m->b->saves = true;
  snprintf (text, sizeof text, "push %s", r);
  add_line (m->b, text);
  add_some (m, 1 + rng_below (m->rng, 2));
  if (chance (m->rng, 40))
    {
      snprintf (text, sizeof text, "mov $7,%s", r);
      add_line (m->b, text);
    }
  if (chance (m->rng, 8))
    r = regs[rng_below (m->rng, 6)];
  snprintf (text, sizeof text, "pop %s", r);
  add_line (m->b, text);
}

static void
add_moved (struct maker *m)
{
  const char *r = chance (m->rng, 50) ? "%rbx" : "%rcx";
  char text[40];
  snprintf (text, sizeof text, "mov %s,\1Dq", r);
  add_line (m->b, text);
  m->b->saves = true;
  snprintf (text, sizeof text, "mov $9,%s", r);
  add_line (m->b, text);
  add_some (m, rng_below (m->rng, 2));
  snprintf (text, sizeof text, chance (m->rng, 90) ? "mov \1Dq,%s" : "xchg \1Dq,%s", r);
  add_line (m->b, text);
}

static void
add_string (struct maker *m)
{
  static const char *const texts[]
      = { "movsb", "movsq",     "stosb",     "stosl",     "lodsb",       "scasb",
          "cmpsb", "rep movsb", "rep stosb", "rep movsq", "repne scasb", "repe cmpsb" };
  add_line (m->b, texts[rng_below (m->rng, sizeof texts / sizeof *texts)]);
}

static void
add_part (struct maker *m)
{
  unsigned r = rng_below (m->rng, 100);
  if (r < 62)
    add_some (m, 1);
  else if (r < 78)
    add_forward (m);
  else if (r < 83)
    add_loop (m);
  else if (r < 86)
    add_call (m);
  else if (r < 92)
    add_saved (m);
  else if (r < 95)
    add_moved (m);
  else
    add_string (m);
}

void contract_random (struct body *b, const struct avow_arch *arch, struct rng *rng,
                      struct avow_arena *arena);

void
body_random (struct body *b, const struct pool *pool, const struct avow_arch *arch, struct rng *rng,
             struct avow_arena *arena)
{
  struct maker m = { b, pool, 0, 0, rng };
  unsigned parts = 1 + rng_below (rng, 6), r = rng_below (rng, 100);
  begin (b, rng);
  m.style = r < 60 ? 0 : r < 80 ? 1 : r < 95 ? 2 : 3;
  while (parts-- > 0 && b->n_lines < MAX_LINES - 12)
    add_part (&m);
  contract_random (b, arch, rng, arena);
  body_finish (b, arch);
}

/* ---- printing ------------------------------------------------------------------------- */

static const char *
gpr_name (const struct avow_arch *arch, int loc, unsigned size)
{
  const struct avow_isa *isa = arch->isa;
  for (unsigned i = 0; i < isa->n_regnames; i++)
    {
      const struct avow_regname *n = &isa->regnames[i];
      if (n->loc == loc && n->size == size && !n->shift && n->modes & AVOW_MODE64)
        return isa_str (isa, n->name);
    }
  return "?";
}

static unsigned
size_of_modifier (char m, unsigned otherwise)
{
  switch (m)
    {
    case 'b': return 1;
    case 'w': return 2;
    case 'k': return 4;
    case 'q': return 8;
    case 'x': return 16;
    case 't': return 32;
    case 'g': return 64;
    default: return otherwise;
    }
}

unsigned
body_print (const struct body *b, const struct avow_arch *arch, const struct placing *p, char *out,
            unsigned size)
{
  unsigned n = 0;
  for (unsigned i = 0; i < b->n_lines && n + 100 < size; i++)
    {
      for (const char *t = b->lines[i].text; *t; t++)
        if (*t == MARK)
          {
            unsigned var = (unsigned)(t[1] - 'A');
            const struct var *v = &b->vars[var];
            if (v->kind == VAR_MEM)
              n += (unsigned)sprintf (out + n, "(%%%s)", gpr_name (arch, p->reg[var], 8));
            else
              n += (unsigned)sprintf (
                  out + n, "%%%s", gpr_name (arch, p->reg[var], size_of_modifier (t[2], v->size)));
            t += 2;
          }
        else
          out[n++] = *t;
      out[n++] = '\n';
    }
  out[n] = 0;
  return n;
}

static void
print_template (struct body *b)
{
  unsigned n = 0;
  for (unsigned i = 0; i < b->n_lines; i++)
    {
      for (const char *t = b->lines[i].text; *t; t++)
        if (*t == MARK)
          {
            n += (unsigned)(t[2] == '.' ? sprintf (b->text + n, "%%%d", b->vars[t[1] - 'A'].number)
                                        : sprintf (b->text + n, "%%%c%d", t[2],
                                                   b->vars[t[1] - 'A'].number));
            t += 2;
          }
        else
          {
            if (strchr ("%{|}", *t))
              b->text[n++] = '%';
            b->text[n++] = *t;
          }
      b->text[n++] = '\n';
    }
  b->text[n] = 0;
  b->stmt.text = b->text;
  b->stmt.len = n;
}

/* ---- the statement --------------------------------------------------------------------- */

static void
fill_operand (const struct body *b, const struct var *v, bool output, struct avow_operand *op,
              const struct avow_arch *arch)
{
  static const char *const constraints[3][3]
      = { { "r", "=r", "=&r" }, { "x", "=x", "=&x" }, { "m", "=m", "=m" } };
  memset (op, 0, sizeof *op);
  (void)b;
  op->is_output = output;
  op->size = v->size;
  op->align = 64;
  op->type = v->kind == VAR_VEC                  ? AVOW_TYPE_VECTOR
             : v->pointer                        ? AVOW_TYPE_POINTER
             : v->kind == VAR_MEM && v->size > 8 ? AVOW_TYPE_OTHER
                                                 : AVOW_TYPE_INT;
  op->constraint = constraints[v->kind][output ? 1 + v->early : 0];
  if (v->hard >= 0)
    op->hard_reg = gpr_name (arch, v->hard, v->kind == VAR_VEC ? 16 : 8);
  if (v->pointer || v->same_value_id)
    op->value_id = v->window + 1u;
  else if (v->kind == VAR_MEM)
    op->value_id = v->window + 10u;
}

static const char *
digit (unsigned n)
{
  static const char *const digits[]
      = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11" };
  return digits[n];
}

void
body_finish (struct body *b, const struct avow_arch *arch)
{
  unsigned n = 0;
  memset (&b->stmt, 0, sizeof b->stmt);
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      b->vars[i].number = b->vars[i].tied = -1;
      if (!b->vars[i].out)
        continue;
      b->vars[i].number = (int8_t)n;
      fill_operand (b, &b->vars[i], true, &b->operands[n++], arch);
    }
  b->stmt.n_outputs = n;
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      struct var *v = &b->vars[i];
      if (!v->in)
        continue;
      struct avow_operand *op = &b->operands[n];
      fill_operand (b, v, false, op, arch);
      if (v->out && v->kind == VAR_MEM)
        {
          op->same_object = (uint8_t)(v->number + 1);
          b->operands[v->number].same_object = (uint8_t)(n + 1);
        }
      else if (v->out)
        op->constraint = digit ((unsigned)v->number);
      if (v->out)
        v->tied = (int8_t)n;
      else
        v->number = (int8_t)n;
      n++;
    }
  b->stmt.operands = b->operands;
  b->stmt.n_operands = n;
  b->stmt.clobbers = b->clobber_names;
  unsigned c = 0;
  for (unsigned l = 0; l < arch->isa->n_locs && c < 60; l++)
    if (b->clobbers[l / 64] >> (l % 64) & 1)
      b->clobber_names[c++] = isa_str (arch->isa, arch->isa->locs[l].clobber);
  if (b->memory)
    b->clobber_names[c++] = "memory";
  if (b->cc)
    b->clobber_names[c++] = "cc";
  b->stmt.n_clobbers = c;
  b->stmt.is_volatile = true;
  b->stmt.target.arch = arch;
  b->stmt.target.red_zone = b->red_zone;
  print_template (b);
}

void
body_show (const struct body *b)
{
  printf ("asm \"");
  for (const char *t = b->text; *t; t++)
    if (*t == '\n')
      fputs ("\\n", stdout);
    else
      putchar (*t);
  printf ("\" is_volatile 1\ntarget red_zone %d\n", b->red_zone);
  for (unsigned i = 0; i < b->stmt.n_operands; i++)
    {
      const struct avow_operand *op = &b->operands[i];
      printf ("%s \"%s\" size %u type %u align 64", op->is_output ? "out" : "in", op->constraint,
              (unsigned)op->size, op->type);
      if (op->hard_reg)
        printf (" hard_reg \"%s\"", op->hard_reg);
      if (op->value_id)
        printf (" value_id %u", op->value_id);
      if (op->same_object)
        printf (" same_object %u", op->same_object);
      putchar ('\n');
    }
  for (unsigned i = 0; i < b->stmt.n_clobbers; i++)
    printf ("clobber \"%s\"\n", b->clobber_names[i]);
  puts ("end");
}
