/* x86.c - x86-64 and i386: constraints, operand printing, flag outputs, ABI facts.

   Constraint letters are those of GCC 12 to 16 (gcc/config/i386/constraints.md), the
   printing of register operands is print_reg and ix86_print_operand in
   gcc/config/i386/i386.cc, flag outputs are ix86_md_asm_adjust there.  */
#include <string.h>

#include "../model/contract.h"
#include "arch.h"

#define CF (1u << 0)
#define PF (1u << 1)
#define AF (1u << 2)
#define ZF (1u << 3)
#define SF (1u << 4)
#define OF (1u << 5)
#define DF (1u << 6)

/* ---- constraints --------------------------------------------------------- */

static void
add_named (const struct avow_arch *arch, struct avow_place *pl, const char *names)
{
  while (*names)
    {
      size_t n = strcspn (names, " ");
      int reg = isa_find_reg (arch->isa, names, n);
      if (reg >= 0)
        locset_add (&pl->regs, arch->isa->regnames[reg].loc);
      names += n + (names[n] == ' ');
    }
}

/* The first COUNT locations of class CLS, without the stack pointer.  */
static void
add_class (const struct avow_arch *arch, struct avow_place *pl, uint8_t cls, unsigned count)
{
  for (unsigned l = 0; l < arch->isa->n_locs && count; l++)
    if (arch->isa->locs[l].cls == cls)
      {
        count--;
        if (!(arch->isa->locs[l].flags & AVOW_LOC_SP))
          locset_add (&pl->regs, l);
      }
}

static void
gpr (const struct avow_arch *arch, struct avow_place *pl, const char *names)
{
  pl->kinds |= AVOW_K_GPR;
  if (names)
    add_named (arch, pl, names);
  else
    add_class (arch, pl, AVOW_RC_GPR, arch->n_gprs);
}

/* A value of two words in edx:eax (rdx:rax); a value of one word in either.  */
static void
pair_a (const struct avow_arch *arch, const struct avow_operand *op, struct avow_place *pl)
{
  gpr (arch, pl, "rax rdx");
  if (op->size > arch->word_bytes)
    {
      pl->n_locs = 2;
      pl->loc[0] = arch->isa->regnames[isa_find_reg (arch->isa, "rax", 3)].loc;
      pl->loc[1] = arch->isa->regnames[isa_find_reg (arch->isa, "rdx", 3)].loc;
      pl->fixed = true;
    }
}

static void
vec (const struct avow_arch *arch, struct avow_place *pl, unsigned count)
{
  pl->kinds |= AVOW_K_VEC;
  add_class (arch, pl, AVOW_RC_VEC, count);
}

/* Two-letter constraints beginning with Y.  */
static bool
constraint_y (const struct avow_arch *arch, char second, struct avow_place *pl)
{
  switch (second)
    {
    case 'z': pl->kinds |= AVOW_K_VEC; add_named (arch, pl, "xmm0"); return true;
    case 'k':
      pl->kinds |= AVOW_K_MASK;
      add_named (arch, pl, "k1 k2 k3 k4 k5 k6 k7");
      return true;
    case 'd': case 'p': case 'a': case 'r':
    case 'f':
      if (second == 'd' || second == 'r')
        vec (arch, pl, arch->n_vecs);
      else
        gpr (arch, pl, NULL);
      return true;
    case 'b': gpr (arch, pl, NULL); return true;
    case 'm': case 'n': pl->kinds |= AVOW_K_MM; add_class (arch, pl, AVOW_RC_MM, 8); return true;
    case 'i': case 'v': case 'w': vec (arch, pl, arch->n_vecs); return true;
    default: return false;
    }
}

/* Two-letter constraints beginning with B: operands of calls, special memory.  */
static bool
constraint_b (const struct avow_arch *arch, char second, struct avow_place *pl)
{
  switch (second)
    {
    case 'f': pl->kinds |= AVOW_K_IMM; return false; /* the flags register */
    case 'g': case 'm': case 'c': case 'n': case 'r': case 'k': pl->kinds |= AVOW_K_MEM; return true;
    case 's': case 'w': case 'z':
      gpr (arch, pl, NULL);
      pl->kinds |= AVOW_K_IMM | AVOW_K_REL | AVOW_K_MEM;
      return true;
    case 'C': case 'F': case 'H': case 'B': case 'G': pl->kinds |= AVOW_K_IMM; return true;
    default: return false;
    }
}

/* Two-letter constraints beginning with j: jR is every general register, the others leave out r16 to
   r31: jr and jc as registers, jp and ja as an address, the others as memory.  */
