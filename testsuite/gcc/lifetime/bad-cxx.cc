/* lifetime: C++.  */
/* { dg-require c++ } */
/* { avow-modes 64 32 } */
struct pair { unsigned a, b; };
unsigned temporary (unsigned a)
{
  unsigned r;
  const pair *p;
  { const pair &t = pair { a, a }; p = &t; }
  asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); // { dg-warning "is out of scope.*[avow:lifetime]" }
  return r;
}
void deleted (unsigned *p)
{
  ::operator delete (p);
  asm volatile ("incl %0" : "+m" (*p) : : "cc"); // { dg-warning "was given to 'operator delete'.*[avow:lifetime]" }
}
