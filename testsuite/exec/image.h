/* image.h - the locations of the effect tables laid over a processor state.

   An image has the shape of a state, and a bit in it speaks of that bit of the state: may be read,
   is written, differs.  x87 registers stand at fixed places: slot I is the register that was st(I) at
   entry, or, for instructions on MMX registers, the I-th physical one (image_settle).  */
#ifndef EXEC_IMAGE_H
#define EXEC_IMAGE_H

#include "arch/arch.h"
#include "exec.h"

#define IMAGE_WORDS (EXEC_S_SIZE / 8)

typedef struct exec_state image;

static inline uint64_t *
image_words (image *m)
{
  return (uint64_t *)m;
}

static inline const uint64_t *
image_cwords (const image *m)
{
  return (const uint64_t *)m;
}

/* General registers come first among the locations; those of APX come last, and the engine has them not.  */
static inline bool
image_has_gpr (unsigned loc)
{
  return loc < 16;
}

/* The bits of RFLAGS for MASK of the location `flags'.  */
uint64_t image_flags (const struct avow_isa *isa, uint64_t mask);
/* Set the bits for the bytes MASK (flag bits for `flags') of location LOC.  SLOT0 is the slot of st(0).  False
   when the engine has no such location.  */
bool image_add (image *m, const struct avow_isa *isa, unsigned loc, uint64_t mask, unsigned slot0);
/* Bits that the engine can vary.  */
void image_variable (image *m);

static inline unsigned
fx_top (const image *s)
{
  return s->fx[EXEC_FX_STATUS + 1] >> 3 & 7;
}

/* Bring the x87 registers and tags of S from the order of its TOP to slots; slot 0 is physical register BASE.  */
void image_settle (image *s, unsigned base);
/* And back.  */
void image_unsettle (image *s, unsigned base);

/* What happens to a location of the tables, in words: "rax byte 3", "zf", "zmm7 byte 20" ... for
   the first bit of M; false when M is zero.  */
bool image_name (const image *m, char *out, size_t size);

#endif
