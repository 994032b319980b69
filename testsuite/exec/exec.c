/* exec.c - the engine behind exec.h: memory at fixed addresses, signals, a clock.

   A signal that comes while foreign code runs notes what happened and makes the kernel
   return to exec_leave instead of to the code, so that a fault ends a run in the same way as an exit does.
   The handler uses no thread-local storage and no stack protector: foreign code may have
   changed the segment base that these are found by.  */
#define _GNU_SOURCE
#include "exec.h"

#include <cpuid.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/ucontext.h>
#include <unistd.h>

struct exec_context
{
  struct exec_state in;
  uint8_t pad_in[4096 - EXEC_S_SIZE];
  struct exec_state out;
  uint8_t pad_out[4096 - EXEC_S_SIZE];
  uint64_t sp, entry, leave;
  int32_t exit;
  uint32_t running, level, fsgsbase;
  uint64_t own_fsbase, own_gsbase;
  uint16_t own_seg[6];
  uint32_t mxcsr;
  /* Not seen by the assembler.  */
  uint32_t runs, last_tick;
  struct exec_end end;
};

_Static_assert (sizeof (struct exec_state) == EXEC_S_SIZE, "layout.h");
_Static_assert (offsetof (struct exec_state, fx) == EXEC_S_FX, "layout.h");
_Static_assert (offsetof (struct exec_state, gpr) == EXEC_S_GPR, "layout.h");
_Static_assert (offsetof (struct exec_state, flags) == EXEC_S_FLAGS, "layout.h");
_Static_assert (offsetof (struct exec_state, seg) == EXEC_S_SEG, "layout.h");
_Static_assert (offsetof (struct exec_context, out) == EXEC_C_OUT, "layout.h");
_Static_assert (offsetof (struct exec_context, sp) == EXEC_C_SP, "layout.h");
_Static_assert (offsetof (struct exec_context, running) == EXEC_C_RUNNING, "layout.h");
_Static_assert (offsetof (struct exec_context, own_seg) == EXEC_C_OWN_SEG, "layout.h");
_Static_assert (offsetof (struct exec_context, mxcsr) == EXEC_C_MXCSR, "layout.h");

void exec_switch (void);
void exec_leave (void);

static struct exec_context *const context = (struct exec_context *)EXEC_CONTEXT;

struct exec_state *
exec_in (void)
{
  return &context->in;
}

const struct exec_state *
exec_out (void)
{
  return &context->out;
}

uint8_t *
exec_code (void)
{
  return (uint8_t *)EXEC_CODE;
}

uint8_t *
exec_window (unsigned n)
{
  return (uint8_t *)(uintptr_t)(EXEC_WINDOWS + n * EXEC_STRIDE);
}

int
exec_level (void)
{
  return (int)context->level;
}

/* ---- signals ------------------------------------------------------------------------ */

#ifdef __x86_64__
# define UC_IP(uc) ((uc)->uc_mcontext.gregs[REG_RIP])
# define UC_FLAGS(uc) ((uc)->uc_mcontext.gregs[REG_EFL])
#else
# define UC_IP(uc) ((uc)->uc_mcontext.gregs[REG_EIP])
# define UC_FLAGS(uc) ((uc)->uc_mcontext.gregs[REG_EFL])
#endif
#define FLAG_TF 0x100
#define FLAG_AC 0x40000

static void
to_engine (ucontext_t *uc, int how)
{
  context->end.how = how;
  context->end.ip = (uintptr_t)UC_IP (uc);
  context->running = 0;
  UC_FLAGS (uc) &= ~(FLAG_TF | FLAG_AC); /* either would fault again on the way out */
  UC_IP (uc) = (greg_t)(uintptr_t)exec_leave;
}

__attribute__ ((no_stack_protector)) static void
on_fault (int signal, siginfo_t *info, void *ucontext)
{
  ucontext_t *uc = ucontext;
  if (!context->running)
    {
      static const char text[] = "exec: fault outside of the code under test\n";
      if (write (2, text, sizeof text - 1) < 0)
        _exit (71);
      _exit (70);
    }
  context->end.signal = signal;
  context->end.code = info->si_code;
  context->end.address = (uintptr_t)info->si_addr;
  to_engine (uc, EXEC_FAULT);
}

/* The same run at two ticks: it does not end.  */
__attribute__ ((no_stack_protector)) static void
on_tick (int signal, siginfo_t *info, void *ucontext)
{
  (void)signal, (void)info;
  if (context->running && context->last_tick == context->runs)
    to_engine (ucontext, EXEC_TIMEOUT);
  context->last_tick = context->runs;
}

static bool
take_signals (void)
{
  static uint8_t stack[65536];
  static const int faults[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS };
  stack_t ss = { .ss_sp = stack, .ss_size = sizeof stack };
  struct sigaction sa;
  memset (&sa, 0, sizeof sa);
  sa.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sa.sa_sigaction = on_fault;
  bool ok = !sigaltstack (&ss, NULL);
  for (unsigned i = 0; i < sizeof faults / sizeof *faults; i++)
    ok &= !sigaction (faults[i], &sa, NULL);
  sa.sa_sigaction = on_tick;
  sa.sa_flags |= SA_RESTART;
  /* Time that the process itself has used: others may keep it waiting for long.  */
  struct itimerval tick = { { 0, 20000 }, { 0, 20000 } };
  return ok && !sigaction (SIGVTALRM, &sa, NULL) && !setitimer (ITIMER_VIRTUAL, &tick, NULL);
}

