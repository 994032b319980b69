/* effect.h - what one instruction with its operands does.

   avow_effect_of() finds the row of the tables that the instruction as written
   fits, and lays the row over the operands: the result names locations, bytes and
   memory accesses.  Nothing here knows the order of instructions; the
   abstract execution (exec.c) does.  */
#ifndef AVOW_EFFECT_H
#define AVOW_EFFECT_H

#include "../asm/insn.h"
#include "contract.h"

/* One access to a register or to the value of an operand.  */
struct avow_access
{
  uint16_t loc;
  uint8_t role;   /* enum avow_role bits */
  int8_t op;      /* operand of the instruction (Intel order), -1 = implicit */
  bool stays;     /* read, and goes to the same bytes of the destination */
  uint64_t mask;  /* bytes; flag bits for the location `flags' */
};

/* An address as the instruction forms it.  */
struct avow_ea
{
  int16_t operand;  /* memory operand whose address it is, or -1 */
  int16_t base, index, seg; /* locations, -1 = none */
  uint8_t base_bytes;       /* width of the base register used */
  uint8_t scale;
  bool vector_index;
  bool glued;               /* a number stands right before the operand's token */
  bool disp_known;
  int64_t disp;
  struct avow_slice sym;    /* symbol in the displacement; p == NULL = none */
  int16_t sym_operand;      /* constant operand in the displacement, or -1 */
};

struct avow_memref
{
  struct avow_ea ea;
  uint32_t size;    /* bytes, 0 = not known */
  uint8_t role;
  int8_t op;
  bool repeated;    /* the size is per element of a rep, or a masked/bit-indexed access */
};

/* An operand of the instruction after resolution, Intel order.  */
struct avow_resolved
{
  uint8_t kind;     /* one AVOW_K_* bit */
  uint8_t size, shift; /* view of the register */
  uint16_t loc;     /* register */
  int8_t mem;       /* index into mem[], -1 = none */
  bool imm_known;
  int64_t imm;
  int16_t token;    /* operand token it came from, or -1 */
  const struct avow_optext *text;
};

/* xrstor names some seventy registers, and each operand takes a few; scripts/isagen.awk stops at 90.  */
#define AVOW_MAX_ACCESSES 112
#define AVOW_MAX_MEMREFS 6

struct avow_effect
{
  const struct isa_row *row;
  struct avow_access acc[AVOW_MAX_ACCESSES];
  unsigned n_acc;
  struct avow_memref mem[AVOW_MAX_MEMREFS];
  unsigned n_mem;
  struct avow_resolved ops[ISA_MAX_OPERANDS];
  unsigned n_ops;
  uint8_t size;          /* operation size in bytes, 0 = none */
  bool size_defaulted;   /* no operand and no suffix gave the size: the assembler's default */
  bool one_register;     /* only one of the registers that some operand may get makes an instruction */
  bool size_conflict;    /* a token prints as another width than the row wants */
  uint32_t flags_r, flags_w, flags_cw;
  uint8_t cc;            /* the condition in the mnemonic: index into conds[] */
  int stack;             /* change of the stack pointer in bytes */
  bool stack_unknown;
  bool same_source;      /* zero or same idiom: the sources are one register */
  bool constant_result;  /* the destination becomes CONSTANT whatever it was (and $0, or $-1) */
  int64_t constant;
  bool zero_result;
  bool maybe_kept;       /* a destination may keep its value, depending on the source's value */
  bool rep;              /* repeated string operation */
};

enum avow_match { AVOW_MATCH, AVOW_NO_NAME, AVOW_NO_FORM };

/* The effect of ITEM (an instruction) under contract C.  */
enum avow_match avow_effect_of (const struct avow_contract *c, const struct avow_item *item,
                                struct avow_effect *e);

#endif
