/* insn.h - what the files of `avow insn' share.  */
#ifndef AVOW_CLI_INSN_H
#define AVOW_CLI_INSN_H

#include "../arena.h"
#include "../asm/insn.h"
#include "../model/effect.h"
#include "cli.h"

/* One question and its answer.  */
struct query
{
  const struct avow_arch *arch;
  uint8_t dialect;
  bool json;
  struct avow_arena arena;
  const char *text;
  size_t len;
  /* the answer */
  struct avow_contract c;
  struct avow_effect e;
  struct avow_slice name; /* the mnemonic; empty when the text is no single instruction */
  enum avow_match match;
  bool bare;              /* it has no operands */
  bool known;
};

#define MAX_NAMES 128

struct names
{
  const char *at[MAX_NAMES];
  unsigned n;
};

void add_name (struct names *s, const char *name);
void add_flags (const struct query *q, struct names *s, uint32_t flags);
/* Registers, flags and memory with one of ROLES.  */
void collect_accesses (const struct query *q, struct names *s, uint8_t roles);
/* A location by its widest name; all x87 registers are "x87".  */
const char *public_name (const struct query *q, unsigned loc);
const char *access_name (uint8_t role);

/* insn_text.c: the answer for people.  */
void text_answer (struct query *q);

/* insn_help.c: what to say when there is none.  */
/* The mnemonics nearest to the one asked for.  */
void near_names (const struct query *q, struct names *near);
/* Calls LINE with each operand form of the mnemonic, as the dialect writes it.  */
void list_forms (const struct query *q, void (*line) (void *ctx, const char *form), void *ctx);

#endif
