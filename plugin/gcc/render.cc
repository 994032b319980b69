/* render.cc - the exact text of an asm statement, as GCC is about to write it.

   After register allocation the operands are known, and what final_scan_insn (final.cc) will do with the
   template can be done beforehand: the walk of output_asm_insn, with the port's own printers for
   operands, written into memory instead of the assembler file.  output_asm_insn itself cannot be
   called (it counts operands in a static variable), nor final_scan_insn (it advances the counter behind
   %=).  output_operand is passed over for the port's printer below it, because it also marks symbols as
   used, which would change the order of what GCC writes.

   `%=' is a number that only final knows: it comes out as AVOW_UNIQUE_TEXT.  */
#include "alloc.h"

/* ---- operands ------------------------------------------------------------------- */

static void
print_operand_as (rtx x, int letter)
{
  if (x && GET_CODE (x) == SUBREG)
    x = alter_subreg (&x, true);
  targetm.asm_out.print_operand (asm_out_file, x, letter);
}

static void
print_label (rtx x)
{
  if (GET_CODE (x) == LABEL_REF)
    x = label_ref_label (x);
  if (LABEL_P (x))
    output_asm_label (x);
}

/* The letters that output_asm_insn keeps for itself; the others are the port's.  */
static void
print_modified (rtx x, int letter)
{
  if (letter == 'l')
    print_label (x);
  else if (letter == 'a')
    targetm.asm_out.print_operand_address (asm_out_file, VOIDmode, x);
  else if (letter == 'c' && CONSTANT_ADDRESS_P (x))
    output_addr_const (asm_out_file, x);
  else if (letter == 'n' && CONST_INT_P (x))
    fprintf (asm_out_file, HOST_WIDE_INT_PRINT_DEC, -INTVAL (x));
  else if (letter == 'n')
    {
      putc ('-', asm_out_file);
      output_addr_const (asm_out_file, x);
    }
  else
    print_operand_as (x, letter);
}

/* ---- the template ------------------------------------------------------------------ */

struct rendering
{
  const char *p;
  const rtx *ops;
  unsigned n_ops;
  bool in_braces;
  bool ok;
};

#ifdef ASSEMBLER_DIALECT

static const char *
skip_char (const char *p)
{
  return p + (p[0] == '%' && p[1] ? 2 : 1);
}

/* Behind a `{': to the alternative of the command line's dialect, or to the `}' when there are
   fewer.  */
static void
enter_dialects (struct rendering *r)
{
  r->in_braces = true;
  for (int i = 0; i < ASSEMBLER_DIALECT && *r->p != '}'; i++)
    {
      while (*r->p && *r->p != '}' && *r->p != '|')
        r->p = skip_char (r->p);
      if (*r->p == '|')
        r->p++;
    }
}

/* Behind the `|' that ends the alternative: past the `}'.  */
static void
leave_dialects (struct rendering *r)
{
  while (*r->p && *r->p != '}')
    r->p = skip_char (r->p);
  r->p += *r->p == '}';
  r->in_braces = false;
}

#endif

/* `{', `|' and `}' where the port has dialects (do_assembler_dialects, final.cc).  False for a
   character that stands for itself.  */
static bool
dialect_brace (struct rendering *r, char c)
{
#ifdef ASSEMBLER_DIALECT
  if (c == '{')
    enter_dialects (r);
  else if (c == '|' && r->in_braces)
    leave_dialects (r);
  else if (c == '}' && r->in_braces)
    r->in_braces = false;
  else
    return false;
  return true;
#else
  (void) r, (void) c;
  return false;
#endif
}

/* Where a line begins the port may rewrite the mnemonic.  */
static void
begin_line (struct rendering *r)
{
  while (*r->p == '\t')
    putc (*r->p++, asm_out_file);
#ifdef ASM_OUTPUT_OPCODE
  ASM_OUTPUT_OPCODE (asm_out_file, r->p);
#endif
}

static bool
is_escaped (char c)
{
#ifdef ASSEMBLER_DIALECT
  return c == '%' || c == '{' || c == '}' || c == '|';
#else
  return c == '%';
#endif
}

/* What follows a `%'.  An operand that does not exist is GCC's to complain about.  */
static void
percent (struct rendering *r)
{
  char c = *r->p;
  char *end;
  unsigned long n;

  if (is_escaped (c))
    putc (*r->p++, asm_out_file);
  else if (c == '=')
    {
      fputs (AVOW_UNIQUE_TEXT, asm_out_file);
      r->p++;
    }
  else if (ISALPHA (c) || ISDIGIT (c))
    {
      r->p += ISALPHA (c) != 0;
      n = strtoul (r->p, &end, 10);
      r->ok = r->ok && end != r->p && n < r->n_ops;
      r->p = end;
      if (r->ok && ISALPHA (c))
        print_modified (r->ops[n], c);
      else if (r->ok)
        print_operand_as (r->ops[n], 0);
    }
  else if (targetm.asm_out.print_operand_punct_valid_p ((unsigned char) c))
    print_operand_as (NULL_RTX, *r->p++);
  else
    r->ok = false;
}

static void
render_template (struct rendering *r)
{
#ifdef ASM_OUTPUT_OPCODE
  ASM_OUTPUT_OPCODE (asm_out_file, r->p);
#endif
  while (*r->p && r->ok)
    {
      char c = *r->p++;
      if (c == '%')
        percent (r);
      else if (!dialect_brace (r, c))
        putc (c, asm_out_file);
      if (c == '\n')
        begin_line (r);
    }
}

char *
avow_render (const struct avow_asm_insn *a)
{
  struct rendering r = { a->text, a->ops, a->n_operands + a->n_labels, false, true };
  FILE *old_file = asm_out_file;
  const rtx_insn *old_insn = this_is_asm_operands;
  char *out = NULL;
  size_t size = 0;
  FILE *memory;

  if (a->is_basic)
    return xstrdup (a->text);
  memory = open_memstream (&out, &size);
  if (!memory)
    return NULL;
  asm_out_file = memory;
  this_is_asm_operands = a->insn; /* a complaint of the port names the statement (error_for_asm) */
  render_template (&r);
  this_is_asm_operands = old_insn;
  asm_out_file = old_file;
  if (fclose (memory) != 0 || !r.ok)
    {
      free (out);
      return NULL;
    }
  return out;
}
