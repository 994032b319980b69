/* Code that is patched at run time, in the table layouts of several versions of Linux: the
   replacement is another path of the same body.  */
/* { avow-modes 64 } */

#define STR_(x) #x
#define STR(x) STR_(x)

/* 3.x: absolute pointers.  */
#define OLD_ALTERNATIVE(oldinstr, newinstr, feature)                                               \
  "661:\n\t" oldinstr "\n662:\n"                                                                   \
  ".section .altinstructions,\"a\"\n .balign 8\n .quad 661b\n .quad 663f\n .byte " STR (feature)  \
  "\n .byte 662b-661b\n .byte 664f-663f\n.previous\n"                                              \
  ".section .altinstr_replacement, \"ax\"\n663:\n\t" newinstr "\n664:\n.previous"

/* 4.x and 5.x: the padding has a length of its own.  */
#define ENTRY5(feature, num)                                                                       \
  " .long 661b - .\n .long 663" STR (num) "f - .\n .word " STR (feature)                           \
  "\n .byte 665b-661b\n .byte 664" STR (num) "f-663" STR (num) "f\n .byte 665b-662b\n"
#define ALTERNATIVE5_2(oldinstr, new1, feature1, new2, feature2)                                   \
  "661:\n\t" oldinstr "\n662:\n"                                                                   \
  ".skip -((((6641f-6631f) > (6642f-6632f)) * (6641f-6631f)) > 0) * 1, 0x90\n"                     \
  "665:\n"                                                                                         \
  ".pushsection .altinstructions,\"a\"\n" ENTRY5 (feature1, 1) ENTRY5 (feature2, 2)                \
  ".popsection\n"                                                                                  \
  ".pushsection .altinstr_replacement, \"ax\"\n"                                                   \
  "6631:\n\t" new1 "\n6641:\n6632:\n\t" new2 "\n6642:\n.popsection\n"

/* 6.10: one within the other.  */
#define ALTERNATIVE(oldinstr, newinstr, flags)                                                     \
  "# ALT: oldinstr\n771:\n\t" oldinstr "\n772:\n# ALT: padding\n"                                  \
  ".skip -(((775f-774f)-(772b-771b)) > 0) * ((775f-774f)-(772b-771b)),0x90\n773:\n"                \
  ".pushsection .altinstructions,\"a\"\n .long 771b - .\n .long 774f - .\n .4byte " STR (flags)    \
  "\n .byte 773b-771b\n .byte 775f-774f\n.popsection\n"                                            \
  ".pushsection .altinstr_replacement, \"ax\"\n# ALT: replacement\n774:\n\t" newinstr              \
  "\n775:\n.popsection\n"

void
good (int *p, int v)
{
  asm volatile (OLD_ALTERNATIVE ("movl %1, %0", "xchgl %0, %1", 3) : "+m" (*p), "+r" (v)); /* { avow-verdict verified } */
  asm volatile (ALTERNATIVE5_2 ("movl %1, %0", "xchgl %0, %1", 3, "lock orl %1, %0", 4) : "+m" (*p), "+r" (v) : : "cc"); /* { avow-verdict verified } */
  asm volatile (ALTERNATIVE (ALTERNATIVE ("movl %1, %0", "xchgl %0, %1", 3), "lock orl %1, %0", (1 << 16) | 4) : "+m" (*p), "+r" (v) : : "cc"); /* { avow-verdict verified } */
}

/* The old code gives the output, and so does each replacement.  */
int
good_output (void)
{
  int r;
  asm (ALTERNATIVE5_2 ("movl $1, %0", "movl $2, %0", 3, "movl $3, %0", 4) : "=r" (r)); /* { avow-verdict verified } */
  return r;
}

int
bad (int *p)
{
  int r;
  asm (OLD_ALTERNATIVE ("movl $1, %0", "nop", 3) : "=r" (r)); /* { dg-warning "[avow:output-unwritten]" } */
  asm volatile (ALTERNATIVE5_2 ("movl $1, %0", "movl $2, %0", 3, "movl $3, %%ecx", 4) : "=r" (r)); /* { dg-warning "[avow:output-unwritten]" } */
  /* { dg-warning "cx.*[avow:clobber-register]" "" { target *-*-* } .-1 } */
  asm volatile (ALTERNATIVE (ALTERNATIVE ("movl $1, %0", "movl $2, %%ecx\n\tmovl $2, %0", 3), "movl $3, %0", 4) : "=r" (r)); /* { dg-warning "cx.*[avow:clobber-register]" } */
  return r + *p;
}

/* Exception tables with a handler, with a type, and without; several entries in one visit.  */
int
faults (const int *p, const int *q)
{
  int r = 0, e = 0;
  asm volatile ("1:\tmovl %2, %0\n2:\tmovl %3, %0\n3:\n" /* { avow-verdict verified } */
                ".pushsection \"__ex_table\",\"a\"\n.balign 4\n"
                ".long (1b) - .\n.long (4f) - .\n.long (ex_handler_default) - .\n"
                ".long (2b) - .\n.long (4f) - .\n.long (ex_handler_default) - .\n"
                ".popsection\n"
                ".pushsection .fixup,\"ax\"\n4:\tmovl $-14, %1\n\tjmp 3b\n.popsection"
                : "=&r" (r), "+r" (e) : "m" (*p), "m" (*q));
  return r + e;
}
