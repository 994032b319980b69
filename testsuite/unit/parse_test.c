/* parse_test.c - templates against what the parser makes of them.

   Every statement has 8 operands (%0 and %1 outputs, %7 the constant 2) and the
   labels %l8 and %l9.  What the parser finds is printed as one line in a
   small notation, and compared with what it should be:

     NAME:                  label; NAME* one that is unique
     .dir(args)             directive; name=(args) assignment
     [prefixes]insn op,op   instruction
     reg  #n  #n+sym  d(b,i,s)  %k0  @1f        operands; d may be n, sym, ? or a token
     !REASON                a gap, behind everything

   Operands are in source order.  */
#include <stdarg.h>
#include <string.h>

#include "../../plugin/arch/arch.h"
#include "../../plugin/arena.h"
#include "../../plugin/asm/insn.h"
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
put_rref (struct avow_rref r)
{
  if (r.reg >= 0)
    put ("%s", isa_str (arch->isa, arch->isa->regnames[r.reg].name));
  else if (r.operand >= 0)
    put ("%%%.*s%d", r.modifier != 0, &r.modifier, r.operand);
}

static bool
is_set (struct avow_rref r)
{
  return r.reg >= 0 || r.operand >= 0;
}

static void
put_disp (const struct avow_optext *op)
{
  bool any = false;
  if (is_set (op->disp_token))
    put_rref (op->disp_token), any = true;
  if (op->sym.len)
    put ("%s%.*s", any ? "+" : "", (int)op->sym.len, op->sym.p), any = true;
  if (op->disp)
    put ("%s%lld", any ? "+" : "", (long long)op->disp), any = true;
  if (!any && !op->disp_known && !is_set (op->r))
    put ("?");
}

static void
put_mem (const struct avow_optext *op)
{
  put_disp (op);
  if (!is_set (op->base) && !is_set (op->index))
    {
      if (!op->sym.len && !op->disp && !is_set (op->disp_token) && op->disp_known)
        put ("0");
      return;
    }
  put ("(");
  put_rref (op->base);
  if (is_set (op->index))
    {
      put (",");
      put_rref (op->index);
      put (",%d", op->scale);
    }
  put (")");
}

static void
put_op (const struct avow_optext *op)
{
  if (op->indirect)
    put ("*");
  if (op->ptr_bytes)
    put ("<%d>", op->ptr_bytes);
  if (is_set (op->seg))
    put_rref (op->seg), put (":");
  switch (op->kind)
    {
    case AVOW_OP_REG: put_rref (op->r); break;
    case AVOW_OP_TOKEN:
      put_rref (op->r);
      if (op->sym.len)
        put ("+%.*s", (int)op->sym.len, op->sym.p);
      if (op->disp)
        put ("%+lld", (long long)op->disp);
      break;
    case AVOW_OP_IMM:
      put ("#");
      put_rref (op->r);
      if (is_set (op->r) && (op->disp || op->sym.len))
        put ("+");
      put_disp (op);
      if (!op->disp && op->disp_known && !is_set (op->r))
        put ("0");
      break;
    case AVOW_OP_MEM: put_mem (op); break;
    case AVOW_OP_TARGET:
      put ("@%.*s", (int)op->sym.len, op->sym.len ? op->sym.p : "");
      put_rref (op->r);
      break;
    default: put ("??"); break;
    }
  if (is_set (op->mask))
    put ("{"), put_rref (op->mask), put ("}");
  put ("%s%s", op->zeroing ? "{z}" : "", op->broadcast ? "{b}" : "");
}

static void
put_prefixes (const struct avow_item *it)
{
  static const char *const names[]
      = { "lock", "rep", "repne", "data16", "addr32", "seg", "rexw", "hint", "evex", "vex" };
  if (!it->prefixes)
    return;
  put ("[");
  for (unsigned i = 0, n = 0; i < sizeof names / sizeof *names; i++)
    if (it->prefixes & 1u << i)
      {
        put ("%s%s", n++ ? " " : "", names[i]);
        if (1u << i == AVOW_PFX_SEG)
          put ("=%s", isa_str (arch->isa, arch->isa->regnames[it->seg_reg].name));
      }
  put ("]");
}

static void
put_item (const struct avow_item *it)
{
  int len = (int)it->name.len;
  switch (it->kind)
    {
    case AVOW_ITEM_LABEL: put ("%.*s%s:", len, it->name.p, it->unique ? "*" : ""); break;
    case AVOW_ITEM_DIRECTIVE: case AVOW_ITEM_ASSIGN:
      put ("%.*s%s(%.*s)", len, it->name.p, it->kind == AVOW_ITEM_ASSIGN ? "=" : "",
           (int)it->args.len, it->args.p);
      break;
    default:
      put_prefixes (it);
      put ("%.*s", len, it->name.p);
      for (int i = 0; i < it->n_ops; i++)
        {
          put ("%s", i ? "," : " ");
          put_op (&it->ops[i]);
        }
      put ("%s", it->rounding ? " {sae}" : "");
    }
}

