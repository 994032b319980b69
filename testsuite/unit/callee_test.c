/* callee_test.c - descriptions of called routines: the built-in ones are right, and wrong ones are found.  */
#include <stdio.h>
#include <string.h>

#include "model/callee.h"

static int passed, failed;

#define CHECK(x) ((x) ? (void)passed++ : (void)(failed++, printf ("%s:%d: failed: %s\n", __FILE__, __LINE__, #x)))

static struct avow_slice
slice (const char *s)
{
  return (struct avow_slice){ s, (uint32_t)strlen (s) };
}

static bool
find (const char *arch, const char *text, const char *name, bool indirect, struct avow_callee *c)
{
  return avow_callee_find (avow_arch_by_name (arch), text, slice (name), indirect, c);
}

static void
built_in (void)
{
  const char *word = "";
  struct avow_callee c;
  const struct avow_arch *wide = avow_arch_by_name ("x86_64"), *narrow = avow_arch_by_name ("i386");
  CHECK (avow_calls_check ("x86_64", wide->calls, &word) == 0);
  CHECK (avow_calls_check ("i386", narrow->calls, &word) == 0);
  CHECK (find ("x86_64", wide->calls, "__get_user_4", false, &c) && c.kind == AVOW_CALLEE_DESCRIBED && c.n_reads == 1
         && c.reads[0].bytes == 8 && c.flags && !c.memory);
  CHECK (!find ("x86_64", wide->calls, "__get_user_4", true, &c));
  CHECK (find ("i386", narrow->calls, "%gs:16", true, &c) && c.kind == AVOW_CALLEE_SYSCALL);
  CHECK (!find ("x86_64", wide->calls, "%gs:16", true, &c));
  CHECK (find ("x86_64", wide->calls, "pv_ops", true, &c) && c.kind == AVOW_CALLEE_TRUSTED);
  CHECK (find ("x86_64", wide->calls, "__x86_indirect_thunk_r11", false, &c) && c.kind == AVOW_CALLEE_JUMP
         && c.jump == avow_location (wide, "r11"));
  CHECK (!find ("x86_64", wide->calls, "printf", false, &c));
}

static void
patterns (void)
{
  struct avow_callee c;
  CHECK (find ("x86_64", "a*z rax:w\n", "abcz", false, &c));
  CHECK (find ("x86_64", "a*z rax:w\n", "az", false, &c));
  CHECK (!find ("x86_64", "a*z rax:w\n", "a", false, &c));
  CHECK (!find ("x86_64", "aba*aba rax:w\n", "aba", false, &c));
  CHECK (!find ("x86_64", "f rax:w\n", "ff", false, &c));
  CHECK (find ("x86_64", "# f\n\nf rax:w # g\nf abi\n", "f", false, &c) && c.kind == AVOW_CALLEE_DESCRIBED);
  CHECK (find ("i386", "f 64 rax:w\nf abi", "f", false, &c) && c.kind == AVOW_CALLEE_ABI);
}

static void
wrong (void)
{
  static const struct { const char *text, *word; unsigned line; } table[] = {
    { "f rax:w\ng rax:x\n", "rax:x", 2 }, { "f\n", "f", 1 },          { "\nf rxx:w", "rxx:w", 2 },
    { "f [rax:w", "[rax:w", 1 },          { "f [rax].x:w", "[rax].x:w", 1 }, { "f jmp=rxx", "jmp=rxx", 1 },
    { "f clobbers", "clobbers", 1 },      { "f flags:r", "flags:r", 1 },  { "f [rax].8:w [rax].8:w [rax].8:w [rax].8:w [rbx].8:w", "[rbx].8:w", 1 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      const char *word = "";
      CHECK (avow_calls_check ("x86_64", table[i].text, &word) == table[i].line);
      CHECK (!strncmp (word, table[i].word, strlen (table[i].word)));
    }
}

int
main (void)
{
  built_in ();
  patterns ();
  wrong ();
  printf ("%d passed, %d failed\n", passed, failed);
  return failed != 0;
}
