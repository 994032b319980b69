/* { dg-options "-Wall" } */
int f () { int unused; return 0; } /* { dg-warning "unused variable" } */