static struct avow_stmt
statement (const char *text, size_t len)
{
  static struct avow_operand ops[8];
  for (int i = 0; i < 8; i++)
    ops[i] = (struct avow_operand){ .constraint = i < 2 ? "=r" : "r", .is_output = i < 2,
                                    .type = AVOW_TYPE_INT, .size = i < 4 ? 4 : 8 };
  ops[6].type = AVOW_TYPE_FLOAT;
  ops[7].const_known = true;
  ops[7].const_value = 2;
  return (struct avow_stmt){ .text = text, .len = len, .target = { .arch = arch },
                             .operands = ops, .n_outputs = 2, .n_operands = 8, .n_labels = 2 };
}

static void
render (const struct avow_stmt *stmt)
{
  struct avow_body body;
  avow_arena_reset (&arena);
  out_len = 0;
  out[0] = 0;
  if (!avow_parse (stmt, 10000, &arena, &body))
    {
      put ("no memory");
      return;
    }
  for (unsigned i = 0; i < body.n_items; i++)
    {
      put ("%s", i ? " ; " : "");
      put_item (&body.items[i]);
    }
  for (unsigned i = 0; i < body.n_gaps; i++)
    put ("%s!%s", i || body.n_items ? " " : "", reason_ids[body.gaps[i].reason]);
}

static void
expect (int line, const struct avow_stmt *stmt, const char *want)
{
  render (stmt);
  CHECK (strcmp (out, want) == 0);
  if (strcmp (out, want))
    printf ("line %d: %.*s\n  got  %s\n  want %s\n", line, (int)stmt->len, stmt->text, out, want);
}

static void
check_text (int line, int dialect, bool basic, const char *text, const char *want)
{
  struct avow_stmt stmt = statement (text, strlen (text));
  stmt.target.dialect = (uint8_t)dialect;
  stmt.is_basic = basic;
  expect (line, &stmt, want);
}

#define ATT(text, want) check_text (__LINE__, AVOW_ATT, false, text, want)
#define INTEL(text, want) check_text (__LINE__, AVOW_INTEL, false, text, want)
#define BASIC(text, want) check_text (__LINE__, AVOW_ATT, true, text, want)

/* ---- the template level -------------------------------------------------------- */

static void
test_escapes (void)
{
  ATT ("", "");
  ATT (" \n\t;;\n", "");
  ATT ("mov %%eax, %%ebx", "mov eax,ebx");
  ATT ("mov %k0, %b1", "mov %k0,%b1");
  ATT ("mov %10, %1", "mov ??,%1 !BAD_OPERAND_NUMBER");
  ATT ("mov %[name], %1", "mov ??,%1 !BAD_OPERAND_NUMBER");
  ATT ("mov %99999999999999999999, %1", "mov ??,%1 !BAD_OPERAND_NUMBER");
  ATT ("mov %d0, %1", "mov ??,%1 !UNKNOWN_MODIFIER");
  ATT ("nop %", "nop ?? !SYNTAX !SYNTAX");
  ATT ("call %*%0; jmp %*%%rax", "call *%0 ; jmp *rax");
  ATT ("mov %@:0, %0", "mov fs:0,%0");
  ATT ("mov%z0 %1, %0; mov%z4 %4,%5; fadd%Z6 %6; mov%L0 %0,%1",
       "movl %1,%0 ; movq %4,%5 ; faddl %6 ; movl %0,%1");
  INTEL ("mov%z0 %0, %1; mov%L0 %0,%1", "mov %0,%1 ; mov %0,%1");
  ATT ("set%c1 %0", "set%c1 %0 !PASTED_OPERAND");
  ATT ("%0 %1", "%0 %1 !PASTED_OPERAND");
}

static void
test_alternatives (void)
{
  static const char mov[] = "mov{l\t%1, %0|\t%0, DWORD PTR %1}";
  ATT (mov, "movl %1,%0");
  INTEL (mov, "mov %0,<4>%1");
  ATT ("{a|b}{c}|d", "ac|d !SYNTAX");
  INTEL ("x{a|b}y{c}z", "xbyz");
  INTEL ("{a|nop|c}", "nop");
  ATT ("{nop", "nop !SYNTAX");
  INTEL ("{nop", "!SYNTAX");
  ATT ("{a{nop|b}", "anop !SYNTAX");
  ATT ("{a%|b|c}", "a|b !SYNTAX");
  BASIC ("{nop|ret}", "{nop|ret} !SYNTAX");
  BASIC ("mov %eax, %ebx; .byte 1 # {", "mov eax,ebx ; .byte(1)");
}

