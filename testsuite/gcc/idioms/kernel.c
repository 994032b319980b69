/* As in Linux 6.1, arch/x86/include/asm, the macros expanded.  */
/* { dg-options "-O2 -mno-red-zone -mcmodel=kernel -fno-pie -mno-sse" } */
typedef unsigned u;
typedef unsigned long ul;
typedef unsigned char u8;
typedef struct { int counter; } atomic_t;
/* asm.h _ASM_EXTABLE_TYPE, uaccess.h */
#define EXTABLE(from, to, type) " .pushsection \"__ex_table\",\"a\"\n .balign 4\n .long (" #from ") - .\n .long (" #to ") - .\n .long " #type " \n .popsection\n"
#define LOCK_PREFIX ".pushsection .smp_locks,\"a\"\n.balign 4\n.long 671f - .\n.popsection\n671:\n\tlock; "
#define ALTERNATIVE(old, new, feature) \
  "# ALT: oldnstr\n661:\n\t" old "\n662:\n# ALT: padding\n.skip -(((6651f-6641f)-(662b-661b)) > 0) * ((6651f-6641f)-(662b-661b)),0x90\n663:\n" \
  ".pushsection .altinstructions,\"a\"\n .long 661b - .\n .long 6641f - .\n .word " #feature "\n .byte 663b-661b\n .byte 6651f-6641f\n.popsection\n" \
  ".pushsection .altinstr_replacement, \"ax\"\n# ALT: replacement 1\n6641:\n\t" new "\n6651:\n.popsection\n"

