/* live_test.c - templates against what they read of what was there before, byte by byte.

   The statement has the outputs %0 and %1 ("=&r", 4 bytes) and the inputs %2 and %3 ("r", 4 bytes).
   Printed are the locations of which entry bytes matter, in the order of their numbers, each with
   these bytes as a hexadecimal mask (for `flags' the flags); then a `/' and what is perhaps not
   set on the way out, in the same form.  */
#include <stdarg.h>
#include <string.h>

#include "../../plugin/arena.h"
#include "../../plugin/model/exec.h"
#include "check.h"

static char out[1 << 12];
static size_t out_len;
static struct avow_arena arena;

static void
put (const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  int n = vsnprintf (out + out_len, sizeof out - out_len, fmt, ap);
  va_end (ap);
  out_len += (size_t)n < sizeof out - out_len ? (size_t)n : sizeof out - out_len - 1;
}

static void
no_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  (void)ctx, (void)reason, (void)detail;
}

static void
put_masks (const struct avow_contract *c, const struct avow_summary *s, bool unset)
{
  for (unsigned l = 0; l < c->n_locs; l++)
    {
      const struct avow_fate *f = &s->fates[l];
      uint64_t mask = unset ? f->unset | f->cond : f->read | f->snapshot;
      if (mask)
        put ("%s%s:%llx", out_len && out[out_len - 1] != '/' ? " " : "", avow_loc_name (c, l, &arena),
             (unsigned long long)mask);
    }
}

static const char *
reads (const char *text)
{
  static const struct avow_operand ops[] = {
    { .constraint = "=&r", .is_output = true, .type = AVOW_TYPE_INT, .size = 4 },
    { .constraint = "=&r", .is_output = true, .type = AVOW_TYPE_INT, .size = 4 },
    { .constraint = "r", .type = AVOW_TYPE_INT, .size = 4 },
    { .constraint = "r", .type = AVOW_TYPE_INT, .size = 4 },
  };
  static const char *const clobbers[] = { "rax", "rcx", "rdx", "xmm0", "xmm1", "cc", "memory" };
  struct avow_stmt s;
  struct avow_body b;
  struct avow_contract c;
  struct avow_flow f;
  struct avow_summary sum;
  memset (&s, 0, sizeof s);
  memset (&b, 0, sizeof b);
  s.text = text;
  s.len = strlen (text);
  s.operands = ops;
  s.n_outputs = 2;
  s.n_operands = 4;
  s.clobbers = clobbers;
  s.n_clobbers = 7;
  s.target.arch = avow_arch_by_name ("x86_64");
  avow_arena_reset (&arena);
  out_len = 0;
  out[0] = '\0';
  if (!avow_parse (&s, 10000, &arena, &b) || !avow_contract_build (&c, &s, 0, &arena, no_gap, NULL)
      || !avow_flow_build (&f, &c, &b, &arena)
      || !avow_exec (&sum, &c, &b, &f, 100000, &arena))
    return "no memory";
  put_masks (&c, &sum, false);
  put ("/");
  put_masks (&c, &sum, true);
  return out;
}

static void
want (const char *text, const char *expected)
{
  const char *got = reads (text);
  CHECK (!strcmp (got, expected));
  if (strcmp (got, expected))
    printf ("  %s\n  got    %s\n  wanted %s\n", text, got, expected);
}

/* %1 is set first, so that only %0 is in question.  */
#define SET1 "movl $0, %1; "

static void
bytes (void)
{
  want (SET1 "movl %2, %0", "%2:f/");
  want (SET1 "movl %%eax, %0", "rax:f/");
  want (SET1 "addl %%eax, %%ecx; movl $0, %0", "/");
  want (SET1 "movzbl %%al, %0", "rax:1/");
  want (SET1 "movzbl %%ah, %0", "rax:2/");
  want (SET1 "movsbl %%al, %0", "rax:1/");
  want (SET1 "addl %%eax, %%ecx; movzbl %%cl, %0", "rax:1 rcx:1/");
  want (SET1 "addl %%eax, %%ecx; movzwl %%cx, %0", "rax:3 rcx:3/");
  want (SET1 "imull %%eax, %%ecx; movzbl %%cl, %0", "rax:1 rcx:1/");
  want (SET1 "andl %%eax, %%ecx; movzbl %%ch, %0", "rax:2 rcx:2/");
  want (SET1 "andl $0xff, %%ecx; movl %%ecx, %0", "rcx:1/");
  want (SET1 "orl $0xff00, %%ecx; movl %%ecx, %0", "rcx:d/");
  want (SET1 "testl $0x10000, %%ecx; setz %b0; movzbl %b0, %0", "rcx:4/");
  want (SET1 "btl $9, %%ecx; setc %b0; movzbl %b0, %0", "rcx:2/");
  want (SET1 "shll $8, %%ecx; movl %%ecx, %0", "rcx:7/");
  want (SET1 "shll $12, %%ecx; movzbl %%ch, %0", "rcx:1/");
  want (SET1 "shrl $16, %%ecx; movzbl %%cl, %0", "rcx:4/");
  want (SET1 "shrl $12, %%ecx; movzbl %%cl, %0", "rcx:6/");
  want (SET1 "sarl $24, %%ecx; movl %%ecx, %0", "rcx:8/");
  want (SET1 "roll $8, %%ecx; movzbl %%cl, %0", "rcx:8/");
  want (SET1 "bswap %%ecx; movzbl %%cl, %0", "rcx:8/");
  want (SET1 "leaq (%%rax,%%rcx), %%rdx; movl %%edx, %0", "rax:f rcx:f/");
  want (SET1 "leaq (%%rax,%%rcx), %%rdx; shrq $32, %%rdx; movl %%edx, %0", "rax:ff rcx:ff/");
  want (SET1 "movl %%eax, %%ecx; movb $1, %%cl; movl %%ecx, %0", "rax:e/");
  want (SET1 "movl %%eax, %%ecx; movw $1, %%cx; movl %%ecx, %0", "rax:c/");
  want (SET1 "movb %%al, %%cl; movl %%ecx, %0", "rax:1 rcx:e/");
  want (SET1 "xorl %%eax, %%eax; movb %%cl, %%al; movl %%eax, %0", "rcx:1/");
  want (SET1 "xorl %%eax, %%eax; andl %%ecx, %%eax; movl %%eax, %0", "/");
  want (SET1 "sbbl %0, %0", "flags:1/");
  want (SET1 "movaps %%xmm0, %%xmm1; movd %%xmm1, %0", "xmm0:f/");
  want (SET1 "addss %%xmm0, %%xmm1; movd %%xmm1, %0", "xmm0:f xmm1:f/");
  want (SET1 "orps %%xmm0, %%xmm1; movd %%xmm1, %0", "xmm0:f xmm1:f/");
  want (SET1 "movq (%%rax), %%rcx; movl $0, %0", "rax:ff/");
  want (SET1 "movl $0, %0; movl %%ecx, (%%rax)", "rax:ff rcx:f/");
}

