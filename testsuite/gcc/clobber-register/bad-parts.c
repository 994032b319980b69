/* Parts of registers, conditions, branches, the forms a template can have.  */
/* { avow-modes 64 32 } */
typedef unsigned u;
#ifdef __x86_64__
#define R "%%r"
#else
#define R "%%e"
#endif

void low (void) { asm volatile ("movb $1, %%bl" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void high (void) { asm volatile ("movb $1, %%bh" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void word (void) { asm volatile ("movw $1, %%bx" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void high_of_c (u x) { asm volatile ("movb %b0, %%ch" :: "a" (x)); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void setcc (u x) { asm volatile ("testl %0, %0; setz %%dl" :: "a" (x) : "cc"); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void cmov (u x) { asm volatile ("testl %0, %0; cmovnzl %0, %%esi" :: "a" (x) : "cc"); } /* { dg-warning "[re]si.*avow:(clobber-register|register-read)" } */
void one_way (u x) { asm volatile ("testl %0, %0; jz 1f; movl $1, %%esi; 1:" :: "a" (x) : "cc"); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void other_way (u x) { asm volatile ("testl %0, %0\n\tjz 1f\n\tnop\n\tjmp 2f\n1:\tmovl $1, %%esi\n2:" :: "a" (x) : "cc"); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void loop (u x) { asm volatile ("movl %0, %%esi\n1:\tsubl $1, %%esi\n\tjnz 1b" :: "a" (x) : "cc"); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void only_one_saved (void) { asm volatile ("mov " R "si, " R "di; movl $1, %%esi; mov " R "di, " R "si" ::); } /* { dg-warning "[re]di.*[avow:clobber-register]" } */
void restored_wrongly (u *p) { asm volatile ("movl %%esi, %0; movl $1, %%esi; movl %0, %%esi; incl %%esi" : "=m" (*p) :: "cc"); } /* { dg-warning "[re]si.*avow:(clobber-register|register-read)" } */
void restored_on_one_path (u x) { asm volatile ("mov " R "si, " R "di; movl $1, %%esi; testl %0, %0; jz 1f; mov " R "di, " R "si; 1:" :: "a" (x) : "cc", "edi"); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void xchg_once (u x) { asm volatile ("xchgl %%esi, %0" : "+a" (x)); } /* { dg-warning "[re]si.*avow:(clobber-register|register-read)" } */
void comment (void) { asm volatile ("nop # saves ebx\n\t/* movl %%ebx,%%ebx */ movl $1, %%ebx # ebx\n" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void upper_case (void) { asm volatile ("MOVL $1, %%EBX" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void own_line (char *d) { long c = 4; asm volatile ("cld\n\trep\n\tstosb" : "+c" (c) : "a" (0), "D" (d) : "memory"); } /* { dg-warning "[avow:input-modified]" } */
void named (u x) { asm volatile ("leal 1(%k[in]), %%ebx\n\tmovl %%ebx, %[in]" : [in] "+r" (x)); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void braces (void) { asm volatile ("{movl $1, %%ebx|mov ebx, 1}" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void brace_register (void) { asm volatile ("mov{l $1, %%ebx| ebx, 1}" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void many_lines (void) /* { dg-warning "[re]bx.*[avow:clobber-register]" "" { target *-*-* } .+2 } */
{
  asm volatile ("nop\n\t"
     "nop\n\t"
     "movl $1, %%eax\n\t"
     "movl $1, %%ebx\n\t"
     "nop" ::: "eax");
}
int jump (u x)
{
  __asm__ goto ("movl %0, %%esi\n\ttestl %%esi, %%esi\n\tjz %l1" :: "a" (x) : "cc" : out); /* { dg-warning "[re]si.*[avow:clobber-register]" } */
  return 1;
out:
  return 0;
}
int jump_before (u x)
{
  /* changed on the way to the label only */
  __asm__ goto ("testl %0, %0\n\tjz 1f\n\tmovl $1, %%esi\n\tjmp %l[out]\n1:" :: "a" (x) : "cc" : out); /* { dg-warning "[re]si.*[avow:clobber-register]" } */
  return 1;
out:
  return 0;
}
int flag_output (u x) { int r; asm volatile ("movl %1, %%esi; testl %%esi, %%esi" : "=@ccz" (r) : "a" (x)); return r; } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void alternatives (u x, u y) { asm volatile ("movl %1, %%esi; addl %1, %0" : "+a,m" (x) : "bi,c" (y) : "cc"); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void other_clobber (void) { asm volatile ("movl $1, %%ebx" ::: "eax", "ecx", "memory", "cc"); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
static inline __attribute__ ((always_inline)) void inlined (void) { asm volatile ("movl $1, %%ebx" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void uses (void) { inlined (); inlined (); inlined (); }
#define MACRO(r) asm volatile ("movl $1, %%" #r ::) /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void macro (void) { MACRO (ebx); } /* { dg-note "in expansion" } */
void basic (void) { __asm__ volatile ("movl $1, %ebx\n\tmovl $2, %esi"); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
/* { dg-warning "[re]si.*[avow:clobber-register]" "" { target *-*-* } .-1 } */
