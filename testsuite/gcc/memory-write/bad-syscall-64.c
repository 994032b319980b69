/* A system call that is handed a pointer, in one form or another.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 } */
/* { avow-options "unverified=warn" } */
#define CALL "syscall"
#define LOST "rcx", "r11"
typedef unsigned long ul;
struct spec { long s, ns; };
/* as a pointer, as an integer made of one, in a register variable */
long pointer (int fd, void *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (0L), "D" ((long) fd), "S" (p), "d" (n) : LOST); return r; } /* { dg-warning "handed a pointer in operand %3.*[avow:memory-write]" } */
long cast (int fd, void *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (0L), "D" ((long) fd), "S" ((long) p), "d" (n) : LOST); return r; } /* { dg-warning "handed a pointer in operand %3.*[avow:memory-write]" } */
long variable (void *p) { long r; register long v asm ("rdi") = (long) p; asm volatile (CALL : "=a" (r) : "0" (63L), "r" (v) : LOST); return r; } /* { dg-warning "handed a pointer in operand %2.*[avow:memory-write]" } */
long address (void) { struct spec t; long r; asm volatile (CALL : "=a" (r) : "0" (228L), "D" (1L), "S" (&t) : LOST); return r + t.s; } /* { dg-warning "handed a pointer in operand %3.*[avow:memory-write]" } */
/* to const: it is only read */
long put (int fd, const void *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "D" ((long) fd), "S" (p), "d" (n) : LOST); return r; } /* { dg-warning "handed a pointer in operand %3.*no input operand.*[avow:memory-read]" } */
long put_declared (int fd, const char *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "D" ((long) fd), "S" (p), "d" (n), "m" (*(const char (*)[n]) p) : LOST); return r; } /* { avow-verdict verified } */
long put_literal (void) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "D" (1L), "S" ("hello"), "d" (5L) : LOST); return r; } /* { avow-verdict verified } */
/* declared */
long get_declared (int fd, char *p, ul n) { long r; asm volatile (CALL : "=a" (r), "=m" (*(char (*)[n]) p) : "0" (0L), "D" ((long) fd), "S" (p), "d" (n) : LOST); return r; } /* { avow-verdict verified } */
long clock (int id, struct spec *t) { long r; asm volatile (CALL : "=a" (r), "=m" (*t) : "0" (228L), "D" ((long) id), "S" (t) : LOST); return r; } /* { avow-verdict verified } */
long local (void) { struct spec t; long r; asm volatile (CALL : "=a" (r), "=m" (t) : "0" (228L), "D" (1L), "S" (&t) : LOST); return r + t.s; } /* { avow-verdict verified } */
/* declared as read, and perhaps filled */
long read_only (int fd, char *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "D" ((long) fd), "S" (p), "d" (n), "m" (*(char (*)[n]) p) : LOST); return r; } /* { dg-warning "cannot tell whether a memory operand covers" } */
/* no pointers */
long getpid (void) { long r; asm volatile (CALL : "=a" (r) : "0" (39L) : LOST); return r; } /* { avow-verdict verified } */
long close (int fd) { long r; asm volatile (CALL : "=a" (r) : "0" (3L), "D" ((long) fd) : LOST); return r; } /* { avow-verdict verified } */
long null (int fd) { long r; asm volatile (CALL : "=a" (r) : "0" (3L), "D" ((long) fd), "S" ((void *) 0) : LOST); return r; } /* { avow-verdict verified } */
/* any call at all */
long any (long n, long a, long b) { long r; asm volatile (CALL : "=a" (r) : "0" (n), "D" (a), "S" (b) : LOST); return r; } /* { dg-warning "cannot tell whether a memory operand covers" } */
long any_memory (long n, long a, long b) { long r; asm volatile (CALL : "=a" (r) : "0" (n), "D" (a), "S" (b) : LOST, "memory"); return r; } /* { avow-verdict verified } */
/* a hypercall is memory-order's */
long hyper (long n, void *p) { asm volatile ("vmcall" : "+a" (n) : "b" (p)); return n; } /* { dg-warning "[avow:memory-order]" } */