static void
test_comments (void)
{
  ATT ("nop # x ; y\nnop", "nop ; nop");
  ATT ("# only %0", "");
  ATT ("/ line\n nop ; / rest ; nop\nnop", "nop ; nop");
  ATT ("mov $8/2, %0", "mov #4,%0");
  ATT ("nop /* a ; \n b */ ; nop /* open", "nop ; nop");
  ATT ("rep /* x\n */ movsb", "[rep]movsb");
  ATT (".ascii \"a;#b\\\"/*\" ; nop", ".ascii(\"a;#b\\\"/*\") ; nop");
  ATT ("mov $';, %0; mov $'#', %1", "mov #59,%0 ; mov #35,%1");
  ATT ("x: / y\n1: nop", "x: ; 1: ; nop");
}

static void
test_positions (void)
{
  static const char text[] = " lock; # c\n addl{l} $%c7, 4+%1 ; ud2";
  struct avow_stmt stmt = statement (text, sizeof text - 1);
  struct avow_body body;
  avow_arena_reset (&arena);
  CHECK (avow_parse (&stmt, 100, &arena, &body) && body.n_items == 2 && body.n_insns == 2);
  const struct avow_item *it = body.items;
  CHECK (it->off == 1 && it->off + it->len == strlen (" lock; # c\n addl{l} $%c7, 4+%1"));
  CHECK (it->n_ops == 2 && !strncmp (text + it->ops[0].off, "$%c7", it->ops[0].len));
  CHECK (it->ops[1].len == 4 && !strncmp (text + it->ops[1].off, "4+%1", 4));
  CHECK (it[1].insn_no == 2 && it[1].len == 3 && !strcmp (text + it[1].off, "ud2"));
  CHECK (body.token_uses[1] == 1 && body.token_uses[7] == 1 && body.token_uses[0] == 0);
}

static void
test_token_uses (void)
{
  static const char text[] = "{%0|%1} # %2\n %3 %l8 %%4";
  struct avow_stmt stmt = statement (text, sizeof text - 1);
  struct avow_body body;
  avow_arena_reset (&arena);
  CHECK (avow_parse (&stmt, 100, &arena, &body));
  static const unsigned want[10] = { 1, 1, 1, 1, 0, 0, 0, 0, 1, 0 };
  for (int i = 0; i < 10; i++)
    CHECK (body.token_uses[i] == want[i]);
}

/* ---- statements ---------------------------------------------------------------------- */

static void
test_labels (void)
{
  ATT ("1: 2 : foo: nop", "1: ; 2: ; foo: ; nop");
  ATT (".L%=: jmp .L%=", ".L%=*: ; jmp .L%=");
  ATT (".Lx%c0: jne .Lx%c0", ".Lx%c0: ; jne %c0+.Lx%c0");
  ATT ("%l8: jmp %l9", "%l8: ; jmp @%l9");
  ATT ("lea %l8(%%rip), %0; mov $%l8+4, %0; jmp %l9+2",
       "lea %l8(rip),%0 ; mov #%l8+4,%0 ; jmp %l9+2");
  ATT ("mov (%l8), %0; mov %8, %0", 
       "mov ??,%0 ; mov ??,%0 !BAD_OPERAND_NUMBER !BAD_OPERAND_NUMBER");
  INTEL ("mov %0, offset %l8; lea %0, %l8[rip]; jmp %l9; jmp %l9+1",
         "mov %0,#%l8 ; lea %0,%l8(rip) ; jmp @%l9 ; jmp %l9+1");
  ATT ("1: jmp 1b; jc 22f", "1: ; jmp @1b ; jc @22f");
  ATT ("\"q x\": nop", "q x: ; nop");
  ATT ("1x: nop", "1x: nop !SYNTAX");
}

