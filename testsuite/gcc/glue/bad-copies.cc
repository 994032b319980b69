/* Constructors and destructors are compiled several times, templates once for each
   set of arguments: each fault is told once.  */
/* { dg-options "-O2" } */
/* { dg-require c++ } */

struct base
{
  int v;
  base () : v (1) { asm volatile ("movl $1, %%ebx" : : "r" (v)); } /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
  virtual ~base () {}
};

struct derived : virtual base
{
  derived () { asm volatile ("movl $2, %%ebx" : : "r" (v)); } /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
  ~derived () { asm volatile ("movl $3, %%ebx" : : "r" (v)); } /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
};

struct last : derived
{
};

int
use ()
{
  derived d;
  last l;
  return d.v + l.v;
}

template <class T> T
instance (T x)
{
  asm volatile ("movl $4, %%ebx" : : "r" (x)); /* { dg-warning "'rbx'.*[avow:clobber-register]" } */
  return x;
}

long
instances ()
{
  return instance (1) + instance (2L);
}

template <class T> T
never (T x)
{
  asm volatile ("movl $5, %%ebx" : : "r" (x));
  return x;
}
