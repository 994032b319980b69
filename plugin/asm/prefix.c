/* prefix.c - x86 prefixes as words, as {pseudo prefixes} and as bytes.

   A prefix that is missing here makes its statement unknown, which is right:
   rex.r, rex.x and rex.b change the registers of the instruction, addr16 and
   data32 its addresses and sizes in ways no template needs.  */
#include "prefix.h"

#include <stdio.h>
#include <string.h>

#include "reader.h"

struct prefix
{
  char word[12];
  uint16_t bits;
};

static const struct prefix words[] = {
  { "lock", AVOW_PFX_LOCK },     { "rep", AVOW_PFX_REP },       { "repe", AVOW_PFX_REP },
  { "repz", AVOW_PFX_REP },      { "repne", AVOW_PFX_REPNE },   { "repnz", AVOW_PFX_REPNE },
  { "data16", AVOW_PFX_DATA16 }, { "addr32", AVOW_PFX_ADDR32 }, { "rex64", AVOW_PFX_REX_W },
  { "rex.w", AVOW_PFX_REX_W },   { "rex", AVOW_PFX_HINT },      { "notrack", AVOW_PFX_HINT },
  { "bnd", AVOW_PFX_HINT },      { "xacquire", AVOW_PFX_HINT }, { "xrelease", AVOW_PFX_HINT },
  { "ht", AVOW_PFX_HINT },       { "hnt", AVOW_PFX_HINT },      { "cs", AVOW_PFX_SEG },
  { "ds", AVOW_PFX_SEG },        { "es", AVOW_PFX_SEG },        { "fs", AVOW_PFX_SEG },
  { "gs", AVOW_PFX_SEG },        { "ss", AVOW_PFX_SEG },        { "word", AVOW_PFX_DATA16 },
  { "adword", AVOW_PFX_ADDR32 },
};

static const struct prefix pseudos[] = {
  { "vex", AVOW_PFX_VEX },     { "vex2", AVOW_PFX_VEX },    { "vex3", AVOW_PFX_VEX },
  { "evex", AVOW_PFX_EVEX },   { "disp8", AVOW_PFX_HINT },  { "disp16", AVOW_PFX_HINT },
  { "disp32", AVOW_PFX_HINT }, { "load", AVOW_PFX_HINT },   { "store", AVOW_PFX_HINT },
  { "rex", AVOW_PFX_HINT },    { "nooptimize", AVOW_PFX_HINT },
  { "noimm8s", AVOW_PFX_HINT }, { "rex2", AVOW_PFX_HINT },  { "nf", AVOW_PFX_NF },
};

static const struct prefix *
find (const struct prefix *table, size_t n, const char *s, size_t len)
{
  for (size_t i = 0; i < n; i++)
    if (table[i].word[0] == avow_lower (s[0]) && avow_word_is (s, len, table[i].word))
      return &table[i];
  return NULL;
}

bool
avow_prefix_word (const struct avow_reader *rd, const char *s, size_t len,
                  struct avow_prefixes *pfx)
{
  if (len < 2 || len > 8)
    return false;
  const struct prefix *p = find (words, sizeof words / sizeof *words, s, len);
  if (!p)
    return false;
  if (p->bits == AVOW_PFX_SEG)
    {
      int reg = avow_reg_lookup (rd, s, s + len);
      if (reg < 0)
        return false;
      pfx->seg_reg = (int16_t)reg;
    }
  pfx->bits |= p->bits;
  return true;
}

bool
avow_prefix_pseudo (const char *s, size_t len, struct avow_prefixes *pfx)
{
  const struct prefix *p
      = len ? find (pseudos, sizeof pseudos / sizeof *pseudos, s, len) : NULL;
  if (p)
    pfx->bits |= p->bits;
  return p != NULL;
}

bool
avow_prefix_byte (const struct avow_reader *rd, int64_t byte, struct avow_prefixes *pfx)
{
  static const struct { uint8_t byte; char word[7]; } bytes[] = {
    { 0xf0, "lock" }, { 0xf2, "repne" }, { 0xf3, "rep" }, { 0x66, "data16" },
    { 0x67, "addr32" }, { 0x2e, "cs" }, { 0x36, "ss" }, { 0x3e, "ds" },
    { 0x26, "es" }, { 0x64, "fs" }, { 0x65, "gs" }, { 0x40, "rex" }, { 0x48, "rex.w" },
  };
  if ((byte & ~8) == 0x40 && rd->arch->mode != AVOW_MODE64)
    return false; /* inc and dec */
  if (byte == 0x67 && rd->arch->mode != AVOW_MODE64)
    return false; /* 16-bit addresses */
  for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++)
    if (bytes[i].byte == byte)
      {
        size_t len = 0;
        while (bytes[i].word[len])
          len++;
        return avow_prefix_word (rd, bytes[i].word, len, pfx);
      }
  return false;
}

bool
avow_prefix_bytes (const struct avow_reader *rd, const struct avow_prefixes *pfx,
                   char text[AVOW_PREFIX_BYTES_TEXT])
{
  static const struct { uint16_t bit; char byte[5]; } bytes[] = {
    { AVOW_PFX_LOCK, "0xf0" },   { AVOW_PFX_REPNE, "0xf2" },  { AVOW_PFX_REP, "0xf3" },
    { AVOW_PFX_DATA16, "0x66" }, { AVOW_PFX_ADDR32, "0x67" },
  };
  static const struct { char name[3], byte[5]; } segments[] = {
    { "es", "0x26" }, { "cs", "0x2e" }, { "ss", "0x36" }, { "ds", "0x3e" }, { "fs", "0x64" }, { "gs", "0x65" },
  };
  uint16_t left = pfx->bits;
  size_t len = 0;
  for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++)
    if (left & bytes[i].bit)
      {
        left &= (uint16_t)~bytes[i].bit;
        len += (size_t)snprintf (text + len, AVOW_PREFIX_BYTES_TEXT - len, "%s%s", len ? "," : "", bytes[i].byte);
      }
  const char *seg = pfx->seg_reg >= 0
                        ? isa_str (rd->arch->isa, rd->arch->isa->regnames[pfx->seg_reg].name)
                        : "";
  for (size_t i = 0; i < sizeof segments / sizeof *segments && left & AVOW_PFX_SEG; i++)
    if (!strcmp (seg, segments[i].name))
      {
        left &= (uint16_t)~AVOW_PFX_SEG;
        len += (size_t)snprintf (text + len, AVOW_PREFIX_BYTES_TEXT - len, "%s%s", len ? "," : "", segments[i].byte);
      }
  return len && !left;
}
