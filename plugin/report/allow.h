/* allow.h - `avow: allow RULE: reason', a suppression in a comment.  */
#ifndef AVOW_ALLOW_H
#define AVOW_ALLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct avow_allow
{
  uint64_t rules;       /* bit set of enum avow_rule */
  const char *unknown;  /* the first name that is no rule, or NULL ... */
  size_t unknown_len;
  const char *reason;   /* what follows the colon; LEN 0 = no reason given */
  size_t reason_len;
  bool used;            /* for the caller */
};

/* Read the next suppression between *P and END into ALLOW and move *P behind
   it.  False when there is none.  */
bool avow_allow_next (const char **p, const char *end, struct avow_allow *allow);

#ifdef __cplusplus
}
#endif
#endif
