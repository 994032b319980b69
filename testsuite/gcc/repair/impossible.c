/* What cannot be repaired stays a warning, with the reason; the compile does not fail.  */
/* { avow-options "mode=fix" } */
/* { dg-require x86 } */
int reads (int x) { asm ("addl %%ebx, %0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "[avow:register-read]" } */
void fine (int x) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-note "repaired.*bx" } */
/* A register variable would be used again with its new value.  */
int variable (int v)
{
  register int x asm ("esi") = v;
  asm volatile ("incl %0" : : "r" (x) : "cc"); /* { dg-warning "[avow:input-modified]" } */
  /* { dg-note "not repaired: the compiler would go on using the register variable" "" { target *-*-* } .-1 } */
  return x;
}
/* Several alternatives are left alone.  */
int alternatives (int x)
{
  asm volatile ("incl %0" : : "r,m" (x) : "cc"); /* { dg-warning "[avow:input-modified]" } */
  /* { dg-note "not repaired: its constraint is too complicated" "" { target *-*-* } .-1 } */
  return x;
}