static void
test_directives (void)
{
  ATT (".pushsection .x,\"a\"; .long %c0 - . , 1b ; .PopSection",
       ".pushsection(.x,\"a\") ; .long(%c0 - . , 1b) ; .popsection()");
  ATT ("foo = bar + 1; .set x, y; z==2", "foo=(bar + 1) ; .set(x, y) ; z=(2)");
  ATT (".set x, y; x==2", ".set(x, y) ; x=(2) !REFUSED");
  ATT (". = . + 4", ".=(. + 4) !RAW_BYTES");
  ATT (".byte 0x0f, 5", ".byte(0x0f, 5)");
  ATT (".rept 2; nop; .endr; ret", "nop ; nop ; ret");
  ATT (".rept 2\n.rept 2\nnop\n.endr\n.endr", "nop ; nop ; nop ; nop");
  ATT (".rept 1 << 62; nop; .endr; ret", "!TOO_LARGE");
  ATT (".rept 2b-1b; nop; .endr; ret", "ret !MACRO");
  ATT (".rept 2b-1b; .long 1; .endr; ret", ".long() ; ret");
  ATT (".rept %7; nop; .endr", "!MACRO"); /* prints $2 */
  ATT (".rept %c7; nop; .endr", "nop ; nop");
  ATT (".if 1; nop; .if 2; .endif; .else; ret; .endif; ud2", "nop ; ud2");
  ATT (".if %c7 == 2; nop; .else; ret; .endif", "nop");
  ATT (".if %c6 == 2; nop; .else; ret; .endif; ud2", "ud2 !CONDITIONAL");
  ATT (".if 0; .elseif %c6; nop; .else; ret; .endif; ud2", "ud2 !CONDITIONAL");
  ATT (".ifdef x; .long 1; .endif", "");
  ATT ("r = %%ecx; mov r, %0; mov 8(%1,r), r", "r=(%ecx) ; mov ecx,%0 ; mov 8(%1,ecx,1),ecx");
  ATT (".intel_syntax; mov %%eax, 1; .att_syntax", ".intel_syntax() ; mov eax,#1 ; .att_syntax()");
  ATT (".intel_syntax; mov %%ecx, [eax+4]; .att_syntax", ".intel_syntax() ; mov ecx,eax+4 ; .att_syntax()");
  ATT (".intel_syntax noprefix; mov eax, 1; .att_syntax", ".intel_syntax(noprefix) ; mov eax,#1 ; .att_syntax()");
  ATT (".att_syntax noprefix", ".att_syntax(noprefix)");
  ATT (".att_syntax noprefix; jmp 1f; incl ecx; movl 4(%1), %%ecx; movl 4(eax), %%ecx",
       ".att_syntax(noprefix) ; jmp @1f ; incl ?? ; movl 4(%1),ecx ; movl ??,ecx !UNKNOWN_DIRECTIVE !UNKNOWN_DIRECTIVE");
  ATT (".altmacro; nop", "nop !MACHINE_STATE");
  ATT (".altmacro; nop; .noaltmacro", "nop");
  ATT (".ifndef x; x = 1; nop; .endif; ret", "x=(1) ; nop ; ret !CONDITIONAL");
  ATT (".ifndef x; x = 1; .macro m; nop; .endm; .endif; m", "x=(1) ; nop");
  ATT (".ifndef x; nop; .endif; y = 1", "nop ; y=(1)");
  ATT (".ifndef x; nop; .endif; x: ret", "nop ; x: ; ret !CONDITIONAL");
  ATT (".ifc %0,%1; .long 1; .endif; nop", ".long() ; nop");
  ATT (".ifc %0,%1; .error \"no\"; .endif", ".set()");
  ATT (".ifc %0,%0; nop; .endif; .ifnc %b0,%b0; ret; .endif", "nop");
  ATT (".ifc %0,%b0; nop; .endif", "!CONDITIONAL");
  ATT (".ifc %0,%%eax; x = 1; .endif; .if x; .long 1; .endif", ".set() ; .long()");
  ATT (".irp r,a,b; push %%r\\r\\()x; .endr", "push rax ; push rbx");
  ATT (".macro foo a; .long \\a; .endm; foo %0, x=1; nop", "foo %0, x=1 ; nop !REFUSED");
  ATT (".macro foo a; .long \\a; .endm; foo \"1;nop\"", ".long(1) ; nop");
  ATT (".macro foo a b; mov \\a, \\b; .endm; foo %0 8(%1); foo b=%1, a=$%c7",
       "mov %0,8(%1) ; mov #%c7,%1");
  ATT (".macro foo a\n nop\n.endm\nfoo x\nret", "nop ; ret");
  ATT (".macro foo l=%=; jmp .Lx\\l; .Lx\\l:; .endm; foo", "jmp .Lx%= ; .Lx%=*:");
  ATT (".macro foo; .Lx\\@: jmp .Lx\\@; .endm; foo; foo",
       ".Lx%=0*: ; jmp .Lx%=0 ; .Lx%=1*: ; jmp .Lx%=1");
  ATT (".macro mov; .long 1; .endm; mov", ".long(1)");
  ATT (".macro foo; nop", "!REFUSED");
  ATT ("x = 0x0f; .byte x, x+0x93, 0xc0", "x=(0x0f) ; .byte(15,162,192)");
  ATT ("x = 8; mov x(%1), %0; mov $x+1, %0", "x=(8) ; mov 8(%1),%0 ; mov #9,%0");
}