static bool
constraint_j (const struct avow_arch *arch, char second, struct avow_place *pl)
{
  if (!second || !strchr ("rcRpabem<>oV", second))
    return false;
  if (strchr ("rcR", second))
    {
      pl->kinds |= AVOW_K_GPR;
      add_class (arch, pl, AVOW_RC_GPR, arch->mode == AVOW_MODE32 ? 8 : second == 'R' ? 32 : 16);
    }
  else
    pl->kinds |= AVOW_K_MEM;
  pl->address |= second == 'p' || second == 'a';
  return true;
}

/* Letters followed by another one that belongs to them; returns the number of letters used.  */
static int
two_letters (const struct avow_arch *arch, const char *s, struct avow_place *pl)
{
  switch (s[0])
    {
    case 'Y': return constraint_y (arch, s[1], pl) ? 2 : 0;
    case 'B': return constraint_b (arch, s[1], pl) ? 2 : 0;
    case 'W':
      if (s[1] && strchr ("bdefswz", s[1]))
        return pl->kinds |= AVOW_K_IMM, 2;
      return 0;
    case 'T':
      if (s[1] && strchr ("vs", s[1]))
        return pl->kinds |= AVOW_K_MEM, pl->address = true, 2;
      return 0;
    case 'j': /* APX, from GCC 14 on: whether r16 to r31 may be had, whatever the options say of "r" and "m" */
      return constraint_j (arch, s[1], pl) ? 2 : 0;
    default: return 0;
    }
}

static bool
x86_constraint (const struct avow_arch *arch, const struct avow_operand *op, const char **p,
                struct avow_place *pl)
{
  bool is64 = arch->mode == AVOW_MODE64;
  int used = two_letters (arch, *p, pl);
  if (used)
    {
      *p += used;
      return true;
    }
  switch (**p)
    {
    case 'r': case 'l': case 'R':
      gpr (arch, pl, **p == 'R' ? "rax rcx rdx rbx rsi rdi rbp" : NULL);
      break;
    case 'q': gpr (arch, pl, is64 ? NULL : "rax rcx rdx rbx"); break;
    case 'Q': gpr (arch, pl, "rax rcx rdx rbx"); break;
    case 'U': gpr (arch, pl, is64 ? "rax rcx rdx rsi rdi r8 r9 r10 r11" : "rax rcx rdx"); break;
    case 'a': gpr (arch, pl, "rax"); break;
    case 'b': gpr (arch, pl, "rbx"); break;
    case 'c': gpr (arch, pl, "rcx"); break;
    case 'd': gpr (arch, pl, "rdx"); break;
    case 'S': gpr (arch, pl, "rsi"); break;
    case 'D': gpr (arch, pl, "rdi"); break;
    case 'A': pair_a (arch, op, pl); break;
    case 'f': pl->kinds |= AVOW_K_ST; add_class (arch, pl, AVOW_RC_ST, 8); break;
    case 't': pl->kinds |= AVOW_K_ST; add_named (arch, pl, "st"); break;
    case 'u': pl->kinds |= AVOW_K_ST; add_named (arch, pl, "st(1)"); break;
    case 'y': pl->kinds |= AVOW_K_MM; add_class (arch, pl, AVOW_RC_MM, 8); break;
    case 'x': vec (arch, pl, is64 ? 16 : 8); break;
    case 'v': vec (arch, pl, arch->n_vecs); break;
    case 'k': pl->kinds |= AVOW_K_MASK; add_class (arch, pl, AVOW_RC_MASK, 8); break;
    case 'w': pl->kinds |= AVOW_K_BND; add_class (arch, pl, AVOW_RC_BND, 4); break;
    case 'g': case 'X':
      gpr (arch, pl, NULL);
      pl->kinds |= AVOW_K_MEM | AVOW_K_IMM | AVOW_K_REL;
      if (**p == 'X')
        pl->kinds |= AVOW_K_VEC;
      break;
    case 'I': case 'J': case 'K': case 'L': case 'M': case 'N': case 'O': case 'G': case 'C':
    case 'e': case 'Z':
      pl->kinds |= AVOW_K_IMM;
      break;
    default: return false;
    }
  ++*p;
  return true;
}

/* ---- how GCC prints a register ------------------------------------------- */

static struct avow_view
gpr_view (const struct avow_arch *arch, const struct avow_operand *op, char modifier)
{
  uint8_t word = arch->word_bytes;
  switch (modifier)
    {
    case 'b': return (struct avow_view){ 1, 0 };
    case 'h': return (struct avow_view){ 1, 1 };
    case 'w': return (struct avow_view){ 2, 0 };
    case 'k': return (struct avow_view){ 4, 0 };
    case 'q': return (struct avow_view){ word, 0 };
    case 'V': case 'r': return (struct avow_view){ word, 0 };
    case 0: case 'z': case 'Z':
      break;
    default: return (struct avow_view){ 0, 0 };
    }
  /* print_reg takes the size of the operand's mode; 8 prints as 4 on i386.  */
  switch (op->size)
    {
    case 1: case 2: case 4: return (struct avow_view){ (uint8_t)op->size, 0 };
    case 3: return (struct avow_view){ 4, 0 };
    default: return (struct avow_view){ word, 0 };
    }
}

