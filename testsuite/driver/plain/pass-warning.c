/* { dg-options "-Wall" } */
int f (void) { int unused; return 0; } /* { dg-warning "unused variable 'unused'" } */
int g (void)
{
  int other;
  /* { dg-warning "unused variable 'other'" "" { target *-*-* } .-1 } */
  return 0;
}
