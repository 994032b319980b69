/* Empty templates and others that only order, hide or pin.  All silent.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
void barrier (void) { asm volatile ("" : : : "memory"); }
void barrier2 (void) { asm volatile ("" ::: "memory", "cc"); }
void nothing (void) { asm volatile (""); }
void basic_nop (void) { asm volatile ("nop"); }
u hide (u x) { asm ("" : "+r" (x)); return x; }
u hide_tied (u x) { u r; asm ("" : "=r" (r) : "0" (x)); return r; }
u hide_any (u x) { asm volatile ("" : "+rm" (x)); return x; }
u hide_g (u x) { asm volatile ("" : "+g" (x)); return x; }
double hide_x (double x) { asm ("" : "+x" (x)); return x; }
void *launder (void *p) { asm ("" : "+r" (p) : : "memory"); return p; }
void keep (u x) { asm volatile ("" : : "r" (x)); }
void keep_any (u x) { asm volatile ("" : : "g" (x)); }
void keep_m (u *p) { asm volatile ("" : : "m" (*p)); }
void escape (void *p) { asm volatile ("" : : "r" (p) : "memory"); }
void order_data (u *p) { asm volatile ("" : "+m" (*p)); }
void order_dep (u x, u *p) { asm ("" : "=m" (*p) : "r" (x), "m" (*p)); }
u undefined (void) { u r; asm ("" : "=r" (r)); return r; }
double undefined_x (void) { double r; asm ("" : "=x" (r)); return r; }
u pin (u x) { asm volatile ("# pinned %0" : "+a" (x)); return x; }
void comment (u x) { asm volatile ("# %0 is here" : : "r" (x)); }
void marker (void) { asm volatile ("#APP_MARKER\n\t/* x */\n"); }
int go_nowhere (void) { asm goto ("" : : : : out); return 1; out: return 0; }
void clobber_only (void) { asm volatile ("" ::: "eax", "ecx"); }
void pause_ (void) { asm volatile ("pause" ::: "memory"); }
void rep_nop (void) { asm volatile ("rep; nop" ::: "memory"); }
void rep_nop_line (void) { asm volatile ("rep\n\tnop"); }
void rep_nop_space (void) { asm volatile ("rep nop" : :); }
void mfence (void) { asm volatile ("mfence" ::: "memory"); }
void sfence (void) { asm volatile ("sfence" ::: "memory"); }
void lfence (void) { asm volatile ("lfence" ::: "memory"); }
void ud2 (void) { asm volatile ("ud2"); }
void int3 (void) { asm volatile ("int3"); }
void hlt (void) { asm volatile ("hlt" ::: "memory"); }
void cli (void) { asm volatile ("cli" ::: "memory"); }
void nops (void) { asm volatile ("xchg %%ax, %%ax" ::); asm volatile ("nopw 0(%%eax,%%eax,1)" ::); }
void align (void) { asm volatile (".p2align 4,,10"); asm volatile (".align 16"); }
