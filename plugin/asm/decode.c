/* decode.c - from bytes to the text of an x86 instruction, by the lines of x86.bytes.

   The table knows opcodes; this file knows what stands around them: prefixes, REX, the address that
   ModRM, SIB and displacement name, registers by number (Intel SDM vol. 2, chapter 2).  Bytes of
   an opcode that the table lacks mean nothing: there is no guessing at lengths.  */
#include "decode.h"

#include <stdio.h>
#include <string.h>

struct decoder
{
  const struct avow_arch *arch;
  const uint8_t *p;
  unsigned left, at;      /* AT: of the next byte to read */
  bool data16, addr32;    /* 66 that may belong to the opcode; 67 */
  bool dropped_data16;    /* 66 that does not */
  uint8_t repeat, rex;    /* f2, f3; 40 to 4f; 0 = none */
  char *text;
  unsigned len;
};

/* ---- text ------------------------------------------------------------------------- */

static void
put (struct decoder *d, const char *s)
{
  while (*s && d->len < AVOW_DECODE_TEXT - 1)
    d->text[d->len++] = *s++;
  d->text[d->len] = '\0';
}

static void
put_number (struct decoder *d, int64_t n)
{
  char buf[24];
  snprintf (buf, sizeof buf, "%lld", (long long)n);
  put (d, buf);
}

/* General register NUMBER of BYTES.  */
static void
put_gpr (struct decoder *d, unsigned number, unsigned bytes)
{
  static const char low[8][3] = { "ax", "cx", "dx", "bx", "sp", "bp", "si", "di" };
  static const char byte[8][3] = { "al", "cl", "dl", "bl", "ah", "ch", "dh", "bh" };
  char buf[24];
  if (number >= 8)
    snprintf (buf, sizeof buf, "%%r%u%s", number, bytes == 1 ? "b" : bytes == 2 ? "w" : bytes == 4 ? "d" : "");
  else if (bytes == 1 && number >= 4 && d->rex)
    snprintf (buf, sizeof buf, "%%%sl", low[number]);
  else if (bytes == 1)
    snprintf (buf, sizeof buf, "%%%s", byte[number]);
  else
    snprintf (buf, sizeof buf, "%%%s%s", bytes == 8 ? "r" : bytes == 4 ? "e" : "", low[number]);
  put (d, buf);
}

/* Register NUMBER of the class that a placeholder names by C: bytes of a general register, x, m.  */
static void
put_register (struct decoder *d, char c, unsigned number)
{
  char buf[24];
  if (c != 'x' && c != 'm')
    {
      put_gpr (d, number, (unsigned)(c - '0'));
      return;
    }
  snprintf (buf, sizeof buf, "%%%s%u", c == 'x' ? "xmm" : "mm", c == 'x' ? number : number & 7);
  put (d, buf);
}

/* ---- bytes ------------------------------------------------------------------------- */

/* A signed number of BYTES at AT, little end first; the caller knows that they are there.  */
static int64_t
number_at (const struct decoder *d, unsigned at, unsigned bytes)
{
  uint64_t n = 0;
  for (unsigned i = 0; i < bytes; i++)
    n |= (uint64_t)d->p[at + i] << (8 * i);
  uint64_t sign = UINT64_C (1) << (8 * bytes - 1);
  return (int64_t)((n ^ sign) - sign);
}

static const char *
prefix_word (uint8_t byte)
{
  switch (byte)
    {
    case 0xf0: return "lock ";
    case 0x2e: return "cs ";
    case 0x36: return "ss ";
    case 0x3e: return "ds ";
    case 0x26: return "es ";
    case 0x64: return "fs ";
    case 0x65: return "gs ";
    default: return NULL;
    }
}

/* Read the prefixes: those that cannot belong to an opcode become words of the text.  */
static bool
read_prefixes (struct decoder *d)
{
  for (; d->at < d->left; d->at++)
    {
      uint8_t byte = d->p[d->at];
      const char *word = prefix_word (byte);
      if (word)
        put (d, word);
      else if (byte == 0x66 && d->data16)
        put (d, "data16 ");
      else if (byte == 0x66)
        d->data16 = true;
      else if (byte == 0x67 && d->arch->mode == AVOW_MODE64 && !d->addr32)
        d->addr32 = true;
      else if ((byte == 0xf2 || byte == 0xf3) && !d->repeat)
        d->repeat = byte;
      else
        break;
      if (d->at >= 8)
        return false;
    }
  if (d->at < d->left && d->arch->mode == AVOW_MODE64 && (d->p[d->at] & 0xf0) == 0x40)
    d->rex = d->p[d->at++];
  return d->at < d->left && !(d->rex && d->p[d->at] == 0xc4); /* VEX has its own such bits */
}

/* ---- ModRM ---------------------------------------------------------------------------- */

