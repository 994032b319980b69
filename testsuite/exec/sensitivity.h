/* sensitivity.h - how many wrong rows do the runs notice?  */
#ifndef EXEC_SENSITIVITY_H
#define EXEC_SENSITIVITY_H

#include "probe.h"

struct form
{
  const char *text;
  uint8_t bytes[16];
  uint8_t len;
};

struct sensitivity
{
  uint32_t tried[16], caught[16]; /* by enum mutation_kind */
};

/* Alter COUNT places of the tables, one at a time, and run up to 24 forms of the altered row.  ROW_OF[I] is the row of form
   I, 0xffff when it was not run.  Mutations from number FIRST on; *AT counts.  */
struct sensitivity_job
{
  const struct avow_arch *arch;
  const struct form *forms;
  const uint16_t *row_of;
  unsigned n_forms, count, pairs;
  uint64_t seed;
  bool list;                  /* print those that nobody noticed */
  volatile unsigned *at;
  struct sensitivity *result;
};

void sensitivity_work (void *job, unsigned first);
/* Print the table; returns the percentage caught.  */
double sensitivity_report (const struct sensitivity *s);

#endif
