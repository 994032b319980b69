/* { dg-do run } */
/* { dg-output "answer \d+\n2" } */
#include <stdio.h>
int main (void) { printf ("answer %d\n2\n", 42); return 0; }
