/* lifetime: values and objects that are gone when the template runs.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
#include <stdlib.h>
#include <string.h>
typedef unsigned u;
long next (long);
static inline long twice (long x) { return 2 * x; }
/* a call between the assignment of a register variable and the statement */
u call (u a, u b)
{
  register u x asm ("ecx") = a;
  register u y asm ("edx") = next (b);
  asm ("addl %1, %0" : "+r" (x) : "r" (y) : "cc"); /* { dg-warning "operand %0.*kept in register 'ecx'.*call of 'next' comes between.*[avow:lifetime]" } */
  return x;
}
void argument (u a, u *b)
{
  register u x asm ("eax") = a;
  u t = next (*b);
  asm volatile ("xchgl %1, %0" : "+r" (t) : "r" (x)); /* { dg-warning "operand %1 \('x'\).*call of 'next'.*[avow:lifetime]" } { dg-warning "[avow:input-modified]" } */
}
void library (const char *s)
{
  register u x asm ("ecx") = 3;
  u n = strlen (s);
  asm volatile ("addl %1, %0" : "+r" (n) : "r" (x) : "cc"); /* { dg-warning "operand %1 \('x'\).*call of 'strlen'.*[avow:lifetime]" } */
}
void inlined (long s)
{
  register long x asm ("ecx") = 3;
  long n = twice (s);
  asm volatile ("add %1, %0" : "+r" (n) : "r" (x) : "cc"); /* { dg-warning "operand %1 \('x'\).*call of 'twice'.*[avow:lifetime]" } */
}
void indirect (u (*f) (void))
{
  register u x asm ("edx") = 3;
  u n = f ();
  asm volatile ("addl %1, %0" : "+r" (n) : "r" (x) : "cc"); /* { dg-warning "operand %1 \('x'\).*a call comes between.*[avow:lifetime]" } */
}
void statement (void)
{
  register u x asm ("edx") = 3;
  u n = 1;
  asm volatile ("movl $1, %%edx" : : : "edx");
  asm volatile ("addl %1, %0" : "+r" (n) : "r" (x) : "cc"); /* { dg-warning "operand %1 \('x'\).*another asm statement that clobbers.*[avow:lifetime]" } */
}
/* an object that is out of scope */
u scope (void)
{
  u r, *p;
  {
    u x = 1;
    p = &x;
  }
  asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); /* { dg-warning "accesses the object of operand %1.*'x' is out of scope.*[avow:lifetime]" } */
  return r;
}
u scope_m (void)
{
  u r, *p;
  {
    u x[2] = { 1, 2 };
    p = &x[1];
  }
  asm volatile ("movl %1, %0" : "=r" (r) : "m" (*p)); /* { dg-warning "accesses the object of operand %1.*'x' is out of scope.*[avow:lifetime]" } */
  return r;
}
struct pair { u a, b; };
u literal (u a)
{
  u r;
  struct pair *p;
  { p = &(struct pair) { a, a }; }
  asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); /* { dg-warning "accesses the object of operand %1.*is out of scope.*[avow:lifetime]" } */
  return r;
}
u block_expression (u a)
{
  u r;
  u *p = ({ u x = a; &x; });
  asm volatile ("movl %1, %0" : "=r" (r) : "m" (*p)); /* { dg-warning "is out of scope.*[avow:lifetime]" } */
  return r;
}
/* an object that was freed */
u freed (u *p)
{
  u r;
  free (p);
  asm volatile ("movl 4(%1), %0" : "=r" (r) : "r" (p) : "memory"); /* { dg-warning "accesses the object of operand %1.*was given to 'free'.*[avow:lifetime]" } */
  return r;
}
void freed_m (u *p)
{
  free (p);
  asm volatile ("incl %0" : "+m" (*p) : : "cc"); /* { dg-warning "accesses the object of operand %0.*was given to 'free'.*[avow:lifetime]" } */
}