static struct avow_view
vec_view (const struct avow_operand *op, char modifier)
{
  switch (modifier)
    {
    case 'x': return (struct avow_view){ 16, 0 };
    case 't': return (struct avow_view){ 32, 0 };
    case 'g': return (struct avow_view){ 64, 0 };
    case 0: case 'v': case 'q': case 'd':
      return (struct avow_view){ (uint8_t)(op->size > 32 ? 64 : op->size > 16 ? 32 : 16), 0 };
    default: return (struct avow_view){ 0, 0 };
    }
}

static struct avow_view
x86_view (const struct avow_arch *arch, const struct avow_operand *op, uint8_t cls, char modifier)
{
  switch (cls)
    {
    case AVOW_RC_GPR: return gpr_view (arch, op, modifier);
    case AVOW_RC_VEC: return vec_view (op, modifier);
    case AVOW_RC_ST: return (struct avow_view){ 10, 0 };
    case AVOW_RC_BND: return (struct avow_view){ 16, 0 };
    default: return (struct avow_view){ 8, 0 };
    }
}

/* ---- flags --------------------------------------------------------------- */

static uint32_t
x86_flag_output (const struct avow_arch *arch, const char *cond)
{
  static const struct { char name[4]; uint32_t flags; } table[] = {
    { "o", OF },       { "b", CF },       { "c", CF },       { "nae", CF },
    { "e", ZF },       { "z", ZF },       { "be", CF | ZF }, { "na", CF | ZF },
    { "s", SF },       { "p", PF },       { "pe", PF },      { "po", PF },
    { "l", SF | OF },  { "nge", SF | OF }, { "le", ZF | SF | OF }, { "ng", ZF | SF | OF },
    { "a", CF | ZF },  { "ae", CF },      { "g", ZF | SF | OF }, { "ge", SF | OF },
  };
  (void)arch;
  for (int negated = 0; negated < 2; negated++)
    {
      for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!strcmp (cond, table[i].name))
          return table[i].flags;
      if (*cond++ != 'n')
        break;
    }
  return 0;
}

static bool
x86_own_segment (const struct avow_arch *arch, unsigned loc)
{
  const char *name = isa_str (arch->isa, arch->isa->locs[loc].name);
  return !strcmp (name, "fs") || !strcmp (name, "gs");
}

/* What a mnemonic works on, as far as it matters for suffixes: 0 no float, 1 float, 2 integer for the
   x87, 3 its control (gas/config/tc-i386.c, intel_float_operand).  */
static unsigned
float_kind (const char *m)
{
  if (m[0] != 'f')
    return 0;
  if (m[1] == 'i')
    return 2;
  if (!strncmp (m, "fldc", 4) || !strncmp (m, "flde", 4) || !strncmp (m, "frs", 3)
      || !strncmp (m, "fsa", 3) || (m[1] == 'n' && m[2] != 'o'))
    return 3;
  if (!strncmp (m, "fst", 3) && m[3] && strchr ("cdes", m[3]))
    return 3;
  return !strncmp (m, "fxr", 3) || !strncmp (m, "fxs", 3) ? 0 : 1;
}

/* iretd is iretl, fldd is flds, fildw is filds.  */
static bool
x86_intel_name (const char *name, size_t len, char *out)
{
  if (len < 2 || len >= AVOW_MAX_MNEMONIC)
    return false;
  memcpy (out, name, len);
  out[len] = '\0';
  unsigned kind = float_kind (out);
  if (out[len - 1] == 'd')
    out[len - 1] = kind == 1 ? 's' : 'l';
  else if (out[len - 1] == 'w' && kind & 2)
    out[len - 1] = 's';
  else
    return false;
  return true;
}

/* Leaves that take an index in ecx (Intel SDM, volume 2, "CPUID"; AMD APM, volume 3, appendix E).  The first two, and the first
   extended ones, never do; of a leaf that a processor does not have, Intel's give the highest one they have.  */
static int
x86_has_subleaf (uint64_t leaf)
{
  static const uint32_t with[] = { 4, 7, 0xb, 0xd, 0xf, 0x10, 0x12, 0x14, 0x17, 0x18, 0x1b, 0x1d, 0x1e, 0x1f, 0x20,
                                   0x23, 0x24, 0x8000001d, 0x80000020, 0x80000026 };

  leaf &= UINT32_MAX;
  for (size_t i = 0; i < sizeof with / sizeof *with; i++)
    if (leaf == with[i])
      return 1;
  return leaf <= 1 || (leaf >= 0x80000000 && leaf <= 0x80000008) ? 0 : -1;
}

