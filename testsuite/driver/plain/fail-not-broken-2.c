/* reason: right without the plugin too */
/* { dg-do run } */
/* { dg-output "42" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
int main (void) { puts ("42"); return 0; }
