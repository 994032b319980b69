/* walk_parts.h - what the files of a walk know of each other.

   walk.c         the path, the entry, what is seen at the end
   walk_memory.c  locations, memory, addresses
   walk_step.c    one instruction  */
#ifndef WALK_PARTS_H
#define WALK_PARTS_H

#include "walk.h"

#define LARGEST 64

struct insn
{
  struct avow_effect e;
  const struct avow_item *it;
  uint32_t item;
  uint64_t addresses[AVOW_MAX_MEMREFS];
  unsigned sizes[AVOW_MAX_MEMREFS];
  uint64_t hash; /* of all that is read */
  uint8_t result[LARGEST];
  bool known;   /* RESULT is what operand 0 becomes, else a hash is */
  bool happens; /* conditional writes take place */
};

/* walk_memory.c: hashes and little-endian numbers; the storage of a location with st(0) at physical register TOP;
   memory; what operand K is by itself; where EA leads.  */
uint64_t walk_mix (uint64_t a, uint64_t b);
uint64_t walk_mix_bytes (uint64_t h, const uint8_t *p, unsigned n);
uint64_t walk_number (const uint8_t *p, unsigned n);
void walk_put_number (uint8_t *p, uint64_t v, unsigned n);
uint8_t *walk_cell (struct walk *w, unsigned loc, unsigned top);
uint64_t walk_register (struct walk *w, unsigned loc, unsigned bytes);
void walk_load (struct walk *w, uint64_t address, uint8_t *out, unsigned n);
void walk_store (struct walk *w, uint64_t address, const uint8_t *in, unsigned n);
uint64_t walk_operand_number (const struct walk *w, unsigned k);
uint64_t walk_address (struct walk *w, const struct avow_ea *ea);
void walk_note_access (struct walk *w, const struct avow_memref *m, uint64_t address, uint32_t size,
                       uint32_t item);

/* walk_step.c: false when IN->it cannot be followed.  */
bool walk_step (struct walk *w, struct insn *in);

#endif