static void
test_prefixes (void)
{
  ATT ("lock/addl $1,%0", "[lock]addl #1,%0");
  ATT ("LOCK; incl %0", "[lock]incl %0");
  ATT ("lock\n1: incl %0", "1: ; [lock]incl %0");
  ATT ("rep; nop; repne scasb; repz; cmpsb", "[rep]nop ; [repne]scasb ; [rep]cmpsb");
  ATT ("rex.w fxsave %0; rex64/fxsave %0", "[rexw]fxsave %0 ; [rexw]fxsave %0");
  ATT ("fs; mov (%0),%1; notrack jmp *%0; bnd ret",
       "[seg=fs]mov (%0),%1 ; [hint]jmp *%0 ; [hint]ret");
  ATT ("data16 addr32 nop", "[data16 addr32]nop");
  ATT ("rex.b push %%rax", "rex.b ?? !SYNTAX");
  BASIC ("{vex} vpdpbusd %xmm0,%xmm1,%xmm2; {evex} vaddps %xmm0,%xmm1,%xmm2",
         "[vex]vpdpbusd xmm0,xmm1,xmm2 ; [evex]vaddps xmm0,xmm1,xmm2");
  ATT ("%{vex3%} vaddps %0,%1,%2", "[vex]vaddps %0,%1,%2");
  ATT ("{vex} nop", "vex nop"); /* GCC takes the braces away */
  ATT (".byte 0xf3; nop", "[rep]nop");
  ATT (".byte 0x66; 1: clflush %0", "1: ; [data16]clflush %0");
  ATT (".byte 0x66, 0x90", ".byte(0x66, 0x90)");
  ATT (".byte 0xf3\n.byte 0x90", ".byte(0xf3) ; .byte(0x90)");
  ATT (".word 0x6666; rex64; call foo", "[data16 rexw]call foo");
  ATT ("lock", "!SYNTAX");
  ATT ("lock; .align 4; nop", ".align(4) ; nop !SYNTAX");
  ATT ("jne,pt 1f", "[hint]jne @1f");
}

static void
test_odd_statements (void)
{
  ATT ("8+%0; nop", "8+%0 ; nop !SYNTAX");
  ATT ("]; nop", "] ; nop !SYNTAX");
  ATT ("a b,c,d,e,f,g,h", "a ?? !SYNTAX");
  ATT ("mov %%eax,", "mov eax,?? !SYNTAX");
  ATT ("mov (%%eax; nop", "mov ?? ; nop !SYNTAX");
  ATT ("mov %%rax %%rbx", "mov ?? !SYNTAX");
  ATT ("mov %%r77, %0", "mov ??,%0 !SYNTAX");
  struct avow_stmt stmt = statement ("nop\0 x", 6);
  render (&stmt);
  CHECK (strstr (out, "!SYNTAX") != NULL);
}

/* ---- operands ----------------------------------------------------------------------------- */

static void
test_att_memory (void)
{
  ATT ("mov 8(%0,%1,4), %2", "mov 8(%0,%1,4),%2");
  ATT ("mov %c2(%0), %%eax", "mov %c2(%0),eax");
  ATT ("mov 4+%c2(%0), %%eax", "mov %c2+4(%0),eax");
  ATT ("mov %c7*4(%0), %1; mov %c2*4(%0), %1", "mov 8(%0),%1 ; mov ?(%0),%1");
  ATT ("mov (,%0,8),%1; mov (%0,%1),%2", "mov (,%0,8),%1 ; mov (%0,%1,1),%2");
  ATT ("mov (%0,%1,%c7),%2; mov (%0,%1,%c2),%2", "mov (%0,%1,2),%2 ; mov ??,%2 !UNKNOWN_FORM");
  ATT ("mov (%%rax,%%riz), %0", "mov (rax),%0");
  ATT ("mov %%fs:%0, %1; mov %%gs:(%0), %1; mov %%fs:0x28, %1",
       "mov fs:%0,%1 ; mov gs:(%0),%1 ; mov fs:40,%1");
  ATT ("mov %%gs:%P2(%%rip), %0; mov %%gs:%P2, %0", "mov gs:%P2(rip),%0 ; mov gs:%P2,%0");
  ATT ("mov sym, %0; mov sym+4(%%rip), %0; mov s@GOTPCREL(%%rip), %0",
       "mov sym,%0 ; mov sym+4(rip),%0 ; mov s@GOTPCREL(rip),%0");
  ATT ("mov 1b-2b(%%rip), %0; lea 1f(%%rip), %0", "mov ?(rip),%0 ; lea 1f(rip),%0");
  ATT ("lea %a2, %0; prefetcht0 64+%a2", "lea (%a2),%0 ; prefetcht0 64(%a2)");
  ATT ("mov ( %%rax , %%rbx , 2 ) , %0", "mov (rax,rbx,2),%0");
  ATT ("mov (1+2)(%%rax), %0; mov -(4)(%%rax), %0", "mov 3(rax),%0 ; mov -4(rax),%0");
  ATT ("mov %0(%1), %2", "mov ??,%2 !PASTED_OPERAND");
  ATT ("mov 8(%0,%1,3), %2", "mov ??,%2 !SYNTAX");
  ATT ("vpgatherdd %%ymm0, (%0,%%ymm1,4), %%ymm2", "vpgatherdd ymm0,(%0,ymm1,4),ymm2");
}

