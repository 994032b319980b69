/* Macros for all sizes: the arms that are not for this size are not judged.  */
/* { dg-options "-O0" } */

#define INC(v)                                                                                    \
  switch (sizeof (v))                                                                             \
    {                                                                                             \
    case 1: asm ("incb %0" : "+m" (v) : : "cc"); break;                                           \
    case 4: asm ("incl %0" : "+m" (v) : : "cc"); break;                                           \
    case 8: asm ("incq %0" : "+m" (v) : : "cc"); break;                                           \
    }

char c;
int i;

void
compiled (void)
{
  INC (c);
  INC (i);
  if (sizeof i == 8)
    asm ("incq %0" : "+m" (i) : : "cc");
}

static inline void
never_compiled (int x)
{
  INC (c);
  INC (i);
  if (sizeof i == 8)
    asm ("incq %0" : "+m" (i) : : "cc");
  if (x)
    return;
  asm ("incl %0" : "+m" (i) : : "cc"); /* { avow-verdict verified } */
}
