/* summary.h - what the verdicts of many statements add up to.  */
#ifndef AVOW_CLI_SUMMARY_H
#define AVOW_CLI_SUMMARY_H

#include "stanza.h"

/* How often each of some strings was seen.  */
struct tally
{
  struct tally_entry *entries;
  size_t n, cap; /* CAP is the size of an open hash */
};

struct summary
{
  char name[40];
  unsigned long statements, nonempty, unique, verdicts[3]; /* by enum avow_verdict */
  struct tally findings, reasons, details, unknown;
};

/* What to print of each statement besides the table, and for which rule (-1: all).  */
struct summary_list
{
  bool defects, notes, gaps;
  int rule;
  struct tally said;
};

/* Add the result of S, and list it as LIST says.  False when memory ran out.  */
bool summary_add (struct summary *sum, const struct stanza *s, const struct avow_result *result,
                  struct summary_list *list);
/* Add all of FROM to TO.  */
bool summary_merge (struct summary *to, const struct summary *from);
void summary_head (void);
void summary_row (const struct summary *sum);
/* The counts behind the row; all of them, or the most frequent.  */
void summary_details (const struct summary *sum, bool full);
void summary_free (struct summary *sum);
void tally_free (struct tally *t);

#endif