/* ---- setting up ----------------------------------------------------------------------- */

static bool
map_at (uintptr_t address, size_t size, int prot)
{
  void *p = mmap ((void *)address, size, prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  if (p == (void *)address)
    return true;
  fprintf (stderr, "exec: cannot map %zu bytes at %#lx\n", size, (unsigned long)address);
  return false;
}

static bool
map_all (void)
{
  if (!map_at (EXEC_CONTEXT, (sizeof *context + 4095) & ~(size_t)4095, PROT_READ | PROT_WRITE)
      || !map_at (EXEC_CODE, EXEC_CODE_SIZE, PROT_READ | PROT_WRITE | PROT_EXEC))
    return false;
  for (unsigned i = 0; i < EXEC_N_WINDOWS; i++)
    if (!map_at ((uintptr_t)exec_window (i), EXEC_PAGE, PROT_READ | PROT_WRITE))
      return false;
  return true;
}

/* What the system saves for us tells what may be used.  */
static unsigned
vector_level (void)
{
  unsigned a, b, c, d, low, high;
  if (!__get_cpuid (1, &a, &b, &c, &d) || !(c & bit_OSXSAVE) || !(c & bit_AVX))
    return 0;
  __asm__ volatile ("xgetbv" : "=a" (low), "=d" (high) : "c" (0));
  if ((low & 6) != 6)
    return 0;
  if ((low & 0xe6) != 0xe6 || !__get_cpuid_count (7, 0, &a, &b, &c, &d) || !(b & bit_AVX512F)
      || !(b & bit_AVX512BW))
    return 1;
  return 2;
}

static void
note_own_registers (void)
{
  uint16_t *seg = context->own_seg;
  __asm__ ("mov %%es, %0" : "=r" (seg[EXEC_ES]));
  __asm__ ("mov %%cs, %0" : "=r" (seg[EXEC_CS]));
  __asm__ ("mov %%ss, %0" : "=r" (seg[EXEC_SS]));
  __asm__ ("mov %%ds, %0" : "=r" (seg[EXEC_DS]));
  __asm__ ("mov %%fs, %0" : "=r" (seg[EXEC_FS]));
  __asm__ ("mov %%gs, %0" : "=r" (seg[EXEC_GS]));
  __asm__ volatile ("stmxcsr %0" : "=m" (context->mxcsr));
#ifdef __x86_64__
  context->fsgsbase = getauxval (AT_HWCAP2) >> 1 & 1;
  if (context->fsgsbase)
    {
      __asm__ volatile ("rdfsbase %0" : "=r" (context->own_fsbase));
      __asm__ volatile ("rdgsbase %0" : "=r" (context->own_gsbase));
    }
#endif
}

bool
exec_init (void)
{
  if (!map_all () || !take_signals ())
    return false;
  context->leave = (uintptr_t)exec_leave;
  context->level = vector_level ();
  note_own_registers ();
  exec_clean_state (&context->in);
  return true;
}

void
exec_clean_state (struct exec_state *s)
{
  static const uint16_t control = 0x37f;
  static const uint32_t mxcsr = 0x1f80;
  memset (s, 0, sizeof *s);
  memcpy (s->fx + EXEC_FX_CONTROL, &control, sizeof control);
  memcpy (s->fx + EXEC_FX_MXCSR, &mxcsr, sizeof mxcsr);
  s->flags = 0x202;
  s->fsbase = context->own_fsbase;
  s->gsbase = context->own_gsbase;
  memcpy (s->seg, context->own_seg, sizeof s->seg);
}

/* ---- running --------------------------------------------------------------------------- */

static uint8_t *
put32 (uint8_t *p, uint32_t v)
{
  memcpy (p, &v, 4);
  return p + 4;
}

/* In 64-bit mode an absolute address needs a SIB byte without base.  */
static uint8_t *
put_absolute (uint8_t *p, uint8_t opcode, uint8_t reg, uint32_t address)
{
  *p++ = opcode;
#ifdef __x86_64__
  *p++ = (uint8_t)(reg << 3 | 4);
  *p++ = 0x25;
#else
  *p++ = (uint8_t)(reg << 3 | 5);
#endif
  return put32 (p, address);
}

uint8_t *
exec_put_exit (uint8_t *p, int n)
{
  p = put_absolute (p, 0xc7, 0, EXEC_CONTEXT + EXEC_C_EXIT); /* movl $n, exit */
  p = put32 (p, (uint32_t)n);
  return put_absolute (p, 0xff, 4, EXEC_CONTEXT + EXEC_C_LEAVE); /* jmp *leave */
}

void
exec_run (const uint8_t *entry, struct exec_end *end)
{
  context->entry = (uintptr_t)entry;
  context->end = (struct exec_end){ .how = EXEC_EXIT };
  context->runs++;
  context->running = 1;
  exec_switch ();
  *end = context->end;
  end->exit = context->exit;
}