static void
test_att_tokens (void)
{
  ATT ("mov 8+%0, %1; mov 8%0, %1; mov %0+8, %1; mov -4+%0, %1; mov %H0, %1",
       "mov %0+8,%1 ; mov %0+8,%1 ; mov %0+8,%1 ; mov %0-4,%1 ; mov %H0+8,%1");
  ATT ("call %P1; call %c1; call *%0; jmp *%A0", "call %P1 ; call %c1 ; call *%0 ; jmp *%A0");
  ATT ("call get_%P7; call get_%P2; .L%c7: jmp .L%c7",
       "call get_2 ; call %P2+get_%P2 ; .L2: ; jmp .L2");
  ATT ("call thunk_%V0; mov foo%c1, %0", "call %V0+thunk_%V0 ; mov ??,%0 !PASTED_OPERAND");
  ATT ("mov %%r%k0, %0; mov %0%1, %0", "mov ??,%0 ; mov ??,%0 !PASTED_OPERAND !PASTED_OPERAND");
  ATT ("mov sym+%0, %1", "mov %0+sym,%1");
}

static void
test_att_immediates (void)
{
  ATT ("mov $5,%0; mov $-1,%0; mov $sym,%0; mov $sym+4,%0",
       "mov #5,%0 ; mov #-1,%0 ; mov #sym,%0 ; mov #sym+4,%0");
  ATT ("mov $%c0,%1; mov $%P0+1,%1; mov $%c7*8+%c7,%1", "mov #%c0,%1 ; mov #%P0+1,%1 ; mov #18,%1");
  ATT ("mov $(1<<3)|1,%0; mov $~0,%0; mov $0x10,%0; mov $010,%0; mov $0b11,%0",
       "mov #9,%0 ; mov #-1,%0 ; mov #16,%0 ; mov #8,%0 ; mov #3,%0");
  ATT ("mov $1|2+3,%0; mov $10%%3,%0; mov $7/0,%0", "mov #6,%0 ; mov #1,%0 ; mov #7,%0");
  ATT ("mov $1f-1b,%0; mov $1f,%0; mov $.,%0", "mov #?,%0 ; mov #1f,%0 ; mov #.,%0");
  ATT ("mov $0xffffffffffffffff,%0; mov $0x1ffffffffffffffff,%0", "mov #-1,%0 ; mov #?,%0");
  ATT ("lcall $1,$2; mov $(%%eax),%0", "lcall #1,#2 ; mov ??,%0 !SYNTAX");
  ATT ("mov $10h, %0; mov $0x, %0", "mov ??,%0 ; mov ??,%0 !SYNTAX !SYNTAX");
}

static void
test_att_registers (void)
{
  ATT ("MOV %%EAX, %%Ebx", "mov eax,ebx");
  ATT ("fld %%st(1); fxch %%st ( 2 ); fadd %%st, %%st(1)", "fld st(1) ; fxch st(2) ; fadd st,st(1)");
  ATT ("vaddps %%zmm0, %%zmm1, %%zmm2%{%%k1%}%{z%}", "vaddps zmm0,zmm1,zmm2{k1}{z}");
  ATT ("vaddps (%0)%{1to16%}, %%zmm1, %%zmm2%{%3%}", "vaddps (%0){b},zmm1,zmm2{%3}");
  ATT ("vaddps %{rn-sae%}, %%zmm0, %%zmm1, %%zmm2", "vaddps zmm0,zmm1,zmm2 {sae}");
  ATT ("jmp *%%rax; call *8(%%rax,%%rbx,8); ljmp *(%0)", "jmp *rax ; call *8(rax,rbx,8) ; ljmp *(%0)");
}