/* comment_chars, line_comment_chars, line_separator_chars and extra_symbol_chars of
   gas/config/tc-i386.c for GNU/Linux.  */
static const struct avow_syntax x86_syntax = { {
  ['#'] = AVOW_SX_COMMENT | AVOW_SX_LINE_COMMENT | AVOW_SX_STOP,
  ['/'] = AVOW_SX_LINE_COMMENT | AVOW_SX_STOP,
  [';'] = AVOW_SX_SEPARATOR | AVOW_SX_STOP,
  ['\n'] = AVOW_SX_STOP, ['"'] = AVOW_SX_STOP, ['\''] = AVOW_SX_STOP, [':'] = AVOW_SX_STOP,
  [1] = AVOW_SX_STOP, /* a token of the template (asm/template.h) */
  ['*'] = AVOW_SX_SYMBOL, ['%'] = AVOW_SX_SYMBOL, ['-'] = AVOW_SX_SYMBOL,
  ['('] = AVOW_SX_SYMBOL, ['['] = AVOW_SX_SYMBOL, ['{'] = AVOW_SX_SYMBOL,
  ['}'] = AVOW_SX_SYMBOL,
} };

/* ---- the two architectures ------------------------------------------------ */

#define X86_COMMON                                                                                 \
  .isa = &avow_isa_x86, .calls = avow_x86_calls, .syntax = &x86_syntax, .flags_implicit = true,    \
  .status_flags = CF | PF | AF | ZF | SF | OF, .condition_flags = CF | PF | ZF | SF | OF,          \
  .flag_carry = CF, .flag_zero = ZF, .flag_sign = SF,                                              \
  .flag_overflow = OF, .flag_parity = PF, .abi_flags = DF, .syscall_result = 0 /* rax */,          \
  .syscall_gate = 0x80, .gate_exit_calls = { 1, 252 }, .debug_vectors = 1 << 1 | 1 << 3 | 1 << 4,  \
  .abi_flags_image = 1u << 10, .constraint = x86_constraint, .view = x86_view,                     \
  .intel_name = x86_intel_name, .own_segment = x86_own_segment, .flag_output = x86_flag_output, \
  .has_subleaf = x86_has_subleaf

const struct avow_arch avow_arch_x86_64 = {
  .name = "x86_64", .mode = AVOW_MODE64, .ptr_bytes = 8, .word_bytes = 8, .zext_bytes = 4,
  .red_zone_bytes = 128, .exit_calls = { 60, 231 }, .n_gprs = 16, .n_vecs = 32, X86_COMMON
};

/* With -mapxf -mapx-inline-asm-use-gpr32: "r" may be r16 to r31.  */
const struct avow_arch avow_arch_x86_64_gpr32 = {
  .name = "x86_64-gpr32", .mode = AVOW_MODE64, .ptr_bytes = 8, .word_bytes = 8, .zext_bytes = 4,
  .red_zone_bytes = 128, .exit_calls = { 60, 231 }, .n_gprs = 32, .n_vecs = 32, X86_COMMON
};

const struct avow_arch avow_arch_i386 = {
  .name = "i386", .mode = AVOW_MODE32, .ptr_bytes = 4, .word_bytes = 4, .zext_bytes = 0,
  .red_zone_bytes = 0, .exit_calls = { 1, 252 }, .n_gprs = 8, .n_vecs = 8, X86_COMMON
};

static const struct avow_arch *const archs[] = { &avow_arch_x86_64, &avow_arch_x86_64_gpr32, &avow_arch_i386 };

const struct avow_arch *
avow_arch_by_name (const char *name)
{
  for (size_t i = 0; i < sizeof archs / sizeof *archs; i++)
    if (!strcmp (archs[i]->name, name))
      return archs[i];
  return NULL;
}

int
avow_location (const struct avow_arch *arch, const char *name)
{
  int reg = isa_find_reg (arch->isa, name, strlen (name));
  return reg < 0 ? -1 : arch->isa->regnames[reg].loc;
}

bool
avow_extension (const struct avow_arch *arch, unsigned n, struct avow_extension *ext)
{
  if (n >= arch->isa->n_exts || n >= 64 * AVOW_EXT_WORDS)
    return false;
  ext->name = isa_str (arch->isa, arch->isa->exts[n]);
  ext->option = isa_str (arch->isa, arch->isa->ext_options[n]);
  return true;
}

const char *
avow_arch_name (const struct avow_arch *arch)
{
  return arch->name;
}
