/* stanza.h - read the statements that report/stanza.c wrote, or a person.  */
#ifndef AVOW_CLI_STANZA_H
#define AVOW_CLI_STANZA_H

#include "../arena.h"
#include "../asm/names.h"
#include "../report/json.h"

struct stanza_symbol
{
  const char *name;
  size_t len;
  int is; /* enum avow_symbol */
};

/* One statement.  All of it lives in the reader's arena, until the next one is read.  */
struct stanza
{
  struct avow_stmt stmt;
  struct avow_site site;
  unsigned long count; /* how many equal statements it stands for */
  struct stanza_symbol *symbols;
  size_t n_symbols, cap_symbols;
  struct avow_names names; /* what `toplevel' defines */
  struct avow_operand *operands;
  size_t cap_operands;
  const char **clobbers;
  size_t cap_clobbers;
  bool open; /* between `asm' and `end' */
};

/* Set FILE, TEXT and LEN; the rest is zero at the beginning.  */
struct stanza_reader
{
  const char *file; /* for messages, and for statements that name none */
  const char *text;
  size_t len, at;
  unsigned line;
  const char *error; /* what is wrong in LINE */
  struct avow_arena arena;
  struct stanza s;
};

/* The next statement, or NULL at the end or with R->error set.  */
struct stanza *stanza_next (struct stanza_reader *r);

/* All of FILE ("-": standard input) in malloc'd memory, its length in *LEN; NULL with errno.  */
char *stanza_load (const char *file, size_t *len);

#endif
