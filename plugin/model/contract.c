/* contract.c - from constraints and clobbers to the promise.

   A constraint string is a comma-separated list of alternatives; GCC picks one
   alternative for the whole statement, so the caller judges each of them in
   turn.  Within an alternative the letters widen what the operand may be
   (GCC manual, "Constraints for asm Operands").  */
#include "contract.h"

#include <string.h>

unsigned
avow_n_alternatives (const struct avow_stmt *stmt)
{
  unsigned most = 1;
  for (unsigned i = 0; i < stmt->n_operands; i++)
    {
      const char *s = stmt->operands[i].constraint;
      unsigned n = 1;
      /* "=@cc" and "{reg}" hold no commas.  */
      for (; *s; s++)
        n += *s == ',';
      if (n > most)
        most = n;
    }
  return most;
}

/* The start of alternative ALT of S; the last one when S has fewer.  */
static const char *
alternative (const char *s, unsigned alt)
{
  while (alt > 0)
    {
      const char *comma = strchr (s, ',');
      if (!comma)
        break;
      s = comma + 1;
      alt--;
    }
  return s;
}

unsigned
avow_loc_width (const struct avow_contract *c, unsigned loc)
{
  if (loc < c->n_hard)
    {
      const struct avow_loc *l = &c->arch->isa->locs[loc];
      /* In 32-bit mode a general register has four bytes.  */
      if (l->cls == AVOW_RC_GPR)
        return c->arch->word_bytes;
      if (l->cls == AVOW_RC_VEC)
        return c->vec_bytes;
      return l->cls == AVOW_RC_FLAGS ? 64 : l->size;
    }
  const struct avow_operand *op = &c->stmt->operands[loc - c->n_hard];
  const struct avow_place *pl = &c->places[loc - c->n_hard];
  uint64_t n = op->size;
  if (pl->kinds & (AVOW_K_VEC | AVOW_K_MASK | AVOW_K_MM | AVOW_K_GPR))
    {
      uint64_t reg = pl->kinds & AVOW_K_VEC    ? 64
                     : pl->kinds & AVOW_K_GPR ? c->arch->word_bytes
                                               : 8;
      if (n < reg)
        n = reg;
    }
  return n && n < 64 ? (unsigned)n : 64;
}

int
avow_loc_operand (const struct avow_contract *c, unsigned loc)
{
  return loc >= c->n_hard && loc < c->n_locs ? (int)(loc - c->n_hard) : -1;
}

const char *
avow_location_name (const struct avow_arch *arch, unsigned loc)
{
  const struct avow_isa *isa = arch->isa;
  const struct avow_loc *l = &isa->locs[loc];
  if (l->cls == AVOW_RC_GPR && arch->word_bytes == 4)
    {
      /* eax, not rax, on i386: the four-byte view of the location.  */
      for (unsigned i = 0; i < isa->n_regnames; i++)
        if (isa->regnames[i].loc == loc && isa->regnames[i].size == 4
            && isa->regnames[i].modes & AVOW_MODE32)
          return isa_str (isa, isa->regnames[i].name);
    }
  if (l->cls == AVOW_RC_VEC && l->clobber)
    return isa_str (isa, l->clobber);
  return isa_str (isa, l->name);
}

const char *
avow_loc_name (const struct avow_contract *c, unsigned loc, struct avow_arena *arena)
{
  if (loc >= c->n_hard)
    return avow_printf (arena, "%%%u", loc - c->n_hard);
  return avow_location_name (c->arch, loc);
}

/* The location of the register called NAME the way users and GCC spell it
   ("%rax", "eax", "xmm0", "st(1)"), or -1.  */
static int
loc_by_name (const struct avow_arch *arch, const char *name)
{
  char low[16];
  size_t n = 0;
  while (*name == '%' || *name == '#')
    name++;
  for (; name[n] && n < sizeof low - 1; n++)
    low[n] = name[n] >= 'A' && name[n] <= 'Z' ? (char)(name[n] + 32) : name[n];
  if (name[n])
    return -1;
  low[n] = 0;
  int reg = isa_find_reg (arch->isa, low, n);
  return reg < 0 ? -1 : arch->isa->regnames[reg].loc;
}

/* GCC also accepts the bare register number ("0") in a clobber list; nobody
   writes that, and the numbering is GCC's own: unknown.  */
