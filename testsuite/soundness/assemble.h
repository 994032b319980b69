/* assemble.h - many texts to machine code at once, by GNU as.  */
#ifndef ASSEMBLE_H
#define ASSEMBLE_H

#include <stdbool.h>
#include <stdint.h>

struct assembly
{
  const char *text;     /* lines, each ended */
  const uint8_t *bytes; /* NULL when as refuses it; owned by the batch */
  unsigned len;
};

/* Fill in the code of all N; those with an error get none.  Scratch files begin with PREFIX.  Returns memory to free,
   which holds the code, or NULL with a message.  */
uint8_t *assemble (struct assembly *a, unsigned n, const char *prefix);

#endif
