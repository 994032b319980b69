/* { dg-options "-O2 -Itestsuite/gcc/options/include" } */
#include "user.h"
/* { dg-warning "[avow:clobber-register]" "" { target *-*-* } 0 } */
void f (void) { in_user_header (); }
