/* Calls through a pointer in memory whose type says that it is one to a C function.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { avow-modes 64 } */
struct table { int other; int (*f) (int); } table;
int
at_symbol (int x)
{
  int r;
  asm volatile ("call *%c2(%%rip)" : "=a" (r), "+D" (x) : "i" (&table.f) : "memory"); /* { dg-warning "may destroy rcx, rdx.*[avow:call-clobber]" } */
  return r;
}
int
at_register (struct table *t, int x)
{
  int r;
  asm volatile ("call *(%2)" : "=a" (r), "+D" (x) : "b" (&t->f) : "memory"); /* { dg-warning "may destroy rcx, rdx.*[avow:call-clobber]" } */
  return r;
}
