/* engine_test.c - the engine carries every part of a state in and out, tells how a run ended, and is quick.  */
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../unit/check.h"
#include "exec.h"

#ifdef __x86_64__
# define N_GPR 16
# define N_VEC 32
#else
# define N_GPR 8
# define N_VEC 8
#endif

static const unsigned vector_bytes[] = { 16, 32, 64 };

static void
distinct_state (struct exec_state *s)
{
  exec_clean_state (s);
  for (unsigned i = 0; i < N_GPR; i++)
    s->gpr[i] = (uint32_t)0x9e3779b9u * (i + 1) & (sizeof (void *) == 8 ? ~(uint64_t)0 : 0xffffffffu);
  for (unsigned i = 0; i < N_VEC; i++)
    for (unsigned k = 0; k < vector_bytes[exec_level ()]; k++)
      s->vec[i][k] = (uint8_t)(i * 67 + k);
  for (unsigned i = 0; i < 8; i++)
    {
      s->mask[i] = exec_level () == 2 ? (uint64_t)0x0123456789abcdef * (i + 1) : 0;
      for (unsigned k = 0; k < 10; k++)
        s->fx[EXEC_FX_ST + 16 * i + k] = (uint8_t)(i * 13 + k);
    }
  s->fx[EXEC_FX_TAG] = 0x5a;
  s->fx[EXEC_FX_STATUS + 1] = 0x28; /* TOP = 5 */
  s->fx[EXEC_FX_CONTROL + 1] = 0x0c; /* round to zero */
  s->fx[EXEC_FX_MXCSR + 1] = 0x7f;
  s->flags = 0xed7; /* all status flags and DF */
}

static void
load_code (const void *bytes, size_t n)
{
  memcpy (exec_code (), bytes, n);
  exec_put_exit (exec_code () + n, 7);
}

static void
check_carried (void)
{
  struct exec_state s;
  struct exec_end end;
  distinct_state (&s);
  load_code ("\x90", 1);
  *exec_in () = s;
  exec_run (exec_code (), &end);
  const struct exec_state *o = exec_out ();
  CHECK (end.how == EXEC_EXIT && end.exit == 7);
  CHECK (!memcmp (o->gpr, s.gpr, sizeof s.gpr));
  CHECK (o->flags == s.flags);
  CHECK (!memcmp (o->vec, s.vec, 64 * N_VEC) || exec_level () < 2);
  CHECK (!memcmp (o->mask, s.mask, sizeof s.mask));
  CHECK (!memcmp (o->fx, s.fx, 5)); /* control, status, tag */
  CHECK (!memcmp (o->fx + EXEC_FX_MXCSR, s.fx + EXEC_FX_MXCSR, 4));
  for (unsigned i = 0; i < 8; i++)
    CHECK (!memcmp (o->fx + EXEC_FX_ST + 16 * i, s.fx + EXEC_FX_ST + 16 * i, 10));
  CHECK (!memcmp (o->seg, s.seg, sizeof s.seg));
  CHECK (o->fsbase == s.fsbase && o->gsbase == s.gsbase);
}

static void
check_memory (void)
{
  struct exec_end end;
  exec_clean_state (exec_in ());
  exec_in ()->gpr[0] = (uintptr_t)exec_window (1) + EXEC_PAGE - 1;
  load_code ("\xc6\x00\x55", 3); /* movb $0x55,(%eax) */
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_EXIT && exec_window (1)[EXEC_PAGE - 1] == 0x55);
  exec_in ()->gpr[0]++;
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_FAULT && end.signal == SIGSEGV);
  CHECK (end.address == (uintptr_t)exec_window (1) + EXEC_PAGE && end.ip == (uintptr_t)exec_code ());
  CHECK (exec_out ()->gpr[0] == exec_in ()->gpr[0]);
  exec_in ()->gpr[0] = (uintptr_t)exec_window (1) - 1;
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_FAULT && end.address == exec_in ()->gpr[0]);
}

static void
check_ends (void)
{
  struct exec_end end;
  exec_clean_state (exec_in ());
  load_code ("\x0f\x0b", 2); /* ud2 */
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_FAULT && end.signal == SIGILL);
  load_code ("\xf7\xf0", 2); /* div %eax, which is 0 */
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_FAULT && end.signal == SIGFPE);
  load_code ("\xcc", 1); /* int3 */
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_FAULT && end.signal == SIGTRAP);
  load_code ("\xeb\xfe", 2); /* jmp . */
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_TIMEOUT);
  load_code ("\x31\xe4\xeb\x00", 4); /* xor %esp,%esp */
  exec_run (exec_code (), &end);
  CHECK (end.how == EXEC_EXIT && exec_out ()->gpr[4] == 0);
}

/* Two ways out: jc +EXIT.  */
static void
check_exits (void)
{
  struct exec_end end;
  uint8_t *p = exec_code (), *q = p + 2;
  exec_clean_state (exec_in ());
  q = exec_put_exit (q, 1);
  p[0] = 0x72;
  p[1] = (uint8_t)(q - p - 2);
  exec_put_exit (q, 2);
  exec_run (p, &end);
  CHECK (end.exit == 1);
  exec_in ()->flags |= 1;
  exec_run (p, &end);
  CHECK (end.exit == 2);
}

/* A worker that dies at one item and hangs at another goes on behind them.  */
static struct { volatile unsigned at, done[8], lost[8]; } *shared;

static void
work (void *ctx, unsigned first)
{
  (void)ctx;
  for (unsigned i = first; i < 8; i++)
    {
      shared->at = i;
      if (i == 2)
        raise (SIGKILL);
      while (i == 5)
        pause ();
      shared->done[i]++;
    }
  shared->at = 8;
}

static void
lost (void *ctx, unsigned item, int status)
{
  (void)ctx, (void)status;
  shared->lost[item]++;
}

static void
check_worker (void)
{
  if (!(shared = exec_shared (sizeof *shared)))
    return;
  exec_worker (work, lost, NULL, &shared->at, 8, 1);
  for (unsigned i = 0; i < 8; i++)
    {
      CHECK (shared->done[i] == (i != 2 && i != 5));
      CHECK (shared->lost[i] == (i == 2 || i == 5));
    }
}

static void
check_speed (void)
{
  struct exec_end end;
  enum { N = 200000 };
  exec_clean_state (exec_in ());
  load_code ("\x90", 1);
  clock_t start = clock ();
  for (unsigned i = 0; i < N; i++)
    exec_run (exec_code (), &end);
  double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
  printf ("%.0f runs a second\n", N / seconds);
  CHECK (seconds < 1);
}

int
main (void)
{
  check_worker ();
  if (!exec_init ())
    return 1;
  check_carried ();
  check_memory ();
  check_ends ();
  check_exits ();
  check_speed ();
  return check_done ();
}
