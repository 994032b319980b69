/* General registers.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef unsigned long ul;

void bad_i86_lodsb (const char *p) { asm volatile ("lodsb" : "=a" (*(char *) p) : "S" (p) : "memory"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void i86_lodsb (const char *p) { asm volatile ("lodsb" : "=a" (*(char *) p), "+S" (p) :  : "memory"); } /* { avow-verdict verified } */

void bad_i86_stosb (char *p, ul n) { asm volatile ("rep stosb" : "+D" (p) : "c" (n), "a" (0) : "memory"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void i86_stosb (char *p, ul n) { asm volatile ("rep stosb" : "+D" (p), "+c" (n) : "a" (0) : "memory"); } /* { avow-verdict verified } */

void bad_i86_stosb_memory (char *p, ul n) { asm volatile ("rep stosb" : "+D" (p), "+c" (n) : "a" (0) : ); } /* { dg-warning "[avow:memory-write]" } */
void i86_stosb_memory (char *p, ul n) { asm volatile ("rep stosb" : "+D" (p), "+c" (n) : "a" (0) : "memory"); } /* { avow-verdict verified } */

void bad_i186_insb (char *p, u d) { asm volatile ("insb" :  : "D" (p), "d" (d) : "memory"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void i186_insb (char *p, u d) { asm volatile ("insb" : "+D" (p) : "d" (d) : "memory"); } /* { avow-verdict verified } */

void bad_i286_sldt (void) { asm volatile ("sldt %%ecx" :  :  : ); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void i286_sldt (void) { asm volatile ("sldt %%ecx" :  :  : "ecx"); } /* { avow-verdict verified } */

void bad_i386_movzx (u x) { asm volatile ("movzbl %b0, %%esi" :  : "q" (x) : ); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void i386_movzx (u x) { asm volatile ("movzbl %b0, %%esi" :  : "q" (x) : "esi"); } /* { avow-verdict verified } */

void bad_i486_xadd (u *p, u v) { asm volatile ("xaddl %1, %0" : "+m" (*p) : "r" (v) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void i486_xadd (u *p, u v) { asm volatile ("xaddl %1, %0" : "+m" (*p), "+r" (v) :  : "cc"); } /* { avow-verdict verified } */

void bad_i486_cpuid (u a, u c) { asm volatile ("cpuid" : "+a" (a), "+c" (c) :  : "edx"); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void i486_cpuid (u a, u c) { asm volatile ("cpuid" : "+a" (a), "+c" (c) :  : "edx", "ebx"); } /* { avow-verdict verified } */

void bad_i586_rdtsc (u a) { asm volatile ("rdtsc" : "=a" (a) :  : ); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void i586_rdtsc (u a) { asm volatile ("rdtsc" : "=a" (a) :  : "edx"); } /* { avow-verdict verified } */

void i686_nop (u *p) { asm volatile ("nopl %0" :  : "m" (*p) : ); } /* { avow-verdict verified } */

void bad_lahf (u x) { asm volatile ("testl %0, %0; lahf" :  : "r" (x) : "cc"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void lahf (u x) { asm volatile ("testl %0, %0; lahf" :  : "r" (x) : "cc", "eax"); } /* { avow-verdict verified } */

u bad_cmov (u x, u y) { asm volatile ("testl %1, %1; cmovnz %1, %0" : "=r" (x) : "r" (y) : "cc"); return x; } /* { dg-warning "%0.*[avow:output-read]" } */
void cmov (u x, u y) { asm volatile ("testl %1, %1; cmovnz %1, %0" : "+r" (x) : "r" (y) : "cc"); } /* { avow-verdict verified } */

void bad_cx8 (unsigned long long *p, u a, u d) { asm volatile ("lock; cmpxchg8b %0" : "+m" (*p), "+a" (a) : "b" (1), "c" (2), "d" (d) : "cc"); } /* { dg-warning "%4.*[avow:input-modified]" } */
void cx8 (unsigned long long *p, u a, u d) { asm volatile ("lock; cmpxchg8b %0" : "+m" (*p), "+a" (a), "+d" (d) : "b" (1), "c" (2) : "cc"); } /* { avow-verdict verified } */

void bad_x87_fnstsw (void) { asm volatile ("fnstsw %%ax" :  :  : ); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void x87_fnstsw (void) { asm volatile ("fnstsw %%ax" :  :  : "eax"); } /* { avow-verdict verified } */

void bad_movbe (u *p, u x) { asm volatile ("movbe %1, (%0)" :  : "r" (p), "r" (x) : ); } /* { dg-warning "[avow:memory-write]" } */
void movbe (u *p, u x) { asm volatile ("movbe %1, (%0)" :  : "r" (p), "r" (x) : "memory"); } /* { avow-verdict verified } */

void bad_popcnt (u x) { asm volatile ("popcntl %0, %%ecx" :  : "r" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void popcnt (u x) { asm volatile ("popcntl %0, %%ecx" :  : "r" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_lzcnt (u x) { asm volatile ("lzcntl %0, %%ecx" :  : "r" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void lzcnt (u x) { asm volatile ("lzcntl %0, %%ecx" :  : "r" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_bmi (u x) { asm volatile ("blsrl %0, %%ecx" :  : "r" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void bmi (u x) { asm volatile ("blsrl %0, %%ecx" :  : "r" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_bmi2_mulx (u a, u b) { asm volatile ("mulx %2, %0, %1" : "=r" (a), "=r" (b) : "r" (3) : ); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void bmi2_mulx (u a, u b) { asm volatile ("mulx %2, %0, %1" : "=r" (a), "=r" (b) : "r" (3), "d" (a) : ); } /* { avow-verdict verified } */

void bad_tbm (u x) { asm volatile ("blcfill %0, %%ecx" :  : "r" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void tbm (u x) { asm volatile ("blcfill %0, %%ecx" :  : "r" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_rdtscp (u a, u d) { asm volatile ("rdtscp" : "=a" (a), "=d" (d) :  : ); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void rdtscp (u a, u d) { asm volatile ("rdtscp" : "=a" (a), "=d" (d) :  : "ecx"); } /* { avow-verdict verified } */

void bad_rdpmc (u a) { asm volatile ("rdpmc" : "=a" (a) : "c" (0) : ); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void rdpmc (u a) { asm volatile ("rdpmc" : "=a" (a) : "c" (0) : "edx"); } /* { avow-verdict verified } */

void bad_rdpru (u a) { asm volatile ("rdpru" : "=a" (a) : "c" (0) : ); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void rdpru (u a) { asm volatile ("rdpru" : "=a" (a) : "c" (0) : "edx"); } /* { avow-verdict verified } */

void bad_rdrand (void) { asm volatile ("rdrand %%ecx" :  :  : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void rdrand (void) { asm volatile ("rdrand %%ecx" :  :  : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_rdseed (void) { asm volatile ("rdseed %%ecx" :  :  : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void rdseed (void) { asm volatile ("rdseed %%ecx" :  :  : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_xgetbv (u a) { asm volatile ("xgetbv" : "=a" (a) : "c" (0) : ); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void xgetbv (u a) { asm volatile ("xgetbv" : "=a" (a) : "c" (0) : "edx"); } /* { avow-verdict verified } */

void bad_xsave (char *p) { asm volatile ("xsave (%0)" :  : "r" (p), "a" (-1), "d" (-1), "m" (*(char (*)[16384]) p) : ); } /* { dg-warning "[avow:memory-write]" } */
void xsave (char *p) { asm volatile ("xsave (%0)" :  : "r" (p), "a" (-1), "d" (-1) : "memory"); } /* { avow-verdict verified } */

void bad_pku (u a) { asm volatile ("rdpkru" : "=a" (a) : "c" (0) : ); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void pku (u a) { asm volatile ("rdpkru" : "=a" (a) : "c" (0) : "edx"); } /* { avow-verdict verified } */

void bad_hreset (u a) { asm volatile ("hreset $0" :  :  : ); } /* { dg-warning "[re]ax.*[avow:register-read]" } */
void hreset (u a) { asm volatile ("hreset $0" :  : "a" (a) : ); } /* { avow-verdict verified } */

void serialize (void) { asm volatile ("serialize" :  :  : "memory"); } /* { avow-verdict verified } */

void ptwrite (u x) { asm volatile ("ptwrite %0" :  : "r" (x) : ); } /* { avow-verdict verified } */

void bad_wrmsrns (u c, u a, u d) { asm volatile ("wrmsrns" :  : "c" (c), "a" (a) : "memory"); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void wrmsrns (u c, u a, u d) { asm volatile ("wrmsrns" :  : "c" (c), "a" (a), "d" (d) : "memory"); } /* { avow-verdict verified } */

void clflush (char *p) { asm volatile ("clflush %0" : "+m" (*p) :  : "memory"); } /* { avow-verdict verified } */

void clflushopt (char *p) { asm volatile ("clflushopt %0" : "+m" (*p) :  : "memory"); } /* { avow-verdict verified } */

void clwb (char *p) { asm volatile ("clwb %0" : "+m" (*p) :  : "memory"); } /* { avow-verdict verified } */

void cldemote (char *p) { asm volatile ("cldemote %0" :  : "m" (*p) : ); } /* { avow-verdict verified } */

void prefetchw (char *p) { asm volatile ("prefetchw %0" :  : "m" (*p) : ); } /* { avow-verdict verified } */

void bad_clzero (char *p) { asm volatile ("clzero" :  : "a" (p) : ); } /* { dg-warning "[avow:memory-write]" } */
void clzero (char *p) { asm volatile ("clzero" :  : "a" (p) : "memory"); } /* { avow-verdict verified } */

void wbnoinvd (void) { asm volatile ("wbnoinvd" :  :  : "memory"); } /* { avow-verdict verified } */

void bad_invlpgb (ul a, u c, u d) { asm volatile ("invlpgb" :  : "a" (a), "c" (c) : "memory"); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void invlpgb (ul a, u c, u d) { asm volatile ("invlpgb" :  : "a" (a), "c" (c), "d" (d) : "memory"); } /* { avow-verdict verified } */

void bad_movdiri (u *p, u x) { asm volatile ("movdiri %1, (%0)" :  : "r" (p), "r" (x) : ); } /* { dg-warning "[avow:memory-write]" } */
void movdiri (u *p, u x) { asm volatile ("movdiri %1, (%0)" :  : "r" (p), "r" (x) : "memory"); } /* { avow-verdict verified } */

void bad_monitor (void *p, u c, u d) { asm volatile ("monitor" :  : "a" (p), "c" (c) : "memory"); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void monitor (void *p, u c, u d) { asm volatile ("monitor" :  : "a" (p), "c" (c), "d" (d) : "memory"); } /* { avow-verdict verified } */

void bad_mwaitx (u a, u c, u b) { asm volatile ("mwaitx" :  : "a" (a), "b" (b) : "memory"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void mwaitx (u a, u c, u b) { asm volatile ("mwaitx" :  : "a" (a), "c" (c), "b" (b) : "memory"); } /* { avow-verdict verified } */

void bad_waitpkg (u x, u a, u d) { asm volatile ("umwait %0" :  : "r" (x), "a" (a) : "cc", "memory"); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void waitpkg (u x, u a, u d) { asm volatile ("umwait %0" :  : "r" (x), "a" (a), "d" (d) : "cc", "memory"); } /* { avow-verdict verified } */

void bad_rtm (u a) { asm volatile ("xbegin 1f; xend; 1:" :  :  : "memory"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void rtm (u a) { asm volatile ("xbegin 1f; xend; 1:" : "+a" (a) :  : "memory"); } /* { avow-verdict verified } */

void bad_mpx (char *p) { asm volatile ("bndmk (%0), %%bnd0" :  : "r" (p) : ); } /* { dg-note "bnd0.*[avow:clobber-register]" } */
void mpx (char *p) { asm volatile ("bndmk (%0), %%bnd0" :  : "r" (p) : ); } /* { avow-verdict verified } */

void tsxldtrk (void) { asm volatile ("xsusldtrk; xresldtrk" :  :  : "memory"); } /* { avow-verdict verified } */

void bad_snp (void *p, u c, u d) { asm volatile ("pvalidate" :  : "a" (p), "c" (c), "d" (d) : "cc", "memory"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void snp (void *p, u c, u d) { asm volatile ("pvalidate" : "+a" (p) : "c" (c), "d" (d) : "cc", "memory"); } /* { avow-verdict verified } */

void bad_sgx (u a, ul b, ul c, ul d) { asm volatile ("enclu" : "+a" (a), "+b" (b), "+c" (c) : "d" (d) : "cc", "memory"); } /* { dg-warning "%3.*[avow:input-modified]" } */
void sgx (u a, ul b, ul c, ul d) { asm volatile ("enclu" : "+a" (a), "+b" (b), "+c" (c), "+d" (d) :  : "cc", "memory"); } /* { avow-verdict verified } */

void bad_smx (u a, u b, u c) { asm volatile ("getsec" : "+a" (a), "+b" (b) : "c" (c) : "memory"); } /* { dg-warning "%2.*[avow:input-modified]" } */
void smx (u a, u b, u c) { asm volatile ("getsec" : "+a" (a), "+b" (b), "+c" (c) :  : "memory"); } /* { avow-verdict verified } */

void bad_pconfig (u a, ul b, ul c, ul d) { asm volatile ("pconfig" : "+a" (a), "+b" (b), "+c" (c) : "d" (d) : "cc", "memory"); } /* { dg-warning "%3.*[avow:input-modified]" } */
void pconfig (u a, ul b, ul c, ul d) { asm volatile ("pconfig" : "+a" (a), "+b" (b), "+c" (c), "+d" (d) :  : "cc", "memory"); } /* { avow-verdict verified } */

void bad_padlock_ecx (void *o, void *i, ul n, void *c, void *k) { asm volatile ("rep xcryptecb" : "+S" (i), "+D" (o) : "c" (n), "b" (k), "d" (c) : "memory"); } /* { dg-warning "%2.*[avow:input-modified]" } */
void padlock_ecx (void *o, void *i, ul n, void *c, void *k) { asm volatile ("rep xcryptecb" : "+S" (i), "+D" (o), "+c" (n) : "b" (k), "d" (c) : "memory"); } /* { avow-verdict verified } */

void bad_padlock_edx (void *o, u a, u d) { asm volatile ("xstore" : "+D" (o), "=a" (a) : "d" (d) : "memory"); } /* { dg-warning "%2.*[avow:input-modified]" } */
void padlock_edx (void *o, u a, u d) { asm volatile ("xstore" : "+D" (o), "=a" (a), "+d" (d) :  : "memory"); } /* { avow-verdict verified } */

void smap (void) { asm volatile ("stac; clac" :  :  : "memory"); } /* { avow-verdict verified } */

void prefetchwt1 (char *p) { asm volatile ("prefetchwt1 %0" :  : "m" (*p) : ); } /* { avow-verdict verified } */
