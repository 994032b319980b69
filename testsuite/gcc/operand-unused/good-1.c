/* operand-unused: the corrected twins of bad-1.c, and operands without a token that are meant.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { dg-bogus "operand-unused" "" { target *-*-* } 0 } */
typedef unsigned u;
u input (u a, u b) { u r; asm ("leal (%1,%2), %0" : "=r" (r) : "r" (a), "r" (b)); return r; }
u named (u a, u b) { asm ("addl %[y], %[x]" : [x] "+r" (a) : [y] "r" (b) : "cc"); return a; }
u plus (u a, u b) { asm ("incl %0\n\tincl %1" : "+r" (a), "+r" (b) : : "cc"); return a + b; }
u tied (u a) { u c; asm ("incl %0" : "=r" (c) : "0" (a) : "cc"); return c; }
u tied_used (u a) { u c; asm ("incl %1" : "=r" (c) : "0" (a) : "cc"); return c; }
u modifier (u a, u b) { asm ("addl %k1, %k0" : "+r" (a) : "r" (b) : "cc"); return a; }
/* memory that is reached through a pointer */
void dummy (u *p) { asm volatile ("incl (%1)" : "+m" (*p) : "r" (p) : "cc"); }
u dummy_in (u *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (p), "m" (*p)); return r; }
/* fixed registers are used by name, by the instruction, or by whoever sees the trap */
u cpuid (u l) { u a, b, c, d; asm ("cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : "0" (l), "2" (0)); return a + b + c + d; }
void fill (void *p, unsigned long n) { asm volatile ("rep; stosb" : "+D" (p), "+c" (n) : "a" (0) : "memory"); }
void port (u v, u p) { asm volatile ("outb %%al, %%dx" : : "a" (v), "d" (p)); }
void trap (u code) { asm volatile ("int3" : : "a" (code)); }
void request (u *args) { asm volatile ("nop" : : "a" (args) : "memory"); }
long call (long n, long a)
{
#ifdef __x86_64__
  register long r10 asm ("r10") = a;
  long r;
  asm volatile ("syscall" : "=a" (r) : "0" (n), "r" (r10) : "rcx", "r11", "memory");
#else
  register long edx asm ("edx") = a;
  long r;
  asm volatile ("int $0x80" : "=a" (r) : "0" (n), "r" (edx) : "memory");
#endif
  return r;
}
/* a constant, or something that may become one, or stay in memory, costs nothing */
void constant (void) { asm volatile ("nop" : : "i" (3)); }
void anything (u a) { asm volatile ("nop" : : "X" (a), "g" (a), "rm" (a), "ri" (a)); }
/* templates without instructions hide, pin and order */
u hide (u a) { asm ("" : "+r" (a)); return a; }
void keep (u a) { asm volatile ("" : : "r" (a)); }
void keep_comment (u a) { asm volatile ("# nothing" : : "r" (a)); }
u launder (u a) { u b; asm ("" : "=r" (b) : "0" (a)); return b; }
/* used in a section, in a comment, by a label */
void probe (u a) { asm volatile ("990: nop\n\t.pushsection .note.probe,\"\",\"note\"\n\t.long 990b - .\n\t.asciz \"4@%0\"\n\t.popsection" : : "r" (a)); }
void comment (u a) { asm volatile ("nop # %0" : : "r" (a)); }
int go (u a) { asm goto ("testl %0, %0; jz %l1" : : "r" (a) : "cc" : out, other); return 1; out: return 0; other: return 2; }
