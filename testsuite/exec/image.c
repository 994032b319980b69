/* image.c - see image.h.  */
#include "image.h"

#include <stdio.h>
#include <string.h>

/* RFLAGS bit of each bit of the location `flags', in the order of x86.regs (flagbits).  */
static const struct { const char *name; uint8_t bit, width; } flag_bits[] = {
  { "cf", 0, 1 },  { "pf", 2, 1 },    { "af", 4, 1 },  { "zf", 6, 1 },  { "sf", 7, 1 },  { "of", 11, 1 },
  { "df", 10, 1 }, { "if", 9, 1 },    { "tf", 8, 1 },  { "ac", 18, 1 }, { "nt", 14, 1 }, { "iopl", 12, 2 },
  { "rf", 16, 1 }, { "vm", 17, 1 },   { "vif", 19, 1 }, { "vip", 20, 1 }, { "id", 21, 1 },
};

#define N_FLAG_BITS (sizeof flag_bits / sizeof *flag_bits)

static uint64_t
flag_by_name (const char *name)
{
  for (unsigned i = 0; i < N_FLAG_BITS; i++)
    if (!strcmp (flag_bits[i].name, name))
      return ((uint64_t)((1 << flag_bits[i].width) - 1)) << flag_bits[i].bit;
  return 0;
}

uint64_t
image_flags (const struct avow_isa *isa, uint64_t mask)
{
  uint64_t bits = 0;
  for (unsigned i = 0; i < isa->n_flags; i++)
    if (mask >> i & 1)
      bits |= flag_by_name (isa_str (isa, isa->flag_names[i]));
  return bits;
}

static void
fill_bytes (void *at, uint64_t mask, unsigned size)
{
  uint8_t *p = at;
  for (unsigned i = 0; i < size; i++)
    if (mask >> i & 1)
      p[i] = 0xff;
}

/* Byte of the image and size of a state location that the engine keeps, or -1.  */
static int
state_offset (const char *name, unsigned *size)
{
  static const struct { const char *name; unsigned at, size; } parts[] = {
    { "x87control", EXEC_S_FX + EXEC_FX_CONTROL, 2 }, { "x87status", EXEC_S_FX + EXEC_FX_STATUS, 2 },
    { "x87tag", EXEC_S_FX + EXEC_FX_TAG, 1 },         { "mxcsr", EXEC_S_FX + EXEC_FX_MXCSR, 4 },
    { "fsbase", EXEC_S_FSBASE, 8 },                   { "gsbase", EXEC_S_GSBASE, 8 },
  };
  for (unsigned i = 0; i < sizeof parts / sizeof *parts; i++)
    if (!strcmp (parts[i].name, name))
      {
        *size = parts[i].size;
        return (int)parts[i].at;
      }
  return -1;
}

static bool
add_state (image *m, const struct avow_isa *isa, unsigned loc, uint64_t mask)
{
  unsigned size;
  int at = state_offset (isa_str (isa, isa->locs[loc].name), &size);
  if (at >= 0)
    fill_bytes ((uint8_t *)m + at, mask, size);
  return at >= 0;
}

bool
image_add (image *m, const struct avow_isa *isa, unsigned loc, uint64_t mask, unsigned slot0)
{
  unsigned i;
  switch (isa->locs[loc].cls)
    {
    case AVOW_RC_GPR:
      if (!image_has_gpr (loc))
        return false;
      fill_bytes (&m->gpr[loc], mask, 8);
      return true;
    case AVOW_RC_FLAGS: m->flags |= image_flags (isa, mask); return true;
    case AVOW_RC_VEC: fill_bytes (m->vec[loc - isa->loc_vec0], mask, 64); return true;
    case AVOW_RC_MASK: fill_bytes (&m->mask[loc - isa->loc_mask0], mask, 8); return true;
    case AVOW_RC_ST:
      i = (loc - isa->loc_st0 + slot0) & 7;
      fill_bytes (m->fx + EXEC_FX_ST + 16 * i, mask, 10);
      return true;
    case AVOW_RC_MM:
      i = loc - isa->loc_mm0;
      fill_bytes (m->fx + EXEC_FX_ST + 16 * i, mask, 8);
      return true;
    case AVOW_RC_SEG:
      {
        static const char names[6][3] = { "es", "cs", "ss", "ds", "fs", "gs" };
        for (i = 0; i < 6; i++)
          if (!strcmp (names[i], isa_str (isa, isa->locs[loc].name)))
            fill_bytes (&m->seg[i], mask, 2);
        /* The base is the hidden part of the register (Intel SDM vol. 3, 3.4.3).  */
        if (m->seg[EXEC_FS])
          m->fsbase = ~(uint64_t)0;
        if (m->seg[EXEC_GS])
          m->gsbase = ~(uint64_t)0;
        return true;
      }
    case AVOW_RC_STATE: return add_state (m, isa, loc, mask);
    default: return false;
    }
}

