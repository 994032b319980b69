/* { dg-options "-O2 -Itestsuite/gcc/options/include" } */
/* { dg-bogus "avow" "" { target *-*-* } 0 } */
#include "system.h"
void f (void) { in_system_header (); }
