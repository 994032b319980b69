/* oracle_zydis.c - what Zydis says about machine code, as JSON, for check-compare.

   usage: oracle_zydis 64|32 FILE

   FILE holds one instruction in each 16 bytes, the rest of a slot filled with int3; each
   line of the output is one slot, null where Zydis decodes nothing.  A wait (9b) in front of
   an x87 instruction is stepped over.  */
#include <Zydis/Zydis.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { SLOT = 16 };

static const char *
reg_name (ZydisRegister r)
{
  const char *s = r == ZYDIS_REGISTER_NONE ? NULL : ZydisRegisterGetString (r);
  return s ? s : "";
}

/* [kind, actions, bits, register or base, index, how the operand is visible] */
static void
print_operand (const ZydisDecodedOperand *o, const char *sep)
{
  const char *kind = "imm", *reg = "", *index = "";
  if (o->type == ZYDIS_OPERAND_TYPE_REGISTER)
    kind = "reg", reg = reg_name (o->reg.value);
  else if (o->type == ZYDIS_OPERAND_TYPE_MEMORY)
    {
      kind = o->mem.type == ZYDIS_MEMOP_TYPE_AGEN ? "agen" : "mem";
      reg = reg_name (o->mem.base);
      index = reg_name (o->mem.index);
    }
  printf ("%s[\"%s\",%u,%u,\"%s\",\"%s\",%u]", sep, kind, o->actions, o->size, reg, index,
          (unsigned)o->visibility);
}

/* EVEX instructions without a mask are decoded as masked by k0.  */
static bool
no_mask (const ZydisDecodedOperand *o)
{
  return o->encoding == ZYDIS_OPERAND_ENCODING_MASK && o->type == ZYDIS_OPERAND_TYPE_REGISTER
         && o->reg.value == ZYDIS_REGISTER_K0;
}

static void
print_flags (const char *key, const ZydisAccessedFlags *f)
{
  printf (",\"%s\":[%u,%u,%u,%u,%u]", key, f ? f->tested : 0, f ? f->modified : 0,
          f ? f->set_0 : 0, f ? f->set_1 : 0, f ? f->undefined : 0);
}

static void
decode (const ZydisDecoder *d, const unsigned char *slot)
{
  ZydisDecodedInstruction in;
  ZydisDecodedOperand ops[ZYDIS_MAX_OPERAND_COUNT];
  unsigned skip = slot[0] == 0x9b && slot[1] != 0xcc;
  if (!ZYAN_SUCCESS (ZydisDecoderDecodeFull (d, slot + skip, SLOT - skip, &in, ops)))
    {
      puts ("null");
      return;
    }
  printf ("{\"name\":\"%s\",\"len\":%u,\"ops\":[", ZydisMnemonicGetString (in.mnemonic),
          in.length + skip);
  const char *sep = "";
  for (unsigned i = 0; i < in.operand_count; i++)
    if (!no_mask (&ops[i]))
      print_operand (&ops[i], sep), sep = ",";
  printf ("]");
  print_flags ("cpu", in.cpu_flags);
  puts ("}");
}

int
main (int argc, char **argv)
{
  ZydisDecoder d;
  unsigned char slot[SLOT];
  FILE *f = argc == 3 ? fopen (argv[2], "rb") : NULL;
  if (!f)
    return 2;
  if (atoi (argv[1]) == 64)
    ZydisDecoderInit (&d, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  else
    ZydisDecoderInit (&d, ZYDIS_MACHINE_MODE_LEGACY_32, ZYDIS_STACK_WIDTH_32);
  while (fread (slot, SLOT, 1, f) == 1)
    decode (&d, slot);
  fclose (f);
  return fflush (stdout) != 0;
}
