/* trial.h - run an instruction under test and hold what happened against its claims.  */
#ifndef EXEC_TRIAL_H
#define EXEC_TRIAL_H

#include "setup.h"

/* One run.  */
struct outcome
{
  struct exec_end end;
  image f;                                   /* the state afterwards, x87 registers in slots */
  uint8_t memory[EXEC_N_WINDOWS][EXEC_PAGE]; /* of the windows in use */
};

/* Copy the bytes of SUB into the code buffer, with its two exits; returns the address of exit 1.  */
uint64_t trial_load (const struct subject *sub);
void trial_run (const struct subject *sub, const struct setup *su, struct outcome *o);

#define MAX_COMPLAINT 240

/* Is what one run changed what the claims allow?  False with COMPLAINT filled.  */
bool trial_check_one (const struct subject *sub, const struct setup *su, const struct outcome *o,
                      char *complaint);
/* Do two runs, from states that agree in what is read, agree in what is written?  */
bool trial_check_two (const struct subject *sub, const struct setup *a, const struct outcome *fa,
                      const struct setup *b, const struct outcome *fb, char *complaint);
/* Do they differ anywhere but in what differed before?  */
bool trial_differ (const struct subject *sub, const struct setup *a, const struct outcome *fa,
                   const struct setup *b, const struct outcome *fb);
/* A page fault: an access to memory that is not there.  */
static inline bool
page_fault (const struct exec_end *e)
{
  return e->how == EXEC_FAULT && e->signal == 11 && (e->code == 1 || e->code == 2);
}

#endif
