/* asm goto, flag outputs, matching digits, dialect braces, names.  */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef unsigned char uc;
int simple (u x) { asm goto ("testl %0, %0; jnz %l1" : : "r" (x) : "cc" : out); return 1; out: return 0; }
int named (u x) { asm goto ("testl %[x], %[x]; jnz %l[out]" : : [x] "r" (x) : "cc" : out); return 1; out: return 0; }
int two (u x) { asm goto ("cmpl $1, %0; je %l1; ja %l2" : : "rm" (x) : "cc" : one, more); return 0; one: return 1; more: return 2; }
int bit (u *p) { asm goto ("btl $3, %0; jc %l[yes]" : : "m" (*p) : "cc" : yes); return 0; yes: return 1; }
int output (u x) { u r; asm goto ("leal 1(%1), %0; testl %0, %0; js %l[out]" : "=&r" (r) : "r" ((long) x) : "cc" : out); return r; out: return 0; }
int never (void) { asm goto ("jmp %l0" : : : : out); __builtin_unreachable (); out: return 0; }
int z (u x, u y) { int r; asm ("cmpl %2, %1" : "=@ccz" (r) : "r" (x), "rm" (y)); return r; }
_Bool c (u x, u y) { _Bool r; asm ("addl %2, %1" : "=@ccc" (r), "+r" (x) : "rm" (y)); return r; }
int ne (u x) { int r; asm ("testl %1, %1" : "=@ccne" (r) : "r" (x)); return r; }
int several (u x, u y) { int a, b, l; asm ("cmpl %4, %3" : "=@cca" (a), "=@ccb" (b), "=@ccl" (l) : "r" (x), "r" (y)); return a + b + l; }
int unsigned_o (u x, u y) { uc o; asm ("imull %2, %1" : "=@cco" (o), "+r" (x) : "rm" (y)); return o; }
u digit (u x, u y) { u r; asm ("addl %2, %0" : "=r" (r) : "0" (x), "g" (y) : "cc"); return r; }
u digit_c (u x, u y) { u r; asm ("addl %2, %0" : "=r" (r) : "%0" (x), "rm" (y) : "cc"); return r; }
u digit_fixed (u x) { u r; asm ("bswap %0" : "=a" (r) : "0" (x)); return r; }
u digits (u h, u l, u d, u *rem) { u q; asm ("divl %4" : "=a" (q), "=d" (*rem) : "0" (l), "1" (h), "rm" (d) : "cc"); return q; }
u digit_unread (u x) { u r; asm ("movl $1, %0" : "=r" (r) : "0" (x)); return r; }
u braces (u x, u y) { asm ("add{l %1, %0| %0, %1}" : "+r" (x) : "r" (y) : "cc"); return x; }
u braces2 (u x, u y) { asm ("{addl %1, %0|add %0, %1}\n\t{notl %0|not %0}" : "+r" (x) : "r" (y) : "cc"); return x; }
u braces_empty (u x) { asm ("bswap{l|} %0" : "+r" (x)); return x; }
u unique (u x) { asm ("testl %0, %0; jz .Lskip%=; notl %0; .Lskip%=:" : "+r" (x) : : "cc"); return x; }
u loop (u x) { asm ("1:\tshrl $1, %0\n\tjnz 1b" : "+r" (x) : : "cc"); return x; }
u nested (u x) { asm ("1: movl $3, %%ecx; 2: decl %%ecx; jnz 2b; decl %0; jnz 1b" : "+r" (x) : : "cc", "ecx"); return x; }
u forward (u x) { asm ("testl %0, %0; jz 1f; decl %0; jz 1f; notl %0; 1:" : "+r" (x) : : "cc"); return x; }
u reused (u x) { asm ("testl %0, %0; jz 1f; decl %0; 1: testl %0, %0; jz 1f; decl %0; 1:" : "+r" (x) : : "cc"); return x; }
u dollar (u x) { asm ("addl $(3 + 4 * 2), %0; subl $0x10, %0; addl $'A', %0" : "+r" (x) : : "cc"); return x; }
u constant (u x) { asm ("addl %1, %0; addl $%c2, %0" : "+r" (x) : "i" (5), "i" (7) : "cc"); return x; }
