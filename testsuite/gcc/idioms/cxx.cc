// C++, all silent.
// { dg-options "-O2" }
// { avow-options "unverified=warn" }
template <class T> inline T launder (T x) { asm ("" : "+r" (x)); return x; }
template <class T> inline void do_not_optimize (T const &value) { asm volatile ("" : : "r,m" (value) : "memory"); }
template <class T> inline void do_not_optimize (T &value) { asm volatile ("" : "+r,m" (value) : : "memory"); }
struct spin { unsigned v; void lock () { unsigned o = 1; do asm volatile ("xchgl %0, %1" : "+r" (o), "+m" (v) : : "memory"); while (o); } };
namespace { unsigned long tsc () { unsigned a, d; asm volatile ("rdtsc" : "=a" (a), "=d" (d)); return a | (unsigned long) d << 32; } }
inline unsigned rol (unsigned x, unsigned char n) { asm ("roll %1, %0" : "+r" (x) : "cI" (n) : "cc"); return x; }
unsigned use (spin &s, int x) { s.lock (); do_not_optimize (x); do_not_optimize (s); return launder (x) + rol (tsc (), 3); }
auto lambda = [] (unsigned x) { asm ("bswap %0" : "+r" (x)); return x; };
unsigned call () { return lambda (3); }
constexpr unsigned k = 5;
unsigned imm (unsigned x) { asm ("addl %1, %0" : "+r" (x) : "i" (k) : "cc"); return x; }