static void
flags (void)
{
  want (SET1 "movl $0, %0; adcl $0, %0", "flags:1/");
  want (SET1 "movl $0, %0; adcl %%ecx, %%eax", "/");
  want (SET1 "incl %%eax; movl $0, %0; adcl $0, %0", "flags:1/");
  want (SET1 "cmpl %%eax, %%ecx; movl $0, %0; adcl $0, %0", "rax:f rcx:f/");
  want (SET1 "testl %%eax, %%eax; setz %b0; movzbl %b0, %0", "rax:f/");
  want (SET1 "clc; lahf; sahf; movl $0, %0; adcl $0, %0", "/");
  want (SET1 "lahf; sahf; movl $0, %0; adcl $0, %0", "flags:1/");
}

static void
paths (void)
{
  want (SET1 "movl $0, %0; testl %%ecx, %%ecx; jz 1f; 1:", "rcx:f/");
  want (SET1 "movl %%ecx, %%eax; testl %2, %2; jz 1f; movl %%edx, %%eax; 1: movzbl %%al, %0", "rcx:1 rdx:1 %2:f/");
  want (SET1 "movl %%ecx, %0; testl %2, %2; jz 1f; movl %%edx, %0; 1:", "rcx:f rdx:f %2:f/");
  want (SET1 "testl %2, %2; jz 1f; movl $1, %0; 1:", "%2:f/%0:f");
  want (SET1 "testl %2, %2; jz 1f; movb $1, %b0; 1:", "%2:f/%0:f");
  want (SET1 "movb $1, %b0", "/%0:e");
  want (SET1 "xorl %%eax, %%eax; jz 1f; movl %%ecx, %0; 1:", "/%0:f");
  want (SET1 "movl %2, %0; 1: addl %%eax, %0; movl %%ecx, %%eax; decl %0; jnz 1b", "rax:f rcx:f %2:f/");
  want (SET1 "1: addl %%eax, %%ecx; jmp 1b", "/");
  want (SET1 "movl $2, %0; call 1f; jmp 2f; 1: movl %%ecx, %0; ret; 2:", "rcx:f/");
  want (SET1 "movl $2, %0; ud2; movl %%ecx, %0", "/");
  want (SET1 "movl %2, %0; testl %2, %2; jz 1f; jnz 2f; addl %%ecx, %0; 1: 2:", "%2:f/");
}

static void
copies (void)
{
  want (SET1 "pushq %%rcx; xorl %%ecx, %%ecx; popq %%rcx; movl $0, %0", "/");
  want (SET1 "pushq %%rcx; popq %%rax; movl %%eax, %0", "rcx:f/");
  want (SET1 "xchgl %%eax, %%ecx; movl %%eax, %0", "rcx:f/");
  want (SET1 "movq %%rcx, %%xmm0; movq %%xmm0, %%rax; movl %%eax, %0", "rcx:f/");
  want (SET1 "xorl %%ecx, %%eax; xorl %%eax, %%ecx; xorl %%ecx, %%eax; movl %%eax, %0", "rcx:f/");
  want (SET1 "xorl %%ecx, %%eax; movl %%eax, %0", "rax:f rcx:f/");
  want (SET1 "xorl %%ecx, %%eax; movzbl %%al, %0", "rax:1 rcx:1/");
  want (SET1 "movl $0, %0; xorl %%ecx, %%eax; movl %%eax, (%%rdx)", "rax:f rcx:f rdx:ff/");
  want (SET1 "movl %%ebx, %%ecx; movl $0, %%ebx; movl $0, %0; movl %%ecx, %%ebx", "/"); /* (the low half is back) */
  want (SET1 "movl %%ebx, %%ecx; movl $0, %%ebx; movl $0, %0; leal 1(%%rcx), %%ebx", "rbx:f/");
}

int
main (void)
{
  bytes ();
  flags ();
  paths ();
  copies ();
  avow_arena_free (&arena);
  return check_done ();
}
