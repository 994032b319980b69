/* The twins of bad-type.c.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef float v4 __attribute__ ((vector_size (16)));
typedef __SIZE_TYPE__ size;
struct pair { short low, high; int other; };
struct tail { int n; int rest[]; };
union word { int all; char part[4]; };

v4 vector (const float *p) { v4 r; asm ("movups %1, %0" : "=x" (r) : "m" (*(const float (*)[4]) p)); return r; } /* { avow-verdict verified } */
v4 narrow (const float *p) { v4 r; asm ("movss %1, %0" : "=x" (r) : "m" (*p)); return r; } /* { avow-verdict verified } */
v4 by_memory (const float *p) { v4 r; asm ("movups %1, %0" : "=x" (r) : "m" (*p) : "memory"); return r; } /* { avow-verdict verified } */
v4 through (const float *p) { v4 r; asm ("movups (%1), %0" : "=x" (r) : "r" (p), "m" (*(const float (*)[4]) p)); return r; } /* { avow-verdict verified } */
void suffix (char *p) { asm volatile ("movb $0, %0" : "=m" (*p)); } /* { avow-verdict verified } */
void control_word (unsigned short *p) { asm volatile ("fnstcw %0" : "=m" (*p)); } /* { avow-verdict verified } */
void member (struct pair *p) { asm volatile ("movw $0, %0" : "=m" (p->low)); } /* { avow-verdict verified } */
void both_members (struct pair *p) { asm volatile ("movl $0, %0" : "=m" (p->low), "=m" (p->high)); } /* { avow-verdict verified } */
void part (union word *u) { asm volatile ("movl $0, %0" : "=m" (u->all)); } /* { avow-verdict verified } */
void flexible (struct tail *t) { asm volatile ("movl $0, 4(%1)" : "=m" (t->rest) : "r" (t)); } /* { avow-verdict verified } */
void element (int *p, int i) { asm volatile ("movl $0, %0; movl $0, 4+%0" : "=m" (*(int (*)[2]) &p[i])); } /* { avow-verdict verified } */
void environment (char *p) { asm volatile ("fnstenv %0; fldenv %0" : "=m" (*(char (*)[28]) p)); } /* { avow-verdict verified } */

void
count (char *p)
{
  char *d = p;
  size n = 4;
  asm volatile ("rep stosl" : "+D" (d), "+c" (n), "=m" (*(char (*)[16]) p) : "a" (0)); /* { avow-verdict verified } */
}

static int table[4];
static const int constants[8] = { 1, 2, 3, 4, 5, 6, 7, 8 };

void
count_in_object (void)
{
  int *d = table;
  unsigned char quick = 4;
  size n = quick;
  asm volatile ("rep stosl" : "+D" (d), "+c" (n) : "a" (0) : "memory"); /* { avow-verdict verified } */
}

/* A conversion takes the upper bits: the count is 0.  */
void
converted (void)
{
  int *d = table, long_count = 256;
  unsigned char short_count = long_count;
  size n = short_count;
  asm volatile ("rep stosl" : "+D" (d), "+c" (n) : "a" (0) : "memory"); /* { avow-verdict verified } */
}

/* A declared object is all that its address leads to.  */
int
somewhere (long i)
{
  int r;
  asm ("movl (%1,%2,4), %0" : "=r" (r) : "r" (table), "r" (i), "m" (table)); /* { avow-verdict verified } */
  return r;
}

/* What never changes need not be declared.  */
v4
from_constants (void)
{
  v4 r;
  asm ("movups %1, %0" : "=x" (r) : "m" (constants[2])); /* { avow-verdict verified } */
  return r;
}

v4
at_index (long i)
{
  v4 r;
  asm ("movups %1, %0" : "=x" (r) : "m" (constants[i])); /* { avow-verdict verified } */
  return r;
}

/* They may lie where the pointer leads.  */
float perhaps (const float *p, const float *q) { float r; asm ("movss (%1), %0; addss %2, %0" : "=&x" (r) : "r" (p), "m" (*q)); return r; } /* { avow-verdict unverified "covers" } */

void not_glued (long long *p) { asm volatile ("movl $0, %0; movl $0, 4+%0" : "=m" (*p)); } /* { avow-verdict verified } */
