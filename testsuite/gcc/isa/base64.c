/* General registers, in 64-bit mode.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2" } */
typedef unsigned u;
typedef unsigned long ul;

void bad_longmode_syscall (ul n) { asm volatile ("syscall" : "+a" (n) :  : "rcx", "memory"); } /* { dg-warning "r11.*[avow:clobber-register]" } */
void longmode_syscall (ul n) { asm volatile ("syscall" : "+a" (n) :  : "rcx", "memory", "r11"); } /* { avow-verdict verified } */

void bad_cx16 (__int128 *p, ul a, ul d) { asm volatile ("lock; cmpxchg16b %0" : "+m" (*p), "+a" (a) : "b" (1L), "c" (2L), "d" (d) : "cc"); } /* { dg-warning "%4.*[avow:input-modified]" } */
void cx16 (__int128 *p, ul a, ul d) { asm volatile ("lock; cmpxchg16b %0" : "+m" (*p), "+a" (a), "+d" (d) : "b" (1L), "c" (2L) : "cc"); } /* { avow-verdict verified } */

void bad_lwp (void) { asm volatile ("slwpcb %%rcx" :  :  : ); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void lwp (void) { asm volatile ("slwpcb %%rcx" :  :  : "rcx"); } /* { avow-verdict verified } */

void bad_fsgsbase (void) { asm volatile ("rdfsbase %%rcx" :  :  : ); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void fsgsbase (void) { asm volatile ("rdfsbase %%rcx" :  :  : "rcx"); } /* { avow-verdict verified } */

void bad_rdpid (void) { asm volatile ("rdpid %%rcx" :  :  : ); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void rdpid (void) { asm volatile ("rdpid %%rcx" :  :  : "rcx"); } /* { avow-verdict verified } */

void bad_cmpccxadd (u *p, u x, u y) { asm volatile ("cmpbexadd %2, %1, %0" : "+m" (*p) : "r" (x), "r" (y) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void cmpccxadd (u *p, u x, u y) { asm volatile ("cmpbexadd %2, %1, %0" : "+m" (*p), "+r" (x) : "r" (y) : "cc"); } /* { avow-verdict verified } */

void bad_raoint (u *p, u x) { asm volatile ("aadd %1, (%0)" :  : "r" (p), "r" (x), "m" (*p) : ); } /* { dg-warning "[avow:memory-write]" } */
void raoint (u *p, u x) { asm volatile ("aadd %1, (%0)" :  : "r" (p), "r" (x) : "memory"); } /* { avow-verdict verified } */

void bad_xsaves (char *p) { asm volatile ("xsaves64 (%0)" :  : "r" (p), "a" (-1), "d" (-1), "m" (*(char (*)[16384]) p) : ); } /* { dg-warning "[avow:memory-write]" } */
void xsaves (char *p) { asm volatile ("xsaves64 (%0)" :  : "r" (p), "a" (-1), "d" (-1) : "memory"); } /* { avow-verdict verified } */

void uintr (ul x) { asm volatile ("senduipi %0" :  : "r" (x) : "memory"); } /* { avow-verdict verified } */

void bad_msrlist (void *s, void *d, ul c) { asm volatile ("rdmsrlist" :  : "S" (s), "D" (d), "c" (c) : "memory"); } /* { dg-warning "%2.*[avow:input-modified]" } */
void msrlist (void *s, void *d, ul c) { asm volatile ("rdmsrlist" : "+c" (c) : "S" (s), "D" (d) : "memory"); } /* { avow-verdict verified } */

void bad_invpcid (ul t, void *p) { asm volatile ("invpcid (%1), %0" :  : "r" (t), "r" (p), "m" (*(char (*)[16]) p) : ); } /* { dg-warning "[avow:memory-order]" } */
void invpcid (ul t, void *p) { asm volatile ("invpcid (%1), %0" :  : "r" (t), "r" (p) : "memory"); } /* { avow-verdict verified } */

void bad_movdir64b (void *d, void *s) { asm volatile ("movdir64b (%1), %0" :  : "r" (d), "r" (s), "m" (*(char (*)[64]) s) : ); } /* { dg-warning "[avow:memory-write]" } */
void movdir64b (void *d, void *s) { asm volatile ("movdir64b (%1), %0" :  : "r" (d), "r" (s) : "memory"); } /* { avow-verdict verified } */

void bad_enqcmd (void *d, void *s) { asm volatile ("enqcmd (%1), %0" :  : "r" (d), "r" (s), "m" (*(char (*)[64]) s) : "cc"); } /* { dg-warning "[avow:memory-write]" } */
void enqcmd (void *d, void *s) { asm volatile ("enqcmd (%1), %0" :  : "r" (d), "r" (s) : "cc", "memory"); } /* { avow-verdict verified } */

void prefetchi (void) { asm volatile ("prefetchit0 bad_cx16(%%rip)" :  :  : ); } /* { avow-verdict verified } */

void bad_vmx (ul f) { asm volatile ("vmread %0, %%rcx" :  : "r" (f) : "cc", "memory"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void vmx (ul f) { asm volatile ("vmread %0, %%rcx" :  : "r" (f) : "cc", "memory", "rcx"); } /* { avow-verdict verified } */

void bad_svm (ul a) { asm volatile ("vmload" :  :  : "memory"); } /* { dg-warning "rax.*[avow:register-read]" } */
void svm (ul a) { asm volatile ("vmload" :  : "a" (a) : "memory"); } /* { avow-verdict verified } */

void bad_tdx (ul a) { asm volatile ("seamops" :  : "a" (a) : "cc", "memory"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void tdx (ul a) { asm volatile ("seamops" : "+a" (a) :  : "cc", "memory"); } /* { avow-verdict verified } */

ul bad_cet (ul a) { asm volatile ("rdsspq %0" : "=r" (a) :  : ); return a; } /* { dg-note "%0.*[avow:output-read]" } */
void cet (ul a) { asm volatile ("rdsspq %0" : "+r" (a) :  : ); } /* { avow-verdict verified } */

void bad_mcommit (void) { asm volatile ("mcommit; setc %%cl" :  :  : "cc", "memory"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void mcommit (void) { asm volatile ("mcommit; setc %%cl" :  :  : "cc", "memory", "ecx"); } /* { avow-verdict verified } */

void bad_apx_ndd (ul x) { asm volatile ("%{nf%} addq $1, %0, %%rcx" :  : "r" (x) : ); } /* { dg-warning "rcx.*[avow:clobber-register]" } */
void apx_ndd (ul x) { asm volatile ("%{nf%} addq $1, %0, %%rcx" :  : "r" (x) : "rcx"); } /* { avow-verdict verified } */

void bad_apx_r16 (ul x) { asm volatile ("%{nf%} addq $1, %0, %%r16" :  : "r" (x) : ); } /* { dg-note "r16.*does not use this register.*[avow:clobber-register]" } */

void bad_apx_ccmp (u x) { asm volatile ("testl %0, %0; ccmpne %{dfv=zf%} $1, %0; setzue %%cl" :  : "r" (x) : "cc"); } /* { dg-warning "rcx.*[avow:clobber-register]" } */
void apx_ccmp (u x) { asm volatile ("testl %0, %0; ccmpne %{dfv=zf%} $1, %0; setzue %%cl" :  : "r" (x) : "cc", "rcx"); } /* { avow-verdict verified } */

void bad_apx_cfcmov (ul x, ul *p) { asm volatile ("testq %1, %1; cfcmovnz (%2), %0" : "=r" (x) : "r" (x), "r" (p) : "cc"); } /* { dg-warning "[avow:memory-read]" } */
void apx_cfcmov (ul x, ul *p) { asm volatile ("testq %1, %1; cfcmovnz (%2), %0" : "=r" (x) : "r" (x), "r" (p) : "cc", "memory"); } /* { avow-verdict verified } */

void bad_user_msr (ul c) { asm volatile ("urdmsr %0, %%rcx" :  : "r" (c) : "memory"); } /* { dg-warning "rcx.*[avow:clobber-register]" } */
void user_msr (ul c) { asm volatile ("urdmsr %0, %%rcx" :  : "r" (c) : "memory", "rcx"); } /* { avow-verdict verified } */

void bad_msr_imm (void) { asm volatile ("rdmsr $16, %%rcx" :  :  : "memory"); } /* { dg-warning "rcx.*[avow:clobber-register]" } */
void msr_imm (void) { asm volatile ("rdmsr $16, %%rcx" :  :  : "memory", "rcx"); } /* { avow-verdict verified } */

void lkgs (u x) { asm volatile ("lkgs %k0" :  : "r" (x) : "memory"); } /* { avow-verdict verified } */

void bad_pbndkb (ul b, ul c) { asm volatile ("pbndkb" :  : "b" (b), "c" (c) : "cc", "memory"); } /* { dg-warning "rax.*[avow:clobber-register]" } */
void pbndkb (ul b, ul c) { asm volatile ("pbndkb" :  : "b" (b), "c" (c) : "cc", "memory", "rax"); } /* { avow-verdict verified } */

void bad_rmpread (ul a, void *p) { asm volatile ("rmpread %0, (%1)" :  : "a" (a), "c" (p) : "cc", "memory"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void rmpread (ul a, void *p) { asm volatile ("rmpread %0, (%1)" : "+a" (a) : "c" (p) : "cc", "memory"); } /* { avow-verdict verified } */

void bad_movrs (u *p) { asm volatile ("movrsl (%0), %%ecx" :  : "r" (p) : "memory"); } /* { dg-warning "rcx.*[avow:clobber-register]" } */
void movrs (u *p) { asm volatile ("movrsl (%0), %%ecx" :  : "r" (p) : "memory", "rcx"); } /* { avow-verdict verified } */

void padlock_phe2 (void *d, void *s, ul n) { asm volatile ("xsha512" : "+S" (s), "+c" (n) : "D" (d), "a" (0) : "memory"); } /* { avow-verdict unverified "not all effects" } */

void bad_adx (u x) { asm volatile ("xorl %%ecx, %%ecx; adcx %0, %%ecx" :  : "r" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void adx (u x) { asm volatile ("xorl %%ecx, %%ecx; adcx %0, %%ecx" :  : "r" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void widesel (u x) { asm volatile ("verr %k0" :  : "r" (x) : "cc"); } /* { avow-verdict verified } */

void udb (void) { asm volatile ("udb" :  :  : ); } /* { avow-verdict verified } */

void ud1 (void) { asm volatile ("ud1" :  :  : ); } /* { avow-verdict verified } */

void sep (u a) { asm volatile ("sysenter" : "+a" (a) :  : "memory"); } /* { avow-verdict unverified } */

void fred (void) { asm volatile ("eretu" :  :  : "memory"); } /* { avow-verdict unverified } */

void vague_xrng2 (ul a, ul c, void *s, void *d) { asm volatile ("xrng2" : "+a" (a), "+c" (c), "+S" (s), "+D" (d) : "b" (32L) : "memory"); } /* { avow-verdict unverified "not all effects" } */

void vague_montmul2 (ul a, ul c, void *s, void *d) { asm volatile ("montmul2" : "+a" (a), "+c" (c), "+S" (s), "+D" (d) : "b" (32L) : "memory"); } /* { avow-verdict unverified "not all effects" } */

void vague_xmodexp (ul a, ul c, void *s, void *d) { asm volatile ("xmodexp" : "+a" (a), "+c" (c), "+S" (s), "+D" (d) : "b" (32L) : "memory"); } /* { avow-verdict unverified "not all effects" } */

void vague_sm3 (ul a, ul c, void *s, void *d) { asm volatile ("sm3" : "+a" (a), "+c" (c), "+S" (s), "+D" (d) : "b" (32L) : "memory"); } /* { avow-verdict unverified "not all effects" } */

void vague_sm4 (ul a, ul c, void *s, void *d) { asm volatile ("sm4" : "+a" (a), "+c" (c), "+S" (s), "+D" (d) : "b" (32L) : "memory"); } /* { avow-verdict unverified "not all effects" } */

void gmi (void) { asm volatile ("sm2" :  :  : "memory"); } /* { avow-verdict unverified "not all effects" } */