static bool
clobber_one (struct avow_contract *c, const char *name)
{
  if (!strcmp (name, "memory"))
    return c->memory = true;
  if (!strcmp (name, "redzone"))
    return c->redzone = true;
  if (!strcmp (name, "cc"))
    {
      c->cc = true;
      c->promises[c->arch->isa->loc_flags].clobber |= c->arch->status_flags;
      return true;
    }
  int loc = loc_by_name (c->arch, name);
  if (loc < 0)
    return false;
  if ((unsigned)loc == c->arch->isa->loc_flags)
    c->cc = true;
  c->promises[loc].clobber = ~(uint64_t)0;
  return true;
}

/* The kinds that an operand in a register of class CLS can be.  */
static uint16_t
class_kind (uint8_t cls)
{
  switch (cls)
    {
    case AVOW_RC_GPR: return AVOW_K_GPR;
    case AVOW_RC_VEC: return AVOW_K_VEC;
    case AVOW_RC_MM: return AVOW_K_MM;
    case AVOW_RC_MASK: return AVOW_K_MASK;
    case AVOW_RC_ST: return AVOW_K_ST;
    case AVOW_RC_BND: return AVOW_K_BND;
    case AVOW_RC_SEG: return AVOW_K_SEG;
    default: return 0;
    }
}

/* A variable bound to a hard register keeps it, when the constraint allows
   registers at all (GCC manual, "Local Register Variables").  */
static void
bind_register_variable (struct avow_contract *c, const struct avow_operand *op,
                        struct avow_place *pl)
{
  int loc = op->hard_reg ? loc_by_name (c->arch, op->hard_reg) : -1;
  if (loc < 0 || locset_empty (&pl->regs))
    return;
  uint8_t cls = c->arch->isa->locs[loc].cls;
  pl->kinds = class_kind (cls);
  pl->cls = cls;
  pl->fixed = true;
  pl->n_locs = 1;
  pl->loc[0] = (uint16_t)loc;
  memset (&pl->regs, 0, sizeof pl->regs);
  locset_add (&pl->regs, (unsigned)loc);
}

/* "{rax}" (GCC 16): that register and no other.  */
static bool
hard_register_constraint (const struct avow_arch *arch, const char **p, struct avow_place *pl)
{
  char name[16];
  const char *end = strchr (*p, '}');
  if (!end || (size_t)(end - *p - 1) >= sizeof name)
    return false;
  memcpy (name, *p + 1, (size_t)(end - *p - 1));
  name[end - *p - 1] = 0;
  int loc = loc_by_name (arch, name);
  if (loc < 0)
    return false;
  *p = end + 1;
  locset_add (&pl->regs, (unsigned)loc);
  pl->kinds |= class_kind (arch->isa->locs[loc].cls);
  return true;
}

/* Letters that mean the same on every architecture.  Returns -1 for others.  */
static int
generic_letter (const char **p, struct avow_place *pl)
{
  switch (**p)
    {
    case 'm': case 'o': case 'V': case '<': case '>':
      pl->kinds |= AVOW_K_MEM;
      break;
    case 'i': case 'n': case 's': case 'E': case 'F':
      pl->kinds |= AVOW_K_IMM | AVOW_K_REL;
      break;
    case 'p':
      pl->kinds |= AVOW_K_MEM;
      pl->address = true;
      break;
    case '?': case '!': case '^': case '$': case '%': case '=': case '+': case ' ': case '\t':
      break;
    case '&':
      pl->early = true;
      break;
    case '*': /* the next letter matters for costs only */
      break;
    default:
      return -1;
    }
  ++*p;
  return 1;
}

static bool
parse_letters (struct avow_contract *c, const struct avow_operand *op, const char *s,
               struct avow_place *pl)
{
  while (*s && *s != ',')
    {
      if (*s == '#')
        {
          while (*s && *s != ',')
            s++;
          break;
        }
      if (*s >= '0' && *s <= '9')
        {
          int n = 0;
          while (*s >= '0' && *s <= '9')
            n = n < 1000 ? n * 10 + (*s++ - '0') : (s++, n);
          pl->tied = (int16_t)n;
          continue;
        }
      if (*s == '{')
        {
          if (!hard_register_constraint (c->arch, &s, pl))
            return false;
          continue;
        }
      if (generic_letter (&s, pl) > 0)
        continue;
      if (!c->arch->constraint (c->arch, op, &s, pl))
        return false;
    }
  return true;
}

/* A modifier such as "&" in a later alternative applies to that alternative, but "=" and "+" open
   the whole string; "=&r,m" has "&" in the first alternative only (GCC manual,
   "Constraint Modifier Characters").  */