static void
test_intel (void)
{
  INTEL ("mov rax, [rbx+rcx*4-8]", "mov rax,-8(rbx,rcx,4)");
  INTEL ("mov eax, dword ptr [rax][rcx*2]; mov eax, 8[rax]", "mov eax,<4>(rax,rcx,2) ; mov eax,8(rax)");
  INTEL ("movaps xmm0, XMMWORD PTR [esp + 4*4]", "movaps xmm0,<16>16(esp)");
  INTEL ("mov %0, [%1+8]; mov %0, [%q1+%q2*8]; mov %0, DWORD PTR %1",
         "mov %0,8(%1) ; mov %0,(%q1,%q2,8) ; mov %0,<4>%1");
  INTEL ("mov eax, fs:[8]; mov eax, fs:0; mov eax, gs:[rax]; mov eax, [fs:rax]",
         "mov eax,fs:8 ; mov eax,fs:0 ; mov eax,gs:(rax) ; mov eax,fs:(rax)");
  INTEL ("mov eax, offset sym; mov eax, OFFSET FLAT:sym+4; mov eax, sym; lea rax, sym[rip]",
         "mov eax,#sym ; mov eax,#sym+4 ; mov eax,sym ; lea rax,sym(rip)");
  INTEL ("add eax, 5 and 3; shl eax, 1 shl 2; mov eax, not 0", "add eax,#1 ; shl eax,#4 ; mov eax,#-1");
  INTEL ("fld st(1); fadd st, st(2); jmp 1f; call foo; jmp short 1b",
         "fld st(1) ; fadd st,st(2) ; jmp @1f ; call foo ; jmp @1b");
  INTEL ("lea eax, [eax+eax*4+(16*4)]; mov eax, [rcx+rsp]; mov eax, [8*2+rax]",
         "lea eax,64(eax,eax,4) ; mov eax,(rsp,rcx,1) ; mov eax,16(rax)");
  INTEL ("vaddps zmm2%{k1%}%{z%}, zmm1, [rax]%{1to16%}; vaddps zmm0, zmm1, zmm2, %{rn-sae%}",
         "vaddps zmm2{k1}{z},zmm1,(rax){b} ; vaddps zmm0,zmm1,zmm2 {sae}");
  INTEL ("vpgatherdd ymm0, [rax+ymm1*4], ymm2; vpgatherdd ymm0, [ymm1+rax], ymm2",
         "vpgatherdd ymm0,(rax,ymm1,4),ymm2 ; vpgatherdd ymm0,(rax,ymm1,1),ymm2");
  INTEL ("mov eax, [rax+%c7*4]; mov eax, [%0+%c2]; mov eax, 8+%1",
         "mov eax,8(rax) ; mov eax,%c2(%0) ; mov eax,%1+8");
  INTEL ("mov eax, [rax*3]; mov eax, rax+rbx; mov eax, [rax",
         "mov eax,?? ; mov eax,?? ; mov eax,?? !SYNTAX !SYNTAX !SYNTAX");
  INTEL ("mov %%eax, %%ebx; mov %%eax, [%%rbx+4]", "mov eax,ebx ; mov eax,4(rbx)");
  ATT (".intel_syntax noprefix\nmov eax, [ecx+8]\n.att_syntax prefix\nmov %%eax, %0",
       ".intel_syntax(noprefix) ; mov eax,8(ecx) ; .att_syntax(prefix) ; mov eax,%0");
}

static void
test_modes (void)
{
  ATT ("mov %%r8, %0; mov %@:0, %0", "mov r8,%0 ; mov fs:0,%0");
  arch = &avow_arch_i386;
  ATT ("mov %%r8, %0; mov %@:0, %0", "mov ??,%0 ; mov gs:0,%0 !SYNTAX");
  ATT (".byte 0x48; nop; .byte 0x67; nop", ".byte(0x48) ; nop ; .byte(0x67) ; nop");
  INTEL ("mov eax, r8", "mov eax,r8");
  arch = &avow_arch_x86_64;
}

/* ---- budgets and memory ----------------------------------------------------------------------- */

static void
test_budget (void)
{
  struct avow_body body;
  struct avow_stmt stmt = statement ("nop;nop;nop;nop", 15);
  avow_arena_reset (&arena);
  CHECK (avow_parse (&stmt, 2, &arena, &body) && body.n_insns == 2 && body.n_gaps == 1);
  CHECK (body.gaps[0].reason == AVOW_REASON_TOO_LARGE);
}

