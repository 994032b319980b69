/* A system call that is handed a pointer, in one form or another.  */
/* { dg-options "-O2" } */
/* { avow-modes 32 } */
/* { avow-options "unverified=warn" } */
#define CALL "int $0x80"
#define LOST "cc"
typedef unsigned long ul;
struct spec { long s, ns; };
/* as a pointer, as an integer made of one, in a register variable */
long pointer (int fd, void *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (0L), "b" ((long) fd), "c" (p), "d" (n) : LOST); return r; } /* { dg-warning "handed a pointer in operand %3.*[avow:memory-write]" } */
long cast (int fd, void *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (0L), "b" ((long) fd), "c" ((long) p), "d" (n) : LOST); return r; } /* { dg-warning "handed a pointer in operand %3.*[avow:memory-write]" } */
long variable (void *p) { long r; register long v asm ("ebx") = (long) p; asm volatile (CALL : "=a" (r) : "0" (63L), "r" (v) : LOST); return r; } /* { dg-warning "handed a pointer in operand %2.*[avow:memory-write]" } */
long address (void) { struct spec t; long r; asm volatile (CALL : "=a" (r) : "0" (228L), "b" (1L), "c" (&t) : LOST); return r + t.s; } /* { dg-warning "handed a pointer in operand %3.*[avow:memory-write]" } */
/* to const: it is only read */
long put (int fd, const void *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "b" ((long) fd), "c" (p), "d" (n) : LOST); return r; } /* { dg-warning "handed a pointer in operand %3.*no input operand.*[avow:memory-read]" } */
long put_declared (int fd, const char *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "b" ((long) fd), "c" (p), "d" (n), "m" (*(const char (*)[n]) p) : LOST); return r; } /* { avow-verdict verified } */
long put_literal (void) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "b" (1L), "c" ("hello"), "d" (5L) : LOST); return r; } /* { avow-verdict verified } */
/* declared */
long get_declared (int fd, char *p, ul n) { long r; asm volatile (CALL : "=a" (r), "=m" (*(char (*)[n]) p) : "0" (0L), "b" ((long) fd), "c" (p), "d" (n) : LOST); return r; } /* { avow-verdict verified } */
long clock (int id, struct spec *t) { long r; asm volatile (CALL : "=a" (r), "=m" (*t) : "0" (228L), "b" ((long) id), "c" (t) : LOST); return r; } /* { avow-verdict verified } */
long local (void) { struct spec t; long r; asm volatile (CALL : "=a" (r), "=m" (t) : "0" (228L), "b" (1L), "c" (&t) : LOST); return r + t.s; } /* { avow-verdict verified } */
/* declared as read, and perhaps filled */
long read_only (int fd, char *p, ul n) { long r; asm volatile (CALL : "=a" (r) : "0" (1L), "b" ((long) fd), "c" (p), "d" (n), "m" (*(char (*)[n]) p) : LOST); return r; } /* { dg-warning "cannot tell whether a memory operand covers" } */
/* no pointers */
long getpid (void) { long r; asm volatile (CALL : "=a" (r) : "0" (39L) : LOST); return r; } /* { avow-verdict verified } */
long close (int fd) { long r; asm volatile (CALL : "=a" (r) : "0" (3L), "b" ((long) fd) : LOST); return r; } /* { avow-verdict verified } */
long null (int fd) { long r; asm volatile (CALL : "=a" (r) : "0" (3L), "b" ((long) fd), "c" ((void *) 0) : LOST); return r; } /* { avow-verdict verified } */
/* any call at all */
long any (long n, long a, long b) { long r; asm volatile (CALL : "=a" (r) : "0" (n), "b" (a), "c" (b) : LOST); return r; } /* { dg-warning "cannot tell whether a memory operand covers" } */
long any_memory (long n, long a, long b) { long r; asm volatile (CALL : "=a" (r) : "0" (n), "b" (a), "c" (b) : LOST, "memory"); return r; } /* { avow-verdict verified } */
