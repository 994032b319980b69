/* call-clobber: routines of Linux, with the options of the kernel: each call is executed by its description.  */
/* { dg-options "-O2 -mno-red-zone -mno-sse -mno-mmx -mno-80387 -mcmodel=kernel -fno-pic -mpreferred-stack-boundary=3" } */
typedef unsigned long word;
register word current_stack_pointer asm ("rsp");
#define SP "+r" (current_stack_pointer)
extern void clear_page_orig (void *);
extern void copy_user_generic_string (void);

static inline word
get_user (const int *p, word *v)
{
  int err;
  register word val asm ("rdx");
  asm volatile ("call __get_user_%P4" : "=a" (err), "=r" (val), SP : "0" (p), "i" (sizeof *p)); /* { avow-verdict verified } */
  *v = val;
  return err;
}

static inline int
put_user (int *p, int x)
{
  int err;
  void *ptr = p;
  register word val asm ("rax") = x;
  asm volatile ("call __put_user_%P[size]" : "=c" (err), SP : "0" (ptr), "r" (val), [size] "i" (sizeof *p) : "ebx"); /* { avow-verdict verified } */
  return err;
}

static inline void
clear_page (void *page)
{
  asm volatile ("call %P2" : "=D" (page) : "0" (page), "i" (clear_page_orig) : "cc", "memory", "rax", "rcx"); /* { avow-verdict verified } */
}

static inline unsigned
hweight32 (unsigned w)
{
  unsigned r;
  asm ("call __sw_hweight32" : "=a" (r) : "D" (w) : "cc"); /* { avow-verdict verified } */
  return r;
}

static inline word
clear_user (void *to, word n)
{
  asm volatile ("call clear_user_rep_good" : "+c" (n), "+D" (to), SP : "a" (0) : "rdx"); /* { avow-verdict verified } */
  return n;
}

void __do_softirq (void);

/* Linux' way to another stack.  */
void
call_on_stack (void *stack)
{
  register void *tos asm ("r11");
  tos = stack;
  asm volatile ("movq %%rsp, (%[tos])\n\tmovq %[tos], %%rsp\n\tcall %P[func]\n\tpopq %%rsp" /* { avow-verdict verified } */
                : "+r" (tos), SP : [func] "i" (__do_softirq), [tos] "r" (tos)
                : "cc", "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "memory");
}

void
preempt (void)
{
  asm volatile ("call preempt_schedule_thunk" : SP); /* { avow-verdict verified } */
}

/* By retpoline.  */
void
retpoline (void (*f) (void))
{
  asm volatile ("call __x86_indirect_thunk_%V0" : : "r" (f)
                : "cc", "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "memory");
}

int
use (int *p, void *q)
{
  word v;
  clear_page (q);
  return get_user (p, &v) + put_user (p, 3) + hweight32 (v) + clear_user (q, 5);
}
