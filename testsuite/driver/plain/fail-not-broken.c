/* reason: wanted the wrong "7" */
/* { dg-do run } */
/* { dg-output "42" } */
/* { avow-broken-output "7" } */
#include <stdio.h>
int main (void) { puts ("42"); return 0; }
