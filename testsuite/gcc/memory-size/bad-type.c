/* Wider than the type that an operand declares, where the unit does not show the object or the operand names a part of it.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef float v4 __attribute__ ((vector_size (16)));
typedef __SIZE_TYPE__ size;
struct pair { short low, high; int other; };
struct tail { int n; int rest[]; };
union word { int all; char part[4]; };

v4 vector (const float *p) { v4 r; asm ("movups %1, %0" : "=x" (r) : "m" (*p)); return r; } /* { dg-warning "'movups %1, %0'.*reads 16 bytes at offset 0 of operand %1, which declares 4.*[avow:memory-size]" } */
v4 through (const float *p) { v4 r; asm ("movups (%1), %0" : "=x" (r) : "r" (p), "m" (*p)); return r; } /* { dg-warning "operand %2, which declares 4.*[avow:memory-size]" } */
void suffix (char *p) { asm volatile ("movl $0, %0" : "=m" (*p)); } /* { dg-warning "writes 4 bytes.*[avow:memory-size]" } */
/* { dg-note "declare all that is accessed .*=m.*char .*\[4\].*pointer" "" { target *-*-* } .-1 } */
void control_word (unsigned char *p) { asm volatile ("fnstcw %0" : "=m" (*p)); } /* { dg-warning "[avow:memory-size]" } */
void descriptor (unsigned *p) { asm volatile ("sgdt %0" : "=m" (*p)); } /* { dg-warning "[avow:memory-size]" } */
void member (struct pair *p) { asm volatile ("movl $0, %0" : "=m" (p->low)); } /* { dg-warning "[avow:memory-size]" } */
int in_object (void) { struct pair p = { 1, 2, 3 }; asm volatile ("movl $0, %0" : "=m" (p.low)); return p.high; } /* { dg-warning "which declares 2.*[avow:memory-size]" } */
void part (union word *u) { asm volatile ("movl $0, %0" : "=m" (u->part[0])); } /* { dg-warning "[avow:memory-size]" } */
void flexible (struct tail *t) { asm volatile ("movl $0, %0; movl $0, 4+%0" : "=m" (*t)); } /* { dg-warning "writes 4 bytes at offset 4.*[avow:memory-size]" } */
void element (int *p, int i) { asm volatile ("movl $0, %0; movl $0, 4+%0" : "=m" (p[i])); } /* { dg-warning "'movl \$0, 4\+%0'.*[avow:memory-size]" } */
void locked (int *p) { asm volatile ("lock; addb $1, 4+%0" : "+m" (*p) : : "cc"); } /* { dg-warning "[avow:memory-size]" } */

/* The count is in a variable, and known.  */
void
count (char *p)
{
  char *d = p;
  size n = 5;
  asm volatile ("rep stosl" : "+D" (d), "+c" (n), "=m" (*(char (*)[16]) p) : "a" (0)); /* { dg-warning "writes 20 bytes at offset 0 of operand %2, which declares 16.*[avow:memory-size]" } */
}

static int table[4];

void
count_in_object (void)
{
  int *d = table;
  unsigned char quick = 5;
  size n = quick;
  asm volatile ("rep stosl" : "+D" (d), "+c" (n) : "a" (0) : "memory"); /* { dg-warning "writes 20 bytes.*[avow:memory-size]" } */
}

v4
at_index (long i)
{
  v4 r;
  asm ("movups %1, %0" : "=x" (r) : "m" (table[i])); /* { dg-warning "[avow:memory-size]" } */
  return r;
}

/* However they lie, the operands are too small.  */
v4 anywhere (const float *p, const float *q, const float *t) { v4 r; asm ("movups (%1), %0; addss %2, %0; addss %3, %0" : "=&x" (r) : "r" (p), "m" (*q), "m" (*t)); return r; } /* { dg-warning "[avow:memory-read]" } */

/* GCC may print the operand with a displacement of its own.  */
void glued (long *p) { asm volatile ("movl $0, %k0; movl $0, 4%0" : "=m" (*p)); } /* { dg-warning "'movl \$0, 4%0'.*48\(%rsp\) is accessed.*[avow:memory-size]" } */
/* { dg-note "write 4\+%0" "" { target *-*-* } .-1 } */
