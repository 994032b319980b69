/* callee.c - descriptions of called routines: find a line, and read it.

   Calls are rare, so nothing is kept: each call of a symbol looks through the text.  */
#include "callee.h"

#include <string.h>

/* ---- words ------------------------------------------------------------------------ */

static bool
blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static bool
ends (char c)
{
  return !c || c == '\n' || c == '#';
}

/* The next word of the line at *P; empty at its end.  */
static struct avow_slice
next_word (const char **p)
{
  while (blank (**p))
    ++*p;
  struct avow_slice w = { *p, 0 };
  while (!ends (**p) && !blank (**p))
    ++*p;
  w.len = (uint32_t)(*p - w.p);
  return w;
}

static const char *
next_line (const char *p)
{
  while (*p && *p != '\n')
    p++;
  return *p ? p + 1 : p;
}

static bool
is (struct avow_slice w, const char *text)
{
  return w.len == strlen (text) && !memcmp (w.p, text, w.len);
}

static bool
begins (struct avow_slice w, const char *text)
{
  return w.len > strlen (text) && !memcmp (w.p, text, strlen (text));
}

/* Does NAME fit PATTERN, in which a star stands for any characters?  */
static bool
matches (struct avow_slice pattern, struct avow_slice name)
{
  const char *star = memchr (pattern.p, '*', pattern.len);
  uint32_t before = star ? (uint32_t)(star - pattern.p) : pattern.len;
  uint32_t behind = star ? pattern.len - before - 1 : 0;
  if (name.len < before + behind || (!star && name.len != before))
    return false;
  return !memcmp (name.p, pattern.p, before)
         && !memcmp (name.p + name.len - behind, pattern.p + before + (star != NULL), behind);
}

/* ---- one word of a description ----------------------------------------------------------- */

static int
location (const struct avow_arch *arch, const char *p, size_t len)
{
  int reg = isa_find_reg (arch->isa, p, len);
  return reg < 0 ? -1 : arch->isa->regnames[reg].loc;
}

/* r, w or rw; 0 for anything else.  */
static uint8_t
role (struct avow_slice w)
{
  if (is (w, "r"))
    return AVOW_ROLE_R;
  if (is (w, "w"))
    return AVOW_ROLE_W;
  return is (w, "rw") ? AVOW_ROLE_R | AVOW_ROLE_W : 0;
}

/* [REG].BYTES:ROLE or [REG]:ROLE.  */
static bool
read_memory (const struct avow_arch *arch, struct avow_slice name, uint8_t r, struct avow_callee *c)
{
  const char *close = memchr (name.p, ']', name.len);
  if (!close || c->n_mem == AVOW_CALLEE_MEM)
    return false;
  int loc = location (arch, name.p + 1, (size_t)(close - name.p) - 1);
  uint32_t size = 0;
  const char *p = close + 1, *end = name.p + name.len;
  if (loc < 0 || (p < end && *p++ != '.'))
    return false;
  for (; p < end; p++)
    {
      if (*p < '0' || *p > '9' || size > 1000000)
        return false;
      size = size * 10 + (uint32_t)(*p - '0');
    }
  c->mem[c->n_mem].loc = (uint8_t)loc;
  c->mem[c->n_mem].role = r;
  c->mem[c->n_mem++].size = size;
  return true;
}

/* REG:ROLE, flags:w, [REG]...:ROLE.  */
static bool
read_access (const struct avow_arch *arch, struct avow_slice w, struct avow_callee *c)
{
  const char *colon = memchr (w.p, ':', w.len);
  if (!colon)
    return false;
  struct avow_slice name = { w.p, (uint32_t)(colon - w.p) };
  struct avow_slice what = { colon + 1, w.len - name.len - 1 };
  uint8_t r = role (what);
  if (!r)
    return false;
  if (name.len && *name.p == '[')
    return read_memory (arch, name, r, c);
  if (is (name, "flags"))
    return c->flags = r == AVOW_ROLE_W;
  int reg = isa_find_reg (arch->isa, name.p, name.len);
  if (reg < 0 || (r & AVOW_ROLE_R && c->n_reads == AVOW_CALLEE_READS))
    return false;
  const struct avow_regname *view = &arch->isa->regnames[reg];
  if (r & AVOW_ROLE_R)
    {
      c->reads[c->n_reads].loc = view->loc;
      c->reads[c->n_reads++].bytes = view->size;
    }
  if (r & AVOW_ROLE_W)
    locset_add (&c->writes, view->loc);
  return true;
}

static bool
read_word (const struct avow_arch *arch, struct avow_slice w, struct avow_callee *c)
{
  static const struct { const char *word; uint8_t kind; } kinds[]
      = { { "abi", AVOW_CALLEE_ABI }, { "trusted", AVOW_CALLEE_TRUSTED }, { "syscall", AVOW_CALLEE_SYSCALL } };
  for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (is (w, kinds[i].word))
      {
        c->kind = kinds[i].kind;
        return true;
      }
  if (is (w, "noreturn"))
    return c->noreturn = true;
  if (is (w, "memory"))
    return c->memory = true;
  if (begins (w, "jmp="))
    {
      c->kind = AVOW_CALLEE_JUMP;
      c->jump = (int16_t)location (arch, w.p + 4, w.len - 4);
      return c->jump >= 0;
    }
  return read_access (arch, w, c);
}

/* ---- lines ------------------------------------------------------------------------------------ */

/* Read the words at P, behind the name.  False with *WRONG set when one is not understood; *OTHER: the line is for
   another mode.  */
static bool
read_line (const struct avow_arch *arch, const char *p, struct avow_callee *c, bool *other, struct avow_slice *wrong)
{
  memset (c, 0, sizeof *c);
  c->kind = AVOW_CALLEE_DESCRIBED;
  c->jump = -1;
  *other = false;
  for (struct avow_slice w = next_word (&p); w.len; w = next_word (&p))
    {
      *wrong = w;
      if (is (w, "64") || is (w, "32"))
        *other |= (*w.p == '6') != (arch->mode == AVOW_MODE64);
      else if (!*other && !read_word (arch, w, c))
        return false;
    }
  return true;
}

bool
avow_callee_find (const struct avow_arch *arch, const char *descriptions, struct avow_slice name, bool indirect,
                  struct avow_callee *callee)
{
  struct avow_slice wrong;
  bool other;
  for (const char *p = descriptions; *p; p = next_line (p))
    {
      const char *q = p;
      struct avow_slice pattern = next_word (&q);
      bool through = pattern.len > 1 && *pattern.p == '*';
      if (through)
        pattern.p++, pattern.len--;
      if (!pattern.len || through != indirect || !matches (pattern, name))
        continue;
      if (read_line (arch, q, callee, &other, &wrong) && !other)
        return true;
    }
  return false;
}

unsigned
avow_calls_check (const char *name_of_arch, const char *descriptions, const char **word)
{
  const struct avow_arch *arch = avow_arch_by_name (name_of_arch);
  unsigned line = 1;
  struct avow_callee c;
  struct avow_slice wrong = { "", 0 };
  bool other;
  for (const char *p = descriptions; *p; p = next_line (p), line++)
    {
      const char *q = p;
      struct avow_slice name = next_word (&q);
      const char *rest = q;
      if (name.len && (!next_word (&rest).len || !read_line (arch, q, &c, &other, &wrong)))
        {
          *word = next_word (&q).len ? wrong.p : name.p;
          return line;
        }
    }
  return 0;
}
