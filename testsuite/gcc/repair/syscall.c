/* syscall destroys rcx and r11; "memory" is missing as well: the array is read from before.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { dg-output "Linux 7" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
#include <string.h>
static char buf[512];
__attribute__ ((noinline)) int work (int a, int b, int c, int seven)
{
  long r;
  (void) a; (void) b; (void) c;
  buf[0] = 'X';
  asm volatile ("syscall" : "=a" (r) : "0" (63L), "D" (buf));
  if (buf[0] == 'X')
    return -1;
  return seven;
}
int main (void)
{
  int r = work (1, 2, 3, 7);
  printf ("%s %d\n", buf, r);
  return 0;
}
