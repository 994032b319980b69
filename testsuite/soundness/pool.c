/* pool.c - see pool.h.  */
#include "pool.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "asm/insn.h"
#include "model/effect.h"

/* Instructions that end the process, leave the engine, or whose result is not theirs alone.  */
static const char *const excluded[] = {
  "popf",     "leave",     "enter",       "xsave",     "xrstor",     "fxsave",     "fxrstor",
  "fldenv",   "frstor",    "fnsave",      "fsave",     "fnstenv",    "fstenv",     "fldcw",
  "ldmxcsr",  "vldmxcsr",  "xbegin",      "xabort",    "xend",       "xtest",      "rd",
  "wr",       "in",        "out",         "ins",       "outs",       "loop",       "jmp",
  "call",     "ret",       "j",           "push",      "pop",        "sys",        "int",
  "ud",       "hlt",       "swapgs",      "clzero",    "monitor",    "mwait",      "umonitor",
  "umwait",   "tpause",    "cpuid",       "xgetbv",    "enclu",      "pconfig",    "vm",
  "llwpcb",   "slwpcb",    "lwp",         "lds",       "les",        "lfs",        "lgs",
  "lss",      "movbe_",    "sti",         "cli",       "clui",       "stui",       "testui",
  "uiret",    "senduipi",  "tile",        "ldtile",    "sttile",     "td",         "incssp",
  "rstorssp", "saveprev",  "setssbsy",    "clrssbsy",  "endbr",      "ptwrite",    "fwait",
  "wait",     "maskmov",   "vmaskmovdqu", "encodekey", "aesencwide", "aesdecwide", "loadiwkey",
  "hreset",   "serialize", "xsusldtrk",   "xresldtrk", "enqcmd",     "movdir",     "invlpg",
  "lar",      "lsl",       "verr",        "verw",      "sgdt",       "sidt",       "sldt",
  "str",      "smsw",      "rep",         "data16",    "addr32",     "{rex",       "rex",
  "stmxcsr",  "vstmxcsr", /* (its exception bits come from all that was computed before) */
  "xacquire", "xrelease",  "std",         "bnd",       "fninit",     "finit",      "lgdt",
  "lidt",     "lldt",      "ltr",         "lmsw",      "inv",        "clts",       "cl1",
  "arpl",     "bound",     "prefetch",    "emms",      "femms",      "stos",       "scas",
  "lods",     "ssto",      "ssca",        "slod",      "smov",       "scmp",       "gather",
  "vgather",  "vscatter",  "vpgather",    "vpscatter",
};

static bool
is_excluded (const char *text)
{
  static const char *const allowed[]
      = { "incl", "incq", "incb", "incw", "inc", "insertps", "insertq", "popcnt", "strange" };

  for (unsigned i = 0; i < sizeof allowed / sizeof *allowed; i++)
    if (!strncmp (text, allowed[i], strlen (allowed[i]))
        && !isalpha ((unsigned char)text[strlen (allowed[i])]))
      return false;
  for (unsigned i = 0; i < sizeof excluded / sizeof *excluded; i++)
    if (!strncmp (text, excluded[i], strlen (excluded[i])))
      return true;
  const char *paren = strchr (text, '(');
  return strchr (text, '.') || (paren && strchr (paren + 1, '(') && !strstr (text, "st("))
         || strstr (text, "%cr") || strstr (text, "%dr") || strstr (text, "%fs")
         || strstr (text, "%gs") || strstr (text, "%rsp") || strstr (text, "%esp")
         || strstr (text, "%sp");
}

static bool
effect_of (const char *text, const struct avow_arch *arch, struct avow_arena *arena,
           struct avow_effect *e)
{
  static struct avow_stmt stmt;
  struct avow_body body = { 0 };
  struct avow_contract c;

  stmt = (struct avow_stmt){ .text = text, .len = strlen (text), .is_basic = true };
  stmt.target.arch = arch;
  if (!avow_parse (&stmt, 8, arena, &body) || body.n_insns != 1 || body.n_items != 1 || body.n_gaps
      || !avow_contract_build (&c, &stmt, 0, arena, NULL, NULL))
    return false;
  return avow_effect_of (&c, &body.items[0], e) == AVOW_MATCH;
}

