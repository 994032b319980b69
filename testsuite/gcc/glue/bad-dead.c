/* Code that only looks dead.  */
/* { dg-options "-O0" } */

int i;

int
jumped_into (int x)
{
  if (0)
    {
    again:
      asm volatile ("movl $1, %%ebx" : : "r" (x)); /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
    }
  switch (sizeof (int))
    {
    case 4:
      switch (x)
        {
        case 8:
          asm volatile ("movl $2, %%ebx" : : "r" (x)); /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
        }
    }
  if (x)
    goto again;
  return 0;
}

static inline int
never_compiled (int x)
{
  switch (sizeof (int))
    {
    case 8:
      return 1;
    case 4:
      switch (x)
        {
        case 8:
          asm volatile ("movl $3, %%ebx" : : "r" (x)); /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
        }
    }
  if (x)
    return 0;
  asm volatile ("movl $4, %%ebx" : : "r" (x)); /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
  return 1;
}
