/* cli.h - the subcommands of the command `avow'.  Each gets its own argv (argv[0] is its
   name) and returns the exit status: 0 clean, 1 findings, 2 usage or I/O error.  */
#ifndef AVOW_CLI_H
#define AVOW_CLI_H

#include <stdbool.h>
#include <stdio.h>

int avow_cmd_insn (int argc, char **argv);
int avow_cmd_check (int argc, char **argv);
int avow_cmd_expand (int argc, char **argv);
int avow_cmd_fix (int argc, char **argv);

/* S as a JSON string with its quotes; invalid UTF-8 becomes U+FFFD.  */
void avow_json_string (FILE *f, const char *s, size_t len);

#endif
