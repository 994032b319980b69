/* { avow-modes 64 32 } */
/* { dg-options "-Wall" } */
int f (void) {
#if __SIZEOF_POINTER__ == 4
  int narrow; /* { dg-warning "narrow" "" { target ia32 } } */
#endif
  return 0;
}
