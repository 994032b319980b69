/* check.h - the whole unit test framework: CHECK counts, check_done prints one line.  */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>

static unsigned check_passed, check_failed;

#define CHECK(cond)                                                                                \
  ((cond) ? (void)check_passed++                                                                   \
          : (void)(check_failed++, printf ("%s:%d: failed: %s\n", __FILE__, __LINE__, #cond)))

/* The exit status of the test.  */
static inline int
check_done (void)
{
  printf ("%u passed, %u failed\n", check_passed, check_failed);
  return check_failed != 0;
}

#endif
