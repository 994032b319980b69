/* pool.h - the instructions that random bodies are made of.

   A form is one assembler text for each shape of the tables' rows, as testsuite/isa/forms.py spells them:
   "adcl %ecx,%eax", "addps (%rax),%xmm1".  Its registers and its memory operand are places
   where a body puts what it likes.  */
#ifndef POOL_H
#define POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "arch/arch.h"

enum piece_kind
{
  PIECE_GPR,
  PIECE_VEC,
  PIECE_MEM
};

struct piece
{
  uint8_t kind;    /* enum piece_kind */
  uint8_t at, len; /* in the text */
  uint8_t size;    /* bytes of the register's name; of the memory accessed, 0 = not known */
};

#define MAX_PIECES 5

struct form
{
  char text[72];
  struct piece pieces[MAX_PIECES];
  uint8_t n_pieces;
  bool reads_flags;
  uint8_t kind; /* enum form_kind */
};

enum form_kind
{
  FORM_GPR,
  FORM_SSE,
  FORM_VEX,
  FORM_EVEX,
  FORM_X87,
  N_FORM_KINDS
};

struct pool
{
  struct form *forms[N_FORM_KINDS];
  unsigned n[N_FORM_KINDS];
};

/* Read the forms in FILE, one a line, that a user program may run for their result.  False with a message.  */
bool pool_load (struct pool *p, const char *file, const struct avow_arch *arch);

#endif
