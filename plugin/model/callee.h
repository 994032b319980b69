/* callee.h - what a called routine does, from a description.

   C functions follow the ABI.  Routines in assembly that inline asm calls often have a convention of their own; they are
   described in text, one line each (isa/FORMAT, "Called routines"): the .calls files of isa are built in,
   and a project may bring its own (the plugin option calls=FILE).  */
#ifndef AVOW_CALLEE_H
#define AVOW_CALLEE_H

#include "../arch/arch.h"
#include "../asm/insn.h"
#include "locset.h"

enum avow_callee_kind
{
  AVOW_CALLEE_UNKNOWN,
  AVOW_CALLEE_ABI,       /* an ordinary C function */
  AVOW_CALLEE_ABI_MS,    /* one with the attribute ms_abi */
  AVOW_CALLEE_DESCRIBED, /* READS, WRITES, FLAGS, MEMORY, MEM */
  AVOW_CALLEE_TRUSTED,   /* what the statement declares is right */
  AVOW_CALLEE_SYSCALL,   /* enters the kernel like the system call instruction */
  AVOW_CALLEE_JUMP       /* goes on where the register JUMP leads */
};

#define AVOW_CALLEE_MEM 4
#define AVOW_CALLEE_READS 12

struct avow_callee
{
  uint8_t kind;          /* enum avow_callee_kind */
  bool noreturn;
  bool flags;            /* the status flags are changed */
  bool memory;           /* any memory may be read and written */
  int16_t jump;          /* location, or -1 */
  struct { uint8_t loc, bytes; } reads[AVOW_CALLEE_READS];
  unsigned n_reads;
  struct avow_locset writes;
  struct { uint8_t loc, role; uint32_t size; } mem[AVOW_CALLEE_MEM];
  unsigned n_mem;
};

/* Look NAME up in DESCRIPTIONS (lines, ended by NUL) for the mode of ARCH.  INDIRECT: the address is loaded from it.  False when no line is
   about it; a line that is wrong describes nothing.  */
bool avow_callee_find (const struct avow_arch *arch, const char *descriptions, struct avow_slice name, bool indirect,
                       struct avow_callee *callee);

#endif
