// { dg-options "-O2" }
template <class T> inline T twice (T x) { asm ("movl %0, %%ebx; addl %%ebx, %0" : "+r" (x) : : "cc"); return x; } // { dg-warning "rbx.*[avow:clobber-register]" }
int use (int x) { return twice (x) + (int) twice (unsigned (x)); }
struct s { int v; void f () { asm volatile ("movl $1, %%ebx" : :); } }; // { dg-warning "rbx.*[avow:clobber-register]" }
void g (s &x) { x.f (); }
auto lambda = [] { asm volatile ("movl $1, %%r12d" : :); }; // { dg-warning "r12.*[avow:clobber-register]" }
void h () { lambda (); }