static bool
parse_operand (struct avow_contract *c, unsigned k, unsigned alt)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  struct avow_place *pl = &c->places[k];
  pl->tied = -1;
  const char *s = op->constraint;
  if (*s == '=' || *s == '+')
    s++;
  if (s[0] == '@' && s[1] == 'c' && s[2] == 'c')
    {
      pl->is_flag = true;
      pl->flag_mask = c->arch->flag_output (c->arch, s + 3);
      pl->n_locs = 1;
      pl->loc[0] = c->arch->isa->loc_flags;
      pl->cls = AVOW_RC_FLAGS;
      pl->fixed = true;
      c->cc = c->flag_output = true;
      return pl->flag_mask != 0;
    }
  return parse_letters (c, op, alternative (s, alt), pl);
}

/* The compiler has chosen.  An operand that may be anywhere keeps a location of its own, so that
   what the registers hold before and behind the statement stays apart from it.  */
static void
narrow (struct avow_contract *c, unsigned k)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  struct avow_place *pl = &c->places[k];
  int loc = op->given == AVOW_GIVEN_REGISTER && op->given_reg
                ? loc_by_name (c->arch, op->given_reg) : -1;
  if (op->given == AVOW_NOT_GIVEN || (op->given == AVOW_GIVEN_REGISTER && loc < 0))
    return;
  memset (&pl->regs, 0, sizeof pl->regs);
  if (op->given == AVOW_GIVEN_MEMORY)
    pl->kinds = AVOW_K_MEM;
  else if (op->given == AVOW_GIVEN_CONSTANT)
    pl->kinds = AVOW_K_IMM | AVOW_K_REL;
  else
    {
      pl->cls = c->arch->isa->locs[loc].cls;
      pl->kinds = class_kind (pl->cls);
      locset_add (&pl->regs, (unsigned)loc);
    }
}

/* One register in the set: the place is that hard register.  */
static void
settle (struct avow_contract *c, unsigned k)
{
  struct avow_place *pl = &c->places[k];
  const struct avow_isa *isa = c->arch->isa;
  unsigned count = 0, first = 0;
  for (unsigned l = 0; l < isa->n_locs && count < 2; l++)
    if (locset_has (&pl->regs, l) && !count++)
      first = l;
  if (count)
    pl->cls = isa->locs[first].cls;
  if (pl->n_locs)
    return; /* the arch hook named a pair, or a register variable is bound */
  bool only_register = !(pl->kinds & (AVOW_K_MEM | AVOW_K_IMM))
                       || c->stmt->operands[k].given == AVOW_GIVEN_REGISTER;
  narrow (c, k);
  pl->n_locs = 1;
  pl->loc[0] = (uint16_t)(c->n_hard + k);
  if (count == 1 && only_register)
    {
      pl->loc[0] = (uint16_t)first;
      pl->fixed = true;
    }
}

/* A digit makes the input live where the output does.  With other letters beside
   the digit the input may also live elsewhere; GCC prefers the match.  */
static void
tie (struct avow_contract *c, unsigned k)
{
  struct avow_place *in = &c->places[k];
  int16_t t = in->tied;
  *in = c->places[t];
  in->tied = t;
  in->early = false;
}

static void
declare_operand (struct avow_contract *c, unsigned k)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  struct avow_place *pl = &c->places[k];
  bool inout = op->is_output && op->constraint[0] == '+';
  for (unsigned i = 0; i < pl->n_locs; i++)
    {
      struct avow_promise *p = &c->promises[pl->loc[i]];
      uint64_t bytes = op->size ? op->size : 64;
      uint64_t per = pl->n_locs > 1 ? c->arch->word_bytes : bytes;
      uint64_t mask = pl->is_flag ? pl->flag_mask : avow_bytes (per);
      if (op->is_output)
        {
          p->out |= mask;
          p->output = (int16_t)k;
        }
      if (!op->is_output || inout)
        {
          p->in |= mask;
          p->input = (int16_t)k;
        }
    }
}

/* A function that is compiled for narrow vectors keeps nothing in the rest of the registers, and no caller
   expects it to (calls preserve none of it).  */
static unsigned
vector_bytes (const struct avow_stmt *stmt)
{
  const uint64_t *lacks = stmt->target.lacks;
  const uint8_t *exts = stmt->target.arch->isa->vec_exts;
  for (unsigned i = 0; i < 2; i++)
    if (lacks[exts[i] / 64] >> (exts[i] % 64) & 1)
      return 16u << i;
  return 64;
}

