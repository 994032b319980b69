/* memory-order: one case per way to violate it.  */
/* { dg-options "-O2 -msse2 -mclflushopt -mclwb -mrtm -mserialize" } */
/* { avow-modes 64 32 } */
typedef unsigned long ul;
/* fences alone */
void mfence (void) { asm volatile ("mfence" : :); } /* { dg-warning "mfence.*is a fence, and.*[avow:memory-order]" } */
void sfence (void) { asm volatile ("sfence" : : : "cc"); } /* { dg-warning "sfence.*is a fence, and.*[avow:memory-order]" } */
void lfence (void) { asm volatile ("nop\n\tlfence" : :); } /* { dg-warning "lfence.*instruction 2. is a fence, and.*[avow:memory-order]" } */
/* with a store of its own it orders that; what is around it is guessed */
void store (ul *p, ul x) { asm volatile ("mov %1, %0\n\tmfence" : "=m" (*p) : "r" (x)); } /* { dg-note "mfence.*also for what is around.*[avow:memory-order]" } { avow-verdict verified } */
/* interrupts */
void cli (void) { asm volatile ("cli" : :); } /* { dg-warning "cli.*separates.*[avow:memory-order]" } */
void sti (void) { asm volatile ("sti" : :); } /* { dg-warning "sti.*separates.*[avow:memory-order]" } */
/* page tables, caches */
void cr3 (ul x) { asm volatile ("mov %0, %%cr3" : : "r" (x)); } /* { dg-warning "mov %0, %%cr3.*separates.*[avow:memory-order]" } */
void cr0 (ul x) { asm volatile ("mov %0, %%cr0" : "+r" (x)); } /* { dg-warning "mov %0, %%cr0.*separates.*[avow:memory-order]" } */
void invlpg (char *p) { asm volatile ("invlpg (%0)" : : "r" (p)); } /* { dg-warning "invlpg.*separates.*[avow:memory-order]" } */
void invlpg_m (char *p) { asm volatile ("invlpg %0" : : "m" (*p)); } /* { dg-warning "invlpg.*separates.*[avow:memory-order]" } */
void wbinvd (void) { asm volatile ("wbinvd" : :); } /* { dg-warning "wbinvd.*separates.*[avow:memory-order]" } */
void clflush (char *p) { asm volatile ("clflush (%0)" : : "r" (p)); } /* { dg-warning "clflush.*no memory operand names.*[avow:memory-order]" } */
void clflushopt (char *p) { asm volatile ("clflushopt 64(%0)" : : "r" (p)); } /* { dg-warning "clflushopt.*no memory operand names.*[avow:memory-order]" } */
void clwb (char *p) { asm volatile ("clwb (%0)" : : "r" (p)); } /* { dg-warning "clwb.*no memory operand names.*[avow:memory-order]" } */
void other (char *p, char *q) { asm volatile ("clflush (%0)" : : "r" (p), "m" (*q)); } /* { avow-verdict unverified } */
/* hypercalls, transactions */
long hypercall (long n, long x) { asm volatile ("vmcall" : "+a" (n) : "b" (x)); return n; } /* { dg-warning "vmcall.*separates.*[avow:memory-order]" } */
void xend (void) { asm volatile ("xend" : :); } /* { dg-warning "xend.*separates.*[avow:memory-order]" } */
void serialize (void) { asm volatile ("serialize" : :); } /* { dg-warning "serialize.*separates.*[avow:memory-order]" } */
/* what an MSR is for, nobody knows */
void wrmsr (unsigned n, unsigned lo, unsigned hi) { asm volatile ("wrmsr" : : "c" (n), "a" (lo), "d" (hi)); } /* { dg-note "wrmsr.*perhaps.*[avow:memory-order]" } { avow-verdict verified } */
