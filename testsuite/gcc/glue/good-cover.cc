// References, members and templates.
// { dg-require c++ }
// { avow-modes 64 32 }
// { avow-options "unverified=warn" }
typedef unsigned u;
struct item { u key, value; u get () const; void set (u); };
u reference (const u &x) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (&x), "m" (x)); return r; } // { avow-verdict verified }
void write (u &x) { asm ("movl $1, (%1)" : "=m" (x) : "r" (&x)); } // { avow-verdict verified }
u item::get () const { u r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (this), "m" (value)); return r; } // { avow-verdict verified }
void item::set (u x) { asm ("movl %1, 4(%2)" : "=m" (value) : "r" (x), "r" (this)); } // { avow-verdict verified }
template <typename T> T load (const T *p) { T r; asm ("mov (%1), %0" : "=r" (r) : "r" (p), "m" (*p)); return r; } // { avow-verdict verified }
u use (const u *p) { return load (p); }
u array (u (&x)[4]) { u r; asm ("movl 12(%1), %0" : "=r" (r) : "r" (x), "m" (x)); return r; } // { avow-verdict verified }
