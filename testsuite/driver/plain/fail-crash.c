/* reason: program ended with status -6 */
/* { dg-do run } */
#include <stdlib.h>
int main (void) { abort (); }