void
image_variable (image *m)
{
  static const unsigned bytes[] = { 16, 32, 64 };
  bool wide = sizeof (void *) == 8;
  static const uint32_t mxcsr = 0xe07f; /* all but the exception masks */
  memset (m, 0, sizeof *m);
  for (unsigned i = 0; i < (wide ? exec_level () == 2 ? 32u : 16u : 8u); i++)
    memset (m->vec[i], 0xff, bytes[exec_level ()]);
  if (exec_level () == 2)
    memset (m->mask, 0xff, sizeof m->mask);
  for (unsigned i = 0; i < (wide ? 16u : 8u); i++)
    m->gpr[i] = wide ? ~(uint64_t)0 : 0xffffffffu;
  m->flags = 0xcd5; /* cf pf af zf sf df of */
  for (unsigned i = 0; i < 8; i++)
    memset (m->fx + EXEC_FX_ST + 16 * i, 0xff, 10);
  m->fx[EXEC_FX_CONTROL + 1] = 0x0c; /* rounding; precision is set apart */
  m->fx[EXEC_FX_STATUS] = 0x7f;
  m->fx[EXEC_FX_STATUS + 1] = 0x7f;
  m->fx[EXEC_FX_TAG] = 0xff;
  memcpy (m->fx + EXEC_FX_MXCSR, &mxcsr, sizeof mxcsr);
}

void
image_settle (image *s, unsigned base)
{
  uint8_t st[8][16];
  unsigned top = fx_top (s);
  memcpy (st, s->fx + EXEC_FX_ST, sizeof st);
  for (unsigned i = 0; i < 8; i++)
    memcpy (s->fx + EXEC_FX_ST + 16 * ((top + i - base) & 7), st[i], 16);
  unsigned tag = s->fx[EXEC_FX_TAG];
  s->fx[EXEC_FX_TAG] = (uint8_t)((tag << 8 | tag) >> base);
}

void
image_unsettle (image *s, unsigned base)
{
  uint8_t slot[8][16];
  unsigned top = fx_top (s);
  memcpy (slot, s->fx + EXEC_FX_ST, sizeof slot);
  for (unsigned i = 0; i < 8; i++)
    memcpy (s->fx + EXEC_FX_ST + 16 * i, slot[(top + i - base) & 7], 16);
  unsigned tag = s->fx[EXEC_FX_TAG];
  s->fx[EXEC_FX_TAG] = (uint8_t)((tag << 8 | tag) >> (8 - base));
}

/* ---- names ------------------------------------------------------------------------- */

static void
name_fx (unsigned at, unsigned bit, char *out, size_t size)
{
  if (at >= EXEC_FX_ST && at < EXEC_FX_XMM)
    snprintf (out, size, "x87 register %u byte %u", (at - EXEC_FX_ST) / 16, at % 16);
  else if (at >= EXEC_FX_MXCSR && at < EXEC_FX_MXCSR + 4)
    snprintf (out, size, "mxcsr bit %u", (at - EXEC_FX_MXCSR) * 8 + bit);
  else if (at < 2)
    snprintf (out, size, "x87control bit %u", at * 8 + bit);
  else if (at < 4)
    snprintf (out, size, "x87status bit %u", at * 8 + bit - 16);
  else
    snprintf (out, size, "x87tag of register %u", bit);
}

static void
name_flag (unsigned bit, char *out, size_t size)
{
  for (unsigned i = 0; i < N_FLAG_BITS; i++)
    if (bit >= flag_bits[i].bit && bit < (unsigned)flag_bits[i].bit + flag_bits[i].width)
      {
        snprintf (out, size, "%s", flag_bits[i].name);
        return;
      }
  snprintf (out, size, "flags bit %u", bit);
}

bool
image_name (const image *m, char *out, size_t size)
{
  static const char gprs[16][4] = { "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi",
                                    "r8",  "r9",  "r10", "r11", "r12", "r13", "r14", "r15" };
  static const char segs[6][3] = { "es", "cs", "ss", "ds", "fs", "gs" };
  const uint8_t *p = (const uint8_t *)m;
  unsigned at = 0, bit = 0;
  while (at < EXEC_S_SIZE && !p[at])
    at++;
  if (at == EXEC_S_SIZE)
    return false;
  while (!(p[at] >> bit & 1))
    bit++;
  if (at < EXEC_S_FX)
    snprintf (out, size, "zmm%u byte %u", at / 64, at % 64);
  else if (at < EXEC_S_MASK)
    name_fx (at - EXEC_S_FX, bit, out, size);
  else if (at < EXEC_S_GPR)
    snprintf (out, size, "k%u byte %u", (at - EXEC_S_MASK) / 8, at % 8);
  else if (at < EXEC_S_FLAGS)
    snprintf (out, size, "%s byte %u", gprs[(at - EXEC_S_GPR) / 8], at % 8);
  else if (at < EXEC_S_FSBASE)
    name_flag ((at - EXEC_S_FLAGS) * 8 + bit, out, size);
  else if (at < EXEC_S_SEG)
    snprintf (out, size, "%s", at < EXEC_S_GSBASE ? "fsbase" : "gsbase");
  else
    snprintf (out, size, "%s", segs[(at - EXEC_S_SEG) / 2 % 6]);
  return true;
}
