/* bytes_test.c - instructions written as data, as the graph builder leaves the items.

   The items are printed on one line: NAME: a label, .dir a directive, NUMBER=name an instruction,
   with + for each operand; a gap is !REASON, and @NUMBER when it names an instruction.  */
#include <stdarg.h>
#include <string.h>

#include "../../plugin/arch/arch.h"
#include "../../plugin/arena.h"
#include "../../plugin/asm/insn.h"
#include "../../plugin/model/flow.h"
#include "check.h"

static const char *const reason_ids[] = {
#define REASON(id, text) #id,
#include "../../plugin/model/reasons.def"
#undef REASON
};

static char out[1 << 16];
static size_t out_len;
static const struct avow_arch *arch;
static struct avow_arena arena;
static struct avow_body body;

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

/* Parse TEXT and build its graph; false when memory ran out.  */
static bool
build (const char *text)
{
  static struct avow_operand op;
  op = (struct avow_operand){ .constraint = "i", .size = 4 };
  struct avow_stmt stmt = { .text = text, .len = strlen (text), .target = { .arch = arch },
                            .operands = &op, .n_operands = 1 };
  struct avow_contract c;
  struct avow_flow flow;
  return avow_parse (&stmt, 20000, &arena, &body)
         && avow_contract_build (&c, &stmt, 0, &arena, no_gap, NULL)
         && avow_flow_build (&flow, &c, &body, &arena);
}

static void
put_item (const struct avow_item *it)
{
  int len = (int)it->name.len;
  if (it->kind == AVOW_ITEM_INSN)
    {
      put ("%d=%s%.*s", it->insn_no, it->prefixes & AVOW_PFX_REP ? "rep " : "", len, it->name.p);
      for (unsigned i = 0; i < it->n_ops; i++)
        put ("+");
    }
  else
    put ("%.*s%s", len, it->name.p, it->kind == AVOW_ITEM_LABEL ? ":" : "");
}

static void
check_text (int line, const char *text, const char *want)
{
  avow_arena_reset (&arena);
  out_len = 0;
  out[0] = 0;
  CHECK (build (text));
  for (unsigned i = 0; i < body.n_items; i++)
    {
      put ("%s", i ? " " : "");
      put_item (&body.items[i]);
    }
  for (unsigned i = 0; i < body.n_gaps; i++)
    {
      put (" !%s", reason_ids[body.gaps[i].reason]);
      if (body.gaps[i].insn)
        put ("@%d", body.gaps[i].insn);
    }
  CHECK (!strcmp (out, want));
  if (strcmp (out, want))
    printf ("line %d: %s\n  got  %s\n  want %s\n", line, text, out, want);
}

#define BYTES(text, want) check_text (__LINE__, text, want)

static void
test_directives (void)
{
  BYTES (".byte 0x0f,0x01,0xd0", "1=xgetbv");
  BYTES (".byte 15, 0x01 , 0320", "1=xgetbv");
  BYTES (".byte 0x0F,1,-0x30", "1=xgetbv");
  BYTES (".byte 0x48; .byte 0x0f,0xae,0x27", "1=xsaveq+");
  BYTES (".byte 0x0f,0xae,0x27", "1=xsave+");
  BYTES (".byte 0x0f,0x01,0xcb,0x90", "1=stac 2=nop");
  BYTES (".word 0xa20f", "1=cpuid");
  BYTES (".short 0x310f, 0xa20f", "1=rdtsc 2=cpuid");
  BYTES (".long 0x90d0010f", "1=xgetbv 2=nop");
  BYTES (".quad 0xa20f310f90d0010f", "1=xgetbv 2=nop 3=rdtsc 4=cpuid");
  BYTES (".byte 0x0f\n.byte 0x01\n.byte 0xd0", "1=xgetbv");
  BYTES (".byte 0x0f; .word 0xd001", "1=xgetbv");
  BYTES (".byte 0x66,0x0f,0xae,0x30", "1=clwb+");
  BYTES (".byte 0x66,0x0f,0x38,0xf8,0x02", "1=movdir64b++");
  BYTES (".byte 0xf3,0x0f,0xc7,0xf8", "1=rdpid+");
  BYTES (".byte 0x66,0x0f,0x3a,0xdf,0xd1,0x1b", "1=aeskeygenassist+++");
  BYTES (".byte 0xcd,0x80", "1=int+");
  BYTES (".byte 0xf3,0xc3", "1=rep ret");
}

static void
test_prefixes (void)
{
  BYTES (".byte 0xf3; nop", "1=rep nop");
  BYTES (".byte 0x0f,0x31,0xf3; nop", ".byte 1=nop !RAW_BYTES");
  BYTES (".byte 0xf3; .byte 0x90", "1=pause");
  BYTES (".byte 0x66", ".byte !RAW_BYTES");
}

