/* A macro of a system header, used in the user's code: as GCC has it.  */
/* { dg-options "-O2 -Itestsuite/gcc/options/include -Wsystem-headers" } */
#include "system.h"
/* { dg-warning "[avow:clobber-register]" "" { target *-*-* } 0 } */
void f (void) { SYSTEM_MACRO (); }