bool
avow_contract_build (struct avow_contract *c, const struct avow_stmt *stmt, unsigned alt,
                     struct avow_arena *arena, avow_gap_fn *gap, void *ctx)
{
  memset (c, 0, sizeof *c);
  c->stmt = stmt;
  c->arch = stmt->target.arch;
  c->n_hard = c->arch->isa->n_locs;
  c->vec_bytes = vector_bytes (stmt);
  c->n_locs = c->n_hard + stmt->n_operands;
  c->places = avow_calloc (arena, stmt->n_operands + 1, sizeof *c->places);
  c->promises = avow_calloc (arena, c->n_locs, sizeof *c->promises);
  if (!c->places || !c->promises)
    return false;
  for (unsigned l = 0; l < c->n_locs; l++)
    c->promises[l].input = c->promises[l].output = -1;

  for (unsigned k = 0; k < stmt->n_operands; k++)
    {
      struct avow_place *pl = &c->places[k];
      bool known = parse_operand (c, k, alt);
      bool tie_ok = pl->tied < 0
                    || ((unsigned)pl->tied < stmt->n_outputs && !stmt->operands[k].is_output);
      if (!known || !tie_ok)
        {
          pl->unknown = true;
          pl->tied = -1;
          gap (ctx, AVOW_REASON_UNKNOWN_CONSTRAINT, stmt->operands[k].constraint);
        }
      if (pl->is_flag)
        continue;
      if (pl->tied >= 0)
        tie (c, k);
      else
        {
          bind_register_variable (c, &stmt->operands[k], pl);
          settle (c, k);
        }
    }
  for (unsigned k = 0; k < stmt->n_operands; k++)
    declare_operand (c, k);
  for (unsigned i = 0; i < stmt->n_clobbers; i++)
    if (!clobber_one (c, stmt->clobbers[i]))
      gap (ctx, AVOW_REASON_UNKNOWN_CLOBBER, stmt->clobbers[i]);
  if (stmt->is_basic)
    c->memory = true; /* GCC manual, "Basic Asm": it may read and write any memory */
  return !arena->failed;
}

bool
avow_may_share (const struct avow_contract *c, unsigned a, unsigned b)
{
  const struct avow_place *pa = &c->places[a], *pb = &c->places[b];
  if (a == b || pa->tied == (int)b || pb->tied == (int)a
      || (pa->tied >= 0 && pa->tied == pb->tied))
    return false;
  return locset_meets (&pa->regs, &pb->regs);
}

bool
avow_address_in (const struct avow_contract *c, unsigned j, unsigned loc)
{
  const struct avow_operand *op = &c->stmt->operands[j];
  const struct avow_loc *l = &c->arch->isa->locs[loc];
  if (op->given == AVOW_NOT_GIVEN)
    return l->cls == AVOW_RC_GPR && !(l->flags & AVOW_LOC_SP);
  return (op->given_reg && loc_by_name (c->arch, op->given_reg) == (int)loc)
         || (op->given_index && loc_by_name (c->arch, op->given_index) == (int)loc);
}

bool
avow_may_address (const struct avow_contract *c, unsigned j, unsigned k)
{
  const struct avow_operand *op = &c->stmt->operands[j];
  const char *names[] = { op->given_reg, op->given_index };
  if (op->given == AVOW_NOT_GIVEN)
    return true;
  for (unsigned i = 0; i < 2; i++)
    {
      int loc = names[i] ? loc_by_name (c->arch, names[i]) : -1;
      if (loc >= 0 && locset_has (&c->places[k].regs, (unsigned)loc))
        return true;
    }
  return false;
}

/* Does CONSTRAINT name operand K in any alternative?  A "+r,m" comes as "=r,m" and "0,m" (gimplify_asm_expr): in its second
   alternative, which allows no register, the two are one object without a digit.  */
static bool
names_digit (const char *constraint, unsigned k)
{
  for (const char *p = constraint; *p;)
    {
      unsigned n = 0;
      if (*p < '0' || *p > '9')
        {
          p++;
          continue;
        }
      while (*p >= '0' && *p <= '9')
        n = n * 10 + (unsigned)(*p++ - '0');
      if (n == k)
        return true;
    }
  return false;
}

bool
avow_output_readable (const struct avow_contract *c, unsigned k)
{
  const struct avow_stmt *s = c->stmt;
  if (s->operands[k].constraint[0] == '+')
    return true;
  if (s->operands[k].same_object && c->places[k].kinds & AVOW_K_MEM)
    return true;
  for (unsigned i = s->n_outputs; i < s->n_operands; i++)
    if (c->places[i].tied == (int)k
        || (locset_empty (&c->places[k].regs) && names_digit (s->operands[i].constraint, k)))
      return true;
  return false;
}