static uint8_t
kind_of (const struct avow_effect *e, const struct form *f)
{
  if (e->row->encoding == ISA_ENC_EVEX)
    return FORM_EVEX;
  if (e->row->encoding != ISA_ENC_LEGACY)
    return FORM_VEX;
  if (strstr (f->text, "%st") || e->row->x87 || f->text[0] == 'f' || strstr (f->text, "%mm")
      || e->row->props & ISA_MMX)
    return FORM_X87;
  return strstr (f->text, "%xmm") ? FORM_SSE : FORM_GPR;
}

/* Shift counts and the like are that very register.  */
static bool
is_fixed (const struct form *f, const char *p)
{
  return !strncmp (p, "%cl", 3) && !isalnum ((unsigned char)p[3]) && strchr ("srv", f->text[0]);
}

static void
find_pieces (struct form *f, const struct avow_effect *e, const struct avow_isa *isa)
{
  for (const char *p = f->text; (p = strchr (p, '%')) && f->n_pieces < MAX_PIECES; p++)
    {
      struct piece *pc = &f->pieces[f->n_pieces];
      size_t len = strcspn (p + 1, ",(){} \t");
      int reg = isa_find_reg (isa, p + 1, len);
      if (reg < 0 || is_fixed (f, p))
        continue;
      pc->at = (uint8_t)(p - f->text);
      pc->len = (uint8_t)(len + 1);
      pc->size = isa->regnames[reg].size;
      pc->kind = isa->regnames[reg].cls == AVOW_RC_VEC ? PIECE_VEC : PIECE_GPR;
      if (p[-1] == '(' && p[len + 1] == ')')
        {
          pc->kind = PIECE_MEM;
          pc->at--;
          pc->len += 2;
          pc->size = e->n_mem && e->mem[0].size < 65 ? (uint8_t)e->mem[0].size : 0;
        }
      else if (isa->regnames[reg].cls != AVOW_RC_VEC && isa->regnames[reg].cls != AVOW_RC_GPR)
        continue;
      else if (isa->regnames[reg].shift)
        continue; /* ah and its like stay */
      f->n_pieces++;
    }
}

static bool
add (struct pool *p, const struct form *f)
{
  unsigned k = f->kind;

  if ((p->n[k] & (p->n[k] - 1)) == 0)
    {
      struct form *more = realloc (p->forms[k], (2 * p->n[k] + 1) * sizeof *more);
      if (!more)
        return false;
      p->forms[k] = more;
    }
  p->forms[k][p->n[k]++] = *f;
  return true;
}

bool
pool_load (struct pool *p, const char *file, const struct avow_arch *arch)
{
  FILE *in = fopen (file, "r");
  char line[256];
  struct avow_arena arena = { 0 };
  bool ok = in != NULL;

  while (ok && fgets (line, sizeof line, in))
    {
      struct form f = { 0 };
      static struct avow_effect e;
      line[strcspn (line, "\n")] = 0;
      if (strlen (line) >= sizeof f.text
          || is_excluded (line[0] == '{' && strchr (line, ' ') ? strchr (line, ' ') + 1 : line)
          || !effect_of (line, arch, &arena, &e) || e.row->flow != ISA_NEXT || e.stack_unknown
          || e.row->props
                 & (ISA_NONDET | ISA_IO | ISA_PRIV | ISA_SYSTEM | ISA_GATHER | ISA_SCATTER))
        continue;
      strcpy (f.text, line);
      f.kind = kind_of (&e, &f);
      f.reads_flags = e.flags_r != 0;
      find_pieces (&f, &e, arch->isa);
      ok = add (p, &f);
      avow_arena_reset (&arena);
    }
  avow_arena_free (&arena);
  if (in)
    fclose (in);
  if (!ok)
    perror (file);
  return ok && p->n[FORM_GPR];
}