/* What is not understood stays data, and so does what follows it.  */
static void
test_opaque (void)
{
  BYTES (".byte 0x0f, %c0", ".byte !RAW_BYTES");
  BYTES (".byte 0xe8; .long sym - . - 4", ".byte .long !RAW_BYTES !RAW_BYTES");
  BYTES (".byte 0x0f,0x01", ".byte !RAW_BYTES");
  BYTES (".byte", ".byte !RAW_BYTES");
  BYTES (".byte 0x0f,0x31,", ".byte !RAW_BYTES");
  BYTES (".byte 0xcd", ".byte !RAW_BYTES");
  BYTES (".byte 0x0f,0x31; .byte 0xde; .byte 0x0f,0xa2",
         "1=rdtsc .byte .byte !RAW_BYTES !RAW_BYTES");
  BYTES (".byte 0xb8; 1: .long 0x90a20f90; .byte 0x90",
         ".byte 1: .long .byte !RAW_BYTES !RAW_BYTES !RAW_BYTES");
  BYTES (".byte 0xde; nop; .byte 0x0f,0x31", ".byte 1=nop 2=rdtsc !RAW_BYTES");
  BYTES (".ascii \"\\x0f\"; .byte 0x0f,0xa2", ".ascii .byte !RAW_BYTES !RAW_BYTES");
  BYTES (".byte 0x0f; nop; .byte 0x31", ".byte 1=nop .byte !RAW_BYTES !RAW_BYTES");
  BYTES (".byte 0x123456789123456789", ".byte !RAW_BYTES");
}

static void
test_sections (void)
{
  BYTES (".pushsection .rodata; .byte 0x0f,0x31; .popsection; .byte 0x0f,0xa2",
         ".pushsection .byte .popsection 1=cpuid");
  BYTES (".section .altinstr_replacement,\"ax\"; .byte 0x0f,0x01,0xcb; .previous",
         ".section 1=stac .previous");
  BYTES (".pushsection __ex_table,\"a\"; .long 0x310f; .popsection; nop",
         ".pushsection .long .popsection 1=nop");
  BYTES (".byte 0xde; .pushsection .text.x; .byte 0x90; .popsection; .byte 0x90",
         ".byte .pushsection 1=nop .popsection .byte !RAW_BYTES !RAW_BYTES");
}

static void
test_numbers (void)
{
  BYTES ("nop; .byte 0x0f,0x31,0x90; nop; .byte 0x90", "1=nop 2=rdtsc 3=nop 4=nop 5=nop");
  BYTES (".byte 0x90,0x90; nop )", "1=nop 2=nop 3=nop+ !SYNTAX@3");
  CHECK (body.n_insns == 3);
  static const char text[] = "nop; .byte 0x0f\n .byte 0x31; ud2";
  BYTES (text, "1=nop 2=rdtsc 3=ud2");
  const struct avow_item *it = &body.items[1];
  CHECK (it->off == 5 && it->len == strlen (".byte 0x0f\n .byte 0x31"));
  CHECK (body.items[2].insn_no == 3 && !strcmp (text + body.items[2].off, "ud2"));
}

static void
test_32 (void)
{
  arch = &avow_arch_i386;
  BYTES (".byte 0x0f,0xae,0x27", "1=xsave+");
  const struct avow_optext *op = body.items[0].ops;
  CHECK (op->kind == AVOW_OP_MEM && op->base.reg == isa_find_reg (arch->isa, "edi", 3));
  BYTES (".byte 0x48,0x0f,0xae,0x27", "1=dec+ 2=xsave+"); /* REX in 64-bit mode */
  BYTES (".byte 0xf3,0x0f,0xae,0xc0", ".byte !RAW_BYTES"); /* rdfsbase */
  BYTES (".byte 0x61", "1=popa");
  arch = &avow_arch_x86_64;
  BYTES (".byte 0x0f,0xae,0x27", "1=xsave+");
  op = body.items[0].ops;
  CHECK (op->base.reg == isa_find_reg (arch->isa, "rdi", 3));
  BYTES (".byte 0x61", ".byte !RAW_BYTES");
}

/* The number of instructions made from bytes is bounded, and running out of memory at any
   point is reported.  */
static void
test_limits (void)
{
  static char text[30000] = ".byte 0x90";
  for (size_t n = strlen (text); n + 4 < sizeof text; n += 4)
    strcpy (text + n, ",144");
  avow_arena_reset (&arena);
  CHECK (build (text) && body.n_insns == 0 && body.n_gaps == 1);
  bool failed = false;
  for (size_t at = 1; at < 60000; at += 97)
    {
      struct avow_arena small = { .fail_after = at };
      struct avow_arena saved = arena;
      arena = small;
      failed |= !build (".byte 0x0f,0x31,0x90; nop; .byte 0x48; .byte 0x0f,0xae,0x27");
      avow_arena_free (&arena);
      arena = saved;
    }
  CHECK (failed);
}

int
main (void)
{
  arch = &avow_arch_x86_64;
  test_directives ();
  test_prefixes ();
  test_opaque ();
  test_sections ();
  test_numbers ();
  test_32 ();
  test_limits ();
  avow_arena_free (&arena);
  return check_done ();
}
