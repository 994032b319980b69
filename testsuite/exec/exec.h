/* exec.h - run foreign machine code on a given processor state and look at the state that it leaves.

   One process holds one engine (its addresses are fixed, see layout.h).  To run something:

     exec_init ();
     uint8_t *p = exec_code ();                  write the code there, then at every way out:
     p = exec_put_exit (p, 0);                   jump out as exit 0
     *exec_in () = state;                        all registers, the stack pointer too
     memcpy (exec_window (0), data, EXEC_PAGE);  memory, with unmapped pages before and behind
     struct exec_end end;
     exec_run (exec_code (), &end);              how it ended; exec_out () is the state then

   A fault does not end the process: it is a way to end, and the state is that of the faulting
   instruction.  Code that uses more than 20 to 40 ms is stopped.  What cannot be caught, such as
   code that overwrites the engine, is the caller's: fork before (exec_worker).

   A run costs about a microsecond.  The state is what exec_in () said, bit by bit, except for: x87
   instruction and data pointers, and what the kernel owns.  Code has the direction flag as asked; AC, TF and
   NT in FLAGS are the caller's own risk.  */
#ifndef EXEC_H
#define EXEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout.h"

enum { EXEC_ES, EXEC_CS, EXEC_SS, EXEC_DS, EXEC_FS, EXEC_GS };

struct exec_state
{
  uint8_t vec[32][64];   /* zmm0 .. zmm31 */
  uint8_t fx[512];       /* FXSAVE image: x87 and MXCSR; its vector part is not used */
  uint64_t mask[8];      /* k0 .. k7 */
  uint64_t gpr[16];      /* rax rcx rdx rbx rsp rbp rsi rdi r8 .. r15, as they are encoded */
  uint64_t flags;
  uint64_t fsbase, gsbase; /* 64-bit mode, where user mode may set them */
  uint16_t seg[6];       /* only read, never loaded */
  uint8_t pad[EXEC_S_SIZE - EXEC_S_SEG - 12];
} __attribute__ ((aligned (64)));

/* Parts of FX.  */
#define EXEC_FX_CONTROL 0
#define EXEC_FX_STATUS 2
#define EXEC_FX_TAG 4     /* one bit per physical register: not empty */
#define EXEC_FX_MXCSR 24
#define EXEC_FX_ST 32     /* st(0) .. st(7), 16 bytes each, counted from the top */
#define EXEC_FX_XMM 160

enum exec_how { EXEC_EXIT, EXEC_FAULT, EXEC_TIMEOUT };

struct exec_end
{
  int how;          /* enum exec_how */
  int exit;         /* number of the exit */
  int signal, code; /* fault: SIGSEGV ..., si_code */
  uint64_t address; /* fault: si_addr; the instruction when it is not about memory */
  uint64_t ip;      /* fault, timeout: the instruction */
};

/* Map everything and take the signals.  False with a message on stderr when that is impossible.  */
bool exec_init (void);
/* 0 SSE only, 1 AVX, 2 AVX-512: what of VEC and MASK is loaded and saved.  */
int exec_level (void);
struct exec_state *exec_in (void);
const struct exec_state *exec_out (void);
/* EXEC_CODE_SIZE bytes that may be written and executed.  */
uint8_t *exec_code (void);
/* EXEC_PAGE bytes; N < EXEC_N_WINDOWS.  */
uint8_t *exec_window (unsigned n);
/* Write a jump out of the code, to be seen as exit N, at P; returns the byte behind it.  At most
   EXEC_EXIT_BYTES; changes no register and no flag.  */
#define EXEC_EXIT_BYTES 18
uint8_t *exec_put_exit (uint8_t *p, int n);
/* Run the code at ENTRY until it leaves by an exit, faults, or runs too long.  */
void exec_run (const uint8_t *entry, struct exec_end *end);
/* A state in which all is masked, empty and zero, as a process begins; the segment bases are our own.  */
void exec_clean_state (struct exec_state *s);

/* Do WORK (CTX, FIRST) in a forked child, which counts in *PROGRESS (shared memory, from
   exec_shared) what it is at, up to N.  When it dies twice at an item, or makes no progress for SECONDS, LOST (CTX, item, status) is told and
   another child goes on behind that item.  */
typedef void exec_work_fn (void *ctx, unsigned first);
typedef void exec_lost_fn (void *ctx, unsigned item, int status);
void exec_worker (exec_work_fn *work, exec_lost_fn *lost, void *ctx, volatile unsigned *progress,
                  unsigned n, unsigned seconds);
/* Zeroed memory that children share; NULL when there is none.  */
void *exec_shared (size_t bytes);

#endif