/* Few characters that mean a lot of text: all of it is given up before it hurts.  */
static void
test_expansion_budget (void)
{
  static const char *const bombs[] = {
    ".macro m; m; m; .endm; m",
    ".macro m a; m \"\\a\\a\"; .endm; m xxxxxxxx",
    ".macro m a; nop; .irp x,1,2,3,4,5,6,7,8,9; m \\x; .endr; .endm; m 1",
    ".rept 1000; .rept 1000; .rept 1000; nop; .endr; .endr; .endr",
    ".rept 0x7fffffffffffffff; .endr",
    ".macro m a; .rept 1000; \\a; .endr; .endm; m \"m nop\"",
    ".irpc c,0123456789; .irpc d,0123456789; .irpc e,0123456789; .irpc f,0123456789; "
    ".irpc g,0123456789; .irpc h,0123456789; .long \\c\\d\\e\\f\\g\\h; .endr; .endr; .endr; .endr; .endr; .endr",
    ".altmacro; .macro m a; LOCAL x\n x: m a; m a; .endm; m 1",
    ".macro a; .macro b; a; b; .endm; .purgem a; .macro a; b; .endm; b; .endm; a",
  };
  for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++)
    {
      struct avow_body body;
      struct avow_stmt stmt = statement (bombs[i], strlen (bombs[i]));
      bool large = false;
      stmt.is_basic = true;
      avow_arena_reset (&arena);
      CHECK (avow_parse (&stmt, 200000, &arena, &body));
      for (unsigned k = 0; k < body.n_gaps; k++)
        large |= body.gaps[k].reason == AVOW_REASON_TOO_LARGE;
      CHECK (large);
    }
}

/* Every allocation fails once: the parser reports it, and nothing else happens.  */
static void
test_no_memory (void)
{
  static const char text[] = "1: lock; addl $%c0, 8(%1)\n.L%=: jmp .L%=; %0 bogus %%q; .long %c1\n"
                             ".macro m a=1; .long \\a; .ifc \\a,%0; ret; .endif; .endm; m; .rept 2; nop; .endr; "
                             "x = 5; .irp i,1,2; m \\i; .long x; .endr; .if x == 5; .endif; .byte 0xf3; nop";
  struct avow_stmt stmt = statement (text, sizeof text - 1);
  bool ok = false;
  unsigned failures = 0;
  for (size_t n = 16; !ok && n < 100000; n += 16)
    {
      struct avow_body body;
      struct avow_arena small = { .fail_after = n };
      ok = avow_parse (&stmt, 1000, &small, &body);
      failures += !ok;
      avow_arena_free (&small);
    }
  CHECK (ok && failures > 20);
}

static void
test_long (void)
{
  static char text[1 << 20];
  struct avow_body body;
  size_t n = 0;
  while (n + 20 < sizeof text)
    n += (size_t)sprintf (text + n, "addl $1, %%0\n");
  struct avow_stmt stmt = statement (text, n);
  avow_arena_reset (&arena);
  CHECK (avow_parse (&stmt, 200000, &arena, &body) && body.n_gaps == 0);
  CHECK (body.n_insns == n / 12);
  static const char hard[] = "({[%\"'/*";
  for (size_t k = 0; k + 1 < sizeof hard; k++)
    {
      memset (text, hard[k], sizeof text);
      stmt = statement (text, sizeof text);
      avow_arena_reset (&arena);
      CHECK (avow_parse (&stmt, 200000, &arena, &body));
    }
}

static void
test_arena (void)
{
  struct avow_arena a = { 0 };
  char *s = avow_printf (&a, "%d-%s", 42, "x");
  CHECK (s && !strcmp (s, "42-x"));
  CHECK (avow_calloc (&a, (size_t)-1, 16) == NULL && a.failed);
  CHECK (avow_alloc (&a, 1) == NULL);
  avow_arena_reset (&a);
  CHECK (!a.failed && avow_alloc (&a, 1 << 20) != NULL);
  int *v = NULL;
  size_t cap = 0;
  for (int i = 0; i < 100; i++)
    {
      v = avow_grow (&a, v, (size_t)i, &cap, sizeof *v);
      v[i] = i;
    }
  CHECK (v[0] == 0 && v[57] == 57 && v[99] == 99 && cap >= 100);
  avow_arena_free (&a);
  CHECK (a.blocks == NULL);
}

int
main (void)
{
  arch = &avow_arch_x86_64;
  test_escapes ();
  test_alternatives ();
  test_comments ();
  test_positions ();
  test_token_uses ();
  test_labels ();
  test_directives ();
  test_prefixes ();
  test_odd_statements ();
  test_att_memory ();
  test_att_tokens ();
  test_att_immediates ();
  test_att_registers ();
  test_intel ();
  test_modes ();
  test_budget ();
  test_expansion_budget ();
  test_no_memory ();
  test_long ();
  test_arena ();
  avow_arena_free (&arena);
  return check_done ();
}
