/* A system call whose result is not used is deleted.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { dg-output "hello" } */
/* { avow-broken-output "" } */
int main (void)
{
  long r;
  asm ("syscall" : "=a" (r) : "0" (1L), "D" (1L), "S" ("hello\n"), "d" (6L) : "rcx", "r11", "memory");
  return 0;
}