_Bool jump_label (void *key)
{
  asm goto ("1:.byte 0x0f,0x1f,0x44,0x00,0x00\n\t.pushsection __jump_table,  \"aw\"\n\t .balign 8\n\t.long 1b - .\n\t.long %l[l_yes] - .\n\t .quad %c0 + %c1 - .\n\t.popsection\n\t" : : "i" (0), "i" (1) : : l_yes);
  return 0;
l_yes:
  return 1;
}
_Bool jump_label_jmp (void)
{
  asm goto ("1:jmp %l[l_yes] # objtool NOPs this\n\t.pushsection __jump_table,  \"aw\"\n\t .balign 8\n\t.long 1b - .\n\t.long %l[l_yes] - .\n\t .quad %c0 + %c1 - .\n\t.popsection\n\t" : : "i" (0), "i" (1) : : l_yes);
  return 0;
l_yes:
  return 1;
}
int get_user (int *x, const int *p)
{
  asm goto ("\n1:\tmovl %[umem],%k[output]\n" EXTABLE (1b, %l2, 3) : [output] "=a" (*x) : [umem] "m" (*p) : : fault);
  return 0;
fault:
  return -14;
}
int put_user (int x, int *p)
{
  asm goto ("\n1:\tmovl %0,%1\n" EXTABLE (1b, %l2, 3) : : "ir" (x), "m" (*p) : : fault);
  return 0;
fault:
  return -14;
}
void atomic_inc (atomic_t *v) { asm volatile (LOCK_PREFIX "incl %0" : "+m" (v->counter) : : "memory"); }
void atomic_add (int i, atomic_t *v) { asm volatile (LOCK_PREFIX "addl %1,%0" : "+m" (v->counter) : "ir" (i) : "memory"); }
_Bool atomic_dec_and_test (atomic_t *v) { _Bool c; asm volatile (LOCK_PREFIX "decl %[var]" : [var] "+m" (v->counter), "=@cce" (c) : : "memory"); return c; }
void set_bit (long nr, volatile ul *addr) { asm volatile (LOCK_PREFIX "btsq %1,%0" : : "m" (*(volatile long *) addr), "Ir" (nr) : "memory"); }
void set_bit_imm (volatile ul *addr) { asm volatile (LOCK_PREFIX "orb %b1,%0" : "+m" (*(volatile char *) addr) : "iq" (1) : "memory"); }
_Bool test_and_set_bit (long nr, volatile ul *addr) { _Bool c; asm volatile (LOCK_PREFIX "btsq %[val], %[var]" : [var] "+m" (*addr), "=@ccc" (c) : [val] "Ir" (nr) : "memory"); return c; }
_Bool variable_test_bit (long nr, volatile const ul *addr) { _Bool old; asm volatile ("btq %2,%1" : "=@ccc" (old) : "m" (*(ul *) addr), "Ir" (nr) : "memory"); return old; }
ul ffs_ (ul word) { asm ("rep; bsf %1,%0" : "=r" (word) : "rm" (word)); return word; }
ul fls_ (ul word) { asm ("bsr %1,%0" : "=r" (word) : "rm" (word)); return word; }
int fls64 (unsigned long long x) { int bitpos = -1; asm ("bsrq %1,%q0" : "+r" (bitpos) : "rm" (x)); return bitpos + 1; }
ul save_fl (void) { ul flags; asm volatile ("# __raw_save_flags\n\tpushf ; pop %0" : "=rm" (flags) : : "memory"); return flags; }
void irq_disable (void) { asm volatile ("cli" : : : "memory"); }
void safe_halt (void) { asm volatile ("sti; hlt" : : : "memory"); }
void mb (void) { asm volatile ("mfence" : : : "memory"); }
void smp_mb (void) { asm volatile ("lock; addl $0,-4(%%rsp)" : : : "memory", "cc"); }
void stac (void) { asm volatile (ALTERNATIVE ("", ".byte 0x0f,0x01,0xcb", 0x134) : : : "memory"); }
void clac (void) { asm volatile (ALTERNATIVE ("", ".byte 0x0f,0x01,0xca", 0x134) : : : "memory"); }
ul rdtsc_ordered (void) { ul lo, hi; asm volatile (ALTERNATIVE ("rdtsc", "lfence; rdtsc", 0x72) : "=a" (lo), "=d" (hi) : : "ecx"); return lo | hi << 32; }
void prefetchw (const void *x) { asm volatile (ALTERNATIVE ("prefetcht0 %P1", "prefetchw %P1", 0x19) : : "i" (0), "m" (*(const char *) x)); }
ul read_cr3 (void) { ul val; asm volatile ("mov %%cr3,%0\n\t" : "=r" (val) : "m" (*(u *) 0x1000UL)); return val; }
void write_cr3 (ul val) { asm volatile ("mov %0,%%cr3" : : "r" (val) : "memory"); }
unsigned long long rdmsr (u msr) { ul lo, hi; asm volatile ("1: rdmsr\n2:\n" EXTABLE (1b, 2b, 9) : "=a" (lo), "=d" (hi) : "c" (msr)); return lo | hi << 32; }
void wrmsr (u msr, u low, u high) { asm volatile ("1: wrmsr\n2:\n" EXTABLE (1b, 2b, 8) : : "c" (msr), "a" (low), "d" (high) : "memory"); }
void native_cpuid (u *eax, u *ebx, u *ecx, u *edx) { asm volatile ("cpuid" : "=a" (*eax), "=b" (*ebx), "=c" (*ecx), "=d" (*edx) : "0" (*eax), "2" (*ecx) : "memory"); }
u percpu_read (const u *var) { u v; asm volatile ("movl %%gs:%1, %0" : "=q" (v) : "m" (*var)); return v; }
void percpu_add (u *var, u x) { asm volatile ("addl %1, %%gs:%0" : "+m" (*var) : "ri" (x)); }
void bug (void) { asm volatile ("1:\t.byte 0x0f, 0x0b\n.pushsection __bug_table,\"aw\"\n2:\t.long 1b - .\t# bug_entry::bug_addr\n\t.long %c0 - .\t# bug_entry::file\n\t.word %c1\t# bug_entry::line\n\t.word %c2\t# bug_entry::flags\n\t.org 2b+%c3\n.popsection\n" : : "i" ("f.c"), "i" (3), "i" (0), "i" (12)); __builtin_unreachable (); }
void rep_ret (void) { asm volatile ("rep; nop" : : : "memory"); }
ul csum_add (ul a, ul b) { asm ("addq %2, %0\n\tadcq $0, %0" : "=r" (a) : "0" (a), "rm" (b)); return a; }
u csum_fold (u sum) { asm ("  addl %1,%0\n  adcl $0xffff,%0" : "=r" (sum) : "r" (sum << 16), "0" (sum & 0xffff0000)); return ~sum >> 16; }
void *memcpy_ (void *to, const void *from, ul n) { ul d0, d1, d2; asm volatile ("rep ; movsq\n\tmovq %4,%%rcx\n\trep ; movsb\n\t" : "=&c" (d0), "=&D" (d1), "=&S" (d2) : "0" (n >> 3), "g" (n & 7), "1" (to), "2" (from) : "memory"); return to; }
void clear_page (void *page) { u zero = 0; ul n = 512; asm volatile ("rep; stosq" : "+D" (page), "+c" (n) : "a" ((ul) zero) : "memory"); }
ul array_index_mask (ul index, ul size) { ul mask; asm volatile ("cmp %1,%2; sbb %0,%0;" : "=r" (mask) : "g" (size), "r" (index) : "cc"); return mask; }
_Bool clear_unlock (long nr, volatile ul *addr) { _Bool negative; (void) nr; asm volatile (LOCK_PREFIX "andb %2,%1" : "=@ccs" (negative), "+m" (*(volatile char *) addr) : "ir" ((char) ~1) : "memory"); return negative; }
void outb (u8 v, unsigned short p) { asm volatile ("outb %b0, %w1" : : "a" (v), "Nd" (p)); }
u8 inb (unsigned short p) { u8 v; asm volatile ("inb %w1, %b0" : "=a" (v) : "Nd" (p)); return v; }
void io_delay (void) { asm volatile ("outb %%al, $0x80" : :); }
u readl (const volatile void *a) { u r; asm volatile ("movl %1,%0" : "=r" (r) : "m" (*(volatile u *) a) : "memory"); return r; }
void push_pop (ul x) { asm volatile ("push %%rbx\n\tmov %0, %%rbx\n\tpop %%rbx" : : "r" (x) : "memory"); }
void load_cs (void) { ul tmp; asm volatile ("mov %%cs, %0; mov %0, %%ds" : "=r" (tmp)); }
void xadd_u8 (u8 *p, u8 x) { asm volatile (LOCK_PREFIX "xaddb %b0, %1\n" : "+q" (x), "+m" (*p) : : "memory", "cc"); }
_Bool cmpxchg16 (__int128 *p, ul o1, ul o2, ul n1, ul n2) { _Bool r; asm volatile (LOCK_PREFIX "cmpxchg16b %1; sete %0" : "=a" (r), "+m" (*p), "+d" (o2) : "b" (n1), "c" (n2), "a" (o1)); return r; }