/* Bytes that the ModRM byte at AT, its SIB byte and displacement take.  */
static unsigned
modrm_length (const struct decoder *d, unsigned at)
{
  uint8_t modrm = d->p[at], mod = modrm >> 6, rm = modrm & 7;
  if (mod == 3)
    return 1;
  bool sib = rm == 4;
  if (sib && at + 1 >= d->left)
    return 16; /* more than there is */
  uint8_t base = sib ? d->p[at + 1] & 7 : rm;
  return 1 + sib + (mod == 1 ? 1 : mod == 2 || base == 5 ? 4 : 0);
}

/* The address that the ModRM byte at AT names.  */
static void
put_address (struct decoder *d, unsigned at)
{
  unsigned bytes = d->arch->mode == AVOW_MODE64 && !d->addr32 ? 8 : 4;
  uint8_t mod = d->p[at] >> 6, rm = d->p[at] & 7;
  bool sib = rm == 4;
  uint8_t s = sib ? d->p[at + 1] : 0;
  unsigned base = sib ? s & 7u : rm, index = sib ? (s >> 3 & 7u) | (d->rex & 2u) << 2 : 4;
  bool no_base = mod == 0 && base == 5, rip = no_base && !sib && d->arch->mode == AVOW_MODE64;
  unsigned width = mod == 1 ? 1 : mod == 2 || no_base ? 4 : 0;
  if (width)
    {
      int64_t n = number_at (d, at + 1 + sib, width);
      bool absolute = no_base && index == 4 && d->arch->mode != AVOW_MODE64;
      put_number (d, absolute ? n & 0xffffffff : n);
    }
  if (rip)
    put (d, bytes == 8 ? "(%rip)" : "(%eip)");
  if (rip || (no_base && index == 4))
    return;
  put (d, "(");
  if (!no_base)
    put_gpr (d, base | (d->rex & 1u) << 3, bytes);
  if (index != 4)
    {
      put (d, ",");
      put_gpr (d, index, bytes);
      put (d, ",");
      put_number (d, 1 << (s >> 6));
    }
  put (d, ")");
}

/* ---- lines of the table --------------------------------------------------------------- */

/* Do the bytes at AT, behind the opcode of C, fit the line?  Returns their number, or -1.  */
static int
rest_length (const struct decoder *d, const struct isa_code *c, unsigned at)
{
  unsigned n = 0;
  if (c->modrm)
    {
      if (at >= d->left)
        return -1;
      uint8_t modrm = d->p[at];
      if ((modrm >= 0xc0) != (c->modrm == ISA_MODRM_REG))
        return -1;
      if (c->digit != ISA_DIGIT_REG && (modrm >> 3 & 7) != c->digit)
        return -1;
      n = modrm_length (d, at);
    }
  n += c->imm;
  return at + n <= d->left ? (int)n : -1;
}

/* Write the text of C, whose opcode ends before AT.  */
static void
put_line (struct decoder *d, const struct isa_code *c, unsigned at)
{
  unsigned rm = 0, reg = 0, imm_at = at;
  if (c->modrm)
    {
      rm = (d->p[at] & 7u) | (d->rex & 1u) << 3;
      reg = (d->p[at] >> 3 & 7u) | (d->rex & 4u) << 1;
      imm_at += modrm_length (d, at);
    }
  for (const char *s = d->arch->isa->code_text + c->text; *s; s++)
    if (*s == '$' && c->imm)
      {
        int64_t n = number_at (d, imm_at, c->imm);
        put (d, "$");
        put_number (d, s[1] == 'i' && c->imm == 1 ? n & 0xff : n);
        s += 2;
      }
    else if (*s == '%' && s[1] == 'm' && c->modrm == ISA_MODRM_MEM)
      put_address (d, at), s++;
    else if (*s == '%' && (s[1] == 'e' || s[1] == 'g') && s[2] && strchr ("1248xm", s[2]))
      put_register (d, s[2], s[1] == 'e' ? rm : reg), s += 2;
    else
      put (d, (const char[2]){ *s, 0 });
}

/* The line for the N bytes of KEY, of which the last ones end at AT, or NULL.  */
static const struct isa_code *
find_line (const struct decoder *d, const uint8_t *key, unsigned n, unsigned at, bool extended)
{
  const struct avow_isa *isa = d->arch->isa;
  uint32_t mask = isa->code_hash_size - 1;
  for (uint32_t h = isa_hash ((const char *)key, n) & mask; isa->code_hash[h]; h = (h + 1) & mask)
    {
      const struct isa_code *c = &isa->codes[isa->code_hash[h] - 1];
      if (c->len == n && c->modes & d->arch->mode && (c->modrm || !extended)
          && !memcmp (isa->code_bytes + c->bytes, key, n) && rest_length (d, c, at) >= 0)
        return c;
    }
  return NULL;
}

