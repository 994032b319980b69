/* probe.h - all runs of one form.  */
#ifndef EXEC_PROBE_H
#define EXEC_PROBE_H

#include <stdio.h>

#include "record.h"
#include "trial.h"

struct probe
{
  const struct avow_arch *arch;
  struct avow_arena arena;
  uint64_t seed;
  unsigned pairs;             /* pairs of states for each form */
  FILE *out;                  /* where violations are told, NULL = nowhere */
  struct row_record *rows;    /* one per row */
  bool observe;               /* look for declared effects that were not seen yet */
  uint64_t executions;
  /* The last form.  */
  struct subject sub;
  char complaint[MAX_COMPLAINT];
};

/* Run the form TEXT, assembled to LEN BYTES.  VIOLATION tells whether some claim did not hold.  */
enum verdict probe_form (struct probe *p, const char *text, const uint8_t *bytes, unsigned len,
                         bool *violation);

#endif
