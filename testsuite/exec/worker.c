/* worker.c - children that may die; see exec_worker in exec.h.  */
#define _GNU_SOURCE
#include "exec.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void *
exec_shared (size_t bytes)
{
  void *p = mmap (NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return p == MAP_FAILED ? NULL : p;
}

/* Wait for CHILD; kill it when *PROGRESS stands still for SECONDS.  */
static int
watch (pid_t child, volatile unsigned *progress, unsigned seconds)
{
  unsigned last = *progress, still = 0;
  int status = 0;
  const struct timespec pause = { 0, 20000000 };
  while (waitpid (child, &status, WNOHANG) == 0)
    {
      nanosleep (&pause, NULL);
      still = *progress == last ? still + 1 : 0;
      last = *progress;
      if (still > seconds * 50)
        kill (child, SIGKILL), still = 0;
    }
  return status;
}

void
exec_worker (exec_work_fn *work, exec_lost_fn *lost, void *ctx, volatile unsigned *progress,
             unsigned n, unsigned seconds)
{
  unsigned first = 0, tried_again = n;
  while (first < n)
    {
      *progress = first;
      fflush (NULL);
      pid_t child = fork ();
      if (child < 0)
        {
          perror ("exec: fork");
          return;
        }
      if (child == 0)
        {
          prctl (PR_SET_PDEATHSIG, SIGKILL);
          work (ctx, first);
          fflush (NULL);
          _exit (0);
        }
      int status = watch (child, progress, seconds);
      if (WIFEXITED (status) && WEXITSTATUS (status) == 0 && *progress >= n)
        return;
      /* Once a process was killed by SIGSEGV, past its own handler, at an instruction that did nothing when it was
         tried again; why is not known.  So the first death is said, and the second counts.  */
      bool again = WIFSIGNALED (status) && WTERMSIG (status) != SIGKILL && *progress != tried_again;
      if (again)
        {
          printf ("test process died (signal %d) at item %u of %u, tried again\n", WTERMSIG (status), *progress, n);
          tried_again = *progress;
        }
      else
        lost (ctx, *progress, status);
      first = *progress + !again;
    }
}
