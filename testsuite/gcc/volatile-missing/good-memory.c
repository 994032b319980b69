/* The twins of bad-memory.c, and statements that are functions of what they read.  */
/* { dg-options "-O2 -mrtm" } */
/* { avow-modes 64 32 } */
typedef __SIZE_TYPE__ size;

void
copy (void *to, const void *from, size n)
{
  int d0, d1, d2;
  asm volatile ("rep movsb" : "=&c" (d0), "=&D" (d1), "=&S" (d2) : "0" (n), "1" (to), "2" (from) : "memory"); /* { avow-verdict verified } */
}

/* Who does not look at the copy does not miss it.  */
void
copy_declared (char *to, const char *from, size n)
{
  char *d = to;
  const char *s = from;
  size c = n;
  asm ("rep movsb" : "+c" (c), "+D" (d), "+S" (s), "=m" (*(char (*)[n]) to) : "m" (*(const char (*)[n]) from)); /* { avow-verdict verified } */
}

int
exchange (int *p, int v)
{
  asm ("xchgl %0, %1" : "+r" (v), "+m" (*p) : : "memory"); /* { avow-verdict verified } */
  return v;
}

int
device (volatile int *p, int v)
{
  asm ("xchgl %0, %1" : "+r" (v) : "m" (*p) : "memory"); /* { avow-verdict verified } */
  return v;
}

int
fence_and_result (void)
{
  int r;
  asm volatile ("mfence; movl $1, %0" : "=r" (r) : : "memory"); /* { avow-verdict verified } */
  return r;
}

/* Reads any memory, and writes none.  */
size
length (const char *s)
{
  size n = -1;
  asm ("repne scasb; not %0; dec %0" : "+c" (n), "+D" (s) : "a" (0) : "cc", "memory"); /* { avow-verdict verified } */
  return n;
}

/* A barrier against speculation, for the one load.  */
int
load (const int *p)
{
  int r;
  asm ("lfence; movl %1, %0" : "=r" (r) : "m" (*p)); /* { avow-verdict verified } */
  return r;
}

/* Room for its own work.  */
unsigned
status (void)
{
  unsigned room[7], r;
  asm ("fnstenv (%1); fldenv (%1); movl 4(%1), %0" : "=r" (r) : "r" (room) : "memory"); /* { avow-verdict verified } */
  return r;
}
