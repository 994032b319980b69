/* A string instruction moves its registers; the caller goes on with the old pointers.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "aaaaaab 6 1" } */
#include <stdio.h>
#include <stddef.h>
__attribute__ ((noipa)) static char *
fill (char *p, char c, size_t n, size_t *left)
{
  asm volatile ("rep stosb" : : "D" (p), "a" (c), "c" (n) : "memory");
  *left = n;
  return p;
}
int
main (void)
{
  char buf[8] = "-------";
  size_t left;
  char *p;
  buf[6] = 'b';
  p = fill (buf, 'a', 6, &left);
  printf ("%s %d %d\n", p == buf ? buf : "wrong", (int) left, p == buf);
  return 0;
}
