/* avow.c - the command: ask the tables, or judge a statement without a compiler.

     avow insn 'adc %eax,%ebx'     what an instruction reads and writes
     avow check FILE...            judge statements written in stanzas (see report/stanza.c)
     avow expand < FILE            assembler text without macros and conditions (see expand_cmd.c)
     avow fix                      mend the sources of a compilation database (scripts/avow-fix)  */
#include "cli.h"

#include <string.h>

#include "../avow.h"

static int
usage (FILE *f)
{
  fputs (
      "usage: avow insn [--arch x86_64|i386] [--dialect att|intel] [--json] [TEXT...]\n"
      "       avow check [--summary [--full] | --defects | --notes | --gaps] [--rule=RULE] "
      "[FILE...]\n"
      "       avow expand [--arch x86_64|i386] [--dialect att|intel] [FILE]\n"
      "       avow fix [--apply] [-p DATABASE] [FILE...]\n"
      "       avow --version\n"
      "\n"
      "insn   prints what each instruction reads and writes according to the tables;\n"
      "       without TEXT it reads one instruction per line\n"
      "check  judges asm statements written in stanzas (the plugin's capture=FILE) and prints\n"
      "       a line of JSON for each, or a table, or lists: defects, notes, what is unverified\n"
      "expand prints assembler text with macros, conditions and repetitions carried out\n"
      "fix    shows, or applies, what would make the sources of a compilation database right\n",
      f);
  return f == stdout ? 0 : 2;
}

void
avow_json_string (FILE *f, const char *s, size_t len)
{
  putc ('"', f);
  for (size_t i = 0; i < len; i++)
    {
      unsigned char c = (unsigned char)s[i];
      if (c == '"' || c == '\\')
        fprintf (f, "\\%c", c);
      else if (c == '\n')
        fputs ("\\n", f);
      else if (c == '\t')
        fputs ("\\t", f);
      else if (c < 0x20 || c == 0x7f)
        fprintf (f, "\\u%04x", c);
      else if (c < 0x80)
        putc (c, f);
      else
        fputs ("\\ufffd", f);
    }
  putc ('"', f);
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    return usage (stderr);
  if (!strcmp (argv[1], "insn"))
    return avow_cmd_insn (argc - 1, argv + 1);
  if (!strcmp (argv[1], "check"))
    return avow_cmd_check (argc - 1, argv + 1);
  if (!strcmp (argv[1], "expand"))
    return avow_cmd_expand (argc - 1, argv + 1);
  if (!strcmp (argv[1], "fix"))
    return avow_cmd_fix (argc - 1, argv + 1);
  if (!strcmp (argv[1], "--version"))
    {
      puts ("avow " AVOW_VERSION);
      return 0;
    }
  if (!strcmp (argv[1], "--help") || !strcmp (argv[1], "-h"))
    return usage (stdout);
  fprintf (stderr, "avow: unknown command '%s'\n", argv[1]);
  return usage (stderr);
}
