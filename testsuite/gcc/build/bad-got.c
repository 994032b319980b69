/* The frame pointer, and the address of the global offset table, have registers of their own.  */
/* { dg-do compile } */
/* { dg-options "-O2 -m32 -fPIC -fno-omit-frame-pointer" } */
/* { dg-require m32 } */
extern int other;
int get (int);

int
table (int leaf)
{
  int a;
  asm volatile ("cpuid" : "=a" (a) : "0" (leaf), "c" (0) : "edx"); /* { dg-warning "'ebx'" } */
  /* { dg-note "in this build: 'ebx' holds the address of the global offset table in 'table'" "" { target *-*-* } .-1 } */
  /* { dg-warning "ecx|input-modified" "" { target *-*-* } .-2 } */
  return get (a) + other;
}

int
frame (int x)
{
  volatile int v = x;
  asm volatile ("xorl %%ebp, %%ebp" : : : "cc", "memory"); /* { dg-warning "'ebp'" } */
  /* { dg-note "in this build: 'ebp' holds the frame pointer in 'frame'" "" { target *-*-* } .-1 } */
  return v;
}