/* Is there any line for the N bytes of KEY?  */
static bool
has_line (const struct decoder *d, const uint8_t *key, unsigned n)
{
  const struct avow_isa *isa = d->arch->isa;
  uint32_t mask = isa->code_hash_size - 1;
  for (uint32_t h = isa_hash ((const char *)key, n) & mask; isa->code_hash[h]; h = (h + 1) & mask)
    {
      const struct isa_code *c = &isa->codes[isa->code_hash[h] - 1];
      if (c->len == n && !memcmp (isa->code_bytes + c->bytes, key, n))
        return true;
    }
  return false;
}

/* Does REX.W change nothing in C, whose KEY of N bytes ends in an opcode of so many?  Instructions on vectors ignore
   it, except those that have lines with it; others without such a line do not exist.  */
static bool
ignores_w (const struct decoder *d, const struct isa_code *c, const uint8_t *key, unsigned n, unsigned opcode)
{
  const char *text = d->arch->isa->code_text + c->text;
  uint8_t with[20];
  memcpy (with, key, n - opcode);
  with[n - opcode] = 0x48;
  memcpy (with + n - opcode + 1, key + n - opcode, opcode);
  return (strstr (text, "%gx") || strstr (text, "%gm")) && !has_line (d, with, n + 1);
}

/* Does 66 change nothing in C?  Not where a general register has the size that it chooses.  */
static bool
ignores_data16 (const struct decoder *d, const struct isa_code *c)
{
  const char *text = d->arch->isa->code_text + c->text;
  if (!c->modrm)
    return false; /* ret, pusha: it changes what is moved */
  for (const char *s = text; (s = strchr (s, '%')); s++)
    if ((s[1] == 'e' || s[1] == 'g') && s[2] && strchr ("1248", s[2]))
      return false;
  return true;
}

struct variant
{
  bool addr32, rex_w; /* 67 and REX.W belong to the opcode */
};

/* Find the line for what follows the prefixes, the longest opcode first; returns the length of
   the whole instruction, or 0.  */
static unsigned
match_opcode (struct decoder *d, struct variant v)
{
  uint8_t key[16];
  unsigned n = 0, most = d->arch->isa->code_max;
  if (v.addr32)
    key[n++] = 0x67;
  if (d->data16)
    key[n++] = 0x66;
  if (d->repeat)
    key[n++] = d->repeat;
  if (v.rex_w)
    key[n++] = 0x48;
  for (unsigned opcode = most > n ? most - n : 0; opcode; opcode--)
    {
      if (d->at + opcode > d->left || n + opcode > sizeof key)
        continue;
      memcpy (key + n, d->p + d->at, opcode);
      const struct isa_code *c = find_line (d, key, n + opcode, d->at + opcode, (d->rex & 7) != 0);
      if (!c || (d->rex & 8 && !v.rex_w && !ignores_w (d, c, key, n + opcode, opcode)))
        continue;
      if (d->dropped_data16 && !ignores_data16 (d, c))
        continue;
      if (d->addr32 && !v.addr32 && !c->modrm)
        put (d, "addr32 ");
      put_line (d, c, d->at + opcode);
      return d->at + opcode + (unsigned)rest_length (d, c, d->at + opcode);
    }
  return 0;
}

/* The same, with the prefixes that are there: first as parts of the opcode, where the table has that.  */
static unsigned
match_variants (struct decoder *d)
{
  bool w = d->rex & 8;
  unsigned n = d->addr32 ? match_opcode (d, (struct variant){ true, w }) : 0;
  n = n ? n : match_opcode (d, (struct variant){ false, w });
  return n || !w ? n : match_opcode (d, (struct variant){ false, false });
}

/* A line that has all bytes from the first prefix on, registers in the opcode included.  */
static unsigned
match_whole (struct decoder *d)
{
  unsigned most = d->arch->isa->code_max;
  for (unsigned n = d->left < most ? d->left : most; n; n--)
    {
      const struct isa_code *c = find_line (d, d->p, n, n, false);
      if (!c || c->modrm)
        continue;
      put_line (d, c, n);
      return n + c->imm;
    }
  return 0;
}

unsigned
avow_decode (const struct avow_arch *arch, const uint8_t *p, unsigned left,
             char text[AVOW_DECODE_TEXT])
{
  struct decoder d = { .arch = arch, .p = p, .left = left, .text = text };
  text[0] = '\0';
  unsigned n = match_whole (&d);
  if (n || !read_prefixes (&d))
    return n;
  n = match_variants (&d);
  if (n || !d.data16)
    return n;
  d.data16 = false;
  d.dropped_data16 = true;
  put (&d, "data16 ");
  return match_variants (&d);
}
