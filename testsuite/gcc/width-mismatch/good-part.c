/* The low bytes of sums, products and left shifts come from the low bytes alone.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 } */
#include <stddef.h>
typedef unsigned u;

u sum (u x, u y) { u r; asm ("leaq (%q1,%q2), %q0" : "=r" (r) : "r" (x), "r" (y)); return r; }
long sum_zext (u x, u y) { long r; asm ("leal (%q1,%q2), %k0" : "=r" (r) : "r" (x), "r" (y)); return r; }
u add (u x, u y) { asm ("addq %q1, %q0" : "+r" (x) : "r" (y) : "cc"); return x; }
u copy_add (u x, u y) { u r; asm ("movq %q1, %q0; addq %q2, %q0" : "=&r" (r) : "r" (x), "r" (y) : "cc"); return r; }
long product (u x) { long r; asm ("imulq $3, %q1, %0; movl %k0, %k0" : "=r" (r) : "r" (x) : "cc"); return r; }
u shift (u x) { u r; asm ("movq %q1, %q0; shlq $3, %q0; negq %q0" : "=r" (r) : "r" (x) : "cc"); return r; }
u swap_masked (u x) { u r; asm ("movl %k1, %k0; rorq $32, %q0; rorq $32, %q0" : "=r" (r) : "r" (x) : "cc"); return r; }
/* An undeclared register (which is another rule's) ends with the low half only.  */
void scratch (u x) { asm volatile ("leal -1(%q0), %%eax" : : "r" (x)); } /* { dg-warning "rax.*[avow:clobber-register]" } */

/* Constants: positive ones are loaded whole, what is an immediate is extended by the instruction.  */
size_t length (const char *s)
{
  size_t n;
  asm ("repne scasb" : "=c" (n), "+D" (s) : "a" (0), "0" (-1L) : "cc", "memory");
  return ~n - 1;
}
size_t length_32 (const char *s)
{
  size_t n;
  asm ("repne scasb" : "=c" (n), "+D" (s) : "a" (0), "0" (0xffffffffu) : "cc", "memory");
  return ~n - 1;
}
long getpid_raw (void) { long r; asm volatile ("syscall" : "=a" (r) : "0" (39) : "rcx", "r11", "cc", "memory"); return r; }
long minus (long x) { asm ("addq %1, %0" : "+r" (x) : "er" (-1) : "cc"); return x; }
u minus32 (u x) { asm ("addl %1, %0" : "+r" (x) : "r" (-1) : "cc"); return x; }
