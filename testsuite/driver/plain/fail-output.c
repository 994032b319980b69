/* reason: program printed "wrong" */
/* { dg-do run } */
/* { dg-output "right" } */
#include <stdio.h>
int main (void) { puts ("wrong"); return 0; }
