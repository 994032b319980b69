/* arch.h - everything the core must know about one architecture.

   One constant structure per architecture; no other file asks for an
   architecture by name.  The parser's grammar is reached through the dialect
   of the statement, the tables through ISA.  */
#ifndef AVOW_ARCH_H
#define AVOW_ARCH_H

#include "../avow.h"
#include "../model/isa.h"
#include "../model/locset.h"

struct avow_place;

/* How GCC prints a register operand: which bytes of the location the printed name shows.  */
struct avow_view
{
  uint8_t size;   /* bytes, 0 = GCC rejects or the view is not understood */
  uint8_t shift;
};

/* What characters mean to gas before it knows a mnemonic.  */
enum
{
  AVOW_SX_COMMENT = 1,      /* begins a comment anywhere */
  AVOW_SX_LINE_COMMENT = 2, /* ... at the start of a line */
  AVOW_SX_SEPARATOR = 4,    /* ends a statement, besides the newline */
  AVOW_SX_SYMBOL = 8,       /* blanks before it are kept (tc_symbol_chars) */
  AVOW_SX_STOP = 16         /* any of these but the last, or a quote, colon, slash, newline */
};

struct avow_syntax
{
  uint8_t chars[256];
};

/* Longest mnemonic of any table, with its suffix and the NUL.  */
#define AVOW_MAX_MNEMONIC 32

struct avow_arch
{
  const char *name;           /* "x86_64" */
  const struct avow_isa *isa;
  uint8_t mode;               /* AVOW_MODE64 or AVOW_MODE32 */
  uint8_t ptr_bytes;
  const struct avow_syntax *syntax;

  uint8_t word_bytes;         /* a write to a register of this size or less ... */
  uint8_t zext_bytes;         /* ... and a write of this size zeroes the rest (x86-64: 4) */
  bool flags_implicit;        /* every asm statement clobbers the flags for GCC */
  uint32_t status_flags;      /* bits of the location `flags' that "cc" stands for */
  uint32_t condition_flags;   /* those of them that some condition tests */
  uint32_t flag_carry, flag_zero, flag_sign, flag_overflow, flag_parity; /* as arithmetic leaves them */
  uint32_t abi_flags;         /* bits that the ABI fixes at entry and exit (DF) */
  uint32_t abi_flags_image;   /* the same as bits of the flags image that pushf stores */
  uint16_t red_zone_bytes;    /* size of the ABI's red zone, 0 = none */
  int16_t exit_calls[2];      /* system calls that never return */
  int16_t gate_exit_calls[2]; /* the same by software interrupt SYSCALL_GATE */
  uint8_t syscall_gate;       /* the vector of the software interrupt that enters the kernel */
  uint64_t debug_vectors;     /* those that come back to the program as it was: breakpoints */
  int16_t syscall_result;     /* location that a system call returns in, -1 = none */
  const char *calls;          /* descriptions of routines with a convention of their own; see callee.h */
  uint8_t n_gprs, n_vecs;     /* registers that exist in this mode */

  /* Read one constraint letter (or multi-letter constraint) at *P, advance *P,
     widen PLACE by what it allows.  Returns false when it is not known.  */
  bool (*constraint) (const struct avow_arch *arch, const struct avow_operand *op, const char **p,
                      struct avow_place *place);
  /* The view that GCC prints for operand OP in a register of class CLS with MODIFIER.  */
  struct avow_view (*view) (const struct avow_arch *arch, const struct avow_operand *op,
                            uint8_t cls, char modifier);
  /* In Intel syntax some size suffixes have other letters than in AT&T syntax, by which the tables go:
     puts the AT&T spelling of NAME (lower case) into OUT, of AVOW_MAX_MNEMONIC bytes, and returns
     true; false when NAME is no such spelling.  */
  bool (*intel_name) (const char *name, size_t len, char *out);
  /* Does segment register LOC lead to memory of its own (thread or processor data)?  */
  bool (*own_segment) (const struct avow_arch *arch, unsigned loc);
  /* Does cpuid, asked for LEAF, look at the sub-leaf too?  1, 0, or -1 = not known.  */
  int (*has_subleaf) (uint64_t leaf);
  /* Bits of `flags' that the flag output "=@cc<COND>" depends on; 0 = unknown.  */
  uint32_t (*flag_output) (const struct avow_arch *arch, const char *cond);
};

extern const struct avow_arch avow_arch_x86_64, avow_arch_x86_64_gpr32, avow_arch_i386;

#endif
